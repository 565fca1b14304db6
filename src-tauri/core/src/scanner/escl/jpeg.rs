//! The picture that a device sends, checked before it counts as a page.

use std::io::Cursor;

use image::codecs::jpeg::JpegDecoder;
use image::{ColorType, DynamicImage, ImageDecoder as _};
use zeroize::Zeroizing;

use super::super::{Mode, Page, Trouble};
use super::settings::Settings;

/// A job that is taken back while its picture comes ends like a whole one, and what came is the upper part of it: only
/// the end mark of the picture tells the difference (ITU-T T.81, B.1.1.3).
const BEGIN: [u8; 2] = [0xFF, 0xD8];
const END: [u8; 2] = [0xFF, 0xD9];

/// # Errors
/// [`Trouble::Terputus`] where the picture was cut short, or is none.
pub(super) fn page_of(jpeg: &[u8], settings: &Settings) -> Result<Page, Trouble> {
    // Some devices fill their last block.
    let filled = jpeg.iter().rev().take_while(|byte| **byte == 0).count();
    let jpeg = &jpeg[..jpeg.len() - filled];
    if !jpeg.starts_with(&BEGIN) || !jpeg.ends_with(&END) {
        return Err(Trouble::Terputus);
    }
    let decoder = JpegDecoder::new(Cursor::new(jpeg)).map_err(|_| Trouble::Terputus)?;
    let (width, height) = decoder.dimensions();
    let mode = if decoder.color_type() == ColorType::L8 { Mode::Abu } else { Mode::Warna };
    // Before it is unpacked: a few bytes may say that they are a huge picture.
    let bytes = Page::bytes_of(width, height, mode).ok_or(Trouble::Ditolak)?;
    let pixels = match decoder.color_type() {
        ColorType::L8 | ColorType::Rgb8 => {
            let mut pixels = Zeroizing::new(vec![0; usize::try_from(bytes).map_err(|_| Trouble::Ditolak)?]);
            decoder.read_image(&mut pixels).map_err(|_| Trouble::Terputus)?;
            std::mem::take(&mut *pixels)
        }
        _ => DynamicImage::from_decoder(decoder).map_err(|_| Trouble::Terputus)?.into_rgb8().into_raw(),
    };
    Page::new(width, height, mode, settings.dpi_of(width), pixels).ok_or(Trouble::Terputus)
}
