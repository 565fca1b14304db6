//! The inbox is listed and fetched, and lies as it lay.

use std::net::{Ipv4Addr, TcpListener};
use std::thread;

use loket_core::error::Code;
use loket_core::mailbox::{Account, Inbox, MessageId, Security};
use loket_core::surel;
use loket_tests::Letter;

use loket_tests::mail_server::Server;

fn code_of(account: &Account) -> Code {
    Inbox::of(account).list().unwrap_err().code
}

#[test]
fn requests_are_listed_newest_first_and_fetched_whole_and_nothing_in_the_inbox_changes() {
    let server = Server::start();
    let slamet =
        Letter::of_slamet().attach("ktp.jpg", "image/jpeg", b"\xff\xd8\xff\xe0 not a picture").bytes();
    server.arrive(1, &slamet);
    let plain = b"From: =?utf-8?Q?Warga_=C3=89?= <warga@contoh.example>\r\nSubject: Tanya jadwal\r\n\
        Date: Mon, 23 Nov 2026 09:00:00 +0700\r\n\r\nJam berapa buka?\r\n";
    server.arrive(2, plain);
    let account = server.inbox();
    let inbox = Inbox::of(&account);
    inbox.list().unwrap();
    let lay = server.as_it_lies();

    let listed = inbox.list().unwrap();

    let subjects: Vec<_> = listed.iter().map(|message| message.envelope.subject.as_str()).collect();
    assert_eq!(subjects, ["Tanya jadwal", "Permohonan verifikasi akun SPSE"]);
    assert_eq!(listed[0].envelope.sender_name, "Warga É");
    assert_eq!(listed[1].envelope.sender, "toko@sumberrejeki.example");
    assert_eq!([listed[0].has_parts, listed[1].has_parts], [false, true]);
    assert_eq!(listed[1].size, slamet.len() as u64);
    assert!(listed[1].received_at.is_some());
    let fetched = inbox.fetch(listed[1].id).unwrap();
    assert_eq!(*fetched, slamet);
    assert_eq!(surel::read("surel", &fetched).unwrap().envelope.unwrap().subject, subjects[1]);
    assert_eq!(server.as_it_lies(), lay);
    assert!(lay.iter().all(|(name, _)| !name.contains(":2,") || name.ends_with(":2,")), "{lay:?}");
}

#[test]
fn an_empty_inbox_is_no_error() {
    let server = Server::start();
    assert!(Inbox::of(&server.inbox()).list().unwrap().is_empty());
}

#[test]
fn a_message_that_is_gone_or_renumbered_is_named_as_gone() {
    let server = Server::start();
    server.arrive(1, &Letter::of_slamet().bytes());
    let account = server.inbox();
    let inbox = Inbox::of(&account);
    let id = inbox.list().unwrap()[0].id;
    for wrong in [MessageId { uid: id.uid + 7, ..id }, MessageId { validity: id.validity + 1, ..id }] {
        assert_eq!(inbox.fetch(wrong).unwrap_err().code, Code::NotFound);
    }
}

#[test]
fn a_message_beyond_what_is_opened_is_not_fetched() {
    let server = Server::start();
    let mut huge = Letter::of_slamet().bytes();
    huge.resize(surel::MOST_BYTES + 1, b'\n');
    server.arrive(1, &huge);
    let account = server.inbox();
    let inbox = Inbox::of(&account);
    let listed = inbox.list().unwrap();
    assert_eq!(inbox.fetch(listed[0].id).unwrap_err().code, Code::AttachmentTooLarge);
}

#[test]
fn a_wrong_password_is_told_from_a_wrong_certificate_and_from_no_server() {
    let server = Server::start();
    let account = server.inbox();
    let wrong = Account { password: "salah".to_owned().into(), ..account.clone() };
    assert_eq!(code_of(&wrong), Code::MailLoginRefused);
    assert_eq!(code_of(&Server::unknown_authority(account.clone())), Code::MailServerUntrusted);
    let other_name = Account { host: "127.0.0.1".to_owned(), ..account.clone() };
    assert_eq!(code_of(&other_name), Code::MailServerUntrusted);
    let shut = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap().local_addr().unwrap().port();
    assert_eq!(code_of(&Account { port: shut, ..account.clone() }), Code::MailServerUnreachable);
    let bare = Account { security: Security::Starttls, ..account };
    assert_eq!(code_of(&bare), Code::InvalidInput);
}

#[test]
fn a_server_without_tls_hears_no_password() {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let port = listener.local_addr().unwrap().port();
    let heard = thread::spawn(move || {
        use std::io::{Read as _, Write as _};
        let (mut socket, _) = listener.accept().unwrap();
        socket.write_all(b"* OK IMAP4rev1 ready\r\n").unwrap();
        let mut heard = Vec::new();
        socket.read_to_end(&mut heard).ok();
        heard
    });
    let server = Server::start();
    let account = Account { port, ..server.inbox() };
    assert_eq!(code_of(&account), Code::MailServerUnreachable);
    let heard = heard.join().unwrap();
    assert!(!heard.windows(5).any(|window| window == b"LOGIN" || window == b"kapal"));
}
