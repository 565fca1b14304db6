//! Konsep surel: a message with its invitation as an `.eml` file that a mail program opens as a draft.
//!
//! The office sends it from its own mail program and sees it before it goes. `X-Unsent: 1` asks the program
//! to open a window for writing; one that does not know the line shows the message as if it had come, and
//! its text can still be forwarded.

use chrono::{DateTime, Utc};
use lettre::message::header::{ContentTransferEncoding, ContentType, HeaderName, HeaderValue};
use lettre::message::{Attachment, Body, Mailbox, MessageBuilder, MultiPart, SinglePart};
use lettre::{Address, Message};

use super::appointment::is_plausible_year;
use super::invitation::{INVITATION_FILE, MailAddress};
use super::notice::{Notice, one_line};
use crate::error::{Code, Error, Result};

/// Parts the text from the invitation. Both parts are written as quoted-printable or base64, in neither of
/// which `=_` can stand (RFC 2045 section 6.7), so that no text can break out of its part and the boundary
/// need not be drawn at random.
const BOUNDARY: &str = "=_loket_jadwal_verifikasi";

const CALENDAR: &str = "text/calendar; charset=utf-8; method=PUBLISH";

/// Writes the draft; the same input gives the same bytes.
///
/// `message_id` is what stands between the angle brackets, `jadwal-12@loket.example`, with them or without.
///
/// # Errors
/// [`Code::InvalidInput`] for an address that no mail program takes, a `message_id` that is none, and a date
/// that no calendar of this office has.
pub fn email_draft(
    notice: &Notice,
    from: &MailAddress,
    to: &MailAddress,
    ics: &str,
    date: DateTime<Utc>,
    message_id: &str,
) -> Result<Vec<u8>> {
    let unsent = HeaderValue::new(HeaderName::new_from_ascii_str("X-Unsent"), "1".to_owned());
    written(notice, (from, to), ics, date, message_id, |message| message.raw_header(unsent))
}

/// The same message without the line that keeps it a draft: Loket sends it itself.
///
/// # Errors
/// As [`email_draft`].
pub fn email_message(
    notice: &Notice,
    from: &MailAddress,
    to: &MailAddress,
    ics: &str,
    date: DateTime<Utc>,
    message_id: &str,
) -> Result<Vec<u8>> {
    written(notice, (from, to), ics, date, message_id, |message| message)
}

fn written(
    notice: &Notice,
    (from, to): (&MailAddress, &MailAddress),
    ics: &str,
    date: DateTime<Utc>,
    message_id: &str,
    more: impl FnOnce(MessageBuilder) -> MessageBuilder,
) -> Result<Vec<u8>> {
    if !is_plausible_year(&date) {
        return Err(refused(
            "date",
            "Tanggal surel tidak mungkin.",
            "Betulkan jam komputer, lalu coba lagi.",
        ));
    }
    let message_id = checked_id(message_id)?;
    let from = mailbox(from, "Alamat surel kantor tidak dapat dipakai.")?;
    let to = mailbox(to, "Alamat surel pelaku usaha tidak dapat dipakai.")?;
    let text = SinglePart::builder()
        .header(ContentType::TEXT_PLAIN)
        .body(encoded(notice.body.clone(), ContentTransferEncoding::QuotedPrintable)?);
    let calendar = ContentType::parse(CALENDAR).map_err(unwritten)?;
    let invitation = Attachment::new(INVITATION_FILE.to_owned())
        .body(encoded(ics.to_owned(), ContentTransferEncoding::Base64)?, calendar);
    let message = Message::builder()
        .from(from)
        .to(to)
        .subject(one_line(&notice.subject))
        .date(date.into())
        .message_id(Some(message_id));
    let message = more(message)
        .multipart(MultiPart::mixed().boundary(BOUNDARY).singlepart(text).singlepart(invitation))
        .map_err(unwritten)?;
    Ok(message.formatted())
}

fn encoded(text: String, encoding: ContentTransferEncoding) -> Result<Body> {
    Body::new_with_encoding(text, encoding).map_err(|_| Error::new(Code::Internal, "text of a draft"))
}

/// ASCII only: an address with other letters needs SMTPUTF8, which many servers refuse.
fn mailbox(address: &MailAddress, what: &str) -> Result<Mailbox> {
    let refuse = |why: &str| refused(why, what, "Periksa alamatnya, lalu coba lagi.");
    let text = address.address.trim();
    if !text.is_ascii() || text.contains(|letter: char| letter.is_ascii_control()) {
        return Err(refuse("letters of an address"));
    }
    let parsed: Address = text.parse().map_err(|_| refuse("address"))?;
    let name = Some(one_line(&address.name)).filter(|name| !name.is_empty());
    Ok(Mailbox::new(name, parsed))
}

/// `<left@right>` of letters that need no encoding (RFC 5322 section 3.6.4).
fn checked_id(message_id: &str) -> Result<String> {
    let id = message_id.strip_prefix('<').and_then(|id| id.strip_suffix('>')).unwrap_or(message_id);
    let plain = |part: &str| {
        !part.is_empty()
            && part
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~.".contains(&byte))
    };
    match id.split_once('@') {
        Some((left, right)) if plain(left) && plain(right) => Ok(format!("<{id}>")),
        _ => Err(Error::new(Code::InvalidInput, "message id")),
    }
}

fn refused(detail: &str, what: &str, todo: &str) -> Error {
    Error::new(Code::InvalidInput, detail).saying(what).advising(todo)
}

/// The builder refuses a message without a sender or receiver; both are given, so this is a fault of ours.
fn unwritten(why: impl std::fmt::Display) -> Error {
    Error::new(Code::Internal, format!("draft: {why}"))
}
