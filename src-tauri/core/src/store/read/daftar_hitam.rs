//! The daftar hitam that the office looks in.

use chrono::{DateTime, NaiveDate, Utc};

use super::Reader;
use crate::daftar_hitam::{Listed, taxpayer};
use crate::error::{Code, Error, Result};
use crate::identity::npwp_sixteen;
use crate::store::stored::time_of;

/// The list as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DaftarHitamRecord {
    pub id: String,
    pub list_date: NaiveDate,
    pub rows: u32,
    pub by: String,
    pub at: DateTime<Utc>,
}

impl Reader<'_> {
    /// The list, if the office has one.
    pub fn imported_daftar_hitam(&self) -> Result<Option<DaftarHitamRecord>> {
        let mut statement = self
            .conn
            .prepare_cached("SELECT id, list_date, rows, by, at_ms FROM daftar_hitam WHERE only = 1")?;
        let mut rows = statement.query([])?;
        let Some(row) = rows.next()? else { return Ok(None) };
        Ok(Some(DaftarHitamRecord {
            id: row.get(0)?,
            list_date: day(&row.get::<_, String>(1)?)?,
            rows: row.get(2)?,
            by: row.get(3)?,
            at: time_of(row.get(4)?),
        }))
    }

    /// Rows of the list about the taxpayers of these numbers.
    pub fn rows_of_daftar_hitam(&self, numbers: &[&str]) -> Result<Vec<Listed>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT npwp, name, first_day, last_day, decision FROM daftar_hitam_row WHERE taxpayer = ?1 ORDER BY n",
        )?;
        let mut found: Vec<Listed> = Vec::new();
        for number in numbers.iter().filter_map(|number| npwp_sixteen(number)) {
            let mut rows = statement.query([taxpayer(&number)])?;
            while let Some(row) = rows.next()? {
                let dated = |column: usize| -> Result<Option<NaiveDate>> {
                    row.get::<_, Option<String>>(column)?.as_deref().map(day).transpose()
                };
                let listed = Listed {
                    npwp: row.get(0)?,
                    name: row.get(1)?,
                    from: dated(2)?,
                    until: dated(3)?,
                    decision: row.get(4)?,
                };
                if !found.contains(&listed) {
                    found.push(listed);
                }
            }
        }
        Ok(found)
    }
}

fn day(text: &str) -> Result<NaiveDate> {
    text.parse().map_err(|_| Error::new(Code::DatabaseDamaged, "a day that is none"))
}
