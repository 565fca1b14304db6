//! Looks into the folder pindai while somebody is at the desk.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

use loket_core::actions::Session;
use loket_core::actions::hot_folder::{Fate, Hindrance, Office, finish, take};
use loket_core::actions::kiriman::Incoming;
use loket_core::error::{Code, Error};
use loket_core::hot_folder::HotFolder;
use loket_core::surel::plain_name;

use crate::app::Desk;
use crate::hot_folder::{KnownFolder, Shown, folder_of};

/// How often the folder is looked through.
pub const LOOK_EVERY: Duration = Duration::from_secs(1);

/// After something kept the folder from being read or the office from taking, so long nothing is tried.
const PAUSE: Duration = Duration::from_secs(10);

/// The one who looks. It alone touches the folder.
#[derive(Default)]
pub struct Watch {
    folder: Option<HotFolder>,
    paused: Option<Instant>,
}

impl Watch {
    /// Looks through the folder once and takes what is whole, as long as the desk is open.
    pub fn round(&mut self, desk: &Desk, now: Instant) {
        let (ended, again) = desk.hot_folders.news();
        let known = known_folder(desk);
        if ended || known.is_none() {
            self.leave(desk);
        }
        let Some(known) = known else {
            desk.hot_folders.show(|shown| *shown = Shown::default());
            return;
        };
        if again {
            self.paused = None;
            self.folder.iter_mut().for_each(HotFolder::try_again);
        }
        if self.paused.is_some_and(|since| now.saturating_duration_since(since) < PAUSE) {
            return;
        }
        self.paused = None;
        match self.clear(desk, &known, now) {
            // Nobody sits there any more; it goes on with the next session.
            Err(error) if error.code == Code::Locked => {}
            Err(error) => {
                self.paused = Some(now);
                desk.hot_folders.show(|shown| shown.trouble = Some(error));
            }
            Ok(()) => desk.hot_folders.show(|shown| shown.trouble = None),
        }
        let folder = self.folder.as_ref();
        desk.hot_folders.show(|shown| {
            shown.taking = None;
            shown.waiting = folder.map_or(0, HotFolder::waiting);
            shown.refused = folder.map(told).unwrap_or_default();
        });
    }

    /// Leaves nothing aside in a folder that is looked into no more.
    fn leave(&mut self, desk: &Desk) {
        if let Some(folder) = std::mem::take(self).folder {
            // Where nobody sits there any more, the next session does it.
            let _ = finish(desk, &folder);
        }
    }

    fn clear(&mut self, desk: &Desk, known: &KnownFolder, now: Instant) -> Result<(), Error> {
        if self.folder.as_ref().is_some_and(|folder| !folder.is(&known.path, known.keep)) {
            self.leave(desk);
        }
        let folder = match self.folder.take() {
            Some(folder) => self.folder.insert(folder),
            None => self.folder.insert(HotFolder::open(known.path.clone(), known.keep)?),
        };
        let left = finish(desk, folder);
        // What came while the last ones were opened is seen before anybody looks again.
        loop {
            let files = folder.look(now)?;
            if files.is_empty() {
                return left;
            }
            for file in files {
                // Turned off or changed meanwhile: the next round does as is said now.
                if known_folder(desk).as_ref() != Some(known) {
                    return left;
                }
                desk.hot_folders.show(|shown| {
                    shown.taking = Some(plain_name(&file.name()));
                    shown.waiting = folder.waiting();
                    shown.refused = told(folder);
                });
                match take(desk, folder, &file) {
                    Ok(Fate::Taken) => {
                        folder.forget(&file);
                        desk.hot_folders.show(|shown| shown.taken += 1);
                    }
                    Ok(Fate::Known) => folder.forget(&file),
                    Ok(Fate::NotYet) => folder.postpone(&file, now + LOOK_EVERY),
                    Err(Hindrance::File(why)) => folder.refuse(&file, why),
                    Err(Hindrance::Office(error)) => return Err(error),
                }
            }
        }
    }
}

fn told(folder: &HotFolder) -> Vec<(String, Error)> {
    folder.refused().map(|(name, why)| (plain_name(&name.to_string_lossy()), why.clone())).collect()
}

/// The folder of the office that is open, while somebody sits there who takes papers in.
fn known_folder(desk: &Desk) -> Option<KnownFolder> {
    let inner = desk.by_itself();
    inner.session.as_ref().filter(|session| session.looks_into_folder())?;
    let office = desk.folder(&inner)?;
    folder_of(&inner.known.hot_folders, &office).cloned()
}

impl Office for Desk {
    fn moment<T>(&self, work: impl FnOnce(&mut Session) -> Result<T, Error>) -> Result<T, Error> {
        let mut inner = self.by_itself();
        work(inner.session.as_mut().ok_or_else(|| Error::new(Code::Locked, "nobody sits there"))?)
    }

    /// A reader that gives up on a hostile file costs that file only.
    fn open(&self, work: impl FnOnce() -> Result<Incoming, Error>) -> Result<Incoming, Error> {
        let _room = self.room();
        catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| {
            Err(Error::new(Code::AttachmentUnknown, "the reader stumbled")
                .saying("Berkas ini rusak dan tidak dapat dibuka.")
                .advising("Pindai ulang, lalu hapus berkas ini dari folder."))
        })
    }
}

#[cfg(test)]
#[path = "folder_watch_test.rs"]
mod tests;
