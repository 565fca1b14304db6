//! Perubahan data: a permohonan about the data of one that was verified.

use loket_core::form::{FormField, Profil};
use loket_core::layanan::perubahan::{Bagian, SuratPermohonan};
use loket_core::permohonan::Channel;
use serde::Deserialize;
use tauri::{State, WebviewWindow};
use ts_rs::TS;

use super::permohonan_view::{PermohonanView, view_of};
use crate::app::Desk;
use crate::error::Reply;

#[derive(Deserialize, TS)]
pub struct OpenPerubahan {
    /// The permohonan whose data change.
    pub id: String,
    pub parts: Vec<Bagian>,
    pub channel: Channel,
    pub notice_version: String,
}

#[derive(Deserialize, TS)]
pub struct OpenPerubahanFromSpse {
    pub profil: Profil,
    pub channel: Channel,
    pub notice_version: String,
}

#[derive(Deserialize, TS)]
pub struct SetFormer {
    pub id: String,
    pub field: FormField,
    /// As SPSE says it; empty takes back what was noted.
    pub value: String,
}

#[derive(Deserialize, TS)]
pub struct SetPerubahan {
    pub id: String,
    pub parts: Vec<Bagian>,
}

#[derive(Deserialize, TS)]
pub struct SetSuratPermohonan {
    pub id: String,
    pub surat: SuratPermohonan,
}

#[tauri::command(async)]
pub fn perubahan_open(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: OpenPerubahan,
) -> Reply<PermohonanView> {
    desk.at_desk(&window, |session| {
        let OpenPerubahan { id, parts, channel, notice_version } = request;
        let opened = session.open_perubahan(&id, &parts, channel, &notice_version)?;
        view_of(session, &opened)
    })
}

#[tauri::command(async)]
pub fn perubahan_open_from_spse(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: OpenPerubahanFromSpse,
) -> Reply<PermohonanView> {
    desk.at_desk(&window, |session| {
        let OpenPerubahanFromSpse { profil, channel, notice_version } = request;
        let opened = session.open_perubahan_from_spse(profil, channel, &notice_version)?;
        view_of(session, &opened)
    })
}

#[tauri::command(async)]
pub fn former_set(window: WebviewWindow, desk: State<'_, Desk>, request: SetFormer) -> Reply<PermohonanView> {
    desk.at_desk(&window, |session| {
        session.set_former(&request.id, request.field, &request.value)?;
        view_of(session, &request.id)
    })
}

#[tauri::command(async)]
pub fn perubahan_set(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: SetPerubahan,
) -> Reply<PermohonanView> {
    desk.at_desk(&window, |session| {
        session.set_perubahan(&request.id, &request.parts)?;
        view_of(session, &request.id)
    })
}

#[tauri::command(async)]
pub fn surat_permohonan_set(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: SetSuratPermohonan,
) -> Reply<PermohonanView> {
    desk.at_desk(&window, |session| {
        session.set_surat_permohonan(&request.id, request.surat)?;
        view_of(session, &request.id)
    })
}
