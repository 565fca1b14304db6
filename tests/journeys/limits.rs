//! Tenggat dan batas: an office that waits longer, or shorter, than the procedure proposes.

use chrono::{NaiveDate, TimeDelta};
use loket_core::actions::contact::Contact;
use loket_core::error::Code;
use loket_core::numbering::PaperKind;
use loket_core::permohonan::{ContactMethod, ContactPurpose, Limits, Status, TransitionId};
use loket_tests::{DEWI, Desk, Guest, JOKO, Office, RATNA, finish, labels, refused};

/// Quicker about SIKAP, slower about the link, and reminding earlier.
const OTHER: Limits = Limits {
    link_days: 5,
    verification_days: 20,
    reminder_days: [7, 12],
    reschedules: 1,
    no_show_minutes: 30,
    contact_attempts: 3,
    no_shows: 2,
    silent_days: 7,
    sikap_days: [2, 4, 6],
};

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

fn due(desk: &Desk, guest: &Guest) -> String {
    desk.record(guest).due.unwrap()
}

fn activate(desk: &mut Desk, guest: &Guest) {
    desk.verify(guest);
    desk.declare(guest);
    desk.approve(guest);
    desk.session.record_activation(&guest.case, "alasroban").unwrap();
}

#[test]
fn only_an_admin_sets_limits_never_for_what_was_opened_and_none_that_no_procedure_has() {
    let office = Office::staffed();
    let mut dewi = office.sit_down(DEWI);
    assert_eq!(dewi.session.set_limits(OTHER, day(11, 24)).unwrap_err().code, Code::RoleForbidden);
    dewi.leave();
    let mut joko = office.sit_down(JOKO);
    assert_eq!(joko.session.set_limits(OTHER, day(11, 24)).unwrap_err().code, Code::RoleForbidden);
    joko.leave();
    let mut ratna = office.sit_down(RATNA);
    for back in [day(11, 22), day(11, 23)] {
        let refused = ratna.session.set_limits(OTHER, back).unwrap_err();
        assert_eq!(refused.what.as_deref(), Some("Tenggat tidak dapat berlaku surut."), "{back}");
    }
    let unordered = Limits { sikap_days: [7, 3, 14], ..OTHER };
    let refused = ratna.session.set_limits(unordered, day(11, 24)).unwrap_err();
    assert_eq!(refused.code, Code::InvalidInput);
    let lost = 6 * 365 * 24 * 60;
    office.clock.leap(-lost);
    let refused = ratna.session.set_limits(OTHER, day(11, 24)).unwrap_err();
    assert_eq!(refused.code, Code::ClockWentBack, "tomorrow may have begun long ago");
    office.clock.leap(lost);
    assert_eq!(ratna.session.limits().unwrap(), []);
    ratna.leave();
    finish(office);
}

#[test]
fn sikap_is_asked_about_on_the_days_of_the_day_on_which_the_permohonan_was_opened() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let before = ratna.take_in("S-01");
    ratna.session.set_limits(OTHER, day(11, 24)).unwrap();

    office.clock.set(2026, 11, 24, 8, 0);
    activate(&mut ratna, &before);
    assert_eq!(due(&ratna, &before), "2026-11-27", "three working days, as when it was opened");
    assert!(ratna.words_on(&before, PaperKind::BuktiVerifikasi).contains("27 November 2026"));

    let after = ratna.take_in("S-02");
    activate(&mut ratna, &after);
    assert_eq!(due(&ratna, &after), "2026-11-26");
    assert!(ratna.words_on(&after, PaperKind::BuktiVerifikasi).contains("26 November 2026"));
    let call = Contact {
        method: ContactMethod::Telepon,
        purpose: ContactPurpose::Sikap,
        reached: false,
        note: "Tidak diangkat".to_owned(),
    };
    for (on, next) in [(26, "2026-11-30"), (30, "2026-12-02")] {
        office.clock.set(2026, 11, on, 9, 0);
        ratna.session.log_contact(&after.case, &call).unwrap();
        assert_eq!(due(&ratna, &after), next);
    }
    let early = refused(ratna.session.give_up_sikap(&after.case, "Tidak diangkat"));
    assert_eq!(labels(&early), ["Tindak lanjut terakhir belum lewat"]);
    office.clock.set(2026, 12, 3, 8, 0);
    ratna.session.give_up_sikap(&after.case, "Tidak diangkat").unwrap();
    assert_eq!(ratna.status(&after), Status::Selesai);
    let early = refused(ratna.session.give_up_sikap(&before.case, "Tidak diangkat"));
    assert_eq!(labels(&early), ["Tindak lanjut terakhir belum lewat"], "fourteen working days");
    ratna.leave();
    finish(office);
}

