//! The clock of the SOP as plain records: the minutes that are granted, how long the office waits, and why a row took longer.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::de::DeserializeOwned;

use super::{Reader, parse_json};
use crate::error::{Code, Error, Result};
use crate::permohonan::Limits;
use crate::sop::{MutuBaku, Said};
use crate::store::stored::time_of;

impl Reader<'_> {
    /// The standards that the office has set, each with the day from which it holds, oldest first.
    pub fn standards(&self) -> Result<Vec<(NaiveDate, MutuBaku)>> {
        self.dated("SELECT since, minutes FROM mutu_baku ORDER BY since")
    }

    /// The limits that the office has set, in the same way.
    pub fn limits(&self) -> Result<Vec<(NaiveDate, Limits)>> {
        self.dated("SELECT since, limits FROM limits ORDER BY since")
    }

    pub(super) fn dated<T: DeserializeOwned>(&self, sql: &str) -> Result<Vec<(NaiveDate, T)>> {
        let mut statement = self.conn.prepare_cached(sql)?;
        let mut rows = statement.query([])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let since: NaiveDate = row
                .get::<_, String>(0)?
                .parse()
                .map_err(|_| Error::new(Code::DatabaseDamaged, "since is no date"))?;
            found.push((since, parse_json(&row.get::<_, String>(1)?)?));
        }
        Ok(found)
    }

    /// Why rows of a case took longer, by row; each in the order in which it was said.
    pub(super) fn overruns_of(&self, case: &str) -> Result<BTreeMap<u8, Vec<Said>>> {
        let mut statement = self
            .conn
            .prepare_cached("SELECT row, reason, at_ms FROM overrun WHERE permohonan = ?1 ORDER BY row, n")?;
        let mut rows = statement.query([case])?;
        let mut found: BTreeMap<u8, Vec<Said>> = BTreeMap::new();
        while let Some(row) = rows.next()? {
            let said = Said { reason: row.get(1)?, at: time_of(row.get(2)?) };
            found.entry(row.get(0)?).or_default().push(said);
        }
        Ok(found)
    }
}
