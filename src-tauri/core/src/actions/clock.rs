//! Jam SOP: what each row of a case took, why one took longer, and the minutes that the office's SOP grants.

use chrono::{DateTime, Days, NaiveDate, Utc};

use crate::error::{Code, Error, Result};
use crate::permohonan::{Channel, ContactPurpose, Status, TransitionId};
use crate::role::Right;
use crate::schedule::{NoticeKind, TimeZone, format_date};
use crate::sop::{
    Followed, MutuBaku, Party, SOP_STEPS, Said, Stay, Times, Told, VERIFICATION, reason_of, row_of,
};
use crate::store::act::{Act, Open, Sealed};
use crate::store::read::{CaseRecord, PhaseRecord};

use super::Session;
use super::require::require_length;

/// One row of the SOP on the spine of a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepLine {
    pub number: u8,
    pub label: &'static str,
    /// Mutu baku of the day on which the step began; of today while it has not.
    pub standard_minutes: u32,
    pub party: Party,
    pub state: StepState,
    /// Minutes at the desk; none of a row that happens elsewhere, has not begun, or went over the night.
    pub elapsed_minutes: Option<i64>,
    /// Whether the row happens where its minutes can be told.
    pub measured: bool,
    /// It has ended over its minutes, or nobody can tell those of row 5, and its reason is not one that is given with the
    /// approval (row 5).
    pub may_be_explained: bool,
    /// Why the minutes were not enough, in the words of the officer.
    pub overrun_reason: Option<String>,
    /// The reason explains all of it.
    pub is_explained: bool,
    /// A word beside the step: when the guest came, why it is passed over.
    pub remark: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepState {
    Done,
    Active,
    Open,
    Skipped,
}

impl StepLine {
    pub fn is_over(&self) -> bool {
        self.elapsed_minutes.is_some_and(|minutes| minutes > i64::from(self.standard_minutes))
    }
}

/// The times of a record as the rules take them.
struct Known {
    stays: Vec<Stay>,
    told: Vec<Told>,
    followed: Vec<Followed>,
}

impl Known {
    fn of(record: &CaseRecord) -> Self {
        let ended_by = |at: usize| record.phases.get(at + 1).map(|next| next.transition);
        let stay = |(at, phase): (usize, &PhaseRecord)| Stay {
            status: phase.status,
            since: phase.since,
            until: phase.until,
            ended_by: ended_by(at),
        };
        let told_of = |n: u32| {
            let of_it = record.notices.iter().filter(move |notice| notice.session == Some(n));
            of_it.filter(|notice| notice.kind != NoticeKind::TidakHadir).map(|notice| notice.at).min()
        };
        let sessions = record.sessions.iter();
        let asked = record.contacts.iter().filter(|contact| contact.purpose == ContactPurpose::Sikap);
        Self {
            stays: record.phases.iter().enumerate().map(stay).collect(),
            // A session that goes on after a broken call was promised to nobody, and has no minutes.
            told: sessions
                .map(|session| Told { booked: session.booked_at, told: told_of(session.n) })
                .collect(),
            followed: asked.map(|contact| Followed { at: contact.at, minutes: contact.minutes }).collect(),
        }
    }
}

/// Minutes spent in VERIFIKASI. Pauses are recorded and do not count. None where a clock that was put right makes
/// them untold (S-30).
pub(super) fn verification_minutes(record: &CaseRecord, zone: TimeZone, now: DateTime<Utc>) -> Option<i64> {
    let known = Known::of(record);
    let took = times(record.channel, &known, zone, now).of(VERIFICATION);
    took.map_or(Some(0), |took| took.minutes())
}

/// Minutes that the SOP grants the verification: those of the day on which it began.
pub(super) fn verification_standard(
    record: &CaseRecord,
    standards: &[(NaiveDate, MutuBaku)],
    zone: TimeZone,
    now: DateTime<Utc>,
) -> i64 {
    let began = record.phases.iter().find(|phase| phase.status == Status::Verifikasi);
    let day = zone.office_day(began.map_or(now, |phase| phase.since));
    i64::from(MutuBaku::on(day, standards).of(5))
}

