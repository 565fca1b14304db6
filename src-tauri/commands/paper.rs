//! Kertas: shown as pictures inside the window, saved, printed.

use loket_core::actions::{Refusal, Session};
use loket_core::error::{Code, Error};
use loket_core::pdf;
use loket_core::printer::{Document, Patience};
use serde::{Deserialize, Serialize};
use tauri::ipc::Response;
use tauri::{State, WebviewWindow};
use ts_rs::TS;

use super::permohonan::CaseRef;
use super::permohonan_view::{PaperView, PermohonanView, view_of};
use crate::app::{Desk, aside};
use crate::dialog;
use crate::error::Reply;
use crate::prints::{Of, Paper, What};

/// Copies of one paper in one print; the window offers no more.
const MOST_COPIES: u8 = 9;

#[derive(Deserialize, TS)]
pub struct PaperRef {
    pub id: String,
    pub paper: String,
}

#[derive(Deserialize, TS)]
pub struct PaperLook {
    pub id: String,
    pub paper: String,
    pub reason: String,
}

#[derive(Deserialize, TS)]
pub struct PaperPage {
    pub id: String,
    pub paper: String,
    /// From 0.
    pub page: u32,
    pub width: u32,
}

#[derive(Deserialize, TS)]
pub struct PreviewBukti {
    pub id: String,
    pub width: u32,
}

#[derive(Deserialize, TS)]
pub struct PrintPaper {
    pub id: String,
    pub paper: String,
    pub printer: Option<String>,
    pub copies: u8,
}

#[derive(Deserialize, TS)]
pub struct ReplaceBukti {
    pub id: String,
    pub password: String,
    pub reason: String,
    /// The name of who attended, where it stands wrong on the Bukti.
    pub attendee_name: Option<String>,
}

#[derive(Deserialize, TS)]
pub struct PrintLaterInput {
    pub id: String,
    pub paper: String,
    pub copies: u8,
}

#[derive(Serialize, TS)]
pub struct SaveReply {
    pub saved: bool,
}

#[tauri::command]
pub async fn paper_issue_fotokopi(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: CaseRef,
) -> Reply<PermohonanView> {
    let cards = desk.at_desk(&window, |session| session.cards_to_copy(&request.id))?;
    let cards = desk.on_pixels(move || cards.straighten()).await?;
    desk.at_desk(&window, |session| {
        session.issue_fotokopi(&request.id, cards)?;
        view_of(session, &request.id)
    })
}

#[tauri::command]
pub async fn paper_issue_berita_acara(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: CaseRef,
) -> Reply<PermohonanView> {
    let seen = desk.at_desk(&window, |session| session.pictures_of_verification(&request.id))?;
    let drawn = desk.on_pixels(move || seen.draw()).await?;
    desk.at_desk(&window, |session| {
        session.issue_berita_acara(&request.id, drawn)?;
        view_of(session, &request.id)
    })
}

/// A new Bukti in place of the one that stands; both stay.
#[tauri::command(async)]
pub fn bukti_replace(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: ReplaceBukti,
) -> Reply<PermohonanView> {
    desk.at_desk(&window, |session| {
        let ReplaceBukti { id, password, reason, attendee_name } = request;
        session.replace_bukti(&id, &password, &reason, attendee_name.as_deref())?;
        Ok::<_, Refusal>(view_of(session, &id)?)
    })
}

/// Why a paper that shows identity papers is looked at, before it opens.
#[tauri::command(async)]
pub fn paper_look(window: WebviewWindow, desk: State<'_, Desk>, request: PaperLook) -> Reply<PermohonanView> {
    desk.at_desk(&window, |session| {
        session.see_paper(&request.id, &request.paper, &request.reason)?;
        view_of(session, &request.id)
    })
}

/// One page as PNG, at the width the window asks for.
#[tauri::command(async)]
pub fn paper_page(window: WebviewWindow, desk: State<'_, Desk>, request: PaperPage) -> Reply<Response> {
    let (_, bytes) = desk.at_desk(&window, |session| session.open_paper(&request.id, &request.paper))?;
    Ok(Response::new(pdf::render_page_png(&bytes, request.page as usize, request.width)?))
}

