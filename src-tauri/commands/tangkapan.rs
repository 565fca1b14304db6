//! Tangkapan: pictures of the video call, taken from the screen, the clipboard or a phone.

use std::time::Duration;

use loket_core::actions::TangkapanMarks;
use loket_core::actions::picture::PictureVariant;
use loket_core::actions::tangkapan::CheckedTangkapan;
use loket_core::error::{Code, Error};
use loket_core::tangkapan::{TangkapanShows, TangkapanSource};
use serde::{Deserialize, Serialize};
use tauri::ipc::{InvokeBody, Request, Response};
use tauri::{State, WebviewWindow};
use ts_rs::TS;

use super::permohonan::CaseRef;
use super::permohonan_view::{PermohonanView, view_of};
use super::picture::{Variant, meta_of};
use crate::app::{Desk, aside};
use crate::dialog;
use crate::error::{Reply, WireError};
use crate::screen::{self, Part, Target};

#[derive(Clone, Copy, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case", tag = "kind", content = "id")]
pub enum ScreenTarget {
    Window(u32),
    Monitor(u32),
}

/// A window in which the call may run, or a whole screen of which a part is chosen.
#[derive(Serialize, TS)]
pub struct ScreenWindow {
    pub target: ScreenTarget,
    pub title: String,
    pub program: String,
    pub width: u32,
    pub height: u32,
}

#[derive(Deserialize, TS)]
pub struct ScreenChoice {
    pub target: ScreenTarget,
}

#[derive(Clone, Copy, Deserialize, TS)]
pub struct ScreenPart {
    pub x: u32,
    pub y: u32,
    pub width: u32,
    pub height: u32,
}

#[derive(Deserialize, TS)]
pub struct CaptureScreen {
    pub id: String,
    pub target: ScreenTarget,
    /// Whole pixels; of a screen there is always one.
    pub part: Option<ScreenPart>,
}

/// Travels beside the raw bytes in the header `x-loket-meta`, as percent-encoded JSON.
#[derive(Deserialize, TS)]
pub struct TangkapanMeta {
    pub id: String,
    pub source: TangkapanSource,
}

#[derive(Deserialize, TS)]
pub struct MarkTangkapan {
    pub id: String,
    pub tangkapan: String,
    pub shows: Option<TangkapanShows>,
    pub code_visible: bool,
    pub readable: bool,
}

#[derive(Deserialize, TS)]
pub struct TangkapanRequest {
    pub id: String,
    pub tangkapan: String,
    pub variant: Variant,
    pub reason: Option<String>,
}

/// How long a window takes to leave the screen before it is photographed.
const LEAVING: Duration = Duration::from_millis(350);

#[tauri::command]
pub async fn screen_windows(window: WebviewWindow, desk: State<'_, Desk>) -> Reply<Vec<ScreenWindow>> {
    drop(desk.enter(&window)?);
    let found = aside(screen::windows).await?;
    Ok(found
        .into_iter()
        .map(|found| ScreenWindow {
            target: found.target.into(),
            title: found.title,
            program: found.program,
            width: found.width,
            height: found.height,
        })
        .collect())
}

/// What the screen shows now, for choosing a part of it. It is shown and not kept.
#[tauri::command]
pub async fn screen_look(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: ScreenChoice,
) -> Reply<Response> {
    desk.at_desk(&window, |_| Ok::<_, Error>(()))?;
    Ok(Response::new(photograph(&window, request.target.into(), None).await?))
}

#[tauri::command]
pub async fn tangkapan_screen(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: CaptureScreen,
) -> Reply<PermohonanView> {
    let CaptureScreen { id, target, part } = request;
    desk.at_desk(&window, |_| Ok::<_, Error>(()))?;
    if matches!(target, ScreenTarget::Monitor(_)) && part.is_none() {
        return Err(Error::new(Code::InvalidInput, "whole desktop")
            .saying("Seluruh layar tidak disimpan, hanya bagian yang memuat panggilan.")
            .advising("Pilih bagian layar yang memuat panggilan video.")
            .into());
    }
    let part = part.map(|ScreenPart { x, y, width, height }| Part { x, y, width, height });
    let bytes = photograph(&window, target.into(), part).await?;
    add(&window, &desk, TangkapanMeta { id, source: TangkapanSource::Layar }, bytes).await
}

