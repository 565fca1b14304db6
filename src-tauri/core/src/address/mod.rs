//! Addresses (W-20): abbreviations written out, RT and RW in one form, then compared word by word.
//!
//! An address warns and never decides. SAMA is kept for texts equal letter for letter; whatever needs
//! a rule is MIRIP at best, because a village name alone fixes no place (there are 98 Sidomulyo).

#[cfg(test)]
mod tests;

use unicode_normalization::UnicodeNormalization;

use crate::naming::read_count;
use crate::outcome::{Finding, Outcome};

/// Longest address that is compared; SPSE stores far less.
const LONGEST_ADDRESS: usize = 500;

/// Words of the address that must agree before a shorter one may be part of a longer one.
const FEWEST_COMMON: usize = 2;

/// Abbreviations and what they stand for (W-20).
const ABBREVIATIONS: [(&str, &str); 46] = [
    ("JL", "JALAN"),
    ("JLN", "JALAN"),
    ("JLAN", "JALAN"),
    ("JALAN", "JALAN"),
    ("GG", "GANG"),
    ("NO", "NOMOR"),
    ("NMR", "NOMOR"),
    ("KEL", "KELURAHAN"),
    ("DS", "DESA"),
    ("DSN", "DUSUN"),
    ("DK", "DUKUH"),
    ("DKH", "DUKUH"),
    ("KP", "KAMPUNG"),
    ("KMP", "KAMPUNG"),
    ("LINGK", "LINGKUNGAN"),
    ("LK", "LINGKUNGAN"),
    ("KEC", "KECAMATAN"),
    ("DISTRIK", "KECAMATAN"),
    ("KAB", "KABUPATEN"),
    ("KODYA", "KOTA"),
    ("KOTAMADYA", "KOTA"),
    ("PROV", "PROVINSI"),
    ("PROP", "PROVINSI"),
    ("PROPINSI", "PROVINSI"),
    ("PERUM", "PERUMAHAN"),
    ("PERUMH", "PERUMAHAN"),
    ("KOMP", "KOMPLEK"),
    ("KOMPLEKS", "KOMPLEK"),
    ("BLK", "BLOK"),
    ("LT", "LANTAI"),
    ("GD", "GEDUNG"),
    ("GDG", "GEDUNG"),
    ("TIM", "TIMUR"),
    ("TMR", "TIMUR"),
    ("BAR", "BARAT"),
    ("BRT", "BARAT"),
    ("UT", "UTARA"),
    ("UTR", "UTARA"),
    ("SEL", "SELATAN"),
    ("SLT", "SELATAN"),
    ("TGH", "TENGAH"),
    ("JATENG", "JAWA TENGAH"),
    ("JATIM", "JAWA TIMUR"),
    ("JABAR", "JAWA BARAT"),
    ("JEND", "JENDERAL"),
    ("JENDRAL", "JENDERAL"),
];

/// Ways of writing two provinces, as whole runs of words.
const RUNS: [(&str, &str); 6] = [
    (" DAERAH ISTIMEWA YOGYAKARTA ", " DIY "),
    (" DI YOGYAKARTA ", " DIY "),
    (" D I YOGYAKARTA ", " DIY "),
    (" DAERAH KHUSUS IBUKOTA JAKARTA ", " DKI JAKARTA "),
    (" DAERAH KHUSUS JAKARTA ", " DKI JAKARTA "),
    (" DKJ ", " DKI JAKARTA "),
];

/// Words that say what kind of place follows; they neither join nor part two addresses.
const KINDS: [&str; 16] = [
    "JALAN",
    "GANG",
    "NOMOR",
    "KELURAHAN",
    "DESA",
    "DUSUN",
    "DUKUH",
    "KAMPUNG",
    "LINGKUNGAN",
    "KECAMATAN",
    "KABUPATEN",
    "KOTA",
    "PROVINSI",
    "INDONESIA",
    "PERUMAHAN",
    "KOMPLEK",
];

/// Compares the address on the form with the address on a document (W-20).
pub fn compare_address(form: &str, document: &str) -> Finding {
    let (left, right) = (trim(form), trim(document));
    if left.is_empty() || right.is_empty() {
        let place = if left.is_empty() { "formulir" } else { "dokumen" };
        return Finding::new(Outcome::Beda, "W-20", format!("Alamat di {place} belum terisi."));
    }
    if left == right {
        return Finding::new(Outcome::Sama, "W-20", "");
    }
    if left.chars().count() > LONGEST_ADDRESS || right.chars().count() > LONGEST_ADDRESS {
        return Finding::new(Outcome::Beda, "W-20", "Alamat terlalu panjang untuk dibandingkan.");
    }
    let (a, b) = (expand_address(&left), expand_address(&right));
    if a == b {
        return mirip("Sama setelah singkatan diuraikan.");
    }
    compare_places(&significant(&a), &significant(&b))
}

