//! Isian: which data rule a typed value meets, and whether the form is complete (T-08).

use chrono::NaiveDate;

use super::CaseFacts;
use crate::contact::{
    Pkp, check_date, check_email, check_phone, check_pkp, check_postal_code, check_text, check_validity,
    is_wni,
};
use crate::document::DocumentKind;
use crate::error::Missing;
use crate::form::{DocumentField, FormField, Profil};
use crate::identity::{Nik, check_nik, check_nitku, check_npwp};
use crate::naming::BentukUsaha;
use crate::outcome::{Checked, Note, Severity};
use crate::place::Place;
use crate::{persyaratan, wilayah};

/// Longest name, address and other text that is kept.
const LONGEST_NAME: usize = 200;
const LONGEST_ADDRESS: usize = 500;

/// What a value is judged against besides itself.
#[derive(Clone, Debug)]
pub struct FieldContext {
    pub profil: Profil,
    /// NIK of the director or owner, where one side names it.
    pub own_nik: Option<Nik>,
    /// Code of the kabupaten or kota on the form.
    pub kabupaten: Option<String>,
    /// The KTP names another country.
    pub foreign: bool,
    pub today: NaiveDate,
}

impl FieldContext {
    /// The surroundings of every field of one case. The KTP says the NIK before the form does.
    pub fn of(facts: &CaseFacts, today: NaiveDate) -> Self {
        let printed = facts.document_value(DocumentKind::Ktp, DocumentField::Nik);
        let typed = facts.form_value(FormField::PenanggungJawabNik);
        let citizenship = facts.document_value(DocumentKind::Ktp, DocumentField::Kewarganegaraan);
        Self {
            profil: facts.profil,
            own_nik: printed.or(typed).and_then(|value| check_nik(value, today).value),
            kabupaten: facts.form_value(FormField::Kabupaten).map(str::to_owned),
            foreign: citizenship.is_some_and(|citizenship| !is_wni(citizenship)),
            today,
        }
    }
}

/// Judges one form field while it is typed: the value as it will be stored, and what was noticed.
///
/// An empty value is no fault here; whether it may stay empty is for [`form_gaps`].
pub fn check_form_field(
    field: FormField,
    value: &str,
    context: &FieldContext,
) -> (Option<String>, Vec<Note>) {
    if value.trim().is_empty() {
        return (None, Vec::new());
    }
    match field {
        FormField::BentukUsaha => check_bentuk(value),
        FormField::Npwp => npwp(value, context),
        FormField::Pkp => pkp(value),
        FormField::KodePos => plain(check_postal_code(value, context.kabupaten.as_deref())),
        FormField::Kabupaten => check_kabupaten(value),
        FormField::PusatCabang => check_pusat_cabang(value),
        FormField::Nitku => told(check_nitku(value), |nitku| nitku.as_str().to_owned()),
        FormField::Telepon | FormField::Hp => told(check_phone(value), |phone| phone.e164()),
        FormField::Surel => told(check_email(value), |email| email.as_str().to_owned()),
        FormField::PenanggungJawabNik => nik(value, context),
        FormField::Alamat => plain(check_text("Alamat", "W-20", value, LONGEST_ADDRESS)),
        FormField::NamaUsaha => plain(check_text("Nama usaha", "W-10", value, LONGEST_NAME)),
        FormField::PenanggungJawabNama => plain(check_text("Nama", "W-01", value, LONGEST_NAME)),
        FormField::Website => plain(check_text("Laman", "N-30", value, LONGEST_NAME)),
        FormField::UserId => plain(check_text("User ID", "N-30", value, LONGEST_NAME)),
    }
}

/// Judges one value read or typed from a document.
pub fn check_document_field(
    document: DocumentKind,
    field: DocumentField,
    value: &str,
    context: &FieldContext,
) -> (Option<String>, Vec<Note>) {
    if value.trim().is_empty() {
        return (None, Vec::new());
    }
    let label = persyaratan::document_field_label(field);
    match field {
        DocumentField::Nik => nik(value, context),
        DocumentField::Npwp => npwp(value, context),
        DocumentField::Nitku => told(check_nitku(value), |nitku| nitku.as_str().to_owned()),
        DocumentField::Pkp => pkp(value),
        DocumentField::TanggalLahir => check_birth_date(value, context.today),
        DocumentField::BerlakuHingga => {
            // The citizenship in the context is that of the director or owner.
            let wni = !context.foreign || document == DocumentKind::KtpKuasa;
            let notes = check_validity(value, wni, context.today).notes;
            (stored(value, &notes), notes)
        }
        DocumentField::Alamat => plain(check_text(label, "W-20", value, LONGEST_ADDRESS)),
        DocumentField::NamaUsaha => plain(check_text(label, "W-10", value, LONGEST_NAME)),
        DocumentField::Nama => plain(check_text(label, "W-01", value, LONGEST_NAME)),
        DocumentField::TempatLahir | DocumentField::Kewarganegaraan => {
            plain(check_text(label, "N-33", value, LONGEST_NAME))
        }
    }
}

