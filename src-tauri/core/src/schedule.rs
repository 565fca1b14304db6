//! Jadwal: the office's clock and its working days.
//!
//! Source: procedure 1.2, A-06. Time is kept in UTC; an office day is the calendar day in the office's own
//! zone. Indonesia knows no summer time, so a zone is a plain offset.
//!
//! Below it stand the rules of online sessions (T-10 to T-14): when the office holds them, which times
//! are still free, and what the vendor is told.

mod appointment;
mod draft;
mod holidays;
mod invitation;
mod notice;
mod service_hours;
mod session_code;
mod slots;

pub use appointment::{Appointment, SessionState};
pub use draft::{email_draft, email_message};
pub use holidays::{Holidays, HolidaysRead, RefusedLine};
pub use invitation::{INVITATION_FILE, Invitation, InvitationStatus, MailAddress};
pub use notice::{Notice, NoticeFacts, NoticeKind, USUAL_DOCUMENTS, VideoWay, notice};
pub use service_hours::{ServiceHours, Window, read_clock};
pub use session_code::{CODE_BYTES, session_code};
pub use slots::{Clash, Diary, Judgement, Slot};

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveDateTime, TimeDelta, Timelike, Utc, Weekday};
use serde::{Deserialize, Serialize};

/// Working days that a vendor is given to repair a file, as proposed; the officer may choose another date.
pub const REPAIR_DAYS: u32 = 10;

/// The three zones of Indonesia.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub enum TimeZone {
    /// Western, UTC+7
    #[default]
    #[serde(rename = "WIB")]
    Wib,
    /// Central, UTC+8
    #[serde(rename = "WITA")]
    Wita,
    /// Eastern, UTC+9
    #[serde(rename = "WIT")]
    Wit,
}

impl TimeZone {
    pub fn label(self) -> &'static str {
        match self {
            Self::Wib => "WIB",
            Self::Wita => "WITA",
            Self::Wit => "WIT",
        }
    }

    fn offset(self) -> TimeDelta {
        TimeDelta::hours(match self {
            Self::Wib => 7,
            Self::Wita => 8,
            Self::Wit => 9,
        })
    }

    /// What the clock on the office wall shows.
    pub fn local(self, at: DateTime<Utc>) -> NaiveDateTime {
        at.naive_utc() + self.offset()
    }

    /// The calendar day on which queue numbers and paper series turn.
    pub fn office_day(self, at: DateTime<Utc>) -> NaiveDate {
        self.local(at).date()
    }

    /// The moment at which an office day begins.
    pub fn start_of_day(self, day: NaiveDate) -> DateTime<Utc> {
        (day.and_time(chrono::NaiveTime::MIN) - self.offset()).and_utc()
    }

    /// The moment at which the clock on the office wall shows this.
    pub fn moment(self, day: NaiveDate, time: chrono::NaiveTime) -> DateTime<Utc> {
        (day.and_time(time) - self.offset()).and_utc()
    }

    /// Year of the office day: the year of every series of numbers.
    pub fn office_year(self, at: DateTime<Utc>) -> u16 {
        u16::try_from(self.office_day(at).year()).unwrap_or_default()
    }

    /// `09.24 WIB`
    pub fn format_time(self, at: DateTime<Utc>) -> String {
        format!("{} {}", self.format_clock(at), self.label())
    }

    /// `09.24`, where the zone stands beside it already.
    pub fn format_clock(self, at: DateTime<Utc>) -> String {
        let local = self.local(at);
        format!("{:02}.{:02}", local.hour(), local.minute())
    }

    /// `10.45 WIB`, for something of `minutes` that begins at 10.00.
    pub fn format_end(self, start: DateTime<Utc>, minutes: u16) -> String {
        self.format_time(start + TimeDelta::minutes(i64::from(minutes)))
    }

    /// `23 November 2026, 09.24 WIB`
    pub fn format_date_time(self, at: DateTime<Utc>) -> String {
        format!("{}, {}", format_date(self.office_day(at)), self.format_time(at))
    }
}

/// `23 November 2026`
pub fn format_date(date: NaiveDate) -> String {
    format!("{} {} {}", date.day(), month_name(date), date.year())
}

/// `Senin, 23 November 2026`
pub fn format_long_date(date: NaiveDate) -> String {
    format!("{}, {}", day_name(date), format_date(date))
}

pub fn day_name(date: NaiveDate) -> &'static str {
    match date.weekday() {
        Weekday::Mon => "Senin",
        Weekday::Tue => "Selasa",
        Weekday::Wed => "Rabu",
        Weekday::Thu => "Kamis",
        Weekday::Fri => "Jumat",
        Weekday::Sat => "Sabtu",
        Weekday::Sun => "Minggu",
    }
}

pub fn month_name(date: NaiveDate) -> &'static str {
    const MONTHS: [&str; 12] = [
        "Januari",
        "Februari",
        "Maret",
        "April",
        "Mei",
        "Juni",
        "Juli",
        "Agustus",
        "September",
        "Oktober",
        "November",
        "Desember",
    ];
    MONTHS[date.month0() as usize]
}

/// Monday to Friday, and not one of the office's holidays.
pub fn is_working_day(date: NaiveDate, holidays: &[NaiveDate]) -> bool {
    !matches!(date.weekday(), Weekday::Sat | Weekday::Sun) && !holidays.contains(&date)
}

/// The working day that lies `count` working days after `start`; the day itself never counts.
///
/// With `count` 0 it is `start` or, on a day off, the next working day. The last day of the
/// calendar is returned when the calendar ends first.
pub fn add_working_days(start: NaiveDate, count: u32, holidays: &[NaiveDate]) -> NaiveDate {
    let mut day = start;
    let mut left = count;
    while left > 0 || !is_working_day(day, holidays) {
        let Some(next) = day.checked_add_days(Days::new(1)) else { return day };
        day = next;
        if left > 0 && is_working_day(day, holidays) {
            left -= 1;
        }
    }
    day
}

/// What holds on a day, of what was set from days on in any order.
pub fn held_on<T>(day: NaiveDate, known: &[(NaiveDate, T)]) -> Option<&T> {
    known.iter().filter(|(since, _)| *since <= day).max_by_key(|(since, _)| *since).map(|(_, held)| held)
}

#[cfg(test)]
mod tests;
