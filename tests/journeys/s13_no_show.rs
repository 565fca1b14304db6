//! S-13: nobody comes to the call. And what surrounds it: promising, moving, telling.

use chrono::{DateTime, NaiveDate, TimeZone as _, Utc};
use loket_core::actions::contact::Contact;
use loket_core::actions::permohonan::AttendeeInput;
use loket_core::actions::schedule::Booking;
use loket_core::error::Code;
use loket_core::form::Kapasitas;
use loket_core::numbering::PaperKind;
use loket_core::permohonan::{ContactMethod, ContactPurpose, Status};
use loket_core::schedule::{Holidays, NoticeKind, ServiceHours, SessionState, Slot, VideoWay};
use loket_tests::{BAGUS, DEWI, Desk, ENDANG, Guest, Office, RATNA, finish, labels, refused};

/// Office time of 24 November 2026, a Tuesday.
fn tuesday(hour: u32, minute: u32) -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 11, 24, hour - 7, minute, 0).unwrap()
}

fn booking(desk: &Desk, start: DateTime<Utc>) -> Booking {
    Booking {
        start,
        verifikator: desk.session.officer().id.clone(),
        way: VideoWay::Zoom,
        join: "https://rapat.contoh.example/j/9001".to_owned(),
    }
}

/// Times that can be promised from that Tuesday on.
fn slots(desk: &Desk, guest: &Guest, days: u32) -> Vec<Slot> {
    let day = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
    let diary = desk.session.diary(&guest.case, day, days).unwrap();
    diary.into_iter().flat_map(|day| day.slots).collect()
}

/// A request that waits for its appointment.
fn waiting(desk: &mut Desk, scenario: &str) -> Guest {
    let guest = desk.open_online(scenario);
    let sent = desk.session.store().now() - chrono::TimeDelta::hours(1);
    desk.session.note_request(&guest.case, "toko@sumberrejeki.example", sent).unwrap();
    desk.fill_form(&guest);
    for card in [loket_core::document::DocumentKind::Ktp, loket_core::document::DocumentKind::Npwp] {
        desk.photograph(&guest, card);
    }
    desk.session.submit(&guest.case, Some("Diteruskan")).unwrap();
    desk.session.complete(&guest.case).unwrap();
    guest
}

fn call_in_vain(desk: &mut Desk, guest: &Guest) {
    let contact = Contact {
        method: ContactMethod::Telepon,
        purpose: ContactPurpose::Jadwal,
        reached: false,
        note: String::new(),
    };
    desk.session.log_contact(&guest.case, &contact).unwrap();
}

#[test]
fn a_no_show_waits_for_its_time_and_for_two_attempts_and_the_third_ends_the_case() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = waiting(&mut ratna, "S-02");
    ratna.session.schedule(&guest.case, &booking(&ratna, tuesday(10, 0))).unwrap();
    for round in 1..=3 {
        let start = ratna.record(&guest).sessions.last().unwrap().start;
        let at = |minute: i64| {
            let moment = start + chrono::TimeDelta::minutes(minute);
            office.pass((moment - ratna_now(&office)).num_minutes());
        };
        at(5);
        call_in_vain(&mut ratna, &guest);
        let error = refused(ratna.session.mark_no_show(&guest.case));
        assert_eq!(labels(&error), ["Waktu tunggu belum lewat", "Catatan 2 kali menghubungi"], "{round}");
        at(12);
        call_in_vain(&mut ratna, &guest);
        assert_eq!(labels(&refused(ratna.session.mark_no_show(&guest.case))), ["Waktu tunggu belum lewat"]);
        at(15);
        ratna.session.mark_no_show(&guest.case).unwrap();
        assert_eq!(ratna.status(&guest), Status::TidakHadir);
        if round < 3 {
            let early = refused(ratna.session.close_no_show(&guest.case));
            assert_eq!(labels(&early), ["Batas tidak hadir atau batas jawaban belum lewat"]);
            ratna.session.ask_new_schedule(&guest.case).unwrap();
            let next = start + chrono::TimeDelta::days(1);
            ratna.session.schedule(&guest.case, &booking(&ratna, next)).unwrap();
        }
    }
    let error = refused(ratna.session.ask_new_schedule(&guest.case));
    assert_eq!(labels(&error), ["Batas tidak hadir sudah tercapai"]);
    ratna.session.close_no_show(&guest.case).unwrap();
    assert_eq!(ratna.status(&guest), Status::Dibatalkan);
    let letter = ratna.words_on(&guest, PaperKind::SuratPemberitahuan);
    assert!(letter.contains("tidak dihadiri") && letter.contains("permohonan baru"), "{letter}");
    assert!(ratna.record(&guest).sessions.iter().all(|session| session.state == SessionState::TidakHadir));
    ratna.leave();
    finish(office);
}

