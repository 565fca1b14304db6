//! Menilai: what the rules say about a case now — its rows, what is missing, which steps it allows.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use crate::contact::check_email;
use crate::document::DocumentKind;
use crate::error::{Missing, Result};
use crate::form::FormField;
use crate::layanan::Layanan;
use crate::naming;
use crate::outcome::Outcome;
use crate::permohonan::{
    Channel, ContactPurpose, Evidence, Facts, Limits, Status, TransitionId, allowed_from,
};
use crate::persyaratan::{self, Requirement};
use crate::reasons::Reason;
use crate::role::Right;
use crate::schedule::SessionState;
use crate::store::read::{CaseRecord, Reader};
use crate::verifikasi::{
    self, Attendee, CaseFacts, DaftarHitam, DocumentFacts, Kewenangan, Row, RowDecision, Seen,
};

use super::clock::{StepLine, overrun_question, steps, verification_minutes, verification_standard};
use super::contact::follow_ups;
use super::duplicate::{Duplicate, duplicates};
use super::later::{changed_elsewhere, later_than};
use super::limits::limits_of;
use super::online::{attempts, count_sessions, last_no_show, online_session, promised, vendor_told};
use super::session::{Seat, Session};

/// A case seen through the rules.
#[derive(Clone, Debug)]
pub struct Assessment {
    pub rows: Vec<Row>,
    /// What T-19 still needs, in the order in which F8 walks.
    pub missing: Vec<Missing>,
    pub allowed: Vec<AllowedStep>,
    pub requirements: Vec<RequirementLine>,
    pub steps: Vec<StepLine>,
    /// Minutes of work in VERIFIKASI; pauses do not count.
    pub verification_minutes: Option<i64>,
    /// Minutes that the SOP grants it.
    pub verification_standard: i64,
    /// What the approval asks about the minutes, in one line that may stay empty.
    pub overrun_question: Option<String>,
    pub duplicates: Vec<Duplicate>,
    /// How long this case waits, and how often the office tries.
    pub limits: Limits,
    /// Days on which the office does not work.
    pub holidays: Vec<NaiveDate>,
    pub facts: CaseFacts,
}

/// A step of the table that may start from the present status.
#[derive(Clone, Debug)]
pub struct AllowedStep {
    pub id: TransitionId,
    pub event: &'static str,
    pub missing: Vec<Missing>,
}

/// A document of the profile, and whether this case needs it.
#[derive(Clone, Debug)]
pub struct RequirementLine {
    pub kind: DocumentKind,
    pub label: &'static str,
    pub ground: &'static str,
    pub required: bool,
    /// May be kept with the case although nothing asks for it.
    pub offered: bool,
    pub sighting_counts: bool,
}

impl Session {
    /// A case seen through the rules.
    pub fn assess(&self, record: &CaseRecord) -> Result<Assessment> {
        Assessment::of(&self.seat, &self.store.reader(), record, self.store.now())
    }
}

impl Assessment {
    pub fn of(seat: &Seat, reader: &Reader<'_>, record: &CaseRecord, now: DateTime<Utc>) -> Result<Self> {
        let today = seat.time_zone().office_day(now);
        let facts = case_facts(record);
        let helps = record.layanan == Layanan::PendampinganInaproc;
        // Help with INAPROC compares nothing and walks no row of the SOP.
        let rows = if helps { Vec::new() } else { verifikasi::rows(&facts, today) };
        let duplicates = duplicates(reader, record)?;
        let holidays = reader.holidays()?.dates();
        let standards = reader.standards()?;
        let verification_minutes = verification_minutes(record, seat.time_zone(), now);
        let verification_standard = verification_standard(record, &standards, seat.time_zone(), now);
        let steps = if helps { Vec::new() } else { steps(record, &standards, seat.time_zone(), now) };
        let limits = limits_of(reader, seat.time_zone(), record.opened_at)?;
        let known = AssessedOn { rows: &rows, duplicates: &duplicates, holidays: &holidays, limits };
        let step_facts = step_facts(seat, record, &facts, known, now);
        let allowed = allowed_from(record.status)
            .filter(|transition| is_offered(transition.id, &step_facts) && seat.may(transition.right))
            .filter(|transition| record.layanan.takes(transition.id))
            // What a change begins from is shown in whole.
            .filter(|transition| transition.id != TransitionId::T30 || seat.may(Right::Unmask))
            // It ends with its outcome, not with where it is sent on to.
            .filter(|transition| !helps || transition.id != TransitionId::T28)
            .map(|transition| AllowedStep {
                id: transition.id,
                event: if transition.id == TransitionId::T23 {
                    record.layanan.activation()
                } else {
                    transition.event
                },
                missing: transition.missing(&step_facts),
            })
            .collect();
        let requirements = persyaratan::documents(facts.layanan, record.profil)
            .map(|requirement| requirement_line(requirement, &facts))
            .collect();
        Ok(Self {
            missing: step_facts
                .evidence
                .as_ref()
                .filter(|_| !helps)
                .map(Evidence::missing)
                .unwrap_or_default(),
            rows,
            allowed,
            requirements,
            overrun_question: overrun_question(record, &steps, verification_minutes, verification_standard),
            steps,
            verification_minutes,
            verification_standard,
            duplicates,
            limits,
            holidays,
            facts,
        })
    }
}

