//! Office Open XML (ECMA-376): one sheet a table, figures as figures.

use chrono::{DateTime, Utc};
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, Workbook as Book, Worksheet, XlsxError,
};

use crate::error::{Code, Error, Result};
use crate::laporan::{Cell, Table};

use super::heading;

/// What stands on the first sheet.
pub struct Workbook<'a> {
    pub title: &'a str,
    pub office: &'a str,
    /// Sentences above the figures and about how they were counted.
    pub lines: Vec<String>,
    pub tables: &'a [Table],
    /// When it was made.
    pub made: DateTime<Utc>,
}

const NARROWEST_LETTERS: f64 = 12.0;
const WIDEST_LETTERS: f64 = 60.0;

/// The file. Same input, same bytes.
pub fn write_xlsx(workbook: &Workbook<'_>) -> Result<Vec<u8>> {
    write(workbook).map_err(|error| Error::new(Code::Internal, format!("xlsx: {error}")))
}

fn write(workbook: &Workbook<'_>) -> Result<Vec<u8>, XlsxError> {
    let mut book = Book::new();
    let made = ExcelDateTime::from_timestamp(workbook.made.timestamp())?;
    book.set_properties(
        &DocProperties::new()
            .set_title(workbook.title)
            .set_author(workbook.office)
            .set_creation_datetime(&made),
    );
    let strong = Format::new().set_bold();
    let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let first = book.add_worksheet().set_name("Ringkasan")?;
    first.set_column_width(0, 100)?;
    first.write_with_format(0, 0, workbook.title, &strong)?;
    first.write(1, 0, workbook.office)?;
    for (line, row) in workbook.lines.iter().zip(3..) {
        first.write_with_format(row, 0, line.as_str(), &wrapped)?;
    }
    for table in workbook.tables {
        let sheet = book.add_worksheet().set_name(table.title)?;
        fill(sheet, table, &strong)?;
    }
    book.save_to_buffer()
}

fn fill(sheet: &mut Worksheet, table: &Table, strong: &Format) -> Result<(), XlsxError> {
    let date = Format::new().set_num_format("yyyy-mm-dd");
    let minutes = Format::new().set_num_format("0.0");
    sheet.set_freeze_panes(1, 0)?;
    for column in 0..u16::try_from(table.headings.len()).unwrap_or(u16::MAX) {
        sheet.write_with_format(0, column, heading(table, usize::from(column)), strong)?;
        sheet.set_column_width(column, width(table, usize::from(column)))?;
    }
    for (cells, row) in table.rows.iter().zip(1..) {
        for (cell, column) in cells.iter().zip(0..) {
            match cell {
                // Written as text, whatever it begins with: never a formula.
                Cell::Text(text) => sheet.write_string(row, column, text)?,
                Cell::Count(count) => sheet.write_number(row, column, *count as f64)?,
                Cell::Minutes(Some(seconds)) => {
                    // Cut to tenths as on paper: nothing is rounded up over a standard.
                    sheet.write_number_with_format(row, column, (*seconds / 6) as f64 / 10.0, &minutes)?
                }
                Cell::Minutes(None) => sheet,
                Cell::Day(day) => sheet.write_datetime_with_format(row, column, *day, &date)?,
            };
        }
    }
    Ok(())
}

/// Wide enough for what stands in the column, in letters.
fn width(table: &Table, column: usize) -> f64 {
    let letters = |row: &Vec<Cell>| match row.get(column) {
        Some(Cell::Text(text)) => text.chars().count(),
        _ => 0,
    };
    let longest = table.rows.iter().map(letters).max().unwrap_or_default();
    let heading = heading(table, column).chars().count();
    (longest.max(heading) as f64 + 2.0).clamp(NARROWEST_LETTERS, WIDEST_LETTERS)
}
