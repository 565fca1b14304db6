//! Is the file whole? Decoders fill what is missing with grey; an archive may not.
//!
//! Each walk reads lengths and markers only, never pixels. A file that is merely followed by extra
//! bytes (as some phones write) is whole.

use super::format::{MAX_PIXELS, PictureFormat};
use crate::error::{Code, Error, Result};

/// Refuses a picture whose structure ends too early.
pub(super) fn check_complete(format: PictureFormat, bytes: &[u8]) -> Result<()> {
    let whole = match format {
        PictureFormat::Jpeg => walk_jpeg(bytes).is_some(),
        PictureFormat::Png => walk_png(bytes).is_some(),
        PictureFormat::Webp => {
            little_long(bytes, 4).is_some_and(|size| bytes.len() >= size.saturating_add(8))
        }
        PictureFormat::Bmp => walk_bitmap(bytes).is_some(),
        // Strips may stand anywhere in a TIFF; its decoder refuses one that ends too early.
        PictureFormat::Tiff => true,
    };
    if whole { Ok(()) } else { Err(Error::new(Code::PictureTruncated, format!("{format:?} ends too early"))) }
}

/// Width and height as a PNG, WebP or BMP declares them, before any decoder has made room for them.
pub(super) fn declared_size(format: PictureFormat, bytes: &[u8]) -> Option<(u32, u32)> {
    match format {
        PictureFormat::Png => Some((big_long(bytes, 16)?, big_long(bytes, 20)?)),
        PictureFormat::Bmp => bitmap_size(bytes),
        _ => None,
    }
}

/// `BM` begins many English words; a bitmap also declares a known header length.
pub(super) fn is_bitmap_header(bytes: &[u8]) -> bool {
    matches!(little_long(bytes, 14), Some(12 | 16 | 40 | 52 | 56 | 64 | 108 | 124)) || bytes.len() < 18
}

/// From marker to marker up to the end of the image; thumbnails inside segments are stepped over.
fn walk_jpeg(bytes: &[u8]) -> Option<()> {
    const END_OF_IMAGE: u8 = 0xD9;
    const START_OF_SCAN: u8 = 0xDA;
    let mut at = 2;
    let mut scans = 0_u32;
    loop {
        while *bytes.get(at)? != 0xFF {
            at += 1;
        }
        while *bytes.get(at)? == 0xFF {
            at += 1;
        }
        let marker = bytes[at];
        at += 1;
        match marker {
            END_OF_IMAGE => return (scans > 0).then_some(()),
            // Stuffed byte, temporary marker, restart markers, a second start: no length follows.
            0x00 | 0x01 | 0xD0..=0xD8 => {}
            _ => {
                let length = usize::from(u16::from_be_bytes([*bytes.get(at)?, *bytes.get(at + 1)?]));
                if length < 2 {
                    return None;
                }
                at += length;
                scans += u32::from(marker == START_OF_SCAN);
            }
        }
    }
}

/// Chunk by chunk up to `IEND`.
fn walk_png(bytes: &[u8]) -> Option<()> {
    let mut at = 8_usize;
    loop {
        let length = usize::try_from(big_long(bytes, at)?).ok()?;
        let kind = bytes.get(at + 4..at + 8)?;
        at = at.checked_add(length)?.checked_add(12)?;
        if at > bytes.len() {
            return None;
        }
        if kind == b"IEND" {
            return Some(());
        }
    }
}

/// Rows of an uncompressed bitmap are all there; a compressed one declares its length.
fn walk_bitmap(bytes: &[u8]) -> Option<()> {
    const UNCOMPRESSED: usize = 0;
    const BIT_FIELDS: usize = 3;
    let pixels = little_long(bytes, 10)?;
    let (width, height) = bitmap_size(bytes)?;
    let old_header = little_long(bytes, 14)? == 12;
    let depth_at = if old_header { 24 } else { 28 };
    let depth = u64::from(u16::from_le_bytes([*bytes.get(depth_at)?, *bytes.get(depth_at + 1)?]));
    let compression = if old_header { UNCOMPRESSED } else { little_long(bytes, 30)? };
    let needed = match compression {
        UNCOMPRESSED | BIT_FIELDS => {
            let row = (u64::from(width).checked_mul(depth)?.checked_add(31)? / 32).checked_mul(4)?;
            row.checked_mul(u64::from(height))?
        }
        _ => little_long(bytes, 34)? as u64,
    };
    // A declared bomb is judged by its pixels, not by the bytes it never had.
    if u64::from(width) * u64::from(height) > MAX_PIXELS {
        return Some(());
    }
    ((pixels as u64).checked_add(needed)? <= bytes.len() as u64).then_some(())
}

fn bitmap_size(bytes: &[u8]) -> Option<(u32, u32)> {
    if little_long(bytes, 14)? == 12 {
        let short = |at: usize| Some(u32::from(u16::from_le_bytes([*bytes.get(at)?, *bytes.get(at + 1)?])));
        return Some((short(18)?, short(20)?));
    }
    let signed = |at: usize| Some(i32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?).unsigned_abs());
    Some((signed(18)?, signed(22)?))
}

fn little_long(bytes: &[u8], at: usize) -> Option<usize> {
    let four: [u8; 4] = bytes.get(at..at.checked_add(4)?)?.try_into().ok()?;
    usize::try_from(u32::from_le_bytes(four)).ok()
}

fn big_long(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_be_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?))
}
