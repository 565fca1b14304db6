//! Who sees what of a picture, when it is written down, and that no pixel is opened before that.

use super::office::{Folder, Office, officer};
use super::story;
use crate::actions::Session;
use crate::actions::picture::{Look, PictureVariant};
use crate::capture::Taken;
use crate::document::{DocumentKind, PictureSource};
use crate::error::{Code, Result};
use crate::laporan::{PeriodKind, ReportFormat};
use crate::role::Role;
use crate::store::act::{Open, Sealed};
use crate::store::upcast;

/// A few bytes that say they are 400 megapixels.
fn bomb() -> Vec<u8> {
    let mut bytes = b"BM".to_vec();
    bytes.resize(54, 0);
    bytes[10] = 54;
    bytes[14] = 40;
    bytes[18..22].copy_from_slice(&20_000_u32.to_le_bytes());
    bytes[22..26].copy_from_slice(&20_000_u32.to_le_bytes());
    bytes[28] = 24;
    bytes
}

const CARD: [[f32; 2]; 4] = [[2.0, 2.0], [60.0, 2.0], [60.0, 38.0], [2.0, 38.0]];
const WHY: Option<&str> = Some("Pengaduan 7");

fn looks(session: &Session, case: &str) -> Vec<String> {
    let log = session.store().reader().log_of_case(session.store().keys(), case).expect("log");
    log.into_iter()
        .filter_map(|entry| match entry.open {
            Open::PictureSeen { variant, .. } => Some(variant),
            _ => None,
        })
        .collect()
}

fn refused<T>(result: Result<T>) -> Code {
    result.err().expect("refused").code
}

#[test]
fn the_session_gives_a_bomb_out_as_bytes_and_only_drawing_it_opens_it() {
    let mut office = Office::new();
    let session = office.session();
    let case = story::open(session).expect("case");
    let taken = Taken::unchecked(DocumentKind::Npwp, bomb());
    let picture = session.add_picture(&case, PictureSource::Berkas, taken).expect("sealed as it is");
    // What the hand that took it sees, and what is opened with the key.
    for (variant, reason) in [(PictureVariant::Original, None), (PictureVariant::Card, None)] {
        let look = session.see_picture(&case, &picture, variant, reason).expect("no pixel is needed");
        assert_eq!(refused(look.draw()), Code::PictureTooManyPixels);
    }
    assert_eq!(looks(session, &case), ["kartu"]);
    assert_eq!(refused(Taken::check(DocumentKind::Npwp, bomb())), Code::PictureTooManyPixels);
}

#[test]
fn a_look_outlives_its_session_because_it_holds_nothing_of_it() {
    let mut office = Office::new();
    let session = office.session();
    let case = story::open(session).expect("case");
    let taken = story::taken(DocumentKind::Npwp, 40);
    let picture = session.add_picture(&case, PictureSource::Berkas, taken).expect("sealed");
    let look = session.see_picture(&case, &picture, PictureVariant::Card, None).expect("opened");
    drop(office);
    let jpeg = std::thread::spawn(move || look.draw()).join().expect("another thread").expect("drawn");
    assert!(jpeg.starts_with(&[0xFF, 0xD8]));
}

#[test]
fn the_card_of_a_ktp_that_nothing_frames_asks_a_reason_and_is_written_down_as_the_original() {
    let mut office = Office::new();
    let session = office.session();
    let case = story::open(session).expect("case");
    for kind in [DocumentKind::Ktp, DocumentKind::KtpKuasa] {
        let before = looks(session, &case).len();
        let picture =
            session.add_picture(&case, PictureSource::Kamera, story::taken(kind, 40)).expect("sealed");
        for reason in [None, Some(""), Some("  ")] {
            let look = session.see_picture(&case, &picture, PictureVariant::Card, reason);
            assert_eq!(refused(look), Code::InvalidInput, "{kind:?} {reason:?}");
        }
        assert_eq!(looks(session, &case).len(), before, "a refused look is none");
        session.see_picture(&case, &picture, PictureVariant::Card, WHY).expect("with a reason");
        session.see_picture(&case, &picture, PictureVariant::Thumb, None).expect("too coarse to read");
        assert_eq!(looks(session, &case)[before..], ["asli", "kecil"], "{kind:?}");

        session.crop_picture(&case, &picture, CARD, 0).expect("framed");
        session.see_picture(&case, &picture, PictureVariant::Card, None).expect("hatched now");
        assert_eq!(looks(session, &case).last().map(String::as_str), Some("kartu"));
        assert_eq!(
            refused(session.see_picture(&case, &picture, PictureVariant::Original, None)),
            Code::InvalidInput
        );
    }
}

