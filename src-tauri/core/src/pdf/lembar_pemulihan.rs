//! Lembar Pemulihan: the twelve recovery words.
//!
//! The bytes go to the printer's standard input and are then forgotten; they are never written to
//! a file, stored or shown. The title names no word, so a print queue shows none.

use super::fonts::Face;
use super::layout::{BODY, Flow, Frame, SMALL};
use super::letterhead::Letterhead;
use super::page::{Area, Ink, LEFT, WIDTH, mm};
use super::text::{code, plain, shortened, strong};
use crate::error::Result;

pub struct LembarPemulihan<'a> {
    pub letterhead: &'a Letterhead,
    /// Name of the office folder, as shown at unlock.
    pub office: &'a str,
    /// "23 November 2026, lembar ke-1".
    pub made: &'a str,
    pub words: &'a [String],
}

/// The caller wipes the bytes after printing.
pub fn render_lembar_pemulihan(sheet: &LembarPemulihan<'_>) -> Result<Vec<u8>> {
    let mut flow = Flow::new(&Frame {
        name: "Lembar Pemulihan",
        number: None,
        foot: "Lembar ini dicetak sekali dan tidak disimpan di komputer.",
        practice: sheet.letterhead.practice,
    })?;
    flow.letterhead(sheet.letterhead)?;
    flow.heading("LEMBAR PEMULIHAN", &[plain("RAHASIA")]);
    flow.facts(&[("Kantor", vec![strong(sheet.office)]), ("Dibuat", vec![plain(sheet.made)])]);
    flow.space(mm(4.0));
    flow.paragraph(
        &[plain("Kata-kata ini membuka kantor bila semua kata sandi hilang. Urutannya harus tepat.")],
        BODY,
        Ink::Black,
    );
    flow.space(mm(5.0));
    draw_words(&mut flow, sheet.words);
    flow.space(mm(6.0));
    for advice in [
        "1. Pastikan semua kata terbaca. Masukkan lembar ini ke dalam amplop, lalu segel.",
        "2. Simpan di lemari terkunci di kantor. Catat siapa yang memegang kuncinya.",
        "3. Jangan difoto, dipindai, atau dikirim lewat surel atau pesan.",
        "4. Membuat lembar baru langsung membatalkan lembar ini.",
    ] {
        flow.paragraph(&[plain(advice)], BODY, Ink::Black);
        flow.space(mm(1.0));
    }
    flow.finish()
}

/// Numbered boxes, three in a row, read from left to right.
fn draw_words(flow: &mut Flow, words: &[String]) {
    const COLUMNS: usize = 3;
    let (gap, height) = (mm(4.0), mm(15.0));
    let width = (WIDTH - gap * (COLUMNS - 1) as f32) / COLUMNS as f32;
    for (row, chunk) in words.chunks(COLUMNS).enumerate() {
        flow.need(height + gap);
        for (column, word) in chunk.iter().enumerate() {
            let area = Area { left: LEFT + column as f32 * (width + gap), top: flow.y, width, height };
            let number = format!("{}.", row * COLUMNS + column + 1);
            // A word of the list always fits.
            let lines = shortened(flow.lines(&[code(word)], 14.0, width - mm(14.0)), 1);
            let page = flow.page();
            page.frame(area, mm(1.2), 0.7, Ink::Black);
            let baseline = area.top + mm(9.3);
            page.write(Face::Text, SMALL, Ink::Grey, area.left + mm(3.0), baseline, &number);
            if let Some(line) = lines.first() {
                page.write_line(14.0, Ink::Black, area.left + mm(10.0), baseline, line);
            }
        }
        flow.space(height + gap);
    }
}
