//! A sealed file as a row of a table cites it.

use rusqlite::Row;

use crate::store::act::FiledBytes;

/// The three columns of a sealed file, from `first` on.
pub(super) fn filed(row: &Row<'_>, first: usize) -> rusqlite::Result<FiledBytes> {
    Ok(FiledBytes {
        sealed_name: row.get(first)?,
        content_sha256: row.get(first + 1)?,
        bytes: row.get::<_, i64>(first + 2)?.unsigned_abs(),
    })
}
