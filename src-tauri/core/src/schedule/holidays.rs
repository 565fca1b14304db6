//! Hari libur: the days on which an office is closed, read from a list that somebody typed.
//!
//! The list of national holidays and cuti bersama changes every year by a joint decree (SKB) of ministers,
//! and a region has days of its own, so no day is built in. What a line does not plainly say is not guessed:
//! the line is handed back with its number and the reason.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use super::day_name;
use crate::contact::check_date;
use crate::error::{Code, Error, Result};

/// Bytes of a list at most; ten years of holidays need a tenth of it.
const MOST_BYTES: usize = 256 * 1024;
/// Lines of a list at most.
const MOST_LINES: usize = 2_000;
/// Characters of a name at most; longer text is not the name of a holiday.
const LONGEST_NAME: usize = 120;
/// Years that a list of holidays can be about; any other is a slip of the hand.
const YEARS: std::ops::RangeInclusive<i32> = 2000..=2100;
/// How a day is called that stands in the list without a name.
const UNNAMED: &str = "Hari libur";

/// Days on which an office is closed although its weekday is not.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holidays {
    pub list: BTreeMap<NaiveDate, String>,
    /// The years that the list speaks of, each with where it comes from in the words of the list; empty where it says
    /// nothing. A year without a day is one of which all days were taken back.
    pub years: BTreeMap<i32, String>,
}

/// A line of a list that was not taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RefusedLine {
    /// From 1, as an editor counts.
    pub number: usize,
    /// An Indonesian sentence.
    pub why: String,
}

/// A list as it was read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct HolidaysRead {
    pub holidays: Holidays,
    /// In the order of the lines.
    pub refused: Vec<RefusedLine>,
}

impl Holidays {
    /// The name of the holiday, if the day is one. Weekends are not: no window of the service hours names them.
    pub fn is_holiday(&self, date: NaiveDate) -> Option<&str> {
        self.list.get(&date).map(String::as_str)
    }

    /// The days in order, for [`super::is_working_day`] and [`super::add_working_days`].
    pub fn dates(&self) -> Vec<NaiveDate> {
        self.list.keys().copied().collect()
    }

    /// This list with the years of a newer one in place of its own: each year has its decree, and a year of which the
    /// newer one says nothing stays as appointments were promised by it.
    pub fn renewed(mut self, newer: Self) -> Self {
        self.list.retain(|day, _| !newer.years.contains_key(&day.year()));
        self.list.extend(newer.list);
        self.years.extend(newer.years);
        self.years.retain(|year, _| self.list.keys().any(|day| day.year() == *year));
        self
    }

    /// Where the years come from, each source once.
    pub fn sources(&self) -> String {
        let mut named: Vec<&str> = Vec::new();
        for source in self.years.values().map(String::as_str).filter(|source| !source.is_empty()) {
            if !named.contains(&source) {
                named.push(source);
            }
        }
        named.join("; ")
    }

    /// Years of which this list takes all days back.
    pub fn emptied(&self) -> Vec<i32> {
        let empty = |year: &i32| !self.list.keys().any(|day| day.year() == *year);
        self.years.keys().copied().filter(empty).collect()
    }

    /// Reads lines of `tanggal,keterangan`, parted by comma, semicolon or tab.
    ///
    /// Dates stand as 2026-12-25, 25-12-2026, 25/12/2026 or 25 Desember 2026, with the weekday in front if
    /// the list has it ("Jumat, 25 Desember 2026", in quotes where commas part); a weekday that the calendar
    /// does not have on that date refuses the line. A first line of headings is passed over. The first line
    /// that begins with `#` names the source, the others are remarks. The first line about a day is taken and
    /// every later one refused. `2031 kosong` says that the year has no days but those of the list, so that a wrong day
    /// can be taken back although it is the only one of its year.
    ///
    /// # Errors
    /// [`Code::InvalidInput`] for a text that is too large for such a list, or that holds no day at all.
    pub fn read(text: &str) -> Result<HolidaysRead> {
        if text.len() > MOST_BYTES || text.lines().count() > MOST_LINES {
            return Err(Error::new(Code::InvalidInput, format!("list of {} bytes", text.len()))
                .saying("Daftar hari libur terlalu panjang.")
                .advising(format!("Pakai daftar berisi paling banyak {MOST_LINES} baris.")));
        }
        let mut read = HolidaysRead::default();
        let mut source = String::new();
        let mut first_lines = BTreeMap::new();
        let mut headed = false;
        for (index, line) in text.trim_start_matches('\u{feff}').lines().enumerate() {
            let (number, line) = (index + 1, line.trim());
            if let Some(remark) = line.strip_prefix('#') {
                if source.is_empty() {
                    source = remark.trim().chars().take(LONGEST_NAME).collect();
                }
                continue;
            }
            if line.is_empty() || (!std::mem::replace(&mut headed, true) && is_heading(line)) {
                continue;
            }
            if let Some(year) = read_year(line) {
                read.holidays.years.insert(year, String::new());
                continue;
            }
            let taken = read_line(line).and_then(|(date, name)| match first_lines.entry(date) {
                Entry::Occupied(first) => Err(format!("Tanggal ini sudah ada pada baris {}.", first.get())),
                Entry::Vacant(free) => {
                    free.insert(number);
                    Ok((date, name))
                }
            });
            match taken {
                Ok((date, name)) => {
                    read.holidays.years.insert(date.year(), String::new());
                    read.holidays.list.insert(date, name);
                }
                Err(why) => read.refused.push(RefusedLine { number, why }),
            }
        }
        read.holidays.years.values_mut().for_each(|of| of.clone_from(&source));
        if read.holidays.years.is_empty() {
            return Err(Error::new(Code::InvalidInput, format!("{} lines refused", read.refused.len()))
                .saying("Tidak ada hari libur yang terbaca dalam daftar ini.")
                .advising("Tulis satu hari setiap baris, misalnya: 2026-12-25,Hari Natal"));
        }
        Ok(read)
    }
}

