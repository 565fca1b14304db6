//! S-02 and S-14: the call, its evidence, and what happens when it breaks off.

use chrono::{DateTime, TimeZone as _, Utc};
use loket_core::actions::TangkapanMarks;
use loket_core::actions::online::standing;
use loket_core::actions::picture::PictureVariant;
use loket_core::actions::schedule::Booking;
use loket_core::actions::tangkapan::CheckedTangkapan;
use loket_core::error::Code;
use loket_core::numbering::PaperKind;
use loket_core::permohonan::{ContactMethod, Status};
use loket_core::schedule::{NoticeKind, VideoWay};
use loket_core::tangkapan::{Standing, TangkapanShows, TangkapanSource};
use loket_tests::{DEWI, Desk, Guest, Office, RATNA, finish, labels, refused};

/// Office time of 24 November 2026.
fn at(hour: u32, minute: u32) -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 11, 24, hour - 7, minute, 0).unwrap()
}

const FACE: TangkapanMarks =
    TangkapanMarks { shows: Some(TangkapanShows::Wajah), code_visible: true, readable: false };
const CARD: TangkapanMarks =
    TangkapanMarks { shows: Some(TangkapanShows::Ktp), code_visible: false, readable: true };

/// Slamet's call has begun at ten.
fn called(office: &Office, desk: &mut Desk) -> Guest {
    let guest = desk.take_in_online("S-02");
    desk.promise(&guest, at(10, 0));
    office.clock.set(2026, 11, 24, 10, 0);
    desk.call(&guest);
    guest
}

fn compare(desk: &mut Desk, guest: &Guest) {
    desk.see_originals(guest);
    desk.compare_everything(guest);
    desk.answer_questions(guest);
}

#[test]
fn a_clean_request_from_afar_ends_with_a_bukti_that_says_how_the_originals_were_seen() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = called(&office, &mut ratna);
    compare(&mut ratna, &guest);
    assert_eq!(
        labels(&refused(ratna.session.declare(&guest.case))),
        [
            "Nama orang yang hadir",
            "Kapasitas yang hadir",
            "Tangkapan layar selama panggilan",
            "Kode sesi terlihat"
        ]
    );
    ratna.greet(&guest);
    ratna.compare_everything(&guest);
    office.pass(4);
    let face = ratna.capture_call(&guest, TangkapanSource::Layar);
    assert_eq!(labels(&refused(ratna.session.declare(&guest.case))), ["Kode sesi terlihat"]);
    ratna.session.mark_tangkapan(&guest.case, &face, FACE).unwrap();
    let card = ratna.capture_call(&guest, TangkapanSource::Tempel);
    ratna.session.mark_tangkapan(&guest.case, &card, CARD).unwrap();
    ratna.declare(&guest);
    ratna.approve(&guest);
    assert_eq!(ratna.steps(&guest), ["T-05", "T-09", "T-10", "T-15", "T-19", "T-21"]);
    let words = ratna.words_on(&guest, PaperKind::BuktiVerifikasi);
    assert!(words.contains("Daring, lewat panggilan video"), "{words}");
    assert!(words.contains("Asli dilihat lewat video"), "{words}");
    ratna.session.make_berita_acara(&guest.case).unwrap();
    let record = ratna.record(&guest);
    let code = record.sessions[0].code.clone().unwrap();
    let words = ratna.words_on(&guest, PaperKind::BeritaAcara);
    assert!(words.contains(&code) && words.contains("Panggilan video"), "{words}");
    assert_eq!(words.matches(", sesi 1, ").count(), record.tangkapan.len(), "each with its time: {words}");
    let look = ratna.session.open_tangkapan(&guest.case, &face, PictureVariant::Thumb, None).unwrap();
    assert!(look.draw(PictureVariant::Thumb).unwrap().starts_with(&[0xFF, 0xD8]));
    // What a decision rests on changes no more.
    assert_eq!(refused(ratna.session.mark_tangkapan(&guest.case, &face, CARD)).code, Code::TransitionRefused);
    ratna.leave();
    finish(office);
}

