//! `nilai`: a list of values or pairs, one line in and one line out, by the rules of the desk.
//!
//! The list may be of any length and is never held in memory. What is said about a value does not
//! repeat it: the number of the line leads back to it.

use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Read, Write};
use std::path::Path;

use chrono::NaiveDate;
use loket_core::verifikasi::{Judgement, ValueKind, judge_pair, judge_value};
use loket_core::world::{Clock as _, SystemClock};
use serde::Serialize;

use crate::failure::Failure;

/// Bytes of a line that are still read. No name or address comes near.
const LONGEST_LINE: usize = 64 * 1024;

const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// A line that was judged, in the order of its keys.
#[derive(Serialize)]
struct Told<'a> {
    baris: u64,
    jenis: &'a str,
    hasil: &'a str,
    /// The rule that decided `hasil`.
    aturan: &'a str,
    kalimat: String,
}

/// A line that could not be judged: it has no `hasil`.
#[derive(Serialize)]
struct Refused<'a> {
    baris: u64,
    kesalahan: &'a str,
}

pub(crate) fn run(
    list: &Path,
    json: bool,
    today: Option<NaiveDate>,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let today = today.unwrap_or_else(|| SystemClock.now().with_timezone(&chrono::Local).date_naive());
    let unreadable = |_| {
        Failure::Ended(format!("Daftar {} tidak dapat dibaca. Periksa nama dan izinnya.", list.display()))
    };
    let source: Box<dyn Read> = match list.to_str() {
        Some("-") => Box::new(io::stdin().lock()),
        _ => Box::new(File::open(list).map_err(unreadable)?),
    };
    let mut lines = Lines { source: BufReader::new(source), number: 0, bytes: Vec::new() };
    let mut out = BufWriter::new(out);
    let mut refused = 0_u64;
    while lines.advance().map_err(unreadable)? {
        refused += u64::from(!write_answer(&lines, json, today, &mut out)?);
        // Whoever sends one line and waits for its answer gets it; a file is written in large pieces.
        if lines.source.buffer().is_empty() {
            out.flush()?;
        }
    }
    out.flush()?;
    if refused > 0 {
        return Err(Failure::Ended(format!(
            "{refused} baris tidak dapat dinilai. Perbaiki baris yang disebut."
        )));
    }
    Ok(())
}

/// The list, one line at a time.
struct Lines<R> {
    source: BufReader<R>,
    /// Number of the line in the file, counting those that are skipped.
    number: u64,
    /// The line without its end; more than [`LONGEST_LINE`] when the rest was dropped.
    bytes: Vec<u8>,
}

impl<R: Read> Lines<R> {
    /// Goes to the next line that is neither empty nor a remark; `false` at the end of the list.
    fn advance(&mut self) -> io::Result<bool> {
        loop {
            self.bytes.clear();
            let most = LONGEST_LINE as u64 + 1;
            if (&mut self.source).take(most).read_until(b'\n', &mut self.bytes)? == 0 {
                return Ok(false);
            }
            self.number += 1;
            if self.bytes.len() > LONGEST_LINE && !self.bytes.ends_with(b"\n") {
                self.source.skip_until(b'\n')?;
            }
            if self.number == 1 && self.bytes.starts_with(BYTE_ORDER_MARK) {
                self.bytes.drain(..BYTE_ORDER_MARK.len());
            }
            while self.bytes.ends_with(b"\n") || self.bytes.ends_with(b"\r") {
                self.bytes.pop();
            }
            if !self.bytes.starts_with(b"#") && !self.bytes.trim_ascii().is_empty() {
                return Ok(true);
            }
        }
    }
}

/// Writes the line that answers the current one; `false` when that one could not be judged.
fn write_answer<R>(lines: &Lines<R>, json: bool, today: NaiveDate, out: &mut dyn Write) -> io::Result<bool> {
    let judged = judge(&lines.bytes, today);
    match &judged {
        Ok((kind, judgement)) => {
            let told = Told {
                baris: lines.number,
                jenis: kind.as_str(),
                hasil: judgement.verdict.as_str(),
                aturan: judgement.rules.first().map_or("", |rule| rule),
                kalimat: judgement.sentences.join(" "),
            };
            if json {
                write_json(&told, out)?;
            } else {
                let Told { baris, jenis, hasil, aturan, kalimat } = told;
                let line =
                    format!("{baris}\t{jenis}\t{}\t{aturan}\t{}", hasil.to_uppercase(), one_line(&kalimat));
                writeln!(out, "{line}")?;
            }
        }
        Err(kesalahan) if json => write_json(&Refused { baris: lines.number, kesalahan }, out)?,
        Err(kesalahan) => writeln!(out, "{}\t\tTIDAK DINILAI\t\t{kesalahan}", lines.number)?,
    }
    Ok(judged.is_ok())
}

fn write_json(line: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer(&mut *out, line)?;
    out.write_all(b"\n")
}

/// A sentence may hold a word of a name: nothing in it may break the line or steer a terminal.
fn one_line(sentences: &str) -> String {
    sentences.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect()
}

