//! Halaman Uji: shows whether a printer keeps the true size, and how close to the edge it prints.
//!
//! A Fotokopi is worth something only at true size, and a printer that fits the page to its paper shrinks it by a few
//! percent that nobody sees without a ruler.

use super::fonts::Face;
use super::fotokopi::{CARD_HEIGHT_MM, CARD_WIDTH_MM};
use super::layout::{BODY, Flow, Frame, SMALL};
use super::page::{Area, Ink, LEFT, WIDTH, mm};
use super::text::{plain, strong};
use crate::error::Result;

pub struct HalamanUji<'a> {
    pub printer: &'a str,
    /// "23 November 2026, 09.12 WIB".
    pub made: &'a str,
}

/// Length of the ruler, in millimetres.
const RULER: u8 = 50;

pub fn render_halaman_uji(test: &HalamanUji<'_>) -> Result<Vec<u8>> {
    let mut flow = Flow::new(&Frame {
        name: "Halaman Uji",
        number: None,
        foot: "Halaman ini tidak memuat data siapa pun.",
        practice: false,
    })?;
    flow.heading("HALAMAN UJI", &[plain("Loket")]);
    flow.facts(&[("Printer", vec![strong(test.printer)]), ("Dibuat", vec![plain(test.made)])]);
    flow.space(mm(6.0));
    flow.paragraph(
        &[plain("Ukur garis ini dengan penggaris: panjangnya harus tepat 50 mm.")],
        BODY,
        Ink::Black,
    );
    flow.space(mm(5.0));
    draw_ruler(&mut flow);
    flow.paragraph(
        &[plain(
            "Bila kurang atau lebih, matikan “sesuaikan dengan halaman” pada printer, lalu cetak halaman uji lagi.",
        )],
        BODY,
        Ink::Black,
    );
    flow.space(mm(8.0));
    flow.paragraph(&[plain("Letakkan KTP di bingkai ini: tepinya harus berimpit.")], BODY, Ink::Black);
    flow.space(mm(3.0));
    let card = Area { left: LEFT, top: flow.y, width: mm(CARD_WIDTH_MM), height: mm(CARD_HEIGHT_MM) };
    flow.page().frame(card, mm(3.18), 0.5, Ink::Black);
    draw_greys(&mut flow, card);
    flow.space(card.height + mm(4.0));
    flow.finish()
}

/// A line with a mark for every millimetre; the tens are numbered.
fn draw_ruler(flow: &mut Flow) {
    let y = flow.y + mm(6.0);
    let page = flow.page();
    page.rule(LEFT, LEFT + mm(f32::from(RULER)), y, 0.4, Ink::Black);
    for at in 0..=RULER {
        let x = LEFT + mm(f32::from(at));
        let height = match at % 10 {
            0 => mm(5.0),
            5 => mm(3.5),
            _ => mm(2.0),
        };
        page.stroke(&[(x, y), (x, y - height)], 0.3, Ink::Black);
        if at % 10 == 0 {
            page.write(Face::Text, SMALL, Ink::Black, x + mm(0.6), y - mm(3.2), &at.to_string());
        }
    }
    flow.space(mm(12.0));
}

/// Text in the sizes of the papers beside the frame: what cannot be read here cannot be read there.
fn draw_greys(flow: &mut Flow, card: Area) {
    let left = card.left + card.width + mm(6.0);
    let page = flow.page();
    for (row, (size, ink)) in
        [(14.0, Ink::Black), (BODY, Ink::Black), (SMALL, Ink::Black), (SMALL, Ink::Grey)]
            .into_iter()
            .enumerate()
    {
        let y = card.top + mm(6.0 + 8.0 * row as f32);
        page.write(Face::Text, size, ink, left, y, "Terbaca: 0123456789");
    }
    page.rule(left, LEFT + WIDTH, card.top + mm(38.0), 0.2, Ink::Grey);
    page.rule(left, LEFT + WIDTH, card.top + mm(42.0), 0.7, Ink::Black);
}