/// The address as upper-case words with abbreviations, RT, RW and numbers in one form.
fn expand_address(text: &str) -> Vec<String> {
    let spaced = part_tokens(&text.to_uppercase());
    let mut expanded = Vec::new();
    let mut tokens = spaced.iter().map(String::as_str).peekable();
    let mut wants_rw = false;
    while let Some(token) = tokens.next() {
        let is_number = |word: &str| word.len() <= 3 && word.bytes().all(|byte| byte.is_ascii_digit());
        if matches!(token, "RT" | "RW" | "RK") {
            if let Some(number) = tokens.next_if(|word| is_number(word)) {
                expanded.push(format!("{}{number:0>3}", if token == "RT" { "RT" } else { "RW" }));
                wants_rw = token == "RT" && tokens.next_if_eq(&"/").is_some();
            }
            continue;
        }
        if wants_rw && is_number(token) {
            expanded.push(format!("RW{token:0>3}"));
        } else if token != "/" {
            let word =
                ABBREVIATIONS.iter().find(|(short, _)| *short == token).map_or(token, |(_, full)| full);
            expanded.push(read_count(word).map_or_else(|| word.to_owned(), |number| number.to_string()));
        }
        wants_rw = false;
    }
    join_letters(&fold_runs(&expanded))
}

/// Splits at punctuation and between letters and digits (NO12, RT03/RW05); keeps `/` as a token.
fn part_tokens(text: &str) -> Vec<String> {
    let mut spaced = String::with_capacity(text.len() * 2);
    let mut previous = ' ';
    for character in text.chars() {
        let turns = (previous.is_alphabetic() && character.is_ascii_digit())
            || (previous.is_ascii_digit() && character.is_alphabetic());
        if turns {
            spaced.push(' ');
        }
        match character {
            '/' => spaced.push_str(" / "),
            '\'' | '’' | '`' => {}
            _ if character.is_alphanumeric() => spaced.push(character),
            _ => spaced.push(' '),
        }
        previous = character;
    }
    spaced.split_whitespace().map(str::to_owned).collect()
}

fn fold_runs(words: &[String]) -> Vec<String> {
    let joined = format!(" {} ", words.join(" "));
    let folded = RUNS.iter().fold(joined, |text, (long, short)| text.replace(long, short));
    folded.split_whitespace().map(str::to_owned).collect()
}

/// A house number and the letter behind it are one word again: 12 A is 12A.
fn join_letters(words: &[String]) -> Vec<String> {
    let mut joined: Vec<String> = Vec::new();
    for word in words {
        let is_letter = word.len() == 1 && word.bytes().all(|byte| byte.is_ascii_uppercase());
        match joined.last_mut() {
            Some(number) if is_letter && number.bytes().all(|byte| byte.is_ascii_digit()) => {
                number.push_str(word)
            }
            _ => joined.push(word.clone()),
        }
    }
    joined
}

fn significant(words: &[String]) -> Vec<&str> {
    let mut kept: Vec<&str> = words.iter().map(String::as_str).filter(|word| !KINDS.contains(word)).collect();
    kept.sort_unstable();
    kept.dedup();
    kept
}

/// MIRIP when one address is part of the other or when they share most of their words.
fn compare_places(a: &[&str], b: &[&str]) -> Finding {
    let only = |these: &[&str], those: &[&str]| -> Vec<String> {
        these.iter().filter(|word| !those.contains(word)).map(|word| (*word).to_owned()).collect()
    };
    let (only_form, only_document) = (only(a, b), only(b, a));
    let common = a.len() - only_form.len();
    let is_part = only_form.is_empty() || only_document.is_empty();
    if common >= FEWEST_COMMON && is_part {
        return match (only_form.is_empty(), only_document.is_empty()) {
            (true, true) => mirip("Kata-katanya sama, urutan atau sebutannya berbeda."),
            (true, false) => {
                mirip(format!("Alamat sebagian: {} hanya ada di dokumen.", shorten(&only_document)))
            }
            _ => mirip(format!("Alamat sebagian: {} hanya ada di formulir.", shorten(&only_form))),
        };
    }
    // Seven tenths of the words of both sides together.
    if common >= FEWEST_COMMON && 20 * common >= 7 * (a.len() + b.len()) {
        let text = format!("Sebagian berbeda: {} dan {}.", shorten(&only_form), shorten(&only_document));
        return mirip(text);
    }
    Finding::new(Outcome::Beda, "W-20", "Alamat di formulir beda dengan dokumen.")
}

fn shorten(words: &[String]) -> String {
    let shown = words.iter().take(4).map(String::as_str).collect::<Vec<_>>().join(" ");
    if words.len() > 4 { format!("{shown} …") } else { shown }
}

fn mirip(text: impl Into<String>) -> Finding {
    Finding::new(Outcome::Mirip, "W-20", text)
}

fn trim(text: &str) -> String {
    text.nfkc().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}
