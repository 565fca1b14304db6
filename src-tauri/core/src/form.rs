//! Formulir: the vendor form of SPSE (`rekanan`) as typed at the desk, and what a document says.

use serde::{Deserialize, Serialize};

/// A field of the SPSE vendor form, or of the data sheet where SPSE has no such field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub enum FormField {
    /// `btu_id`: PT, CV, UD, Koperasi, Firma, perorangan...
    BentukUsaha,
    /// `rkn_nama`
    NamaUsaha,
    /// `rkn_npwp`
    Npwp,
    /// `rkn_pkp`; the words `Non-PKP` say that there is none.
    Pkp,
    /// `rkn_alamat`
    Alamat,
    KodePos,
    /// `kbp_id`: code of the kabupaten or kota, four digits.
    Kabupaten,
    /// `rkn_statcabang`: `pusat` or `cabang`.
    PusatCabang,
    Nitku,
    Telepon,
    Hp,
    Surel,
    Website,
    /// `rkn_namauser`, noted only.
    UserId,
    /// Director (badan usaha, from the data sheet) or owner (usaha perorangan, from the form).
    PenanggungJawabNama,
    PenanggungJawabNik,
}

/// A value that a document shows, typed or read from its sealed picture.
///
/// Religion, blood type, marital status and occupation are deliberately absent: they are never
/// stored as data. Sex serves the NIK cross-check only and is not stored either.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub enum DocumentField {
    Nik,
    Nama,
    TempatLahir,
    TanggalLahir,
    Alamat,
    Kewarganegaraan,
    BerlakuHingga,
    Npwp,
    Nitku,
    /// Company name as the document writes it, with its legal form.
    NamaUsaha,
    Pkp,
}

/// Kind of applicant; decides which documents and rows are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub enum Profil {
    BadanUsaha,
    UsahaPerorangan,
}

/// In which capacity the person at the desk came.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub enum Kapasitas {
    Direktur,
    Pemilik,
    /// Holder of a surat kuasa (G-KUASA).
    Kuasa,
}

/// Why a value of the form is changed after the documents were received.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub enum CorrectionCause {
    /// SPSE said it right; the desk copied it wrong.
    SalahSalin,
    /// The vendor corrected it in SPSE, and the officer saw the new value there.
    DiperbaikiDiSpse,
}

impl Profil {
    pub fn label(self) -> &'static str {
        match self {
            Self::BadanUsaha => "badan usaha",
            Self::UsahaPerorangan => "usaha perorangan",
        }
    }
}

impl CorrectionCause {
    /// As the timeline and the Bukti say it.
    pub fn label(self) -> &'static str {
        match self {
            Self::SalahSalin => "salah salin dari SPSE",
            Self::DiperbaikiDiSpse => "diperbaiki di SPSE",
        }
    }
}

impl Kapasitas {
    /// The same right in another profile: who speaks for the business directs a company and owns a sole
    /// proprietorship.
    #[must_use]
    pub fn under(self, profil: Profil) -> Self {
        match (self, profil) {
            (Self::Direktur | Self::Pemilik, Profil::BadanUsaha) => Self::Direktur,
            (Self::Direktur | Self::Pemilik, Profil::UsahaPerorangan) => Self::Pemilik,
            (Self::Kuasa, _) => Self::Kuasa,
        }
    }
}
