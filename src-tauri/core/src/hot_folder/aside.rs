//! Freeing the folder of a file that is sealed. A kill between any two steps leaves the file or its sealed copy, and
//! the name under which it lies aside says which kiriman it became.

use std::ffi::{OsStr, OsString};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use super::{HotFolder, KEPT, WholeFile, file};
use crate::error::{Code, Error, Result};

/// Begins the name of a file that lies aside; its kiriman follows.
const ASIDE: &str = ".loket-";

/// A file that was moved aside inside its folder. A program that had it open may still write to it, so it is read once
/// more before it goes.
#[derive(Debug)]
pub struct Aside {
    folder: PathBuf,
    path: PathBuf,
    kiriman: String,
}

impl HotFolder {
    /// Moves a file aside that became this kiriman. `None` where it is gone, or held by another program.
    pub fn set_aside(&self, file: &WholeFile, kiriman: &str) -> Result<Option<Aside>> {
        let path = self.path.join(format!("{ASIDE}{kiriman}"));
        match move_new(&self.path.join(&file.name), &path) {
            Ok(()) => Ok(Some(Aside { folder: self.path.clone(), path, kiriman: kiriman.to_owned() })),
            Err(error) if error.kind() == io::ErrorKind::NotFound || file::is_held(&error) => Ok(None),
            Err(error) => Err(stays(&error)),
        }
    }

    /// What a kill or an error left aside.
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
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(stays(&error)),
            _ => Ok(()),
        }
    }

    /// Moves it into the subfolder of what is kept.
    pub fn keep(self, name: &OsStr) -> Result<()> {
        let kept = self.folder.join(KEPT);
        let made = fs::create_dir(&kept);
        made.or_else(|error| if error.kind() == io::ErrorKind::AlreadyExists { Ok(()) } else { Err(error) })
            .and_then(|()| self.move_into(&kept, name))
            .map_err(|error| stays(&error))
    }

    /// Puts it back where it is seen, for it is not what was sealed.
    pub fn put_back(self, name: &OsStr) -> Result<()> {
        self.move_into(&self.folder, name).map_err(|error| {
            Error::new(Code::HotFolderStays, format!("{:?}", error.kind()))
                .saying(
                    "Satu berkas belum masuk Baki dan tersisih di folder pindai sebagai berkas tersembunyi.",
                )
                .advising("Jangan menghapus isi folder itu. Minta admin komputer memberi hak tulis di sana.")
        })
    }

    /// Under its name, or with a number before its end where another file has that.
    fn move_into(&self, folder: &Path, name: &OsStr) -> io::Result<()> {
        let plain = Path::new(name).file_name().filter(|name| !super::is_passed_over(name));
        let plain = Path::new(plain.unwrap_or(OsStr::new("berkas")));
        let numbered = |number: u32| {
            let mut numbered = plain.file_stem().unwrap_or_default().to_owned();
            numbered.push(format!(" ({number})"));
            if let Some(end) = plain.extension() {
                numbered.push(".");
                numbered.push(end);
            }
            numbered
        };
        let names = std::iter::once(plain.as_os_str().to_owned()).chain((2..1_000).map(numbered));
        for name in names {
            match move_new(&self.path, &folder.join(name)) {
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                moved => return moved,
            }
        }
        Err(io::ErrorKind::AlreadyExists.into())
    }
}

/// Moves a file to a name that no other has, and overwrites none that comes at the same moment, where the file system
/// can promise that.
fn move_new(from: &Path, to: &Path) -> io::Result<()> {
    #[cfg(target_os = "linux")]
    {
        use rustix::fs::{CWD, RenameFlags, renameat_with};
        use rustix::io::Errno;
        match renameat_with(CWD, from, CWD, to, RenameFlags::NOREPLACE) {
            // Shares and sticks often cannot.
            Err(Errno::INVAL | Errno::NOSYS | Errno::NOTSUP) => {}
            moved => return moved.map_err(io::Error::from),
        }
    }
    if fs::symlink_metadata(to).is_ok() {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    fs::rename(from, to)
}

/// As ids of kiriman are written.
fn is_id(text: &str) -> bool {
    text.len() == 32 && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

fn stays(error: &io::Error) -> Error {
    Error::new(Code::HotFolderStays, format!("{:?}", error.kind()))
}
