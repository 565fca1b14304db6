//! The same words on the same page by another writer, krilla, as a yardstick. Nothing else uses it.

use krilla::Document;
use krilla::SerializeSettings;
use krilla::configure::{Archival, ConfigurationBuilder};
use krilla::geom::Point;
use krilla::metadata::{DateTime, Metadata};
use krilla::page::PageSettings;
use krilla::text::{Font, TextDirection};

const TEXT: &[u8] = include_bytes!("../../src-tauri/core/data/fonts/PlusJakartaSans-Medium.ttf");
const CODE: &[u8] = include_bytes!("../../src-tauri/core/data/fonts/JetBrainsMono-Medium.ttf");

/// A4 in points.
const PAGE: (f32, f32) = (595.28, 841.89);
const MARGIN: f32 = 54.0;
const SIZE: f32 = 9.5;
const LEADING: f32 = 13.0;

/// One archival page (PDF/A-2b) with these lines, numbers in the second face as ours has them.
pub(crate) fn page(lines: &[String]) -> Option<Vec<u8>> {
    let configuration = ConfigurationBuilder::new().with_archival_validator(Archival::A2_B).finish().ok()?;
    let mut document = Document::new_with(SerializeSettings { configuration, ..SerializeSettings::default() });
    let issued = DateTime::new(2026).month(11).day(23).hour(9).minute(24).second(0).utc_offset_hour(7);
    let metadata = Metadata::new().title("Bukti Verifikasi".to_owned()).language("id".to_owned());
    document.set_metadata(metadata.creation_date(issued));
    let text = Font::new(TEXT.into(), 0)?;
    let code = Font::new(CODE.into(), 0)?;
    let mut page = document.start_page_with(PageSettings::from_wh(PAGE.0, PAGE.1)?);
    let mut surface = page.surface();
    let mut y = MARGIN;
    for line in lines {
        let digits = line.chars().filter(char::is_ascii_digit).count();
        let font = if digits * 2 > line.len() { &code } else { &text };
        surface.draw_text(Point::from_xy(MARGIN, y), font.clone(), SIZE, line, false, TextDirection::Auto);
        y += LEADING;
    }
    surface.finish();
    page.finish();
    document.finish().ok()
}
