//! What the data rules say about what was read, as if an officer had typed it.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::reading::Reading;
use crate::form::FormField;
use crate::identity::{check_npwp, compare_npwp};
use crate::outcome::{Note, Outcome, Severity};
use crate::verifikasi::{CaseFacts, FieldContext, check_form_field};
use crate::wilayah;

/// A field with one value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundField {
    pub field: FormField,
    /// As it was pasted.
    pub raw: String,
    /// As it would be stored: normalised where nothing is wrong with it, else as pasted.
    pub value: String,
    pub notes: Vec<Note>,
}

/// A field of which no single value can be offered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnclearField {
    pub field: FormField,
    pub values: Vec<String>,
    /// One Indonesian sentence or two: why, and what to do.
    pub why: &'static str,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Judged {
    pub found: Vec<FoundField>,
    pub unclear: Vec<UnclearField>,
}

const DIFFERING: &str = "Ada lebih dari satu nilai. Periksa di SPSE, lalu ketik yang benar.";
const NOT_LISTED: &str = "Tidak ada di daftar. Pilih sendiri pada formulir.";
const TOO_LONG: &str = "Terlalu panjang untuk satu isian. Periksa di SPSE, lalu ketik sendiri.";

/// Judges what was read against a case; `longest` is the most characters that one field takes.
pub fn judge(reading: &Reading, facts: &CaseFacts, longest: usize, today: NaiveDate) -> Judged {
    let alone = FieldContext::of(facts, today);
    let mut judged = Judged::default();
    let mut single: BTreeMap<FormField, (String, String)> = BTreeMap::new();
    for (field, raws) in &reading.values {
        let refused = |why| UnclearField { field: *field, values: raws.clone(), why };
        if raws.iter().any(|raw| raw.chars().count() > longest) {
            let shortened = |raw: &String| raw.chars().take(60).collect();
            judged
                .unclear
                .push(UnclearField { values: raws.iter().map(shortened).collect(), ..refused(TOO_LONG) });
            continue;
        }
        let mut different: Vec<(String, String)> = Vec::new();
        for raw in raws {
            let value = stored(*field, &listed(*field, raw), &alone).0;
            if !different.iter().any(|(_, known)| is_same(*field, known, &value, &alone)) {
                different.push((raw.clone(), value));
            }
        }
        match different.as_slice() {
            [(_, value)] if !is_listed(*field, value, &alone) => judged.unclear.push(refused(NOT_LISTED)),
            [only] => drop(single.insert(*field, only.clone())),
            _ => judged.unclear.push(refused(DIFFERING)),
        }
    }
    // A postal code is judged by the kabupaten that is pasted beside it, and an NPWP by the NIK.
    let mut filled = facts.clone();
    filled.form.extend(single.iter().map(|(field, (_, value))| (*field, value.clone())));
    let together = FieldContext::of(&filled, today);
    judged.found = single
        .into_iter()
        .map(|(field, (raw, _))| {
            let (value, notes) = stored(field, &listed(field, &raw), &together);
            FoundField { field, raw, value, notes }
        })
        .collect();
    judged
}

/// The value as the form would keep it: no faulty one is repaired in silence.
fn stored(field: FormField, value: &str, context: &FieldContext) -> (String, Vec<Note>) {
    let (normalised, notes) = check_form_field(field, value, context);
    let faulty = notes.iter().any(|note| note.severity == Severity::Galat);
    let kept = normalised.filter(|_| !faulty).unwrap_or_else(|| value.trim().to_owned());
    (kept, notes)
}

/// SPSE names a kabupaten, the form keeps its code. A name that two places share stays a name.
fn listed(field: FormField, raw: &str) -> String {
    let code = (field == FormField::Kabupaten).then(|| wilayah::kabupaten_named(raw)).flatten();
    code.map_or_else(|| raw.to_owned(), |region| region.code.to_owned())
}

/// Whether a field that is chosen from a list has a value of that list.
fn is_listed(field: FormField, value: &str, context: &FieldContext) -> bool {
    let chosen = matches!(field, FormField::Kabupaten | FormField::PusatCabang);
    !chosen || stored(field, value, context).1.iter().all(|note| note.severity != Severity::Galat)
}

/// One NPWP in 15 and in 16 digits is one NPWP (N-19).
fn is_same(field: FormField, a: &str, b: &str, context: &FieldContext) -> bool {
    let npwp = |value| check_npwp(value, context.profil, context.today, context.own_nik.as_ref()).value;
    a == b
        || field == FormField::Npwp
            && npwp(a)
                .zip(npwp(b))
                .is_some_and(|(a, b)| matches!(compare_npwp(&a, &b).outcome, Outcome::Sama | Outcome::Setara))
}
