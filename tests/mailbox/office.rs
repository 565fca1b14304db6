//! The whole way: an office turns its mailbox on, takes a request from the inbox and answers with a letter.

use chrono::{DateTime, Utc};
use loket_core::actions::kiriman::Incoming;
use loket_core::actions::mailbox::{InboxDoor, Login};
use loket_core::actions::{MessageFate, Session};
use loket_core::error::Code;
use loket_core::mailbox::{Inbox, MailboxSettings, MessageId};
use loket_core::outbox::LetterEnd;
use loket_core::schedule::NoticeKind;
use loket_core::surel;
use loket_tests::mail_server::{PASSWORD, Server, USER};
use loket_tests::{Letter, Office, RATNA, finish};

fn login() -> Login {
    Login::new(USER, PASSWORD.to_owned())
}

/// Fetches and opens a message as the desk does.
fn fetched(door: &InboxDoor, id: MessageId) -> Incoming {
    door.open(id, &Inbox::of(&door.account).fetch(id).unwrap()).unwrap()
}

/// Asks the inbox as the desk does: who it is and what became of it.
fn look(session: &Session) -> Vec<(String, Option<MessageFate>)> {
    let door = session.inbox().unwrap();
    let listed = Inbox::of(&door.account).list().unwrap();
    let lines = session.known_messages(&door.inbox, listed).unwrap();
    lines.into_iter().map(|line| (line.message.envelope.subject, line.fate)).collect()
}

#[test]
fn a_request_is_taken_from_the_inbox_once_and_what_asks_for_nothing_is_set_aside() {
    let server = Server::start();
    server.arrive(1, &Letter::of_slamet().bytes());
    server.arrive(2, b"From: warta@contoh.example\r\nSubject: Warta\r\nDate: Mon, 23 Nov 2026 09:00:00 +0700\r\n\r\nHalo\r\n");
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    ratna.session.set_mailbox(server.settings(), &login()).unwrap();
    let door = ratna.session.inbox().unwrap();
    let listed = Inbox::of(&door.account).list().unwrap();
    let lay = server.as_it_lies();

    let taken = ratna.session.receive_kiriman(fetched(&door, listed[1].id)).unwrap();
    ratna.session.set_message_aside(listed[0].id).unwrap();

    let kiriman = ratna.session.kiriman(&taken).unwrap();
    assert_eq!((kiriman.sender.as_str(), kiriman.is_request()), ("toko@sumberrejeki.example", true));
    let known = [
        ("Warta".to_owned(), Some(MessageFate::SetAside)),
        ("Permohonan verifikasi akun SPSE".to_owned(), Some(MessageFate::Taken(taken))),
    ];
    assert_eq!(look(&ratna.session), known);
    let again = ratna.session.receive_kiriman(fetched(&door, listed[1].id)).unwrap_err();
    assert_eq!(again.code, Code::InvalidInput);
    assert_eq!(server.as_it_lies(), lay, "nothing in the inbox was changed");
    ratna.leave();
    // What was known stays known after the desk was closed.
    let ratna = office.sit_down(RATNA);
    assert_eq!(look(&ratna.session), known);
    ratna.leave();
    finish(office);
}

#[test]
fn the_appointment_reaches_the_vendor_with_its_calendar_file() {
    let server = Server::start();
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = ratna.take_in_online("S-02");
    ratna.book(&guest, "2026-11-24T03:00:00Z".parse::<DateTime<Utc>>().unwrap());
    let away = MailboxSettings {
        outbox: Some(loket_core::mailbox::MailServer { port: 1, ..server.settings().outbox.unwrap() }),
        ..server.settings()
    };
    ratna.session.set_mailbox(away, &login()).unwrap();
    ratna.session.queue_notice(&guest.case, NoticeKind::Jadwal).unwrap();
    let outgoing = ratna.session.letter_due().unwrap().unwrap();
    let outcome = outgoing.send();
    assert_eq!(outcome.as_ref().unwrap_err().code, Code::MailServerUnreachable);
    ratna.session.note_sent(outgoing.letter(), outcome).unwrap();
    office.clock.pass(1);

    ratna.session.set_mailbox(server.settings(), &login()).unwrap();
    let outgoing = ratna.session.letter_due().unwrap().unwrap();
    ratna.session.note_sent(outgoing.letter(), outgoing.send()).unwrap();

    let letter = ratna.session.letters_of(&guest.case).unwrap().pop().unwrap().letter;
    assert_eq!(letter.end.unwrap().0, LetterEnd::Terkirim);
    let delivered = server.delivered(1).pop().unwrap();
    let text = String::from_utf8(delivered.clone()).unwrap();
    assert!(!text.contains("X-Unsent"), "{text}");
    let envelope = surel::read("surat.eml", &delivered).unwrap().envelope.unwrap();
    assert_eq!(envelope.sender, ratna.session.office().identity.email);
    assert!(text.contains("jadwal-verifikasi.ics") || text.contains("text/calendar"), "{text}");
    ratna.leave();
    finish(office);
}
