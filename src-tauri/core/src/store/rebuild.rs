//! Rebuild: the tables made anew from the log, to prove that they are nothing but its fold.

use std::collections::HashMap;

use rusqlite::Connection;
use rusqlite::types::Value;

use super::act::Subject;
use super::case_key::CaseKeys;
use super::chain::ActRow;
use super::stored::decode_sealed;
use super::{Store, connection, fold, migrate, plan, upcast};
use crate::error::{Code, Error, Result};

/// A table whose rows differ from what the log gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableDifference {
    pub table: &'static str,
    pub rows_found: usize,
    pub rows_expected: usize,
}

impl Store {
    /// Folds the whole log into an empty database in memory and compares it with the tables.
    pub fn compare_with_rebuild(&self) -> Result<Vec<TableDifference>> {
        let mut fresh = connection::in_memory()?;
        migrate::migrate(&mut fresh)?;
        let tx = fresh.transaction()?;
        self.replay_into(&tx)?;
        tx.commit()?;
        let mut differences = Vec::new();
        // What a case is found by may improve with the rules; that is no fault of the archive.
        for table in fold::TABLES.into_iter().filter(|table| !fold::INDEXES.contains(table)) {
            let found = dump(&self.read, table)?;
            let expected = dump(&fresh, table)?;
            if found != expected {
                differences.push(TableDifference {
                    table,
                    rows_found: found.len(),
                    rows_expected: expected.len(),
                });
            }
        }
        Ok(differences)
    }

    /// Makes the tables anew from the log, in place, in one transaction.
    pub fn rebuild(&mut self) -> Result<()> {
        let tx = self.write.unchecked_transaction()?;
        for table in fold::TABLES {
            tx.execute(&format!("DELETE FROM {table}"), [])?;
        }
        self.replay_into(&tx)?;
        tx.commit()?;
        Ok(())
    }

    /// Makes the tables anew if an older program folded them, which kept less of each act.
    pub(super) fn fold_anew(&mut self) -> Result<()> {
        let sql = "SELECT EXISTS (SELECT 1 FROM phase WHERE codes IS NULL)";
        if !self.read.query_row(sql, [], |row| row.get(0))? {
            return Ok(());
        }
        match self.rebuild() {
            // A log or a key that cannot be read is what the check of the archive reports. The desk goes on with the
            // tables that stand; only a disk that refuses to write stops it here.
            Err(error)
                if !matches!(error.code, Code::DiskFull | Code::ReadOnly | Code::FileLocked | Code::Io) =>
            {
                Ok(())
            }
            done => done,
        }
    }

    fn replay_into(&self, target: &Connection) -> Result<()> {
        let sql = format!("SELECT {} FROM act ORDER BY order_ms, order_tick, station, seq", ActRow::COLUMNS);
        let mut statement = self.read.prepare(&sql)?;
        let mut rows = statement.query([])?;
        let mut keys: HashMap<String, Option<CaseKeys>> = HashMap::new();
        while let Some(row) = rows.next()? {
            let act = ActRow::from_row(row)?;
            let owner = Subject::sealed_under(&act.subject).unwrap_or_default();
            let open = upcast::decode_open(&act.verb, act.version, &act.open)?;
            let sealed = match &act.sealed {
                None => None,
                Some(sealed) => {
                    if !keys.contains_key(owner) {
                        keys.insert(owner.to_owned(), self.keys_unless_erased(owner)?);
                    }
                    match keys.get(owner).and_then(Option::as_ref) {
                        Some(keys) => Some(decode_sealed(&keys.open_payload(&act.place(), sealed)?)?),
                        None => None,
                    }
                }
            };
            let applied = fold::Applied {
                station: act.station,
                wall_ms: act.wall_ms,
                actor: &act.actor,
                case: Subject::case_of(&act.subject).unwrap_or_default(),
                kiriman: Subject::kiriman_of(&act.subject).unwrap_or_default(),
                mailbox: Subject::mailbox_of(&act.subject).unwrap_or_default(),
                daftar_hitam: Subject::daftar_hitam_of(&act.subject).unwrap_or_default(),
            };
            fold::apply(target, &applied, &open, sealed.as_ref())?;
        }
        Ok(())
    }

    fn keys_unless_erased(&self, case: &str) -> Result<Option<CaseKeys>> {
        match plan::case_keys(&self.read, &self.keys, case) {
            Ok(keys) => Ok(Some(keys)),
            Err(Error { code: Code::CaseErased, .. }) => Ok(None),
            Err(error) => Err(error),
        }
    }
}

/// All rows of a table as text, in a fixed order.
fn dump(conn: &Connection, table: &str) -> Result<Vec<String>> {
    let mut statement = conn.prepare(&format!("SELECT * FROM {table}"))?;
    let columns = statement.column_count();
    let mut rows = statement.query([])?;
    let mut lines = Vec::new();
    while let Some(row) = rows.next()? {
        let values = (0..columns)
            .map(|column| row.get::<_, Value>(column).map(|value| format!("{value:?}")))
            .collect::<rusqlite::Result<Vec<_>>>()?;
        lines.push(values.join("|"));
    }
    lines.sort_unstable();
    Ok(lines)
}
