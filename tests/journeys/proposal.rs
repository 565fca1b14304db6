//! A value is typed once: what is known is proposed for the card and confirmed with the card in hand.

use loket_core::actions::Open;
use loket_core::document::{DocumentKind, Sighting};
use loket_core::error::Code;
use loket_core::form::DocumentField;
use loket_core::outcome::Outcome;
use loket_core::place::Place;
use loket_core::verifikasi::{Decision, RowKey};
use loket_tests::{BAGUS, Desk, Guest, Office, RATNA, finish, places, refused};

/// S-01 before the comparison, both originals seen, nothing read from them yet.
fn called(office: &Office) -> (Desk, Guest) {
    let mut ratna = office.sit_down(RATNA);
    let guest = ratna.walk_in("S-01");
    ratna.fill_form(&guest);
    for card in [DocumentKind::Ktp, DocumentKind::Npwp] {
        ratna.receive(&guest, card);
        ratna.photograph(&guest, card);
    }
    ratna.hand_in(&guest);
    ratna.session.complete(&guest.case).unwrap();
    ratna.call(&guest);
    (ratna, guest)
}

#[test]
fn a_nik_that_the_card_repeats_is_confirmed_by_one_act_and_the_timeline_says_how() {
    let office = Office::open();
    let (mut ratna, guest) = called(&office);
    assert_eq!(ratna.row(&guest, RowKey::PjNik).proposal, None, "before the original was seen");
    ratna.see_original(&guest, DocumentKind::Ktp);
    let row = ratna.row(&guest, RowKey::PjNik);
    assert_eq!((row.outcome(), row.decision), (None, None), "a proposal decides nothing");

    let nik = row.proposal.unwrap();
    ratna.session.confirm_document_field(&guest.case, DocumentKind::Ktp, DocumentField::Nik, &nik).unwrap();
    let row = ratna.row(&guest, RowKey::PjNik);
    assert_eq!((row.outcome(), row.decision), (Some(Outcome::Sama), Some(Decision::Cocok)));
    assert_eq!((row.document_value, row.proposal), (Some(nik), None));
    let confirmed =
        Open::DocumentFieldSet { document: DocumentKind::Ktp, field: DocumentField::Nik, confirmed: true };
    assert!(ratna.acts(&guest).contains(&confirmed));
    let told = ratna.session.timeline(&guest.case).unwrap();
    assert!(told.iter().any(|line| line.text.contains("NIK ditegaskan dari kartu asli.")), "{told:#?}");
    ratna.leave();
    finish(office);
}

#[test]
fn nobody_confirms_what_was_not_seen_or_not_shown() {
    let office = Office::staffed();
    let (mut ratna, guest) = called(&office);
    let case = guest.case.clone();
    let confirm = |desk: &mut Desk, shown: &str| {
        desk.session.confirm_document_field(&case, DocumentKind::Ktp, DocumentField::Nama, shown)
    };
    let before = ratna.acts(&guest).len();

    let unseen = refused(confirm(&mut ratna, "WULAN PERTIWI"));
    assert_eq!(places(&unseen), [Place::Document(DocumentKind::Ktp)]);
    ratna.session.set_sighting(&guest.case, DocumentKind::Ktp, Sighting::Salinan).unwrap();
    assert_eq!(places(&refused(confirm(&mut ratna, "WULAN PERTIWI"))), [Place::Document(DocumentKind::Ktp)]);

    ratna.see_original(&guest, DocumentKind::Ktp);
    for shown in ["", "WULAN", "Wulan Pertiwi", "SLAMET RIYADI"] {
        assert_eq!(refused(confirm(&mut ratna, shown)).code, Code::InvalidInput, "{shown:?}");
    }
    ratna.leave();

    let mut bagus = office.sit_down(BAGUS);
    refused(confirm(&mut bagus, "WULAN PERTIWI"));
    bagus.leave();
    let mut ratna = office.sit_down(RATNA);
    let written = ratna.acts(&guest);
    let written = written.iter().skip(before).filter(|act| matches!(act, Open::DocumentFieldSet { .. }));
    assert_eq!(written.count(), 0, "a refusal writes nothing");

    confirm(&mut ratna, "WULAN PERTIWI").unwrap();
    assert_eq!(refused(confirm(&mut ratna, "WULAN PERTIWI")).code, Code::InvalidInput, "only once");
    ratna.leave();
    finish(office);
}

#[test]
fn a_card_that_says_otherwise_is_typed_and_found_different() {
    let office = Office::open();
    let (mut ratna, guest) = called(&office);
    ratna.see_original(&guest, DocumentKind::Ktp);
    assert_eq!(ratna.row(&guest, RowKey::PjNama).proposal.as_deref(), Some("WULAN PERTIWI"));
    ratna.read(&guest, DocumentKind::Ktp, DocumentField::Nama, "SLAMET RIYADI");
    let row = ratna.row(&guest, RowKey::PjNama);
    assert_eq!((row.outcome(), row.proposal), (Some(Outcome::Beda), None));
    ratna.leave();
    finish(office);
}
