//! Fold of online sessions: what is promised, held, missed or broken off, and what the vendor was told.

use rusqlite::{Connection, OptionalExtension as _, params};

use super::applied::{Applied, moment, touch, word};
use crate::error::{Code, Error, Result};
use crate::permohonan::{Status, TransitionId};
use crate::schedule::SessionState;
use crate::store::act::{Move, Open, Sealed, SessionBooked};

pub(super) fn apply(
    conn: &Connection,
    applied: &Applied<'_>,
    open: &Open,
    sealed: Option<&Sealed>,
) -> Result<()> {
    match open {
        Open::ServiceHoursSet { hours, since } => {
            conn.prepare_cached(
                "INSERT OR REPLACE INTO service_hours (since, hours, by, at_ms) VALUES (?1,?2,?3,?4)",
            )?
            .execute(params![since, json(hours)?, applied.actor, applied.wall_ms])?;
        }
        Open::HolidaysSet { holidays } => {
            conn.prepare_cached(
                "INSERT OR REPLACE INTO holidays (only, holidays, by, at_ms) VALUES (1,?1,?2,?3)",
            )?
            .execute(params![json(holidays)?, applied.actor, applied.wall_ms])?;
        }
        Open::NoticeSent { kind, method } => {
            touch(conn, applied)?;
            // Of a case whose data are erased nothing is kept.
            let Some(Sealed::Text(words)) = sealed else { return Ok(()) };
            conn.prepare_cached(
                "INSERT INTO notice (permohonan, n, kind, method, session, words, by, at_ms) VALUES \
                 (?1, (SELECT coalesce(max(n), 0) + 1 FROM notice WHERE permohonan = ?1), ?2, ?3, \
                 (SELECT max(n) FROM video_session WHERE permohonan = ?1), ?4, ?5, ?6)",
            )?
            .execute(params![
                applied.case,
                word(kind)?,
                word(method)?,
                words,
                applied.actor,
                applied.wall_ms
            ])?;
        }
        _ => {}
    }
    Ok(())
}

/// What a step of the case does to its sessions.
pub(super) fn follow(
    conn: &Connection,
    applied: &Applied<'_>,
    step: &Move,
    sealed: Option<&Sealed>,
) -> Result<()> {
    use SessionState as S;
    let (join, reason) = match sealed {
        Some(Sealed::Session { join, reason }) => (Some(join.as_str()), Some(reason.as_str())),
        _ => (None, None),
    };
    match step.transition {
        TransitionId::T11 => set(conn, applied, S::Dijadwalkan, S::DijadwalkanUlang, reason)?,
        TransitionId::T12 => set(conn, applied, S::Dijadwalkan, S::TidakHadir, None)?,
        TransitionId::T16 => set(conn, applied, S::Berlangsung, S::Terputus, None)?,
        _ => {}
    }
    if let Some(booked) = &step.session {
        book(conn, applied, booked, join)?;
    }
    if let Some(code) = &step.session_code {
        begin(conn, applied, code)?;
    }
    match step.to {
        Status::Verifikasi | Status::Terjadwal | Status::Ditunda => Ok(()),
        _ => {
            set(conn, applied, S::Dijadwalkan, S::Dibatalkan, None)?;
            set(conn, applied, S::Berlangsung, S::Selesai, None)
        }
    }
}

fn book(conn: &Connection, applied: &Applied<'_>, booked: &SessionBooked, join: Option<&str>) -> Result<()> {
    let start_ms = moment(&booked.start)?;
    conn.prepare_cached(
        "INSERT INTO video_session (permohonan, n, state, start_ms, minutes, verifikator, way, join_at, \
         booked_ms, booked_by) VALUES (?1, (SELECT coalesce(max(n), 0) + 1 FROM video_session \
         WHERE permohonan = ?1), ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
    )?
    .execute(params![
        applied.case,
        word(SessionState::Dijadwalkan)?,
        start_ms,
        booked.minutes,
        booked.verifikator,
        word(booked.way)?,
        join,
        applied.wall_ms,
        applied.actor
    ])?;
    Ok(())
}

/// The promised session begins; where none is promised, going on is a session of its own (S-14).
fn begin(conn: &Connection, applied: &Applied<'_>, code: &str) -> Result<()> {
    let promised: Option<i64> = conn
        .prepare_cached("SELECT max(n) FROM video_session WHERE permohonan = ?1 AND state = ?2")?
        .query_row(params![applied.case, word(SessionState::Dijadwalkan)?], |row| row.get(0))
        .optional()?
        .flatten();
    let Some(n) = promised else {
        conn.prepare_cached(
            "INSERT INTO video_session (permohonan, n, state, start_ms, minutes, verifikator, way, join_at, code, \
             booked_ms, booked_by, began_ms) \
             SELECT permohonan, n + 1, ?2, ?3, minutes, ?4, way, join_at, ?5, ?3, ?4, ?3 FROM video_session \
             WHERE permohonan = ?1 ORDER BY n DESC LIMIT 1",
        )?
        .execute(params![
            applied.case,
            word(SessionState::Berlangsung)?,
            applied.wall_ms,
            applied.actor,
            code
        ])?;
        return Ok(());
    };
    conn.prepare_cached(
        "UPDATE video_session SET state = ?3, began_ms = ?4, verifikator = ?5, code = ?6 \
         WHERE permohonan = ?1 AND n = ?2",
    )?
    .execute(params![
        applied.case,
        n,
        word(SessionState::Berlangsung)?,
        applied.wall_ms,
        applied.actor,
        code
    ])?;
    Ok(())
}

fn set(
    conn: &Connection,
    applied: &Applied<'_>,
    from: SessionState,
    to: SessionState,
    reason: Option<&str>,
) -> Result<()> {
    conn.prepare_cached(
        "UPDATE video_session SET state = ?3, ended_ms = ?4, reason = coalesce(?5, reason) \
         WHERE permohonan = ?1 AND state = ?2",
    )?
    .execute(params![applied.case, word(from)?, word(to)?, applied.wall_ms, reason])?;
    Ok(())
}

fn json<T: serde::Serialize>(value: &T) -> Result<String> {
    serde_json::to_string(value).map_err(|error| Error::new(Code::Internal, format!("json: {error}")))
}
