//! Folder pindai: the folder into which a device of the office scans. Loket looks into it, takes each file that is
//! whole, and frees the folder of it once its sealed copy was read back.
//!
//! The folder is looked through every now and then, here and on shares alike: the system's own notices say nothing of
//! what another computer writes into a share, and whether a file is whole shows only after it has rested.
//!
//! A machine: it knows no office, and every time is passed in. Nothing in the folder is believed. Links, pipes and
//! subfolders are passed over, and what is removed is first moved aside and read once more, so that nothing goes that
//! was not sealed.

mod aside;
mod file;
mod place;
/// Whether another scan helps: it is the file, and not the disk or the office.
fn lies_in_the_file(code: Code) -> bool {
    matches!(
        code,
        Code::MailUnreadable
            | Code::AttachmentUnknown
            | Code::AttachmentEncrypted
            | Code::AttachmentTooLarge
            | Code::PictureNotAnImage
            | Code::PictureTruncated
            | Code::PictureTooManyPixels
    )
}

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

pub use self::aside::Aside;
use self::file::Stamp;
pub use self::place::require_place;
use crate::error::{Code, Error, Result};

/// A file that did not change for so long is whole, unless its content says otherwise.
pub const REST: Duration = Duration::from_secs(2);

/// The same for an empty file: many devices make it first and fill it when the page has come.
const EMPTY_REST: Duration = Duration::from_secs(60);

/// The same for a file that is whole after each of its pages: a device writes the next one when it lies on the glass.
pub const OPEN_ENDED_REST: Duration = Duration::from_secs(30);

/// Where files go that the office wants to keep, inside the folder.
pub const KEPT: &str = "Sudah diambil";

/// Files that a system or another program keeps for itself, by the end of their names.
const PASSED_OVER: [&str; 8] =
    ["desktop.ini", "thumbs.db", ".tmp", ".part", ".partial", ".filepart", ".crdownload", "~"];

/// A folder that is looked at.
#[derive(Debug)]
pub struct HotFolder {
    path: PathBuf,
    keep: bool,
    seen: BTreeMap<OsString, Seen>,
}

#[derive(Debug)]
struct Seen {
    stamp: Stamp,
    since: Instant,
    /// Not tried again before.
    not_before: Option<Instant>,
    /// Why it was not taken; it is not tried again before it changes.
    refused: Option<Error>,
}

/// A file that is whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WholeFile {
    name: OsString,
    stamp: Stamp,
    rested: Duration,
}

impl WholeFile {
    /// As it may be shown.
    pub fn name(&self) -> String {
        self.name.to_string_lossy().into_owned()
    }

    /// For how long it did not change.
    pub fn rested(&self) -> Duration {
        self.rested
    }
}

impl HotFolder {
    /// # Errors
    /// As [`require_place`], but for which folder it is.
    pub fn open(path: PathBuf, keep: bool) -> Result<Self> {
        place::require_usable(&path)?;
        Ok(Self { path, keep, seen: BTreeMap::new() })
    }

    pub fn is(&self, path: &Path, keep: bool) -> bool {
        self.path == path && self.keep == keep
    }

    /// Whether files are kept in a subfolder instead of being removed.
    pub fn keeps(&self) -> bool {
        self.keep
    }

    /// Looks at every file. Answers those that are whole and were not refused, oldest first.
    ///
    /// # Errors
    /// [`Code::HotFolderGone`] while the folder cannot be read.
    pub fn look(&mut self, now: Instant) -> Result<Vec<WholeFile>> {
        let mut before = std::mem::take(&mut self.seen);
        for (name, stamp) in file::list(&self.path).map_err(gone)? {
            if is_passed_over(&name) {
                continue;
            }
            let seen = match before.remove(&name) {
                Some(seen) if seen.stamp == stamp => seen,
                _ => Seen { stamp, since: now, not_before: None, refused: None },
            };
            self.seen.insert(name, seen);
        }
        let whole = self.seen.iter().filter(|(_, seen)| seen.refused.is_none() && seen.is_whole(now));
        let mut whole: Vec<_> = whole
            .map(|(name, seen)| WholeFile {
                name: name.clone(),
                stamp: seen.stamp,
                rested: now.saturating_duration_since(seen.since),
            })
            .collect();
        whole.sort_by(|one, other| (one.stamp.modified, &one.name).cmp(&(other.stamp.modified, &other.name)));
        Ok(whole)
    }

    /// The content of a file. `None` where it is gone or grew since it was looked at.
    ///
    /// # Errors
    /// [`Code::AttachmentTooLarge`] beyond `most` bytes; as the system says where it cannot be read.
    pub fn read(&self, file: &WholeFile, most: usize) -> Result<Option<zeroize::Zeroizing<Vec<u8>>>> {
        file::read(&self.path.join(&file.name), Some(file.stamp), most)
    }

    /// Keeps in mind why a file was not taken. Nobody sent it: a device of the office put it there, so one that cannot be
    /// used is scanned again.
    pub fn refuse(&mut self, file: &WholeFile, why: Error) {
        let why = if lies_in_the_file(why.code) {
            why.advising(
                "Pindai ulang sebagai PDF, TIFF, atau JPEG tanpa kata sandi, lalu hapus berkas ini dari folder.",
            )
        } else {
            why
        };
        if let Some(seen) = self.seen.get_mut(&file.name).filter(|seen| seen.stamp == file.stamp) {
            seen.refused = Some(why);
        }
    }

    /// Leaves a file alone until then: it is not whole after all, or another program holds it.
    pub fn postpone(&mut self, file: &WholeFile, until: Instant) {
        if let Some(seen) = self.seen.get_mut(&file.name) {
            seen.not_before = Some(until);
        }
    }

    /// It is taken, and nothing more is told of it.
    pub fn forget(&mut self, file: &WholeFile) {
        self.seen.remove(&file.name);
    }

    /// Files that were not taken, in order of their names.
    pub fn refused(&self) -> impl Iterator<Item = (&OsStr, &Error)> {
        self.seen.iter().filter_map(|(name, seen)| Some((name.as_os_str(), seen.refused.as_ref()?)))
    }

    /// How many are seen and neither taken nor refused.
    pub fn waiting(&self) -> usize {
        self.seen.values().filter(|seen| seen.refused.is_none()).count()
    }

    /// Tries again whatever was refused.
    pub fn try_again(&mut self) {
        for seen in self.seen.values_mut() {
            seen.refused = None;
        }
    }
}

impl Seen {
    fn is_whole(&self, now: Instant) -> bool {
        let rest = if self.stamp.bytes == 0 { EMPTY_REST } else { REST };
        now.saturating_duration_since(self.since) >= rest && self.not_before.is_none_or(|until| now >= until)
    }
}

/// What no person put there: hidden files, also Loket's own, and files that another program still writes.
fn is_passed_over(name: &OsStr) -> bool {
    let name = name.to_string_lossy().to_lowercase();
    name.starts_with('.') || name.starts_with("~$") || PASSED_OVER.iter().any(|end| name.ends_with(end))
}

fn gone(error: std::io::Error) -> Error {
    Error::new(Code::HotFolderGone, format!("{:?}", error.kind()))
}

/// How many files lie in a folder that would be taken from it.
///
/// # Errors
/// [`Code::HotFolderGone`].
pub fn count_files(path: &Path) -> Result<usize> {
    let files = file::list(path).map_err(gone)?;
    Ok(files.into_iter().filter(|(name, _)| !is_passed_over(name)).count())
}
