//! What a rule says about one value, or about two values side by side.
//!
//! The program only *finds*; a person decides. So nothing here can approve anything: the strongest
//! word is [`Outcome::Sama`], and it is still only a finding.

use serde::{Deserialize, Serialize};

/// The relation between a value on the SPSE form and the same value on a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub enum Outcome {
    /// The same, letter for letter after trimming.
    Sama,
    /// Written otherwise, but the same by a rule that leaves no doubt (a title, `0` + 15 digits).
    Setara,
    /// Probably the same; only a person may say so, with a reason.
    Mirip,
    /// Not the same.
    Beda,
}

/// An [`Outcome`] with the rule that led to it and the sentence an officer reads.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    pub outcome: Outcome,
    /// Rule id of the procedure's data rules, for example `W-02` or `N-19`.
    pub rule: String,
    /// One short Indonesian sentence or two; empty for [`Outcome::Sama`].
    pub explanation: String,
}

impl Finding {
    pub fn new(outcome: Outcome, rule: &str, explanation: impl Into<String>) -> Self {
        Self { outcome, rule: rule.to_owned(), explanation: explanation.into() }
    }
}

/// How much a [`Note`] on a typed value weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub enum Severity {
    /// Worth knowing, asks for nothing.
    Info,
    /// Passes only with a reason.
    Peringatan,
    /// The value cannot be final.
    Galat,
}

/// What a data rule has to say about one typed value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct Note {
    pub severity: Severity,
    /// Rule id, for example `N-12`.
    pub rule: String,
    /// Plain Indonesian, at most two short sentences.
    pub text: String,
}

impl Note {
    pub fn info(rule: &str, text: impl Into<String>) -> Self {
        Self { severity: Severity::Info, rule: rule.to_owned(), text: text.into() }
    }

    pub fn warning(rule: &str, text: impl Into<String>) -> Self {
        Self { severity: Severity::Peringatan, rule: rule.to_owned(), text: text.into() }
    }

    pub fn fault(rule: &str, text: impl Into<String>) -> Self {
        Self { severity: Severity::Galat, rule: rule.to_owned(), text: text.into() }
    }
}

/// A typed value after its rules ran: what could be read from it, and what was noticed.
///
/// `value` is present whenever the input can be stored and compared, so a value with warnings is
/// still a value; it is absent exactly when some note is [`Severity::Galat`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked<T> {
    pub value: Option<T>,
    pub notes: Vec<Note>,
}

impl<T> Checked<T> {
    pub fn refused(note: Note) -> Self {
        Self { value: None, notes: vec![note] }
    }

    /// The heaviest note, or `None` when nothing was noticed.
    pub fn severity(&self) -> Option<Severity> {
        self.notes.iter().map(|note| note.severity).max()
    }
}
