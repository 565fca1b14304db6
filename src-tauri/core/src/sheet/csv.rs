//! Comma-separated values as the offices' spreadsheets open them by a double click.
//!
//! With Indonesian settings Excel and LibreOffice part the columns at semicolons and read UTF-8 only behind its mark
//! (BOM). RFC 4180 otherwise.

use csv::{Terminator, WriterBuilder};

use crate::error::{Code, Error, Result};
use crate::laporan::{Cell, Table};

use super::heading;

const BYTE_ORDER_MARK: &str = "\u{feff}";

/// What makes a spreadsheet take a text for a formula (OWASP, CSV Injection).
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// Digits of a number that names somebody.
const LONG_NUMBER: usize = 10;

/// One table with its headings. No text of it is ever run as a formula.
pub fn write_csv(table: &Table) -> Result<Vec<u8>> {
    let failed = |error: csv::Error| Error::new(Code::Internal, format!("csv: {error}"));
    let mut writer = WriterBuilder::new()
        .delimiter(b';')
        .terminator(Terminator::CRLF)
        .from_writer(BYTE_ORDER_MARK.as_bytes().to_vec());
    writer.write_record((0..table.headings.len()).map(|column| heading(table, column))).map_err(failed)?;
    for row in &table.rows {
        writer.write_record(row.iter().map(value)).map_err(failed)?;
    }
    writer.into_inner().map_err(|error| Error::new(Code::Internal, format!("csv: {error}")))
}

fn value(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => harmless(text),
        Cell::Count(count) => count.to_string(),
        // Minutes as a number with the comma of the same settings.
        Cell::Minutes(seconds) => {
            seconds.map(|seconds| format!("{},{}", seconds / 60, seconds % 60 / 6)).unwrap_or_default()
        }
        Cell::Day(day) => day.to_string(),
    }
}

/// An apostrophe before it keeps a text a text, also behind spaces that a program would drop; and a long number, of
/// which a spreadsheet would keep fifteen digits and no zero at the front.
fn harmless(text: &str) -> String {
    let number = text.len() >= LONG_NUMBER && text.bytes().all(|byte| byte.is_ascii_digit());
    if number || text.trim_start_matches(' ').starts_with(FORMULA) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}