fn ratna_now(office: &Office) -> DateTime<Utc> {
    office.world().clock.now()
}

#[test]
fn silence_after_a_no_show_lets_the_case_lapse() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = waiting(&mut ratna, "S-02");
    ratna.session.schedule(&guest.case, &booking(&ratna, tuesday(10, 0))).unwrap();
    office.clock.set(2026, 11, 24, 10, 15);
    call_in_vain(&mut ratna, &guest);
    call_in_vain(&mut ratna, &guest);
    ratna.session.mark_no_show(&guest.case).unwrap();
    office.pass(15 * 24 * 60);
    ratna.session.close_no_show(&guest.case).unwrap();
    assert_eq!(ratna.status(&guest), Status::Kedaluwarsa);
    ratna.leave();
    finish(office);
}

#[test]
fn nobody_is_promised_a_time_that_is_taken_closed_or_gone() {
    let office = Office::staffed();
    let mut endang = office.sit_down(ENDANG);
    let holidays = Holidays::read("2026-11-26, Hari libur daerah\n").unwrap().holidays;
    endang.session.set_holidays(holidays).unwrap();
    // Next year's list comes in October and takes nothing from this year.
    let next = Holidays::read("2027-01-01, Tahun Baru\n").unwrap().holidays;
    endang.session.set_holidays(next).unwrap();
    endang.leave();
    let mut ratna = office.sit_down(RATNA);
    let first = waiting(&mut ratna, "S-02");
    let second = waiting(&mut ratna, "S-01");
    ratna.session.schedule(&first.case, &booking(&ratna, tuesday(10, 0))).unwrap();

    let say = |ratna: &mut Desk, start| {
        let chosen = booking(ratna, start);
        let error = refused(ratna.session.schedule(&second.case, &chosen));
        assert_eq!(error.code, Code::GuardFailed);
        ratna
            .session
            .judge_booking(&second.case, &chosen)
            .unwrap()
            .why
            .unwrap()
            .label(ratna.session.time_zone())
    };
    assert_eq!(say(&mut ratna, tuesday(10, 30)), "Verifikator sudah ada sesi pukul 10.00 sampai 10.45 WIB");
    assert_eq!(say(&mut ratna, tuesday(12, 10)), "Di luar jam layanan daring");
    assert_eq!(say(&mut ratna, tuesday(10, 0) + chrono::TimeDelta::days(2)), "Hari libur: Hari libur daerah");
    assert_eq!(say(&mut ratna, tuesday(10, 0) - chrono::TimeDelta::days(4)), "Waktu ini sudah lewat");
    assert_eq!(ratna.status(&second), Status::MenungguJadwal);

    // Another officer is free at the same time; the vendor's own time is no obstacle to moving it.
    let dewi = ratna.session.verifikators().unwrap().into_iter().find(|(_, name)| name == DEWI.name).unwrap();
    let with_dewi = Booking { verifikator: dewi.0, ..booking(&ratna, tuesday(10, 30)) };
    ratna.session.schedule(&second.case, &with_dewi).unwrap();
    ratna.session.reschedule(&first.case, &booking(&ratna, tuesday(10, 15)), "Diminta pelaku usaha").unwrap();
    let slots = slots(&ratna, &first, 3);
    assert!(
        !slots
            .iter()
            .any(|slot| ratna.session.time_zone().office_day(slot.start).to_string() == "2026-11-26")
    );
    ratna.leave();
    finish(office);
}

