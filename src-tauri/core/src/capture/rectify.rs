//! Straightening: the card or page between four corners becomes an upright rectangle.
//!
//! A card becomes ID-1 (ISO/IEC 7810: 85.60 x 53.98 mm) at 300 dots per inch. Where the picture has
//! more pixels than the result, it is first halved and then sampled several times per pixel, so that small
//! print does not shimmer; where it has fewer, a cubic curve (Catmull-Rom) keeps edges firm.

use std::borrow::Cow;

use image::RgbImage;

use super::orient::TurnedBy;
use super::projection::{Projection, Quad};
use crate::error::{Code, Error, Result};

/// 85.60 mm at 300 dpi.
pub const CARD_WIDTH: u32 = 1011;
/// 53.98 mm at 300 dpi.
pub const CARD_HEIGHT: u32 = 638;

/// The longer side of a straightened page: A4 at 200 dpi, readable and light.
const PAGE_LONG_SIDE: f32 = 2339.0;

/// A corner may lie outside the picture by this share of the longer side: a card at the very edge.
const OUTSIDE_MARGIN: f32 = 0.10;

/// Edges shorter than this hold nothing that could be read.
const SHORTEST_EDGE: f32 = 24.0;

/// Sine of the sharpest corner that a flat card can show to a usable camera (about 17 degrees).
const SHARPEST_CORNER: f32 = 0.29;

/// Straightens a card to 1011x638.
///
/// `corners` go clockwise from the one that lies top left in the decoded picture; `turn` is how often
/// the officer then turns it clockwise until the writing stands upright.
pub fn rectify(image: &RgbImage, corners: [[f32; 2]; 4], turn: TurnedBy) -> Result<RgbImage> {
    check_corners(&corners, image.width(), image.height())?;
    warp(image, turned(corners, turn), CARD_WIDTH, CARD_HEIGHT)
}

/// Straightens a page (surat kuasa, akta) and keeps its shape. A shape within 6 % of A4 becomes
/// exactly A4, because a camera never sees one quite straight.
pub fn rectify_page(image: &RgbImage, corners: [[f32; 2]; 4], turn: TurnedBy) -> Result<RgbImage> {
    check_corners(&corners, image.width(), image.height())?;
    let [top_left, top_right, bottom_right, bottom_left] = turned(corners, turn);
    let across = f32::midpoint(distance(top_left, top_right), distance(bottom_left, bottom_right));
    let down = f32::midpoint(distance(top_left, bottom_left), distance(top_right, bottom_right));
    let longer = across.max(down);
    let mut ratio = longer / across.min(down);
    if (ratio / std::f32::consts::SQRT_2 - 1.0).abs() < 0.06 {
        ratio = std::f32::consts::SQRT_2;
    }
    let long_side = longer.min(PAGE_LONG_SIDE);
    let (long, short) = (long_side.round() as u32, (long_side / ratio).round().max(1.0) as u32);
    let (width, height) = if across >= down { (long, short) } else { (short, long) };
    warp(image, [top_left, top_right, bottom_right, bottom_left], width, height)
}

/// Where the four handles stand before anybody dragged them: a centred shape of a card, as large
/// as 80 % of the picture allows.
pub fn default_corners(width: u32, height: u32) -> [[f32; 2]; 4] {
    let (width, height) = (width as f32, height as f32);
    let ratio = CARD_WIDTH as f32 / CARD_HEIGHT as f32;
    let across = (width * 0.8).min(height * 0.8 * ratio);
    let (left, top) = ((width - across) / 2.0, (height - across / ratio) / 2.0);
    let (right, bottom) = (width - left, height - top);
    [[left, top], [right, top], [right, bottom], [left, bottom]]
}

/// The corner that is top left after `turn` clockwise quarters was one or more places before it.
fn turned(mut corners: Quad, turn: TurnedBy) -> Quad {
    corners.rotate_right(turn.count());
    corners
}

fn distance(a: [f32; 2], b: [f32; 2]) -> f32 {
    (a[0] - b[0]).hypot(a[1] - b[1])
}

