//! Langkah: the buttons that move a permohonan from one status to the next.

use loket_core::actions::step::ShortageItem;
use loket_core::actions::{Refusal, Session};
use loket_core::error::{Code, Error};
use loket_core::numbering::PaperKind;
use loket_core::reasons::Reason;
use loket_core::verifikasi::{Decision, RowKey};
use serde::{Deserialize, Serialize};
use tauri::{State, WebviewWindow};
use ts_rs::TS;

use super::permohonan::{CaseRef, parse_date};
use super::permohonan_view::{PaperView, PermohonanView, view_of};
use crate::app::Desk;
use crate::error::Reply;

#[derive(Deserialize, TS)]
pub struct SubmitPermohonan {
    pub id: String,
    /// Why it goes on although another permohonan may be of the same vendor (W-DUP).
    pub duplicate_reason: Option<String>,
}

#[derive(Deserialize, TS)]
pub struct ReasonedMove {
    pub id: String,
    pub reason: String,
}

#[derive(Deserialize, TS)]
pub struct ShortageChoice {
    pub code: String,
    pub note: String,
}

#[derive(Deserialize, TS)]
pub struct ShortageMove {
    pub id: String,
    pub items: Vec<ShortageChoice>,
    /// ISO date.
    pub until: String,
}

#[derive(Deserialize, TS)]
pub struct RefuseMove {
    pub id: String,
    pub code: String,
    pub reason: String,
}

#[derive(Deserialize, TS)]
pub struct DecideRow {
    pub id: String,
    pub row: RowKey,
    pub decision: Option<Decision>,
    pub reason: String,
    pub reason_code: Option<String>,
}

#[derive(Deserialize, TS)]
pub struct Approve {
    pub id: String,
    pub password: String,
    pub over_time_reason: Option<String>,
}

#[derive(Serialize, TS)]
pub struct Approved {
    pub bukti: PaperView,
    /// Absent when the case has no picture of a card (IKD).
    pub fotokopi: Option<PaperView>,
    pub case: PermohonanView,
}

#[derive(Deserialize, TS)]
pub struct Activate {
    pub id: String,
    pub user_id: String,
}

#[tauri::command(async)]
pub fn permohonan_submit(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: SubmitPermohonan,
) -> Reply<PermohonanView> {
    desk.at_desk(&window, |session| {
        session.submit(&request.id, request.duplicate_reason.as_deref())?;
        view_of(session, &request.id)
    })
}

#[tauri::command(async)]
pub fn permohonan_complete(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: CaseRef,
) -> Reply<PermohonanView> {
    desk.at_desk(&window, |session| {
        session.complete(&request.id)?;
        view_of(session, &request.id)
    })
}

#[tauri::command(async)]
pub fn permohonan_return(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: ShortageMove,
) -> Reply<PermohonanView> {
    desk.at_desk(&window, |session| {
        let items = request
            .items
            .iter()
            .map(|item| Ok(ShortageItem { reason: parse_reason(&item.code)?, note: item.note.clone() }))
            .collect::<Result<Vec<_>, Error>>()?;
        session.send_for_repair(&request.id, &items, parse_date(&request.until)?)?;
        view_of(session, &request.id)
    })
}

#[tauri::command(async)]
pub fn permohonan_resubmit(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: CaseRef,
) -> Reply<PermohonanView> {
    desk.at_desk(&window, |session| {
        session.resubmit(&request.id)?;
        view_of(session, &request.id)
    })
}

#[tauri::command(async)]
pub fn permohonan_start(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: CaseRef,
) -> Reply<PermohonanView> {
    desk.at_desk(&window, |session| {
        session.start(&request.id)?;
        desk.take_ticket_back(session, &request.id);
        view_of(session, &request.id)
    })
}

#[tauri::command(async)]
pub fn permohonan_pause(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: ReasonedMove,
) -> Reply<PermohonanView> {
    desk.at_desk(&window, |session| {
        session.pause(&request.id, &request.reason)?;
        view_of(session, &request.id)
    })
}

