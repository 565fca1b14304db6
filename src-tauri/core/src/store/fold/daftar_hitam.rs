//! Fold of acts about the daftar hitam that the office looks in.

use rusqlite::{Connection, params};

use super::applied::Applied;
use crate::daftar_hitam::taxpayer;
use crate::error::Result;
use crate::store::act::{Open, Sealed};

pub(super) fn apply(
    conn: &Connection,
    applied: &Applied<'_>,
    open: &Open,
    sealed: Option<&Sealed>,
) -> Result<()> {
    match open {
        Open::DaftarHitamImported { list_date, rows } => {
            // Of a list that was dropped nothing is kept.
            let Some(Sealed::DaftarHitam(listed)) = sealed else { return Ok(()) };
            conn.prepare_cached(
                "INSERT OR REPLACE INTO daftar_hitam (only, id, list_date, rows, by, at_ms) VALUES (1,?1,?2,?3,?4,?5)",
            )?
            .execute(params![applied.daftar_hitam, list_date, rows, applied.actor, applied.wall_ms])?;
            let mut insert = conn.prepare_cached(
                "INSERT INTO daftar_hitam_row (n, npwp, taxpayer, name, first_day, last_day, decision) \
                 VALUES (?1,?2,?3,?4,?5,?6,?7)",
            )?;
            for (n, row) in listed.iter().enumerate() {
                insert.execute(params![
                    n as i64,
                    row.npwp,
                    taxpayer(&row.npwp),
                    row.name,
                    row.from.map(|day| day.to_string()),
                    row.until.map(|day| day.to_string()),
                    row.decision
                ])?;
            }
        }
        Open::DaftarHitamDropped => {
            let dropped = conn
                .prepare_cached("DELETE FROM daftar_hitam WHERE id = ?1")?
                .execute([applied.daftar_hitam])?;
            if dropped > 0 {
                conn.execute("DELETE FROM daftar_hitam_row", [])?;
            }
        }
        _ => {}
    }
    Ok(())
}
