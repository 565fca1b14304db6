//! W-DUP: a second permohonan under an NPWP that is already here.

use loket_core::actions::contact::Contact;
use loket_core::permohonan::{Confirmation, ContactMethod, ContactPurpose, RedirectTarget, Status};
use loket_core::place::Place;
use loket_core::reasons::Reason;
use loket_tests::{Desk, Guest, Office, RATNA, finish, labels, places, refused};

const QUESTION: &str = "Alasan melanjutkan atau mengalihkan karena NPWP ini sudah ada";

#[test]
fn a_second_open_permohonan_is_stopped_until_somebody_says_why_it_may_go_on() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let first = ratna.take_in("S-01");
    let second = ratna.prepare("S-01");

    let error = refused(ratna.session.submit(&second.case, None));
    assert_eq!((labels(&error), places(&error)), (vec![QUESTION], vec![Place::Duplicate]));
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

/// S-01 once more is handed in without a question although another of the same NPWP ended so.
#[track_caller]
fn is_handed_in_after(ending: Status, end: impl FnOnce(&Office, &mut Desk, &Guest)) {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let ended = ratna.take_in("S-01");
    let next = ratna.prepare("S-01");
    let open = refused(ratna.session.submit(&next.case, None));
    assert_eq!(labels(&open), [QUESTION], "it counts while it is open");
    end(&office, &mut ratna, &ended);
    assert_eq!(ratna.status(&ended), ending);
    ratna.session.submit(&next.case, None).unwrap();
    ratna.leave();
    finish(office);
}

#[test]
fn a_permohonan_that_was_refused_asks_no_question() {
    is_handed_in_after(Status::Ditolak, |_, ratna, guest| {
        ratna.session.refuse(&guest.case, Reason::X02, "Huruf pada KTP ditempel").unwrap();
    });
}

#[test]
fn a_permohonan_that_was_withdrawn_asks_no_question() {
    is_handed_in_after(Status::Dibatalkan, |_, ratna, guest| {
        ratna.session.cancel(&guest.case, "Salah loket").unwrap();
    });
}

#[test]
fn a_permohonan_that_was_sent_elsewhere_asks_no_question() {
    is_handed_in_after(Status::Dialihkan, |_, ratna, guest| {
        let other = RedirectTarget::LpseLain("LPSE Kabupaten Sebelah".to_owned());
        ratna.session.redirect(&guest.case, other, "").unwrap();
    });
}

#[test]
fn a_permohonan_that_lapsed_asks_no_question() {
    is_handed_in_after(Status::Kedaluwarsa, |office, ratna, guest| {
        office.clock.set(2027, 1, 4, 9, 0);
        let reminder = Contact {
            method: ContactMethod::Telepon,
            purpose: ContactPurpose::Pengingat,
            reached: true,
            note: "Tidak jadi datang".to_owned(),
        };
        ratna.session.log_contact(&guest.case, &reminder).unwrap();
        ratna.session.lapse(&guest.case).unwrap();
    });
}

#[test]
fn a_permohonan_that_led_to_an_account_asks_also_when_it_is_closed() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let first = ratna.take_in("S-01");
    ratna.verify(&first);
    ratna.declare(&first);
    ratna.approve(&first);
    ratna.session.record_activation(&first.case, "alasroban").unwrap();
    ratna.session.close_sikap(&first.case, Confirmation::Telepon).unwrap();
    assert!(ratna.status(&first).is_final());

    let second = ratna.prepare("S-01");
    assert_eq!(labels(&refused(ratna.session.submit(&second.case, None))), [QUESTION]);
    ratna.leave();
    finish(office);
}
