//! What each look lets through, judged on cards that differ only in what must be hidden.

use super::*;
use crate::capture::fixtures::{quarters, saved};
use crate::capture::{CARD_HEIGHT, CARD_WIDTH};
use crate::error::Code;
use crate::specimen::{KtpCard, scenario};

const CARD: [[f32; 2]; 4] = [[0.0, 0.0], [1011.0, 0.0], [1011.0, 638.0], [0.0, 638.0]];

/// The same KTP twice: as it is, and with other values in the four rows that are hidden.
fn two_cards() -> [RgbImage; 2] {
    let plain = scenario("S-01").unwrap().ktp;
    let other = KtpCard {
        golongan_darah: "AB".to_owned(),
        agama: "KEPERCAYAAN".to_owned(),
        status_perkawinan: "CERAI HIDUP".to_owned(),
        pekerjaan: "KARYAWAN SWASTA".to_owned(),
        ..plain.clone()
    };
    [plain, other].map(|card| card.draw().unwrap())
}

fn png(image: &RgbImage) -> Vec<u8> {
    saved(image.clone(), image::ImageFormat::Png)
}

fn framing(image: &RgbImage, kind: DocumentKind, corners: Option<[[f32; 2]; 4]>) -> Framing {
    Framing { kind, width: image.width(), height: image.height(), corners, quarter_turns: 0 }
}

fn seen(image: &RgbImage, framing: &Framing, variant: PictureVariant) -> RgbImage {
    decode(&shown(&png(image), framing, variant).unwrap()).unwrap().image
}

#[test]
fn what_is_hidden_on_a_framed_ktp_leaves_no_trace_in_thumb_or_card_and_stays_in_the_original() {
    let [one, other] = two_cards();
    for kind in [DocumentKind::Ktp, DocumentKind::KtpKuasa] {
        let framing = framing(&one, kind, Some(CARD));
        let both = |variant| (seen(&one, &framing, variant), seen(&other, &framing, variant));
        let (a, b) = both(PictureVariant::Card);
        assert!(a == b, "{kind:?}");
        let (a, b) = both(PictureVariant::Thumb);
        assert!(a == b, "{kind:?}");
        let (a, b) = both(PictureVariant::Original);
        assert!(a != b, "{kind:?}");
    }
}

#[test]
fn an_npwp_is_hatched_in_no_look() {
    let card = scenario("S-02").unwrap().npwp.draw().unwrap();
    let framing = framing(&card, DocumentKind::Npwp, Some(CARD));
    let whole = seen(&card, &framing, PictureVariant::Original);
    let straight = seen(&card, &framing, PictureVariant::Card);
    let sum: u64 = whole.as_raw().iter().zip(straight.as_raw()).map(|(a, b)| u64::from(a.abs_diff(*b))).sum();
    assert!(sum as f64 / (whole.as_raw().len() as f64) < 1.0, "the card is the picture");
}

#[test]
fn a_ktp_that_nothing_frames_is_too_coarse_to_read_as_a_thumb_and_whole_as_anything_else() {
    let photo = quarters(1920, 1080);
    let edges = [[0.0, 0.0], [1920.0, 0.0], [1920.0, 1080.0], [0.0, 1080.0]];
    for corners in [None, Some(edges)] {
        let framing = framing(&photo, DocumentKind::Ktp, corners);
        assert_eq!(seen(&photo, &framing, PictureVariant::Thumb).dimensions(), (72, 40));
        assert_eq!(seen(&photo, &framing, PictureVariant::Card).dimensions(), (1920, 1080));
    }
}

#[test]
fn a_page_keeps_its_shape_in_every_look_and_a_card_becomes_one() {
    let photo = quarters(900, 1200);
    let corners = Some([[50.0, 60.0], [850.0, 60.0], [850.0, 1160.0], [50.0, 1160.0]]);
    for kind in [DocumentKind::SuratKuasa, DocumentKind::Akta, DocumentKind::Nib, DocumentKind::Sppkp] {
        let page = framing(&photo, kind, corners);
        for variant in [PictureVariant::Thumb, PictureVariant::Card] {
            let (width, height) = seen(&photo, &page, variant).dimensions();
            let shape = height as f32 / width as f32;
            assert!((shape - std::f32::consts::SQRT_2).abs() < 0.02, "{kind:?} {variant:?}: {shape}");
        }
        let unmarked = framing(&photo, kind, None);
        assert_eq!(seen(&photo, &unmarked, PictureVariant::Thumb).dimensions(), (315, 420));
    }
    let card = framing(&photo, DocumentKind::Npwp, corners);
    assert_eq!(seen(&photo, &card, PictureVariant::Card).dimensions(), (CARD_WIDTH, CARD_HEIGHT));
    assert_eq!(seen(&photo, &card, PictureVariant::Thumb).dimensions(), (420, 265));
}

#[test]
fn a_whole_picture_is_shown_as_it_was_turned_and_the_original_as_it_was_taken() {
    let photo = quarters(600, 400);
    let edges = [[0.0, 0.0], [400.0, 0.0], [400.0, 600.0], [0.0, 600.0]];
    let turned = Framing { quarter_turns: 1, ..framing(&photo, DocumentKind::Npwp, Some(edges)) };
    assert_eq!(seen(&photo, &turned, PictureVariant::Card).dimensions(), (400, 600));
    assert_eq!(seen(&photo, &turned, PictureVariant::Thumb).dimensions(), (280, 420));
    assert_eq!(seen(&photo, &turned, PictureVariant::Original).dimensions(), (600, 400));
}

#[test]
fn corners_lie_in_the_picture_as_it_was_turned() {
    let photo = quarters(600, 400);
    // Turned clockwise, what lay bottom left lies top left.
    let corner = [[20.0, 20.0], [180.0, 20.0], [180.0, 280.0], [20.0, 280.0]];
    for (quarter_turns, from) in [(1, [20, 380]), (3, [580, 20])] {
        let turned = Framing { quarter_turns, ..framing(&photo, DocumentKind::Akta, Some(corner)) };
        let page = seen(&photo, &turned, PictureVariant::Card);
        let (seen, taken) = (page.get_pixel(40, 40), photo.get_pixel(from[0], from[1]));
        let away: u32 = seen.0.iter().zip(taken.0).map(|(a, b)| u32::from(a.abs_diff(b))).sum();
        assert!(away < 12, "{quarter_turns} turns: {seen:?} for {taken:?}");
    }
}

#[test]
fn the_thumb_kept_from_the_check_is_the_one_that_would_be_drawn() {
    let photo = quarters(1920, 1080);
    for kind in [DocumentKind::Ktp, DocumentKind::Npwp, DocumentKind::Akta] {
        let taken = Taken::check(kind, png(&photo)).unwrap();
        assert_eq!((taken.framing().width, taken.framing().height), (1920, 1080));
        let drawn = shown(taken.bytes(), taken.framing(), PictureVariant::Thumb).unwrap();
        assert!(**taken.thumb() == drawn, "{kind:?}");
    }
}

#[test]
fn what_is_no_whole_picture_is_never_taken() {
    let whole = png(&quarters(40, 30));
    for (bytes, code) in [
        (Vec::new(), Code::PictureNotAnImage),
        (b"%PDF-1.7".to_vec(), Code::PictureNotAnImage),
        (whole[..whole.len() / 2].to_vec(), Code::PictureTruncated),
    ] {
        assert_eq!(Taken::check(DocumentKind::Ktp, bytes).err().map(|error| error.code), Some(code));
    }
}
