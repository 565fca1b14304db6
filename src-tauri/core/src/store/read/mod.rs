//! Reading: what the tables say, as plain records. Nothing here can write.

mod case;
mod clock;
mod daftar_hitam;
mod duplicate;
mod filed;
mod kiriman;
mod list;
mod log;
mod mailbox;
mod office;
mod print_later;
mod put_right;
mod report;
mod schedule;
mod tangkapan;

use rusqlite::Connection;
use serde::de::DeserializeOwned;

pub use self::case::{
    CaseRecord, DecisionRecord, DocumentRecord, LinkedCase, PaperRecord, PhaseRecord, PictureRecord,
    ShortageRecord,
};
pub use self::daftar_hitam::DaftarHitamRecord;
pub use self::duplicate::Candidate;
pub use self::kiriman::{KirimanRecord, MailedRequest, PageRecord};
pub use self::list::{CaseLine, Wait};
pub use self::log::LogEntry;
pub use self::mailbox::{LetterRecord, MailboxRecord, MessageFate};
pub use self::office::{OfficeRecord, OfficerRecord};
pub use self::print_later::WaitingPrint;
pub use self::put_right::{ContactRecord, CorrectionRecord, TakenBack, TakenBackRecord};
pub use self::schedule::{AgendaLine, NoticeRecord, VideoSession};
pub use self::tangkapan::TangkapanRecord;
use crate::error::{Code, Error, Result};

/// A handle that can only read.
#[derive(Clone, Copy)]
pub struct Reader<'a> {
    pub(super) conn: &'a Connection,
}

impl<'a> Reader<'a> {
    pub(super) fn new(conn: &'a Connection) -> Self {
        Self { conn }
    }
}

/// A closed-list word of the tables.
pub(in crate::store) fn parse_word<T: DeserializeOwned>(text: &str) -> Result<T> {
    serde_json::from_value(serde_json::Value::String(text.to_owned()))
        .map_err(|_| Error::new(Code::DatabaseDamaged, "unknown word of a closed list"))
}

fn parse_word_opt<T: DeserializeOwned>(text: Option<String>) -> Result<Option<T>> {
    text.as_deref().map(parse_word).transpose()
}

pub(in crate::store) fn parse_json<T: DeserializeOwned>(text: &str) -> Result<T> {
    serde_json::from_str(text).map_err(|_| Error::new(Code::DatabaseDamaged, "a JSON column is not readable"))
}
