//! Looking at a permohonan: its read model, made once from one set of facts, and without numbers for roles that
//! may not see them.

use std::collections::BTreeMap;

use super::mask;
use super::read_model::{CheckedValue, DocumentLine, FormerLine, Permohonan, PhoneOf, ReachedAt};
use crate::actions::Session;
use crate::actions::assess::{Assessment, RequirementLine};
use crate::actions::online::online_outlook;
use crate::contact::show_phone;
use crate::document::{DocumentKind, DocumentState};
use crate::error::Result;
use crate::form::{DocumentField, FormField};
use crate::layanan::Layanan;
use crate::schedule::{REPAIR_DAYS, add_working_days};
use crate::store::read::{CaseRecord, OfficerRecord};
use crate::verifikasi::{FieldContext, attendee_proposal, check_document_field, check_form_field};

impl Session {
    /// A permohonan with everything its screen shows. The first look of a session is an act.
    pub fn see_permohonan(&mut self, case: &str) -> Result<Permohonan> {
        let record = self.see_case(case)?;
        let assessment = self.assess(&record)?;
        let context = FieldContext::of(&assessment.facts, self.today());
        let sees_numbers = self.sees_numbers(&record);
        let holidays = self.store.reader().holidays()?.dates();
        let mut permohonan = Permohonan {
            form: checked_form(&record, &context),
            documents: document_lines(&record, &assessment, &context),
            fotokopi: self.fotokopi_outlook(&record),
            may_issue_berita_acara: self.may_issue_berita_acara(&record),
            papers_behind_reason: record
                .papers
                .iter()
                .filter(|paper| self.asks_a_reason_to_open(paper))
                .map(|paper| paper.id.clone())
                .collect(),
            drafts: self.drafts(case)?,
            is_held_by_me: record.verifier.as_deref() == Some(self.officer().id.as_str()),
            form_asked: form_asked(&assessment),
            attendee_proposal: attendee_proposal(&assessment.facts, self.today()),
            phone: reached_at(&record),
            today: self.today(),
            repair_until: add_working_days(self.today(), REPAIR_DAYS, &holidays),
            zone: self.time_zone(),
            changed: record
                .perubahan
                .as_ref()
                .map(|perubahan| perubahan.changed(&record.form))
                .unwrap_or_default(),
            former_asked: former_asked(&record, &context),
            syarat_inaproc: if record.layanan == Layanan::PendampinganInaproc && record.erased_at.is_none() {
                self.syarat_inaproc(&record)?
            } else {
                Vec::new()
            },
            online: online_outlook(&record, assessment.limits),
            letters: self.letters_of(&record.id)?,
            sends_letters: self.mail_ways()?.1,
            daftar_hitam: self.look_in_daftar_hitam(&record)?,
            follow_up: self.follow_up(&record)?,
            contact_since: self.contact_since(case),
            officers: self.officers()?.into_iter().map(named).collect(),
            assessment,
            record,
        };
        if !sees_numbers {
            mask::hide_numbers(&mut permohonan);
        }
        Ok(permohonan)
    }
}

/// A field that nothing compares and nothing asks for is filled by whoever wants to.
fn form_asked(assessment: &Assessment) -> Vec<FormField> {
    let compared = assessment.rows.iter().filter_map(|row| row.key.form_field());
    let mut asked: Vec<FormField> =
        compared.chain(assessment.facts.required_form_fields().iter().copied()).collect();
    asked.sort_unstable();
    asked.dedup();
    asked
}

/// The first number there is, in the order in which a line of a list takes it.
fn reached_at(record: &CaseRecord) -> Option<ReachedAt> {
    let typed = |field| record.form.get(&field).cloned().unwrap_or_default();
    let numbers = [
        (PhoneOf::Hp, typed(FormField::Hp)),
        (PhoneOf::Attendee, record.attendee_phone.clone()),
        (PhoneOf::Telepon, typed(FormField::Telepon)),
    ];
    let (whose, number) = numbers.into_iter().find(|(_, number)| !number.is_empty())?;
    Some(ReachedAt { whose, number: show_phone(&number) })
}

fn named(officer: OfficerRecord) -> (String, String) {
    (officer.id, officer.name)
}

fn former_asked(record: &CaseRecord, context: &FieldContext) -> Vec<FormerLine> {
    let Some(perubahan) = &record.perubahan else { return Vec::new() };
    let line = |field: FormField| {
        let value = perubahan.former.get(&field).cloned().unwrap_or_default();
        let (_, notes) = check_form_field(field, &value, context);
        let notes = if value.is_empty() { Vec::new() } else { notes };
        FormerLine {
            field,
            required: perubahan.requires_former(field),
            checked: CheckedValue { value, notes },
        }
    };
    perubahan.asks_former().into_iter().map(line).collect()
}

fn checked_form(record: &CaseRecord, context: &FieldContext) -> BTreeMap<FormField, CheckedValue> {
    let checked = |(field, value): (&FormField, &String)| {
        let (_, notes) = check_form_field(*field, value, context);
        (*field, CheckedValue { value: value.clone(), notes })
    };
    record.form.iter().map(checked).collect()
}

/// Documents that the profile asks for or offers, and whatever else was brought.
fn document_lines(record: &CaseRecord, assessment: &Assessment, context: &FieldContext) -> Vec<DocumentLine> {
    let belongs = |requirement: &&RequirementLine| {
        requirement.required || requirement.offered || record.documents.contains_key(&requirement.kind)
    };
    let line_of = |requirement: &RequirementLine| {
        let kind = requirement.kind;
        let known = record.documents.get(&kind);
        DocumentLine {
            requirement: requirement.clone(),
            state: known.map_or(DocumentState::Diharapkan, |known| known.state),
            paper_copy: known.and_then(|known| known.paper_copy),
            sighting: known.and_then(|known| known.sighting),
            sighted_by: known.and_then(|known| known.sighted_by.clone()),
            fields: known.map(|known| checked_fields(kind, &known.values, context)).unwrap_or_default(),
            pictures: record
                .pictures
                .iter()
                .filter(|picture| picture.kind == kind && !picture.erased)
                .cloned()
                .collect(),
        }
    };
    assessment.requirements.iter().filter(belongs).map(line_of).collect()
}

fn checked_fields(
    kind: DocumentKind,
    values: &BTreeMap<DocumentField, String>,
    context: &FieldContext,
) -> BTreeMap<DocumentField, CheckedValue> {
    let checked = |(field, value): (&DocumentField, &String)| {
        let (_, notes) = check_document_field(kind, *field, value, context);
        (*field, CheckedValue { value: value.clone(), notes })
    };
    values.iter().map(checked).collect()
}
