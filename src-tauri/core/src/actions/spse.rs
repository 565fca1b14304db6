//! Tempel dari SPSE: what was copied from a vendor page is shown beside the form, and what the officer
//! chooses of it is written as if typed.

use std::io::Read as _;

use crate::error::{Code, Error, Result};
use crate::form::FormField;
use crate::outcome::Note;
use crate::role::Right;
use crate::spse::{Clip, LONGEST_PETA, PETA_FILE, PetaFault, PetaSpse, UnclearField, judge, read_clip};
use crate::store::read::CaseRecord;
use crate::wilayah;

use super::Session;
use super::assess::case_facts;
use super::require::{LONGEST, require_editable, require_in_intake, require_length};

/// What a paste would put into the form. Nothing of it is written or kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PastePreview {
    pub fields: Vec<PastedField>,
    /// Fields of which no single value can be offered.
    pub unclear: Vec<UnclearField>,
    pub not_understood: Vec<String>,
    /// Lines that were not understood beyond those.
    pub more: usize,
    /// Why the office's own map was not used, in one sentence.
    pub peta_fault: Option<String>,
}

/// A pasted value beside the one that stands on the form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PastedField {
    pub field: FormField,
    /// As it was pasted.
    pub raw: String,
    /// As it would be stored.
    pub value: String,
    pub notes: Vec<Note>,
    /// What the form says now; empty where nothing was typed.
    pub current: String,
    /// Names of the codes in `value` and `current`, where they are codes.
    pub value_name: Option<String>,
    pub current_name: Option<String>,
    /// Chosen from the start: what is filled already is replaced only by an officer who says so.
    pub chosen: bool,
}

impl Session {
    /// Reads what was pasted and judges it as if it were typed.
    pub fn preview_paste(&self, case: &str, clip: &Clip) -> Result<PastePreview> {
        let record = self.pasting(case)?;
        let (peta, peta_fault) = self.peta_spse();
        let reading = read_clip(clip, &peta)?;
        let judged = judge(&reading, &case_facts(&record), LONGEST, self.today());
        let fields = judged.found.into_iter().map(|found| {
            let current = record.form_value(found.field).to_owned();
            PastedField {
                field: found.field,
                value_name: name_of(found.field, &found.value),
                current_name: name_of(found.field, &current),
                chosen: current.is_empty() || current == found.value,
                raw: found.raw,
                value: found.value,
                notes: found.notes,
                current,
            }
        });
        Ok(PastePreview {
            fields: fields.collect(),
            unclear: judged.unclear,
            not_understood: reading.not_understood,
            more: reading.more,
            peta_fault,
        })
    }

    /// Writes the chosen fields, an act each. All are looked at before the first is written.
    pub fn paste_form(&mut self, case: &str, chosen: &[(FormField, String)]) -> Result<()> {
        self.pasting(case)?;
        let refuse = |detail: &str, what: &str| Err(Error::new(Code::InvalidInput, detail).saying(what));
        if chosen.is_empty() {
            return refuse("nothing chosen", "Belum ada isian yang dipilih.");
        }
        for (index, (field, value)) in chosen.iter().enumerate() {
            require_length(value)?;
            if value.trim().is_empty() {
                return refuse("an empty value", "Isian yang ditempel kosong.");
            }
            if chosen[..index].iter().any(|(known, _)| known == field) {
                return refuse("a field twice", "Satu isian ditempel dua kali.");
            }
        }
        // The rules of other fields look at these two.
        let is_first =
            |field: FormField| matches!(field, FormField::Kabupaten | FormField::PenanggungJawabNik);
        let (first, rest): (Vec<_>, Vec<_>) = chosen.iter().partition(|(field, _)| is_first(*field));
        for (field, value) in first.into_iter().chain(rest) {
            self.set_form_field(case, *field, value)?;
        }
        Ok(())
    }

    /// The case, where it still takes what is typed into the form.
    fn pasting(&self, case: &str) -> Result<CaseRecord> {
        self.acting(Right::Intake)?;
        let record = self.store.reader().case(case)?;
        require_editable(&record)?;
        require_in_intake(&record)?;
        Ok(record)
    }

    /// The labels of SPSE: those that Loket brings, under the office's own where it has a readable map.
    fn peta_spse(&self) -> (PetaSpse, Option<String>) {
        let shipped = PetaSpse::shipped();
        match self.own_peta() {
            Ok(None) => (shipped, None),
            Ok(Some(own)) => (shipped.under(own), None),
            Err(fault) => (shipped, Some(format!("{} Peta bawaan Loket yang dipakai.", fault.sentence()))),
        }
    }

    fn own_peta(&self) -> std::result::Result<Option<PetaSpse>, PetaFault> {
        let file = match std::fs::File::open(self.store.folder().join(PETA_FILE)) {
            Ok(file) => file,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
            Err(_) => return Err(PetaFault::of_file("petanya tidak dapat dibuka")),
        };
        let mut bytes = Vec::new();
        let limit = LONGEST_PETA as u64 + 1;
        if file.take(limit).read_to_end(&mut bytes).is_err() {
            return Err(PetaFault::of_file("petanya tidak dapat dibaca"));
        }
        if bytes.len() > LONGEST_PETA {
            return Err(PetaFault::of_file("petanya lebih dari 100 kB"));
        }
        let text = String::from_utf8(bytes).map_err(|_| PetaFault::of_file("petanya bukan teks UTF-8"))?;
        PetaSpse::parse(&text).map(Some)
    }
}

/// The name behind a code; the other fields say what they mean.
fn name_of(field: FormField, value: &str) -> Option<String> {
    let region = (field == FormField::Kabupaten).then(|| wilayah::kabupaten(value)).flatten();
    region.map(|region| region.path())
}
