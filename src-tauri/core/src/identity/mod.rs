//! Identity numbers: NIK, NPWP, NITKU — what they say, how they are masked, when two are the same.
//!
//! Data rules N-01 to N-22. Deliberately absent: any look-up at Dukcapil or DJP. A number that
//! passes here is well formed; that it belongs to the person is for the verifikator to see.

mod nik;
mod nitku;
mod npwp;
#[cfg(test)]
mod tests;

pub use nik::{Nik, check_nik, check_nik_against_card, compare_nik};
pub use nitku::{Nitku, check_nitku, compare_nitku, compare_pusat_cabang};
pub use npwp::{Npwp, NpwpKind, check_npwp, compare_npwp, is_denied_by_slip, is_typing_slip, npwp_sixteen};

use crate::outcome::{Checked, Note};

/// Strips what people put between digits and converts digits of other scripts, telling so.
///
/// Spaces, dots, hyphens and slashes go; full-width and Arabic-Indic digits become ASCII with an
/// INFO note. Anything else is GALAT under `rule`, with a hint when a letter looks like a digit.
/// The text of a note names a place in the number, never the number.
pub fn clean_number(input: &str, rule: &str) -> Checked<String> {
    let mut digits = String::with_capacity(22);
    let mut converted = false;
    for character in input.chars() {
        if let Some(digit) = ascii_digit(character) {
            converted |= !character.is_ascii();
            digits.push(digit);
        } else if !is_separator(character) {
            return Checked::refused(Note::fault(rule, describe_stranger(character, digits.len() + 1)));
        }
    }
    let mut notes = Vec::new();
    if converted {
        notes.push(Note::info(rule, "Angka dari aksara lain diubah menjadi angka biasa. Periksa hasilnya."));
    }
    Checked { value: Some(digits), notes }
}

/// Whether a NIK, NPWP or NITKU carries the mark of invented data.
///
/// Invented people have a serial of 9000 or more; invented NPWP begin with 99.7.
pub fn looks_fictional(number: &str) -> bool {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    match digits.len() {
        15 => digits.starts_with("997"),
        16 | 22 if digits.starts_with('0') => digits.starts_with("0997"),
        16 | 22 => digits.as_bytes().get(12).is_some_and(|digit| *digit == b'9'),
        _ => false,
    }
}

pub(crate) fn ascii_digit(character: char) -> Option<char> {
    let zero = match character {
        '0'..='9' => return Some(character),
        '\u{ff10}'..='\u{ff19}' => 0xff10,
        '\u{0660}'..='\u{0669}' => 0x0660,
        '\u{06f0}'..='\u{06f9}' => 0x06f0,
        _ => return None,
    };
    char::from_digit(u32::from(character) - zero, 10)
}

/// Visible separators, blanks of any width, and the invisible marks that copying from a page brings.
pub(crate) fn is_separator(character: char) -> bool {
    character.is_whitespace()
        || matches!(
            character,
            '.' | '-' | '/' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{ff0d}' | '\u{ff0e}' | '\u{ff0f}'
                | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}'
        )
}

fn describe_stranger(character: char, position: usize) -> String {
    let lookalike = match character.to_ascii_uppercase() {
        'O' | 'Q' | 'D' => Some('0'),
        'I' | 'L' | '|' => Some('1'),
        'Z' => Some('2'),
        'S' => Some('5'),
        'G' => Some('6'),
        'B' => Some('8'),
        _ => None,
    };
    let letter = character.to_uppercase();
    match lookalike {
        Some(digit) => {
            format!("Karakter ke-{position} adalah huruf {letter}. Maksudnya angka {digit}?")
        }
        None if character.is_alphabetic() => {
            format!("Karakter ke-{position} adalah huruf {letter}. Nomor ini hanya berisi angka.")
        }
        None => format!("Karakter ke-{position} bukan angka. Nomor ini hanya berisi angka."),
    }
}

/// Says where two numbers of equal length part, when that helps to find a misread digit.
///
/// Empty when the lengths differ or more than two digits do: then the whole number is to be read again.
fn describe_difference(left: &str, right: &str) -> String {
    if left.len() != right.len() {
        return String::new();
    }
    let places: Vec<usize> =
        left.bytes().zip(right.bytes()).enumerate().filter(|(_, (a, b))| a != b).map(|(i, _)| i).collect();
    match places[..] {
        [only] => format!(" pada angka ke-{}", only + 1),
        [first, second] => format!(" pada angka ke-{} dan ke-{}", first + 1, second + 1),
        _ => String::new(),
    }
}
