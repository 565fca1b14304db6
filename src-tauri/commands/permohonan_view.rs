//! One permohonan on the wire: the core's read model, word for word. Nothing is decided here.

mod daftar_hitam;
mod document;
mod follow_up;
mod letter;
#[cfg(test)]
mod masked;
mod paper;
mod pendampingan;
mod perubahan;
mod row;
mod schedule;
mod tangkapan;

use std::collections::BTreeMap;

use loket_core::actions::assess::AllowedStep;
use loket_core::actions::clock::{StepLine, StepState};
use loket_core::actions::duplicate;
use loket_core::actions::permohonan::{Permohonan, ReachedAt};
use loket_core::actions::{ContactRecord, CorrectionRecord, MailedRequest, Session, ShortageRecord};
use loket_core::error::{Error, Missing};
use loket_core::form::{FormField, Kapasitas, Profil};
use loket_core::layanan::Layanan;
use loket_core::layanan::perubahan::Bagian;
use loket_core::outcome::Note;
use loket_core::permohonan::{
    Channel, ContactPurpose, DuplicateGround, DuplicateWeight, RedirectTarget, Status, TransitionId,
};
use loket_core::reasons::Reason;
use loket_core::sop::Party;
use loket_core::verifikasi::{
    AttendeeProposal, JawabanDaftarHitam, Kewenangan, SuratKuasa, asks_authority, letter_date_notes,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use self::daftar_hitam::DaftarHitamAnswerView;
pub use self::document::{Corner, DocumentView, FieldState};
pub use self::follow_up::FollowUpView;
pub use self::letter::LetterView;
pub use self::paper::{FotokopiView, PaperView};
pub use self::pendampingan::PendampinganView;
pub use self::perubahan::{LinkedCaseView, PerubahanView};
pub use self::row::ComparisonRow;
pub use self::schedule::ScheduleView;
pub use self::tangkapan::TangkapanView;

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
    /// Whether the row happens where its minutes can be told.
    pub measured: bool,
    /// It took longer than the SOP grants.
    pub over: bool,
    /// It took longer, and nobody said why.
    pub asks_reason: bool,
    pub overrun_reason: Option<String>,
    pub remark: Option<String>,
}

