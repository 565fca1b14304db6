//! What a device says in its ScannerCapabilities.

use super::super::order::OFFERED_DPI;
use super::super::{Capabilities, LARGEST_MM, LEAST_DPI, MOST_DPI, Mode, Order, Source};
use super::settings::{Settings, UNITS_PER_INCH, mode_name};
use super::xml::Texts;

const MM_PER_INCH: f64 = 25.4;

/// Names and numbers of a maker that are longer than this are not kept.
const LONGEST: usize = 200;

#[derive(Clone, Debug, PartialEq)]
pub(super) struct Able {
    pub(super) model: String,
    pub(super) uuid: Option<String>,
    version: String,
    photo: bool,
    inputs: Vec<(Source, Input)>,
}

/// Where an original can lie, and what is had from there.
#[derive(Clone, Debug, PartialEq)]
struct Input {
    /// In [`UNITS_PER_INCH`].
    least: [u32; 2],
    most: [u32; 2],
    modes: Vec<Mode>,
    dpi: Vec<u32>,
}

/// Where the specification puts each source.
const INPUTS: [(Source, &str); 4] = [
    (Source::Kaca, "PlatenInputCaps"),
    (Source::Pengumpan, "AdfSimplexInputCaps"),
    (Source::PengumpanBolakBalik, "AdfDuplexInputCaps"),
    // A feeder that has both sides and does not name the simple one.
    (Source::Pengumpan, "AdfDuplexInputCaps"),
];

impl Able {
    /// None of what are no capabilities, or where nothing of it can be asked for.
    pub(super) fn read(document: &str) -> Option<Self> {
        let texts = Texts::read(document)?;
        let mut inputs: Vec<(Source, Input)> = Vec::new();
        for (source, name) in INPUTS {
            if inputs.iter().all(|(known, _)| *known != source)
                && let Some(input) = Input::read(&texts, name)
            {
                inputs.push((source, input));
            }
        }
        let root = "ScannerCapabilities";
        let short = |text: String| text.chars().filter(|each| !each.is_control()).take(LONGEST).collect();
        let said = |name: &str| texts.one(&[root, name]).map(short).filter(|text: &String| !text.is_empty());
        (!inputs.is_empty()).then(|| Self {
            model: said("MakeAndModel").or_else(|| said("ModelName")).unwrap_or_else(|| "eSCL".to_owned()),
            uuid: said("UUID").map(|uuid| uuid_of(&uuid)),
            version: said("Version")
                .filter(|version| is_version(version))
                .unwrap_or_else(|| "2.0".to_owned()),
            photo: texts.all(&["SupportedIntents", "Intent"]).any(|intent| intent == "Photo"),
            inputs,
        })
    }

    pub(super) fn capabilities(&self) -> Capabilities {
        let mut sources: Vec<_> = self.inputs.iter().map(|(source, _)| *source).collect();
        sources.sort_unstable();
        let (_, first) = &self.inputs[0];
        // What only one of them can is not offered: the officer changes the source and not the rest.
        let all = |has: &dyn Fn(&Input) -> bool| self.inputs.iter().all(|(_, input)| has(input));
        let modes: Vec<_> =
            first.modes.iter().copied().filter(|mode| all(&|one| one.modes.contains(mode))).collect();
        let dpi: Vec<_> = first.dpi.iter().copied().filter(|dpi| all(&|one| one.dpi.contains(dpi))).collect();
        let mm = |units: u32| (f64::from(units) / UNITS_PER_INCH * MM_PER_INCH * 10.0).round() / 10.0;
        Capabilities {
            sources,
            modes: if modes.is_empty() { first.modes.clone() } else { modes },
            dpi: if dpi.is_empty() { first.dpi.clone() } else { dpi },
            bed_mm: first.most.map(mm),
            certificate: None,
        }
    }

