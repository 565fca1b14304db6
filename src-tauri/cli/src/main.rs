//! `loket-cli`: the same core without a window.
//!
//! Answers go to standard output, complaints to standard error. Exit codes: 0 all is well, 1 the
//! command did not succeed or found something, 2 the command was not understood.

mod arguments;
mod baca_surel;
mod berkas;
mod demo;
mod failure;
mod halaman;
mod help;
mod nilai;
mod perangkat;
mod periksa_arsip;
mod pindai;

use std::io::{self, Write as _};
use std::process::ExitCode;

use loket_core::scanner::driver;

use self::arguments::{Command, HelpPage};
use self::failure::Failure;

fn main() -> ExitCode {
    if std::env::args_os().nth(1).is_some_and(|first| first == driver::ARGUMENT) {
        return driver::run();
    }
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            // Where even standard error is gone, the exit code still says it.
            let _ = writeln!(io::stderr(), "{failure}");
            failure.exit_code()
        }
    }
}

fn run() -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    match arguments::parse(std::env::args_os().skip(1))? {
        Command::Help(page) => out.write_all(help::text(page).as_bytes())?,
        Command::Version => writeln!(out, "loket-cli {}", env!("CARGO_PKG_VERSION"))?,
        Command::Demo { folder } => demo::run(&folder, &mut out)?,
        Command::PeriksaArsip { office, user_name } => {
            periksa_arsip::run(&office, user_name.as_deref(), &mut out)?;
        }
        Command::BacaSurel { files, json, folder } => {
            baca_surel::run(&files, json, folder.as_deref(), &mut out)?;
        }
        Command::Nilai { list, json, today } => nilai::run(&list, json, today, &mut out)?,
        Command::Halaman { files, folder } => halaman::run(&files, &folder, &mut out)?,
        Command::Perangkat { json, local } => perangkat::run(json, local, &mut out)?,
        Command::Pindai { scanner, order, folder } => pindai::run(&scanner, &order, &folder, &mut out)?,
        Command::Nothing => {
            io::stderr().write_all(help::text(HelpPage::All).as_bytes())?;
            return Err(Failure::usage("Perintah belum disebut."));
        }
    }
    Ok(out.flush()?)
}
