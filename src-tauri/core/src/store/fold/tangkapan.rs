//! Fold of acts about pictures of the video call.

use rusqlite::{Connection, params};

use super::applied::{Applied, touch, word};
use crate::error::Result;
use crate::store::act::Open;

pub(super) fn apply(conn: &Connection, applied: &Applied<'_>, open: &Open) -> Result<()> {
    match open {
        Open::TangkapanSealed { tangkapan } => {
            conn.prepare_cached(
                "INSERT INTO tangkapan (id, permohonan, session, source, sealed_name, content_sha256, bytes, \
                 width, height, exif_at, sealed_ms, sealed_by) VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12)",
            )?
            .execute(params![
                tangkapan.id,
                applied.case,
                tangkapan.session,
                word(tangkapan.source)?,
                tangkapan.file.sealed_name,
                tangkapan.file.content_sha256,
                tangkapan.file.bytes as i64,
                tangkapan.width,
                tangkapan.height,
                tangkapan.exif_at,
                applied.wall_ms,
                applied.actor
            ])?;
        }
        Open::TangkapanMarked { tangkapan, marks } => {
            conn.prepare_cached(
                "UPDATE tangkapan SET shows = ?2, code_visible = ?3, readable = ?4 WHERE id = ?1",
            )?
            .execute(params![
                tangkapan,
                marks.shows.map(word).transpose()?,
                marks.code_visible,
                marks.readable
            ])?;
        }
        _ => {}
    }
    touch(conn, applied)
}
