//! One file written so that a power cut leaves either the old one or the new one, never a part.
//!
//! Temporary file in the same folder, fsync, rename, fsync of the folder. Windows has no fsync of
//! a folder; NTFS journals the rename itself.

#[cfg(unix)]
use std::fs::File;
use std::fs::{self, OpenOptions};
use std::io::{self, Write as _};
use std::path::Path;

use super::write_point::{NoPoints, WritePoints};

/// The write points of one kind of file, in the order in which they are passed.
pub(crate) struct Points {
    pub(crate) create: &'static str,
    pub(crate) half: &'static str,
    pub(crate) sync: &'static str,
    pub(crate) rename: &'static str,
    pub(crate) sync_folder: &'static str,
}

impl Points {
    pub(crate) const fn all(&self) -> [&'static str; 5] {
        [self.create, self.half, self.sync, self.rename, self.sync_folder]
    }
}

/// Ends the name of a file that is still being written; such a file is never read.
pub(crate) const UNFINISHED: &str = ".sementara";

/// Replaces `folder/name` by `bytes`, durably: for a file beside the office, which no kill test watches.
pub fn replace(folder: &Path, name: &str, bytes: &[u8]) -> io::Result<()> {
    const UNWATCHED: Points = Points { create: "", half: "", sync: "", rename: "", sync_folder: "" };
    write_atomically(folder, name, bytes, &NoPoints, &UNWATCHED)
}

/// Replaces `folder/name` by `bytes`, durably. On an error nothing of the new content remains.
pub(crate) fn write_atomically(
    folder: &Path,
    name: &str,
    bytes: &[u8],
    points: &dyn WritePoints,
    at: &Points,
) -> io::Result<()> {
    let temporary = folder.join(format!("{name}{UNFINISHED}"));
    let written = write_and_rename(&temporary, &folder.join(name), bytes, points, at);
    if written.is_err() {
        // Best effort: what cannot be removed now is swept at the next start.
        let _ = fs::remove_file(&temporary);
    }
    written?;
    points.at(at.sync_folder)?;
    sync_folder(folder)
}

fn write_and_rename(
    temporary: &Path,
    target: &Path,
    bytes: &[u8],
    points: &dyn WritePoints,
    at: &Points,
) -> io::Result<()> {
    points.at(at.create)?;
    let mut file = OpenOptions::new().write(true).create(true).truncate(true).open(temporary)?;
    let (first, second) = bytes.split_at(bytes.len() / 2);
    file.write_all(first)?;
    points.at(at.half)?;
    file.write_all(second)?;
    points.at(at.sync)?;
    file.sync_all()?;
    drop(file);
    points.at(at.rename)?;
    fs::rename(temporary, target)
}

/// Makes a rename in `folder` survive a power cut.
#[cfg(unix)]
pub(crate) fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

/// Windows refuses to flush a folder handle, and does not need it.
#[cfg(not(unix))]
pub(crate) fn sync_folder(_folder: &Path) -> io::Result<()> {
    Ok(())
}
