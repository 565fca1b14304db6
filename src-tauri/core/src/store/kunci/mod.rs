//! Kunci kantor: who can open the office, without naming anybody.
//!
//! Two secrets open everything. The office key opens the database; the picture identity opens
//! pictures and is given only to roles that may see them (procedure, table 1.10). Every officer and
//! the recovery sheet have an age recipient of their own; the secrets are sealed to these, and only
//! the identity behind a recipient is wrapped by a password or by the twelve words. So both secrets
//! can change when an officer leaves, without asking the others for their passwords.
//!
//! `kunci.json` holds random ids and no names. All of it is authenticated under the office key, so
//! that a changed recipient or a swapped entry is noticed at the next unlock. No older copy is kept
//! beside it: a copy would bring back the entries that were taken out.

mod file;
mod kdf;
mod keys;
mod officers;
pub mod password;
mod recovery;
mod rotation;
pub mod tries;
mod wrap;

use std::fmt;
use std::fs;
use std::io;
use std::path::Path;

use age::x25519::Identity;

use self::file::{Entry, KunciFile};
use super::atomic_file::{self, Points};
use super::write_point::WritePoints;
use crate::error::{Code, Error, Result};
use crate::world::{Random, hex, new_id};

pub use self::kdf::KdfParams;
pub use self::keys::{Credentials, OfficeKey, OfficeKeys, PictureIdentity};
pub use self::recovery::RecoveryWords;

/// The key file inside the office folder.
pub const KUNCI_JSON: &str = "kunci.json";

const POINTS: Points = Points {
    create: "kunci.create",
    half: "kunci.half",
    sync: "kunci.sync",
    rename: "kunci.rename",
    sync_folder: "kunci.sync_folder",
};

/// The write points of the key file, in order.
pub const KUNCI_WRITE_POINTS: [&str; 5] = POINTS.all();

/// What a password or the recovery sheet gave.
#[derive(Clone, Debug)]
pub struct Unlocked {
    /// Random id of the officer; nothing when the recovery sheet was used.
    pub officer_id: Option<String>,
    pub keys: OfficeKeys,
    /// The keys before a rotation that was not finished; see [`Kunci::rotate`].
    pub before_rotation: Option<OfficeKeys>,
}

/// A new office: the key file to save, and what its first officer needs at once.
#[derive(Debug)]
pub struct NewOffice {
    pub kunci: Kunci,
    pub officer_id: String,
    pub keys: OfficeKeys,
    pub words: RecoveryWords,
}

/// The key file in memory. Changes are kept only by [`Kunci::save`].
#[derive(Clone)]
pub struct Kunci {
    file: KunciFile,
}

impl fmt::Debug for Kunci {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Kunci").field("office_id", &self.file.office_id).finish_non_exhaustive()
    }
}

impl Kunci {
    /// Keys for a new office with one officer and one recovery sheet.
    pub fn create(
        random: &dyn Random,
        argon2: KdfParams,
        first: Credentials<'_>,
        opens_pictures: bool,
    ) -> Result<NewOffice> {
        if !argon2.is_bounded() {
            return Err(file::damaged("Argon2 parameters out of bounds"));
        }
        let picture = PictureIdentity(Identity::generate());
        let all = OfficeKeys {
            office: OfficeKey::generate(random),
            picture_recipient: picture.0.to_public(),
            picture: Some(picture),
        };
        let mut salt = [0_u8; 16];
        random.fill(&mut salt);
        let mut kunci = Self {
            file: KunciFile {
                version: file::VERSION,
                office_id: new_id(random),
                salt: hex(&salt),
                argon2,
                picture_recipient: all.picture_recipient.to_string(),
                officers: Vec::new(),
                recovery: Entry::default(),
                rotating: None,
                seal: String::new(),
            },
        };
        let words = kunci.put_new_sheet(random, &all)?;
        let officer_id = kunci.put_new_officer(random, &all, first, opens_pictures)?;
        kunci.file.reseal(&all.office, random)?;
        let keys = OfficeKeys { picture: all.picture.filter(|_| opens_pictures), ..all };
        Ok(NewOffice { kunci, officer_id, keys, words })
    }

    /// Reads the key file of an office. Nothing is proven before somebody unlocks.
    pub fn load(office: &Path) -> Result<Self> {
        let path = office.join(KUNCI_JSON);
        match fs::metadata(&path) {
            Ok(found) if found.len() > file::MAX_BYTES => {
                return Err(Error::new(Code::KeysDamaged, "the key file is far too long"));
            }
            Ok(_) => {}
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Err(missing(office)),
            Err(error) => return Err(error.into()),
        }
        Self::parse(&fs::read(path)?)
    }

