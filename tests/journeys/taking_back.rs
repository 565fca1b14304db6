//! A decision that was wrong is taken back, and that it was taken stays to be seen.

use loket_core::error::Code;
use loket_core::numbering::PaperKind;
use loket_core::permohonan::Status;
use loket_core::place::Place;
use loket_core::reasons::Reason;
use loket_core::verifikasi::{Decision, RowKey};
use loket_tests::{DEWI, Office, RATNA, finish, labels, places, refused};

#[test]
fn a_row_called_not_matching_by_mistake_is_taken_back_and_printed_among_the_notes() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = ratna.take_in("S-01");
    ratna.verify(&guest);
    let case = guest.case.as_str();
    let decision = Some(Decision::TidakCocok);
    ratna.session.decide_row(case, RowKey::NamaUsaha, decision, "Salah baca", None).unwrap();
    assert_eq!(labels(&refused(ratna.session.declare(case))), ["Nama usaha tidak cocok, perlu perbaikan"]);
    ratna.session.decide_row(case, RowKey::NamaUsaha, Some(Decision::Cocok), "", None).unwrap();
    assert_eq!(ratna.record(&guest).taken_back.len(), 1);
    // Agreeing twice takes nothing back.
    ratna.session.decide_row(case, RowKey::NamaUsaha, Some(Decision::Cocok), "", None).unwrap();
    assert_eq!(ratna.record(&guest).taken_back.len(), 1);
    ratna.declare(&guest);
    ratna.approve(&guest);
    let words = ratna.words_on(&guest, PaperKind::BuktiVerifikasi);
    assert!(words.contains("Nama usaha sempat dinyatakan tidak cocok. Ratna Purnomo, 08.00 WIB."), "{words}");
    ratna.leave();
    finish(office);
}

#[test]
fn sesuai_taken_back_says_why_on_the_bukti() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = ratna.take_in("S-01");
    ratna.verify(&guest);
    ratna.declare(&guest);
    assert_eq!(places(&refused(ratna.session.send_back(&guest.case, " "))), [Place::Reason]);
    ratna.session.send_back(&guest.case, "Alamat belum dibaca ulang").unwrap();
    assert_eq!(ratna.status(&guest), Status::Verifikasi);
    ratna.declare(&guest);
    ratna.approve(&guest);
    let words = ratna.words_on(&guest, PaperKind::BuktiVerifikasi);
    let expected = "Pernyataan sesuai ditarik. Ratna Purnomo, 08.00 WIB. Alasan: Alamat belum dibaca ulang";
    assert!(words.contains(expected), "{words}");
    ratna.leave();
    finish(office);
}

#[test]
fn a_lembar_kekurangan_given_by_mistake_is_taken_back_and_the_verification_goes_on() {
    let office = Office::staffed();
    let mut ratna = office.sit_down(RATNA);
    let guest = ratna.take_in("S-01");
    ratna.verify(&guest);
    let queue = ratna.record(&guest).queue;
    ratna.send_for_repair(&guest, Reason::P05, "");
    assert_eq!(places(&refused(ratna.session.withdraw_shortages(&guest.case, ""))), [Place::Reason]);
    ratna.leave();

    let mut dewi = office.sit_down(DEWI);
    let error = refused(dewi.session.withdraw_shortages(&guest.case, "Bukan punya saya"));
    assert_eq!(places(&error), [Place::Holder]);
    dewi.leave();

    let mut ratna = office.sit_down(RATNA);
    ratna.session.withdraw_shortages(&guest.case, "Kartu yang benar ternyata di map lain").unwrap();
    let record = ratna.record(&guest);
    assert_eq!((record.status, record.shortages.len()), (Status::Verifikasi, 0));
    assert_eq!((record.queue, record.due), (queue, None));
    assert!(ratna.record(&guest).papers.iter().any(|paper| paper.kind == PaperKind::LembarKekurangan));
    let missing = ratna.still_missing(&guest);
    assert!(missing[0].contains("KTP"), "every original is looked at again: {missing:?}");
    ratna.see_originals(&guest);
    ratna.compare_everything(&guest);
    ratna.declare(&guest);
    ratna.approve(&guest);
    let words = ratna.words_on(&guest, PaperKind::BuktiVerifikasi);
    assert!(words.contains("Lembar Kekurangan (P05) ditarik."), "{words}");
    assert_eq!(
        ratna.steps(&guest),
        ["T-05", "T-08", "T-15", "T-18", "T-31", "T-19", "T-21"],
        "no second queue number"
    );
    ratna.leave();
    finish(office);
}

#[test]
fn what_was_asked_for_at_intake_is_answered_and_never_taken_back() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = ratna.take_in_without_completing("S-01");
    ratna.send_for_repair(&guest, Reason::P01, "");
    let error = refused(ratna.session.withdraw_shortages(&guest.case, "Keliru"));
    assert_eq!(error.code, Code::GuardFailed);
    let assessment = ratna.session.assess(&ratna.record(&guest)).unwrap();
    assert!(!assessment.allowed.iter().any(|step| step.id.to_string() == "T-31"), "it is not offered either");
    ratna.leave();
    finish(office);
}
