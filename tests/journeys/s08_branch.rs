//! S-08: the form carries the NPWP of a branch, the card that of the head office.

use loket_core::form::FormField;
use loket_core::outcome::{Outcome, Severity};
use loket_core::verifikasi::RowKey;
use loket_tests::{Office, RATNA, finish, labels, refused};

#[test]
fn the_nitku_of_the_branch_is_accepted() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = ratna.walk_in("S-08");
    ratna.fill_form(&guest);

    let record = ratna.record(&guest);
    assert_eq!(record.form_value(FormField::Nitku), "0997001029513000000001");
    let typed = ratna.session.check_form_value(&record, FormField::Nitku, "0997001029513000000001");
    assert!(typed.notes.iter().all(|note| note.severity == Severity::Info), "{:?}", typed.notes);
    ratna.leave();
    finish(office);
}

#[test]
fn a_branch_is_similar_to_its_head_office_and_passes_with_a_reason() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = ratna.take_in("S-08");
    ratna.verify(&guest);

    let npwp = ratna.row(&guest, RowKey::Npwp);
    assert_eq!((npwp.outcome(), npwp.overridable), (Some(Outcome::Mirip), true));
    assert_eq!(ratna.row(&guest, RowKey::PusatCabang).document_value.as_deref(), Some("000001 (cabang)"));
    let error = refused(ratna.session.declare(&guest.case));
    assert_eq!(labels(&error), ["Putusan NPWP"]);

    ratna.decide_with_reason(&guest, RowKey::Npwp, "cabang");
    ratna.declare(&guest);
    ratna.approve(&guest);
    assert_eq!(ratna.paper_numbers(&guest), ["TT-2026-1-000001", "BV-2026-1-000001"]);
    ratna.leave();
    finish(office);
}

#[test]
fn a_nitku_of_another_vendor_is_noticed() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = ratna.prepare("S-08");
    ratna.session.set_form_field(&guest.case, FormField::Nitku, "0997001011513000000001").unwrap();
    let row = ratna.row(&guest, RowKey::PusatCabang);
    assert_eq!(row.outcome(), Some(Outcome::Beda));
    assert_eq!(row.finding.unwrap().explanation, "NITKU bukan milik NPWP ini. Baca ulang keduanya.");
    ratna.leave();
    finish(office);
}
