//! Fotokopi: true size, untouched pixels, a mark that stays off the data.

use image::codecs::jpeg::JpegEncoder;
use image::{ExtendedColorType, Rgba, RgbaImage};
use lopdf::Document;

use super::{numbers, operations, page_texts, samples, words_of};
use crate::error::Code;
use crate::pdf::*;

/// 300 dpi: about twelve pixels to the millimetre.
const WIDTH: u32 = 2480;
const PIXELS_PER_MM: f32 = WIDTH as f32 / 210.0;

/// How far a printed length may be off (millimetres).
const TOLERANCE: f32 = 0.3;

fn pale_card() -> Vec<u8> {
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, 90)
        .encode(&vec![200_u8; 1011 * 638 * 3], 1011, 638, ExtendedColorType::Rgb8)
        .unwrap();
    bytes
}

fn pale_copy(kept_free: Vec<KeptFree>) -> RgbaImage {
    let card = CopiedCard { jpeg: pale_card(), kept_free, ..CopiedCard::default() };
    let copy = Fotokopi { cards: vec![card], ..samples::fotokopi() };
    render_page(&render_fotokopi(&copy).unwrap(), 0, WIDTH).unwrap()
}

fn pixel(millimetres: f32) -> u32 {
    (millimetres * PIXELS_PER_MM).round() as u32
}

/// Where the card begins and ends between two places of a line, in millimetres.
fn extent(from: f32, to: f32, is_card: impl Fn(u32) -> bool) -> (f32, f32) {
    let mut line = pixel(from)..pixel(to);
    let first = line.find(|&at| is_card(at)).unwrap();
    let last = line.rev().find(|&at| is_card(at)).unwrap();
    (first as f32 / PIXELS_PER_MM, (last + 1) as f32 / PIXELS_PER_MM)
}

/// The card is about (200, 200, 200), or reddish where the mark lies; paper is white.
fn is_card(pixel: &Rgba<u8>) -> bool {
    pixel.0[1] < 215 && pixel.0[0] > 150
}

fn is_marked(pixel: &Rgba<u8>) -> bool {
    i16::from(pixel.0[0]) - i16::from(pixel.0[1]) > 25
}

#[test]
fn every_card_is_placed_at_its_true_size() {
    let pdf = render_fotokopi(&samples::fotokopi()).unwrap();
    let operations = operations(&pdf, 1);
    let placed: Vec<_> =
        operations.windows(2).filter(|pair| pair[1].0 == "Do").map(|pair| numbers(&pair[0].1)).collect();
    assert_eq!(placed.len(), 2);
    for matrix in placed {
        let millimetres = |points: f32| points * 25.4 / 72.0;
        assert!((millimetres(matrix[0]) - 85.6).abs() < 0.01, "{matrix:?}");
        assert!((millimetres(matrix[3]) - 54.0).abs() < 0.01, "{matrix:?}");
        assert_eq!((matrix[1], matrix[2]), (0.0, 0.0));
    }
}

#[test]
fn the_card_measures_85_6_by_54_millimetres_on_the_page() {
    let page = pale_copy(Vec::new());
    let (left, right) = extent(20.0, 190.0, |x| is_card(page.get_pixel(x, pixel(82.0))));
    assert!((right - left - 85.6).abs() < TOLERANCE, "{left} to {right}");
    let (top, bottom) = extent(40.0, 112.0, |y| is_card(page.get_pixel(pixel(105.0), y)));
    assert!((bottom - top - 54.0).abs() < TOLERANCE, "{top} to {bottom}");
}

#[test]
fn the_ruler_measures_50_millimetres_on_the_page() {
    let page = pale_copy(Vec::new());
    let dark = |x: u32, y: u32| page.get_pixel(x, y).0[0] < 110;
    // The longest unbroken dark stretch above the foot, left of the signature.
    let longest = (pixel(230.0)..pixel(262.0))
        .map(|y| {
            let row: Vec<bool> = (0..pixel(100.0)).map(|x| dark(x, y)).collect();
            row.split(|dark| !dark).map(<[bool]>::len).max().unwrap()
        })
        .max()
        .unwrap() as f32
        / PIXELS_PER_MM;
    assert!((longest - 50.0).abs() < TOLERANCE, "{longest}");
    assert!(words_of(&render_fotokopi(&samples::fotokopi()).unwrap()).contains("Garis ini harus 50 mm."));
}