#[test]
fn a_link_and_a_vendor_are_waited_for_as_long_as_the_office_says() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    ratna.session.set_limits(OTHER, day(11, 24)).unwrap();
    let before = ratna.prepare("S-01");
    ratna.session.submit(&before.case, None).unwrap();
    office.clock.set(2026, 11, 24, 8, 0);
    let linked = ratna.walk_in("S-03");
    ratna.fill_form(&linked);
    let registered = ratna.record(&linked).opened_at;
    ratna.session.register_email(&linked.case, registered).unwrap();
    assert_eq!(due(&ratna, &linked), "2026-11-29", "five days, not two");
    let waiting = ratna.prepare("S-07");
    ratna.session.submit(&waiting.case, None).unwrap();

    let to_remind = |desk: &Desk| -> Vec<String> {
        desk.session.home().unwrap().to_remind.into_iter().map(|line| line.id).collect()
    };
    office.clock.set(2026, 12, 1, 9, 0);
    assert_eq!(to_remind(&ratna), [waiting.case.as_str()], "after seven days, the older one after fourteen");
    let lapses = |desk: &Desk, guest: &Guest| {
        let assessment = desk.session.assess(&desk.record(guest)).unwrap();
        assessment.allowed.iter().any(|step| step.id == TransitionId::T29)
    };
    office.clock.set(2026, 12, 14, 9, 0);
    assert!(lapses(&ratna, &waiting), "twenty days are over");
    assert!(!lapses(&ratna, &before), "thirty are not");
    ratna.session.lapse_link(&linked.case).unwrap();
    let letter = ratna.words_on(&linked, PaperKind::SuratPemberitahuan);
    assert!(letter.contains("paling lama 5 hari"), "{letter}");
    let late: Vec<String> = ratna.session.home().unwrap().late.into_iter().map(|line| line.id).collect();
    assert_eq!(late, [waiting.case.as_str()]);
    ratna.leave();
    finish(office);
}

#[test]
fn a_registration_counts_as_long_as_the_office_waits_for_its_link() {
    let office = Office::staffed();
    let mut ratna = office.sit_down(RATNA);
    ratna.session.set_limits(Limits { link_days: 90, ..Limits::default() }, day(11, 24)).unwrap();
    office.clock.set(2026, 11, 24, 8, 0);
    let (early, late) = (ratna.walk_in("S-01"), ratna.walk_in("S-09"));
    ratna.fill_form(&early);
    ratna.fill_form(&late);
    let now = ratna.session.store().now();
    ratna.session.register_email(&early.case, now - TimeDelta::days(70)).unwrap();
    let error = refused(ratna.session.register_email(&late.case, now - TimeDelta::days(91)));
    assert_eq!(error.code, Code::InvalidInput);
    ratna.leave();
    finish(office);
}

#[test]
fn a_call_is_waited_for_and_moved_as_often_as_the_office_says() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    ratna.session.set_limits(OTHER, day(11, 24)).unwrap();
    office.clock.set(2026, 11, 24, 8, 0);
    let guest = ratna.take_in_online("S-02");
    let start = ratna.session.store().now() + TimeDelta::minutes(60);
    ratna.promise(&guest, start);
    let online = ratna.session.see_permohonan(&guest.case).unwrap().online.unwrap();
    assert_eq!((online.moves_left, online.no_shows_most, online.attempts_needed), (1, 2, 3));
    assert_eq!(online.no_show_from, Some(start + TimeDelta::minutes(30)));

    office.pass(60 + 29);
    let call = Contact {
        method: ContactMethod::Telepon,
        purpose: ContactPurpose::Jadwal,
        reached: false,
        note: String::new(),
    };
    for _ in 0..2 {
        ratna.session.log_contact(&guest.case, &call).unwrap();
    }
    let early = refused(ratna.session.mark_no_show(&guest.case));
    assert_eq!(labels(&early), ["Waktu tunggu belum lewat", "Catatan 3 kali menghubungi"]);
    office.pass(1);
    ratna.session.log_contact(&guest.case, &call).unwrap();
    ratna.session.mark_no_show(&guest.case).unwrap();
    assert_eq!(ratna.status(&guest), Status::TidakHadir);
    ratna.leave();
    finish(office);
}
