//! Pictures that Loket makes itself: thumbnails and the JPEG of a derived card.
//!
//! The same pixels give the same bytes, because papers with pictures must come out the same twice.

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::PngEncoder;
use image::{ExtendedColorType, ImageEncoder, RgbImage, imageops};

use crate::error::{Code, Error, Result};

/// Encodes as JPEG. Quality 1..=100; 85 keeps the small print of a card readable.
pub fn encode_jpeg(image: &RgbImage, quality: u8) -> Result<Vec<u8>> {
    let mut bytes = Vec::with_capacity(image.as_raw().len() / 8);
    JpegEncoder::new_with_quality(&mut bytes, quality.clamp(1, 100))
        .write_image(image.as_raw(), image.width(), image.height(), ExtendedColorType::Rgb8)
        .map_err(|_| Error::new(Code::Internal, "JPEG encoder refused"))?;
    Ok(bytes)
}

/// Encodes as PNG, where no sharp edge of a scan may suffer.
pub fn encode_png(image: &RgbImage) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    PngEncoder::new(&mut bytes)
        .write_image(image.as_raw(), image.width(), image.height(), ExtendedColorType::Rgb8)
        .map_err(|_| Error::new(Code::Internal, "PNG encoder refused"))?;
    Ok(bytes)
}

/// A picture whose longer side is at most `side`; a smaller picture stays as it is.
#[must_use]
pub fn thumbnail(image: &RgbImage, side: u32) -> RgbImage {
    let longer = image.width().max(image.height());
    if longer <= side || side == 0 {
        return image.clone();
    }
    let scaled = |length: u32| {
        u32::try_from(u64::from(length) * u64::from(side) / u64::from(longer)).unwrap_or(side).max(1)
    };
    imageops::thumbnail(image, scaled(image.width()), scaled(image.height()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stripes(width: u32, height: u32) -> RgbImage {
        RgbImage::from_fn(width, height, |x, y| image::Rgb([(x * 7) as u8, (y * 5) as u8, (x + y) as u8]))
    }

    #[test]
    fn the_same_picture_gives_the_same_bytes() {
        let picture = stripes(64, 48);
        assert_eq!(encode_jpeg(&picture, 85).unwrap(), encode_jpeg(&picture, 85).unwrap());
    }

    #[test]
    fn a_picture_no_jpeg_can_hold_is_refused_without_a_panic() {
        assert_eq!(encode_jpeg(&RgbImage::new(70_000, 1), 85).unwrap_err().code, Code::Internal);
        assert!(encode_jpeg(&RgbImage::new(0, 0), 85).is_err());
    }

    #[test]
    fn a_thumbnail_keeps_the_shape_and_never_grows_or_vanishes() {
        for (size, side, expected) in [
            ((1920, 1080), 320, (320, 180)),
            ((1080, 1920), 320, (180, 320)),
            ((100, 50), 320, (100, 50)),
            ((5000, 2), 320, (320, 1)),
            ((10, 10), 0, (10, 10)),
        ] {
            assert_eq!(thumbnail(&stripes(size.0, size.1), side).dimensions(), expected);
        }
    }
}
