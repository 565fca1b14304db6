//! S-02: a clean request from afar, from the e-mail to the appointment.

use loket_core::actions::Open;
use loket_core::document::{DocumentKind, PictureSource};
use loket_core::error::Code;
use loket_core::kiriman::KirimanEnd;
use loket_core::numbering::PaperKind;
use loket_core::permohonan::Status;
use loket_tests::{Office, RATNA, finish, labels, refused};

#[test]
fn a_request_by_e_mail_becomes_a_permohonan_that_waits_for_its_appointment() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let kiriman = ratna.receive_letter("S-02");
    let guest = ratna.open_from_letter("S-02", &kiriman);
    ratna.fill_form(&guest);
    ratna.read_cards(&guest);
    ratna.hand_in(&guest);
    assert_eq!(ratna.status(&guest), Status::Diajukan);
    ratna.session.complete(&guest.case).unwrap();
    assert_eq!(ratna.status(&guest), Status::MenungguJadwal);
    assert_eq!(ratna.steps(&guest), ["T-05", "T-09"]);

    let record = ratna.record(&guest);
    let request = record.request.expect("the e-mail is the evidence of the request");
    assert_eq!(request.sender, "toko@sumberrejeki.example");
    assert_eq!(request.sender_name, "Slamet Riyadi");
    assert_eq!(request.sent_at.to_rfc3339(), "2026-11-23T00:41:05+00:00");
    assert!(request.message.is_some(), "the whole message is sealed with the case");
    assert!(
        !record.papers.iter().any(|paper| paper.kind == PaperKind::TandaTerima),
        "nothing is handed over"
    );
    let pictures: Vec<_> = record.pictures.iter().map(|picture| (picture.kind, picture.source)).collect();
    assert_eq!(pictures, [DocumentKind::Ktp, DocumentKind::Npwp].map(|kind| (kind, PictureSource::Surel)));

    // The kiriman ends; what was given to the case stays with the case.
    ratna.session.end_kiriman(&kiriman, KirimanEnd::Selesai).unwrap();
    ratna.leave();
    let ratna = office.sit_down(RATNA);
    let store = ratna.session.store();
    for picture in &record.pictures {
        assert!(!store.open_picture(&guest.case, &picture.file).unwrap().is_empty());
    }
    let message = request.message.unwrap();
    assert!(store.open_picture(&guest.case, &message).unwrap().starts_with(b"From: Slamet"));
    let said = ratna.session.timeline(&guest.case).unwrap();
    let expected = "Permintaan lewat surel dari toko@sumberrejeki.example dicatat, \
                    bertanggal 23 November 2026, 07.41 WIB.";
    assert!(said.iter().any(|line| line.text == expected), "{said:#?}");
    ratna.leave();
    finish(office);
}

#[test]
fn a_request_from_afar_is_not_received_without_its_e_mail_or_without_scans() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = ratna.open_online("S-02");
    ratna.fill_form(&guest);
    let error = refused(ratna.session.submit(&guest.case, None));
    assert_eq!(error.code, Code::GuardFailed);
    assert_eq!(labels(&error), ["Surel permintaan: pengirim dan tanggalnya", "KTP pemilik", "NPWP pemilik"]);

    // Loose attachments say neither: the officer writes down what the mail program shows.
    let seen = ratna.session.store().now() - chrono::TimeDelta::hours(3);
    ratna.session.note_request(&guest.case, "toko@sumberrejeki.example", seen).unwrap();
    ratna.receive(&guest, DocumentKind::Ktp);
    ratna.receive(&guest, DocumentKind::Npwp);
    ratna.hand_in(&guest);
    let error = refused(ratna.session.complete(&guest.case));
    assert_eq!(labels(&error), ["KTP pemilik", "NPWP pemilik"], "a paper in a hand is no scan");
    let open = ratna.acts(&guest);
    assert!(open.iter().any(|act| matches!(act, Open::RequestMailed { kiriman: None, message: None, .. })));
    ratna.leave();
    finish(office);
}