/// Loket leaves the screen for a moment, so that it does not stand before the call.
async fn photograph(window: &WebviewWindow, target: Target, part: Option<Part>) -> Reply<Vec<u8>> {
    let shown = window.clone();
    aside(move || {
        // A window manager that cannot put a window away leaves it where it is; the officer sees the picture.
        let left = shown.minimize().is_ok();
        if left {
            std::thread::sleep(LEAVING);
        }
        let taken = screen::take(target, part);
        if left {
            let _ = shown.unminimize();
            let _ = shown.set_focus();
        }
        taken
    })
    .await
}

#[tauri::command]
pub async fn tangkapan_add(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: Request<'_>,
) -> Reply<PermohonanView> {
    let meta: TangkapanMeta = meta_of(&request)?;
    // What a window brings may be any picture; only the program itself says that it was on the screen.
    if meta.source == TangkapanSource::Layar {
        return Err(WireError::of(Code::InvalidInput));
    }
    let InvokeBody::Raw(bytes) = request.body() else { return Err(WireError::of(Code::PictureNotAnImage)) };
    add(&window, &desk, meta, bytes.clone()).await
}

/// Asks for a photograph from a phone; nothing changes when the dialog was left.
#[tauri::command]
pub async fn tangkapan_pick(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: CaseRef,
) -> Reply<Option<PermohonanView>> {
    drop(desk.enter(&window)?);
    let asking = window.clone();
    let Some(bytes) = aside(move || dialog::choose_picture(&asking)).await? else { return Ok(None) };
    let meta = TangkapanMeta { id: request.id, source: TangkapanSource::FotoHp };
    add(&window, &desk, meta, bytes).await.map(Some)
}

async fn add(
    window: &WebviewWindow,
    desk: &Desk,
    meta: TangkapanMeta,
    bytes: Vec<u8>,
) -> Reply<PermohonanView> {
    let TangkapanMeta { id, source } = meta;
    let checked = desk.on_pixels(move || CheckedTangkapan::check(source, bytes)).await?;
    desk.at_desk(window, |session| {
        session.add_tangkapan(&id, &checked)?;
        view_of(session, &id)
    })
}

#[tauri::command(async)]
pub fn tangkapan_mark(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: MarkTangkapan,
) -> Reply<PermohonanView> {
    let MarkTangkapan { id, tangkapan, shows, code_visible, readable } = request;
    desk.at_desk(&window, |session| {
        session.mark_tangkapan(&id, &tangkapan, TangkapanMarks { shows, code_visible, readable })?;
        view_of(session, &id)
    })
}

#[tauri::command]
pub async fn tangkapan_bytes(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: TangkapanRequest,
) -> Reply<Response> {
    let variant = match request.variant {
        Variant::Thumb => PictureVariant::Thumb,
        Variant::Original | Variant::Card => PictureVariant::Original,
    };
    let opened = desk.at_desk(&window, |session| {
        session.open_tangkapan(&request.id, &request.tangkapan, variant, request.reason.as_deref())
    })?;
    Ok(Response::new(desk.on_pixels(move || opened.draw(variant)).await?))
}

impl From<Target> for ScreenTarget {
    fn from(target: Target) -> Self {
        match target {
            Target::Window(id) => Self::Window(id),
            Target::Monitor(id) => Self::Monitor(id),
        }
    }
}

impl From<ScreenTarget> for Target {
    fn from(target: ScreenTarget) -> Self {
        match target {
            ScreenTarget::Window(id) => Self::Window(id),
            ScreenTarget::Monitor(id) => Self::Monitor(id),
        }
    }
}
