//! Permohonan: opening one, looking at it, and filling in what is typed.

mod confirm;
mod mask;
mod read_model;
mod see;

use std::collections::BTreeMap;

use crate::document::DocumentKind;
use crate::error::{Code, Error, Result};
use crate::form::{DocumentField, FormField, Kapasitas, Profil};
use crate::layanan::Layanan;
use crate::outcome::{Note, Severity};
use crate::permohonan::{Channel, Status};
use crate::role::Right;
use crate::store::act::{Act, Open, Sealed};
use crate::store::draft;
use crate::store::read::{CaseRecord, LogEntry};
use crate::verifikasi::{FieldContext, Kewenangan, SuratKuasa, check_document_field, check_form_field};

pub use self::read_model::{CheckedValue, DocumentLine, FormerLine, Permohonan, PhoneOf, ReachedAt};
use super::Session;
use super::assess::case_facts;
use super::opening::Opening;
use super::require::{require_editable, require_in_intake, require_length, require_open};

/// Who came to the desk.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AttendeeInput {
    pub name: String,
    pub nik: String,
    pub phone: String,
    /// Why the person goes first, as the desk lists it: "Lanjut usia".
    pub priority: Option<String>,
}

/// What a typed value became.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typed {
    /// As it was stored: normalised where a rule says how, otherwise as typed.
    pub stored: String,
    pub notes: Vec<Note>,
}

impl Session {
    /// T-01: opens a permohonan once the privacy notice was shown.
    pub fn open_permohonan(
        &mut self,
        profil: Profil,
        channel: Channel,
        notice_version: &str,
    ) -> Result<String> {
        let layanan = Layanan::AkunBaru;
        self.open_new(notice_version, Opening { layanan, profil, channel, changes: None })
    }

    /// Another profile for a case that is being taken in: what both share stays typed.
    pub fn set_profil(&mut self, case: &str, profil: Profil) -> Result<()> {
        let actor = self.acting(Right::Intake)?;
        self.store.act(&actor, |plan| {
            let record = plan.reader().case(case)?;
            require_editable(&record)?;
            if !record.status.in_intake() {
                return Err(Error::new(Code::TransitionRefused, "documents were already asked for")
                    .saying("Jenis pelaku usaha hanya dapat diubah sebelum berkas lengkap."));
            }
            // The account is that of the vendor as verified: another kind of vendor is another account.
            if record.layanan == Layanan::PerubahanData {
                return Err(Error::new(Code::InvalidInput, "an account keeps its kind of vendor")
                    .saying("Jenis pelaku usaha tidak berubah lewat perubahan data.")
                    .advising("Pelaku usaha baru mendaftar dengan akun baru."));
            }
            Ok(Act::on_case(case, Open::ProfilSet { profil }))
        })?;
        Ok(())
    }

    /// A case as a record. The first look of a session is an act, whoever looks.
    pub fn see_case(&mut self, case: &str) -> Result<CaseRecord> {
        let record = self.read_case(case)?;
        let actor = self.acting(Right::Unmask).or_else(|_| self.acting(Right::SeeMasked))?;
        if record.erased_at.is_none() && !self.seen.contains(case) {
            self.store.act(&actor, |_| Ok(Act::on_case(case, Open::PermohonanSeen)))?;
            self.seen.insert(case.to_owned());
        }
        Ok(record)
    }

    /// A case as a record, for roles that may see cases at all.
    pub fn read_case(&self, case: &str) -> Result<CaseRecord> {
        self.acting(Right::SeeMasked)?;
        self.store.reader().case(case)
    }

    /// Whether the officer sees the full numbers of this case (procedure 1.10). Who takes a case in
    /// must see what is being typed; after that only roles that unmask do.
    pub fn sees_numbers(&self, record: &CaseRecord) -> bool {
        self.sees_numbers_of(record.status)
    }

    /// The same for a line of a list.
    pub fn sees_numbers_of(&self, status: Status) -> bool {
        self.may(Right::Unmask) || (status.in_intake() && self.may(Right::Intake))
    }

    /// The acts about a case in order. Who may read only the own log reads cases worked on; who may
    /// not see cases reads acts without what was written in them.
    pub fn case_log(&self, case: &str) -> Result<Vec<LogEntry>> {
        let reads_all = self.may(Right::ReadLog);
        if !reads_all {
            self.acting(Right::ReadOwnLog)?;
        }
        let mut entries = self.store.reader().log_of_case(self.store.keys(), case)?;
        let me = &self.seat.officer.id;
        if !reads_all && !entries.iter().any(|entry| entry.actor == *me) {
            return Err(Error::new(Code::RoleForbidden, "a case of others"));
        }
        if !self.may(Right::SeeMasked) {
            entries.iter_mut().for_each(|entry| entry.sealed = None);
        }
        Ok(entries)
    }

    /// What the rules say about a value of the SPSE form while it is being typed.
    pub fn check_form_value(&self, record: &CaseRecord, field: FormField, value: &str) -> Typed {
        let context = FieldContext::of(&case_facts(record), self.today());
        let (normalised, notes) = check_form_field(field, value, &context);
        Typed { stored: normalised.unwrap_or_else(|| value.trim().to_owned()), notes }
    }

    /// What the rules say about a value read from a document.
    pub fn check_document_value(
        &self,
        record: &CaseRecord,
        document: DocumentKind,
        field: DocumentField,
        value: &str,
    ) -> Typed {
        let context = FieldContext::of(&case_facts(record), self.today());
        let (normalised, notes) = check_document_field(document, field, value, &context);
        Typed { stored: normalised.unwrap_or_else(|| value.trim().to_owned()), notes }
    }

