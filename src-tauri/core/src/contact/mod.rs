//! Contact data and the other small fields: telephone, e-mail, postal code, PKP, NIB, dates.
//!
//! Data rules N-23 to N-33. None of these numbers has a check digit, so most findings only warn.

mod compare;
mod dates;
mod email;
mod phone;
#[cfg(test)]
mod tests;

pub use compare::{compare_date, compare_email, compare_phone, compare_postal_code};
pub use dates::{Validity, check_date, check_validity, is_wni, show_date};
pub use email::{Email, check_email};
pub use phone::{Phone, check_phone, show_phone};

use unicode_normalization::UnicodeNormalization;

use crate::identity::clean_number;
use crate::outcome::{Checked, Finding, Note, Outcome};
use crate::wilayah;

/// Longest PKP number that is stored (N-24).
const LONGEST_PKP: usize = 60;

/// How people write that there is no PKP number, letters and digits only.
const DENIALS: [&str; 8] =
    ["NONPKP", "BUKANPKP", "TIDAKPKP", "BELUMPKP", "TIDAKADA", "BELUMADA", "NIHIL", "NONPENGUSAHAKENAPAJAK"];

/// Checks a postal code, in the kabupaten or kota when its code is known (N-31).
pub fn check_postal_code(input: &str, kabupaten: Option<&str>) -> Checked<String> {
    let cleaned = clean_number(input, "N-31");
    let Some(digits) = cleaned.value else {
        return Checked { value: None, notes: cleaned.notes };
    };
    if digits.len() != 5 || digits.starts_with('0') {
        return Checked::refused(Note::fault("N-31", "Kode pos harus 5 angka dan tidak diawali 0."));
    }
    let mut notes = cleaned.notes;
    let code = digits.parse::<u32>().unwrap_or_default();
    let place = kabupaten
        .and_then(|place| Some((wilayah::kabupaten(place)?, wilayah::is_postal_code_of(place, code)?)));
    match place {
        Some((_, true)) => {}
        Some((region, false)) => {
            let text = format!("Kode pos ini tidak ada di {} menurut tabel. Periksa keduanya.", region.name);
            notes.push(Note::warning("N-31", text));
        }
        None if !wilayah::is_postal_code(code) => {
            notes.push(Note::warning("N-31", "Kode pos ini tidak ada di tabel. Baca ulang dari dokumen."));
        }
        None => {}
    }
    Checked { value: Some(digits), notes }
}

/// PKP — the number of a pengusaha kena pajak, or the statement that there is none (N-24).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pkp {
    NonPkp,
    Number(String),
}

/// Checks a PKP entry: `Non-PKP` or a free letter number of at most 60 characters, not both.
pub fn check_pkp(input: &str) -> Checked<Pkp> {
    let checked = check_text("Nomor PKP", "N-24", input, LONGEST_PKP);
    let Some(text) = checked.value else {
        return Checked { value: None, notes: checked.notes };
    };
    let letters = letters_and_digits(&text);
    let denies = DENIALS.into_iter().find(|word| letters.starts_with(word));
    let refusal = match denies {
        Some(word) if letters == word => return Checked { value: Some(Pkp::NonPkp), notes: Vec::new() },
        Some(_) => "Isi Non-PKP atau nomor PKP, bukan keduanya.",
        None if !names_something(&letters) => "Nomor PKP belum diisi. Tulis Non-PKP bila tidak ada.",
        None => return Checked { value: Some(Pkp::Number(text)), notes: Vec::new() },
    };
    Checked::refused(Note::fault("N-24", refusal))
}

/// Whether an entry names a number, be it a faulty one: only then does an SPPKP have to be brought.
///
/// A dash or a zero in the box says that there is none, as people fill what they may not leave empty.
pub fn claims_pkp(input: &str) -> bool {
    let letters = letters_and_digits(input);
    names_something(&letters) && !DENIALS.contains(&letters.as_str())
}

fn names_something(letters: &str) -> bool {
    letters.chars().any(|character| character != '0')
}

/// Compares two PKP entries by letters and digits only (N-24, reason P16).
pub fn compare_pkp(form: &str, document: &str) -> Finding {
    match (check_pkp(form).value, check_pkp(document).value) {
        (Some(_), Some(_)) if form.trim() == document.trim() => Finding::new(Outcome::Sama, "N-24", ""),
        (Some(Pkp::NonPkp), Some(Pkp::NonPkp)) => Finding::new(Outcome::Sama, "N-24", ""),
        (Some(Pkp::Number(a)), Some(Pkp::Number(b))) if letters_and_digits(&a) == letters_and_digits(&b) => {
            Finding::new(Outcome::Setara, "N-24", "Perbedaan hanya pada tanda baca.")
        }
        (Some(Pkp::Number(_)), Some(Pkp::Number(_))) => {
            Finding::new(Outcome::Beda, "N-24", "Nomor PKP pada formulir tidak sesuai dengan dokumen.")
        }
        (Some(_), Some(_)) => Finding::new(
            Outcome::Beda,
            "N-24",
            "Formulir dan dokumen berbeda: yang satu Non-PKP, yang lain memuat nomor PKP.",
        ),
        _ => Finding::new(Outcome::Beda, "N-24", "Nomor PKP belum terisi dengan benar di kedua tempat."),
    }
}

/// Cleans one line of free text and holds it to a length; control characters never reach a paper.
pub fn check_text(label: &str, rule: &str, input: &str, longest: usize) -> Checked<String> {
    let visible: String =
        input.nfc().map(|character| if character.is_control() { ' ' } else { character }).collect();
    let text = visible.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().count() > longest {
        return Checked::refused(Note::fault(rule, format!("{label} paling panjang {longest} karakter.")));
    }
    Checked { value: Some(text), notes: Vec::new() }
}

fn letters_and_digits(text: &str) -> String {
    text.to_uppercase().chars().filter(|character| character.is_alphanumeric()).collect()
}
