//! Fold of acts about documents and their pictures.

use rusqlite::{Connection, params};

use super::applied::{Applied, touch, word};
use crate::error::{Code, Error, Result};
use crate::store::act::{Open, PictureFiled, Sealed};

pub(super) fn apply(
    conn: &Connection,
    applied: &Applied<'_>,
    open: &Open,
    sealed: Option<&Sealed>,
) -> Result<()> {
    match open {
        Open::DocumentFieldSet { document, field, .. } => {
            if let Some(Sealed::Text(value)) = sealed {
                conn.prepare_cached(
                    "INSERT INTO document_value (permohonan, kind, field, value) VALUES (?1,?2,?3,?4) \
                     ON CONFLICT (permohonan, kind, field) DO UPDATE SET value = ?4",
                )?
                .execute(params![applied.case, word(document)?, word(field)?, value])?;
            }
        }
        Open::DocumentStateSet { document, state, paper_copy } => {
            conn.prepare_cached(
                "INSERT INTO document (permohonan, kind, state, paper_copy) VALUES (?1,?2,?3,?4) \
                 ON CONFLICT (permohonan, kind) DO UPDATE SET state = ?3, paper_copy = ?4",
            )?
            .execute(params![applied.case, word(document)?, word(state)?, paper_copy])?;
        }
        Open::SightingSet { document, sighting } => {
            conn.prepare_cached(
                "INSERT INTO document (permohonan, kind, state, sighting, sighted_by, sighted_ms) \
                 VALUES (?1,?2,'diterima',?3,?4,?5) ON CONFLICT (permohonan, kind) \
                 DO UPDATE SET state = 'diterima', sighting = ?3, sighted_by = ?4, sighted_ms = ?5",
            )?
            .execute(params![
                applied.case,
                word(document)?,
                word(sighting)?,
                applied.actor,
                applied.wall_ms
            ])?;
        }
        Open::PictureSealed { picture, page } => {
            add_picture(conn, applied, picture)?;
            if let Some(page) = page {
                super::kiriman::give_page(conn, applied, page, picture)?;
            }
        }
        Open::PictureCropped { picture, corners, quarter_turns } => {
            let corners = serde_json::to_string(corners)
                .map_err(|error| Error::new(Code::Internal, format!("json: {error}")))?;
            conn.prepare_cached("UPDATE picture SET corners = ?2, quarter_turns = ?3 WHERE id = ?1")?
                .execute(params![picture, corners, quarter_turns])?;
        }
        _ => {}
    }
    touch(conn, applied)
}

/// A new picture of a document takes the place of the older one, which stays.
fn add_picture(conn: &Connection, applied: &Applied<'_>, picture: &PictureFiled) -> Result<()> {
    let kind = word(picture.document)?;
    conn.prepare_cached("UPDATE picture SET current = 0 WHERE permohonan = ?1 AND kind = ?2")?
        .execute(params![applied.case, kind])?;
    conn.prepare_cached(
        "INSERT INTO picture (id, permohonan, kind, sealed_name, content_sha256, bytes, width, height, \
         source, taken_ms, taken_by) VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11)",
    )?
    .execute(params![
        picture.id,
        applied.case,
        kind,
        picture.file.sealed_name,
        picture.file.content_sha256,
        picture.file.bytes as i64,
        picture.width,
        picture.height,
        word(picture.source)?,
        applied.wall_ms,
        applied.actor
    ])?;
    conn.prepare_cached(
        "INSERT INTO document (permohonan, kind, state) VALUES (?1,?2,'diterima') \
         ON CONFLICT (permohonan, kind) DO UPDATE SET state = 'diterima'",
    )?
    .execute(params![applied.case, kind])?;
    Ok(())
}
