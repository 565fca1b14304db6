//! Bytes in, upright RGB picture out, or one clear reason why not.
//!
//! The order matters for safety: size of the file, kind by its first bytes (never by its name),
//! completeness of its structure, size in pixels from the header, and only then memory for pixels.

use std::io::Cursor;

use image::error::ImageError;
use image::{DynamicImage, ImageDecoder, Limits, RgbImage};

use super::format::{MAX_PIXELS, PictureFormat};
use super::{orient, structure};
use crate::error::{Code, Error, Result};

/// A picture file may be at most 50 MB.
pub const MAX_BYTES: usize = 50_000_000;

/// Room for the widest samples of the largest picture: 40 megapixels of 16-bit RGBA.
const MAX_ALLOCATION: u64 = MAX_PIXELS * 8 + 32_000_000;

/// A decoded picture, turned as its EXIF orientation asks.
#[derive(Clone, Debug)]
pub struct Decoded {
    pub image: RgbImage,
    pub width: u32,
    pub height: u32,
    pub format: PictureFormat,
}

/// Opens a picture as upright RGB. Transparency is laid on white, sixteen bits become eight, and of
/// an animation the first frame (or its still picture) counts.
pub fn decode(bytes: &[u8]) -> Result<Decoded> {
    if bytes.len() > MAX_BYTES {
        return Err(Error::new(Code::PictureTooLarge, format!("{} bytes", bytes.len())));
    }
    let format = recognise(bytes)?;
    structure::check_complete(format, bytes)?;
    if let Some((width, height)) = structure::declared_size(format, bytes) {
        check_pixels(width, height)?;
    }
    let (picture, orientation) = decode_pixels(format, bytes)?;
    let image = orient::apply(flatten_on_white(picture), orientation);
    Ok(Decoded { width: image.width(), height: image.height(), image, format })
}

fn decode_pixels(
    format: PictureFormat,
    bytes: &[u8],
) -> Result<(DynamicImage, image::metadata::Orientation)> {
    let refuse = |error| refusal(format, &error);
    let mut limits = Limits::default();
    limits.max_alloc = Some(MAX_ALLOCATION);
    let mut reader = image::ImageReader::with_format(Cursor::new(bytes), format.as_image_format());
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(refuse)?;
    let (width, height) = decoder.dimensions();
    check_pixels(width, height)?;
    // Damaged metadata is no reason to refuse a good picture: it then stands as stored.
    let orientation = decoder.orientation().unwrap_or(image::metadata::Orientation::NoTransforms);
    Ok((DynamicImage::from_decoder(decoder).map_err(refuse)?, orientation))
}

fn check_pixels(width: u32, height: u32) -> Result<()> {
    if width == 0 || height == 0 {
        return Err(Error::new(Code::PictureNotAnImage, "no pixels")
            .saying("Gambar ini kosong, tidak berisi satu titik pun."));
    }
    if u64::from(width) * u64::from(height) > MAX_PIXELS {
        return Err(Error::new(Code::PictureTooManyPixels, format!("{width} x {height}")));
    }
    Ok(())
}

/// Which kind the bytes are, by their first bytes alone: a wrong file name changes nothing.
pub fn recognise(bytes: &[u8]) -> Result<PictureFormat> {
    let starts = |magic: &[u8]| bytes.starts_with(magic);
    if starts(&[0xFF, 0xD8, 0xFF]) {
        return Ok(PictureFormat::Jpeg);
    }
    if starts(b"\x89PNG\r\n\x1a\n") {
        return Ok(PictureFormat::Png);
    }
    if starts(b"II*\0") || starts(b"MM\0*") {
        return Ok(PictureFormat::Tiff);
    }
    if starts(b"RIFF") && bytes.get(8..12) == Some(b"WEBP".as_slice()) {
        return Ok(PictureFormat::Webp);
    }
    if starts(b"BM") && structure::is_bitmap_header(bytes) {
        return Ok(PictureFormat::Bmp);
    }
    Err(not_an_image(bytes))
}

