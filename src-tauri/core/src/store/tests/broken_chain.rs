//! The chain shows every clumsy edit: each row names a crime and what is found.

use rusqlite::{Connection, params};

use super::office::Office;
use super::story;
use crate::error::Code;
use crate::store::chain::{self, ActRow, ChainFaultKind, GENESIS};
use crate::store::check::ArchiveFault;
use crate::store::connection;
use ChainFaultKind::{Edited, Missing, OutOfOrder, Shortened, Unlinked};

/// An office with one started case, closed, and its chain after `edit` went over it.
fn faults_after(edit: impl FnOnce(&Connection)) -> (Office, Vec<(u64, ChainFaultKind)>) {
    let mut office = Office::new();
    story::until_started(office.session()).expect("story");
    let keys = office.keys();
    office.tamper(edit);
    let raw = connection::open(&office.path(), &keys.office).expect("raw");
    let report = chain::verify(&raw, 1).expect("report");
    drop(raw);
    let found = report.faults.iter().map(|fault| (fault.seq, fault.kind)).collect();
    (office, found)
}

fn run(conn: &Connection, sql: &str) {
    conn.execute_batch(sql).expect(sql);
}

#[test]
fn an_untouched_chain_has_no_fault() {
    let (mut office, faults) = faults_after(|_| {});
    assert_eq!(faults, []);
    office.open().expect("opens");
    office.assert_clean();
}

#[test]
fn an_edited_row_is_named_whichever_column_was_edited() {
    for edit in [
        "order_ms = order_ms + 1",
        "order_tick = order_tick + 1",
        "wall_ms = wall_ms - 60000",
        "actor = 'ffffffffffffffffffffffffffffffff'",
        "role = 'admin'",
        "verb = 'paper_printed'",
        "subject = 'permohonan/00000000000000000000000000009001'",
        "version = 0",
        "open = CAST(substr(open, 1, length(open) - 1) || x'f7' AS BLOB)",
        "open = x''",
        "sealed = NULL",
        "sealed = x'00'",
        "hash = zeroblob(32)",
        "hash = x''",
        "prev = x'00'",
    ] {
        let (mut office, faults) =
            faults_after(|conn| run(conn, &format!("UPDATE act SET {edit} WHERE seq = 7")));
        assert!(faults.contains(&(7, Edited)), "{edit}: {faults:?}");
        assert_eq!(office.open().err().map(|error| error.code), Some(Code::LogBroken), "{edit}");
    }
}

#[test]
fn an_act_that_names_another_predecessor_is_unlinked() {
    let (_, faults) = faults_after(|conn| run(conn, "UPDATE act SET prev = zeroblob(32) WHERE seq = 7"));
    assert_eq!(faults, [(7, Edited), (7, Unlinked)]);
}

#[test]
fn a_removed_row_leaves_a_gap() {
    for (removed, after) in [(1, 2), (2, 3), (7, 8)] {
        let (_, faults) = faults_after(|conn| run(conn, &format!("DELETE FROM act WHERE seq = {removed}")));
        assert_eq!(faults, [(after, Missing)]);
    }
}

#[test]
fn two_rows_that_changed_places_are_both_named() {
    let (_, faults) = faults_after(|conn| {
        run(
            conn,
            "UPDATE act SET seq = -7 WHERE seq = 7; UPDATE act SET seq = 7 WHERE seq = 8; \
             UPDATE act SET seq = 8 WHERE seq = -7;",
        );
    });
    assert_eq!(
        faults,
        [(7, Edited), (7, Unlinked), (8, Edited), (8, Unlinked), (8, OutOfOrder), (9, Unlinked)]
    );
}

#[test]
fn a_log_that_lost_its_end_is_shortened() {
    for lost in [1, 5] {
        let (mut office, faults) = faults_after(|conn| {
            run(conn, &format!("DELETE FROM act WHERE seq > (SELECT max(seq) - {lost} FROM act)"));
        });
        assert!(matches!(faults[..], [(_, Shortened)]), "{faults:?}");
        assert_eq!(office.open().err().map(|error| error.code), Some(Code::LogBroken));
    }
}

#[test]
fn an_emptied_log_is_shortened_to_nothing() {
    let (_, faults) = faults_after(|conn| run(conn, "DELETE FROM act"));
    assert_eq!(faults, [(0, Shortened)]);
}

