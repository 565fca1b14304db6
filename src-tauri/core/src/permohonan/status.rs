//! Keadaan permohonan: the twenty states of one permohonan and who has to act next.
//!
//! Source: table of states in procedure 1.8. Stored and sent as snake_case text.

use serde::{Deserialize, Serialize};

/// Where a permohonan stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub enum Status {
    Draf,
    MenungguTautan,
    PengisianFormulir,
    Diajukan,
    PerluPerbaikan,
    Antre,
    MenungguJadwal,
    Terjadwal,
    TidakHadir,
    Verifikasi,
    Ditunda,
    Sesuai,
    Disetujui,
    Terverifikasi,
    PemantauanSikap,
    Selesai,
    Ditolak,
    Dibatalkan,
    Kedaluwarsa,
    Dialihkan,
}

/// Who holds the ball: the side that has to act before anything can move.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Holder {
    /// Any desk of the office.
    Lpse,
    PelakuUsaha,
    /// An appointment binds both sides.
    Bersama,
    Verifikator,
    Penyetuju,
    /// The case is closed.
    Nobody,
}

/// How the originals are seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub enum Channel {
    /// At the counter (SOP step 3a, 5a).
    TatapMuka,
    /// On a video call (SOP step 3b, 4, 5b).
    Daring,
}

impl Status {
    pub const ALL: [Self; 20] = [
        Self::Draf,
        Self::MenungguTautan,
        Self::PengisianFormulir,
        Self::Diajukan,
        Self::PerluPerbaikan,
        Self::Antre,
        Self::MenungguJadwal,
        Self::Terjadwal,
        Self::TidakHadir,
        Self::Verifikasi,
        Self::Ditunda,
        Self::Sesuai,
        Self::Disetujui,
        Self::Terverifikasi,
        Self::PemantauanSikap,
        Self::Selesai,
        Self::Ditolak,
        Self::Dibatalkan,
        Self::Kedaluwarsa,
        Self::Dialihkan,
    ];

    /// As stored and sent.
    pub fn as_str(self) -> &'static str {
        self.words().0
    }

    /// As an officer reads it.
    pub fn label(self) -> &'static str {
        self.words().1
    }

    /// The state that is stored as `text`.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.as_str() == text)
    }

    fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Draf => ("draf", "Draf"),
            Self::MenungguTautan => ("menunggu_tautan", "Menunggu tautan surel"),
            Self::PengisianFormulir => ("pengisian_formulir", "Pengisian formulir SPSE"),
            Self::Diajukan => ("diajukan", "Permintaan verifikasi diterima"),
            Self::PerluPerbaikan => ("perlu_perbaikan", "Perlu perbaikan"),
            Self::Antre => ("antre", "Menunggu panggilan"),
            Self::MenungguJadwal => ("menunggu_jadwal", "Menunggu penjadwalan"),
            Self::Terjadwal => ("terjadwal", "Terjadwal"),
            Self::TidakHadir => ("tidak_hadir", "Pelaku usaha tidak hadir"),
            Self::Verifikasi => ("verifikasi", "Verifikasi berlangsung"),
            Self::Ditunda => ("ditunda", "Verifikasi ditunda"),
            Self::Sesuai => ("sesuai", "Sesuai, menunggu persetujuan"),
            Self::Disetujui => ("disetujui", "Disetujui, menunggu aktivasi di SPSE"),
            Self::Terverifikasi => ("terverifikasi", "Akun SPSE terverifikasi"),
            Self::PemantauanSikap => ("pemantauan_sikap", "Pemantauan pengisian SIKAP"),
            Self::Selesai => ("selesai", "Selesai"),
            Self::Ditolak => ("ditolak", "Ditolak"),
            Self::Dibatalkan => ("dibatalkan", "Dibatalkan"),
            Self::Kedaluwarsa => ("kedaluwarsa", "Kedaluwarsa"),
            Self::Dialihkan => ("dialihkan", "Dialihkan"),
        }
    }

    /// Who has to act next.
    pub fn holder(self) -> Holder {
        match self {
            Self::Draf | Self::Diajukan | Self::Antre | Self::MenungguJadwal => Holder::Lpse,
            Self::MenungguTautan
            | Self::PengisianFormulir
            | Self::PerluPerbaikan
            | Self::TidakHadir
            | Self::PemantauanSikap => Holder::PelakuUsaha,
            Self::Terjadwal => Holder::Bersama,
            Self::Verifikasi | Self::Ditunda | Self::Disetujui | Self::Terverifikasi => Holder::Verifikator,
            Self::Sesuai => Holder::Penyetuju,
            Self::Selesai | Self::Ditolak | Self::Dibatalkan | Self::Kedaluwarsa | Self::Dialihkan => {
                Holder::Nobody
            }
        }
    }

    /// Documents are still being taken in: the form is typed freely.
    pub fn in_intake(self) -> bool {
        matches!(self, Self::Draf | Self::PengisianFormulir | Self::Diajukan | Self::PerluPerbaikan)
    }

    /// Nothing was decided yet, so what is compared may still change. After T-19 it may not.
    pub fn is_editable(self) -> bool {
        let decided =
            matches!(self, Self::Sesuai | Self::Disetujui | Self::Terverifikasi | Self::PemantauanSikap);
        !decided && !self.is_final()
    }

    /// The approval was given: a Bukti stands, and copies may leave the office.
    pub fn was_approved(self) -> bool {
        matches!(self, Self::Disetujui | Self::Terverifikasi | Self::PemantauanSikap | Self::Selesai)
    }

    /// Still open, or led to an account: a second permohonan beside it asks a question (W-DUP).
    pub fn counts_as_duplicate(self) -> bool {
        !matches!(self, Self::Ditolak | Self::Dibatalkan | Self::Kedaluwarsa | Self::Dialihkan)
    }

    /// Closed: only a new permohonan that refers to this one may follow.
    pub fn is_final(self) -> bool {
        self.holder() == Holder::Nobody
    }
}

impl Holder {
    /// As an officer reads it; empty when nobody has to act.
    pub fn label(self) -> &'static str {
        match self {
            Self::Lpse => "LPSE",
            Self::PelakuUsaha => "Pelaku usaha",
            Self::Bersama => "LPSE dan pelaku usaha",
            Self::Verifikator => "Verifikator",
            Self::Penyetuju => "Penyetuju",
            Self::Nobody => "",
        }
    }
}

impl Channel {
    pub fn label(self) -> &'static str {
        match self {
            Self::TatapMuka => "Tatap muka",
            Self::Daring => "Daring",
        }
    }
}
