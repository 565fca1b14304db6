//! A failure has two readers: a closed [`Code`] for the program, and two plain Indonesian
//! sentences for the person (what happened, what to do).
//!
//! "Not allowed now" is not "broken": [`Error::missing`] lists what a refused step still needs.

use serde::{Deserialize, Serialize};

use crate::place::Place;

/// Every way in which the core can fail. Add a variant only when someone decides on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub enum Code {
    // Not allowed now
    TransitionRefused,
    GuardFailed,
    RoleForbidden,
    Locked,
    NotFound,
    InvalidInput,
    ClockWentBack,
    ClockWentAhead,
    // Who is there
    WrongPassword,
    TooManyTries,
    WrongRecoveryWords,
    WeakPassword,
    PictureKeyMissing,
    // Pictures
    PictureTooLarge,
    PictureTooManyPixels,
    PictureNotAnImage,
    PictureTruncated,
    PictureMissing,
    PictureAltered,
    // Messages
    MailUnreadable,
    AttachmentUnknown,
    AttachmentEncrypted,
    AttachmentTooLarge,
    // The mailbox
    MailboxOff,
    MailServerUnreachable,
    MailServerUntrusted,
    MailLoginRefused,
    MailServerBroken,
    MailRefused,
    // The office folder
    DiskFull,
    ReadOnly,
    FileLocked,
    OfficeMissing,
    OfficeExists,
    KeysDamaged,
    WrongKey,
    DatabaseDamaged,
    DatabaseNewer,
    LogBroken,
    CaseErased,
    // Devices
    PrinterMissing,
    PrintFailed,
    DialogMissing,
    ScreenMissing,
    ScannerFailed,
    ScannerChanged,
    HotFolderGone,
    HotFolderStays,
    // Everything that should not happen
    Io,
    Internal,
}

/// One thing a refused step still needs, in words and with the place to go to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct Missing {
    /// Guard or rule that asks for it, for example `G-ORI`.
    pub guard: String,
    /// Where the desk should put the focus.
    pub place: Place,
    /// What is missing, as a short Indonesian phrase: "Putusan nama".
    pub label: String,
}

#[derive(Clone, Debug, thiserror::Error)]
#[error("{code:?}: {detail}")]
pub struct Error {
    pub code: Code,
    /// For developers; never holds personal data and is never shown to an officer.
    pub detail: String,
    /// What a refused step still needs; empty for every other failure.
    pub missing: Vec<Missing>,
    /// A sentence that replaces [`Code::what`] where the case can say more exactly what happened.
    pub what: Option<String>,
    /// A sentence that replaces [`Code::remedy`] where that would lead elsewhere.
    pub todo: Option<String>,
}

pub type Result<T, E = Error> = std::result::Result<T, E>;

impl Missing {
    pub fn new(guard: impl Into<String>, place: Place, label: impl Into<String>) -> Self {
        Self { guard: guard.into(), place, label: label.into() }
    }
}

impl Error {
    pub fn new(code: Code, detail: impl Into<String>) -> Self {
        Self { code, detail: detail.into(), missing: Vec::new(), what: None, todo: None }
    }

    /// The same failure with a more exact first sentence. It must not name a person.
    #[must_use]
    pub fn saying(mut self, what: impl Into<String>) -> Self {
        self.what = Some(what.into());
        self
    }

    /// The same failure with a more exact second sentence.
    #[must_use]
    pub fn advising(mut self, todo: impl Into<String>) -> Self {
        self.todo = Some(todo.into());
        self
    }

    pub fn missing(code: Code, missing: Vec<Missing>) -> Self {
        Self { missing, ..Self::new(code, "something is missing") }
    }

    /// First sentence: what happened.
    pub fn what_happened(&self) -> String {
        self.what.clone().unwrap_or_else(|| self.code.what().to_owned())
    }

    /// Second sentence: what to do.
    pub fn what_to_do(&self) -> String {
        self.todo.clone().unwrap_or_else(|| self.code.remedy().to_owned())
    }
}

