//! Kotak surat on the wire: the admin's settings and their trial, and the inbox beside the Baki.

use loket_core::actions::MessageFate;
use loket_core::actions::Session;
use loket_core::actions::mailbox::{InboxLine, Login};
use loket_core::error::Error;
use loket_core::mailbox::{self, Inbox, MOST_LISTED, MailServer, MailboxSettings, MessageId};
use serde::{Deserialize, Serialize};
use tauri::{State, WebviewWindow};
use ts_rs::TS;

use super::kiriman::KirimanView;
use crate::app::{Desk, aside};
use crate::error::{Reply, WireError};

/// What is set; the password never travels back.
#[derive(Serialize, TS)]
pub struct MailboxView {
    pub is_on: bool,
    pub inbox: Option<MailServer>,
    pub outbox: Option<MailServer>,
    pub user: String,
    /// PEM; empty where only the authorities of the computer are trusted.
    pub authority: String,
    /// The office's address, from which letters are sent; empty where none is set.
    pub office_address: String,
}

#[derive(Deserialize, TS)]
pub struct MailboxInput {
    pub inbox: Option<MailServer>,
    pub outbox: Option<MailServer>,
    pub user: String,
    /// Empty keeps the one that stands for this user.
    pub password: String,
    /// PEM; empty for none.
    pub authority: String,
}

/// What came of trying both servers; nothing for one that is not set.
#[derive(Serialize, TS)]
pub struct MailboxTrial {
    pub inbox: Option<ServerTrial>,
    pub outbox: Option<ServerTrial>,
}

#[derive(Serialize, TS)]
pub struct ServerTrial {
    /// Messages that lie in the inbox.
    pub messages: Option<u32>,
    pub error: Option<WireError>,
}

#[derive(Serialize, TS)]
pub struct InboxView {
    /// Newest first.
    pub messages: Vec<MessageView>,
    /// Older ones than these are not listed.
    pub is_cut: bool,
}

#[derive(Serialize, TS)]
pub struct MessageView {
    pub id: MessageId,
    pub sender: String,
    pub sender_name: String,
    pub subject: String,
    /// When the server received it, RFC 3339.
    pub received_at: Option<String>,
    #[ts(type = "number")]
    pub bytes: u64,
    /// It calls itself a message of several parts, which one with scans does.
    pub has_parts: bool,
    pub fate: MessageState,
}

#[derive(Clone, Copy, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum MessageState {
    New,
    Taken,
    SetAside,
}

#[tauri::command(async)]
pub fn mailbox_get(window: WebviewWindow, desk: State<'_, Desk>) -> Reply<MailboxView> {
    desk.at_desk(&window, |session| MailboxView::of(session))
}

/// Visits both servers with what was typed. Nothing is kept and nothing sent.
#[tauri::command]
pub async fn mailbox_try(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: MailboxInput,
) -> Reply<MailboxTrial> {
    let (settings, login) = request.parts();
    let (inbox, outbox) = desk.at_desk(&window, |session| session.mailbox_to_try(settings, &login))?;
    aside(move || {
        let inbox = inbox
            .map(|account| ServerTrial::of(Inbox::of(&account).list().map(|found| Some(found.len() as u32))));
        let outbox = outbox.map(|account| ServerTrial::of(mailbox::knock(&account).map(|()| None)));
        Ok(MailboxTrial { inbox, outbox })
    })
    .await
}

#[tauri::command(async)]
pub fn mailbox_set(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: MailboxInput,
) -> Reply<MailboxView> {
    let (settings, login) = request.parts();
    desk.at_desk(&window, |session| {
        session.set_mailbox(settings, &login)?;
        MailboxView::of(session)
    })
}

#[tauri::command(async)]
pub fn mailbox_close(window: WebviewWindow, desk: State<'_, Desk>) -> Reply<MailboxView> {
    desk.at_desk(&window, |session| {
        session.close_mailbox()?;
        MailboxView::of(session)
    })
}

/// Visits the inbox; it lies afterwards as it lay.
#[tauri::command]
pub async fn inbox_list(window: WebviewWindow, desk: State<'_, Desk>) -> Reply<InboxView> {
    let door = desk.at_desk(&window, |session| session.inbox())?;
    let (inbox, listed) = aside(move || {
        let listed = Inbox::of(&door.account).list()?;
        Ok((door.inbox, listed))
    })
    .await?;
    desk.at_desk(&window, |session| {
        let lines = session.known_messages(&inbox, listed)?;
        Ok::<_, Error>(InboxView {
            is_cut: lines.len() as u32 >= MOST_LISTED,
            messages: lines.into_iter().map(MessageView::of).collect(),
        })
    })
}

/// Takes a message into the Baki.
#[tauri::command]
pub async fn inbox_take(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: MessageId,
) -> Reply<KirimanView> {
    let door = desk.at_desk(&window, |session| session.inbox())?;
    // A slow line must not hold up who looks at pictures.
    let (door, bytes) = aside(move || {
        let bytes = Inbox::of(&door.account).fetch(request)?;
        Ok((door, bytes))
    })
    .await?;
    let incoming = desk.on_pixels(move || door.open(request, &bytes)).await?;
    desk.at_desk(&window, |session| {
        let id = session.receive_kiriman(incoming)?;
        KirimanView::of(session, &session.kiriman(&id)?)
    })
}

/// This message asks for nothing; it is offered no longer.
#[tauri::command(async)]
pub fn inbox_set_aside(window: WebviewWindow, desk: State<'_, Desk>, request: MessageId) -> Reply<()> {
    desk.at_desk(&window, |session| session.set_message_aside(request))
}

impl MailboxInput {
    fn parts(self) -> (MailboxSettings, Login) {
        let Self { inbox, outbox, user, password, authority } = self;
        let settings = MailboxSettings { inbox, outbox, authority: Some(authority) };
        (settings, Login::new(&user, password))
    }
}

impl MailboxView {
    pub fn of(session: &Session) -> Result<Self, Error> {
        let state = session.mailbox()?;
        let office_address = session.office().identity.email.clone();
        let is_on = state.is_some();
        let (settings, user) = state.map(|state| (state.settings, state.user)).unzip();
        let settings = settings.unwrap_or(MailboxSettings { inbox: None, outbox: None, authority: None });
        Ok(Self {
            is_on,
            inbox: settings.inbox,
            outbox: settings.outbox,
            user: user.unwrap_or_default(),
            authority: settings.authority.unwrap_or_default(),
            office_address,
        })
    }
}

impl ServerTrial {
    fn of(outcome: Result<Option<u32>, Error>) -> Self {
        match outcome {
            Ok(messages) => Self { messages, error: None },
            Err(error) => Self { messages: None, error: Some(error.into()) },
        }
    }
}

impl MessageView {
    pub fn of(line: InboxLine) -> Self {
        let InboxLine { message, fate } = line;
        Self {
            id: message.id,
            sender: message.envelope.sender,
            sender_name: message.envelope.sender_name,
            subject: message.envelope.subject,
            received_at: message.received_at.map(|at| at.to_rfc3339()),
            bytes: message.size,
            has_parts: message.has_parts,
            fate: match fate {
                None => MessageState::New,
                Some(MessageFate::Taken(_)) => MessageState::Taken,
                Some(MessageFate::SetAside) => MessageState::SetAside,
            },
        }
    }
}
