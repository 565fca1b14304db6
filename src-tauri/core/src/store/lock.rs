//! One Loket per office folder: the lock that a second one meets.
//!
//! The operating system drops the lock when the process ends, however it ends, so a power cut
//! leaves nothing to clean up.

use std::fs::{File, OpenOptions, TryLockError};
use std::path::Path;

use crate::error::{Code, Error, Result};

/// Held while an office is open.
#[derive(Debug)]
pub struct OfficeLock {
    _file: File,
}

impl OfficeLock {
    pub fn take(folder: &Path) -> Result<Self> {
        if !folder.is_dir() {
            return Err(Error::new(Code::OfficeMissing, "the office folder is missing"));
        }
        let file =
            OpenOptions::new().create(true).truncate(false).write(true).open(folder.join("sedang-dibuka"))?;
        match file.try_lock() {
            Ok(()) => Ok(Self { _file: file }),
            Err(TryLockError::WouldBlock) => {
                Err(Error::new(Code::FileLocked, "another process holds the office"))
            }
            Err(TryLockError::Error(error)) => Err(error.into()),
        }
    }
}
