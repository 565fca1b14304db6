//! The report of a period as a file: on paper, as a spreadsheet, as text.

use crate::actions::report::Report;
use crate::error::Result;
use crate::laporan::{NOTES, ReportFormat, case_table, summary, tables, tables_on_paper};
use crate::pdf::{Laporan, render_laporan};
use crate::role::Role;
use crate::sheet::{Workbook, write_csv, write_xlsx};

use super::Composer;

impl Composer {
    /// `role`: in which the officer hands it on. `whole`: its numbers are not masked.
    pub(in crate::actions) fn laporan(
        &self,
        report: &Report,
        format: ReportFormat,
        role: Role,
        whole: bool,
    ) -> Result<Vec<u8>> {
        let Report { period, until, recap, lines, .. } = report;
        let zone = self.zone();
        let numbers = if whole {
            "Memuat nomor lengkap: simpan terkunci, dan musnahkan setelah dipakai."
        } else {
            "NPWP disamarkan."
        };
        let made = format!("Dibuat {} oleh {}. {numbers}", self.date_line(), self.officer_name());
        match format {
            ReportFormat::Csv => write_csv(&case_table(recap, lines, *period, zone)),
            ReportFormat::Xlsx => {
                let sentences = [summary(recap, *period, *until)].into_iter();
                write_xlsx(&Workbook {
                    title: &format!("{} {}", period.title(), period.label()),
                    office: self.office_name(),
                    lines: sentences.chain(NOTES.map(str::to_owned)).chain([made]).collect(),
                    tables: &tables(recap, lines, *period, zone),
                    made: self.now(),
                })
            }
            ReportFormat::Pdf => render_laporan(&Laporan {
                letterhead: self.letterhead(),
                title: period.title().to_owned(),
                period: period.label(),
                summary: summary(recap, *period, *until),
                tables: tables_on_paper(recap, lines, *period, zone),
                notes: NOTES.map(str::to_owned).to_vec(),
                made,
                signer: self.signer(&capitalised(role.label())),
                privacy_line: numbers.to_owned(),
            }),
        }
    }
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
