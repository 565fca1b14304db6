//! Waktu kosong: which times can still be promised, and what stands against one that a person chose.
//!
//! The guards of T-10 and T-11 ask here ("slot free, within service hours"). A session that is being moved
//! is left out of `booked` by the caller, or it would stand in its own way.

use std::collections::BTreeSet;

use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use super::appointment::{Appointment, end_of, is_plausible_year};
use super::{Holidays, ServiceHours, TimeZone};

/// Days that are looked at in one question: a year, which nobody books ahead.
const MOST_DAYS: u32 = 366;

/// Everything that decides on a time, as it is known at one moment.
#[derive(Clone, Copy, Debug)]
pub struct Diary<'a> {
    pub hours: &'a ServiceHours,
    pub holidays: &'a Holidays,
    pub zone: TimeZone,
    /// Sessions that still stand, in any order, without the one that is being moved.
    pub booked: &'a [Appointment],
    /// Officers who may lead a session; whoever is away is left out by the caller.
    pub verifikators: &'a [String],
    pub now: DateTime<Utc>,
}

/// A time that can be offered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Slot {
    pub start: DateTime<Utc>,
    pub minutes: u16,
    /// Who could lead it, in the order of [`Diary::verifikators`]; never empty.
    pub free: Vec<String>,
}

/// What stands against a time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Clash {
    /// It has begun already.
    Past,
    /// One of the office's holidays.
    Holiday { name: String },
    /// In no window of that weekday.
    OutsideHours,
    /// The verifikator leads another session then.
    Taken { start: DateTime<Utc>, minutes: u16 },
    /// The verifikator leads as many sessions that day as one person may.
    Full { sessions: u8 },
}

/// What is to be said about a time that a person chose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Judgement {
    /// It begins inside a window of a day that is no holiday. 10.10 counts: a person need not keep to the grid.
    pub within_hours: bool,
    /// It ends inside that window too. No condition of T-10; the desk may say that noon will be late.
    pub ends_within_hours: bool,
    /// It lies ahead, and the verifikator can lead it.
    pub free: bool,
    /// The first thing against it: what cannot be changed comes before what another officer could solve.
    pub why: Option<Clash>,
}

impl Clash {
    /// What the desk says, with the times of the office.
    pub fn label(&self, zone: TimeZone) -> String {
        match self {
            Self::Past => "Waktu ini sudah lewat".to_owned(),
            Self::Holiday { name } => format!("Hari libur: {name}"),
            Self::OutsideHours => "Di luar jam layanan daring".to_owned(),
            Self::Taken { start, minutes } => format!(
                "Verifikator sudah ada sesi pukul {} sampai {}",
                zone.format_clock(*start),
                zone.format_time(end_of(*start, *minutes))
            ),
            Self::Full { sessions } => format!("Verifikator sudah {sessions} sesi pada hari itu"),
        }
    }
}

impl Diary<'_> {
    /// Times that can be offered on `days` days from `from_day`, earliest first.
    ///
    /// Slots begin with their window and follow each other by the length of a session. None lies in the past,
    /// on a holiday or past the end of its window, and none is without somebody to lead it. At most a year is
    /// looked at.
    pub fn free_slots(&self, from_day: NaiveDate, days: u32) -> Vec<Slot> {
        let days = from_day.iter_days().take(days.min(MOST_DAYS) as usize);
        days.filter(|day| is_plausible_year(day) && self.holidays.is_holiday(*day).is_none())
            .flat_map(|day| self.slots_on(day))
            .collect()
    }

    fn slots_on(&self, day: NaiveDate) -> Vec<Slot> {
        let minutes = self.hours.session_minutes;
        self.starts_on(day)
            .into_iter()
            .filter(|start| *start > self.now)
            .map(|start| Slot { start, minutes, free: self.free_for(start, minutes) })
            .filter(|slot| !slot.free.is_empty())
            .collect()
    }

    /// Every start of the grid on one day. A set, so that windows that nobody checked offer no time twice.
    fn starts_on(&self, day: NaiveDate) -> BTreeSet<DateTime<Utc>> {
        let session = self.hours.session_length();
        let mut starts = BTreeSet::new();
        if session.is_zero() {
            return starts;
        }
        let midnight = self.zone.start_of_day(day);
        for window in self.hours.on(day.weekday()) {
            let mut begins = since_midnight(window.from);
            while begins + session <= since_midnight(window.until) {
                starts.insert(midnight + begins);
                begins += session;
            }
        }
        starts
    }

    fn free_for(&self, start: DateTime<Utc>, minutes: u16) -> Vec<String> {
        let mut free: Vec<String> = Vec::new();
        for verifikator in self.verifikators {
            if !free.contains(verifikator) && self.occupied(start, minutes, verifikator).is_none() {
                free.push(verifikator.clone());
            }
        }
        free
    }

    /// What keeps one officer from leading a session.
    fn occupied(&self, start: DateTime<Utc>, minutes: u16, verifikator: &str) -> Option<Clash> {
        let own = || self.booked.iter().filter(|other| other.verifikator == verifikator);
        // The earliest, so that the answer does not hang on the order of the list.
        let met = own()
            .filter(|other| other.meets(start, minutes))
            .min_by_key(|other| (other.start, other.minutes));
        if let Some(other) = met {
            return Some(Clash::Taken { start: other.start, minutes: other.minutes });
        }
        let day = self.zone.office_day(start);
        let that_day = |other: &&Appointment| {
            is_plausible_year(&other.start) && self.zone.office_day(other.start) == day
        };
        let sessions = self.hours.per_verifikator;
        (own().filter(that_day).count() >= usize::from(sessions)).then_some(Clash::Full { sessions })
    }

    /// Judges a time that a person chose, on the grid or not.
    ///
    /// Whether `verifikator` may lead sessions at all is not asked here: that is a right, not a time.
    pub fn judge(&self, start: DateTime<Utc>, minutes: u16, verifikator: &str) -> Judgement {
        if !is_plausible_year(&start) {
            let why = if start <= self.now { Clash::Past } else { Clash::OutsideHours };
            return Judgement { within_hours: false, ends_within_hours: false, free: false, why: Some(why) };
        }
        let day = self.zone.office_day(start);
        let holiday = self.holidays.is_holiday(day);
        let begins = self.zone.local(start).time();
        let window = self
            .hours
            .on(day.weekday())
            .into_iter()
            .find(|window| window.from <= begins && begins < window.until)
            .filter(|_| holiday.is_none());
        let ends = since_midnight(begins) + TimeDelta::minutes(i64::from(minutes.max(1)));
        let ends_within_hours = window.is_some_and(|window| ends <= since_midnight(window.until));
        let past = (start <= self.now).then_some(Clash::Past);
        let occupied = self.occupied(start, minutes, verifikator);
        let free = past.is_none() && occupied.is_none();
        let why = past
            .or_else(|| holiday.map(|name| Clash::Holiday { name: name.to_owned() }))
            .or_else(|| window.is_none().then_some(Clash::OutsideHours))
            .or(occupied);
        Judgement { within_hours: window.is_some(), ends_within_hours, free, why }
    }
}

fn since_midnight(time: NaiveTime) -> TimeDelta {
    time - NaiveTime::MIN
}
