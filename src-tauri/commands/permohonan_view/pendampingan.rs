//! Help with INAPROC: what will pass there, and how it ended.

use loket_core::actions::permohonan::Permohonan;
use loket_core::document::DocumentKind;
use loket_core::form::DocumentField;
use loket_core::layanan::Layanan;
use loket_core::layanan::inaproc::{Lolos, LookedUp, Syarat, SyaratLine};
use serde::Serialize;
use ts_rs::TS;

#[derive(Serialize, TS)]
pub struct SyaratView {
    pub syarat: Syarat,
    pub label: String,
    pub lolos: Lolos,
    pub lolos_label: String,
    pub says: String,
    /// Empty where nothing is to be done.
    pub todo: String,
}

#[derive(Serialize, TS)]
pub struct PendampinganView {
    pub syarat: Vec<SyaratView>,
    pub looked_up: LookedUp,
    /// NIK that the NIB names, as typed.
    pub nik_on_nib: String,
    /// How it ended, once it did.
    pub outcome: Option<String>,
}

impl PendampinganView {
    /// Nothing where somebody came for something else.
    pub(super) fn of(permohonan: &Permohonan) -> Option<Self> {
        let record = &permohonan.record;
        if record.layanan != Layanan::PendampinganInaproc {
            return None;
        }
        let nib = record.documents.get(&DocumentKind::Nib);
        Some(Self {
            syarat: permohonan.syarat_inaproc.iter().map(SyaratView::from).collect(),
            looked_up: record.looked_up,
            nik_on_nib: nib.and_then(|nib| nib.values.get(&DocumentField::Nik)).cloned().unwrap_or_default(),
            outcome: record.outcome.map(|outcome| outcome.label().to_owned()),
        })
    }
}

impl From<&SyaratLine> for SyaratView {
    fn from(line: &SyaratLine) -> Self {
        Self {
            syarat: line.syarat,
            label: line.syarat.label().to_owned(),
            lolos: line.lolos,
            lolos_label: line.lolos.label().to_owned(),
            says: line.says.clone(),
            todo: line.todo.clone(),
        }
    }
}
