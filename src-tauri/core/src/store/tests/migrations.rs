//! Migrations are all or nothing, and a newer database is left alone.

use std::fs;
use std::path::Path;

use rusqlite::Connection;
use sha2::{Digest as _, Sha256};

use super::office::{Office, dump};
use super::story;
use crate::error::Code;
use crate::store::act::Open;
use crate::store::connection;
use crate::store::migrate::{MIGRATIONS, migrate_with};
use crate::store::upcast::decode_open;
use crate::world::hex;

const FIRST: &str = include_str!("../migrations/0001_first.sql");

/// What every office may have run already.
const SHIPPED: &str = include_str!("../migrations/SHA256SUMS");

fn version(conn: &Connection) -> u32 {
    conn.query_row("PRAGMA user_version", [], |row| row.get(0)).expect("version")
}

fn old_office() -> Connection {
    let mut conn = connection::in_memory().expect("memory");
    migrate_with(&mut conn, &[FIRST]).expect("migrated");
    conn.execute("INSERT INTO meta VALUES ('note', 'old')", []).expect("old row");
    conn
}

#[test]
fn a_migration_that_was_shipped_never_changes() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/store/migrations");
    let names = fs::read_dir(&folder).expect("migrations").map(|entry| entry.expect("entry").file_name());
    let mut names: Vec<String> = names.map(|name| name.into_string().expect("name")).collect();
    names.retain(|name| name.ends_with(".sql"));
    names.sort();
    let texts: Vec<String> =
        names.iter().map(|name| fs::read_to_string(folder.join(name)).expect("SQL")).collect();
    assert_eq!(
        texts, MIGRATIONS,
        "`migrate.rs` runs every file of the folder, in the order of their numbers"
    );
    let sums =
        names.iter().zip(&texts).map(|(name, text)| format!("{}  {name}\n", hex(&Sha256::digest(text))));
    assert_eq!(
        sums.collect::<String>(),
        SHIPPED,
        "An office that ran a migration never runs it again. Take the change back and write it as a new \
         numbered file; only a new file gets a new line in `migrations/SHA256SUMS`."
    );
}

#[test]
fn a_migration_that_fails_halfway_leaves_the_old_version() {
    let good = "CREATE TABLE good (x); UPDATE meta SET value = 'new' WHERE key = 'note';";
    for bad in [
        "CREATE TABLE bad (x); INSERT INTO nowhere VALUES (1);",
        "UPDATE meta SET value = 'new'; SELECT broken(;",
        "DELETE FROM meta; ALTER TABLE nowhere ADD COLUMN y;",
        "INSERT INTO meta VALUES ('note', 'twice');",
    ] {
        let mut conn = old_office();
        let before = dump(&conn);
        assert!(migrate_with(&mut conn, &[FIRST, good, bad]).is_err());
        assert_eq!((version(&conn), dump(&conn)), (1, before));
        migrate_with(&mut conn, &[FIRST, good]).expect("the good part alone succeeds");
        assert_eq!(version(&conn), 2);
        assert!(dump(&conn).contains_key("good"));
    }
}

#[test]
fn an_office_of_the_second_schema_finds_its_duplicates_once_it_is_opened() {
    let mut office = Office::new();
    let first = story::open(office.session()).expect("opened");
    story::fill(office.session(), &first).expect("filled");
    let second = story::open(office.session()).expect("opened");
    story::fill(office.session(), &second).expect("filled");
    let before = office.dump();
    assert!(before["identity_key"].len() > 6, "{:?}", before["identity_key"]);
    office.tamper(|conn| {
        conn.execute_batch(
            "DROP TABLE kiriman; DROP TABLE kiriman_page; DROP TABLE kiriman_refused; DROP TABLE mailed_request; \
             DROP TABLE service_hours; DROP TABLE holidays; DROP TABLE video_session; DROP TABLE notice; DROP TABLE tangkapan; \
             DROP TABLE mutu_baku; DROP TABLE limits; DROP TABLE overrun; ALTER TABLE contact DROP COLUMN minutes; \
             ALTER TABLE permohonan DROP COLUMN registered_ms; ALTER TABLE permohonan DROP COLUMN link_ms; \
             DROP TABLE mailbox; DROP TABLE set_aside; DROP TABLE outbox; DROP TABLE daftar_hitam; DROP TABLE daftar_hitam_row; DROP TABLE print_later; DROP INDEX permohonan_series; DROP INDEX permohonan_by_former; \
             ALTER TABLE permohonan DROP COLUMN layanan; ALTER TABLE permohonan DROP COLUMN refers_to; ALTER TABLE permohonan DROP COLUMN perubahan; \
             DROP INDEX permohonan_by_wait; ALTER TABLE permohonan DROP COLUMN since_ms; ALTER TABLE permohonan DROP COLUMN submitted_ms; \
             ALTER TABLE permohonan DROP COLUMN reminded_ms; ALTER TABLE permohonan DROP COLUMN inaproc; ALTER TABLE permohonan DROP COLUMN outcome; ALTER TABLE clock DROP COLUMN expected_ms; ALTER TABLE clock DROP COLUMN set_back_ms; \
             DROP INDEX phase_by_since; DROP INDEX phase_by_until; DROP INDEX contact_by_time; ALTER TABLE phase DROP COLUMN codes; \
             DROP TABLE identity_key; CREATE INDEX permohonan_by_npwp ON permohonan (npwp_key); \
             DELETE FROM meta WHERE key = 'index_rules'; PRAGMA user_version = 2;",
        )
        .expect("as it was");
    });
    let session = office.open().expect("opens");
    let record = session.read_case(&second).expect("case");
    let found = session.assess(&record).expect("assessed").duplicates;
    assert_eq!(found.iter().map(|other| other.id.as_str()).collect::<Vec<_>>(), [first.as_str()]);
    let after = office.dump();
    for table in ["identity_key", "search", "permohonan", "phase"] {
        assert!(after[table] == before[table], "{table}");
    }
    office.assert_clean();
}

