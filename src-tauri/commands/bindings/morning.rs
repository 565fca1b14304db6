//! A morning on which every list of the home screen has somebody in it, and what else that screen may show.

use loket_core::actions::permohonan::AttendeeInput;
use loket_core::document::DocumentKind;
use loket_core::form::{FormField, Kapasitas};
use loket_core::reasons::Reason;
use loket_core::verifikasi::Decision;
use loket_tests::{Desk, Guest, Office, RATNA, finish};

use super::book::{Book, Names};
use crate::commands::home::Home;
use crate::commands::permohonan::timeline_of;

pub(super) fn play(book: &mut Book) {
    let office = Office::staffed();
    let mut names = Names::default();
    let mut keep = |name: &str, ratna: &Desk| book.keep(name, Home::of(&ratna.session).unwrap(), &mut names);

    office.clock.set(2026, 11, 23, 8, 10);
    let mut ratna = office.sit_down(RATNA);
    keep("beranda-kosong", &ratna);
    let alas_roban = monday(&office, &mut ratna);
    ratna.leave();

    office.clock.set(2026, 11, 25, 7, 48);
    let mut ratna = office.sit_down(RATNA);
    let mariyam = wednesday(&office, &mut ratna, &alas_roban);
    keep("beranda", &ratna);

    ratna.call(&mariyam);
    // The power goes: nobody locks the office.
    drop(ratna);
    office.clock.set(2026, 11, 25, 11, 31);
    let ratna = office.sit_down(RATNA);
    keep("beranda-pulih", &ratna);

    office.clock.set(2020, 1, 1, 0, 0);
    keep("beranda-jam-mundur", &ratna);
    office.clock.set(2026, 11, 25, 11, 40);
    book.keep("riwayat", timeline_of(&ratna.session, &alas_roban.case).unwrap(), &mut names);
    ratna.leave();
    finish(office);
}

/// One guest is verified to the end, one must come back, and one brought only the KTP.
fn monday(office: &Office, ratna: &mut Desk) -> Guest {
    let at = |hour, minute| office.clock.set(2026, 11, 23, hour, minute);
    let owner = ratna.take_in("S-02");
    at(8, 25);
    accept(ratna, &owner);
    ratna.approve(&owner);
    ratna.session.make_fotokopi(&owner.case).unwrap();
    ratna.session.record_activation(&owner.case, "sumberrejeki").unwrap();

    let differing = ratna.take_in("S-06");
    at(9, 0);
    ratna.verify(&differing);
    ratna.send_for_repair(&differing, Reason::P05, "");

    at(10, 2);
    let half = ratna.walk_in("S-01");
    ratna.fill_form(&half);
    at(10, 9);
    ratna.receive(&half, DocumentKind::Ktp);
    ratna.photograph(&half, DocumentKind::Ktp);
    half
}

/// Two guests are decided on; three wait, the one with a child first; one has only sat down.
fn wednesday(office: &Office, ratna: &mut Desk, alas_roban: &Guest) -> Guest {
    let at = |hour, minute| office.clock.set(2026, 11, 25, hour, minute);
    let approved = ratna.take_in("S-03");
    at(8, 5);
    accept(ratna, &approved);
    at(8, 19);
    ratna.approve(&approved);
    let declared = ratna.take_in("S-26");
    at(8, 30);
    accept(ratna, &declared);

    at(8, 50);
    ratna.receive(alas_roban, DocumentKind::Npwp);
    ratna.photograph(alas_roban, DocumentKind::Npwp);
    ratna.read_cards(alas_roban);
    ratna.hand_in(alas_roban);
    ratna.session.complete(&alas_roban.case).unwrap();
    at(8, 58);
    let mariyam = ratna.prepare("S-24");
    go_first(ratna, &mariyam);
    ratna.hand_in(&mariyam);
    ratna.session.complete(&mariyam.case).unwrap();
    at(9, 6);
    ratna.take_in("S-09");
    let begun = ratna.walk_in("S-08");
    ratna.session.set_form_field(&begun.case, FormField::NamaUsaha, "CV Tulis Karya Mandiri").unwrap();
    at(9, 12);
    mariyam
}

/// Verifies the case and declares it SESUAI; what needs a reason gets one.
fn accept(ratna: &mut Desk, guest: &Guest) {
    ratna.verify(guest);
    for row in ratna.rows(guest).into_iter().filter(|row| row.decision.is_none()) {
        let decision = Some(Decision::CocokDenganCatatan);
        let reason = "Dijelaskan pelaku usaha di loket";
        ratna.session.decide_row(&guest.case, row.key, decision, reason, None).unwrap();
    }
    ratna.declare(guest);
}

/// The owner waits with a small child.
fn go_first(ratna: &mut Desk, guest: &Guest) {
    let attendee = AttendeeInput {
        name: guest.typed(FormField::PenanggungJawabNama).to_owned(),
        nik: guest.brought.ktp.nik.clone(),
        phone: guest.typed(FormField::Hp).to_owned(),
        priority: Some("Ibu hamil atau membawa bayi".to_owned()),
    };
    ratna.session.set_attendee(&guest.case, Kapasitas::Pemilik, attendee).unwrap();
}
