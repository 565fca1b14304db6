//! A real office in a temporary folder, with a clock that the test sets and chance that repeats.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use std::{io, iter};

use chrono::{DateTime, TimeDelta, Utc};
use rusqlite::Connection;
use rusqlite::types::Value;

use crate::actions::Session;
use crate::actions::new_office::{Founding, NewOfficer};
use crate::role::Role;
use crate::schedule::TimeZone;
use crate::store::World;
use crate::store::act::OfficeIdentity;
use crate::store::connection;
use crate::store::kunci::{KdfParams, OfficeKeys};
use crate::store::write_point::WritePoints;
use crate::world::{Clock, Random};

pub(super) const PASSWORD: &str = "kopi pagi tanpa gula";
pub(super) const FIRST: &str = "siti";

/// Runs one second further with every look, from 23 November 2026, 09.00 WIB; beside it by how much it was set.
pub(super) struct TestClock(AtomicI64, AtomicI64);

impl TestClock {
    fn new() -> Self {
        Self(AtomicI64::new(1_795_399_200_000), AtomicI64::new(0))
    }

    pub(super) fn turn(&self, by: TimeDelta) {
        self.0.fetch_add(by.num_milliseconds(), Ordering::SeqCst);
    }

    /// Somebody sets it: the time that nobody can set does not move with it.
    pub(super) fn set_by(&self, by: TimeDelta) {
        self.turn(by);
        self.1.fetch_add(by.num_milliseconds(), Ordering::SeqCst);
    }
}

impl Clock for TestClock {
    fn now(&self) -> DateTime<Utc> {
        crate::store::stored::time_of(self.0.fetch_add(1_000, Ordering::SeqCst))
    }

    fn steady(&self) -> Duration {
        let passed = self.0.load(Ordering::SeqCst) - self.1.load(Ordering::SeqCst);
        Duration::from_millis(passed.unsigned_abs())
    }
}

/// Repeatable chance (SplitMix64).
pub(super) struct Dice(AtomicU64);

impl Dice {
    pub(super) fn new(seed: u64) -> Self {
        Self(AtomicU64::new(seed))
    }

    pub(super) fn below(&self, limit: usize) -> usize {
        (self.next() % limit as u64) as usize
    }

    fn next(&self) -> u64 {
        let mut z =
            self.0.fetch_add(0x9e37_79b9_7f4a_7c15, Ordering::SeqCst).wrapping_add(0x9e37_79b9_7f4a_7c15);
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }
}

impl Random for Dice {
    fn fill(&self, bytes: &mut [u8]) {
        for chunk in bytes.chunks_mut(8) {
            chunk.copy_from_slice(&self.next().to_le_bytes()[..chunk.len()]);
        }
    }
}

/// No two offices get the same keys.
fn seed_of(folder: &Folder) -> u64 {
    folder.0.to_string_lossy().bytes().fold(7, |seed, byte| seed.wrapping_mul(31).wrapping_add(byte.into()))
}

/// A disk that fails once, at the n-th write point counted from now.
#[derive(Default)]
pub(super) struct Trouble {
    armed: Mutex<Option<(usize, io::ErrorKind)>>,
    passed: Mutex<Vec<&'static str>>,
}

impl Trouble {
    pub(super) fn arm(&self, after: usize, kind: io::ErrorKind) {
        *self.armed.lock().expect("lock") = Some((after, kind));
        self.passed.lock().expect("lock").clear();
    }

    /// Takes the trouble away and names the points passed since it was armed, its own as the last.
    pub(super) fn disarm(&self) -> Vec<&'static str> {
        *self.armed.lock().expect("lock") = None;
        std::mem::take(&mut *self.passed.lock().expect("lock"))
    }
}

impl WritePoints for Trouble {
    fn at(&self, point: &'static str) -> io::Result<()> {
        self.passed.lock().expect("lock").push(point);
        let mut armed = self.armed.lock().expect("lock");
        match armed.take() {
            Some((0, kind)) => Err(io::Error::from(kind)),
            Some((left, kind)) => {
                *armed = Some((left - 1, kind));
                Ok(())
            }
            None => Ok(()),
        }
    }
}

/// A folder that goes away with the test.
pub(super) struct Folder(pub(super) PathBuf);

