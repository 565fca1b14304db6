//! NITKU — the 22-digit number of a place of business: NPWP of 16 digits and six more.
//!
//! Rule N-21: `000000` is the head office, `000001` and on are branches; a person has NIK and six
//! digits. Since 2024 a branch has no NPWP of its own, it has a NITKU.

use std::fmt;

use super::npwp::{is_filler, passes_luhn};
use super::{Npwp, clean_number, describe_difference};
use crate::masking::mask_number;
use crate::outcome::{Checked, Finding, Note, Outcome};

const HEAD_OFFICE: &str = "000000";

/// Twenty-two digits.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Nitku(String);

impl Nitku {
    /// The NITKU that an NPWP leads to; a proposal, to be confirmed on a document.
    ///
    /// A branch number of the old form becomes the head office and the branch as place (N-20). The tax
    /// office in it may be the branch's own, which is why this stays a proposal.
    pub fn derive_from(npwp: &Npwp) -> Self {
        match npwp.old_fifteen() {
            Some(old) => Self(format!("0{}000000{}", &old[..12], &old[12..])),
            None => Self(format!("{}{HEAD_OFFICE}", npwp.digits())),
        }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The sixteen digits of the taxpayer.
    pub fn npwp_digits(&self) -> &str {
        &self.0[..16]
    }

    /// The six digits of the place.
    pub fn place(&self) -> &str {
        &self.0[16..]
    }

    pub fn is_head_office(&self) -> bool {
        self.place() == HEAD_OFFICE
    }

    pub fn masked(&self) -> String {
        mask_number(&self.0)
    }

    /// Same taxpayer: equal digits, or the same nine digits of an old number whatever the tax office.
    fn belongs_to(&self, npwp: &Npwp) -> bool {
        match npwp.old_fifteen() {
            Some(old) => self.0.starts_with('0') && self.0[1..10] == old[..9],
            None => self.npwp_digits() == npwp.digits(),
        }
    }
}

impl fmt::Debug for Nitku {
    /// A log or a failed assertion must not show the number.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Nitku(tertutup)")
    }
}

/// Checks a typed NITKU (N-21).
pub fn check_nitku(input: &str) -> Checked<Nitku> {
    let cleaned = clean_number(input, "N-21");
    let Some(digits) = cleaned.value else {
        return Checked { value: None, notes: cleaned.notes };
    };
    if digits.len() != 22 {
        let text = match digits.len() {
            0 => "NITKU belum diisi.".to_owned(),
            count => format!("NITKU harus 22 angka, terbaca {count}."),
        };
        return Checked::refused(Note::fault("N-21", text));
    }
    if is_filler(&digits) || is_filler(&digits[..16]) {
        return Checked::refused(Note::fault("N-22", "Ini angka pengisi, bukan NITKU. Ketik dari dokumen."));
    }
    let mut notes = cleaned.notes;
    if digits.starts_with('0') && !passes_luhn(&digits[1..10]) {
        notes.push(Note::warning(
            "N-16",
            "Digit pemeriksa NPWP di dalam NITKU tidak cocok. Baca ulang sepuluh angka pertama.",
        ));
    }
    Checked { value: Some(Nitku(digits)), notes }
}

/// The NITKU of the form beside the NITKU of a document (N-21).
pub fn compare_nitku(form: &Nitku, document: &Nitku) -> Finding {
    if form == document {
        return Finding::new(Outcome::Sama, "N-21", "");
    }
    if form.npwp_digits() == document.npwp_digits() {
        let text = format!(
            "Wajib pajak sama, tempat usaha berbeda: {} dan {}. Periksa isian pusat atau cabang.",
            form.place(),
            document.place()
        );
        return Finding::new(Outcome::Mirip, "N-21", text);
    }
    // An old number keeps its taxpayer in ten digits; the next three are a tax office, which may change.
    if form.0.starts_with('0') && form.0[..10] == document.0[..10] {
        let text = "Sepuluh angka pertama sama, kode KPP atau cabang berbeda. Periksa pada dokumen.";
        return Finding::new(Outcome::Mirip, "N-21", text);
    }
    let place = describe_difference(&form.0, &document.0);
    Finding::new(Outcome::Beda, "N-21", format!("NITKU berbeda{place}. Baca ulang dari dokumen."))
}

/// Whether `pusat` or `cabang` on the form fits the NPWP and, when there is one, the NITKU (S-08).
pub fn compare_pusat_cabang(form_value: &str, npwp: &Npwp, nitku: Option<&Nitku>) -> Finding {
    let says_branch = match form_value.trim().to_lowercase().as_str() {
        "pusat" => false,
        "cabang" => true,
        _ => {
            return Finding::new(
                Outcome::Mirip,
                "N-20",
                "Isian pusat atau cabang masih kosong. Tanyakan kepada pelaku usaha.",
            );
        }
    };
    let word = if says_branch { "cabang" } else { "pusat" };
    if let Some(nitku) = nitku {
        if !nitku.belongs_to(npwp) {
            return Finding::new(Outcome::Beda, "N-21", "NITKU bukan milik NPWP ini. Baca ulang keduanya.");
        }
        if nitku.is_head_office() == says_branch {
            let text = format!("Formulir menyebut {word}, tetapi akhiran NITKU {}.", nitku.place());
            return Finding::new(Outcome::Beda, "N-21", text);
        }
        return Finding::new(Outcome::Sama, "N-21", "");
    }
    let branch_suffix = npwp.branch_suffix().filter(|suffix| *suffix != "000");
    match (says_branch, branch_suffix) {
        (false, None) | (true, Some(_)) => Finding::new(Outcome::Sama, "N-20", ""),
        // Since 2024 a branch carries the NPWP of the head office, so this may well be right.
        (true, None) => {
            Finding::new(Outcome::Mirip, "N-21", "Cabang memakai NPWP pusat dan NITKU. Isi NITKU cabang.")
        }
        (false, Some(suffix)) => {
            let text = format!("Formulir menyebut pusat, tetapi NPWP berakhiran {suffix}.");
            Finding::new(Outcome::Beda, "N-20", text)
        }
    }
}
