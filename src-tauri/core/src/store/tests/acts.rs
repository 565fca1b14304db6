//! `act` is the only way to write: durable when it says so, and without a trace when it refuses.

use super::office::Office;
use super::story;
use crate::error::{Code, Error};
use crate::form::FormField;
use crate::numbering::PaperKind;
use crate::store::act::{Act, Actor, Open, Sealed, Subject};

#[test]
fn what_an_act_wrote_is_there_after_reopening() {
    let mut office = Office::new();
    let case = story::whole(office.session()).expect("story");
    let acts = office.acts();
    let before = office.session().store().reader().case(&case).expect("case");
    office.close();
    let session = office.open().expect("opens");
    assert_eq!(session.store().reader().case(&case).expect("case"), before);
    let log = session.case_log(&case).expect("log");
    assert_eq!(log.first().map(|entry| entry.open.verb()), Some("permohonan_opened"));
    let typed: Vec<_> = log.iter().filter_map(|entry| entry.sealed.clone()).collect();
    assert!(typed.contains(&Sealed::Text(story::COMPANY.to_owned())), "sealed text reads back");
    assert!(office.acts() > acts, "the new session is an act of its own");
    office.assert_clean();
}

#[test]
fn the_whole_story_leaves_a_clean_archive() {
    let mut office = Office::new();
    for _ in 0..2 {
        story::whole(office.session()).expect("story");
    }
    let report = office.session().store().check_archive().expect("report");
    assert!(report.is_clean(), "{:?}", report.faults);
    // Two pictures, Tanda Terima, Bukti and Fotokopi of each case.
    assert_eq!((report.cases, report.files_opened, report.orphans), (2, 10, 0));
}

#[test]
fn a_plan_that_refuses_leaves_no_trace() {
    let mut office = Office::new();
    let case = story::until_started(office.session()).expect("story");
    let before = office.dump();
    let refused = office.session().store.act(&Actor::system(), |plan| {
        plan.found_keys("00000000000000000000000000009001")?;
        plan.next_permohonan(2026)?;
        plan.next_paper_number(PaperKind::BuktiVerifikasi, 2026)?;
        plan.next_queue("2026-11-23")?;
        Err(Error::new(Code::GuardFailed, "the rules refuse at the last moment"))
    });
    assert_eq!(refused.expect_err("refused").code, Code::GuardFailed);
    assert_eq!(office.dump(), before);
    assert!(office.session().declare(&case).is_err(), "nothing was compared yet");
    assert_eq!(office.dump(), before);
    office.assert_clean();
}

#[test]
fn a_number_that_a_refused_act_reserved_is_given_to_the_next() {
    let mut office = Office::new();
    let mut seen = Vec::new();
    for _ in 0..3 {
        let _ = office.session().store.act(&Actor::system(), |plan| {
            seen.push(plan.next_permohonan(2026)?);
            Err(Error::new(Code::Internal, "stopped"))
        });
    }
    assert_eq!(seen, [1, 1, 1]);
    let case = story::open(office.session()).expect("opened");
    assert_eq!(office.session().store().reader().case(&case).expect("case").number, "2026/1/0001");
}

#[test]
fn a_fold_that_fails_takes_the_act_back() {
    let mut office = Office::new();
    let case = story::open(office.session()).expect("opened");
    let before = office.dump();
    // The same permohonan a second time breaks the table's own rule after the act was appended.
    let twice = Open::PermohonanOpened {
        number: "2026/1/0001".to_owned(),
        year: 2026,
        sequence: 1,
        profil: crate::form::Profil::BadanUsaha,
        channel: crate::permohonan::Channel::TatapMuka,
        notice_version: "2026-1".to_owned(),
        layanan: crate::layanan::Layanan::AkunBaru,
        changes: None,
        parts: Vec::new(),
    };
    let refused = office.session().store.act(&Actor::system(), |_| Ok(Act::on_case(&case, twice)));
    assert!(refused.is_err());
    assert_eq!(office.dump(), before);
}

#[test]
fn only_a_case_can_seal_a_payload() {
    let mut office = Office::new();
    let before = office.dump();
    let act =
        Act { subject: Subject::Office, open: Open::PermohonanSeen, sealed: Some(Sealed::Text("x".into())) };
    let refused = office.session().store.act(&Actor::system(), |_| Ok(act));
    assert_eq!(refused.expect_err("refused").code, Code::Internal);
    assert_eq!(office.dump(), before);
}

#[test]
fn an_act_on_a_case_without_keys_is_refused() {
    let mut office = Office::new();
    let nobody = "00000000000000000000000000009009";
    let act =
        Act::on_case(nobody, Open::FormSet { field: FormField::Npwp }).sealing(Sealed::Text("1".into()));
    let refused = office.session().store.act(&Actor::system(), |_| Ok(act));
    assert_eq!(refused.expect_err("refused").code, Code::CaseErased);
}

#[test]
fn the_reader_cannot_write() {
    let mut office = Office::new();
    let conn = office.session().store().reader().conn;
    for sql in [
        "INSERT INTO meta VALUES ('x', 'y')",
        "UPDATE act SET actor = 'x'",
        "DELETE FROM clock",
        "CREATE TABLE extra (x)",
        "DROP TABLE act",
        "VACUUM",
    ] {
        let refused: Error = conn.execute_batch(sql).expect_err(sql).into();
        assert_eq!(refused.code, Code::ReadOnly, "{sql}: {refused}");
    }
}

#[test]
fn the_database_is_set_up_to_survive_a_power_cut() {
    let mut office = Office::new();
    let store = office.session().store();
    let ask = |sql: &str| -> String {
        store
            .write
            .query_row(sql, [], |row| row.get::<_, rusqlite::types::Value>(0))
            .map(|value| format!("{value:?}"))
            .expect(sql)
    };
    assert_eq!(ask("PRAGMA journal_mode"), "Text(\"wal\")");
    assert_eq!(ask("PRAGMA synchronous"), "Integer(2)", "FULL");
    assert_eq!(ask("PRAGMA secure_delete"), "Integer(1)");
    assert_eq!(ask("PRAGMA temp_store"), "Integer(2)", "MEMORY");
    assert_eq!(ask("SELECT v FROM search_config WHERE k = 'secure-delete'"), "Integer(1)");
    assert!(ask("PRAGMA cipher_version").starts_with("Text(\"4."));
}
