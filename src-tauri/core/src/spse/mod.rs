//! Tempel dari SPSE: what was copied from a vendor page of SPSE, read as fields of the form.
//!
//! Nothing is known of how a page looks, only what its labels are called (`data/peta-spse.tsv`), because
//! SPSE redraws its pages with every version. What is not certain is shown and never guessed. Every step
//! takes time in proportion to what was pasted.

mod html;
mod judge;
mod pair;
mod peta;
#[cfg(test)]
mod tests;
mod text;

use std::collections::BTreeMap;

use crate::error::{Code, Error, Result};
use crate::form::FormField;

pub use judge::{FoundField, Judged, UnclearField, judge};
pub use peta::{LONGEST_PETA, PETA_FILE, PetaFault, PetaSpse};

/// Most bytes of plain text; the data of one vendor are a few thousand.
pub const LONGEST_TEXT: usize = 200_000;
/// Most bytes of HTML. Browsers write every style of every cell into it, so it is far longer than its text.
pub const LONGEST_HTML: usize = 1_000_000;
/// Lines that were not understood and are shown; the rest is counted.
const MOST_LINES: usize = 40;
/// Characters of such a line that are shown.
const LONGEST_LINE: usize = 160;
/// Different values of one field that are kept. Two are enough for a question.
const MOST_VALUES: usize = 5;

/// What a clipboard holds: the same words twice, where the program they come from wrote both.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Clip {
    pub html: Option<String>,
    pub text: String,
}

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
    fn found(&mut self, field: FormField, value: String) {
        let values = self.values.entry(field).or_default();
        if values.len() < MOST_VALUES && !values.contains(&value) {
            values.push(value);
        }
    }

    fn passed_over(&mut self, line: &str) {
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

/// Reads a clipboard with the labels of `peta`.
///
/// HTML is asked first, because it keeps cells apart and holds what stands in input fields; where it
/// is absent, too long or says nothing, the plain text is read. Nothing that HTML refers to is fetched.
///
/// # Errors
/// [`Code::InvalidInput`] when everything that could be read is too long.
pub fn read_clip(clip: &Clip, peta: &PetaSpse) -> Result<Reading> {
    let html = clip.html.as_deref().filter(|html| !html.trim().is_empty());
    let short_html = html.filter(|html| html.len() <= LONGEST_HTML);
    let reading = short_html.map(|html| pair::pair(html::lines(html), peta)).unwrap_or_default();
    if !reading.values.is_empty() {
        return Ok(reading);
    }
    if clip.text.len() > LONGEST_TEXT
        || (html.is_some() && short_html.is_none() && clip.text.trim().is_empty())
    {
        return Err(Error::new(Code::InvalidInput, "pasted text too long").saying(
            "Yang ditempel terlalu panjang. Salin hanya bagian data penyedia di SPSE, lalu tempel lagi.",
        ));
    }
    let from_text = pair::pair(text::lines(&clip.text, peta), peta);
    let nothing = from_text.values.is_empty() && from_text.not_understood.is_empty();
    Ok(if nothing { reading } else { from_text })
}

/// One line of a page, in cells. A cell may hold line breaks of its own; an empty one says that the page
/// had a place for a value and nothing in it.
type Line = Vec<String>;

/// Visible characters with single spaces. Marks that nobody sees would make two equal numbers differ.
fn tidy_spaces(text: &str) -> String {
    let visible: String = text.chars().map(|each| if each.is_control() { ' ' } else { each }).collect();
    crate::naming::visible_text(&visible)
}