#[test]
fn an_appointment_moves_three_times_each_with_its_reason_and_then_no_more() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = waiting(&mut ratna, "S-02");
    ratna.session.schedule(&guest.case, &booking(&ratna, tuesday(9, 0))).unwrap();
    let silent = refused(ratna.session.reschedule(&guest.case, &booking(&ratna, tuesday(9, 45)), "  "));
    assert_eq!(labels(&silent), ["Alasan"]);
    for (hour, minute) in [(9, 45), (10, 30), (11, 15)] {
        let chosen = booking(&ratna, tuesday(hour, minute));
        ratna.session.reschedule(&guest.case, &chosen, "Diminta pelaku usaha").unwrap();
    }
    let error = refused(ratna.session.reschedule(&guest.case, &booking(&ratna, tuesday(13, 0)), "Lagi"));
    assert_eq!(labels(&error), ["Batas jadwal ulang sudah tercapai"]);
    let sessions = ratna.record(&guest).sessions;
    assert_eq!(sessions.len(), 4);
    assert_eq!(sessions[2].reason, "Diminta pelaku usaha");
    assert_eq!((sessions[3].state, sessions[3].start), (SessionState::Dijadwalkan, tuesday(11, 15)));
    let day = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
    assert_eq!(ratna.session.agenda(day, 1).unwrap().len(), 1, "what was moved takes no room");
    ratna.leave();
    finish(office);
}

#[test]
fn the_vendor_is_told_in_words_that_are_kept_and_the_calendar_file_follows_the_moves() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = waiting(&mut ratna, "S-02");
    let early = refused(ratna.session.notice(&guest.case, NoticeKind::Jadwal));
    assert_eq!(early.what_happened(), "Permohonan ini belum mempunyai jadwal.");
    ratna.session.schedule(&guest.case, &booking(&ratna, tuesday(10, 0))).unwrap();
    let words = ratna.session.notice(&guest.case, NoticeKind::Jadwal).unwrap();
    assert!(words.body.contains("Selasa, 24 November 2026, pukul 10.00 sampai 10.45 WIB"), "{}", words.body);
    ratna.session.note_notice(&guest.case, NoticeKind::Jadwal, ContactMethod::Surel).unwrap();
    ratna.session.reschedule(&guest.case, &booking(&ratna, tuesday(13, 0)), "Bentrok rapat").unwrap();
    ratna.session.note_notice(&guest.case, NoticeKind::JadwalUlang, ContactMethod::Whatsapp).unwrap();
    let told = ratna.record(&guest).notices;
    assert_eq!(told.iter().map(|notice| notice.session).collect::<Vec<_>>(), [Some(1), Some(2)]);
    assert!(told[0].words.contains("10.00 sampai 10.45 WIB") && told[1].words.contains("13.00"), "{told:?}");
    let ics = ratna.session.invitation(&guest.case).unwrap();
    assert!(ics.contains("SEQUENCE:3") && ics.contains("DTSTART:20261124T060000Z"), "{ics}");
    let missed =
        refused(ratna.session.note_notice(&guest.case, NoticeKind::TidakHadir, ContactMethod::Surel));
    assert_eq!(missed.code, Code::TransitionRefused, "nobody was missed");
    let draft = ratna.session.notice_draft(&guest.case, NoticeKind::JadwalUlang).unwrap();
    let draft = String::from_utf8(draft).unwrap();
    assert!(draft.contains("X-Unsent: 1") && draft.contains("To: "), "{draft}");
    assert_eq!(draft.as_bytes(), ratna.session.notice_draft(&guest.case, NoticeKind::JadwalUlang).unwrap());
    ratna.leave();
    finish(office);
}

#[test]
fn new_hours_hold_from_their_day_on_and_only_an_admin_sets_them() {
    let office = Office::staffed();
    let mut endang = office.sit_down(ENDANG);
    let wednesday = NaiveDate::from_ymd_opt(2026, 11, 25).unwrap();
    let long = ServiceHours { session_minutes: 60, ..ServiceHours::default() };
    let past = NaiveDate::from_ymd_opt(2026, 11, 20).unwrap();
    assert_eq!(refused(endang.session.set_service_hours(long.clone(), past)).code, Code::InvalidInput);
    let none = ServiceHours { windows: Vec::new(), ..long.clone() };
    assert_eq!(refused(endang.session.set_service_hours(none, wednesday)).code, Code::InvalidInput);
    endang.session.set_service_hours(long, wednesday).unwrap();
    endang.leave();

    let mut bagus = office.sit_down(BAGUS);
    assert_eq!(
        refused(bagus.session.set_service_hours(ServiceHours::default(), wednesday)).code,
        Code::RoleForbidden
    );
    assert_eq!(refused(bagus.session.set_holidays(Holidays::default())).code, Code::RoleForbidden);
    bagus.leave();
    let mut ratna = office.sit_down(RATNA);
    let guest = waiting(&mut ratna, "S-02");
    let slots = slots(&ratna, &guest, 2);
    let lengths: Vec<u16> = slots.iter().map(|slot| slot.minutes).collect();
    assert_eq!(lengths, [45, 45, 45, 45, 45, 45, 60, 60, 60, 60, 60]);
    ratna.leave();
    finish(office);
}

