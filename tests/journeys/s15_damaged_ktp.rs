//! S-15: two digits of the NIK are scratched away. Nobody guesses them.

use loket_core::document::{DocumentKind, Sighting};
use loket_core::form::DocumentField;
use loket_core::numbering::PaperKind;
use loket_core::outcome::Severity;
use loket_core::permohonan::Status;
use loket_core::place::Place;
use loket_core::reasons::Reason;
use loket_core::verifikasi::RowKey;
use loket_tests::{Desk, Guest, Office, RATNA, finish, refused};

const AS_READ: &str = "3325114?0875?002";

/// Everything agrees but the NIK, of which two digits cannot be read.
fn verified_but_for_the_nik(ratna: &mut Desk) -> Guest {
    let guest = ratna.take_in("S-15");
    ratna.read(&guest, DocumentKind::Ktp, DocumentField::Nik, AS_READ);
    ratna.verify(&guest);
    guest
}

#[test]
fn unreadable_digits_stay_unread_and_hold_the_case() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = verified_but_for_the_nik(&mut ratna);

    let typed = ratna.session.check_document_value(
        &ratna.record(&guest),
        DocumentKind::Ktp,
        DocumentField::Nik,
        AS_READ,
    );
    assert_eq!(typed.notes.first().map(|note| note.severity), Some(Severity::Galat));
    let ktp = &ratna.record(&guest).documents[&DocumentKind::Ktp];
    assert_eq!(ktp.values[&DocumentField::Nik], AS_READ, "kept as it was read");
    assert!(ratna.row(&guest, RowKey::PjNik).repair_codes.contains(&Reason::P01));
    let error = refused(ratna.session.declare(&guest.case));
    assert!(
        error.missing.iter().any(|missing| missing.place == Place::Row(RowKey::PjNik)),
        "{:?}",
        error.missing
    );
    ratna.leave();
    finish(office);
}

#[test]
fn the_vendor_is_told_of_the_digital_ktp_and_comes_back_with_it() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = verified_but_for_the_nik(&mut ratna);
    ratna.send_for_repair(&guest, Reason::P01, "Angka ke-8 dan ke-13 tergores.");
    let words = ratna.words_on(&guest, PaperKind::LembarKekurangan);
    assert!(words.contains("Bawa KTP yang terbaca, atau tunjukkan KTP digital (IKD)"), "{words}");
    assert!(words.contains("Angka ke-8 dan ke-13 tergores."), "{words}");

    office.clock.set(2026, 11, 24, 10, 0);
    ratna.take_back(&guest);
    ratna.call(&guest);
    ratna.session.set_sighting(&guest.case, DocumentKind::Ktp, Sighting::Ikd).unwrap();
    ratna.see_original(&guest, DocumentKind::Npwp);
    ratna.read(&guest, DocumentKind::Ktp, DocumentField::Nik, &guest.brought.ktp.nik);
    ratna.compare_everything(&guest);
    assert_eq!(ratna.still_missing(&guest), Vec::<String>::new());
    ratna.declare(&guest);
    ratna.approve(&guest);

    assert_eq!(ratna.status(&guest), Status::Disetujui);
    let words = ratna.words_on(&guest, PaperKind::BuktiVerifikasi);
    assert!(words.contains("KTP digital (IKD)"), "{words}");
    ratna.leave();
    finish(office);
}

#[test]
fn only_a_ktp_can_be_digital() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = ratna.take_in("S-15");
    let error = refused(ratna.session.set_sighting(&guest.case, DocumentKind::Npwp, Sighting::Ikd));
    assert_eq!(error.what_happened(), "IKD hanya berlaku untuk KTP.");
    ratna.leave();
    finish(office);
}
