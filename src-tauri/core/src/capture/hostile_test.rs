//! What people bring that is not a good picture. Each is refused with its own reason or opened
//! correctly; nothing panics.

use image::{ImageBuffer, ImageFormat, Luma, LumaA, Rgb, RgbImage, Rgba};

use super::fixtures::{
    animated_png, animated_webp, every_format, flat_jpeg, png_chunk, quarters, raw_png, saved, textured,
    with_exif,
};
use super::{MAX_BYTES, PictureFormat, decode, encode_jpeg};
use crate::error::Code;

fn refused(bytes: &[u8]) -> Code {
    decode(bytes).expect_err("must be refused").code
}

#[test]
fn what_is_no_picture_is_named_and_refused() {
    let guests: [(&str, &[u8], &str); 13] = [
        ("zero bytes", b"", "kosong"),
        ("one byte", b"a", ""),
        ("text named .jpg", b"Kepada Yth. Bapak/Ibu, berikut kami kirim KTP.", ""),
        ("text beginning with BM", b"BMKG menyampaikan prakiraan cuaca hari ini.", ""),
        ("web page", b"<!DOCTYPE html><html>login</html>", ""),
        ("pdf", b"%PDF-1.7\n1 0 obj", "PDF"),
        ("pdf behind a newline", b"\r\n%PDF-1.4\n", "PDF"),
        ("heic of a phone", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "HEIC"),
        ("heif", b"\0\0\0\x18ftypmif1\0\0\0\0mif1heic", "HEIC"),
        ("avif", b"\0\0\0\x18ftypavif\0\0\0\0", "AVIF"),
        ("video", b"\0\0\0\x18ftypmp42\0\0\0\0", "video"),
        ("gif", b"GIF89a\x01\0\x01\0\0\0\0", "GIF"),
        ("zip", b"PK\x03\x04\x14\0\0\0", ""),
    ];
    for (name, bytes, word) in guests {
        let error = decode(bytes).expect_err(name);
        assert_eq!(error.code, Code::PictureNotAnImage, "{name}");
        assert!(error.what_happened().contains(word), "{name}: {}", error.what_happened());
        assert!(error.what_happened().split_whitespace().count() <= 15, "{name}");
    }
}

#[test]
fn a_picture_cut_anywhere_is_refused_as_cut() {
    for (name, bytes) in every_format(&textured(97, 61)) {
        decode(&bytes).unwrap_or_else(|error| panic!("{name}: {error}"));
        for percent in (0..100).step_by(5) {
            let end = bytes.len() * percent / 100;
            let expected = if percent == 0 { Code::PictureNotAnImage } else { Code::PictureTruncated };
            assert_eq!(refused(&bytes[..end]), expected, "{name} at {percent} %");
        }
        for missing in 1..=2 {
            assert_eq!(
                refused(&bytes[..bytes.len() - missing]),
                Code::PictureTruncated,
                "{name} minus {missing}"
            );
        }
    }
}

#[test]
fn a_picture_cut_within_its_first_bytes_never_panics() {
    for (_, bytes) in every_format(&textured(20, 20)) {
        for end in 0..bytes.len().min(300) {
            refused(&bytes[..end]);
        }
    }
}

#[test]
fn any_single_changed_byte_is_opened_or_refused_without_a_panic() {
    let mut opened = 0;
    for (_, bytes) in every_format(&textured(24, 16)) {
        for at in 0..bytes.len().min(700) {
            for value in [0x00, 0xFF, bytes[at] ^ 0x10] {
                let mut changed = bytes.clone();
                changed[at] = value;
                opened += usize::from(decode(&changed).is_ok());
            }
        }
    }
    assert!(opened > 0);
}

#[test]
fn a_jpeg_whose_thumbnail_is_whole_but_whose_picture_is_cut_is_refused() {
    let thumbnail = encode_jpeg(&quarters(16, 16), 60).unwrap();
    let whole = with_exif(&encode_jpeg(&textured(97, 61), 90).unwrap(), &thumbnail);
    assert!(decode(&whole).is_ok());
    assert_eq!(refused(&whole[..whole.len() / 2]), Code::PictureTruncated);
}

#[test]
fn a_jpeg_whose_tail_never_arrived_and_is_all_zeros_is_refused() {
    let mut bytes = encode_jpeg(&textured(97, 61), 90).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle..].fill(0);
    assert_eq!(refused(&bytes), Code::PictureTruncated);
}

#[test]
fn a_png_with_a_wrong_checksum_is_refused() {
    let mut bytes = saved(textured(97, 61), ImageFormat::Png);
    let middle = bytes.len() / 2;
    bytes[middle] ^= 0x01;
    assert_eq!(refused(&bytes), Code::PictureTruncated);
}

#[test]
fn extra_bytes_behind_a_whole_picture_are_no_reason_to_refuse() {
    for (name, mut bytes) in every_format(&quarters(40, 30)) {
        bytes.extend([0; 513]);
        assert!(decode(&bytes).is_ok(), "{name}");
    }
}

