//! The running desk: which office it works on, who sits there, and the lock between.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use loket_core::actions::perangkat::{Finding, Part};
use loket_core::actions::{Session, World};
use loket_core::error::{Code, Error};
use loket_core::printer::{Job, Patience, Spool};
use loket_core::store::atomic_file;
use serde::{Deserialize, Serialize};
use tauri::WebviewWindow;
use tokio::sync::{Mutex as Letters, OwnedSemaphorePermit, Semaphore};
use ts_rs::TS;

use crate::error::{Reply, WireError};
use crate::hot_folder::{HotFolders, KnownFolder};
use crate::prints::{KnownPrinters, Of, Prints, TicketPrinter, What};
use crate::scans::{KnownScanners, Scans};

/// Without a touch for so long the desk locks itself.
pub const IDLE: Duration = Duration::from_secs(5 * 60);
/// What the window gets on top of that before it is locked from behind.
const GRACE: Duration = Duration::from_secs(60);
/// Quiet after which the log may be verified, and how often.
const REST: Duration = Duration::from_secs(45);
const VERIFY_EVERY: Duration = Duration::from_secs(60 * 60);

/// How long a window that was closed waits for the spool.
const LAST_PRINTS: Duration = Duration::from_secs(5);

/// How many pictures are open as pixels at once: a picture of 40 megapixels takes a quarter of a gigabyte
/// while it is turned, and the computer has four.
const OPEN_PICTURES: usize = 2;

/// The one window of the desk. The kiosk will be a process of its own.
pub const DESK_WINDOW: &str = "desk";

/// What this computer remembers before anybody unlocks: no person's name, no case.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct KnownOffice {
    pub office: Option<PathBuf>,
    /// Public name of that office, for the lock screen.
    pub office_name: Option<String>,
    pub preferences: Preferences,
    /// Set while the practice office is open instead.
    pub practice: bool,
    /// What is not understood of it is forgotten, and the office is not.
    #[serde(deserialize_with = "understood")]
    pub scanners: KnownScanners,
    /// One at most for each office.
    #[serde(deserialize_with = "understood")]
    pub hot_folders: Vec<KnownFolder>,
    #[serde(deserialize_with = "understood")]
    pub printers: KnownPrinters,
    #[serde(deserialize_with = "understood")]
    pub ticket_printer: Option<TicketPrinter>,
}

fn understood<'de, D: serde::Deserializer<'de>, T>(note: D) -> Result<T, D::Error>
where
    T: Default + serde::de::DeserializeOwned,
{
    let note = serde_json::Value::deserialize(note)?;
    Ok(serde_json::from_value(note).unwrap_or_default())
}

/// How the window looks and listens on this computer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Preferences {
    pub theme: Theme,
    /// Whether single letters and digits act as keys (WCAG 2.1.4).
    pub single_keys: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    #[default]
    System,
    Light,
    Dark,
}

impl Default for Preferences {
    fn default() -> Self {
        Self { theme: Theme::System, single_keys: true }
    }
}

/// State behind every command.
pub struct Desk {
    inner: Arc<Mutex<Inner>>,
    /// Room for pictures that are open as pixels.
    pixels: Arc<Semaphore>,
    /// Letters that a server answered and that are not written down yet. Held while letters are on their way, so that
    /// none goes out twice; kept over a lock, so that none is sent again because nobody wrote it down.
    pub sent: Letters<Vec<(String, Result<(), Error>)>>,
    pub scans: Arc<Scans>,
    pub hot_folders: Arc<HotFolders>,
    pub prints: Arc<Prints>,
    pub spool: Spool,
    config: PathBuf,
    data: PathBuf,
}

pub struct Inner {
    pub known: KnownOffice,
    pub session: Option<Session>,
    scans: Arc<Scans>,
    hot_folders: Arc<HotFolders>,
    prints: Arc<Prints>,
    /// How the devices stood when somebody of this sitting looked.
    pub checked: BTreeMap<Part, Finding>,
    /// Counts the sittings of this run, so that an answer that comes late belongs to nobody else.
    pub sitting: u64,
    /// When the window last asked for something.
    touched: Instant,
    /// When the whole log was last verified.
    verified: Option<Instant>,
}

impl Inner {
    /// Runs `work` in the open session. Whatever comes of it, somebody is there.
    fn work<T, E: Into<WireError>>(&mut self, work: impl FnOnce(&mut Session) -> Result<T, E>) -> Reply<T> {
        self.touched = Instant::now();
        let session = self.session.as_mut().ok_or_else(|| WireError::of(Code::Locked))?;
        work(session).map_err(Into::into)
    }

