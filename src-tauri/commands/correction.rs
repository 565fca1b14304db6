//! Perbaikan: the form put right while verifying, another profile, and decisions taken back.

use chrono::{DateTime, Utc};
use loket_core::actions::correction::Correction;
use loket_core::error::{Code, Error};
use loket_core::form::{CorrectionCause, FormField, Profil};
use serde::Deserialize;
use tauri::{State, WebviewWindow};
use ts_rs::TS;

use super::permohonan_view::{PermohonanView, view_of};
use super::step::ReasonedMove;
use crate::app::Desk;
use crate::error::Reply;

#[derive(Deserialize, TS)]
pub struct CorrectForm {
    pub id: String,
    pub field: FormField,
    pub value: String,
    pub cause: CorrectionCause,
    /// When SPSE was seen to say it (RFC 3339); only for what the vendor corrected there.
    pub seen_at: Option<String>,
}

#[derive(Deserialize, TS)]
pub struct SetProfil {
    pub id: String,
    pub profil: Profil,
}

#[tauri::command(async)]
pub fn form_correct(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: CorrectForm,
) -> Reply<PermohonanView> {
    desk.at_desk(&window, |session| {
        let CorrectForm { id, field, value, cause, seen_at } = request;
        let seen_at = seen_at.as_deref().map(parse_time).transpose()?;
        session.correct_form(&id, &Correction { field, value, cause, seen_at })?;
        view_of(session, &id)
    })
}

#[tauri::command(async)]
pub fn profil_set(window: WebviewWindow, desk: State<'_, Desk>, request: SetProfil) -> Reply<PermohonanView> {
    desk.at_desk(&window, |session| {
        session.set_profil(&request.id, request.profil)?;
        view_of(session, &request.id)
    })
}

#[tauri::command(async)]
pub fn permohonan_withdraw_shortages(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: ReasonedMove,
) -> Reply<PermohonanView> {
    desk.at_desk(&window, |session| {
        session.withdraw_shortages(&request.id, &request.reason)?;
        view_of(session, &request.id)
    })
}

fn parse_time(text: &str) -> Result<DateTime<Utc>, Error> {
    DateTime::parse_from_rfc3339(text).map(|at| at.to_utc()).map_err(|_| {
        Error::new(Code::InvalidInput, "not an RFC 3339 time").saying("Waktu ini tidak dikenal.")
    })
}
