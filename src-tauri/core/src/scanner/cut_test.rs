//! Cuts of a page whose pixels tell where they lie.

use super::*;
use crate::scanner::Mode;

/// Every pixel tells where it lies: red across, green down.
fn page(width: u32, height: u32) -> Page {
    let pixels =
        (0..height).flat_map(|y| (0..width).flat_map(move |x| [(x / 4) as u8, (y / 4) as u8, 7])).collect();
    Page::new(width, height, Mode::Warna, 254, pixels).unwrap()
}

const fn rectangle(left: f32, top: f32, right: f32, bottom: f32) -> Quad {
    [[left, top], [right, top], [right, bottom], [left, bottom]]
}

fn pixel(page: &Page, x: u32, y: u32) -> [u8; 3] {
    let at = ((y * page.width + x) * 3) as usize;
    page.pixels[at..at + 3].try_into().unwrap()
}

#[test]
fn a_card_is_cut_with_a_small_margin_and_its_corners_stay_on_it() {
    let cut = page(900, 700).cut(rectangle(200.0, 100.0, 500.0, 300.0), 0).unwrap();
    assert_eq!((cut.page.width, cut.page.height), (380, 280), "4 mm at 254 dpi are 40 pixels");
    assert_eq!(cut.corners, rectangle(40.0, 40.0, 340.0, 240.0));
    assert_eq!(pixel(&cut.page, 40, 40), [50, 25, 7]);
    assert_eq!(cut.page.dpi, 254);
}

#[test]
fn at_the_edge_the_margin_ends_with_the_page() {
    let cut = page(900, 700).cut(rectangle(0.0, 0.0, 900.0, 700.0), 0).unwrap();
    assert_eq!((cut.page.width, cut.page.height), (900, 700));
    assert_eq!(cut.corners, rectangle(0.0, 0.0, 900.0, 700.0));
    let beyond = page(900, 700).cut(rectangle(-4.0, -4.0, 300.0, 200.0), 0).unwrap();
    assert_eq!((beyond.page.width, beyond.page.height), (340, 240));
    assert_eq!(beyond.corners[0], [-4.0, -4.0]);
}

#[test]
fn a_card_that_lay_turned_is_the_same_part_of_the_glass() {
    let whole = page(900, 700);
    // The same card on the glass, 300 x 200 from (200, 100), as its corners are seen after each turn.
    for (turns, seen) in [
        (1, rectangle(400.0, 200.0, 600.0, 500.0)),
        (2, rectangle(400.0, 400.0, 700.0, 600.0)),
        (3, rectangle(100.0, 400.0, 300.0, 700.0)),
    ] {
        let cut = whole.cut(seen, turns).unwrap();
        let upright = whole.cut(rectangle(200.0, 100.0, 500.0, 300.0), 0).unwrap();
        assert!(cut.page == upright.page, "{turns} turns");
        let size = if turns == 2 { (300.0, 200.0) } else { (200.0, 300.0) };
        assert_eq!(cut.corners, rectangle(40.0, 40.0, 40.0 + size.0, 40.0 + size.1), "{turns} turns");
    }
}

#[test]
fn of_another_card_beside_one_that_lies_askew_nothing_is_kept() {
    let whole = page(900, 700);
    let askew: Quad = [[200.0, 200.0], [480.0, 300.0], [410.0, 480.0], [130.0, 380.0]];
    for (turns, seen) in [
        (0, askew),
        (1, askew.map(|[x, y]| [700.0 - y, x])),
        (2, askew.map(|[x, y]| [900.0 - x, 700.0 - y])),
        (3, askew.map(|[x, y]| [y, 900.0 - x])),
    ] {
        let cut = whole.cut(seen, turns).unwrap().page;
        let (right, bottom) = (cut.width - 1, cut.height - 1);
        for [x, y] in [[0, 0], [right, 0], [0, bottom], [right, bottom]] {
            assert_eq!(pixel(&cut, x, y), [255; 3], "{turns} turns, {x} {y}");
        }
        let kept = cut.pixels.chunks_exact(3).filter(|pixel| pixel[2] == 7).count() as f32;
        // The card, and a band of 40 pixels around it.
        let (long, short) = (280.0_f32.hypot(100.0), 70.0_f32.hypot(180.0));
        assert!((kept / ((long + 80.0) * (short + 80.0)) - 1.0).abs() < 0.03, "{turns} turns, {kept}");
    }
}

#[test]
fn a_grey_page_is_cut_as_well() {
    let grey = Page::new(100, 80, Mode::Abu, 150, (0..8000u32).map(|at| (at % 100) as u8).collect()).unwrap();
    let cut = grey.cut(rectangle(40.0, 30.0, 70.0, 60.0), 0).unwrap();
    assert_eq!(cut.page.pixels[0], 16, "24 pixels to the left of the corner");
    assert_eq!(cut.page.mode, Mode::Abu);
}

#[test]
fn corners_that_frame_nothing_are_refused_with_a_sentence() {
    let whole = page(900, 700);
    for corners in [
        rectangle(200.0, 100.0, 201.0, 300.0),
        rectangle(500.0, 100.0, 200.0, 300.0),
        rectangle(200.0, 100.0, 5000.0, 300.0),
        rectangle(f32::NAN, 100.0, 500.0, 300.0),
        rectangle(f32::INFINITY, 100.0, 500.0, 300.0),
    ] {
        assert_eq!(whole.cut(corners, 0).unwrap_err().code, Code::InvalidInput, "{corners:?}");
    }
    // In the page as it was turned they lie beyond it.
    assert!(whole.cut(rectangle(750.0, 100.0, 890.0, 300.0), 1).is_err());
}