#[derive(Serialize, TS)]
pub struct Shortage {
    pub code: String,
    pub text: String,
    pub bring: String,
    pub note: String,
    pub answered: bool,
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

/// The e-mail by which it was asked for; its date and sender stand for a Tanda Terima.
#[derive(Serialize, TS)]
pub struct RequestView {
    pub sender: String,
    pub sender_name: String,
    pub subject: String,
    pub sent_at: String,
    /// The whole message is kept; otherwise an officer wrote down date and sender.
    pub message_kept: bool,
    /// The kiriman whose pages may still wait in the Baki.
    pub kiriman: Option<String>,
}

/// A value of the form that was put right after the documents were received.
#[derive(Serialize, TS)]
pub struct CorrectionView {
    pub field: FormField,
    pub old: String,
    pub cause: String,
    pub at: String,
    pub by: String,
}

/// A step the case allows now; nothing is missing when it may be done.
#[derive(Serialize, TS)]
pub struct Allowed {
    pub transition: TransitionId,
    pub missing: Vec<Missing>,
}

#[derive(Serialize, TS)]
pub struct Duplicate {
    pub id: String,
    /// T-05 waits for a written reason because of this one.
    pub needs_reason: bool,
    pub grounds: Vec<DuplicateLine>,
}

/// Why another permohonan may be of the same vendor, as a question or as something to know.
#[derive(Serialize, TS)]
pub struct DuplicateLine {
    pub ground: DuplicateGround,
    pub weight: DuplicateWeight,
    pub text: String,
}

/// The blacklist question as the screen holds it: the date may still be unfinished.
#[derive(Serialize, Deserialize, TS)]
#[ts(rename = "DaftarHitam")]
pub struct DaftarHitamAsTyped {
    pub answer: Option<JawabanDaftarHitam>,
    pub list_date: Option<String>,
}

#[derive(Serialize, TS)]
pub struct PermohonanView {
    pub id: String,
    pub number: String,
    pub status: Status,
    pub status_label: String,
    pub layanan: Layanan,
    pub profil: Profil,
    pub channel: Channel,
    /// Only where data are changed.
    pub perubahan: Option<PerubahanView>,
    /// Only where somebody is helped with INAPROC.
    pub pendampingan: Option<PendampinganView>,
    /// What a letter may ask to change for a vendor of this kind.
    pub changeable: Vec<Bagian>,
    /// The permohonan that change the data of this one, in the order in which they were opened.
    pub changed_by: Vec<LinkedCaseView>,
    /// Only on the online channel.
    pub request: Option<RequestView>,
    /// Only on the online channel, once it was asked for.
    pub schedule: Option<ScheduleView>,
    /// Pictures of the call, oldest first.
    pub tangkapan: Vec<TangkapanView>,
    /// Pictures of a filled SIKAP.
    pub sikap_proof: Vec<TangkapanView>,
    pub queue: Option<String>,
    pub company: String,
    pub erased: bool,
    #[ts(type = "Partial<Record<FormField, FieldState>>")]
    pub form: BTreeMap<FormField, FieldState>,
    /// Form fields that must be filled before the file is complete (T-08).
    pub form_required: Vec<FormField>,
    /// Form fields that are compulsory or compared: where Enter stops.
    pub form_asked: Vec<FormField>,
    #[ts(type = "Record<string, string>")]
    pub drafts: BTreeMap<String, String>,
    pub attendee: Attendee,
    /// Who probably came, where the director or owner comes in person.
    pub attendee_proposal: AttendeeProposal,
    /// Where the vendor is reached.
    pub phone: Option<ReachedAt>,
    pub surat_kuasa: Option<SuratKuasa>,
    /// What is said beside the date of the surat kuasa.
    pub kuasa_tanggal_notes: Vec<Note>,
    pub kewenangan: Kewenangan,
    pub kewenangan_asked: bool,
    pub daftar_hitam: DaftarHitamAsTyped,
    /// What the list that the office imported says; nothing where it has none.
    pub daftar_hitam_list: Option<DaftarHitamAnswerView>,
    /// ISO date; what the date of the list probably is: that of the imported one, or else it is looked up while the
    /// vendor waits.
    pub list_date_proposal: String,
    /// ISO date; until when a repair is usually asked for.
    pub repair_until_proposal: String,
    pub documents: Vec<DocumentView>,
    pub rows: Vec<ComparisonRow>,
    pub steps: Vec<Step>,
    pub shortages: Vec<Shortage>,
    pub allowed: Vec<Allowed>,
    /// What T-19 still needs, in the order in which F8 walks.
    pub missing: Vec<Missing>,
    pub papers: Vec<PaperView>,
    pub fotokopi: FotokopiView,
    /// A Berita Acara can be issued now.
    pub may_issue_berita_acara: bool,
    pub duplicates: Vec<Duplicate>,
    pub corrections: Vec<CorrectionView>,
    pub contacts: Vec<ContactView>,
    /// What is due towards the vendor.
    pub follow_up: Option<FollowUpView>,
    /// Since when this desk is calling or writing to the vendor.
    pub contact_since: Option<String>,
    /// Where the vendor was sent on to.
    pub redirected_to: Option<String>,
    /// How the office knows that SIKAP is filled.
    pub sikap_confirmation: Option<String>,
    pub verifier: Option<String>,
    pub verifier_is_me: bool,
    pub saved_at: String,
    pub user_id_spse: Option<String>,
    /// Until when the link to the SPSE form is waited for, while it is.
    pub link_due: Option<String>,
    pub sikap_due: Option<String>,
    /// What the approval asks about the minutes of the verification; the answer may stay empty.
    pub overrun_question: Option<String>,
}

/// Reads a case, which is itself an act the first time, and judges it.
pub fn view_of(session: &mut Session, id: &str) -> Result<PermohonanView, Error> {
    session.see_permohonan(id).map(PermohonanView::from)
}

impl From<Permohonan> for PermohonanView {
    fn from(permohonan: Permohonan) -> Self {
        let documents = permohonan.documents.iter().map(|line| DocumentView::of(line, &permohonan)).collect();
        let rows = permohonan.assessment.rows.iter().map(ComparisonRow::of).collect();
        let corrections =
            permohonan.record.corrections.iter().map(|each| CorrectionView::of(each, &permohonan)).collect();
        let contacts =
            permohonan.record.contacts.iter().map(|each| ContactView::of(each, &permohonan)).collect();
        let fotokopi = FotokopiView::of(&permohonan);
        let papers = PaperView::all(&permohonan);
        let schedule = ScheduleView::of(&permohonan);
        let tangkapan = TangkapanView::all(&permohonan);
        let sikap_proof = TangkapanView::sikap(&permohonan);
        let pendampingan = PendampinganView::of(&permohonan);
        let daftar_hitam_list = permohonan.daftar_hitam.as_ref().map(DaftarHitamAnswerView::from);
        let verifier = permohonan.record.verifier.as_deref().map(|id| permohonan.officer(id));
        let Permohonan {
            record,
            assessment,
            form,
            drafts,
            is_held_by_me,
            form_asked,
            attendee_proposal,
            phone,
            today,
            repair_until,
            ..
        } = permohonan;
        Self {
            status: record.status,
            status_label: record.status.label().to_owned(),
            company: record.company.unwrap_or_default(),
            erased: record.erased_at.is_some(),
            form: form.into_iter().map(|(field, value)| (field, value.into())).collect(),
            form_asked,
            attendee_proposal,
            phone,
            form_required: assessment.facts.required_form_fields().to_vec(),
            drafts,
            attendee: Attendee {
                name: record.attendee_name,
                kapasitas: record.kapasitas,
                nik: record.attendee_nik,
                phone: record.attendee_phone,
                priority: record.priority,
            },
            kuasa_tanggal_notes: record
                .surat_kuasa
                .as_ref()
                .map_or_else(Vec::new, |letter| letter_date_notes(&letter.tanggal, today)),
            surat_kuasa: record.surat_kuasa,
            kewenangan: Kewenangan { checked: record.kewenangan, basis: record.kewenangan_basis },
            kewenangan_asked: asks_authority(record.profil),
            daftar_hitam: DaftarHitamAsTyped {
                answer: record.daftar_hitam,
                list_date: record.daftar_hitam_date,
            },
            list_date_proposal: daftar_hitam_list
                .as_ref()
                .map_or_else(|| today.to_string(), |answer| answer.list_date.clone()),
            daftar_hitam_list,
            repair_until_proposal: repair_until.to_string(),
            documents,
            rows,
            steps: assessment.steps.into_iter().map(Step::from).collect(),
            shortages: record.shortages.into_iter().map(Shortage::from).collect(),
            allowed: assessment.allowed.into_iter().map(Allowed::from).collect(),
            missing: assessment.missing,
            papers,
            fotokopi,
            may_issue_berita_acara: permohonan.may_issue_berita_acara,
            schedule,
            tangkapan,
            sikap_proof,
            duplicates: assessment.duplicates.into_iter().map(Duplicate::from).collect(),
            corrections,
            contacts,
            follow_up: permohonan.follow_up.map(FollowUpView::from),
            contact_since: permohonan.contact_since.map(|at| at.to_rfc3339()),
            redirected_to: record.redirect.as_ref().map(RedirectTarget::label),
            sikap_confirmation: record.sikap_confirmation.map(|each| each.label().to_owned()),
            verifier,
            verifier_is_me: is_held_by_me,
            saved_at: record.updated_at.to_rfc3339(),
            link_due: record.due.clone().filter(|_| record.status == Status::MenungguTautan),
            sikap_due: record.due.filter(|_| record.activated_at.is_some()),
            user_id_spse: record.user_id_spse,
            overrun_question: assessment.overrun_question,
            id: record.id,
            number: record.number,
            layanan: record.layanan,
            pendampingan,
            perubahan: PerubahanView::of(
                record.perubahan,
                record.changes,
                permohonan.changed,
                permohonan.former_asked,
                today,
            ),
            changeable: Bagian::ALL.into_iter().filter(|part| part.is_open_to(record.profil)).collect(),
            changed_by: record.changed_by.into_iter().map(LinkedCaseView::from).collect(),
            profil: record.profil,
            channel: record.channel,
            queue: record.queue,
            request: record.request.map(RequestView::from),
        }
    }
}

impl From<MailedRequest> for RequestView {
    fn from(request: MailedRequest) -> Self {
        Self {
            message_kept: request.message.is_some() && !request.erased,
            sender: request.sender,
            sender_name: request.sender_name,
            subject: request.subject,
            sent_at: request.sent_at.to_rfc3339(),
            kiriman: request.kiriman,
        }
    }
}

impl From<StepLine> for Step {
    fn from(step: StepLine) -> Self {
        Self {
            over: step.is_over(),
            asks_reason: step.may_be_explained && !step.is_explained,
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
            measured: step.measured,
            overrun_reason: step.overrun_reason,
            remark: step.remark,
        }
    }
}

impl From<ShortageRecord> for Shortage {
    fn from(shortage: ShortageRecord) -> Self {
        let reason = Reason::parse(&shortage.code);
        Self {
            text: reason.map(Reason::text).unwrap_or_default().to_owned(),
            bring: reason.map(Reason::bring).unwrap_or_default().to_owned(),
            code: shortage.code,
            note: shortage.note,
            answered: shortage.answered,
        }
    }
}

impl From<AllowedStep> for Allowed {
    fn from(step: AllowedStep) -> Self {
        Self { transition: step.id, missing: step.missing }
    }
}

impl From<duplicate::Duplicate> for Duplicate {
    fn from(other: duplicate::Duplicate) -> Self {
        Self {
            needs_reason: other.needs_reason(),
            id: other.id,
            grounds: other.grounds.into_iter().map(DuplicateLine::from).collect(),
        }
    }
}

impl From<duplicate::GroundLine> for DuplicateLine {
    fn from(line: duplicate::GroundLine) -> Self {
        Self { ground: line.ground, weight: line.weight, text: line.text }
    }
}

impl CorrectionView {
    fn of(correction: &CorrectionRecord, permohonan: &Permohonan) -> Self {
        Self {
            field: correction.field,
            old: correction.old.clone(),
            cause: correction.cause.label().to_owned(),
            at: correction.at.to_rfc3339(),
            by: permohonan.officer(&correction.by),
        }
    }
}

impl ContactView {
    fn of(contact: &ContactRecord, permohonan: &Permohonan) -> Self {
        Self {
            at: contact.at.to_rfc3339(),
            by: permohonan.officer(&contact.by),
            method: contact.method.label().to_owned(),
            purpose: contact.purpose,
            reached: contact.reached,
            note: contact.note.clone(),
        }
    }
}
