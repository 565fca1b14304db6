//! Nomor kertas: the numbers of receipts and other papers, of a permohonan and of the queue.
//!
//! One gapless series per station, kind and year (design, section 6). The year is that of the
//! office day, not of UTC. A reprint never gets a new number.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::error::{Code, Error, Result};

/// A kind of paper that leaves the office with a number, or as a marked copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub enum PaperKind {
    TiketAntrean,
    /// Receipt for documents, no proof of approval.
    TandaTerima,
    LembarKekurangan,
    BuktiVerifikasi,
    BeritaAcara,
    SuratPenolakan,
    /// Slip that says where the vendor is sent on to (T-28).
    LembarPengalihan,
    /// Letter about a date that passed: a link that did not come, a call nobody joined, SIKAP that is empty.
    SuratPemberitahuan,
    /// Marked copy of the cards at true size. It carries the number of its permohonan only.
    Fotokopi,
}

impl PaperKind {
    pub const ALL: [Self; 9] = [
        Self::TiketAntrean,
        Self::TandaTerima,
        Self::LembarKekurangan,
        Self::BuktiVerifikasi,
        Self::BeritaAcara,
        Self::SuratPenolakan,
        Self::LembarPengalihan,
        Self::SuratPemberitahuan,
        Self::Fotokopi,
    ];

    /// As stored and sent.
    pub fn as_str(self) -> &'static str {
        self.words().0
    }

    /// As printed and as shown in lists.
    pub fn label(self) -> &'static str {
        self.words().1
    }

    /// First part of its number; `None` for papers without a series of their own.
    pub fn prefix(self) -> Option<&'static str> {
        self.words().2
    }

    /// It shows cards or the call, so it is sealed, opened and erased like a picture.
    pub fn shows_pictures(self) -> bool {
        matches!(self, Self::Fotokopi | Self::BeritaAcara)
    }

    /// The kind that is stored as `text`.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text)
    }

    fn words(self) -> (&'static str, &'static str, Option<&'static str>) {
        match self {
            Self::TiketAntrean => ("tiket_antrean", "Tiket Antrean", None),
            Self::TandaTerima => ("tanda_terima", "Tanda Terima Berkas", Some("TT")),
            Self::LembarKekurangan => ("lembar_kekurangan", "Lembar Kekurangan", Some("LK")),
            Self::BuktiVerifikasi => ("bukti_verifikasi", "Bukti Verifikasi", Some("BV")),
            Self::BeritaAcara => ("berita_acara", "Berita Acara Hasil Verifikasi", Some("BA")),
            Self::SuratPenolakan => ("surat_penolakan", "Surat Penolakan", Some("SP")),
            Self::LembarPengalihan => ("lembar_pengalihan", "Lembar Pengalihan", Some("LP")),
            Self::SuratPemberitahuan => ("surat_pemberitahuan", "Surat Pemberitahuan", Some("PB")),
            Self::Fotokopi => ("fotokopi", "Fotokopi", None),
        }
    }
}

/// The number of one paper: `BV-2026-1-000311`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PaperNumber {
    kind: PaperKind,
    year: u16,
    station: u16,
    sequence: u32,
}

impl PaperNumber {
    /// # Errors
    /// [`Code::InvalidInput`] for a kind without numbers, a year of other than four digits, and
    /// for station or sequence zero: both count from one.
    pub fn new(kind: PaperKind, year: u16, station: u16, sequence: u32) -> Result<Self> {
        if kind.prefix().is_none() || !(1000..=9999).contains(&year) || station == 0 || sequence == 0 {
            return Err(refused());
        }
        Ok(Self { kind, year, station, sequence })
    }

    pub fn kind(self) -> PaperKind {
        self.kind
    }

    pub fn year(self) -> u16 {
        self.year
    }

    pub fn station(self) -> u16 {
        self.station
    }

    pub fn sequence(self) -> u32 {
        self.sequence
    }
}

impl fmt::Display for PaperNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let prefix = self.kind.prefix().unwrap_or_default();
        write!(f, "{prefix}-{}-{}-{:06}", self.year, self.station, self.sequence)
    }
}

impl FromStr for PaperNumber {
    type Err = Error;

    /// Reads a number as printed, also in small letters and with spaces around it. What is read
    /// prints again as it was typed, so two spellings never name one paper.
    fn from_str(text: &str) -> Result<Self> {
        let upper = text.trim().to_ascii_uppercase();
        let parts: Vec<_> = upper.split('-').collect();
        let [prefix, year, station, sequence] = parts[..] else { return Err(refused()) };
        let kind =
            PaperKind::ALL.into_iter().find(|kind| kind.prefix() == Some(prefix)).ok_or_else(refused)?;
        let number = Self::new(kind, digits(year)?, digits(station)?, digits(sequence)?)?;
        if number.to_string() == upper { Ok(number) } else { Err(refused()) }
    }
}

impl From<PaperNumber> for String {
    fn from(number: PaperNumber) -> Self {
        number.to_string()
    }
}

impl TryFrom<String> for PaperNumber {
    type Error = Error;

    fn try_from(text: String) -> Result<Self> {
        text.parse()
    }
}

/// The number of a permohonan: `2026/1/0412` (year, station, sequence).
///
/// It carries the station like every number of paper, so that two desks never give one number.
pub fn format_permohonan_number(year: u16, station: u16, sequence: u32) -> String {
    format!("{year}/{station}/{sequence:04}")
}

/// The number on a queue ticket: `A-07`. It begins again every office day.
pub fn format_queue_number(prefix: char, sequence: u32) -> String {
    format!("{prefix}-{sequence:02}")
}

/// Letter of the desk's own queue; the kiosk's is `K`.
pub const DESK_QUEUE: char = 'A';

fn digits<T: FromStr>(text: &str) -> Result<T> {
    if text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(refused());
    }
    text.parse().map_err(|_| refused())
}

fn refused() -> Error {
    Error::new(Code::InvalidInput, "not a paper number")
        .saying("Nomor kertas ini tidak dikenal.")
        .advising("Periksa nomornya, lalu ketik ulang.")
}

#[cfg(test)]
mod tests;
