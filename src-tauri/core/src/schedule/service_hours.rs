//! Jam layanan daring: when an office holds online sessions, how long one is, and how many a day.
//!
//! Times are what the clock on the office wall shows; the office's zone turns them into moments. Saturdays
//! and Sundays are closed because no window names them, so that an office may open one.

use chrono::{NaiveDate, NaiveTime, TimeDelta, Weekday};
use serde::{Deserialize, Serialize};

use super::held_on;
use crate::error::{Code, Error, Result};

/// A stretch of one weekday in which sessions are held.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Window {
    /// Written `senin` to `minggu`.
    #[serde(with = "weekday")]
    pub weekday: Weekday,
    /// Office time, written `09.00`; a session may begin now.
    #[serde(with = "clock")]
    pub from: NaiveTime,
    /// Office time; a proposed session has ended by now.
    #[serde(with = "clock")]
    pub until: NaiveTime,
}

/// When and how often an office verifies by video.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServiceHours {
    /// Minutes held free for one session.
    pub session_minutes: u16,
    pub windows: Vec<Window>,
    /// Sessions that one verifikator leads on one office day, at most.
    pub per_verifikator: u8,
}

impl Default for ServiceHours {
    /// A proposal that an office may change; no regulation sets these hours.
    ///
    /// An online case costs its verifikator 41 minutes of the SOP (rows 4 to 7: 5 + 30 + 1 + 5), so 45 leave
    /// a few between two calls. The windows hold six sessions on a long day (four before noon, two after)
    /// and two on a Friday, whose noon belongs to the prayer: one verifikator can lead them all, and hours
    /// of the counter remain before, between and after.
    fn default() -> Self {
        let at = |hour| NaiveTime::MIN + TimeDelta::hours(hour);
        let window = |weekday, from, until| Window { weekday, from: at(from), until: at(until) };
        let long = [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu];
        let mut windows: Vec<Window> =
            long.into_iter().flat_map(|day| [window(day, 9, 12), window(day, 13, 15)]).collect();
        windows.push(window(Weekday::Fri, 9, 11));
        Self { session_minutes: 45, windows, per_verifikator: 6 }
    }
}

impl Window {
    /// How much of the day it holds; nothing for one that ends before it begins.
    pub fn length(&self) -> TimeDelta {
        (self.until - self.from).max(TimeDelta::zero())
    }

    /// `Senin 09.00-12.00`
    pub fn label(&self) -> String {
        format!("{} {}-{}", weekday::label(self.weekday), clock::text(self.from), clock::text(self.until))
    }

    /// `09.00-12.00`
    pub fn hours_label(&self) -> String {
        format!("{}-{}", clock::text(self.from), clock::text(self.until))
    }

    fn overlaps(&self, other: &Self) -> bool {
        self.weekday == other.weekday && self.from < other.until && other.from < self.until
    }
}

impl ServiceHours {
    /// The hours of a day; the proposal where the office had set none by then.
    pub fn of_day(day: NaiveDate, known: &[(NaiveDate, Self)]) -> Self {
        held_on(day, known).cloned().unwrap_or_default()
    }

    /// All of it in one line: `45 menit per sesi, 6 sesi sehari; Senin 09.00-12.00, 13.00-15.00`
    pub fn label(&self) -> String {
        let mut label =
            format!("{} menit per sesi, {} sesi sehari", self.session_minutes, self.per_verifikator);
        let mut day = Weekday::Mon;
        for _ in 0..7 {
            let windows = self.on(day);
            for (nth, window) in windows.iter().enumerate() {
                let said = if nth == 0 {
                    format!("; {}", window.label())
                } else {
                    format!(", {}", window.hours_label())
                };
                label.push_str(&said);
            }
            day = day.succ();
        }
        label
    }

    /// The windows of one day, earliest first.
    pub fn on_day(&self, date: NaiveDate) -> Vec<Window> {
        use chrono::Datelike as _;
        self.on(date.weekday()).into_iter().cloned().collect()
    }

