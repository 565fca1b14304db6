//! S-03: the form says MOH. ARIFIN, the KTP says H. MUHAMMAD ARIFIN, S.T.

use loket_core::error::Code;
use loket_core::numbering::PaperKind;
use loket_core::outcome::Outcome;
use loket_core::permohonan::Status;
use loket_core::place::Place;
use loket_core::verifikasi::{Decision, RowKey};
use loket_tests::{Desk, Guest, Office, RATNA, finish, labels, places, refused};

fn verified_but_for_the_name(ratna: &mut Desk) -> Guest {
    let guest = ratna.take_in("S-03");
    ratna.verify(&guest);
    guest
}

#[test]
fn an_abbreviated_name_is_similar_and_waits_for_a_person() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = verified_but_for_the_name(&mut ratna);

    let name = ratna.row(&guest, RowKey::PjNama);
    assert_eq!((name.outcome(), name.decision), (Some(Outcome::Mirip), None));
    assert!(name.overridable);

    let error = refused(ratna.session.declare(&guest.case));
    assert_eq!(error.code, Code::GuardFailed);
    assert_eq!(labels(&error), ["Putusan nama"]);
    assert_eq!(places(&error), [Place::Row(RowKey::PjNama)]);
    assert_eq!(ratna.status(&guest), Status::Verifikasi);
    ratna.leave();
    finish(office);
}

#[test]
fn a_similar_name_does_not_pass_without_a_reason() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = verified_but_for_the_name(&mut ratna);

    for decision in [Decision::Cocok, Decision::CocokDenganCatatan] {
        let error =
            refused(ratna.session.decide_row(&guest.case, RowKey::PjNama, Some(decision), "  ", None));
        assert_eq!(error.code, Code::GuardFailed);
        assert_eq!(labels(&error), ["Alasan untuk nama"]);
    }
    assert_eq!(ratna.row(&guest, RowKey::PjNama).decision, None);
    ratna.leave();
    finish(office);
}

#[test]
fn with_a_reason_the_name_passes_and_the_bukti_carries_the_note() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = verified_but_for_the_name(&mut ratna);
    let sentence = ratna.decide_with_reason(&guest, RowKey::PjNama, "disingkat");
    ratna.declare(&guest);
    ratna.approve(&guest);

    let words = ratna.words_on(&guest, PaperKind::BuktiVerifikasi);
    assert!(words.contains("Mirip") && words.contains(sentence), "{words}");
    ratna.leave();
    finish(office);
}
