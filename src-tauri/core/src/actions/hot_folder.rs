//! Folder pindai: what a device scanned into the folder is sealed into the Baki, read back, and removed from the folder.
//!
//! Reading and checking take as long as the file is large, so an office is asked for a moment at a time.

use std::ffi::OsString;

use super::Session;
use super::kiriman::Incoming;
use crate::error::{Code, Error, Result};
use crate::hot_folder::{Aside, HotFolder, OPEN_ENDED_REST, WholeFile};
use crate::kiriman::KirimanSource;
use crate::role::Right;
use crate::store::act::{Act, Open};
use crate::store::sealed_file::{self, SealedName, content_sha256};
use crate::surel::{self, MOST_BYTES};
use crate::world::hex;

/// Where the session of an open office is found for a moment.
pub trait Office {
    /// # Errors
    /// [`Code::Locked`] where nobody sits, and what `work` says.
    fn moment<T>(&self, work: impl FnOnce(&mut Session) -> Result<T>) -> Result<T>;

    /// Opens a file, which takes long and must not bring the office down.
    fn open(&self, work: impl FnOnce() -> Result<Incoming>) -> Result<Incoming> {
        work()
    }
}

/// What became of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    Taken,
    /// It waits in the Baki already, and only the folder is freed of it.
    Known,
    /// It is gone, still grows, or may grow.
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

/// Takes one file. After a kill at any point [`finish`] and the next call end it, and the file is in the Baki once.
pub fn take(office: &impl Office, folder: &HotFolder, file: &WholeFile) -> Result<Fate, Hindrance> {
    let Some(content) = folder.read(file, MOST_BYTES).map_err(Hindrance::File)? else {
        return Ok(Fate::NotYet);
    };
    let sha256 = hex(&content_sha256(&content));
    let waiting = || office.moment(|session| session.waiting_copy(&sha256)).map_err(Hindrance::Office);
    let mut fate = Fate::Known;
    let kiriman = match waiting()? {
        Some(kiriman) => kiriman,
        None => {
            let incoming = office.open(|| whole(&file.name(), &content)).map_err(Hindrance::File)?;
            if surel::is_open_ended(&content) && file.rested() < OPEN_ENDED_REST {
                return Ok(Fate::NotYet);
            }
            fate = Fate::Taken;
            match office.moment(|session| session.receive_kiriman(incoming)) {
                Ok(kiriman) => kiriman,
                // Somebody brought the same one by hand meanwhile, or it became the request of a permohonan before.
                Err(error) if error.code == Code::InvalidInput => {
                    fate = Fate::Known;
                    waiting()?.ok_or(Hindrance::File(error))?
                }
                Err(error) => return Err(Hindrance::Office(error)),
            }
        }
    };
    drop(content);
    let Some(aside) = folder.set_aside(file, &kiriman).map_err(Hindrance::File)? else {
        return Ok(Fate::NotYet);
    };
    Ok(if free(office, folder, aside, Some(file))? { fate } else { Fate::NotYet })
}

/// All of a file, or none: its original goes, and what could not be read of it would be lost.
fn whole(name: &str, content: &[u8]) -> Result<Incoming> {
    let incoming = Incoming::read(name, KirimanSource::FolderPindai, content.to_vec())?;
    match incoming.first_refused() {
        None => Ok(incoming),
        Some(why) => Err(Error::new(why.code, "a part of it")
            .saying(format!("Sebagian isi berkas ini tidak terbaca. {}", why.what_happened()))
            .advising("Pindai ulang, atau seret berkas ini ke Baki untuk mengambil yang terbaca.")),
    }
}

/// Finishes what a kill or an error left aside; one that does not let itself be finished keeps none from it.
///
/// # Errors
/// What kept the last one from it. It is tried again at the next call.
pub fn finish(office: &impl Office, folder: &HotFolder) -> Result<()> {
    let mut kept = Ok(());
    for aside in folder.left_aside()? {
        if let Err(Hindrance::File(error) | Hindrance::Office(error)) = free(office, folder, aside, None) {
            kept = Err(error);
        }
    }
    kept
}

/// Removes or keeps what lies aside once more proof was asked: nothing goes that was not sealed, and nothing without an
/// entry. False where it is not what was sealed, and was put back.
fn free(
    office: &impl Office,
    folder: &HotFolder,
    aside: Aside,
    file: Option<&WholeFile>,
) -> Result<bool, Hindrance> {
    let Some(content) = aside.read(MOST_BYTES).map_err(Hindrance::File)? else { return Ok(false) };
    let id = aside.kiriman().to_owned();
    let (proven, name) = office
        .moment(|session| {
            let proven = session.holds(&id, &content)?;
            if proven && !folder.keeps() {
                session.note_source_removed(&id)?;
            }
            Ok((proven, session.name_of_file(&id)))
        })
        .map_err(Hindrance::Office)?;
    let name = OsString::from(file.map_or(name, WholeFile::name));
    match (proven, folder.keeps()) {
        (false, _) => aside.put_back(&name),
        (true, true) => aside.keep(&name),
        (true, false) => aside.remove(),
    }
    .map_err(Hindrance::File)?;
    Ok(proven)
}

impl Session {
    /// Whether this officer may set what holds for the office, asked before a dialog opens for nothing.
    pub fn require_manager(&self) -> Result<()> {
        self.acting(Right::ManageOffice).map(drop)
    }

    /// Whether files are taken from a folder while this session is open. The password of a practice office stands in the
    /// handbook, so nobody's papers go there.
    pub fn looks_into_folder(&self) -> bool {
        self.may(Right::Intake) && !self.office().practice
    }

    /// An admin turned the folder on, or changed whether its files are kept. Which folder is known to this computer alone.
    pub fn set_hot_folder(&mut self, keep: bool) -> Result<()> {
        let actor = self.acting(Right::ManageOffice)?;
        if self.office().practice {
            return Err(Error::new(Code::TransitionRefused, "practice")
                .saying("Kantor latihan tidak mengambil berkas dari folder.")
                .advising("Nyalakan folder pindai di kantor yang sebenarnya."));
        }
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
