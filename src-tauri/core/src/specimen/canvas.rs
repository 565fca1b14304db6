//! What the cards are drawn with: soft-edged shapes and words on an RGB picture.

use std::sync::OnceLock;

use ab_glyph::{Font as _, FontRef, PxScale, PxScaleFont, ScaleFont as _, point};
use image::{Rgb, RgbImage};

use crate::capture::sample_linear;
use crate::error::{Code, Error, Result};

pub(super) type Colour = [u8; 3];
pub(super) type Point = [f32; 2];

static MEDIUM: &[u8] = include_bytes!("../../data/fonts/PlusJakartaSans-Medium.ttf");
static BOLD: &[u8] = include_bytes!("../../data/fonts/PlusJakartaSans-Bold.ttf");
static DIGITS: &[u8] = include_bytes!("../../data/fonts/JetBrainsMono-Medium.ttf");

/// The three faces that a card is set in.
pub(super) struct Fonts {
    pub(super) medium: FontRef<'static>,
    pub(super) bold: FontRef<'static>,
    pub(super) digits: FontRef<'static>,
}

impl Fonts {
    pub(super) fn load() -> Result<Self> {
        let load = |bytes| {
            FontRef::try_from_slice(bytes).map_err(|_| Error::new(Code::Internal, "built-in font damaged"))
        };
        Ok(Self { medium: load(MEDIUM)?, bold: load(BOLD)?, digits: load(DIGITS)? })
    }
}

/// How words are set: face, height in pixels, colour.
#[derive(Clone, Copy)]
pub(super) struct Style<'a> {
    pub(super) font: &'a FontRef<'static>,
    pub(super) size: f32,
    pub(super) colour: Colour,
}

impl Style<'_> {
    pub(super) fn width(&self, text: &str) -> f32 {
        let font = self.font.as_scaled(PxScale::from(self.size));
        text.chars().map(|letter| advance(&font, letter)).sum()
    }

    /// The same style made smaller until the text fits.
    #[must_use]
    pub(super) fn fitting(self, text: &str, room: f32) -> Self {
        let width = self.width(text);
        if width <= room { self } else { Self { size: self.size * room / width, ..self } }
    }
}

/// How far the pen moves. Words in capitals stand further apart than the face provides for.
fn advance(font: &PxScaleFont<&FontRef<'static>>, letter: char) -> f32 {
    font.h_advance(font.glyph_id(letter)) * if letter == ' ' { 1.6 } else { 1.0 }
}

pub(super) struct Canvas {
    pub(super) image: RgbImage,
}

impl Canvas {
    /// A card with nothing written on it yet: every one of a kind is the same, so it is painted once.
    pub(super) fn blank(
        kept: &OnceLock<RgbImage>,
        paint: impl FnOnce(&Fonts) -> Self,
        fonts: &Fonts,
    ) -> Self {
        Self { image: kept.get_or_init(|| paint(fonts).image).clone() }
    }

    /// A canvas whose every pixel is computed from its place.
    pub(super) fn painted(width: u32, height: u32, colour_at: impl Fn(f32, f32) -> Colour) -> Self {
        Self { image: RgbImage::from_fn(width, height, |x, y| Rgb(colour_at(x as f32, y as f32))) }
    }

    /// Lays a colour over a pixel; places outside are ignored.
    pub(super) fn blend(&mut self, x: i64, y: i64, colour: Colour, cover: f32) {
        let (Ok(x), Ok(y)) = (u32::try_from(x), u32::try_from(y)) else { return };
        if let Some(Rgb(below)) = self.image.get_pixel_mut_checked(x, y) {
            for (value, over) in below.iter_mut().zip(colour) {
                let mixed = f32::from(*value) + (f32::from(over) - f32::from(*value)) * cover.clamp(0.0, 1.0);
                *value = mixed.round() as u8;
            }
        }
    }

    /// Fills where `depth` (pixels inside the edge, negative outside) is positive, with a soft edge.
    fn fill(&mut self, bounds: [Point; 2], colour: Colour, cover: f32, depth: impl Fn(f32, f32) -> f32) {
        let [low, high] = bounds;
        let (right, bottom) = (self.image.width() as i64, self.image.height() as i64);
        for y in (low[1].floor() as i64 - 1).max(0)..(high[1].ceil() as i64 + 1).min(bottom) {
            for x in (low[0].floor() as i64 - 1).max(0)..(high[0].ceil() as i64 + 1).min(right) {
                let inside = (depth(x as f32 + 0.5, y as f32 + 0.5) + 0.5).clamp(0.0, 1.0);
                if inside > 0.0 {
                    self.blend(x, y, colour, inside * cover);
                }
            }
        }
    }

