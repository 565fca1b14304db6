//! Fold of what is to change: the data that were verified, the parts that a letter names, the letter.

use rusqlite::{Connection, OptionalExtension as _, params};

use std::collections::BTreeMap;

use crate::error::{Code, Error, Result};
use crate::form::FormField;
use crate::layanan::perubahan::{Bagian, Perubahan, SuratPermohonan};
use crate::store::read::parse_json;

pub(super) fn begin(
    conn: &Connection,
    case: &str,
    former: &BTreeMap<FormField, String>,
    parts: &[Bagian],
    read_from_spse: bool,
) -> Result<()> {
    let (parts, former) = (parts.to_vec(), former.clone());
    let begun = Perubahan { parts, former, read_from_spse, surat: SuratPermohonan::default() };
    write(conn, case, &begun)
}

pub(super) fn set_parts(conn: &Connection, case: &str, parts: &[Bagian]) -> Result<()> {
    alter(conn, case, |perubahan| perubahan.parts = parts.to_vec())
}

/// Nothing written is nothing known.
pub(super) fn set_former(conn: &Connection, case: &str, field: FormField, value: &str) -> Result<()> {
    alter(conn, case, |perubahan| {
        if value.is_empty() {
            perubahan.former.remove(&field);
        } else {
            perubahan.former.insert(field, value.to_owned());
        }
    })
}

pub(super) fn set_surat(conn: &Connection, case: &str, surat: &SuratPermohonan) -> Result<()> {
    alter(conn, case, |perubahan| perubahan.surat = surat.clone())
}

/// After an erasure there is nothing left to alter.
fn alter(conn: &Connection, case: &str, change: impl FnOnce(&mut Perubahan)) -> Result<()> {
    let known: Option<String> = conn
        .prepare_cached("SELECT perubahan FROM permohonan WHERE id = ?1")?
        .query_row([case], |row| row.get(0))
        .optional()?
        .flatten();
    let Some(known) = known else { return Ok(()) };
    let mut perubahan = parse_json(&known)?;
    change(&mut perubahan);
    write(conn, case, &perubahan)
}

fn write(conn: &Connection, case: &str, perubahan: &Perubahan) -> Result<()> {
    let json = serde_json::to_string(perubahan)
        .map_err(|error| Error::new(Code::Internal, format!("json: {error}")))?;
    conn.prepare_cached("UPDATE permohonan SET perubahan = ?2 WHERE id = ?1")?
        .execute(params![case, json])?;
    Ok(())
}
