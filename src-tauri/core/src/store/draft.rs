//! Drafts: typing that has not become an act yet.
//!
//! They stand outside the log, so that nothing typed is lost and the log holds no half-typed NIK.

use std::collections::BTreeMap;

use rusqlite::params;

use super::Store;
use super::read::Reader;
use crate::error::Result;

/// Keeps what is being typed. An empty value forgets the draft.
pub fn save(store: &mut Store, case: &str, key: &str, value: &str) -> Result<()> {
    store.world.points.at("draft:save")?;
    let saved_ms = store.now().timestamp_millis();
    if value.is_empty() {
        return forget(store, case, key);
    }
    store
        .write
        .prepare_cached(
            "INSERT INTO draft (permohonan, key, value, saved_ms) VALUES (?1,?2,?3,?4) \
             ON CONFLICT (permohonan, key) DO UPDATE SET value = ?3, saved_ms = ?4",
        )?
        .execute(params![case, key, value, saved_ms])?;
    Ok(())
}

/// Forgets a draft, after its act was written.
pub fn forget(store: &mut Store, case: &str, key: &str) -> Result<()> {
    store
        .write
        .prepare_cached("DELETE FROM draft WHERE permohonan = ?1 AND key = ?2")?
        .execute(params![case, key])?;
    Ok(())
}

impl Reader<'_> {
    /// Typing in progress on a case, by key.
    pub fn drafts(&self, case: &str) -> Result<BTreeMap<String, String>> {
        let mut statement = self.conn.prepare_cached("SELECT key, value FROM draft WHERE permohonan = ?1")?;
        let rows = statement.query_map([case], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}
