//! One document out of a page: two cards on the glass become two pictures, and neither shows the other.

use super::page::Page;
use crate::capture::{Quad, check_corners};
use crate::error::{Code, Error, Result};

/// What is kept around the corners, in mm: enough to move a corner later, less than lies between two cards.
const MARGIN_MM: f32 = 4.0;

/// A part of a page, with the corners of the document in it.
#[derive(Debug, PartialEq)]
pub struct Cut {
    pub page: Page,
    /// In the turned part, as the corners of a picture are noted.
    pub corners: Quad,
}

/// In pixels; the end is not in it.
#[derive(Clone, Copy)]
struct Part {
    left: u32,
    top: u32,
    right: u32,
    bottom: u32,
}

impl Page {
    /// The part of the page around four corners, which lie in the page as it is seen after `quarter_turns` clockwise: top
    /// left, top right, bottom right, bottom left of the document.
    ///
    /// # Errors
    /// As [`check_corners`].
    pub fn cut(&self, corners: Quad, quarter_turns: u8) -> Result<Cut> {
        let (width, height) = (self.width, self.height);
        let turned = if quarter_turns.is_multiple_of(2) { (width, height) } else { (height, width) };
        check_corners(&corners, turned.0, turned.1)?;
        let margin = MARGIN_MM / 25.4 * self.dpi as f32;
        let seen = around(&corners, margin, turned);
        let part = match quarter_turns % 4 {
            0 => seen,
            1 => Part {
                left: seen.top,
                top: turned.0 - seen.right,
                right: seen.bottom,
                bottom: turned.0 - seen.left,
            },
            2 => Part {
                left: turned.0 - seen.right,
                top: turned.1 - seen.bottom,
                right: turned.0 - seen.left,
                bottom: turned.1 - seen.top,
            },
            _ => Part {
                left: turned.1 - seen.bottom,
                top: seen.left,
                right: turned.1 - seen.top,
                bottom: seen.right,
            },
        };
        let corners = corners.map(|[x, y]| [x - seen.left as f32, y - seen.top as f32]);
        let mut page = self.part(part).ok_or_else(|| Error::new(Code::Internal, "a part beyond its page"))?;
        page.whiten_beyond(&turned_back(&corners, quarter_turns, (page.width, page.height)), margin);
        Ok(Cut { page, corners })
    }

    /// What lies farther from the document than the margin is no part of it: the corner of another card, where this one
    /// lies askew.
    fn whiten_beyond(&mut self, corners: &Quad, margin: f32) {
        let edges = [0, 1, 2, 3].map(|at| Edge::between(corners[at], corners[(at + 1) % 4]));
        let (width, channels) = (self.width as usize, self.mode.channels() as usize);
        for (y, row) in self.pixels.chunks_exact_mut(width * channels).enumerate() {
            for (x, pixel) in row.chunks_exact_mut(channels).enumerate() {
                let middle = [x as f32 + 0.5, y as f32 + 0.5];
                if edges.iter().any(|edge| edge.outside(middle) > margin) {
                    pixel.fill(u8::MAX);
                }
            }
        }
    }

    fn part(&self, part: Part) -> Option<Self> {
        let channels = self.mode.channels() as usize;
        let columns = part.left as usize * channels..part.right as usize * channels;
        let rows = self.pixels.chunks_exact(self.width as usize * channels);
        let rows = rows.skip(part.top as usize).take((part.bottom - part.top) as usize);
        let pixels = rows.map(|row| row.get(columns.clone())).collect::<Option<Vec<_>>>()?.concat();
        Self::new(part.right - part.left, part.bottom - part.top, self.mode, self.dpi, pixels)
    }
}

/// An edge of a document, clockwise, with the length of one in its direction.
#[derive(Clone, Copy)]
struct Edge {
    from: [f32; 2],
    along: [f32; 2],
}

impl Edge {
    fn between(from: [f32; 2], to: [f32; 2]) -> Self {
        let [x, y] = [to[0] - from[0], to[1] - from[1]];
        let length = x.hypot(y).max(f32::MIN_POSITIVE);
        Self { from, along: [x / length, y / length] }
    }

    /// How far a point lies outside of it; less than nothing inside.
    fn outside(&self, [x, y]: [f32; 2]) -> f32 {
        (x - self.from[0]) * self.along[1] - (y - self.from[1]) * self.along[0]
    }
}

/// Corners in a part as it lies on the glass, for those in the part as it is seen after turning.
fn turned_back(corners: &Quad, quarter_turns: u8, (width, height): (u32, u32)) -> Quad {
    let (width, height) = (width as f32, height as f32);
    corners.map(|[x, y]| match quarter_turns % 4 {
        0 => [x, y],
        1 => [y, height - x],
        2 => [width - x, height - y],
        _ => [width - y, x],
    })
}

/// The upright part around four corners, with a margin as far as there is a page.
fn around(corners: &Quad, margin: f32, (width, height): (u32, u32)) -> Part {
    let least = |at: usize| corners.iter().map(|corner| corner[at]).fold(f32::INFINITY, f32::min) - margin;
    let most = |at: usize| corners.iter().map(|corner| corner[at]).fold(f32::NEG_INFINITY, f32::max) + margin;
    Part {
        left: (least(0).floor().max(0.0) as u32).min(width),
        top: (least(1).floor().max(0.0) as u32).min(height),
        right: (most(0).ceil().max(0.0) as u32).min(width),
        bottom: (most(1).ceil().max(0.0) as u32).min(height),
    }
}

#[cfg(test)]
#[path = "cut_test.rs"]
mod tests;
