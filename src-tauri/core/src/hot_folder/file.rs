//! Files of the folder: listed without being opened, and read without following where a link leads.

use std::ffi::OsString;
use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, Read as _};
use std::path::Path;
use std::time::SystemTime;

use zeroize::Zeroizing;

use crate::error::{Code, Error, Result};

/// By what a change shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stamp {
    pub(super) bytes: u64,
    pub(super) modified: Option<SystemTime>,
}

impl Stamp {
    fn of(metadata: &Metadata) -> Self {
        Self { bytes: metadata.len(), modified: metadata.modified().ok() }
    }
}

/// Every plain file of the folder.
pub(super) fn list(folder: &Path) -> io::Result<Vec<(OsString, Stamp)>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        // Where it is gone by now, or cannot even be looked at, it is not there for us.
        let Ok(metadata) = entry.metadata() else { continue };
        if metadata.is_file() {
            files.push((entry.file_name(), Stamp::of(&metadata)));
        }
    }
    Ok(files)
}

/// The content of a plain file; `None` where it is gone, or is not the one of this stamp any more.
pub(super) fn read(path: &Path, stamp: Option<Stamp>, most: usize) -> Result<Option<Zeroizing<Vec<u8>>>> {
    let file = match open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::NotFound || is_held(&error) => return Ok(None),
        Err(error) => return Err(unread(error)),
    };
    let is_it =
        |metadata: &Metadata| metadata.is_file() && stamp.is_none_or(|stamp| stamp == Stamp::of(metadata));
    let before = file.metadata().map_err(unread)?;
    if !is_it(&before) {
        return Ok(None);
    }
    if before.len() > most as u64 {
        return Err(Error::new(Code::AttachmentTooLarge, "file too large"));
    }
    let mut content = Zeroizing::new(Vec::with_capacity(before.len() as usize + 1));
    // One byte more than it had: one that grows meanwhile shows it, and is not read for ever.
    (&file).take(before.len() + 1).read_to_end(&mut content).map_err(unread)?;
    let whole = content.len() as u64 == before.len() && file.metadata().is_ok_and(|after| is_it(&after));
    Ok(whole.then_some(content))
}

/// Opening neither follows a link nor waits for the other end of a pipe.
fn open(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true);
    #[cfg(target_os = "linux")]
    {
        use std::os::unix::fs::OpenOptionsExt as _;

        use rustix::fs::OFlags;
        let flags = OFlags::NOFOLLOW | OFlags::NONBLOCK;
        options.custom_flags(flags.bits() as i32);
    }
    #[cfg(windows)]
    {
        use std::os::windows::fs::OpenOptionsExt as _;
        const OPEN_REPARSE_POINT: u32 = 0x0020_0000;
        // Nobody else may have it open: who still writes it keeps us out.
        options.share_mode(0).custom_flags(OPEN_REPARSE_POINT);
    }
    options.open(path)
}

/// Another program holds the file, which only Windows knows: a device that writes, or a virus scanner that passes by.
pub(super) fn is_held(error: &io::Error) -> bool {
    const SHARING_VIOLATION: i32 = 32;
    const LOCK_VIOLATION: i32 = 33;
    cfg!(windows) && matches!(error.raw_os_error(), Some(SHARING_VIOLATION | LOCK_VIOLATION))
}

fn unread(error: io::Error) -> Error {
    Error::from(error)
        .saying("Berkas ini tidak dapat dibaca.")
        .advising("Periksa hak baca berkas itu di folder pindai, lalu tekan Coba lagi.")
}
