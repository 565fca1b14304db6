//! The words of an address in one form, so that two can be compared word by word (W-20).

use super::tables::{ABBREVIATIONS, RUNS};
use crate::naming::{fold_word, read_count};

/// The address as upper-case words with abbreviations, RT, RW and numbers in one form.
pub(super) fn expand_address(text: &str) -> Vec<String> {
    let tokens = part_tokens(&text.to_uppercase());
    let tokens: Vec<&str> = tokens.iter().map(String::as_str).collect();
    let mut expanded = Vec::new();
    let mut rest = tokens.as_slice();
    while let Some((token, tail)) = rest.split_first() {
        if let Some((words, read)) = read_rt_rw(rest) {
            expanded.extend(words);
            rest = &rest[read..];
            continue;
        }
        if *token != "/" {
            let word =
                ABBREVIATIONS.iter().find(|(short, _)| short == token).map_or(*token, |(_, full)| full);
            expanded.push(read_count(word).map_or_else(|| word.to_owned(), |number| number.to_string()));
        }
        rest = tail;
    }
    join_letters(&fold_runs(&expanded))
}

/// RT and RW at the head of the tokens, however written, and how many tokens they take.
///
/// A KTP prints "RT/RW 002/004", and some write the pair alone; a house is not numbered 002/004.
fn read_rt_rw(tokens: &[&str]) -> Option<(Vec<String>, usize)> {
    let rt = |number: &str| read_part("RT", number);
    let rw = |number: &str| read_part("RW", number);
    let is_padded = |text: &str| text.len() == 3 && text.starts_with('0');
    let (parts, read) = match tokens {
        ["RT", "/", "RW", first, "/", second, ..] => (vec![rt(first), rw(second)], 6),
        ["RT", first, "/", second, ..] if rw(second).is_some() => (vec![rt(first), rw(second)], 4),
        ["RT", first, ..] => (vec![rt(first)], 2),
        ["RW" | "RK", first, ..] => (vec![rw(first)], 2),
        [first, "/", second, ..] if is_padded(first) && is_padded(second) => (vec![rt(first), rw(second)], 3),
        _ => (vec![None], 1),
    };
    match parts.into_iter().collect::<Option<Vec<String>>>() {
        Some(words) => Some((words, read)),
        // The bare word says nothing.
        None => tokens.first().filter(|first| matches!(**first, "RT" | "RW" | "RK")).map(|_| (Vec::new(), 1)),
    }
}

/// RT003 of 3, 03, 003 or III.
fn read_part(kind: &str, number: &str) -> Option<String> {
    let number = Some(number).filter(|number| number.len() <= 4).and_then(read_count)?;
    (number < 1000).then(|| format!("{kind}{number:0>3}"))
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

/// A house number and the letter behind it are one word again (12 A is 12A), and so are initials
/// (M. T. HARYONO is MT HARYONO).
fn join_letters(words: &[String]) -> Vec<String> {
    let mut joined: Vec<String> = Vec::new();
    let mut after_letter = false;
    for word in words {
        let is_letter = word.len() == 1 && word.bytes().all(|byte| byte.is_ascii_uppercase());
        match joined.last_mut() {
            Some(last) if is_letter && (after_letter || last.bytes().all(|byte| byte.is_ascii_digit())) => {
                last.push_str(word);
            }
            _ => {
                joined.push(word.clone());
                after_letter = is_letter;
            }
        }
    }
    joined
}

/// The words of one address in the writing of the other: GAJAHMADA for GAJAH MADA, AHMAD for the A.
/// of A. YANI. Only what the other side writes so is touched.
pub(super) fn write_like(words: &[String], others: &[String]) -> Vec<String> {
    let is_word = |word: &str| word.len() > 1 && word.chars().all(char::is_alphabetic);
    let mut written = Vec::new();
    let mut rest = words;
    while let Some((word, tail)) = rest.split_first() {
        rest = tail;
        let next = tail.first().filter(|next| is_word(next));
        let joined = next.filter(|_| is_word(word)).map(|next| fold_word(&format!("{word}{next}")));
        if let Some(joined) = others.iter().find(|other| joined.as_ref() == Some(&fold_word(other))) {
            written.push(joined.clone());
            rest = &tail[1..];
            continue;
        }
        let is_initial = word.len() == 1 && word.chars().all(char::is_alphabetic);
        let name = others.windows(2).find(|pair| {
            is_initial
                && is_word(&pair[0])
                && pair[0].starts_with(word.as_str())
                && next.is_some_and(|next| fold_word(next) == fold_word(&pair[1]))
        });
        written.push(name.map_or(word, |pair| &pair[0]).clone());
    }
    written
}
