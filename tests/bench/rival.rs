//! The same page by another writer, krilla, as a yardstick. Nothing else uses it.
//!
//! It is given every word and rule at its place, while our own writer also has to find the places.

use krilla::color::rgb;
use krilla::configure::{Archival, ConfigurationBuilder};
use krilla::geom::{Path, PathBuilder, Point};
use krilla::metadata::{DateTime, Metadata};
use krilla::page::PageSettings;
use krilla::paint::{Fill, Paint, Stroke as Outline, StrokeDash};
use krilla::surface::Surface;
use krilla::text::{Font, TextDirection};
use krilla::{Document, SerializeSettings};

use crate::Outcome;
use crate::trace::{Face, Ink, Step, Stroke};

/// A4 in points.
const PAGE: (f32, f32) = (595.276, 841.89);

/// The three faces of our papers, parsed once as ours are.
pub(crate) struct Faces {
    text: Font,
    strong: Font,
    code: Font,
}

impl Faces {
    pub(crate) fn load() -> Option<Self> {
        let face = |bytes: &'static [u8]| Font::new(bytes.into(), 0);
        Some(Self {
            text: face(include_bytes!("../../src-tauri/core/data/fonts/PlusJakartaSans-Medium.ttf"))?,
            strong: face(include_bytes!("../../src-tauri/core/data/fonts/PlusJakartaSans-Bold.ttf"))?,
            code: face(include_bytes!("../../src-tauri/core/data/fonts/JetBrainsMono-Medium.ttf"))?,
        })
    }

    fn of(&self, face: Face) -> Font {
        match face {
            Face::Text => &self.text,
            Face::Strong => &self.strong,
            Face::Code => &self.code,
        }
        .clone()
    }
}

/// One archival page (PDF/A-2b, as ours) with these strokes.
pub(crate) fn page(faces: &Faces, strokes: &[Stroke]) -> Outcome<Vec<u8>> {
    let configuration = ConfigurationBuilder::new()
        .with_archival_validator(Archival::A2_B)
        .finish()
        .map_err(|error| format!("krilla: {error:?}"))?;
    let mut document =
        Document::new_with(SerializeSettings { configuration, ..SerializeSettings::default() });
    let issued = DateTime::new(2026).month(11).day(23).hour(9).minute(24).second(0).utc_offset_hour(7);
    let metadata = Metadata::new().title("Bukti Verifikasi".to_owned()).language("id".to_owned());
    document.set_metadata(metadata.creation_date(issued));
    let settings = PageSettings::from_wh(PAGE.0, PAGE.1).ok_or("a page has a size")?;
    let mut page = document.start_page_with(settings);
    let mut surface = page.surface();
    for stroke in strokes {
        draw(&mut surface, faces, stroke).ok_or("a rule has points")?;
    }
    surface.finish();
    page.finish();
    Ok(document.finish().map_err(|error| format!("krilla: {error:?}"))?)
}

fn draw(surface: &mut Surface<'_>, faces: &Faces, stroke: &Stroke) -> Option<()> {
    match stroke {
        Stroke::Words { face, size, ink, at, text } => {
            surface.set_stroke(None);
            surface.set_fill(Some(Fill { paint: paint(*ink), ..Fill::default() }));
            let place = Point::from_xy(at.0, at.1);
            surface.draw_text(place, faces.of(*face), *size, text, false, TextDirection::Auto);
        }
        Stroke::Rule { thickness, ink, dash, steps } => {
            let dash = (!dash.is_empty()).then(|| StrokeDash { array: dash.clone(), offset: 0.0 });
            surface.set_fill(None);
            surface.set_stroke(Some(Outline {
                paint: paint(*ink),
                width: *thickness,
                dash,
                ..Outline::default()
            }));
            surface.draw_path(&path(steps)?);
        }
    }
    Some(())
}

fn paint(ink: Ink) -> Paint {
    let [red, green, blue] = ink.map(|share| (share.clamp(0.0, 1.0) * 255.0).round() as u8);
    rgb::Color::new(red, green, blue).into()
}

fn path(steps: &[Step]) -> Option<Path> {
    let mut path = PathBuilder::new();
    for step in steps {
        match *step {
            Step::Move([x, y]) => path.move_to(x, y),
            Step::Line([x, y]) => path.line_to(x, y),
            Step::Curve([x1, y1, x2, y2, x, y]) => path.cubic_to(x1, y1, x2, y2, x, y),
            Step::Close => path.close(),
        }
    }
    path.finish()
}
