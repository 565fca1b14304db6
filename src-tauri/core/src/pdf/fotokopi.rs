//! Fotokopi: copies of cards at true size on A4, marked so that they serve nothing else.
//!
//! Size: ID-1 (ISO/IEC 7810), 85.6 x 54.0 mm. The mark is the sentence of procedure 4: date
//! and purpose, slanted, half transparent, off the data. What must not be readable at all (agama,
//! golongan darah, status, pekerjaan) the caller covers in the picture itself: a cover drawn here
//! would leave the pixels in the file.

use super::fonts::{FIXED_SPACE, Face};
use super::layout::{BODY, Flow, Frame, LEADING, SMALL};
use super::page::{Area, Ink, LEFT, PAPER_WIDTH, Page, RIGHT, TOP, Veil, mm};
use super::picture::whole_jpeg;
use super::signature::{Block, Signer};
use super::text::{code, plain, printable, shortened};
use crate::error::{Code, Error, Result};

pub const CARD_WIDTH_MM: f32 = 85.6;
pub const CARD_HEIGHT_MM: f32 = 54.0;

const CARD_WIDTH: f32 = mm(CARD_WIDTH_MM);
const CARD_HEIGHT: f32 = mm(CARD_HEIGHT_MM);
/// Corner radius of an ID-1 card.
const CARD_RADIUS: f32 = mm(3.18);
const CARD_LEFT: f32 = (PAPER_WIDTH - CARD_WIDTH) / 2.0;
/// Tops of the two cards of a page.
const CARD_TOPS: [f32; 2] = [mm(55.0), mm(140.0)];
/// The mark keeps off the data, but a card without a mark must not leave the office: at least this
/// part of it stays open to the mark.
const LEAST_MARKED: f32 = 0.15;

#[derive(Clone, Debug, Default)]
pub struct Fotokopi {
    /// Number of the Permohonan.
    pub permohonan: String,
    pub company: String,
    /// Person whose card is copied.
    pub person: String,
    /// Name of the office as the mark shows it, without "LPSE": "Kabupaten Contoh".
    pub lpse: String,
    /// Date in the mark: "23-11-2026".
    pub date: String,
    pub cards: Vec<CopiedCard>,
    /// The role reads "Sesuai dengan asli".
    pub signer: Signer,
    pub practice: bool,
}

/// One side of one card.
#[derive(Clone, Debug, Default)]
pub struct CopiedCard {
    /// The straightened card (1011 x 638 pixels at 300 dpi). The bytes go into the PDF as they are.
    pub jpeg: Vec<u8>,
    /// "KTP direktur, ukuran asli 85,6 × 54,0 mm."
    pub caption: String,
    /// Short hash of the sealed original, "9f3a 71c0…".
    pub hash: String,
    /// Photo, NIK and other data that the mark leaves free.
    pub kept_free: Vec<KeptFree>,
}

/// A rectangle on the card in millimetres from its top left corner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct KeptFree {
    pub left: f32,
    pub top: f32,
    pub width: f32,
    pub height: f32,
}

impl KeptFree {
    /// From pixels of a straightened card `card` pixels wide and high.
    #[must_use]
    pub fn from_pixels((left, top, width, height): (f32, f32, f32, f32), card: (u32, u32)) -> Self {
        let across = CARD_WIDTH_MM / card.0.max(1) as f32;
        let down = CARD_HEIGHT_MM / card.1.max(1) as f32;
        Self { left: left * across, top: top * down, width: width * across, height: height * down }
    }

    fn covers(&self, x: f32, y: f32) -> bool {
        (self.left..self.left + self.width).contains(&x) && (self.top..self.top + self.height).contains(&y)
    }
}

