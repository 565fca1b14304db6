//! Lets a paper flow over as many pages as it needs: letterhead, facts, tables, boxes, foot.
//!
//! Measures: margins 19 and 17 mm, body 9.5 pt, foot 7.5 pt.

use std::collections::BTreeMap;

use printpdf::ExternalXObject;

use super::conform::{Drawn, Level, archival};
use super::fonts::{Fonts, fonts};
use super::letterhead::{Letterhead, draw_letterhead};
use super::page::{Area, Ink, LEFT, PAPER_HEIGHT, PAPER_WIDTH, Page, RIGHT, TOP, Veil, WIDTH, mm};
use super::text::{Line, Run, plain, printable, shortened, strong, wrap};
use super::{fonts::Face, picture};
use crate::error::Result;

pub(super) const BODY: f32 = 9.5;
pub(super) const SMALL: f32 = 8.0;
pub(super) const FOOT: f32 = 7.5;
/// Height of a line as a multiple of its letters.
pub(super) const LEADING: f32 = 1.38;
/// A foot longer than this is somebody's mistake; it must not push the text off the page.
const FOOT_LINES: usize = 6;

/// What every paper has around its own content.
pub(super) struct Frame<'a> {
    /// Title of the file and, in the second half, the number: "Bukti Verifikasi", "BV-2026-1-000311".
    pub(super) name: &'a str,
    pub(super) number: Option<&'a str>,
    /// First sentences of the foot.
    pub(super) foot: &'a str,
    pub(super) practice: bool,
}

pub(super) struct Flow {
    fonts: &'static Fonts,
    pages: Vec<Page<'static>>,
    pictures: BTreeMap<String, ExternalXObject>,
    title: String,
    foot: Vec<Line>,
    practice: bool,
    /// Where the next thing begins, from the top of the page.
    pub(super) y: f32,
}

/// A column of a table: heading and share of the width.
pub(super) struct Column {
    pub(super) heading: &'static str,
    pub(super) share: f32,
    /// Its values stand on their right edge.
    pub(super) figures: bool,
}

impl Column {
    pub(super) const fn words(heading: &'static str, share: f32) -> Self {
        Self { heading, share, figures: false }
    }

    /// Where a line of some width begins between the sides of the column.
    fn left_of(&self, width: f32, sides: &[f32]) -> f32 {
        if self.figures { sides[1] - GAP - width } else { sides[0] }
    }
}

/// Between two columns.
const GAP: f32 = mm(3.0);

impl Flow {
    pub(super) fn new(frame: &Frame<'_>) -> Result<Self> {
        let fonts = fonts()?;
        let title = [Some(frame.name), frame.number].into_iter().flatten().collect::<Vec<_>>().join(" ");
        let foot = shortened(wrap(fonts, &[plain(frame.foot)], FOOT, WIDTH), FOOT_LINES);
        let mut flow = Self {
            fonts,
            pages: Vec::new(),
            pictures: BTreeMap::new(),
            title: printable(fonts, Face::Text, &title),
            foot,
            practice: frame.practice,
            y: TOP,
        };
        flow.begin_page();
        Ok(flow)
    }

    pub(super) fn begin_page(&mut self) {
        let mut page = Page::new(self.fonts);
        if self.practice {
            draw_practice_mark(self.fonts, &mut page);
        }
        self.y = TOP;
        if !self.pages.is_empty() {
            for line in shortened(wrap(self.fonts, &[strong(&self.title)], SMALL, WIDTH), 1) {
                page.write_line(SMALL, Ink::Black, LEFT, TOP + SMALL, &line);
            }
            page.rule(LEFT, RIGHT, TOP + mm(5.0), 0.6, Ink::Black);
            self.y = TOP + mm(9.0);
        }
        self.pages.push(page);
    }

