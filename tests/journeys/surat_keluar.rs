//! A notice goes out from Loket itself: it waits for a server that is away, and ends when it is sent, refused,
//! withdrawn, or no longer true. No server is asked here; `tests/mailbox` does that.

use chrono::{DateTime, Utc};
use loket_core::actions::mailbox::Login;
use loket_core::actions::outbox::LetterState;
use loket_core::error::{Code, Error};
use loket_core::mailbox::{MailServer, MailboxSettings, Security};
use loket_core::outbox::LetterEnd;
use loket_core::permohonan::ContactMethod;
use loket_core::schedule::NoticeKind;
use loket_tests::{BAGUS, Desk, Guest, Office, RATNA, finish};

fn settings() -> MailboxSettings {
    let outbox =
        MailServer { host: "smtp.lpse-contoh.example".to_owned(), port: 465, security: Security::Tls };
    MailboxSettings { inbox: None, outbox: Some(outbox), authority: None }
}

fn login() -> Login {
    Login::new("verifikasi", "kapal-selam-biru".to_owned())
}

/// A case with an appointment on Tuesday, of which the vendor knows nothing yet.
fn promised(office: &Office) -> (Desk, Guest) {
    let mut ratna = office.sit_down(RATNA);
    let guest = ratna.take_in_online("S-02");
    let tuesday = "2026-11-24T03:00:00Z".parse::<DateTime<Utc>>().unwrap();
    ratna.book(&guest, tuesday);
    (ratna, guest)
}

fn letters(desk: &Desk, guest: &Guest) -> Vec<LetterState> {
    desk.session.letters_of(&guest.case).unwrap()
}

/// The machine says how it went with the one letter that is due.
fn tried(desk: &mut Desk, outcome: Result<(), Error>) {
    let due = desk.session.letter_due().unwrap().expect("nothing is due").letter().to_owned();
    assert_eq!(desk.session.waiting_letters().unwrap().len(), 1);
    assert!(desk.session.note_sent(&due, outcome).unwrap());
}

fn away() -> Error {
    Error::new(Code::MailServerUnreachable, "no answer")
}

#[test]
fn nothing_is_queued_or_due_while_the_mailbox_is_off() {
    let office = Office::open();
    let (mut ratna, guest) = promised(&office);
    let error = ratna.session.queue_notice(&guest.case, NoticeKind::Jadwal).unwrap_err();
    assert_eq!(error.code, Code::MailboxOff);
    assert!(ratna.session.letter_due().unwrap().is_none());
    assert_eq!(ratna.session.inbox().unwrap_err().code, Code::MailboxOff);
    ratna.session.set_mailbox(settings(), &login()).unwrap();
    assert_eq!(ratna.session.inbox().unwrap_err().code, Code::MailboxOff, "only sending was turned on");
    ratna.leave();
    finish(office);
}

#[test]
fn a_letter_survives_days_without_a_network_and_a_closed_desk_and_counts_as_told_once_it_is_sent() {
    let office = Office::open();
    let (mut ratna, guest) = promised(&office);
    ratna.session.set_mailbox(settings(), &login()).unwrap();
    ratna.session.queue_notice(&guest.case, NoticeKind::Jadwal).unwrap();
    let twice = ratna.session.queue_notice(&guest.case, NoticeKind::Jadwal).unwrap_err();
    assert_eq!(twice.code, Code::TransitionRefused);
    for wait in [1, 5, 15, 30, 30] {
        tried(&mut ratna, Err(away()));
        let state = letters(&ratna, &guest).pop().unwrap();
        assert_eq!(state.tries.unwrap().why.code, Code::MailServerUnreachable);
        office.clock.pass(wait - 1);
        assert!(ratna.session.letter_due().unwrap().is_none(), "asked again before {wait} minutes");
        office.clock.pass(1);
    }
    ratna.leave();

    let mut ratna = office.sit_down(RATNA);
    assert!(ratna.record(&guest).notices.is_empty());
    tried(&mut ratna, Ok(()));
    let told = ratna.record(&guest).notices;
    assert_eq!(told.len(), 1);
    assert_eq!((told[0].kind, told[0].method), (NoticeKind::Jadwal, ContactMethod::Surel));
    assert_eq!(told[0].words, letters(&ratna, &guest)[0].letter.words);
    assert!(ratna.session.letter_due().unwrap().is_none());
    assert!(ratna.session.waiting_letters().unwrap().is_empty());
    ratna.leave();
    finish(office);
}

