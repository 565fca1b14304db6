//! What a file brought, and what of it was not taken.

use chrono::{DateTime, Utc};

use crate::capture::PictureFormat;
use crate::error::Error;

/// What one file brought: a whole message with its attachments, or one loose attachment.
#[derive(Clone, Debug, Default)]
pub struct Delivery {
    /// Who asked, and when; nothing for a loose attachment.
    pub envelope: Option<Envelope>,
    /// In the order of the message.
    pub pages: Vec<Page>,
    pub refused: Vec<Refused>,
}

/// The lines of a message that stand for the Tanda Terima of an online request (T-05).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Envelope {
    /// `nama@contoh.example`; empty where the message names nobody.
    pub sender: String,
    /// The name beside the address, as the sender wrote it.
    pub sender_name: String,
    /// What the sender's program wrote; the office did not measure it.
    pub sent_at: Option<DateTime<Utc>>,
    pub subject: String,
}

/// One picture that can become a page of a document.
#[derive(Clone, Debug)]
pub struct Page {
    /// Name of the attachment, without its path; of a zip `arsip.zip: ktp.jpg`.
    pub name: String,
    /// Which page of its PDF or TIFF, from 1; nothing for a picture of one.
    pub sheet: Option<u32>,
    pub format: PictureFormat,
    /// Pixels, upright.
    pub width: u32,
    pub height: u32,
    /// As attached or embedded, unless a page of a PDF had to be drawn or a stack of scans taken apart.
    pub bytes: Vec<u8>,
}

/// What was not taken, and the two sentences that say why.
#[derive(Clone, Debug)]
pub struct Refused {
    pub name: String,
    pub why: Error,
}

impl Delivery {
    pub(super) fn refuse(&mut self, name: &str, why: Error) {
        self.refused.push(Refused { name: name.to_owned(), why });
    }
}