#[test]
fn a_call_that_breaks_off_keeps_its_evidence_and_goes_on_the_next_day() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = called(&office, &mut ratna);
    office.pass(6);
    let face = ratna.capture_call(&guest, TangkapanSource::Layar);
    ratna.session.mark_tangkapan(&guest.case, &face, FACE).unwrap();
    ratna.session.pause(&guest.case, "Panggilan terputus").unwrap();
    assert_eq!(ratna.status(&guest), Status::Ditunda);
    let checked = CheckedTangkapan::check(TangkapanSource::Layar, jpeg(&guest)).unwrap();
    let error = refused(ratna.session.add_tangkapan(&guest.case, &checked));
    assert_eq!(error.what_happened(), "Tidak ada panggilan yang sedang berlangsung.");
    ratna.leave();

    office.clock.set(2026, 11, 25, 9, 0);
    let mut ratna = office.sit_down(RATNA);
    ratna.session.resume(&guest.case, "").unwrap();
    ratna.greet(&guest);
    compare(&mut ratna, &guest);
    // The picture of the first session counts for the case.
    ratna.declare(&guest);
    let record = ratna.record(&guest);
    assert_eq!(record.sessions.len(), 2);
    assert_eq!(record.tangkapan[0].session, 1);
    ratna.leave();
    finish(office);
}

#[test]
fn only_who_holds_the_case_adds_evidence_and_only_while_a_call_is_verified() {
    let office = Office::staffed();
    let mut ratna = office.sit_down(RATNA);
    let guest = ratna.take_in_online("S-02");
    let checked = CheckedTangkapan::check(TangkapanSource::Layar, jpeg(&guest)).unwrap();
    assert_eq!(refused(ratna.session.add_tangkapan(&guest.case, &checked)).code, Code::TransitionRefused);
    ratna.promise(&guest, at(10, 0));
    office.clock.set(2026, 11, 24, 10, 0);
    ratna.call(&guest);
    ratna.leave();
    let mut dewi = office.sit_down(DEWI);
    let error = refused(dewi.session.add_tangkapan(&guest.case, &checked));
    assert!(error.what_happened().contains("dipegang verifikator lain"), "{}", error.what_happened());
    dewi.leave();
    let walk_in = {
        let mut ratna = office.sit_down(RATNA);
        let guest = ratna.take_in("S-01");
        ratna.call(&guest);
        assert_eq!(refused(ratna.session.add_tangkapan(&guest.case, &checked)).code, Code::TransitionRefused);
        ratna.leave();
        guest
    };
    assert!(!walk_in.case.is_empty());
    finish(office);
}

#[test]
fn a_call_does_not_begin_before_the_vendor_was_told_of_its_time() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = ratna.take_in_online("S-02");
    ratna.book(&guest, at(10, 0));
    office.clock.set(2026, 11, 24, 10, 0);
    let untold = ["Catatan bahwa jadwal sudah diberitahukan"];
    assert_eq!(labels(&refused(ratna.session.start(&guest.case))), untold);
    let tell = |desk: &mut Desk, kind| desk.session.note_notice(&guest.case, kind, ContactMethod::Surel);
    tell(&mut ratna, NoticeKind::Jadwal).unwrap();
    let later = Booking {
        start: at(13, 0),
        verifikator: ratna.session.officer().id.clone(),
        way: VideoWay::Zoom,
        join: String::new(),
    };
    ratna.session.reschedule(&guest.case, &later, "Diminta pelaku usaha").unwrap();
    assert_eq!(labels(&refused(ratna.session.start(&guest.case))), untold, "of the new time nobody told");
    tell(&mut ratna, NoticeKind::JadwalUlang).unwrap();
    ratna.call(&guest);
    ratna.leave();
    finish(office);
}

