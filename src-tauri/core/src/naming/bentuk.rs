//! Bentuk usaha: the legal forms, and whether two of them may be one (W-10).

use super::company_form::{is_koperasi, split_company};
use super::{clean_text, split_words, trim_text};
use crate::outcome::{Finding, Outcome};

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

    /// Reads a form word however it is written: `PT`, `P.T.`, `Perseroan Terbatas`, `pt_perorangan`.
    pub fn parse(text: &str) -> Option<Self> {
        let words = split_words(&clean_text(&text.replace('_', " ")));
        if matches!(words.join(" ").as_str(), "PERORANGAN" | "USAHA PERORANGAN" | "INDIVIDU" | "PERSEORANGAN")
        {
            return Some(Self::Perorangan);
        }
        if matches!(words.join(" ").as_str(), "PERSEROAN PERORANGAN" | "PERSEROAN TERBATAS PERORANGAN") {
            return Some(Self::PtPerorangan);
        }
        if let [only] = words.as_slice()
            && is_koperasi(only)
        {
            return Some(Self::Koperasi);
        }
        let name = split_company(text.replace('_', " ").as_str());
        name.form.filter(|_| name.core.is_empty())
    }
}

/// Compares the form chosen on the SPSE form with the form in the name on a document.
pub fn compare_bentuk(form_value: &str, document_name: &str) -> Finding {
    let Some(chosen) = BentukUsaha::parse(form_value) else {
        return Finding::new(
            Outcome::Mirip,
            "W-10",
            "Bentuk usaha pada formulir belum jelas. Pilih dari daftar.",
        );
    };
    // Some documents have a field of their own for the form, so the whole text may be one.
    let written = BentukUsaha::parse(document_name).or_else(|| split_company(document_name).form);
    match written {
        Some(written) => {
            let (outcome, text) = relate(chosen, written);
            Finding::new(outcome, "W-10", text)
        }
        None if trim_text(document_name).is_empty() => {
            Finding::new(Outcome::Beda, "W-10", "Nama usaha pada dokumen belum terisi.")
        }
        None if chosen == BentukUsaha::Perorangan => Finding::new(
            Outcome::Setara,
            "W-10",
            "Nama tanpa bentuk badan usaha, sesuai dengan usaha perorangan.",
        ),
        None => Finding::new(Outcome::Mirip, "W-10", "Bentuk usaha tidak tertulis dalam nama pada dokumen."),
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
