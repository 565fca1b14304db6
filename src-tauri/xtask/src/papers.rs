//! Are our papers valid PDF/A? Asked of a validator that is not ours: the papers of a whole
//! demonstration, and one sample of every kind of paper, also of those a smooth case does not need.
//!
//! `tests/validate_pdf.py` judges each paper by its own claim, with the Python package
//! `page-validation`. That is looked for in `target/page`, where `.ci/run` puts it, and then in the
//! Python of the machine.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::shell::{TEST_FEATURES, asked, built, cargo, must, root, target};

/// A Python that knows the validator.
fn python() -> Option<PathBuf> {
    let own = target().join("page").join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
    let candidates = [own, PathBuf::from("python3"), PathBuf::from("python")];
    candidates.into_iter().find(|python| asked(Command::new(python).args(["-c", "import page"])).is_some())
}

/// The program that judges the demonstration's papers; `None` when the validator is not installed.
pub(crate) fn judged() -> Option<Result<Command, String>> {
    let python = python()?;
    Some(demonstrate().and_then(|folder| {
        let mut papers = papers_in(&folder)?;
        papers.extend(papers_in(&sample()?)?);
        let mut command = Command::new(python);
        command.arg("tests/validate_pdf.py").args(papers).current_dir(root()).stdin(Stdio::null());
        Ok(command)
    }))
}

fn papers_in(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let entries = folder.read_dir().map_err(|error| format!("papers cannot be listed: {error}."))?;
    let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
    let mut papers: Vec<PathBuf> =
        paths.filter(|path| path.extension().is_some_and(|kind| kind == "pdf")).collect();
    papers.sort();
    if papers.is_empty() { Err("No paper was written.".to_owned()) } else { Ok(papers) }
}

fn demonstrate() -> Result<PathBuf, String> {
    let folder = target().join("demo");
    if folder.exists() {
        std::fs::remove_dir_all(&folder)
            .map_err(|error| format!("target/demo could not be emptied: {error}."))?;
    }
    must(cli().args(["demo", "--keluar"]).arg(&folder))?;
    must(cli().arg("periksa-arsip").arg(folder.join("kantor")))?;
    Ok(folder)
}

/// Lets the core's own tests write their sample papers into a folder.
fn sample() -> Result<PathBuf, String> {
    let folder = target().join("papers");
    std::fs::create_dir_all(&folder).map_err(|error| format!("target/papers cannot be made: {error}."))?;
    let mut command = cargo(["test", "--workspace", "--locked", "--lib", "--features", TEST_FEATURES]);
    must(command.arg("two_processes_write_the_same_bytes").env("LOKET_TEST_PAPERS", &folder))?;
    Ok(folder)
}

/// The command line with a password that the demonstration and the check agree on.
fn cli() -> Command {
    let mut command = Command::new(built("debug", "loket-cli"));
    command.env("LOKET_SANDI", "latihan").stdin(Stdio::null());
    command
}
