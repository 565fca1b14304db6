//! The minutes that a row took at the desk.
//!
//! Only what the office can see is measured, and never guessed: work that goes over the night was not worked at all
//! night, so it has dates and no minutes. Pauses (DITUNDA) do not count.

use chrono::{DateTime, Utc};

use crate::permohonan::{Channel, Status, TransitionId};
use crate::schedule::TimeZone;

/// How long a case was in one status.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stay {
    pub status: Status,
    pub since: DateTime<Utc>,
    /// Still there while there is no end.
    pub until: Option<DateTime<Utc>>,
    /// The step that ended it.
    pub ended_by: Option<TransitionId>,
}

/// A time that was set for a call, and when the vendor was first told of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Told {
    pub booked: DateTime<Utc>,
    pub told: Option<DateTime<Utc>>,
}

/// One attempt to reach the vendor about SIKAP.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Followed {
    pub at: DateTime<Utc>,
    /// From the beginning of the attempt to its note; unknown if nobody said when it began.
    pub minutes: Option<u32>,
}

/// What a row took.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Measured {
    /// Seconds that were worked; none where nobody can tell.
    pub seconds: Option<i64>,
    /// When the work began: the standard of that day holds.
    pub began: DateTime<Utc>,
    /// None while it goes on or is paused, and where the case was called off in it.
    pub ended: Option<DateTime<Utc>>,
}

impl Measured {
    /// Whole minutes: what a person reads, and what is held against the standard.
    pub fn minutes(&self) -> Option<i64> {
        self.seconds.map(|seconds| seconds / 60)
    }

    /// Over the minutes that the SOP grants. Unknown minutes are not over.
    pub fn is_over(&self, standard: u32) -> bool {
        self.minutes().is_some_and(|minutes| minutes > i64::from(standard))
    }
}

/// What the office knows of the times of one case.
#[derive(Clone, Copy, Debug)]
pub struct Times<'a> {
    pub channel: Channel,
    pub stays: &'a [Stay],
    pub told: &'a [Told],
    pub followed: &'a [Followed],
    pub zone: TimeZone,
    pub now: DateTime<Utc>,
}

impl Times<'_> {
    /// What a row of the SOP took so far; none of a row that happens elsewhere or has not begun.
    pub fn of(&self, row: u8) -> Option<Measured> {
        match (row, self.channel) {
            (3, Channel::TatapMuka) => self.worked(took_the_papers, &TAKEN),
            (4, Channel::Daring) => longest(self.told.iter().map(|each| Measured {
                seconds: each.told.and_then(|at| self.same_day(each.booked, at)),
                began: each.booked,
                ended: each.told,
            })),
            (5, _) => self.worked(|stay| stay.status == Status::Verifikasi, &DECIDED),
            (6, _) => self.worked(|stay| stay.status == Status::Sesuai, &[TransitionId::T21]),
            (7, _) => longest(self.followed.iter().map(|each| Measured {
                seconds: each.minutes.map(|minutes| i64::from(minutes) * 60),
                began: each.at,
                ended: Some(each.at),
            })),
            _ => None,
        }
    }

    /// All stays of a row together; one that cannot be told leaves the whole untold. The row has ended when one of
    /// the steps that carry it out ended it: a case that is called off leaves its row unfinished.
    fn worked(&self, of_row: impl Fn(&Stay) -> bool, ends: &[TransitionId]) -> Option<Measured> {
        let of_it: Vec<_> = self.stays.iter().filter(|stay| of_row(stay)).collect();
        let began = of_it.first()?.since;
        let last = of_it.last().filter(|stay| stay.ended_by.is_some_and(|step| ends.contains(&step)));
        let ended = last.and_then(|stay| stay.until);
        let seconds = of_it.into_iter().map(|stay| self.of_one_day(stay)).sum();
        Some(Measured { seconds, began, ended })
    }

    fn of_one_day(&self, stay: &Stay) -> Option<i64> {
        self.same_day(stay.since, stay.until.unwrap_or(self.now))
    }

    fn same_day(&self, from: DateTime<Utc>, until: DateTime<Utc>) -> Option<i64> {
        (self.zone.office_day(from) == self.zone.office_day(until)).then(|| seconds(from, until))
    }
}

/// Steps that say whether the papers are complete.
const TAKEN: [TransitionId; 3] = [TransitionId::T06, TransitionId::T08, TransitionId::T09];

/// Steps that decide a verification: for a repair, suitable, refused, sent on.
const DECIDED: [TransitionId; 4] =
    [TransitionId::T18, TransitionId::T19, TransitionId::T20, TransitionId::T28];

/// At the counter: from the opening of the case until its papers are complete. What led to the link of the SPSE
/// instead of the papers was row 1.
fn took_the_papers(stay: &Stay) -> bool {
    match stay.status {
        Status::Draf => stay.ended_by != Some(TransitionId::T02),
        Status::Diajukan => true,
        _ => false,
    }
}

/// Never less than none: the clock may have gone back between the two (S-30).
fn seconds(from: DateTime<Utc>, until: DateTime<Utc>) -> i64 {
    (until - from).num_seconds().max(0)
}

/// A row that was carried out several times is held to its standard each time.
fn longest(times: impl Iterator<Item = Measured>) -> Option<Measured> {
    times.max_by_key(|each| each.seconds)
}