fn times(channel: Channel, known: &Known, zone: TimeZone, now: DateTime<Utc>) -> Times<'_> {
    let Known { stays, told, followed } = known;
    Times { channel, stays, told, followed, zone, now }
}

/// The spine: which rows of the SOP are done, which one runs, and what each took.
pub(super) fn steps(
    record: &CaseRecord,
    standards: &[(NaiveDate, MutuBaku)],
    zone: TimeZone,
    now: DateTime<Utc>,
) -> Vec<StepLine> {
    let now_at = row_of(record.status);
    // A closed case stands where it was left.
    let left_at = || record.phases.iter().filter_map(|phase| row_of(phase.status)).max();
    let reached = now_at.or_else(left_at).unwrap_or_default();
    let known = Known::of(record);
    let times = times(record.channel, &known, zone, now);
    SOP_STEPS
        .iter()
        .map(|step| {
            let state = match step.number {
                _ if step.online_only && record.channel == Channel::TatapMuka => StepState::Skipped,
                number if number < reached => StepState::Done,
                number if Some(number) == now_at => StepState::Active,
                _ => StepState::Open,
            };
            let took = times.of(step.number);
            let began = took.map_or(now, |took| took.began);
            let line = StepLine {
                number: step.number,
                label: step.label_on(record.channel),
                standard_minutes: MutuBaku::on(zone.office_day(began), standards).of(step.number),
                party: step.party,
                state,
                measured: step.at_desk(record.channel),
                elapsed_minutes: took.and_then(|took| took.minutes()),
                overrun_reason: overrun_reason(record, step.number),
                is_explained: false,
                remark: remark(record, step.number, state, zone),
                may_be_explained: false,
            };
            let ended = took.is_some_and(|took| took.ended.is_some());
            let verifies = step.number == VERIFICATION;
            let elsewhere = verifies && said_with_approval(record);
            // Minutes of row 5 that nobody can tell are asked about like too many.
            let asked = line.is_over() || verifies && line.elapsed_minutes.is_none();
            let (said, at_approval) = said_of(record, step.number);
            let is_explained = times.explains(step.number, said, at_approval, line.standard_minutes);
            StepLine { may_be_explained: ended && !elsewhere && asked, is_explained, ..line }
        })
        .collect()
}

/// What is asked at the approval about a verification that took longer than the SOP grants. It holds nothing up: without
/// an answer the Bukti says so, and the line can be written afterwards like that of every other row.
pub(super) fn overrun_question(
    record: &CaseRecord,
    steps: &[StepLine],
    minutes: Option<i64>,
    standard: i64,
) -> Option<String> {
    let explained = || steps.iter().any(|step| step.number == VERIFICATION && step.is_explained);
    match minutes {
        _ if record.status != Status::Sesuai => None,
        // It was said, and the Bukti says it.
        _ if explained() => None,
        Some(minutes) if minutes <= standard => None,
        Some(minutes) => Some(format!("Alasan melewati mutu baku {standard} menit ({minutes} menit)")),
        None => Some("Alasan: lama verifikasi tidak dapat diukur".to_owned()),
    }
}

/// Row 5 is asked about with the approval, which prints the answer. One that ended in a repair or a refusal has no
/// approval, and is explained like every other row.
fn said_with_approval(record: &CaseRecord) -> bool {
    record.status == Status::Sesuai || record.over_time_reason.as_ref().is_some_and(|said| !said.is_empty())
}

pub(super) fn overrun_reason(record: &CaseRecord, row: u8) -> Option<String> {
    let (said, at_approval) = said_of(record, row);
    reason_of(said, at_approval)
}

fn said_of(record: &CaseRecord, row: u8) -> (&[Said], Option<&str>) {
    let said = record.overruns.get(&row).map_or(&[][..], Vec::as_slice);
    (said, record.over_time_reason.as_deref().filter(|_| row == VERIFICATION))
}

