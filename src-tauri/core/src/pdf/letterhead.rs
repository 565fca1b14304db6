//! The head of an official letter: coat of arms, who writes, where to find them.

use super::fonts::{Face, Fonts};
use super::page::{Area, Ink, LEFT, PAPER_WIDTH, Page, RIGHT, WIDTH, mm};
use super::picture::{LOGO, Pixels};
use super::text::{Run, plain, shortened, strong, wrap};

/// Head of every official paper, as the office wrote it at setup.
#[derive(Clone, Debug, Default)]
pub struct Letterhead {
    /// "PEMERINTAH KABUPATEN CONTOH".
    pub government: String,
    /// "SEKRETARIAT DAERAH".
    pub unit: String,
    /// "Layanan Pengadaan Secara Elektronik (LPSE)".
    pub service: String,
    /// Address, e-mail and telephone in one line.
    pub address_line: String,
    /// Coat of arms. Without one a dashed place stands for it.
    pub logo: Option<Pixels>,
    /// True in the practice office: every page is marked LATIHAN.
    pub practice: bool,
}

/// Draws the head from `top`; returns where the paper goes on.
pub(super) fn draw_letterhead(fonts: &Fonts, page: &mut Page<'_>, head: &Letterhead, top: f32) -> f32 {
    let place = Area { left: LEFT, top, width: mm(15.0), height: mm(16.5) };
    match &head.logo {
        Some(logo) => page.place_picture(LOGO, fitted(place, logo)),
        None => draw_empty_place(page, place),
    }
    let rows: [(Run, f32, f32); 4] = [
        (plain(&head.government), 10.5, 14.0),
        (strong(&head.unit), 13.0, 15.5),
        (plain(&head.service), 8.3, 11.2),
        (plain(&head.address_line), 8.3, 11.2),
    ];
    // The same margin on both sides keeps the text in the middle of the page.
    let width = WIDTH - 2.0 * (place.width + mm(3.0));
    let mut y = top - mm(0.8);
    for (run, size, pitch) in rows {
        for line in shortened(wrap(fonts, &[run], size, width), 4) {
            y += pitch;
            page.write_centred(size, Ink::Black, PAPER_WIDTH / 2.0, y, &line);
        }
    }
    let end = y.max(place.top + place.height) + mm(3.6);
    page.rule(LEFT, RIGHT, end, 1.5, Ink::Black);
    end
}

fn fitted(place: Area, logo: &Pixels) -> Area {
    let (width, height) = (logo.width.max(1) as f32, logo.height.max(1) as f32);
    let scale = (place.width / width).min(place.height / height);
    let (width, height) = (width * scale, height * scale);
    let left = place.left + (place.width - width) / 2.0;
    Area { left, top: place.top + (place.height - height) / 2.0, width, height }
}

fn draw_empty_place(page: &mut Page<'_>, place: Area) {
    page.dashed(|page| page.frame(place, mm(1.2), 0.6, Ink::Grey));
    for (line, words) in ["lambang", "daerah"].into_iter().enumerate() {
        let y = place.top + mm(7.6) + line as f32 * mm(3.0);
        let run = vec![Run { face: Face::Text, text: words.to_owned() }];
        page.write_centred(6.5, Ink::Grey, place.left + place.width / 2.0, y, &run);
    }
}
