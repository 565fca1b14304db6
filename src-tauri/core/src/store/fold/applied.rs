//! What every part of the fold is given, and how it writes a word of a closed list.

use rusqlite::{Connection, params};

use crate::error::{Code, Error, Result};

/// The envelope of the act being applied.
pub(in crate::store) struct Applied<'a> {
    pub(in crate::store) station: u16,
    pub(in crate::store) wall_ms: i64,
    pub(in crate::store) actor: &'a str,
    /// The case it is about; empty for acts about the office.
    pub(in crate::store) case: &'a str,
    /// The kiriman it is about; empty for every other act.
    pub(in crate::store) kiriman: &'a str,
    /// The mailbox it is about; empty for every other act.
    pub(in crate::store) mailbox: &'a str,
    /// The blacklist it is about; empty for every other act.
    pub(in crate::store) daftar_hitam: &'a str,
}

/// A closed-list word as stored: the same snake_case text as on the wire.
pub(in crate::store) fn word<T: serde::Serialize>(value: T) -> Result<String> {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(text)) => Ok(text),
        _ => Err(Error::new(Code::Internal, "not a closed-list word")),
    }
}

/// Milliseconds of a time that stands in an act.
pub(in crate::store) fn moment(text: &str) -> Result<i64> {
    chrono::DateTime::parse_from_rfc3339(text)
        .map(|time| time.timestamp_millis())
        .map_err(|_| Error::new(Code::LogBroken, "an act with a time that is none"))
}

/// Remembers when a case last changed.
pub(in crate::store) fn touch(conn: &Connection, applied: &Applied<'_>) -> Result<()> {
    conn.prepare_cached("UPDATE permohonan SET updated_ms = ?2 WHERE id = ?1")?
        .execute(params![applied.case, applied.wall_ms])?;
    Ok(())
}
