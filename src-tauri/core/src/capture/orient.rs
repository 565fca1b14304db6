//! Turning: as EXIF asks when a picture comes in, and by quarter turns when the officer asks.

use image::metadata::Orientation;
use image::{RgbImage, imageops};

/// A clockwise turn in quarters; any number of turns is brought back to 0..=3.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TurnedBy(u8);

impl TurnedBy {
    pub fn quarters(turns: u8) -> Self {
        Self(turns % 4)
    }

    pub(super) fn count(self) -> usize {
        usize::from(self.0)
    }
}

/// Turns a picture clockwise by quarters.
#[must_use]
pub fn rotate(image: RgbImage, turn: TurnedBy) -> RgbImage {
    match turn.0 {
        1 => imageops::rotate90(&image),
        2 => imageops::rotate180(&image),
        3 => imageops::rotate270(&image),
        _ => image,
    }
}

/// Undoes the way the camera was held (EXIF orientation 1..=8).
pub(super) fn apply(image: RgbImage, orientation: Orientation) -> RgbImage {
    match orientation {
        Orientation::NoTransforms => image,
        Orientation::Rotate90 => imageops::rotate90(&image),
        Orientation::Rotate180 => imageops::rotate180(&image),
        Orientation::Rotate270 => imageops::rotate270(&image),
        Orientation::FlipHorizontal => imageops::flip_horizontal(&image),
        Orientation::FlipVertical => imageops::flip_vertical(&image),
        Orientation::Rotate90FlipH => imageops::flip_horizontal(&imageops::rotate90(&image)),
        Orientation::Rotate270FlipH => imageops::flip_horizontal(&imageops::rotate270(&image)),
    }
}
