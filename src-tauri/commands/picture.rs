//! Gambar: taken in as raw bytes, shown as raw bytes, never cached.

use loket_core::actions::picture::PictureVariant;
use loket_core::document::{DocumentKind, PictureSource, Sighting};
use loket_core::error::{Code, Error};
use percent_encoding::percent_decode_str;
use serde::Deserialize;
use tauri::ipc::{InvokeBody, Request, Response};
use tauri::{State, WebviewWindow};
use ts_rs::TS;

use super::case_view::{CaseView, Corner, view_of};
use crate::app::Desk;
use crate::dialog;
use crate::error::{Reply, WireError};

/// Travels beside the raw bytes in the header `x-loket-meta`, as percent-encoded JSON.
#[derive(Deserialize, TS)]
pub struct PictureMeta {
    pub id: String,
    pub document: DocumentKind,
    pub source: PictureSource,
    pub sighting: Option<Sighting>,
}

#[derive(Deserialize, TS)]
pub struct PickPicture {
    pub id: String,
    pub document: DocumentKind,
}

#[derive(Deserialize, TS)]
pub struct CropPicture {
    pub id: String,
    pub picture: String,
    pub corners: Vec<Corner>,
    pub quarter_turns: u8,
}

#[derive(Clone, Copy, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Variant {
    Thumb,
    Original,
    Card,
}

#[derive(Deserialize, TS)]
pub struct PictureRequest {
    pub id: String,
    pub picture: String,
    pub variant: Variant,
    pub reason: Option<String>,
}

const META: &str = "x-loket-meta";

#[tauri::command(async)]
pub fn picture_add(window: WebviewWindow, desk: State<'_, Desk>, request: Request<'_>) -> Reply<CaseView> {
    let meta = meta_of(&request)?;
    let InvokeBody::Raw(bytes) = request.body() else { return Err(WireError::of(Code::PictureNotAnImage)) };
    desk.at_desk(&window, |session| {
        session.add_picture(&meta.id, meta.document, meta.source, bytes)?;
        if let Some(sighting) = meta.sighting {
            session.set_sighting(&meta.id, meta.document, sighting)?;
        }
        view_of(session, &meta.id)
    })
}

/// Asks for a file; nothing changes when the dialog was left.
#[tauri::command(async)]
pub fn picture_pick(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: PickPicture,
) -> Reply<Option<CaseView>> {
    drop(desk.enter(&window)?);
    let Some(bytes) = dialog::choose_picture(&window)? else { return Ok(None) };
    desk.at_desk(&window, |session| {
        session.add_picture(&request.id, request.document, PictureSource::Berkas, &bytes)?;
        view_of(session, &request.id).map(Some)
    })
}

#[tauri::command(async)]
pub fn picture_crop(window: WebviewWindow, desk: State<'_, Desk>, request: CropPicture) -> Reply<CaseView> {
    let CropPicture { id, picture, corners, quarter_turns } = request;
    let points: Vec<[f32; 2]> = corners.iter().map(|corner| [corner.x, corner.y]).collect();
    let corners: [[f32; 2]; 4] = points.try_into().map_err(|_| {
        WireError::from(
            Error::new(Code::InvalidInput, "four corners").saying("Kartu harus mempunyai empat sudut."),
        )
    })?;
    desk.at_desk(&window, |session| {
        session.crop_picture(&id, &picture, corners, quarter_turns)?;
        view_of(session, &id)
    })
}

#[tauri::command(async)]
pub fn picture_bytes(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: PictureRequest,
) -> Reply<Response> {
    let variant = match request.variant {
        Variant::Thumb => PictureVariant::Thumb,
        Variant::Original => PictureVariant::Original,
        Variant::Card => PictureVariant::Card,
    };
    let jpeg = desk.at_desk(&window, |session| {
        session.see_picture(&request.id, &request.picture, variant, request.reason.as_deref())
    })?;
    Ok(Response::new(jpeg))
}

fn meta_of(request: &Request<'_>) -> Reply<PictureMeta> {
    let unreadable = || WireError::of(Code::InvalidInput);
    let header = request.headers().get(META).and_then(|value| value.to_str().ok()).ok_or_else(unreadable)?;
    let json = percent_decode_str(header).decode_utf8().map_err(|_| unreadable())?;
    serde_json::from_str(&json).map_err(|_| unreadable())
}
