//! A photograph of a card on a desk, as a cheap webcam would take it, with the true corners.

use image::{Rgb, RgbImage};

use super::chance::Chance;
use crate::capture::{CARD_HEIGHT, CARD_WIDTH, Projection, Quad, sample_linear};
use crate::error::{Code, Error, Result};

/// The picture, and where the four corners of the upright card are in it.
#[derive(Clone, Debug)]
pub struct DeskPhoto {
    pub image: RgbImage,
    /// Top left, top right, bottom right, bottom left, where the straight edges would meet.
    pub corners: [[f32; 2]; 4],
}

/// 3.18 mm at 300 dpi: how round the corners of an ID-1 card are.
const CORNER_RADIUS: f32 = 37.6;

/// Lays the card on a wooden desk: slightly turned and tilted, lit from one side, with the soft shadow
/// and the grain of a small sensor. `size` is width and height of the photograph.
pub fn place_on_desk(card: &RgbImage, seed: u64, size: (u32, u32)) -> Result<DeskPhoto> {
    let mut chance = Chance::new(seed);
    let (width, height) = (size.0 as f32, size.1 as f32);
    let corners = choose_corners(&mut chance, width, height);
    let (card_width, card_height) = (card.width() as f32, card.height() as f32);
    let flat = [[0.0, 0.0], [card_width, 0.0], [card_width, card_height], [0.0, card_height]];
    let to_card = Projection::between(&corners, &flat)
        .ok_or_else(|| Error::new(Code::InvalidInput, "photograph too small for a card"))?;
    let unit = card_width / CARD_WIDTH as f32;
    let wood = Wood::new(&mut chance, height);
    let light = Light::new(&mut chance, width, height);
    let mut flat_photo = Vec::with_capacity(size.0 as usize * size.1 as usize * 3);
    for y in 0..size.1 {
        for x in 0..size.0 {
            let (x, y) = (x as f32 + 0.5, y as f32 + 0.5);
            let middle = to_card.apply(x, y);
            let inside = depth_in_card(middle, card_width, card_height, unit);
            let mut pixel = if inside > 3.0 * unit { [0.0; 3] } else { wood.colour_at(x, y) };
            let [u, v] = middle;
            let below = depth_in_card([u - 7.0 * unit, v - 11.0 * unit], card_width, card_height, unit);
            // Further away the shadow is less than the smallest step of a number.
            if inside <= 3.0 * unit && below > -18.0 * 7.0 * unit {
                let shadow = 0.5 / (1.0 + (-below / (7.0 * unit)).exp());
                pixel = pixel.map(|value| value * (1.0 - shadow));
            }
            if inside > 3.0 * unit {
                // Nothing but the card is seen here, and two places of it tell as much as four.
                let (one, other) = (to_card.apply(x - 0.25, y - 0.25), to_card.apply(x + 0.25, y + 0.25));
                let (one, other) = (sample_linear(card, one), sample_linear(card, other));
                pixel = [0, 1, 2].map(|channel| (one[channel] + other[channel]) / 2.0);
            } else if inside > -3.0 * unit {
                let mut sum = [0.0_f32; 3];
                for (dx, dy) in [(-0.25, -0.25), (0.25, -0.25), (-0.25, 0.25), (0.25, 0.25)] {
                    let at = to_card.apply(x + dx, y + dy);
                    let inked = sample_linear(card, at);
                    let depth = depth_in_card(at, card_width, card_height, unit);
                    let cover = (depth / unit + 0.5).clamp(0.0, 1.0);
                    for channel in 0..3 {
                        sum[channel] += inked[channel] * cover + pixel[channel] * (1.0 - cover);
                    }
                }
                pixel = sum.map(|value| value / 4.0);
            }
            let (gain, noise) = (light.at(x, y), grain(&mut chance));
            flat_photo.extend(
                [1.01, 1.0, 0.975]
                    .iter()
                    .zip(pixel)
                    .map(|(warm, value)| (value * gain * warm + noise).clamp(0.0, 255.0) as u8),
            );
        }
    }
    let image = RgbImage::from_raw(size.0, size.1, flat_photo)
        .ok_or_else(|| Error::new(Code::Internal, "photograph size"))?;
    Ok(DeskPhoto { image, corners })
}