/// Steps that an action of this crate performs by hand. What the program does by itself (T-24) and what has
/// no action yet is never offered.
const PERFORMED: [TransitionId; 24] = [
    TransitionId::T02,
    TransitionId::T03,
    TransitionId::T05,
    TransitionId::T06,
    TransitionId::T07,
    TransitionId::T10,
    TransitionId::T11,
    TransitionId::T12,
    TransitionId::T13,
    TransitionId::T14,
    TransitionId::T15,
    TransitionId::T16,
    TransitionId::T17,
    TransitionId::T18,
    TransitionId::T19,
    TransitionId::T20,
    TransitionId::T21,
    TransitionId::T22,
    TransitionId::T23,
    TransitionId::T25,
    TransitionId::T26,
    TransitionId::T27,
    TransitionId::T28,
    TransitionId::T31,
];

/// T-04 and T-29 are proposed once their limit is over, and never before; T-30 only from the data that were verified last;
/// T-31 only after a T-18; each channel has its own way on from a complete file.
fn is_offered(id: TransitionId, facts: &Facts) -> bool {
    match id {
        TransitionId::T04 => facts.link_is_late(),
        TransitionId::T29 => facts.verification_is_late(),
        TransitionId::T30 => !facts.linked_to.is_empty(),
        TransitionId::T31 => facts.sent_back_while_verifying,
        TransitionId::T08 => facts.channel == Some(Channel::TatapMuka),
        TransitionId::T09 => facts.channel == Some(Channel::Daring),
        _ => PERFORMED.contains(&id),
    }
}

fn requirement_line(requirement: &Requirement, facts: &CaseFacts) -> RequirementLine {
    RequirementLine {
        kind: requirement.kind,
        label: requirement.label,
        ground: requirement.ground,
        required: requirement.is_required(facts.circumstances()),
        offered: requirement.is_offered(),
        sighting_counts: facts.sighting_counts(requirement.kind),
    }
}

/// The record as the comparison wants it.
pub(super) fn case_facts(record: &CaseRecord) -> CaseFacts {
    let documents = record
        .documents
        .iter()
        .map(|(kind, document)| {
            let seen = match (document.sighting, &document.sighted_by, document.sighted_at) {
                (Some(sighting), Some(by), Some(at)) => Some(Seen { sighting, by: by.clone(), at }),
                _ => None,
            };
            let facts = DocumentFacts {
                state: document.state,
                seen,
                values: document.values.clone(),
                scanned: record.current_picture(*kind).is_some(),
            };
            (*kind, facts)
        })
        .collect();
    let decisions = record
        .decisions
        .iter()
        .map(|(key, decision)| {
            let decision = RowDecision {
                decision: decision.decision,
                reason: decision.reason.clone(),
                reason_code: decision.reason_code.clone(),
                by: decision.decided_by.clone(),
                at: decision.decided_at,
                form_value: decision.form_value.clone(),
                document_value: decision.document_value.clone(),
            };
            (*key, decision)
        })
        .collect();
    CaseFacts {
        layanan: record.layanan,
        profil: record.profil,
        perubahan: record.perubahan.clone(),
        channel: record.channel,
        form: record.form.clone(),
        documents,
        attendee: Attendee {
            name: record.attendee_name.clone(),
            kapasitas: record.kapasitas,
            nik: record.attendee_nik.clone(),
        },
        surat_kuasa: record.surat_kuasa.clone(),
        kewenangan: Kewenangan { checked: record.kewenangan, basis: record.kewenangan_basis.clone() },
        daftar_hitam: DaftarHitam {
            answer: record.daftar_hitam,
            list_date: record.daftar_hitam_date.as_deref().and_then(|date| date.parse().ok()),
        },
        decisions,
        verifier: record.verifier.clone(),
        session: online_session(record),
    }
}

/// What was found out about a case before its guards are asked.
struct AssessedOn<'a> {
    rows: &'a [Row],
    duplicates: &'a [Duplicate],
    holidays: &'a [NaiveDate],
    limits: Limits,
}

