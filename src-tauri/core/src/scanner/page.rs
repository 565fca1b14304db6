//! One page as it came from the device.

use image::codecs::jpeg::{JpegEncoder, PixelDensity};
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::imageops::thumbnail;
use image::{ExtendedColorType, ImageBuffer, ImageEncoder as _, Luma, Pixel, Rgb};
use zeroize::{Zeroize as _, Zeroizing};

use super::order::Mode;
use crate::capture::MAX_PIXELS;
use crate::error::{Code, Error, Result};

/// What is larger is no original, and could be sealed but never opened again.
pub const MOST_BYTES: u64 = 3 * MAX_PIXELS;

/// Of a page that is sealed: the picture of a card keeps its small print, and an A4 takes two megabytes in place of twenty.
const QUALITY: u8 = 95;

/// Of a page that is only looked at.
const LOOK_QUALITY: u8 = 88;

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
        let mut png = Vec::new();
        PngEncoder::new_with_quality(&mut png, CompressionType::Fast, FilterType::Up)
            .write_image(&self.pixels, self.width, self.height, self.colour())
            .map_err(|_| Error::new(Code::Internal, "a page cannot be written as PNG"))?;
        Ok(png)
    }

    /// The page as the JPEG that is sealed; it says how large the original was.
    pub fn to_jpeg(&self) -> Result<Vec<u8>> {
        self.jpeg(&self.pixels, (self.width, self.height), QUALITY)
    }

    /// The page to be looked at, its longer side at most `side` pixels.
    pub fn look(&self, side: u32) -> Result<Vec<u8>> {
        let longer = self.width.max(self.height);
        if longer <= side {
            return self.jpeg(&self.pixels, (self.width, self.height), LOOK_QUALITY);
        }
        let scaled = |length: u32| (u64::from(length) * u64::from(side) / u64::from(longer)).max(1) as u32;
        let size = (scaled(self.width), scaled(self.height));
        let small = match self.mode {
            Mode::Warna => self.shrunk::<Rgb<u8>>(size),
            Mode::Abu => self.shrunk::<Luma<u8>>(size),
        };
        let small =
            Zeroizing::new(small.ok_or_else(|| Error::new(Code::Internal, "a page of another size"))?);
        self.jpeg(&small, size, LOOK_QUALITY)
    }

    fn shrunk<P: Pixel<Subpixel = u8> + 'static>(&self, (width, height): (u32, u32)) -> Option<Vec<u8>> {
        let page = ImageBuffer::<P, &[u8]>::from_raw(self.width, self.height, &self.pixels)?;
        Some(thumbnail(&page, width, height).into_raw())
    }

    fn jpeg(&self, pixels: &[u8], (width, height): (u32, u32), quality: u8) -> Result<Vec<u8>> {
        let mut jpeg = Vec::with_capacity(pixels.len() / 8);
        let mut encoder = JpegEncoder::new_with_quality(&mut jpeg, quality);
        encoder.set_pixel_density(PixelDensity::dpi(u16::try_from(self.dpi).unwrap_or_default()));
        encoder
            .write_image(pixels, width, height, self.colour())
            .map_err(|_| Error::new(Code::Internal, "a page cannot be written as JPEG"))?;
        Ok(jpeg)
    }

    fn colour(&self) -> ExtendedColorType {
        match self.mode {
            Mode::Warna => ExtendedColorType::Rgb8,
            Mode::Abu => ExtendedColorType::L8,
        }
    }

    /// How many bytes a page of this size has; none where it is empty or has more than [`MAX_PIXELS`].
    pub fn bytes_of(width: u32, height: u32, mode: Mode) -> Option<u64> {
        let pixels = u64::from(width).checked_mul(u64::from(height))?;
        (1..=MAX_PIXELS).contains(&pixels).then(|| pixels * mode.channels())
    }
}

/// Nothing of a person's papers stays in the memory.
impl Drop for Page {
    fn drop(&mut self) {
        self.pixels.zeroize();
    }
}

/// The pixels are a person's papers: no message shows them.
impl std::fmt::Debug for Page {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Page({}x{}, {:?}, {} dpi)", self.width, self.height, self.mode, self.dpi)
    }
}
