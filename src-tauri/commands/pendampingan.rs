//! Pendampingan INAPROC: open it, write down what was looked up, end it.

use loket_core::form::Profil;
use loket_core::layanan::inaproc::{HasilPendampingan, LookedUp};
use serde::Deserialize;
use tauri::{State, WebviewWindow};
use ts_rs::TS;

use super::permohonan_view::{PermohonanView, view_of};
use crate::app::Desk;
use crate::error::Reply;

#[derive(Deserialize, TS)]
pub struct OpenPendampingan {
    pub profil: Profil,
    pub notice_version: String,
}

#[derive(Deserialize, TS)]
pub struct SetLookedUp {
    pub id: String,
    pub looked_up: LookedUp,
}

#[derive(Deserialize, TS)]
pub struct FinishPendampingan {
    pub id: String,
    pub outcome: HasilPendampingan,
    pub note: String,
}

#[tauri::command(async)]
pub fn pendampingan_open(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: OpenPendampingan,
) -> Reply<PermohonanView> {
    desk.at_desk(&window, |session| {
        let id = session.open_pendampingan(request.profil, &request.notice_version)?;
        view_of(session, &id)
    })
}

#[tauri::command(async)]
pub fn inaproc_look_up(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: SetLookedUp,
) -> Reply<PermohonanView> {
    desk.at_desk(&window, |session| {
        session.look_up_inaproc(&request.id, request.looked_up)?;
        view_of(session, &request.id)
    })
}

#[tauri::command(async)]
pub fn pendampingan_finish(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: FinishPendampingan,
) -> Reply<PermohonanView> {
    desk.at_desk(&window, |session| {
        session.finish_pendampingan(&request.id, request.outcome, &request.note)?;
        view_of(session, &request.id)
    })
}
