//! The closed set of commands, read from the command line.

use std::ffi::OsString;
use std::path::PathBuf;

use chrono::NaiveDate;
use lexopt::Arg::{Long, Short, Value};

use loket_core::scanner::{LEAST_DPI, MOST_DPI, Mode, Order, Source, USUAL_DPI};

use crate::failure::Failure;

#[derive(Debug, PartialEq)]
pub(crate) enum Command {
    Nothing,
    Version,
    Help(HelpPage),
    Demo { folder: PathBuf },
    PeriksaArsip { office: PathBuf, user_name: Option<String> },
    Nilai { list: PathBuf, json: bool, today: Option<NaiveDate> },
    BacaSurel { files: Vec<PathBuf>, json: bool, folder: Option<PathBuf> },
    Halaman { files: Vec<PathBuf>, folder: PathBuf },
    Perangkat { json: bool, local: bool },
    Pindai { scanner: String, order: Order, folder: PathBuf },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum HelpPage {
    All,
    Demo,
    PeriksaArsip,
    Nilai,
    BacaSurel,
    Halaman,
    Perangkat,
    Pindai,
}

/// Reads the words after the program's name.
pub(crate) fn parse(words: impl IntoIterator<Item = OsString>) -> Result<Command, Failure> {
    let mut parser = lexopt::Parser::from_args(words.into_iter().collect::<Vec<_>>());
    let Some(first) = parser.next()? else { return Ok(Command::Nothing) };
    match first {
        Short('h') | Long("help" | "bantuan") => Ok(Command::Help(HelpPage::All)),
        Short('V') | Long("version" | "versi") => Ok(Command::Version),
        Value(word) => match word.to_str() {
            Some("demo") => parse_demo(&mut parser),
            Some("periksa-arsip") => parse_periksa_arsip(&mut parser),
            Some("nilai") => parse_nilai(&mut parser),
            Some("baca-surel") => parse_baca_surel(&mut parser),
            Some("halaman") => parse_halaman(&mut parser),
            Some("perangkat") => parse_perangkat(&mut parser),
            Some("pindai") => parse_pindai(&mut parser),
            Some("bantuan" | "help") => parse_help(&mut parser),
            _ => Err(Failure::usage(format!("Perintah tidak dikenal: {}.", word.to_string_lossy()))),
        },
        other => Err(other.unexpected().into()),
    }
}

fn parse_demo(parser: &mut lexopt::Parser) -> Result<Command, Failure> {
    let mut folder = None;
    while let Some(word) = parser.next()? {
        match word {
            Short('h') | Long("help" | "bantuan") => return Ok(Command::Help(HelpPage::Demo)),
            Long("keluar") => folder = Some(PathBuf::from(parser.value()?)),
            other => return Err(other.unexpected().into()),
        }
    }
    let folder = folder.ok_or_else(|| Failure::usage("Sebutkan folder tujuan: --keluar DIR."))?;
    Ok(Command::Demo { folder })
}

fn parse_periksa_arsip(parser: &mut lexopt::Parser) -> Result<Command, Failure> {
    let (mut office, mut user_name) = (None, None);
    while let Some(word) = parser.next()? {
        match word {
            Short('h') | Long("help" | "bantuan") => return Ok(Command::Help(HelpPage::PeriksaArsip)),
            Long("pengguna") => {
                let name = parser.value()?.into_string().map_err(lexopt::Error::NonUnicodeValue)?;
                user_name = Some(name);
            }
            Value(path) if office.is_none() => office = Some(PathBuf::from(path)),
            other => return Err(other.unexpected().into()),
        }
    }
    let office = office.ok_or_else(|| Failure::usage("Sebutkan folder kantor yang diperiksa."))?;
    Ok(Command::PeriksaArsip { office, user_name })
}

fn parse_nilai(parser: &mut lexopt::Parser) -> Result<Command, Failure> {
    let (mut list, mut json, mut today) = (None, false, None);
    while let Some(word) = parser.next()? {
        match word {
            Short('h') | Long("help" | "bantuan") => return Ok(Command::Help(HelpPage::Nilai)),
            Long("json") => json = true,
            Long("hari-ini") => today = Some(read_day(&parser.value()?.to_string_lossy())?),
            Value(path) if list.is_none() => list = Some(PathBuf::from(path)),
            other => return Err(other.unexpected().into()),
        }
    }
    let list = list.ok_or_else(|| Failure::usage("Sebutkan daftar yang dinilai, atau - untuk masukan."))?;
    Ok(Command::Nilai { list, json, today })
}

fn parse_baca_surel(parser: &mut lexopt::Parser) -> Result<Command, Failure> {
    let (mut files, mut json, mut folder) = (Vec::new(), false, None);
    while let Some(word) = parser.next()? {
        match word {
            Short('h') | Long("help" | "bantuan") => return Ok(Command::Help(HelpPage::BacaSurel)),
            Long("json") => json = true,
            Long("keluar") => folder = Some(PathBuf::from(parser.value()?)),
            Value(path) => files.push(PathBuf::from(path)),
            other => return Err(other.unexpected().into()),
        }
    }
    if files.is_empty() {
        return Err(Failure::usage("Sebutkan berkas yang dibaca."));
    }
    Ok(Command::BacaSurel { files, json, folder })
}

fn parse_halaman(parser: &mut lexopt::Parser) -> Result<Command, Failure> {
    let (mut files, mut folder) = (Vec::new(), None);
    while let Some(word) = parser.next()? {
        match word {
            Short('h') | Long("help" | "bantuan") => return Ok(Command::Help(HelpPage::Halaman)),
            Long("keluar") => folder = Some(PathBuf::from(parser.value()?)),
            Value(path) => files.push(PathBuf::from(path)),
            other => return Err(other.unexpected().into()),
        }
    }
    if files.is_empty() {
        return Err(Failure::usage("Sebutkan berkas yang diambil halamannya."));
    }
    let folder = folder.ok_or_else(|| Failure::usage("Sebutkan folder tujuan: --keluar DIR."))?;
    Ok(Command::Halaman { files, folder })
}

fn parse_perangkat(parser: &mut lexopt::Parser) -> Result<Command, Failure> {
    let (mut json, mut local) = (false, false);
    while let Some(word) = parser.next()? {
        match word {
            Short('h') | Long("help" | "bantuan") => return Ok(Command::Help(HelpPage::Perangkat)),
            Long("json") => json = true,
            Long("lokal") => local = true,
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(Command::Perangkat { json, local })
}

fn parse_pindai(parser: &mut lexopt::Parser) -> Result<Command, Failure> {
    let (mut scanner, mut folder) = (None, None);
    let mut order = Order { source: Source::Kaca, mode: Mode::Warna, dpi: USUAL_DPI, area: None };
    while let Some(word) = parser.next()? {
        match word {
            Short('h') | Long("help" | "bantuan") => return Ok(Command::Help(HelpPage::Pindai)),
            Long("keluar") => folder = Some(PathBuf::from(parser.value()?)),
            Long("dpi") => order.dpi = read_dpi(&parser.value()?.to_string_lossy())?,
            Long("umpan") => order.source = Source::Pengumpan,
            Long("abu") => order.mode = Mode::Abu,
            Value(word) if scanner.is_none() => {
                scanner = Some(word.into_string().map_err(lexopt::Error::NonUnicodeValue)?);
            }
            other => return Err(other.unexpected().into()),
        }
    }
    let scanner = scanner.ok_or_else(|| Failure::usage("Sebutkan alamat atau nama pemindai."))?;
    let folder = folder.ok_or_else(|| Failure::usage("Sebutkan folder tujuan: --keluar DIR."))?;
    Ok(Command::Pindai { scanner, order, folder })
}

fn read_dpi(text: &str) -> Result<u32, Failure> {
    let dpi = text.parse().ok().filter(|dpi| (LEAST_DPI..=MOST_DPI).contains(dpi));
    dpi.ok_or_else(|| {
        Failure::usage(format!("Tulis resolusi dari {LEAST_DPI} sampai {MOST_DPI}, seperti --dpi 300."))
    })
}

/// Ten characters and no other way of writing: a date that is guessed would judge ages wrongly.
fn read_day(text: &str) -> Result<NaiveDate, Failure> {
    let day = NaiveDate::parse_from_str(text, "%Y-%m-%d").ok().filter(|_| text.len() == 10);
    day.ok_or_else(|| Failure::usage("Tulis tanggal seperti --hari-ini 2026-11-23."))
}

fn parse_help(parser: &mut lexopt::Parser) -> Result<Command, Failure> {
    let Some(word) = parser.next()? else { return Ok(Command::Help(HelpPage::All)) };
    match word {
        Value(name) if name == "demo" => Ok(Command::Help(HelpPage::Demo)),
        Value(name) if name == "periksa-arsip" => Ok(Command::Help(HelpPage::PeriksaArsip)),
        Value(name) if name == "nilai" => Ok(Command::Help(HelpPage::Nilai)),
        Value(name) if name == "perangkat" => Ok(Command::Help(HelpPage::Perangkat)),
        Value(name) if name == "halaman" => Ok(Command::Help(HelpPage::Halaman)),
        Value(name) if name == "pindai" => Ok(Command::Help(HelpPage::Pindai)),
        Value(name) if name == "baca-surel" => Ok(Command::Help(HelpPage::BacaSurel)),
        other => Err(other.unexpected().into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<Command, Failure> {
        parse(line.split_whitespace().map(OsString::from))
    }

    #[test]
    fn each_command_is_read_in_every_spelling() {
        let demo = || Command::Demo { folder: "hasil".into() };
        let check = |user: Option<&str>| Command::PeriksaArsip {
            office: "kantor".into(),
            user_name: user.map(str::to_owned),
        };
        let judge = |list: &str, json, today| Command::Nilai { list: list.into(), json, today };
        let day = NaiveDate::from_ymd_opt(2026, 11, 23);
        let mail = |files: &[&str], json, folder: Option<&str>| Command::BacaSurel {
            files: files.iter().map(PathBuf::from).collect(),
            json,
            folder: folder.map(PathBuf::from),
        };
        let pages = |files: &[&str]| Command::Halaman {
            files: files.iter().map(PathBuf::from).collect(),
            folder: "hasil".into(),
        };
        let scan = |source, dpi| Command::Pindai {
            scanner: "test:0".to_owned(),
            order: Order { source, mode: Mode::Warna, dpi, area: None },
            folder: "hasil".into(),
        };
        for (line, expected) in [
            ("", Command::Nothing),
            ("--help", Command::Help(HelpPage::All)),
            ("-h", Command::Help(HelpPage::All)),
            ("bantuan", Command::Help(HelpPage::All)),
            ("bantuan demo", Command::Help(HelpPage::Demo)),
            ("--versi", Command::Version),
            ("demo --keluar hasil", demo()),
            ("demo --keluar=hasil", demo()),
            ("demo --help", Command::Help(HelpPage::Demo)),
            ("periksa-arsip kantor", check(None)),
            ("periksa-arsip --pengguna ratna kantor", check(Some("ratna"))),
            ("periksa-arsip kantor --pengguna=ratna", check(Some("ratna"))),
            ("periksa-arsip -h", Command::Help(HelpPage::PeriksaArsip)),
            ("nilai daftar.tsv", judge("daftar.tsv", false, None)),
            ("nilai - --json", judge("-", true, None)),
            ("nilai --hari-ini 2026-11-23 daftar.tsv", judge("daftar.tsv", false, day)),
            ("nilai --json --hari-ini=2026-11-23 -", judge("-", true, day)),
            ("nilai --bantuan", Command::Help(HelpPage::Nilai)),
            ("bantuan nilai", Command::Help(HelpPage::Nilai)),
            ("baca-surel a.eml", mail(&["a.eml"], false, None)),
            ("baca-surel a.eml b.pdf --json", mail(&["a.eml", "b.pdf"], true, None)),
            ("baca-surel --keluar hasil a.eml", mail(&["a.eml"], false, Some("hasil"))),
            ("baca-surel --bantuan", Command::Help(HelpPage::BacaSurel)),
            ("bantuan baca-surel", Command::Help(HelpPage::BacaSurel)),
            ("halaman a.pdf b.tif --keluar hasil", pages(&["a.pdf", "b.tif"])),
            ("halaman --bantuan", Command::Help(HelpPage::Halaman)),
            ("bantuan halaman", Command::Help(HelpPage::Halaman)),
            ("perangkat", Command::Perangkat { json: false, local: false }),
            ("perangkat --json", Command::Perangkat { json: true, local: false }),
            ("perangkat --lokal", Command::Perangkat { json: false, local: true }),
            ("bantuan perangkat", Command::Help(HelpPage::Perangkat)),
            ("pindai test:0 --keluar hasil", scan(Source::Kaca, 300)),
            ("pindai --umpan --dpi 600 test:0 --keluar=hasil", scan(Source::Pengumpan, 600)),
            ("pindai -h", Command::Help(HelpPage::Pindai)),
        ] {
            assert_eq!(read(line).unwrap(), expected, "{line:?}");
        }
    }

    #[test]
    fn whatever_is_not_understood_is_refused_and_never_guessed() {
        for line in [
            "hapus",
            "demo",
            "demo --keluar",
            "demo hasil",
            "demo --keluar hasil lagi",
            "demo --sandi rahasia --keluar hasil",
            "halaman",
            "halaman a.pdf",
            "halaman --keluar hasil",
            "halaman a.pdf --keluar",
            "halaman a.pdf --keluar hasil --json",
            "periksa-arsip",
            "periksa-arsip kantor kantor-lain",
            "periksa-arsip kantor --perbaiki",
            "periksa-arsip --pengguna",
            "nilai",
            "nilai --json",
            "nilai a.tsv b.tsv",
            "nilai a.tsv --json=ya",
            "nilai a.tsv --hari-ini",
            "nilai a.tsv --hari-ini 23-11-2026",
            "nilai a.tsv --hari-ini 2026-2-3",
            "nilai a.tsv --hari-ini 2026-02-30",
            "nilai a.tsv --perbaiki",
            "baca-surel",
            "baca-surel --json",
            "baca-surel a.eml --keluar",
            "baca-surel a.eml --hapus",
            "perangkat semua",
            "pindai",
            "pindai test:0",
            "pindai --keluar hasil",
            "pindai test:0 test:1 --keluar hasil",
            "pindai test:0 --keluar hasil --dpi 149",
            "pindai test:0 --keluar hasil --dpi 601",
            "pindai test:0 --keluar hasil --dpi tinggi",
            "pindai test:0 --keluar hasil --dpi",
            "bantuan hapus",
            "--keluar hasil",
        ] {
            assert!(matches!(read(line), Err(Failure::Usage(_))), "{line:?}");
        }
    }
}
