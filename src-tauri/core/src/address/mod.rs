//! Addresses (W-20): abbreviations written out, RT and RW in one form, then compared word by word.
//!
//! An address warns and never decides. SAMA is kept for texts equal letter for letter; whatever needs
//! a rule is MIRIP at best, because a village name alone fixes no place (there are 98 Sidomulyo).

mod tables;
#[cfg(test)]
mod tests;
mod words;

use unicode_normalization::UnicodeNormalization;

use crate::naming::fold_word;
use crate::outcome::{Finding, Outcome};
use tables::KINDS;
use words::{expand_address, write_like};

/// Longest address that is compared; SPSE stores far less.
const LONGEST_ADDRESS: usize = 500;

/// Words of the address that must agree before a shorter one may be part of a longer one.
const FEWEST_COMMON: usize = 2;

const VOWELS: [char; 5] = ['A', 'E', 'I', 'O', 'U'];

/// Compares the address on the form with the address on a document (W-20).
pub fn compare_address(form: &str, document: &str) -> Finding {
    let (left, right) = (trim(form), trim(document));
    if left.is_empty() || right.is_empty() {
        let place = if left.is_empty() { "formulir" } else { "dokumen" };
        return Finding::new(Outcome::Beda, "W-20", format!("Alamat pada {place} belum terisi."));
    }
    if left == right {
        return Finding::new(Outcome::Sama, "W-20", "");
    }
    if left.chars().count() > LONGEST_ADDRESS || right.chars().count() > LONGEST_ADDRESS {
        return Finding::new(Outcome::Beda, "W-20", "Alamat terlalu panjang untuk dibandingkan.");
    }
    let (a, b) = written_alike(&left, &right);
    if read_alike(&a, &b) {
        return mirip("Sama setelah singkatan diuraikan.");
    }
    compare_places(&significant(&a), &significant(&b))
}

/// Whether the two differ in spelling alone: capitals, points, abbreviations.
pub fn is_spelled_otherwise(one: &str, other: &str) -> bool {
    let short = |text: &str| text.chars().take(LONGEST_ADDRESS).collect::<String>();
    let (a, b) = written_alike(&trim(&short(one)), &trim(&short(other)));
    read_alike(&a, &b)
}

fn written_alike(left: &str, right: &str) -> (Vec<String>, Vec<String>) {
    let (a, b) = (expand_address(left), expand_address(right));
    (write_like(&a, &b), write_like(&b, &a))
}

fn read_alike(a: &[String], b: &[String]) -> bool {
    a.iter().map(|word| fold_word(word)).eq(b.iter().map(|word| fold_word(word)))
}

/// A word that joins or parts two addresses: as written, and folded for comparing.
#[derive(Clone, Debug, PartialEq, Eq)]
struct KeptWord {
    shown: String,
    key: String,
}

/// What a number or letter counts. Two of one kind that differ are two places.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Counted {
    Rt,
    Rw,
    Postal,
    Number,
    /// A block, or the initials of a name (A., MT).
    Letter,
}

impl KeptWord {
    fn counted(&self) -> Option<Counted> {
        let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        let key = self.key.as_str();
        match key {
            _ if key.strip_prefix("RT").is_some_and(is_number) => Some(Counted::Rt),
            _ if key.strip_prefix("RW").is_some_and(is_number) => Some(Counted::Rw),
            _ if key.len() == 5 && is_number(key) => Some(Counted::Postal),
            _ if key.starts_with(|character: char| character.is_ascii_digit()) => Some(Counted::Number),
            _ if key.len() == 1 || (key.len() == 2 && !key.contains(VOWELS)) => Some(Counted::Letter),
            _ => None,
        }
    }
}

/// The words that say which place it is, once each, in the order of the address.
fn significant(words: &[String]) -> Vec<KeptWord> {
    let mut kept: Vec<KeptWord> = Vec::new();
    for word in words.iter().filter(|word| !KINDS.contains(&word.as_str())) {
        let place = KeptWord { shown: word.clone(), key: fold_word(word) };
        if !kept.iter().any(|known| known.key == place.key) {
            kept.push(place);
        }
    }
    kept
}

/// MIRIP when one address is part of the other or when they share most of their words.
fn compare_places(a: &[KeptWord], b: &[KeptWord]) -> Finding {
    let has = |places: &[KeptWord], place: &KeptWord| places.iter().any(|other| other.key == place.key);
    let (both_a, only_form): (Vec<&KeptWord>, Vec<&KeptWord>) = a.iter().partition(|place| has(b, place));
    let (both_b, only_document): (Vec<&KeptWord>, Vec<&KeptWord>) = b.iter().partition(|place| has(a, place));
    let common = both_a.len();
    let is_part = only_form.is_empty() || only_document.is_empty();
    // Seven tenths of the words of both sides together.
    if common < FEWEST_COMMON || !(is_part || 20 * common >= 7 * (a.len() + b.len())) {
        return beda("Alamat pada formulir tidak sesuai dengan dokumen.");
    }
    // MAWAR 2 NO. 3 and MAWAR 3 NO. 2 have the same words.
    let numbers = |places: &[&KeptWord]| -> Vec<String> {
        let counted = |place: &&&KeptWord| place.counted() == Some(Counted::Number);
        places.iter().filter(counted).map(|place| place.key.clone()).collect()
    };
    if numbers(&both_a) != numbers(&both_b) {
        return beda("Urutan angka pada formulir tidak sesuai dengan dokumen.");
    }
    let conflict = only_form.iter().find_map(|left| {
        let right = only_document
            .iter()
            .find(|right| left.counted().is_some() && left.counted() == right.counted())?;
        Some((*left, *right))
    });
    if let Some((left, right)) = conflict {
        return beda(format!("Alamat berbeda: {} pada formulir, {} pada dokumen.", left.shown, right.shown));
    }
    match (only_form.is_empty(), only_document.is_empty()) {
        (true, true) => mirip("Kata-katanya sama, urutan atau sebutannya berbeda."),
        (true, false) => {
            mirip(format!("Alamat sebagian: {} hanya ada pada dokumen.", shorten(&only_document)))
        }
        (false, true) => mirip(format!("Alamat sebagian: {} hanya ada pada formulir.", shorten(&only_form))),
        (false, false) => {
            mirip(format!("Sebagian berbeda: {} dan {}.", shorten(&only_form), shorten(&only_document)))
        }
    }
}

fn shorten(words: &[&KeptWord]) -> String {
    let shown = words.iter().take(4).map(|place| place.shown.as_str()).collect::<Vec<_>>().join(" ");
    if words.len() > 4 { format!("{shown} …") } else { shown }
}

fn mirip(text: impl Into<String>) -> Finding {
    Finding::new(Outcome::Mirip, "W-20", text)
}

fn beda(text: impl Into<String>) -> Finding {
    Finding::new(Outcome::Beda, "W-20", text)
}

fn trim(text: &str) -> String {
    text.nfkc().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}
