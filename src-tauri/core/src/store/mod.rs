//! The store: the only SQL, the keys, the sealed files and the log.
//!
//! There is one way to write, [`Store::act`]: it appends an act to this station's log and lets the
//! fold change the tables, in one transaction. [`Reader`] cannot write.

mod cipher;
pub(crate) mod connection;
mod db_error;
mod migrate;
mod upcast;

mod fold;

pub mod act;
pub mod atomic_file;
pub mod case_key;
pub mod chain;
pub mod check;
pub mod disk;
pub mod draft;
pub mod kunci;
pub mod lock;
pub mod plan;
pub mod read;
pub mod rebuild;
pub mod sealed_file;
mod stored;
pub mod watch;
pub mod words;
mod world;
pub mod write_point;

#[cfg(test)]
mod tests;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, Utc};
use rusqlite::{Connection, TransactionBehavior};

use self::act::{Act, Actor, Open, Subject};
use self::case_key::CaseKeys;
use self::chain::{ChainReport, Head};
use self::kunci::OfficeKeys;
use self::lock::OfficeLock;
use self::plan::Plan;
use self::read::Reader;
use self::stored::parse_sha256;
use self::watch::{ClockTrouble, Look, Sight};
pub use self::world::World;
use crate::error::{Code, Error, Result};

/// An open office: its database, its folder, its keys.
pub struct Store {
    write: Connection,
    read: Connection,
    folder: PathBuf,
    station: u16,
    keys: OfficeKeys,
    world: World,
    lock: OfficeLock,
}

/// What was written: the act's place in the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    pub head: Head,
    pub at: DateTime<Utc>,
}

/// Acts re-read at every start; the whole chain is checked in idle time and on demand.
pub const TAIL: u64 = 256;

impl Store {
    /// Makes a new office database in `folder`, which already holds `kunci.json`.
    pub fn create(folder: &Path, keys: OfficeKeys, world: World) -> Result<Self> {
        let lock = OfficeLock::take(folder)?;
        let write = connection::create(folder, &keys.office)?;
        Self::ready(write, folder, keys, world, lock)
    }

    /// Opens an existing office database and verifies the tail of its log.
    pub fn open(folder: &Path, keys: OfficeKeys, world: World) -> Result<Self> {
        let lock = OfficeLock::take(folder)?;
        let write = connection::open(folder, &keys.office)?;
        let mut store = Self::ready(write, folder, keys, world, lock)?;
        let tail = store.verify_tail()?;
        if !tail.faults.is_empty() {
            return Err(Error::new(Code::LogBroken, format!("tail: {:?}", tail.faults)));
        }
        sealed_file::sweep_unfinished(&store.folder)?;
        store.fold_anew()?;
        Ok(store)
    }

    fn ready(
        mut write: Connection,
        folder: &Path,
        keys: OfficeKeys,
        world: World,
        lock: OfficeLock,
    ) -> Result<Self> {
        migrate::migrate(&mut write)?;
        fold::index::refresh_all(&mut write)?;
        let read = connection::open_for_reading(folder, &keys.office)?;
        let station = migrate::station(&write)?;
        Ok(Self { write, read, folder: folder.to_owned(), station, keys, world, lock })
    }