    /// Reads the key file from bytes, for example out of a backup.
    pub fn parse(bytes: &[u8]) -> Result<Self> {
        Ok(Self { file: KunciFile::parse(bytes)? })
    }

    pub fn to_bytes(&self) -> Result<Vec<u8>> {
        self.file.to_bytes()
    }

    /// Replaces the key file durably.
    pub fn save(&self, office: &Path, points: &dyn WritePoints) -> Result<()> {
        if !office.is_dir() {
            return Err(Error::new(Code::OfficeMissing, "the office folder is not there"));
        }
        Ok(atomic_file::write_atomically(office, KUNCI_JSON, &self.to_bytes()?, points, &POINTS)?)
    }

    /// Random id of the office; names nobody.
    pub fn office_id(&self) -> &str {
        &self.file.office_id
    }

    /// Random ids of the officers who can unlock, and whether each can open pictures.
    pub fn officers(&self) -> impl Iterator<Item = (&str, bool)> {
        self.file.officers.iter().map(|entry| (entry.id.as_str(), entry.picture.is_some()))
    }

    /// Opens the office by user name and password: one Argon2id, then one cheap try per officer.
    pub fn unlock(&self, who: Credentials<'_>) -> Result<Unlocked> {
        let stretched = wrap::stretch(&self.file, who)?;
        let found = self.file.officers.iter().find_map(|entry| {
            let key = wrap::officer_key(&stretched, &entry.id);
            Some((entry, wrap::open_identity(&self.file, entry, &key)?))
        });
        let (entry, identity) =
            found.ok_or_else(|| Error::new(Code::WrongPassword, "no officer entry opens"))?;
        let (keys, before_rotation) = self.file.open_secrets(entry, &identity)?;
        Ok(Unlocked { officer_id: Some(entry.id.clone()), keys, before_rotation })
    }

    /// Opens the office by the words of the newest recovery sheet, in any spacing and numbering.
    pub fn unlock_by_words(&self, typed: &str) -> Result<Unlocked> {
        let words = RecoveryWords::parse(typed)?;
        let entry = &self.file.recovery;
        let key = words.wrap_key(&self.file.salt, &entry.id);
        let identity = wrap::open_identity(&self.file, entry, &key)
            .ok_or_else(|| Error::new(Code::WrongRecoveryWords, "the words are not of the newest sheet"))?;
        let (keys, before_rotation) = self.file.open_secrets(entry, &identity)?;
        Ok(Unlocked { officer_id: None, keys, before_rotation })
    }

    /// Makes a new recovery sheet; the words of the old one no longer open this file. Needs the
    /// picture identity, because the sheet must open everything.
    pub fn new_sheet(&mut self, random: &dyn Random, keys: &OfficeKeys) -> Result<RecoveryWords> {
        self.change(random, keys, |kunci| kunci.put_new_sheet(random, keys))
    }

    fn put_new_sheet(&mut self, random: &dyn Random, keys: &OfficeKeys) -> Result<RecoveryWords> {
        let words = RecoveryWords::generate(random);
        let identity = Identity::generate();
        let mut entry = Entry::new(new_id(random), &identity, keys, true)?;
        let key = words.wrap_key(&self.file.salt, &entry.id);
        entry.identity = wrap::wrap_identity(&self.file, &entry, &key, &identity, random)?;
        self.file.recovery = entry;
        Ok(words)
    }

    /// Applies a change to a copy and authenticates it, so that a refused change leaves nothing.
    fn change<T>(
        &mut self,
        random: &dyn Random,
        keys: &OfficeKeys,
        change: impl FnOnce(&mut Self) -> Result<T>,
    ) -> Result<T> {
        self.file.check_seal(&keys.office)?;
        let mut changed = self.clone();
        let answer = change(&mut changed)?;
        changed.file.reseal(&keys.office, random)?;
        *self = changed;
        Ok(answer)
    }
}

fn missing(office: &Path) -> Error {
    // A database without its key file is an office that lost something; anything else is no office.
    if office.join("loket.db").exists() {
        Error::new(Code::KeysDamaged, "the key file is missing").saying("Berkas kunci kantor tidak ada.")
    } else {
        Error::new(Code::OfficeMissing, "no key file here")
    }
}

#[cfg(test)]
mod tests;
