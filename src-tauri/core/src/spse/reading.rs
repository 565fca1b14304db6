//! What was recognised on a page, and what was not.

use std::collections::BTreeMap;

use crate::form::FormField;

/// Lines that were not understood and are shown; the rest is counted.
const MOST_LINES: usize = 40;
/// Characters of such a line that are shown.
const LONGEST_LINE: usize = 160;
/// Different values of one field that are kept. Two are enough for a question.
const MOST_VALUES: usize = 5;

/// The fields that were recognised, as they stand in what was pasted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// Different values of each field, in the order they were met; more than one is a question.
    pub values: BTreeMap<FormField, Vec<String>>,
    /// Lines under no known label, shortened.
    pub not_understood: Vec<String>,
    /// How many more there are.
    pub more: usize,
}

impl Reading {
    pub(super) fn found(&mut self, field: FormField, value: String) {
        let values = self.values.entry(field).or_default();
        if values.len() < MOST_VALUES && !values.contains(&value) {
            values.push(value);
        }
    }

    pub(super) fn passed_over(&mut self, line: &str) {
        if !line.contains(char::is_alphanumeric) {
            return;
        }
        if self.not_understood.len() < MOST_LINES {
            self.not_understood.push(line.chars().take(LONGEST_LINE).collect());
        } else {
            self.more += 1;
        }
    }
}