/// `2031 kosong`, in one field or two. A year alone is too easily the end of a sentence.
fn read_year(line: &str) -> Option<i32> {
    let parts = |c: char| c.is_whitespace() || matches!(c, '"' | ',' | ';');
    let mut words = line.split(parts).filter(|word| !word.is_empty());
    let (year, empty) = (words.next()?, words.next()?);
    let says_so = year.len() == 4 && empty.eq_ignore_ascii_case("kosong") && words.next().is_none();
    year.parse().ok().filter(|year| says_so && YEARS.contains(year))
}

fn is_heading(line: &str) -> bool {
    let line = line.trim_start_matches('"').to_lowercase();
    ["tanggal", "tgl", "date"].iter().any(|word| line.starts_with(word))
}

/// The day and its name, or the sentence that says why not.
fn read_line(line: &str) -> Result<(NaiveDate, String), String> {
    // A comma may stand in the name, and in "Jumat, 25 Desember 2026": the sign that leaves a date in front
    // of it is the one that parts this line.
    let mut refusal = None;
    for delimiter in ['\t', ';', ','] {
        let mut fields = split(line, delimiter)?.into_iter();
        let first = fields.next().unwrap_or_default();
        match read_date(&first) {
            Ok(date) => {
                let name = fields.filter(|field| !field.is_empty()).collect::<Vec<_>>().join(", ");
                return Ok((date, checked_name(name)?));
            }
            Err(why) => refusal = Some(why),
        }
    }
    Err(refusal.unwrap_or_default())
}

fn checked_name(name: String) -> Result<String, String> {
    if name.is_empty() {
        return Ok(UNNAMED.to_owned());
    }
    if name.chars().count() > LONGEST_NAME {
        return Err(format!("Keterangan lebih dari {LONGEST_NAME} huruf."));
    }
    // U+FFFD stands where a program could not read the letters of the file.
    if name.contains(|letter: char| letter.is_control() || letter == '\u{fffd}') {
        return Err("Keterangan memuat huruf yang tidak terbaca.".to_owned());
    }
    Ok(name)
}

fn read_date(field: &str) -> Result<NaiveDate, String> {
    let unreadable = || "Tanggal tidak terbaca. Tulis seperti 2026-12-25 atau 25 Desember 2026.".to_owned();
    let begins = field.find(|letter: char| letter.is_ascii_digit()).ok_or_else(unreadable)?;
    let (front, digits) = field.split_at(begins);
    let weekday = front.trim_end_matches([' ', ',']);
    let checked = check_date(digits);
    let date = match checked.value {
        // A note says that something was read that does not plainly stand there, such as 25122026.
        Some(date) if checked.notes.is_empty() => date,
        Some(_) => return Err(unreadable()),
        None => return Err(checked.notes.first().map_or_else(unreadable, |_| impossible(digits))),
    };
    if !YEARS.contains(&date.year()) {
        return Err(format!("Tahun {} tidak mungkin untuk daftar ini.", date.year()));
    }
    if !weekday.is_empty() && !is_weekday(weekday) {
        return Err(unreadable());
    }
    if !weekday.is_empty() && !same_weekday(weekday, day_name(date)) {
        return Err(format!("Tanggal itu hari {}, bukan {weekday}.", day_name(date)));
    }
    Ok(date)
}

/// Why digits give no date: three parts are a day that no calendar has, anything else is no date at all.
fn impossible(digits: &str) -> String {
    let parts = digits.split(|letter: char| !letter.is_ascii_digit()).filter(|part| !part.is_empty());
    if parts.count() == 3 {
        "Tanggal ini tidak ada di kalender. Tulis hari, bulan, lalu tahun.".to_owned()
    } else {
        "Tanggal tidak terbaca. Tulis seperti 2026-12-25 atau 25 Desember 2026.".to_owned()
    }
}

/// `Jum'at` and `Ahad` stand in decrees beside `Jumat` and `Minggu`.
fn plain_weekday(word: &str) -> String {
    let word: String =
        word.chars().filter(|letter| letter.is_alphabetic()).flat_map(char::to_lowercase).collect();
    if word == "ahad" { "minggu".to_owned() } else { word }
}

fn is_weekday(word: &str) -> bool {
    ["senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu"].contains(&plain_weekday(word).as_str())
}

fn same_weekday(word: &str, name: &str) -> bool {
    plain_weekday(word) == plain_weekday(name)
}

/// The fields of a line (RFC 4180): quotes hold a delimiter, two of them are one. No field spans lines.
fn split(line: &str, delimiter: char) -> Result<Vec<String>, String> {
    let (mut fields, mut field, mut quoted) = (Vec::new(), String::new(), false);
    let mut letters = line.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => {
                letters.next();
                field.push('"');
            }
            '"' if quoted => quoted = false,
            '"' if field.trim().is_empty() => {
                field.clear();
                quoted = true;
            }
            _ if letter == delimiter && !quoted => fields.push(std::mem::take(&mut field).trim().to_owned()),
            _ => field.push(letter),
        }
    }
    if quoted {
        return Err("Tanda kutip tidak ditutup.".to_owned());
    }
    fields.push(field.trim().to_owned());
    Ok(fields)
}