impl Folder {
    pub(super) fn new() -> Self {
        static NEXT: AtomicU64 = AtomicU64::new(0);
        let number = NEXT.fetch_add(1, Ordering::SeqCst);
        let path = std::env::temp_dir().join(format!("loket-store-{}-{number}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).expect("temporary folder");
        Self(path)
    }

    pub(super) fn office(&self) -> PathBuf {
        self.0.join("kantor")
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// An office, its world, and the session of its first officer while it is open.
pub(super) struct Office {
    pub(super) folder: Folder,
    pub(super) clock: Arc<TestClock>,
    pub(super) trouble: Arc<Trouble>,
    pub(super) world: World,
    session: Option<Session>,
}

impl Office {
    /// One officer who does everything that a small office's one officer does.
    pub(super) fn new() -> Self {
        Self::founded(Folder::new(), &[Role::Verifikator, Role::Koordinator, Role::Admin])
    }

    pub(super) fn founded(folder: Folder, roles: &[Role]) -> Self {
        let clock = Arc::new(TestClock::new());
        let trouble = Arc::new(Trouble::default());
        let world = World {
            clock: Arc::clone(&clock) as Arc<dyn Clock>,
            random: Arc::new(Dice::new(seed_of(&folder))),
            points: Arc::clone(&trouble) as Arc<dyn WritePoints>,
            run: "0".repeat(32).into(),
            last_look: Arc::default(),
        };
        let (session, _) = Session::found(founding(&folder, roles), world.clone()).expect("office founded");
        Self { folder, clock, trouble, world, session: Some(session) }
    }

    pub(super) fn path(&self) -> PathBuf {
        self.folder.office()
    }

    pub(super) fn session(&mut self) -> &mut Session {
        self.session.as_mut().expect("office is open")
    }

    /// Ends the program without a lock, as a crash would.
    pub(super) fn close(&mut self) {
        self.session = None;
    }

    pub(super) fn open(&mut self) -> crate::error::Result<&mut Session> {
        self.open_as(FIRST)
    }

    pub(super) fn open_as(&mut self, username: &str) -> crate::error::Result<&mut Session> {
        self.session = None;
        let session = Session::unlock(&self.folder.office(), username, PASSWORD, self.world.clone())
            .map_err(|refusal| refusal.error)?;
        Ok(self.session.insert(session))
    }

    pub(super) fn keys(&mut self) -> OfficeKeys {
        self.session().store().keys().clone()
    }

    /// Closes the office and edits its database behind Loket's back, with the right key.
    pub(super) fn tamper(&mut self, edit: impl FnOnce(&Connection)) {
        let keys = self.keys();
        self.close();
        let raw = connection::open(&self.path(), &keys.office).expect("raw connection");
        edit(&raw);
    }

    /// Everything that may change in the database, table by table.
    pub(super) fn dump(&mut self) -> BTreeMap<String, Vec<String>> {
        dump(self.session().store().reader().conn)
    }

    /// Acts written so far.
    pub(super) fn acts(&mut self) -> u64 {
        self.session().store().head().expect("head").seq
    }

    /// Fails the test unless chain, tables, series and sealed files are all as they should be.
    pub(super) fn assert_clean(&mut self) {
        let report = self.session().store().check_archive().expect("archive is checked");
        assert!(report.is_clean(), "{:?}", report.faults);
    }
}

pub(super) fn dump(conn: &Connection) -> BTreeMap<String, Vec<String>> {
    let mut statement = conn
        .prepare(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'search_%' ORDER BY name",
        )
        .expect("tables");
    let tables: Vec<String> =
        statement.query_map([], |row| row.get(0)).expect("tables").map(|name| name.expect("name")).collect();
    tables.into_iter().map(|table| (table.clone(), rows(conn, &table))).collect()
}

fn rows(conn: &Connection, table: &str) -> Vec<String> {
    let mut statement = conn.prepare(&format!("SELECT * FROM {table}")).expect("table");
    let columns = statement.column_count();
    let mut rows = statement.query([]).expect("rows");
    let mut lines: Vec<String> = iter::from_fn(|| {
        let row = rows.next().expect("row")?;
        Some(
            (0..columns)
                .map(|column| format!("{:?}|", row.get::<_, Value>(column).expect("value")))
                .collect(),
        )
    })
    .collect();
    lines.sort();
    lines
}

pub(super) fn officer(username: &str, roles: &[Role]) -> NewOfficer {
    NewOfficer {
        name: "Tri Wahyuningsih".to_owned(),
        nip: "199001012020122001".to_owned(),
        username: username.to_owned(),
        password: PASSWORD.to_owned(),
        roles: roles.to_vec(),
    }
}

/// What a new office with one officer of these roles needs.
pub(super) fn founding(folder: &Folder, roles: &[Role]) -> Founding {
    Founding {
        folder: folder.office(),
        identity: identity(),
        officer: officer(FIRST, roles),
        practice: false,
        kdf: KdfParams::cheap_for_tests(),
    }
}

fn identity() -> OfficeIdentity {
    OfficeIdentity {
        government: "Pemerintah Kabupaten Contoh".to_owned(),
        unit: "Sekretariat Daerah".to_owned(),
        name: "LPSE Kabupaten Contoh".to_owned(),
        address: "Jalan Contoh Nomor 1".to_owned(),
        city: "Contoh".to_owned(),
        contact: "lpse@contoh.example".to_owned(),
        email: String::new(),
        time_zone: TimeZone::Wib,
        legal_basis: Vec::new(),
        privacy_contact: String::new(),
    }
}

/// Every file under a folder with its bytes.
pub(super) fn files(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("folder") {
        let path = entry.expect("entry").path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            let bytes = fs::read(&path).expect("bytes");
            found.push((path, bytes));
        }
    }
    found
}

pub(super) fn contains(haystack: &[u8], needle: &[u8]) -> bool {
    haystack.windows(needle.len()).any(|window| window == needle)
}
