//! The office and its officers.

use rusqlite::OptionalExtension as _;

use super::{Reader, parse_json};
use crate::error::{Code, Error, Result};
use crate::role::Role;
use crate::store::act::OfficeIdentity;

#[derive(Clone, Debug, PartialEq)]
pub struct OfficeRecord {
    pub identity: OfficeIdentity,
    pub practice: bool,
    pub logo: Option<Vec<u8>>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfficerRecord {
    pub id: String,
    pub username: String,
    pub name: String,
    pub nip: String,
    pub roles: Vec<Role>,
    pub active: bool,
}

impl Reader<'_> {
    pub fn office(&self) -> Result<OfficeRecord> {
        let row = self
            .conn
            .prepare_cached("SELECT identity, practice, logo FROM office")?
            .query_row([], |row| Ok((row.get::<_, String>(0)?, row.get(1)?, row.get(2)?)))
            .optional()?
            .ok_or_else(|| Error::new(Code::NotFound, "the office is not founded"))?;
        Ok(OfficeRecord { identity: parse_json(&row.0)?, practice: row.1, logo: row.2 })
    }

    pub fn officers(&self) -> Result<Vec<OfficerRecord>> {
        let mut statement = self
            .conn
            .prepare_cached("SELECT id, username, name, nip, roles, active FROM officer ORDER BY name")?;
        let mut rows = statement.query([])?;
        let mut officers = Vec::new();
        while let Some(row) = rows.next()? {
            officers.push(OfficerRecord {
                id: row.get(0)?,
                username: row.get(1)?,
                name: row.get(2)?,
                nip: row.get(3)?,
                roles: parse_json(&row.get::<_, String>(4)?)?,
                active: row.get(5)?,
            });
        }
        Ok(officers)
    }

    pub fn officer(&self, id: &str) -> Result<OfficerRecord> {
        self.officers()?
            .into_iter()
            .find(|officer| officer.id == id)
            .ok_or_else(|| Error::new(Code::NotFound, "no such officer"))
    }
}
