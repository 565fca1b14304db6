//! Fold of acts about issued papers.

use rusqlite::{Connection, params};

use super::applied::{Applied, word};
use crate::error::Result;
use crate::store::act::{Open, PaperFiled};

pub(super) fn apply(conn: &Connection, applied: &Applied<'_>, open: &Open) -> Result<()> {
    match open {
        Open::PaperIssued { paper } => file(conn, applied, paper),
        // A reprint is counted here and changes nothing on paper.
        Open::PaperPrinted { paper, copies } => {
            conn.prepare_cached("UPDATE paper SET prints = prints + ?2 WHERE id = ?1")?
                .execute(params![paper, copies])?;
            Ok(())
        }
        Open::PaperPrintFailed { paper, copies } => {
            conn.prepare_cached("UPDATE paper SET prints = max(prints - ?2, 0) WHERE id = ?1")?
                .execute(params![paper, copies])?;
            Ok(())
        }
        _ => Ok(()),
    }
}

/// Files a paper; one that it replaces is marked and stays.
pub(super) fn file(conn: &Connection, applied: &Applied<'_>, paper: &PaperFiled) -> Result<()> {
    let number = paper.number;
    conn.prepare_cached(
        "INSERT INTO paper (id, permohonan, kind, number, year, station, sequence, sealed_name, \
         content_sha256, bytes, pages, issued_ms, issued_by) VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13)",
    )?
    .execute(params![
        paper.id,
        applied.case,
        word(paper.kind)?,
        number.map(|number| number.to_string()),
        number.map(|number| number.year()),
        number.map(|number| number.station()),
        number.map(|number| number.sequence()),
        paper.file.sealed_name,
        paper.file.content_sha256,
        paper.file.bytes as i64,
        paper.pages,
        applied.wall_ms,
        applied.actor
    ])?;
    if let Some(replaced) = &paper.replaces {
        conn.prepare_cached("UPDATE paper SET replaced_by = ?2 WHERE id = ?1")?
            .execute(params![replaced, paper.id])?;
    }
    Ok(())
}
