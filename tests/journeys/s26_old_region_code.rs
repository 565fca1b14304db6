//! S-26: the NIK begins with the code Tarakan had before the province was split.

use loket_core::document::DocumentKind;
use loket_core::form::DocumentField;
use loket_core::outcome::Severity;
use loket_core::permohonan::Status;
use loket_tests::{Office, RATNA, finish};

#[test]
fn an_old_region_code_informs_and_stands_in_nobodys_way() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = ratna.take_in("S-26");
    let typed = ratna.session.check_document_value(
        &ratna.record(&guest),
        DocumentKind::Ktp,
        DocumentField::Nik,
        "6473010101809001",
    );
    let notes: Vec<_> = typed.notes.iter().map(|note| (note.severity, note.rule.as_str())).collect();
    assert_eq!(notes, [(Severity::Info, "N-06")]);

    ratna.verify(&guest);
    assert_eq!(ratna.still_missing(&guest), Vec::<String>::new());
    ratna.declare(&guest);
    ratna.approve(&guest);
    assert_eq!(ratna.status(&guest), Status::Disetujui);
    ratna.leave();
    finish(office);
}
