//! Lembar kerja: tables as files that other programs open.

mod csv;
mod xlsx;

pub use self::csv::write_csv;
pub use self::xlsx::{Workbook, write_xlsx};

#[cfg(test)]
mod tests;
