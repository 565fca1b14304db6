//! From sealed bytes to what the officer sees. Pure, and slow for a large picture: never called while
//! anybody waits for the office.

use image::RgbImage;
use zeroize::Zeroizing;

use super::framing::{Appearance, Framing, PictureVariant, hides_rows};
use super::{
    KTP_SENSITIVE_ROWS, TurnedBy, decode, default_corners, encode_jpeg, mask_sensitive, rectify,
    rectify_page, rotate, thumbnail,
};
use crate::document::DocumentKind;
use crate::error::Result;

/// Longest side of a thumbnail.
const THUMB_SIDE: u32 = 420;
/// Longest side of a picture nobody can read: a letter of a KTP that fills it is two pixels high.
const COARSE_SIDE: u32 = 72;
/// Longest side of a page that is looked at before it belongs to a document: enough to read a card on it.
const PAGE_SIDE: u32 = 2200;
/// JPEG quality of derived pictures; the original keeps its own bytes.
const QUALITY: u8 = 90;
const THUMB_QUALITY: u8 = 82;

/// A sealed picture as JPEG, with hidden what this look hides.
pub fn shown(bytes: &[u8], framing: &Framing, variant: PictureVariant) -> Result<Vec<u8>> {
    draw(decode(bytes)?.image, framing, variant)
}

/// A page of which nobody has said yet what it shows, so nothing on it can be hidden.
pub fn shown_whole(bytes: &[u8], variant: PictureVariant) -> Result<Vec<u8>> {
    let (side, quality) = match variant {
        PictureVariant::Thumb => (THUMB_SIDE, THUMB_QUALITY),
        PictureVariant::Card | PictureVariant::Original => (PAGE_SIDE, QUALITY),
    };
    encode_jpeg(&shrunk(decode(bytes)?.image, side), quality)
}

/// The upright, straightened card as pixels, nothing hidden: what papers are made of.
pub fn straightened(bytes: &[u8], framing: &Framing) -> Result<RgbImage> {
    card(decode(bytes)?.image, framing)
}

/// Covers what such a card may show only as the original.
pub fn hide_rows(kind: DocumentKind, card: &mut RgbImage) {
    if hides_rows(kind) {
        mask_sensitive(card, &KTP_SENSITIVE_ROWS);
    }
}

fn draw(image: RgbImage, framing: &Framing, variant: PictureVariant) -> Result<Vec<u8>> {
    let (side, quality) = match variant {
        PictureVariant::Thumb => (THUMB_SIDE, THUMB_QUALITY),
        PictureVariant::Card | PictureVariant::Original => (u32::MAX, QUALITY),
    };
    // Made small before it is turned: a turn holds the picture twice.
    let small = |image, side| rotate(shrunk(image, side), TurnedBy::quarters(framing.quarter_turns));
    let seen = match framing.appearance(variant) {
        Appearance::AsTaken => image,
        Appearance::Whole => small(image, side),
        Appearance::Coarse => small(image, COARSE_SIDE),
        Appearance::Card => {
            let mut card = card(image, framing)?;
            hide_rows(framing.kind, &mut card);
            shrunk(card, side)
        }
        Appearance::Page => shrunk(page(image, framing)?, side),
    };
    encode_jpeg(&seen, quality)
}

fn shrunk(image: RgbImage, side: u32) -> RgbImage {
    if image.width().max(image.height()) <= side { image } else { thumbnail(&image, side) }
}

fn card(image: RgbImage, framing: &Framing) -> Result<RgbImage> {
    let (turned, corners) = upright(image, framing);
    rectify(&turned, corners, TurnedBy::default())
}

fn page(image: RgbImage, framing: &Framing) -> Result<RgbImage> {
    let (turned, corners) = upright(image, framing);
    rectify_page(&turned, corners, TurnedBy::default())
}

fn upright(image: RgbImage, framing: &Framing) -> (RgbImage, [[f32; 2]; 4]) {
    let turned = rotate(image, TurnedBy::quarters(framing.quarter_turns));
    let corners = framing.corners.unwrap_or_else(|| default_corners(turned.width(), turned.height()));
    (turned, corners)
}

/// A picture that passed every check, with what its one decoding gave: its size and its first thumbnail.
pub struct Taken {
    bytes: Zeroizing<Vec<u8>>,
    framing: Framing,
    thumb: Zeroizing<Vec<u8>>,
}

impl Taken {
    /// Checks a picture completely, pixels included: a header alone would accept a file whose middle is
    /// missing.
    pub fn check(kind: DocumentKind, bytes: Vec<u8>) -> Result<Self> {
        let bytes = Zeroizing::new(bytes);
        let image = decode(&bytes)?.image;
        let (width, height) = image.dimensions();
        let framing = Framing { kind, width, height, corners: None, quarter_turns: 0 };
        let thumb = Zeroizing::new(draw(image, &framing, PictureVariant::Thumb)?);
        Ok(Self { bytes, framing, thumb })
    }

    /// Bytes that nothing has looked at, to prove that nothing does before they must be shown.
    #[cfg(test)]
    pub(crate) fn unchecked(kind: DocumentKind, bytes: Vec<u8>) -> Self {
        let framing = Framing { kind, width: 8, height: 8, corners: None, quarter_turns: 0 };
        Self { bytes: Zeroizing::new(bytes), framing, thumb: Zeroizing::default() }
    }

    /// Exactly as taken.
    pub fn bytes(&self) -> &Zeroizing<Vec<u8>> {
        &self.bytes
    }

    pub fn framing(&self) -> &Framing {
        &self.framing
    }

    /// As [`shown`] would draw it while no corners are marked.
    pub fn thumb(&self) -> &Zeroizing<Vec<u8>> {
        &self.thumb
    }
}

#[cfg(test)]
#[path = "shown_test.rs"]
mod tests;
