//! One A4 page: the few strokes from which every paper is drawn.
//!
//! Places are in points from the top left corner, as people read. Only here do they turn into the
//! bottom-left places of PDF, and only here and in `conform` is the PDF writer named.

use printpdf::graphics::{PaintMode, WindingOrder};
use printpdf::{
    Color, ExtendedGraphicsStateId, FontId, Line as Stroke, LineDashPattern, LinePoint, Mm, Op,
    PdfFontHandle, PdfPage, Point, Polygon, PolygonRing, Pt, Rgb, TextItem, TextMatrix, XObjectId,
    XObjectTransform,
};

use super::fonts::{FIXED_SPACE, Face, Fonts};
use super::text::{Line, printable};

/// A4 (ISO 216) in millimetres.
pub(super) const PAPER_WIDTH: f32 = mm(210.0);
pub(super) const PAPER_HEIGHT: f32 = mm(297.0);

/// The margins: 19 mm at the sides, 17 mm above.
pub(super) const LEFT: f32 = mm(19.0);
pub(super) const RIGHT: f32 = PAPER_WIDTH - mm(19.0);
pub(super) const WIDTH: f32 = RIGHT - LEFT;
pub(super) const TOP: f32 = mm(17.0);

/// Millimetres as points.
pub(super) const fn mm(millimetres: f32) -> f32 {
    millimetres * 72.0 / 25.4
}

/// Black, and the palest grey that cheap printers still set crisply on office printers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ink {
    Black,
    /// #444444: labels and the foot.
    Grey,
    /// The copy mark. Grey printers turn it into a dark grey.
    Red,
}

impl Ink {
    fn color(self) -> Color {
        let (r, g, b) = match self {
            Self::Black => (0.0, 0.0, 0.0),
            Self::Grey => (0.267, 0.267, 0.267),
            Self::Red => (0.70, 0.07, 0.09),
        };
        Color::Rgb(Rgb { r, g, b, icc_profile: None })
    }
}

/// How see-through the next strokes are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Veil {
    /// 34 % ink: the mark on copies.
    CopyMark,
    /// 7 % ink: the word LATIHAN across a page of the practice office.
    Practice,
}

impl Veil {
    pub(super) const ALL: [Self; 2] = [Self::CopyMark, Self::Practice];

    pub(super) fn resource(self) -> &'static str {
        match self {
            Self::CopyMark => "VeilCopy",
            Self::Practice => "VeilPractice",
        }
    }

    pub(super) fn alpha(self) -> f32 {
        match self {
            Self::CopyMark => 0.34,
            Self::Practice => 0.07,
        }
    }
}

/// An area of a page, from the top left corner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Area {
    pub(super) left: f32,
    pub(super) top: f32,
    pub(super) width: f32,
    pub(super) height: f32,
}

pub(super) struct Page<'a> {
    fonts: &'a Fonts,
    ops: Vec<Op>,
}

impl<'a> Page<'a> {
    pub(super) fn new(fonts: &'a Fonts) -> Self {
        Self { fonts, ops: Vec::new() }
    }

    pub(super) fn into_pdf(self) -> PdfPage {
        PdfPage::new(Mm(210.0), Mm(297.0), self.ops)
    }

    /// Writes `text` with its baseline at `y`; returns where it ends.
    pub(super) fn write(&mut self, face: Face, size: f32, ink: Ink, x: f32, y: f32, text: &str) -> f32 {
        let text = printable(self.fonts, face, text);
        self.write_turned(face, size, ink, (x, y), 0.0, &text);
        x + self.fonts.width(face, size, &text)
    }

    pub(super) fn write_line(&mut self, size: f32, ink: Ink, x: f32, y: f32, line: &Line) -> f32 {
        line.iter().fold(x, |x, run| self.write(run.face, size, ink, x, y, &run.text))
    }

    pub(super) fn write_centred(&mut self, size: f32, ink: Ink, middle: f32, y: f32, line: &Line) {
        self.write_line(size, ink, middle - self.line_width(size, line) / 2.0, y, line);
    }

