//! Dates as a KTP prints them, 05-08-1975, and the validity of a card (N-33).

use chrono::{Datelike, Days, NaiveDate};

use super::letters_and_digits;
use crate::identity::{ascii_digit, is_separator};
use crate::outcome::{Checked, Note};

/// Days before the end of a residence permit from which the desk warns (S-18).
const SOON: u64 = 30;

const MONTHS: [&str; 12] = [
    "januari",
    "februari",
    "maret",
    "april",
    "mei",
    "juni",
    "juli",
    "agustus",
    "september",
    "oktober",
    "november",
    "desember",
];

/// Other ways in which months are written on papers of this country and on cards of foreigners.
const OTHER_MONTHS: [(&str, u32); 16] = [
    ("january", 1),
    ("peb", 2),
    ("pebruari", 2),
    ("february", 2),
    ("march", 3),
    ("may", 5),
    ("june", 6),
    ("july", 7),
    ("agt", 8),
    ("ags", 8),
    ("aug", 8),
    ("august", 8),
    ("oct", 10),
    ("october", 10),
    ("nopember", 11),
    ("december", 12),
];

/// Before this year nobody was born who shows a card, and no card was printed.
const FIRST_YEAR: i32 = 1900;

/// Until when a card is valid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Validity {
    SeumurHidup,
    Until(NaiveDate),
}

/// Reads 05-08-1975, 5/8/1975, 5 Agustus 1975, 1975-08-05, 05081975 and "BATANG, 05-08-1975" as a KTP
/// prints place and date; refuses days that no calendar has.
///
/// Eight digits in one piece are told back, for nobody sees where they were parted.
pub fn check_date(input: &str) -> Checked<NaiveDate> {
    let refuse = |text: &str| Checked::refused(Note::fault("N-33", text));
    let mut notes = Vec::new();
    let text: String = input.chars().map(|character| ascii_digit(character).unwrap_or(character)).collect();
    if text != input {
        notes
            .push(Note::info("N-33", "Angka dari aksara lain diubah menjadi angka biasa. Periksa hasilnya."));
    }
    let parts: Vec<&str> = without_place(&text)
        .split(|character| character == ',' || is_separator(character))
        .filter(|part| !part.is_empty())
        .collect();
    let (day, month, year) = match parts[..] {
        [first, second, third] if first.len() == 4 => (third, second, first),
        [first, second, third] => (first, second, third),
        [whole] if is_number(whole, 8) && whole.len() == 8 => {
            let begins_with_year = matches!(&whole[..2], "19" | "20") && !matches!(&whole[4..6], "19" | "20");
            if begins_with_year {
                (&whole[6..], &whole[4..6], &whole[..4])
            } else {
                (&whole[..2], &whole[2..4], &whole[4..])
            }
        }
        _ => return refuse("Tulis tanggal seperti 05-08-1975."),
    };
    if !is_number(day, 2) || !is_number(year, 4) || year.len() != 4 {
        return refuse("Tulis tanggal seperti 05-08-1975, tahun dengan empat angka.");
    }
    let month = if is_number(month, 2) { month.parse().ok() } else { read_month(month) };
    let Some(month) = month else {
        return refuse("Nama bulan tidak dikenal. Tulis tanggal seperti 05-08-1975.");
    };
    let date = year.parse().ok().zip(day.parse().ok());
    match date.and_then(|(year, day)| NaiveDate::from_ymd_opt(year, month, day)) {
        Some(date) if date.year() < FIRST_YEAR => refuse("Tahun ini terlalu lama. Baca ulang dari kartu."),
        Some(date) => {
            if parts.len() == 1 {
                notes.push(Note::info("N-33", format!("Dibaca {}. Cocokkan dengan kartu.", show_date(date))));
            }
            Checked { value: Some(date), notes }
        }
        None => refuse("Tanggal ini tidak ada di kalender. Baca ulang dari kartu."),
    }
}

/// The text behind a place of birth; all of it where what stands in front is not plainly a place.
///
/// A digit or the name of a month in front belongs to a date, and a lone letter may be a misread
/// digit: "I 5-08-1975" must not become the fifth.
fn without_place(text: &str) -> &str {
    let Some(start) = text.find(|character: char| character.is_ascii_digit()) else { return text };
    let (front, date) = text.split_at(start);
    let parted = front.ends_with(|character: char| character == ',' || is_separator(character));
    let words: Vec<&str> =
        front.split(|character: char| !character.is_alphabetic()).filter(|word| !word.is_empty()).collect();
    let is_place = words.last().is_some_and(|word| word.chars().count() > 2)
        && words.iter().all(|word| read_month(word).is_none())
        && !front.contains(['+', '#', '?']);
    if parted && is_place { date } else { text }
}

fn is_number(part: &str, longest: usize) -> bool {
    part.len() <= longest && part.bytes().all(|byte| byte.is_ascii_digit())
}

/// As a KTP shows it: 05-08-1975.
pub fn show_date(date: NaiveDate) -> String {
    date.format("%d-%m-%Y").to_string()
}

/// Whether a kewarganegaraan entry says Indonesian, whatever dots and brackets stand in it.
pub fn is_wni(kewarganegaraan: &str) -> bool {
    matches!(
        letters_and_digits(kewarganegaraan).as_str(),
        "WNI" | "INDONESIA" | "WARGANEGARAINDONESIA" | "WNIINDONESIA" | "WNIWARGANEGARAINDONESIA"
    )
}

/// Checks "berlaku hingga" (N-33, N-32).
///
/// A KTP of an Indonesian is valid for life by law, so a printed past date only informs. The card of a
/// foreigner ends with the residence permit (reason P14) and is never valid for life.
pub fn check_validity(input: &str, wni: bool, today: NaiveDate) -> Checked<Validity> {
    if letters_and_digits(input) == "SEUMURHIDUP" {
        return if wni {
            Checked { value: Some(Validity::SeumurHidup), notes: Vec::new() }
        } else {
            Checked::refused(Note::fault(
                "N-33",
                "Kartu orang asing tidak berlaku seumur hidup. Ketik tanggalnya.",
            ))
        };
    }
    let checked = check_date(input);
    let Some(until) = checked.value else {
        return Checked { value: None, notes: checked.notes };
    };
    let soon = today.checked_add_days(Days::new(SOON)).unwrap_or(today);
    let mut notes = Vec::new();
    match (wni, until < today, until <= soon) {
        (true, true, _) => notes
            .push(Note::info("N-33", "Tanggal pada kartu sudah lewat. KTP WNI tetap berlaku seumur hidup.")),
        (false, true, _) => {
            notes.push(Note::warning(
                "N-32",
                format!("Izin tinggal habis {}. Lihat alasan P14.", show_date(until)),
            ));
        }
        (false, false, true) => {
            notes.push(Note::warning("N-32", format!("Izin tinggal akan habis {}.", show_date(until))));
        }
        (true, false, _) | (false, false, false) => {}
    }
    Checked { value: Some(Validity::Until(until)), notes }
}

fn read_month(word: &str) -> Option<u32> {
    let typed = word.to_lowercase();
    let other = OTHER_MONTHS.iter().find(|(name, _)| *name == typed).map(|(_, month)| *month);
    other.or_else(|| {
        let place = MONTHS.iter().position(|month| typed.len() >= 3 && month.starts_with(&typed))?;
        u32::try_from(place + 1).ok()
    })
}