    /// The one way a session begins.
    pub fn begin_session(&mut self, session: Session) {
        self.session = Some(session);
        self.settle_prints();
    }

    /// Writes down what came out of a printer, while somebody is there.
    pub fn settle_prints(&mut self) {
        if let Some(session) = self.session.as_mut() {
            self.prints.settle(session);
        }
    }

    /// The one way a session ends: the log says so.
    pub fn end_session(&mut self, idle: bool) {
        self.verified = None;
        self.scans.end();
        self.hot_folders.end();
        self.prints.forget_ended();
        self.checked.clear();
        self.sitting += 1;
        if let Some(session) = self.session.take() {
            // The keys are gone either way; a lock that could not be written is found at the next
            // start as an interruption.
            let _ = session.lock(idle);
        }
    }
}

impl Desk {
    /// Reads which office was used last; an unreadable note is the same as none.
    pub fn load(config: PathBuf, data: PathBuf) -> Self {
        let known = std::fs::read(config.join(KnownOffice::FILE))
            .ok()
            .and_then(|bytes| serde_json::from_slice(&bytes).ok())
            .unwrap_or_default();
        let scans = Arc::<Scans>::default();
        let hot_folders = Arc::<HotFolders>::default();
        let prints = Arc::<Prints>::default();
        let inner = Inner {
            known,
            session: None,
            scans: Arc::clone(&scans),
            hot_folders: Arc::clone(&hot_folders),
            prints: Arc::clone(&prints),
            checked: BTreeMap::new(),
            sitting: 0,
            touched: Instant::now(),
            verified: None,
        };
        let pixels = Arc::new(Semaphore::new(OPEN_PICTURES));
        Self {
            inner: Arc::new(Mutex::new(inner)),
            pixels,
            sent: Letters::default(),
            scans,
            hot_folders,
            prints,
            spool: Spool::default(),
            config,
            data,
        }
    }

    pub fn default_folder(&self) -> PathBuf {
        self.data.join("kantor")
    }

    pub fn practice_folder(&self) -> PathBuf {
        self.data.join("latihan")
    }

    /// The folder in use: the practice office's while that one is open.
    pub fn folder(&self, inner: &Inner) -> Option<PathBuf> {
        if inner.known.practice { Some(self.practice_folder()) } else { inner.known.office.clone() }
    }

    /// Where Loket keeps its own files on this computer.
    pub fn own_folders(&self, inner: &Inner) -> Vec<PathBuf> {
        let own = [self.config.clone(), self.default_folder(), self.practice_folder()];
        own.into_iter().chain(inner.known.office.clone()).collect()
    }

    /// Remembers which office to open next time.
    pub fn remember(&self, inner: &mut Inner, known: KnownOffice) -> Reply<()> {
        let write = || -> Result<(), Error> {
            std::fs::create_dir_all(&self.config)?;
            let json = serde_json::to_vec(&known).map_err(|_| Error::new(Code::Internal, "config"))?;
            Ok(atomic_file::replace(&self.config, KnownOffice::FILE, &json)?)
        };
        write()?;
        inner.known = known;
        Ok(())
    }

    /// Remembers something of a scanner; a note that cannot be written costs nobody the scan.
    pub fn remember_scanner(
        &self,
        window: &WebviewWindow,
        note: impl FnOnce(&mut KnownScanners),
    ) -> Reply<()> {
        let mut inner = self.enter(window)?;
        let mut scanners = inner.known.scanners.clone();
        note(&mut scanners);
        if scanners != inner.known.scanners {
            let known = KnownOffice { scanners, ..inner.known.clone() };
            let _ = self.remember(&mut inner, known);
        }
        Ok(())
    }

