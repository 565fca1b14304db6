//! Middle, nine of ten, and how minutes are written.

/// How long something took: of all, the middle, and within which time nine of ten were done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Spread {
    pub count: usize,
    /// Seconds; between the two middle ones if there is no middle one.
    pub median: Option<i64>,
    /// Seconds, by nearest rank: at least nine of ten took no longer.
    pub ninth: Option<i64>,
}

impl Spread {
    pub fn of(mut seconds: Vec<i64>) -> Self {
        seconds.sort_unstable();
        let count = seconds.len();
        let at = |index: usize| seconds.get(index).copied();
        let median = match count % 2 {
            _ if count == 0 => None,
            1 => at(count / 2),
            _ => at(count / 2 - 1).zip(at(count / 2)).map(|(low, high)| low.midpoint(high)),
        };
        Self { count, median, ninth: at((count * 9).div_ceil(10).saturating_sub(1)) }
    }
}

/// `0,6 menit`, `33 menit`: a tenth tells short steps apart, and nothing is rounded up over a standard.
pub fn format_minutes(seconds: i64) -> String {
    let (minutes, tenth) = (seconds / 60, seconds % 60 / 6);
    if minutes < 10 && tenth > 0 { format!("{minutes},{tenth} menit") } else { format!("{minutes} menit") }
}
