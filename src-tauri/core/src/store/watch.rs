//! A clock that goes wrong by itself (S-30), noticed both ways.
//!
//! One that lags shows against the highest time in the log. One that went ahead shows against the time that has passed
//! since the last look, which nobody can set; from one run to the next there is only the log to go by, so there it
//! shows when nobody has worked for longer than offices rest. Every act looks first, because it makes the time that it
//! finds the highest one.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use rusqlite::{Connection, OptionalExtension as _};

use super::stored::time_of;
use crate::error::{Code, Error, Result};
use crate::world::Clock;

/// So much a clock may differ without a question: time services correct it so.
const SLACK: TimeDelta = TimeDelta::minutes(2);

/// No office rests longer than this; the joint leave around Idul Fitri with its weekends is the longest.
const LONGEST_REST: TimeDelta = TimeDelta::days(14);

/// How the clock of this station went wrong. While it has, no number is issued until a person confirms the time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClockTrouble {
    /// It lags behind the highest time this station has seen.
    Behind(TimeDelta),
    /// It went ahead; this is the time it should have shown when that was noticed.
    Ahead { expected: DateTime<Utc> },
}

impl ClockTrouble {
    /// Whether nobody worked for so long that the log alone cannot tell a rest from a leap.
    pub fn may_be_a_rest(self, now: DateTime<Utc>) -> bool {
        matches!(self, Self::Ahead { expected } if now - expected > LONGEST_REST)
    }

    /// By how much the clock lags; below zero where it went ahead.
    pub fn lag(self, now: DateTime<Utc>) -> TimeDelta {
        match self {
            Self::Behind(by) => by,
            Self::Ahead { expected } => expected - now,
        }
    }

    pub(super) fn refusal(self) -> Error {
        match self {
            Self::Behind(by) => {
                Error::new(Code::ClockWentBack, format!("clock is {} min behind", by.num_minutes()))
            }
            Self::Ahead { .. } => Error::new(Code::ClockWentAhead, "clock went ahead"),
        }
    }
}

/// A look at the clock: what it showed, and the time that nobody can set.
#[derive(Clone, Copy, Debug)]
pub(super) struct Look {
    wall: DateTime<Utc>,
    steady: Duration,
}

impl Look {
    pub(super) fn at(clock: &dyn Clock) -> Self {
        Self { wall: clock.now(), steady: clock.steady() }
    }

    /// What the clock should show now, if it has gone ahead since the look before. The log is what there is to go by at
    /// the first look, and when the look before found a clock that lagged: putting that one right is no leap.
    pub(super) fn leap(self, before: Option<Self>, conn: &Connection) -> Result<Option<DateTime<Utc>>> {
        let Some(Known { high, expected: None }) = known(conn)? else { return Ok(None) };
        let (expected, slack) = match before {
            Some(before) if before.wall + SLACK >= high => {
                (before.wall + time_since(before.steady, self.steady), SLACK)
            }
            _ => (high, LONGEST_REST),
        };
        Ok(Some(expected).filter(|_| self.wall > expected.max(high) + slack))
    }
}

/// The last look of a run of the program. It outlives the lock of the desk, and with it the store.
#[derive(Debug, Default)]
pub struct LastLook(Mutex<Option<Look>>);

impl LastLook {
    pub(super) fn get(&self) -> Option<Look> {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn set(&self, look: Look) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(look);
    }
}

fn time_since(before: Duration, now: Duration) -> TimeDelta {
    TimeDelta::from_std(now.saturating_sub(before)).unwrap_or(TimeDelta::MAX)
}

/// See [`ClockTrouble`]; where it is both, what went ahead is asked first.
pub(super) fn trouble(conn: &Connection, now: DateTime<Utc>) -> Result<Option<ClockTrouble>> {
    Ok(known(conn)?.and_then(|known| match known.expected {
        Some(expected) => Some(ClockTrouble::Ahead { expected }),
        None => Some(known.high - now).filter(|lag| *lag > SLACK).map(ClockTrouble::Behind),
    }))
}

/// What the log knows of the clock.
struct Known {
    /// The highest time this station has seen.
    high: DateTime<Utc>,
    /// What a clock that went ahead should have shown.
    expected: Option<DateTime<Utc>>,
}

fn known(conn: &Connection) -> Result<Option<Known>> {
    let known = conn.prepare_cached("SELECT high_ms, expected_ms FROM clock")?.query_row([], |row| {
        let expected: Option<i64> = row.get(1)?;
        Ok(Known { high: time_of(row.get(0)?), expected: expected.map(time_of) })
    });
    Ok(known.optional()?)
}
