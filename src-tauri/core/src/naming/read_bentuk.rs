//! Membaca bentuk usaha: the legal form that a text names, and whether two texts name the same.

use super::bentuk::{BentukUsaha, relate};
use super::company_form::{is_koperasi, split_company};
use super::words::{clean_text, split_words, trim_text};
use crate::outcome::{Finding, Outcome};

impl BentukUsaha {
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