/// Compulsory form fields that are empty or cannot be final: what T-08 still needs.
pub fn form_gaps(facts: &CaseFacts, today: NaiveDate) -> Vec<Missing> {
    let context = FieldContext::of(facts, today);
    // Which parts change decides which documents have to be there.
    let names_nothing = facts.perubahan.as_ref().is_some_and(|change| change.parts.is_empty());
    let unnamed = names_nothing.then(|| Missing::new("T-08", Place::Perubahan, "Data yang diminta berubah"));
    let gaps = facts.required_form_fields().iter().filter_map(|field| {
        let label = persyaratan::form_label(*field);
        let what = match facts.form_value(*field) {
            None => format!("{label} pada formulir"),
            Some(value) => {
                let (_, notes) = check_form_field(*field, value, &context);
                let faulty = notes.iter().any(|note| note.severity == Severity::Galat);
                faulty.then(|| format!("{label} belum benar"))?
            }
        };
        Some(Missing::new("T-08", Place::Form(*field), what))
    });
    unnamed.into_iter().chain(gaps).collect()
}

/// The checked value as text.
fn told<T>(checked: Checked<T>, text: impl Fn(&T) -> String) -> (Option<String>, Vec<Note>) {
    (checked.value.as_ref().map(text), checked.notes)
}

fn plain(checked: Checked<String>) -> (Option<String>, Vec<Note>) {
    (checked.value, checked.notes)
}

/// The text with single spaces, unless a note says that it cannot be final.
fn stored(value: &str, notes: &[Note]) -> Option<String> {
    let faulty = notes.iter().any(|note| note.severity == Severity::Galat);
    (!faulty).then(|| value.split_whitespace().collect::<Vec<_>>().join(" "))
}

fn nik(value: &str, context: &FieldContext) -> (Option<String>, Vec<Note>) {
    told(check_nik(value, context.today), |nik| nik.as_str().to_owned())
}

fn npwp(value: &str, context: &FieldContext) -> (Option<String>, Vec<Note>) {
    let checked = check_npwp(value, context.profil, context.today, context.own_nik.as_ref());
    told(checked, |npwp| npwp.digits().to_owned())
}

fn pkp(value: &str) -> (Option<String>, Vec<Note>) {
    told(check_pkp(value), |pkp| match pkp {
        Pkp::NonPkp => "Non-PKP".to_owned(),
        Pkp::Number(number) => number.clone(),
    })
}

fn check_bentuk(value: &str) -> (Option<String>, Vec<Note>) {
    match BentukUsaha::parse(value) {
        Some(bentuk) => (Some(bentuk.label().to_owned()), Vec::new()),
        None => {
            let note = Note::warning("W-10", "Bentuk usaha ini tidak dikenal. Pilih dari daftar.");
            (stored(value, &[]), vec![note])
        }
    }
}

fn check_kabupaten(value: &str) -> (Option<String>, Vec<Note>) {
    let code: String = value.chars().filter(char::is_ascii_digit).collect();
    if code.len() != 4 {
        return (None, vec![Note::fault("P12", "Pilih kabupaten atau kota dari daftar.")]);
    }
    // A table may be older than the place, so an unknown code only warns.
    let known = wilayah::kabupaten(&code).is_some();
    let note = Note::warning("P12", "Kode kabupaten ini tidak ada di tabel. Periksa isian di SPSE.");
    (Some(code), if known { Vec::new() } else { vec![note] })
}

fn check_pusat_cabang(value: &str) -> (Option<String>, Vec<Note>) {
    let word = value.trim().to_lowercase();
    if matches!(word.as_str(), "pusat" | "cabang") {
        (Some(word), Vec::new())
    } else {
        (None, vec![Note::fault("N-20", "Pilih pusat atau cabang.")])
    }
}

/// Stored as ISO, so that it sorts and compares; shown as the card prints it.
fn check_birth_date(value: &str, today: NaiveDate) -> (Option<String>, Vec<Note>) {
    let checked = check_date(value);
    match checked.value {
        Some(date) if date > today => {
            (None, vec![Note::fault("N-33", "Tanggal lahir ada di masa depan. Baca ulang dari kartu.")])
        }
        _ => told(checked, |date| date.format("%Y-%m-%d").to_string()),
    }
}
