//! SOP: the eight rows of the procedure, the minutes each is granted, and the minutes it took at the desk.
//!
//! Source: SOP 01.09.03./SOP/2020 (mutu baku) and procedure 1.2, A-08. Rows 1, 2, 3b and 8 happen where the office
//! has no eyes: they have dates and no minutes.

mod clock;
mod overrun;
mod standard;
mod words;

pub use clock::{Followed, Measured, Stay, Times, Told};
pub use overrun::{Said, VERIFICATION, reason_of, reason_on_paper};
pub use standard::{LONGEST_STANDARD, MutuBaku};
pub use words::{Awaited, FollowUp, FollowUpFacts, FollowUpWords, follow_up_words};

use serde::{Deserialize, Serialize};

use crate::permohonan::{Channel, Status};

/// The side that carries out a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub enum Party {
    PelakuUsaha,
    Verifikator,
}

/// One row of the SOP as the spine of the case shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SopStep {
    pub number: u8,
    pub label: &'static str,
    /// The same row where the vendor does not come (3b).
    pub online_label: &'static str,
    pub party: Party,
    /// Only on the online channel (row 4).
    pub online_only: bool,
}

const fn step(number: u8, label: &'static str, party: Party) -> SopStep {
    SopStep { number, label, online_label: label, party, online_only: number == 4 }
}

/// How many rows the SOP has.
pub const ROWS: usize = 8;

/// The eight rows of the SOP.
pub const SOP_STEPS: [SopStep; ROWS] = [
    step(1, "Daftar daring", Party::PelakuUsaha),
    step(2, "Isi formulir SPSE", Party::PelakuUsaha),
    SopStep { online_label: "Kirim berkas", ..step(3, "Datang ke LPSE", Party::PelakuUsaha) },
    step(4, "Jadwal video", Party::Verifikator),
    step(5, "Verifikasi dokumen", Party::Verifikator),
    step(6, "Persetujuan", Party::Verifikator),
    step(7, "Pantau SIKAP", Party::Verifikator),
    step(8, "Isi SIKAP", Party::PelakuUsaha),
];

impl SopStep {
    pub fn label_on(&self, channel: Channel) -> &'static str {
        match channel {
            Channel::Daring => self.online_label,
            Channel::TatapMuka => self.label,
        }
    }

    /// Whether the row is carried out where the office sees it, so that its minutes can be told.
    pub fn at_desk(&self, channel: Channel) -> bool {
        match self.number {
            3 => channel == Channel::TatapMuka,
            4 => channel == Channel::Daring,
            number => (5..=7).contains(&number),
        }
    }
}

/// The row at which a case of this status is; none of a case that was closed before its end. Nine: all are done.
pub fn row_of(status: Status) -> Option<u8> {
    use Status::{
        Antre, Diajukan, Dialihkan, Dibatalkan, Disetujui, Ditolak, Ditunda, Draf, Kedaluwarsa,
        MenungguJadwal, MenungguTautan, PemantauanSikap, PengisianFormulir, PerluPerbaikan, Selesai, Sesuai,
        Terjadwal, Terverifikasi, TidakHadir, Verifikasi,
    };
    match status {
        MenungguTautan => Some(1),
        Draf | PengisianFormulir => Some(2),
        Diajukan | PerluPerbaikan | Antre => Some(3),
        MenungguJadwal | Terjadwal | TidakHadir => Some(4),
        Verifikasi | Ditunda => Some(5),
        Sesuai | Disetujui => Some(6),
        Terverifikasi | PemantauanSikap => Some(7),
        Selesai => Some(9),
        Ditolak | Dibatalkan | Kedaluwarsa | Dialihkan => None,
    }
}

#[cfg(test)]
mod tests;
