//! The chain: every act carries the hash of the one before it.
//!
//! A chain shows accidents and clumsy edits, not a thief who holds an officer's key and rewrites all
//! of it. That is why its heads leave the machine: they are printed on every Bukti Verifikasi.

use rusqlite::{Connection, OptionalExtension, Row, params};
use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::error::{Code, Error, Result};
use crate::world::hex;

/// Hash before the first act of a station.
pub const GENESIS: [u8; 32] = [0; 32];

/// One row of the log, as stored.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct ActRow {
    pub(super) station: u16,
    pub(super) seq: u64,
    pub(super) order_ms: i64,
    pub(super) order_tick: u32,
    pub(super) wall_ms: i64,
    pub(super) actor: String,
    pub(super) role: String,
    pub(super) verb: String,
    pub(super) subject: String,
    pub(super) version: u32,
    pub(super) open: Vec<u8>,
    pub(super) sealed: Option<Vec<u8>>,
    pub(super) prev: [u8; 32],
    pub(super) hash: [u8; 32],
}

/// The end of one station's chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    pub station: u16,
    pub seq: u64,
    pub hash: [u8; 32],
}

impl Head {
    /// First eight bytes in groups of four digits, as printed: `7c19 e2a4 55d0 81bf`.
    pub fn short(&self) -> String {
        let text = hex(&self.hash[..8]);
        let groups: Vec<&str> = (0..4).map(|group| &text[group * 4..group * 4 + 4]).collect();
        groups.join(" ")
    }
}

/// What a walk along the chain found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ChainReport {
    pub acts: u64,
    pub faults: Vec<ChainFault>,
}

/// Where the chain is not what it was, and how.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ChainFault {
    pub station: u16,
    pub seq: u64,
    pub kind: ChainFaultKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ChainFaultKind {
    /// The row's content no longer gives its hash.
    Edited,
    /// The row does not follow the one before it.
    Unlinked,
    /// A number is missing in the sequence.
    Missing,
    /// The log ends earlier than the station remembers.
    Shortened,
    /// The hybrid clock fell.
    OutOfOrder,
}

impl ActRow {
    pub(super) const COLUMNS: &'static str = "station, seq, order_ms, order_tick, wall_ms, actor, role, verb, \
                                              subject, version, open, sealed, prev, hash";

    /// Hash over a CBOR array (RFC 8949, definite lengths, shortest integers): fixed order, so the
    /// same act gives the same bytes everywhere. The sealed part enters as ciphertext.
    pub(super) fn compute_hash(&self) -> Result<[u8; 32]> {
        let fields = (
            "loket act v1",
            self.station,
            self.seq,
            (self.order_ms, self.order_tick, self.wall_ms),
            (&self.actor, &self.role, &self.verb, &self.subject),
            self.version,
            serde_bytes_view(&self.open),
            self.sealed.as_deref().map(serde_bytes_view),
            serde_bytes_view(&self.prev),
        );
        let mut bytes = Vec::with_capacity(256 + self.open.len());
        ciborium::into_writer(&fields, &mut bytes)
            .map_err(|error| Error::new(Code::Internal, format!("encode act: {error}")))?;
        Ok(Sha256::digest(&bytes).into())
    }

    /// Where the act stands: binds its sealed payload to this place in the log.
    pub(super) fn place(&self) -> Vec<u8> {
        format!("{}/{}/{}/{}", self.station, self.seq, self.verb, self.subject).into_bytes()
    }

    pub(super) fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            station: row.get(0)?,
            seq: row.get::<_, i64>(1)?.unsigned_abs(),
            order_ms: row.get(2)?,
            order_tick: row.get(3)?,
            wall_ms: row.get(4)?,
            actor: row.get(5)?,
            role: row.get(6)?,
            verb: row.get(7)?,
            subject: row.get(8)?,
            version: row.get(9)?,
            open: row.get(10)?,
            sealed: row.get(11)?,
            prev: row.get(12)?,
            hash: row.get(13)?,
        })
    }

    pub(super) fn insert(&self, conn: &Connection) -> Result<()> {
        let sql = format!(
            "INSERT INTO act ({}) VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14)",
            Self::COLUMNS
        );
        conn.prepare_cached(&sql)?.execute(params![
            self.station,
            self.seq as i64,
            self.order_ms,
            self.order_tick,
            self.wall_ms,
            self.actor,
            self.role,
            self.verb,
            self.subject,
            self.version,
            self.open,
            self.sealed,
            self.prev,
            self.hash
        ])?;
        Ok(())
    }
}

