//! A page of SPSE as lines of cells, whatever it was copied from.

/// One line of a page, in cells. A cell may hold line breaks of its own; an empty one says that the page
/// had a place for a value and nothing in it.
pub(super) type Line = Vec<String>;

/// Visible characters with single spaces. Marks that nobody sees would make two equal numbers differ.
pub(super) fn tidy_spaces(text: &str) -> String {
    let visible: String = text.chars().map(|each| if each.is_control() { ' ' } else { each }).collect();
    crate::naming::visible_text(&visible)
}
