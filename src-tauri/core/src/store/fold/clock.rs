//! Fold of the clock of the SOP: which minutes are granted, how long the office waits, and why a row took longer.

use rusqlite::{Connection, params};

use super::applied::{Applied, touch};
use crate::error::{Code, Error, Result};
use crate::sop::VERIFICATION;
use crate::store::act::{Open, Sealed};

pub(super) fn apply(
    conn: &Connection,
    applied: &Applied<'_>,
    open: &Open,
    sealed: Option<&Sealed>,
) -> Result<()> {
    match open {
        Open::MutuBakuSet { minutes, since } => {
            conn.prepare_cached(
                "INSERT OR REPLACE INTO mutu_baku (since, minutes, by, at_ms) VALUES (?1,?2,?3,?4)",
            )?
            .execute(params![since, json(minutes)?, applied.actor, applied.wall_ms])?;
        }
        Open::LimitsSet { limits, since } => {
            conn.prepare_cached(
                "INSERT OR REPLACE INTO limits (since, limits, by, at_ms) VALUES (?1,?2,?3,?4)",
            )?
            .execute(params![since, json(limits)?, applied.actor, applied.wall_ms])?;
        }
        Open::OverrunExplained { row } => {
            touch(conn, applied)?;
            // Of a case whose data are erased nothing is kept.
            let Some(Sealed::Text(reason)) = sealed else { return Ok(()) };
            // Of the verification each line stands; of another row the newer one is in place of the older.
            let n = if *row == VERIFICATION { lines_of(conn, applied, *row)? + 1 } else { 1 };
            conn.prepare_cached(
                "INSERT OR REPLACE INTO overrun (permohonan, row, n, reason, by, at_ms) VALUES (?1,?2,?3,?4,?5,?6)",
            )?
            .execute(params![applied.case, row, n, reason, applied.actor, applied.wall_ms])?;
        }
        _ => {}
    }
    Ok(())
}

fn lines_of(conn: &Connection, applied: &Applied<'_>, row: u8) -> Result<u32> {
    let mut statement =
        conn.prepare_cached("SELECT coalesce(max(n), 0) FROM overrun WHERE permohonan = ?1 AND row = ?2")?;
    Ok(statement.query_row(params![applied.case, row], |found| found.get(0))?)
}

fn json(value: &impl serde::Serialize) -> Result<String> {
    serde_json::to_string(value).map_err(|_| Error::new(Code::Internal, "dated data cannot be written"))
}
