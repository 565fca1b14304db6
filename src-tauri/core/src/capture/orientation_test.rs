//! The eight ways to hold a camera, each on a picture whose four quarters are known.

use image::ImageFormat;

use super::fixtures::{QUARTERS, exif_chunk, png_chunk, quarters, saved, with_exif};
use super::{Taken, TurnedBy, decode, encode_jpeg, rotate};
use crate::document::DocumentKind;

/// For each EXIF orientation: which stored quarter (0 top left, then clockwise) must be seen at the top left,
/// top right, bottom right and bottom left, and whether width and height change places.
/// EXIF 2.32, table 4: the tag says where the stored row 0 and column 0 are seen.
const SEEN: [(u16, [usize; 4], bool); 8] = [
    (1, [0, 1, 2, 3], false),
    (2, [1, 0, 3, 2], false),
    (3, [2, 3, 0, 1], false),
    (4, [3, 2, 1, 0], false),
    (5, [0, 3, 2, 1], true),
    (6, [3, 0, 1, 2], true),
    (7, [2, 1, 0, 3], true),
    (8, [1, 2, 3, 0], true),
];

fn seen_quarters(image: &image::RgbImage) -> [usize; 4] {
    let (width, height) = image.dimensions();
    let places = [(1, 1), (3, 1), (3, 3), (1, 3)];
    places.map(|(x, y)| {
        let pixel = image.get_pixel(width * x / 4, height * y / 4).0;
        let far = |quarter: &[u8; 3]| pixel.iter().zip(quarter).map(|(a, b)| a.abs_diff(*b)).max().unwrap();
        QUARTERS.iter().position(|quarter| far(quarter) < 40).expect("a colour of the marked picture")
    })
}

#[test]
fn each_exif_orientation_is_turned_upright() {
    let stored = encode_jpeg(&quarters(96, 64), 95).unwrap();
    for (orientation, seen, swapped) in SEEN {
        let decoded = decode(&with_exif(&stored, &exif_chunk(orientation))).unwrap();
        assert_eq!(seen_quarters(&decoded.image), seen, "orientation {orientation}");
        let expected = if swapped { (64, 96) } else { (96, 64) };
        assert_eq!((decoded.width, decoded.height), expected, "orientation {orientation}");
    }
}

#[test]
fn an_orientation_outside_one_to_eight_leaves_the_picture_as_stored() {
    let stored = encode_jpeg(&quarters(96, 64), 95).unwrap();
    for orientation in [0, 9, 255, 65535] {
        let decoded = decode(&with_exif(&stored, &exif_chunk(orientation))).unwrap();
        assert_eq!(seen_quarters(&decoded.image), [0, 1, 2, 3], "orientation {orientation}");
    }
}

#[test]
fn damaged_exif_does_not_cost_the_picture() {
    let stored = encode_jpeg(&quarters(96, 64), 95).unwrap();
    let chunk = exif_chunk(6);
    for end in 0..chunk.len() {
        decode(&with_exif(&stored, &chunk[..end])).unwrap();
    }
}

#[test]
fn a_png_is_turned_by_its_exif_too() {
    let mut bytes = saved(quarters(96, 64), ImageFormat::Png);
    bytes.splice(33..33, png_chunk(b"eXIf", &exif_chunk(6)));
    let decoded = decode(&bytes).unwrap();
    assert_eq!(seen_quarters(&decoded.image), [3, 0, 1, 2]);
}

#[test]
fn a_picture_is_filed_with_its_size_after_the_turn() {
    let stored = encode_jpeg(&quarters(96, 64), 95).unwrap();
    let taken = Taken::check(DocumentKind::Ktp, with_exif(&stored, &exif_chunk(8))).unwrap();
    assert_eq!((taken.framing().width, taken.framing().height), (64, 96));
}

#[test]
fn quarter_turns_add_up_clockwise() {
    for (turns, seen) in
        [(0, [0, 1, 2, 3]), (1, [3, 0, 1, 2]), (2, [2, 3, 0, 1]), (3, [1, 2, 3, 0]), (4, [0, 1, 2, 3])]
    {
        assert_eq!(seen_quarters(&rotate(quarters(96, 64), TurnedBy::quarters(turns))), seen, "{turns}");
    }
}
