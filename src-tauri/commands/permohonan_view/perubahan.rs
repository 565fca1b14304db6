//! What is to change, and of which permohonan.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use loket_core::actions::LinkedCase;
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
    /// What was verified before, only where the form says something else now.
    #[ts(type = "Partial<Record<FormField, string>>")]
    pub former: BTreeMap<FormField, String>,
    pub surat: SuratPermohonan,
    /// What is said beside the date of the letter.
    pub tanggal_notes: Vec<Note>,
}

impl PerubahanView {
    pub(super) fn of(
        perubahan: Option<Perubahan>,
        of: Option<LinkedCase>,
        changed: Vec<ChangedField>,
        today: NaiveDate,
    ) -> Option<Self> {
        let perubahan = perubahan?;
        let former = changed.into_iter().map(|change| (change.field, change.former)).collect();
        Some(Self {
            of: of.map(LinkedCaseView::from),
            parts: perubahan.parts,
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
