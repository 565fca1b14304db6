//! Tempel dari SPSE: what was copied from a vendor page of SPSE, read as fields of the form.
//!
//! Nothing is known of how a page looks, only what its labels are called (`data/peta-spse.tsv`), because
//! SPSE redraws its pages with every version. What is not certain is shown and never guessed. Every step
//! takes time in proportion to what was pasted.

mod html;
mod judge;
mod line;
mod pair;
mod peta;
mod reading;
#[cfg(test)]
mod tests;
mod text;

use crate::error::{Code, Error, Result};

pub use judge::{FoundField, Judged, UnclearField, judge};
pub use peta::{LONGEST_PETA, PETA_FILE, PetaFault, PetaSpse};
pub use reading::Reading;

/// Most bytes of plain text; the data of one vendor are a few thousand.
pub const LONGEST_TEXT: usize = 200_000;
/// Most bytes of HTML. Browsers write every style of every cell into it, so it is far longer than its text.
pub const LONGEST_HTML: usize = 1_000_000;

/// What a clipboard holds: the same words twice, where the program they come from wrote both.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Clip {
    pub html: Option<String>,
    pub text: String,
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
