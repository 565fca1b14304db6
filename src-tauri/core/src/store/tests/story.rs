//! One permohonan face to face, step by step: Wulan Pertiwi comes for CV Alas Roban Sejahtera.

use image::RgbImage;

use super::office::PASSWORD;
use crate::actions::Session;
use crate::actions::kiriman::Incoming;
use crate::actions::mailbox::Login;
use crate::actions::permohonan::AttendeeInput;
use crate::actions::scan::Sheet;
use crate::capture::{self, Taken};
use crate::document::{DocumentKind, PictureSource, Sighting};
use crate::error::Result;
use crate::form::{DocumentField, Kapasitas, Profil};
use crate::kiriman::KirimanSource;
use crate::mailbox::{MailServer, MailboxSettings, Security};
use crate::outcome::Outcome;
use crate::permohonan::{Channel, Status};
use crate::privacy::NOTICE_VERSION;
use crate::scanner::{Mode, Page};
use crate::specimen::scenario;
use crate::verifikasi::{DaftarHitam, Decision, JawabanDaftarHitam, Kewenangan, RowKey};

pub(super) const NIK: &str = "3325114508759002";
pub(super) const NAME: &str = "Wulan Pertiwi";
pub(super) const COMPANY: &str = "CV Alas Roban Sejahtera";
pub(super) const PHONE: &str = "081200009001";
pub(super) const NPWP: &str = "0997001011513000";

/// A small photograph of nothing in particular; what is drawn on it plays no part in the store.
pub(super) fn picture(shade: u8) -> Vec<u8> {
    let image = RgbImage::from_fn(64, 40, |x, y| image::Rgb([shade, (x * 3) as u8, (y * 5) as u8]));
    capture::encode_jpeg(&image, 80).expect("jpeg")
}

pub(super) fn taken(kind: DocumentKind, shade: u8) -> Taken {
    Taken::check(kind, picture(shade)).expect("a picture")
}

/// A message with one scan, different for each shade.
pub(super) fn letter(shade: u8) -> Incoming {
    use base64::Engine as _;
    let scan = base64::engine::general_purpose::STANDARD.encode(picture(shade));
    let bytes = format!(
        "From: {NAME} <kantor@usaha.example>\r\nDate: Mon, 23 Nov 2026 07:41:05 +0700\r\n\
         Subject: Permohonan {COMPANY}\r\nMIME-Version: 1.0\r\nContent-Type: image/jpeg; name={NIK}.jpg\r\n\
         Content-Transfer-Encoding: base64\r\nContent-Disposition: attachment\r\n\r\n{scan}\r\n"
    );
    Incoming::read("permohonan.eml", KirimanSource::Seret, bytes.into_bytes()).expect("a message")
}

/// One sheet of a stack, as a scanner gives it.
pub(super) fn sheet() -> Sheet {
    let page = Page::new(64, 40, Mode::Warna, 300, vec![200; 64 * 40 * 3]).expect("a page");
    Sheet::of(&page).expect("a sheet")
}

pub(super) fn open(session: &mut Session) -> Result<String> {
    session.open_permohonan(Profil::BadanUsaha, Channel::TatapMuka, NOTICE_VERSION)
}

pub(super) fn attend(session: &mut Session, case: &str) -> Result<()> {
    let attendee =
        AttendeeInput { name: NAME.to_owned(), nik: NIK.to_owned(), phone: PHONE.to_owned(), priority: None };
    session.set_attendee(case, Kapasitas::Direktur, attendee)
}

pub(super) fn fill(session: &mut Session, case: &str) -> Result<()> {
    for (field, value) in scenario("S-01").expect("scenario").form {
        session.set_form_field(case, field, value)?;
    }
    let read_from_cards = [
        (DocumentKind::Ktp, DocumentField::Nik, NIK),
        (DocumentKind::Ktp, DocumentField::Nama, "WULAN PERTIWI"),
        (DocumentKind::Ktp, DocumentField::TanggalLahir, "05-08-1975"),
        (DocumentKind::Ktp, DocumentField::Kewarganegaraan, "WNI"),
        (DocumentKind::Ktp, DocumentField::BerlakuHingga, "SEUMUR HIDUP"),
        (DocumentKind::Npwp, DocumentField::NamaUsaha, "CV ALAS ROBAN SEJAHTERA"),
        (DocumentKind::Npwp, DocumentField::Npwp, "99.700.101.1-513.000"),
    ];
    for (document, field, value) in read_from_cards {
        session.set_document_field(case, document, field, value)?;
    }
    Ok(())
}

