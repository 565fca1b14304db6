//! Fold of acts about the office's mailbox: its account, what was set aside in its inbox, and the letters that wait.

use rusqlite::{Connection, params};

use super::applied::{Applied, touch, word};
use crate::error::{Code, Error, Result};
use crate::outbox::LetterEnd;
use crate::permohonan::ContactMethod;
use crate::store::act::{Open, Sealed};

pub(super) fn apply(
    conn: &Connection,
    applied: &Applied<'_>,
    open: &Open,
    sealed: Option<&Sealed>,
) -> Result<()> {
    match open {
        Open::MailboxSet { settings, inbox } => {
            // Of an account that was closed nothing is kept.
            let Some(Sealed::Login { user, password }) = sealed else { return Ok(()) };
            let settings = serde_json::to_string(settings)
                .map_err(|error| Error::new(Code::Internal, format!("json: {error}")))?;
            conn.prepare_cached(
                "INSERT OR REPLACE INTO mailbox (only, id, inbox, settings, user, password, by, at_ms) \
                 VALUES (1,?1,?2,?3,?4,?5,?6,?7)",
            )?
            .execute(params![
                applied.mailbox,
                inbox,
                settings,
                user,
                password,
                applied.actor,
                applied.wall_ms
            ])?;
        }
        Open::MailboxClosed => {
            conn.prepare_cached("DELETE FROM mailbox WHERE id = ?1")?.execute([applied.mailbox])?;
        }
        Open::MessageSetAside { inbox, message } => {
            conn.prepare_cached(
                "INSERT OR REPLACE INTO set_aside (inbox, validity, uid, by, at_ms) VALUES (?1,?2,?3,?4,?5)",
            )?
            .execute(params![
                inbox,
                message.validity,
                message.uid,
                applied.actor,
                applied.wall_ms
            ])?;
        }
        Open::LetterQueued { letter, kind, session } => {
            touch(conn, applied)?;
            // Of a case whose data are erased nothing is kept.
            let Some(Sealed::Letter { to, words, message }) = sealed else { return Ok(()) };
            conn.prepare_cached(
                "INSERT INTO outbox (id, permohonan, kind, session, recipient, words, message, queued_by, queued_ms) \
                 VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9)",
            )?
            .execute(params![
                letter,
                applied.case,
                word(kind)?,
                session,
                to,
                words,
                message,
                applied.actor,
                applied.wall_ms
            ])?;
        }
        Open::LetterEnded { letter, end } => {
            touch(conn, applied)?;
            // Its words stand in the notice that it was; the bytes served to send it.
            conn.prepare_cached("UPDATE outbox SET ended = ?2, ended_ms = ?3, message = NULL WHERE id = ?1")?
                .execute(params![letter, word(end)?, applied.wall_ms])?;
            if *end == LetterEnd::Terkirim {
                told(conn, applied, letter)?;
            }
        }
        _ => {}
    }
    Ok(())
}

/// The vendor was told, as if an officer had sent the message and written it down.
fn told(conn: &Connection, applied: &Applied<'_>, letter: &str) -> Result<()> {
    conn.prepare_cached(
        "INSERT INTO notice (permohonan, n, kind, method, session, words, by, at_ms) \
         SELECT permohonan, (SELECT coalesce(max(n), 0) + 1 FROM notice WHERE permohonan = o.permohonan), kind, \
         ?2, session, words, queued_by, ?3 \
         FROM outbox o WHERE id = ?1",
    )?
    .execute(params![letter, word(ContactMethod::Surel)?, applied.wall_ms])?;
    Ok(())
}
