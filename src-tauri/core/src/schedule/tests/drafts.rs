//! Drafts of e-mail, read back as a mail program reads them, and names that try to write headers.

use mail_parser::{Address, MessageParser, MimeHeaders};
use proptest::prelude::*;

use super::super::*;
use super::at;
use super::invitations::invitation;
use super::notices::facts;
use crate::error::Code;
use crate::surel;

const ID: &str = "jadwal-12-0@loket.example";

fn office() -> MailAddress {
    MailAddress { name: "LPSE Kabupaten Contoh".to_owned(), address: "lpse@contoh.example".to_owned() }
}

fn vendor() -> MailAddress {
    MailAddress { name: "CV Alas Roban Sejahtera".to_owned(), address: "kantor@alasroban.example".to_owned() }
}

fn letter() -> Notice {
    notice(NoticeKind::Jadwal, &facts())
}

fn draft(notice: &Notice, from: &MailAddress, to: &MailAddress) -> crate::error::Result<Vec<u8>> {
    email_draft(notice, from, to, &invitation().to_ics(), at(2026, 11, 23, 1, 12), ID)
}

/// Names of the headers of the whole message, in order.
fn headers(eml: &[u8]) -> Vec<String> {
    let text = String::from_utf8(eml.to_vec()).unwrap();
    let head = text.split("\r\n\r\n").next().unwrap().to_owned();
    let lines = head.split("\r\n").filter(|line| !line.starts_with([' ', '\t']));
    lines.map(|line| line.split(':').next().unwrap().to_owned()).collect()
}

const HEADERS: [&str; 8] =
    ["From", "To", "Subject", "Date", "Message-ID", "X-Unsent", "MIME-Version", "Content-Type"];

#[test]
fn a_mail_program_finds_the_letter_and_the_invitation_in_a_draft() {
    let eml = draft(&letter(), &office(), &vendor()).unwrap();
    let message = MessageParser::default().parse(&eml).unwrap();
    assert_eq!(message.subject(), Some(letter().subject.as_str()));
    assert_eq!(message.message_id(), Some(ID));
    assert_eq!(message.date().unwrap().to_rfc3339(), "2026-11-23T01:12:00Z");
    assert_eq!(message.header_raw("X-Unsent").map(str::trim), Some("1"));
    assert_eq!(message.body_text(0).unwrap().replace("\r\n", "\n"), letter().body);
    assert_eq!(message.text_body_count(), 1);
    assert_eq!(message.attachment_count(), 1);
    let attached = message.attachment(0).unwrap();
    assert_eq!(attached.attachment_name(), Some(INVITATION_FILE));
    let kind = attached.content_type().unwrap();
    assert_eq!((kind.ctype(), kind.subtype()), ("text", Some("calendar")));
    assert_eq!(kind.attribute("method"), Some("PUBLISH"));
    assert_eq!(attached.contents(), invitation().to_ics().as_bytes());
}

#[test]
fn our_own_reader_of_messages_knows_who_wrote_and_when() {
    let eml = draft(&letter(), &office(), &vendor()).unwrap();
    let envelope = surel::read("konsep.eml", &eml).unwrap().envelope.unwrap();
    assert_eq!(
        (envelope.sender.as_str(), envelope.sender_name.as_str()),
        ("lpse@contoh.example", "LPSE Kabupaten Contoh")
    );
    assert_eq!(envelope.subject, letter().subject);
    assert_eq!(envelope.sent_at, Some(at(2026, 11, 23, 1, 12)));
}

#[test]
fn the_same_input_gives_the_same_bytes_in_lines_that_every_server_takes() {
    let eml = draft(&letter(), &office(), &vendor()).unwrap();
    assert_eq!(eml, draft(&letter(), &office(), &vendor()).unwrap());
    let mut names = headers(&eml);
    names.sort();
    let mut expected = HEADERS.map(str::to_owned).to_vec();
    expected.sort();
    assert_eq!(names, expected);
    let text = String::from_utf8(eml).unwrap();
    assert!(text.is_ascii());
    assert!(text.split("\r\n").all(|line| line.len() <= 998 && !line.contains(['\r', '\n'])));
}