pub(super) fn photograph(session: &mut Session, case: &str) -> Result<()> {
    session.add_picture(case, PictureSource::Kamera, taken(DocumentKind::Ktp, 40))?;
    session.add_picture(case, PictureSource::Kamera, taken(DocumentKind::Npwp, 90))?;
    Ok(())
}

/// Up to VERIFIKASI: Tanda Terima issued, queue number given, verifikator at work.
pub(super) fn until_started(session: &mut Session) -> Result<String> {
    let case = open(session)?;
    attend(session, &case)?;
    fill(session, &case)?;
    photograph(session, &case)?;
    session.submit(&case, Some("Kantor cabang mendaftar sendiri"))?;
    session.complete(&case)?;
    session.start(&case)?;
    Ok(case)
}

pub(super) fn judge(session: &mut Session, case: &str) -> Result<()> {
    session.set_sighting(case, DocumentKind::Ktp, Sighting::Asli)?;
    session.set_sighting(case, DocumentKind::Npwp, Sighting::Asli)?;
    let today = session.today();
    let answer = DaftarHitam { answer: Some(JawabanDaftarHitam::TidakTercantum), list_date: Some(today) };
    session.set_daftar_hitam(case, answer)?;
    session.set_kewenangan(case, Kewenangan { checked: Some(false), basis: String::new() })?;
    for key in open_rows(session, case)? {
        session.decide_row(case, key, Some(Decision::Cocok), "Dilihat pada kartu asli", None)?;
    }
    Ok(())
}

/// Rows that a person must still decide.
fn open_rows(session: &Session, case: &str) -> Result<Vec<RowKey>> {
    let record = session.store().reader().case(case)?;
    let rows = session.assess(&record)?.rows;
    Ok(rows
        .iter()
        .filter(|row| row.open_question().is_some() && row.outcome() != Some(Outcome::Beda))
        .map(|row| row.key)
        .collect())
}

/// From walk-in to PEMANTAUAN_SIKAP, with a Fotokopi on the way.
pub(super) fn whole(session: &mut Session) -> Result<String> {
    let case = until_started(session)?;
    judge(session, &case)?;
    session.declare(&case)?;
    session.approve(&case, PASSWORD, "").map_err(|refusal| refusal.error)?;
    session.make_fotokopi(&case)?;
    session.record_activation(&case, "alasroban2026")?;
    Ok(case)
}

/// A closed case, which may be erased.
pub(super) fn closed(session: &mut Session) -> Result<String> {
    let case = until_started(session)?;
    session.set_sighting(&case, DocumentKind::Ktp, Sighting::Asli)?;
    session.cancel(&case, "Pelaku usaha menarik permohonannya")?;
    assert_eq!(session.store().reader().case(&case)?.status, Status::Dibatalkan);
    Ok(case)
}

/// A mailbox that nobody runs.
pub(super) fn mailbox() -> MailboxSettings {
    let server = |host: &str, port| Some(MailServer { host: host.to_owned(), port, security: Security::Tls });
    MailboxSettings {
        inbox: server("imap.lpse-contoh.example", 993),
        outbox: server("smtp.lpse-contoh.example", 465),
        authority: None,
    }
}

/// With what the office is known there.
pub(super) fn login() -> Login {
    Login::new("verifikasi-kotak", MAIL_PASSWORD.to_owned())
}

pub(super) const MAIL_PASSWORD: &str = "kapal-selam-biru";

/// A list of one vendor, who is not the one of the story.
pub(super) const DAFTAR_HITAM: &[u8] =
    b"NPWP;Nama Penyedia;Mulai;Berakhir\n997000001321000;PT Terlarang Sentosa;2026-01-12;2028-01-12\n";
