//! Permohonan: open one, look at it, fill in its fields.

use chrono::NaiveDate;
use loket_core::actions::Session;
use loket_core::actions::permohonan::AttendeeInput;
use loket_core::actions::timeline::TimelineLine;
use loket_core::document::DocumentKind;
use loket_core::error::{Code, Error};
use loket_core::form::{DocumentField, FormField, Kapasitas, Profil};
use loket_core::permohonan::Channel;
use loket_core::privacy;
use loket_core::reasons::{Reason, ReasonKind};
use loket_core::verifikasi::{DaftarHitam, Kewenangan, SuratKuasa};
use serde::{Deserialize, Serialize};
use tauri::{State, WebviewWindow};
use ts_rs::TS;

use super::permohonan_view::{DaftarHitamAsTyped, PermohonanView, view_of};
use crate::app::Desk;
use crate::error::Reply;

#[derive(Deserialize, TS)]
pub struct OpenPermohonan {
    pub profil: Profil,
    pub notice_version: String,
}

#[derive(Serialize, TS)]
pub struct PrivacyNotice {
    pub version: String,
    pub title: String,
    pub paragraphs: Vec<String>,
}

#[derive(Deserialize, TS)]
pub struct CaseRef {
    pub id: String,
}

#[derive(Deserialize, TS)]
pub struct SetFormField {
    pub id: String,
    pub field: FormField,
    pub value: String,
}

#[derive(Deserialize, TS)]
pub struct SetDocumentField {
    pub id: String,
    pub document: DocumentKind,
    pub field: DocumentField,
    pub value: String,
}

#[derive(Deserialize, TS)]
pub struct SetAttendee {
    pub id: String,
    pub name: String,
    pub kapasitas: Kapasitas,
    pub nik: String,
    pub phone: String,
    pub priority: Option<String>,
}

#[derive(Deserialize, TS)]
pub struct SaveDraft {
    pub id: String,
    pub key: String,
    pub value: String,
}

#[derive(Deserialize, TS)]
pub struct SetSuratKuasa {
    pub id: String,
    pub surat: SuratKuasa,
}

#[derive(Deserialize, TS)]
pub struct SetKewenangan {
    pub id: String,
    pub kewenangan: Kewenangan,
}

#[derive(Deserialize, TS)]
pub struct SetDaftarHitam {
    pub id: String,
    pub daftar_hitam: DaftarHitamAsTyped,
}

#[derive(Serialize, TS)]
pub struct ReasonCode {
    pub code: String,
    pub text: String,
    pub bring: String,
    pub kind: ReasonKind,
}

#[derive(Serialize, TS)]
pub struct TimelineEntry {
    #[ts(type = "number")]
    pub seq: u64,
    pub at: String,
    pub verb: String,
    pub text: String,
    pub actor: String,
    pub role: String,
}

impl PrivacyNotice {
    /// The notice of this office.
    pub fn of(session: &Session) -> Self {
        let identity = &session.office().identity;
        let notice = privacy::notice(&identity.name, &identity.privacy_contact);
        Self {
            version: notice.version.to_owned(),
            title: notice.title.to_owned(),
            paragraphs: notice.paragraphs,
        }
    }
}

impl From<Reason> for ReasonCode {
    fn from(reason: Reason) -> Self {
        Self {
            code: reason.code().to_owned(),
            text: reason.text().to_owned(),
            bring: reason.bring().to_owned(),
            kind: reason.kind(),
        }
    }
}

#[tauri::command(async)]
pub fn privacy_notice(window: WebviewWindow, desk: State<'_, Desk>) -> Reply<PrivacyNotice> {
    desk.at_desk(&window, |session| Ok::<_, Error>(PrivacyNotice::of(session)))
}

#[tauri::command(async)]
pub fn reason_codes(window: WebviewWindow, desk: State<'_, Desk>) -> Reply<Vec<ReasonCode>> {
    drop(desk.enter(&window)?);
    Ok(Reason::ALL.into_iter().map(ReasonCode::from).collect())
}

