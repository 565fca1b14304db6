//! How the figures of a period are counted from what is known of each permohonan.

use std::collections::BTreeMap;
use std::ops::{Range, RangeInclusive};

use chrono::{DateTime, NaiveDate, Utc};

use super::PeriodKind;
use super::facts::{CaseFacts, Phase};
use super::figures::Spread;
use super::period::Period;
use super::recap::{
    Deviation, MonthCounts, OfficerLoad, ReasonCount, Recap, StepFigures, Verified, VerifiedCase,
};
use crate::layanan::Layanan;
use crate::permohonan::{Status, TransitionId};
use crate::reasons::Reason;
use crate::schedule::TimeZone;
use crate::sop::{Measured, MutuBaku, SOP_STEPS, VERIFICATION};

/// The rows that are carried out at the desk.
const MEASURED: RangeInclusive<u8> = 3..=7;

/// Counts a period. `cases` are all to which anything happened in it; more do no harm.
///
/// A row of the SOP counts in the period in which it ended. The verification counts when a step decided it (T-18,
/// T-19, T-20, T-28); with all of its minutes, as its standard is for the whole.
pub fn recap(
    cases: Vec<CaseFacts>,
    period: Period,
    standards: &[(NaiveDate, MutuBaku)],
    zone: TimeZone,
    now: DateTime<Utc>,
) -> Recap {
    let (from, until) = period.bounds(zone);
    let mut count = Count {
        zone,
        standards,
        now: now.min(until),
        span: from..until,
        recap: Recap::default(),
        rows: BTreeMap::new(),
        reasons: BTreeMap::new(),
        officers: BTreeMap::new(),
        waited: Vec::new(),
    };
    for case in cases {
        count.case(&case.known_at(until));
    }
    count.finish(period)
}

struct Count<'a> {
    zone: TimeZone,
    standards: &'a [(NaiveDate, MutuBaku)],
    now: DateTime<Utc>,
    span: Range<DateTime<Utc>>,
    recap: Recap,
    rows: BTreeMap<u8, Row>,
    reasons: BTreeMap<Reason, usize>,
    officers: BTreeMap<String, (usize, Vec<i64>)>,
    waited: Vec<i64>,
}

#[derive(Default)]
struct Row {
    seconds: Vec<i64>,
    standards: Vec<u32>,
    over: usize,
}

/// A row that ended in the period.
struct Done {
    took: Measured,
    ended: DateTime<Utc>,
    standard: u32,
    /// Why it took longer.
    reason: Option<String>,
    is_explained: bool,
}

