//! Fold of acts about kiriman: what waits in the Baki, and by what a permohonan asked from afar.

use rusqlite::{Connection, params};

use super::applied::{Applied, touch, word};
use crate::error::Result;
use crate::kiriman::KirimanEnd;
use crate::store::act::{FiledBytes, KirimanFiled, KirimanWords, Open, PageFiled, PictureFiled, Sealed};

pub(super) fn apply(
    conn: &Connection,
    applied: &Applied<'_>,
    open: &Open,
    sealed: Option<&Sealed>,
) -> Result<()> {
    match open {
        Open::KirimanReceived { kiriman } => receive(conn, applied, kiriman, sealed),
        Open::KirimanPageAdded { page } => {
            let name = match sealed {
                Some(Sealed::Text(name)) => Some(name),
                _ => None,
            };
            add_page(conn, applied.kiriman, page, name)
        }
        Open::KirimanEnded { end } => finish(conn, applied, *end),
        Open::RequestMailed { kiriman, message, sent_at } => {
            request(conn, applied, (kiriman.as_deref(), message.as_ref(), sent_at), sealed)
        }
        _ => Ok(()),
    }
}

fn receive(
    conn: &Connection,
    applied: &Applied<'_>,
    kiriman: &KirimanFiled,
    sealed: Option<&Sealed>,
) -> Result<()> {
    let words = match sealed {
        Some(Sealed::Kiriman(words)) => Some(words),
        _ => None,
    };
    let said = |part: fn(&KirimanWords) -> &String| words.map(part);
    conn.prepare_cached(
        "INSERT INTO kiriman (id, source, sealed_name, content_sha256, bytes, received_ms, received_by, \
         sent_at, until, file_name, sender, sender_name, subject, inbox, mail_validity, mail_uid) \
         VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15,?16)",
    )?
    .execute(params![
        kiriman.id,
        word(kiriman.source)?,
        kiriman.file.sealed_name,
        kiriman.file.content_sha256,
        kiriman.file.bytes as i64,
        applied.wall_ms,
        applied.actor,
        kiriman.sent_at,
        kiriman.until,
        said(|words| &words.file_name),
        said(|words| &words.sender),
        said(|words| &words.sender_name),
        said(|words| &words.subject),
        kiriman.message.as_ref().map(|(inbox, _)| inbox),
        kiriman.message.as_ref().map(|(_, id)| id.validity),
        kiriman.message.as_ref().map(|(_, id)| id.uid),
    ])?;
    for (n, page) in kiriman.pages.iter().enumerate() {
        add_page(conn, &kiriman.id, page, words.and_then(|words| words.page_names.get(n)))?;
    }
    for (n, part) in words.map_or(&[][..], |words| &words.refused).iter().enumerate() {
        conn.prepare_cached(
            "INSERT INTO kiriman_refused (kiriman, n, name, what, todo) VALUES (?1,?2,?3,?4,?5)",
        )?
        .execute(params![kiriman.id, n as i64 + 1, part.name, part.what, part.todo])?;
    }
    Ok(())
}

/// Behind the pages that wait already.
fn add_page(conn: &Connection, kiriman: &str, page: &PageFiled, name: Option<&String>) -> Result<()> {
    conn.prepare_cached(
        "INSERT INTO kiriman_page (id, kiriman, n, name, sheet, sealed_name, content_sha256, bytes, width, height) \
         VALUES (?1,?2,(SELECT coalesce(max(n), 0) + 1 FROM kiriman_page WHERE kiriman = ?2),?3,?4,?5,?6,?7,?8,?9)",
    )?
    .execute(params![
        page.id,
        kiriman,
        name,
        page.sheet,
        page.file.sealed_name,
        page.file.content_sha256,
        page.file.bytes as i64,
        page.width,
        page.height,
    ])?;
    Ok(())
}

/// Its keys are gone: what still names somebody goes with them, as a rebuild without keys would leave it.
fn finish(conn: &Connection, applied: &Applied<'_>, end: KirimanEnd) -> Result<()> {
    conn.prepare_cached(
        "UPDATE kiriman SET ended = ?2, ended_ms = ?3, file_name = NULL, sender = NULL, sender_name = NULL, \
         subject = NULL WHERE id = ?1",
    )?
    .execute(params![applied.kiriman, word(end)?, applied.wall_ms])?;
    conn.prepare_cached("UPDATE kiriman_page SET name = NULL WHERE kiriman = ?1")?
        .execute([applied.kiriman])?;
    conn.prepare_cached("DELETE FROM kiriman_refused WHERE kiriman = ?1")?.execute([applied.kiriman])?;
    Ok(())
}

/// Remembers where a page went. It may go to more than one document: a scan often holds two cards.
pub(super) fn give_page(
    conn: &Connection,
    applied: &Applied<'_>,
    page: &str,
    picture: &PictureFiled,
) -> Result<()> {
    conn.prepare_cached("UPDATE kiriman_page SET given_to = ?2, document = ?3 WHERE id = ?1")?
        .execute(params![page, applied.case, word(picture.document)?])?;
    Ok(())
}

fn request(
    conn: &Connection,
    applied: &Applied<'_>,
    (kiriman, message, sent_at): (Option<&str>, Option<&FiledBytes>, &str),
    sealed: Option<&Sealed>,
) -> Result<()> {
    let (sender, name, subject) = match sealed {
        Some(Sealed::Sender { address, name, subject }) => (Some(address), Some(name), Some(subject)),
        _ => (None, None, None),
    };
    // A case whose data are erased keeps no line about who asked.
    if sender.is_some() {
        conn.prepare_cached(
            "INSERT OR REPLACE INTO mailed_request (permohonan, kiriman, sealed_name, content_sha256, bytes, \
             sent_at, received_ms, received_by, sender, sender_name, subject) \
             VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11)",
        )?
        .execute(params![
            applied.case,
            kiriman,
            message.map(|file| &file.sealed_name),
            message.map(|file| &file.content_sha256),
            message.map(|file| file.bytes as i64),
            sent_at,
            applied.wall_ms,
            applied.actor,
            sender,
            name,
            subject,
        ])?;
    }
    if let Some(kiriman) = kiriman {
        conn.prepare_cached("UPDATE kiriman SET permohonan = ?2 WHERE id = ?1")?
            .execute(params![kiriman, applied.case])?;
    }
    touch(conn, applied)
}
