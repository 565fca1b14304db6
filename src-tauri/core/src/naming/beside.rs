//! Short forms of more than one word, written out only where the other name has them in full.
//!
//! A.A. is ANAK AGUNG beside ANAK AGUNG and two initials beside anything else.

use super::abbreviations::{expand_beside, families};
use super::spelling::fold_given_name;

/// Ways of writing two words as two or four letters.
const RUNS: [(&[&str], [&str; 2]); 6] = [
    (&["A", "A"], ["ANAK", "AGUNG"]),
    (&["AA"], ["ANAK", "AGUNG"]),
    (&["I", "B"], ["IDA", "BAGUS"]),
    (&["IB"], ["IDA", "BAGUS"]),
    (&["F", "X"], ["FRANSISKUS", "XAVERIUS"]),
    (&["FX"], ["FRANSISKUS", "XAVERIUS"]),
];

/// A name as it is compared with one other name.
pub(super) struct WrittenOut {
    pub(super) words: Vec<String>,
    /// What was written out, for the explanation: `A.A. = ANAK AGUNG`.
    pub(super) short: Vec<String>,
    /// What was parted: `ABDURRAHMAN = ABDUL RAHMAN`.
    pub(super) parted: Vec<String>,
}

/// Writes out the runs of `words` and parts ABDUL from its word, as far as `others` does so.
pub(super) fn write_out(words: &[String], others: &[String]) -> WrittenOut {
    let full = expand_beside(others, words);
    let has_run = |run: &[&str; 2]| full.windows(2).any(|pair| pair == run);
    let has_abdul = full.iter().any(|word| word == "ABDUL");
    let mut found = WrittenOut { words: Vec::new(), short: Vec::new(), parted: Vec::new() };
    let mut rest = words;
    while let Some((word, tail)) = rest.split_first() {
        let run = RUNS.iter().find(|(short, run)| {
            rest.len() >= short.len() && short.iter().zip(rest).all(|(a, b)| a == b) && has_run(run)
        });
        if let Some((short, run)) = run {
            found.short.push(format!("{}. = {}", short.join("."), run.join(" ")));
            found.words.extend(run.iter().map(|word| (*word).to_owned()));
            rest = &rest[short.len()..];
            continue;
        }
        match has_abdul.then(|| part_abdul(word)).flatten() {
            Some(second) => {
                found.parted.push(format!("{word} = ABDUL {second}"));
                found.words.extend(["ABDUL".to_owned(), second]);
            }
            None => found.words.push(word.clone()),
        }
        rest = tail;
    }
    found
}

/// The word that ABDUL was run together with: RAHMAN of ABDURRAHMAN, AZIZ of ABDULAZIZ.
///
/// ABDULLAH is one name, and so is what would leave fewer than three letters (ABDUH).
fn part_abdul(word: &str) -> Option<String> {
    const SUN_LETTERS: &str = "RSNTDZ";
    if families(word).next().is_some() || fold_given_name(word) == fold_given_name("ABDULLAH") {
        return None;
    }
    let rest = word.strip_prefix("ABDU").or_else(|| word.strip_prefix("ABDOE"))?;
    let mut letters = rest.chars();
    let first = letters.next()?;
    let second = if first == 'L' || letters.as_str().starts_with(first) {
        letters.as_str()
    } else if SUN_LETTERS.contains(first) {
        rest
    } else {
        return None;
    };
    (second.chars().count() >= 3).then(|| second.to_owned())
}
