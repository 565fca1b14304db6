//! Opening the encrypted database file.

use std::path::{Path, PathBuf};
use std::sync::Once;
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
    if conn.is_readonly("main")? {
        return Err(Error::new(Code::ReadOnly, "the office folder is read-only"));
    }
    if is_emptied(&conn)? {
        return Err(Error::new(Code::DatabaseDamaged, "the database file is empty"));
    }
    try_to_make_a_file(folder)?;
    prepare_for_writing(&conn)?;
    Ok(conn)
}

/// SQLite takes a file cut down to nothing for a new database, and would fill it.
fn is_emptied(conn: &Connection) -> Result<bool> {
    Ok(conn.query_row("PRAGMA user_version", [], |row| row.get::<_, u32>(0))? == 0)
}

/// A connection on which SQLite itself refuses every write.
pub(super) fn open_for_reading(folder: &Path, key: &OfficeKey) -> Result<Connection> {
    require_file(folder)?;
    let conn = open_file(folder, key, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    conn.pragma_update(None, "query_only", true)?;
    Ok(conn)
}

fn require_file(folder: &Path) -> Result<()> {
    let file = path(folder);
    if !file.is_file() {
        return Err(Error::new(Code::OfficeMissing, "no database in the office folder"));
    }
    // SQLite would take an emptied file for a new database and fill it.
    if std::fs::metadata(file)?.len() == 0 {
        return Err(Error::new(Code::DatabaseDamaged, "the database file is empty"));
    }
    Ok(())
}

/// SQLite counts itself as initialised before SQLCipher has initialised its part, outside of any lock. A second
/// thread that opens its first database in that moment is refused its key, so the first of all opens alone.
fn initialise() {
    static FIRST: Once = Once::new();
    FIRST.call_once(|| drop(Connection::open_in_memory()));
}

/// A database that never reaches the disk.
pub(super) fn in_memory() -> rusqlite::Result<Connection> {
    initialise();
    Connection::open_in_memory()
}

/// Of each connection, at most.
const PAGE_CACHE_KIB: i32 = 16 * 1024;

fn open_file(folder: &Path, key: &OfficeKey, flags: OpenFlags) -> Result<Connection> {
    initialise();
    let conn = Connection::open_with_flags(path(folder), flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    // A raw key: the passphrase was already stretched by Argon2id when the wrap was opened.
    let raw = Zeroizing::new(format!("PRAGMA key = \"x'{}'\"", hex(key.bytes())));
    conn.execute_batch(&raw)?;
    // SQLCipher would write its own words about damage to stderr; ours go to the officer.
    conn.execute_batch("PRAGMA cipher_log_level = NONE")?;
    conn.busy_timeout(BUSY)?;
    conn.set_prepared_statement_cache_capacity(64);
    // A page is opened by its seal whenever it is read from the file; a year of a ministry has lists that look into
    // thousands of them.
    conn.pragma_update(None, "cache_size", -PAGE_CACHE_KIB)?;
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

/// Makes and removes a file beside the database, as WAL and pictures will have to. What the system
/// says then (read-only, full) is what the officer must hear.
fn try_to_make_a_file(folder: &Path) -> Result<()> {
    let probe = folder.join(".uji-tulis");
    std::fs::File::create(&probe)?;
    Ok(std::fs::remove_file(&probe)?)
}