/// `jenis TAB a [TAB b]`, or what is wrong with it. An empty `b` is none.
fn judge(line: &[u8], today: NaiveDate) -> Result<(ValueKind, Judgement), &'static str> {
    if line.len() > LONGEST_LINE {
        return Err("Baris terlalu panjang. Pastikan setiap isian berada di barisnya sendiri.");
    }
    let text = str::from_utf8(line).map_err(|_| "Baris bukan teks UTF-8. Simpan daftar sebagai UTF-8.")?;
    let mut columns = text.split('\t');
    let (kind, value, other) = (columns.next().unwrap_or_default(), columns.next(), columns.next());
    // A spreadsheet fills its lines up with empty columns.
    if columns.any(|more| !more.trim().is_empty()) {
        return Err("Kolom berlebih. Satu baris memuat jenis, nilai, dan paling banyak satu pembanding.");
    }
    let kind = ValueKind::parse(kind.trim()).ok_or(
        "Jenis tidak dikenal. Pakai nik, npwp, nitku, nama, usaha, alamat, tanggal, telepon, surel, atau kodepos.",
    )?;
    let filled = |text: &&str| !text.trim().is_empty();
    let value = value.filter(filled).ok_or("Nilai belum diisi. Tulis jenis, tab, lalu nilainya.")?;
    Ok(match other.filter(filled) {
        None => (kind, judge_value(kind, value, today)),
        Some(other) => (kind, judge_pair(kind, value, other, today)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answers(list: &[u8], json: bool) -> Vec<String> {
        let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        let mut lines = Lines { source: BufReader::with_capacity(16, list), number: 0, bytes: Vec::new() };
        let mut out = Vec::new();
        while lines.advance().unwrap() {
            write_answer(&lines, json, today, &mut out).unwrap();
        }
        String::from_utf8(out).unwrap().lines().map(str::to_owned).collect()
    }

    #[test]
    fn one_line_in_is_one_line_out_under_its_own_number() {
        let list = b"\xef\xbb\xbf# jenis\ta\r\n\r\nnik\t3325110508759001\r\n \t \nNPWP\t1111111111111111\t\n";
        assert_eq!(
            answers(list, false),
            ["3\tnik\tOK\t\t", "5\tnpwp\tGALAT\tN-22\tIni angka pengisi, bukan NPWP. Ketik dari kartu."]
        );
        assert_eq!(answers(b"\xef\xbb\xbfnik\t3325110508759001", true).len(), 1, "no end of line at the end");
    }

    #[test]
    fn json_says_what_it_found_in_values_and_never_in_keys() {
        assert_eq!(
            answers("nik\t5401010101509001\nnama\tBudi\tBudi\n".as_bytes(), true),
            [
                r#"{"baris":1,"jenis":"nik","hasil":"peringatan","aturan":"N-05","kalimat":"Kode provinsi pada NIK tidak dikenal. Baca ulang dua angka pertama."}"#,
                r#"{"baris":2,"jenis":"nama","hasil":"sama","aturan":"W-01","kalimat":""}"#,
            ]
        );
    }

    #[test]
    fn a_bad_line_says_what_is_wrong_and_the_others_go_on() {
        let long = [b"nama\t".as_slice(), &b"x".repeat(LONGEST_LINE), b"\nnik\t3325110508759001\n"].concat();
        for (bad, words) in [
            (b"ktp\t1".as_slice(), "Jenis tidak dikenal."),
            (b"3325110508759001\tnik", "Jenis tidak dikenal."),
            (b"\t3325110508759001", "Jenis tidak dikenal."),
            (b"nik", "Nilai belum diisi."),
            (b"nik\t", "Nilai belum diisi."),
            (b"nik\t \t3325110508759001", "Nilai belum diisi."),
            (b"nik\t1\t2\t3", "Kolom berlebih."),
            (b"nik\t\xff", "Baris bukan teks UTF-8."),
            (b"\xff\xfen\0i\0k\0", "Baris bukan teks UTF-8."),
            (long.split(|byte| *byte == b'\n').next().unwrap(), "Baris terlalu panjang."),
        ] {
            let list = [bad, b"\nnik\t3325110508759001\n"].concat();
            let [first, second] = &answers(&list, true)[..] else { panic!("{words}") };
            let keys: serde_json::Map<String, serde_json::Value> = serde_json::from_str(first).unwrap();
            assert_eq!(keys.keys().collect::<Vec<_>>(), ["baris", "kesalahan"], "{first}");
            assert!(keys["kesalahan"].as_str().is_some_and(|text| text.starts_with(words)), "{first}");
            assert!(!first.contains("3325110508759001"), "the value is not repeated");
            assert!(second.starts_with(r#"{"baris":2,"jenis":"nik","hasil":"ok""#), "{second}");
            assert!(answers(&list, false)[0].starts_with("1\t\tTIDAK DINILAI\t\t"), "{words}");
        }
    }

    #[test]
    fn nothing_in_a_value_breaks_the_line_or_steers_the_terminal() {
        let list = "nama\tBudi \u{1b}[31mSantoso\u{85}\tBudi Merah\u{7}\n".as_bytes();
        let lines = answers(list, false);
        assert!(lines.len() == 1 && !lines[0].chars().any(|letter| letter.is_control() && letter != '\t'));
    }
}