#[test]
fn bombs_are_refused_by_their_header_alone() {
    // A few bytes each, but 400 megapixels and more when believed.
    let png = raw_png((20_000, 20_000), 8, 2, &[], &[0; 16]);
    let mut bitmap = saved(quarters(8, 8), ImageFormat::Bmp);
    bitmap[18..22].copy_from_slice(&20_000_u32.to_le_bytes());
    bitmap[22..26].copy_from_slice(&20_000_u32.to_le_bytes());
    let mut jpeg = flat_jpeg(&[128, 128, 128]);
    let frame = jpeg.windows(2).position(|pair| pair == [0xFF, 0xC0]).unwrap();
    jpeg[frame + 5..frame + 9].copy_from_slice(&[0xFF, 0xFF, 0xFF, 0xFF]);
    let mut tiff = saved(quarters(8, 8), ImageFormat::Tiff);
    for tag in [[0x00_u8, 0x01], [0x01, 0x01]] {
        let table = u32::from_le_bytes(tiff[4..8].try_into().unwrap()) as usize;
        let at = (table + 2..).step_by(12).find(|&at| tiff[at..at + 2] == tag).unwrap();
        tiff[at + 2..at + 12].copy_from_slice(&[4, 0, 1, 0, 0, 0, 0x20, 0x4E, 0, 0]);
    }
    let mut webp = animated_webp(&quarters(8, 8));
    webp[24..30].copy_from_slice(&[0xFF, 0x3F, 0, 0xFF, 0x3F, 0]);
    for (name, bytes) in [("png", png), ("bmp", bitmap), ("jpeg", jpeg), ("tiff", tiff), ("webp", webp)] {
        assert_eq!(refused(&bytes), Code::PictureTooManyPixels, "{name}");
    }
}

#[test]
fn a_file_over_fifty_megabytes_is_refused_before_anything_is_read() {
    let mut bytes = encode_jpeg(&quarters(16, 16), 80).unwrap();
    bytes.resize(MAX_BYTES + 1, 0);
    assert_eq!(refused(&bytes), Code::PictureTooLarge);
    bytes.truncate(MAX_BYTES);
    assert!(decode(&bytes).is_ok());
}

#[test]
fn a_picture_without_a_single_pixel_is_refused() {
    assert_eq!(refused(&raw_png((0, 5), 8, 2, &[], &[0])), Code::PictureNotAnImage);
}

#[test]
fn the_smallest_picture_is_a_picture() {
    for (name, bytes) in every_format(&RgbImage::from_pixel(1, 1, Rgb([9, 90, 200]))) {
        let decoded = decode(&bytes).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!((decoded.width, decoded.height), (1, 1), "{name}");
    }
}

#[test]
fn each_format_is_known_by_its_bytes_and_gives_the_same_picture() {
    use PictureFormat::{Bmp, Jpeg, Png, Tiff, Webp};
    let picture = textured(40, 30);
    for ((name, bytes), format) in every_format(&picture).into_iter().zip([Jpeg, Png, Tiff, Webp, Bmp]) {
        let decoded = decode(&bytes).unwrap();
        assert_eq!(decoded.format, format, "{name}");
        if format != Jpeg {
            assert!(decoded.image == picture, "{name}");
        }
    }
}

#[test]
fn sixteen_bits_become_eight_and_grey_becomes_colour() {
    let deep = ImageBuffer::from_pixel(6, 4, Rgb([0xFFFF_u16, 0x8080, 0]));
    let deep_grey = ImageBuffer::from_pixel(6, 4, Luma([0x8080_u16]));
    let grey = ImageBuffer::from_pixel(6, 4, Luma([77_u8]));
    assert_eq!(decode(&saved(deep, ImageFormat::Png)).unwrap().image.get_pixel(2, 2).0, [255, 128, 0]);
    assert_eq!(decode(&saved(deep_grey, ImageFormat::Png)).unwrap().image.get_pixel(2, 2).0, [128; 3]);
    assert_eq!(decode(&saved(grey, ImageFormat::Png)).unwrap().image.get_pixel(2, 2).0, [77; 3]);
    assert_eq!(decode(&flat_jpeg(&[77])).unwrap().image.get_pixel(2, 2).0, [77; 3]);
}

#[test]
fn transparent_places_become_white_paper() {
    let clear = ImageBuffer::from_pixel(6, 4, Rgba([10_u8, 20, 30, 0]));
    let half = ImageBuffer::from_pixel(6, 4, LumaA([0_u8, 128]));
    assert_eq!(decode(&saved(clear.clone(), ImageFormat::Png)).unwrap().image.get_pixel(1, 1).0, [255; 3]);
    assert_eq!(decode(&saved(clear, ImageFormat::WebP)).unwrap().image.get_pixel(1, 1).0, [255; 3]);
    assert_eq!(decode(&saved(half, ImageFormat::Png)).unwrap().image.get_pixel(1, 1).0, [127; 3]);
}

#[test]
fn a_palette_is_looked_up() {
    let palette = png_chunk(b"PLTE", &[200, 0, 0, 0, 200, 0]);
    // Two rows of eight pixels, one bit each: first all zeros, then all ones.
    let decoded = decode(&raw_png((8, 2), 1, 3, &palette, &[0, 0x00, 0, 0xFF])).unwrap();
    assert_eq!(decoded.image.get_pixel(3, 0).0, [200, 0, 0]);
    assert_eq!(decoded.image.get_pixel(3, 1).0, [0, 200, 0]);
}

#[test]
fn the_inks_of_a_print_program_become_colours() {
    // Inverted CMYK, as such programs write it: no cyan, full magenta, full yellow, no black is red.
    let decoded = decode(&flat_jpeg(&[255, 1, 1, 255])).unwrap();
    let [red, green, blue] = decoded.image.get_pixel(4, 4).0;
    assert!(red > 240 && green < 15 && blue < 15, "{red} {green} {blue}");
}

#[test]
fn an_animation_shows_its_first_frame() {
    let picture = quarters(32, 24);
    assert!(decode(&animated_webp(&picture)).unwrap().image == picture);
    assert!(decode(&animated_png(&picture)).unwrap().image == picture);
}