impl Code {
    pub fn what(self) -> &'static str {
        self.sentences().0
    }

    pub fn remedy(self) -> &'static str {
        self.sentences().1
    }

    fn sentences(self) -> (&'static str, &'static str) {
        match self {
            Self::TransitionRefused => (
                "Langkah ini belum dapat dilakukan pada status saat ini.",
                "Buka lagi permohonan, lalu pilih langkah yang tersedia.",
            ),
            Self::GuardFailed => ("Masih ada yang kurang.", "Lengkapi hal yang disebut, lalu coba lagi."),
            Self::RoleForbidden => (
                "Peran Anda tidak mencakup tindakan ini.",
                "Minta petugas dengan peran yang sesuai untuk melakukannya.",
            ),
            Self::Locked => ("Loket terkunci.", "Masukkan kata sandi untuk melanjutkan."),
            Self::NotFound => ("Data yang dicari tidak ditemukan.", "Kembali ke daftar, lalu buka lagi."),
            Self::InvalidInput => ("Isian belum benar.", "Perbaiki isian yang ditandai."),
            Self::ClockWentBack => {
                ("Jam komputer mundur.", "Betulkan jam komputer, atau pastikan jamnya benar, lalu coba lagi.")
            }
            Self::ClockWentAhead => (
                "Jam komputer tampaknya melompat maju.",
                "Betulkan jam komputer, atau pastikan jamnya benar, lalu coba lagi.",
            ),
            Self::WrongPassword => ("Kata sandi salah.", "Periksa Caps Lock, lalu ketik ulang."),
            Self::TooManyTries => {
                ("Terlalu banyak percobaan.", "Tunggu sampai hitungan selesai, lalu coba lagi.")
            }
            Self::WrongRecoveryWords => (
                "Kata pemulihan tidak cocok.",
                "Periksa ejaan dan urutan kata pada lembar pemulihan yang terbaru.",
            ),
            Self::WeakPassword => (
                "Kata sandi terlalu mudah ditebak.",
                "Pakai paling sedikit 10 karakter, bukan nama atau angka berurutan.",
            ),
            Self::PictureKeyMissing => (
                "Peran Anda tidak dapat membuka gambar.",
                "Minta petugas yang berhak melihat gambar untuk melakukannya.",
            ),
            Self::PictureTooLarge => {
                ("Gambar lebih dari 50 MB.", "Pilih foto yang lebih kecil, atau potret ulang.")
            }
            Self::PictureTooManyPixels => (
                "Ukuran gambar terlalu besar untuk dibuka dengan aman.",
                "Pakai gambar berukuran paling besar 40 megapiksel.",
            ),
            Self::PictureNotAnImage => {
                ("Ini bukan gambar yang dikenal.", "Pakai JPEG, PNG, TIFF, WebP, atau BMP.")
            }
            Self::PictureTruncated => {
                ("Gambar terpotong atau rusak.", "Minta dikirim ulang, atau potret ulang.")
            }
            Self::PictureMissing => (
                "Berkas gambar tersegel tidak ada di folder kantor.",
                "Pulihkan dari cadangan, lalu catat kejadian ini.",
            ),
            Self::PictureAltered => (
                "Berkas gambar tersegel berubah dari aslinya.",
                "Jangan pakai gambar itu. Pulihkan dari cadangan, lalu catat kejadian ini.",
            ),
            Self::MailUnreadable => (
                "Berkas ini bukan surel atau lampiran yang dikenal.",
                "Simpan surel sebagai .eml dari program surel, atau masukkan lampirannya saja.",
            ),
            Self::AttachmentUnknown => (
                "Jenis lampiran ini tidak dipakai.",
                "Minta dikirim ulang sebagai JPEG, PNG, TIFF, atau PDF.",
            ),
            Self::AttachmentEncrypted => {
                ("Lampiran ini terkunci kata sandi.", "Minta dikirim ulang tanpa kata sandi.")
            }
            Self::AttachmentTooLarge => (
                "Berkas ini terlalu besar untuk dibuka dengan aman.",
                "Minta dikirim ulang dalam beberapa surel yang lebih kecil.",
            ),
            Self::MailboxOff => (
                "Kotak surat kantor belum dinyalakan.",
                "Minta admin menyalakannya di Setelan, atau simpan surel sebagai .eml lalu masukkan ke Baki.",
            ),
            Self::MailServerUnreachable => (
                "Server surel tidak terjangkau.",
                "Periksa sambungan internet, nama server, dan nomor port, lalu coba lagi.",
            ),
            Self::MailServerUntrusted => (
                "Sertifikat server surel tidak dapat dipercaya, jadi kata sandi tidak dikirim.",
                "Periksa nama server dan tanggal komputer. Bila kantor memakai sertifikat sendiri, minta berkasnya \
                 dari pengelola server.",
            ),
            Self::MailLoginRefused => (
                "Server surel menolak nama atau kata sandi.",
                "Periksa keduanya. Gmail dan beberapa layanan lain hanya menerima sandi aplikasi.",
            ),
            Self::MailServerBroken => (
                "Jawaban server surel tidak dapat dipahami.",
                "Coba lagi nanti. Bila tetap begitu, tanyakan kepada pengelola server surel.",
            ),
            Self::MailRefused => (
                "Server surel menolak surat ini.",
                "Periksa alamat tujuan, lalu kirim ulang atau hubungi pelaku usaha dengan cara lain.",
            ),
            Self::DiskFull => (
                "Ruang diska habis, jadi data belum tersimpan.",
                "Kosongkan paling sedikit 200 MB, lalu coba lagi.",
            ),
            Self::ReadOnly => (
                "Folder kantor tidak dapat ditulisi.",
                "Periksa izin folder atau kunci pada diska, lalu coba lagi.",
            ),
            Self::FileLocked => (
                "Data kantor sedang dipakai program lain.",
                "Tutup Loket atau program lain yang memakainya, lalu coba lagi.",
            ),
            Self::OfficeMissing => (
                "Folder kantor tidak ditemukan.",
                "Pasang diska tempat folder itu disimpan, atau pilih folder yang benar.",
            ),
            Self::OfficeExists => (
                "Folder ini sudah berisi kantor Loket.",
                "Pilih folder lain, atau buka kantor yang sudah ada.",
            ),
            Self::KeysDamaged => {
                ("Berkas kunci kantor rusak.", "Pulihkan kunci.json dari cadangan. Jangan menghapus apa pun.")
            }
            Self::WrongKey => (
                "Basis data tidak dapat dibuka dengan kunci ini.",
                "Pastikan kunci.json dan loket.db berasal dari kantor yang sama.",
            ),
            Self::DatabaseDamaged => (
                "Ada bagian basis data yang rusak.",
                "Hentikan pekerjaan, salin folder kantor, lalu pulihkan dari cadangan.",
            ),
            Self::DatabaseNewer => (
                "Data kantor ini dibuat oleh Loket yang lebih baru.",
                "Pasang Loket versi terbaru, lalu buka lagi.",
            ),
            Self::LogBroken => (
                "Catatan kantor tidak utuh.",
                "Hentikan penerbitan, salin folder kantor, dan laporkan kepada koordinator.",
            ),
            Self::CaseErased => (
                "Data pribadi permohonan ini sudah dimusnahkan.",
                "Hanya nomor, tanggal, dan status yang masih ada.",
            ),
            Self::PrinterMissing => {
                ("Tidak ada printer yang siap.", "Nyalakan printer, atau simpan sebagai PDF dan cetak nanti.")
            }
            Self::PrintFailed => {
                ("Pencetakan gagal.", "Periksa printer, lalu cetak ulang. Nomor tidak berubah.")
            }
            Self::DialogMissing => (
                "Jendela pemilih tidak dapat dibuka.",
                "Tutup dan buka lagi Loket. Bila tetap begitu, laporkan kepada admin komputer.",
            ),
            Self::ScreenMissing => (
                "Layar tidak dapat ditangkap di komputer ini.",
                "Ambil tangkapan dengan program lain, lalu tempelkan di sini, atau pakai foto dari HP.",
            ),
            Self::ScannerFailed => ("Pemindai tidak memberi gambar.", "Pindai lagi, atau pakai kamera."),
            Self::ScannerChanged => (
                "Pemindai ini bukan lagi pemindai yang dikenal.",
                "Tanyakan kepada pengelola jaringan, atau pakai kamera.",
            ),
            Self::HotFolderGone => (
                "Folder pindai tidak ditemukan atau tidak dapat dibaca.",
                "Periksa apakah folder itu masih ada dan komputernya menyala, atau pilih folder lain di Pengaturan.",
            ),
            Self::HotFolderStays => (
                "Berkas ini sudah tersimpan di Baki, tetapi masih ada di folder pindai.",
                "Hapus sendiri berkas itu dari foldernya, atau minta admin komputer memberi hak hapus.",
            ),
            Self::Io => ("Diska tidak dapat dibaca atau ditulis.", "Periksa diska, lalu coba lagi."),
            Self::Internal => (
                "Terjadi kesalahan di dalam Loket.",
                "Pekerjaan Anda aman. Tutup dan buka lagi Loket, lalu laporkan kodenya.",
            ),
        }
    }
}

impl From<std::io::Error> for Error {
    fn from(error: std::io::Error) -> Self {
        use std::io::ErrorKind;
        let code = match error.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Code::DiskFull,
            ErrorKind::ReadOnlyFilesystem | ErrorKind::PermissionDenied => Code::ReadOnly,
            ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => Code::FileLocked,
            _ => Code::Io,
        };
        // The kind only: a path may carry a name.
        Self::new(code, format!("i/o: {:?}", error.kind()))
    }
}
