//! The closed set of commands, read from the command line.

use std::ffi::OsString;
use std::path::PathBuf;

use lexopt::Arg::{Long, Short, Value};

use crate::failure::Failure;

#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Command {
    Nothing,
    Version,
    Help(HelpPage),
    Demo { folder: PathBuf },
    PeriksaArsip { office: PathBuf, user_name: Option<String> },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum HelpPage {
    All,
    Demo,
    PeriksaArsip,
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

fn parse_help(parser: &mut lexopt::Parser) -> Result<Command, Failure> {
    let Some(word) = parser.next()? else { return Ok(Command::Help(HelpPage::All)) };
    match word {
        Value(name) if name == "demo" => Ok(Command::Help(HelpPage::Demo)),
        Value(name) if name == "periksa-arsip" => Ok(Command::Help(HelpPage::PeriksaArsip)),
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
            "periksa-arsip",
            "periksa-arsip kantor kantor-lain",
            "periksa-arsip kantor --perbaiki",
            "periksa-arsip --pengguna",
            "bantuan hapus",
            "--keluar hasil",
        ] {
            assert!(matches!(read(line), Err(Failure::Usage(_))), "{line:?}");
        }
    }
}
