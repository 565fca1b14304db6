//! Usulan: what a document probably says in a field, so that a value is typed once.
//!
//! A proposal is never a value and never a decision: it stands nowhere until the verifikator has
//! confirmed it with the original in hand (G-ORI comes first). It says only what was typed before or
//! what nearly every card prints; an address is not proposed, because a card spells it its own way.

use chrono::NaiveDate;
use serde::Serialize;

use super::CaseFacts;
use super::fields::{FieldContext, check_form_field};
use crate::contact::show_date;
use crate::document::DocumentKind;
use crate::form::{DocumentField, FormField};
use crate::identity::check_nik;
use crate::naming::split_company;
use crate::outcome::Severity;

/// What to confirm in one field of a document; `None` when nothing is known, when it was typed
/// already, or while the verifikator who holds the case has not seen the original.
pub fn proposal(
    facts: &CaseFacts,
    kind: DocumentKind,
    field: DocumentField,
    today: NaiveDate,
) -> Option<String> {
    if facts.document_value(kind, field).is_some() || !facts.sighting_counts(kind) {
        return None;
    }
    let known = Known { facts, context: FieldContext::of(facts, today), today };
    let text = match (kind, field) {
        (DocumentKind::Ktp, DocumentField::Nama) => known.owner_name(),
        (DocumentKind::Ktp, DocumentField::Nik) => known.owner_nik(),
        (DocumentKind::Ktp, DocumentField::TanggalLahir) => known.birth_date(),
        (DocumentKind::Ktp, DocumentField::Kewarganegaraan) => Some("WNI".to_owned()),
        // The KTP of a citizen is valid for life, a foreigner's is not (N-33).
        (DocumentKind::Ktp, DocumentField::BerlakuHingga) if !known.context.foreign => {
            Some("SEUMUR HIDUP".to_owned())
        }
        (DocumentKind::KtpKuasa, DocumentField::Nama) => known.proxy(&facts.attendee.name),
        (DocumentKind::KtpKuasa, DocumentField::Nik) => known.proxy(&facts.attendee.nik),
        (DocumentKind::Npwp, DocumentField::NamaUsaha) => known.company(),
        (DocumentKind::Npwp, DocumentField::Npwp) => known.form(FormField::Npwp),
        (DocumentKind::Npwp, DocumentField::Nama) => known.printed_or_owner_name(),
        (DocumentKind::Akta, DocumentField::Nama) => known.owner_name(),
        (DocumentKind::Sppkp, DocumentField::Pkp) => known.form(FormField::Pkp),
        _ => None,
    }?;
    Some(text.to_uppercase())
}

/// Who probably came, where the director or owner comes in person: what the form says of them.
pub fn attendee_proposal(facts: &CaseFacts, today: NaiveDate) -> AttendeeProposal {
    let known = Known { facts, context: FieldContext::of(facts, today), today };
    AttendeeProposal {
        name: known.form(FormField::PenanggungJawabNama).unwrap_or_default(),
        nik: known.form(FormField::PenanggungJawabNik).unwrap_or_default(),
        phone: known.form(FormField::Hp).unwrap_or_default(),
    }
}

/// Texts to confirm; empty where the form says nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct AttendeeProposal {
    pub name: String,
    pub nik: String,
    pub phone: String,
}

struct Known<'a> {
    facts: &'a CaseFacts,
    context: FieldContext,
    today: NaiveDate,
}

impl Known<'_> {
    /// What the form says, unless it cannot be right: a fault is not carried on to the document.
    fn form(&self, field: FormField) -> Option<String> {
        let value = self.facts.form_value(field)?;
        let (tidy, notes) = check_form_field(field, value, &self.context);
        let faulty = notes.iter().any(|note| note.severity == Severity::Galat);
        (!faulty).then(|| tidy.unwrap_or_else(|| value.to_owned()))
    }

    /// Director or owner: from the form, or from whoever came in that capacity.
    fn owner_name(&self) -> Option<String> {
        self.form(FormField::PenanggungJawabNama).or_else(|| self.owner_present(&self.facts.attendee.name))
    }

    fn owner_nik(&self) -> Option<String> {
        self.form(FormField::PenanggungJawabNik).or_else(|| {
            let nik = self.owner_present(&self.facts.attendee.nik)?;
            check_nik(&nik, self.today).value.map(|nik| nik.as_str().to_owned())
        })
    }

    fn owner_present(&self, text: &str) -> Option<String> {
        (self.facts.attendee.kapasitas.is_some() && !self.facts.by_kuasa()).then(|| filled(text))?
    }

    fn proxy(&self, text: &str) -> Option<String> {
        self.facts.by_kuasa().then(|| filled(text))?
    }

    /// As the NIK carries it; the card may say otherwise, which is why it is looked at (N-08).
    fn birth_date(&self) -> Option<String> {
        self.context.own_nik.as_ref()?.birth_date(self.today).map(show_date)
    }

    /// An NPWP prints the legal form before the name.
    fn company(&self) -> Option<String> {
        let name = self.form(FormField::NamaUsaha)?;
        if split_company(&name).form.is_some() {
            return Some(name);
        }
        Some(format!("{} {name}", self.form(FormField::BentukUsaha)?))
    }

    fn printed_or_owner_name(&self) -> Option<String> {
        let printed = self.facts.document_value(DocumentKind::Ktp, DocumentField::Nama);
        printed.map(str::to_owned).or_else(|| self.owner_name())
    }
}

fn filled(text: &str) -> Option<String> {
    Some(text.trim().to_owned()).filter(|text| !text.is_empty())
}
