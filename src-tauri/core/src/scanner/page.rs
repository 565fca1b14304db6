//! One page as it came from the device.

use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{ExtendedColorType, ImageEncoder as _};

use super::order::Mode;
use crate::error::{Code, Error, Result};

/// A4 in colour at 600 dpi takes 104 MB; what is larger is no original.
pub const MOST_BYTES: u64 = 128 << 20;

/// Pixels without padding, row by row from the upper left: one byte each in grey, three (RGB) in colour.
#[derive(Clone, PartialEq, Eq)]
pub struct Page {
    pub width: u32,
    pub height: u32,
    pub mode: Mode,
    /// Dots per inch, as the device set them.
    pub dpi: u32,
    pub pixels: Vec<u8>,
}

impl Page {
    /// None where the size does not fit the pixels, or either is nothing or absurd.
    pub fn new(width: u32, height: u32, mode: Mode, dpi: u32, pixels: Vec<u8>) -> Option<Self> {
        let bytes = Self::bytes_of(width, height, mode)?;
        (bytes == pixels.len() as u64).then_some(Self { width, height, mode, dpi, pixels })
    }

    /// The page as a PNG, which loses nothing; packed fast, because nobody waits for a smaller file.
    pub fn to_png(&self) -> Result<Vec<u8>> {
        let colour = match self.mode {
            Mode::Warna => ExtendedColorType::Rgb8,
            Mode::Abu => ExtendedColorType::L8,
        };
        let mut png = Vec::new();
        PngEncoder::new_with_quality(&mut png, CompressionType::Fast, FilterType::Up)
            .write_image(&self.pixels, self.width, self.height, colour)
            .map_err(|_| Error::new(Code::Internal, "a page cannot be written as PNG"))?;
        Ok(png)
    }

    /// How many bytes a page of this size has; none where it is empty or larger than [`MOST_BYTES`].
    pub fn bytes_of(width: u32, height: u32, mode: Mode) -> Option<u64> {
        let pixels = u64::from(width).checked_mul(u64::from(height))?;
        let bytes = pixels.checked_mul(mode.channels())?;
        (1..=MOST_BYTES).contains(&bytes).then_some(bytes)
    }
}

/// The pixels are a person's papers: no message shows them.
impl std::fmt::Debug for Page {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Page({}x{}, {:?}, {} dpi)", self.width, self.height, self.mode, self.dpi)
    }
}
