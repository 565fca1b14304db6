use std::collections::HashSet;

use super::{COUNT, decode, encode, find, list};
use crate::error::Code;

fn said(typed: &str) -> String {
    let error = decode(typed).expect_err("refused");
    assert_eq!(error.code, Code::WrongRecoveryWords);
    error.what_happened()
}

#[test]
fn the_list_is_2048_sorted_words_of_four_to_eight_letters() {
    let words: Vec<_> = list().collect();
    assert_eq!(words.len(), 2048);
    assert!(words.is_sorted());
    for word in &words {
        assert!((4..=8).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_lowercase()), "{word}");
    }
}

/// Sheets are on paper in safes: a changed list would make them useless.
#[test]
fn the_list_is_the_one_that_stands_on_every_printed_sheet() {
    use sha2::{Digest as _, Sha256};
    let printed = "593c71499fed8fe2df5060a52b5d8de6830e13c414d3d01536758da1b73753ac";
    assert_eq!(crate::world::hex(&Sha256::digest(super::LIST)), printed);
}

#[test]
fn four_letters_name_a_word_and_no_two_words_differ_by_swapped_neighbours() {
    let words: HashSet<_> = list().collect();
    assert_eq!(list().map(|word| &word[..4]).collect::<HashSet<_>>().len(), 2048);
    for word in list() {
        for place in 0..word.len() - 1 {
            let mut swapped: Vec<char> = word.chars().collect();
            swapped.swap(place, place + 1);
            let swapped: String = swapped.into_iter().collect();
            assert!(swapped == word || !words.contains(swapped.as_str()), "{word} and {swapped}");
        }
    }
}

#[test]
fn every_secret_comes_back_from_its_words() {
    for seed in 0..=255_u8 {
        let secret: [u8; 16] = std::array::from_fn(|i| seed.wrapping_mul(31).wrapping_add(i as u8 * 17));
        let words = encode(&secret);
        assert_eq!(*decode(&words.join(" ")).expect("own words"), secret);
    }
    for secret in [[0; 16], [0xff; 16]] {
        assert_eq!(*decode(&encode(&secret).join(" ")).expect("own words"), secret);
    }
}

#[test]
fn case_spacing_commas_numbering_and_four_letters_are_accepted() {
    let secret = [0x5a; 16];
    let words = encode(&secret);
    let numbered: Vec<_> = words.iter().enumerate().map(|(i, word)| format!("{}. {word}", i + 1)).collect();
    let short: Vec<_> = words.iter().map(|word| &word[..4]).collect();
    for typed in [
        words.join("  \n ").to_uppercase(),
        words.join(", "),
        numbered.join("\n"),
        short.join(" "),
        format!("\t{}\r\n", words.join(";")),
    ] {
        assert_eq!(*decode(&typed).expect("tolerated"), secret);
    }
}

#[test]
fn a_word_off_the_list_is_named_by_its_place_and_never_repeated() {
    for place in [1, 3, 12] {
        let mut words: Vec<String> = encode(&[7; 16]).map(str::to_owned).into();
        words[place - 1] = "xqzwv".to_owned();
        let said = said(&words.join(" "));
        assert!(said.contains(&format!("ke-{place} ")), "{said}");
        assert!(!said.contains("xqzwv"));
    }
}

#[test]
fn a_word_misspelt_after_its_fourth_letter_is_not_guessed() {
    let word = list().find(|word| word.len() == 7).expect("a long word");
    assert_eq!(find(&word[..5]), Some(word));
    assert_eq!(find(&format!("{}zq", &word[..5])), None);
    assert_eq!(find(&word[..3]), list().find(|other| *other == &word[..3]));
    assert_eq!(find(""), None);
}

#[test]
fn too_few_or_too_many_words_are_counted() {
    let words = encode(&[9; 16]);
    assert!(said(&words[..11].join(" ")).contains("11 kata"));
    assert!(said(&[words.as_slice(), &words[..1]].concat().join(" ")).contains("13 kata"));
    assert!(said("").contains("0 kata"));
    assert!(said("1 2 3 4").contains("0 kata"));
}

#[test]
fn swapped_or_replaced_words_fail_the_checksum_nearly_always() {
    // Four check bits let about one in sixteen pass here; the wrap itself refuses those.
    let words = encode(&[0x31; 16]);
    let mut refused = 0;
    let mut tried = 0;
    for replacement in list().step_by(8) {
        let mut changed = words;
        if changed[COUNT / 2] != replacement {
            changed[COUNT / 2] = replacement;
            tried += 1;
            refused += usize::from(decode(&changed.join(" ")).is_err());
        }
    }
    assert!(refused * 100 > tried * 85, "{refused} of {tried}");
}
