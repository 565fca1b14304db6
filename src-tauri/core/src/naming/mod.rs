//! Names of persons and companies: when two ways of writing mean the same one.
//!
//! Data rules W-01 to W-10. The program finds and explains; SUHARTO and SUHARTI are one letter apart
//! and two people, which is why MIRIP never passes by itself.

mod abbreviations;
mod bentuk;
mod beside;
mod company;
mod company_form;
mod person;
mod read_bentuk;
mod spelling;
#[cfg(test)]
mod tests;
mod titles;
mod words;

pub use bentuk::BentukUsaha;
pub use company::{compare_company, compare_core};
pub use company_form::{CompanyName, split_company};
pub use person::compare_person;
pub use read_bentuk::compare_bentuk;

use abbreviations::expand_abbreviation;
use spelling::fold_spelling;
use titles::{is_front_title, split_titles};
use words::{LONGEST_NAME, clean_text, split_words, trim_text};

/// What a name is reduced to for tolerant search: no titles, no punctuation, old spelling folded,
/// MOH. and its kin written out, doubled letters single.
///
/// Empty for a title alone, so that "drs. budi" may also be looked up word by word.
pub fn search_key(text: &str) -> String {
    let short: String = text.chars().take(LONGEST_NAME).collect();
    let words = split_titles(&clean_text(&short)).words;
    if let [only] = words.as_slice()
        && is_front_title(only)
    {
        return String::new();
    }
    words.iter().map(|word| fold_word(word)).collect::<Vec<_>>().join(" ")
}

/// One upper-case word with W-02 and W-03 folded: a street may bear a person's name.
pub(crate) fn fold_word(word: &str) -> String {
    fold_spelling(expand_abbreviation(word).unwrap_or(word))
}

/// The words of any text with the spelling of W-03 folded; for searching names of places.
pub(crate) fn fold_words(text: &str) -> Vec<String> {
    split_words(&clean_text(text)).iter().map(|word| fold_spelling(word)).collect()
}

/// A text from outside as a person sees it: NFKC, single spaces, no invisible marks.
pub(crate) fn visible_text(text: &str) -> String {
    trim_text(text)
}

/// A number written as digits, as a word up to ten, or in Roman letters up to 39.
pub(crate) fn read_count(word: &str) -> Option<u32> {
    const WORDS: [&str; 12] = [
        "NOL", "SATU", "DUA", "TIGA", "EMPAT", "LIMA", "ENAM", "TUJUH", "DELAPAN", "SEMBILAN", "SEPULUH",
        "SEBELAS",
    ];
    if word.len() <= 6 && word.bytes().all(|byte| byte.is_ascii_digit()) {
        return word.parse().ok();
    }
    let as_word = WORDS.iter().position(|candidate| *candidate == word).and_then(|n| u32::try_from(n).ok());
    as_word.or_else(|| read_roman(word))
}

/// I to XXXIX in the usual writing only; C, D, L and M are letters of too many words.
fn read_roman(word: &str) -> Option<u32> {
    const ONES: [&str; 10] = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
    let tens = word.chars().take_while(|letter| *letter == 'X').count().min(3);
    let ones = ONES.iter().position(|digits| *digits == &word[tens..])?;
    u32::try_from(10 * tens + ones).ok().filter(|number| *number > 0)
}

/// W-07: Damerau-Levenshtein similarity of at least 0.85, in whole numbers.
fn is_slip(left: &str, right: &str) -> bool {
    let longest = left.chars().count().max(right.chars().count());
    longest > 0 && longest <= LONGEST_NAME && 20 * strsim::damerau_levenshtein(left, right) <= 3 * longest
}