#[test]
fn whoever_takes_a_case_over_holds_a_call_of_their_own() {
    let office = Office::staffed();
    let mut ratna = office.sit_down(RATNA);
    let guest = called(&office, &mut ratna);
    let face = ratna.capture_call(&guest, TangkapanSource::Layar);
    ratna.session.mark_tangkapan(&guest.case, &face, FACE).unwrap();
    ratna.session.pause(&guest.case, "Dipanggil rapat").unwrap();
    ratna.leave();
    let mut dewi = office.sit_down(DEWI);
    dewi.session.resume(&guest.case, "Meneruskan panggilan Ratna").unwrap();
    dewi.greet(&guest);
    compare(&mut dewi, &guest);
    assert_eq!(
        labels(&refused(dewi.session.declare(&guest.case))),
        ["Tangkapan layar selama panggilan", "Kode sesi terlihat"]
    );
    let record = dewi.record(&guest);
    assert_eq!(standing(&record, &record.tangkapan[0]), Standing::Earlier);
    let face = dewi.capture_call(&guest, TangkapanSource::Layar);
    dewi.session.mark_tangkapan(&guest.case, &face, FACE).unwrap();
    dewi.declare(&guest);
    dewi.leave();
    finish(office);
}

#[test]
fn a_power_cut_ends_call_and_clock_when_it_came_and_not_when_somebody_logs_in_again() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = called(&office, &mut ratna);
    office.pass(6);
    ratna.capture_call(&guest, TangkapanSource::Layar);
    drop(ratna);

    office.clock.set(2026, 11, 25, 8, 0);
    let ratna = office.sit_down(RATNA);
    let record = ratna.record(&guest);
    assert_eq!(record.status, Status::Ditunda);
    assert_eq!(record.sessions[0].ended_at, Some(at(10, 6)));
    let verified = ratna.session.assess(&record).unwrap().steps[4].elapsed_minutes;
    assert_eq!(verified, Some(6), "the night is nobody's work");
    ratna.leave();
    finish(office);
}

#[test]
fn a_cut_came_at_the_last_sign_of_life_when_that_is_later_than_the_last_act() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = called(&office, &mut ratna);
    office.pass(12);
    ratna.session.sign_of_life().unwrap();
    drop(ratna);

    office.pass(15);
    let mut ratna = office.sit_down(RATNA);
    assert_eq!(ratna.record(&guest).sessions[0].ended_at, Some(at(10, 12)));
    let photo = with_exif(&jpeg(&guest), "2026:11:24 10:04:00");
    let checked = CheckedTangkapan::check(TangkapanSource::FotoHp, photo).unwrap();
    ratna.session.add_tangkapan(&guest.case, &checked).unwrap();
    let record = ratna.record(&guest);
    assert_eq!(standing(&record, &record.tangkapan[0]), Standing::Counts, "taken before the light went out");
    ratna.leave();
    finish(office);
}

#[test]
fn a_call_that_ran_when_the_desk_was_locked_for_the_night_does_not_run_on_in_the_morning() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = called(&office, &mut ratna);
    office.pass(10);
    ratna.leave();

    // The same program: whoever was away for a moment finds the call as it was.
    office.pass(3);
    let ratna = office.sit_down(RATNA);
    assert_eq!(ratna.record(&guest).status, Status::Verifikasi);
    office.pass(2);
    ratna.leave();

    // Whether or not the computer was shut down.
    office.clock.set(2026, 11, 25, 8, 0);
    let ratna = office.sit_down(RATNA);
    let record = ratna.record(&guest);
    assert_eq!((record.status, record.sessions[0].ended_at), (Status::Ditunda, Some(at(10, 15))));
    ratna.leave();
    finish(office);
}

#[test]
fn a_call_that_ran_when_the_program_was_closed_does_not_run_on_when_it_starts_again() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = called(&office, &mut ratna);
    office.pass(10);
    ratna.leave();
    office.start_again();

    office.pass(90);
    let ratna = office.sit_down(RATNA);
    let record = ratna.record(&guest);
    assert_eq!((record.status, record.sessions[0].ended_at), (Status::Ditunda, Some(at(10, 10))));
    ratna.leave();
    finish(office);
}

