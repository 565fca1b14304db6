//! Which passwords are refused: what a colleague or a list would try first.
//!
//! The practice office skips this; its password is printed in the manual.

use std::collections::HashSet;

use unicode_normalization::UnicodeNormalization as _;

use crate::error::{Code, Error, Result};

const SHORTEST: usize = 10;
/// What must remain when names, common words and runs are taken away.
const SHORTEST_REST: usize = 6;
const SHORTEST_RUN: usize = 4;

/// Parts that people in an Indonesian office put first into a password.
const COMMON: &[&str] = &[
    "admin",
    "administrator",
    "akun",
    "bismillah",
    "dirgahayu",
    "dragon",
    "garuda",
    "iloveyou",
    "indonesia",
    "jakarta",
    "kabupaten",
    "kantor",
    "katasandi",
    "kota",
    "latihan",
    "letmein",
    "loket",
    "lpse",
    "master",
    "merdeka",
    "monkey",
    "passw0rd",
    "password",
    "pancasila",
    "pemda",
    "pemkab",
    "pemkot",
    "pengadaan",
    "petugas",
    "qwerty",
    "rahasia",
    "sandi",
    "sayang",
    "secret",
    "spse",
    "verifikator",
    "welcome",
];

/// Rows that a finger runs along.
const RUNS: &[&str] = &[
    "01234567890",
    "abcdefghijklmnopqrstuvwxyz",
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "qwertzuiop",
    "1qaz2wsx3edc",
];

/// Refuses a password that is short, common, a run, or made of the names given: user name, the
/// person's name, the office's name.
pub fn check_password(password: &str, names: &[&str]) -> Result<()> {
    if password.nfc().count() < SHORTEST {
        return Err(weak("Kata sandi kurang dari 10 karakter."));
    }
    let folded = fold(password);
    if folded.chars().collect::<HashSet<_>>().len() < 4 {
        return Err(weak("Kata sandi hanya mengulang huruf yang sama."));
    }
    if enough_left(without_runs(folded.clone())).is_err() {
        return Err(weak("Kata sandi hanya deretan huruf atau angka."));
    }
    let words = names.iter().flat_map(|name| {
        let parts = name.split(|c: char| !c.is_alphanumeric()).map(fold);
        parts.chain([fold(name)]).collect::<Vec<_>>()
    });
    let without_names = remove_all(folded, words.filter(|word| word.chars().count() >= 3).collect());
    enough_left(without_runs(without_names.clone()))
        .map_err(|()| weak("Kata sandi memuat nama yang mudah ditebak."))?;
    let without_common = remove_all(without_names, COMMON.iter().map(|&word| word.to_owned()).collect());
    enough_left(without_runs(without_common)).map_err(|()| weak("Kata sandi ini terlalu umum."))
}

fn weak(what: &str) -> Error {
    Error::new(Code::WeakPassword, "password refused").saying(what)
}

/// Lower case, letters and digits only, NFKC.
fn fold(text: &str) -> String {
    text.nfkc().flat_map(char::to_lowercase).filter(|c| c.is_alphanumeric()).collect()
}

fn remove_all(text: String, mut words: Vec<String>) -> String {
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    words.iter().fold(text, |text, word| text.replace(word.as_str(), " ")).replace(' ', "")
}

/// Takes out every stretch of four or more that follows a row, forwards or backwards, or repeats.
fn without_runs(text: String) -> String {
    let letters: Vec<char> = text.chars().collect();
    let mut rest = String::new();
    let mut at = 0;
    while at < letters.len() {
        let run = (at + SHORTEST_RUN..=letters.len()).take_while(|&end| is_run(&letters[at..end])).last();
        match run {
            Some(end) => at = end,
            None => {
                rest.push(letters[at]);
                at += 1;
            }
        }
    }
    rest
}

fn is_run(letters: &[char]) -> bool {
    let text: String = letters.iter().collect();
    let reversed: String = letters.iter().rev().collect();
    letters.windows(2).all(|pair| pair[0] == pair[1])
        || RUNS.iter().any(|row| row.contains(&text) || row.contains(&reversed))
}

fn enough_left(rest: String) -> std::result::Result<(), ()> {
    if rest.chars().count() >= SHORTEST_REST { Ok(()) } else { Err(()) }
}

#[cfg(test)]
mod tests {
    use super::check_password;

    const NAMES: [&str; 3] = ["siti.r", "Siti Rahmawati", "LPSE Kabupaten Contoh"];

    #[test]
    fn what_a_colleague_would_try_first_is_refused() {
        for password in [
            "",
            "pendek",
            "sembilan9",
            "1234567890",
            "0987654321",
            "abcdefghij",
            "aaaaaaaaaaaa",
            "121212121212",
            "qwertyuiop",
            "poiuytrewq",
            "asdfghjkl123",
            "Password123",
            "P a s s w o r d 1",
            "rahasia2026",
            "admin12345",
            "indonesia45",
            "merdeka1945",
            "SITI.RAHMAWATI",
            "sitirahmawati",
            "Rahmawati1990",
            "siti.r.siti.r",
            "LPSE Contoh 2026",
            "lpsekabupatencontoh",
            "latihanlatihan",
            "katasandi2026",
            "\u{ff30}assword123",
        ] {
            assert!(check_password(password, &NAMES).is_err(), "{password:?} must be refused");
        }
    }

    #[test]
    fn a_sentence_or_a_mixed_password_passes() {
        for password in [
            "kopi pagi tanpa gula",
            "Hujan-deras-di-7-atap",
            "r4mbutan&jendela",
            "siti suka melukis awan",
            "tr0ub4dor&3x",
        ] {
            assert!(check_password(password, &NAMES).is_ok(), "{password:?} must pass");
        }
    }

    #[test]
    fn an_empty_name_refuses_nothing() {
        assert!(check_password("kopi pagi tanpa gula", &["", " ", "-"]).is_ok());
    }

    #[test]
    fn the_reason_never_repeats_the_password() {
        let error = check_password("Rahmawati1990", &NAMES).expect_err("refused");
        assert!(!format!("{error} {}", error.what_happened()).to_lowercase().contains("rahmawati"));
    }
}
