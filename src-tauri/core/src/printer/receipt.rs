//! Receipt printers: rolls of 58 and 80 mm, and the commands of ESC/POS that put a picture on them.
//!
//! A ticket goes there as dots and not as text: the code pages of these printers differ, none holds every letter of a
//! name, and what they do not hold comes out as other letters without a word. Four commands of Epson's ESC/POS reference
//! are enough, and nearly every receipt printer sold here knows them: `ESC @` begins anew, `GS v 0` prints a raster,
//! `ESC d` feeds, `GS V 66` cuts. A printer without a knife only feeds.

use serde::{Deserialize, Serialize};

use crate::error::{Code, Error, Result};

/// A roll by the width of its paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub enum Roll {
    Mm80,
    Mm58,
}

/// Dots of a millimetre: these printers have 203 dpi.
pub const DOTS_PER_MM: u32 = 8;

impl Roll {
    /// Width that is printed on, in millimetres.
    pub fn printed_mm(self) -> u32 {
        match self {
            Self::Mm80 => 72,
            Self::Mm58 => 48,
        }
    }

    /// The same in dots: 576 and 384.
    pub fn dots(self) -> u32 {
        self.printed_mm() * DOTS_PER_MM
    }
}

const BEGIN: [u8; 2] = [0x1B, b'@'];
const RASTER: [u8; 4] = [0x1D, b'v', b'0', 0];
/// So many lines that the last row stands above the knife and the edge where paper is torn off.
const FEED: [u8; 3] = [0x1B, b'd', 3];
const CUT: [u8; 4] = [0x1D, b'V', 66, 0];

/// Rows of one raster. Cheap printers hold a few kilobytes and lose what is more.
const BAND: usize = 128;

/// The commands that print rows of dots, true for black, and cut the paper behind them.
///
/// # Errors
/// [`Code::Internal`] for rows that are not as wide as the roll: the printer would take what follows for commands.
pub fn receipt(roll: Roll, rows: &[Vec<bool>]) -> Result<Vec<u8>> {
    let width = roll.dots() as usize;
    if rows.is_empty() || rows.iter().any(|row| row.len() != width) {
        return Err(Error::new(Code::Internal, "rows are not as wide as the roll"));
    }
    let mut commands = BEGIN.to_vec();
    for band in rows.chunks(BAND) {
        commands.extend(RASTER);
        commands.extend(low_and_high(width / 8)?);
        commands.extend(low_and_high(band.len())?);
        for row in band {
            commands.extend(row.chunks(8).map(packed));
        }
    }
    commands.extend(FEED);
    commands.extend(CUT);
    Ok(commands)
}

/// Eight dots, the left one in the highest bit.
fn packed(dots: &[bool]) -> u8 {
    dots.iter().fold(0, |byte, &black| byte << 1 | u8::from(black))
}

fn low_and_high(number: usize) -> Result<[u8; 2]> {
    let number = u16::try_from(number).map_err(|_| Error::new(Code::Internal, "a raster is too large"))?;
    Ok(number.to_le_bytes())
}

#[cfg(test)]
mod tests {
    use super::{Roll, receipt};

    /// What a receipt printer makes of the commands: rows of dots, and whether the paper was cut behind them. It knows
    /// nothing but what it has to know, and stops at anything else.
    fn printed(mut commands: &[u8]) -> (Vec<Vec<bool>>, bool) {
        let (mut rows, mut is_cut) = (Vec::new(), false);
        commands = commands.strip_prefix(b"\x1B@").expect("begins anew");
        while !commands.is_empty() {
            assert!(!is_cut, "something follows the cut");
            if let Some(rest) = commands.strip_prefix(b"\x1Dv0\0") {
                let (head, rest) = rest.split_at(4);
                let width = usize::from(u16::from_le_bytes([head[0], head[1]]));
                let height = usize::from(u16::from_le_bytes([head[2], head[3]]));
                assert!((1..=128).contains(&height), "{height} rows at once");
                let (bytes, rest) = rest.split_at(width * height);
                rows.extend(bytes.chunks(width).map(|row| {
                    row.iter().flat_map(|byte| (0..8).rev().map(move |bit| byte >> bit & 1 == 1)).collect()
                }));
                commands = rest;
            } else if let Some(rest) = commands.strip_prefix(b"\x1Bd\x03") {
                commands = rest;
            } else {
                commands = commands.strip_prefix(b"\x1DV\x42\0").expect("a known command");
                is_cut = true;
            }
        }
        (rows, is_cut)
    }

    #[test]
    fn the_printer_gets_every_dot_and_cuts_behind_the_last() {
        for (roll, width) in [(Roll::Mm80, 576), (Roll::Mm58, 384)] {
            // Three rasters, the last one of a single row; every row differs from the one before.
            let rows: Vec<Vec<bool>> =
                (0..257).map(|y| (0..width).map(|x| (x * 7 + y * 13) % 11 < 4).collect()).collect();
            let (seen, is_cut) = printed(&receipt(roll, &rows).unwrap());
            assert!(seen == rows, "{roll:?}");
            assert!(is_cut, "{roll:?}");
        }
    }

    #[test]
    fn rows_of_another_width_never_reach_the_printer() {
        let row = |width: usize| vec![true; width];
        for rows in [vec![], vec![row(0)], vec![row(575)], vec![row(577)], vec![row(576), row(384)]] {
            assert!(receipt(Roll::Mm80, &rows).is_err());
        }
    }
}
