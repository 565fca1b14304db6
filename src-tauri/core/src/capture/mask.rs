//! Hiding what a copy may not show: agama, status perkawinan, pekerjaan, golongan darah.
//!
//! Those four are never data of Loket and are masked in every copy that leaves (data
//! minimisation, UU PDP 27/2022; procedure 3.5). The sealed original keeps them.

use image::{Rgb, RgbImage};
use serde::{Deserialize, Serialize};

/// A rectangle in pixels of the rectified card.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rect {
    pub x: u32,
    pub y: u32,
    pub width: u32,
    pub height: u32,
}

/// Where the four values stand on a KTP-el straightened to 1011x638: golongan darah alone, and
/// the three rows agama, status perkawinan and pekerjaan together.
///
/// Approximate: measured on the layout of the specimen cards, with room for corners dragged a
/// few pixels off, and meant for cards cropped by hand until rows are found on the picture itself.
/// The neighbouring rows (Kecamatan above, Kewarganegaraan below) stay readable.
pub const KTP_SENSITIVE_ROWS: [Rect; 2] =
    [Rect { x: 684, y: 247, width: 88, height: 36 }, Rect { x: 252, y: 427, width: 506, height: 112 }];

const PAPER: Rgb<u8> = Rgb([226, 229, 233]);
const HATCH: Rgb<u8> = Rgb([146, 153, 163]);
/// Every sixteenth diagonal, five pixels wide: visible as intended, also on a grey print.
const PERIOD: u32 = 16;
const LINE: u32 = 5;

/// Covers the rectangles with an opaque hatch. Nothing of the pixels below survives.
pub fn mask_sensitive(card: &mut RgbImage, rects: &[Rect]) {
    let (width, height) = card.dimensions();
    for rect in rects {
        for y in rect.y.min(height)..rect.y.saturating_add(rect.height).min(height) {
            for x in rect.x.min(width)..rect.x.saturating_add(rect.width).min(width) {
                let on_line = (x + y) % PERIOD < LINE;
                card.put_pixel(x, y, if on_line { HATCH } else { PAPER });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::specimen::{KtpCard, scenario};

    #[test]
    fn nothing_below_the_mask_survives_and_nothing_beside_it_changes() {
        let rect = Rect { x: 10, y: 10, width: 20, height: 10 };
        let (mut first, mut second) =
            (RgbImage::from_pixel(50, 40, Rgb([255, 0, 0])), RgbImage::from_pixel(50, 40, Rgb([255, 0, 0])));
        for x in 10..30 {
            second.put_pixel(x, 15, Rgb([0, 0, 0]));
        }
        mask_sensitive(&mut first, &[rect]);
        mask_sensitive(&mut second, &[rect]);
        assert!(first == second);
        assert_eq!(first.pixels().filter(|pixel| pixel.0 == [255, 0, 0]).count(), 50 * 40 - 200);
    }

    #[test]
    fn a_rectangle_outside_or_beyond_the_card_does_no_harm() {
        let mut card = RgbImage::new(30, 20);
        let before = card.clone();
        mask_sensitive(&mut card, &[Rect { x: 500, y: 500, width: 9, height: 9 }]);
        assert!(card == before);
        mask_sensitive(&mut card, &[Rect { x: 0, y: 0, width: u32::MAX, height: u32::MAX }]);
        assert!(card.pixels().all(|pixel| *pixel == PAPER || *pixel == HATCH));
    }

    /// What a hand may be off by when it drags a corner under the loupe.
    const SLIP: [(i64, i64); 5] = [(0, 0), (5, 5), (-5, 5), (5, -5), (-5, -5)];

    fn differing(a: &RgbImage, b: &RgbImage) -> usize {
        a.pixels().zip(b.pixels()).filter(|(a, b)| a != b).count()
    }

    #[test]
    fn the_four_values_of_a_ktp_are_gone_even_when_the_crop_slipped_and_its_neighbours_stay() {
        let plain = scenario("S-01").unwrap().ktp;
        let mut bare = plain.clone();
        bare.golongan_darah.clear();
        bare.agama.clear();
        bare.status_perkawinan.clear();
        bare.pekerjaan.clear();
        let full = KtpCard {
            golongan_darah: "AB+".to_owned(),
            agama: "KEPERCAYAAN TERHADAP TUHAN YME".to_owned(),
            status_perkawinan: "CERAI HIDUP".to_owned(),
            pekerjaan: "KARYAWAN SWASTA".to_owned(),
            ..plain
        };
        let neighbours =
            KtpCard { kecamatan: "SUBAH".to_owned(), kewarganegaraan: "WNA".to_owned(), ..bare.clone() };
        let [bare, full, neighbours] = [bare, full, neighbours].map(|card| card.draw().unwrap());
        for (dx, dy) in SLIP {
            let moved = |value: u32, by: i64| u32::try_from(i64::from(value) + by).unwrap();
            let rects =
                KTP_SENSITIVE_ROWS.map(|rect| Rect { x: moved(rect.x, dx), y: moved(rect.y, dy), ..rect });
            let masked = |card: &RgbImage| {
                let mut copy = card.clone();
                mask_sensitive(&mut copy, &rects);
                copy
            };
            assert!(masked(&bare) == masked(&full), "slip {dx} {dy}");
            let kept = differing(&masked(&neighbours), &masked(&bare));
            assert_eq!(kept, differing(&neighbours, &bare), "slip {dx} {dy}");
        }
    }
}
