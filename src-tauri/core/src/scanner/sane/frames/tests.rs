//! Frames as devices send them, and as broken ones do.

use super::*;

/// Two lines of three pixels.
fn frame(holds: Holds, depth: usize, bytes_per_line: usize, data: &[u8]) -> Frame {
    Frame { holds, bytes_per_line, pixels_per_line: 3, lines: Some(2), depth, data: data.to_vec() }
}

fn pixels(frames: &[Frame]) -> Result<(u32, u32, Mode, Vec<u8>), Trouble> {
    page_of(frames, 300, false).map(|page| (page.width, page.height, page.mode, page.pixels.clone()))
}

#[test]
fn one_frame_of_grey_or_of_colours_is_the_page() {
    let gray = frame(Holds::Gray, 8, 3, &[1, 2, 3, 4, 5, 6]);
    assert_eq!(pixels(&[gray]), Ok((3, 2, Mode::Abu, vec![1, 2, 3, 4, 5, 6])));
    let rgb: Vec<u8> = (1..=18).collect();
    assert_eq!(pixels(&[frame(Holds::Rgb, 8, 9, &rgb)]), Ok((3, 2, Mode::Warna, rgb)));
}

#[test]
fn three_passes_in_any_order_are_one_page() {
    let pass = |holds, from: u8| frame(holds, 8, 3, &(from..from + 6).collect::<Vec<_>>());
    let passes = [pass(Holds::Red, 10), pass(Holds::Green, 20), pass(Holds::Blue, 30)];
    let expected = vec![10, 20, 30, 11, 21, 31, 12, 22, 32, 13, 23, 33, 14, 24, 34, 15, 25, 35];
    for order in [[0, 1, 2], [2, 0, 1], [1, 2, 0]] {
        let frames = order.map(|at| passes[at].clone());
        assert_eq!(pixels(&frames), Ok((3, 2, Mode::Warna, expected.clone())));
    }
}

#[test]
fn bits_and_words_become_bytes_and_padding_is_left_out() {
    let bits = frame(Holds::Gray, 1, 2, &[0b0100_0000, 0xff, 0b1010_0000, 0xff]);
    assert_eq!(pixels(&[bits]), Ok((3, 2, Mode::Abu, vec![255, 0, 255, 0, 255, 0])));
    let words: Vec<u8> = [0x0102_u16, 0x0304, 0x0506, 0xff00, 0x00ff, 0x8000]
        .iter()
        .flat_map(|word| word.to_ne_bytes())
        .collect();
    assert_eq!(
        pixels(&[frame(Holds::Gray, 16, 6, &words)]),
        Ok((3, 2, Mode::Abu, vec![0x01, 0x03, 0x05, 0xff, 0x00, 0x80]))
    );
    let padded = frame(Holds::Gray, 8, 5, &[1, 2, 3, 9, 9, 4, 5, 6, 9, 9]);
    assert_eq!(pixels(&[padded]), Ok((3, 2, Mode::Abu, vec![1, 2, 3, 4, 5, 6])));
}

#[test]
fn a_device_that_does_not_know_its_lines_ends_where_it_ends() {
    let mut unknown = frame(Holds::Gray, 8, 3, &[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    unknown.lines = None;
    assert_eq!(pixels(&[unknown]), Ok((3, 3, Mode::Abu, (1..=9).collect())));
}

#[test]
fn a_page_that_broke_off_is_no_page() {
    let gray = |data: &[u8]| frame(Holds::Gray, 8, 3, data);
    assert_eq!(pixels(&[gray(&[1, 2, 3, 4, 5])]), Err(Trouble::Terputus));
    let short = page_of(&[gray(&[1, 2, 3, 4, 5])], 300, true).map(|page| (page.height, page.pixels.clone()));
    assert_eq!(short, Ok((1, vec![1, 2, 3])), "of a feeder what came is the page");
    assert!(page_of(&[gray(&[1, 2])], 300, true).is_err(), "no line is no page");
    assert_eq!(pixels(&[]), Err(Trouble::Terputus));
    let whole: Vec<u8> = (0..6).collect();
    let two = [frame(Holds::Red, 8, 3, &whole), frame(Holds::Green, 8, 3, &whole)];
    assert_eq!(pixels(&two), Err(Trouble::Terputus), "blue is missing");
    let mut empty = gray(&[]);
    empty.lines = None;
    assert_eq!(pixels(&[empty]), Err(Trouble::Terputus), "nothing came");
}

#[test]
fn numbers_that_no_original_has_are_refused() {
    let sound = frame(Holds::Rgb, 8, 9, &[]);
    assert!(sound.is_sound());
    let wrong = |change: fn(&mut Frame)| {
        let mut frame = sound.clone();
        change(&mut frame);
        frame
    };
    for frame in [
        wrong(|frame| frame.bytes_per_line = 8),
        wrong(|frame| frame.pixels_per_line = 0),
        wrong(|frame| frame.depth = 0),
        wrong(|frame| frame.depth = 12),
        wrong(|frame| frame.lines = Some(0)),
        wrong(|frame| frame.lines = Some(1 << 40)),
        wrong(|frame| frame.pixels_per_line = 1 << 20),
    ] {
        assert!(!frame.is_sound(), "{frame:?}");
    }
    assert_eq!([-1, 5, 99].map(Holds::of), [None, None, None]);
}