    pub(super) fn fonts(&self) -> &'static Fonts {
        self.fonts
    }

    pub(super) fn page(&mut self) -> &mut Page<'static> {
        let last = self.pages.len() - 1;
        &mut self.pages[last]
    }

    /// Where content must end so that the foot has its place.
    pub(super) fn bottom(&self) -> f32 {
        PAPER_HEIGHT - TOP - (self.foot.len() + 1) as f32 * FOOT * LEADING - mm(4.0)
    }

    /// Begins a new page unless `height` more points fit on this one.
    pub(super) fn need(&mut self, height: f32) {
        if self.y + height > self.bottom() && self.y > TOP + mm(9.0) {
            self.begin_page();
        }
    }

    pub(super) fn space(&mut self, points: f32) {
        self.y += points;
    }

    pub(super) fn lines(&self, runs: &[Run], size: f32, width: f32) -> Vec<Line> {
        wrap(self.fonts, runs, size, width)
    }

    pub(super) fn add_picture(&mut self, name: String, picture: ExternalXObject) {
        self.pictures.insert(name, picture);
    }

    pub(super) fn letterhead(&mut self, letterhead: &Letterhead) -> Result<()> {
        if let Some(logo) = &letterhead.logo {
            self.add_picture(picture::LOGO.to_owned(), picture::plain_pixels(logo)?);
        }
        let (fonts, top) = (self.fonts, self.y);
        self.y = draw_letterhead(fonts, self.page(), letterhead, top);
        Ok(())
    }

    /// The name of the paper and the line under it, centred.
    pub(super) fn heading(&mut self, name: &str, under: &[Run]) {
        let middle = PAPER_WIDTH / 2.0;
        self.y += mm(10.0);
        let line = vec![strong(name)];
        let y = self.y;
        self.page().write_centred(13.5, Ink::Black, middle, y, &line);
        for line in self.lines(under, BODY, WIDTH) {
            self.y += 15.0;
            let y = self.y;
            self.page().write_centred(BODY, Ink::Black, middle, y, &line);
        }
        self.y += mm(5.5);
    }

    /// Label left in grey, value right in black; long values wrap under themselves.
    pub(super) fn facts(&mut self, facts: &[(&str, Vec<Run>)]) {
        let value_left = LEFT + mm(39.0);
        for (label, value) in facts {
            let lines = self.lines(value, BODY, RIGHT - value_left);
            let height = lines.len().max(1) as f32 * BODY * LEADING + mm(1.3);
            self.need(height);
            let y = self.y + BODY;
            self.page().write(Face::Text, BODY, Ink::Grey, LEFT, y, label);
            self.stack(&lines, BODY, value_left, Ink::Black);
            if lines.is_empty() {
                self.y += BODY * LEADING;
            }
            self.y += mm(1.3);
        }
    }

    pub(super) fn paragraph(&mut self, runs: &[Run], size: f32, ink: Ink) {
        let lines = self.lines(runs, size, WIDTH);
        self.stack(&lines, size, LEFT, ink);
    }

    /// Lines under each other from `x`, going on to the next page where they must.
    pub(super) fn stack(&mut self, lines: &[Line], size: f32, x: f32, ink: Ink) {
        for line in lines {
            self.need(size * LEADING);
            let y = self.y + size;
            self.page().write_line(size, ink, x, y, line);
            self.y += size * LEADING;
        }
    }

    /// A table with a ruled head; the head comes again on every page.
    pub(super) fn table(&mut self, columns: &[Column], rows: &[Vec<Vec<Run>>]) {
        const PADDING: f32 = mm(1.55);
        let mut lefts = vec![LEFT];
        for column in columns {
            lefts.push(lefts[lefts.len() - 1] + column.share * WIDTH);
        }
        // Never a head alone at the foot of a page.
        self.need(3.0 * (BODY * LEADING + 2.0 * PADDING));
        self.table_head(columns, &lefts);
        for row in rows {
            let cells: Vec<Vec<Line>> = row
                .iter()
                .zip(lefts.windows(2))
                .map(|(cell, sides)| self.lines(cell, BODY, sides[1] - sides[0] - GAP))
                .collect();
            let deepest = cells.iter().map(Vec::len).max().unwrap_or(0).max(1);
            let height = deepest as f32 * BODY * LEADING + 2.0 * PADDING;
            if self.y + height > self.bottom() && self.y > TOP + mm(24.0) {
                self.begin_page();
                self.table_head(columns, &lefts);
            }
            self.y += PADDING;
            for depth in 0..deepest {
                // A row taller than a page goes on without its head.
                self.need(BODY * LEADING);
                let y = self.y + BODY;
                for ((lines, column), sides) in cells.iter().zip(columns).zip(lefts.windows(2)) {
                    if let Some(line) = lines.get(depth) {
                        let page = self.page();
                        let x = column.left_of(page.line_width(BODY, line), sides);
                        page.write_line(BODY, Ink::Black, x, y, line);
                    }
                }
                self.y += BODY * LEADING;
            }
            self.y += PADDING;
            let y = self.y;
            self.page().rule(LEFT, RIGHT, y, 0.3, Ink::Grey);
        }
        self.y += mm(4.5);
    }

    fn table_head(&mut self, columns: &[Column], lefts: &[f32]) {
        let y = self.y + BODY;
        for (column, sides) in columns.iter().zip(lefts.windows(2)) {
            let page = self.page();
            let heading = vec![strong(column.heading)];
            let x = column.left_of(page.line_width(BODY, &heading), sides);
            page.write_line(BODY, Ink::Black, x, y, &heading);
        }
        self.y = y + mm(2.0);
        let y = self.y;
        self.page().rule(LEFT, RIGHT, y, 0.8, Ink::Black);
    }

    /// A framed statement: a heading and what follows from it. `ticked` draws the sign of approval.
    pub(super) fn statement(&mut self, ticked: bool, heading: &str, text: &str) {
        let inset = if ticked { mm(13.5) } else { mm(5.0) };
        let width = WIDTH - inset - mm(3.0);
        let heading = self.lines(&[strong(heading)], 11.0, width);
        let text = self.lines(&[plain(text)], BODY, width);
        let inner = heading.len() as f32 * 11.0 * LEADING + text.len() as f32 * BODY * LEADING;
        let height = inner + mm(5.2);
        self.need(height + mm(2.0));
        let area = Area { left: LEFT, top: self.y, width: WIDTH, height };
        // Longer than a page it flows on without its frame.
        if height < self.bottom() - self.y {
            self.page().frame(area, mm(1.6), 0.9, Ink::Black);
        }
        if ticked {
            let middle = (LEFT + mm(7.4), area.top + height / 2.0);
            self.page().tick(middle, mm(3.2));
        }
        self.y += mm(2.9);
        self.stack(&heading, 11.0, LEFT + inset, Ink::Black);
        self.stack(&text, BODY, LEFT + inset, Ink::Black);
        self.y += mm(2.3);
    }

    /// Reserves `height` at the foot of the page and tells where it begins.
    pub(super) fn at_bottom(&mut self, height: f32) -> f32 {
        self.need(height + mm(4.0));
        self.y = self.bottom();
        self.y - height
    }

    /// Draws the foot of every page and writes the file.
    pub(super) fn finish(mut self) -> Result<Vec<u8>> {
        let top = self.bottom() + mm(4.0);
        let count = self.pages.len();
        for (index, page) in self.pages.iter_mut().enumerate() {
            page.rule(LEFT, RIGHT, top - mm(1.0), 0.35, Ink::Grey);
            let mut y = top + FOOT;
            for line in &self.foot {
                page.write_line(FOOT, Ink::Grey, LEFT, y, line);
                y += FOOT * LEADING;
            }
            let practice = if self.practice { "LATIHAN, bukan dokumen resmi · " } else { "" };
            let label = format!("{practice}halaman {} dari {count} · Loket · {}", index + 1, self.title);
            for line in shortened(wrap(self.fonts, &[plain(label)], FOOT, WIDTH), 1) {
                page.write_line(FOOT, Ink::Grey, LEFT, y, &line);
            }
        }
        let pages = self.pages.into_iter().map(Page::into_pdf).collect();
        let drawn = Drawn { title: self.title, level: Level::A2b, pages, pictures: self.pictures };
        archival(self.fonts, drawn)
    }
}

/// The word LATIHAN in the top margin and, pale, across the page: cutting one off leaves the other.
fn draw_practice_mark(fonts: &Fonts, page: &mut Page<'_>) {
    const SIZE: f32 = 120.0;
    const SLANT: f32 = 52.0;
    const WORD: &str = "LATIHAN";
    // From the middle of the page back by half the word, and down by half its capitals.
    let (sin, cos) = SLANT.to_radians().sin_cos();
    let (half, rise) = (fonts.width(Face::Strong, SIZE, WORD) / 2.0, 0.355 * SIZE);
    let x = PAPER_WIDTH / 2.0 - half * cos + rise * sin;
    let y = PAPER_HEIGHT / 2.0 + half * sin + rise * cos;
    page.veiled(Veil::Practice, |page| {
        page.write_turned(Face::Strong, SIZE, Ink::Black, (x, y), SLANT, WORD);
    });
    let (width, height) = (mm(27.0), mm(6.4));
    let area = Area { left: (PAPER_WIDTH - width) / 2.0, top: mm(6.0), width, height };
    page.badge(area, 9.5, Ink::Black, WORD);
}
