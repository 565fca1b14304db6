//! Dokumen: what is shown and kept — a card or a page, whether its original was seen, its pictures.

use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub enum DocumentKind {
    /// KTP of the director or owner.
    Ktp,
    /// NPWP of the company or owner.
    Npwp,
    /// KTP of the person who came with a surat kuasa.
    KtpKuasa,
    SuratKuasa,
    Akta,
    Nib,
    /// SPPKP, only when a PKP number is filled.
    Sppkp,
    /// The letter that asks to change data (procedure 2.4).
    SuratPermohonan,
    /// The NPWP before it changed.
    NpwpLama,
    /// The akta before the last one.
    AktaLama,
    /// Proof that the taxes of the vendor are in order (KSWP), for INAPROC.
    Kswp,
    /// The owner's statement for INAPROC.
    PernyataanPemilik,
    /// That the admin works for the vendor, for INAPROC.
    SuratKerja,
}

impl DocumentKind {
    /// It shows what was true before a change. Its original often went back to whoever gave out the new one.
    pub fn is_former(self) -> bool {
        matches!(self, Self::NpwpLama | Self::AktaLama)
    }
}

/// Where a document stands at the desk (procedure 1.9).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub enum DocumentState {
    Diharapkan,
    /// Promised for later, allowed at intake only.
    Menyusul,
    Diterima,
}

/// What the person at the desk says the picture shows. Asked every time, never preselected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub enum Sighting {
    /// The original, in hand.
    Asli,
    /// Only a copy was shown (S-23: leads to P02).
    Salinan,
    /// The digital KTP on the holder's own phone (S-16: needs no picture).
    Ikd,
}

/// How a picture came in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub enum PictureSource {
    Kamera,
    Berkas,
    Seret,
    Tempel,
    Pemindai,
    /// A page of a kiriman, sent by e-mail (SOP row 3b).
    Surel,
}
