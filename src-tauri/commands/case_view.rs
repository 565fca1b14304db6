//! One case as the window shows it: what is stored, and what the rules say about it.

use std::collections::BTreeMap;

use loket_core::actions::assess::{Assessment, StepLine, StepState};
use loket_core::actions::picture::{asks_a_reason, whole_is_left_out};
use loket_core::actions::{CaseRecord, ContactRecord, CorrectionRecord, PaperRecord, PictureRecord, Session};
use loket_core::document::{DocumentKind, DocumentState, PictureSource, Sighting};
use loket_core::error::{Error, Missing};
use loket_core::form::{DocumentField, FormField, Kapasitas, Profil};
use loket_core::outcome::{Note, Outcome};
use loket_core::permohonan::{Channel, ContactPurpose, RedirectTarget, Status};
use loket_core::persyaratan;
use loket_core::reasons::Reason;
use loket_core::schedule::Party;
use loket_core::tanda_terima::PaperKind;
use loket_core::verifikasi::{Decision, Row, RowGroup, RowKey};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::case_mask::mask;
use super::permohonan::{DaftarHitam, Kewenangan, SuratKuasa};

#[derive(Clone, Copy, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FieldSource {
    Formulir,
    LembarData,
}

#[derive(Serialize, TS)]
pub struct FieldState {
    pub value: String,
    pub notes: Vec<Note>,
    pub source: FieldSource,
}

#[derive(Serialize, TS)]
pub struct Attendee {
    pub name: String,
    pub kapasitas: Option<Kapasitas>,
    pub nik: String,
    pub phone: String,
    pub priority: Option<String>,
}

#[derive(Clone, Copy, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum StepProgress {
    Done,
    Active,
    Open,
    Skipped,
}

#[derive(Serialize, TS)]
pub struct Step {
    pub number: u8,
    pub label: String,
    pub standard_minutes: u32,
    pub party: Party,
    pub state: StepProgress,
    #[ts(type = "number | null")]
    pub elapsed_minutes: Option<i64>,
    pub remark: Option<String>,
}

#[derive(Serialize, Deserialize, TS)]
pub struct Corner {
    pub x: f32,
    pub y: f32,
}

#[derive(Serialize, TS)]
pub struct PictureView {
    pub id: String,
    pub document: DocumentKind,
    pub source: PictureSource,
    pub taken_at: String,
    pub width: u32,
    pub height: u32,
    pub sha256: String,
    /// Top left, top right, bottom right, bottom left in the turned original; null until cropped.
    pub corners: Option<Vec<Corner>>,
    pub quarter_turns: u8,
    pub current: bool,
    /// A Fotokopi leaves this picture out unless the four corners of its card are marked.
    pub whole_is_left_out: bool,
    /// Nothing on it could be hidden, so its card too is shown only as the original is.
    pub asks_a_reason: bool,
}

#[derive(Serialize, TS)]
pub struct DocumentView {
    pub kind: DocumentKind,
    pub label: String,
    pub required: bool,
    pub state: DocumentState,
    pub paper_copy: Option<bool>,
    pub sighting: Option<Sighting>,
    pub sighted_by: Option<String>,
    pub sighted_at: Option<String>,
    /// Whether the sighting counts for G-ORI: by the verifikator who holds the case now.
    pub sighting_counts: bool,
    #[ts(type = "Partial<Record<DocumentField, FieldState>>")]
    pub fields: BTreeMap<DocumentField, FieldState>,
    pub pictures: Vec<PictureView>,
    /// Why it is asked for, with its legal ground.
    pub ground: String,
}

#[derive(Serialize, TS)]
pub struct ReadyReason {
    pub code: String,
    pub label: String,
    pub sentence: String,
}

