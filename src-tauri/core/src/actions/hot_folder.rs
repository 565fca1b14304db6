//! Folder pindai: what a device scanned into the folder is sealed into the Baki, read back, and removed from the folder.
//!
//! Reading and checking take as long as the file is large, so an office is asked for a moment at a time.

use std::ffi::OsStr;

use super::Session;
use super::kiriman::Incoming;
use crate::error::{Code, Error, Result};
use crate::hot_folder::{Aside, HotFolder, WholeFile};
use crate::kiriman::KirimanSource;
use crate::role::Right;
use crate::store::act::{Act, Open};
use crate::store::sealed_file::{self, SealedName, content_sha256};
use crate::surel::MOST_BYTES;
use crate::world::hex;

/// Where the session of an open office is found for a moment.
pub trait Office {
    /// # Errors
    /// [`Code::Locked`] where nobody sits, and what `work` says.
    fn moment<T>(&self, work: impl FnOnce(&mut Session) -> Result<T>) -> Result<T>;
}

/// What became of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    Taken,
    /// It waits in the Baki already, and only the folder is freed of it.
    Known,
    /// It is gone or still grows.
    NotYet,
}

/// Why a file was not taken.
#[derive(Clone, Debug)]
pub enum Hindrance {
    /// It is the file's own; others go on.
    File(Error),
    /// None would be taken now.
    Office(Error),
}

/// Takes one file. After a kill at any point the next call finishes it, and the file is in the Baki once.
pub fn take(office: &impl Office, folder: &HotFolder, file: &WholeFile) -> Result<Fate, Hindrance> {
    let Some(content) = folder.read(file, MOST_BYTES).map_err(Hindrance::File)? else {
        return Ok(Fate::NotYet);
    };
    let sha256 = hex(&content_sha256(&content));
    let known = office.moment(|session| session.waiting_copy(&sha256)).map_err(Hindrance::Office)?;
    let kiriman = match &known {
        Some(kiriman) => kiriman.clone(),
        None => {
            let incoming = Incoming::read(&file.name(), KirimanSource::FolderPindai, content.to_vec())
                .map_err(Hindrance::File)?;
            office.moment(|session| session.receive_kiriman(incoming)).map_err(|error| match error.code {
                // It became the request of a permohonan before.
                Code::InvalidInput => Hindrance::File(error),
                _ => Hindrance::Office(error),
            })?
        }
    };
    drop(content);
    if !free(office, folder, file, &kiriman)? {
        return Ok(Fate::NotYet);
    }
    Ok(if known.is_some() { Fate::Known } else { Fate::Taken })
}

/// Frees the folder of a file that became this kiriman; false where the file changed and is a new one.
fn free(
    office: &impl Office,
    folder: &HotFolder,
    file: &WholeFile,
    kiriman: &str,
) -> Result<bool, Hindrance> {
    if folder.keeps() {
        let Some(content) = folder.read(file, MOST_BYTES).map_err(Hindrance::File)? else {
            return Ok(false);
        };
        let proven = office.moment(|session| session.holds(kiriman, &content)).map_err(Hindrance::Office)?;
        return if proven { folder.keep(file).map_err(Hindrance::File).map(|()| true) } else { Ok(false) };
    }
    let aside = folder.set_aside(file, kiriman).map_err(Hindrance::File)?;
    remove(office, aside, Some(file))
}

/// Finishes what a kill left aside.
///
/// # Errors
/// What keeps the office or the folder from it; it is tried again when the folder is opened anew.
pub fn finish(office: &impl Office, folder: &HotFolder) -> Result<()> {
    for aside in folder.left_aside()? {
        match remove(office, aside, None) {
            Ok(_) => {}
            Err(Hindrance::File(error) | Hindrance::Office(error)) => return Err(error),
        }
    }
    Ok(())
}

/// Removes what lies aside once more proof was asked: nothing goes that was not sealed, and nothing without an entry.
fn remove(office: &impl Office, aside: Aside, file: Option<&WholeFile>) -> Result<bool, Hindrance> {
    let Some(content) = aside.read(MOST_BYTES).map_err(Hindrance::File)? else { return Ok(false) };
    let id = aside.kiriman().to_owned();
    let (proven, name) = office
        .moment(|session| {
            let proven = session.holds(&id, &content)?;
            if proven {
                session.note_source_removed(&id)?;
            }
            Ok((proven, session.name_of_file(&id)))
        })
        .map_err(Hindrance::Office)?;
    if !proven {
        let name = file.map_or(name, WholeFile::name);
        aside.put_back(OsStr::new(&name)).map_err(Hindrance::File)?;
        return Ok(false);
    }
    aside.remove().map_err(Hindrance::File)?;
    Ok(true)
}

impl Session {
    /// Whether this officer may set what holds for the office, asked before a dialog opens for nothing.
    pub fn require_manager(&self) -> Result<()> {
        self.acting(Right::ManageOffice).map(drop)
    }

    /// An admin turned the folder on, or changed whether its files are kept. Which folder is known to this computer alone.
    pub fn set_hot_folder(&mut self, keep: bool) -> Result<()> {
        let actor = self.acting(Right::ManageOffice)?;
        self.store.act(&actor, |_| Ok(Act::office(Open::HotFolderSet { keep })))?;
        Ok(())
    }

    /// An admin turned it off.
    pub fn close_hot_folder(&mut self) -> Result<()> {
        let actor = self.acting(Right::ManageOffice)?;
        self.store.act(&actor, |_| Ok(Act::office(Open::HotFolderClosed)))?;
        Ok(())
    }

    /// The kiriman that waits in the Baki with this content.
    fn waiting_copy(&self, content_sha256: &str) -> Result<Option<String>> {
        self.acting(Right::Intake)?;
        self.store.reader().waiting_kiriman(content_sha256)
    }

    /// Whether the sealed copy of this kiriman, read from the disk, is this content. Who may not open pictures proves that
    /// the sealed bytes are those that were written for it.
    fn holds(&self, kiriman: &str, content: &[u8]) -> Result<bool> {
        self.acting(Right::Intake)?;
        let record = match self.store.reader().kiriman(kiriman) {
            Ok(record) => record,
            Err(error) if error.code == Code::NotFound => return Ok(false),
            Err(error) => return Err(error),
        };
        if record.ended || record.file.content_sha256 != hex(&content_sha256(content)) {
            return Ok(false);
        }
        if self.may(Right::Unmask) {
            return Ok(*self.store.open_picture(kiriman, &record.file)? == content);
        }
        let name = SealedName::parse(&record.file.sealed_name)?;
        sealed_file::read_sealed(self.store.folder(), &name).map(|_| true)
    }

    /// The log says that the file a kiriman came from is removed: once, before it is.
    fn note_source_removed(&mut self, kiriman: &str) -> Result<()> {
        let actor = self.acting(Right::Intake)?;
        if !self.store.reader().source_is_removed(kiriman)? {
            self.store.act(&actor, |_| Ok(Act::on_kiriman(kiriman, Open::KirimanSourceRemoved)))?;
        }
        Ok(())
    }

    /// Under which a kiriman came.
    fn name_of_file(&self, kiriman: &str) -> String {
        self.store.reader().kiriman(kiriman).map(|record| record.file_name).unwrap_or_default()
    }
}