/// Whether the bytes are a picture, be it one that Loket only knows by name.
pub fn is_known_picture(bytes: &[u8]) -> bool {
    recognise(bytes).is_ok() || known_guest(bytes).is_some()
}

/// Names the common guests that are no picture for Loket, and says what to do with them.
fn not_an_image(bytes: &[u8]) -> Error {
    let refuse = |detail: &str| Error::new(Code::PictureNotAnImage, detail);
    if bytes.is_empty() {
        return refuse("zero bytes")
            .saying("Gambar ini kosong (0 byte).")
            .advising("Kirim atau salin ulang gambarnya.");
    }
    if let Some(named) = known_guest(bytes) {
        return named;
    }
    if bytes.get(..1024.min(bytes.len())).is_some_and(|head| head.windows(5).any(|at| at == b"%PDF-")) {
        return refuse("PDF")
            .saying("Berkas PDF belum dapat dipakai sebagai gambar.")
            .advising("Simpan halamannya sebagai JPEG.");
    }
    refuse("unknown signature")
}

/// Pictures of other kinds, videos, and pictures of which only the first bytes came.
fn known_guest(bytes: &[u8]) -> Option<Error> {
    let refuse = |detail: &str| Error::new(Code::PictureNotAnImage, detail);
    let is_partial =
        |magic: &[u8]| !bytes.is_empty() && bytes.len() < magic.len() && magic.starts_with(bytes);
    if is_partial(&[0xFF, 0xD8, 0xFF]) || is_partial(b"\x89PNG\r\n\x1a\n") {
        return Some(Error::new(Code::PictureTruncated, "signature only"));
    }
    if bytes.get(4..8) == Some(b"ftyp".as_slice()) {
        return Some(match bytes.get(8..12) {
            Some(b"heic" | b"heix" | b"heim" | b"heis" | b"hevc" | b"mif1" | b"msf1") => refuse("HEIC")
                .saying("Foto HEIC belum dapat dibaca.")
                .advising("Atur kamera ponsel ke JPEG (\"Paling Kompatibel\"), lalu potret ulang."),
            Some(b"avif" | b"avis") => refuse("AVIF").saying("Gambar AVIF belum dapat dibaca."),
            _ => refuse("video").saying("Ini video, bukan foto."),
        });
    }
    bytes
        .starts_with(b"GIF8")
        .then(|| refuse("GIF").saying("Gambar GIF tidak dipakai karena warnanya terlalu sedikit."))
}

/// Turns a decoder's complaint into one of the four reasons a person can act on.
fn refusal(format: PictureFormat, error: &ImageError) -> Error {
    let code = match error {
        ImageError::Limits(_) => Code::PictureTooManyPixels,
        ImageError::Unsupported(_) => Code::PictureNotAnImage,
        _ => Code::PictureTruncated,
    };
    // The decoder's own words may quote bytes of the file, so only the kind is kept.
    let refused = Error::new(code, format!("{format:?} decoder refused"));
    match code {
        Code::PictureNotAnImage => refused.saying("Jenis gambar ini jarang dipakai dan belum dapat dibaca."),
        _ => refused,
    }
}

/// Eight bits of red, green and blue, with transparent places white as paper.
fn flatten_on_white(picture: DynamicImage) -> RgbImage {
    if !picture.color().has_alpha() {
        return picture.into_rgb8();
    }
    let rgba = picture.into_rgba8();
    let (width, height) = rgba.dimensions();
    let mut flat = Vec::with_capacity(width as usize * height as usize * 3);
    for [red, green, blue, alpha] in rgba.pixels().map(|pixel| pixel.0) {
        let over_white = |value: u8| {
            let (value, alpha) = (u32::from(value), u32::from(alpha));
            ((value * alpha + 255 * (255 - alpha) + 127) / 255) as u8
        };
        flat.extend([over_white(red), over_white(green), over_white(blue)]);
    }
    // The vector holds exactly three bytes per pixel, so this is never the empty fallback.
    RgbImage::from_raw(width, height, flat).unwrap_or_default()
}