#[derive(Serialize, TS)]
pub struct ComparisonRow {
    pub key: RowKey,
    pub group: RowGroup,
    pub label: String,
    /// The field of the form behind it, which may be corrected while verifying.
    pub form_field: Option<FormField>,
    pub form_value: Option<String>,
    pub form_hint: Option<String>,
    pub document_value: Option<String>,
    pub document_hint: Option<String>,
    pub document: Option<DocumentKind>,
    /// Field to type when the document value is still empty.
    pub document_field: Option<DocumentField>,
    pub outcome: Option<Outcome>,
    pub rule: String,
    pub explanation: String,
    pub notes: Vec<Note>,
    pub compulsory: bool,
    /// Only the verifikator's eye or ear can judge this row.
    pub by_eye: bool,
    pub overridable: bool,
    pub decision: Option<Decision>,
    pub reason: Option<String>,
    pub reason_code: Option<String>,
    pub decided_by: Option<String>,
    pub decided_at: Option<String>,
    /// Ticked by the program after the original of its document was seen.
    pub preticked: bool,
    pub ready_reasons: Vec<ReadyReason>,
    pub repair_codes: Vec<String>,
}

#[derive(Serialize, TS)]
pub struct Shortage {
    pub code: String,
    pub text: String,
    pub bring: String,
    pub note: String,
    pub answered: bool,
}

#[derive(Serialize, TS)]
pub struct PaperView {
    pub id: String,
    pub kind: PaperKind,
    pub label: String,
    pub number: Option<String>,
    pub issued_at: String,
    pub pages: u32,
    pub prints: u32,
    /// Number of the paper that took its place.
    pub replaced_by: Option<String>,
    /// Number of the paper whose place it took.
    pub replaces: Option<String>,
}

/// One attempt to reach the vendor, in words.
#[derive(Serialize, TS)]
pub struct ContactView {
    pub at: String,
    pub by: String,
    pub method: String,
    pub purpose: ContactPurpose,
    pub reached: bool,
    pub note: String,
}

/// A value of the form that was put right after the documents were received.
#[derive(Serialize, TS)]
pub struct CorrectionView {
    pub field: FormField,
    pub label: String,
    pub old: String,
    pub new: String,
    pub cause: String,
    pub at: String,
    pub by: String,
}

/// A card that a Fotokopi would leave out, because no corners frame it on its picture.
#[derive(Serialize, TS)]
pub struct LeftOut {
    pub document: DocumentKind,
    pub label: String,
    pub picture: String,
}

/// Whether a Fotokopi can be issued from the papers now, and what it would lack.
#[derive(Serialize, TS)]
pub struct FotokopiView {
    pub can_issue: bool,
    pub left_out: Vec<LeftOut>,
    /// The corners of what is left out may still be marked.
    pub can_mark: bool,
}

/// A step the case allows now; nothing is missing when it may be done.
#[derive(Serialize, TS)]
pub struct Allowed {
    pub transition: String,
    pub label: String,
    pub missing: Vec<Missing>,
}

#[derive(Serialize, TS)]
pub struct Duplicate {
    pub id: String,
    pub number: String,
    pub status_label: String,
    pub reason: String,
}

#[derive(Serialize, TS)]
pub struct CaseView {
    pub id: String,
    pub number: String,
    pub status: Status,
    pub status_label: String,
    pub profil: Profil,
    pub channel: Channel,
    pub queue: Option<String>,
    pub company: String,
    pub erased: bool,
    #[ts(type = "Partial<Record<FormField, FieldState>>")]
    pub form: BTreeMap<FormField, FieldState>,
    /// Form fields that must be filled before the file is complete (T-08).
    pub form_required: Vec<FormField>,
    #[ts(type = "Record<string, string>")]
    pub drafts: BTreeMap<String, String>,
    pub attendee: Attendee,
    pub surat_kuasa: Option<SuratKuasa>,
    pub kewenangan: Kewenangan,
    pub daftar_hitam: DaftarHitam,
    pub documents: Vec<DocumentView>,
    pub rows: Vec<ComparisonRow>,
    pub steps: Vec<Step>,
    pub shortages: Vec<Shortage>,
    pub allowed: Vec<Allowed>,
    /// What T-19 still needs, in the order in which F8 walks.
    pub missing: Vec<Missing>,
    pub papers: Vec<PaperView>,
    pub fotokopi: FotokopiView,
    pub duplicates: Vec<Duplicate>,
    pub corrections: Vec<CorrectionView>,
    pub contacts: Vec<ContactView>,
    /// Where the vendor was sent on to.
    pub redirected_to: Option<String>,
    /// How the office knows that SIKAP is filled.
    pub sikap_confirmation: Option<String>,
    pub verifier: Option<String>,
    pub verifier_is_me: bool,
    pub arrived_at: String,
    pub started_at: Option<String>,
    pub saved_at: String,
    pub user_id_spse: Option<String>,
    pub activated_at: Option<String>,
    pub sikap_due: Option<String>,
    pub over_time_reason: Option<String>,
}

