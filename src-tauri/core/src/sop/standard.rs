//! Mutu baku: the minutes that the office's SOP grants each row, from a day on.
//!
//! An office that writes a new SOP enters its minutes with the day from which they hold. A step is held to the
//! minutes of the day on which it began, so a new standard never makes an old deviation good or bad.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::ROWS;
use crate::error::{Code, Error, Result};
use crate::schedule::held_on;

/// A working day: no row of any SOP takes longer.
pub const LONGEST_STANDARD: u32 = 480;

/// The minutes of the eight rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct MutuBaku {
    minutes: [u32; ROWS],
}

impl Default for MutuBaku {
    /// SOP 01.09.03./SOP/2020.
    fn default() -> Self {
        Self { minutes: [5, 10, 5, 5, 30, 1, 5, 15] }
    }
}

impl MutuBaku {
    pub fn new(minutes: [u32; ROWS]) -> Result<Self> {
        if minutes.iter().any(|minutes| !(1..=LONGEST_STANDARD).contains(minutes)) {
            return Err(Error::new(Code::InvalidInput, "minutes of a row out of bounds")
                .saying("Menit mutu baku setiap langkah paling sedikit 1 dan paling banyak 480.")
                .advising("Periksa lagi menit setiap langkah, seperti pada SOP kantor."));
        }
        Ok(Self { minutes })
    }

    pub fn minutes(&self) -> [u32; ROWS] {
        self.minutes
    }

    /// Of a row from 1 to 8; none has other rows.
    pub fn of(&self, row: u8) -> u32 {
        usize::from(row).checked_sub(1).and_then(|at| self.minutes.get(at)).copied().unwrap_or_default()
    }

    /// The minutes that hold on a day, from a list of standards and the days from which they hold.
    pub fn on(day: NaiveDate, known: &[(NaiveDate, Self)]) -> Self {
        held_on(day, known).copied().unwrap_or_default()
    }
}