pub fn render_fotokopi(copy: &Fotokopi) -> Result<Vec<u8>> {
    if copy.cards.is_empty() {
        return Err(Error::new(Code::InvalidInput, "a Fotokopi needs at least one card"));
    }
    let hashes: Vec<_> = copy
        .cards
        .iter()
        .filter(|card| !card.hash.is_empty())
        .map(|card| card.hash.replace(' ', &FIXED_SPACE.to_string()))
        .collect();
    let foot = format!(
        "Salinan ini hanya untuk verifikasi akun SPSE di LPSE {}. Dilarang dipakai untuk keperluan lain. \
         Gambar asli tersegel: {}",
        copy.lpse,
        if hashes.is_empty() { "–".to_owned() } else { hashes.join(", ") }
    );
    let mut flow = Flow::new(&Frame {
        name: "Fotokopi",
        number: Some(&copy.permohonan),
        foot: &foot,
        practice: copy.practice,
    })?;
    let mark = format!(
        "SALINAN - HANYA UNTUK VERIFIKASI AKUN SPSE - LPSE {} - {} - {}",
        copy.lpse.to_uppercase(),
        copy.date,
        copy.permohonan
    );
    let mark = printable(flow.fonts(), Face::Text, &mark);
    for (page, cards) in copy.cards.chunks(CARD_TOPS.len()).enumerate() {
        if page > 0 {
            flow.begin_page();
        }
        draw_head(&mut flow, copy);
        for (place, card) in cards.iter().enumerate() {
            let name = format!("Card{:03}", page * CARD_TOPS.len() + place);
            draw_card(&mut flow, &name, CARD_TOPS[place], card, &mark)?;
        }
        draw_ruler_and_signature(&mut flow, &copy.signer);
    }
    flow.finish()
}

fn draw_head(flow: &mut Flow, copy: &Fotokopi) {
    let badge = Area { left: RIGHT - mm(31.0), top: TOP, width: mm(31.0), height: mm(7.6) };
    let width = badge.left - LEFT - mm(6.0);
    flow.page().write(Face::Strong, 11.5, Ink::Black, LEFT, TOP + 11.5, "Fotokopi KTP dan NPWP");
    let whose = [
        plain("Permohonan "),
        code(&copy.permohonan),
        plain(format!(" · {} · {}", copy.company, copy.person)),
    ];
    let mut y = TOP + 12.5;
    // Three lines hold any sensible name; more would push into the first card.
    for line in &shortened(flow.lines(&whose, BODY, width), 3) {
        y += BODY * LEADING;
        flow.page().write_line(BODY, Ink::Black, LEFT, y, line);
    }
    flow.page().badge(badge, 11.5, Ink::Red, "SALINAN");
    flow.page().rule(LEFT, RIGHT, y.max(TOP + mm(9.5)) + mm(2.6), 0.7, Ink::Black);
}

fn draw_card(flow: &mut Flow, name: &str, top: f32, card: &CopiedCard, mark: &str) -> Result<()> {
    if part_open_to_mark(&card.kept_free) < LEAST_MARKED {
        return Err(Error::new(Code::InvalidInput, "the areas kept free leave no room for the mark"));
    }
    flow.add_picture(name.to_owned(), whole_jpeg(&card.jpeg)?);
    let area = Area { left: CARD_LEFT, top, width: CARD_WIDTH, height: CARD_HEIGHT };
    let holes: Vec<_> = card.kept_free.iter().map(|free| on_page(area, free)).collect();
    let mark_width = flow.fonts().width(Face::Text, MARK_SIZE, mark) + MARK_SIZE;
    let page = flow.page();
    page.clipped(area, CARD_RADIUS, &[], |page| page.place_picture(name, area));
    page.clipped(area, CARD_RADIUS, &holes, |page| {
        page.veiled(Veil::CopyMark, |page| draw_mark(page, area, mark, mark_width));
    });
    draw_crop_marks(page, area);

    let mut y = top + CARD_HEIGHT + mm(5.0);
    for line in &shortened(flow.lines(&[plain(&card.caption)], SMALL, mm(100.0)), 4) {
        flow.page().write_centred(SMALL, Ink::Black, PAPER_WIDTH / 2.0, y + SMALL, line);
        y += SMALL * LEADING;
    }
    Ok(())
}

