//! A name as text: how it is cleaned, and where its words part (W-01).

use unicode_normalization::UnicodeNormalization as _;

/// Longest name that is compared word by word. Permendagri 73/2022 allows 60 letters; above this a
/// text is no name, and the comparison must not grow with the square of it.
pub(super) const LONGEST_NAME: usize = 300;

/// NFKC, upper case, single spaces, no invisible marks (first part of W-01).
pub(super) fn clean_text(text: &str) -> String {
    let visible: String = text.nfkc().filter(|character| !is_invisible(*character)).collect();
    visible.to_uppercase().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Like [`clean_text`], in the case it was written in: what "letter for letter" means for SAMA.
pub(super) fn trim_text(text: &str) -> String {
    let visible: String = text.nfkc().filter(|character| !is_invisible(*character)).collect();
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Words without punctuation: apostrophes vanish (NUR'AINI), every other mark parts words.
pub(super) fn split_words(text: &str) -> Vec<String> {
    text.chars()
        .filter(|character| !is_apostrophe(*character))
        .collect::<String>()
        .split(|character: char| !character.is_alphanumeric() && !is_combining(character))
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

pub(super) fn is_apostrophe(character: char) -> bool {
    matches!(character, '\'' | '`' | '´' | '‘' | '’' | '‛' | 'ʼ' | 'ʻ' | 'ʾ' | 'ʿ' | '′')
}

fn is_invisible(character: char) -> bool {
    matches!(character, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
}

pub(super) fn is_combining(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36f}')
}
