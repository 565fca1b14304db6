//! Telephone numbers (N-25), stored as E.164 and shown as Indonesians write them.

use crate::outcome::{Checked, Note};

/// First three digits after the 0 of mobile numbers in use: 081x, 082x, 083x, 085x, 087x, 088x, 089x.
const MOBILE: [&str; 7] = ["1123456789", "2123", "31238", "512356789", "7678", "8123456789", "956789"];

/// Area codes of three characters (with the 0); all other landlines have four.
const SHORT_AREAS: [&str; 5] = ["21", "22", "24", "31", "61"];

/// A telephone number that can be dialled.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Phone {
    /// Digits after the plus.
    international: String,
}

impl Phone {
    /// `+6281234567890`, as stored.
    pub fn e164(&self) -> String {
        format!("+{}", self.international)
    }

    /// `0812-3456-7890` or `(0285) 391234`, as shown; foreign numbers stay international.
    pub fn national(&self) -> String {
        let Some(rest) = self.international.strip_prefix("62") else {
            return self.e164();
        };
        if self.is_mobile() {
            return format!("0{}-{}-{}", &rest[..3], &rest[3..7], &rest[7..]);
        }
        let area = if SHORT_AREAS.contains(&&rest[..2]) { 2 } else { 3 };
        format!("(0{}) {}", &rest[..area], &rest[area..])
    }

    pub fn is_mobile(&self) -> bool {
        self.international.starts_with("628")
    }

    /// The number as a WhatsApp link wants it; landlines have none.
    pub fn whatsapp(&self) -> Option<String> {
        (self.is_mobile() || !self.international.starts_with("62")).then(|| self.international.clone())
    }
}

/// Checks a telephone number written 08.., 62.., +62.., with spaces, dots or brackets (N-25).
pub fn check_phone(input: &str) -> Checked<Phone> {
    let refuse = |text: &str| Checked::refused(Note::fault("N-25", text));
    let without_brackets: String =
        input.chars().filter(|character| !matches!(character, '(' | ')' | '[' | ']')).collect();
    // A plus stands in front or nowhere; inside, it joins two numbers.
    let international = without_brackets.trim_start().strip_prefix('+');
    let plus = international.is_some();
    let cleaned = crate::identity::clean_number(international.unwrap_or(&without_brackets), "N-25");
    let Some(digits) = cleaned.value else {
        return Checked { value: None, notes: cleaned.notes };
    };
    let mut notes = cleaned.notes;
    if plus && !digits.starts_with("62") {
        if !(8..=15).contains(&digits.len()) || digits.starts_with('0') {
            return refuse("Nomor luar negeri harus 8 sampai 15 angka setelah tanda +.");
        }
        notes.push(Note::warning("N-25", "Ini nomor luar negeri. Pastikan kode negaranya benar."));
        return Checked { value: Some(Phone { international: digits }), notes };
    }
    let rest = match (digits.strip_prefix("62"), digits.strip_prefix('0')) {
        // "+62 0812" and "0062" are common slips that leave no doubt.
        (Some(rest), _) => rest.strip_prefix('0').unwrap_or(rest),
        (_, Some(rest)) if is_mobile_behind_zero(rest) => {
            notes.push(Note::info("N-25", "Angka 0 sebelum 62 dilewati. Periksa nomornya."));
            &rest[2..]
        }
        (_, Some(rest)) => rest.strip_prefix("062").unwrap_or(rest),
        (None, None) if digits.starts_with('8') => {
            notes.push(Note::info("N-25", "Angka 0 di depan ditambahkan. Periksa nomornya."));
            &digits
        }
        (None, None) if digits.is_empty() => return refuse("Nomor telepon belum diisi."),
        (None, None) => return refuse("Nomor telepon harus diawali 0, 62, atau +62."),
    };
    if rest.starts_with('8') {
        // Ten to thirteen digits with the zero.
        if !(9..=12).contains(&rest.len()) {
            return refuse("Nomor HP harus 10 sampai 13 angka, termasuk 0 di depan.");
        }
        if !is_known_mobile(rest) {
            notes.push(Note::info(
                "N-25",
                "Awalan nomor HP ini tidak dikenal. Bacakan ulang kepada pelaku usaha.",
            ));
        }
    } else if rest.starts_with(['0', '1']) {
        return refuse("Nomor telepon ini tidak dikenal. Tulis dengan kode area, misalnya 0285.");
    } else if !(7..=11).contains(&rest.len()) {
        return refuse("Nomor telepon kantor harus 8 sampai 12 angka dengan kode area.");
    }
    Checked { value: Some(Phone { international: format!("62{rest}") }), notes }
}

/// A number as it was stored or typed, in the way people write it; what cannot be dialled stays as it is.
pub fn show_phone(number: &str) -> String {
    check_phone(number).value.map_or_else(|| number.to_owned(), |phone| phone.national())
}

/// 0628 is also the area of Kabanjahe, whose numbers are short: only a long one is 62 8.. with a zero.
fn is_mobile_behind_zero(rest: &str) -> bool {
    rest.starts_with("628") && rest.len() >= 11
}

fn is_known_mobile(rest: &str) -> bool {
    let (Some(group), Some(third)) = (rest.get(1..2), rest.get(2..3)) else {
        return false;
    };
    MOBILE.iter().any(|known| known.strip_prefix(group).is_some_and(|thirds| thirds.contains(third)))
}