pub(super) const MARK_SIZE: f32 = 6.2;
const MARK_SLANT: f32 = 22.0;
/// Height between two lines of the mark.
const MARK_PITCH: f32 = mm(9.4);

/// Lines of the sentence rise across the card. Each begins a good third of the sentence later than
/// the one above, so that every word stands somewhere whole.
pub(super) fn draw_mark(page: &mut Page<'_>, card: Area, mark: &str, mark_width: f32) {
    let rise = card.width * MARK_SLANT.to_radians().tan();
    let lines = ((card.height + rise) / MARK_PITCH).ceil() as usize;
    let (sin, cos) = MARK_SLANT.to_radians().sin_cos();
    let length = card.width / cos;
    for line in 0..lines {
        let y = card.top + (line as f32 + 0.6) * MARK_PITCH;
        let mut along = -(line as f32 * 0.382).fract() * mark_width;
        while along < length {
            let start = (card.left + along * cos, y - along * sin);
            page.write_turned(Face::Text, MARK_SIZE, Ink::Red, start, MARK_SLANT, mark);
            along += mark_width;
        }
    }
}

fn on_page(card: Area, free: &KeptFree) -> Area {
    // Cut to the card: outside it the two rectangles of the clip would no longer be nested.
    let left = mm(free.left).clamp(0.0, card.width);
    let top = mm(free.top).clamp(0.0, card.height);
    let right = mm(free.left + free.width).clamp(left, card.width);
    let bottom = mm(free.top + free.height).clamp(top, card.height);
    Area { left: card.left + left, top: card.top + top, width: right - left, height: bottom - top }
}

/// Part of the card outside every kept-free area, counted over square millimetres.
fn part_open_to_mark(kept_free: &[KeptFree]) -> f32 {
    let (across, down) = (CARD_WIDTH_MM as u16, CARD_HEIGHT_MM as u16);
    let open = (0..down)
        .flat_map(|y| (0..across).map(move |x| (f32::from(x) + 0.5, f32::from(y) + 0.5)))
        .filter(|&(x, y)| !kept_free.iter().any(|area| area.covers(x, y)))
        .count();
    open as f32 / f32::from(across * down)
}

fn draw_crop_marks(page: &mut Page<'_>, card: Area) {
    let (near, far) = (mm(1.0), mm(3.6));
    for (x, outward) in [(card.left, -1.0), (card.left + card.width, 1.0)] {
        for (y, downward) in [(card.top, -1.0), (card.top + card.height, 1.0)] {
            page.stroke(&[(x + outward * near, y), (x + outward * far, y)], 0.6, Ink::Black);
            page.stroke(&[(x, y + downward * near), (x, y + downward * far)], 0.6, Ink::Black);
        }
    }
}

/// Foot of the page: a line of 50 mm that proves the scale, and the signature.
fn draw_ruler_and_signature(flow: &mut Flow, signer: &Signer) {
    let block = Block::new(flow, signer);
    let bottom = flow.bottom();
    let y = bottom - mm(10.0);
    let page = flow.page();
    page.rule(LEFT, LEFT + mm(50.0), y, 0.7, Ink::Black);
    for tick in 0..=5_u8 {
        let x = LEFT + mm(10.0) * f32::from(tick);
        let half = if tick % 5 == 0 { mm(1.5) } else { mm(0.9) };
        page.stroke(&[(x, y - half), (x, y + half)], 0.7, Ink::Black);
    }
    let words = "Garis ini harus 50 mm. Bila tidak, cetak ulang pada skala 100%.";
    page.write(Face::Text, SMALL, Ink::Black, LEFT, y + mm(6.5), words);
    block.draw(flow, bottom);
}
