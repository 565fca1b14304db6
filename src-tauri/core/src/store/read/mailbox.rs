//! The office's mailbox as plain records: account, what is known of its inbox, letters.

use std::collections::HashMap;
use std::fmt;

use chrono::{DateTime, Utc};
use rusqlite::{OptionalExtension as _, Row};
use zeroize::Zeroizing;

use super::{Reader, parse_word, parse_word_opt};
use crate::error::{Code, Error, Result};
use crate::mailbox::{MailboxSettings, MessageId};
use crate::outbox::LetterEnd;
use crate::schedule::NoticeKind;
use crate::store::stored::time_of;

/// The account an admin turned on.
pub struct MailboxRecord {
    pub id: String,
    /// Under which its messages are remembered.
    pub inbox: String,
    pub settings: MailboxSettings,
    pub user: String,
    pub password: Zeroizing<String>,
    pub by: String,
    pub at: DateTime<Utc>,
}

/// What became of a message of the inbox.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MessageFate {
    /// It lies or lay in the Baki as this kiriman.
    Taken(String),
    SetAside,
}

/// A letter that waits, or did.
#[derive(Clone, PartialEq, Eq)]
pub struct LetterRecord {
    pub id: String,
    pub case: String,
    pub kind: NoticeKind,
    /// The session it speaks of.
    pub session: u32,
    pub to: String,
    pub words: String,
    /// Empty once it has ended.
    pub message: String,
    pub queued_by: String,
    pub queued_at: DateTime<Utc>,
    pub end: Option<(LetterEnd, DateTime<Utc>)>,
}

/// Names nobody.
impl fmt::Debug for LetterRecord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Letter({}, {:?})", self.id, self.end)
    }
}

const LETTER: &str = "id, permohonan, kind, recipient, words, message, queued_by, queued_ms, ended, ended_ms, session FROM outbox";

impl Reader<'_> {
    /// The mailbox, if one is on.
    pub fn mailbox(&self) -> Result<Option<MailboxRecord>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT id, settings, user, password, by, at_ms, inbox FROM mailbox WHERE only = 1",
        )?;
        let mut rows = statement.query([])?;
        let Some(row) = rows.next()? else { return Ok(None) };
        let settings = serde_json::from_str(&row.get::<_, String>(1)?)
            .map_err(|error| Error::new(Code::DatabaseDamaged, format!("mailbox: {error}")))?;
        Ok(Some(MailboxRecord {
            id: row.get(0)?,
            inbox: row.get(6)?,
            settings,
            user: row.get(2)?,
            password: row.get::<_, String>(3)?.into(),
            by: row.get(4)?,
            at: time_of(row.get(5)?),
        }))
    }

    /// What is known of the messages of this inbox.
    pub fn fates(&self, inbox: &str) -> Result<HashMap<MessageId, MessageFate>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT validity, uid, NULL FROM set_aside WHERE inbox = ?1 \
             UNION ALL SELECT mail_validity, mail_uid, id FROM kiriman WHERE inbox = ?1",
        )?;
        let mut rows = statement.query([inbox])?;
        let mut fates = HashMap::new();
        while let Some(row) = rows.next()? {
            let id = MessageId { validity: row.get(0)?, uid: row.get(1)? };
            let kiriman: Option<String> = row.get(2)?;
            fates.insert(id, kiriman.map_or(MessageFate::SetAside, MessageFate::Taken));
        }
        Ok(fates)
    }

    /// Letters that wait to be sent, the longest waiting first.
    pub fn waiting_letters(&self) -> Result<Vec<LetterRecord>> {
        let mut statement = self
            .conn
            .prepare_cached(&format!("SELECT {LETTER} WHERE ended IS NULL ORDER BY queued_ms, rowid"))?;
        let mut rows = statement.query([])?;
        let mut letters = Vec::new();
        while let Some(row) = rows.next()? {
            letters.push(letter_of(row)?);
        }
        Ok(letters)
    }

    /// Letters of a case, in the order in which they were queued.
    pub fn letters_of(&self, case: &str) -> Result<Vec<LetterRecord>> {
        let mut statement = self
            .conn
            .prepare_cached(&format!("SELECT {LETTER} WHERE permohonan = ?1 ORDER BY queued_ms, rowid"))?;
        let mut rows = statement.query([case])?;
        let mut letters = Vec::new();
        while let Some(row) = rows.next()? {
            letters.push(letter_of(row)?);
        }
        Ok(letters)
    }

    /// One letter.
    pub fn letter(&self, id: &str) -> Result<LetterRecord> {
        self.conn
            .prepare_cached(&format!("SELECT {LETTER} WHERE id = ?1"))?
            .query_row([id], |row| Ok(letter_of(row)))
            .optional()?
            .ok_or_else(|| Error::new(Code::NotFound, "no such letter"))?
    }
}

fn letter_of(row: &Row<'_>) -> Result<LetterRecord> {
    let end: Option<LetterEnd> = parse_word_opt(row.get::<_, Option<String>>(8)?)?;
    let ended_at = row.get::<_, Option<i64>>(9)?.map(time_of);
    Ok(LetterRecord {
        id: row.get(0)?,
        case: row.get(1)?,
        kind: parse_word(&row.get::<_, String>(2)?)?,
        session: row.get(10)?,
        to: row.get(3)?,
        words: row.get(4)?,
        message: row.get::<_, Option<String>>(5)?.unwrap_or_default(),
        queued_by: row.get(6)?,
        queued_at: time_of(row.get(7)?),
        end: end.zip(ended_at),
    })
}
