//! Baki: what came by e-mail. Messages travel in as raw bytes, pages travel out as raw bytes, never cached.

use chrono::DateTime;
use loket_core::actions::kiriman::Incoming;
use loket_core::actions::picture::PictureVariant;
use loket_core::actions::{KirimanRecord, PageRecord, RefusedPart, Session};
use loket_core::document::DocumentKind;
use loket_core::error::{Code, Error};
use loket_core::form::Profil;
use loket_core::kiriman::{KirimanEnd, KirimanSource};
use serde::{Deserialize, Serialize};
use tauri::ipc::{InvokeBody, Request, Response};
use tauri::{State, WebviewWindow};
use ts_rs::TS;

use super::permohonan_view::{PermohonanView, view_of};
use super::picture::{Variant, meta_of};
use crate::app::{Desk, aside};
use crate::dialog;
use crate::error::{Reply, WireError};

/// Travels beside the raw bytes in the header `x-loket-meta`, as percent-encoded JSON.
#[derive(Deserialize, TS)]
pub struct KirimanMeta {
    pub file_name: String,
    pub source: KirimanSource,
}

#[derive(Deserialize, TS)]
pub struct EndKiriman {
    pub kiriman: String,
    pub end: KirimanEnd,
}

#[derive(Deserialize, TS)]
pub struct PageRequest {
    pub kiriman: String,
    pub page: String,
    /// `card` is not known here and is answered like `original`.
    pub variant: Variant,
}

#[derive(Deserialize, TS)]
pub struct GivePage {
    pub id: String,
    pub kiriman: String,
    pub page: String,
    pub document: DocumentKind,
}

#[derive(Deserialize, TS)]
pub struct TakeRequest {
    pub id: String,
    pub kiriman: String,
}

#[derive(Deserialize, TS)]
pub struct OpenFromKiriman {
    pub kiriman: String,
    pub profil: Profil,
    pub notice_version: String,
}

/// What the officer reads in the mail program, where the kiriman does not say it.
#[derive(Deserialize, TS)]
pub struct NoteRequest {
    pub id: String,
    pub sender: String,
    /// RFC 3339.
    pub sent_at: String,
}

#[derive(Serialize, TS)]
pub struct Baki {
    pub kiriman: Vec<KirimanView>,
    /// Whether this officer may look at pages and give them to a case.
    pub may_open: bool,
    /// Whether the office's inbox can be asked for more.
    pub reads_mail: bool,
}

#[derive(Serialize, TS)]
pub struct KirimanView {
    pub id: String,
    pub source: KirimanSource,
    pub received_at: String,
    pub received_by: String,
    /// Nothing for a loose file.
    pub sent_at: Option<String>,
    pub file_name: String,
    /// Empty for a loose file.
    pub sender: String,
    pub sender_name: String,
    pub subject: String,
    /// ISO date of the last day on which it is kept.
    pub until: String,
    pub expired: bool,
    /// Date and sender are known, so that it can be the request of a permohonan.
    pub is_request: bool,
    /// The permohonan whose request it is.
    pub permohonan: Option<GivenCase>,
    pub pages: Vec<PageView>,
    pub refused: Vec<RefusedView>,
}

#[derive(Serialize, TS)]
pub struct GivenCase {
    pub id: String,
    pub number: String,
    pub company: String,
}

#[derive(Serialize, TS)]
pub struct PageView {
    pub id: String,
    pub name: String,
    /// Which sheet of its PDF or TIFF, from 1.
    pub sheet: Option<u32>,
    pub width: u32,
    pub height: u32,
    pub given: Option<GivenPage>,
}

#[derive(Serialize, TS)]
pub struct GivenPage {
    pub permohonan: GivenCase,
    pub document: DocumentKind,
}

#[derive(Serialize, TS)]
pub struct RefusedView {
    pub name: String,
    pub what: String,
    pub todo: String,
}

#[tauri::command]
pub async fn kiriman_add(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: Request<'_>,
) -> Reply<KirimanView> {
    let meta: KirimanMeta = meta_of(&request)?;
    let InvokeBody::Raw(bytes) = request.body() else { return Err(WireError::of(Code::MailUnreadable)) };
    add(&window, &desk, meta, bytes.clone()).await
}

/// Asks for files; nothing changes when the dialog was left. What is wrong with one file does not cost the others.
#[tauri::command]
pub async fn kiriman_pick(window: WebviewWindow, desk: State<'_, Desk>) -> Reply<Vec<PickedKiriman>> {
    drop(desk.enter(&window)?);
    let asking = window.clone();
    let mut picked = Vec::new();
    for (file_name, bytes) in aside(move || dialog::choose_messages(&asking)).await? {
        let meta = KirimanMeta { file_name: file_name.clone(), source: KirimanSource::Berkas };
        let answer = match bytes {
            Ok(bytes) => add(&window, &desk, meta, bytes).await,
            Err(error) => Err(error.into()),
        };
        picked.push(match answer {
            Ok(kiriman) => PickedKiriman { file_name, kiriman: Some(kiriman), error: None },
            Err(error) => PickedKiriman { file_name, kiriman: None, error: Some(error) },
        });
    }
    Ok(picked)
}

/// What became of one chosen file.
#[derive(Serialize, TS)]
pub struct PickedKiriman {
    pub file_name: String,
    pub kiriman: Option<KirimanView>,
    pub error: Option<WireError>,
}