impl Count<'_> {
    fn within(&self, at: DateTime<Utc>) -> bool {
        self.span.contains(&at)
    }

    fn case(&mut self, case: &CaseFacts) {
        let opened = |phase: &&Phase| matches!(phase.transition, TransitionId::T01 | TransitionId::T30);
        if case.phases.iter().find(opened).is_some_and(|phase| self.within(phase.since)) {
            *self.recap.layanan.entry(case.layanan).or_default() += 1;
        }
        // Help with INAPROC is no way of the SOP: it is counted as what it is and nowhere else.
        if case.layanan == Layanan::PendampinganInaproc {
            return;
        }
        self.flow(case);
        self.sikap(case);
        self.queue(case);
        let stays = case.stays();
        // Rows 4 and 7 are held to their standard each time, so only the times of this period are looked at.
        let mut here = case.clone();
        here.told.retain(|told| told.told.is_some_and(|at| self.within(at)));
        here.followed.retain(|contact| self.within(contact.at));
        for row in MEASURED {
            let times = here.times(&stays, self.zone, self.now);
            let Some(took) = times.of(row) else { continue };
            let Some(ended) = took.ended.filter(|at| self.within(*at)) else { continue };
            let standard = MutuBaku::on(self.zone.office_day(took.began), self.standards).of(row);
            // Minutes that nobody can tell ask for a reason too.
            let asked = took.is_over(standard) || row == VERIFICATION && took.seconds.is_none();
            let (reason, is_explained) = asked.then(|| case.overrun(row, &times, standard)).flatten().unzip();
            let done = Done { took, ended, standard, reason, is_explained: is_explained.unwrap_or_default() };
            if row == VERIFICATION {
                let Some(decided) = decided_by(case) else { continue };
                self.verified(case, decided, &done);
            }
            self.row(case, row, done);
        }
    }

    fn row(&mut self, case: &CaseFacts, row: u8, done: Done) {
        let Done { took, ended, standard, reason, .. } = done;
        let of_row = self.rows.entry(row).or_default();
        of_row.seconds.extend(took.seconds);
        of_row.standards.push(standard);
        let Some(minutes) = took.minutes().filter(|_| took.is_over(standard)) else { return };
        of_row.over += 1;
        self.recap.deviations.push(Deviation {
            case: case.id.clone(),
            number: case.number.clone(),
            ended,
            row,
            minutes,
            standard,
            reason,
        });
    }

    fn verified(&mut self, case: &CaseFacts, decided: &Phase, done: &Done) {
        let Done { took, ended, standard, .. } = *done;
        *self.recap.channels.entry(case.channel).or_default() += 1;
        *self.recap.profils.entry(case.profil).or_default() += 1;
        let officer = self.officers.entry(decided.actor.clone()).or_default();
        officer.0 += 1;
        officer.1.extend(took.seconds);
        let received =
            case.phases.iter().find(|phase| phase.transition == TransitionId::T05).map(|phase| phase.since);
        self.recap.cases.push(VerifiedCase {
            case: case.id.clone(),
            number: case.number.clone(),
            company: case.company.clone(),
            npwp: case.npwp.clone(),
            channel: case.channel,
            profil: case.profil,
            received,
            ended,
            minutes: took.minutes(),
            standard,
            reason: done.reason.clone(),
            is_explained: done.is_explained,
            result: decided.status,
            officer: decided.actor.clone(),
        });
    }

    fn flow(&mut self, case: &CaseFacts) {
        let span = self.span.clone();
        let mut flow = self.recap.flow;
        for (phase, _) in case.steps(|at| span.contains(&at)) {
            match (phase.transition, phase.status) {
                (TransitionId::T01 | TransitionId::T30, _) => flow.opened += 1,
                (TransitionId::T05, _) => flow.received += 1,
                (TransitionId::T06 | TransitionId::T18, _) => flow.returned += 1,
                (TransitionId::T12, _) => flow.missed += 1,
                (TransitionId::T21, _) => flow.approved += 1,
                (_, Status::Ditolak) => flow.rejected += 1,
                (_, Status::Dialihkan) => flow.redirected += 1,
                (_, Status::Dibatalkan) => flow.cancelled += 1,
                (_, Status::Kedaluwarsa) => flow.lapsed += 1,
                (_, Status::Selesai) => flow.finished += 1,
                _ => {}
            }
            for reason in phase.codes.iter().filter_map(|code| Reason::parse(code)) {
                *self.reasons.entry(reason).or_default() += 1;
            }
        }
        self.recap.flow = flow;
    }

    fn sikap(&mut self, case: &CaseFacts) {
        let span = self.span.clone();
        for phase in case.phases.iter().filter(|phase| span.contains(&phase.since)) {
            match phase.transition {
                TransitionId::T25 => self.recap.sikap.filled += 1,
                TransitionId::T26 => self.recap.sikap.not_filled += 1,
                _ => {}
            }
        }
        if case.followed.iter().any(|contact| self.within(contact.at)) {
            self.recap.sikap.contacted += 1;
            self.recap.sikap.contacted_again += usize::from(case.followed.len() > 1);
        }
    }

    fn queue(&mut self, case: &CaseFacts) {
        for stay in case.stays() {
            let Some(called) = stay.until.filter(|at| self.within(*at)) else { continue };
            let same_day = self.zone.office_day(stay.since) == self.zone.office_day(called);
            if stay.status == Status::Antre && stay.ended_by == Some(TransitionId::T15) && same_day {
                self.waited.push((called - stay.since).num_seconds().max(0));
            }
        }
    }

    fn finish(self, period: Period) -> Recap {
        let Self { mut recap, mut rows, .. } = self;
        recap.cases.sort_by(|a, b| (a.ended, &a.number).cmp(&(b.ended, &b.number)));
        let sum = |month: Option<Period>| {
            let of_it = recap.cases.iter().filter(|case| {
                month.is_none_or(|month| {
                    Period::of(PeriodKind::Bulan, self.zone.office_day(case.ended)) == month
                })
            });
            of_it.fold(Verified::default(), |sum, case| sum.and(Verified::one(case)))
        };
        recap.verified = sum(None);
        recap.months = period
            .months()
            .into_iter()
            .map(|month| MonthCounts { month, verified: sum(Some(month)) })
            .collect();
        recap.deviations.sort_by(|a, b| (a.ended, &a.number, a.row).cmp(&(b.ended, &b.number, b.row)));
        let granted_at_end = MutuBaku::on(period.last(), self.standards);
        recap.steps = SOP_STEPS
            .into_iter()
            .filter(|step| MEASURED.contains(&step.number))
            .map(|step| {
                let row = rows.remove(&step.number).unwrap_or_default();
                let mut standards = row.standards;
                standards.sort_unstable();
                standards.dedup();
                if standards.is_empty() {
                    standards.push(granted_at_end.of(step.number));
                }
                StepFigures { step, standards, spread: Spread::of(row.seconds), over: row.over }
            })
            .collect();
        recap.reasons =
            self.reasons.into_iter().map(|(reason, count)| ReasonCount { reason, count }).collect();
        recap.reasons.sort_by_key(|one| (one.reason.kind(), std::cmp::Reverse(one.count), one.reason));
        let load = |(officer, (count, seconds))| OfficerLoad { officer, count, spread: Spread::of(seconds) };
        recap.officers = self.officers.into_iter().map(load).collect();
        recap.officers.sort_by_key(|load| std::cmp::Reverse(load.count));
        recap.waited = Spread::of(self.waited);
        recap
    }
}

/// The step that ended the verification the last time.
fn decided_by(case: &CaseFacts) -> Option<&Phase> {
    let after = case.phases.windows(2).rev().find(|pair| pair[0].status == Status::Verifikasi)?;
    Some(&after[1])
}
