//! Printer: papers leave through the spool's standard input, never through a file.
//!
//! On Linux `lp` of CUPS prints; the paper size and the scale are always given, because a queue's
//! default may be Letter and a shrunk card is no longer true to size. `lp` answers 0 even for a
//! printer that is switched off, so following a job until it is printed is work of its own.

use crate::error::{Code, Error, Result};

/// A printer queue of this computer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Printer {
    pub name: String,
    pub is_default: bool,
}

/// Title of a job as the spool shows it: a kind of paper, never a name or a number.
pub type JobTitle = &'static str;

#[cfg(target_os = "linux")]
pub use linux::{list, print};

#[cfg(not(target_os = "linux"))]
pub use elsewhere::{list, print};

#[cfg(target_os = "linux")]
mod linux {
    use std::io::Write as _;
    use std::process::{Command, Stdio};

    use super::{Code, Error, JobTitle, Printer, Result};

    /// The queues CUPS knows; none when CUPS is absent.
    pub fn list() -> Vec<Printer> {
        let names = output_of(&["-e"]);
        let default = output_of(&["-d"]);
        let default = default.rsplit(':').next().unwrap_or_default().trim().to_owned();
        names
            .lines()
            .map(str::trim)
            .filter(|name| !name.is_empty())
            .map(|name| Printer { name: name.to_owned(), is_default: name == default })
            .collect()
    }

    fn output_of(arguments: &[&str]) -> String {
        Command::new("lpstat")
            .args(arguments)
            .env("LC_ALL", "C")
            .stdin(Stdio::null())
            .stderr(Stdio::null())
            .output()
            .map(|output| String::from_utf8_lossy(&output.stdout).into_owned())
            .unwrap_or_default()
    }

    /// Hands a PDF to the spool at true size on A4.
    pub fn print(pdf: &[u8], printer: Option<&str>, copies: u8, title: JobTitle) -> Result<()> {
        let queue = match printer {
            Some(name) => name.to_owned(),
            None => list()
                .into_iter()
                .max_by_key(|printer| printer.is_default)
                .map(|printer| printer.name)
                .ok_or_else(|| Error::new(Code::PrinterMissing, "no queue"))?,
        };
        let mut child = Command::new("lp")
            .arg("-d")
            .arg(&queue)
            .args(["-t", title, "-n", &copies.max(1).to_string()])
            .args(["-o", "media=iso_a4_210x297mm", "-o", "print-scaling=none", "--", "-"])
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|_| Error::new(Code::PrinterMissing, "lp is not installed"))?;
        let written = child.stdin.take().map(|mut spool| spool.write_all(pdf));
        let status = child.wait()?;
        match (status.success(), written) {
            (true, Some(Ok(()))) => Ok(()),
            _ => Err(Error::new(Code::PrintFailed, format!("lp: {status}"))),
        }
    }
}

#[cfg(not(target_os = "linux"))]
mod elsewhere {
    use super::{Code, Error, JobTitle, Printer, Result};

    /// Printing comes with the work on devices; until then a paper is saved.
    pub fn list() -> Vec<Printer> {
        Vec::new()
    }

    pub fn print(_: &[u8], _: Option<&str>, _: u8, _: JobTitle) -> Result<()> {
        Err(Error::new(Code::PrinterMissing, "printing is not offered on this system yet"))
    }
}
