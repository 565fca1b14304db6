//! Penutupan: alihkan, lewat batas, SIKAP and the calls about it.

use loket_core::actions::contact::Contact;
use loket_core::permohonan::{Confirmation, ContactMethod, ContactPurpose, RedirectTarget};
use serde::Deserialize;
use tauri::{State, WebviewWindow};
use ts_rs::TS;

use super::permohonan::CaseRef;
use super::permohonan_view::{PermohonanView, view_of};
use super::step::ReasonedMove;
use crate::app::Desk;
use crate::error::Reply;

#[derive(Deserialize, TS)]
pub struct RedirectMove {
    pub id: String,
    pub target: RedirectTarget,
    pub text: String,
}

#[derive(Deserialize, TS)]
pub struct LogContact {
    pub id: String,
    pub method: ContactMethod,
    pub purpose: ContactPurpose,
    pub reached: bool,
    pub note: String,
}

#[derive(Deserialize, TS)]
pub struct CloseSikap {
    pub id: String,
    pub confirmation: Confirmation,
}

#[tauri::command(async)]
pub fn permohonan_redirect(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: RedirectMove,
) -> Reply<PermohonanView> {
    desk.at_desk(&window, |session| {
        session.redirect(&request.id, request.target, &request.text)?;
        desk.take_ticket_back(session, &request.id);
        view_of(session, &request.id)
    })
}

#[tauri::command(async)]
pub fn permohonan_lapse(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: CaseRef,
) -> Reply<PermohonanView> {
    desk.at_desk(&window, |session| {
        session.lapse(&request.id)?;
        desk.take_ticket_back(session, &request.id);
        view_of(session, &request.id)
    })
}

#[tauri::command(async)]
pub fn contact_log(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: LogContact,
) -> Reply<PermohonanView> {
    desk.at_desk(&window, |session| {
        let LogContact { id, method, purpose, reached, note } = request;
        session.log_contact(&id, &Contact { method, purpose, reached, note })?;
        view_of(session, &id)
    })
}

#[tauri::command(async)]
pub fn sikap_close(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: CloseSikap,
) -> Reply<PermohonanView> {
    desk.at_desk(&window, |session| {
        session.close_sikap(&request.id, request.confirmation)?;
        view_of(session, &request.id)
    })
}

#[tauri::command(async)]
pub fn sikap_give_up(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: ReasonedMove,
) -> Reply<PermohonanView> {
    desk.at_desk(&window, |session| {
        session.give_up_sikap(&request.id, &request.reason)?;
        view_of(session, &request.id)
    })
}
