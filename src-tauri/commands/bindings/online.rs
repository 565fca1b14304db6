//! Requests that come by e-mail: the Baki with what it may hold, and a permohonan from afar at its stages.

use chrono::{TimeZone as _, Utc};
use loket_core::actions::TangkapanMarks;
use loket_core::actions::contact::Contact;
use loket_core::actions::kiriman::Incoming;
use loket_core::actions::schedule::Booking;
use loket_core::document::DocumentKind;
use loket_core::form::Profil;
use loket_core::kiriman::{KirimanEnd, KirimanSource};
use loket_core::permohonan::{ContactMethod, ContactPurpose};
use loket_core::privacy;
use loket_core::schedule::{NoticeKind, VideoWay};
use loket_core::tangkapan::{TangkapanShows, TangkapanSource};
use loket_tests::cards::{guest_of, photo_of};
use loket_tests::{Desk, Guest, Letter, Office, RATNA, finish};

use super::book::{Book, Names};
use crate::commands::home::Home;
use crate::commands::kiriman::Baki;
use crate::commands::office_hours::{HolidayPreview, OfficeHours};
use crate::commands::permohonan_view::view_of;
use crate::commands::schedule::{Agenda, AgendaRequest, NoticeView};

pub(super) fn play(book: &mut Book) {
    let office = Office::open();
    let mut names = Names::default();
    // Somebody wrote a month ago, and nobody made a permohonan of it.
    office.clock.set(2026, 10, 20, 9, 15);
    let mut ratna = office.sit_down(RATNA);
    // The offices of stories are founded in November.
    ratna.session.confirm_clock().unwrap();
    let old = Letter::from(
        "Dewi Lestari <dewi@rebankarya.example>",
        "Mon, 19 Oct 2026 16:20:00 +0700",
        "Tanya jadwal verifikasi",
    );
    receive(&mut ratna, "tanya jadwal.eml", old.bytes());
    ratna.leave();

    office.clock.set(2026, 11, 23, 8, 2);
    let mut ratna = office.sit_down(RATNA);
    book.keep("baki-lewat-waktu", Baki::of(&ratna.session).unwrap(), &mut names);
    office.pass(1);
    let loose = photo_of(&guest_of("S-01"), DocumentKind::Npwp).jpeg.clone();
    receive(&mut ratna, "npwp alas roban.jpg", loose);
    office.pass(1);
    let kiriman = receive(&mut ratna, "Permohonan verifikasi.eml", of_slamet());
    book.keep("baki", Baki::of(&ratna.session).unwrap(), &mut names);

    let mut keep = |moment: &str, ratna: &mut Desk, guest: &Guest| {
        let view = view_of(&mut ratna.session, &guest.case).unwrap();
        book.keep_view(moment, view, &mut names);
    };
    office.pass(2);
    let version = privacy::NOTICE_VERSION;
    let case = ratna.session.open_from_kiriman(&kiriman, Profil::UsahaPerorangan, version).unwrap();
    let guest = Guest { case, brought: guest_of("S-02") };
    keep("draf-daring", &mut ratna, &guest);
    ratna.fill_form(&guest);
    ratna.give_scans(&guest, &kiriman);
    keep("draf-daring-terisi", &mut ratna, &guest);
    ratna.read_cards(&guest);
    ratna.hand_in(&guest);
    keep("diajukan-daring", &mut ratna, &guest);
    ratna.session.complete(&guest.case).unwrap();
    keep("menunggu-jadwal", &mut ratna, &guest);
    book.keep("baki-terpakai", Baki::of(&ratna.session).unwrap(), &mut names);

    appointments(book, &office, &mut ratna, &guest, &mut names);

    // A permohonan whose scans came as loose files says neither sender nor date.
    let other = ratna.open_online("S-01");
    let view = view_of(&mut ratna.session, &other.case).unwrap();
    book.keep_view("draf-daring-tanpa-surel", view, &mut names);
    ratna.session.end_kiriman(&kiriman, KirimanEnd::Selesai).unwrap();
    ratna.leave();
    finish(office);
}

