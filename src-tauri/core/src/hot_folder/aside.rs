//! Freeing the folder of a file that is sealed. A kill between any two steps leaves the file or its sealed copy, and
//! the name under which it lies aside says which kiriman it became.

use std::ffi::{OsStr, OsString};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use super::{HotFolder, KEPT, WholeFile, file, free_name};
use crate::error::{Code, Error, Result};

/// Begins the name of a file that lies aside; its kiriman follows.
const ASIDE: &str = ".loket-";

/// A file that was moved aside inside its folder, to be removed. Nobody else writes to it under this name.
#[derive(Debug)]
pub struct Aside {
    folder: PathBuf,
    path: PathBuf,
    kiriman: String,
}

impl HotFolder {
    /// Moves a file aside that became this kiriman.
    pub fn set_aside(&self, file: &WholeFile, kiriman: &str) -> Result<Aside> {
        let path = self.path.join(format!("{ASIDE}{kiriman}"));
        if fs::symlink_metadata(&path).is_ok() {
            return Err(kept_in_place(io::ErrorKind::AlreadyExists.into()));
        }
        fs::rename(self.path.join(&file.name), &path).map_err(kept_in_place)?;
        Ok(Aside { folder: self.path.clone(), path, kiriman: kiriman.to_owned() })
    }

    /// What a kill left aside.
    ///
    /// # Errors
    /// [`Code::HotFolderGone`].
    pub fn left_aside(&self) -> Result<Vec<Aside>> {
        let aside = |(name, _): (OsString, _)| {
            let kiriman = name.to_str()?.strip_prefix(ASIDE).filter(|id| is_id(id))?.to_owned();
            Some(Aside { folder: self.path.clone(), path: self.path.join(name), kiriman })
        };
        Ok(file::list(&self.path).map_err(super::gone)?.into_iter().filter_map(aside).collect())
    }

    /// Moves a file into the subfolder of what is kept.
    pub fn keep(&self, file: &WholeFile) -> Result<()> {
        let kept = self.path.join(KEPT);
        let made = fs::create_dir(&kept)
            .or_else(|error| if error.kind() == io::ErrorKind::AlreadyExists { Ok(()) } else { Err(error) });
        made.map_err(kept_in_place)?;
        move_to(&self.path.join(&file.name), &kept, &file.name)
    }
}

impl Aside {
    pub fn kiriman(&self) -> &str {
        &self.kiriman
    }

    /// What it holds now; `None` where it is gone.
    pub fn read(&self, most: usize) -> Result<Option<Zeroizing<Vec<u8>>>> {
        file::read(&self.path, None, most)
    }

    /// Removes it for good.
    pub fn remove(self) -> Result<()> {
        match fs::remove_file(&self.path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(kept_in_place(error)),
            _ => Ok(()),
        }
    }

    /// Puts it back where it is seen, for it is not what was sealed.
    pub fn put_back(self, name: &OsStr) -> Result<()> {
        let name = Path::new(name).file_name().filter(|name| !super::is_passed_over(name));
        move_to(&self.path, &self.folder, name.unwrap_or(OsStr::new("berkas")))
    }
}

fn move_to(from: &Path, folder: &Path, name: &OsStr) -> Result<()> {
    let free = free_name(folder, name).ok_or_else(|| kept_in_place(io::ErrorKind::AlreadyExists.into()))?;
    fs::rename(from, free).map_err(kept_in_place)
}

/// As ids of kiriman are written.
fn is_id(text: &str) -> bool {
    text.len() == 32 && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

fn kept_in_place(error: io::Error) -> Error {
    Error::new(Code::HotFolderStays, format!("{:?}", error.kind()))
}
