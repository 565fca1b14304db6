//! Reading a downloaded list: rows parted by comma, semicolon or tab, with a row of headings somewhere at the top.
//!
//! Portals change the order and the names of their columns, so columns are found by the words in their headings. A row
//! that names no taxpayer is handed back with its number and the reason; nothing is guessed.

use chrono::NaiveDate;
use csv::{ReaderBuilder, StringRecord, Trim};

use super::Listed;
use crate::contact::check_date;
use crate::error::{Code, Error, Result};
use crate::identity::npwp_sixteen;

/// Rows that are read; the national list has some thousands.
pub const MOST_ROWS: usize = 50_000;
const MOST_BYTES: usize = 16 * 1024 * 1024;
/// Rows above the headings: a title, a date, the name of the portal.
const MOST_TITLES: usize = 20;
/// Characters of a cell that are kept.
const LONGEST: usize = 200;

/// A row that was not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefusedRow {
    /// Line of the file, from 1.
    pub line: u64,
    /// An Indonesian sentence that names nobody.
    pub why: String,
}

/// A list as it was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DaftarHitamRead {
    pub listed: Vec<Listed>,
    /// In the order of the lines.
    pub refused: Vec<RefusedRow>,
    /// Rows that were taken although the days of their sanction cannot be read: it is held to hold.
    pub undated: Vec<RefusedRow>,
}

const UNREADABLE: &str = "Tanggal sanksi tidak terbaca; sanksi dianggap berlaku.";
/// Line breaks that a cell of an address may hold.
const MOST_BREAKS: usize = 8;

/// Which column holds what.
struct Columns {
    npwp: usize,
    name: Option<usize>,
    from: Option<usize>,
    until: Option<usize>,
    decision: Option<usize>,
}

/// Reads a list as a portal or a spreadsheet saves it (CSV; UTF-8 or Windows-1252).
///
/// # Errors
/// [`Code::InvalidInput`] for a file that is too large, that is a workbook or a PDF, that has no column for the NPWP,
/// or that holds not one taxpayer.
pub fn read(bytes: &[u8]) -> Result<DaftarHitamRead> {
    if bytes.len() > MOST_BYTES {
        return Err(refused("size", "Berkas ini terlalu besar untuk sebuah daftar hitam."));
    }
    if bytes.starts_with(b"PK\x03\x04")
        || bytes.starts_with(b"%PDF")
        || bytes.starts_with(b"\xd0\xcf\x11\xe0")
    {
        return Err(refused("not csv", "Berkas ini bukan CSV."));
    }
    let text = decoded(bytes);
    let mut reader = ReaderBuilder::new()
        .delimiter(delimiter_of(&text))
        .has_headers(false)
        .flexible(true)
        .trim(Trim::All)
        .from_reader(text.as_bytes());
    let mut read = DaftarHitamRead::default();
    let mut columns: Option<Columns> = None;
    for (index, row) in reader.records().enumerate() {
        let row = row.map_err(|_| refused("csv", "Berkas ini tidak terbaca sebagai CSV."))?;
        let Some(found) = &columns else {
            columns = Columns::of(&row);
            if columns.is_none() && index >= MOST_TITLES {
                break;
            }
            continue;
        };
        if row.iter().all(str::is_empty) {
            continue;
        }
        if read.listed.len() + read.refused.len() >= MOST_ROWS {
            return Err(refused("rows", &format!("Daftar ini berisi lebih dari {MOST_ROWS} baris.")));
        }
        let line = row.position().map_or(0, csv::Position::line);
        // A quotation mark that nobody closes swallows the rows behind it.
        if row.iter().any(|cell| cell.matches('\n').count() > MOST_BREAKS) {
            return Err(refused("quote", &format!("Tanda kutip pada baris {line} tidak ditutup.")));
        }
        match found.read(&row) {
            Ok((listed, remark)) => {
                read.listed.push(listed);
                read.undated.extend(remark.map(|why| RefusedRow { line, why: why.to_owned() }));
            }
            Err(why) => read.refused.push(RefusedRow { line, why: why.to_owned() }),
        }
    }
    if columns.is_none() {
        return Err(refused("no npwp column", "Tidak ada kolom NPWP dalam berkas ini."));
    }
    if read.listed.is_empty() {
        return Err(refused("no rows", "Tidak ada NPWP yang terbaca dalam daftar ini."));
    }
    Ok(read)
}

