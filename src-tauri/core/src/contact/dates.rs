//! Dates as a KTP prints them, 05-08-1975, and the validity of a card (N-33).

use chrono::{Days, NaiveDate};

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

/// Until when a card is valid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Validity {
    SeumurHidup,
    Until(NaiveDate),
}

/// Reads 05-08-1975, 5/8/1975, 5 Agustus 1975 or 1975-08-05; refuses days that no calendar has.
pub fn check_date(input: &str) -> Checked<NaiveDate> {
    let refuse = |text: &str| Checked::refused(Note::fault("N-33", text));
    let parts: Vec<&str> = input
        .split(|character: char| character.is_whitespace() || matches!(character, '-' | '/' | '.' | '–'))
        .filter(|part| !part.is_empty())
        .collect();
    let [first, second, third] = parts[..] else {
        return refuse("Tulis tanggal seperti 05-08-1975.");
    };
    let (day, year) = if first.len() == 4 { (third, first) } else { (first, third) };
    let is_number =
        |part: &str, longest: usize| part.len() <= longest && part.bytes().all(|byte| byte.is_ascii_digit());
    if !is_number(day, 2) || !is_number(year, 4) || year.len() != 4 {
        return refuse("Tulis tanggal seperti 05-08-1975, tahun dengan empat angka.");
    }
    let month = if is_number(second, 2) { second.parse().ok() } else { read_month(second) };
    let date = month.and_then(|month| NaiveDate::from_ymd_opt(year.parse().ok()?, month, day.parse().ok()?));
    match date {
        Some(date) => Checked { value: Some(date), notes: Vec::new() },
        None => refuse("Tanggal ini tidak ada di kalender. Baca ulang dari kartu."),
    }
}

/// As a KTP shows it: 05-08-1975.
pub fn show_date(date: NaiveDate) -> String {
    date.format("%d-%m-%Y").to_string()
}

/// Whether a kewarganegaraan entry says Indonesian.
pub fn is_wni(kewarganegaraan: &str) -> bool {
    matches!(kewarganegaraan.trim().to_uppercase().as_str(), "WNI" | "INDONESIA" | "WARGA NEGARA INDONESIA")
}

/// Checks "berlaku hingga" (N-33, N-32).
///
/// A KTP of an Indonesian is valid for life by law, so a printed past date only informs. The card of a
/// foreigner ends with the residence permit (reason P14) and is never valid for life.
pub fn check_validity(input: &str, wni: bool, today: NaiveDate) -> Checked<Validity> {
    let words = input.split_whitespace().collect::<Vec<_>>().join(" ").to_uppercase();
    if words == "SEUMUR HIDUP" {
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
            .push(Note::info("N-33", "Tanggal di kartu sudah lewat. KTP WNI tetap berlaku seumur hidup.")),
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
    let place =
        MONTHS.iter().position(|month| *month == typed || (typed.len() == 3 && month.starts_with(&typed)))?;
    u32::try_from(place + 1).ok()
}
