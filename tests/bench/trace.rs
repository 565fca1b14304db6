//! Reads every word and every rule off a finished page, so that a rival can draw the same one.
//!
//! It knows the operators that our own papers use, not all of PDF.

use std::collections::BTreeMap;

use lopdf::content::Operation;
use lopdf::{Document, Encoding, Object};

use crate::Outcome;

/// Height of A4 in points. PDF counts from the bottom, everybody else from the top.
const HEIGHT: f32 = 841.89;

/// One face, colour and place.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Stroke {
    Words { face: Face, size: f32, ink: Ink, at: (f32, f32), text: String },
    Rule { thickness: f32, ink: Ink, dash: Vec<f32>, steps: Vec<Step> },
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Step {
    Move([f32; 2]),
    Line([f32; 2]),
    Curve([f32; 6]),
    Close,
}

/// Red, green and blue from 0 to 1.
pub(crate) type Ink = [f32; 3];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Face {
    Text,
    Strong,
    Code,
}

impl Face {
    /// By the resource name that our papers give it.
    fn named(name: &[u8]) -> Option<Self> {
        match name {
            b"LOKETA" => Some(Self::Text),
            b"LOKETB" => Some(Self::Strong),
            b"LOKETC" => Some(Self::Code),
            _ => None,
        }
    }
}

/// The only page of `pdf`.
pub(crate) fn only_page(pdf: &[u8]) -> Outcome<Vec<Stroke>> {
    let document = Document::load_mem(pdf)?;
    let pages: Vec<_> = document.page_iter().collect();
    let &[page] = pages.as_slice() else { return Err("the paper has another page".into()) };
    let mut encodings = BTreeMap::new();
    for (name, font) in document.get_page_fonts(page)? {
        encodings.insert(name, font.get_font_encoding(&document)?);
    }
    let mut pen = Pen { encodings, ..Pen::default() };
    for operation in document.get_and_decode_page_content(page)?.operations {
        pen.follow(&operation)?;
    }
    Ok(pen.strokes)
}

#[derive(Default)]
struct Pen<'a> {
    encodings: BTreeMap<Vec<u8>, Encoding<'a>>,
    strokes: Vec<Stroke>,
    font: Vec<u8>,
    size: f32,
    at: (f32, f32),
    fill: Ink,
    outline: Ink,
    thickness: f32,
    dash: Vec<f32>,
    steps: Vec<Step>,
}

impl Pen<'_> {
    fn follow(&mut self, operation: &Operation) -> Outcome {
        let operands = &operation.operands;
        match operation.operator.as_str() {
            "rg" => self.fill = numbers(operands)?,
            "RG" => self.outline = numbers(operands)?,
            "w" => [self.thickness] = numbers(operands)?,
            "d" => self.dash = dash(operands)?,
            // Dashes are the only state that our papers set and take back.
            "Q" => self.dash.clear(),
            "Tf" => {
                let [font, size] = operands.as_slice() else { return Err("a font and its size".into()) };
                self.font = font.as_name()?.to_vec();
                self.size = size.as_float()?;
            }
            "Tm" => {
                let [_, _, _, _, x, y] = numbers(operands)?;
                self.at = (x, HEIGHT - y);
            }
            "Tj" | "TJ" => self.write(operands)?,
            "m" => self.steps.push(Step::Move(turned(numbers(operands)?))),
            "l" => self.steps.push(Step::Line(turned(numbers(operands)?))),
            "c" => self.steps.push(Step::Curve(turned(numbers(operands)?))),
            "h" => self.steps.push(Step::Close),
            "S" => {
                let steps = std::mem::take(&mut self.steps);
                let (thickness, ink, dash) = (self.thickness, self.outline, self.dash.clone());
                self.strokes.push(Stroke::Rule { thickness, ink, dash, steps });
            }
            _ => {}
        }
        Ok(())
    }

    fn write(&mut self, operands: &[Object]) -> Outcome {
        let encoding = self.encodings.get(&self.font).ok_or("the page names its faces")?;
        let mut text = String::new();
        for operand in operands {
            let parts = operand.as_array().map_or(std::slice::from_ref(operand), Vec::as_slice);
            for part in parts.iter().filter_map(|part| part.as_str().ok()) {
                text.push_str(&Document::decode_text(encoding, part)?);
            }
        }
        let face = Face::named(&self.font).ok_or("a face of our papers")?;
        self.strokes.push(Stroke::Words { face, size: self.size, ink: self.fill, at: self.at, text });
        Ok(())
    }
}

fn numbers<const N: usize>(operands: &[Object]) -> Outcome<[f32; N]> {
    let numbers = operands.iter().map(Object::as_float).collect::<Result<Vec<_>, _>>()?;
    numbers.try_into().map_err(|_| "another count of numbers".into())
}

fn dash(operands: &[Object]) -> Outcome<Vec<f32>> {
    let pattern = operands.first().ok_or("a dash pattern")?.as_array()?;
    Ok(pattern.iter().map(Object::as_float).collect::<Result<Vec<_>, _>>()?)
}

/// Coordinates counted from the top.
fn turned<const N: usize>(mut coordinates: [f32; N]) -> [f32; N] {
    for y in coordinates.iter_mut().skip(1).step_by(2) {
        *y = HEIGHT - *y;
    }
    coordinates
}