#[test]
fn a_letter_about_an_appointment_that_was_moved_is_never_sent() {
    let office = Office::open();
    let (mut ratna, guest) = promised(&office);
    ratna.session.set_mailbox(settings(), &login()).unwrap();
    ratna.session.queue_notice(&guest.case, NoticeKind::Jadwal).unwrap();
    let booking = loket_core::actions::schedule::Booking {
        start: "2026-11-25T03:00:00Z".parse().unwrap(),
        verifikator: ratna.session.officer().id.clone(),
        way: loket_core::schedule::VideoWay::Zoom,
        join: "https://rapat.contoh.example/j/9001".to_owned(),
    };
    ratna.session.reschedule(&guest.case, &booking, "Verifikator rapat").unwrap();
    assert!(ratna.session.letter_due().unwrap().is_none());
    let ends: Vec<_> = letters(&ratna, &guest).iter().map(|state| state.letter.end.unwrap().0).collect();
    assert_eq!(ends, [LetterEnd::Usang]);
    assert!(ratna.record(&guest).notices.is_empty());
    ratna.leave();
    finish(office);
}

#[test]
fn nobody_is_asked_to_come_to_what_is_over() {
    let office = Office::open();
    let (mut ratna, guest) = promised(&office);
    ratna.session.set_mailbox(settings(), &login()).unwrap();
    ratna.session.queue_notice(&guest.case, NoticeKind::Jadwal).unwrap();
    office.clock.set(2026, 11, 26, 8, 0);
    assert!(ratna.session.letter_due().unwrap().is_none(), "the call was on Tuesday");
    assert_eq!(letters(&ratna, &guest)[0].letter.end.unwrap().0, LetterEnd::Usang);
    let late = ratna.session.queue_notice(&guest.case, NoticeKind::Jadwal).unwrap_err();
    assert_eq!(late.code, Code::TransitionRefused);
    ratna.leave();
    finish(office);
}

#[test]
fn a_letter_outlives_a_new_telephone_of_the_office_and_speaks_of_its_own_session() {
    let office = Office::open();
    let (mut ratna, guest) = promised(&office);
    ratna.session.set_mailbox(settings(), &login()).unwrap();
    ratna.session.queue_notice(&guest.case, NoticeKind::Jadwal).unwrap();
    let mut identity = ratna.session.office().identity.clone();
    identity.contact = "0274-9000".to_owned();
    ratna.session.describe_office(identity).unwrap();
    tried(&mut ratna, Ok(()));
    assert_eq!(ratna.record(&guest).notices[0].session, Some(1));
    ratna.leave();
    finish(office);
}

#[test]
fn a_letter_that_was_withdrawn_too_late_is_written_down_as_sent() {
    let office = Office::open();
    let (mut ratna, guest) = promised(&office);
    ratna.session.set_mailbox(settings(), &login()).unwrap();
    ratna.session.queue_notice(&guest.case, NoticeKind::Jadwal).unwrap();
    let on_its_way = ratna.session.letter_due().unwrap().unwrap().letter().to_owned();
    ratna.session.withdraw_letter(&on_its_way).unwrap();
    assert!(ratna.session.note_sent(&on_its_way, Err(away())).unwrap());
    assert_eq!(letters(&ratna, &guest)[0].letter.end.unwrap().0, LetterEnd::Dibatalkan);
    assert!(ratna.session.note_sent(&on_its_way, Ok(())).unwrap());
    assert_eq!(letters(&ratna, &guest)[0].letter.end.unwrap().0, LetterEnd::Terkirim);
    assert_eq!(ratna.record(&guest).notices.len(), 1);
    assert!(!ratna.session.note_sent("surat-kantor-lain", Ok(())).unwrap());
    ratna.leave();
    finish(office);
}

