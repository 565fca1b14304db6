//! Laporan: what the official answers with, read from the office's own records.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::error::{Code, Error, Result};
use crate::laporan::{DayLine, Period, PeriodKind, Recap, ReportFormat, day_lines, recap};
use crate::masking::{mask_number, mask_numbers_in};
use crate::role::Right;
use crate::sop::MutuBaku;
use crate::store::act::{Act, ActingRole, Open};

use super::Session;
use super::require::require_length;

/// A period with its figures.
#[derive(Clone, Debug)]
pub struct Report {
    pub period: Period,
    /// The last day that is counted: of a period that runs, today.
    pub until: NaiveDate,
    /// Minutes that the SOP granted the verification on that day.
    pub standard: u32,
    pub recap: Recap,
    /// Only of a day.
    pub lines: Vec<DayLine>,
}

impl Session {
    /// The report of the day, month or year in which a day lies, with masked numbers.
    pub fn report(&self, kind: PeriodKind, day: NaiveDate) -> Result<Report> {
        let mut report = self.whole_report(kind, day)?;
        report.mask();
        Ok(report)
    }

    /// The report as a file. Numbers are masked unless a koordinator says why they are needed; the log keeps both.
    pub fn report_file(
        &mut self,
        kind: PeriodKind,
        day: NaiveDate,
        format: ReportFormat,
        whole_numbers: Option<&str>,
    ) -> Result<Vec<u8>> {
        let right = if whole_numbers.is_some() { Right::SaveWholeNumbers } else { Right::SaveReport };
        let actor = self.acting(right)?;
        let reason = whole_numbers.map(str::trim);
        if let Some(reason) = reason {
            require_length(reason)?;
            if reason.is_empty() {
                return Err(Error::new(Code::InvalidInput, "no reason")
                    .saying("Alasan memakai nomor lengkap belum ditulis.")
                    .advising("Tulis satu kalimat, misalnya siapa yang meminta dan untuk apa."));
            }
        }
        let report = match reason {
            Some(_) => self.whole_report(kind, day)?,
            None => self.report(kind, day)?,
        };
        let ActingRole::Officer(role) = actor.role else {
            return Err(Error::new(Code::RoleForbidden, "not a person"));
        };
        let bytes = self.composer()?.laporan(&report, format, role, reason.is_some())?;
        let whole_numbers = reason.map(mask_numbers_in);
        let first = report.period.first().to_string();
        self.store
            .act(&actor, |_| Ok(Act::office(Open::ReportSaved { kind, first, format, whole_numbers })))?;
        Ok(bytes)
    }

    /// The period after the given one; none that lies ahead.
    pub fn next_period(&self, period: Period) -> Option<Period> {
        Some(period.next()).filter(|next| next.first() > period.first() && next.first() <= self.today())
    }

    fn whole_report(&self, kind: PeriodKind, day: NaiveDate) -> Result<Report> {
        self.acting(Right::Report)?;
        let (period, zone) = (Period::of(kind, day), self.time_zone());
        if period.first() > self.today() {
            return Err(Error::new(Code::InvalidInput, "a period that lies ahead")
                .saying("Masa laporan ini belum dimulai.")
                .advising("Pilih hari ini atau sebelumnya."));
        }
        let reader = self.store.reader();
        let (from, until) = period.bounds(zone);
        let cases = reader.report_facts(from, until)?;
        let lines = match kind {
            PeriodKind::Hari => day_lines(cases.clone(), period, zone),
            PeriodKind::Bulan | PeriodKind::Tahun => Vec::new(),
        };
        let standards = reader.standards()?;
        let mut recap = recap(cases, period, &standards, zone, self.store.now());
        recap.flow.open_at_end = reader.open_at(until)?;
        let until = period.last().min(self.today());
        let standard = MutuBaku::on(until, &standards).of(5);
        let mut report = Report { period, until, standard, recap, lines };
        let officers = reader.officers()?;
        report.name(&officers.into_iter().map(|officer| (officer.id, officer.name)).collect());
        Ok(report)
    }
}

impl Report {
    /// The record keeps ids; a person reads names.
    fn name(&mut self, names: &BTreeMap<String, String>) {
        let name = |id: &mut String| match names.get(id) {
            Some(name) => name.clone_into(id),
            // What the program did by itself is Loket's.
            None if !id.is_empty() => "Loket".clone_into(id),
            None => {}
        };
        self.recap.officers.iter_mut().for_each(|load| name(&mut load.officer));
        self.recap.cases.iter_mut().for_each(|case| name(&mut case.officer));
        self.lines.iter_mut().for_each(|line| name(&mut line.officer));
    }

    /// Of a number only its end, also where somebody wrote one into a reason.
    fn mask(&mut self) {
        let Recap { cases, deviations, .. } = &mut self.recap;
        cases.iter_mut().for_each(|case| case.npwp = mask_number(&case.npwp));
        self.lines.iter_mut().for_each(|line| line.npwp = mask_number(&line.npwp));
        let reasons = cases.iter_mut().map(|case| &mut case.reason);
        let reasons = reasons.chain(deviations.iter_mut().map(|late| &mut late.reason));
        reasons.flatten().for_each(|reason| *reason = mask_numbers_in(reason));
    }
}