/// Refuses corners that cannot be those of a flat card in this picture, and says which rule they break.
pub fn check_corners(corners: &Quad, width: u32, height: u32) -> Result<()> {
    let refuse = |detail: &str, sentence: &str| Err(Error::new(Code::InvalidInput, detail).saying(sentence));
    let (width, height) = (width as f32, height as f32);
    let margin = OUTSIDE_MARGIN * width.max(height);
    let inside = |&[x, y]: &[f32; 2]| {
        // A comparison with NaN is false, so a corner that is no number is outside.
        (-margin..=width + margin).contains(&x) && (-margin..=height + margin).contains(&y)
    };
    if !corners.iter().all(inside) {
        return refuse("corner outside", "Ada sudut yang terlalu jauh di luar gambar.");
    }
    let corner_at = |index: usize| corners[index % 4];
    if (0..4).any(|index| distance(corner_at(index), corner_at(index + 1)) < SHORTEST_EDGE) {
        return refuse("edge too short", "Dua sudut terlalu berdekatan. Geser sudut ke tepi kartu.");
    }
    let sines: [f32; 4] = std::array::from_fn(|index| {
        let (before, here, after) = (corner_at(index + 3), corner_at(index), corner_at(index + 1));
        let (ax, ay) = (here[0] - before[0], here[1] - before[1]);
        let (bx, by) = (after[0] - here[0], after[1] - here[1]);
        (ax * by - ay * bx) / (distance(before, here) * distance(here, after))
    });
    if sines.iter().all(|&sine| sine < 0.0) {
        return refuse("counter-clockwise", "Urutan sudut terbalik. Mulai dari kiri atas, searah jarum jam.");
    }
    if sines.iter().any(|&sine| sine <= 0.0) {
        return refuse(
            "not convex",
            "Garis tepi bersilangan atau menekuk ke dalam. Betulkan letak sudutnya.",
        );
    }
    if sines.iter().any(|&sine| sine < SHARPEST_CORNER) {
        return refuse("corner too sharp", "Bentuknya terlalu pipih untuk kartu. Betulkan letak sudutnya.");
    }
    Ok(())
}

/// Samples the quad of `image` into a rectangle.
fn warp(image: &RgbImage, quad: Quad, width: u32, height: u32) -> Result<RgbImage> {
    let (image, quad) = halve_while_much_larger(image, quad, width, height);
    let (right, bottom) = (width as f32, height as f32);
    let target = [[0.0, 0.0], [right, 0.0], [right, bottom], [0.0, bottom]];
    let projection = Projection::between(&target, &quad).ok_or_else(|| {
        Error::new(Code::InvalidInput, "no projection").saying("Letak sudutnya belum benar.")
    })?;
    let scale = shrinking(&quad, width, height);
    // One cubic sample is right up to a little shrinking; then two by two linear ones.
    let finely = scale > 1.25;
    let mut flat = Vec::with_capacity(width as usize * height as usize * 3);
    for y in 0..height {
        for x in 0..width {
            let (x, y) = (x as f32, y as f32);
            let pixel = if finely {
                let at = |dx: f32, dy: f32| sample_linear(&image, projection.apply(x + dx, y + dy));
                let (a, b, c, d) = (at(0.25, 0.25), at(0.75, 0.25), at(0.25, 0.75), at(0.75, 0.75));
                let mean = |channel: usize| (a[channel] + b[channel] + c[channel] + d[channel]) / 4.0;
                [mean(0), mean(1), mean(2)]
            } else {
                sample_cubic(&image, projection.apply(x + 0.5, y + 0.5))
            };
            // Conversion from a float saturates, so overshoot of the curve stays within a byte.
            flat.extend_from_slice(&[(pixel[0] + 0.5) as u8, (pixel[1] + 0.5) as u8, (pixel[2] + 0.5) as u8]);
        }
    }
    RgbImage::from_raw(width, height, flat).ok_or_else(|| Error::new(Code::Internal, "warped size"))
}

/// How many picture pixels one result pixel spans along the most shrunken edge.
fn shrinking(quad: &Quad, width: u32, height: u32) -> f32 {
    let across = distance(quad[0], quad[1]).max(distance(quad[3], quad[2])) / width as f32;
    let down = distance(quad[1], quad[2]).max(distance(quad[0], quad[3])) / height as f32;
    across.max(down)
}

