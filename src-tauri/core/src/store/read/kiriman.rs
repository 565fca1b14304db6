//! Kiriman and mailed requests as plain records.

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::{OptionalExtension as _, Row};

use super::filed::filed;
use super::{Reader, parse_word, parse_word_opt};
use crate::document::DocumentKind;
use crate::error::{Code, Error, Result};
use crate::kiriman::KirimanSource;
use crate::store::act::{FiledBytes, Open, RefusedPart, Subject};
use crate::store::stored::time_of;

/// What waits in the Baki. Its words are empty once it has ended.
#[derive(Clone, Debug, PartialEq)]
pub struct KirimanRecord {
    pub id: String,
    pub source: KirimanSource,
    pub file: FiledBytes,
    pub received_at: DateTime<Utc>,
    pub received_by: String,
    /// Nothing for a loose file, or where the message bears no date.
    pub sent_at: Option<DateTime<Utc>>,
    pub until: NaiveDate,
    pub file_name: String,
    pub sender: String,
    pub sender_name: String,
    pub subject: String,
    /// The case whose request it is.
    pub case: Option<String>,
    pub ended: bool,
    pub pages: Vec<PageRecord>,
    pub refused: Vec<RefusedPart>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct PageRecord {
    pub id: String,
    pub name: String,
    pub sheet: Option<u32>,
    pub file: FiledBytes,
    pub width: u32,
    pub height: u32,
    /// Case and document that it last became a picture of.
    pub given: Option<(String, DocumentKind)>,
}

/// By what a permohonan asked for verification from afar (T-05).
#[derive(Clone, Debug, PartialEq)]
pub struct MailedRequest {
    pub kiriman: Option<String>,
    /// The sealed message; nothing where an officer typed date and sender.
    pub message: Option<FiledBytes>,
    pub sent_at: DateTime<Utc>,
    pub sender: String,
    pub sender_name: String,
    pub subject: String,
    pub erased: bool,
}

impl KirimanRecord {
    /// Date and sender are known, so that it can stand for a Tanda Terima (T-05).
    pub fn is_request(&self) -> bool {
        self.sent_at.is_some() && !self.sender.is_empty()
    }
}

const COLUMNS: &str = "id, source, sealed_name, content_sha256, bytes, received_ms, received_by, sent_at, until, \
                       file_name, sender, sender_name, subject, permohonan, ended";

impl Reader<'_> {
    /// What waits in the Baki, newest first.
    pub fn open_kiriman(&self) -> Result<Vec<KirimanRecord>> {
        let sql = format!("SELECT {COLUMNS} FROM kiriman WHERE ended IS NULL ORDER BY received_ms DESC, id");
        let mut statement = self.conn.prepare_cached(&sql)?;
        let mut rows = statement.query([])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(self.filled(kiriman_of(row)?)?);
        }
        Ok(found)
    }

    /// How many wait in the Baki, and how many of them past their last day.
    pub fn count_kiriman(&self, today: NaiveDate) -> Result<(usize, usize)> {
        let counts = self
            .conn
            .prepare_cached("SELECT count(*), coalesce(sum(until < ?1), 0) FROM kiriman WHERE ended IS NULL")?
            .query_row([today.to_string()], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?)))?;
        Ok((counts.0.unsigned_abs() as usize, counts.1.unsigned_abs() as usize))
    }

    /// Whether a kiriman that still waits is the request of a case, or gave it a page: erasing the case would leave
    /// the same scans readable there.
    pub fn baki_holds(&self, case: &str) -> Result<bool> {
        let holds = self
            .conn
            .prepare_cached(
                "SELECT EXISTS (SELECT 1 FROM kiriman k WHERE k.ended IS NULL AND (k.permohonan = ?1 OR EXISTS \
                 (SELECT 1 FROM kiriman_page p WHERE p.kiriman = k.id AND p.given_to = ?1)))",
            )?
            .query_row([case], |row| row.get(0))?;
        Ok(holds)
    }

    /// Whether the same bytes wait in the Baki or became a request already.
    pub fn knows_message(&self, content_sha256: &str) -> Result<bool> {
        let known = self
            .conn
            .prepare_cached(
                "SELECT EXISTS (SELECT 1 FROM kiriman WHERE content_sha256 = ?1 AND ended IS NULL) \
                 OR EXISTS (SELECT 1 FROM mailed_request WHERE content_sha256 = ?1)",
            )?
            .query_row([content_sha256], |row| row.get(0))?;
        Ok(known)
    }

    /// The kiriman that waits in the Baki with this content.
    pub fn waiting_kiriman(&self, content_sha256: &str) -> Result<Option<String>> {
        let id = self
            .conn
            .prepare_cached("SELECT id FROM kiriman WHERE content_sha256 = ?1 AND ended IS NULL")?
            .query_row([content_sha256], |row| row.get(0))
            .optional()?;
        Ok(id)
    }

    /// Whether the log says that the file a kiriman came from is removed.
    pub fn source_is_removed(&self, kiriman: &str) -> Result<bool> {
        let subject = Subject::Kiriman(kiriman.to_owned()).to_text();
        let removed = self
            .conn
            .prepare_cached("SELECT EXISTS (SELECT 1 FROM act WHERE subject = ?1 AND verb = ?2)")?
            .query_row([subject, Open::KirimanSourceRemoved.verb().to_owned()], |row| row.get(0))?;
        Ok(removed)
    }

    /// One kiriman, ended or not.
    pub fn kiriman(&self, id: &str) -> Result<KirimanRecord> {
        let sql = format!("SELECT {COLUMNS} FROM kiriman WHERE id = ?1");
        let record = self
            .conn
            .prepare_cached(&sql)?
            .query_row([id], |row| Ok(kiriman_of(row)))
            .optional()?
            .ok_or_else(|| Error::new(Code::NotFound, "no such kiriman"))??;
        self.filled(record)
    }

    fn filled(&self, mut record: KirimanRecord) -> Result<KirimanRecord> {
        let mut statement = self.conn.prepare_cached(
            "SELECT id, name, sealed_name, content_sha256, bytes, sheet, width, height, given_to, document \
             FROM kiriman_page WHERE kiriman = ?1 ORDER BY n",
        )?;
        let mut rows = statement.query([&record.id])?;
        while let Some(row) = rows.next()? {
            let given = row.get::<_, Option<String>>(8)?;
            let document = parse_word_opt(row.get(9)?)?;
            record.pages.push(PageRecord {
                id: row.get(0)?,
                name: row.get::<_, Option<String>>(1)?.unwrap_or_default(),
                sheet: row.get(5)?,
                file: filed(row, 2)?,
                width: row.get(6)?,
                height: row.get(7)?,
                given: given.zip(document),
            });
        }
        let mut statement = self
            .conn
            .prepare_cached("SELECT name, what, todo FROM kiriman_refused WHERE kiriman = ?1 ORDER BY n")?;
        record.refused = statement
            .query_map([&record.id], |row| {
                Ok(RefusedPart { name: row.get(0)?, what: row.get(1)?, todo: row.get(2)? })
            })?
            .collect::<rusqlite::Result<_>>()?;
        Ok(record)
    }

    pub(super) fn mailed_request(&self, case: &str) -> Result<Option<MailedRequest>> {
        self.conn
            .prepare_cached(
                "SELECT kiriman, sealed_name, content_sha256, bytes, sent_at, sender, sender_name, subject, \
                 erased FROM mailed_request WHERE permohonan = ?1",
            )?
            .query_row([case], |row| {
                let sealed = row.get::<_, Option<String>>(1)?;
                Ok(MailedRequest {
                    kiriman: row.get(0)?,
                    message: sealed.is_some().then(|| filed(row, 1)).transpose()?,
                    sent_at: parse_time(&row.get::<_, String>(4)?).unwrap_or_default(),
                    sender: row.get::<_, Option<String>>(5)?.unwrap_or_default(),
                    sender_name: row.get::<_, Option<String>>(6)?.unwrap_or_default(),
                    subject: row.get::<_, Option<String>>(7)?.unwrap_or_default(),
                    erased: row.get(8)?,
                })
            })
            .optional()
            .map_err(Error::from)
    }
}

fn kiriman_of(row: &Row<'_>) -> Result<KirimanRecord> {
    let text = |column: &str| row.get::<_, Option<String>>(column).map(Option::unwrap_or_default);
    let until: String = row.get("until")?;
    Ok(KirimanRecord {
        id: row.get("id")?,
        source: parse_word(&row.get::<_, String>("source")?)?,
        file: filed(row, 2)?,
        received_at: time_of(row.get("received_ms")?),
        received_by: row.get("received_by")?,
        sent_at: row.get::<_, Option<String>>("sent_at")?.as_deref().and_then(parse_time),
        until: until.parse().map_err(|_| Error::new(Code::DatabaseDamaged, "not a date"))?,
        file_name: text("file_name")?,
        sender: text("sender")?,
        sender_name: text("sender_name")?,
        subject: text("subject")?,
        case: row.get("permohonan")?,
        ended: row.get::<_, Option<String>>("ended")?.is_some(),
        pages: Vec::new(),
        refused: Vec::new(),
    })
}

fn parse_time(text: &str) -> Option<DateTime<Utc>> {
    DateTime::parse_from_rfc3339(text).ok().map(|time| time.to_utc())
}
