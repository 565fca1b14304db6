//! Surat: what every letter of a vendor is asked for, whichever it is: its date, and the marks that make it valid.

use chrono::NaiveDate;

use crate::contact::check_date;
use crate::error::Missing;
use crate::place::Place;

/// A mark on the paper, and what the officer answered about it.
pub(super) struct Mark {
    pub(super) answer: Option<bool>,
    /// Without it the letter does not stand. The question is asked either way.
    pub(super) needed: bool,
    pub(super) place: Place,
    /// "meterai"
    pub(super) what: &'static str,
    /// The reason for a repair that fits.
    pub(super) code: &'static str,
}

pub(super) fn check_marks(guard: &str, letter: &str, marks: &[Mark]) -> Vec<Missing> {
    marks
        .iter()
        .filter_map(|mark| {
            let label = match mark.answer {
                None => format!("Jawaban {} {letter}", mark.what),
                Some(false) if mark.needed => {
                    format!("{} tanpa {} ({})", super::row::capital(letter), mark.what, mark.code)
                }
                Some(_) => return None,
            };
            Some(Missing::new(guard, mark.place, label))
        })
        .collect()
}

pub(super) fn check_date_of(
    guard: &str,
    letter: &str,
    typed: &str,
    place: Place,
    today: NaiveDate,
) -> Option<Missing> {
    let label = match check_date(typed).value {
        None => format!("Tanggal {letter}"),
        Some(date) if date > today => format!("Tanggal {letter} di masa depan"),
        Some(_) => return None,
    };
    Some(Missing::new(guard, place, label))
}
