//! Gambar: taken in as raw bytes, shown as raw bytes, never cached.

use loket_core::actions::picture::PictureVariant;
use loket_core::capture::{Quad, Taken};
use loket_core::document::{DocumentKind, PictureSource};
use loket_core::error::{Code, Error};
use percent_encoding::percent_decode_str;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use tauri::ipc::{InvokeBody, Request, Response};
use tauri::{State, WebviewWindow};
use ts_rs::TS;

use super::permohonan_view::{Corner, PermohonanView, view_of};
use crate::app::{Desk, aside};
use crate::dialog;
use crate::error::{Reply, WireError};

/// Travels beside the raw bytes in the header `x-loket-meta`, as percent-encoded JSON.
#[derive(Deserialize, TS)]
pub struct PictureMeta {
    pub id: String,
    pub document: DocumentKind,
    pub source: PictureSource,
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

#[tauri::command]
pub async fn picture_add(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: Request<'_>,
) -> Reply<PermohonanView> {
    let meta: PictureMeta = meta_of(&request)?;
    let InvokeBody::Raw(bytes) = request.body() else { return Err(WireError::of(Code::PictureNotAnImage)) };
    add(&window, &desk, meta, bytes.clone()).await
}

/// Asks for a file; nothing changes when the dialog was left.
#[tauri::command]
pub async fn picture_pick(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: PickPicture,
) -> Reply<Option<PermohonanView>> {
    drop(desk.enter(&window)?);
    let asking = window.clone();
    let Some(bytes) = aside(move || dialog::choose_picture(&asking)).await? else { return Ok(None) };
    let PickPicture { id, document } = request;
    add(&window, &desk, PictureMeta { id, document, source: PictureSource::Berkas }, bytes).await.map(Some)
}

async fn add(
    window: &WebviewWindow,
    desk: &Desk,
    meta: PictureMeta,
    bytes: Vec<u8>,
) -> Reply<PermohonanView> {
    // Whoever may not work here costs nobody a decoding.
    desk.at_desk(window, |_| Ok::<_, Error>(()))?;
    let PictureMeta { id, document, source } = meta;
    let taken = desk.on_pixels(move || Taken::check(document, bytes)).await?;
    desk.at_desk(window, |session| {
        session.add_picture(&id, source, taken)?;
        view_of(session, &id)
    })
}

#[tauri::command(async)]
pub fn picture_crop(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: CropPicture,
) -> Reply<PermohonanView> {
    let CropPicture { id, picture, corners, quarter_turns } = request;
    let corners = four_corners(&corners)?;
    desk.at_desk(&window, |session| {
        session.crop_picture(&id, &picture, corners, quarter_turns)?;
        view_of(session, &id)
    })
}

#[tauri::command]
pub async fn picture_bytes(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: PictureRequest,
) -> Reply<Response> {
    let variant = match request.variant {
        Variant::Thumb => PictureVariant::Thumb,
        Variant::Original => PictureVariant::Original,
        Variant::Card => PictureVariant::Card,
    };
    let look = desk.at_desk(&window, |session| {
        session.see_picture(&request.id, &request.picture, variant, request.reason.as_deref())
    })?;
    Ok(Response::new(desk.on_pixels(move || look.draw()).await?))
}

pub fn four_corners(corners: &[Corner]) -> Reply<Quad> {
    let points: Vec<[f32; 2]> = corners.iter().map(|corner| [corner.x, corner.y]).collect();
    points.try_into().map_err(|_| {
        WireError::from(
            Error::new(Code::InvalidInput, "four corners")
                .saying("Kartu harus mempunyai empat sudut.")
                .advising("Tandai keempat sudutnya, lalu simpan lagi."),
        )
    })
}

/// What travels beside raw bytes.
pub fn meta_of<T: DeserializeOwned>(request: &Request<'_>) -> Reply<T> {
    let unreadable = || WireError::of(Code::InvalidInput);
    let header = request.headers().get(META).and_then(|value| value.to_str().ok()).ok_or_else(unreadable)?;
    let json = percent_decode_str(header).decode_utf8().map_err(|_| unreadable())?;
    serde_json::from_str(&json).map_err(|_| unreadable())
}
