//! `periksa-arsip`: chain, fold, numbers and every sealed file of one office, in a short report.

use std::io::{self, BufRead as _, IsTerminal as _, Write};
use std::path::Path;

use loket_core::actions::practice::USERNAME;
use loket_core::actions::{Credentials, World, archive};
use loket_core::store::chain::ChainFaultKind;
use loket_core::store::check::{ArchiveFault, ArchiveReport};
use loket_core::store::kunci::Kunci;
use zeroize::Zeroizing;

use crate::failure::Failure;

const PASSWORD_VARIABLE: &str = "LOKET_SANDI";
const USER_NAME_VARIABLE: &str = "LOKET_PENGGUNA";

pub(crate) fn run(office: &Path, user_name: Option<&str>, out: &mut dyn Write) -> Result<(), Failure> {
    // Whoever named the wrong folder should learn it before typing a password.
    Kunci::load(office)?;
    let user_name = match user_name {
        Some(name) => name.to_owned(),
        None => ask_user_name()?,
    };
    let password = ask_password()?;
    let who = Credentials { user_name: &user_name, password: &password };
    let report = archive::check_office(office, who, World::default())?;
    write_report(&report, out)?;
    if report.is_clean() { Ok(()) } else { Err(Failure::Found) }
}

/// A password given by the environment. An empty one is none.
pub(crate) fn password_from_environment() -> Option<String> {
    std::env::var(PASSWORD_VARIABLE).ok().filter(|password| !password.is_empty())
}

/// The environment, then a question; where nobody can be asked, the officer of a practice office.
fn ask_user_name() -> Result<String, Failure> {
    if let Some(name) = std::env::var(USER_NAME_VARIABLE).ok().filter(|name| !name.trim().is_empty()) {
        return Ok(name);
    }
    if password_from_environment().is_some() || !io::stdin().is_terminal() {
        return Ok(USERNAME.to_owned());
    }
    // The question is no answer of the command, so it stays off standard output.
    let mut terminal = io::stderr();
    write!(terminal, "Nama pengguna [{USERNAME}]: ")?;
    terminal.flush()?;
    let mut line = String::new();
    io::stdin().lock().read_line(&mut line)?;
    let name = line.trim();
    Ok(if name.is_empty() { USERNAME } else { name }.to_owned())
}

fn ask_password() -> Result<Zeroizing<String>, Failure> {
    if let Some(password) = password_from_environment() {
        return Ok(Zeroizing::new(password));
    }
    if io::stdin().is_terminal() {
        return Ok(Zeroizing::new(rpassword::prompt_password("Kata sandi: ")?));
    }
    let mut line = Zeroizing::new(String::new());
    io::stdin().lock().read_line(&mut line)?;
    let password = Zeroizing::new(line.trim_end_matches(['\r', '\n']).to_owned());
    if password.is_empty() {
        return Err(Failure::usage(format!("Kata sandi belum diberikan. Isi {PASSWORD_VARIABLE}.")));
    }
    Ok(password)
}

fn write_report(report: &ArchiveReport, out: &mut dyn Write) -> io::Result<()> {
    let ArchiveReport { acts, cases, files_opened, files_hashed_only, orphans, faults } = report;
    writeln!(out, "Catatan diperiksa           : {acts}")?;
    writeln!(out, "Permohonan                  : {cases}")?;
    writeln!(out, "Berkas tersegel dibuka      : {files_opened}")?;
    if *files_hashed_only > 0 {
        writeln!(out, "Hanya sidiknya              : {files_hashed_only} (gambar, di luar hak petugas ini)")?;
    }
    if *orphans > 0 {
        writeln!(out, "Berkas tersegel tanpa acuan : {orphans} (sisa listrik padam, tidak mengganggu)")?;
    }
    if report.is_clean() {
        return writeln!(out, "Arsip utuh.");
    }
    writeln!(out, "Temuan                      : {}", faults.len())?;
    for fault in faults {
        writeln!(out, "- {}", describe(fault))?;
    }
    Ok(())
}

fn describe(fault: &ArchiveFault) -> String {
    match fault {
        ArchiveFault::Chain(fault) => {
            let what = match fault.kind {
                ChainFaultKind::Edited => "isinya berubah",
                ChainFaultKind::Unlinked => "tidak menyambung dengan catatan sebelumnya",
                ChainFaultKind::Missing => "hilang dari urutan",
                ChainFaultKind::Shortened => "bagian akhir catatan terpotong",
                ChainFaultKind::OutOfOrder => "urutan waktunya mundur",
            };
            format!("Catatan ke-{} stasiun {}: {what}.", fault.seq, fault.station)
        }
        ArchiveFault::Table(table) => format!(
            "Tabel {} tidak sesuai dengan catatan: {} baris, seharusnya {}.",
            table.table, table.rows_found, table.rows_expected
        ),
        ArchiveFault::File { sealed_name, code } => format!("Berkas tersegel {sealed_name}: {}", code.what()),
        ArchiveFault::Database(detail) => format!("Basis data rusak: {detail}."),
        ArchiveFault::Series { kind, year, station } => {
            format!("Nomor {kind} tahun {year} stasiun {station} tidak berurutan.")
        }
    }
}
