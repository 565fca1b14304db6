//! The projection that carries one four-cornered figure onto another.
//!
//! A flat card seen by a camera is exactly such a projection, so both straightening a card and
//! drawing one on a desk use it. Coordinates are continuous: the top left pixel covers 0..1, its
//! middle is 0.5 (a data set with pixel middles at whole numbers therefore adds 0.5).

/// Four corners: top left, top right, bottom right, bottom left.
pub type Quad = [[f32; 2]; 4];

/// A projective map of the plane, row by row; the last number is 1.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Projection([f64; 9]);

impl Projection {
    /// The map that carries the corners of `from` to those of `to`; `None` when three corners of
    /// either lie on one line.
    pub(crate) fn between(from: &Quad, to: &Quad) -> Option<Self> {
        let mut rows = [[0.0_f64; 9]; 8];
        for (index, (source, target)) in from.iter().zip(to).enumerate() {
            let [x, y] = source.map(f64::from);
            let [u, v] = target.map(f64::from);
            rows[2 * index] = [x, y, 1.0, 0.0, 0.0, 0.0, -u * x, -u * y, u];
            rows[2 * index + 1] = [0.0, 0.0, 0.0, x, y, 1.0, -v * x, -v * y, v];
        }
        let solved = solve(rows)?;
        let mut numbers = [1.0; 9];
        numbers[..8].copy_from_slice(&solved);
        Some(Self(numbers))
    }

    /// Where a point comes to lie. Points near the horizon give values that are not finite.
    pub(crate) fn apply(&self, x: f32, y: f32) -> [f32; 2] {
        let [a, b, c, d, e, f, g, h, i] = self.0;
        let (x, y) = (f64::from(x), f64::from(y));
        let depth = g * x + h * y + i;
        [((a * x + b * y + c) / depth) as f32, ((d * x + e * y + f) / depth) as f32]
    }
}

/// Gaussian elimination with the largest pivot of each column.
fn solve(mut rows: [[f64; 9]; 8]) -> Option<[f64; 8]> {
    for column in 0..8 {
        let pivot = (column..8).max_by(|&a, &b| rows[a][column].abs().total_cmp(&rows[b][column].abs()))?;
        if !rows[pivot][column].is_finite() || rows[pivot][column].abs() < 1e-9 {
            return None;
        }
        rows.swap(column, pivot);
        let lead = rows[column];
        for row in rows.iter_mut().skip(column + 1) {
            let factor = row[column] / lead[column];
            for (value, above) in row.iter_mut().zip(lead).skip(column) {
                *value -= factor * above;
            }
        }
    }
    let mut solution = [0.0; 8];
    for row in (0..8).rev() {
        let known: f64 = (row + 1..8).map(|column| rows[row][column] * solution[column]).sum();
        solution[row] = (rows[row][8] - known) / rows[row][row];
    }
    Some(solution)
}

#[cfg(test)]
mod tests {
    use super::*;

    const CARD: Quad = [[0.0, 0.0], [1011.0, 0.0], [1011.0, 638.0], [0.0, 638.0]];
    const SEEN: Quad = [[275.3, 95.4], [1576.6, 261.4], [1531.0, 1034.9], [208.5, 1021.3]];

    #[test]
    fn each_corner_goes_to_its_corner_and_back() {
        let (there, back) =
            (Projection::between(&CARD, &SEEN).unwrap(), Projection::between(&SEEN, &CARD).unwrap());
        for (card, seen) in CARD.iter().zip(&SEEN) {
            let [x, y] = there.apply(card[0], card[1]);
            assert!((x - seen[0]).abs() < 0.01 && (y - seen[1]).abs() < 0.01);
        }
        let [x, y] = there.apply(300.0, 200.0);
        let [x, y] = back.apply(x, y);
        assert!((x - 300.0).abs() < 0.01 && (y - 200.0).abs() < 0.01);
    }

    #[test]
    fn corners_on_one_line_or_in_one_point_have_no_projection() {
        let line = [[0.0, 0.0], [1.0, 1.0], [2.0, 2.0], [3.0, 3.0]];
        let point = [[5.0, 5.0]; 4];
        let nowhere = [[f32::NAN, 0.0], [1.0, 0.0], [1.0, 1.0], [0.0, 1.0]];
        for bad in [line, point, nowhere] {
            assert!(Projection::between(&bad, &CARD).is_none());
        }
    }
}
