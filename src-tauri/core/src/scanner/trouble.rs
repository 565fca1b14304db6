//! Why a scanner gave nothing, as a person is told it.

use serde::{Deserialize, Serialize};

use crate::error::{Code, Error};

/// A closed list: every status of every driver becomes one of these.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Trouble {
    TidakTersambung,
    Sibuk,
    Pemanasan,
    PenutupTerbuka,
    PengumpanKosong,
    KertasMacet,
    /// It fell silent or its driver ended while it worked.
    Terputus,
    TidakDitemukan,
    Ditolak,
    /// It shows another certificate than the one that it is held to.
    SertifikatLain,
    /// The device itself wants to know who asks.
    MintaSandi,
    /// The computer does not let this user have it.
    TanpaIzin,
    /// Somebody stopped it.
    Dibatalkan,
}

impl Trouble {
    pub const ALL: [Self; 13] = [
        Self::TidakTersambung,
        Self::Sibuk,
        Self::Pemanasan,
        Self::PenutupTerbuka,
        Self::PengumpanKosong,
        Self::KertasMacet,
        Self::Terputus,
        Self::TidakDitemukan,
        Self::Ditolak,
        Self::SertifikatLain,
        Self::MintaSandi,
        Self::TanpaIzin,
        Self::Dibatalkan,
    ];

    /// What happened, in one sentence.
    pub fn what_happened(self) -> &'static str {
        match self {
            Self::TidakTersambung => "Pemindai tidak tersambung atau belum dinyalakan.",
            Self::Sibuk => "Pemindai sedang dipakai.",
            Self::Pemanasan => "Pemindai masih memanaskan lampu.",
            Self::PenutupTerbuka => "Penutup pemindai terbuka.",
            Self::PengumpanKosong => "Tidak ada kertas di pengumpan.",
            Self::KertasMacet => "Kertas macet di pengumpan.",
            Self::Terputus => "Pemindai berhenti menjawab.",
            Self::TidakDitemukan => "Pemindai ini tidak ditemukan lagi.",
            Self::Ditolak => "Pemindai menolak permintaan ini.",
            Self::SertifikatLain => "Pemindai ini menunjukkan sertifikat lain daripada yang dikenal.",
            Self::MintaSandi => "Pemindai ini meminta kata sandi.",
            Self::TanpaIzin => "Pengguna komputer ini tidak diberi izin memakai pemindai.",
            Self::Dibatalkan => "Pemindaian dibatalkan.",
        }
    }

    /// What to do, in one sentence.
    pub fn what_to_do(self) -> &'static str {
        match self {
            Self::TidakTersambung => "Nyalakan pemindai dan periksa kabelnya, lalu pindai lagi.",
            Self::Sibuk => "Tunggu sampai selesai atau tutup program lain yang memakainya, lalu pindai lagi.",
            Self::Pemanasan => "Tunggu sebentar, lalu pindai lagi.",
            Self::PenutupTerbuka => "Tutup penutupnya, lalu pindai lagi.",
            Self::PengumpanKosong => "Letakkan kertas di pengumpan atau pilih kaca, lalu pindai lagi.",
            Self::KertasMacet => "Keluarkan kertas yang macet; halaman yang sudah masuk tetap tersimpan.",
            Self::Terputus => "Matikan dan nyalakan pemindai, lalu pindai lagi, atau pakai kamera.",
            Self::TidakDitemukan => "Cari pemindai sekali lagi, atau pakai kamera.",
            Self::Ditolak => {
                "Pilih ketajaman atau letak dokumen yang lain, lalu pindai lagi, atau pakai kamera."
            }
            Self::SertifikatLain => {
                "Tanyakan kepada pengelola jaringan. Kenali lagi hanya bila pemindai itu memang diganti atau disetel ulang."
            }
            Self::MintaSandi => {
                "Minta pengelola jaringan mengizinkan pemindaian dari komputer ini, atau pakai kamera."
            }
            Self::TanpaIzin => "Minta izin kepada pengelola komputer, atau pakai kamera.",
            Self::Dibatalkan => "Pindai lagi bila sudah siap.",
        }
    }
}

impl From<Trouble> for Error {
    fn from(trouble: Trouble) -> Self {
        let code = match trouble {
            Trouble::SertifikatLain => Code::ScannerChanged,
            _ => Code::ScannerFailed,
        };
        Self::new(code, format!("{trouble:?}")).saying(trouble.what_happened()).advising(trouble.what_to_do())
    }
}