/// What the office knows of a row beside its minutes: mostly a date.
fn remark(record: &CaseRecord, row: u8, state: StepState, zone: TimeZone) -> Option<String> {
    let day = |at: DateTime<Utc>| format_date(zone.office_day(at));
    let entered =
        |id: TransitionId| record.phases.iter().find(|phase| phase.transition == id).map(|phase| phase.since);
    if state == StepState::Skipped {
        return Some("Dilewati (tatap muka)".to_owned());
    }
    match row {
        1 => {
            let submitted = record.registered_at?;
            Some(match record.link_at {
                Some(came) => format!("Didaftarkan {}, tautan diterima {}", day(submitted), day(came)),
                None => format!("Didaftarkan {}", day(submitted)),
            })
        }
        2 => Some(format!("Diajukan {}", day(entered(TransitionId::T05)?))),
        3 => match (&record.request, record.channel) {
            (Some(request), _) => Some(format!("Surel {}", day(request.sent_at))),
            (None, Channel::TatapMuka) => Some(format!("Tiba {}", zone.format_clock(record.opened_at))),
            (None, Channel::Daring) => None,
        },
        8 if record.status == Status::Selesai => {
            let closed = record.phases.last()?;
            let word = if closed.transition == TransitionId::T25 { "Terisi" } else { "Belum terisi" };
            Some(format!("{word}, dicatat {}", day(closed.since)))
        }
        _ => None,
    }
}

impl Session {
    /// Says in one line why a row took longer than its minutes. It holds nothing up, and may be said anew; of the
    /// verification each line stands.
    pub fn explain_overrun(&mut self, case: &str, row: u8, reason: &str) -> Result<()> {
        let actor = self.acting(Right::LogContact)?;
        require_length(reason)?;
        let reason = reason.trim().to_owned();
        if reason.is_empty() {
            return Err(Error::new(Code::InvalidInput, "no reason")
                .saying("Alasannya belum ditulis.")
                .advising("Tulis satu kalimat, misalnya mengapa langkah ini lebih lama."));
        }
        let zone = self.time_zone();
        self.store.act(&actor, |plan| {
            let record = plan.reader().case(case)?;
            let standards = plan.reader().standards()?;
            let steps = steps(&record, &standards, zone, plan.now());
            let is_over = steps.iter().any(|step| step.number == row && step.may_be_explained);
            if !is_over || record.erased_at.is_some() {
                return Err(Error::new(Code::TransitionRefused, "the row is not over its minutes").saying(
                    "Langkah ini masih berjalan atau tidak melewati mutu bakunya, jadi belum perlu alasan.",
                ));
            }
            if row == VERIFICATION {
                // Which part of it the line explains is told by when it was said.
                plan.require_trusted_clock()?;
            }
            Ok(Act::on_case(case, Open::OverrunExplained { row }).sealing(Sealed::Text(reason.clone())))
        })?;
        Ok(())
    }

    /// The standards that the office has set, each with the day from which it holds, and the one of today.
    pub fn standards(&self) -> Result<(Vec<(NaiveDate, MutuBaku)>, MutuBaku)> {
        let known = self.store.reader().standards()?;
        let today = MutuBaku::on(self.today(), &known);
        Ok((known, today))
    }

    /// The first day from which a new standard may hold: what began today is held to the one of today.
    pub fn first_day_of_a_standard(&self) -> NaiveDate {
        self.today() + Days::new(1)
    }

    /// Minutes of a new SOP from a day on. What began before is held to the old ones.
    pub fn set_standard(&mut self, minutes: MutuBaku, since: NaiveDate) -> Result<()> {
        let actor = self.acting(Right::ManageOffice)?;
        if since < self.first_day_of_a_standard() {
            return Err(Error::new(Code::InvalidInput, "standard in the past")
                .saying("Mutu baku tidak dapat berlaku surut.")
                .advising("Pilih besok atau sesudahnya."));
        }
        self.store.act(&actor, |plan| {
            // A day that lies ahead of a clock that lags has begun long ago.
            plan.require_trusted_clock()?;
            Ok(Act::office(Open::MutuBakuSet { minutes, since: since.to_string() }))
        })?;
        Ok(())
    }
}