/// Reads a case, which is itself an act the first time, and judges it.
pub fn view_of(session: &mut Session, id: &str) -> Result<CaseView, Error> {
    let record = session.see_case(id)?;
    let assessment = session.assess(&record)?;
    let drafts = session.drafts(id)?;
    let names = Names::of(session)?;
    let me = session.officer().id.clone();
    let form = form_of(session, &record);
    let documents = documents_of(session, &record, &assessment, &names);
    let fotokopi = fotokopi_of(session, &record);
    let sees_numbers = session.sees_numbers(&record);
    let Assessment { rows, missing, allowed, steps, duplicates, .. } = assessment;
    let mut view = CaseView {
        status_label: record.status.label().to_owned(),
        company: record.company.clone().unwrap_or_default(),
        erased: record.erased_at.is_some(),
        form,
        form_required: persyaratan::required_form_fields(record.profil).to_vec(),
        drafts,
        attendee: Attendee {
            name: record.attendee_name.clone(),
            kapasitas: record.kapasitas,
            nik: record.attendee_nik.clone(),
            phone: record.attendee_phone.clone(),
            priority: record.priority.clone(),
        },
        kewenangan: Kewenangan { checked: record.kewenangan, basis: record.kewenangan_basis.clone() },
        daftar_hitam: DaftarHitam {
            answer: record.daftar_hitam,
            list_date: record.daftar_hitam_date.clone(),
        },
        documents,
        rows: rows.into_iter().map(|row| row_of(row, &names)).collect(),
        steps: steps
            .into_iter()
            .map(|step| Step {
                number: step.number,
                label: step.label.to_owned(),
                standard_minutes: step.standard_minutes,
                party: step.party,
                state: match step.state {
                    StepState::Done => StepProgress::Done,
                    StepState::Active => StepProgress::Active,
                    StepState::Open => StepProgress::Open,
                    StepState::Skipped => StepProgress::Skipped,
                },
                elapsed_minutes: step.elapsed_minutes,
                remark: step_remark(&step, session, &record),
            })
            .collect(),
        shortages: record.shortages.iter().map(shortage_of).collect(),
        allowed: allowed
            .into_iter()
            .map(|step| Allowed {
                transition: step.id.to_string(),
                label: step.event.to_owned(),
                missing: step.missing,
            })
            .collect(),
        missing,
        papers: record.papers.iter().map(|paper| PaperView::among(paper, &record.papers)).collect(),
        corrections: record.corrections.iter().map(|each| correction_of(each, &names)).collect(),
        contacts: record.contacts.iter().map(|each| contact_of(each, &names)).collect(),
        redirected_to: record.redirect.as_ref().map(RedirectTarget::label),
        sikap_confirmation: record.sikap_confirmation.map(|each| each.label().to_owned()),
        fotokopi,
        duplicates: duplicates
            .into_iter()
            .map(|line| Duplicate {
                id: line.id,
                number: line.number,
                status_label: line.status.label().to_owned(),
                reason: "NPWP sama".to_owned(),
            })
            .collect(),
        verifier: record.verifier.as_deref().map(|id| names.of_officer(id)),
        verifier_is_me: record.verifier.as_deref() == Some(me.as_str()),
        arrived_at: record.opened_at.to_rfc3339(),
        started_at: record.started_at.map(|at| at.to_rfc3339()),
        saved_at: record.updated_at.to_rfc3339(),
        activated_at: record.activated_at.map(|at| at.to_rfc3339()),
        sikap_due: record.due.filter(|_| record.activated_at.is_some()),
        id: record.id,
        number: record.number,
        status: record.status,
        profil: record.profil,
        channel: record.channel,
        queue: record.queue,
        surat_kuasa: record.surat_kuasa.map(Into::into),
        user_id_spse: record.user_id_spse,
        over_time_reason: record.over_time_reason,
    };
    if !sees_numbers {
        mask(&mut view);
    }
    Ok(view)
}