/// The Bukti as it would be issued now; it carries no number.
#[tauri::command(async)]
pub fn bukti_preview(window: WebviewWindow, desk: State<'_, Desk>, request: PreviewBukti) -> Reply<Response> {
    let bytes = desk.at_desk(&window, |session| session.preview_bukti(&request.id))?;
    Ok(Response::new(pdf::render_page_png(&bytes, 0, request.width)?))
}

#[tauri::command(async)]
pub fn paper_save(window: WebviewWindow, desk: State<'_, Desk>, request: PaperRef) -> Reply<SaveReply> {
    let (paper, bytes) = desk.at_desk(&window, |session| session.open_paper(&request.id, &request.paper))?;
    // The proposed name is the paper's own number: it names nobody.
    let name = paper.number.as_deref().unwrap_or(paper.kind.label());
    let Some(path) = dialog::choose_place(&window, dialog::PDF, name)
        .map_err(|error| error.advising("Cetak kertasnya, lalu laporkan kepada admin komputer."))?
    else {
        return Ok(SaveReply { saved: false });
    };
    // The act comes first: no copy leaves without a trace.
    desk.at_desk(&window, |session| session.note_saved(&request.id, &request.paper))?;
    dialog::write_file(&path, dialog::PDF, &bytes)?;
    Ok(SaveReply { saved: true })
}

/// Answers when the spool took the paper; it is followed until it is out (`prints`).
#[tauri::command]
pub async fn paper_print(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: PrintPaper,
) -> Reply<PaperView> {
    let PrintPaper { id, paper, printer, copies } = request;
    let of = Paper { case: id, paper, copies: copies.clamp(1, MOST_COPIES) };
    let (office, (found, bytes)) = desk.at_desk(&window, |session| {
        let office = session.store().folder().to_owned();
        if desk.prints.is_under_way(&office, &of.case, &of.paper) {
            return Err(Error::new(Code::TransitionRefused, "in the spool already")
                .saying("Kertas ini sedang dicetak.")
                .advising("Tunggu sampai selesai, atau pilih Cetak nanti lalu cetak lagi."));
        }
        let opened = session.open_paper(&of.case, &of.paper)?;
        session.postpone_print(&of.case, &of.paper, of.copies)?;
        Ok((office, opened))
    })?;
    let label = found.kind.label();
    let spool = desk.spool.clone();
    let job = aside(move || spool.send(&Document::A4(bytes), printer.as_deref(), of.copies, label)).await?;
    let what = What { office, of: Of::Kertas(of.clone()), label, number: found.number };
    desk.follow(job, Patience::default(), what);
    desk.at_desk(&window, |session| paper_of(session, &of.case, &of.paper))
}

/// Puts a paper on the list of what is printed when a printer is there.
#[tauri::command(async)]
pub fn paper_later(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: PrintLaterInput,
) -> Reply<PaperView> {
    desk.at_desk(&window, |session| {
        let PrintLaterInput { id, paper, copies } = request;
        session.postpone_print(&id, &paper, copies.clamp(1, MOST_COPIES))?;
        paper_of(session, &id, &paper)
    })
}

/// Takes a paper off that list without printing it.
#[tauri::command(async)]
pub fn paper_not_needed(window: WebviewWindow, desk: State<'_, Desk>, request: PaperRef) -> Reply<()> {
    desk.at_desk(&window, |session| session.drop_print(&request.id, &request.paper))
}

fn paper_of(session: &Session, case: &str, paper: &str) -> Result<PaperView, Error> {
    let papers = session.read_case(case)?.papers;
    let found = papers.iter().find(|each| each.id == paper);
    let found = found.ok_or_else(|| Error::new(Code::NotFound, "no such paper"))?;
    Ok(PaperView::among(found, &papers))
}
