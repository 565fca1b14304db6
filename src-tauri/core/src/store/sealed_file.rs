//! Berkas tersegel: pictures and issued papers, one age v1 file each, that change never.
//!
//! A file is named by the SHA-256 of its sealed bytes and stands in a folder of the name's first two
//! digits, `berkas/ab/ab...age`. One flat folder would end at about 9,300 files on the FAT32 sticks
//! that offices keep backups on, because a long name takes seven of its 65,534 entries.

use std::collections::HashSet;
use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use age::x25519::{Identity, Recipient};
use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

use super::atomic_file::{self, Points};
use super::cipher::{self, Unopened};
use super::disk;
use super::write_point::WritePoints;
use crate::error::{Code, Error, Result};
use crate::world::hex;

/// The folder of sealed files inside the office folder.
pub const BERKAS: &str = "berkas";

const SUFFIX: &str = ".age";

const POINTS: Points = Points {
    create: "berkas.create",
    half: "berkas.half",
    sync: "berkas.sync",
    rename: "berkas.rename",
    sync_folder: "berkas.sync_folder",
};

/// The write points of one sealed file, in order.
pub const SEALED_WRITE_POINTS: [&str; 5] = POINTS.all();

/// SHA-256 of the sealed bytes as 64 lower-case hex digits; nothing else can be one.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SealedName(String);

impl SealedName {
    /// The name that these sealed bytes will have.
    pub fn of(sealed: &[u8]) -> Self {
        Self(hex(&Sha256::digest(sealed)))
    }

    /// Reads a name from a column or a file name; anything but 64 hex digits is refused, so that a
    /// damaged row can never point outside `berkas/`.
    pub fn parse(text: &str) -> Result<Self> {
        let digits = text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        if text.len() == 64 && digits {
            Ok(Self(text.to_owned()))
        } else {
            Err(Error::new(Code::DatabaseDamaged, "not the name of a sealed file"))
        }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Where the file stands inside the office folder.
    pub fn path(&self, office: &Path) -> PathBuf {
        self.folder(office).join(self.file_name())
    }

    fn folder(&self, office: &Path) -> PathBuf {
        office.join(BERKAS).join(&self.0[..2])
    }

    fn file_name(&self) -> String {
        format!("{}{SUFFIX}", self.0)
    }
}

impl fmt::Debug for SealedName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// SHA-256 of content before sealing, as an act cites it.
pub fn content_sha256(content: &[u8]) -> [u8; 32] {
    Sha256::digest(content).into()
}

/// Seals bytes for one recipient as an age v1 file.
pub fn seal(content: &[u8], recipient: &Recipient) -> Result<Vec<u8>> {
    cipher::age_seal(recipient, content)
}

/// Writes sealed bytes durably and returns their name. Only after this may an act cite them.
pub fn write_sealed(office: &Path, sealed: &[u8], points: &dyn WritePoints) -> Result<SealedName> {
    require_office(office)?;
    let name = SealedName::of(sealed);
    let folder = name.folder(office);
    make_folder(office, &folder)?;
    atomic_file::write_atomically(&folder, &name.file_name(), sealed, points, &POINTS)?;
    Ok(name)
}

/// Creates `berkas/` and the two-digit folder, each durable before a file stands in it.
fn make_folder(office: &Path, folder: &Path) -> Result<()> {
    let berkas = office.join(BERKAS);
    for (parent, child) in [(office, berkas.as_path()), (berkas.as_path(), folder)] {
        match fs::create_dir(child) {
            Ok(()) => atomic_file::sync_folder(parent)?,
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error.into()),
        }
    }
    Ok(())
}

/// The sealed bytes as they were written; proves that nothing changed without opening them.
pub fn read_sealed(office: &Path, name: &SealedName) -> Result<Vec<u8>> {
    require_office(office)?;
    let sealed = fs::read(name.path(office)).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => Error::new(Code::PictureMissing, "sealed file is missing"),
        _ => error.into(),
    })?;
    if SealedName::of(&sealed) == *name {
        Ok(sealed)
    } else {
        Err(Error::new(Code::PictureAltered, "sealed bytes differ from their name"))
    }
}

/// Opens a sealed file and proves that its content is the one that the act cited.
pub fn open_sealed(
    office: &Path,
    name: &SealedName,
    identity: &Identity,
    content: &[u8; 32],
) -> Result<Zeroizing<Vec<u8>>> {
    let sealed = read_sealed(office, name)?;
    let opened = cipher::age_open(identity, &sealed).map_err(|why| match why {
        Unopened::Altered => Error::new(Code::PictureAltered, "sealed file fails its own proof"),
        Unopened::OtherRecipient => Error::new(Code::WrongKey, "sealed for another recipient")
            .saying("Kunci permohonan ini tidak dapat membuka berkas tersegel itu."),
    })?;
    if content_sha256(&opened) == *content {
        Ok(opened)
    } else {
        Err(Error::new(Code::PictureAltered, "content differs from what the act cites"))
    }
}

/// Every sealed file of the office, in order of name. Foreign files are passed over.
pub fn list_sealed(office: &Path) -> Result<Vec<SealedName>> {
    let mut names: Vec<_> = walk(office)?.iter().filter_map(|path| name_of(path)).collect();
    names.sort();
    Ok(names)
}

/// Sealed files that no act cites: what a power cut left between the file and its act.
pub fn list_orphans(office: &Path, cited: &HashSet<SealedName>) -> Result<Vec<SealedName>> {
    Ok(list_sealed(office)?.into_iter().filter(|name| !cited.contains(name)).collect())
}

/// Removes one sealed file; one that is already gone is no error.
pub fn remove_sealed(office: &Path, name: &SealedName) -> Result<()> {
    match fs::remove_file(name.path(office)) {
        Ok(()) => Ok(atomic_file::sync_folder(&name.folder(office))?),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(error.into()),
    }
}

/// Removes files that a power cut left half written, and says how many.
pub fn sweep_unfinished(office: &Path) -> Result<usize> {
    let mut swept = 0;
    for path in walk(office)? {
        if path.to_str().is_some_and(|path| path.ends_with(atomic_file::UNFINISHED)) {
            fs::remove_file(path)?;
            swept += 1;
        }
    }
    // It is no file that was lost, and most offices have none.
    let _ = fs::remove_file(office.join(disk::SAMPLE_NAME));
    Ok(swept)
}

fn walk(office: &Path) -> Result<Vec<PathBuf>> {
    require_office(office)?;
    let berkas = office.join(BERKAS);
    let mut paths = Vec::new();
    if !berkas.is_dir() {
        return Ok(paths);
    }
    for folder in fs::read_dir(berkas)? {
        let folder = folder?.path();
        if folder.is_dir() {
            for file in fs::read_dir(folder)? {
                paths.push(file?.path());
            }
        }
    }
    Ok(paths)
}

/// The name of a file that stands in the folder it belongs to.
fn name_of(path: &Path) -> Option<SealedName> {
    let stem = path.file_name()?.to_str()?.strip_suffix(SUFFIX)?;
    let name = SealedName::parse(stem).ok()?;
    (path.parent()?.file_name()?.to_str()? == &name.0[..2]).then_some(name)
}

fn require_office(office: &Path) -> Result<()> {
    if office.is_dir() {
        Ok(())
    } else {
        Err(Error::new(Code::OfficeMissing, "the office folder is not there"))
    }
}

#[cfg(test)]
#[path = "sealed_file_tests.rs"]
mod tests;
