//! A picture on which SESUAI was declared stays as it was, also while the case is open again.

use loket_core::capture::Taken;
use loket_core::document::{DocumentKind, PictureSource};
use loket_core::error::Code;
use loket_core::permohonan::Status;
use loket_tests::cards::photo_of;
use loket_tests::{Desk, Guest, Office, RATNA, finish, refused};

/// Declared SESUAI and taken back (T-19, T-22): the case may be edited once more.
fn taken_back(desk: &mut Desk, guest: &Guest) {
    desk.verify(guest);
    desk.declare(guest);
    desk.session.send_back(&guest.case, "Alamat belum dibaca ulang").unwrap();
    assert!(desk.status(guest).is_editable(), "nothing but the citing protects the pictures now");
}

fn whole_of(desk: &Desk, guest: &Guest, kind: DocumentKind) -> [[f32; 2]; 4] {
    let record = desk.record(guest);
    let picture = record.current_picture(kind).unwrap();
    let (width, height) = (picture.width as f32, picture.height as f32);
    [[0.0, 0.0], [width, 0.0], [width, height], [0.0, height]]
}

#[test]
fn a_picture_that_a_decision_cites_is_not_framed_anew_after_the_decision_was_taken_back() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = ratna.take_in("S-01");
    taken_back(&mut ratna, &guest);
    for kind in [DocumentKind::Ktp, DocumentKind::Npwp] {
        let cited = ratna.record(&guest).current_picture(kind).unwrap().clone();
        let whole = whole_of(&ratna, &guest, kind);
        let error = refused(ratna.session.crop_picture(&guest.case, &cited.id, whole, 1));
        assert_eq!(error.code, Code::TransitionRefused);
        assert_eq!(
            error.what_happened(),
            "Gambar ini menjadi dasar keputusan, jadi tidak dapat diubah lagi."
        );
        assert_eq!(*ratna.record(&guest).current_picture(kind).unwrap(), cited);
    }

    // A new picture is no basis of anything yet.
    let photo = photo_of(&guest.brought, DocumentKind::Ktp);
    let taken = ratna.file_photo(&guest, DocumentKind::Ktp, &photo);
    ratna.session.crop_picture(&guest.case, &taken, photo.corners, 0).unwrap();
    assert_eq!(ratna.status(&guest), Status::Verifikasi);
    ratna.leave();
    finish(office);
}

#[test]
fn a_cited_ktp_that_nothing_framed_is_framed_once_and_then_stays() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = ratna.take_in("S-01");
    let photo = photo_of(&guest.brought, DocumentKind::Ktp);
    let kind = DocumentKind::Ktp;
    let taken = Taken::check(kind, photo.jpeg.clone()).unwrap();
    let picture = ratna.session.add_picture(&guest.case, PictureSource::Kamera, taken).unwrap();
    let whole = whole_of(&ratna, &guest, kind);
    ratna.session.crop_picture(&guest.case, &picture, whole, 0).unwrap();
    taken_back(&mut ratna, &guest);

    ratna.session.crop_picture(&guest.case, &picture, photo.corners, 0).unwrap();
    let again = refused(ratna.session.crop_picture(&guest.case, &picture, whole, 0));
    assert_eq!(again.what_happened(), "Gambar ini menjadi dasar keputusan, jadi tidak dapat diubah lagi.");
    assert_eq!(ratna.record(&guest).current_picture(kind).unwrap().corners, Some(photo.corners));
    ratna.leave();
    finish(office);
}
