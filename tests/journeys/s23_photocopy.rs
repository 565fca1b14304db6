//! S-23: a photocopy is held to the camera. The app cannot know; it asks.

use loket_core::actions::Open;
use loket_core::document::{DocumentKind, Sighting};
use loket_core::numbering::PaperKind;
use loket_core::permohonan::Status;
use loket_core::place::Place;
use loket_core::reasons::Reason;
use loket_core::verifikasi::{Decision, RowKey};
use loket_tests::cards::photo_of_copy;
use loket_tests::{Office, RATNA, finish, labels, places, refused};

#[test]
fn a_copy_answered_with_no_holds_the_case_and_the_answer_is_in_the_log() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = ratna.take_in("S-23");
    let copy = photo_of_copy(&guest.brought, DocumentKind::Ktp);
    ratna.file_photo(&guest, DocumentKind::Ktp, &copy);
    ratna.call(&guest);
    ratna.session.set_sighting(&guest.case, DocumentKind::Ktp, Sighting::Salinan).unwrap();
    ratna.see_original(&guest, DocumentKind::Npwp);
    ratna.compare_everything(&guest);
    ratna.answer_questions(&guest);

    let error = refused(ratna.session.declare(&guest.case));
    assert_eq!(labels(&error), ["KTP direktur bukan asli (P02)"]);
    assert_eq!(places(&error), [Place::Document(DocumentKind::Ktp)]);
    let answered = Open::SightingSet { document: DocumentKind::Ktp, sighting: Sighting::Salinan };
    assert!(ratna.acts(&guest).contains(&answered));

    ratna.send_for_repair(&guest, Reason::P02, "");
    assert_eq!(ratna.status(&guest), Status::PerluPerbaikan);
    let words = ratna.words_on(&guest, PaperKind::LembarKekurangan);
    assert!(words.contains("Bawa KTP asli, bukan fotokopi atau foto."), "{words}");
    ratna.leave();
    finish(office);
}

#[test]
fn without_an_answer_nothing_counts_as_seen_and_nothing_is_ticked() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = ratna.take_in("S-23");
    ratna.call(&guest);

    assert!(ratna.rows(&guest).iter().all(|row| row.decision.is_none()), "nothing is preselected");
    let error = refused(ratna.session.declare(&guest.case));
    assert_eq!(
        labels(&error)[..2],
        ["KTP direktur asli belum dilihat", "NPWP perusahaan asli belum dilihat"]
    );
    ratna.see_original(&guest, DocumentKind::Ktp);
    let name = ratna.row(&guest, RowKey::PjNama);
    assert_eq!((name.decision, name.preticked), (Some(Decision::Cocok), true));
    ratna.leave();
    finish(office);
}