/// The same card as an office copier gives it: black and white, harsh and speckled (S-23).
pub fn photocopy(card: &RgbImage, seed: u64) -> RgbImage {
    let mut chance = Chance::new(seed ^ 0xC0_47);
    let mut copy = card.clone();
    for Rgb(channels) in copy.pixels_mut() {
        let [red, green, blue] = channels.map(f32::from);
        let grey = 0.30 * red + 0.59 * green + 0.11 * blue;
        let speck = if chance.between(0.0, 1.0) < 0.0006 { -120.0 } else { grain(&mut chance) * 2.0 };
        *channels = [((grey - 118.0) * 1.75 + 150.0 + speck).clamp(18.0, 250.0) as u8; 3];
    }
    copy
}

/// A card that fills about two thirds of the height, turned and tilted by a few degrees.
fn choose_corners(chance: &mut Chance, width: f32, height: f32) -> Quad {
    let ratio = CARD_WIDTH as f32 / CARD_HEIGHT as f32;
    let across = (height * chance.between(0.66, 0.76) * ratio).min(width * 0.74);
    let turn = chance.between(-0.075, 0.075);
    let middle = [
        width * 0.5 + chance.between(-0.03, 0.03) * width,
        height * 0.5 + chance.between(-0.02, 0.03) * height,
    ];
    // Tilt makes far edges shorter: a weak perspective along both axes.
    let (tilt_x, tilt_y) = (chance.between(-0.05, 0.05), chance.between(0.02, 0.09));
    [[-0.5, -0.5], [0.5, -0.5], [0.5, 0.5], [-0.5, 0.5]].map(|[u, v]: [f32; 2]| {
        let depth = 1.0 - tilt_x * u - tilt_y * v;
        let (x, y) = (u * across / depth, v * across / ratio / depth);
        [middle[0] + x * turn.cos() - y * turn.sin(), middle[1] + x * turn.sin() + y * turn.cos()]
    })
}

/// How deep a place is inside the round-cornered card, in card pixels; negative outside.
fn depth_in_card([x, y]: [f32; 2], width: f32, height: f32, unit: f32) -> f32 {
    let radius = CORNER_RADIUS * unit;
    let (dx, dy) =
        ((x - width / 2.0).abs() - width / 2.0 + radius, (y - height / 2.0).abs() - height / 2.0 + radius);
    // Only beside a round corner both lie outside; elsewhere the root would be of one square.
    let outside = if dx > 0.0 && dy > 0.0 { dx.hypot(dy) } else { dx.max(dy).max(0.0) };
    radius - outside - dx.max(dy).min(0.0)
}

/// Boards along the desk, each with its own tone and grain.
struct Wood {
    lattice: Vec<f32>,
    base: [f32; 3],
    board: f32,
    scale: f32,
}

const LATTICE: usize = 64;

impl Wood {
    fn new(chance: &mut Chance, height: f32) -> Self {
        let lattice = (0..LATTICE * LATTICE).map(|_| chance.between(-1.0, 1.0)).collect();
        let base = chance.pick(&[
            [150.0, 112.0, 78.0],
            [128.0, 94.0, 66.0],
            [176.0, 142.0, 104.0],
            [110.0, 84.0, 64.0],
        ]);
        Self { lattice, base, board: height / chance.between(2.2, 3.4), scale: 1080.0 / height }
    }