    /// What is asked of the device; none where it cannot do that. A device that is asked for more than it has may answer
    /// anything, a crash among it, so it never is.
    pub(super) fn settings(&self, order: &Order) -> Option<Settings> {
        let (_, input) = self.inputs.iter().find(|(source, _)| *source == order.source)?;
        if !input.modes.contains(&order.mode) || !input.dpi.contains(&order.dpi) {
            return None;
        }
        let units = |mm: f64| (mm / MM_PER_INCH * UNITS_PER_INCH).round().max(0.0) as u32;
        let (offset, size) = match order.area {
            None => ([0, 0], input.most),
            Some(area) => {
                let asked = [units(area.width), units(area.height)];
                let size = [0, 1].map(|at| asked[at].clamp(input.least[at], input.most[at]));
                let from = [units(area.left), units(area.top)];
                ([0, 1].map(|at| from[at].min(input.most[at] - size[at])), size)
            }
        };
        Some(Settings {
            version: self.version.clone(),
            photo: self.photo,
            source: order.source,
            mode: order.mode,
            dpi: order.dpi,
            offset,
            size,
        })
    }
}

impl Input {
    /// None where the device has no such input, or no JPEG from it.
    fn read(texts: &Texts, name: &str) -> Option<Self> {
        let below = |names: &[&'static str]| [&[name], names].concat();
        let number = |own: &'static str| texts.number(&below(&[own]));
        let most = [number("MaxWidth")?, number("MaxHeight")?];
        let least = [number("MinWidth").unwrap_or(1), number("MinHeight").unwrap_or(1)];
        let jpeg = |text: &str| text.eq_ignore_ascii_case("image/jpeg");
        let formats = [below(&["DocumentFormat"]), below(&["DocumentFormatExt"])];
        // Who names no format has the one that every device must have.
        let names_formats = formats.iter().any(|names| texts.all(names).next().is_some());
        if names_formats && !formats.iter().any(|names| texts.all(names).any(jpeg)) {
            return None;
        }
        let colour_modes = below(&["ColorMode"]);
        let has_mode = |mode: Mode| texts.all(&colour_modes).any(|text| text == mode_name(mode));
        let modes: Vec<_> = [Mode::Warna, Mode::Abu].into_iter().filter(|mode| has_mode(*mode)).collect();
        let dpi = resolutions(texts, name);
        // An area is never asked for beyond the largest original.
        let largest = LARGEST_MM.map(|mm| (mm / MM_PER_INCH * UNITS_PER_INCH).round() as u32);
        let most = [most[0].min(largest[0]), most[1].min(largest[1])];
        let sensible = (0..2).all(|at| most[at] >= 1 && least[at] <= most[at]);
        (sensible && !modes.is_empty() && !dpi.is_empty()).then_some(Self { least, most, modes, dpi })
    }
}

fn resolutions(texts: &Texts, name: &str) -> Vec<u32> {
    let numbers = |own: &str| -> Vec<u32> {
        let names = [name, "DiscreteResolution", own];
        texts.all(&names).filter_map(|text| text.parse().ok()).collect()
    };
    let mut dpi: Vec<u32> = numbers("XResolution")
        .into_iter()
        .zip(numbers("YResolution"))
        .filter_map(|(across, down)| (across == down).then_some(across))
        .collect();
    let range = |own: &str| texts.number(&[name, "XResolutionRange", own]);
    if let (Some(least), Some(most)) = (range("Min"), range("Max")) {
        dpi.extend(OFFERED_DPI.into_iter().filter(|dpi| (least..=most).contains(dpi)));
    }
    dpi.retain(|dpi| (LEAST_DPI..=MOST_DPI).contains(dpi));
    dpi.sort_unstable();
    dpi.dedup();
    dpi
}

/// The same device says its UUID in several ways.
pub(super) fn uuid_of(said: &str) -> String {
    let bare = said.trim().to_ascii_lowercase();
    bare.strip_prefix("urn:uuid:").unwrap_or(&bare).to_owned()
}

/// It goes back to the device as it came, so it may only be a number.
fn is_version(text: &str) -> bool {
    text.len() <= 8 && text.chars().all(|each| each.is_ascii_digit() || each == '.')
}
