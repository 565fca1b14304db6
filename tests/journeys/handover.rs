//! Pause and handover: one officer holds a case, and another takes it over with a note.

use loket_core::actions::{Open, Sealed};
use loket_core::error::Code;
use loket_core::permohonan::Status;
use loket_core::place::Place;
use loket_core::verifikasi::{Decision, RowKey};
use loket_tests::{DEWI, Office, RATNA, finish, labels, places, refused};

#[test]
fn a_pause_needs_a_reason_and_the_same_officer_goes_on_without_a_note() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = ratna.take_in("S-01");
    ratna.call(&guest);
    assert_eq!(labels(&refused(ratna.session.pause(&guest.case, " "))), ["Alasan"]);
    ratna.session.pause(&guest.case, "Listrik tidak stabil").unwrap();
    assert_eq!(ratna.status(&guest), Status::Ditunda);
    ratna.session.resume(&guest.case, "").unwrap();
    assert_eq!(ratna.status(&guest), Status::Verifikasi);
    ratna.leave();
    finish(office);
}

#[test]
fn another_officer_takes_over_with_a_note_and_sees_the_originals_again() {
    let office = Office::staffed();
    let mut ratna = office.sit_down(RATNA);
    let guest = ratna.take_in("S-01");
    ratna.verify(&guest);
    ratna.session.pause(&guest.case, "Pergantian jaga").unwrap();
    ratna.leave();

    let mut dewi = office.sit_down(DEWI);
    let error = refused(dewi.session.resume(&guest.case, ""));
    assert_eq!((labels(&error), places(&error)), (vec!["Catatan serah terima"], vec![Place::Reason]));
    dewi.session.resume(&guest.case, "Menggantikan Ratna, tinggal keputusan").unwrap();
    let record = dewi.record(&guest);
    assert_eq!(record.verifier.as_deref(), Some(dewi.session.officer().id.as_str()));

    let error = refused(dewi.session.declare(&guest.case));
    assert_eq!(
        labels(&error)[..2],
        ["KTP direktur asli belum Anda lihat sendiri", "NPWP perusahaan asli belum Anda lihat sendiri"]
    );
    dewi.see_originals(&guest);
    dewi.compare_everything(&guest);
    dewi.declare(&guest);
    dewi.approve(&guest);

    let log = dewi.session.case_log(&guest.case).unwrap();
    let note = log.into_iter().find_map(|entry| match (entry.open, entry.sealed) {
        (Open::Moved(step), Some(Sealed::Reasons { text, .. })) if step.to == Status::Verifikasi => {
            Some(text)
        }
        _ => None,
    });
    assert_eq!(note.as_deref(), Some("Menggantikan Ratna, tinggal keputusan"));
    dewi.leave();
    finish(office);
}

#[test]
fn who_does_not_hold_the_case_decides_nothing_in_it() {
    let office = Office::staffed();
    let mut ratna = office.sit_down(RATNA);
    let guest = ratna.take_in("S-01");
    ratna.verify(&guest);
    ratna.leave();

    let mut dewi = office.sit_down(DEWI);
    assert_eq!(dewi.status(&guest), Status::Verifikasi, "a lock is no power cut");
    let error =
        refused(dewi.session.decide_row(&guest.case, RowKey::Orang, Some(Decision::TidakCocok), "", None));
    assert_eq!(error.what_happened(), "Permohonan ini sedang ditangani petugas lain.");
    for error in [
        refused(dewi.session.pause(&guest.case, "Mengambil alih")),
        refused(dewi.session.declare(&guest.case)),
    ] {
        assert_eq!(error.code, Code::GuardFailed);
        assert_eq!(places(&error)[0], Place::Holder);
    }
    dewi.leave();
    finish(office);
}
