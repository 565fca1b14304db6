//! Surel masuk: what a message or a loose file brings, page by page, and why the rest is not taken.
//!
//! A pure machine: bytes in, pages out, no file and no network. The original stays as it came; what is
//! made here only derives from it. One refused attachment never costs the others (R-03, T-05).
//!
//! Nothing in a message is believed: kinds are told by the first bytes, names lose their paths, and every
//! size has a limit before memory is asked for (see [`limits`]).

mod attachment;
mod bundle;
mod delivery;
mod limits;
mod message;
mod name;
mod pdf_image;
mod pdf_pages;
mod stumble;
#[cfg(test)]
mod tests;

use self::attachment::Kind;
pub use self::delivery::{Delivery, Envelope, Page, Refused};
use self::limits::Budget;
pub use self::limits::MOST_BYTES;
use crate::capture::{self, PictureFormat};
use crate::error::{Code, Error, Result};

/// The name of a file that was given by hand, without its path and without what could hide or mislead.
pub fn plain_name(file_name: &str) -> String {
    name::plain(file_name, 1)
}

/// Who sent a message, when and about what, from its header alone; `None` where nothing of a message is in it.
pub fn envelope(header: &[u8]) -> Option<Envelope> {
    message::envelope(header)
}

/// Whether such a file may be whole at every page or line of it, so that its content never says that more will come.
pub fn is_open_ended(bytes: &[u8]) -> bool {
    matches!(capture::recognise(bytes), Ok(PictureFormat::Tiff)) || Kind::of(bytes) == Kind::Unknown
}

/// Opens a message or a loose attachment that was given by hand.
///
/// # Errors
/// [`Code::AttachmentTooLarge`] for a file beyond [`MOST_BYTES`], [`Code::MailUnreadable`] for a file that is
/// neither a message nor anything that can be attached to one. What is wrong with a part stands in
/// [`Delivery::refused`] instead.
pub fn read(file_name: &str, bytes: &[u8]) -> Result<Delivery> {
    if bytes.len() > MOST_BYTES {
        return Err(Error::new(Code::AttachmentTooLarge, format!("{} bytes", bytes.len())));
    }
    let name = plain_name(file_name);
    let mut delivery = Delivery::default();
    let mut budget = Budget::default();
    match Kind::of(bytes) {
        Kind::Unknown => delivery = message::read(bytes, &mut budget)?,
        kind => attachment::take(&mut delivery, &mut budget, kind, &name, bytes),
    }
    Ok(delivery)
}