#[test]
fn a_remembered_head_that_was_edited_does_not_fit() {
    let (_, faults) = faults_after(|conn| {
        run(
            conn,
            "UPDATE meta SET value = '3:' || substr(value, instr(value, ':') + 1) WHERE key = 'head/1'",
        );
    });
    assert!(matches!(faults[..], [(_, Shortened)]), "{faults:?}");
}

#[test]
fn an_act_forged_onto_the_end_does_not_link() {
    let (_, faults) = faults_after(|conn| {
        run(
            conn,
            "INSERT INTO act SELECT station, seq + 1, order_ms + 1, 0, wall_ms, actor, role, verb, subject, \
             version, open, sealed, prev, hash FROM act ORDER BY seq DESC LIMIT 1",
        );
    });
    let kinds: Vec<_> = faults.iter().map(|fault| fault.1).collect();
    assert_eq!(kinds, [Edited, Unlinked, Shortened]);
}

#[test]
fn sealed_payloads_that_changed_places_are_both_named() {
    let (_, faults) = faults_after(swap_sealed);
    assert!(matches!(faults[..], [(_, Edited), (_, Edited)]), "{faults:?}");
}

/// Swaps the payloads of the first two form fields.
fn swap_sealed(conn: &Connection) {
    run(
        conn,
        "CREATE TEMP TABLE two AS SELECT seq, sealed FROM act WHERE verb = 'form_set' ORDER BY seq LIMIT 2; \
         UPDATE act SET sealed = (SELECT sealed FROM two WHERE two.seq <> act.seq) \
         WHERE seq IN (SELECT seq FROM two);",
    );
}

#[test]
fn a_moved_payload_does_not_open_even_when_the_chain_was_rewritten() {
    let (mut office, faults) = faults_after(|conn| {
        swap_sealed(conn);
        rewrite_chain(conn);
    });
    assert_eq!(faults, [], "whoever holds the office key can rewrite the chain");
    let session = office.open().expect("opens");
    let report = session.store().check_archive().expect("report");
    assert!(
        report.faults.contains(&ArchiveFault::Database("rebuild: LogBroken".to_owned())),
        "{:?}",
        report.faults
    );
}

/// Gives every act the predecessor and the hash that fit what now stands in it.
pub(super) fn rewrite_chain(conn: &Connection) {
    let sql = format!("SELECT {} FROM act ORDER BY seq", ActRow::COLUMNS);
    let acts: Vec<ActRow> = conn
        .prepare(&sql)
        .expect("acts")
        .query_map([], ActRow::from_row)
        .expect("acts")
        .map(|act| act.expect("act"))
        .collect();
    let mut prev = GENESIS;
    for mut act in acts {
        act.prev = prev;
        act.hash = act.compute_hash().expect("hash");
        prev = act.hash;
        conn.execute(
            "UPDATE act SET prev = ?1, hash = ?2 WHERE seq = ?3",
            params![act.prev, act.hash, act.seq as i64],
        )
        .expect("rewritten");
        chain::remember_head(conn, &act).expect("head");
    }
}

#[test]
fn a_table_edited_beside_the_log_is_named() {
    for (sql, table) in [
        ("UPDATE permohonan SET status = 'disetujui'", "permohonan"),
        ("UPDATE form_value SET value = '0997001029513000' WHERE field = 'npwp'", "form_value"),
        ("DELETE FROM phase WHERE n = 2", "phase"),
        ("UPDATE picture SET quarter_turns = 2", "picture"),
        ("UPDATE paper SET number = 'LPSE/TT/2026/1/000007'", "paper"),
        ("UPDATE officer SET roles = '[\"penyetuju\"]'", "officer"),
        ("UPDATE clock SET high_ms = high_ms + 9000000", "clock"),
    ] {
        let (mut office, faults) = faults_after(|conn| run(conn, sql));
        assert_eq!(faults, [], "the log itself is whole");
        let differences = office.open().expect("opens").store().compare_with_rebuild().expect("compared");
        assert!(differences.iter().any(|difference| difference.table == table), "{sql}: {differences:?}");
        office.session().store.rebuild().expect("rebuilt");
        office.assert_clean();
    }
}

#[test]
fn a_gap_in_a_series_of_papers_is_named() {
    let (mut office, _) = faults_after(|conn| run(conn, "UPDATE paper SET sequence = 2"));
    let report = office.open().expect("opens").store().check_archive().expect("report");
    let gap = |fault: &ArchiveFault| matches!(fault, ArchiveFault::Series { year: 2026, station: 1, .. });
    assert!(report.faults.iter().any(gap), "{:?}", report.faults);
}
