//! Masa laporan: a day, a month or a year of the office's calendar.

use chrono::{DateTime, Datelike as _, Days, Months, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::schedule::{TimeZone, format_date, month_name};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[cfg_attr(feature = "wire", ts(rename = "ReportKind"))]
pub enum PeriodKind {
    Hari,
    Bulan,
    Tahun,
}

/// As what a report is handed on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub enum ReportFormat {
    Pdf,
    Xlsx,
    Csv,
}

/// A span of whole days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    kind: PeriodKind,
    first: NaiveDate,
}

impl Period {
    /// The day, month or year in which a day lies.
    pub fn of(kind: PeriodKind, day: NaiveDate) -> Self {
        let first = match kind {
            PeriodKind::Hari => day,
            PeriodKind::Bulan => day.with_day(1).unwrap_or(day),
            PeriodKind::Tahun => NaiveDate::from_ymd_opt(day.year(), 1, 1).unwrap_or(day),
        };
        Self { kind, first }
    }

    pub fn kind(self) -> PeriodKind {
        self.kind
    }

    pub fn first(self) -> NaiveDate {
        self.first
    }

    pub fn last(self) -> NaiveDate {
        let next = self.next().first;
        next.checked_sub_days(Days::new(1)).unwrap_or(next)
    }

    /// At the end of the calendar, which no office reaches, the period itself.
    #[must_use]
    pub fn next(self) -> Self {
        let next = match self.kind {
            PeriodKind::Hari => self.first.checked_add_days(Days::new(1)),
            PeriodKind::Bulan => self.first.checked_add_months(Months::new(1)),
            PeriodKind::Tahun => self.first.checked_add_months(Months::new(12)),
        };
        Self { first: next.unwrap_or(self.first), ..self }
    }

    #[must_use]
    pub fn previous(self) -> Self {
        let before = self.first.checked_sub_days(Days::new(1));
        before.map_or(self, |day| Self::of(self.kind, day))
    }

    /// From its first moment until the first moment that belongs to it no more.
    pub fn bounds(self, zone: TimeZone) -> (DateTime<Utc>, DateTime<Utc>) {
        (zone.start_of_day(self.first), zone.start_of_day(self.next().first))
    }

    pub fn title(self) -> &'static str {
        match self.kind {
            PeriodKind::Hari => "Laporan harian",
            PeriodKind::Bulan => "Laporan bulanan",
            PeriodKind::Tahun => "Laporan tahunan",
        }
    }

    /// `29 November 2026`, `November 2026`, `2026`
    pub fn label(self) -> String {
        match self.kind {
            PeriodKind::Hari => format_date(self.first),
            PeriodKind::Bulan => format!("{} {}", month_name(self.first), self.first.year()),
            PeriodKind::Tahun => self.first.year().to_string(),
        }
    }

    /// `laporan-2026-11`: what a file of it is called.
    pub fn file_name(self) -> String {
        let parts = match self.kind {
            PeriodKind::Hari => "%Y-%m-%d",
            PeriodKind::Bulan => "%Y-%m",
            PeriodKind::Tahun => "%Y",
        };
        format!("laporan-{}", self.first.format(parts))
    }

    /// The months that a year is shown by; none of a shorter period.
    pub fn months(self) -> Vec<Self> {
        if self.kind != PeriodKind::Tahun {
            return Vec::new();
        }
        let first = Self::of(PeriodKind::Bulan, self.first);
        std::iter::successors(Some(first), |month| Some(month.next())).take(12).collect()
    }
}
