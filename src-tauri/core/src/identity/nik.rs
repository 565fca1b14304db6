//! NIK — the 16-digit population number on a KTP: `PPKKCC DDMMYY SSSS`.
//!
//! Rules N-01 to N-10. The region in it is where the number was *issued*; it never changes when the
//! holder moves or when a kabupaten is split. There is no check digit, so nothing here can find a
//! swapped serial: comparing form and card is the only guard (N-10).

use std::fmt;

use chrono::{Datelike, NaiveDate};

use super::{clean_number, describe_difference};
use crate::masking::mask_number;
use crate::outcome::{Checked, Finding, Note, Outcome, Severity};
use crate::wilayah;

/// Ages between which a KTP is ordinary (N-07). Less than 100 years apart, so one century fits.
const USUAL_AGES: std::ops::RangeInclusive<i32> = 17..=110;

/// A day above this belongs to a woman: her day of birth is written plus 40 (N-02).
const FEMALE_OFFSET: u32 = 40;

/// Sixteen digits that passed N-01 to N-04.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Nik(String);

impl Nik {
    /// All sixteen digits. For comparing and for sealed storage; screens and papers use [`Nik::masked`].
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Twelve stars and the last four digits.
    pub fn masked(&self) -> String {
        mask_number(&self.0)
    }

    /// Read back in the groups in which the number is built: region, date, serial.
    pub fn grouped(&self) -> String {
        format!("{} {} {}", &self.0[..6], &self.0[6..12], &self.0[12..])
    }

    pub fn is_female(&self) -> bool {
        self.number(6) > FEMALE_OFFSET
    }

    /// Code of the kecamatan of issue, six digits.
    pub fn region_code(&self) -> &str {
        &self.0[..6]
    }

    /// Code of the kabupaten or kota of issue, four digits.
    pub fn kabupaten_code(&self) -> &str {
        &self.0[..4]
    }

    pub fn province_code(&self) -> &str {
        &self.0[..2]
    }

    /// The birth date in the century that gives a usual age (N-07).
    ///
    /// When no century does, the youngest date that is not in the future: under 17 a married person
    /// may hold a KTP, over 110 hardly anybody does. `None` only when `today` lies before the date.
    pub fn birth_date(&self, today: NaiveDate) -> Option<NaiveDate> {
        let candidates = self.birth_dates(today);
        let usual = candidates.iter().copied().find(|date| USUAL_AGES.contains(&age_on(*date, today)));
        usual.or_else(|| candidates.first().copied())
    }

    /// Every possible birth date that is not in the future, youngest first.
    fn birth_dates(&self, today: NaiveDate) -> Vec<NaiveDate> {
        let written_day = self.number(6);
        let day = if written_day > FEMALE_OFFSET { written_day - FEMALE_OFFSET } else { written_day };
        [2000, 1900]
            .into_iter()
            .filter_map(|century| {
                let year = century + i32::try_from(self.number(10)).ok()?;
                NaiveDate::from_ymd_opt(year, self.number(8), day)
            })
            .filter(|date| *date <= today)
            .collect()
    }

    /// The two digits at `start` as a number.
    fn number(&self, start: usize) -> u32 {
        self.0[start..start + 2].bytes().fold(0, |sum, digit| sum * 10 + u32::from(digit - b'0'))
    }
}

impl fmt::Debug for Nik {
    /// A log or a failed assertion must not show the number.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Nik(tertutup)")
    }
}

/// Checks a typed NIK (N-01 to N-07). A strange region or age never refuses it.
pub fn check_nik(input: &str, today: NaiveDate) -> Checked<Nik> {
    let cleaned = clean_number(input, "N-01");
    let Some(digits) = cleaned.value else {
        return Checked { value: None, notes: cleaned.notes };
    };
    if digits.len() != 16 {
        let text = match digits.len() {
            0 => "NIK belum diisi.".to_owned(),
            count => format!("NIK harus 16 angka, terbaca {count}. Baca ulang dari kartu."),
        };
        return Checked::refused(Note::fault("N-01", text));
    }
    let nik = Nik(digits);
    let mut notes = cleaned.notes;
    notes.extend(check_date_part(&nik, today));
    if nik.0.ends_with("0000") {
        notes
            .push(Note::fault("N-04", "Nomor urut NIK tidak mungkin 0000. Baca ulang empat angka terakhir."));
    }
    notes.extend(check_region_part(&nik));
    let refused = notes.iter().any(|note| note.severity == Severity::Galat);
    Checked { value: (!refused).then_some(nik), notes }
}