    pub(super) fn line_width(&self, size: f32, line: &Line) -> f32 {
        line.iter().map(|run| self.fonts.width(run.face, size, &run.text)).sum()
    }

    /// Writes printable `text` turned counter-clockwise by `degrees` around its own start.
    pub(super) fn write_turned(
        &mut self,
        face: Face,
        size: f32,
        ink: Ink,
        (x, y): (f32, f32),
        degrees: f32,
        text: &str,
    ) {
        if text.trim().is_empty() {
            return;
        }
        let (sin, cos) = degrees.to_radians().sin_cos();
        self.ops.extend([
            Op::StartTextSection,
            Op::SetFont { font: PdfFontHandle::External(FontId(face.resource().to_owned())), size: Pt(size) },
            Op::SetFillColor { col: ink.color() },
            Op::SetTextMatrix { matrix: TextMatrix::Raw([cos, sin, -sin, cos, x, PAPER_HEIGHT - y]) },
            Op::ShowText { items: spaced(face, text) },
            Op::EndTextSection,
        ]);
    }

    /// A frame with one word in capitals, set wide in its middle.
    pub(super) fn badge(&mut self, area: Area, size: f32, ink: Ink, word: &str) {
        let spacing = size * 0.17;
        let gaps = word.chars().count().saturating_sub(1) as f32;
        let width = self.fonts.width(Face::Strong, size, word) + spacing * gaps;
        self.frame(area, mm(0.9), size * 0.13, ink);
        self.ops.push(Op::SetCharacterSpacing { multiplier: spacing });
        // Capitals of this face are 0.71 em high.
        let baseline = area.top + (area.height + 0.71 * size) / 2.0;
        self.write(Face::Strong, size, ink, area.left + (area.width - width) / 2.0, baseline, word);
        self.ops.push(Op::SetCharacterSpacing { multiplier: 0.0 });
    }

    pub(super) fn rule(&mut self, left: f32, right: f32, y: f32, thickness: f32, ink: Ink) {
        self.stroke(&[(left, y), (right, y)], thickness, ink);
    }

    pub(super) fn stroke(&mut self, points: &[(f32, f32)], thickness: f32, ink: Ink) {
        let points = points.iter().map(|&(x, y)| corner(x, y)).collect();
        self.ops.extend([
            Op::SetOutlineColor { col: ink.color() },
            Op::SetOutlineThickness { pt: Pt(thickness) },
            Op::DrawLine { line: Stroke { points, is_closed: false } },
        ]);
    }

    /// A frame with round corners.
    pub(super) fn frame(&mut self, area: Area, radius: f32, thickness: f32, ink: Ink) {
        self.ops.extend([
            Op::SetOutlineColor { col: ink.color() },
            Op::SetOutlineThickness { pt: Pt(thickness) },
            Op::DrawPolygon { polygon: rounded(area, radius, PaintMode::Stroke) },
        ]);
    }

    pub(super) fn dashed(&mut self, draw: impl FnOnce(&mut Self)) {
        self.ops.push(Op::SaveGraphicsState);
        self.ops.push(Op::SetLineDashPattern {
            dash: LineDashPattern { pattern: [2.0, 1.6].into_iter().collect(), offset: 0.0 },
        });
        draw(self);
        self.ops.push(Op::RestoreGraphicsState);
    }

    /// A tick in a circle: the sign of an approved case.
    pub(super) fn tick(&mut self, middle: (f32, f32), radius: f32) {
        let (x, y) = middle;
        let around = Area { left: x - radius, top: y - radius, width: 2.0 * radius, height: 2.0 * radius };
        self.frame(around, radius, 1.3, Ink::Black);
        let points = [(-0.42, 0.02), (-0.1, 0.34), (0.44, -0.3)];
        self.stroke(&points.map(|(dx, dy)| (x + dx * radius, y + dy * radius)), 1.5, Ink::Black);
    }

