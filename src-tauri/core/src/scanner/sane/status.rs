//! Every status of SANE as the trouble that it is.

use super::super::Trouble;
use super::library;

/// What a status means while a device is used. WARMING_UP stands in no version of the standard; drivers answer it.
pub(super) fn trouble_of(status: i32) -> Result<(), Trouble> {
    Err(match status {
        library::GOOD => return Ok(()),
        library::CANCELLED => Trouble::Dibatalkan,
        library::DEVICE_BUSY => Trouble::Sibuk,
        library::JAMMED => Trouble::KertasMacet,
        library::NO_DOCS => Trouble::PengumpanKosong,
        library::COVER_OPEN => Trouble::PenutupTerbuka,
        library::IO_ERROR => Trouble::Terputus,
        library::WARMING_UP => Trouble::Pemanasan,
        library::ACCESS_DENIED => Trouble::TanpaIzin,
        _ => Trouble::Ditolak,
    })
}

/// The same while it is opened: what is not there cannot fall silent.
pub(super) fn trouble_of_opening(status: i32) -> Result<(), Trouble> {
    match status {
        library::INVAL => Err(Trouble::TidakDitemukan),
        library::IO_ERROR => Err(Trouble::TidakTersambung),
        status => trouble_of(status),
    }
}