    /// Locks the state. A command that panicked leaves the session as its last act left it, which
    /// the store guarantees is whole.
    pub fn enter(&self, window: &WebviewWindow) -> Reply<MutexGuard<'_, Inner>> {
        if window.label() != DESK_WINDOW {
            return Err(WireError::of(Code::RoleForbidden));
        }
        Ok(self.by_itself())
    }

    /// The same for what the program does without being asked by a window.
    pub fn by_itself(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Runs `work` in the open session, or says that the desk is locked.
    pub fn at_desk<T, E: Into<WireError>>(
        &self,
        window: &WebviewWindow,
        work: impl FnOnce(&mut Session) -> Result<T, E>,
    ) -> Reply<T> {
        self.enter(window)?.work(work)
    }

    /// The same for what the program does by itself: nobody is there because of it, so an idle desk still locks.
    /// `None` while the desk is locked.
    pub fn unattended<T>(
        &self,
        window: &WebviewWindow,
        work: impl FnOnce(&mut Session) -> Result<T, Error>,
    ) -> Reply<Option<T>> {
        Ok(self.enter(window)?.session.as_mut().map(work).transpose()?)
    }

    /// Opens pixels without the session: whoever types meanwhile waits neither for the lock nor for one
    /// of the few threads that answer the window.
    pub async fn on_pixels<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> Result<T, Error> + Send + 'static,
    ) -> Reply<T> {
        let room = Arc::clone(&self.pixels).acquire_owned().await;
        aside(move || {
            // Held until the pixels are gone, also when nobody waits for them any more.
            let _room = room;
            work()
        })
        .await
    }

    /// Room for one opened picture, waited for on a thread of one's own. Nobody closes the rooms, so one is always got.
    pub fn room(&self) -> Option<OwnedSemaphorePermit> {
        tauri::async_runtime::block_on(Arc::clone(&self.pixels).acquire_owned()).ok()
    }

    /// Whoever is called or sent away waits for no ticket, and the next guest gets none of somebody else.
    pub fn take_ticket_back(&self, session: &Session, case: &str) {
        self.prints.give_away(session.store().folder(), &Of::Tiket(case.to_owned()));
    }

    /// Follows a job until it is out. That it came out is written down in its office, as soon as that is open.
    pub fn follow(&self, job: Job, patience: Patience, what: What) -> u64 {
        let inner = Arc::clone(&self.inner);
        let settle = move || inner.lock().unwrap_or_else(PoisonError::into_inner).settle_prints();
        self.prints.follow((self.spool.clone(), job, patience), what, settle)
    }

    /// Locks the office when the program ends, so that the log knows it was no power cut. What is still in the spool is
    /// taken out before: nobody would look after it.
    pub fn close(&self) {
        self.prints.end(LAST_PRINTS);
        self.by_itself().end_session(false);
    }

    /// What happens while nobody works: the whole log is verified now and then, and a desk whose
    /// window no longer locks itself is locked from here.
    pub fn tend(&self) {
        let mut inner = self.by_itself();
        match care(inner.touched.elapsed(), inner.verified.map(|at| at.elapsed())) {
            Care::Lock => inner.end_session(true),
            Care::Verify => {
                if let Some(session) = inner.session.as_mut() {
                    // A log that cannot even be read shows at the next act; here there is nobody to tell.
                    let _ = session.check_log();
                    inner.verified = Some(Instant::now());
                }
            }
            Care::Wait => {}
        }
        inner.settle_prints();
        if let Some(session) = inner.session.as_mut() {
            // A disk that takes no more bytes shows at the next act; here there is nobody to tell.
            let _ = session.sign_of_life();
        }
    }
}

/// What a desk needs at which nobody works.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Care {
    Wait,
    /// The whole log is verified.
    Verify,
    Lock,
}

/// Decides by how long nobody touched the desk, and how long ago its log was verified.
fn care(idle: Duration, verified_ago: Option<Duration>) -> Care {
    if idle > IDLE + GRACE {
        Care::Lock
    } else if idle > REST && verified_ago.is_none_or(|ago| ago > VERIFY_EVERY) {
        Care::Verify
    } else {
        Care::Wait
    }
}

impl KnownOffice {
    const FILE: &'static str = "kantor.json";
}

/// The real clock, randomness and disk, in the one run that this program is.
pub fn world() -> World {
    #[cfg(not(feature = "mock-camera"))]
    static WORLD: LazyLock<World> = LazyLock::new(World::default);
    #[cfg(feature = "mock-camera")]
    static WORLD: LazyLock<World> = LazyLock::new(crate::story_clock::world);
    WORLD.clone()
}

/// Does slow work on a thread that nobody else waits for.
pub async fn aside<T: Send + 'static>(work: impl FnOnce() -> Result<T, Error> + Send + 'static) -> Reply<T> {
    let done = tauri::async_runtime::spawn_blocking(work).await;
    Ok(done.map_err(|_| WireError::of(Code::Internal))??)
}

/// A folder as the window shows it.
pub fn shown(path: &Path) -> String {
    path.display().to_string()
}

#[cfg(test)]
#[path = "app_test.rs"]
mod tests;
