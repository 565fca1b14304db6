//! One online session on the clock: when it begins, how long it is held free, and who leads it.

use chrono::{DateTime, Datelike, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

/// Years outside of which a moment is a slip of the hand or of a damaged file. Inside them no sum of
/// minutes and zones can leave the calendar.
const YEARS: std::ops::RangeInclusive<i32> = 1970..=9998;

/// Where a session stands (procedure 1.9, "Sesi daring").
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub enum SessionState {
    Dijadwalkan,
    /// The vendor or the office asked for another time.
    DijadwalkanUlang,
    TidakHadir,
    Berlangsung,
    /// The call broke off or the verifikator paused; the next one is a session of its own (S-14).
    Terputus,
    Selesai,
    /// The case ended before it was held.
    Dibatalkan,
}

impl SessionState {
    pub fn label(self) -> &'static str {
        match self {
            Self::Dijadwalkan => "dijadwalkan",
            Self::DijadwalkanUlang => "dijadwalkan ulang",
            Self::TidakHadir => "tidak hadir",
            Self::Berlangsung => "berlangsung",
            Self::Terputus => "terputus",
            Self::Selesai => "selesai",
            Self::Dibatalkan => "dibatalkan",
        }
    }
}

/// A time that is promised to a vendor (T-10).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Appointment {
    pub start: DateTime<Utc>,
    /// Minutes that are held free, the call and what is written after it together.
    pub minutes: u16,
    /// The officer who leads the call, named as the caller names officers everywhere.
    pub verifikator: String,
}

/// A verifikator opens the call and the case before the vendor joins.
const CALLED_FORWARD: TimeDelta = TimeDelta::minutes(10);

impl Appointment {
    /// The first moment that belongs to somebody else again.
    pub fn end(&self) -> DateTime<Utc> {
        end_of(self.start, self.minutes)
    }

    /// From ten minutes before its time until its end it is what the desk does next.
    pub fn is_due(&self, now: DateTime<Utc>) -> bool {
        self.start - CALLED_FORWARD <= now && now < self.end()
    }

    /// Do the two share a moment? One that begins when the other ends does not.
    pub(super) fn meets(&self, start: DateTime<Utc>, minutes: u16) -> bool {
        self.start < end_of(start, minutes) && start < self.end()
    }
}

/// When something of `minutes` ends. No length at all counts as one minute: two calls at the same moment
/// would otherwise not meet.
pub(super) fn end_of(start: DateTime<Utc>, minutes: u16) -> DateTime<Utc> {
    start
        .checked_add_signed(TimeDelta::minutes(i64::from(minutes.max(1))))
        .unwrap_or(DateTime::<Utc>::MAX_UTC)
}

/// Can an office live through this year?
pub(super) fn is_plausible_year(date: &impl Datelike) -> bool {
    YEARS.contains(&date.year())
}
