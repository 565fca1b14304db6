//! Folder pindai at this desk: which one is known to the computer, and what the window shows of it.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use loket_core::error::Error;
use serde::{Deserialize, Serialize};

/// Which folder of this computer is looked into for an office.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct KnownFolder {
    pub office: PathBuf,
    pub path: PathBuf,
    /// Files are kept in a subfolder.
    pub keep: bool,
}

/// What is seen of the folder, until the session ends.
#[derive(Default)]
pub struct HotFolders(Mutex<State>);

#[derive(Default)]
struct State {
    shown: Shown,
    /// Chosen in the dialog of the system and not turned on yet.
    chosen: Option<PathBuf>,
    /// Refused files are to be tried again.
    again: bool,
    /// A session ended since the last look.
    ended: bool,
}

/// How the folder stands.
#[derive(Clone, Debug, Default)]
pub struct Shown {
    /// Name of the file that is being taken.
    pub taking: Option<String>,
    /// Files that are neither taken nor refused.
    pub waiting: usize,
    /// How many were taken since the desk was unlocked.
    pub taken: u32,
    pub refused: Vec<(String, Error)>,
    /// What keeps all of it from going on.
    pub trouble: Option<Error>,
}

impl HotFolders {
    pub fn shown(&self) -> Shown {
        self.enter().shown.clone()
    }

    pub fn choose(&self, path: PathBuf) {
        self.enter().chosen = Some(path);
    }

    pub fn chosen(&self) -> Option<PathBuf> {
        self.enter().chosen.clone()
    }

    /// An earlier choice is forgotten.
    pub fn settle(&self) {
        self.enter().chosen = None;
    }

    pub fn try_again(&self) {
        self.enter().again = true;
    }

    /// Nothing that was seen outlives the session.
    pub fn end(&self) {
        *self.enter() = State { ended: true, ..State::default() };
    }

    /// Whether a session ended since this was asked last, and whether refused files are to be tried again.
    pub fn news(&self) -> (bool, bool) {
        let mut state = self.enter();
        (std::mem::take(&mut state.ended), std::mem::take(&mut state.again))
    }

    /// Shows something, unless the session in which it was seen has ended.
    pub fn show(&self, change: impl FnOnce(&mut Shown)) {
        let mut state = self.enter();
        if !state.ended {
            change(&mut state.shown);
        }
    }

    fn enter(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

pub fn folder_of<'a>(known: &'a [KnownFolder], office: &Path) -> Option<&'a KnownFolder> {
    known.iter().find(|known| known.office == office)
}
