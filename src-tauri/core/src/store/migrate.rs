//! Migrations: numbered SQL, never edited, applied all or nothing. A newer database is refused.

use rusqlite::{Connection, TransactionBehavior};

use crate::error::{Code, Error, Result};

/// A test holds each to the bytes it was shipped with (`migrations/SHA256SUMS`).
pub(super) const MIGRATIONS: [&str; 19] = [
    include_str!("migrations/0001_first.sql"),
    include_str!("migrations/0002_corrections.sql"),
    include_str!("migrations/0003_identity_keys.sql"),
    include_str!("migrations/0004_kiriman.sql"),
    include_str!("migrations/0005_schedule.sql"),
    include_str!("migrations/0006_tangkapan.sql"),
    include_str!("migrations/0007_clock.sql"),
    include_str!("migrations/0008_registration.sql"),
    include_str!("migrations/0009_report.sql"),
    include_str!("migrations/0010_mailbox.sql"),
    include_str!("migrations/0011_daftar_hitam.sql"),
    include_str!("migrations/0012_layanan.sql"),
    include_str!("migrations/0013_inaproc.sql"),
    include_str!("migrations/0014_clock_ahead.sql"),
    include_str!("migrations/0015_limits.sql"),
    include_str!("migrations/0016_waits.sql"),
    include_str!("migrations/0017_holiday_years.sql"),
    include_str!("migrations/0018_said_by_each.sql"),
    include_str!("migrations/0019_print_later.sql"),
];

/// Brings the database up to the schema this program knows, in one transaction.
pub(super) fn migrate(conn: &mut Connection) -> Result<()> {
    migrate_with(conn, &MIGRATIONS)
}

pub(super) fn migrate_with(conn: &mut Connection, migrations: &[&str]) -> Result<()> {
    let found: u32 = conn.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    let wanted = migrations.len() as u32;
    if found > wanted {
        return Err(Error::new(Code::DatabaseNewer, format!("schema {found}, this program knows {wanted}")));
    }
    if found == wanted {
        return Ok(());
    }
    let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    for sql in &migrations[found as usize..] {
        tx.execute_batch(sql)?;
    }
    tx.pragma_update(None, "user_version", wanted)?;
    tx.execute("INSERT OR IGNORE INTO meta (key, value) VALUES ('station', '1')", [])?;
    tx.commit()?;
    Ok(())
}

/// The number of this station inside its office; part of every paper's number.
pub(super) fn station(conn: &Connection) -> Result<u16> {
    let text: String =
        conn.query_row("SELECT value FROM meta WHERE key = 'station'", [], |row| row.get(0))?;
    text.parse().map_err(|_| Error::new(Code::DatabaseDamaged, "station is not a number"))
}
