//! What an act files: pictures, papers and kiriman as the log cites them, each by its sealed file.

use serde::{Deserialize, Serialize};

use crate::document::{DocumentKind, PictureSource};
use crate::kiriman::KirimanSource;
use crate::mailbox::MessageId;
use crate::numbering::{PaperKind, PaperNumber};
use crate::schedule::VideoWay;
use crate::tangkapan::{TangkapanShows, TangkapanSource};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QueueTicket {
    pub label: String,
    /// Office day, ISO.
    pub day: String,
    pub sequence: u32,
}

/// A time that is promised to a vendor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionBooked {
    /// UTC.
    pub start: String,
    pub minutes: u16,
    /// Officer who leads the call.
    pub verifikator: String,
    pub way: VideoWay,
}

/// A sealed picture as the log cites it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PictureFiled {
    pub id: String,
    pub document: DocumentKind,
    pub source: PictureSource,
    pub file: FiledBytes,
    pub width: u32,
    pub height: u32,
}

/// A message or loose file as the log cites it; who sent it is sealed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KirimanFiled {
    pub id: String,
    pub source: KirimanSource,
    /// As it came.
    pub file: FiledBytes,
    /// UTC, as the sender's program wrote it; nothing for a loose file.
    pub sent_at: Option<String>,
    /// Last office day on which it is kept without a case, ISO.
    pub until: String,
    pub pages: Vec<PageFiled>,
    /// Where it lies in the office's inbox, if it was read there: the server and its number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<(String, MessageId)>,
}

impl KirimanFiled {
    /// What was sealed of it, once each: the first sheet of a stack is also as it came.
    pub fn files(&self) -> impl Iterator<Item = &FiledBytes> {
        let pages = self.pages.iter().map(|page| &page.file).filter(|file| **file != self.file);
        [&self.file].into_iter().chain(pages)
    }
}

/// A page that waits to be given to a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageFiled {
    pub id: String,
    /// Which sheet of its PDF or TIFF, from 1.
    pub sheet: Option<u32>,
    pub file: FiledBytes,
    /// Pixels, upright.
    pub width: u32,
    pub height: u32,
}

/// Sessions are counted from 1; this one was never held.
pub const NO_CALL: u32 = 0;

/// A picture of a video call, or of a filled SIKAP, as the log cites it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TangkapanFiled {
    pub id: String,
    /// Which session of the case; [`NO_CALL`] for one that shows SIKAP.
    pub session: u32,
    pub source: TangkapanSource,
    pub file: FiledBytes,
    /// Pixels, upright.
    pub width: u32,
    pub height: u32,
    /// UTC, what a phone's camera said.
    pub exif_at: Option<String>,
}

/// What the verifikator says of a picture of the call.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TangkapanMarks {
    pub shows: Option<TangkapanShows>,
    /// The code of the session is seen beside the face.
    pub code_visible: bool,
    /// What is written on the card can be read.
    pub readable: bool,
}

/// An issued paper as the log cites it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaperFiled {
    pub id: String,
    pub kind: PaperKind,
    pub number: Option<PaperNumber>,
    pub file: FiledBytes,
    pub pages: u32,
    /// Paper that this one replaces; both stay.
    pub replaces: Option<String>,
}

/// A sealed file: its name, the SHA-256 of what is inside, and that content's length.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FiledBytes {
    pub sealed_name: String,
    pub content_sha256: String,
    pub bytes: u64,
}