    /// Writes one field of the SPSE form while documents are taken in. A faulty value is kept and marked,
    /// never silently changed. Later the form is corrected (`correction.rs`), so that no value vanishes.
    pub fn set_form_field(&mut self, case: &str, field: FormField, value: &str) -> Result<Typed> {
        let actor = self.acting(Right::Intake)?;
        require_length(value)?;
        let record = self.store.reader().case(case)?;
        require_editable(&record)?;
        require_in_intake(&record)?;
        let typed = self.check_form_value(&record, field, value);
        let stored = keep_as_typed(&typed, value);
        if record.form.get(&field) != Some(&stored) {
            self.store.act(&actor, |_| {
                Ok(Act::on_case(case, Open::FormSet { field }).sealing(Sealed::Text(stored.clone())))
            })?;
        }
        self.forget_draft(case, &draft_key("form", None, field)?);
        Ok(Typed { stored, ..typed })
    }

    /// Writes what a document says in one field.
    pub fn set_document_field(
        &mut self,
        case: &str,
        document: DocumentKind,
        field: DocumentField,
        value: &str,
    ) -> Result<Typed> {
        let actor = self.acting(Right::Intake)?;
        require_length(value)?;
        let record = self.store.reader().case(case)?;
        require_editable(&record)?;
        let typed = self.check_document_value(&record, document, field, value);
        let stored = keep_as_typed(&typed, value);
        let known = record.documents.get(&document).and_then(|known| known.values.get(&field));
        if known != Some(&stored) {
            self.store.act(&actor, |_| {
                let open = Open::DocumentFieldSet { document, field, confirmed: false };
                Ok(Act::on_case(case, open).sealing(Sealed::Text(stored.clone())))
            })?;
        }
        self.forget_draft(case, &draft_key("doc", Some(document), field)?);
        Ok(Typed { stored, ..typed })
    }

    /// Typing in progress on a case, by key.
    pub fn drafts(&self, case: &str) -> Result<BTreeMap<String, String>> {
        self.store.reader().drafts(case)
    }

    /// Keeps typing that is not finished yet.
    pub fn save_draft(&mut self, case: &str, key: &str, value: &str) -> Result<()> {
        self.acting(Right::Intake).or_else(|_| self.acting(Right::Decide))?;
        require_length(value)?;
        require_open(&self.store.reader().case(case)?)?;
        draft::save(&mut self.store, case, key, value)
    }

    /// Forgets typing whose act stands. A draft that stays is offered once more and harms nothing,
    /// so a failure here must not make the act look failed.
    pub(super) fn forget_draft(&mut self, case: &str, key: &str) {
        let _ = draft::forget(&mut self.store, case, key);
    }

    /// Who came, and in which capacity.
    pub fn set_attendee(&mut self, case: &str, kapasitas: Kapasitas, attendee: AttendeeInput) -> Result<()> {
        let actor = self.acting(Right::Intake)?;
        let AttendeeInput { name, nik, phone, priority } = &attendee;
        for text in [name, nik, phone, priority.as_ref().unwrap_or(name)] {
            require_length(text)?;
        }
        require_editable(&self.store.reader().case(case)?)?;
        let AttendeeInput { name, nik, phone, priority } = attendee;
        let name = name.trim().to_owned();
        self.store.act(&actor, |_| {
            Ok(Act::on_case(case, Open::AttendeeSet { kapasitas }).sealing(Sealed::Attendee {
                name,
                nik,
                phone,
                priority,
            }))
        })?;
        Ok(())
    }

    /// The surat kuasa of the person who came (G-KUASA).
    pub fn set_surat_kuasa(&mut self, case: &str, surat: SuratKuasa) -> Result<()> {
        let actor = self.acting(Right::Intake)?;
        for text in [&surat.pemberi, &surat.penerima, &surat.nomor, &surat.tanggal, &surat.tujuan] {
            require_length(text)?;
        }
        require_editable(&self.store.reader().case(case)?)?;
        self.store.act(&actor, |_| {
            Ok(Act::on_case(case, Open::SuratKuasaSet).sealing(Sealed::SuratKuasa(surat)))
        })?;
        Ok(())
    }

    /// On what the authority of the person rests, or that it was not examined.
    pub fn set_kewenangan(&mut self, case: &str, kewenangan: Kewenangan) -> Result<()> {
        let actor = self.acting(Right::Verify)?;
        require_length(&kewenangan.basis)?;
        require_editable(&self.store.reader().case(case)?)?;
        let Kewenangan { checked, basis } = kewenangan;
        self.store.act(&actor, |_| {
            Ok(Act::on_case(case, Open::KewenanganSet { checked }).sealing(Sealed::Text(basis)))
        })?;
        Ok(())
    }
}

/// A normalised value is stored when nothing is wrong with it; a faulty one stays as typed, so that
/// the officer sees what was written and no digit is repaired in silence (S-07).
pub(super) fn keep_as_typed(typed: &Typed, value: &str) -> String {
    let faulty = typed.notes.iter().any(|note| note.severity == Severity::Galat);
    if faulty { value.trim().to_owned() } else { typed.stored.clone() }
}

/// The key under which the desk keeps the draft of a field: `form:npwp`, `doc:ktp:nik`.
pub(super) fn draft_key<F: serde::Serialize>(
    kind: &str,
    document: Option<DocumentKind>,
    field: F,
) -> Result<String> {
    let word = |value: serde_json::Result<serde_json::Value>| match value {
        Ok(serde_json::Value::String(text)) => Ok(text),
        _ => Err(Error::new(Code::Internal, "not a closed-list word")),
    };
    let field = word(serde_json::to_value(field))?;
    Ok(match document {
        Some(document) => format!("{kind}:{}:{field}", word(serde_json::to_value(document))?),
        None => format!("{kind}:{field}"),
    })
}
