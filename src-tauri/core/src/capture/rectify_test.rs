//! Straightening is judged against the flat card that was photographed.

use super::*;
use crate::capture::fixtures::{QUARTERS, quarters};
use crate::specimen::{place_on_desk, scenario};

/// Mean difference per channel, of 255, that light, noise and resampling of a drawn 1080p photograph may cost.
const TOLERANCE: f64 = 12.0;

/// A card placed wrongly by about its own stroke width differs by more than this.
const CLEARLY_WRONG: f64 = 20.0;

fn mean_difference(a: &RgbImage, b: &RgbImage) -> f64 {
    assert_eq!(a.dimensions(), b.dimensions());
    let sum: u64 = a.as_raw().iter().zip(b.as_raw()).map(|(a, b)| u64::from(a.abs_diff(*b))).sum();
    sum as f64 / a.as_raw().len() as f64
}

fn whole(width: f32, height: f32) -> Quad {
    [[0.0, 0.0], [width, 0.0], [width, height], [0.0, height]]
}

#[test]
fn a_photographed_card_comes_back_flat_and_wrong_corners_would_show() {
    let card = scenario("S-01").unwrap().ktp.draw().unwrap();
    let photo = place_on_desk(&card, 1, (1280, 720)).unwrap();
    let flat = rectify(&photo.image, photo.corners, TurnedBy::default()).unwrap();
    let difference = mean_difference(&flat, &card);
    assert!(difference < TOLERANCE, "{difference:.2}");
    let off = photo.corners.map(|[x, y]| [x + 9.0, y + 7.0]);
    let difference = mean_difference(&rectify(&photo.image, off, TurnedBy::default()).unwrap(), &card);
    assert!(difference > CLEARLY_WRONG, "corners off: {difference:.2}");
}

#[test]
fn the_whole_of_a_card_sized_picture_is_that_picture() {
    let card = scenario("S-02").unwrap().npwp.draw().unwrap();
    let same = rectify(&card, whole(1011.0, 638.0), TurnedBy::default()).unwrap();
    assert!(mean_difference(&same, &card) < 0.01);
}

#[test]
fn quarter_turns_bring_the_marked_corner_to_the_top_left() {
    let corners = whole(300.0, 200.0);
    for turns in 0..4_u8 {
        let moved = turned(corners, TurnedBy::quarters(turns));
        assert_eq!(moved[0], corners[usize::from(4 - turns) % 4], "{turns}");
    }
    let card = rectify(&quarters(300, 200), corners, TurnedBy::quarters(1)).unwrap();
    assert_eq!(card.get_pixel(100, 60).0, QUARTERS[3]);
}

#[test]
fn fine_stripes_shrink_to_an_even_grey() {
    // One black and one white column in turn, seven times as many as the card has room for.
    let stripes = RgbImage::from_fn(7077, 600, |x, _| image::Rgb([if x % 2 == 0 { 0 } else { 255 }; 3]));
    let card = rectify(&stripes, whole(7077.0, 600.0), TurnedBy::default()).unwrap();
    let (low, high) =
        card.pixels().fold((255, 0), |(low, high), pixel| (low.min(pixel.0[0]), high.max(pixel.0[0])));
    assert!(high - low <= 8, "{low}..{high}");
}

#[test]
fn corners_that_cannot_be_a_card_are_refused_with_the_reason() {
    let picture = RgbImage::new(1000, 700);
    let good: Quad = [[100.0, 100.0], [900.0, 110.0], [890.0, 600.0], [110.0, 590.0]];
    assert!(rectify(&picture, good, TurnedBy::default()).is_ok());
    let [tl, tr, br, bl] = good;
    let bad: [(&str, Quad, &str); 10] = [
        ("mirrored order", [tr, tl, bl, br], "terbalik"),
        ("counter-clockwise", [tl, bl, br, tr], "terbalik"),
        ("crossed", [tl, br, tr, bl], "bersilangan"),
        ("dented", [tl, tr, [300.0, 220.0], bl], "menekuk"),
        ("on one line", [[100.0, 100.0], [300.0, 100.0], [500.0, 100.0], [700.0, 100.0]], "bersilangan"),
        ("one point", [tl; 4], "berdekatan"),
        ("two in one place", [tl, tl, br, bl], "berdekatan"),
        ("far outside", [[-400.0, 100.0], tr, br, bl], "di luar"),
        ("no number", [[f32::NAN, 100.0], tr, br, bl], "di luar"),
        ("endless", [tl, [f32::INFINITY, 0.0], br, bl], "di luar"),
    ];
    for (name, corners, word) in bad {
        for refused in [
            rectify(&picture, corners, TurnedBy::default()).expect_err(name),
            rectify_page(&picture, corners, TurnedBy::quarters(1)).expect_err(name),
        ] {
            assert_eq!(refused.code, Code::InvalidInput, "{name}");
            assert!(refused.what_happened().contains(word), "{name}: {}", refused.what_happened());
        }
    }
}

#[test]
fn a_sliver_is_refused_as_too_flat() {
    let sliver = [[100.0, 300.0], [500.0, 260.0], [900.0, 300.0], [500.0, 340.0]];
    let refused = rectify(&RgbImage::new(1000, 700), sliver, TurnedBy::default()).unwrap_err();
    assert!(refused.what_happened().contains("pipih"));
}

#[test]
fn a_card_at_the_very_edge_may_have_a_corner_just_outside() {
    let corners = [[-20.0, -10.0], [900.0, 5.0], [905.0, 590.0], [-15.0, 600.0]];
    assert!(rectify(&quarters(1000, 700), corners, TurnedBy::default()).is_ok());
}

#[test]
fn a_picture_too_small_for_a_card_is_refused() {
    for (width, height) in [(0, 0), (1, 1), (10, 10)] {
        let corners = default_corners(width, height);
        assert!(rectify(&RgbImage::new(width, height), corners, TurnedBy::default()).is_err());
    }
}

#[test]
fn the_first_corners_are_a_card_in_the_middle_and_always_accepted() {
    for (width, height) in [(1920, 1080), (1080, 1920), (640, 480), (3000, 400), (100, 100)] {
        let corners = default_corners(width, height);
        let (across, down) = (corners[1][0] - corners[0][0], corners[3][1] - corners[0][1]);
        assert!((across / down - 1011.0 / 638.0).abs() < 0.01);
        assert!(
            corners.iter().all(|&[x, y]| x >= 0.0 && y >= 0.0 && x <= width as f32 && y <= height as f32)
        );
        assert!(check_corners(&corners, width, height).is_ok());
    }
}

#[test]
fn a_page_keeps_its_shape_and_nearly_a4_becomes_a4() {
    let none = TurnedBy::default();
    let page = |width, height, turn| {
        rectify_page(&quarters(width, height), whole(width as f32, height as f32), turn).unwrap().dimensions()
    };
    assert_eq!(page(250, 350, none), (247, 350));
    assert_eq!(page(350, 250, none), (350, 247));
    assert_eq!(page(350, 250, TurnedBy::quarters(1)), (247, 350));
    assert_eq!(page(150, 300, none), (150, 300));
    assert_eq!(page(200, 200, none), (200, 200));
}
