//! Names of attachments, as they may be shown and written.

/// Characters of a name that are kept; the end stays, because the kind stands there.
const LONGEST: usize = 80;

/// The last part of a path, without what steers a terminal or turns the reading direction. `number` counts the
/// attachments, for one that has no name.
pub(super) fn plain(given: &str, number: usize) -> String {
    let last = given.rsplit(['/', '\\']).next().unwrap_or_default();
    let shown: Vec<char> = last.chars().filter(|each| !is_hidden(*each)).collect();
    let kept: String = shown[shown.len().saturating_sub(LONGEST)..].iter().collect();
    let kept = kept.trim().trim_start_matches('.').trim();
    if kept.is_empty() { format!("lampiran {number}") } else { kept.to_owned() }
}

pub(super) fn is_hidden(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}