    pub(super) fn rectangle(&mut self, low: Point, high: Point, colour: Colour) {
        self.fill([low, high], colour, 1.0, |x, y| {
            (x - low[0]).min(high[0] - x).min(y - low[1]).min(high[1] - y)
        });
    }

    pub(super) fn ellipse(&mut self, middle: Point, radii: Point, colour: Colour) {
        let bounds =
            [[middle[0] - radii[0], middle[1] - radii[1]], [middle[0] + radii[0], middle[1] + radii[1]]];
        let narrow = radii[0].min(radii[1]);
        self.fill(bounds, colour, 1.0, |x, y| {
            (1.0 - ((x - middle[0]) / radii[0]).hypot((y - middle[1]) / radii[1])) * narrow
        });
    }

    /// A shape below a curve: everything between `top(x)` and `bottom`.
    pub(super) fn below(&mut self, across: Point, bottom: f32, colour: Colour, top: impl Fn(f32) -> f32) {
        self.fill([[across[0], 0.0], [across[1], bottom]], colour, 1.0, |x, y| {
            (y - top(x)).min(bottom - y).min(x - across[0]).min(across[1] - x)
        });
    }

    /// A line through the points with round joints.
    pub(super) fn stroke(&mut self, points: &[Point], width: f32, colour: Colour, cover: f32) {
        for pair in points.windows(2) {
            let [a, b] = [pair[0], pair[1]];
            let low = [a[0].min(b[0]) - width, a[1].min(b[1]) - width];
            let high = [a[0].max(b[0]) + width, a[1].max(b[1]) + width];
            let (dx, dy) = (b[0] - a[0], b[1] - a[1]);
            let squared = (dx * dx + dy * dy).max(1e-6);
            self.fill([low, high], colour, cover, |x, y| {
                let along = (((x - a[0]) * dx + (y - a[1]) * dy) / squared).clamp(0.0, 1.0);
                width / 2.0 - (x - a[0] - along * dx).hypot(y - a[1] - along * dy)
            });
        }
    }

    /// Sets words with their baseline at `y`, beginning at `x`.
    pub(super) fn text(&mut self, [x, y]: Point, style: Style<'_>, text: &str) {
        let font = style.font.as_scaled(PxScale::from(style.size));
        let mut pen = x;
        for letter in text.chars() {
            let id = font.glyph_id(letter);
            let glyph = id.with_scale_and_position(style.size, point(pen, y));
            pen += advance(&font, letter);
            if let Some(outline) = style.font.outline_glyph(glyph) {
                let corner = outline.px_bounds().min;
                let (left, top) = (corner.x as i64, corner.y as i64);
                outline.draw(|dx, dy, cover| {
                    self.blend(left + i64::from(dx), top + i64::from(dy), style.colour, cover);
                });
            }
        }
    }

    pub(super) fn text_centred(&mut self, [x, y]: Point, style: Style<'_>, text: &str) {
        self.text([x - style.width(text) / 2.0, y], style, text);
    }

    /// The word that keeps a specimen from passing for a card: large, slanted and faint across it.
    pub(super) fn mark_as_specimen(&mut self, fonts: &Fonts, colour: Colour, middle: Point) {
        const WORD: &str = "SPESIMEN";
        const SLOPE: f32 = -0.30;
        let style = Style { font: &fonts.bold, size: 180.0, colour: [255; 3] };
        let (long, tall) = (style.width(WORD), 200.0);
        let mut stencil = Self::painted(long as u32 + 2, tall as u32, |_, _| [0; 3]);
        stencil.text([0.0, 165.0], style, WORD);
        let (cos, sin) = (SLOPE.cos(), SLOPE.sin());
        for y in 0..self.image.height() {
            for x in 0..self.image.width() {
                let (dx, dy) = (x as f32 - middle[0], y as f32 - middle[1]);
                let along = dx * cos + dy * sin + long / 2.0;
                let across = dy * cos - dx * sin + tall / 2.0;
                if along >= 0.0 && across >= 0.0 && along < long && across < tall {
                    let [cover, ..] = sample_linear(&stencil.image, [along, across]);
                    self.blend(i64::from(x), i64::from(y), colour, cover / 255.0 * 0.13);
                }
            }
        }
    }
}
