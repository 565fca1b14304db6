//! How much one file may bring. A bomb is small when it comes and huge when it is opened.

use crate::error::{Code, Error, Result};

/// Largest message or loose file: mail servers of the offices stop at 25 MB, base64 adds a third.
pub const MOST_BYTES: usize = 60_000_000;

/// Attachments of a message and entries of a zip, together.
const MOST_PARTS: usize = 200;

/// Bytes that all of it may have once it is unpacked.
const MOST_UNPACKED: usize = 200_000_000;

/// Pages of all PDF and TIFF files together. A request has twenty; a tender document has hundreds.
const MOST_SHEETS: u32 = 60;

/// What is left of the limits for one file.
#[derive(Debug)]
pub(super) struct Budget {
    parts: usize,
    unpacked: usize,
    sheets: u32,
}

impl Default for Budget {
    fn default() -> Self {
        Self { parts: MOST_PARTS, unpacked: MOST_UNPACKED, sheets: MOST_SHEETS }
    }
}

impl Budget {
    /// Room for one more attachment; none is left after [`MOST_PARTS`].
    pub(super) fn part(&mut self) -> Result<()> {
        self.parts = self.parts.checked_sub(1).ok_or_else(|| {
            Error::new(Code::AttachmentTooLarge, "too many parts")
                .saying(format!("Lampirannya lebih dari {MOST_PARTS}. Sisanya tidak dibuka."))
        })?;
        Ok(())
    }

    /// Bytes that may still be unpacked.
    pub(super) fn room(&self) -> usize {
        self.unpacked
    }

    pub(super) fn unpacked(&mut self, bytes: usize) -> Result<()> {
        self.unpacked = self.unpacked.checked_sub(bytes).ok_or_else(no_room)?;
        Ok(())
    }

    pub(super) fn sheet(&mut self) -> Result<()> {
        self.sheets = self.sheets.checked_sub(1).ok_or_else(|| {
            Error::new(Code::AttachmentTooLarge, "too many pages")
                .saying(format!("Halamannya lebih dari {MOST_SHEETS}. Sisanya tidak dibuka."))
        })?;
        Ok(())
    }
}

/// What came before took all the room: it says nothing against this one.
pub(super) fn no_room() -> Error {
    Error::new(Code::AttachmentTooLarge, "no room left")
        .saying("Batas isi surel ini sudah habis, jadi lampiran ini tidak dibuka.")
}

pub(super) fn too_much() -> Error {
    Error::new(Code::AttachmentTooLarge, "unpacks to too much")
        .saying("Isinya membengkak jauh melebihi batas saat dibuka.")
}