#[tauri::command(async)]
pub fn permohonan_resume(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: ReasonedMove,
) -> Reply<PermohonanView> {
    desk.at_desk(&window, |session| {
        session.resume(&request.id, &request.reason)?;
        view_of(session, &request.id)
    })
}

#[tauri::command(async)]
pub fn permohonan_cancel(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: ReasonedMove,
) -> Reply<PermohonanView> {
    desk.at_desk(&window, |session| {
        session.cancel(&request.id, &request.reason)?;
        desk.take_ticket_back(session, &request.id);
        view_of(session, &request.id)
    })
}

#[tauri::command(async)]
pub fn permohonan_refuse(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: RefuseMove,
) -> Reply<PermohonanView> {
    desk.at_desk(&window, |session| {
        session.refuse(&request.id, parse_reason(&request.code)?, &request.reason)?;
        desk.take_ticket_back(session, &request.id);
        view_of(session, &request.id)
    })
}

#[tauri::command(async)]
pub fn row_decide(window: WebviewWindow, desk: State<'_, Desk>, request: DecideRow) -> Reply<PermohonanView> {
    desk.at_desk(&window, |session| {
        let DecideRow { id, row, decision, reason, reason_code } = request;
        session.decide_row(&id, row, decision, &reason, reason_code.as_deref())?;
        view_of(session, &id)
    })
}

#[tauri::command(async)]
pub fn permohonan_declare(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: CaseRef,
) -> Reply<PermohonanView> {
    desk.at_desk(&window, |session| {
        session.declare(&request.id)?;
        view_of(session, &request.id)
    })
}

#[tauri::command(async)]
pub fn permohonan_send_back(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: ReasonedMove,
) -> Reply<PermohonanView> {
    desk.at_desk(&window, |session| {
        session.send_back(&request.id, &request.reason)?;
        view_of(session, &request.id)
    })
}

/// Approves with the password; the Bukti is issued in the same step and the Fotokopi after it.
#[tauri::command]
pub async fn permohonan_approve(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: Approve,
) -> Reply<Approved> {
    let Approve { id, password, over_time_reason } = request;
    let (approved, cards) = desk.at_desk(&window, |session| {
        session.approve(&id, &password, over_time_reason.as_deref().unwrap_or_default())?;
        let cards = session.whole_fotokopi(&id);
        Ok::<_, Refusal>((Approved::of(session, &id)?, cards))
    })?;
    // The approval stands, whatever becomes of the Fotokopi: it can be issued from the papers later.
    let Some(cards) = cards else { return Ok(approved) };
    let Ok(cards) = desk.on_pixels(move || cards.straighten()).await else { return Ok(approved) };
    let with_fotokopi = desk.at_desk(&window, |session| {
        session.issue_fotokopi(&id, cards)?;
        Approved::of(session, &id)
    });
    Ok(with_fotokopi.unwrap_or(approved))
}

impl Approved {
    fn of(session: &mut Session, id: &str) -> Result<Self, Error> {
        let record = session.read_case(id)?;
        let newest = |kind| {
            let paper = record.papers.iter().rev().find(|paper| paper.kind == kind)?;
            Some(PaperView::among(paper, &record.papers))
        };
        let bukti = newest(PaperKind::BuktiVerifikasi)
            .ok_or_else(|| Error::new(Code::Internal, "an approval issues a Bukti"))?;
        Ok(Self { bukti, fotokopi: newest(PaperKind::Fotokopi), case: view_of(session, id)? })
    }
}

#[tauri::command(async)]
pub fn permohonan_activate(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: Activate,
) -> Reply<PermohonanView> {
    desk.at_desk(&window, |session| {
        session.record_activation(&request.id, &request.user_id)?;
        view_of(session, &request.id)
    })
}

fn parse_reason(code: &str) -> Result<Reason, Error> {
    Reason::parse(code).ok_or_else(|| Error::new(Code::InvalidInput, "unknown reason code"))
}
