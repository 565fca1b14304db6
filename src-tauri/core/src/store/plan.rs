//! The plan of an act: what an action may look at, reserve and seal before it is written.
//!
//! It lives inside the transaction. A number it reserves is therefore used by the act that follows
//! or by nobody, and a file it seals is cited by that act or is an orphan that the next check names.

use std::path::Path;

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension as _, params};

use super::act::{Act, Actor, FiledBytes, Open, Subject};
use super::case_key::{CaseKeys, WrappedCaseKeys};
use super::chain::{self, ActRow, GENESIS, Head};
use super::kunci::OfficeKeys;
use super::read::Reader;
use super::stored::{encode, parse_sha256};
use super::world::World;
use super::{fold, sealed_file, watch};
use crate::error::{Code, Error, Result};
use crate::numbering::{PaperKind, PaperNumber};
use crate::schedule::{CODE_BYTES, session_code};
use crate::world::{hex, new_id};

/// Handed to the action that plans an act.
pub struct Plan<'a> {
    pub(super) conn: &'a Connection,
    pub(super) folder: &'a Path,
    pub(super) keys: &'a OfficeKeys,
    pub(super) world: &'a World,
    pub(super) station: u16,
    pub(super) now: DateTime<Utc>,
}

impl Plan<'_> {
    /// What the tables say now, inside the transaction.
    pub fn reader(&self) -> Reader<'_> {
        Reader::new(self.conn)
    }

    pub fn now(&self) -> DateTime<Utc> {
        self.now
    }

    pub fn station(&self) -> u16 {
        self.station
    }

    pub fn new_id(&self) -> String {
        new_id(self.world.random.as_ref())
    }

    /// A code for the session that begins.
    pub fn new_session_code(&self) -> String {
        let mut chance = [0; CODE_BYTES];
        self.world.random.fill(&mut chance);
        session_code(chance)
    }

    /// The chain's end before this act: what a Bukti prints.
    pub fn head(&self) -> Result<Head> {
        chain::head(self.conn, self.station)
    }

    /// Makes the keys of a new case, or of a kiriman that may become one.
    pub fn found_keys(&self, owner: &str) -> Result<()> {
        let (_, wrapped) = CaseKeys::create(owner, self.keys, self.world.random.as_ref())?;
        self.conn.execute(
            "INSERT INTO case_key (permohonan, paper_wrapped, picture_recipient, picture_sealed) \
             VALUES (?1,?2,?3,?4)",
            params![owner, wrapped.paper_wrapped, wrapped.picture_recipient, wrapped.picture_sealed],
        )?;
        Ok(())
    }

    /// The next number of a gapless series of this station. Refused while the clock is behind.
    pub fn next_paper_number(&self, kind: PaperKind, year: u16) -> Result<PaperNumber> {
        self.require_trusted_clock()?;
        let last: Option<u32> = self
            .conn
            // The last clause is the index's own; without it every paper of the office is read.
            .prepare_cached(
                "SELECT max(sequence) FROM paper \
                 WHERE kind = ?1 AND year = ?2 AND station = ?3 AND sequence IS NOT NULL",
            )?
            .query_row(params![fold::word(kind)?, year, self.station], |row| row.get(0))?;
        PaperNumber::new(kind, year, self.station, last.unwrap_or(0) + 1)
    }

    /// The next permohonan of this station and year. Refused while the clock is behind.
    pub fn next_permohonan(&self, year: u16) -> Result<u32> {
        self.require_trusted_clock()?;
        let last: Option<u32> = self
            .conn
            .prepare_cached("SELECT max(sequence) FROM permohonan WHERE year = ?1 AND station = ?2")?
            .query_row(params![year, self.station], |row| row.get(0))?;
        Ok(last.unwrap_or(0) + 1)
    }

    /// The next place in the queue of an office day.
    pub fn next_queue(&self, day: &str) -> Result<u32> {
        self.require_trusted_clock()?;
        let last: Option<u32> = self
            .conn
            .prepare_cached(
                "SELECT max(queue_sequence) FROM permohonan WHERE queue_day = ?1 AND station = ?2",
            )?
            .query_row(params![day, self.station], |row| row.get(0))?;
        Ok(last.unwrap_or(0) + 1)
    }

    /// Seals a picture under the picture key of its case or kiriman.
    pub fn file_picture(&self, owner: &str, content: &[u8]) -> Result<FiledBytes> {
        let keys = case_keys(self.conn, self.keys, owner)?;
        self.file(content, keys.picture_recipient())
    }

    /// Seals an issued paper under the case's paper key.
    pub fn file_paper(&self, case: &str, content: &[u8]) -> Result<FiledBytes> {
        let keys = case_keys(self.conn, self.keys, case)?;
        self.file(content, &keys.paper_recipient())
    }

    fn file(&self, content: &[u8], recipient: &age::x25519::Recipient) -> Result<FiledBytes> {
        let sealed = sealed_file::seal(content, recipient)?;
        let name = sealed_file::write_sealed(self.folder, &sealed, self.world.points.as_ref())?;
        Ok(FiledBytes {
            sealed_name: name.as_str().to_owned(),
            content_sha256: hex(&sealed_file::content_sha256(content)),
            bytes: content.len() as u64,
        })
    }

    /// Opens a sealed picture of the case, for papers that show it.
    pub fn open_picture(&self, case: &str, file: &FiledBytes) -> Result<zeroize::Zeroizing<Vec<u8>>> {
        let wrapped = wrapped_case_keys(self.conn, case)?;
        let pictures = wrapped.open_pictures(case, self.keys.picture.as_ref())?;
        let name = sealed_file::SealedName::parse(&file.sealed_name)?;
        let content = parse_sha256(&file.content_sha256)?;
        sealed_file::open_sealed(self.folder, &name, pictures.identity(), &content)
    }

    /// Refuses while nobody has said which time is right: for numbers, and for what ends because its time is over.
    pub fn require_trusted_clock(&self) -> Result<()> {
        let now = watch::Look::at(self.world.clock.as_ref());
        watch::trouble(self.conn, now, self.world.last_look.at(self.folder))?
            .map_or(Ok(()), |trouble| Err(trouble.refusal()))
    }

    /// The act as a row of the log: its place, its time, its sealed payload, its hash.
    pub(super) fn envelope(&self, actor: &Actor, act: &Act) -> Result<ActRow> {
        let last = chain::last_act(self.conn, self.station)?;
        let seq = last.as_ref().map_or(0, |last| last.seq) + 1;
        let wall_ms = self.now.timestamp_millis();
        let (order_ms, order_tick) = hybrid(last.as_ref(), wall_ms);
        let mut row = ActRow {
            station: self.station,
            seq,
            order_ms,
            order_tick,
            wall_ms,
            actor: actor.officer.clone(),
            role: actor.role.label().to_owned(),
            verb: act.open.verb().to_owned(),
            subject: act.subject.to_text(),
            version: Open::VERSION,
            open: encode(&act.open)?,
            sealed: None,
            prev: last.map_or(GENESIS, |last| last.hash),
            hash: GENESIS,
        };
        if let Some(sealed) = &act.sealed {
            let owner = Subject::sealed_under(&row.subject)
                .ok_or_else(|| Error::new(Code::Internal, "only what has keys can seal a payload"))?;
            let keys = case_keys(self.conn, self.keys, owner)?;
            let plain = zeroize::Zeroizing::new(encode(sealed)?);
            row.sealed = Some(keys.seal_payload(&row.place(), &plain, self.world.random.as_ref())?);
        }
        row.hash = row.compute_hash()?;
        Ok(row)
    }
}

/// Hybrid logical clock: wall time while it rises, a counter while it does not (S-30).
fn hybrid(last: Option<&ActRow>, wall_ms: i64) -> (i64, u32) {
    match last {
        Some(last) if last.order_ms >= wall_ms => (last.order_ms, last.order_tick + 1),
        _ => (wall_ms, 0),
    }
}

pub(super) fn wrapped_case_keys(conn: &Connection, case: &str) -> Result<WrappedCaseKeys> {
    conn.prepare_cached(
        "SELECT paper_wrapped, picture_recipient, picture_sealed FROM case_key WHERE permohonan = ?1",
    )?
    .query_row([case], |row| {
        Ok(WrappedCaseKeys {
            paper_wrapped: row.get(0)?,
            picture_recipient: row.get(1)?,
            picture_sealed: row.get::<_, Option<Vec<u8>>>(2)?.unwrap_or_default(),
        })
    })
    .optional()?
    .ok_or_else(|| Error::new(Code::CaseErased, "the keys of this case are gone"))
}

pub(super) fn case_keys(conn: &Connection, keys: &OfficeKeys, case: &str) -> Result<CaseKeys> {
    wrapped_case_keys(conn, case)?.open(case, &keys.office)
}
