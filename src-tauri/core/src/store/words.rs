//! Kata pemulihan: 128 random bits as twelve Indonesian words that a person can read and type.
//!
//! Twelve words of a list of 2,048 carry 132 bits: the secret and four bits of its SHA-256, in the
//! manner of BIP-39 but with a list of our own. Any word is known by its first four letters.

use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

use crate::error::{Code, Error, Result};

/// Words on one sheet.
pub const COUNT: usize = 12;

const BITS: usize = 11;
const CHECK_BITS: usize = COUNT * BITS - 128;
const LIST: &str = include_str!("../../data/kata-pemulihan.txt");

/// The whole list in order, for word completion at the desk.
pub fn list() -> impl Iterator<Item = &'static str> {
    LIST.lines()
}

/// The word that a person means: the word itself in any case, or four or more of its first letters.
pub fn find(typed: &str) -> Option<&'static str> {
    position(typed).and_then(|index| LIST.lines().nth(index))
}

fn position(typed: &str) -> Option<usize> {
    let typed = Zeroizing::new(typed.trim().to_lowercase());
    let exact = LIST.lines().position(|word| word == *typed);
    exact.or_else(|| {
        let long_enough = typed.len() >= 4;
        LIST.lines().position(|word| long_enough && word.starts_with(typed.as_str()))
    })
}

/// The twelve words of a secret.
pub fn encode(entropy: &[u8; 16]) -> [&'static str; COUNT] {
    let all: Vec<&'static str> = LIST.lines().collect();
    let bits = (u128::from_be_bytes(*entropy), checksum(entropy));
    std::array::from_fn(|index| {
        let number = (0..BITS).fold(0, |number, bit| number << 1 | bit_at(bits, index * BITS + bit));
        all[number]
    })
}

/// Reads twelve words in any case, spacing, punctuation or numbering ("1. kata"). The error says
/// which word is not on the list, but never what was typed.
pub fn decode(typed: &str) -> Result<Zeroizing<[u8; 16]>> {
    let words: Vec<&str> =
        typed.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).collect();
    if words.len() != COUNT {
        let read = words.len();
        return Err(wrong("not twelve words")
            .saying(format!("Lembar pemulihan berisi 12 kata; yang terbaca {read} kata.")));
    }
    let mut entropy = 0_u128;
    let mut check = 0_usize;
    for (index, word) in words.iter().enumerate() {
        let number = position(word).ok_or_else(|| {
            wrong("a word is not on the list")
                .saying(format!("Kata ke-{} tidak ada dalam daftar kata pemulihan.", index + 1))
        })?;
        let kept = if index + 1 == COUNT { BITS - CHECK_BITS } else { BITS };
        entropy = entropy << kept | (number >> (BITS - kept)) as u128;
        check = number & ((1 << CHECK_BITS) - 1);
    }
    let entropy = Zeroizing::new(entropy.to_be_bytes());
    if checksum(&entropy) == check {
        Ok(entropy)
    } else {
        Err(wrong("checksum").saying("Ada kata pemulihan yang keliru atau tertukar urutannya."))
    }
}

fn wrong(detail: &'static str) -> Error {
    Error::new(Code::WrongRecoveryWords, detail)
}

fn checksum(entropy: &[u8; 16]) -> usize {
    usize::from(Sha256::digest(entropy)[0] >> (8 - CHECK_BITS))
}

fn bit_at((entropy, check): (u128, usize), place: usize) -> usize {
    match place.checked_sub(128) {
        None => (entropy >> (127 - place) & 1) as usize,
        Some(place) => check >> (CHECK_BITS - 1 - place) & 1,
    }
}

#[cfg(test)]
#[path = "words_tests.rs"]
mod tests;
