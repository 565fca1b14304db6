//! KTP: the identity card, drawn with invented values.

use std::sync::OnceLock;

use image::RgbImage;

use super::canvas::{Canvas, Colour, Fonts, Point, Style};
use super::face;
use crate::capture::{CARD_HEIGHT, CARD_WIDTH};
use crate::error::Result;

/// Everything that is printed on the card, as it is printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KtpCard {
    pub provinsi: String,
    pub kabupaten: String,
    pub nik: String,
    pub nama: String,
    pub tempat_lahir: String,
    /// `05-08-1975`
    pub tanggal_lahir: String,
    /// `LAKI-LAKI` or `PEREMPUAN`
    pub jenis_kelamin: String,
    pub golongan_darah: String,
    pub alamat: String,
    pub rt_rw: String,
    pub kel_desa: String,
    pub kecamatan: String,
    pub agama: String,
    pub status_perkawinan: String,
    pub pekerjaan: String,
    pub kewarganegaraan: String,
    pub berlaku_hingga: String,
    pub tempat_terbit: String,
    pub tanggal_terbit: String,
    /// Positions (from 0) of NIK digits that a scratch has made unreadable (S-15).
    pub scratched_digits: Vec<usize>,
}

const INK: Colour = [22, 26, 32];
const LABEL_X: f32 = 38.0;
const COLON_X: f32 = 246.0;
const VALUE_X: f32 = 265.0;
/// Baseline of the first row (Nama) and the distance between rows.
const FIRST_ROW: f32 = 201.0;
const ROW: f32 = 36.5;
const NIK_BASELINE: f32 = 153.0;
const NIK_SIZE: f32 = 60.0;
const PHOTO: [Point; 2] = [[783.0, 128.0], [957.0, 398.0]];

impl KtpCard {
    /// Draws the card at 1011x638.
    pub fn draw(&self) -> Result<RgbImage> {
        let fonts = Fonts::load()?;
        static BLANK: OnceLock<RgbImage> = OnceLock::new();
        let mut canvas = Canvas::blank(&BLANK, paint_blank, &fonts);
        let bold = |size| Style { font: &fonts.bold, size, colour: INK };
        canvas.text_centred([505.0, 58.0], bold(38.0), &format!("PROVINSI {}", self.provinsi));
        canvas.text_centred([505.0, 97.0], bold(38.0), &self.kabupaten);
        canvas.text([LABEL_X, NIK_BASELINE], bold(42.0), "NIK");
        canvas.text([COLON_X - 22.0, NIK_BASELINE], bold(42.0), ":");
        let digits = Style { font: &fonts.digits, size: NIK_SIZE, colour: INK };
        canvas.text([COLON_X, NIK_BASELINE], digits, &self.nik);
        self.draw_rows(&mut canvas, &fonts);
        self.draw_portrait(&mut canvas, &fonts);
        self.draw_scratches(&mut canvas, digits.width("0"));
        let small = Style { font: &fonts.bold, size: 19.0, colour: [150, 36, 44] };
        canvas.text([700.0, 618.0], small, "SPESIMEN - BUKAN KTP ASLI");
        Ok(canvas.image)
    }

    fn draw_rows(&self, canvas: &mut Canvas, fonts: &Fonts) {
        let birth = format!("{}, {}", self.tempat_lahir, self.tanggal_lahir);
        let rows: [(&str, f32, &str); 12] = [
            ("Nama", 0.0, &self.nama),
            ("Tempat/Tgl Lahir", 0.0, &birth),
            ("Jenis kelamin", 0.0, &self.jenis_kelamin),
            ("Alamat", 0.0, &self.alamat),
            ("RT/RW", 30.0, &self.rt_rw),
            ("Kel/Desa", 30.0, &self.kel_desa),
            ("Kecamatan", 30.0, &self.kecamatan),
            ("Agama", 0.0, &self.agama),
            ("Status Perkawinan", 0.0, &self.status_perkawinan),
            ("Pekerjaan", 0.0, &self.pekerjaan),
            ("Kewarganegaraan", 0.0, &self.kewarganegaraan),
            ("Berlaku Hingga", 0.0, &self.berlaku_hingga),
        ];
        let style = Style { font: &fonts.medium, size: 29.0, colour: INK };
        let room = PHOTO[0][0] - VALUE_X - 14.0;
        let mut baseline = FIRST_ROW;
        for (label, indent, value) in rows {
            canvas.text([LABEL_X + indent, baseline], style.fitting(label, COLON_X - LABEL_X - 6.0), label);
            canvas.text([COLON_X, baseline], style, ":");
            canvas.text([VALUE_X, baseline], style.fitting(value, room), value);
            baseline += ROW;
        }
        let blood = format!("Gol. Darah : {}", self.golongan_darah);
        canvas.text([560.0, FIRST_ROW + 2.0 * ROW], style, &blood);
    }

