//! A message in the Internet format (RFC 5322 with MIME, RFC 2045): envelope and attachments.

use chrono::DateTime;
use mail_parser::{ContentType, Message, MessageParser, MessagePart, MimeHeaders as _, PartType};

use super::attachment::{self, Kind};
use super::delivery::{Delivery, Envelope};
use super::limits::Budget;
use super::name;
use super::stumble::catching;
use crate::error::{Code, Error, Result};

/// Characters of a subject or name that are kept.
const LONGEST_LINE: usize = 200;

pub(super) fn read(bytes: &[u8], budget: &mut Budget) -> Result<Delivery> {
    if nests_deeply(bytes) {
        return Err(Error::new(Code::AttachmentTooLarge, "messages in messages")
            .saying("Surel ini berisi terlalu banyak surel lain di dalamnya.")
            .advising("Simpan surel yang diperlukan sebagai berkas sendiri, lalu masukkan ke Loket."));
    }
    let unreadable = || Error::new(Code::MailUnreadable, "not a message");
    let message = catching(|| MessageParser::default().parse(bytes)).flatten().ok_or_else(unreadable)?;
    let envelope = envelope_of(&message);
    if envelope == Envelope::default() {
        return Err(unreadable());
    }
    let mut delivery = Delivery { envelope: Some(envelope), ..Delivery::default() };
    for (number, part) in message.parts.iter().filter(|part| is_attached(part)).enumerate() {
        let name = name::plain(part.attachment_name().unwrap_or_default(), number + 1);
        if let Err(full) = budget.part() {
            delivery.refuse(&name, full);
            break;
        }
        take(&mut delivery, budget, &name, part);
    }
    Ok(delivery)
}

pub(super) fn envelope(header: &[u8]) -> Option<Envelope> {
    let envelope = envelope_of(&catching(|| MessageParser::default().parse_headers(header)).flatten()?);
    (envelope != Envelope::default()).then_some(envelope)
}

fn take(delivery: &mut Delivery, budget: &mut Budget, name: &str, part: &MessagePart<'_>) {
    match &part.body {
        PartType::Binary(bytes) | PartType::InlineBinary(bytes) => {
            if let Err(full) = budget.unpacked(bytes.len()) {
                return delivery.refuse(name, full);
            }
            attachment::take(delivery, budget, Kind::of(bytes), name, bytes);
        }
        PartType::Message(_) => delivery.refuse(
            name,
            Error::new(Code::AttachmentUnknown, "nested message")
                .saying("Surel yang dilampirkan pada surel tidak dibuka.")
                .advising("Simpan surel itu sebagai berkas sendiri, lalu masukkan ke Loket."),
        ),
        // The parser keeps as text what it could not decode.
        PartType::Text(_) | PartType::Html(_) if !says_text(part) => delivery.refuse(
            name,
            Error::new(Code::PictureTruncated, "part").saying("Lampiran ini terpotong atau rusak."),
        ),
        PartType::Text(_) | PartType::Html(_) | PartType::Multipart(_) => {
            delivery.refuse(name, Error::new(Code::AttachmentUnknown, "text"));
        }
    }
}

/// What somebody attached on purpose. The words of the message itself are read in the mail program.
fn is_attached(part: &MessagePart<'_>) -> bool {
    match &part.body {
        PartType::Binary(_) | PartType::InlineBinary(_) | PartType::Message(_) => true,
        PartType::Text(_) | PartType::Html(_) => {
            let on_purpose = part.content_disposition().is_some_and(ContentType::is_attachment);
            on_purpose || part.attachment_name().is_some() || !says_text(part)
        }
        PartType::Multipart(_) => false,
    }
}

/// Whether the part calls itself text, or says nothing, which means the same (RFC 2045, section 5.2).
fn says_text(part: &MessagePart<'_>) -> bool {
    part.content_type().is_none_or(|declared| declared.ctype().eq_ignore_ascii_case("text"))
}

/// Messages that a message may hold before nobody would read on. The parser goes down into each, however deep.
const MOST_NESTED: usize = 50;

/// Whether more messages are announced inside this one than [`MOST_NESTED`]; found without parsing.
fn nests_deeply(bytes: &[u8]) -> bool {
    let announced = |word: &[u8]| {
        bytes
            .windows(word.len())
            .filter(|window| window.eq_ignore_ascii_case(word))
            .take(MOST_NESTED + 1)
            .count()
    };
    [&b"/rfc822"[..], b"/global", b"/digest"].into_iter().map(announced).sum::<usize>() > MOST_NESTED
}

fn envelope_of(message: &Message<'_>) -> Envelope {
    let from = message.from().and_then(|from| from.first());
    let line = |text: Option<&str>| one_line(text.unwrap_or_default());
    Envelope {
        sender: line(from.and_then(|from| from.address())),
        sender_name: line(from.and_then(|from| from.name())),
        sent_at: message
            .date()
            .filter(|date| date.is_valid())
            .and_then(|date| DateTime::from_timestamp(date.to_timestamp(), 0)),
        subject: line(message.subject()),
    }
}

/// Nothing in a header may break a line, steer a terminal or fill the screen.
fn one_line(text: &str) -> String {
    let plain: String = text.chars().map(|each| if name::is_hidden(each) { ' ' } else { each }).collect();
    let mut words = String::new();
    for word in plain.split_whitespace() {
        if !words.is_empty() {
            words.push(' ');
        }
        words.push_str(word);
    }
    words.chars().take(LONGEST_LINE).collect()
}