/// A word beside a step of the spine: when the guest came, why a step is passed over.
fn step_remark(step: &StepLine, session: &Session, record: &CaseRecord) -> Option<String> {
    match (step.number, step.state) {
        (3, StepState::Done | StepState::Active) => {
            Some(format!("Tiba {}", session.time_zone().format_clock(record.opened_at)))
        }
        (_, StepState::Skipped) => Some("Dilewati (tatap muka)".to_owned()),
        _ => None,
    }
}

/// Names of officers by id.
struct Names(BTreeMap<String, String>);

impl Names {
    fn of(session: &Session) -> Result<Self, Error> {
        Ok(Self(session.officers()?.into_iter().map(|officer| (officer.id, officer.name)).collect()))
    }

    fn of_officer(&self, id: &str) -> String {
        self.0.get(id).cloned().unwrap_or_else(|| "Loket".to_owned())
    }
}

fn form_of(session: &Session, record: &CaseRecord) -> BTreeMap<FormField, FieldState> {
    let from_data_sheet = |field: FormField| {
        record.profil == Profil::BadanUsaha
            && matches!(field, FormField::PenanggungJawabNama | FormField::PenanggungJawabNik)
    };
    record
        .form
        .iter()
        .map(|(field, value)| {
            let state = FieldState {
                value: value.clone(),
                notes: session.check_form_value(record, *field, value).notes,
                source: if from_data_sheet(*field) { FieldSource::LembarData } else { FieldSource::Formulir },
            };
            (*field, state)
        })
        .collect()
}

fn documents_of(
    session: &Session,
    record: &CaseRecord,
    assessment: &Assessment,
    names: &Names,
) -> Vec<DocumentView> {
    assessment
        .requirements
        .iter()
        .filter(|requirement| {
            requirement.required || requirement.offered || record.documents.contains_key(&requirement.kind)
        })
        .map(|requirement| {
            let kind = requirement.kind;
            let known = record.documents.get(&kind);
            let fields = known.map(|known| {
                let state_of = |(field, value): (&DocumentField, &String)| {
                    let notes = session.check_document_value(record, kind, *field, value).notes;
                    (*field, FieldState { value: value.clone(), notes, source: FieldSource::Formulir })
                };
                known.values.iter().map(state_of).collect()
            });
            DocumentView {
                kind,
                label: requirement.label.to_owned(),
                required: requirement.required,
                state: known.map_or(DocumentState::Diharapkan, |known| known.state),
                paper_copy: known.and_then(|known| known.paper_copy),
                sighting: known.and_then(|known| known.sighting),
                sighted_by: known
                    .and_then(|known| known.sighted_by.as_deref())
                    .map(|id| names.of_officer(id)),
                sighted_at: known.and_then(|known| known.sighted_at).map(|at| at.to_rfc3339()),
                sighting_counts: requirement.sighting_counts,
                fields: fields.unwrap_or_default(),
                pictures: record
                    .pictures
                    .iter()
                    .filter(|picture| picture.kind == kind && !picture.erased)
                    .map(picture_of)
                    .collect(),
                ground: requirement.ground.to_owned(),
            }
        })
        .collect()
}

fn fotokopi_of(session: &Session, record: &CaseRecord) -> FotokopiView {
    let outlook = session.fotokopi_outlook(record);
    let left_out = |picture: &PictureRecord| LeftOut {
        document: picture.kind,
        label: persyaratan::requirement(record.profil, picture.kind)
            .map_or_else(String::new, |found| found.label.to_owned()),
        picture: picture.id.clone(),
    };
    FotokopiView {
        can_issue: outlook.can_issue,
        left_out: outlook.left_out.iter().map(left_out).collect(),
        can_mark: outlook.can_mark,
    }
}

