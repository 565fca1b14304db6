//! Surat keluar on the wire: a notice is queued, sent when the server takes it, or withdrawn.

use loket_core::actions::Session;
use loket_core::error::Error;
use serde::{Deserialize, Serialize};
use tauri::{State, WebviewWindow};
use ts_rs::TS;

use super::permohonan_view::{LetterView, PermohonanView, view_of};
use super::schedule::NoticeRequest;
use crate::app::{Desk, aside};
use crate::error::Reply;

#[derive(Deserialize, TS)]
pub struct LetterRef {
    pub letter: String,
}

#[derive(Serialize, TS)]
pub struct Outbox {
    /// Letters that wait, the longest waiting first.
    pub waiting: Vec<LetterView>,
}

/// Queues a notice; it is sent by the next [`outbox_send`].
#[tauri::command(async)]
pub fn letter_queue(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: NoticeRequest,
) -> Reply<PermohonanView> {
    desk.at_desk(&window, |session| {
        session.queue_notice(&request.id, request.kind)?;
        view_of(session, &request.id)
    })
}

#[tauri::command(async)]
pub fn letter_withdraw(window: WebviewWindow, desk: State<'_, Desk>, request: LetterRef) -> Reply<Outbox> {
    desk.at_desk(&window, |session| {
        session.withdraw_letter(&request.letter)?;
        Outbox::of(session)
    })
}

#[tauri::command(async)]
pub fn outbox(window: WebviewWindow, desk: State<'_, Desk>) -> Reply<Outbox> {
    desk.at_desk(&window, |session| Outbox::of(session))
}

/// Sends whatever is due. Nothing is connected to where nothing is.
#[tauri::command]
pub async fn outbox_send(window: WebviewWindow, desk: State<'_, Desk>) -> Reply<Outbox> {
    if let Some(outgoing) = desk.at_desk(&window, |session| session.letters_due())? {
        let outcomes = aside(move || Ok(outgoing.send())).await?;
        desk.at_desk(&window, |session| session.note_sent(outcomes))?;
    }
    desk.at_desk(&window, |session| Outbox::of(session))
}

impl Outbox {
    pub fn of(session: &Session) -> Result<Self, Error> {
        Ok(Self { waiting: session.waiting_letters()?.iter().map(LetterView::of).collect() })
    }
}