async fn add(window: &WebviewWindow, desk: &Desk, meta: KirimanMeta, bytes: Vec<u8>) -> Reply<KirimanView> {
    // Whoever may not work here costs nobody a decoding.
    desk.at_desk(window, |_| Ok::<_, Error>(()))?;
    let KirimanMeta { file_name, source } = meta;
    let incoming = desk.on_pixels(move || Incoming::read(&file_name, source, bytes)).await?;
    desk.at_desk(window, |session| {
        let id = session.receive_kiriman(incoming)?;
        KirimanView::of(session, &session.kiriman(&id)?)
    })
}

/// Read again whenever something comes into it by itself, so it is no touch of the desk.
#[tauri::command(async)]
pub fn baki(window: WebviewWindow, desk: State<'_, Desk>) -> Reply<Baki> {
    desk.unattended(&window, |session| Baki::of(session))?.ok_or_else(|| WireError::of(Code::Locked))
}

#[tauri::command]
pub async fn kiriman_page(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: PageRequest,
) -> Reply<Response> {
    let PageRequest { kiriman, page, variant } = request;
    let variant = match variant {
        Variant::Thumb => PictureVariant::Thumb,
        Variant::Original | Variant::Card => PictureVariant::Original,
    };
    let opened = desk.at_desk(&window, |session| session.open_page(&kiriman, &page))?;
    Ok(Response::new(desk.on_pixels(move || opened.draw(variant)).await?))
}

/// Opens a permohonan from afar and makes this message its request, where it names date and sender.
#[tauri::command(async)]
pub fn kiriman_open_permohonan(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: OpenFromKiriman,
) -> Reply<PermohonanView> {
    let OpenFromKiriman { kiriman, profil, notice_version } = request;
    desk.at_desk(&window, |session| {
        let case = session.open_from_kiriman(&kiriman, profil, &notice_version)?;
        view_of(session, &case)
    })
}

#[tauri::command(async)]
pub fn kiriman_request(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: TakeRequest,
) -> Reply<PermohonanView> {
    desk.at_desk(&window, |session| {
        session.take_request(&request.id, &request.kiriman)?;
        view_of(session, &request.id)
    })
}

#[tauri::command(async)]
pub fn request_note(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: NoteRequest,
) -> Reply<PermohonanView> {
    let sent_at = DateTime::parse_from_rfc3339(&request.sent_at).map_err(|_| {
        WireError::from(
            Error::new(Code::InvalidInput, "not a time")
                .saying("Tanggal surel belum benar.")
                .advising("Tulis tanggal dan jam seperti yang tertulis di program surel."),
        )
    })?;
    desk.at_desk(&window, |session| {
        session.note_request(&request.id, &request.sender, sent_at.to_utc())?;
        view_of(session, &request.id)
    })
}

#[tauri::command]
pub async fn page_give(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: GivePage,
) -> Reply<PermohonanView> {
    let GivePage { id, kiriman, page, document } = request;
    let opened = desk.at_desk(&window, |session| session.open_page(&kiriman, &page))?;
    let taken = desk.on_pixels(move || opened.check(document)).await?;
    desk.at_desk(&window, |session| {
        session.give_page(&id, &kiriman, &page, taken)?;
        view_of(session, &id)
    })
}

#[tauri::command(async)]
pub fn kiriman_end(window: WebviewWindow, desk: State<'_, Desk>, request: EndKiriman) -> Reply<Baki> {
    desk.at_desk(&window, |session| {
        session.end_kiriman(&request.kiriman, request.end)?;
        Baki::of(session)
    })
}

impl Baki {
    pub fn of(session: &Session) -> Result<Self, Error> {
        let waiting = session.baki()?;
        let kiriman = waiting.iter().map(|record| KirimanView::of(session, record));
        Ok(Self {
            kiriman: kiriman.collect::<Result<_, _>>()?,
            may_open: session.opens_pages(),
            reads_mail: session.mail_ways()?.0,
        })
    }
}

impl KirimanView {
    pub fn of(session: &Session, record: &KirimanRecord) -> Result<Self, Error> {
        let officers = session.officers()?;
        let received_by = officers.iter().find(|officer| officer.id == record.received_by);
        let pages = record.pages.iter().map(|page| PageView::of(session, page));
        Ok(Self {
            id: record.id.clone(),
            source: record.source,
            received_at: record.received_at.to_rfc3339(),
            received_by: received_by.map(|officer| officer.name.clone()).unwrap_or_default(),
            sent_at: record.sent_at.map(|sent| sent.to_rfc3339()),
            file_name: record.file_name.clone(),
            sender: record.sender.clone(),
            sender_name: record.sender_name.clone(),
            subject: record.subject.clone(),
            until: record.until.to_string(),
            expired: session.kiriman_is_expired(record),
            is_request: record.is_request(),
            permohonan: record.case.as_deref().map(|case| GivenCase::of(session, case)).transpose()?,
            pages: pages.collect::<Result<_, _>>()?,
            refused: record.refused.iter().map(RefusedView::of).collect(),
        })
    }
}

impl PageView {
    fn of(session: &Session, page: &PageRecord) -> Result<Self, Error> {
        let given = page.given.as_ref().map(|(case, document)| {
            let permohonan = GivenCase::of(session, case)?;
            Ok::<_, Error>(GivenPage { permohonan, document: *document })
        });
        Ok(Self {
            id: page.id.clone(),
            name: page.name.clone(),
            sheet: page.sheet,
            width: page.width,
            height: page.height,
            given: given.transpose()?,
        })
    }
}

impl GivenCase {
    fn of(session: &Session, case: &str) -> Result<Self, Error> {
        let record = session.read_case(case)?;
        Ok(Self { id: record.id, number: record.number, company: record.company.unwrap_or_default() })
    }
}

impl RefusedView {
    fn of(part: &RefusedPart) -> Self {
        Self { name: part.name.clone(), what: part.what.clone(), todo: part.todo.clone() }
    }
}
