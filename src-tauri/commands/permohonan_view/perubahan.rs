//! What is to change, and of which permohonan.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use loket_core::actions::LinkedCase;
use loket_core::actions::permohonan::FormerLine;
use loket_core::form::FormField;
use loket_core::layanan::perubahan::{Bagian, ChangedField, Perubahan, SuratPermohonan};
use loket_core::outcome::Note;
use loket_core::verifikasi::letter_date_notes;
use serde::Serialize;
use ts_rs::TS;

/// Another permohonan, as a link to it says it.
#[derive(Serialize, TS)]
pub struct LinkedCaseView {
    pub id: String,
    pub number: String,
    pub status_label: String,
}

#[derive(Serialize, TS)]
pub struct PerubahanView {
    /// The permohonan whose data change.
    pub of: Option<LinkedCaseView>,
    pub parts: Vec<Bagian>,
    /// The former data were not verified here: an officer reads them in SPSE.
    pub read_from_spse: bool,
    pub former_asked: Vec<FormerFieldView>,
    /// What was true before, only where the form says something else now.
    #[ts(type = "Partial<Record<FormField, string>>")]
    pub former: BTreeMap<FormField, String>,
    pub surat: SuratPermohonan,
    /// What is said beside the date of the letter.
    pub tanggal_notes: Vec<Note>,
}

/// A field as it was before, read in SPSE.
#[derive(Serialize, TS)]
pub struct FormerFieldView {
    pub field: FormField,
    pub required: bool,
    pub value: String,
    pub notes: Vec<Note>,
}

impl From<FormerLine> for FormerFieldView {
    fn from(line: FormerLine) -> Self {
        let FormerLine { field, required, checked } = line;
        Self { field, required, value: checked.value, notes: checked.notes }
    }
}

impl PerubahanView {
    pub(super) fn of(
        perubahan: Option<Perubahan>,
        of: Option<LinkedCase>,
        changed: Vec<ChangedField>,
        former_asked: Vec<FormerLine>,
        today: NaiveDate,
    ) -> Option<Self> {
        let perubahan = perubahan?;
        let former = changed.into_iter().map(|change| (change.field, change.former)).collect();
        Some(Self {
            of: of.map(LinkedCaseView::from),
            parts: perubahan.parts,
            read_from_spse: perubahan.read_from_spse,
            former_asked: former_asked.into_iter().map(FormerFieldView::from).collect(),
            former,
            tanggal_notes: letter_date_notes(&perubahan.surat.tanggal, today),
            surat: perubahan.surat,
        })
    }
}

impl From<LinkedCase> for LinkedCaseView {
    fn from(linked: LinkedCase) -> Self {
        Self { id: linked.id, number: linked.number, status_label: linked.status.label().to_owned() }
    }
}
