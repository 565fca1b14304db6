//! NPWP: the taxpayer card, in the yellow form with 15 digits and the blue form with 16.

use std::sync::OnceLock;

use image::RgbImage;

use super::canvas::{Canvas, Colour, Fonts, Style};
use crate::capture::{CARD_HEIGHT, CARD_WIDTH};
use crate::error::Result;

/// The older card: fifteen digits, `99.700.101.1-513.000`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NpwpOldCard {
    pub npwp: String,
    pub nama: String,
    /// Printed for a person only.
    pub nik: Option<String>,
    pub alamat: Vec<String>,
    pub kpp: String,
    /// `19-04-2011`
    pub terdaftar: String,
}

/// The newer card: sixteen digits, and the fifteen where the holder once had them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NpwpNewCard {
    pub npwp16: String,
    pub npwp15: Option<String>,
    pub nama: String,
    pub alamat: Vec<String>,
    pub kpp: String,
    pub terdaftar: String,
}

/// Either form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NpwpCard {
    Old(NpwpOldCard),
    New(NpwpNewCard),
}

const INK: Colour = [24, 28, 40];
const WHITE: Colour = [250, 250, 252];
const NAVY: Colour = [36, 66, 128];
const GOLD: Colour = [232, 188, 62];

impl NpwpCard {
    /// Draws the card at 1011x638.
    pub fn draw(&self) -> Result<RgbImage> {
        match self {
            Self::Old(card) => card.draw(),
            Self::New(card) => card.draw(),
        }
    }

    /// The number as the card shows it.
    pub fn number(&self) -> &str {
        match self {
            Self::Old(card) => &card.npwp,
            Self::New(card) => &card.npwp16,
        }
    }

    /// The holder as the card shows him.
    pub fn holder(&self) -> &str {
        match self {
            Self::Old(card) => &card.nama,
            Self::New(card) => &card.nama,
        }
    }
}

impl NpwpOldCard {
    pub fn draw(&self) -> Result<RgbImage> {
        let fonts = Fonts::load()?;
        static BLANK: OnceLock<RgbImage> = OnceLock::new();
        let mut canvas = Canvas::blank(&BLANK, paint_old, &fonts);
        let bold = |size, colour| Style { font: &fonts.bold, size, colour };
        let medium = |size| Style { font: &fonts.medium, size, colour: INK };
        draw_badge(&mut canvas, [84.0, 74.0], GOLD, NAVY);
        canvas.text([150.0, 66.0], bold(33.0, WHITE), "KEMENTERIAN KEUANGAN REPUBLIK INDONESIA");
        canvas.text([150.0, 112.0], bold(37.0, WHITE), "DIREKTORAT JENDERAL PAJAK");
        canvas.text([48.0, 250.0], bold(46.0, INK), "NPWP");
        canvas.text([188.0, 250.0], bold(46.0, INK), ":");
        let number = Style { font: &fonts.digits, size: 56.0, colour: INK };
        canvas.text([214.0, 250.0], number.fitting(&self.npwp, 740.0), &self.npwp);
        canvas.text([48.0, 318.0], bold(38.0, INK).fitting(&self.nama, 910.0), &self.nama);
        let mut baseline = 362.0;
        if let Some(nik) = &self.nik {
            canvas.text([48.0, baseline], medium(30.0), &format!("NIK : {nik}"));
            baseline += 42.0;
        }
        for line in &self.alamat {
            canvas.text([48.0, baseline], medium(30.0).fitting(line, 910.0), line);
            baseline += 40.0;
        }
        canvas.text([48.0, 556.0], bold(31.0, INK), &self.kpp);
        canvas.text([600.0, 556.0], medium(28.0), &format!("TERDAFTAR : {}", self.terdaftar));
        canvas.text([652.0, 614.0], bold(19.0, [150, 36, 44]), "SPESIMEN - BUKAN KARTU NPWP ASLI");
        Ok(canvas.image)
    }
}

