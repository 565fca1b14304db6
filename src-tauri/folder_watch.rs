//! Looks into the folder pindai while somebody is at the desk.

use std::time::{Duration, Instant};

use loket_core::actions::Session;
use loket_core::actions::hot_folder::{Fate, Hindrance, Office, finish, take};
use loket_core::error::{Code, Error};
use loket_core::hot_folder::{HotFolder, WholeFile};
use loket_core::role::Right;
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
        let known = known_folder(desk);
        let (ended, again) = desk.hot_folders.news();
        if ended || known.is_none() {
            *self = Self::default();
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

    fn clear(&mut self, desk: &Desk, known: &KnownFolder, now: Instant) -> Result<(), Error> {
        let folder = match self.folder.take() {
            Some(folder) if folder.is(&known.path, known.keep) => self.folder.insert(folder),
            _ => {
                let folder = HotFolder::open(known.path.clone(), known.keep)?;
                finish(desk, &folder)?;
                self.folder.insert(folder)
            }
        };
        while let Some(file) = folder.look(now)? {
            // Turned off or changed meanwhile: the next round does as is said now.
            if known_folder(desk).as_ref() != Some(known) {
                return Ok(());
            }
            desk.hot_folders.show(|shown| {
                shown.taking = Some(plain_name(&file.name()));
                shown.waiting = folder.waiting();
                shown.refused = told(folder);
            });
            match one(desk, folder, &file) {
                Ok(Fate::Taken) => desk.hot_folders.show(|shown| shown.taken += 1),
                Ok(Fate::Known) => {}
                Ok(Fate::NotYet) => return Ok(()),
                Err(Hindrance::File(why)) => folder.refuse(&file, why),
                Err(Hindrance::Office(error)) => return Err(error),
            }
        }
        Ok(())
    }
}

fn one(desk: &Desk, folder: &HotFolder, file: &WholeFile) -> Result<Fate, Hindrance> {
    // Its pictures are opened as pixels to be checked.
    let _room = desk.room();
    take(desk, folder, file)
}

fn told(folder: &HotFolder) -> Vec<(String, Error)> {
    folder.refused().map(|(name, why)| (plain_name(&name.to_string_lossy()), why.clone())).collect()
}

/// The folder of the office that is open, while somebody sits there who takes papers in.
fn known_folder(desk: &Desk) -> Option<KnownFolder> {
    let inner = desk.by_itself();
    inner.session.as_ref().filter(|session| session.may(Right::Intake))?;
    let office = desk.folder(&inner)?;
    folder_of(&inner.known.hot_folders, &office).cloned()
}

impl Office for Desk {
    fn moment<T>(&self, work: impl FnOnce(&mut Session) -> Result<T, Error>) -> Result<T, Error> {
        let mut inner = self.by_itself();
        work(inner.session.as_mut().ok_or_else(|| Error::new(Code::Locked, "nobody sits there"))?)
    }
}

#[cfg(test)]
#[path = "folder_watch_test.rs"]
mod tests;
