//! Why a row took longer than its minutes, in the lines of those who said so.
//!
//! A verification that is resumed after a repair and takes too long once more is not explained by what was said before:
//! the new line stands beside the old one, each in the name of the officer who wrote it.

use chrono::{DateTime, Utc};

use super::{Stay, Times};

/// The row that the office is asked about first, and whose reason the Bukti prints.
pub const VERIFICATION: u8 = 5;

/// One line that says why a row took longer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    pub reason: String,
    pub at: DateTime<Utc>,
}

/// All that was said about a row, with the line of the approval last.
pub fn reason_of(said: &[Said], at_approval: Option<&str>) -> Option<String> {
    let lines = said.iter().map(|line| line.reason.as_str()).chain(at_approval);
    let lines: Vec<_> = lines.filter(|line| !line.is_empty()).collect();
    let (last, before) = lines.split_last()?;
    // A sentence within a sentence has no full stop.
    let before = before.iter().map(|line| format!("{}; ", line.trim_end_matches('.')));
    Some(before.chain([(*last).to_owned()]).collect())
}

/// The same on a paper, which also names the part that nobody explained; `unsaid` are its words.
pub fn reason_on_paper(reason: String, is_explained: bool, unsaid: &str) -> String {
    if is_explained {
        return reason;
    }
    format!("{}; verifikasi ulang: {}", reason.trim_end_matches('.'), unsaid.to_lowercase())
}

impl Times<'_> {
    /// Whether what was said explains all of a row. What began after the last line has to keep the minutes by itself.
    pub fn explains(&self, row: u8, said: &[Said], at_approval: Option<&str>, standard: u32) -> bool {
        if row == VERIFICATION && at_approval.is_some_and(|reason| !reason.is_empty()) {
            return true;
        }
        let Some(last) = said.last() else { return false };
        row != VERIFICATION || {
            let later: Vec<Stay> = self.stays.iter().filter(|stay| stay.since >= last.at).copied().collect();
            let took = Times { stays: &later, ..*self }.of(row);
            took.is_none_or(|took| took.minutes().is_some_and(|minutes| minutes <= i64::from(standard)))
        }
    }
}