#[test]
fn the_mark_covers_the_card_but_not_what_is_kept_free() {
    let photo = KeptFree { left: 60.0, top: 10.0, width: 20.0, height: 26.0 };
    // Overlaps the photo: two holes must not close each other.
    let nik = KeptFree { left: 5.0, top: 12.0, width: 60.0, height: 7.0 };
    let beyond = KeptFree { left: 80.0, top: 45.0, width: 30.0, height: 30.0 };
    let page = pale_copy(vec![photo, nik, beyond]);
    let (card_left, card_top) = ((210.0 - 85.6) / 2.0, 55.0);
    let (mut marked, mut open) = (0, 0);
    for y in 1..530_u16 {
        for x in 1..850_u16 {
            let (x, y) = (f32::from(x) / 10.0, f32::from(y) / 10.0);
            let inside = |area: &KeptFree| {
                // A pixel of softness at the edge of a hole is not a letter over data.
                (area.left + 0.2..area.left + area.width - 0.2).contains(&x)
                    && (area.top + 0.2..area.top + area.height - 0.2).contains(&y)
            };
            let red = is_marked(page.get_pixel(pixel(card_left + x), pixel(card_top + y)));
            if [photo, nik, beyond].iter().any(inside) {
                assert!(!red, "mark over data at {x} x {y} mm");
            } else {
                open += 1;
                marked += i32::from(red);
            }
        }
    }
    assert!(marked * 100 > open * 2, "{marked} of {open} places are marked");
}

#[test]
fn the_mark_rises_22_degrees_and_names_office_date_and_number() {
    let pdf = render_fotokopi(&samples::fotokopi()).unwrap();
    let slanted = operations(&pdf, 1)
        .into_iter()
        .filter(|(operator, operands)| operator == "Tm" && numbers(operands)[1] > 0.0)
        .map(|(_, operands)| numbers(&operands)[1].atan2(numbers(&operands)[0]).to_degrees());
    let angles: Vec<_> = slanted.collect();
    assert!(angles.len() >= 10 && angles.iter().all(|angle| (angle - 22.0).abs() < 0.1), "{angles:?}");
    let sentence =
        "SALINAN - HANYA UNTUK VERIFIKASI AKUN SPSE - LPSE KABUPATEN CONTOH - 23-11-2026 - 2026/0412";
    assert!(words_of(&pdf).contains(sentence));
}

#[test]
fn the_picture_in_the_file_is_the_picture_that_was_given() {
    let given = samples::card_jpeg();
    let pdf = render_fotokopi(&samples::fotokopi()).unwrap();
    let document = Document::load_mem(&pdf).unwrap();
    let pictures: Vec<_> = document
        .objects
        .values()
        .filter_map(|object| object.as_stream().ok())
        .filter(|stream| {
            stream.dict.get(b"Filter").is_ok_and(|filter| filter.as_name().unwrap() == b"DCTDecode")
        })
        .collect();
    assert_eq!(pictures.len(), 2);
    assert!(pictures.iter().all(|picture| picture.content == given));
}

#[test]
fn a_third_card_goes_to_a_second_page_with_its_own_ruler() {
    let mut copy = samples::fotokopi();
    copy.cards.push(CopiedCard {
        jpeg: pale_card(),
        caption: "KTP penerima kuasa".into(),
        ..CopiedCard::default()
    });
    let texts = page_texts(&render_fotokopi(&copy).unwrap());
    assert_eq!(texts.len(), 2);
    for text in &texts {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(text.contains("Garis ini harus 50 mm.") && text.contains("Fotokopi KTP dan NPWP"), "{text}");
    }
}

#[test]
fn areas_given_in_pixels_of_the_card_are_the_same_in_millimetres() {
    let area = KeptFree::from_pixels((0.0, 0.0, 1011.0, 319.0), (1011, 638));
    assert_eq!((area.width, area.height), (85.6, 27.0));
}

#[test]
fn a_copy_that_would_leave_unmarked_or_unreadable_is_refused() {
    let whole = KeptFree { left: 0.0, top: 0.0, width: 85.6, height: 54.0 };
    let jpeg = samples::card_jpeg();
    let mut four_colors = jpeg.clone();
    let frame = jpeg.windows(2).position(|pair| pair == [0xFF, 0xC0]).unwrap();
    four_colors[frame + 9] = 4;
    let cases = [
        ("kept free everywhere", jpeg.clone(), vec![whole], Code::InvalidInput),
        ("not an image", b"%PDF-1.7".to_vec(), vec![], Code::PictureNotAnImage),
        ("nothing", Vec::new(), vec![], Code::PictureNotAnImage),
        ("cut off", jpeg[..jpeg.len() / 2].to_vec(), vec![], Code::PictureTruncated),
        ("only both ends", vec![0xFF, 0xD8, 0xFF, 0xD9], vec![], Code::PictureTruncated),
        ("segment beyond the end", vec![0xFF, 0xD8, 0xFF, 0xE0, 0xFF, 0xD9], vec![], Code::PictureTruncated),
        ("out of step", vec![0xFF, 0xD8, 0x00, 0x00, 0xFF, 0xD9], vec![], Code::PictureNotAnImage),
        ("four colours", four_colors, vec![], Code::PictureNotAnImage),
    ];
    for (case, jpeg, kept_free, code) in cases {
        let cards = vec![CopiedCard { jpeg, kept_free, ..CopiedCard::default() }];
        let refused = render_fotokopi(&Fotokopi { cards, ..samples::fotokopi() }).unwrap_err();
        assert_eq!(refused.code, code, "{case}");
    }
    let none = render_fotokopi(&Fotokopi { cards: Vec::new(), ..samples::fotokopi() });
    assert_eq!(none.unwrap_err().code, Code::InvalidInput);
}
