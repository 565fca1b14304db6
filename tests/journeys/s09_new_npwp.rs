//! S-09: a company of 2026, whose NPWP does not begin with zero.

use loket_core::form::FormField;
use loket_core::outcome::{Outcome, Severity};
use loket_core::permohonan::Status;
use loket_core::verifikasi::RowKey;
use loket_tests::{Office, RATNA, finish};

#[test]
fn a_new_number_is_told_about_and_never_mistaken_for_a_nik() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = ratna.walk_in("S-09");
    let typed = ratna.session.check_form_value(&ratna.record(&guest), FormField::Npwp, "1000000012345678");
    let notes: Vec<_> = typed.notes.iter().map(|note| (note.severity, note.rule.as_str())).collect();
    assert_eq!(notes, [(Severity::Info, "N-18")]);
    ratna.leave();
    finish(office);
}

#[test]
fn the_new_company_is_verified_like_any_other() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = ratna.take_in("S-09");
    ratna.verify(&guest);
    assert_eq!(ratna.row(&guest, RowKey::Npwp).outcome(), Some(Outcome::Sama));
    assert_eq!(ratna.still_missing(&guest), Vec::<String>::new());
    ratna.declare(&guest);
    ratna.approve(&guest);
    assert_eq!(ratna.status(&guest), Status::Disetujui);
    ratna.leave();
    finish(office);
}