#[test]
fn a_refused_letter_stands_on_the_home_screen_until_the_vendor_was_told_otherwise() {
    let office = Office::open();
    let (mut ratna, guest) = promised(&office);
    ratna.session.set_mailbox(settings(), &login()).unwrap();
    ratna.session.queue_notice(&guest.case, NoticeKind::Jadwal).unwrap();
    tried(&mut ratna, Err(Error::new(Code::MailRefused, "smtp 550")));
    let refused = |desk: &Desk| desk.session.home().unwrap().letters_refused.len();
    assert_eq!(refused(&ratna), 1);
    assert!(ratna.session.letter_due().unwrap().is_none(), "never means never");
    office.clock.pass(1);
    ratna.session.queue_notice(&guest.case, NoticeKind::Jadwal).unwrap();
    let again = letters(&ratna, &guest).pop().unwrap().letter.id;
    ratna.session.withdraw_letter(&again).unwrap();
    assert_eq!(refused(&ratna), 1, "a letter that was withdrawn tells nobody");
    office.clock.pass(3);
    ratna.session.note_notice(&guest.case, NoticeKind::Jadwal, ContactMethod::Whatsapp).unwrap();
    assert_eq!(refused(&ratna), 0);
    ratna.leave();
    finish(office);
}

#[test]
fn a_withdrawn_letter_stays_withdrawn_and_one_that_was_sent_cannot_be_withdrawn() {
    let office = Office::open();
    let (mut ratna, guest) = promised(&office);
    ratna.session.set_mailbox(settings(), &login()).unwrap();
    ratna.session.queue_notice(&guest.case, NoticeKind::Jadwal).unwrap();
    let first = letters(&ratna, &guest)[0].letter.id.clone();
    ratna.session.withdraw_letter(&first).unwrap();
    assert!(ratna.session.letter_due().unwrap().is_none());
    ratna.session.queue_notice(&guest.case, NoticeKind::Jadwal).unwrap();
    tried(&mut ratna, Ok(()));
    for letter in letters(&ratna, &guest) {
        let error = ratna.session.withdraw_letter(&letter.letter.id).unwrap_err();
        assert_eq!(error.code, Code::TransitionRefused);
    }
    assert_eq!(ratna.session.withdraw_letter("tidak-ada").unwrap_err().code, Code::NotFound);
    ratna.leave();
    finish(office);
}

#[test]
fn the_password_stays_with_its_user_and_only_an_admin_sets_it() {
    let office = Office::staffed();
    let mut bagus = office.sit_down(BAGUS);
    assert_eq!(bagus.session.set_mailbox(settings(), &login()).unwrap_err().code, Code::RoleForbidden);
    assert_eq!(bagus.session.mailbox().unwrap_err().code, Code::RoleForbidden);
    bagus.leave();
    let mut ratna = office.sit_down(RATNA);
    let session = &mut ratna.session;
    let without = |user: &str| Login::new(user, String::new());
    assert_eq!(session.set_mailbox(settings(), &without("verifikasi")).unwrap_err().code, Code::InvalidInput);
    session.set_mailbox(settings(), &login()).unwrap();
    session.set_mailbox(settings(), &without("verifikasi")).unwrap();
    let other = session.set_mailbox(settings(), &without("orang-lain")).unwrap_err();
    assert_eq!(other.code, Code::InvalidInput, "a password is never tried at another account");
    assert_eq!(session.mailbox().unwrap().unwrap().user, "verifikasi");
    let mut elsewhere = settings();
    elsewhere.outbox.as_mut().unwrap().host = "surat.orang-lain.example".to_owned();
    let other = session.mailbox_to_try(elsewhere, &without("verifikasi")).unwrap_err();
    assert_eq!(other.code, Code::InvalidInput, "nor at another server");
    session.close_mailbox().unwrap();
    assert!(session.mailbox().unwrap().is_none());
    assert_eq!(session.set_mailbox(settings(), &without("verifikasi")).unwrap_err().code, Code::InvalidInput);
    ratna.leave();
    finish(office);
}