#[test]
fn a_sign_of_life_of_a_clock_that_ran_ahead_is_not_believed() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = called(&office, &mut ratna);
    office.clock.set(2036, 1, 1, 8, 0);
    ratna.session.sign_of_life().unwrap();
    drop(ratna);

    office.clock.set(2026, 11, 24, 10, 30);
    let ratna = office.sit_down(RATNA);
    assert_eq!(ratna.record(&guest).sessions[0].ended_at, Some(at(10, 0)), "the last act");
    ratna.leave();
    finish(office);
}

#[test]
fn evidence_still_counts_when_the_cut_took_the_clock_with_it() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = called(&office, &mut ratna);
    office.pass(5);
    ratna.capture_call(&guest, TangkapanSource::Layar);
    drop(ratna);

    office.clock.set(2020, 1, 1, 0, 0);
    let ratna = office.sit_down(RATNA);
    let record = ratna.record(&guest);
    assert_eq!(record.sessions[0].ended_at, Some(at(10, 5)));
    assert_eq!(standing(&record, &record.tangkapan[0]), Standing::Counts);
    ratna.leave();
    finish(office);
}

#[test]
fn a_photograph_counts_only_by_the_time_that_its_camera_wrote_into_it() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = called(&office, &mut ratna);
    office.pass(20);
    for (written, counts) in [
        (None, false),
        (Some("2026:11:24 10:05:00"), true),
        (Some("2026:11:23 10:05:00"), false),
        (Some("2026:11:24 10:40:00"), false),
        (Some("kemarin sore jam 5!!"), false),
    ] {
        let bytes = written.map_or_else(|| jpeg(&guest), |text| with_exif(&jpeg(&guest), text));
        let checked = CheckedTangkapan::check(TangkapanSource::FotoHp, bytes).unwrap();
        let id = ratna.session.add_tangkapan(&guest.case, &checked).unwrap();
        let record = ratna.record(&guest);
        let found = record.tangkapan.iter().find(|found| found.id == id).unwrap();
        assert_eq!(standing(&record, found) == Standing::Counts, counts, "{written:?}");
    }
    ratna.leave();
    finish(office);
}

fn jpeg(guest: &Guest) -> Vec<u8> {
    loket_tests::cards::photo_of(&guest.brought, loket_core::document::DocumentKind::Ktp).jpeg.clone()
}

/// The same JPEG with an EXIF note of when it was taken (EXIF 2.32, section 4.5.4).
fn with_exif(jpeg: &[u8], taken: &str) -> Vec<u8> {
    let mut tiff = b"II*\0\x08\0\0\0".to_vec();
    // IFD0: one entry that points to the EXIF IFD.
    tiff.extend([1, 0]);
    tiff.extend(entry(0x8769, 4, 1, 26));
    tiff.extend([0; 4]);
    // The EXIF IFD: DateTimeOriginal, twenty characters that lie behind it.
    tiff.extend([1, 0]);
    tiff.extend(entry(0x9003, 2, 20, 44));
    tiff.extend([0; 4]);
    let mut text = taken.as_bytes().to_vec();
    text.resize(20, 0);
    tiff.extend(text);
    let mut out = jpeg[..2].to_vec();
    let length = (tiff.len() + 8) as u16;
    out.extend([0xFF, 0xE1]);
    out.extend(length.to_be_bytes());
    out.extend(b"Exif\0\0");
    out.extend(&tiff);
    out.extend(&jpeg[2..]);
    out
}

fn entry(tag: u16, kind: u16, count: u32, value: u32) -> Vec<u8> {
    [&tag.to_le_bytes()[..], &kind.to_le_bytes(), &count.to_le_bytes(), &value.to_le_bytes()].concat()
}
