//! Surat keluar: a notice that waits to be sent by e-mail, and when it is tried again.
//!
//! A server is often out of reach for an hour or a day, which is no failure: the letter waits. Only what the server
//! will never take, what an officer withdrew and what is no longer true ends without being sent.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use crate::error::Error;

/// How a letter ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub enum LetterEnd {
    /// The server took charge of it.
    Terkirim,
    /// The server will never take it.
    Ditolak,
    /// An officer withdrew it.
    Dibatalkan,
    /// It says what no longer holds: the session was moved or the permohonan closed before it could go.
    Usang,
}

/// Tries of one letter that failed since the desk was unlocked.
#[derive(Clone, Debug)]
pub struct Tries {
    pub failed: usize,
    pub last_at: DateTime<Utc>,
    pub why: Error,
}

impl Tries {
    /// When it may be tried again.
    pub fn next_at(&self) -> DateTime<Utc> {
        next_try(self.failed, self.last_at)
    }
}

/// Minutes to wait after the first try that failed, the second, and so on; the last for all others.
const WAITS: [i64; 4] = [1, 5, 15, 30];

/// When a letter may be tried again after `failed` tries (1 for the first), the last of them at `at`.
fn next_try(failed: usize, at: DateTime<Utc>) -> DateTime<Utc> {
    let wait = WAITS[failed.saturating_sub(1).min(WAITS.len() - 1)];
    at + TimeDelta::minutes(wait)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_is_tried_soon_and_then_every_half_hour() {
        let at = DateTime::from_timestamp(1_795_000_000, 0).unwrap();
        let waits = [1, 2, 3, 4, 5, 400].map(|failed| (next_try(failed, at) - at).num_minutes());
        assert_eq!(waits, [1, 5, 15, 30, 30, 30]);
    }
}
