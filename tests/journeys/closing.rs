//! Closing a case before its end: refused by the office, or withdrawn by the vendor.

use loket_core::actions::clock::{StepLine, StepState};
use loket_core::error::Code;
use loket_core::form::FormField;
use loket_core::permohonan::Status;
use loket_core::place::Place;
use loket_core::reasons::Reason;
use loket_tests::{BAGUS, Office, RATNA, finish, labels, places, refused};

#[test]
fn a_refusal_needs_a_code_from_the_list_and_a_sentence() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = ratna.take_in("S-01");
    ratna.call(&guest);

    let error = refused(ratna.session.refuse(&guest.case, Reason::P05, "NPWP berbeda"));
    assert_eq!(labels(&error), ["Alasan penolakan dari daftar (X)"]);
    let error = refused(ratna.session.refuse(&guest.case, Reason::X02, "  "));
    assert_eq!(places(&error), [Place::Reason]);
    let error = refused(ratna.session.refuse(&guest.case, Reason::X04, "Sudah punya akun"));
    assert_eq!(labels(&error), ["Pengalihan ke akun yang sudah ada, bukan penolakan"]);

    ratna.session.refuse(&guest.case, Reason::X02, "Huruf pada KTP ditempel").unwrap();
    assert_eq!(ratna.status(&guest), Status::Ditolak);
    assert_eq!(ratna.steps(&guest), ["T-05", "T-08", "T-15", "T-20"]);
    ratna.leave();
    finish(office);
}

#[test]
fn a_closed_case_shows_how_far_it_came() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    for (called, past) in [(true, 4), (false, 3)] {
        let guest = ratna.take_in("S-01");
        if called {
            ratna.call(&guest);
        }
        ratna.session.refuse(&guest.case, Reason::X02, "Huruf pada KTP ditempel").unwrap();
        let steps = ratna.session.assess(&ratna.record(&guest)).unwrap().steps;
        let is_past = |step: &&StepLine| matches!(step.state, StepState::Done | StepState::Skipped);
        assert_eq!(steps.iter().filter(is_past).count(), past);
        assert!(steps.iter().all(|step| step.state != StepState::Active), "nothing goes on");
        let told = ratna.session.timeline(&guest.case).unwrap().pop().unwrap().text;
        assert!(told.contains("X02 Dokumen palsu atau diduga palsu."), "{told}");
    }
    ratna.leave();
    finish(office);
}

#[test]
fn a_closed_case_takes_nothing_more() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = ratna.take_in("S-01");
    ratna.session.refuse(&guest.case, Reason::X05, "Menolak menunjukkan KTP").unwrap();

    for refusal in [
        refused(ratna.session.start(&guest.case)),
        refused(ratna.session.cancel(&guest.case, "Batal")),
        refused(ratna.session.approve(&guest.case, RATNA.password, "")),
        refused(ratna.session.set_form_field(&guest.case, FormField::NamaUsaha, "CV Lain")),
    ] {
        assert_eq!(refusal.code, Code::TransitionRefused);
    }
    ratna.leave();
    finish(office);
}

#[test]
fn the_vendor_may_withdraw_at_any_time_before_the_approval_and_says_why() {
    let office = Office::staffed();
    let mut bagus = office.sit_down(BAGUS);
    let guest = bagus.take_in("S-01");
    let error = refused(bagus.session.cancel(&guest.case, ""));
    assert_eq!(labels(&error), ["Alasan"]);
    bagus.session.cancel(&guest.case, "Pelaku usaha berubah pikiran").unwrap();
    assert_eq!(bagus.status(&guest), Status::Dibatalkan);
    bagus.leave();
    finish(office);
}

#[test]
fn after_the_approval_nobody_withdraws_or_refuses() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = ratna.take_in("S-01");
    ratna.verify(&guest);
    ratna.declare(&guest);
    ratna.approve(&guest);
    assert_eq!(refused(ratna.session.cancel(&guest.case, "Batal")).code, Code::TransitionRefused);
    let error = refused(ratna.session.refuse(&guest.case, Reason::X02, "Diduga palsu"));
    assert_eq!(error.code, Code::TransitionRefused);
    let error = refused(ratna.session.approve(&guest.case, RATNA.password, ""));
    assert_eq!(error.code, Code::TransitionRefused, "nobody approves twice");
    assert_eq!(ratna.paper_numbers(&guest), ["TT-2026-1-000001", "BV-2026-1-000001"]);
    ratna.leave();
    finish(office);
}
