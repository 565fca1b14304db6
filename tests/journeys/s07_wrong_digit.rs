//! S-07: one digit of the NPWP on the form is wrong.

use loket_core::form::FormField;
use loket_core::outcome::{Outcome, Severity};
use loket_core::verifikasi::RowKey;
use loket_tests::{Office, RATNA, finish, labels, refused};

#[test]
fn a_wrong_check_digit_warns_while_typing_and_points_at_the_first_nine_digits() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = ratna.walk_in("S-07");
    let record = ratna.record(&guest);

    let typed = ratna.session.check_form_value(&record, FormField::Npwp, "99.700.101.2-513.000");
    let note = typed.notes.iter().find(|note| note.rule == "N-12").expect("the check digit is wrong");
    assert_eq!(note.severity, Severity::Peringatan);
    assert_eq!(note.text, "Digit pemeriksa NPWP tidak cocok. Baca ulang sembilan angka pertama.");
    let right = ratna.session.check_form_value(&record, FormField::Npwp, "99.700.101.1-513.000");
    assert!(right.notes.iter().all(|note| note.rule != "N-12"));
    ratna.leave();
    finish(office);
}

#[test]
fn the_wrong_digit_is_kept_as_it_was_typed_and_cannot_be_approved() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = ratna.take_in("S-07");
    assert_eq!(ratna.record(&guest).form_value(FormField::Npwp), "997001012513000", "no digit is repaired");

    ratna.verify(&guest);
    let npwp = ratna.row(&guest, RowKey::Npwp);
    assert_eq!((npwp.outcome(), npwp.overridable), (Some(Outcome::Beda), false));
    let error = refused(ratna.session.declare(&guest.case));
    assert_eq!(labels(&error), ["NPWP berbeda, perlu perbaikan"]);
    ratna.leave();
    finish(office);
}

#[test]
fn a_number_that_is_no_npwp_at_all_stays_visible_and_holds_the_file_back() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = ratna.take_in_without_completing("S-01");
    let typed = ratna.session.set_form_field(&guest.case, FormField::Npwp, " 99.7O0.101 ").unwrap();
    assert_eq!(typed.notes.first().map(|note| note.severity), Some(Severity::Galat));
    assert_eq!(ratna.record(&guest).form_value(FormField::Npwp), "99.7O0.101");

    let error = refused(ratna.session.complete(&guest.case));
    assert_eq!(labels(&error), ["NPWP belum benar"]);
    ratna.leave();
    finish(office);
}
