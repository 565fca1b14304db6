//! W-DUP: a second permohonan under an NPWP that is already here.

use loket_core::permohonan::Status;
use loket_tests::{Office, RATNA, finish, labels, places, refused};

const QUESTION: &str = "Alasan melanjutkan atau mengalihkan karena NPWP ini sudah ada";

#[test]
fn a_second_open_permohonan_is_stopped_until_somebody_says_why_it_may_go_on() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let first = ratna.take_in("S-01");
    let second = ratna.prepare("S-01");

    let error = refused(ratna.session.submit(&second.case, None));
    assert_eq!((labels(&error), places(&error)), (vec![QUESTION], vec!["duplicate"]));
    let found = ratna.session.assess(&ratna.record(&second)).unwrap().duplicates;
    assert_eq!(found.iter().map(|line| line.id.as_str()).collect::<Vec<_>>(), [first.case.as_str()]);
    assert_eq!(ratna.paper_numbers(&second), Vec::<String>::new(), "no number was used");

    ratna.session.submit(&second.case, Some("Permohonan pertama salah ketik")).unwrap();
    assert_eq!(ratna.status(&second), Status::Diajukan);
    assert_eq!(ratna.paper_numbers(&second), ["TT-2026-1-000002"]);
    ratna.leave();
    finish(office);
}

#[test]
fn an_account_that_was_verified_counts_and_a_cancelled_permohonan_does_not() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let cancelled = ratna.take_in("S-01");
    ratna.session.cancel(&cancelled.case, "Salah loket").unwrap();
    let verified = ratna.take_in("S-01");
    ratna.verify(&verified);
    ratna.declare(&verified);
    ratna.approve(&verified);
    ratna.session.record_activation(&verified.case, "alasroban").unwrap();

    let third = ratna.prepare("S-01");
    let error = refused(ratna.session.submit(&third.case, None));
    assert_eq!(labels(&error), [QUESTION]);
    ratna.leave();
    finish(office);
}
