//! Messages made to break their reader.

use super::made::{Letter, jpeg};
use super::{opened, refusals};
use crate::error::Code;
use crate::surel::{MOST_BYTES, read};

#[test]
fn a_mail_in_a_mail_is_not_opened_and_the_rest_is_kept() {
    let inner =
        String::from_utf8(Letter::new().attach("dalam.jpg", "image/jpeg", &jpeg(64, 40)).bytes()).unwrap();
    let letter = Letter::new()
        .part(&format!("Content-Type: message/rfc822\r\nContent-Disposition: attachment\r\n\r\n{inner}"))
        .attach("luar.jpg", "image/jpeg", &jpeg(64, 40));
    let delivery = opened("x.eml", &letter.bytes());
    assert_eq!(delivery.pages.iter().map(|page| page.name.as_str()).collect::<Vec<_>>(), ["luar.jpg"]);
    assert_eq!(refusals(&delivery), [("lampiran 1".to_owned(), Code::AttachmentUnknown)]);
}

/// Found by throwing bytes at the importer: a part of a message inside a message whose parent never began.
#[test]
fn a_message_over_which_the_parser_stumbles_is_unreadable_and_the_desk_goes_on() {
    let thrown = include_bytes!("../../../../../fuzz/seeds/surel/part-without-a-parent");
    // The first byte chooses the name. Only a parser that watches itself notices, as in every build but the shipped one.
    let read = read("x.eml", &thrown[1..]);
    assert_eq!(read.map(drop).map_err(|error| error.code).err(), Some(Code::MailUnreadable));
}

#[test]
fn ten_thousand_parts_end_at_the_limit_with_one_reason() {
    let mut letter = Letter::new();
    for number in 0..10_000 {
        letter = letter.attach(&format!("{number}.bin"), "application/octet-stream", b"x");
    }
    let delivery = opened("x.eml", &letter.bytes());
    assert_eq!(delivery.refused.len(), 201);
    assert_eq!(delivery.refused[200].why.code, Code::AttachmentTooLarge);
}

#[test]
fn ten_thousand_nested_multiparts_overflow_nothing() {
    let mut text = "From: a@contoh.example\r\nMIME-Version: 1.0\r\n".to_owned();
    for depth in 0..10_000 {
        text.push_str(&format!("Content-Type: multipart/mixed; boundary=\"b{depth}\"\r\n\r\n--b{depth}\r\n"));
    }
    text.push_str("Content-Type: text/plain\r\n\r\nhalo\r\n");
    assert!(opened("x.eml", text.as_bytes()).pages.is_empty());
}

#[test]
fn a_million_messages_in_messages_are_refused_before_they_are_parsed() {
    let mut text = "From: a@contoh.example\r\n".to_owned();
    text.push_str(&"Content-Type: Message/RFC822\r\n\r\n".repeat(1_000_000));
    assert_eq!(read("x.eml", text.as_bytes()).unwrap_err().code, Code::AttachmentTooLarge);
}

#[test]
fn an_attachment_that_breaks_off_is_named_even_without_a_name() {
    let cut =
        "Content-Type: image/jpeg\r\nContent-ID: <satu>\r\nContent-Transfer-Encoding: base64\r\n\r\n/9j/4A";
    let head =
        "From: a@contoh.example\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n";
    let lost = "Content-Type: multipart/mixed; boundary=tidak-ada\r\n\r\n--lain\r\n";
    let html = "Content-Type: text/html\r\nContent-Disposition: attachment\r\n\r\n<p>formulir</p>";
    for part in [cut, lost, html] {
        let delivery = opened("x.eml", format!("{head}--b\r\n{part}").as_bytes());
        assert_eq!((delivery.pages.len(), delivery.refused.len()), (0, 1), "{part}");
    }
}

#[test]
fn headers_that_are_huge_or_steer_the_screen_become_one_short_line() {
    let head = format!(
        "From: \"Wulan\u{202e}gnalO\x1b[2J\" <a@contoh.example>\r\nSubject: {}\r\n",
        "panjang ".repeat(200_000)
    );
    let delivery = opened("x.eml", &Letter::with_head(&head).bytes());
    let envelope = delivery.envelope.unwrap();
    assert!(envelope.subject.chars().count() <= 200);
    assert!(!envelope.sender_name.contains(['\u{202e}', '\x1b']), "{:?}", envelope.sender_name);
}

#[test]
fn a_wrong_charset_and_broken_base64_cost_at_most_their_own_part() {
    let letter = Letter::with_head("From: a@contoh.example\r\nSubject: =?x-tidak-ada?B?5Zub?= baik\r\n")
        .part("Content-Type: text/plain; charset=x-tidak-ada\r\n\r\n\u{fffd}\u{fffd}")
        .part(
            "Content-Type: image/jpeg; name=\"rusak.jpg\"\r\nContent-Transfer-Encoding: base64\r\n\
             Content-Disposition: attachment\r\n\r\n/9j/4AAQ!!!!****",
        )
        .attach("baik.jpg", "image/jpeg", &jpeg(64, 40));
    let delivery = opened("x.eml", &letter.bytes());
    assert!(delivery.envelope.unwrap().subject.ends_with("baik"));
    assert_eq!(delivery.pages.len(), 1);
    assert_eq!(delivery.refused.len(), 1);
}

#[test]
fn names_with_paths_marks_and_no_end_are_plain_when_shown() {
    for (given, shown) in [
        ("../../../etc/passwd.jpg", "passwd.jpg"),
        ("C:\\\\Windows\\\\ktp.jpg", "ktp.jpg"),
        (".htaccess.jpg", "htaccess.jpg"),
        ("\u{202e}gpj.exe", "gpj.exe"),
        ("..", "lampiran 1"),
    ] {
        let encoded: String = given.bytes().map(|byte| format!("%{byte:02X}")).collect();
        let part = format!(
            "Content-Type: image/jpeg\r\nContent-Disposition: attachment; filename*=utf-8''{encoded}\r\n\r\nx"
        );
        let delivery = opened("x.eml", &Letter::new().part(&part).bytes());
        assert_eq!(delivery.refused[0].name, shown);
    }
    let long = format!("{}.jpg", "panjang".repeat(1_000));
    let delivery = opened(&long, b"\xff\xd8\xff broken");
    assert!(delivery.refused[0].name.chars().count() <= 80 && delivery.refused[0].name.ends_with(".jpg"));
}

#[test]
fn a_file_beyond_the_limit_is_not_opened() {
    let huge = vec![b'a'; MOST_BYTES + 1];
    assert_eq!(read("x.eml", &huge).unwrap_err().code, Code::AttachmentTooLarge);
}
