//! S-11: the e-mail was registered on Monday, and on Thursday there is still no link.

use chrono::{DateTime, TimeZone as _, Utc};
use loket_core::error::Code;
use loket_core::form::FormField;
use loket_core::numbering::PaperKind;
use loket_core::permohonan::{Status, TransitionId};
use loket_tests::{BAGUS, Desk, Guest, JOKO, Office, RATNA, finish, labels, refused};

/// Office time of November 2026.
fn at(day: u32, hour: u32, minute: u32) -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 11, day, hour - 7, minute, 0).unwrap()
}

fn allows(desk: &Desk, guest: &Guest, id: TransitionId) -> bool {
    desk.session.assess(&desk.record(guest)).unwrap().allowed.iter().any(|step| step.id == id)
}

fn remark(desk: &Desk, guest: &Guest, row: usize) -> Option<String> {
    desk.session.assess(&desk.record(guest)).unwrap().steps[row - 1].remark.clone()
}

#[test]
fn after_two_days_the_case_is_closed_with_a_letter_and_what_was_typed_stays() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = ratna.walk_in("S-01");
    assert_eq!(
        labels(&refused(ratna.session.register_email(&guest.case, at(23, 7, 30)))),
        ["Surel yang benar"]
    );
    ratna.fill_form(&guest);
    ratna.session.register_email(&guest.case, at(23, 7, 30)).unwrap();
    let record = ratna.record(&guest);
    assert_eq!((record.status, record.registered_at), (Status::MenungguTautan, Some(at(23, 7, 30))));
    assert_eq!(record.due.as_deref(), Some("2026-11-25"));
    assert_eq!(remark(&ratna, &guest, 1).as_deref(), Some("Didaftarkan 23 November 2026"));
    assert!(!allows(&ratna, &guest, TransitionId::T04), "two days are not over");
    assert_eq!(labels(&refused(ratna.session.lapse_link(&guest.case))), ["Lewatnya batas terima tautan"]);

    office.clock.set(2026, 11, 26, 8, 10);
    assert!(allows(&ratna, &guest, TransitionId::T04));
    ratna.session.lapse_link(&guest.case).unwrap();
    let record = ratna.record(&guest);
    assert_eq!(record.status, Status::Kedaluwarsa);
    assert_eq!(record.form_value(FormField::Surel), guest.typed(FormField::Surel), "no data lost");
    let words = ratna.words_on(&guest, PaperKind::SuratPemberitahuan);
    for said in [
        "PB-2026-1-000001",
        "23 November 2026",
        guest.typed(FormField::Surel),
        "Spam",
        "daftar ulang",
        "surel lain",
    ] {
        assert!(words.contains(said), "{said}: {words}");
    }
    ratna.leave();
    finish(office);
}

#[test]
fn a_link_that_came_opens_the_form_and_the_case_goes_on_as_any_other() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = ratna.prepare("S-01");
    ratna.session.register_email(&guest.case, at(23, 7, 45)).unwrap();
    office.pass(60);
    let wrong = |desk: &mut Desk, came| desk.session.link_came(&guest.case, came).unwrap_err().code;
    assert_eq!(wrong(&mut ratna, at(23, 7, 44)), Code::InvalidInput, "before it was asked for");
    assert_eq!(wrong(&mut ratna, at(23, 9, 1)), Code::InvalidInput, "in the future");
    ratna.session.link_came(&guest.case, at(23, 8, 20)).unwrap();
    assert_eq!(ratna.status(&guest), Status::PengisianFormulir);
    let told = "Didaftarkan 23 November 2026, tautan diterima 23 November 2026";
    assert_eq!(remark(&ratna, &guest, 1).as_deref(), Some(told));
    office.pass(3);
    ratna.hand_in(&guest);
    ratna.session.complete(&guest.case).unwrap();
    assert_eq!(ratna.status(&guest), Status::Antre);
    assert_eq!(ratna.steps(&guest), ["T-02", "T-03", "T-05", "T-08"]);
    ratna.leave();
    finish(office);
}

#[test]
fn a_registration_that_cannot_be_is_refused_and_who_only_reads_registers_nothing() {
    let office = Office::staffed();
    let mut ratna = office.sit_down(RATNA);
    let guest = ratna.prepare("S-01");
    for wrong in [at(23, 8, 1), at(30, 8, 0), Utc.with_ymd_and_hms(2026, 9, 1, 0, 0, 0).unwrap()] {
        assert_eq!(
            ratna.session.register_email(&guest.case, wrong).unwrap_err().code,
            Code::InvalidInput,
            "{wrong}"
        );
    }
    assert_eq!(ratna.status(&guest), Status::Draf);
    ratna.leave();
    let mut joko = office.sit_down(JOKO);
    let refused = joko.session.register_email(&guest.case, at(23, 7, 0)).unwrap_err();
    assert_eq!(refused.code, Code::RoleForbidden);
    joko.leave();
    finish(office);
}

#[test]
fn a_petugas_signs_the_letter_as_petugas() {
    let office = Office::staffed();
    let mut bagus = office.sit_down(BAGUS);
    let guest = bagus.prepare("S-01");
    bagus.session.register_email(&guest.case, at(23, 8, 0)).unwrap();
    office.clock.set(2026, 11, 26, 8, 10);
    bagus.session.lapse_link(&guest.case).unwrap();
    let words = bagus.words_on(&guest, PaperKind::SuratPemberitahuan);
    assert!(words.contains("Petugas") && !words.contains("Penyetuju"), "{words}");
    bagus.leave();
    finish(office);
}