#[test]
fn an_index_made_by_older_rules_is_made_again() {
    let mut office = Office::new();
    let case = story::open(office.session()).expect("opened");
    story::fill(office.session(), &case).expect("filled");
    let before = office.dump();
    office.tamper(|conn| {
        conn.execute_batch(
            "UPDATE identity_key SET key = key || ' old'; UPDATE search SET words = 'old'; \
             UPDATE meta SET value = '0' WHERE key = 'index_rules';",
        )
        .expect("older rules");
    });
    office.open().expect("opens");
    let after = office.dump();
    for table in ["identity_key", "search"] {
        assert!(after[table] == before[table], "{table}");
    }
}

#[test]
fn migrating_twice_changes_nothing() {
    let mut conn = old_office();
    let before = dump(&conn);
    migrate_with(&mut conn, &[FIRST]).expect("migrated");
    assert_eq!(dump(&conn), before);
}

#[test]
fn a_newer_database_is_refused_and_untouched() {
    let mut office = Office::new();
    story::open(office.session()).expect("opened");
    office.tamper(|conn| conn.pragma_update(None, "user_version", 99).expect("version"));
    let database = office.path().join(connection::DATABASE);
    let before = fs::read(&database).expect("bytes");
    let refused = office.open().err().expect("refused");
    assert_eq!(refused.code, Code::DatabaseNewer);
    assert_eq!(fs::read(&database).expect("bytes"), before);
}

#[test]
fn a_payload_of_a_newer_version_is_refused_as_newer() {
    let refused = decode_open("permohonan_seen", 3, &[0xa0]).expect_err("refused");
    assert_eq!(refused.code, Code::DatabaseNewer);
}

#[test]
fn a_payload_that_is_not_what_its_verb_says_is_refused() {
    let seen = b"\x6fpermohonan_seen";
    assert!(decode_open("permohonan_seen", 1, seen).is_ok());
    for (verb, bytes) in [
        ("surat_kuasa_set", seen.as_slice()),
        ("permohonan_seen", b"\x6fpermohonan_see"),
        ("permohonan_seen", b"\x60"),
        ("permohonan_seen", b""),
        ("no_such_verb", b"\x6cno_such_verb"),
        ("permohonan_opened", b"\xa1\x71permohonan_opened\xa0"),
    ] {
        assert_eq!(decode_open(verb, 1, bytes).expect_err("refused").code, Code::LogBroken, "{verb}");
        assert_eq!(decode_open(verb, 0, bytes).expect_err("refused").code, Code::LogBroken, "{verb}");
    }
}

#[test]
fn holidays_of_one_source_are_told_apart_by_year_as_the_log_tells_them() {
    let mut conn = connection::in_memory().expect("memory");
    migrate_with(&mut conn, &MIGRATIONS[..16]).expect("migrated");
    let old = r#"{"list":{"2026-12-25":"Hari \"Natal\"","2026-12-26":"Cuti","2027-01-01":"Tahun Baru é"},"source":"SKB 2026"}"#;
    conn.execute("INSERT INTO holidays (only, holidays, by, at_ms) VALUES (1, ?1, 'x', 0)", [old])
        .expect("old row");
    migrate_with(&mut conn, &MIGRATIONS).expect("migrated");
    let row: String = conn.query_row("SELECT holidays FROM holidays", [], |row| row.get(0)).expect("row");

    let list: serde_json::Value = serde_json::from_str(old).expect("JSON");
    let payload = serde_json::json!({ "holidays_set": { "holidays": list } });
    let mut bytes = Vec::new();
    ciborium::into_writer(&payload, &mut bytes).expect("bytes");
    let Open::HolidaysSet { holidays } = decode_open("holidays_set", 1, &bytes).expect("read") else {
        panic!("verb")
    };
    assert_eq!(row, serde_json::to_string(&holidays).expect("JSON"));
    assert_eq!(holidays.years.len(), 2);
    assert_eq!(holidays.sources(), "SKB 2026");
}
