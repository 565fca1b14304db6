//! What is asked of a device: the ScanSettings of one job.

use super::super::{Mode, Source};

/// Regions are measured in these.
pub(super) const UNITS_PER_INCH: f64 = 300.0;

#[derive(Clone, Debug, PartialEq)]
pub(super) struct Settings {
    pub(super) version: String,
    pub(super) photo: bool,
    pub(super) source: Source,
    pub(super) mode: Mode,
    pub(super) dpi: u32,
    /// In 1/300 inch.
    pub(super) offset: [u32; 2],
    pub(super) size: [u32; 2],
}

impl Settings {
    pub(super) fn is_from_glass(&self) -> bool {
        self.source == Source::Kaca
    }

    /// Dots per inch that a picture of this width has: a device may round what it is asked for, and more than a tenth is
    /// no rounding.
    pub(super) fn dpi_of(&self, width: u32) -> u32 {
        let has = f64::from(width) * UNITS_PER_INCH / f64::from(self.size[0].max(1));
        let asked = f64::from(self.dpi);
        if (has - asked).abs() <= asked / 10.0 { self.dpi } else { has.round() as u32 }
    }

    pub(super) fn document(&self) -> String {
        let (source, both) = match self.source {
            Source::Kaca => ("Platen", ""),
            Source::Pengumpan => ("Feeder", "<scan:Duplex>false</scan:Duplex>"),
            Source::PengumpanBolakBalik => ("Feeder", "<scan:Duplex>true</scan:Duplex>"),
        };
        // The other intents sharpen letters and whiten the ground; an original is kept as it is.
        let intent = if self.photo { "<scan:Intent>Photo</scan:Intent>" } else { "" };
        let Self { version, dpi, offset: [left, top], size: [width, height], .. } = self;
        let mode = mode_name(self.mode);
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
             <scan:ScanSettings xmlns:scan=\"http://schemas.hp.com/imaging/escl/2011/05/03\" \
             xmlns:pwg=\"http://www.pwg.org/schemas/2010/12/sm\">\
             <pwg:Version>{version}</pwg:Version>{intent}\
             <pwg:ScanRegions><pwg:ScanRegion>\
             <pwg:ContentRegionUnits>escl:ThreeHundredthsOfInches</pwg:ContentRegionUnits>\
             <pwg:XOffset>{left}</pwg:XOffset><pwg:YOffset>{top}</pwg:YOffset>\
             <pwg:Width>{width}</pwg:Width><pwg:Height>{height}</pwg:Height>\
             </pwg:ScanRegion></pwg:ScanRegions>\
             <pwg:InputSource>{source}</pwg:InputSource>{both}\
             <scan:ColorMode>{mode}</scan:ColorMode>\
             <scan:XResolution>{dpi}</scan:XResolution><scan:YResolution>{dpi}</scan:YResolution>\
             <pwg:DocumentFormat>image/jpeg</pwg:DocumentFormat>\
             <scan:DocumentFormatExt>image/jpeg</scan:DocumentFormatExt>\
             </scan:ScanSettings>"
        )
    }
}

pub(super) fn mode_name(mode: Mode) -> &'static str {
    match mode {
        Mode::Warna => "RGB24",
        Mode::Abu => "Grayscale8",
    }
}
