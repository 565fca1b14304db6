//! Papers against what stands in the repository: their words and a small picture of their first page, so
//! that a change of a paper is a change that somebody reads.

use std::collections::BTreeSet;
use std::path::PathBuf;

use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{ExtendedColorType, GrayImage, ImageEncoder as _};

use super::{page_texts, samples};
use crate::pdf::*;

const RENEW: &str = "LOKET_RENEW_EXPECTED";
const HOW_TO_RENEW: &str = "Look at the paper. If it is meant to be so, run \
    `LOKET_RENEW_EXPECTED=1 cargo test --workspace --locked --features loket/mock-camera --lib expected` \
    and commit what changes in tests/expected/papers.";

/// Wide enough to see where every block and line stands, small enough for a repository.
const WIDTH: u32 = 200;
/// Sixteen greys show everything that black letters do and keep a picture under `LARGEST`.
const GREY_STEP: u8 = 17;
const LARGEST: u64 = 12_000;

/// How far a page may be from its picture. Another processor may draw the edge of a letter one grey lighter
/// or darker, so every tenth pixel with ink on it may be off by that; that is a mean of 0.4. More than one
/// grey is a letter that was not there or went elsewhere: of those a page of 56,400 pixels may have 22,
/// while a missing name alone makes more than a hundred.
const TOLERANCE: Difference = Difference { mean: 0.4, changed: 0.0004 };
/// A pixel has changed when it differs by more than this.
const SHADE: u8 = GREY_STEP;

/// How far two pictures are apart.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Difference {
    /// Mean difference of all pixels, of 255.
    mean: f64,
    /// Share of pixels that differ by more than `SHADE`.
    changed: f64,
}

impl Difference {
    fn between(one: &GrayImage, other: &GrayImage) -> Self {
        if one.dimensions() != other.dimensions() {
            return Self { mean: 255.0, changed: 1.0 };
        }
        let differences = || one.as_raw().iter().zip(other.as_raw()).map(|(a, b)| a.abs_diff(*b));
        let pixels = one.as_raw().len() as f64;
        Self {
            mean: differences().map(f64::from).sum::<f64>() / pixels,
            changed: differences().filter(|difference| *difference > SHADE).count() as f64 / pixels,
        }
    }

    fn is_tolerated(self) -> bool {
        self.mean <= TOLERANCE.mean && self.changed <= TOLERANCE.changed
    }

    /// Far outside, so that a slightly larger tolerance would not hide it.
    fn is_far(self) -> bool {
        self.changed > 4.0 * TOLERANCE.changed
    }
}

fn folder() -> PathBuf {
    [env!("CARGO_MANIFEST_DIR"), "..", "..", "tests", "expected", "papers"].iter().collect()
}

fn renews() -> bool {
    std::env::var_os(RENEW).is_some_and(|value| value == "1")
}

/// The words of a paper line by line, as a reader program finds them.
fn lines_of(pdf: &[u8]) -> String {
    let mut lines = String::new();
    for (index, text) in page_texts(pdf).iter().enumerate() {
        if index > 0 {
            lines.push_str(&format!("\n=== halaman {} ===\n\n", index + 1));
        }
        for line in text.lines() {
            lines.push_str(line.trim_end());
            lines.push('\n');
        }
    }
    lines
}

/// The first page in few greys.
fn picture_of(pdf: &[u8]) -> GrayImage {
    let page = render_page(pdf, 0, WIDTH).unwrap();
    let mut grey = image::imageops::grayscale(&page);
    for pixel in grey.pixels_mut() {
        pixel.0[0] = pixel.0[0].saturating_add(GREY_STEP / 2) / GREY_STEP * GREY_STEP;
    }
    grey
}

fn png_of(picture: &GrayImage) -> Vec<u8> {
    let mut png = Vec::new();
    PngEncoder::new_with_quality(&mut png, CompressionType::Best, FilterType::NoFilter)
        .write_image(picture.as_raw(), picture.width(), picture.height(), ExtendedColorType::L8)
        .unwrap();
    png
}

/// The first line in which two texts differ, for whoever reads the failure.
fn first_difference(expected: &str, found: &str) -> String {
    let end = "(end)";
    let mut pairs = (0..)
        .map(|at| (at + 1, expected.lines().nth(at).unwrap_or(end), found.lines().nth(at).unwrap_or(end)));
    let (line, expected, found) = pairs.find(|(_, expected, found)| expected != found).unwrap();
    format!("line {line} was {expected:?} and is {found:?}")
}

