//! Pictures for tests, built byte by byte: good ones, odd ones and hostile ones.

use std::io::Cursor;

use image::codecs::webp::WebPEncoder;
use image::{DynamicImage, ExtendedColorType, ImageFormat, Rgb, RgbImage};

use super::encode_jpeg;

/// Four quarters, each of its own colour: red, green, blue, yellow from the top left clockwise.
pub(super) const QUARTERS: [[u8; 3]; 4] = [[230, 20, 20], [20, 200, 20], [20, 20, 230], [230, 220, 20]];

pub(super) fn quarters(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| {
        let index = match (x < width / 2, y < height / 2) {
            (true, true) => 0,
            (false, true) => 1,
            (false, false) => 2,
            (true, false) => 3,
        };
        Rgb(QUARTERS[index])
    })
}

/// Detail everywhere, so that a truncated file has lost something at every point.
pub(super) fn textured(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| {
        let mixed = (x.wrapping_mul(2_654_435_761) ^ y.wrapping_mul(40_503)).wrapping_mul(2_246_822_519);
        Rgb([(mixed >> 24) as u8, (x * 3) as u8, (y * 5) as u8])
    })
}

pub(super) fn saved(image: impl Into<DynamicImage>, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    image.into().write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// The same picture in each of the five formats.
pub(super) fn every_format(image: &RgbImage) -> Vec<(&'static str, Vec<u8>)> {
    vec![
        ("jpeg", encode_jpeg(image, 90).unwrap()),
        ("png", saved(image.clone(), ImageFormat::Png)),
        ("tiff", saved(image.clone(), ImageFormat::Tiff)),
        ("webp", saved(image.clone(), ImageFormat::WebP)),
        ("bmp", saved(image.clone(), ImageFormat::Bmp)),
    ]
}

/// A little-endian EXIF structure with an orientation.
pub(super) fn exif_chunk(orientation: u16) -> Vec<u8> {
    let mut chunk = b"II*\0\x08\0\0\0\x01\0".to_vec();
    chunk.extend(0x0112_u16.to_le_bytes());
    chunk.extend(3_u16.to_le_bytes());
    chunk.extend(1_u32.to_le_bytes());
    chunk.extend(u32::from(orientation).to_le_bytes());
    chunk.extend([0; 4]);
    chunk
}

/// Puts an EXIF segment right behind the start of a JPEG.
pub(super) fn with_exif(jpeg: &[u8], chunk: &[u8]) -> Vec<u8> {
    let length = (chunk.len() + 8) as u16;
    [&jpeg[..2], &[0xFF, 0xE1], &length.to_be_bytes(), b"Exif\0\0", chunk, &jpeg[2..]].concat()
}

/// A JPEG of one 8x8 block per component and only their means: grey (1), YCbCr (3), or the inverted
/// CMYK of print programs (4).
pub(super) fn flat_jpeg(means: &[u8]) -> Vec<u8> {
    let segment = |marker: u8, content: &[u8]| {
        [&[0xFF, marker], &(content.len() as u16 + 2).to_be_bytes()[..], content].concat()
    };
    let mut bytes = vec![0xFF, 0xD8];
    if means.len() == 4 {
        bytes.extend(segment(0xEE, b"Adobe\0\x64\0\0\0\0\0"));
    }
    // Eight as the divisor of the mean makes the coefficient equal to mean minus 128.
    bytes.extend(segment(0xDB, &[&[0, 8][..], &[1; 63]].concat()));
    let count = means.len() as u8;
    let components: Vec<u8> = (1..=count).flat_map(|id| [id, 0x11, 0]).collect();
    bytes.extend(segment(0xC0, &[&[8, 0, 8, 0, 8, count][..], &components].concat()));
    // Nine categories of four bits each for the mean; for the rest one code: end of block.
    bytes.extend(segment(0xC4, &[&[0x00, 0, 0, 0, 9][..], &[0; 12], &[0, 1, 2, 3, 4, 5, 6, 7, 8]].concat()));
    bytes.extend(segment(0xC4, &[&[0x10, 1][..], &[0; 15], &[0]].concat()));
    let selectors: Vec<u8> = (1..=count).flat_map(|id| [id, 0x00]).collect();
    bytes.extend(segment(0xDA, &[&[count][..], &selectors, &[0, 63, 0]].concat()));
    let mut bits = String::new();
    for &mean in means {
        let value = i32::from(mean) - 128;
        let category = 32 - value.unsigned_abs().leading_zeros();
        bits += &format!("{category:04b}");
        if category > 0 {
            let coded = if value < 0 { value + (1 << category) - 1 } else { value };
            bits += &format!("{coded:0width$b}", width = category as usize);
        }
        bits += "0";
    }
    while !bits.len().is_multiple_of(8) {
        bits.push('1');
    }
    for at in (0..bits.len()).step_by(8) {
        let byte = u8::from_str_radix(&bits[at..at + 8], 2).unwrap();
        bytes.push(byte);
        if byte == 0xFF {
            bytes.push(0);
        }
    }
    bytes.extend([0xFF, 0xD9]);
    bytes
}

/// One chunk of a PNG with its checksum.
pub(super) fn png_chunk(kind: &[u8; 4], content: &[u8]) -> Vec<u8> {
    let body = [&kind[..], content].concat();
    let mut crc = u32::MAX;
    for byte in &body {
        crc ^= u32::from(*byte);
        for _ in 0..8 {
            crc = if crc & 1 == 1 { (crc >> 1) ^ 0xEDB8_8320 } else { crc >> 1 };
        }
    }
    [&(content.len() as u32).to_be_bytes()[..], &body, &(!crc).to_be_bytes()].concat()
}

/// A PNG from its parts: size, bit depth, colour type, chunks before the data, and unpacked rows.
pub(super) fn raw_png(size: (u32, u32), depth: u8, colour: u8, before: &[u8], rows: &[u8]) -> Vec<u8> {
    let header = [&size.0.to_be_bytes()[..], &size.1.to_be_bytes(), &[depth, colour, 0, 0, 0]].concat();
    let (mut low, mut high) = (1_u32, 0_u32);
    for byte in rows {
        low = (low + u32::from(*byte)) % 65521;
        high = (high + low) % 65521;
    }
    let length = rows.len() as u16;
    let packed = [
        &[0x78, 0x01, 0x01][..],
        &length.to_le_bytes(),
        &(!length).to_le_bytes(),
        rows,
        &(high << 16 | low).to_be_bytes(),
    ]
    .concat();
    [
        &b"\x89PNG\r\n\x1a\n"[..],
        &png_chunk(b"IHDR", &header),
        before,
        &png_chunk(b"IDAT", &packed),
        &png_chunk(b"IEND", &[]),
    ]
    .concat()
}

/// A WebP animation of two frames of the same picture.
pub(super) fn animated_webp(image: &RgbImage) -> Vec<u8> {
    const NO_BLENDING: u8 = 0x02;
    let mut still = Vec::new();
    WebPEncoder::new_lossless(&mut still)
        .encode(image.as_raw(), image.width(), image.height(), ExtendedColorType::Rgb8)
        .unwrap();
    let three = |value: u32| value.to_le_bytes()[..3].to_vec();
    let chunk = |kind: &[u8], content: &[u8]| {
        let padding = vec![0; content.len() % 2];
        [kind, &(content.len() as u32).to_le_bytes(), content, &padding].concat()
    };
    let size = [three(image.width() - 1), three(image.height() - 1)].concat();
    let frame = [&three(0)[..], &three(0), &size, &three(100), &[NO_BLENDING], &still[12..]].concat();
    let body = [
        b"WEBP".to_vec(),
        chunk(b"VP8X", &[&[0x02, 0, 0, 0][..], &size].concat()),
        chunk(b"ANIM", &[0; 6]),
        chunk(b"ANMF", &frame),
        chunk(b"ANMF", &frame),
    ]
    .concat();
    [&b"RIFF"[..], &(body.len() as u32).to_le_bytes(), &body].concat()
}

/// A PNG animation: the still picture is the first of two equal frames.
pub(super) fn animated_png(image: &RgbImage) -> Vec<u8> {
    const SIGNATURE_AND_HEADER: usize = 33;
    let mut bytes = saved(image.clone(), ImageFormat::Png);
    let at = bytes.windows(4).position(|kind| kind == b"IDAT").unwrap();
    let length = u32::from_be_bytes(bytes[at - 4..at].try_into().unwrap()) as usize;
    let pixels = bytes[at + 4..at + 4 + length].to_vec();
    let control = |sequence: u32| {
        let numbers = [sequence, image.width(), image.height(), 0, 0].map(u32::to_be_bytes).concat();
        png_chunk(b"fcTL", &[&numbers[..], &[0, 1, 0, 10, 0, 0]].concat())
    };
    let second = [control(1), png_chunk(b"fdAT", &[&2_u32.to_be_bytes()[..], &pixels].concat())].concat();
    let end = bytes.len() - 12;
    bytes.splice(end..end, second);
    let animation = png_chunk(b"acTL", &[2_u32, 0].map(u32::to_be_bytes).concat());
    bytes.splice(SIGNATURE_AND_HEADER..SIGNATURE_AND_HEADER, [animation, control(0)].concat());
    bytes
}

/// A TIFF of one sheet, `width` by 8 pixels.
pub(crate) fn single_tiff(width: u32) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    let picture = RgbImage::from_pixel(width, 8, Rgb([200, 90, 40]));
    picture.write_to(&mut bytes, ImageFormat::Tiff).unwrap();
    bytes.into_inner()
}