#[test]
fn the_thumb_drawn_at_the_check_is_shown_until_corners_are_marked_and_its_look_is_written_too() {
    let mut office = Office::new();
    let session = office.session();
    let case = story::open(session).expect("case");
    let taken = story::taken(DocumentKind::Ktp, 40);
    let at_the_check = taken.thumb().to_vec();
    let picture = session.add_picture(&case, PictureSource::Kamera, taken).expect("sealed");
    let thumb = |session: &mut Session| {
        session.see_picture(&case, &picture, PictureVariant::Thumb, None).and_then(Look::draw).expect("thumb")
    };
    assert!(thumb(session) == at_the_check);
    assert!(thumb(session) == at_the_check, "once more");
    assert_eq!(looks(session, &case), ["kecil"]);
    session.crop_picture(&case, &picture, CARD, 0).expect("framed");
    assert!(thumb(session) != at_the_check, "the card, hatched");
}

#[test]
fn every_report_that_leaves_the_office_is_in_the_log_with_why_its_numbers_are_whole() {
    let mut office = Office::founded(Folder::new(), &[Role::Koordinator, Role::Admin]);
    let session = office.session();
    let today = session.today();
    session.report(PeriodKind::Bulan, today).expect("looking leaves no file");
    session.report_file(PeriodKind::Bulan, today, ReportFormat::Pdf, None).expect("masked");
    let why = Some("Diminta APIP, NIK 3325014111909002");
    session.report_file(PeriodKind::Hari, today, ReportFormat::Csv, why).expect("whole");
    refused(session.report_file(PeriodKind::Hari, today, ReportFormat::Csv, Some(" ")));

    let conn = session.store().reader().conn;
    let mut statement =
        conn.prepare("SELECT version, open FROM act WHERE verb = 'report_saved' ORDER BY seq").expect("log");
    let acts: Vec<Open> = statement
        .query_map([], |row| Ok((row.get::<_, u32>(0)?, row.get::<_, Vec<u8>>(1)?)))
        .expect("read")
        .map(|row| row.expect("row"))
        .map(|(version, open)| upcast::decode_open("report_saved", version, &open).expect("decoded"))
        .collect();
    let saved = |kind, first: &str, format, whole_numbers: Option<&str>| Open::ReportSaved {
        kind,
        first: first.to_owned(),
        format,
        whole_numbers: whole_numbers.map(str::to_owned),
    };
    let masked = Some("Diminta APIP, NIK ************9002");
    assert_eq!(
        acts,
        [
            saved(PeriodKind::Bulan, "2026-11-01", ReportFormat::Pdf, None),
            saved(PeriodKind::Hari, "2026-11-23", ReportFormat::Csv, masked),
        ]
    );
}

#[test]
fn a_paper_with_pictures_opens_to_an_auditor_after_a_reason_that_is_written_down() {
    let mut office = Office::new();
    let case = story::whole(office.session()).expect("story");
    office.session().add_officer(officer("auditor", &[Role::Auditor])).expect("added");
    let session = office.open_as("auditor").expect("opens");
    let record = session.store().reader().case(&case).expect("case");
    let paper = record.papers.iter().find(|paper| paper.kind.shows_pictures()).expect("a Fotokopi").clone();
    let reasons = |session: &Session| -> Vec<String> {
        let log = session.store().reader().log_of_case(session.store().keys(), &case).expect("log");
        log.into_iter()
            .filter(|entry| matches!(&entry.open, Open::PaperSeen { .. }))
            .filter_map(|entry| match entry.sealed {
                Some(Sealed::Text(text)) => Some(text),
                _ => None,
            })
            .collect()
    };

    assert!(session.asks_a_reason_to_open(&paper));
    assert_eq!(refused(session.open_paper(&case, &paper.id)), Code::InvalidInput);
    assert_eq!(refused(session.see_paper(&case, &paper.id, "  ")), Code::InvalidInput);
    assert_eq!(reasons(session), [""; 0]);

    session.see_paper(&case, &paper.id, " Pengaduan 7 ").expect("with a reason");
    session.open_paper(&case, &paper.id).expect("every page of it");
    session.open_paper(&case, &paper.id).expect("and again");
    assert_eq!(reasons(session), ["Pengaduan 7"]);
    assert!(!session.asks_a_reason_to_open(&paper));

    session.note_saved(&case, &paper.id).expect("whoever opened it may save it");

    let session = office.open_as("auditor").expect("another sitting");
    assert_eq!(refused(session.note_saved(&case, &paper.id)), Code::TransitionRefused);
    assert!(session.asks_a_reason_to_open(&paper), "it ends with the sitting");
    assert_eq!(refused(session.open_paper(&case, &paper.id)), Code::InvalidInput);
}
