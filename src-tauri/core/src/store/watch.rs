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
pub(super) const SLACK: TimeDelta = TimeDelta::minutes(2);

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
            Some(before) if before.by_log => (before.look.expected_at(self.steady), LONGEST_REST),
            Some(before) => (before.look.expected_at(self.steady), SLACK),
            None => (known.high, LONGEST_REST),
        };
        let noted = before.is_some_and(|before| before.noted);
        let lags_by_log = self.wall + SLACK < known.high;
        // A look that took the time of the log adds to it only when the clock has caught up with the log.
        let lags_by_look =
            before.is_some_and(|before| before.behind(self).is_some() && !(before.by_log && lags_by_log));
        if known.expected.is_some() {
            // It is in question already, until a person says which time is right.
            if lags_by_log { Sight::Lags } else { Sight::Right }
        } else if lags_by_log && before.is_none() {
            // What an earlier run wrote down of it still holds.
            let lost = known.set_back.unwrap_or_default();
            Sight::Behind(known.high.max(self.wall + lost))
        } else if lags_by_log && !lags_by_look {
            Sight::Lags
        } else if lags_by_look {
            if noted { Sight::Lags } else { Sight::Moved(expected) }
        } else if self.wall > expected.max(known.high) + slack {
            Sight::Moved(expected)
        } else if known.set_back.is_some() {
            // Where an earlier run left the question open, nothing here can answer it.
            if before.is_some() { Sight::PutRight } else { Sight::Lags }
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
    /// What it showed was the time of the log, which says nothing of the rest since.
    by_log: bool,
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
    /// It is behind the log at the first look of a run, and should show at least this.
    Behind(DateTime<Utc>),
    /// It is behind, and that is known already. Nothing is judged by such a look: putting the clock right is no leap.
    Lags,
    /// It was behind, and shows again what it should.
    PutRight,
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
        self.looks().insert(office.to_owned(), Kept { look, by_log: false, noted: false });
    }

    /// Keeps the time of the log in place of a first look that lags behind it.
    pub(super) fn keep_log(&self, office: &Path, look: Look, high: DateTime<Utc>) {
        let look = Look { wall: high, ..look };
        self.looks().insert(office.to_owned(), Kept { look, by_log: true, noted: false });
    }

    /// Keeps what a clock that was set back should have shown at this look, by which it is judged from here.
    pub(super) fn note(&self, office: &Path, look: Look, expected: DateTime<Utc>) {
        let mut looks = self.looks();
        let by_log = looks.get(office).is_none_or(|before| before.by_log);
        looks.insert(office.to_owned(), Kept { look: Look { wall: expected, ..look }, by_log, noted: true });
    }

    fn looks(&self) -> MutexGuard<'_, BTreeMap<PathBuf, Kept>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn time_since(before: Duration, now: Duration) -> TimeDelta {
    TimeDelta::from_std(now.saturating_sub(before)).unwrap_or(TimeDelta::MAX)
}

/// See [`ClockTrouble`]; where it is both, what went ahead is asked first. Against the log a clock that was set back shows
/// only until it has caught up; against the last look, until it is put right. A run of the program that has no look yet
/// goes by what an earlier one wrote down: whether the clock was put right in between only a person can say.
pub(super) fn trouble(conn: &Connection, now: Look, last: Option<Kept>) -> Result<Option<ClockTrouble>> {
    Ok(known(conn)?.and_then(|known| match known.expected {
        Some(expected) => Some(ClockTrouble::Ahead { expected, by_log: expected == known.high }),
        None => {
            let by_log = Some(known.high - now.wall).filter(|lag| *lag > SLACK);
            let by_look = match last {
                Some(kept) => kept.behind(now),
                None => known.set_back,
            };
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
    /// By how much it was set back when that was noticed.
    set_back: Option<TimeDelta>,
}

pub(super) fn known(conn: &Connection) -> Result<Option<Known>> {
    let known =
        conn.prepare_cached("SELECT high_ms, expected_ms, set_back_ms FROM clock")?.query_row([], |row| {
            let expected: Option<i64> = row.get(1)?;
            let set_back = row.get::<_, Option<i64>>(2)?.and_then(TimeDelta::try_milliseconds);
            Ok(Known { high: time_of(row.get(0)?), expected: expected.map(time_of), set_back })
        });
    Ok(known.optional()?)
}