fn check_date_part(nik: &Nik, today: NaiveDate) -> Option<Note> {
    if !matches!(nik.number(6), 1..=31 | 41..=71) {
        return Some(Note::fault(
            "N-02",
            "Tanggal pada NIK harus 01–31, atau 41–71 bagi perempuan. Baca ulang angka ke-7 dan ke-8.",
        ));
    }
    let dates = nik.birth_dates(today);
    if dates.is_empty() {
        return Some(Note::fault(
            "N-03",
            "Tanggal lahir pada NIK tidak ada di kalender. Baca ulang angka ke-7 sampai ke-12.",
        ));
    }
    if dates.iter().any(|date| USUAL_AGES.contains(&age_on(*date, today))) {
        return None;
    }
    Some(Note::warning("N-07", "Usia menurut NIK tidak wajar untuk KTP. Cocokkan tanggal lahir pada kartu."))
}

/// N-05 and N-06: tables are younger than cards, so they warn or tell and never refuse.
fn check_region_part(nik: &Nik) -> Option<Note> {
    if !wilayah::is_province(nik.province_code()) {
        return Some(Note::warning(
            "N-05",
            "Kode provinsi pada NIK tidak dikenal. Baca ulang dua angka pertama.",
        ));
    }
    let unknown = match wilayah::kabupaten(nik.kabupaten_code()) {
        None => "kabupaten atau kota",
        Some(_) if !wilayah::is_kecamatan(nik.region_code()) => "kecamatan",
        Some(_) => return None,
    };
    // An old code and a misread digit look alike; only the card tells them apart.
    let text = format!("Kode {unknown} tidak ada di tabel: kode lama atau salah baca. Cocokkan dengan KTP.");
    Some(Note::info("N-06", text))
}

/// Compares a NIK with birth date and sex as the card prints them (N-08).
///
/// Never GALAT: recording errors at Dukcapil and changes by court order are real.
pub fn check_nik_against_card(
    nik: &Nik,
    birth_date: Option<NaiveDate>,
    female: Option<bool>,
    today: NaiveDate,
) -> Vec<Note> {
    let mut notes = Vec::new();
    if let Some(printed) = birth_date
        && !could_be_born(nik, printed, today)
    {
        let read =
            nik.birth_date(today).map_or_else(String::new, |date| format!(" ({})", date.format("%d-%m-%Y")));
        notes.push(Note::warning(
            "N-08",
            format!("Tanggal lahir menurut NIK{read} tidak sesuai dengan kartu. Baca ulang keduanya."),
        ));
    }
    if let Some(female) = female
        && female != nik.is_female()
    {
        let sex = if nik.is_female() { "perempuan" } else { "laki-laki" };
        notes.push(Note::warning("N-08", format!("Menurut NIK, pemegang kartu {sex}. Kartu menyebut lain.")));
    }
    notes
}

/// The usual-age date decides when there is one; otherwise any century will do.
fn could_be_born(nik: &Nik, printed: NaiveDate, today: NaiveDate) -> bool {
    let usual = nik.birth_date(today).filter(|date| USUAL_AGES.contains(&age_on(*date, today)));
    usual.map_or_else(|| nik.birth_dates(today).contains(&printed), |date| date == printed)
}

/// The NIK of the form beside the NIK of the KTP (N-10).
pub fn compare_nik(form: &Nik, card: &Nik) -> Finding {
    if form == card {
        return Finding::new(Outcome::Sama, "N-10", "");
    }
    let place = describe_difference(&form.0, &card.0);
    Finding::new(
        Outcome::Beda,
        "N-10",
        format!("NIK pada formulir tidak sesuai dengan KTP{place}. Baca ulang dari kartu asli."),
    )
}

/// Completed years; a person born on 29 February turns older on 1 March of a common year.
fn age_on(birth: NaiveDate, today: NaiveDate) -> i32 {
    let before_birthday = (today.month(), today.day()) < (birth.month(), birth.day());
    today.year() - birth.year() - i32::from(before_birthday)
}
