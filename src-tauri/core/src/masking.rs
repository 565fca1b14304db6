//! Masks: what of a number may stand in a list, a title, a toast or on paper.
//!
//! The last four digits stay, so that two people can still agree which number they mean.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

const SHOWN: usize = 4;

/// Every digit but the last four becomes `*`; dots, hyphens and spaces stay where they are.
pub fn mask_number(value: &str) -> String {
    let digits = value.chars().filter(char::is_ascii_digit).count();
    let mut seen = 0;
    value
        .trim()
        .chars()
        .map(|c| {
            if !c.is_ascii_digit() {
                return c;
            }
            seen += 1;
            if seen + SHOWN > digits { c } else { '*' }
        })
        .collect()
}

/// Of each word its first letter stays, and how long it is: enough for its owner, too little for who finds it.
pub fn mask_name(name: &str) -> String {
    /// What stands inside a name for an apostrophe.
    const APOSTROPHES: [char; 6] = ['\'', '\u{2019}', '\u{2018}', '\u{2BC}', '`', '\u{B4}'];
    let mut masked = String::with_capacity(name.len());
    let mut is_inside = false;
    // A mark of its own, and what draws nothing, would end a word in its middle.
    let seen = name.trim().nfc().filter(|letter| !is_combining_mark(*letter) && !is_unseen(*letter));
    for letter in seen {
        let hides = is_inside && letter.is_alphanumeric();
        is_inside = letter.is_alphanumeric() || (is_inside && APOSTROPHES.contains(&letter));
        masked.push(if hides { '*' } else { letter });
    }
    masked
}

/// Joiners, soft hyphens, marks of direction.
fn is_unseen(letter: char) -> bool {
    matches!(letter, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}')
}

/// Shortest run of digits that names a person or a company: a date has eight, a telephone ten.
const NAMES_SOMEBODY: usize = 10;

/// Masks every long number in a text, however it is grouped; words and dates stay.
pub fn mask_numbers_in(text: &str) -> String {
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, '.' | '-' | '/' | ' ' | ')' | ']');
    let mut masked = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        let (before, from) = rest.split_at(start);
        let end = from.find(|c| !is_part(c)).unwrap_or(from.len());
        let end = from[..end].rfind(|c: char| c.is_ascii_digit()).map_or(end, |last| last + 1);
        let (run, after) = from.split_at(end);
        masked.push_str(before);
        if run.chars().filter(char::is_ascii_digit).count() >= NAMES_SOMEBODY {
            masked.push_str(&mask_number(run));
        } else {
            masked.push_str(run);
        }
        rest = after;
    }
    masked.push_str(rest);
    masked
}

#[cfg(test)]
mod tests {
    use super::{mask_name, mask_number, mask_numbers_in};

    #[test]
    fn of_a_name_the_first_letter_of_each_word_stays() {
        for (name, masked) in [
            ("Wulan Pertiwi", "W**** P******"),
            ("  Siti Nur'aini, S.E.  ", "S*** N**'****, S.E."),
            ("M. Ridwan bin-Umar", "M. R***** b**-U***"),
            ("Édouard", "É******"),
            ("E\u{301}douard", "É******"),
            ("Nur\u{2019}aini Nur`aini Nur\u{B4}aini", "N**\u{2019}**** N**`**** N**\u{B4}****"),
            ("Ra\u{AD}tna Ra\u{200D}tna", "R**** R****"),
            ("R\u{32E}\u{333}atna", "R****"),
            ("I", "I"),
            ("12 34", "1* 3*"),
            ("", ""),
        ] {
            assert_eq!(mask_name(name), masked, "{name}");
        }
    }

    #[test]
    fn long_numbers_in_a_text_are_masked_and_dates_stay() {
        for (text, masked) in [
            ("NIK 3325114508759002 beda", "NIK ************9002 beda"),
            ("332511 450875 9002", "****** ****** 9002"),
            ("99.700.101.1-513.000", "**.***.***.*-**3.000"),
            ("+6281200009001", "+*********9001"),
            ("Kantor (0285) 399001 (pagi)", "Kantor (****) **9001 (pagi)"),
            ("BATANG, 05-08-1975 (51 tahun)", "BATANG, 05-08-1975 (51 tahun)"),
            ("Pasal 3 ayat (2) huruf b", "Pasal 3 ayat (2) huruf b"),
            ("BATANG, 05-08-1975", "BATANG, 05-08-1975"),
            ("RT 003/005 No. 41", "RT 003/005 No. 41"),
            ("tanpa angka", "tanpa angka"),
            ("", ""),
        ] {
            assert_eq!(mask_numbers_in(text), masked, "{text}");
        }
    }

    #[test]
    fn only_the_last_four_digits_stay() {
        for (value, masked) in [
            ("3325110508759001", "************9001"),
            ("99.700.101.1-513.000", "**.***.***.*-**3.000"),
            ("0997001011513000", "************3000"),
            ("9001", "9001"),
            ("", ""),
        ] {
            assert_eq!(mask_number(value), masked);
        }
    }
}