#[test]
fn a_call_begins_with_a_code_and_goes_on_as_a_second_session() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = waiting(&mut ratna, "S-02");
    ratna.session.schedule(&guest.case, &booking(&ratna, tuesday(10, 0))).unwrap();
    ratna.session.note_notice(&guest.case, NoticeKind::Jadwal, ContactMethod::Surel).unwrap();
    office.clock.set(2026, 11, 24, 10, 1);
    ratna.session.start(&guest.case).unwrap();
    office.pass(9);
    ratna.session.pause(&guest.case, "Panggilan terputus").unwrap();
    office.clock.set(2026, 11, 25, 9, 0);
    ratna.session.resume(&guest.case, "").unwrap();
    let sessions = ratna.record(&guest).sessions;
    assert_eq!(
        sessions.iter().map(|s| s.state).collect::<Vec<_>>(),
        [SessionState::Terputus, SessionState::Berlangsung]
    );
    let codes: Vec<_> = sessions.iter().map(|session| session.code.clone().unwrap()).collect();
    assert_ne!(codes[0], codes[1], "a code is for one session");
    assert_eq!(sessions[1].join, sessions[0].join);
    ratna.leave();
    finish(office);
}

#[test]
fn a_call_that_is_due_goes_before_the_queue_and_after_the_priority_lane() {
    let office = Office::staffed();
    let mut ratna = office.sit_down(RATNA);
    let called = waiting(&mut ratna, "S-02");
    ratna.session.schedule(&called.case, &booking(&ratna, tuesday(10, 0))).unwrap();
    office.clock.set(2026, 11, 24, 9, 0);
    let guest = ratna.take_in("S-01");
    let next = |desk: &Desk| {
        let home = desk.session.home().unwrap();
        assert_eq!(home.next_call.is_some(), home.next.as_ref().is_some_and(|next| next.id == called.case));
        home.next.unwrap().id
    };
    office.clock.set(2026, 11, 24, 9, 49);
    assert_eq!(next(&ratna), guest.case, "eleven minutes are left");
    office.clock.set(2026, 11, 24, 9, 50);
    assert_eq!(next(&ratna), called.case);
    office.clock.set(2026, 11, 24, 10, 44);
    assert_eq!(next(&ratna), called.case);
    let attendee = AttendeeInput {
        name: "Wulan Pertiwi".to_owned(),
        priority: Some("Lansia".to_owned()),
        ..AttendeeInput::default()
    };
    let record = ratna.record(&guest);
    ratna.session.set_attendee(&guest.case, record.kapasitas.unwrap(), attendee).unwrap();
    assert_eq!(next(&ratna), guest.case, "an old guest is not kept waiting by a call");
    ratna.leave();
    // It is the call of who leads it.
    let dewi = office.sit_down(DEWI);
    assert!(dewi.session.home().unwrap().next_call.is_none());
    dewi.leave();
    let ratna = office.sit_down(RATNA);
    office.clock.set(2026, 11, 24, 10, 45);
    assert_eq!(next(&ratna), guest.case, "its time is over");
    ratna.leave();
    finish(office);
}

#[test]
fn a_notice_names_every_original_that_this_vendor_has_to_show() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = waiting(&mut ratna, "S-02");
    let told = |ratna: &Desk| ratna.session.notice(&guest.case, NoticeKind::Jadwal).unwrap().body;
    ratna.session.schedule(&guest.case, &booking(&ratna, tuesday(10, 0))).unwrap();
    let body = told(&ratna);
    assert!(body.contains("- KTP pemilik asli\n- NPWP pemilik asli\n- ruangan"), "{body}");

    let sent = AttendeeInput { name: "Dewi Lestari Putri".to_owned(), ..AttendeeInput::default() };
    ratna.session.set_attendee(&guest.case, Kapasitas::Kuasa, sent).unwrap();
    let body = told(&ratna);
    assert!(body.contains("- Surat kuasa asli\n- KTP penerima kuasa asli\n"), "{body}");
    ratna.leave();
    finish(office);
}
