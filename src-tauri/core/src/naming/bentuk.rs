//! Bentuk usaha: the legal forms, and whether two of them may be one (W-10).

use crate::outcome::Outcome;

/// Bentuk usaha — the legal form of a business, as SPSE lists it (`btu_id`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BentukUsaha {
    Pt,
    /// One person's PT since 2021: a badan hukum, not an usaha perorangan (S-25).
    PtPerorangan,
    Cv,
    Firma,
    /// Usaha dagang, the business of one person.
    Ud,
    /// Perusahaan dagang, or the regional company of a government: the letters do not tell.
    Pd,
    Nv,
    Koperasi,
    Yayasan,
    Perum,
    Perumda,
    /// A foreign limited company.
    Ltd,
    /// Usaha perorangan without a form word.
    Perorangan,
}

impl BentukUsaha {
    pub const ALL: [Self; 13] = [
        Self::Pt,
        Self::PtPerorangan,
        Self::Cv,
        Self::Firma,
        Self::Ud,
        Self::Pd,
        Self::Nv,
        Self::Koperasi,
        Self::Yayasan,
        Self::Perum,
        Self::Perumda,
        Self::Ltd,
        Self::Perorangan,
    ];

    /// As shown and stored.
    pub fn label(self) -> &'static str {
        match self {
            Self::Pt => "PT",
            Self::PtPerorangan => "PT Perorangan",
            Self::Cv => "CV",
            Self::Firma => "Firma",
            Self::Ud => "UD",
            Self::Pd => "PD",
            Self::Nv => "NV",
            Self::Koperasi => "Koperasi",
            Self::Yayasan => "Yayasan",
            Self::Perum => "Perum",
            Self::Perumda => "Perumda",
            Self::Ltd => "Ltd",
            Self::Perorangan => "Perorangan",
        }
    }
}

pub(super) fn relate(a: BentukUsaha, b: BentukUsaha) -> (Outcome, String) {
    use BentukUsaha::{Pd, Perorangan, Pt, PtPerorangan, Ud};
    match (a, b) {
        _ if a == b => (Outcome::Sama, String::new()),
        (Pt, PtPerorangan) | (PtPerorangan, Pt) => (Outcome::Setara, "PT perorangan adalah PT.".to_owned()),
        (Perorangan, Ud) | (Ud, Perorangan) => (Outcome::Setara, "UD adalah usaha perorangan.".to_owned()),
        (Perorangan, Pd) | (Pd, Perorangan) => {
            (Outcome::Mirip, "PD dapat berarti perusahaan dagang atau perusahaan daerah.".to_owned())
        }
        (Ud, Pd) | (Pd, Ud) => {
            (Outcome::Mirip, "UD dan PD sama-sama usaha dagang. Periksa dokumen.".to_owned())
        }
        _ => (
            Outcome::Beda,
            format!("Bentuk usaha berbeda: {} pada formulir, {} pada dokumen.", a.label(), b.label()),
        ),
    }
}