    /// A handle that can only read.
    pub fn reader(&self) -> Reader<'_> {
        Reader::new(&self.read)
    }

    pub fn folder(&self) -> &Path {
        &self.folder
    }

    pub fn keys(&self) -> &OfficeKeys {
        &self.keys
    }

    pub fn station(&self) -> u16 {
        self.station
    }

    pub fn now(&self) -> DateTime<Utc> {
        self.world.clock.now()
    }

    /// See [`Clock::steady`](crate::world::Clock::steady).
    pub fn steady(&self) -> Duration {
        self.world.clock.steady()
    }

    /// When work here was cut off, before this store was opened: the newest act or the later sign of life. Nothing
    /// was cut off if the last session was locked and this is still the same run of the program.
    pub fn interrupted(&self) -> Result<Option<DateTime<Utc>>> {
        let reader = self.reader();
        let before = self.lock.before.as_ref();
        let same_run = before.is_none_or(|sign| *sign.run == *self.world.run);
        if same_run && !reader.session_left_open()? {
            return Ok(None);
        }
        let newest = reader.newest_work()?;
        // A sign that lies ahead of the log and of the clock was written by a clock that was wrong.
        let sign =
            before.map(|sign| sign.at).filter(|at| *at <= self.now() || newest.is_some_and(|act| *at <= act));
        Ok(newest.max(sign))
    }

    /// Says that the office is open now; asked for every few seconds, so that a cut is known to the minute.
    pub fn sign_of_life(&self) -> Result<()> {
        self.lock.sign(&self.world.run, self.now())
    }

    pub fn world(&self) -> &World {
        &self.world
    }

    /// The only way to write. `plan` looks, reserves numbers and seals files inside the transaction
    /// and returns the act; if it refuses, nothing has happened.
    pub fn act(&mut self, actor: &Actor, plan: impl FnOnce(&mut Plan<'_>) -> Result<Act>) -> Result<Receipt> {
        self.watch_clock()?;
        self.append(actor, plan)
    }

    fn append(&mut self, actor: &Actor, plan: impl FnOnce(&mut Plan<'_>) -> Result<Act>) -> Result<Receipt> {
        let points = Arc::clone(&self.world.points);
        points.at("act:begin")?;
        let tx = self.write.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let mut desk = Plan {
            conn: &tx,
            folder: &self.folder,
            keys: &self.keys,
            world: &self.world,
            station: self.station,
            now: self.world.clock.now(),
        };
        let now = desk.now;
        let act = plan(&mut desk)?;
        points.at("act:append")?;
        let row = desk.envelope(actor, &act)?;
        row.insert(&tx)?;
        points.at("act:fold")?;
        let applied = fold::Applied {
            station: row.station,
            wall_ms: row.wall_ms,
            actor: &row.actor,
            case: Subject::case_of(&row.subject).unwrap_or_default(),
            kiriman: Subject::kiriman_of(&row.subject).unwrap_or_default(),
            mailbox: Subject::mailbox_of(&row.subject).unwrap_or_default(),
            daftar_hitam: Subject::daftar_hitam_of(&row.subject).unwrap_or_default(),
        };
        fold::apply(&tx, &applied, &act.open, act.sealed.as_ref())?;
        match (&act.open, &act.subject) {
            (Open::CaseErased { scope, .. }, _) => destroy_case_keys(&tx, applied.case, *scope)?,
            (Open::KirimanEnded { .. }, Subject::Kiriman(id))
            | (Open::MailboxClosed, Subject::KotakSurat(id))
            | (Open::DaftarHitamDropped, Subject::DaftarHitam(id)) => {
                destroy_case_keys(&tx, id, act::ErasureScope::Everything)?;
            }
            _ => {}
        }
        chain::remember_head(&tx, &row)?;
        points.at("act:commit")?;
        tx.commit()?;
        // From here on the act stands, so nothing below may say that it failed.
        let _ = points.at("act:done");
        if matches!(act.open, Open::ClockConfirmed { .. }) {
            // By a person's word the clock is right: the looks of before say nothing any more.
            self.world.last_look.keep(&self.folder, Look::at(self.world.clock.as_ref()));
        }
        if matches!(
            act.open,
            Open::CaseErased { .. }
                | Open::KirimanEnded { .. }
                | Open::MailboxClosed
                | Open::DaftarHitamDropped
        ) {
            // The old pages must not live on in the write-ahead log.
            // Should that fail now, closing the office does it.
            let _ = self.write.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()));
        }
        Ok(Receipt { head: Head { station: row.station, seq: row.seq, hash: row.hash }, at: now })
    }

    /// Verifies the last acts and that none is missing at the end.
    pub fn verify_tail(&self) -> Result<ChainReport> {
        let last = chain::last_act(&self.read, self.station)?.map_or(0, |act| act.seq);
        chain::verify(&self.read, last.saturating_sub(TAIL) + 1)
    }

    /// Verifies every act of every station.
    pub fn verify_chain(&self) -> Result<ChainReport> {
        chain::verify(&self.read, 1)
    }

    /// The end of this station's chain.
    pub fn head(&self) -> Result<Head> {
        chain::head(&self.read, self.station)
    }

    /// The keys of a case, or [`Code::CaseErased`].
    pub fn case_keys(&self, case: &str) -> Result<CaseKeys> {
        plan::case_keys(&self.read, &self.keys, case)
    }

    /// Opens a sealed picture of a case or kiriman. Needs the office's picture key; the look itself must be an act.
    pub fn open_picture(&self, case: &str, file: &act::FiledBytes) -> Result<zeroize::Zeroizing<Vec<u8>>> {
        let wrapped = plan::wrapped_case_keys(&self.read, case)?;
        if wrapped.picture_sealed.is_empty() {
            return Err(Error::new(Code::CaseErased, "the pictures of this case are erased"));
        }
        let pictures = wrapped.open_pictures(case, self.keys.picture.as_ref())?;
        self.open_filed(file, pictures.identity())
    }

    /// Opens an issued paper. One that shows pictures is sealed like them.
    pub fn open_issued(&self, case: &str, paper: &read::PaperRecord) -> Result<zeroize::Zeroizing<Vec<u8>>> {
        if paper.kind.shows_pictures() {
            self.open_picture(case, &paper.file)
        } else {
            self.open_paper(case, &paper.file)
        }
    }

    fn open_paper(&self, case: &str, file: &act::FiledBytes) -> Result<zeroize::Zeroizing<Vec<u8>>> {
        let keys = self.case_keys(case)?;
        self.open_filed(file, keys.paper_identity())
    }

    fn open_filed(
        &self,
        file: &act::FiledBytes,
        identity: &age::x25519::Identity,
    ) -> Result<zeroize::Zeroizing<Vec<u8>>> {
        let name = sealed_file::SealedName::parse(&file.sealed_name)?;
        let content = parse_sha256(&file.content_sha256)?;
        sealed_file::open_sealed(&self.folder, &name, identity, &content)
    }

    /// How the clock went wrong, if it did and nobody has confirmed it since (S-30).
    pub fn clock_trouble(&self) -> Result<Option<ClockTrouble>> {
        watch::trouble(&self.read, Look::at(self.world.clock.as_ref()), self.world.last_look.at(&self.folder))
    }

    /// Looks whether the clock was moved by itself. Asked for every few seconds, and before every act.
    pub fn watch_clock(&mut self) -> Result<()> {
        let look = Look::at(self.world.clock.as_ref());
        let sight = look.judge(self.world.last_look.at(&self.folder), watch::known(&self.read)?.as_ref());
        // Only after the act: a leap that could not be written down is found again by the next look.
        match sight {
            Sight::Right => self.world.last_look.keep(&self.folder, look),
            Sight::Lags => {}
            Sight::Behind(high) => self.world.last_look.keep_log(&self.folder, look, high),
            Sight::PutRight => {
                self.write_down(self.now())?;
                self.world.last_look.keep(&self.folder, look);
            }
            Sight::Moved(expected) if self.write_down(expected)? < expected => {
                self.world.last_look.note(&self.folder, look, expected);
            }
            Sight::Moved(_) => self.world.last_look.keep(&self.folder, look),
        }
        Ok(())
    }

    /// Writes down what the clock should show, and answers what it shows.
    fn write_down(&mut self, expected: DateTime<Utc>) -> Result<DateTime<Utc>> {
        let expected_ms = expected.timestamp_millis();
        Ok(self.append(&Actor::system(), |_| Ok(Act::office(Open::ClockJumped { expected_ms })))?.at)
    }
}

fn destroy_case_keys(conn: &Connection, case: &str, scope: act::ErasureScope) -> Result<()> {
    match scope {
        act::ErasureScope::Pictures => {
            conn.execute("UPDATE case_key SET picture_sealed = NULL WHERE permohonan = ?1", [case])?;
        }
        act::ErasureScope::Everything => {
            conn.execute("DELETE FROM case_key WHERE permohonan = ?1", [case])?;
            conn.execute("DELETE FROM draft WHERE permohonan = ?1", [case])?;
        }
    }
    Ok(())
}
