//! Wilayah — provinces, kabupaten and kota, kecamatan, and the postal codes of each kabupaten.
//!
//! The table is built in (`data/wilayah/wilayah.tsv`, Kepmendagri 300.2.2-2138/2025, see NOTICE) and is
//! read on first use. A table is always older than the next split of a kabupaten, so nothing outside
//! may refuse a document because a code is missing here: at most it warns (N-05, N-06, N-31).

#[cfg(test)]
mod tests;

use std::ops::RangeInclusive;
use std::sync::OnceLock;

use crate::naming::fold_words;

/// Lines of `code TAB name`, for a kabupaten also `TAB postal codes`, sorted by code.
const TABLE: &str = include_str!("../../data/wilayah/wilayah.tsv");

/// A region of any of the three levels; the length of the code tells which.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Region {
    /// Two digits for a province, four for a kabupaten or kota, six for a kecamatan.
    pub code: &'static str,
    pub name: &'static str,
    /// Name of the province it lies in; its own name when it is one.
    pub province: &'static str,
}

impl Region {
    /// "Limpung, Kabupaten Batang, Jawa Tengah", as a list shows it.
    pub fn path(&self) -> String {
        let mut names = vec![self.name];
        if self.code.len() == 6 {
            names.extend(kabupaten(&self.code[..4]).map(|parent| parent.name));
        }
        if self.code.len() > 2 {
            names.push(self.province);
        }
        names.join(", ")
    }
}

struct Row {
    region: Region,
    /// Postal codes of a kabupaten; empty on the other levels.
    postal: Vec<RangeInclusive<u32>>,
}

/// The rows, sorted by code as text: a province stands right before its kabupaten.
fn rows() -> &'static [Row] {
    static ROWS: OnceLock<Vec<Row>> = OnceLock::new();
    ROWS.get_or_init(|| {
        let mut province = "";
        TABLE
            .lines()
            .filter_map(|line| {
                let mut fields = line.split('\t');
                let (code, name) = (fields.next()?, fields.next()?);
                if code.len() == 2 {
                    province = name;
                }
                let postal = fields.next().unwrap_or_default().split(',').filter_map(parse_range).collect();
                Some(Row { region: Region { code, name, province }, postal })
            })
            .collect()
    })
}

/// `51211-51219` or `51281`.
fn parse_range(text: &str) -> Option<RangeInclusive<u32>> {
    let (first, last) = text.split_once('-').unwrap_or((text, text));
    Some(first.parse().ok()?..=last.parse().ok()?)
}

fn find(code: &str) -> Option<&'static Row> {
    let index = rows().binary_search_by(|row| row.region.code.cmp(code)).ok()?;
    rows().get(index)
}

/// Whether two digits are one of the 38 provinces.
pub fn is_province(code: &str) -> bool {
    code.len() == 2 && find(code).is_some()
}

/// The province with this code of two digits.
pub fn province(code: &str) -> Option<Region> {
    find(code).map(|row| row.region).filter(|_| code.len() == 2)
}

/// The kabupaten or kota with this code of four digits; dots as in `33.25` do not matter.
pub fn kabupaten(code: &str) -> Option<Region> {
    let digits = code.trim().replace('.', "");
    find(&digits).map(|row| row.region).filter(|_| digits.len() == 4)
}

/// Whether six digits are a kecamatan of today.
pub fn is_kecamatan(code: &str) -> bool {
    code.len() == 6 && find(code).is_some()
}

/// All 38 provinces by code.
pub fn provinces() -> impl Iterator<Item = Region> {
    level(2, "")
}

/// The kabupaten and kota of a province by code; of all of them for an empty prefix.
pub fn kabupaten_of(province: &str) -> impl Iterator<Item = Region> {
    level(4, province)
}

fn level(length: usize, prefix: &str) -> impl Iterator<Item = Region> {
    rows()
        .iter()
        .map(|row| row.region)
        .filter(move |region| region.code.len() == length && region.code.starts_with(prefix))
}

/// Whether a postal code is in use anywhere, as far as the table knows.
pub fn is_postal_code(code: u32) -> bool {
    rows().iter().any(|row| holds(row, code))
}

