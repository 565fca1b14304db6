//! The kinds of picture that Loket opens, and how large one may be.

use image::ImageFormat;
use serde::{Deserialize, Serialize};

/// A picture may have at most 40 megapixels; this bounds memory to well under 1 GB.
pub const MAX_PIXELS: u64 = 40_000_000;

/// The kinds of picture that Loket opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PictureFormat {
    Jpeg,
    Png,
    Tiff,
    Webp,
    Bmp,
}

impl PictureFormat {
    /// The media type under which a viewer opens the original bytes.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::Tiff => "image/tiff",
            Self::Webp => "image/webp",
            Self::Bmp => "image/bmp",
        }
    }

    pub(super) fn as_image_format(self) -> ImageFormat {
        match self {
            Self::Jpeg => ImageFormat::Jpeg,
            Self::Png => ImageFormat::Png,
            Self::Tiff => ImageFormat::Tiff,
            Self::Webp => ImageFormat::WebP,
            Self::Bmp => ImageFormat::Bmp,
        }
    }
}