fn halve_while_much_larger<'a>(
    image: &'a RgbImage,
    mut quad: Quad,
    width: u32,
    height: u32,
) -> (Cow<'a, RgbImage>, Quad) {
    let mut image = Cow::Borrowed(image);
    while shrinking(&quad, width, height) > 2.5 && image.width() > 1 && image.height() > 1 {
        let half = halve(&image);
        // An odd last row or column is dropped, so the two scales are exactly one half.
        quad = quad.map(|corner| corner.map(|value| value / 2.0));
        image = Cow::Owned(half);
    }
    (image, quad)
}

/// Each pixel becomes the mean of four.
fn halve(image: &RgbImage) -> RgbImage {
    let (width, height) = (image.width() / 2, image.height() / 2);
    let stride = image.width() as usize * 3;
    let raw = image.as_raw();
    let mut flat = Vec::with_capacity(width as usize * height as usize * 3);
    for y in 0..height as usize {
        let (upper, lower) = (&raw[2 * y * stride..], &raw[(2 * y + 1) * stride..]);
        for at in (0..width as usize).map(|x| x * 6) {
            for at in at..at + 3 {
                let sum =
                    [upper[at], upper[at + 3], lower[at], lower[at + 3]].map(u16::from).iter().sum::<u16>();
                flat.push(((sum + 2) / 4) as u8);
            }
        }
    }
    RgbImage::from_raw(width, height, flat).unwrap_or_default()
}

/// Where the bytes of the pixel at a whole position begin; beyond the picture its edge goes on.
fn offset_at(image: &RgbImage, x: i64, y: i64) -> usize {
    let (width, height) = (i64::from(image.width()), i64::from(image.height()));
    (y.clamp(0, height - 1) * width + x.clamp(0, width - 1)) as usize * 3
}

/// The whole pixel left of and above a position, and how far the position is beyond its middle.
fn split([x, y]: [f32; 2]) -> (i64, i64, f32, f32) {
    let (x, y) = (x - 0.5, y - 0.5);
    let (left, top) = (x.floor(), y.floor());
    // A position is near the picture by then; the bound keeps a stray one from overflowing.
    let whole = |value: f32| (value as i64).clamp(-1_000_000, 1_000_000);
    (whole(left), whole(top), x - left, y - top)
}

pub(crate) fn sample_linear(image: &RgbImage, position: [f32; 2]) -> [f32; 3] {
    let (x, y, fx, fy) = split(position);
    let raw = image.as_raw();
    let (a, b) = (offset_at(image, x, y), offset_at(image, x + 1, y));
    let (c, d) = (offset_at(image, x, y + 1), offset_at(image, x + 1, y + 1));
    let weights = [(1.0 - fx) * (1.0 - fy), fx * (1.0 - fy), (1.0 - fx) * fy, fx * fy];
    let channel = |at: usize| {
        f32::from(raw[a + at]) * weights[0]
            + f32::from(raw[b + at]) * weights[1]
            + f32::from(raw[c + at]) * weights[2]
            + f32::from(raw[d + at]) * weights[3]
    };
    [channel(0), channel(1), channel(2)]
}

/// The four weights of a Catmull-Rom curve at `t` between the two middle points.
fn cubic_weights(t: f32) -> [f32; 4] {
    let (t2, t3) = (t * t, t * t * t);
    [
        0.5 * (-t3 + 2.0 * t2 - t),
        0.5 * (3.0 * t3 - 5.0 * t2 + 2.0),
        0.5 * (-3.0 * t3 + 4.0 * t2 + t),
        0.5 * (t3 - t2),
    ]
}

fn sample_cubic(image: &RgbImage, position: [f32; 2]) -> [f32; 3] {
    let (x, y, fx, fy) = split(position);
    let (across, down) = (cubic_weights(fx), cubic_weights(fy));
    let raw = image.as_raw();
    let mut sum = [0.0_f32; 3];
    for (row, weight) in (y - 1..).zip(down) {
        let at = |column: i64| offset_at(image, x + column, row);
        let (a, b, c, d) = (at(-1), at(0), at(1), at(2));
        let channel = |at: usize| {
            f32::from(raw[a + at]) * across[0]
                + f32::from(raw[b + at]) * across[1]
                + f32::from(raw[c + at]) * across[2]
                + f32::from(raw[d + at]) * across[3]
        };
        sum[0] += channel(0) * weight;
        sum[1] += channel(1) * weight;
        sum[2] += channel(2) * weight;
    }
    sum
}

#[cfg(test)]
#[path = "rectify_test.rs"]
mod tests;
