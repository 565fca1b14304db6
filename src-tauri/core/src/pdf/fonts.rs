//! The three faces of every paper: text, strong and code (numbers that people compare).
//!
//! The files stand in `core/data/fonts` with the script that made them and their licences. They are
//! parsed once per process. No face carries ligatures or kerning, so "fi" stays two letters when
//! somebody copies a name out of a paper.

use std::sync::OnceLock;

use printpdf::ParsedFont;

use crate::error::{Code, Error, Result};

/// Stands for a letter that the face cannot show: a hollow box, so that nothing vanishes.
pub(super) const REPLACEMENT: char = '\u{FFFD}';

/// A space at which a line must not break.
pub(super) const FIXED_SPACE: char = '\u{A0}';

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Face {
    /// Plus Jakarta Sans 500.
    Text,
    /// Plus Jakarta Sans 700.
    Strong,
    /// JetBrains Mono 500.
    Code,
}

impl Face {
    pub(super) const ALL: [Self; 3] = [Self::Text, Self::Strong, Self::Code];

    /// Resource name inside the file. Its first six letters become the subset tag, which the PDF
    /// standard wants in capitals (ISO 32000-1, 9.6.4).
    pub(super) fn resource(self) -> &'static str {
        match self {
            Self::Text => "LOKETA",
            Self::Strong => "LOKETB",
            Self::Code => "LOKETC",
        }
    }

    /// What is added to a space, in thousandths of an em. The space of Plus Jakarta Sans counts on
    /// kerning, which the papers do without; left as it is, words run together in small print.
    pub(super) fn space_extra(self) -> f32 {
        match self {
            Self::Text | Self::Strong => 40.0,
            Self::Code => 0.0,
        }
    }
}

pub(super) struct Fonts {
    text: ParsedFont,
    strong: ParsedFont,
    code: ParsedFont,
}

/// The parsed faces, shared by every paper of this process.
pub(super) fn fonts() -> Result<&'static Fonts> {
    static FONTS: OnceLock<Option<Fonts>> = OnceLock::new();
    FONTS
        .get_or_init(Fonts::parse)
        .as_ref()
        .ok_or_else(|| Error::new(Code::Internal, "a built-in face could not be parsed"))
}

impl Fonts {
    fn parse() -> Option<Self> {
        let face = |bytes: &[u8]| ParsedFont::from_bytes(bytes, 0, &mut Vec::new());
        Some(Self {
            text: face(include_bytes!("../../data/fonts/PlusJakartaSans-Medium.ttf"))?,
            strong: face(include_bytes!("../../data/fonts/PlusJakartaSans-Bold.ttf"))?,
            code: face(include_bytes!("../../data/fonts/JetBrainsMono-Medium.ttf"))?,
        })
    }

    pub(super) fn of(&self, face: Face) -> &ParsedFont {
        match face {
            Face::Text => &self.text,
            Face::Strong => &self.strong,
            Face::Code => &self.code,
        }
    }

    pub(super) fn has(&self, face: Face, character: char) -> bool {
        self.of(face).lookup_glyph_index(u32::from(character)).is_some_and(|glyph| glyph != 0)
    }

    /// Width of `text` in points. Every advance is rounded to a thousandth of an em first, because
    /// that is what the file tells the reader.
    pub(super) fn width(&self, face: Face, size: f32, text: &str) -> f32 {
        let font = self.of(face);
        let per_em = f32::from(font.font_metrics.units_per_em.max(1));
        let advance = |character: char| {
            let is_space = matches!(character, ' ' | FIXED_SPACE);
            let glyph = font.lookup_glyph_index(if is_space { 0x20 } else { u32::from(character) });
            let width = font.get_horizontal_advance(glyph.unwrap_or(0));
            let extra = if is_space { face.space_extra() } else { 0.0 };
            (f32::from(width) * 1000.0 / per_em).round() + extra
        };
        text.chars().map(advance).sum::<f32>() * size / 1000.0
    }
}
