//! Peta SPSE: which label of a page means which field. Data, so that an office can follow a new version of
//! SPSE without a new Loket.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use serde::Deserialize as _;
use serde::de::IntoDeserializer as _;
use serde::de::value::{Error as WordError, StrDeserializer};

use super::line::tidy_spaces;
use crate::form::FormField;

/// The map that Loket brings.
const SHIPPED: &str = include_str!("../../data/peta-spse.tsv");
/// How an office calls its own, beside its data.
pub const PETA_FILE: &str = "peta-spse.tsv";
/// Most bytes of an office's own map.
pub const LONGEST_PETA: usize = 100_000;
/// Longest label that is looked up.
const LONGEST_LABEL: usize = 80;

/// Known labels by their folded words.
#[derive(Clone, Debug, Default)]
pub struct PetaSpse {
    labels: HashMap<String, Meaning>,
}

/// What stands beside a label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Meaning {
    /// `None` for a label that is known and passed over.
    pub field: Option<FormField>,
    /// What SPSE writes, folded, and what the form says for it.
    words: Vec<(String, String)>,
}

/// A line of a map that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PetaFault {
    /// From 1; 0 is the file as a whole.
    pub line: usize,
    pub what: String,
}

impl PetaFault {
    pub fn of_file(what: impl Into<String>) -> Self {
        Self { line: 0, what: what.into() }
    }

    /// One sentence for the officer.
    pub fn sentence(&self) -> String {
        match self.line {
            0 => format!("{PETA_FILE} milik kantor tidak dapat dipakai: {}.", self.what),
            line => format!("Baris {line} pada {PETA_FILE} milik kantor salah: {}.", self.what),
        }
    }
}

impl PetaSpse {
    /// The map that Loket brings; a test reads every line of it.
    pub fn shipped() -> Self {
        Self::parse(SHIPPED).unwrap_or_default()
    }

    /// Reads a map: a label a line, `field TAB label TAB translations`. Lines that begin with `#` are remarks.
    ///
    /// # Errors
    /// The first line that cannot be read, and why.
    pub fn parse(text: &str) -> Result<Self, PetaFault> {
        let mut peta = Self::default();
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        for (index, line) in text.lines().enumerate() {
            if line.trim().is_empty() || line.starts_with('#') {
                continue;
            }
            let fault = |what: String| PetaFault { line: index + 1, what };
            let (label, meaning) = entry(line).map_err(fault)?;
            match peta.labels.entry(label) {
                Entry::Vacant(place) => drop(place.insert(meaning)),
                Entry::Occupied(place) if *place.get() == meaning => {}
                Entry::Occupied(_) => {
                    return Err(fault("label ini sudah dipakai untuk isian lain".to_owned()));
                }
            }
        }
        Ok(peta)
    }

    /// This map with an office's own before it: where both know a label, the office's holds.
    #[must_use]
    pub fn under(mut self, own: Self) -> Self {
        self.labels.extend(own.labels);
        self
    }

    /// What a label means, however it is written; `None` for words that are no label.
    pub(super) fn meaning(&self, label: &str) -> Option<&Meaning> {
        if label.len() > LONGEST_LABEL * 4 {
            return None;
        }
        self.labels.get(&fold(label))
    }

    /// A text that begins with a known label and a colon: the label's meaning, and what follows.
    pub(super) fn labelled<'a>(&self, text: &'a str) -> Option<(&Meaning, &'a str)> {
        let head = text.char_indices().nth(LONGEST_LABEL).map_or(text.len(), |(at, _)| at);
        let (at, colon) = text[..head].char_indices().find(|(_, each)| matches!(each, ':' | '：'))?;
        let meaning = self.meaning(&text[..at])?;
        Some((meaning, text[at + colon.len_utf8()..].trim()))
    }

    #[cfg(test)]
    pub(super) fn len(&self) -> usize {
        self.labels.len()
    }
}

impl Meaning {
    /// What the form says for what SPSE writes.
    pub(super) fn translated(&self, value: &str) -> String {
        if self.words.is_empty() {
            return value.to_owned();
        }
        let folded = fold(value);
        let known = self.words.iter().find(|(word, _)| *word == folded);
        known.map_or_else(|| value.to_owned(), |(_, meant)| meant.clone())
    }
}

/// A line of a map, or what is wrong with it.
fn entry(line: &str) -> Result<(String, Meaning), String> {
    let columns: Vec<&str> = line.split('\t').map(str::trim).collect();
    let (field, label, words) = match columns[..] {
        [field, label] | [field, label, ""] => (field, label, ""),
        [field, label, words] => (field, label, words),
        [_] => return Err("isian dan label harus dipisah tombol Tab".to_owned()),
        _ => return Err("ada lebih dari tiga kolom".to_owned()),
    };
    let field = match field {
        "-" => None,
        _ => Some(field_named(field).ok_or_else(|| format!("isian \"{field}\" tidak dikenal"))?),
    };
    let folded = fold(label);
    if folded.is_empty() {
        return Err("labelnya kosong".to_owned());
    }
    if folded.chars().count() > LONGEST_LABEL {
        return Err(format!("labelnya lebih dari {LONGEST_LABEL} karakter"));
    }
    let words = words.split(';').map(str::trim).filter(|pair| !pair.is_empty()).map(translation);
    Ok((folded, Meaning { field, words: words.collect::<Result<_, _>>()? }))
}

fn translation(pair: &str) -> Result<(String, String), String> {
    let (word, meant) = pair.split_once('=').unwrap_or((pair, ""));
    let (word, meant) = (fold(word), meant.trim());
    if word.is_empty() || meant.is_empty() {
        return Err(format!("terjemahan \"{pair}\" harus ditulis nilai=isi"));
    }
    Ok((word, meant.to_owned()))
}

/// The field with this word of the closed list.
fn field_named(word: &str) -> Option<FormField> {
    let word: StrDeserializer<'_, WordError> = word.into_deserializer();
    FormField::deserialize(word).ok()
}

/// The words of a label in small letters, without marks: `No. Telepon *` is `no telepon`.
fn fold(text: &str) -> String {
    let lower = tidy_spaces(text).to_lowercase();
    let words = lower.split(|each: char| !each.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}