/// The appointment is promised, told, moved, missed, and asked for again.
fn appointments(book: &mut Book, office: &Office, ratna: &mut Desk, guest: &Guest, names: &mut Names) {
    let mut keep = |book: &mut Book, moment: &str, ratna: &mut Desk| {
        let view = view_of(&mut ratna.session, &guest.case).unwrap();
        book.keep_view(moment, view, names);
    };
    let week = |case: Option<&str>| AgendaRequest { id: case.map(str::to_owned), from: None, days: 5 };
    book.keep("agenda", Agenda::of(&ratna.session, &week(Some(&guest.case))).unwrap(), &mut Names::default());
    let at = |ratna: &Desk, day: u32, hour: u32| Booking {
        start: Utc.with_ymd_and_hms(2026, 11, day, hour - 7, 0, 0).unwrap(),
        verifikator: ratna.session.officer().id.clone(),
        way: VideoWay::Zoom,
        join: "https://rapat.contoh.example/j/9001".to_owned(),
    };
    ratna.session.schedule(&guest.case, &at(ratna, 24, 10)).unwrap();
    keep(book, "terjadwal-baru", ratna);
    let words = ratna.session.notice(&guest.case, NoticeKind::Jadwal).unwrap();
    book.keep("pemberitahuan-jadwal", NoticeView::from(words), &mut Names::default());
    ratna.session.note_notice(&guest.case, NoticeKind::Jadwal, ContactMethod::Surel).unwrap();
    ratna.session.reschedule(&guest.case, &at(ratna, 24, 11), "Diminta pelaku usaha").unwrap();
    keep(book, "terjadwal", ratna);
    book.keep("agenda-terisi", Agenda::of(&ratna.session, &week(None)).unwrap(), &mut Names::default());
    ratna.session.note_notice(&guest.case, NoticeKind::JadwalUlang, ContactMethod::Whatsapp).unwrap();
    office.clock.set(2026, 11, 24, 11, 16);
    for _ in 0..2 {
        let contact = Contact {
            method: ContactMethod::Telepon,
            purpose: ContactPurpose::Jadwal,
            reached: false,
            note: String::new(),
        };
        ratna.session.log_contact(&guest.case, &contact).unwrap();
    }
    keep(book, "terjadwal-lewat", ratna);
    book.keep("beranda-daring", Home::of(&ratna.session).unwrap(), &mut Names::default());
    ratna.session.mark_no_show(&guest.case).unwrap();
    keep(book, "tidak-hadir", ratna);
    ratna.session.ask_new_schedule(&guest.case).unwrap();
    keep(book, "menunggu-jadwal-lagi", ratna);
    ratna.session.schedule(&guest.case, &at(ratna, 24, 13)).unwrap();
    ratna.session.note_notice(&guest.case, NoticeKind::Jadwal, ContactMethod::Surel).unwrap();
    office.clock.set(2026, 11, 24, 13, 2);
    ratna.session.start(&guest.case).unwrap();
    keep(book, "verifikasi-daring", ratna);
    office.pass(3);
    let face = ratna.capture_call(guest, TangkapanSource::Layar);
    let marks = TangkapanMarks { shows: Some(TangkapanShows::Wajah), code_visible: true, readable: false };
    ratna.session.mark_tangkapan(&guest.case, &face, marks).unwrap();
    office.pass(1);
    ratna.capture_call(guest, TangkapanSource::FotoHp);
    keep(book, "verifikasi-daring-bukti", ratna);
    ratna.session.pause(&guest.case, "Panggilan terputus").unwrap();
    keep(book, "ditunda-daring", ratna);
    let list =
        "# SKB 3 Menteri 2027\n2027-01-01;Tahun Baru 2027 Masehi\n32-01-2027;Salah tulis\n2028 kosong\n";
    let preview = HolidayPreview::of(list).unwrap();
    book.keep("hari-libur", preview, &mut Names::default());
    book.keep("jam-layanan", OfficeHours::of(&ratna.session, None).unwrap(), &mut Names::default());
}

fn receive(ratna: &mut Desk, name: &str, bytes: Vec<u8>) -> String {
    let incoming = Incoming::read(name, KirimanSource::Seret, bytes).unwrap();
    ratna.session.receive_kiriman(incoming).unwrap()
}

fn of_slamet() -> Vec<u8> {
    let guest = guest_of("S-02");
    Letter::of_slamet()
        .attach("KTP Slamet.jpg", "image/jpeg", &photo_of(&guest, DocumentKind::Ktp).jpeg)
        .attach("surat pengantar.docx", "application/msword", b"PK\x03\x04 surat")
        .attach("NPWP Slamet.jpg", "image/jpeg", &photo_of(&guest, DocumentKind::Npwp).jpeg)
        .bytes()
}
