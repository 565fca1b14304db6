//! A simple drawn face: clearly a drawing, different for every seed, like nobody.

use super::canvas::{Canvas, Colour, Point};
use super::chance::Chance;

const SKIN: [Colour; 5] = [[236, 196, 160], [222, 176, 136], [205, 155, 114], [186, 134, 96], [160, 112, 80]];
const CLOTH: [Colour; 6] =
    [[52, 76, 110], [92, 58, 64], [66, 92, 74], [210, 208, 200], [120, 96, 62], [64, 62, 84]];
const VEIL: [Colour; 5] = [[70, 92, 120], [150, 104, 110], [86, 110, 94], [196, 184, 168], [84, 74, 98]];
const HAIR: Colour = [30, 26, 26];
const INK: Colour = [54, 38, 34];

/// Fills the rectangle with a portrait. The backdrop follows the custom of red for odd and blue for
/// even years of birth.
pub(super) fn draw(canvas: &mut Canvas, low: Point, high: Point, seed: u64, is_woman: bool, odd_year: bool) {
    let mut chance = Chance::new(seed ^ 0xFACE);
    let (skin, cloth, veil) = (chance.pick(&SKIN), chance.pick(&CLOTH), chance.pick(&VEIL));
    let shade: Colour = skin.map(|value| (f32::from(value) * 0.86) as u8);
    let (width, middle) = (high[0] - low[0], f32::midpoint(low[0], high[0]));
    // Every length below is a share of the width of the photograph.
    let at = |x: f32, y: f32| [middle + x * width, low[1] + y * width];
    let size = |x: f32, y: f32| [x * width, y * width];
    let (face_width, face_height) = (chance.between(0.195, 0.225), chance.between(0.265, 0.295));
    let veiled = is_woman && chance.between(0.0, 1.0) < 0.6;

    canvas.rectangle(low, high, if odd_year { [186, 38, 44] } else { [38, 76, 166] });
    if veiled {
        canvas.ellipse(at(0.0, 0.60), size(face_width + 0.085, face_height + 0.105), veil);
    } else if is_woman {
        canvas.ellipse(at(0.0, 0.64), size(face_width + 0.06, face_height + 0.12), HAIR);
    }
    let shoulder = |x: f32| {
        let away = ((x - middle) / (width * 0.5)).abs();
        low[1] + width * (1.02 + 0.22 * away.powi(3))
    };
    canvas.below([low[0], high[0]], high[1], cloth, shoulder);
    if veiled {
        canvas.ellipse(at(0.0, 0.84), size(face_width + 0.06, 0.24), veil);
        canvas.ellipse(at(0.0, 1.02), size(0.31, 0.22), veil);
    } else {
        canvas.rectangle(at(-0.085, 0.80), at(0.085, 1.03), shade);
        canvas.ellipse(at(0.0, 1.03), size(0.085, 0.07), shade);
        canvas.stroke(&[at(-0.16, 1.0), at(0.0, 1.17), at(0.16, 1.0)], width * 0.02, [240, 238, 232], 0.9);
        canvas.ellipse(at(-face_width, 0.64), size(0.035, 0.055), shade);
        canvas.ellipse(at(face_width, 0.64), size(0.035, 0.055), shade);
        // The hair is a cap behind the face that shows above the forehead.
        canvas.ellipse(at(0.0, 0.53), size(face_width + 0.018, face_height * 0.88), HAIR);
    }
    canvas.ellipse(at(0.0, 0.63), size(face_width, face_height), skin);
    if !veiled {
        let parting = chance.between(-0.025, 0.025);
        canvas.ellipse(at(parting, 0.385), size(face_width * 0.86, 0.085), HAIR);
    }
    features(canvas, &mut chance, &at, width, is_woman);
    // Keeps a wide shoulder or veil inside the photograph's lower edge.
    canvas.stroke(&[[low[0], high[1]], high], 1.5, [235, 238, 240], 0.6);
}

fn features(
    canvas: &mut Canvas,
    chance: &mut Chance,
    at: &impl Fn(f32, f32) -> Point,
    width: f32,
    is_woman: bool,
) {
    let (eye, brow) = (chance.between(0.078, 0.092), chance.between(0.535, 0.55));
    let (mouth, smile) = (chance.between(0.06, 0.08), chance.between(0.008, 0.022));
    for side in [-1.0, 1.0] {
        canvas.ellipse(at(side * eye, 0.605), [width * 0.034, width * 0.018], [246, 244, 240]);
        canvas.ellipse(at(side * eye, 0.605), [width * 0.0165, width * 0.0175], INK);
        let arch = [
            at(side * (eye - 0.05), brow + 0.008),
            at(side * eye, brow - 0.008),
            at(side * (eye + 0.05), brow + 0.01),
        ];
        canvas.stroke(&arch, width * if is_woman { 0.012 } else { 0.02 }, HAIR, 0.9);
    }
    canvas.stroke(&[at(0.005, 0.63), at(0.022, 0.705), at(-0.015, 0.712)], width * 0.010, INK, 0.35);
    let lip: Colour = if is_woman { [178, 78, 80] } else { [150, 84, 76] };
    let curve: Vec<Point> = (0..=8_u8)
        .map(|step| {
            let along = f32::from(step) / 4.0 - 1.0;
            at(along * mouth, 0.785 + smile * (1.0 - along * along))
        })
        .collect();
    canvas.stroke(&curve, width * 0.018, lip, 0.95);
    if chance.between(0.0, 1.0) < 0.3 {
        for side in [-1.0_f32, 1.0] {
            let rim: Vec<Point> = (0..=24_u8)
                .map(|step| {
                    let turn = f32::from(step) / 24.0 * std::f32::consts::TAU;
                    at(side * eye + 0.058 * turn.cos(), 0.607 + 0.042 * turn.sin())
                })
                .collect();
            canvas.stroke(&rim, width * 0.009, [36, 36, 40], 0.9);
        }
        canvas.stroke(&[at(-eye + 0.058, 0.60), at(eye - 0.058, 0.60)], width * 0.009, [36, 36, 40], 0.9);
    }
}

/// A flourish that looks like a signature and spells nothing.
pub(super) fn sign(canvas: &mut Canvas, low: Point, high: Point, seed: u64) {
    let mut chance = Chance::new(seed ^ 0x51_6E);
    let (loops, lean) = (chance.between(3.0, 5.5), chance.between(0.2, 0.9));
    let (width, middle) = (high[0] - low[0], f32::midpoint(low[1], high[1]));
    let line: Vec<Point> = (0..=90_u8)
        .map(|step| {
            let along = f32::from(step) / 90.0;
            let turn = along * loops * std::f32::consts::TAU;
            let tall = (high[1] - low[1]) / 2.0 * (1.0 - 0.75 * along) * (0.7 + 0.3 * (turn * 0.37).sin());
            [low[0] + width * (along * 0.86 + 0.07 * (turn + lean).cos() + 0.07), middle + tall * turn.sin()]
        })
        .collect();
    canvas.stroke(&line, 2.2, [26, 30, 74], 0.85);
    let under = [[low[0] + width * 0.1, high[1] - 4.0], [high[0], middle + 4.0]];
    canvas.stroke(&under, 2.0, [26, 30, 74], 0.8);
}
