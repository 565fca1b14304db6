//! What a device says in its ScannerStatus, as a person is told it.

use super::super::Trouble;
use super::xml::Texts;

/// The trouble that a device is in; none where it is ready or does not say.
pub(super) fn trouble_of(document: &str, from_glass: bool) -> Option<Trouble> {
    let texts = Texts::read(document)?;
    let said = |name: &str| texts.one(&["ScannerStatus", name]);
    let of_feeder = match said("AdfState").unwrap_or_default().as_str() {
        _ if from_glass => None,
        "ScannerAdfEmpty" => Some(Trouble::PengumpanKosong),
        "ScannerAdfJam" | "ScannerAdfMispick" | "ScannerAdfMultipickDetected" => Some(Trouble::KertasMacet),
        "ScannerAdfHatchOpen" | "ScannerAdfDoorOpen" => Some(Trouble::PenutupTerbuka),
        _ => None,
    };
    of_feeder.or(match said("State").unwrap_or_default().as_str() {
        "Testing" => Some(Trouble::Pemanasan),
        "Stopped" => Some(Trouble::Terputus),
        "Down" => Some(Trouble::TidakTersambung),
        _ => None,
    })
}
