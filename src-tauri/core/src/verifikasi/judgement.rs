//! Penilaian: one value, or two side by side, outside a case. For lists that somebody brings along.
//!
//! Nothing is decided here: the kind of a value leads to the rule that the desk uses for it.

use chrono::NaiveDate;

use super::fields::{FieldContext, check_form_field};
use crate::address::compare_address;
use crate::contact::{check_date, compare_date, compare_email, compare_phone, compare_postal_code};
use crate::form::{FormField, Profil};
use crate::identity::{
    Npwp, check_nik, check_nitku, check_npwp, compare_nik, compare_nitku, compare_npwp, is_denied_by_slip,
    is_typing_slip,
};
use crate::naming::{compare_company, compare_person};
use crate::outcome::{Finding, Note, Outcome, Severity};

/// What a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ValueKind {
    Nik,
    Npwp,
    Nitku,
    Nama,
    Usaha,
    Alamat,
    Tanggal,
    Telepon,
    Surel,
    KodePos,
}

impl ValueKind {
    pub const ALL: [Self; 10] = [
        Self::Nik,
        Self::Npwp,
        Self::Nitku,
        Self::Nama,
        Self::Usaha,
        Self::Alamat,
        Self::Tanggal,
        Self::Telepon,
        Self::Surel,
        Self::KodePos,
    ];

    /// The word for it in a list.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Nik => "nik",
            Self::Npwp => "npwp",
            Self::Nitku => "nitku",
            Self::Nama => "nama",
            Self::Usaha => "usaha",
            Self::Alamat => "alamat",
            Self::Tanggal => "tanggal",
            Self::Telepon => "telepon",
            Self::Surel => "surel",
            Self::KodePos => "kodepos",
        }
    }

    /// The kind with this word, in whatever case it is written.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str().eq_ignore_ascii_case(word))
    }
}

/// What the rules say in the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// One value of which nothing was noticed.
    Ok,
    /// One value, by the heaviest note on it.
    Noted(Severity),
    /// Two values side by side.
    Compared(Outcome),
}

impl Verdict {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Noted(Severity::Info) => "info",
            Self::Noted(Severity::Peringatan) => "peringatan",
            Self::Noted(Severity::Galat) => "galat",
            Self::Compared(Outcome::Sama) => "sama",
            Self::Compared(Outcome::Setara) => "setara",
            Self::Compared(Outcome::Mirip) => "mirip",
            Self::Compared(Outcome::Beda) => "beda",
        }
    }
}

/// A verdict, the rules that led to it and every sentence they say; the weightiest stand first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judgement {
    pub verdict: Verdict,
    pub rules: Vec<String>,
    pub sentences: Vec<String>,
}

/// One value by itself, as a form field of the desk is checked while it is typed.
pub fn judge_value(kind: ValueKind, value: &str, today: NaiveDate) -> Judgement {
    let notes = weigh(check(kind, value, today));
    let mut rules: Vec<String> = Vec::new();
    for note in &notes {
        if !rules.contains(&note.rule) {
            rules.push(note.rule.clone());
        }
    }
    let verdict = notes.first().map_or(Verdict::Ok, |note| Verdict::Noted(note.severity));
    Judgement { verdict, rules, sentences: notes.into_iter().map(|note| note.text).collect() }
}

/// Two values side by side, with what was noticed on either.
///
/// A value that cannot be final is the same as no other, so the pair is BEDA under the rule that
/// refuses it.
pub fn judge_pair(kind: ValueKind, form: &str, document: &str, today: NaiveDate) -> Judgement {
    let mut notes = check(kind, form, today);
    for note in check(kind, document, today) {
        if !notes.contains(&note) {
            notes.push(note);
        }
    }
    if kind == ValueKind::Npwp && is_old_with_slip(form, document, today) {
        notes.retain(|note| !is_denied_by_slip(note));
    }
    let notes = weigh(notes);
    let finding = match notes.first() {
        Some(fault) if fault.severity == Severity::Galat => {
            Finding::new(Outcome::Beda, &fault.rule, "Belum dapat dibandingkan.")
        }
        _ => compare(kind, form, document, today),
    };
    let told = Some(finding.explanation).filter(|text| !text.is_empty());
    Judgement {
        verdict: Verdict::Compared(finding.outcome),
        rules: vec![finding.rule],
        sentences: told.into_iter().chain(notes.into_iter().map(|note| note.text)).collect(),
    }
}