impl Columns {
    fn of(row: &StringRecord) -> Option<Self> {
        let titles: Vec<String> = row.iter().map(str::to_lowercase).collect();
        let with = |words: &[&str]| {
            words.iter().find_map(|word| titles.iter().position(|title| title.contains(word)))
        };
        Some(Self {
            npwp: with(&["npwp"])?,
            name: with(&["nama penyedia", "nama perusahaan", "nama pelaku", "penyedia", "nama"]),
            from: with(&["mulai", "awal", "tanggal berlaku", "masa berlaku"]),
            until: with(&["sampai", "berakhir", "akhir", "selesai", "masa berlaku"]),
            decision: with(&["surat keputusan", "nomor sk", "no sk", "no. sk", "keputusan"]),
        })
    }

    /// The vendor of a row, and what is to be said about its days.
    fn read(&self, row: &StringRecord) -> Result<(Listed, Option<&'static str>), &'static str> {
        let cell = |column: Option<usize>| column.and_then(|column| row.get(column)).unwrap_or_default();
        let npwp =
            npwp_sixteen(cell(Some(self.npwp))).ok_or("NPWP tidak terbaca: harus 15 atau 16 angka.")?;
        let days = if self.from == self.until {
            span(cell(self.from))
        } else {
            date(cell(self.from)).and_then(|from| Ok((from, date(cell(self.until))?)))
        };
        let (days, remark) = match days {
            Ok((Some(from), Some(until))) if until < from => {
                ((None, None), Some("Tanggal berakhir mendahului tanggal mulai; sanksi dianggap berlaku."))
            }
            Ok(days) => (days, None),
            Err(why) => ((None, None), Some(why)),
        };
        let (from, until) = days;
        let (name, decision) = (short(cell(self.name)), short(cell(self.decision)));
        Ok((Listed { npwp, name, from, until, decision }, remark))
    }
}

/// `12/01/2026 - 12/01/2027` or `12 Januari 2026 s.d. 12 Januari 2027`.
fn span(cell: &str) -> Result<(Option<NaiveDate>, Option<NaiveDate>), &'static str> {
    for parting in [" s.d. ", " s.d ", " s/d ", " sampai dengan ", " sampai ", " - ", " – "] {
        if let Some((from, until)) = cell.split_once(parting) {
            return Ok((date(from)?, date(until)?));
        }
    }
    if let Ok(until) = date(cell) {
        return Ok((None, until));
    }
    let (from, until) = cell.split_once('-').ok_or(UNREADABLE)?;
    Ok((date(from)?, date(until)?))
}

/// A date that is there must be one; a cell that says nothing says nothing.
fn date(cell: &str) -> Result<Option<NaiveDate>, &'static str> {
    let cell = cell.trim();
    if cell.is_empty() || cell == "-" {
        return Ok(None);
    }
    // A time of day behind it says nothing about a sanction.
    let day = cell.split_once([' ', 'T']).filter(|(_, rest)| rest.contains(':')).map_or(cell, |(day, _)| day);
    check_date(day).value.map(Some).ok_or(UNREADABLE)
}

fn short(cell: &str) -> String {
    let plain: String = cell.chars().map(|each| if each.is_control() { ' ' } else { each }).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(LONGEST).collect()
}

/// Spreadsheets of this country save with semicolons; the sign that stands most in the first rows parts them.
fn delimiter_of(text: &str) -> u8 {
    let top: String = text.lines().take(MOST_TITLES).collect::<Vec<_>>().join("\n");
    let count = |sign: char| top.matches(sign).count();
    [(b';', count(';')), (b'\t', count('\t')), (b',', count(','))]
        .into_iter()
        .max_by_key(|(_, count)| *count)
        .map_or(b',', |(sign, _)| sign)
}

/// UTF-8, or else the letters of Windows-1252, whose first half every list is written in.
fn decoded(bytes: &[u8]) -> String {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    std::str::from_utf8(bytes)
        .map_or_else(|_| bytes.iter().map(|byte| char::from(*byte)).collect(), str::to_owned)
}

fn refused(detail: &str, what: &str) -> Error {
    Error::new(Code::InvalidInput, detail)
        .saying(what)
        .advising("Unduh lagi daftarnya, simpan sebagai CSV dengan kolom NPWP, lalu coba lagi.")
}