/// A second sheet behind the first: its offsets move by where it now stands.
pub(crate) fn stacked_tiff(first: &[u8], second: &[u8]) -> Vec<u8> {
    let offset = |bytes: &[u8], at: usize| u32::from_le_bytes(bytes[at..at + 4].try_into().unwrap());
    let directory = |bytes: &[u8]| offset(bytes, 4) as usize;
    let entries = |bytes: &[u8], at: usize| usize::from(u16::from_le_bytes([bytes[at], bytes[at + 1]]));
    let mut file = first.to_vec();
    file.resize(file.len().next_multiple_of(2), 0);
    let base = u32::try_from(file.len()).unwrap();
    let mut moved = second.to_vec();
    let at = directory(&moved);
    for index in 0..entries(&moved, at) {
        let entry = at + 2 + index * 12;
        let (tag, kind) = (u16::from_le_bytes([moved[entry], moved[entry + 1]]), moved[entry + 2]);
        let count = offset(&moved, entry + 4);
        let size = count * [0, 1, 1, 2, 4, 8][usize::from(kind)];
        // Strips are always named by their place, other values only when they do not fit.
        if tag == 273 || size > 4 {
            let value = offset(&moved, entry + 8) + base;
            moved[entry + 8..entry + 12].copy_from_slice(&value.to_le_bytes());
        }
    }
    let end = directory(first) + 2 + entries(first, directory(first)) * 12;
    let next = base + u32::try_from(at).unwrap();
    file[end..end + 4].copy_from_slice(&next.to_le_bytes());
    file.extend(moved);
    file
}
