//! Reads the frame header of a JPEG: enough to place it in a PDF without decoding it.
//!
//! The bytes of a sealed picture go into the paper exactly as they are. A second generation of
//! JPEG would blur the small letters of a card.

use crate::error::{Code, Error, Result};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Frame {
    pub(super) width: u16,
    pub(super) height: u16,
    /// 1 for grey, 3 for colour.
    pub(super) components: u8,
}

/// Finds the frame header (ITU-T T.81, B.2.2) of a whole baseline or progressive JPEG.
pub(super) fn frame(bytes: &[u8]) -> Result<Frame> {
    if !bytes.starts_with(&[0xFF, 0xD8]) {
        return Err(Error::new(Code::PictureNotAnImage, "no JPEG start marker"));
    }
    if !bytes.ends_with(&[0xFF, 0xD9]) {
        return Err(Error::new(Code::PictureTruncated, "no JPEG end marker"));
    }
    let truncated = || Error::new(Code::PictureTruncated, "JPEG ends before its frame header");
    let mut at = 2;
    loop {
        let [marker_start, marker] = *bytes.get(at..).and_then(<[u8]>::first_chunk).ok_or_else(truncated)?;
        match (marker_start, marker) {
            // Fill bytes before a marker.
            (0xFF, 0xFF) => at += 1,
            (0xFF, 0xC0..=0xC2) => {
                let [_, _, precision, height_hi, height_lo, width_hi, width_lo, components] =
                    *bytes.get(at + 2..).and_then(<[u8]>::first_chunk).ok_or_else(truncated)?;
                let frame = Frame {
                    width: u16::from_be_bytes([width_hi, width_lo]),
                    height: u16::from_be_bytes([height_hi, height_lo]),
                    components,
                };
                if precision != 8 || !matches!(components, 1 | 3) || frame.width == 0 || frame.height == 0 {
                    return Err(Error::new(Code::PictureNotAnImage, "JPEG kind is not supported on paper"));
                }
                return Ok(frame);
            }
            // The scan began without a frame header, or the bytes are not a marker at all.
            (0xFF, 0xDA | 0xD9) => return Err(truncated()),
            (0xFF, 0xC3 | 0xC5..=0xC7 | 0xC9..=0xCB | 0xCD..=0xCF) => {
                return Err(Error::new(Code::PictureNotAnImage, "JPEG kind is not supported on paper"));
            }
            (0xFF, _) => {
                let length = bytes.get(at + 2..).and_then(<[u8]>::first_chunk).ok_or_else(truncated)?;
                at += 2 + usize::from(u16::from_be_bytes(*length)).max(2);
            }
            _ => return Err(Error::new(Code::PictureNotAnImage, "JPEG segments are out of step")),
        }
    }
}
