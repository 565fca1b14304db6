//! What was put right on one permohonan, and how the office reached out to the vendor.

use chrono::{DateTime, Utc};

use super::{Reader, parse_word};
use crate::error::Result;
use crate::form::{CorrectionCause, FormField};
use crate::permohonan::{ContactMethod, ContactPurpose, TransitionId};
use crate::store::stored::time_of;
use crate::verifikasi::RowKey;

/// A value of the form that was put right after the documents were received.
#[derive(Clone, Debug, PartialEq)]
pub struct CorrectionRecord {
    pub field: FormField,
    pub cause: CorrectionCause,
    pub seen_at: Option<DateTime<Utc>>,
    pub old: String,
    pub new: String,
    pub by: String,
    pub at: DateTime<Utc>,
}

/// What was decided and then taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TakenBack {
    /// A row that a person had called TIDAK_COCOK.
    Row(RowKey),
    /// T-22 or T-31.
    Step(TransitionId),
}

#[derive(Clone, Debug, PartialEq)]
pub struct TakenBackRecord {
    pub what: TakenBack,
    /// Reason codes of what was taken back.
    pub codes: Vec<String>,
    pub reason: String,
    pub by: String,
    pub at: DateTime<Utc>,
}

/// One attempt to reach the vendor.
#[derive(Clone, Debug, PartialEq)]
pub struct ContactRecord {
    pub method: ContactMethod,
    pub purpose: ContactPurpose,
    pub reached: bool,
    pub note: String,
    pub by: String,
    pub at: DateTime<Utc>,
    /// From the beginning of the attempt to this note; unknown if nobody said when it began.
    pub minutes: Option<u32>,
}

impl ContactRecord {
    /// The vendor knows: somebody answered, or a message was sent.
    pub fn was_told(&self) -> bool {
        self.reached || matches!(self.method, ContactMethod::Surel | ContactMethod::Whatsapp)
    }
}

/// What the permohonan's record takes over.
#[derive(Default)]
pub(super) struct PutRight {
    pub(super) corrections: Vec<CorrectionRecord>,
    pub(super) taken_back: Vec<TakenBackRecord>,
    pub(super) contacts: Vec<ContactRecord>,
}

impl Reader<'_> {
    pub(super) fn put_right(&self, case: &str) -> Result<PutRight> {
        let mut found = PutRight::default();
        let mut statement = self.conn.prepare_cached(
            "SELECT field, cause, seen_ms, old, new, by, at_ms FROM correction WHERE permohonan = ?1 ORDER BY n",
        )?;
        let mut rows = statement.query([case])?;
        while let Some(row) = rows.next()? {
            found.corrections.push(CorrectionRecord {
                field: parse_word(&row.get::<_, String>(0)?)?,
                cause: parse_word(&row.get::<_, String>(1)?)?,
                seen_at: row.get::<_, Option<i64>>(2)?.map(time_of),
                old: row.get::<_, Option<String>>(3)?.unwrap_or_default(),
                new: row.get::<_, Option<String>>(4)?.unwrap_or_default(),
                by: row.get(5)?,
                at: time_of(row.get(6)?),
            });
        }
        let mut statement = self.conn.prepare_cached(
            "SELECT what, codes, reason, by, at_ms FROM taken_back WHERE permohonan = ?1 ORDER BY n",
        )?;
        let mut rows = statement.query([case])?;
        while let Some(row) = rows.next()? {
            let what: String = row.get(0)?;
            found.taken_back.push(TakenBackRecord {
                what: match TransitionId::try_from(what.clone()) {
                    Ok(id) => TakenBack::Step(id),
                    Err(_) => TakenBack::Row(parse_word(&what)?),
                },
                codes: row.get::<_, String>(1)?.split_whitespace().map(str::to_owned).collect(),
                reason: row.get::<_, Option<String>>(2)?.unwrap_or_default(),
                by: row.get(3)?,
                at: time_of(row.get(4)?),
            });
        }
        let mut statement = self.conn.prepare_cached(
            "SELECT method, purpose, reached, note, by, at_ms, minutes FROM contact WHERE permohonan = ?1 ORDER BY n",
        )?;
        let mut rows = statement.query([case])?;
        while let Some(row) = rows.next()? {
            found.contacts.push(ContactRecord {
                method: parse_word(&row.get::<_, String>(0)?)?,
                purpose: parse_word(&row.get::<_, String>(1)?)?,
                reached: row.get(2)?,
                note: row.get::<_, Option<String>>(3)?.unwrap_or_default(),
                by: row.get(4)?,
                at: time_of(row.get(5)?),
                minutes: row.get(6)?,
            });
        }
        Ok(found)
    }
}