fn check(kind: ValueKind, value: &str, today: NaiveDate) -> Vec<Note> {
    let field = match kind {
        ValueKind::Nik => FormField::PenanggungJawabNik,
        ValueKind::Npwp => FormField::Npwp,
        ValueKind::Nitku => FormField::Nitku,
        ValueKind::Nama => FormField::PenanggungJawabNama,
        ValueKind::Usaha => FormField::NamaUsaha,
        ValueKind::Alamat => FormField::Alamat,
        ValueKind::Telepon => FormField::Telepon,
        ValueKind::Surel => FormField::Surel,
        ValueKind::KodePos => FormField::KodePos,
        // The form has no date; a document has several, and they keep one rule (N-33).
        ValueKind::Tanggal => return check_date(value).notes,
    };
    check_form_field(field, value, &nobody(today)).1
}

fn compare(kind: ValueKind, form: &str, document: &str, today: NaiveDate) -> Finding {
    let read = |finding: Option<Finding>, rule: &str| {
        finding.unwrap_or_else(|| Finding::new(Outcome::Beda, rule, "Belum dapat dibandingkan."))
    };
    match kind {
        ValueKind::Nik => {
            let sides = check_nik(form, today).value.zip(check_nik(document, today).value);
            read(sides.map(|(form, document)| compare_nik(&form, &document)), "N-01")
        }
        ValueKind::Npwp => {
            let sides = read_npwp(form, today).zip(read_npwp(document, today));
            read(sides.map(|(form, document)| compare_npwp(&form, &document)), "N-19")
        }
        ValueKind::Nitku => {
            let sides = check_nitku(form).value.zip(check_nitku(document).value);
            read(sides.map(|(form, document)| compare_nitku(&form, &document)), "N-21")
        }
        ValueKind::Nama => compare_person(form, document),
        ValueKind::Usaha => compare_company(form, document),
        ValueKind::Alamat => compare_address(form, document),
        ValueKind::Tanggal => compare_date(form, document),
        ValueKind::Telepon => compare_phone(form, document),
        ValueKind::Surel => compare_email(form, document),
        ValueKind::KodePos => compare_postal_code(form, document),
    }
}

/// An old number on one side, on the other the same with a slip that made it look like another form.
fn is_old_with_slip(form: &str, document: &str, today: NaiveDate) -> bool {
    let sides = read_npwp(form, today).zip(read_npwp(document, today));
    sides.is_some_and(|(form, document)| {
        form.branch_suffix().is_some() != document.branch_suffix().is_some()
            && is_typing_slip(&form, &document)
    })
}

fn read_npwp(value: &str, today: NaiveDate) -> Option<Npwp> {
    let context = nobody(today);
    check_npwp(value, context.profil, today, context.own_nik.as_ref()).value
}

/// A list says nothing about whose value it is. Of the two profiles, the person's allows every form of
/// an NPWP and calls a suffix what it may be, so it claims the least.
fn nobody(today: NaiveDate) -> FieldContext {
    FieldContext { profil: Profil::UsahaPerorangan, own_nik: None, kabupaten: None, foreign: false, today }
}

/// The heaviest note first; notes of one weight keep their order.
fn weigh(mut notes: Vec<Note>) -> Vec<Note> {
    notes.sort_by_key(|note| std::cmp::Reverse(note.severity));
    notes
}
