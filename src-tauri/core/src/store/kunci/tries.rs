//! Percobaan: five wrong passwords slow down.
//!
//! A try is counted before the password is looked at and forgotten when it was right, so that
//! killing the program in between gives no free tries. The count is of the office, because no user
//! name is stored. It slows a person at the desk; who copies the folder meets Argon2 instead.

use std::fs;
use std::io;
use std::path::Path;

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use crate::error::{Code, Error, Result};
use crate::store::atomic_file::{self, Points};
use crate::store::write_point::WritePoints;
use crate::world::Clock;

/// The counter inside the office folder.
pub const PERCOBAAN_JSON: &str = "percobaan.json";

const POINTS: Points = Points {
    create: "percobaan.create",
    half: "percobaan.half",
    sync: "percobaan.sync",
    rename: "percobaan.rename",
    sync_folder: "percobaan.sync_folder",
};

/// The write points of the counter, in order.
pub const TRIES_WRITE_POINTS: [&str; 5] = POINTS.all();

const FREE_TRIES: u32 = 5;
const FIRST_WAIT_S: u32 = 30;
const LONGEST_WAIT_S: u32 = 15 * 60;

/// A refused try: why, and how long the next one must wait.
#[derive(Clone, Debug)]
pub struct Refusal {
    pub error: Error,
    pub wait_seconds: Option<u32>,
}

impl From<Error> for Refusal {
    fn from(error: Error) -> Self {
        Self { error, wait_seconds: None }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Tries {
    wrong: u32,
    last_try: DateTime<Utc>,
    not_before: DateTime<Utc>,
}

/// Runs one try to unlock. Only wrong passwords and wrong words count; any other failure leaves the
/// counter as it was.
pub fn guarded<T>(
    office: &Path,
    clock: &dyn Clock,
    points: &dyn WritePoints,
    attempt: impl FnOnce() -> Result<T>,
) -> Result<T, Refusal> {
    let before = read(office, clock)?;
    if let Some(tries) = before {
        refuse_early(office, clock, points, tries)?;
    }
    let counted = count_one(before, clock.now());
    write(office, &counted, points)?;
    match attempt() {
        Ok(unlocked) => {
            forget(office)?;
            Ok(unlocked)
        }
        Err(error) if matches!(error.code, Code::WrongPassword | Code::WrongRecoveryWords) => {
            let wait = wait_after(counted.wrong);
            Err(Refusal { error, wait_seconds: (wait > 0).then_some(wait) })
        }
        Err(error) => {
            match before {
                Some(tries) => write(office, &tries, points)?,
                None => forget(office)?,
            }
            Err(error.into())
        }
    }
}

/// Seconds until the next try is allowed, for the lock screen; nothing when it is allowed now.
pub fn remaining_wait(office: &Path, clock: &dyn Clock) -> Result<Option<u32>> {
    Ok(read(office, clock)?.and_then(|tries| tries.remaining(clock.now())))
}

impl Tries {
    /// A clock set back does not shorten the wait: the whole wait then counts from the clock's new
    /// time. It does not lengthen it either, so a dead clock battery locks nobody out for years.
    fn remaining(&self, now: DateTime<Utc>) -> Option<u32> {
        let wait = self.not_before - now.max(self.last_try);
        // Bounded in case somebody wrote a far date into the file.
        let seconds = ((wait.num_milliseconds() + 999) / 1000).clamp(0, LONGEST_WAIT_S.into());
        u32::try_from(seconds).ok().filter(|seconds| *seconds > 0)
    }
}

fn refuse_early(
    office: &Path,
    clock: &dyn Clock,
    points: &dyn WritePoints,
    tries: Tries,
) -> Result<(), Refusal> {
    let now = clock.now();
    let Some(wait) = tries.remaining(now) else { return Ok(()) };
    let not_before = now + TimeDelta::seconds(wait.into());
    if now < tries.last_try || not_before < tries.not_before {
        write(office, &Tries { last_try: now, not_before, ..tries }, points)?;
    }
    Err(Refusal {
        error: Error::new(Code::TooManyTries, "wait before the next try"),
        wait_seconds: Some(wait),
    })
}

fn count_one(before: Option<Tries>, now: DateTime<Utc>) -> Tries {
    let wrong = before.map_or(0, |tries| tries.wrong).saturating_add(1);
    let not_before = now + TimeDelta::seconds(wait_after(wrong).into());
    Tries { wrong, last_try: now, not_before }
}

/// 30 s after the fifth wrong try, doubling up to a quarter of an hour.
fn wait_after(wrong: u32) -> u32 {
    match wrong.checked_sub(FREE_TRIES) {
        None => 0,
        Some(over) => FIRST_WAIT_S.saturating_mul(1 << over.min(10)).min(LONGEST_WAIT_S),
    }
}

/// A counter that cannot be read counts as five wrong tries: one more is allowed, then it is slow again.
fn read(office: &Path, clock: &dyn Clock) -> Result<Option<Tries>> {
    match fs::read(office.join(PERCOBAAN_JSON)) {
        Ok(bytes) => Ok(Some(serde_json::from_slice(&bytes).unwrap_or_else(|_| {
            let now = clock.now();
            Tries { wrong: FREE_TRIES, last_try: now, not_before: now }
        }))),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            if office.is_dir() {
                Ok(None)
            } else {
                Err(Error::new(Code::OfficeMissing, "the office folder is not there"))
            }
        }
        Err(error) => Err(error.into()),
    }
}

fn write(office: &Path, tries: &Tries, points: &dyn WritePoints) -> Result<()> {
    let bytes = serde_json::to_vec(tries)
        .map_err(|_| Error::new(Code::Internal, "the counter does not serialise"))?;
    Ok(atomic_file::write_atomically(office, PERCOBAAN_JSON, &bytes, points, &POINTS)?)
}

fn forget(office: &Path) -> Result<()> {
    match fs::remove_file(office.join(PERCOBAAN_JSON)) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error.into()),
        _ => Ok(()),
    }
}

#[cfg(test)]
#[path = "tries_tests.rs"]
mod tests;
