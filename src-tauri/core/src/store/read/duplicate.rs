//! Other permohonan that share a number or an address with one: candidates for W-DUP, found by an index.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use rusqlite::params;

use super::{Reader, parse_word};
use crate::error::Result;
use crate::layanan::Layanan;
use crate::permohonan::{Status, Vendor};
use crate::store::fold::index::party_of;

/// Another permohonan, and who it says the vendor is.
pub struct Candidate {
    pub id: String,
    pub number: String,
    pub layanan: Layanan,
    pub status: Status,
    pub vendor: Vendor,
}

/// Of a key that more permohonan share, so many are looked at: a broker's telephone asks one question.
const MOST: u32 = 100;

const SHARING: &str = "SELECT p.id, p.number, p.status, p.profil, p.attendee_name, p.attendee_nik, p.updated_ms, p.layanan \
    FROM (SELECT permohonan FROM identity_key WHERE key = ?1 AND permohonan <> ?2 LIMIT ?3) k \
    JOIN permohonan p ON p.id = k.permohonan";

impl Reader<'_> {
    /// Ids of the permohonan whose data this one changes, back to the first.
    pub fn former_of(&self, case: &str) -> Result<Vec<String>> {
        let mut statement = self.conn.prepare_cached(
            "WITH RECURSIVE former (id) AS (SELECT refers_to FROM permohonan WHERE id = ?1 \
             UNION SELECT p.refers_to FROM permohonan p JOIN former f ON p.id = f.id) \
             SELECT id FROM former WHERE id IS NOT NULL",
        )?;
        let rows = statement.query_map([case], |row| row.get(0))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Cases that share a key with `case`, the latest changed first. Erased cases have no keys.
    pub fn candidates_beside(&self, case: &str) -> Result<Vec<Candidate>> {
        let mut keys = self.conn.prepare_cached("SELECT key FROM identity_key WHERE permohonan = ?1")?;
        let keys = keys.query_map([case], |row| row.get(0))?.collect::<rusqlite::Result<Vec<String>>>()?;
        let mut found = BTreeMap::new();
        let mut statement = self.conn.prepare_cached(SHARING)?;
        for key in keys {
            let mut rows = statement.query(params![key, case, MOST])?;
            while let Some(row) = rows.next()? {
                let text =
                    |column: usize| row.get::<_, Option<String>>(column).map(Option::unwrap_or_default);
                let (id, name, nik) = (text(0)?, text(4)?, text(5)?);
                if let Entry::Vacant(place) = found.entry(id) {
                    let vendor = party_of(self.conn, place.key(), parse_word(&text(3)?)?, (&name, &nik))?;
                    let (number, status, layanan) =
                        (text(1)?, parse_word(&text(2)?)?, parse_word(&text(7)?)?);
                    let id = place.key().clone();
                    place.insert((row.get::<_, i64>(6)?, Candidate { id, number, layanan, status, vendor }));
                }
            }
        }
        let mut candidates: Vec<(i64, Candidate)> = found.into_values().collect();
        candidates.sort_by_key(|(updated_ms, _)| std::cmp::Reverse(*updated_ms));
        Ok(candidates.into_iter().map(|(_, candidate)| candidate).collect())
    }
}

#[cfg(test)]
mod tests {
    use rusqlite::params;

    use super::{MOST, SHARING};
    use crate::store::migrate::migrate;

    #[test]
    fn candidates_are_found_by_the_index_and_never_by_reading_every_case() {
        let mut conn = crate::store::connection::in_memory().expect("memory");
        migrate(&mut conn).expect("migrated");
        let mut statement = conn.prepare(&format!("EXPLAIN QUERY PLAN {SHARING}")).expect("plan");
        let steps: Vec<String> = statement
            .query_map(params!["+62", "x", MOST], |row| row.get(3))
            .expect("plan")
            .map(|step| step.expect("step"))
            .collect();
        assert!(steps.iter().any(|step| step.contains("identity_key_by_key")), "{steps:?}");
        assert!(
            !steps.iter().any(|step| step.starts_with("SCAN") && !step.starts_with("SCAN k")),
            "{steps:?}"
        );
    }
}
