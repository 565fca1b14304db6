//! Documents of a case, with what was typed from them and their pictures.

use std::collections::BTreeMap;

use loket_core::actions::PictureRecord;
use loket_core::actions::permohonan::{CheckedValue, DocumentLine, Permohonan};
use loket_core::actions::picture::{asks_a_reason, whole_is_left_out};
use loket_core::document::{DocumentKind, DocumentState, Sighting};
use loket_core::form::DocumentField;
use loket_core::outcome::Note;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

#[derive(Serialize, TS)]
pub struct FieldState {
    pub value: String,
    pub notes: Vec<Note>,
}

#[derive(Serialize, Deserialize, TS)]
pub struct Corner {
    pub x: f32,
    pub y: f32,
}

#[derive(Serialize, TS)]
pub struct PictureView {
    pub id: String,
    pub document: DocumentKind,
    pub taken_at: String,
    pub width: u32,
    pub height: u32,
    /// Top left, top right, bottom right, bottom left in the turned original; null until cropped.
    pub corners: Option<Vec<Corner>>,
    pub quarter_turns: u8,
    pub current: bool,
    /// A Fotokopi leaves this picture out unless the four corners of its card are marked.
    pub whole_is_left_out: bool,
    /// Nothing on it could be hidden, so its card too is shown only as the original is.
    pub asks_a_reason: bool,
}

#[derive(Serialize, TS)]
pub struct DocumentView {
    pub kind: DocumentKind,
    pub label: String,
    pub required: bool,
    pub state: DocumentState,
    pub paper_copy: Option<bool>,
    pub sighting: Option<Sighting>,
    pub sighted_by: Option<String>,
    /// Whether the sighting counts for G-ORI: by the verifikator who holds the case now.
    pub sighting_counts: bool,
    #[ts(type = "Partial<Record<DocumentField, FieldState>>")]
    pub fields: BTreeMap<DocumentField, FieldState>,
    pub pictures: Vec<PictureView>,
    /// Why it is asked for, with its legal ground.
    pub ground: String,
}

impl From<CheckedValue> for FieldState {
    fn from(value: CheckedValue) -> Self {
        let CheckedValue { value, notes } = value;
        Self { value, notes }
    }
}

impl DocumentView {
    pub(super) fn of(line: &DocumentLine, permohonan: &Permohonan) -> Self {
        let requirement = &line.requirement;
        Self {
            kind: requirement.kind,
            label: requirement.label.to_owned(),
            required: requirement.required,
            state: line.state,
            paper_copy: line.paper_copy,
            sighting: line.sighting,
            sighted_by: line.sighted_by.as_deref().map(|id| permohonan.officer(id)),
            sighting_counts: requirement.sighting_counts,
            fields: line.fields.iter().map(|(field, value)| (*field, value.clone().into())).collect(),
            pictures: line.pictures.iter().map(PictureView::from).collect(),
            ground: requirement.ground.to_owned(),
        }
    }
}

impl From<&PictureRecord> for PictureView {
    fn from(picture: &PictureRecord) -> Self {
        Self {
            id: picture.id.clone(),
            document: picture.kind,
            taken_at: picture.taken_at.to_rfc3339(),
            width: picture.width,
            height: picture.height,
            corners: picture.corners.map(|corners| corners.map(|[x, y]| Corner { x, y }).into()),
            quarter_turns: picture.quarter_turns,
            current: picture.current,
            whole_is_left_out: whole_is_left_out(picture),
            asks_a_reason: asks_a_reason(picture),
        }
    }
}
