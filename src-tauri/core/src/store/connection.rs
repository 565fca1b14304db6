//! Opening the encrypted database file.

use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};
use zeroize::Zeroizing;

use super::kunci::OfficeKey;
use crate::error::{Code, Error, Result};
use crate::world::hex;

/// File name of the database inside the office folder.
pub(crate) const DATABASE: &str = "loket.db";

/// How long a write waits for another process before it says that the file is in use.
const BUSY: Duration = Duration::from_millis(2_000);

pub(super) fn path(folder: &Path) -> PathBuf {
    folder.join(DATABASE)
}

pub(super) fn create(folder: &Path, key: &OfficeKey) -> Result<Connection> {
    if path(folder).exists() {
        return Err(Error::new(Code::OfficeExists, "the folder already holds a database"));
    }
    let conn = open_file(folder, key, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE)?;
    prepare_for_writing(&conn)?;
    Ok(conn)
}

pub(super) fn open(folder: &Path, key: &OfficeKey) -> Result<Connection> {
    require_file(folder)?;
    let conn = open_file(folder, key, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    // SQLite opens a write-protected file without a word and fails at the first act: say it now.
    if conn.is_readonly("main")? || !folder_takes_files(folder) {
        return Err(Error::new(Code::ReadOnly, "the office folder is read-only"));
    }
    prepare_for_writing(&conn)?;
    Ok(conn)
}

/// A connection on which SQLite itself refuses every write.
pub(super) fn open_for_reading(folder: &Path, key: &OfficeKey) -> Result<Connection> {
    require_file(folder)?;
    let conn = open_file(folder, key, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    conn.pragma_update(None, "query_only", true)?;
    Ok(conn)
}

fn require_file(folder: &Path) -> Result<()> {
    if path(folder).is_file() {
        Ok(())
    } else {
        Err(Error::new(Code::OfficeMissing, "no database in the office folder"))
    }
}

fn open_file(folder: &Path, key: &OfficeKey, flags: OpenFlags) -> Result<Connection> {
    let conn = Connection::open_with_flags(path(folder), flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    // A raw key: the passphrase was already stretched by Argon2id when the wrap was opened.
    let raw = Zeroizing::new(format!("PRAGMA key = \"x'{}'\"", hex(key.bytes())));
    conn.execute_batch(&raw)?;
    conn.busy_timeout(BUSY)?;
    conn.set_prepared_statement_cache_capacity(64);
    conn.execute_batch("PRAGMA temp_store = MEMORY; PRAGMA secure_delete = ON; PRAGMA foreign_keys = ON;")?;
    // The first real read decides whether the key fits.
    conn.query_row("SELECT count(*) FROM sqlite_master", [], |row| row.get::<_, i64>(0))?;
    Ok(conn)
}

fn prepare_for_writing(conn: &Connection) -> Result<()> {
    conn.query_row("PRAGMA journal_mode = WAL", [], |_| Ok(()))?;
    conn.pragma_update(None, "synchronous", "FULL")?;
    Ok(())
}

/// Whether a file can be made beside the database, which WAL and pictures need.
fn folder_takes_files(folder: &Path) -> bool {
    let probe = folder.join(".uji-tulis");
    let made = std::fs::File::create(&probe).is_ok();
    if made {
        let _ = std::fs::remove_file(&probe);
    }
    made
}