#[test]
fn a_name_with_line_breaks_writes_no_header() {
    let hostile = "CV Alas\r\nBcc: x@y.example\r\n\r\n<b>\n\rX-Mine: 1\u{2028}\u{0}\", \"z\" <z@y.example>";
    let notice = Notice { subject: format!("Jadwal {hostile}"), ..letter() };
    let named = |address: MailAddress| MailAddress { name: hostile.to_owned(), ..address };
    let eml = draft(&notice, &named(office()), &named(vendor())).unwrap();
    assert_eq!(headers(&eml).len(), HEADERS.len(), "{}", String::from_utf8_lossy(&eml));
    let message = MessageParser::default().parse(&eml).unwrap();
    assert!(message.bcc().is_none() && message.header_raw("X-Mine").is_none());
    let only = |address: Option<&Address<'_>>| {
        let all: Vec<String> = address.unwrap().iter().map(|one| one.address().unwrap().to_owned()).collect();
        assert_eq!(all.len(), 1, "{all:?}");
        all[0].clone()
    };
    assert_eq!(only(message.from()), "lpse@contoh.example");
    assert_eq!(only(message.to()), "kantor@alasroban.example");
}

#[test]
fn a_text_cannot_break_out_of_its_part() {
    let body = "\r\n--=_loket_jadwal_verifikasi--\r\n--=_loket_jadwal_verifikasi\r\nContent-Type: text/html\r\n\r\n<b>";
    let notice = Notice { body: body.to_owned(), ..letter() };
    let eml = email_draft(&notice, &office(), &vendor(), body, at(2026, 11, 23, 1, 12), ID).unwrap();
    let message = MessageParser::default().parse(&eml).unwrap();
    assert_eq!((message.text_body_count(), message.attachment_count()), (1, 1));
    assert_eq!(message.body_text(0).unwrap(), body);
}

#[test]
fn an_address_that_no_mail_program_takes_is_refused_in_two_sentences() {
    let addresses = [
        "",
        " ",
        "kantor",
        "@alasroban.example",
        "kantor@",
        "kantor@alas roban.example",
        "a@b.example, c@d.example",
        "a@b.example\r\nBcc: c@d.example",
        "a\u{0}@b.example",
        "Kantor <kantor@alasroban.example>",
        "kántor@alasroban.example",
        "kantor@alasroban.exämple",
    ];
    for address in addresses {
        let wrong = MailAddress { address: address.to_owned(), ..vendor() };
        for (from, to, whose) in
            [(office(), wrong.clone(), "pelaku usaha"), (wrong.clone(), vendor(), "kantor")]
        {
            let error = draft(&letter(), &from, &to).unwrap_err();
            assert_eq!(error.code, Code::InvalidInput, "{address:?}");
            assert!(error.what_happened().contains(whose) && error.what_to_do().ends_with('.'));
            assert!(address.trim().is_empty() || !error.detail.contains(address), "no address in a log");
        }
    }
}

#[test]
fn a_message_id_or_a_date_that_is_none_is_refused() {
    let write = |date, id: &str| email_draft(&letter(), &office(), &vendor(), "", date, id);
    let now = at(2026, 11, 23, 1, 12);
    for id in
        ["", "<>", "tanpa-tanda", "@loket.example", "a@", "a@b@c", "a b@c", "a@b\r\nX: 1", "é@b", "<a@b"]
    {
        assert_eq!(write(now, id).unwrap_err().code, Code::InvalidInput, "{id:?}");
    }
    assert_eq!(write(now, ID).unwrap(), write(now, &format!("<{ID}>")).unwrap());
    for date in [DateTime::<Utc>::MIN_UTC, DateTime::<Utc>::MAX_UTC, at(1969, 12, 31, 23, 59)] {
        assert_eq!(write(date, ID).unwrap_err().code, Code::InvalidInput);
    }
}

proptest! {
    #[test]
    fn any_name_and_text_give_one_message_with_two_parts(subject in ".{0,120}", name in ".{0,60}", body in ".{0,200}") {
        let notice = Notice { subject, body, ..letter() };
        let eml = draft(&notice, &office(), &MailAddress { name, ..vendor() }).unwrap();
        prop_assert_eq!(headers(&eml).len(), HEADERS.len());
        let message = MessageParser::default().parse(&eml).unwrap();
        prop_assert_eq!((message.parts.len(), message.attachment_count()), (3, 1));
        prop_assert_eq!(message.to().unwrap().first().unwrap().address(), Some("kantor@alasroban.example"));
    }
}
