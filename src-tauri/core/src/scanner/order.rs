//! What a scanner can do, and what it is asked for.

use serde::{Deserialize, Serialize};

/// From the least at which small print of an NPWP is read to the most that tells anything more.
pub const LEAST_DPI: u32 = 150;
pub const MOST_DPI: u32 = 600;

/// Resolutions that are offered where a device takes any.
pub(super) const OFFERED_DPI: [u32; 5] = [150, 200, 300, 400, 600];

/// The largest original, in mm: F4, on which offices write. A feeder that takes banners is asked for no more, and a larger
/// picture could not be opened again.
pub const LARGEST_MM: [f64; 2] = [216.0, 330.0];

/// What is asked for where nobody chose: the papers of the office print at it.
pub const USUAL_DPI: u32 = 300;

/// A scanner that is found now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Device {
    /// How its driver finds it today. It may hold a place on the bus or a network address, so nothing is remembered by it.
    pub address: String,
    /// Maker and model as the driver says them.
    pub model: String,
    /// UUID or serial number, where it says one; settings are remembered by it, else by the model.
    pub id: Option<String>,
}

/// Where the original lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "wire", derive(ts_rs::TS), ts(rename = "ScanSource"))]
pub enum Source {
    /// On the glass.
    Kaca,
    /// In the feeder, one side of each sheet.
    Pengumpan,
    /// In the feeder, both sides.
    PengumpanBolakBalik,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "wire", derive(ts_rs::TS), ts(rename = "ScanMode"))]
pub enum Mode {
    Warna,
    Abu,
}

/// What a scanner can do.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Capabilities {
    pub sources: Vec<Source>,
    pub modes: Vec<Mode>,
    /// Dots per inch, rising, from [`LEAST_DPI`] to [`MOST_DPI`].
    pub dpi: Vec<u32>,
    /// Width and height of the largest original, in mm; at most [`LARGEST_MM`].
    pub bed_mm: [f64; 2],
    /// SHA-256 of the certificate that it showed, in hexadecimal digits; none where there is no TLS.
    pub certificate: Option<String>,
}

/// A part of the glass, in mm from its upper left corner.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Area {
    pub left: f64,
    pub top: f64,
    pub width: f64,
    pub height: f64,
}

/// What to scan. A device may round it; what it did stands in the [`Page`].
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Order {
    pub source: Source,
    pub mode: Mode,
    pub dpi: u32,
    /// All of it where none is named.
    pub area: Option<Area>,
}

impl Capabilities {
    /// What is asked for where nobody chose: the glass, in colour, at the resolution nearest to [`USUAL_DPI`].
    pub fn usual(&self) -> Order {
        let dpi = self.dpi.iter().copied().min_by_key(|dpi| dpi.abs_diff(USUAL_DPI)).unwrap_or(USUAL_DPI);
        Order {
            source: Self::first_of(&self.sources, Source::Kaca),
            mode: Self::first_of(&self.modes, Mode::Warna),
            dpi,
            area: None,
        }
    }

    /// A quick look at the glass, to see where the originals lie; none where there is no glass.
    pub fn look(&self) -> Option<Order> {
        let dpi = *self.dpi.first()?;
        let mode = Self::first_of(&self.modes, Mode::Abu);
        self.sources.contains(&Source::Kaca).then_some(Order { source: Source::Kaca, mode, dpi, area: None })
    }

    pub fn takes(&self, order: &Order) -> bool {
        self.sources.contains(&order.source)
            && self.modes.contains(&order.mode)
            && self.dpi.contains(&order.dpi)
    }

    fn first_of<T: Copy + PartialEq>(able: &[T], wanted: T) -> T {
        if able.contains(&wanted) { wanted } else { able.first().copied().unwrap_or(wanted) }
    }
}

impl Mode {
    /// Bytes of a pixel.
    pub const fn channels(self) -> u64 {
        match self {
            Self::Warna => 3,
            Self::Abu => 1,
        }
    }
}
