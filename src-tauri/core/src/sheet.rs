//! Lembar kerja: tables as files that other programs open.

mod csv;
mod xlsx;

pub use self::csv::write_csv;
pub use self::xlsx::{Workbook, write_xlsx};

use crate::laporan::{Cell, Table};

/// Paper writes the unit into each cell, a file once above them.
fn heading(table: &Table, column: usize) -> String {
    let words = table.headings[column].words;
    let minutes = table.rows.iter().any(|row| matches!(row.get(column), Some(Cell::Minutes(_))));
    if minutes { format!("{words} (menit)") } else { words.to_owned() }
}

#[cfg(test)]
mod tests;
