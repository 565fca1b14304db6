//! A clock that goes wrong by itself (S-30), noticed both ways.
//!
//! One that lags shows against the highest time in the log. One that was moved under the running program shows against
//! the time that has passed since the last look, which nobody can set; from one run to the next there is only the log to
//! go by, so there it shows when nobody has worked for longer than offices rest. Every act looks first, because it makes
//! the time that it finds the highest one.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
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
    Ahead {
        expected: DateTime<Utc>,
        /// Only the log says so, by a time in which nobody worked.
        by_log: bool,
    },
}

impl ClockTrouble {
    /// Whether nobody worked for so long that this alone cannot tell a rest from a leap.
    pub fn may_be_a_rest(self, now: DateTime<Utc>) -> bool {
        matches!(self, Self::Ahead { expected, by_log: true } if now - expected > LONGEST_REST)
    }

    /// By how much the clock lags; below zero where it went ahead.
    pub fn lag(self, now: DateTime<Utc>) -> TimeDelta {
        match self {
            Self::Behind(by) => by,
            Self::Ahead { expected, .. } => expected - now,
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

    /// What is to be thought of the clock, by the look before; at the first look the log is what there is to go by.
    pub(super) fn judge(self, before: Option<Kept>, known: Option<&Known>) -> Sight {
        let Some(known) = known else { return Sight::Right };
        let (expected, slack) = match before {
            Some(before) => (before.look.expected_at(self.steady), SLACK),
            None => (known.high, LONGEST_REST),
        };
        if self.wall + SLACK < known.high {
            Sight::Lags
        } else if known.expected.is_some() {
            // It is in question already, until a person says which time is right.
            Sight::Right
        } else if self.wall > expected.max(known.high) + slack {
            Sight::Moved(expected)
        } else if before.is_some_and(|before| before.behind(self).is_some()) {
            if before.is_some_and(|before| before.noted) { Sight::Lags } else { Sight::Moved(expected) }
        } else {
            Sight::Right
        }
    }

    /// What the clock should show when so much time has passed.
    fn expected_at(self, steady: Duration) -> DateTime<Utc> {
        self.wall + time_since(self.steady, steady)
    }
}

/// The last look by which a clock is judged.
#[derive(Clone, Copy, Debug)]
pub(super) struct Kept {
    look: Look,
    /// It was written down that the clock was set back since.
    noted: bool,
}

impl Kept {
    /// How far the clock is behind what it should show by now.
    fn behind(self, now: Look) -> Option<TimeDelta> {
        Some(self.look.expected_at(now.steady) - now.wall).filter(|lag| *lag > SLACK)
    }
}

/// What one look at the clock shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sight {
    /// Nothing new.
    Right,
    /// It is behind, and that is written down already. Nothing is judged by such a look: putting the clock right is no leap.
    Lags,
    /// It was moved since the look before, and should show this.
    Moved(DateTime<Utc>),
}

/// The last looks of a run of the program, one for each office that it opened. They outlive the lock of the desk, and with
/// it the store; of another office a look says nothing, whose own log was not asked yet.
#[derive(Debug, Default)]
pub struct LastLook(Mutex<BTreeMap<PathBuf, Kept>>);

impl LastLook {
    pub(super) fn at(&self, office: &Path) -> Option<Kept> {
        self.looks().get(office).copied()
    }

    pub(super) fn keep(&self, office: &Path, look: Look) {
        self.looks().insert(office.to_owned(), Kept { look, noted: false });
    }

    /// Keeps the look of before, by which the clock was set back.
    pub(super) fn note(&self, office: &Path) {
        if let Some(kept) = self.looks().get_mut(office) {
            kept.noted = true;
        }
    }

    fn looks(&self) -> MutexGuard<'_, BTreeMap<PathBuf, Kept>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn time_since(before: Duration, now: Duration) -> TimeDelta {
    TimeDelta::from_std(now.saturating_sub(before)).unwrap_or(TimeDelta::MAX)
}

/// See [`ClockTrouble`]; where it is both, what went ahead is asked first. A clock that was set back by little shows for
/// ever against the last look, and against the log only until it has caught up.
pub(super) fn trouble(conn: &Connection, now: Look, last: Option<Kept>) -> Result<Option<ClockTrouble>> {
    Ok(known(conn)?.and_then(|known| match known.expected {
        Some(expected) => Some(ClockTrouble::Ahead { expected, by_log: expected == known.high }),
        None => {
            let by_log = Some(known.high - now.wall).filter(|lag| *lag > SLACK);
            let by_look = last.and_then(|kept| kept.behind(now));
            by_log.max(by_look).map(ClockTrouble::Behind)
        }
    }))
}

/// What the log knows of the clock.
pub(super) struct Known {
    /// The highest time this station has seen.
    high: DateTime<Utc>,
    /// What a clock that went ahead should have shown.
    expected: Option<DateTime<Utc>>,
}

pub(super) fn known(conn: &Connection) -> Result<Option<Known>> {
    let known = conn.prepare_cached("SELECT high_ms, expected_ms FROM clock")?.query_row([], |row| {
        let expected: Option<i64> = row.get(1)?;
        Ok(Known { high: time_of(row.get(0)?), expected: expected.map(time_of) })
    });
    Ok(known.optional()?)
}