#[test]
fn every_paper_says_what_is_expected_of_it() {
    for (name, pdf) in samples::every_paper() {
        let path = folder().join(format!("{name}.txt"));
        let found = lines_of(&pdf);
        let expected = std::fs::read_to_string(&path).unwrap_or_default();
        if expected == found {
            continue;
        }
        if renews() {
            std::fs::create_dir_all(folder()).unwrap();
            std::fs::write(&path, &found).unwrap();
            continue;
        }
        panic!("{name}.txt is stale: {}. {HOW_TO_RENEW}", first_difference(&expected, &found));
    }
}

#[test]
fn every_paper_looks_as_is_expected_of_it() {
    for (name, pdf) in samples::every_paper() {
        let path = folder().join(format!("{name}.png"));
        let found = picture_of(&pdf);
        let expected = image::open(&path).map(image::DynamicImage::into_luma8).unwrap_or_default();
        let difference = Difference::between(&expected, &found);
        if difference.is_tolerated() {
            continue;
        }
        if renews() {
            std::fs::create_dir_all(folder()).unwrap();
            std::fs::write(&path, png_of(&found)).unwrap();
            continue;
        }
        panic!("{name}.png is stale: {difference:?}, allowed {TOLERANCE:?}. {HOW_TO_RENEW}");
    }
}

#[test]
fn every_expected_file_belongs_to_a_paper_and_is_small() {
    let papers = samples::every_paper().into_iter().map(|(name, _)| name);
    let expected: BTreeSet<String> =
        papers.flat_map(|name| [format!("{name}.png"), format!("{name}.txt")]).collect();
    let mut found = BTreeSet::new();
    for entry in std::fs::read_dir(folder()).unwrap().map(Result::unwrap) {
        let name = entry.file_name().into_string().unwrap();
        if renews() && !expected.contains(&name) {
            std::fs::remove_file(entry.path()).unwrap();
            continue;
        }
        let bytes = entry.metadata().unwrap().len();
        assert!(bytes <= LARGEST, "{name} has {bytes} bytes");
        found.insert(name);
    }
    // The tests beside this one may still be writing them.
    let odd: Vec<_> = found.symmetric_difference(&expected).collect();
    assert!(renews() || odd.is_empty(), "{odd:?} without its paper or missing. {HOW_TO_RENEW}");
}

/// The tolerance lets the shade of a letter pass and nothing that a person would call a change.
#[test]
fn a_changed_paper_is_far_from_the_expected_picture() {
    let bukti = samples::bukti();
    let expected = picture_of(&render_bukti(&bukti).unwrap());
    let far = |name: &str, pdf: Vec<u8>| {
        let difference = Difference::between(&expected, &picture_of(&pdf));
        assert!(difference.is_far(), "{name}: {difference:?}");
    };
    for (name, pdf) in samples::every_paper().into_iter().filter(|(name, _)| *name != "bukti") {
        far(name, pdf);
    }
    let unsealed = Bukti { seal_lines: Vec::new(), ..bukti.clone() };
    far("without its seal", render_bukti(&unsealed).unwrap());
    let mut shorter = bukti.clone();
    shorter.rows.remove(2);
    far("without one row, so that all below moves up", render_bukti(&shorter).unwrap());
    let mut exchanged = bukti.clone();
    exchanged.rows.swap(1, 4);
    far("with two rows in each other's place", render_bukti(&exchanged).unwrap());
    let unsigned = Bukti { signer: Signer { name: String::new(), ..bukti.signer.clone() }, ..bukti };
    far("without the name under the signature", render_bukti(&unsigned).unwrap());
}

#[test]
fn a_block_that_moves_by_two_millimetres_is_a_change_and_a_shade_is_none() {
    let expected = picture_of(&render_bukti(&samples::bukti()).unwrap());
    // Two pixels of 200 are two millimetres of 210: the middle third of the page goes down by them.
    let (third, down) = (expected.height() / 3, 2);
    let moved = GrayImage::from_fn(expected.width(), expected.height(), |x, y| {
        let from = if (third..2 * third).contains(&y) { y - down } else { y };
        *expected.get_pixel(x, from)
    });
    assert!(Difference::between(&expected, &moved).is_far());

    let mut shaded = expected.clone();
    for (at, pixel) in shaded.pixels_mut().filter(|pixel| pixel.0[0] < 255).enumerate() {
        match at % 20 {
            0 => pixel.0[0] = pixel.0[0].saturating_sub(GREY_STEP),
            10 => pixel.0[0] += GREY_STEP,
            _ => {}
        }
    }
    let shade = Difference::between(&expected, &shaded);
    assert!(shade.mean > 0.0 && shade.is_tolerated(), "{shade:?}");
}
