//! The place for an officer's signature, bottom right: city and date, role, line, name, NIP.

use super::layout::{BODY, Flow, LEADING};
use super::page::{Ink, LEFT, RIGHT, mm};
use super::text::{Line, plain, shortened, strong};

/// The officer who signs by hand.
#[derive(Clone, Debug, Default)]
pub struct Signer {
    /// "Contoh, 23 November 2026". May be empty.
    pub city_date: String,
    /// "Verifikator", or for copies "Sesuai dengan asli".
    pub role: String,
    pub name: String,
    /// With its label: "NIP 19880000 000000 0 000". May be empty.
    pub nip: String,
}

const WIDTH: f32 = mm(56.0);
/// Room for the signature itself and a stamp.
const ROOM: f32 = mm(17.0);

/// The block cut into lines, so that its height is known before its place.
pub(super) struct Block {
    above: Vec<Line>,
    below: Vec<Line>,
}

impl Block {
    pub(super) fn new(flow: &Flow, signer: &Signer) -> Self {
        // A name of the office is short; six lines hold even a wrong one, and the block stays on
        // its page.
        let lines = |run| shortened(flow.lines(&[run], BODY, WIDTH), 6);
        let above = [lines(plain(&signer.city_date)), lines(plain(&signer.role))].concat();
        let below = [lines(strong(&signer.name)), lines(plain(&signer.nip))].concat();
        Self { above, below }
    }

    pub(super) fn height(&self) -> f32 {
        (self.above.len() + self.below.len()) as f32 * BODY * LEADING + ROOM + mm(1.5)
    }

    /// Draws the block so that it ends at `bottom`.
    pub(super) fn draw(&self, flow: &mut Flow, bottom: f32) {
        self.draw_until(flow, RIGHT, bottom);
    }

    /// The same on the other side of the page, for whoever signs first.
    pub(super) fn draw_left(&self, flow: &mut Flow, bottom: f32) {
        self.draw_until(flow, LEFT + WIDTH, bottom);
    }

    fn draw_until(&self, flow: &mut Flow, right: f32, bottom: f32) {
        let middle = right - WIDTH / 2.0;
        let mut y = bottom - self.height();
        for line in &self.above {
            flow.page().write_centred(BODY, Ink::Black, middle, y + BODY, line);
            y += BODY * LEADING;
        }
        y += ROOM;
        flow.page().rule(right - WIDTH, right, y, 0.7, Ink::Black);
        y += mm(1.5);
        for line in &self.below {
            flow.page().write_centred(BODY, Ink::Black, middle, y + BODY, line);
            y += BODY * LEADING;
        }
    }
}