    /// Smooth noise: the lattice between its points.
    fn noise(&self, x: f32, y: f32) -> f32 {
        let (left, top) = (x.floor(), y.floor());
        let smooth = |t: f32| t * t * (3.0 - 2.0 * t);
        let (fx, fy) = (smooth(x - left), smooth(y - top));
        let at = |x: i64, y: i64| {
            let side = LATTICE as i64;
            self.lattice[(y.rem_euclid(side) * side + x.rem_euclid(side)) as usize]
        };
        let (x, y) = (left as i64, top as i64);
        let upper = at(x, y) + (at(x + 1, y) - at(x, y)) * fx;
        let lower = at(x, y + 1) + (at(x + 1, y + 1) - at(x, y + 1)) * fx;
        upper + (lower - upper) * fy
    }

    fn colour_at(&self, x: f32, y: f32) -> [f32; 3] {
        let board = (y / self.board).floor();
        let from_seam = (y - board * self.board).min((board + 1.0) * self.board - y) * self.scale;
        let (x, y) = (x * self.scale + board * 377.0, y * self.scale);
        let warp = self.noise(x * 0.004, y * 0.013);
        let rings = ((y * 0.11 + warp * 5.0 + board * 2.1).sin() * 0.5 + 0.5).powi(2);
        let fibre = self.noise(x * 0.018, y * 0.55);
        let tone = 1.0 + 0.09 * self.noise(board * 7.3, 3.0) - 0.10 * rings + 0.055 * fibre + 0.05 * warp;
        let seam = if from_seam < 2.2 { 0.55 } else { 1.0 };
        self.base.map(|value| value * tone * seam)
    }
}

/// A lamp to one side, and the darker rim of a small lens.
struct Light {
    toward: [f32; 2],
    middle: [f32; 2],
    reach: f32,
}

impl Light {
    fn new(chance: &mut Chance, width: f32, height: f32) -> Self {
        let angle = chance.between(0.0, std::f32::consts::TAU);
        Self {
            toward: [angle.cos(), angle.sin()],
            middle: [width / 2.0, height / 2.0],
            reach: width.hypot(height) / 2.0,
        }
    }

    fn at(&self, x: f32, y: f32) -> f32 {
        let (dx, dy) = ((x - self.middle[0]) / self.reach, (y - self.middle[1]) / self.reach);
        0.985 + 0.055 * (dx * self.toward[0] + dy * self.toward[1]) - 0.13 * (dx * dx + dy * dy)
    }
}

/// Sensor noise: the sum of two even draws, about one and a half steps wide, and 0.5 for rounding.
fn grain(chance: &mut Chance) -> f32 {
    let bits = chance.next();
    let even = |bits: u64| (bits & 0xFFFF) as f32 / 65536.0 - 0.5;
    (even(bits) + even(bits >> 16)) * 4.0 + 0.5
}

#[cfg(test)]
mod tests {
    use super::*;

    fn card() -> RgbImage {
        RgbImage::from_pixel(1011, 638, Rgb([200, 220, 240]))
    }

    #[test]
    fn the_same_seed_gives_the_same_photograph_and_another_seed_another() {
        let (first, again) =
            (place_on_desk(&card(), 1, (320, 180)).unwrap(), place_on_desk(&card(), 1, (320, 180)).unwrap());
        assert!(first.image == again.image);
        assert!(first.image != place_on_desk(&card(), 2, (320, 180)).unwrap().image);
    }

    #[test]
    fn every_corner_stays_in_the_photograph() {
        for seed in 0..200 {
            for size in [(1920.0, 1080.0), (1280.0, 720.0), (2000.0, 1500.0), (1080.0, 1920.0)] {
                let corners = choose_corners(&mut Chance::new(seed), size.0, size.1);
                let inside = |[x, y]: [f32; 2]| x > 0.0 && y > 0.0 && x < size.0 && y < size.1;
                assert!(corners.into_iter().all(inside), "seed {seed}, {corners:?}");
            }
        }
    }

    #[test]
    fn a_photograph_of_no_size_is_refused() {
        assert!(place_on_desk(&card(), 1, (0, 0)).is_err());
    }
}