/// Whether a postal code is in use in a kabupaten or kota; `None` when that code is not in the table.
pub fn is_postal_code_of(kabupaten: &str, code: u32) -> Option<bool> {
    let digits = kabupaten.trim().replace('.', "");
    find(&digits).filter(|_| digits.len() == 4).map(|row| holds(row, code))
}

/// The kabupaten and kota that use a postal code.
pub fn kabupaten_with_postal_code(code: u32) -> Vec<Region> {
    rows().iter().filter(|row| holds(row, code)).map(|row| row.region).collect()
}

fn holds(row: &Row, code: u32) -> bool {
    row.postal.iter().any(|range| range.contains(&code))
}

/// Regions whose names fit what was typed, best first, at most `limit`.
///
/// Tolerant: case, punctuation, KAB., KEC. and old spelling do not matter; each typed word must begin
/// a word of the name or of a name above it, at least one of the name itself. When nothing fits, one
/// wrong letter per word is forgiven.
pub fn search(text: &str, limit: usize) -> Vec<Region> {
    let typed: Vec<String> = search_words(text).into_iter().take(6).collect();
    if typed.is_empty() {
        return Vec::new();
    }
    let mut hits = collect_hits(&typed, |typed, word| word.starts_with(typed));
    if hits.is_empty() {
        hits = collect_hits(&typed, |typed, word| {
            typed.len() > 3 && word.len() < 30 && strsim::osa_distance(typed, word) <= 1
        });
    }
    hits.sort_by_key(|(rank, region)| (*rank, region.code));
    hits.into_iter().take(limit).map(|(_, region)| region).collect()
}

/// How well a region fits: extra words of the name count against it, then the level decides.
type Rank = (usize, usize);

fn collect_hits(typed: &[String], fits: impl Fn(&str, &str) -> bool) -> Vec<(Rank, Region)> {
    let mut above: [&[String]; 2] = [&[], &[]];
    let mut hits = Vec::new();
    for (row, words) in rows().iter().zip(names()) {
        let depth = row.region.code.len() / 2 - 1;
        if let Some(place) = above.get_mut(depth) {
            *place = words;
        }
        let own = |part: &String| words.iter().any(|word| fits(part, word));
        let parents = || above[..depth].iter().copied().flatten();
        let matched = typed.iter().filter(|part| own(part)).count();
        let all = typed.iter().all(|part| own(part) || parents().any(|word| fits(part, word)));
        if matched > 0 && all {
            let unread = words.iter().filter(|word| !typed.contains(word) && !is_kind(word)).count();
            hits.push(((unread, depth), row.region));
        }
    }
    hits
}

/// The one kabupaten or kota with this name, with or without the word for its kind; `None` where two
/// places share it (Bogor) or none has it. Nothing is forgiven but case, marks and KAB.
pub fn kabupaten_named(text: &str) -> Option<Region> {
    let typed = search_words(text);
    let kind = typed.iter().find(|word| is_kind(word));
    let bare =
        |words: &[String]| -> Vec<String> { words.iter().filter(|word| !is_kind(word)).cloned().collect() };
    let name = bare(&typed);
    let fits = |words: &[String]| bare(words) == name && kind.is_none_or(|kind| words.contains(kind));
    let mut hits = rows()
        .iter()
        .zip(names())
        .filter(|(row, words)| row.region.code.len() == 4 && fits(words))
        .map(|(row, _)| row.region);
    let first = hits.next().filter(|_| !name.is_empty())?;
    hits.next().is_none().then_some(first)
}

/// The folded words of every name, in the order of [`rows`].
fn names() -> &'static [Vec<String>] {
    static NAMES: OnceLock<Vec<Vec<String>>> = OnceLock::new();
    NAMES.get_or_init(|| rows().iter().map(|row| search_words(row.region.name)).collect())
}

fn search_words(text: &str) -> Vec<String> {
    let short: String = text.chars().take(120).collect();
    fold_words(&short)
        .into_iter()
        .filter(|word| !matches!(word.as_str(), "KEC" | "KECAMATAN" | "DISTRIK" | "PROV" | "PROVINSI"))
        .map(|word| match word.as_str() {
            "KAB" => "KABUPATEN".to_owned(),
            "KODYA" | "KOTAMADYA" => "KOTA".to_owned(),
            _ => word,
        })
        .collect()
}

fn is_kind(word: &str) -> bool {
    matches!(word, "KABUPATEN" | "KOTA")
}