impl NpwpNewCard {
    pub fn draw(&self) -> Result<RgbImage> {
        let fonts = Fonts::load()?;
        static BLANK: OnceLock<RgbImage> = OnceLock::new();
        let mut canvas = Canvas::blank(&BLANK, paint_new, &fonts);
        let bold = |size, colour| Style { font: &fonts.bold, size, colour };
        let medium = |size| Style { font: &fonts.medium, size, colour: INK };
        draw_badge(&mut canvas, [84.0, 82.0], NAVY, WHITE);
        canvas.text([150.0, 74.0], bold(32.0, INK), "KEMENTERIAN KEUANGAN RI");
        canvas.text([150.0, 116.0], bold(32.0, INK), "DIREKTORAT JENDERAL PAJAK");
        canvas.text([818.0, 108.0], bold(60.0, NAVY), "NPWP");
        canvas.text([54.0, 198.0], medium(28.0), "NPWP16");
        let number = Style { font: &fonts.digits, size: 62.0, colour: INK };
        canvas.text([50.0, 254.0], number, &self.npwp16);
        if let Some(npwp15) = &self.npwp15 {
            canvas.text([54.0, 302.0], medium(28.0), &format!("NPWP15 : {npwp15}"));
        }
        canvas.text([54.0, 366.0], bold(37.0, INK).fitting(&self.nama, 900.0), &self.nama);
        let mut baseline = 406.0;
        for line in &self.alamat {
            canvas.text([54.0, baseline], medium(29.0).fitting(line, 900.0), line);
            baseline += 36.0;
        }
        canvas.text([54.0, 530.0], bold(29.0, INK), &self.kpp);
        canvas.text([640.0, 530.0], medium(27.0), &format!("Terdaftar : {}", self.terdaftar));
        canvas.text([652.0, 620.0], bold(19.0, WHITE), "SPESIMEN - BUKAN KARTU NPWP ASLI");
        Ok(canvas.image)
    }
}

/// A plain round badge where the real card carries an emblem: none is imitated.
fn draw_badge(canvas: &mut Canvas, [x, y]: [f32; 2], outer: Colour, inner: Colour) {
    canvas.ellipse([x, y], [46.0, 46.0], outer);
    canvas.ellipse([x, y], [40.0, 40.0], inner);
    for radius in [30.0_f32, 20.0, 10.0] {
        let ring: Vec<[f32; 2]> = (0..=40_u8)
            .map(|step| {
                let turn = f32::from(step) / 40.0 * std::f32::consts::TAU;
                [x + radius * turn.cos(), y + radius * turn.sin()]
            })
            .collect();
        canvas.stroke(&ring, 3.0, outer, 1.0);
    }
}

fn paint_old(fonts: &Fonts) -> Canvas {
    let mut canvas = Canvas::painted(CARD_WIDTH, CARD_HEIGHT, |x, y| waves(x, y, [246, 224, 132], -6.0));
    canvas.below([-2.0, 1013.0], 158.0, GOLD, |_| 0.0);
    canvas.below([-2.0, 1013.0], 146.0, NAVY, |_| -2.0);
    canvas.mark_as_specimen(fonts, [140, 100, 20], [480.0, 390.0]);
    canvas
}

fn paint_new(fonts: &Fonts) -> Canvas {
    let mut canvas = Canvas::painted(CARD_WIDTH, CARD_HEIGHT, |x, y| waves(x, y, [196, 220, 246], 18.0));
    let swell = |x: f32| 566.0 + 12.0 * (x * 0.0052 + 0.4).sin();
    canvas.below([-2.0, 1013.0], 640.0, GOLD, |x| swell(x) - 16.0);
    canvas.below([-2.0, 1013.0], 640.0, NAVY, swell);
    canvas.mark_as_specimen(fonts, [30, 60, 130], [500.0, 350.0]);
    canvas
}

/// A base colour with fine waves and a slow change across the card.
fn waves(x: f32, y: f32, base: Colour, fall: f32) -> Colour {
    let bend = 12.0 * (x * 0.009).sin() + 5.0 * (x * 0.021 + y * 0.004).sin();
    let fine = ((y + bend) * 0.48).sin().max(0.0).powi(4);
    let light = 5.0 * (x * 0.005 + y * 0.007).sin() - 8.0 * fine - fall * y / CARD_HEIGHT as f32;
    base.map(|value| (f32::from(value) + light).clamp(0.0, 255.0) as u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_card_without_any_value_is_still_drawn() {
        let old = NpwpOldCard {
            npwp: String::new(),
            nama: String::new(),
            nik: None,
            alamat: vec!["JALAN ".repeat(60); 30],
            kpp: String::new(),
            terdaftar: String::new(),
        };
        assert_eq!(NpwpCard::Old(old).draw().unwrap().dimensions(), (CARD_WIDTH, CARD_HEIGHT));
    }
}
