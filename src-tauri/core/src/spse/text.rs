//! Plain text in lines and cells. A tab parts cells; two spaces do so after a known label.

use super::line::{Line, tidy_spaces};
use super::peta::PetaSpse;

pub(super) fn lines(text: &str, peta: &PetaSpse) -> Vec<Line> {
    text.split(['\n', '\r', '\u{2028}', '\u{2029}']).filter_map(|line| cells(line, peta)).collect()
}

/// A line without a visible character is none.
fn cells(line: &str, peta: &PetaSpse) -> Option<Line> {
    if line.contains('\t') {
        let cells: Line = line.split('\t').map(tidy_spaces).collect();
        // A tab alone is the indent of a page, not an empty cell before its first one.
        let first = cells.iter().position(|cell| !cell.is_empty())?;
        return Some(cells[first..].to_vec());
    }
    let spaced = line.replace('\u{a0}', " ");
    let whole = tidy_spaces(&spaced);
    if whole.is_empty() {
        return None;
    }
    if let Some((left, right)) = spaced.trim().split_once("  ")
        && peta.meaning(left).is_some()
    {
        return Some(vec![tidy_spaces(left), tidy_spaces(right)]);
    }
    Some(vec![whole])
}
