//! Pictures on paper: a card as the sealed JPEG itself, a coat of arms as plain pixels.

use std::collections::BTreeMap;

use image::RgbImage;
use image::imageops::{FilterType, resize};
use printpdf::{DictItem, ExternalStream, ExternalXObject};

use super::jpeg;
use crate::error::{Code, Error, Result};

/// Resource name of the coat of arms.
pub(super) const LOGO: &str = "Logo";

/// Longest side of a coat of arms on paper: 16.5 mm at 500 dpi. More would only swell the file.
const LOGO_PIXELS: u32 = 325;

/// A decoded picture without transparency (the caller lays it on white).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pixels {
    pub width: u32,
    pub height: u32,
    /// Red, green, blue for each pixel, row by row.
    pub rgb: Vec<u8>,
}

pub(super) fn plain_pixels(pixels: &Pixels) -> Result<ExternalXObject> {
    let expected = u128::from(pixels.width) * u128::from(pixels.height) * 3;
    if expected == 0 || expected != pixels.rgb.len() as u128 {
        return Err(Error::new(Code::PictureNotAnImage, "pixels do not fill the picture"));
    }
    let unfilled = || Error::new(Code::PictureNotAnImage, "pixels do not fill the picture");
    let picture = RgbImage::from_raw(pixels.width, pixels.height, pixels.rgb.clone()).ok_or_else(unfilled)?;
    let longest = pixels.width.max(pixels.height);
    let picture = if longest > LOGO_PIXELS {
        let scaled =
            |side: u32| (u64::from(side) * u64::from(LOGO_PIXELS) / u64::from(longest)).max(1) as u32;
        resize(&picture, scaled(pixels.width), scaled(pixels.height), FilterType::Triangle)
    } else {
        picture
    };
    let dict = dictionary(picture.width(), picture.height(), "DeviceRGB");
    let stream = ExternalStream { dict, content: picture.into_raw(), compress: true };
    Ok(ExternalXObject { stream, width: None, height: None, dpi: None })
}

/// The JPEG goes into the file byte for byte.
pub(super) fn whole_jpeg(bytes: &[u8]) -> Result<ExternalXObject> {
    let frame = jpeg::frame(bytes)?;
    let space = if frame.components == 1 { "DeviceGray" } else { "DeviceRGB" };
    let mut dict = dictionary(frame.width.into(), frame.height.into(), space);
    dict.insert("Filter".to_owned(), name("DCTDecode"));
    let stream = ExternalStream { dict, content: bytes.to_vec(), compress: false };
    Ok(ExternalXObject { stream, width: None, height: None, dpi: None })
}

fn dictionary(width: u32, height: u32, space: &str) -> BTreeMap<String, DictItem> {
    [
        ("Type", name("XObject")),
        ("Subtype", name("Image")),
        ("Width", DictItem::Int(width.into())),
        ("Height", DictItem::Int(height.into())),
        ("ColorSpace", name(space)),
        ("BitsPerComponent", DictItem::Int(8)),
    ]
    .map(|(key, value)| (key.to_owned(), value))
    .into()
}

fn name(value: &str) -> DictItem {
    DictItem::Name(value.as_bytes().to_vec())
}