    fn draw_portrait(&self, canvas: &mut Canvas, fonts: &Fonts) {
        let seed =
            self.nik.bytes().fold(7_u64, |seed, digit| seed.wrapping_mul(131).wrapping_add(u64::from(digit)));
        let odd_year = self.tanggal_lahir.bytes().last().is_some_and(|digit| digit % 2 == 1);
        face::draw(canvas, PHOTO[0], PHOTO[1], seed, self.jenis_kelamin == "PEREMPUAN", odd_year);
        let style = Style { font: &fonts.medium, size: 24.0, colour: INK };
        let middle = f32::midpoint(PHOTO[0][0], PHOTO[1][0]);
        canvas.text_centred([middle, 440.0], style.fitting(&self.tempat_terbit, 200.0), &self.tempat_terbit);
        canvas.text_centred([middle, 468.0], style, &self.tanggal_terbit);
        face::sign(canvas, [800.0, 492.0], [945.0, 572.0], seed);
    }

    /// Rubs the named digits out: pale strokes with dark crumbs, as on a card kept with keys.
    fn draw_scratches(&self, canvas: &mut Canvas, advance: f32) {
        for &position in &self.scratched_digits {
            let left = COLON_X + advance * position as f32;
            for line in 0..9_u8 {
                let offset = f32::from(line) * 4.2;
                let from = [left - 4.0, NIK_BASELINE - 38.0 + offset];
                let to = [left + advance + 4.0, NIK_BASELINE - 34.0 + offset + f32::from(line % 3)];
                canvas.stroke(&[from, to], 6.0, [206, 220, 230], 1.0);
            }
            canvas.stroke(
                &[[left, NIK_BASELINE - 6.0], [left + advance, NIK_BASELINE - 27.0]],
                1.5,
                [90, 100, 112],
                0.7,
            );
        }
    }
}

fn paint_blank(fonts: &Fonts) -> Canvas {
    let mut canvas = Canvas::painted(CARD_WIDTH, CARD_HEIGHT, background);
    canvas.mark_as_specimen(fonts, [24, 70, 130], [410.0, 390.0]);
    canvas
}

/// Pale blue with fine interwoven waves.
fn background(x: f32, y: f32) -> Colour {
    let across = x / CARD_WIDTH as f32;
    let down = y / CARD_HEIGHT as f32;
    let bend = 9.0 * (x * 0.011).sin() + 6.0 * (x * 0.0043 + y * 0.004).sin();
    let rising = ((y + bend) * 0.62).sin().max(0.0).powi(3);
    let falling = ((y * 0.8 - x * 0.22 - bend) * 0.35).sin().max(0.0).powi(6);
    let cloud = (x * 0.006 + 2.0 * (y * 0.008).sin()).sin() * (y * 0.009 + 1.3).cos();
    let light = 6.0 * cloud - 9.0 * rising + 7.0 * falling;
    [178.0 - 24.0 * across - 8.0 * down, 212.0 - 4.0 * across, 232.0 - 8.0 * down]
        .map(|value: f32| (value + light).clamp(0.0, 255.0) as u8)
}

#[cfg(test)]
mod tests {
    use crate::specimen::scenario;

    #[test]
    fn the_same_values_give_the_same_pixels_and_other_people_give_others() {
        let (first, second) = (scenario("S-01").unwrap().ktp, scenario("S-02").unwrap().ktp);
        assert!(first.draw().unwrap() == first.draw().unwrap());
        assert!(first.draw().unwrap() != second.draw().unwrap());
    }

    #[test]
    fn values_longer_than_the_card_or_outside_the_font_do_not_panic() {
        let mut card = scenario("S-01").unwrap().ktp;
        card.nama = "MUHAMMAD ".repeat(40);
        card.alamat = "\u{1F600} \u{0627}\u{0644} \n\t".to_owned();
        card.nik.clear();
        card.tanggal_lahir.clear();
        card.scratched_digits = vec![0, 15, 4000];
        assert_eq!(card.draw().unwrap().dimensions(), (1011, 638));
    }
}