#[tauri::command(async)]
pub fn permohonan_open(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: OpenPermohonan,
) -> Reply<PermohonanView> {
    desk.at_desk(&window, |session| {
        let id = session.open_permohonan(request.profil, Channel::TatapMuka, &request.notice_version)?;
        view_of(session, &id)
    })
}

#[tauri::command(async)]
pub fn permohonan_get(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: CaseRef,
) -> Reply<PermohonanView> {
    desk.at_desk(&window, |session| view_of(session, &request.id))
}

#[tauri::command(async)]
pub fn permohonan_timeline(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: CaseRef,
) -> Reply<Vec<TimelineEntry>> {
    desk.at_desk(&window, |session| timeline_of(session, &request.id))
}

/// Every act about the case, the oldest first.
pub fn timeline_of(session: &Session, case: &str) -> Result<Vec<TimelineEntry>, Error> {
    Ok(session.timeline(case)?.into_iter().map(TimelineEntry::from).collect())
}

#[tauri::command(async)]
pub fn form_set(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: SetFormField,
) -> Reply<PermohonanView> {
    desk.at_desk(&window, |session| {
        session.set_form_field(&request.id, request.field, &request.value)?;
        view_of(session, &request.id)
    })
}

#[tauri::command(async)]
pub fn document_field_set(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: SetDocumentField,
) -> Reply<PermohonanView> {
    desk.at_desk(&window, |session| {
        let SetDocumentField { id, document, field, value } = request;
        session.set_document_field(&id, document, field, &value)?;
        view_of(session, &id)
    })
}

#[tauri::command(async)]
pub fn document_field_confirm(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: SetDocumentField,
) -> Reply<PermohonanView> {
    desk.at_desk(&window, |session| {
        let SetDocumentField { id, document, field, value } = request;
        session.confirm_document_field(&id, document, field, &value)?;
        view_of(session, &id)
    })
}

#[tauri::command(async)]
pub fn draft_save(window: WebviewWindow, desk: State<'_, Desk>, request: SaveDraft) -> Reply<()> {
    desk.at_desk(&window, |session| session.save_draft(&request.id, &request.key, &request.value))
}

#[tauri::command(async)]
pub fn attendee_set(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: SetAttendee,
) -> Reply<PermohonanView> {
    desk.at_desk(&window, |session| {
        let SetAttendee { id, name, kapasitas, nik, phone, priority } = request;
        session.set_attendee(&id, kapasitas, AttendeeInput { name, nik, phone, priority })?;
        view_of(session, &id)
    })
}

#[tauri::command(async)]
pub fn surat_kuasa_set(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: SetSuratKuasa,
) -> Reply<PermohonanView> {
    desk.at_desk(&window, |session| {
        session.set_surat_kuasa(&request.id, request.surat)?;
        view_of(session, &request.id)
    })
}

#[tauri::command(async)]
pub fn kewenangan_set(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: SetKewenangan,
) -> Reply<PermohonanView> {
    desk.at_desk(&window, |session| {
        session.set_kewenangan(&request.id, request.kewenangan)?;
        view_of(session, &request.id)
    })
}

#[tauri::command(async)]
pub fn daftar_hitam_set(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: SetDaftarHitam,
) -> Reply<PermohonanView> {
    desk.at_desk(&window, |session| {
        let DaftarHitamAsTyped { answer, list_date } = request.daftar_hitam;
        let list_date = list_date.as_deref().filter(|date| !date.is_empty()).map(parse_date).transpose()?;
        session.set_daftar_hitam(&request.id, DaftarHitam { answer, list_date })?;
        view_of(session, &request.id)
    })
}

/// A date on the wire is ISO.
pub fn parse_date(text: &str) -> Result<NaiveDate, Error> {
    text.parse().map_err(|_| {
        Error::new(Code::InvalidInput, "not an ISO date").saying("Tanggal ini tidak ada di kalender.")
    })
}

impl From<TimelineLine> for TimelineEntry {
    fn from(line: TimelineLine) -> Self {
        let TimelineLine { seq, at, verb, text, actor, role } = line;
        Self { seq, at: at.to_rfc3339(), verb: verb.to_owned(), text, actor, role }
    }
}
