//! Words before they stand on paper: made printable, cut into lines.
//!
//! What a person typed may hold anything. Nothing may vanish silently and nothing may reorder the
//! line: a letter outside the face becomes a visible box, control characters become spaces, and
//! invisible direction marks are taken out.

use unicode_normalization::UnicodeNormalization;

use super::fonts::{FIXED_SPACE, Face, Fonts, REPLACEMENT};

/// A stretch of text in one face.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Run {
    pub(super) face: Face,
    pub(super) text: String,
}

/// Runs that share one baseline.
pub(super) type Line = Vec<Run>;

pub(super) fn plain(text: impl Into<String>) -> Run {
    Run { face: Face::Text, text: text.into() }
}

pub(super) fn strong(text: impl Into<String>) -> Run {
    Run { face: Face::Strong, text: text.into() }
}

pub(super) fn code(text: impl Into<String>) -> Run {
    Run { face: Face::Code, text: text.into() }
}

/// The same text with only what `face` can show.
pub(super) fn printable(fonts: &Fonts, face: Face, text: &str) -> String {
    text.nfc()
        .filter(|&character| !is_invisible(character))
        .map(|character| match character {
            FIXED_SPACE => FIXED_SPACE,
            _ if character.is_control() || character.is_whitespace() => ' ',
            // Hyphens that differ from "-" in nothing a reader can see.
            '\u{2010}' | '\u{2011}' => '-',
            _ if fonts.has(face, character) => character,
            _ => REPLACEMENT,
        })
        .collect()
}

/// Marks that draw nothing of their own: joiners, direction marks, variation selectors, tags.
fn is_invisible(character: char) -> bool {
    matches!(u32::from(character),
        0x00AD | 0x034F | 0x061C | 0x180B..=0x180F | 0x200B..=0x200F | 0x202A..=0x202E
        | 0x2060..=0x206F | 0xFE00..=0xFE0F | 0xFEFF | 0xE0000..=0xE0FFF)
}

/// Cuts `runs` into lines no wider than `width` points. A word that is too long for a whole line
/// is broken between letters.
pub(super) fn wrap(fonts: &Fonts, runs: &[Run], size: f32, width: f32) -> Vec<Line> {
    let mut wrapped = Wrapped { fonts, size, width, lines: Vec::new(), used: 0.0 };
    let mut space_before = false;
    for run in runs {
        let text = printable(fonts, run.face, &run.text);
        let mut rest = text.as_str();
        while !rest.is_empty() {
            let word_at = rest.find(|letter| letter != ' ').unwrap_or(rest.len());
            space_before |= word_at > 0;
            rest = &rest[word_at..];
            let (word, tail) = rest.split_at(rest.find(' ').unwrap_or(rest.len()));
            if !word.is_empty() {
                wrapped.add(run.face, word, space_before);
                space_before = false;
            }
            rest = tail;
        }
    }
    wrapped.lines
}

/// At most `most` lines; "…" says that more was there.
pub(super) fn shortened(mut lines: Vec<Line>, most: usize) -> Vec<Line> {
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut().and_then(|line| line.last_mut()) {
            // Two letters make room for the sign.
            last.text.pop();
            last.text.pop();
            last.text.push('…');
        }
    }
    lines
}

struct Wrapped<'a> {
    fonts: &'a Fonts,
    size: f32,
    width: f32,
    lines: Vec<Line>,
    used: f32,
}

impl Wrapped<'_> {
    fn add(&mut self, face: Face, word: &str, space_before: bool) {
        let gap = if space_before { " " } else { "" };
        // Between two faces the space is that of the words: one of the code face is twice as wide.
        let before = self.lines.last().and_then(|line| line.last()).map(|run| run.face);
        let gap_face = before.filter(|&before| before != Face::Code).unwrap_or(face);
        let gap_width = self.fonts.width(gap_face, self.size, gap);
        let word_width = self.fonts.width(face, self.size, word);
        if self.lines.is_empty() || self.used + gap_width + word_width > self.width {
            if word_width > self.width {
                return self.add_in_pieces(face, word);
            }
            self.lines.push(Vec::new());
            self.used = 0.0;
            self.put(face, word, word_width);
        } else {
            self.put(gap_face, gap, gap_width);
            self.put(face, word, word_width);
        }
    }

    fn add_in_pieces(&mut self, face: Face, word: &str) {
        self.lines.push(Vec::new());
        self.used = 0.0;
        for letter in word.chars() {
            let letter = letter.to_string();
            let letter_width = self.fonts.width(face, self.size, &letter);
            if self.used > 0.0 && self.used + letter_width > self.width {
                self.lines.push(Vec::new());
                self.used = 0.0;
            }
            self.put(face, &letter, letter_width);
        }
    }

    fn put(&mut self, face: Face, text: &str, width: f32) {
        self.used += width;
        let Some(line) = self.lines.last_mut() else { return };
        match line.last_mut() {
            Some(last) if last.face == face => last.text.push_str(text),
            _ => line.push(Run { face, text: text.to_owned() }),
        }
    }
}
