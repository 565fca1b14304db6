//! Alasan: the closed list of reasons for "perlu perbaikan" (P) and for refusal (X).
//!
//! Source: procedure 2.3; P19 is the desk's own, for the letter of procedure 2.4. Each reason says what is wrong and exactly what the vendor must bring or
//! do, because the Lembar Kekurangan and the refusal letter print both (S-05).

use serde::{Deserialize, Serialize};

/// A reason code. P can be repaired, X refuses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Reason {
    P01,
    P02,
    P03,
    P04,
    P05,
    P06,
    P07,
    P08,
    P09,
    P10,
    P11,
    P12,
    P13,
    P14,
    P15,
    P16,
    P17,
    P18,
    P19,
    X01,
    X02,
    X03,
    X04,
    X05,
    X06,
}

/// What a reason leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub enum ReasonKind {
    Perbaikan,
    Tolak,
}

impl Reason {
    pub const ALL: [Self; 25] = [
        Self::P01,
        Self::P02,
        Self::P03,
        Self::P04,
        Self::P05,
        Self::P06,
        Self::P07,
        Self::P08,
        Self::P09,
        Self::P10,
        Self::P11,
        Self::P12,
        Self::P13,
        Self::P14,
        Self::P15,
        Self::P16,
        Self::P17,
        Self::P18,
        Self::P19,
        Self::X01,
        Self::X02,
        Self::X03,
        Self::X04,
        Self::X05,
        Self::X06,
    ];

    /// As stored, sent and printed: `P05`.
    pub fn code(self) -> &'static str {
        self.words().0
    }

    /// What is wrong.
    pub fn text(self) -> &'static str {
        self.words().1
    }

    /// What to bring or do; for a refusal, what is still open to the vendor.
    pub fn bring(self) -> &'static str {
        self.words().2
    }

    pub fn kind(self) -> ReasonKind {
        if self < Self::X01 { ReasonKind::Perbaikan } else { ReasonKind::Tolak }
    }

    /// The reason with this code, if the code is on the list.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.code() == code)
    }

    fn words(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::P01 => (
                "P01",
                "KTP tidak terbaca atau rusak.",
                "Bawa KTP yang terbaca, atau tunjukkan KTP digital (IKD) di ponsel Anda.",
            ),
            Self::P02 => {
                ("P02", "KTP yang ditunjukkan bukan asli.", "Bawa KTP asli, bukan fotokopi atau foto.")
            }
            Self::P03 => (
                "P03",
                "NIK pada formulir tidak sesuai dengan KTP.",
                "Perbaiki NIK pada formulir sesuai dengan KTP, lalu bawa KTP asli.",
            ),
            Self::P04 => (
                "P04",
                "Nama pada formulir tidak sesuai dengan dokumen.",
                "Perbaiki nama pada formulir sesuai dengan dokumen, atau bawa dokumen yang memuat nama itu.",
            ),
            Self::P05 => (
                "P05",
                "NPWP pada formulir tidak sesuai dengan kartu NPWP.",
                "Perbaiki NPWP pada formulir SPSE sesuai dengan kartu, lalu bawa kartu NPWP asli.",
            ),
            Self::P06 => (
                "P06",
                "NPWP 15 angka belum dipadankan dengan 16 angka.",
                "Padankan NPWP di Coretax atau kantor pajak, lalu bawa bukti yang memuat keduanya.",
            ),
            Self::P07 => {
                ("P07", "Akta terakhir tidak dibawa.", "Bawa akta pendirian atau akta perubahan terakhir.")
            }
            Self::P08 => (
                "P08",
                "Surat kuasa tidak ada, tidak lengkap, atau tanpa meterai.",
                "Bawa surat kuasa asli bermeterai Rp10.000, bertanda tangan, dan bercap. Bawa juga KTP asli pemberi dan penerima kuasa.",
            ),
            Self::P09 => (
                "P09",
                "Penerima kuasa tidak tercantum dalam akta.",
                "Bawa akta yang memuat nama penerima kuasa, atau hadir bersama direktur.",
            ),
            Self::P10 => (
                "P10",
                "Formulir keikutsertaan belum ada atau belum ditandatangani.",
                "Bawa formulir keikutsertaan yang sudah ditandatangani.",
            ),
            Self::P11 => (
                "P11",
                "Surel atau nomor telepon salah.",
                "Perbaiki surel dan nomor telepon pada formulir, lalu pastikan keduanya aktif.",
            ),
            Self::P12 => (
                "P12",
                "Provinsi atau kabupaten kosong atau keliru.",
                "Perbaiki provinsi dan kabupaten atau kota pada formulir SPSE.",
            ),
            Self::P13 => (
                "P13",
                "Pendaftaran dilakukan di LPSE lain.",
                "Datang ke LPSE tempat Anda mendaftar, atau daftar ulang di alamat LPSE ini.",
            ),
            Self::P14 => (
                "P14",
                "Izin tinggal atau kartu identitas sudah kedaluwarsa.",
                "Bawa kartu identitas atau izin tinggal yang masih berlaku.",
            ),
            Self::P15 => (
                "P15",
                "Gambar panggilan video tidak jelas atau terputus.",
                "Siapkan tempat terang dan jaringan yang baik, lalu minta jadwal baru.",
            ),
            Self::P16 => (
                "P16",
                "Nomor PKP pada formulir tidak sesuai dengan SPPKP.",
                "Perbaiki nomor PKP pada formulir sesuai dengan SPPKP, lalu bawa SPPKP.",
            ),
            Self::P17 => (
                "P17",
                "Bentuk usaha pada formulir tidak sesuai dengan dokumen.",
                "Perbaiki bentuk usaha pada formulir sesuai dengan akta, NIB, atau kartu NPWP.",
            ),
            Self::P18 => (
                "P18",
                "NPWP berstatus Nonefektif (NE) atau KSWP tidak valid.",
                "Aktifkan NPWP di kantor pajak, lalu bawa bukti statusnya.",
            ),
            Self::P19 => (
                "P19",
                "Surat permohonan perubahan data tidak ada, tidak lengkap, atau tanpa meterai.",
                "Bawa surat permohonan berkop, bermeterai Rp10.000, bertanda tangan, dan bercap, yang menyebut data yang \
                 diubah.",
            ),
            Self::X01 => (
                "X01",
                "Pelaku usaha tercantum dalam daftar hitam.",
                "Ajukan lagi setelah masa sanksi berakhir.",
            ),
            Self::X02 => (
                "X02",
                "Dokumen palsu atau diduga palsu.",
                "Sampaikan keberatan secara tertulis kepada LPSE bila Anda tidak setuju.",
            ),
            Self::X03 => (
                "X03",
                "Yang hadir bukan pihak yang berwenang.",
                "Ajukan lagi oleh direktur, pemilik, atau penerima kuasa yang sah.",
            ),
            Self::X04 => (
                "X04",
                "Pelaku usaha sudah mempunyai akun SPSE.",
                "Pakai akun yang sudah ada, atau minta bantuan lupa kata sandi.",
            ),
            Self::X05 => (
                "X05",
                "Pelaku usaha menolak menunjukkan dokumen asli.",
                "Ajukan lagi bila bersedia menunjukkan dokumen asli.",
            ),
            Self::X06 => (
                "X06",
                "Pelaku usaha tidak hadir sampai batas panggilan.",
                "Ajukan permohonan baru bila masih memerlukan akun.",
            ),
        }
    }
}

#[cfg(test)]
mod tests;
