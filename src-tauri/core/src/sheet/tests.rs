//! What is written is read back with another library, and no text becomes a formula.

use std::io::Cursor;

use calamine::{Data, DataType as _, Reader as _, Xlsx};
use chrono::{DateTime, NaiveDate, Utc};

use super::{Workbook, write_csv, write_xlsx};
use crate::laporan::{Cell, Heading, Table};

/// Texts with which a vendor or a reason could try to make a spreadsheet do something.
const HOSTILE: [&str; 10] = [
    "=1+1",
    "+62 811",
    "-2",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "  =HYPERLINK(\"http://contoh.example\")",
    "PT \"Contoh\"; Tbk",
    "baris\nkedua",
    "0997000421513000",
];

fn table(rows: Vec<Vec<Cell>>) -> Table {
    let heading = |words| Heading { words, share: 0.25 };
    Table { title: "Contoh", headings: ["Teks", "Jumlah", "Lama", "Hari"].map(heading).to_vec(), rows }
}

fn row(text: &str) -> Vec<Cell> {
    let day = NaiveDate::from_ymd_opt(2026, 11, 30).unwrap();
    vec![Cell::Text(text.to_owned()), Cell::Count(3), Cell::Minutes(Some(641)), Cell::Day(day)]
}

fn xlsx(tables: &[Table]) -> Vec<u8> {
    let lines = vec!["=SUM(1)".to_owned()];
    let made = DateTime::<Utc>::UNIX_EPOCH;
    write_xlsx(&Workbook { title: "Laporan", office: "LPSE Contoh", lines, tables, made }).unwrap()
}

#[test]
fn a_spreadsheet_holds_figures_as_figures_and_texts_as_texts() {
    let rows = HOSTILE.map(row).to_vec();
    let bytes = xlsx(&[table(rows)]);
    let mut book = Xlsx::new(Cursor::new(bytes)).unwrap();
    assert_eq!(book.sheet_names(), ["Ringkasan", "Contoh"]);
    for sheet in ["Ringkasan", "Contoh"] {
        assert!(book.worksheet_formula(sheet).unwrap().is_empty(), "no formula in {sheet}");
    }
    let sheet = book.worksheet_range("Contoh").unwrap();
    for (text, row) in HOSTILE.iter().zip(1..) {
        let read = |column| sheet.get_value((row, column)).unwrap();
        // XML knows no carriage return of its own.
        assert_eq!(read(0).to_string().replace('\r', ""), text.replace('\r', ""), "{text:?}");
        assert_eq!(*read(1), Data::Float(3.0));
        assert_eq!(*read(2), Data::Float(10.6));
        assert_eq!(read(3).as_datetime().unwrap().date().to_string(), "2026-11-30");
    }
}

#[test]
fn the_same_tables_give_the_same_bytes() {
    let tables = [table(vec![row("Toko")])];
    assert_eq!(xlsx(&tables), xlsx(&tables));
    assert_eq!(write_csv(&tables[0]).unwrap(), write_csv(&tables[0]).unwrap());
}

#[test]
fn a_text_file_opens_in_a_spreadsheet_and_runs_nothing() {
    let bytes = write_csv(&table(HOSTILE.map(row).to_vec())).unwrap();
    let text = std::str::from_utf8(&bytes).unwrap().strip_prefix('\u{feff}').expect("says that it is UTF-8");
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(text.as_bytes());
    assert_eq!(reader.headers().unwrap(), vec!["Teks", "Jumlah", "Lama (menit)", "Hari"]);
    let records: Vec<_> = reader.records().map(Result::unwrap).collect();
    assert_eq!(records.len(), HOSTILE.len());
    for (record, hostile) in records.iter().zip(HOSTILE) {
        let number = hostile.len() == 16 && hostile.parse::<u64>().is_ok();
        let dangerous =
            number || hostile.trim_start_matches(' ').starts_with(['=', '+', '-', '@', '\t', '\r']);
        let expected = if dangerous { format!("'{hostile}") } else { hostile.to_owned() };
        assert_eq!(&record[0], expected);
        assert_eq!((&record[1], &record[2], &record[3]), ("3", "10,6", "2026-11-30"));
    }
}

#[test]
fn a_table_without_rows_is_a_file_with_headings() {
    let text = String::from_utf8(write_csv(&table(Vec::new())).unwrap()).unwrap();
    assert_eq!(text, "\u{feff}Teks;Jumlah;Lama;Hari\r\n");
    let mut book = Xlsx::new(Cursor::new(xlsx(&[table(Vec::new())]))).unwrap();
    assert_eq!(book.worksheet_range("Contoh").unwrap().get_size(), (1, 4));
}
