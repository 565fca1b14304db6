//! The log as a person reads it: the acts of one case in order.

use chrono::{DateTime, Utc};
use rusqlite::OptionalExtension as _;

use super::Reader;
use crate::error::{Code, Error, Result};
use crate::store::act::{Open, Sealed, Subject};
use crate::store::chain::ActRow;
use crate::store::kunci::OfficeKeys;
use crate::store::stored::{decode_sealed, time_of};
use crate::store::{plan, upcast};

/// One act with its sealed part opened where its key still exists.
#[derive(Clone, Debug, PartialEq)]
pub struct LogEntry {
    pub station: u16,
    pub seq: u64,
    pub at: DateTime<Utc>,
    pub actor: String,
    pub role: String,
    pub open: Open,
    pub sealed: Option<Sealed>,
}

impl Reader<'_> {
    /// Whether no lock followed the last opening.
    pub fn session_left_open(&self) -> Result<bool> {
        let last: Option<String> = self
            .conn
            .prepare_cached(
                "SELECT verb FROM act WHERE verb IN ('session_opened', 'session_locked') \
                 ORDER BY order_ms DESC, order_tick DESC LIMIT 1",
            )?
            .query_row([], |row| row.get(0))
            .optional()?;
        Ok(last.as_deref() == Some("session_opened"))
    }

    /// The time of the newest act that is more than getting in.
    pub fn newest_work(&self) -> Result<Option<DateTime<Utc>>> {
        let newest = "SELECT wall_ms FROM act WHERE verb NOT IN ('session_opened', 'recovery_sheet_used', \
                      'clock_jumped') \
                      ORDER BY order_ms DESC, order_tick DESC LIMIT 1";
        Ok(self.conn.query_row(newest, [], |row| row.get(0)).optional()?.map(time_of))
    }

    /// Whether the newest recovery sheet was confirmed by typing words back from it.
    pub fn recovery_sheet_confirmed(&self) -> Result<bool> {
        let last: Option<String> = self
            .conn
            .prepare_cached(
                "SELECT verb FROM act WHERE verb IN ('office_founded', 'recovery_sheet_made', \
                 'recovery_sheet_checked') ORDER BY order_ms DESC, order_tick DESC LIMIT 1",
            )?
            .query_row([], |row| row.get(0))
            .optional()?;
        Ok(last.as_deref() == Some("recovery_sheet_checked"))
    }

    /// The acts about one case, oldest first.
    pub fn log_of_case(&self, keys: &OfficeKeys, case: &str) -> Result<Vec<LogEntry>> {
        self.log_of(keys, &Subject::Permohonan(case.to_owned()))
    }

    /// The acts about a case or a kiriman, oldest first.
    pub(in crate::store) fn log_of(&self, keys: &OfficeKeys, subject: &Subject) -> Result<Vec<LogEntry>> {
        let subject = subject.to_text();
        let owner = Subject::sealed_under(&subject).unwrap_or_default();
        let case_keys = match plan::case_keys(self.conn, keys, owner) {
            Ok(case_keys) => Some(case_keys),
            Err(Error { code: Code::CaseErased, .. }) => None,
            Err(error) => return Err(error),
        };
        let sql = format!(
            "SELECT {} FROM act WHERE subject = ?1 ORDER BY order_ms, order_tick, station, seq",
            ActRow::COLUMNS
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let mut rows = statement.query([&subject])?;
        let mut entries = Vec::new();
        while let Some(row) = rows.next()? {
            let act = ActRow::from_row(row)?;
            let sealed = match (&act.sealed, &case_keys) {
                (Some(sealed), Some(keys)) => Some(decode_sealed(&keys.open_payload(&act.place(), sealed)?)?),
                _ => None,
            };
            entries.push(LogEntry {
                station: act.station,
                seq: act.seq,
                at: time_of(act.wall_ms),
                actor: act.actor.clone(),
                role: act.role.clone(),
                open: upcast::decode_open(&act.verb, act.version, &act.open)?,
                sealed,
            });
        }
        Ok(entries)
    }
}
