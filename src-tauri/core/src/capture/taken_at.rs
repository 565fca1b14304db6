//! When a camera says that a picture was taken (EXIF 2.32, DateTimeOriginal and OffsetTimeOriginal).

use std::io::Cursor;

use chrono::{DateTime, FixedOffset, NaiveDateTime};
use exif::{In, Tag, Value};

/// What the clock of a camera showed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CameraTime {
    pub local: NaiveDateTime,
    /// Where the camera knows its zone.
    pub offset: Option<FixedOffset>,
}

/// The time in the picture's own notes; nothing where it has none or they are damaged.
pub fn camera_time(bytes: &[u8]) -> Option<CameraTime> {
    let notes = exif::Reader::new().read_from_container(&mut Cursor::new(bytes)).ok()?;
    let text = |tag| match &notes.get_field(tag, In::PRIMARY)?.value {
        Value::Ascii(lines) => String::from_utf8(lines.first()?.clone()).ok(),
        _ => None,
    };
    let local =
        NaiveDateTime::parse_from_str(text(Tag::DateTimeOriginal)?.trim(), "%Y:%m:%d %H:%M:%S").ok()?;
    let offset = text(Tag::OffsetTimeOriginal).and_then(|text| {
        // A whole time is read, because an offset alone has no reader.
        let whole = format!("2026-01-01T00:00:00{}", text.trim());
        DateTime::parse_from_rfc3339(&whole).ok().map(|time| *time.offset())
    });
    Some(CameraTime { local, offset })
}
