//! Surat keluar on the wire: a notice is queued, sent when the server takes it, or withdrawn.

use loket_core::actions::Session;
use loket_core::error::{Code, Error};
use serde::{Deserialize, Serialize};
use tauri::{State, WebviewWindow};
use ts_rs::TS;

use super::permohonan_view::{LetterView, PermohonanView, view_of};
use super::schedule::NoticeRequest;
use crate::app::{Desk, aside};
use crate::error::{Reply, WireError};

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

/// Sends whatever is due, as the program's own doing. Nothing is connected to where nothing is due, and nothing is sent
/// while letters are on their way already.
#[tauri::command]
pub async fn outbox_send(window: WebviewWindow, desk: State<'_, Desk>) -> Reply<Outbox> {
    if let Ok(mut sent) = desk.sent.try_lock() {
        write_down(&window, &desk, &mut sent)?;
        while let Some(outgoing) = desk.unattended(&window, |session| session.letter_due())?.flatten() {
            let letter = outgoing.letter().to_owned();
            let outcome = aside(move || Ok(outgoing.send())).await?;
            // A server that is away or does not know the office says the same to the next letter.
            let goes_on = outcome.as_ref().map_or_else(|error| error.code == Code::MailRefused, |()| true);
            sent.push((letter, outcome));
            write_down(&window, &desk, &mut sent)?;
            if !goes_on {
                break;
            }
        }
    }
    let outbox = desk.unattended(&window, |session| Outbox::of(session))?;
    outbox.ok_or_else(|| WireError::of(Code::Locked))
}

/// What the servers said. It waits where the desk was locked meanwhile, and for the office it belongs to.
fn write_down(window: &WebviewWindow, desk: &Desk, sent: &mut Vec<(String, Result<(), Error>)>) -> Reply<()> {
    let mut waiting = Vec::new();
    for (letter, outcome) in sent.drain(..) {
        let noted = desk.unattended(window, |session| session.note_sent(&letter, outcome.clone()));
        if !matches!(noted, Ok(Some(true))) {
            waiting.push((letter, outcome));
        }
    }
    *sent = waiting;
    Ok(())
}

impl Outbox {
    /// Empty for who writes to no vendor.
    pub fn of(session: &Session) -> Result<Self, Error> {
        let letters = match session.waiting_letters() {
            Err(error) if error.code == Code::RoleForbidden => Vec::new(),
            letters => letters?,
        };
        Ok(Self { waiting: letters.iter().map(LetterView::of).collect() })
    }
}