fn picture_of(picture: &PictureRecord) -> PictureView {
    PictureView {
        id: picture.id.clone(),
        document: picture.kind,
        source: picture.source,
        taken_at: picture.taken_at.to_rfc3339(),
        width: picture.width,
        height: picture.height,
        sha256: picture.file.content_sha256.clone(),
        corners: picture.corners.map(|corners| corners.map(|[x, y]| Corner { x, y }).into()),
        quarter_turns: picture.quarter_turns,
        current: picture.current,
        whole_is_left_out: whole_is_left_out(picture),
        asks_a_reason: asks_a_reason(picture),
    }
}

fn row_of(row: Row, names: &Names) -> ComparisonRow {
    let (rule, explanation) =
        row.finding.as_ref().map(|found| (found.rule.clone(), found.explanation.clone())).unwrap_or_default();
    ComparisonRow {
        outcome: row.outcome(),
        form_field: row.key.form_field(),
        key: row.key,
        group: row.group,
        label: row.label.to_owned(),
        form_value: row.form_value,
        form_hint: row.form_hint,
        document_value: row.document_value,
        document_hint: row.document_hint,
        document: row.document,
        document_field: row.document_field,
        rule,
        explanation,
        notes: row.notes,
        compulsory: row.compulsory,
        by_eye: row.by_eye,
        overridable: row.overridable,
        decision: row.decision,
        reason: row.reason,
        reason_code: row.reason_code,
        decided_by: row.decided_by.as_deref().map(|id| names.of_officer(id)),
        decided_at: row.decided_at.map(|at| at.to_rfc3339()),
        preticked: row.preticked,
        ready_reasons: row
            .ready_reasons
            .iter()
            .map(|reason| ReadyReason {
                code: reason.code.to_owned(),
                label: reason.label.to_owned(),
                sentence: reason.sentence.to_owned(),
            })
            .collect(),
        repair_codes: row.repair_codes.iter().map(|reason| reason.code().to_owned()).collect(),
    }
}

fn shortage_of(shortage: &loket_core::actions::ShortageRecord) -> Shortage {
    let reason = Reason::parse(&shortage.code);
    Shortage {
        code: shortage.code.clone(),
        text: reason.map(Reason::text).unwrap_or_default().to_owned(),
        bring: reason.map(Reason::bring).unwrap_or_default().to_owned(),
        note: shortage.note.clone(),
        answered: shortage.answered,
    }
}

fn correction_of(correction: &CorrectionRecord, names: &Names) -> CorrectionView {
    CorrectionView {
        field: correction.field,
        label: persyaratan::form_place(correction.field).1.to_owned(),
        old: correction.old.clone(),
        new: correction.new.clone(),
        cause: correction.cause.label().to_owned(),
        at: correction.at.to_rfc3339(),
        by: names.of_officer(&correction.by),
    }
}

fn contact_of(contact: &ContactRecord, names: &Names) -> ContactView {
    ContactView {
        at: contact.at.to_rfc3339(),
        by: names.of_officer(&contact.by),
        method: contact.method.label().to_owned(),
        purpose: contact.purpose,
        reached: contact.reached,
        note: contact.note.clone(),
    }
}

impl PaperView {
    /// A paper beside the others of its case, so that it can name the one it replaces.
    pub fn among(paper: &PaperRecord, papers: &[PaperRecord]) -> Self {
        let number_of = |wanted: &dyn Fn(&PaperRecord) -> bool| {
            papers.iter().find(|other| wanted(other)).and_then(|other| other.number.clone())
        };
        Self {
            id: paper.id.clone(),
            kind: paper.kind,
            label: paper.kind.label().to_owned(),
            number: paper.number.clone(),
            issued_at: paper.issued_at.to_rfc3339(),
            pages: paper.pages,
            prints: paper.prints,
            replaced_by: number_of(&|other| Some(&other.id) == paper.replaced_by.as_ref()),
            replaces: number_of(&|other| other.replaced_by.as_ref() == Some(&paper.id)),
        }
    }
}
