//! Surat: what every letter of a vendor is asked for, whichever it is: its date, and the marks that make it valid.

use chrono::NaiveDate;

use crate::contact::check_date;
use crate::error::Missing;
use crate::outcome::{Checked, Note};
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
    if check_letter_date(typed, today).value.is_some() {
        return None;
    }
    let ahead = if check_date(typed).value.is_some() { " di masa depan" } else { "" };
    Some(Missing::new(guard, place, format!("Tanggal {letter}{ahead}")))
}

/// The date of a letter as it was typed, told back beside the field (N-33). A letter is older than its visit.
fn check_letter_date(typed: &str, today: NaiveDate) -> Checked<NaiveDate> {
    let checked = check_date(typed);
    match checked.value {
        Some(date) if date > today => {
            Checked::refused(Note::fault("N-33", "Tanggal surat ada di masa depan. Baca ulang dari surat."))
        }
        _ => checked,
    }
}

/// What is said beside the date of a letter while it is typed; nothing where nobody typed one.
pub fn letter_date_notes(typed: &str, today: NaiveDate) -> Vec<Note> {
    if typed.trim().is_empty() {
        return Vec::new();
    }
    let mut notes = check_letter_date(typed, today).notes;
    // The rule of dates speaks of cards.
    for note in &mut notes {
        note.text = note.text.replace("kartu", "surat");
    }
    notes
}
