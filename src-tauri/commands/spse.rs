//! Tempel dari SPSE: a paste looked at, and the chosen part of it written.

use loket_core::actions::spse;
use loket_core::error::Error;
use loket_core::form::FormField;
use loket_core::outcome::Note;
use loket_core::spse::Clip;
use serde::{Deserialize, Serialize};
use tauri::{State, WebviewWindow};
use ts_rs::TS;

use super::permohonan_view::{PermohonanView, view_of};
use crate::app::Desk;
use crate::error::Reply;

#[derive(Deserialize, TS)]
pub struct PreviewPaste {
    pub id: String,
    pub html: Option<String>,
    pub text: String,
}

#[derive(Serialize, TS)]
pub struct PastePreview {
    pub fields: Vec<PastedField>,
    pub unclear: Vec<UnclearField>,
    pub not_understood: Vec<String>,
    pub more: u32,
    /// One sentence about the office's own map of labels, where it was not used.
    pub peta_fault: Option<String>,
}

#[derive(Serialize, TS)]
pub struct PastedField {
    pub field: FormField,
    pub raw: String,
    pub value: String,
    pub value_name: Option<String>,
    pub notes: Vec<Note>,
    pub current: String,
    pub current_name: Option<String>,
    pub chosen: bool,
}

/// A field of which no single value can be offered.
#[derive(Serialize, TS)]
pub struct UnclearField {
    pub field: FormField,
    pub values: Vec<String>,
    pub why: String,
}

#[derive(Deserialize, TS)]
pub struct PasteForm {
    pub id: String,
    pub fields: Vec<ChosenField>,
}

#[derive(Deserialize, TS)]
pub struct ChosenField {
    pub field: FormField,
    pub value: String,
}

#[tauri::command(async)]
pub fn form_paste_preview(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: PreviewPaste,
) -> Reply<PastePreview> {
    desk.at_desk(&window, |session| {
        let PreviewPaste { id, html, text } = request;
        let preview = session.preview_paste(&id, &Clip { html, text })?;
        Ok::<_, Error>(PastePreview::from(preview))
    })
}

#[tauri::command(async)]
pub fn form_paste(window: WebviewWindow, desk: State<'_, Desk>, request: PasteForm) -> Reply<PermohonanView> {
    desk.at_desk(&window, |session| {
        let chosen: Vec<_> = request.fields.into_iter().map(|chosen| (chosen.field, chosen.value)).collect();
        session.paste_form(&request.id, &chosen)?;
        view_of(session, &request.id)
    })
}

impl From<spse::PastePreview> for PastePreview {
    fn from(preview: spse::PastePreview) -> Self {
        let spse::PastePreview { fields, unclear, not_understood, more, peta_fault } = preview;
        let unclear = unclear.into_iter().map(|unclear| UnclearField {
            field: unclear.field,
            values: unclear.values,
            why: unclear.why.to_owned(),
        });
        Self {
            fields: fields.into_iter().map(PastedField::from).collect(),
            unclear: unclear.collect(),
            not_understood,
            more: u32::try_from(more).unwrap_or(u32::MAX),
            peta_fault,
        }
    }
}

impl From<spse::PastedField> for PastedField {
    fn from(pasted: spse::PastedField) -> Self {
        let spse::PastedField { field, raw, value, value_name, notes, current, current_name, chosen } =
            pasted;
        Self { field, raw, value, value_name, notes, current, current_name, chosen }
    }
}
