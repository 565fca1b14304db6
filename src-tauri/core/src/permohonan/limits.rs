//! Tenggat dan batas: how long the office waits and how often it tries, from a day on.
//!
//! A permohonan keeps the limits of the day on which it was opened, so that no vendor is held to another date than the
//! one that stands on the paper in their hands.

use std::ops::RangeInclusive;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::error::{Code, Error, Result};
use crate::schedule::held_on;

/// Limits an office may change. The defaults are those of procedure 1.5 and 1.8.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct Limits {
    /// `batas_terima_tautan`: calendar days.
    pub link_days: u32,
    /// Calendar days from the filled form to verification.
    pub verification_days: u32,
    /// Calendar days after the request on which a vendor who must still come is reminded.
    pub reminder_days: [u32; 2],
    /// `maks_jadwal_ulang`
    pub reschedules: u32,
    /// Minutes after the appointed time.
    pub no_show_minutes: u32,
    pub contact_attempts: u32,
    /// How many no-shows end the case (S-13).
    pub no_shows: u32,
    /// Calendar days without an answer after a no-show.
    pub silent_days: u32,
    /// Working days after the activation on which the office asks about SIKAP. After the last of them the case may be
    /// closed as "belum mengisi" (T-26).
    pub sikap_days: [u32; 3],
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            link_days: 2,
            verification_days: 30,
            reminder_days: [14, 25],
            reschedules: 3,
            no_show_minutes: 15,
            contact_attempts: 2,
            no_shows: 3,
            silent_days: 14,
            sikap_days: [3, 7, 14],
        }
    }
}

/// Longer than any office waits; beyond it lies a slip of the finger.
const DAYS: RangeInclusive<u32> = 1..=365;
const TIMES: RangeInclusive<u32> = 1..=10;
const MINUTES: RangeInclusive<u32> = 1..=120;

impl Limits {
    /// Refuses numbers that no procedure has, and days that do not follow one another.
    pub fn checked(self) -> Result<Self> {
        let [first, second] = self.reminder_days;
        let days = [self.link_days, self.verification_days, self.silent_days, first, second];
        let times = [self.contact_attempts, self.no_shows];
        let wrong = if days.iter().chain(&self.sikap_days).any(|days| !DAYS.contains(days)) {
            Some(("days", "Jumlah hari paling sedikit 1 dan paling banyak 365."))
        } else if times.iter().any(|times| !TIMES.contains(times)) || self.reschedules > *TIMES.end() {
            Some(("times", "Jumlah kali paling sedikit 1 dan paling banyak 10; jadwal ulang boleh 0."))
        } else if !MINUTES.contains(&self.no_show_minutes) {
            Some(("minutes", "Menit menunggu paling sedikit 1 dan paling banyak 120."))
        } else if !(first < second && second < self.verification_days) {
            Some(("reminders", "Hari pengingat harus berurutan dan sebelum batas verifikasi."))
        } else if !self.sikap_days.is_sorted_by(|day, next| day < next) {
            Some(("sikap", "Hari menghubungi tentang SIKAP harus berurutan."))
        } else {
            None
        };
        match wrong {
            None => Ok(self),
            Some((which, what)) => Err(Error::new(Code::InvalidInput, which)
                .saying(what)
                .advising("Periksa lagi angkanya, seperti pada SOP kantor.")),
        }
    }

    /// The limits that hold for what begins on a day, from a list of limits and the days from which they hold.
    pub fn on(day: NaiveDate, known: &[(NaiveDate, Self)]) -> Self {
        held_on(day, known).copied().unwrap_or_default()
    }

    /// The fewest days after which anybody is reminded, whichever limits hold for them.
    pub fn first_reminder(known: &[(NaiveDate, Self)]) -> u32 {
        let set = known.iter().map(|(_, limits)| limits.reminder_days[0]);
        set.chain([Self::default().reminder_days[0]]).min().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, month, day).unwrap()
    }

    #[test]
    fn what_no_procedure_has_is_refused_and_says_which() {
        let usual = Limits::default();
        assert_eq!(usual.checked().unwrap(), usual);
        assert!(Limits { reschedules: 0, ..usual }.checked().is_ok());
        for (wrong, which) in [
            (Limits { link_days: 0, ..usual }, "Jumlah hari"),
            (Limits { silent_days: 366, ..usual }, "Jumlah hari"),
            (Limits { sikap_days: [0, 7, 14], ..usual }, "Jumlah hari"),
            (Limits { reminder_days: [0, 25], ..usual }, "Jumlah hari"),
            (Limits { no_shows: 0, ..usual }, "Jumlah kali"),
            (Limits { contact_attempts: 0, ..usual }, "Jumlah kali"),
            (Limits { reschedules: 11, ..usual }, "Jumlah kali"),
            (Limits { no_show_minutes: 0, ..usual }, "Menit menunggu"),
            (Limits { no_show_minutes: 121, ..usual }, "Menit menunggu"),
            (Limits { reminder_days: [25, 14], ..usual }, "Hari pengingat"),
            (Limits { reminder_days: [14, 30], ..usual }, "Hari pengingat"),
            (Limits { verification_days: 20, ..usual }, "Hari pengingat"),
            (Limits { sikap_days: [3, 3, 14], ..usual }, "Hari menghubungi"),
        ] {
            let refused = wrong.checked().unwrap_err();
            let what = refused.what.unwrap_or_default();
            assert!(what.starts_with(which), "{wrong:?}: {what}");
        }
    }

    #[test]
    fn a_day_has_the_limits_set_last_before_it() {
        let slow = Limits { link_days: 5, reminder_days: [20, 25], ..Limits::default() };
        let quick = Limits { link_days: 1, reminder_days: [7, 20], ..Limits::default() };
        let known = [(day(12, 1), quick), (day(6, 1), slow)];
        for (on, held) in
            [(day(5, 31), Limits::default()), (day(6, 1), slow), (day(11, 30), slow), (day(12, 1), quick)]
        {
            assert_eq!(Limits::on(on, &known), held, "{on}");
        }
        assert_eq!(Limits::first_reminder(&known), 7);
        assert_eq!(Limits::first_reminder(&known[1..]), 14);
        assert_eq!(Limits::first_reminder(&[]), 14);
    }
}
