//! One Loket per office folder: the lock that a second one meets.
//!
//! The operating system drops the lock when the process ends, however it ends, so a power cut
//! leaves nothing to clean up. What stays in the file is the last sign of life: which run of the program had the
//! office open, and when it last said so. It names nobody, and without it the log still tells of a cut.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{Read as _, Seek as _, Write as _};
use std::path::Path;
use std::time::{Duration, Instant};

use chrono::{DateTime, SecondsFormat, Utc};

use crate::error::{Code, Error, Result};

/// A program that is being started, such as the printer's, holds a copy of every open file until it runs: a lock
/// that was just given back may still be held for a moment. Another Loket holds it for longer than this.
const PATIENCE: Duration = Duration::from_secs(2);
const PAUSE: Duration = Duration::from_millis(10);

/// Held while an office is open.
#[derive(Debug)]
pub struct OfficeLock {
    file: File,
    /// What the run before, or this one before its last lock, left in the file.
    pub before: Option<SignOfLife>,
}

/// A moment at which a run of the program had the office open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignOfLife {
    pub run: String,
    pub at: DateTime<Utc>,
}

/// Longer than any sign of life; a file that holds more holds none.
const LONGEST_SIGN: u64 = 128;

impl OfficeLock {
    pub fn take(folder: &Path) -> Result<Self> {
        if !folder.is_dir() {
            return Err(Error::new(Code::OfficeMissing, "the office folder is missing"));
        }
        let file = OpenOptions::new()
            .create(true)
            .truncate(false)
            .read(true)
            .write(true)
            .open(folder.join("sedang-dibuka"))?;
        let until = Instant::now() + PATIENCE;
        loop {
            match file.try_lock() {
                Ok(()) => {
                    let before = SignOfLife::read(&file);
                    return Ok(Self { file, before });
                }
                Err(TryLockError::WouldBlock) if Instant::now() < until => std::thread::sleep(PAUSE),
                Err(TryLockError::WouldBlock) => {
                    return Err(Error::new(Code::FileLocked, "another process holds the office"));
                }
                Err(TryLockError::Error(error)) => return Err(error.into()),
            }
        }
    }
    /// Leaves a sign of life. Every one is as long as the last, so a torn one is at worst not read.
    pub fn sign(&self, run: &str, at: DateTime<Utc>) -> Result<()> {
        let line = format!("{run} {}\n", at.to_rfc3339_opts(SecondsFormat::Secs, true));
        let mut file = &self.file;
        file.rewind()?;
        file.write_all(line.as_bytes())?;
        file.set_len(line.len() as u64)?;
        Ok(())
    }
}

impl SignOfLife {
    fn read(file: &File) -> Option<Self> {
        let mut text = String::new();
        file.take(LONGEST_SIGN).read_to_string(&mut text).ok()?;
        let (run, at) = text.trim_end().split_once(' ')?;
        let at = DateTime::parse_from_rfc3339(at).ok()?.to_utc();
        Some(Self { run: run.to_owned(), at })
    }
}
