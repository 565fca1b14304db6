//! The one thing of EXIF that Loket shows besides the orientation: when the camera took the picture.
//!
//! EXIF borrows the structure of TIFF: a header, then tables of twelve-byte entries. Every offset
//! comes from the file and is therefore distrusted.

use chrono::{NaiveDate, NaiveDateTime};

const DATE_TIME: u16 = 0x0132;
const EXIF_TABLE: u16 = 0x8769;
const DATE_TIME_ORIGINAL: u16 = 0x9003;

/// A table longer than this is damaged or hostile.
const MAX_ENTRIES: u16 = 512;

/// `DateTimeOriginal`, else `DateTime`. Anything unreadable is `None`: the time is only shown.
pub(super) fn taken_at(chunk: &[u8]) -> Option<NaiveDateTime> {
    let chunk = chunk.strip_prefix(b"Exif\0\0").unwrap_or(chunk);
    let file = Tables { bytes: chunk, big_endian: chunk.starts_with(b"MM") };
    let first = file.long_at(4)?;
    file.find(first, EXIF_TABLE)
        .and_then(|entry| file.long_at(entry + 8))
        .and_then(|table| file.find(table, DATE_TIME_ORIGINAL))
        .or_else(|| file.find(first, DATE_TIME))
        .and_then(|entry| file.text(entry))
        .and_then(parse_time)
}

struct Tables<'a> {
    bytes: &'a [u8],
    big_endian: bool,
}

impl<'a> Tables<'a> {
    fn short_at(&self, at: usize) -> Option<u16> {
        let pair: [u8; 2] = self.bytes.get(at..at.checked_add(2)?)?.try_into().ok()?;
        Some(if self.big_endian { u16::from_be_bytes(pair) } else { u16::from_le_bytes(pair) })
    }

    fn long_at(&self, at: usize) -> Option<usize> {
        let four: [u8; 4] = self.bytes.get(at..at.checked_add(4)?)?.try_into().ok()?;
        let value = if self.big_endian { u32::from_be_bytes(four) } else { u32::from_le_bytes(four) };
        usize::try_from(value).ok()
    }

    /// Where the entry of this tag begins in the table at `table`.
    fn find(&self, table: usize, tag: u16) -> Option<usize> {
        let entries = self.short_at(table)?.min(MAX_ENTRIES);
        (0..usize::from(entries))
            .filter_map(|index| table.checked_add(2 + 12 * index))
            .find(|&entry| self.short_at(entry) == Some(tag))
    }

    /// The text of an entry of type ASCII that is too long to stand inside the entry.
    fn text(&self, entry: usize) -> Option<&'a [u8]> {
        const ASCII: u16 = 2;
        let count = self.long_at(entry + 4)?;
        if self.short_at(entry + 2)? != ASCII || !(19..=64).contains(&count) {
            return None;
        }
        let at = self.long_at(entry + 8)?;
        self.bytes.get(at..at.checked_add(count)?)
    }
}

/// `2026:11:23 09:24:05` in the fixed columns of EXIF 2.32, 4.6.4.
fn parse_time(text: &[u8]) -> Option<NaiveDateTime> {
    let number = |from: usize, to: usize| -> Option<u32> {
        std::str::from_utf8(text.get(from..to)?).ok()?.parse().ok()
    };
    let year = i32::try_from(number(0, 4)?).ok().filter(|&year| year >= 1990)?;
    NaiveDate::from_ymd_opt(year, number(5, 7)?, number(8, 10)?)?.and_hms_opt(
        number(11, 13)?,
        number(14, 16)?,
        number(17, 19)?,
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::capture::fixtures::exif_chunk;

    #[test]
    fn the_time_of_the_camera_is_read_from_the_exif_table() {
        let expected = NaiveDate::from_ymd_opt(2026, 11, 23).and_then(|day| day.and_hms_opt(9, 24, 5));
        assert_eq!(taken_at(&exif_chunk(1, Some("2026:11:23 09:24:05"))), expected);
    }

    #[test]
    fn a_time_that_cannot_be_is_no_time() {
        for text in
            ["0000:00:00 00:00:00", "2026:02:30 09:24:05", "2026:11:23 29:24:05", "    :  :     :  :  "]
        {
            assert_eq!(taken_at(&exif_chunk(1, Some(text))), None, "{text}");
        }
    }

    #[test]
    fn a_chunk_cut_anywhere_or_with_any_byte_changed_never_panics() {
        let chunk = exif_chunk(6, Some("2026:11:23 09:24:05"));
        for end in 0..chunk.len() {
            taken_at(&chunk[..end]);
        }
        for at in 0..chunk.len() {
            let mut changed = chunk.clone();
            changed[at] = 0xFF;
            taken_at(&changed);
        }
    }
}
