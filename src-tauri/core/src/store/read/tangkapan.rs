//! Pictures of the video call as plain records.

use chrono::{DateTime, Utc};

use super::filed::filed;
use super::{Reader, parse_word, parse_word_opt};
use crate::error::Result;
use crate::store::act::{FiledBytes, TangkapanMarks};
use crate::store::stored::time_of;
use crate::tangkapan::TangkapanSource;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TangkapanRecord {
    pub id: String,
    /// Which session of the case it was taken in.
    pub session: u32,
    pub source: TangkapanSource,
    pub file: FiledBytes,
    /// Pixels, upright.
    pub width: u32,
    pub height: u32,
    /// What a phone's camera said.
    pub exif_at: Option<DateTime<Utc>>,
    pub sealed_at: DateTime<Utc>,
    pub sealed_by: String,
    pub marks: TangkapanMarks,
    pub erased: bool,
}

impl Reader<'_> {
    pub(super) fn tangkapan_of(&self, case: &str) -> Result<Vec<TangkapanRecord>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT id, session, sealed_name, content_sha256, bytes, source, width, height, exif_at, sealed_ms, \
             sealed_by, shows, code_visible, readable, erased FROM tangkapan WHERE permohonan = ?1 \
             ORDER BY sealed_ms, rowid",
        )?;
        let mut rows = statement.query([case])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let exif_at = row.get::<_, Option<String>>(8)?;
            found.push(TangkapanRecord {
                id: row.get(0)?,
                session: row.get(1)?,
                source: parse_word(&row.get::<_, String>(5)?)?,
                file: filed(row, 2)?,
                width: row.get(6)?,
                height: row.get(7)?,
                exif_at: exif_at
                    .and_then(|text| DateTime::parse_from_rfc3339(&text).ok())
                    .map(|time| time.to_utc()),
                sealed_at: time_of(row.get(9)?),
                sealed_by: row.get(10)?,
                marks: TangkapanMarks {
                    shows: parse_word_opt(row.get(11)?)?,
                    code_visible: row.get(12)?,
                    readable: row.get(13)?,
                },
                erased: row.get(14)?,
            });
        }
        Ok(found)
    }
}
