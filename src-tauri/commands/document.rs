//! Dokumen: brought, promised, original seen.

use loket_core::document::{DocumentKind, DocumentState, Sighting};
use serde::Deserialize;
use tauri::{State, WebviewWindow};
use ts_rs::TS;

use super::permohonan_view::{PermohonanView, view_of};
use crate::app::Desk;
use crate::error::Reply;

#[derive(Deserialize, TS)]
pub struct SetDocumentState {
    pub id: String,
    pub document: DocumentKind,
    pub state: DocumentState,
    pub paper_copy: Option<bool>,
}

#[derive(Deserialize, TS)]
pub struct SetSighting {
    pub id: String,
    pub document: DocumentKind,
    pub sighting: Sighting,
}

#[tauri::command(async)]
pub fn document_state_set(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: SetDocumentState,
) -> Reply<PermohonanView> {
    desk.at_desk(&window, |session| {
        let SetDocumentState { id, document, state, paper_copy } = request;
        session.set_document_state(&id, document, state, paper_copy)?;
        view_of(session, &id)
    })
}

#[tauri::command(async)]
pub fn document_sighting_set(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: SetSighting,
) -> Reply<PermohonanView> {
    desk.at_desk(&window, |session| {
        session.set_sighting(&request.id, request.document, request.sighting)?;
        view_of(session, &request.id)
    })
}
