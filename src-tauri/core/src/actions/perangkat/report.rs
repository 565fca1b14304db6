//! The report that leaves the desk.

use super::{Finding, Part, Standing};
use crate::masking::mask_numbers_in;

/// What the report says of the computer.
#[derive(Clone, Debug)]
pub struct Computer {
    /// Of Loket.
    pub version: &'static str,
    /// Name and version of the system: "Debian GNU/Linux 12 (bookworm)".
    pub system: String,
    /// "x86_64".
    pub processor: &'static str,
}

const WIDTH: usize = 14;

/// The findings as plain text, in the order of the parts; what was not looked at is said to be so.
pub fn report(findings: &[Finding], computer: &Computer, made: &str) -> String {
    let mut lines = vec![
        "LAPORAN PERANGKAT LOKET".to_owned(),
        String::new(),
        line("Dibuat", made),
        line("Loket", computer.version),
        line("Sistem", &format!("{}, {}", computer.system, computer.processor)),
        String::new(),
    ];
    for part in [Part::Pemindai, Part::Kamera, Part::Printer, Part::Diska, Part::Jam, Part::Portal] {
        match findings.iter().find(|finding| finding.part == part) {
            Some(finding) => {
                lines.push(line(label(part), &format!("[{}] {}", word(finding.standing), finding.reported)));
                if let (Some(todo), true) = (&finding.todo, finding.standing != Standing::Baik) {
                    lines.push(line("", todo));
                }
            }
            None => lines.push(line(label(part), "belum diperiksa")),
        }
    }
    lines.push(String::new());
    lines.push("Laporan ini tidak memuat data pelaku usaha maupun petugas.".to_owned());
    // No sentence above holds such a number; a driver may put a serial number into the name of its device.
    lines.iter().map(|line| mask_numbers_in(line) + "\n").collect()
}

fn line(label: &str, text: &str) -> String {
    format!("{label:<WIDTH$}{text}")
}

fn label(part: Part) -> &'static str {
    match part {
        Part::Pemindai => "Pemindai",
        Part::Kamera => "Kamera",
        Part::Printer => "Printer",
        Part::Diska => "Diska",
        Part::Jam => "Jam",
        Part::Portal => "Desktop",
    }
}

fn word(standing: Standing) -> &'static str {
    match standing {
        Standing::Baik => "baik",
        Standing::Perhatian => "perhatian",
        Standing::Masalah => "masalah",
    }
}
