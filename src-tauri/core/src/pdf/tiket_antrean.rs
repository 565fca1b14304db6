//! Tiket Antrean: the number a guest waits with, on a receipt roll or to be cut off a sheet.
//!
//! Whoever picks it up learns nobody's name from it: of each word its first letter stays.

use super::conform::{Drawn, Level, archival};
use super::fonts::fonts;
use super::layout::LEADING;
use super::page::{Area, Ink, LEFT, PAPER_HEIGHT, Page, TOP, mm};
use super::text::{Run, plain, shortened, strong, wrap};
use crate::error::Result;

#[derive(Clone, Debug)]
pub struct TiketAntrean {
    /// Name of the office.
    pub office: String,
    /// "A-07".
    pub number: String,
    /// "Akun baru SPSE".
    pub service: String,
    /// As [`crate::masking::mask_name`] leaves it.
    pub name: String,
    /// When the number was given: "Diambil 23 November 2026, 09.12 WIB".
    pub given: String,
    /// Guests whose turn comes before; nothing on a page that only tests the printer.
    pub ahead: Option<usize>,
    pub priority: bool,
    /// In the practice office it is marked LATIHAN.
    pub practice: bool,
}

/// Where a ticket is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TicketPlace {
    /// From the left edge of a roll, on so many millimetres.
    Roll(u32),
    /// In a frame on A4 to be cut along.
    Sheet,
}

/// A ticket as a PDF page of A4, whichever paper it is for.
pub struct DrawnTicket {
    pub pdf: Vec<u8>,
    /// How far down it reaches, in millimetres.
    pub height_mm: f32,
}

/// Length of the ruler of a test, in millimetres: it fits the narrow roll.
const RULER_MM: f32 = 40.0;

/// Smallest letters: these printers smear what is finer.
const SMALL: f32 = 8.5;

/// # Errors
/// Those of the PDF writer.
pub fn render_tiket_antrean(ticket: &TiketAntrean, place: TicketPlace) -> Result<DrawnTicket> {
    let mut slip = Slip::new(place)?;
    slip.words(&[strong(&ticket.office)], 10.0, 3);
    if ticket.practice {
        slip.words(&[strong("LATIHAN")], 10.0, 1);
    }
    slip.gap(1.5);
    slip.words(&[plain("Nomor antrean")], SMALL, 1);
    slip.number(&ticket.number);
    if ticket.priority {
        slip.words(&[strong("Antrean prioritas")], 10.0, 1);
        slip.gap(1.0);
    }
    slip.words(&[plain(&ticket.service)], 10.0, 2);
    slip.words(&[plain(&ticket.name)], 10.0, 2);
    slip.gap(1.5);
    match ticket.ahead {
        Some(0) => slip.words(&[strong("Giliran Anda berikutnya")], 10.0, 2),
        Some(ahead) => slip.words(&[strong(format!("{ahead} orang di depan Anda"))], 10.0, 2),
        None => slip.ruler(),
    }
    slip.words(&[plain(&ticket.given)], SMALL, 2);
    if ticket.ahead.is_some() {
        slip.gap(1.0);
        slip.words(&[plain("Simpan tiket ini sampai nomor Anda dipanggil.")], SMALL, 2);
    }
    slip.finish()
}

/// A strip of paper that is filled downwards, everything in its middle.
struct Slip {
    page: Page<'static>,
    area: Area,
    y: f32,
    place: TicketPlace,
}

impl Slip {
    fn new(place: TicketPlace) -> Result<Self> {
        let (left, top, width) = match place {
            TicketPlace::Roll(width) => (0.0, 0.0, width as f32),
            TicketPlace::Sheet => (LEFT, TOP, 72.0),
        };
        let area = Area { left, top, width: mm(width), height: PAPER_HEIGHT };
        let y = if place == TicketPlace::Sheet { top + mm(4.0) } else { top };
        Ok(Self { page: Page::new(fonts()?), area, y, place })
    }

    fn middle(&self) -> f32 {
        self.area.left + self.area.width / 2.0
    }

    fn gap(&mut self, millimetres: f32) {
        self.y += mm(millimetres);
    }

    fn words(&mut self, runs: &[Run], size: f32, most: usize) {
        let Ok(fonts) = fonts() else { return };
        for line in shortened(wrap(fonts, runs, size, self.area.width - mm(2.0)), most) {
            self.y += size * LEADING;
            self.page.write_centred(size, Ink::Black, self.middle(), self.y - size * 0.3, &line);
        }
    }

    /// As large as the strip allows: it is read from a chair.
    fn number(&mut self, number: &str) {
        let line = vec![strong(number)];
        let fits = (self.area.width - mm(4.0)) / self.page.line_width(1.0, &line).max(f32::EPSILON);
        let size = fits.min(60.0);
        // Figures of this face are 0.71 em high.
        self.y += 0.71 * size + mm(2.0);
        self.page.write_centred(size, Ink::Black, self.middle(), self.y, &line);
        self.gap(3.0);
    }

    fn ruler(&mut self) {
        self.words(&[plain("Garis ini harus tepat 40 mm")], SMALL, 2);
        self.gap(3.0);
        let (left, right) = (self.middle() - mm(RULER_MM) / 2.0, self.middle() + mm(RULER_MM) / 2.0);
        self.page.rule(left, right, self.y, 0.8, Ink::Black);
        for x in [left, right] {
            self.page.stroke(&[(x, self.y - mm(2.0)), (x, self.y + mm(2.0))], 0.8, Ink::Black);
        }
        self.gap(4.0);
    }

    fn finish(mut self) -> Result<DrawnTicket> {
        self.gap(2.0);
        if self.place == TicketPlace::Sheet {
            let frame = Area { height: self.y + mm(2.0) - self.area.top, ..self.area };
            self.page.dashed(|page| page.frame(frame, mm(1.0), 0.6, Ink::Grey));
        }
        let height_mm = self.y * 25.4 / 72.0;
        let drawn = Drawn {
            title: "Tiket Antrean".to_owned(),
            level: Level::A2b,
            pages: vec![self.page.into_pdf()],
            pictures: std::collections::BTreeMap::new(),
        };
        Ok(DrawnTicket { pdf: archival(fonts()?, drawn)?, height_mm })
    }
}
