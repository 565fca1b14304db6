//! Why a paper was not printed, as a person is told it.

use serde::Serialize;

use crate::error::{Code, Error};

/// A closed list: what a spool says becomes one of these.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum PrintTrouble {
    TidakTersambung,
    /// Somebody stopped the queue.
    Dijeda,
    KertasHabis,
    KertasMacet,
    PenutupTerbuka,
    TintaHabis,
    /// The queue takes nothing.
    Ditolak,
    TidakDitemukan,
    /// Somebody took the job out of the queue.
    Dibatalkan,
    /// The spool or the printer gave up.
    Gagal,
    /// It did not end in time.
    TidakSelesai,
}

impl PrintTrouble {
    pub const ALL: [Self; 11] = [
        Self::TidakTersambung,
        Self::Dijeda,
        Self::KertasHabis,
        Self::KertasMacet,
        Self::PenutupTerbuka,
        Self::TintaHabis,
        Self::Ditolak,
        Self::TidakDitemukan,
        Self::Dibatalkan,
        Self::Gagal,
        Self::TidakSelesai,
    ];

    /// What happened, in one sentence.
    pub fn what_happened(self) -> &'static str {
        match self {
            Self::TidakTersambung => "Printer tidak tersambung atau belum dinyalakan.",
            Self::Dijeda => "Antrean printer ini sedang dijeda.",
            Self::KertasHabis => "Kertas printer habis.",
            Self::KertasMacet => "Kertas macet di printer.",
            Self::PenutupTerbuka => "Penutup printer terbuka.",
            Self::TintaHabis => "Toner atau tinta printer habis.",
            Self::Ditolak => "Antrean printer ini tidak menerima cetakan.",
            Self::TidakDitemukan => "Printer ini tidak ditemukan lagi.",
            Self::Dibatalkan => "Cetakan ini dikeluarkan dari antrean printer.",
            Self::Gagal => "Printer berhenti sebelum kertas ini selesai.",
            Self::TidakSelesai => "Printer belum juga selesai mencetak kertas ini.",
        }
    }

    /// What to do, in one sentence. None of them waits in the spool any more.
    pub fn what_to_do(self) -> &'static str {
        match self {
            Self::TidakTersambung => "Nyalakan printer dan periksa kabelnya, lalu cetak lagi.",
            Self::Dijeda | Self::Ditolak => {
                "Pilih printer lain, atau minta admin komputer menjalankan antreannya."
            }
            Self::KertasHabis => "Isi kertas printer, lalu cetak lagi.",
            Self::KertasMacet => "Keluarkan kertas yang macet, lalu cetak lagi.",
            Self::PenutupTerbuka => "Tutup penutupnya, lalu cetak lagi.",
            Self::TintaHabis => "Ganti toner atau tintanya, atau pilih printer lain.",
            Self::TidakDitemukan => "Pilih printer lain.",
            Self::Dibatalkan => "Cetak lagi bila kertasnya masih diperlukan.",
            Self::Gagal | Self::TidakSelesai => {
                "Periksa dahulu apakah kertasnya keluar, lalu cetak lagi bila belum."
            }
        }
    }

    /// What to do while the job still waits in the spool, in one sentence; it goes on by itself afterwards.
    pub fn meanwhile(self) -> &'static str {
        match self {
            Self::TidakTersambung => "Nyalakan printer dan periksa kabelnya.",
            Self::Dijeda => "Minta admin komputer menjalankan antreannya, atau pilih Cetak nanti.",
            Self::KertasHabis => "Isi kertas di printer.",
            Self::KertasMacet => "Keluarkan kertas yang macet.",
            Self::PenutupTerbuka => "Tutup penutup printer.",
            Self::TintaHabis => "Ganti toner atau tintanya, atau pilih Cetak nanti.",
            Self::Ditolak | Self::TidakDitemukan | Self::Dibatalkan | Self::Gagal | Self::TidakSelesai => {
                "Pilih Cetak nanti, lalu cetak dengan printer lain."
            }
        }
    }

    /// By a reason for the state of a printer (RFC 8011, 5.4.12). A warning stops nothing.
    pub(super) fn of_reason(reason: &str) -> Option<Self> {
        if reason.ends_with("-warning") {
            return None;
        }
        let reason = reason.trim_end_matches("-error").trim_end_matches("-report");
        Some(match reason {
            "offline" | "shutdown" | "timed-out" => Self::TidakTersambung,
            "paused" | "moving-to-paused" => Self::Dijeda,
            "media-empty" | "media-needed" => Self::KertasHabis,
            "media-jam" => Self::KertasMacet,
            "cover-open" | "door-open" | "interlock-open" => Self::PenutupTerbuka,
            "toner-empty" | "marker-supply-empty" => Self::TintaHabis,
            _ => return None,
        })
    }

    /// By what the back end of CUPS says of a printer that it does not reach.
    pub(super) fn of_message(message: &str) -> Option<Self> {
        const UNREACHED: [&str; 6] =
            ["unavailable", "not responding", "unreachable", "offline", "not connected", "unable to locate"];
        let message = message.to_lowercase();
        UNREACHED.iter().any(|words| message.contains(words)).then_some(Self::TidakTersambung)
    }
}

impl From<PrintTrouble> for Error {
    fn from(trouble: PrintTrouble) -> Self {
        Self::new(Code::PrintFailed, format!("{trouble:?}"))
            .saying(trouble.what_happened())
            .advising(trouble.what_to_do())
    }
}
