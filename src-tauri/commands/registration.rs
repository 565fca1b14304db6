//! Pendaftaran surel dan suratnya: when the e-mail was registered at the SPSE, whether its link came, and the letters
//! about a date that passed.

use chrono::{DateTime, Utc};
use loket_core::error::{Code, Error};
use serde::Deserialize;
use tauri::{State, WebviewWindow};
use ts_rs::TS;

use super::permohonan::CaseRef;
use super::permohonan_view::{PermohonanView, view_of};
use crate::app::Desk;
use crate::error::Reply;

/// What a vendor says of the past.
#[derive(Deserialize, TS)]
pub struct SaidAt {
    pub id: String,
    /// RFC 3339.
    pub at: String,
}

#[tauri::command(async)]
pub fn email_registered(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: SaidAt,
) -> Reply<PermohonanView> {
    let at = moment(&request.at)?;
    desk.at_desk(&window, |session| {
        session.register_email(&request.id, at)?;
        view_of(session, &request.id)
    })
}

#[tauri::command(async)]
pub fn link_came(window: WebviewWindow, desk: State<'_, Desk>, request: SaidAt) -> Reply<PermohonanView> {
    let at = moment(&request.at)?;
    desk.at_desk(&window, |session| {
        session.link_came(&request.id, at)?;
        view_of(session, &request.id)
    })
}

#[tauri::command(async)]
pub fn link_lapse(window: WebviewWindow, desk: State<'_, Desk>, request: CaseRef) -> Reply<PermohonanView> {
    desk.at_desk(&window, |session| {
        session.lapse_link(&request.id)?;
        view_of(session, &request.id)
    })
}

#[tauri::command(async)]
pub fn sikap_letter(window: WebviewWindow, desk: State<'_, Desk>, request: CaseRef) -> Reply<PermohonanView> {
    desk.at_desk(&window, |session| {
        session.write_about_sikap(&request.id)?;
        view_of(session, &request.id)
    })
}

fn moment(text: &str) -> Result<DateTime<Utc>, Error> {
    let read = DateTime::parse_from_rfc3339(text).map(|at| at.to_utc());
    read.map_err(|_| {
        Error::new(Code::InvalidInput, "not a time")
            .saying("Tanggal atau jamnya belum benar.")
            .advising("Tulis seperti 23 November 2026, 09.00.")
    })
}