    /// Places picture `resource` so that it fills `area` exactly.
    pub(super) fn place_picture(&mut self, resource: &str, area: Area) {
        self.ops.push(Op::UseXobject {
            id: XObjectId(resource.to_owned()),
            transform: XObjectTransform {
                translate_x: Some(Pt(area.left)),
                translate_y: Some(Pt(PAPER_HEIGHT - area.top - area.height)),
                scale_x: Some(area.width),
                scale_y: Some(area.height),
                no_auto_scale: true,
                ..XObjectTransform::default()
            },
        });
    }

    /// Draws inside `area` only, and outside every one of `holes`.
    pub(super) fn clipped(&mut self, area: Area, radius: f32, holes: &[Area], draw: impl FnOnce(&mut Self)) {
        self.ops.push(Op::SaveGraphicsState);
        self.ops.push(Op::DrawPolygon { polygon: rounded(area, radius, PaintMode::Clip) });
        for hole in holes {
            // One clip per hole: clips intersect, so holes may overlap. Within one path the
            // even-odd rule turns the inner rectangle into a hole.
            let rings = vec![ring(area), ring(*hole)];
            self.ops.push(Op::DrawPolygon {
                polygon: Polygon { rings, mode: PaintMode::Clip, winding_order: WindingOrder::EvenOdd },
            });
        }
        draw(self);
        self.ops.push(Op::RestoreGraphicsState);
    }

    pub(super) fn veiled(&mut self, veil: Veil, draw: impl FnOnce(&mut Self)) {
        self.ops.push(Op::SaveGraphicsState);
        self.ops.push(Op::LoadGraphicsState { gs: ExtendedGraphicsStateId(veil.resource().to_owned()) });
        draw(self);
        self.ops.push(Op::RestoreGraphicsState);
    }
}

/// The words of a text with a little more air at each space (a negative number moves right).
fn spaced(face: Face, text: &str) -> Vec<TextItem> {
    let text = text.replace(FIXED_SPACE, " ");
    if face.space_extra() == 0.0 {
        return vec![TextItem::Text(text)];
    }
    text.split_inclusive(' ')
        .flat_map(|word| {
            let air = word.ends_with(' ').then(|| TextItem::Offset(-face.space_extra()));
            [Some(TextItem::Text(word.to_owned())), air].into_iter().flatten()
        })
        .collect()
}

fn corner(x: f32, y: f32) -> LinePoint {
    LinePoint { p: Point { x: Pt(x), y: Pt(PAPER_HEIGHT - y) }, bezier: false }
}

fn ring(area: Area) -> PolygonRing {
    let (right, bottom) = (area.left + area.width, area.top + area.height);
    let corners = [(area.left, area.top), (right, area.top), (right, bottom), (area.left, bottom)];
    // Closed by hand: the writer closes only the last ring of a path.
    PolygonRing { points: corners.into_iter().chain([corners[0]]).map(|(x, y)| corner(x, y)).collect() }
}

fn rounded(area: Area, radius: f32, mode: PaintMode) -> Polygon {
    /// How far the handles of a quarter circle reach, as part of its radius.
    const HANDLE: f32 = 0.552_285;
    let (left, top) = (area.left, area.top);
    let (right, bottom) = (left + area.width, top + area.height);
    // Each corner: where the curve begins, its two handles, where it ends.
    let handle = radius * (1.0 - HANDLE);
    let quarters = [
        [(right - radius, top), (right - handle, top), (right, top + handle), (right, top + radius)],
        [
            (right, bottom - radius),
            (right, bottom - handle),
            (right - handle, bottom),
            (right - radius, bottom),
        ],
        [(left + radius, bottom), (left + handle, bottom), (left, bottom - handle), (left, bottom - radius)],
        [(left, top + radius), (left, top + handle), (left + handle, top), (left + radius, top)],
    ];
    let points = quarters
        .iter()
        .flat_map(|quarter| {
            let bezier = |(x, y)| LinePoint { bezier: true, ..corner(x, y) };
            let [start, first, second, end] = *quarter;
            [corner(start.0, start.1), bezier(first), bezier(second), corner(end.0, end.1)]
        })
        .collect();
    Polygon { rings: vec![PolygonRing { points }], mode, winding_order: WindingOrder::NonZero }
}
