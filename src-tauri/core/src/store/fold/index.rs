//! What a case is found by: words for the search, and the numbers that other permohonan may share (W-DUP).
//!
//! Both follow from the other tables by rules that may improve, so they are no part of what a rebuild is
//! compared with, and an office that was indexed by older rules is indexed again when it opens.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension as _, params};

use crate::error::Result;
use crate::form::{FormField, Profil};
use crate::naming;
use crate::permohonan::Vendor;
use crate::store::read::parse_word;

/// Raised with every change of the rules that say what stands in an index.
const RULES: &str = "3";

/// The row of a case in the text index, the newest case first. The index knows no other way to a case than this number,
/// and to take a row out without a trace it reads, for each of its trigrams, the rows that stand before it.
const PLACE: &str = "(SELECT -rowid FROM permohonan WHERE id = ?1)";

/// Who a permohonan says the vendor is, as the tables say it.
pub(in crate::store) fn party_of(
    conn: &Connection,
    case: &str,
    profil: Profil,
    attendee: (&str, &str),
) -> Result<Vendor> {
    let mut statement = conn.prepare_cached("SELECT field, value FROM form_value WHERE permohonan = ?1")?;
    let mut rows = statement.query([case])?;
    let mut form = BTreeMap::new();
    while let Some(row) = rows.next()? {
        form.insert(parse_word::<FormField>(&row.get::<_, String>(0)?)?, row.get::<_, String>(1)?);
    }
    Ok(Vendor::new(profil, &form, attendee))
}

/// Indexes one case anew.
pub(super) fn refresh(conn: &Connection, case: &str) -> Result<()> {
    refresh_search(conn, case)?;
    refresh_identity(conn, case)
}

/// Indexes every case that is not erased, unless these rules have done so.
pub(in crate::store) fn refresh_all(conn: &mut Connection) -> Result<()> {
    let done: Option<String> = conn
        .query_row("SELECT value FROM meta WHERE key = 'index_rules'", [], |row| row.get(0))
        .optional()?;
    if done.as_deref() == Some(RULES) {
        return Ok(());
    }
    let tx = conn.transaction()?;
    let cases = {
        let mut statement =
            tx.prepare("SELECT id FROM permohonan WHERE erased_ms IS NULL ORDER BY rowid DESC")?;
        let rows = statement.query_map([], |row| row.get::<_, String>(0))?;
        rows.collect::<rusqlite::Result<Vec<_>>>()?
    };
    // Older rules numbered its rows otherwise.
    tx.execute("DELETE FROM search", [])?;
    for case in cases {
        refresh(&tx, &case)?;
    }
    tx.execute("INSERT OR REPLACE INTO meta (key, value) VALUES ('index_rules', ?1)", [RULES])?;
    tx.commit()?;
    Ok(())
}

fn refresh_identity(conn: &Connection, case: &str) -> Result<()> {
    let found = conn
        .prepare_cached("SELECT profil, attendee_name, attendee_nik FROM permohonan WHERE id = ?1")?
        .query_row([case], |row| {
            Ok((
                row.get::<_, String>(0)?,
                row.get::<_, Option<String>>(1)?.unwrap_or_default(),
                row.get::<_, Option<String>>(2)?.unwrap_or_default(),
            ))
        })
        .optional()?;
    let Some((profil, name, nik)) = found else { return Ok(()) };
    let vendor = party_of(conn, case, parse_word(&profil)?, (&name, &nik))?;
    conn.prepare_cached("DELETE FROM identity_key WHERE permohonan = ?1")?.execute([case])?;
    let mut insert = conn.prepare_cached("INSERT INTO identity_key (permohonan, key) VALUES (?1, ?2)")?;
    for key in vendor.keys() {
        insert.execute(params![case, key])?;
    }
    Ok(())
}

/// Words under which a case is found: number, names folded for tolerant search, digits of its numbers.
fn refresh_search(conn: &Connection, case: &str) -> Result<()> {
    let row = conn
        .prepare_cached(
            "SELECT number, company, attendee_name, attendee_nik, npwp_key, \
             (SELECT value FROM form_value WHERE permohonan = p.id AND field = 'penanggung_jawab_nama'), \
             (SELECT value FROM form_value WHERE permohonan = p.id AND field = 'penanggung_jawab_nik') \
             FROM permohonan p WHERE id = ?1",
        )?
        .query_row([case], |row| {
            (0..7).map(|column| row.get::<_, Option<String>>(column)).collect::<rusqlite::Result<Vec<_>>>()
        })
        .optional()?;
    let Some(columns) = row else { return Ok(()) };
    let mut words = Vec::new();
    for (column, text) in columns.into_iter().enumerate() {
        let Some(text) = text.filter(|text| !text.is_empty()) else { continue };
        match column {
            0 => words.push(text),
            3 | 4 | 6 => words.push(text.chars().filter(char::is_ascii_digit).collect()),
            _ => words.push(naming::search_key(&text)),
        }
    }
    let words = words.join(" ");
    let stands: Option<String> = conn
        .prepare_cached(&format!("SELECT words FROM search WHERE rowid = {PLACE}"))?
        .query_row([case], |row| row.get(0))
        .optional()?;
    // Every typed field comes by here and few of them change a word.
    if stands.as_ref() == Some(&words) {
        return Ok(());
    }
    conn.prepare_cached(&format!("DELETE FROM search WHERE rowid = {PLACE}"))?.execute([case])?;
    conn.prepare_cached(&format!("INSERT INTO search (rowid, permohonan, words) VALUES ({PLACE}, ?1, ?2)"))?
        .execute(params![case, words])?;
    Ok(())
}
