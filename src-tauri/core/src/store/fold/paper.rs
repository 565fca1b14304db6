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
            waits_no_more(conn, paper)
        }
        Open::PrintPostponed { paper, copies } => {
            conn.prepare_cached(
                "INSERT INTO print_later (paper, permohonan, copies, since_ms) VALUES (?1,?2,?3,?4) \
                 ON CONFLICT (paper) DO UPDATE SET copies = ?3",
            )?
            .execute(params![paper, applied.case, copies, applied.wall_ms])?;
            Ok(())
        }
        Open::PrintNotNeeded { paper } => waits_no_more(conn, paper),
        Open::PaperPrintFailed { paper, copies } => {
            conn.prepare_cached("UPDATE paper SET prints = max(prints - ?2, 0) WHERE id = ?1")?
                .execute(params![paper, copies])?;
            Ok(())
        }
        _ => Ok(()),
    }
}

fn waits_no_more(conn: &Connection, paper: &str) -> Result<()> {
    conn.prepare_cached("DELETE FROM print_later WHERE paper = ?1")?.execute([paper])?;
    Ok(())
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
        // Nobody hands out what is replaced.
        waits_no_more(conn, replaced)?;
        conn.prepare_cached("UPDATE paper SET replaced_by = ?2 WHERE id = ?1")?
            .execute(params![replaced, paper.id])?;
    }
    Ok(())
}
