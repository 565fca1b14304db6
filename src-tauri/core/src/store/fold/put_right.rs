//! Fold of what was put right: corrected values, decisions taken back, contacts with the vendor.

use rusqlite::{Connection, OptionalExtension, params};

use super::applied::{Applied, word};
use crate::error::Result;
use crate::form::{CorrectionCause, FormField};
use crate::permohonan::{ContactMethod, ContactPurpose};

/// Keeps the value that was wrong beside the one that is right.
pub(super) fn correction(
    conn: &Connection,
    applied: &Applied<'_>,
    (field, cause, seen_at): (FormField, CorrectionCause, Option<&str>),
    (old, new): (Option<&str>, Option<&str>),
) -> Result<()> {
    let seen_ms = seen_at
        .and_then(|text| chrono::DateTime::parse_from_rfc3339(text).ok())
        .map(|seen| seen.timestamp_millis());
    conn.prepare_cached(
        "INSERT INTO correction (permohonan, n, field, cause, seen_ms, old, new, by, at_ms) VALUES \
         (?1, (SELECT coalesce(max(n), 0) + 1 FROM correction WHERE permohonan = ?1), ?2,?3,?4,?5,?6,?7,?8)",
    )?
    .execute(params![
        applied.case,
        word(field)?,
        word(cause)?,
        seen_ms,
        old,
        new,
        applied.actor,
        applied.wall_ms
    ])?;
    Ok(())
}

/// A row that a person had called TIDAK_COCOK is about to say something else.
pub(super) fn disagreement_of(conn: &Connection, case: &str, row: &str) -> Result<Option<String>> {
    let code = conn
        .prepare_cached(
            "SELECT coalesce(reason_code, '') FROM decision \
             WHERE permohonan = ?1 AND row = ?2 AND decision = 'tidak_cocok'",
        )?
        .query_row([case, row], |found| found.get(0))
        .optional()?;
    Ok(code)
}

/// Codes of the shortages that a Lembar Kekurangan named.
pub(super) fn shortage_codes(conn: &Connection, case: &str) -> Result<String> {
    let codes: Option<String> = conn
        .prepare_cached(
            "SELECT group_concat(code, ' ') FROM \
             (SELECT code FROM shortage WHERE permohonan = ?1 ORDER BY code)",
        )?
        .query_row([case], |found| found.get(0))?;
    Ok(codes.unwrap_or_default())
}

/// Keeps that a decision was taken back, so that no mismatch vanishes.
pub(super) fn taken_back(
    conn: &Connection,
    applied: &Applied<'_>,
    what: &str,
    codes: &str,
    reason: Option<&str>,
) -> Result<()> {
    conn.prepare_cached(
        "INSERT INTO taken_back (permohonan, n, what, codes, reason, by, at_ms) VALUES \
         (?1, (SELECT coalesce(max(n), 0) + 1 FROM taken_back WHERE permohonan = ?1), ?2,?3,?4,?5,?6)",
    )?
    .execute(params![applied.case, what, codes, reason, applied.actor, applied.wall_ms])?;
    Ok(())
}

/// Keeps a contact, and the day of the next one where it moves.
pub(super) fn contact(
    conn: &Connection,
    applied: &Applied<'_>,
    (method, purpose, reached, minutes): (ContactMethod, ContactPurpose, bool, Option<u32>),
    due: Option<&str>,
    note: Option<&str>,
) -> Result<()> {
    conn.prepare_cached(
        "INSERT INTO contact (permohonan, n, method, purpose, reached, note, by, at_ms, minutes) VALUES \
         (?1, (SELECT coalesce(max(n), 0) + 1 FROM contact WHERE permohonan = ?1), ?2,?3,?4,?5,?6,?7,?8)",
    )?
    .execute(params![
        applied.case,
        word(method)?,
        word(purpose)?,
        reached,
        note,
        applied.actor,
        applied.wall_ms,
        minutes
    ])?;
    // A message reaches whoever it was sent to.
    let told = reached || matches!(method, ContactMethod::Surel | ContactMethod::Whatsapp);
    if purpose == ContactPurpose::Pengingat && told {
        conn.prepare_cached(
            "UPDATE permohonan SET reminded_ms = max(coalesce(reminded_ms, ?2), ?2) WHERE id = ?1",
        )?
        .execute(params![applied.case, applied.wall_ms])?;
    }
    if due.is_some() {
        conn.prepare_cached("UPDATE permohonan SET due = ?2 WHERE id = ?1")?
            .execute(params![applied.case, due])?;
    }
    Ok(())
}
