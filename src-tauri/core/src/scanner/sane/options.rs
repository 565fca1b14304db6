//! The options of a device: what may be set, and to what.

use std::ffi::{c_char, c_int};

use super::super::order::OFFERED_DPI;
use super::super::{LEAST_DPI, MOST_DPI, Mode, Source};
use super::library::{RawOption, RawRange, text_of};

const BOOL: c_int = 0;
const INT: c_int = 1;
const FIXED: c_int = 2;
const TEXT: c_int = 3;
const UNIT_PIXEL: c_int = 1;
const SOFT_SELECT: c_int = 1;
const INACTIVE: c_int = 32;

/// Longer lists are no lists.
const MOST_ENTRIES: usize = 1_000;

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Allowed {
    Anything,
    Range { least: f64, most: f64 },
    Numbers(Vec<f64>),
    Texts(Vec<String>),
}

/// One option as the library describes it now.
#[derive(Clone, Debug)]
pub(super) struct Known {
    pub(super) name: String,
    pub(super) number: c_int,
    pub(super) is_text: bool,
    pub(super) is_fixed: bool,
    pub(super) is_in_pixels: bool,
    /// In bytes.
    pub(super) size: usize,
    pub(super) may_be_set: bool,
    pub(super) allowed: Allowed,
}

impl Known {
    /// None of a group, a button, or what has more than one number.
    pub(super) fn of(number: c_int, raw: &RawOption) -> Option<Self> {
        let (is_text, is_fixed) = (raw.kind == TEXT, raw.kind == FIXED);
        let size = usize::try_from(raw.size).ok()?;
        let one_word = size == size_of::<c_int>() && matches!(raw.kind, BOOL | INT | FIXED);
        let may_be_set = raw.capabilities & SOFT_SELECT != 0 && raw.capabilities & INACTIVE == 0;
        (one_word || is_text && (1..=4096).contains(&size)).then(|| Self {
            name: text_of(raw.name),
            number,
            is_text,
            is_fixed,
            is_in_pixels: raw.unit == UNIT_PIXEL,
            size,
            may_be_set,
            allowed: allowed_of(raw, is_fixed),
        })
    }

    /// The text of the list that stands for something, as `is_it` says.
    pub(super) fn text_for(&self, is_it: impl Fn(&str) -> bool) -> Option<&str> {
        match &self.allowed {
            Allowed::Texts(texts) => texts.iter().map(String::as_str).find(|text| is_it(text)),
            _ => None,
        }
    }

    pub(super) fn most(&self) -> Option<f64> {
        match &self.allowed {
            Allowed::Range { most, .. } => Some(*most),
            Allowed::Numbers(numbers) => numbers.iter().copied().reduce(f64::max),
            _ => None,
        }
    }

    /// The nearest value that is allowed.
    pub(super) fn nearest(&self, to: f64) -> f64 {
        match &self.allowed {
            Allowed::Range { least, most } => to.clamp(*least, most.max(*least)),
            Allowed::Numbers(numbers) => {
                numbers.iter().copied().min_by(|a, b| (a - to).abs().total_cmp(&(b - to).abs())).unwrap_or(to)
            }
            _ => to,
        }
    }

    /// Resolutions that the office asks for and the device has.
    pub(super) fn resolutions(&self) -> Vec<u32> {
        let within = LEAST_DPI..=MOST_DPI;
        let mut found: Vec<u32> = match &self.allowed {
            Allowed::Numbers(numbers) => numbers.iter().map(|number| number.round() as u32).collect(),
            Allowed::Range { least, most } => {
                OFFERED_DPI.into_iter().filter(|dpi| (*least..=*most).contains(&f64::from(*dpi))).collect()
            }
            _ => OFFERED_DPI.to_vec(),
        };
        found.retain(|dpi| within.contains(dpi));
        found.sort_unstable();
        found.dedup();
        found
    }

    pub(super) fn bytes_of(&self, number: f64) -> Vec<u8> {
        let word = if self.is_fixed { number * 65_536.0 } else { number };
        (word.round() as c_int).to_ne_bytes().to_vec()
    }

    pub(super) fn number_of(&self, bytes: &[u8]) -> Option<f64> {
        let word = f64::from(c_int::from_ne_bytes(bytes.try_into().ok()?));
        Some(if self.is_fixed { word / 65_536.0 } else { word })
    }
}

/// What drivers call a source: "ADF", "ADF Duplex", "Automatic Document Feeder", "Flatbed", "Document Table".
pub(super) fn is_source(text: &str, source: Source) -> bool {
    let text = text.to_lowercase();
    let feeds = text.contains("adf") || text.contains("feeder");
    let both = text.contains("duplex") || text.contains("double") || text.contains("both");
    match source {
        Source::Kaca => {
            !feeds && (text.contains("flat") || text.contains("table") || text.contains("normal"))
        }
        Source::Pengumpan => feeds && !both && !text.contains("back"),
        Source::PengumpanBolakBalik => feeds && both,
    }
}

/// What drivers call a mode: "Color", "24bit Color", "Gray", "True Gray", "Grayscale".
pub(super) fn is_mode(text: &str, mode: Mode) -> bool {
    let text = text.to_lowercase();
    // "Gray[Error Diffusion]" and "Color Lineart" have one bit for each sample.
    let coarse = ["diffusion", "halftone", "dither", "lineart", "bitmap"];
    let named = |names: [&str; 2]| names.iter().any(|name| text.contains(name));
    !coarse.iter().any(|word| text.contains(word))
        && match mode {
            Mode::Warna => named(["color", "colour"]),
            Mode::Abu => named(["gray", "grey"]),
        }
}

#[expect(unsafe_code, reason = "the library says by a number which of three records stands behind a pointer")]
fn allowed_of(raw: &RawOption, is_fixed: bool) -> Allowed {
    let number = |word: c_int| if is_fixed { f64::from(word) / 65_536.0 } else { f64::from(word) };
    if raw.constraint.is_null() {
        return Allowed::Anything;
    }
    match raw.constraint_kind {
        1 => {
            // SAFETY: 1 says that it is a range.
            let range = unsafe { &*raw.constraint.cast::<RawRange>() };
            Allowed::Range { least: number(range.least), most: number(range.most) }
        }
        2 => {
            let words = raw.constraint.cast::<c_int>();
            // SAFETY: 2 says that it is a list of words, the first of which says how many follow.
            let words = unsafe {
                let count = usize::try_from(*words).unwrap_or_default().min(MOST_ENTRIES);
                std::slice::from_raw_parts(words.add(1), count)
            };
            Allowed::Numbers(words.iter().map(|word| number(*word)).collect())
        }
        3 => {
            let texts = raw.constraint.cast::<*const c_char>();
            // SAFETY: 3 says that it is a list of texts that ends with a null pointer.
            let text = |at: usize| unsafe { *texts.add(at) };
            let texts = (0..MOST_ENTRIES).map(text).take_while(|text| !text.is_null());
            Allowed::Texts(texts.map(text_of).collect())
        }
        _ => Allowed::Anything,
    }
}
