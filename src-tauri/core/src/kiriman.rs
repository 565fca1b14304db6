//! Kiriman: what came by e-mail, through the feeder of a scanner or into its folder, and waits in the Baki until each page belongs to a permohonan.
//!
//! It holds other people's identity papers before anybody knows whether a permohonan comes of them. So each
//! has a key pair of its own and a last day (UU 27/2022, purpose and storage limitation), and ending it
//! destroys its keys: what never became a case cannot be read any more.

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

/// Calendar days a kiriman is kept without a case. Thirty like the usual wait of a filled form; but an office that
/// lets forms wait longer keeps nobody's papers longer for it.
pub const KEPT_DAYS: u64 = 30;

/// How it came into Loket.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub enum KirimanSource {
    Berkas,
    Seret,
    Tempel,
    KotakSurat,
    /// A stack from the feeder of a scanner.
    Pemindai,
    /// A file that a device scanned into the folder of this computer.
    FolderPindai,
}

/// Why it is kept no longer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub enum KirimanEnd {
    /// Everything of use was given to a case.
    Selesai,
    /// It asked for nothing that the desk does.
    BukanPermohonan,
    /// Its last day is over.
    LewatWaktu,
}

/// The last office day on which a kiriman that came on `day` is kept.
pub fn kept_until(day: NaiveDate) -> NaiveDate {
    day.checked_add_days(Days::new(KEPT_DAYS)).unwrap_or(NaiveDate::MAX)
}

/// Whether its last day is over.
pub fn is_expired(until: NaiveDate, today: NaiveDate) -> bool {
    today > until
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kiriman_is_kept_through_its_last_day_and_not_longer() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        let until = kept_until(day);
        assert_eq!(until.to_string(), "2026-12-23");
        assert!(!is_expired(until, day));
        assert!(!is_expired(until, until));
        assert!(is_expired(until, until.succ_opt().unwrap()));
    }

    #[test]
    fn the_end_of_the_calendar_is_no_error() {
        assert_eq!(kept_until(NaiveDate::MAX), NaiveDate::MAX);
    }
}