    /// Refuses hours under which no session could be held, or one moment would be offered twice.
    ///
    /// # Errors
    /// [`Code::InvalidInput`] that names the first window or number that cannot be.
    pub fn check(&self) -> Result<()> {
        if self.session_minutes == 0 {
            return refuse("Lama sesi 0 menit.", "Isi lama satu sesi, misalnya 45 menit.");
        }
        if self.per_verifikator == 0 {
            return refuse(
                "Jumlah sesi sehari untuk satu verifikator 0.",
                "Isi paling sedikit satu sesi sehari, atau nonaktifkan verifikasi daring.",
            );
        }
        if self.windows.is_empty() {
            return refuse(
                "Belum ada jam layanan daring.",
                "Tambahkan paling sedikit satu hari dengan jamnya.",
            );
        }
        for (index, window) in self.windows.iter().enumerate() {
            if window.from >= window.until {
                return refuse(
                    format!("Jam layanan {} berakhir sebelum dimulai.", window.label()),
                    "Isi jam selesai yang lebih lambat daripada jam mulai.",
                );
            }
            if let Some(other) = self.windows[..index].iter().find(|other| other.overlaps(window)) {
                return refuse(
                    format!("Jam layanan {} dan {} bertumpuk.", other.label(), window.label()),
                    "Gabungkan keduanya, atau ubah salah satu jamnya.",
                );
            }
        }
        if !self.windows.iter().any(|window| window.length() >= self.session_length()) {
            return refuse(
                format!("Satu sesi {} menit tidak muat dalam jam layanan mana pun.", self.session_minutes),
                "Perpendek lama sesi, atau perpanjang jam layanan.",
            );
        }
        Ok(())
    }

    /// The windows of one weekday, earliest first, however the office wrote them down.
    pub(super) fn on(&self, weekday: Weekday) -> Vec<&Window> {
        let mut windows: Vec<&Window> =
            self.windows.iter().filter(|window| window.weekday == weekday).collect();
        windows.sort_by_key(|window| (window.from, window.until));
        windows
    }

    pub(super) fn session_length(&self) -> TimeDelta {
        TimeDelta::minutes(i64::from(self.session_minutes))
    }
}

fn refuse(what: impl Into<String>, todo: &str) -> Result<()> {
    Err(Error::new(Code::InvalidInput, "service hours").saying(what).advising(todo))
}

/// Weekdays in a file that a person may open: `senin`.
mod weekday {
    use chrono::Weekday;
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    const NAMES: [(Weekday, &str, &str); 7] = [
        (Weekday::Mon, "senin", "Senin"),
        (Weekday::Tue, "selasa", "Selasa"),
        (Weekday::Wed, "rabu", "Rabu"),
        (Weekday::Thu, "kamis", "Kamis"),
        (Weekday::Fri, "jumat", "Jumat"),
        (Weekday::Sat, "sabtu", "Sabtu"),
        (Weekday::Sun, "minggu", "Minggu"),
    ];

    pub(super) fn label(day: Weekday) -> &'static str {
        NAMES[day.num_days_from_monday() as usize].2
    }

    pub(super) fn serialize<S: Serializer>(day: &Weekday, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(NAMES[day.num_days_from_monday() as usize].1)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Weekday, D::Error> {
        let text = String::deserialize(deserializer)?;
        let known = NAMES.iter().find(|(_, name, _)| *name == text);
        known.map(|(day, _, _)| *day).ok_or_else(|| D::Error::custom("not a weekday from senin to minggu"))
    }
}

/// A time of day as it is typed, `09.00` or `09:00`.
pub fn read_clock(text: &str) -> Option<NaiveTime> {
    clock::read(text.trim())
}

/// Times of a wall clock: `09.00`, as the office writes them. `09:00` is read as well.
mod clock {
    use chrono::{NaiveTime, Timelike};
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    pub(super) fn text(time: NaiveTime) -> String {
        format!("{:02}.{:02}", time.hour(), time.minute())
    }

    pub(super) fn read(text: &str) -> Option<NaiveTime> {
        let (hour, minute) = text.split_once(['.', ':'])?;
        let number = |part: &str| {
            let two = part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
            if two { part.parse().ok() } else { None }
        };
        NaiveTime::from_hms_opt(number(hour)?, number(minute)?, 0)
    }

    pub(super) fn serialize<S: Serializer>(time: &NaiveTime, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&text(*time))
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<NaiveTime, D::Error> {
        let text = String::deserialize(deserializer)?;
        read(&text).ok_or_else(|| D::Error::custom("not a time such as 09.00"))
    }
}
