//! Rekapitulasi: the figures of one period.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use super::figures::{Spread, format_minutes};
use super::period::Period;
use crate::form::Profil;
use crate::layanan::Layanan;
use crate::permohonan::{Channel, Status};
use crate::reasons::Reason;
use crate::sop::SopStep;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Recap {
    pub verified: Verified,
    pub flow: FlowCounts,
    /// Of those that were verified.
    pub channels: BTreeMap<Channel, usize>,
    pub profils: BTreeMap<Profil, usize>,
    /// Opened in the period, whatever became of it.
    pub layanan: BTreeMap<Layanan, usize>,
    /// By the moment at which the verification ended.
    pub cases: Vec<VerifiedCase>,
    /// Only of a year.
    pub months: Vec<MonthCounts>,
    pub steps: Vec<StepFigures>,
    /// Every row that took longer than its standard, by day.
    pub deviations: Vec<Deviation>,
    pub reasons: Vec<ReasonCount>,
    pub officers: Vec<OfficerLoad>,
    pub sikap: SikapCounts,
    /// From the queue number to the beginning of the verification, at the counter.
    pub waited: Spread,
}

/// How the verifications of a period stand to their standard.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Verified {
    pub within: usize,
    pub over: usize,
    /// They went over the night, or the clock was put right in between: dates and no minutes.
    pub untold: usize,
    /// Over, and nobody has said why yet.
    pub unexplained: usize,
}

impl Verified {
    pub fn count(&self) -> usize {
        self.within + self.over + self.untold
    }

    pub(super) fn one(case: &VerifiedCase) -> Self {
        let over = case.is_over();
        Self {
            within: usize::from(case.minutes.is_some() && !over),
            over: usize::from(over),
            untold: usize::from(case.minutes.is_none()),
            unexplained: usize::from(over && !case.is_explained),
        }
    }

    #[must_use]
    pub(super) fn and(self, other: Self) -> Self {
        Self {
            within: self.within + other.within,
            over: self.over + other.over,
            untold: self.untold + other.untold,
            unexplained: self.unexplained + other.unexplained,
        }
    }
}

/// What came in and what became of it, each counted on the day on which it happened.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FlowCounts {
    pub opened: usize,
    pub received: usize,
    pub returned: usize,
    pub approved: usize,
    pub rejected: usize,
    pub redirected: usize,
    pub cancelled: usize,
    pub lapsed: usize,
    pub finished: usize,
    /// Nobody came to the call.
    pub missed: usize,
    /// Open still when the period ended.
    pub open_at_end: usize,
}

/// One permohonan whose verification was decided in the period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerifiedCase {
    pub case: String,
    pub number: String,
    pub company: String,
    pub npwp: String,
    pub channel: Channel,
    pub profil: Profil,
    /// When its papers came, or its e-mail.
    pub received: Option<DateTime<Utc>>,
    pub ended: DateTime<Utc>,
    /// None where nobody can tell them.
    pub minutes: Option<i64>,
    pub standard: u32,
    /// Why it took longer.
    pub reason: Option<String>,
    /// The reason explains all of it.
    pub is_explained: bool,
    /// What the step that decided it led to.
    pub result: Status,
    pub officer: String,
}

impl VerifiedCase {
    pub fn is_over(&self) -> bool {
        self.minutes.is_some_and(|minutes| minutes > i64::from(self.standard))
    }

    /// The result as such: a status says what the desk waits for next.
    pub fn result_label(&self) -> &'static str {
        match self.result {
            Status::Sesuai => "Sesuai",
            other => other.label(),
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MonthCounts {
    pub month: Period,
    pub verified: Verified,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepFigures {
    pub step: SopStep,
    /// The minutes that were granted; several where a new standard began within the period.
    pub standards: Vec<u32>,
    pub spread: Spread,
    pub over: usize,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deviation {
    pub case: String,
    pub number: String,
    pub ended: DateTime<Utc>,
    pub row: u8,
    pub minutes: i64,
    pub standard: u32,
    pub reason: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReasonCount {
    pub reason: Reason,
    pub count: usize,
}

/// Verifications that an officer decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfficerLoad {
    pub officer: String,
    pub spread: Spread,
    /// Decided; those whose minutes nobody can tell are not in `spread`.
    pub count: usize,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SikapCounts {
    pub filled: usize,
    /// Closed without it.
    pub not_filled: usize,
    /// Vendors who were asked at least once in the period.
    pub contacted: usize,
    /// Of these, asked twice or more up to its end.
    pub contacted_again: usize,
}

impl FlowCounts {
    /// As a person reads them, in the order of the procedure.
    pub fn rows(&self) -> [(&'static str, usize); 11] {
        [
            ("Permohonan dibuka", self.opened),
            ("Berkas diterima", self.received),
            ("Dikembalikan untuk diperbaiki", self.returned),
            ("Tidak hadir di panggilan video", self.missed),
            ("Disetujui", self.approved),
            ("Ditolak", self.rejected),
            ("Dialihkan", self.redirected),
            ("Dibatalkan", self.cancelled),
            ("Kedaluwarsa", self.lapsed),
            ("Selesai sampai SIKAP", self.finished),
            ("Masih berjalan pada akhir masa", self.open_at_end),
        ]
    }
}

impl StepFigures {
    /// `30 menit`; `15 atau 30 menit` where the standard changed within the period.
    pub fn standard_label(&self) -> String {
        let each: Vec<String> = self.standards.iter().map(u32::to_string).collect();
        format!("{} menit", each.join(" atau "))
    }
}

impl Recap {
    /// How the verified came, and what kind of business they are, as a person reads it.
    pub fn channel_rows(&self) -> Vec<(&'static str, usize)> {
        self.channels.iter().map(|(channel, count)| (channel.label(), *count)).collect()
    }

    /// What the permohonan that were opened were for; nothing where all were for a new account.
    pub fn layanan_rows(&self) -> Vec<(&'static str, usize)> {
        if self.layanan.keys().all(|layanan| *layanan == Layanan::AkunBaru) {
            return Vec::new();
        }
        let label = |layanan: &Layanan| match layanan {
            Layanan::AkunBaru => "Dibuka: akun baru",
            Layanan::PerubahanData => "Dibuka: perubahan data",
            Layanan::PendampinganInaproc => "Dibuka: pendampingan INAPROC",
        };
        self.layanan.iter().map(|(layanan, count)| (label(layanan), *count)).collect()
    }

    pub fn profil_rows(&self) -> Vec<(&'static str, usize)> {
        let label = |profil: &Profil| match profil {
            Profil::BadanUsaha => "Badan usaha",
            Profil::UsahaPerorangan => "Usaha perorangan",
        };
        self.profils.iter().map(|(profil, count)| (label(profil), *count)).collect()
    }

    /// What the office did about SIKAP, and how long guests waited, as a person reads it.
    pub fn sikap_rows(&self) -> [(&'static str, String); 4] {
        let SikapCounts { filled, not_filled, contacted, contacted_again } = self.sikap;
        let closed = filled + not_filled;
        [
            ("Terkonfirmasi mengisi SIKAP", format!("{filled} dari {closed}")),
            ("Dihubungi tentang SIKAP", contacted.to_string()),
            ("Dihubungi dua kali atau lebih", contacted_again.to_string()),
            ("Menunggu di loket, median", self.waited.median.map_or_else(|| "-".to_owned(), format_minutes)),
        ]
    }
}
