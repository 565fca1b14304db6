//! One Loket per office folder: the lock that a second one meets.
//!
//! The operating system drops the lock when the process ends, however it ends, so a power cut
//! leaves nothing to clean up.

use std::fs::{File, OpenOptions, TryLockError};
use std::path::Path;
use std::time::{Duration, Instant};

use crate::error::{Code, Error, Result};

/// A program that is being started, such as the printer's, holds a copy of every open file until it runs: a lock
/// that was just given back may still be held for a moment. Another Loket holds it for longer than this.
const PATIENCE: Duration = Duration::from_secs(2);
const PAUSE: Duration = Duration::from_millis(10);

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
        let until = Instant::now() + PATIENCE;
        loop {
            match file.try_lock() {
                Ok(()) => return Ok(Self { _file: file }),
                Err(TryLockError::WouldBlock) if Instant::now() < until => std::thread::sleep(PAUSE),
                Err(TryLockError::WouldBlock) => {
                    return Err(Error::new(Code::FileLocked, "another process holds the office"));
                }
                Err(TryLockError::Error(error)) => return Err(error.into()),
            }
        }
    }
}