/// A byte string in CBOR (major type 2) rather than an array of numbers.
fn serde_bytes_view(bytes: &[u8]) -> ByteString<'_> {
    ByteString(bytes)
}

struct ByteString<'a>(&'a [u8]);

impl Serialize for ByteString<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        serializer.serialize_bytes(self.0)
    }
}

/// The end of a station's chain.
pub(super) fn head(conn: &Connection, station: u16) -> Result<Head> {
    Ok(last_act(conn, station)?.map_or(
        Head { station, seq: 0, hash: GENESIS },
        |ActRow { station, seq, hash, .. }| Head { station, seq, hash },
    ))
}

/// The newest act of a station, if it has any.
pub(super) fn last_act(conn: &Connection, station: u16) -> Result<Option<ActRow>> {
    let sql = format!("SELECT {} FROM act WHERE station = ?1 ORDER BY seq DESC LIMIT 1", ActRow::COLUMNS);
    Ok(conn.prepare_cached(&sql)?.query_row([station], ActRow::from_row).optional()?)
}

/// Walks the chain of every station from `from_seq` on and compares it with the remembered heads.
pub(super) fn verify(conn: &Connection, from_seq: u64) -> Result<ChainReport> {
    let sql = format!("SELECT {} FROM act WHERE seq >= ?1 ORDER BY station, seq", ActRow::COLUMNS);
    let mut statement = conn.prepare(&sql)?;
    let mut rows = statement.query([from_seq as i64])?;
    let mut report = ChainReport { acts: 0, faults: Vec::new() };
    let mut before: Option<ActRow> = None;
    let mut after_unreadable = false;
    while let Some(row) = rows.next()? {
        report.acts += 1;
        let Ok(act) = ActRow::from_row(row) else {
            let (station, seq) = (row.get(0)?, row.get::<_, i64>(1)?.unsigned_abs());
            report.faults.push(ChainFault { station, seq, kind: ChainFaultKind::Edited });
            (before, after_unreadable) = (None, true);
            continue;
        };
        let mut fault = |kind| {
            report.faults.push(ChainFault { station: act.station, seq: act.seq, kind });
        };
        if act.compute_hash()? != act.hash {
            fault(ChainFaultKind::Edited);
        }
        match before.as_ref().filter(|previous| previous.station == act.station) {
            Some(previous) => {
                if act.seq != previous.seq + 1 {
                    fault(ChainFaultKind::Missing);
                } else if act.prev != previous.hash {
                    fault(ChainFaultKind::Unlinked);
                }
                if (act.order_ms, act.order_tick) <= (previous.order_ms, previous.order_tick) {
                    fault(ChainFaultKind::OutOfOrder);
                }
            }
            None if from_seq <= 1 && !after_unreadable => {
                if act.seq != 1 {
                    fault(ChainFaultKind::Missing);
                } else if act.prev != GENESIS {
                    fault(ChainFaultKind::Unlinked);
                }
            }
            None => {}
        }
        (before, after_unreadable) = (Some(act), false);
    }
    drop(rows);
    compare_with_remembered_heads(conn, &mut report)?;
    Ok(report)
}

/// The chain alone cannot show that its last acts are gone; the head kept beside it can.
fn compare_with_remembered_heads(conn: &Connection, report: &mut ChainReport) -> Result<()> {
    let mut statement = conn.prepare("SELECT key, value FROM meta WHERE key LIKE 'head/%'")?;
    let remembered = statement
        .query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?)))?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    for (key, value) in remembered {
        let station: u16 = key.trim_start_matches("head/").parse().unwrap_or_default();
        let last = last_act(conn, station)?;
        let actual = last.as_ref().map(|act| head_text(act.seq, &act.hash));
        if actual.as_deref() != Some(value.as_str()) {
            let seq = last.map_or(0, |act| act.seq);
            report.faults.push(ChainFault { station, seq, kind: ChainFaultKind::Shortened });
        }
    }
    Ok(())
}

/// Remembers the head beside the log, in the same transaction.
pub(super) fn remember_head(conn: &Connection, act: &ActRow) -> Result<()> {
    conn.prepare_cached(
        "INSERT INTO meta (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = ?2",
    )?
    .execute(params![format!("head/{}", act.station), head_text(act.seq, &act.hash)])?;
    Ok(())
}

fn head_text(seq: u64, hash: &[u8; 32]) -> String {
    format!("{seq}:{}", hex(hash))
}