/// The guards' facts of a case that is about to take a step.
pub(super) fn facts_of_step(
    seat: &Seat,
    reader: &Reader<'_>,
    record: &CaseRecord,
    now: DateTime<Utc>,
) -> Result<Facts> {
    let facts = case_facts(record);
    let rows = verifikasi::rows(&facts, seat.time_zone().office_day(now));
    let duplicates = duplicates(reader, record)?;
    let holidays = reader.holidays()?.dates();
    let limits = limits_of(reader, seat.time_zone(), record.opened_at)?;
    let known = AssessedOn { rows: &rows, duplicates: &duplicates, holidays: &holidays, limits };
    Ok(step_facts(seat, record, &facts, known, now))
}

/// What the guards may ask of a case at the desk, before a step adds its own reasons and answers.
fn step_facts(
    seat: &Seat,
    record: &CaseRecord,
    facts: &CaseFacts,
    known: AssessedOn<'_>,
    now: DateTime<Utc>,
) -> Facts {
    let me = &seat.officer;
    let today = seat.time_zone().office_day(now);
    let declared_by = record.phases.iter().rev().find(|phase| phase.status == Status::Sesuai);
    let holding_up = known.duplicates.iter().filter(|other| other.needs_reason());
    Facts {
        now,
        notice_version: record.notice_version.clone(),
        channel: Some(record.channel),
        request_mailed: record.request.is_some(),
        documents: facts.required_documents(),
        duplicates: Some(holding_up.count()),
        form_gaps: Some(verifikasi::form_gaps(facts, today)),
        email_valid: check_email(record.form_value(FormField::Surel)).value.is_some(),
        registered_at: record.registered_at,
        unanswered_shortages: Some(unanswered(record)),
        contact_known: !record.attendee_phone.is_empty() || !record.form_value(FormField::Surel).is_empty(),
        verifier_is_applicant: Some(is_same_person(&me.name, &record.attendee_name)),
        attendee_named: !record.attendee_name.trim().is_empty(),
        kapasitas_known: record.kapasitas.is_some(),
        actor_holds_case: record.verifier.as_deref() == Some(me.id.as_str()),
        evidence: Some(verifikasi::evidence_of(facts, known.rows, today)),
        approver_declared: declared_by.map(|phase| phase.actor == me.id),
        sent_back_while_verifying: record
            .phases
            .last()
            .is_some_and(|phase| phase.transition == TransitionId::T18),
        vendor_told: vendor_told(record),
        schedule_start: promised(record).map(|session| session.start),
        contact_attempts: attempts(record),
        reschedules: Some(count_sessions(record, SessionState::DijadwalkanUlang)),
        no_shows: Some(count_sessions(record, SessionState::TidakHadir)),
        last_no_show: last_no_show(record),
        limits: known.limits,
        last_follow_up: follow_ups(record, known.limits, seat.time_zone(), known.holidays)
            .map(|[.., last]| end_of_day(seat, last)),
        form_filled_at: submitted_at(record),
        reminder_sent: reminded(record),
        sikap_pictured: record.sikap_proof.iter().any(|proof| !proof.erased),
        linked_to: if later_than(record).is_some() || changed_elsewhere(record, known.duplicates).is_some() {
            String::new()
        } else {
            record.number.clone()
        },
        ..Facts::default()
    }
}

fn end_of_day(seat: &Seat, day: NaiveDate) -> DateTime<Utc> {
    seat.time_zone().start_of_day(day) + TimeDelta::days(1)
}

/// The filled form comes with the documents, so the limit of A-02 runs from there.
pub(super) fn submitted_at(record: &CaseRecord) -> Option<DateTime<Utc>> {
    let handed_in = record.phases.iter().find(|phase| phase.transition == TransitionId::T05);
    // Whoever got the link and did not come back is waited for from then on.
    handed_in.map(|phase| phase.since).or(record.link_at)
}

/// The vendor was told that the limit runs out.
fn reminded(record: &CaseRecord) -> bool {
    record.contacts.iter().any(|contact| contact.purpose == ContactPurpose::Pengingat && contact.was_told())
}

/// A verifikator does not judge the own permohonan. Officers have no NIK here, so the name must do.
fn is_same_person(officer: &str, attendee: &str) -> bool {
    !attendee.is_empty()
        && matches!(naming::compare_person(officer, attendee).outcome, Outcome::Sama | Outcome::Setara)
}

/// Shortages that nothing has answered since: the vendor must bring something for each.
fn unanswered(record: &CaseRecord) -> Vec<Reason> {
    record
        .shortages
        .iter()
        .filter(|shortage| !shortage.answered)
        .filter_map(|shortage| Reason::parse(&shortage.code))
        .collect()
}
