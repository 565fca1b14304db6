//! Jadwal: the diary of online sessions, their appointments, and what the vendor is told.

use chrono::NaiveDate;
use loket_core::actions::schedule::Booking;
use loket_core::actions::{AgendaLine, Session};
use loket_core::error::{Code, Error};
use loket_core::permohonan::ContactMethod;
use loket_core::schedule::{
    Notice, NoticeKind, SessionState, Slot, TimeZone, VideoWay, format_long_date, read_clock,
};
use serde::{Deserialize, Serialize};
use tauri::{State, WebviewWindow};
use ts_rs::TS;

use super::paper::SaveReply;
use super::permohonan::CaseRef;
use super::permohonan_view::{PermohonanView, view_of};
use crate::app::Desk;
use crate::dialog;
use crate::error::Reply;

#[derive(Deserialize, TS)]
pub struct AgendaRequest {
    /// The case that an appointment is looked for; its own does not stand in its way.
    pub id: Option<String>,
    /// ISO date; today when it is missing.
    pub from: Option<String>,
    pub days: u32,
}

#[derive(Serialize, TS)]
pub struct Agenda {
    /// ISO date.
    pub today: String,
    pub days: Vec<AgendaDay>,
    pub verifikators: Vec<VerifikatorView>,
    pub me: String,
}

#[derive(Serialize, TS)]
pub struct VerifikatorView {
    pub id: String,
    pub name: String,
}

#[derive(Serialize, TS)]
pub struct AgendaDay {
    /// ISO date.
    pub date: String,
    /// `Senin, 23 November 2026`
    pub label: String,
    pub holiday: Option<String>,
    /// `09.00-12.00`; empty on a day without service.
    pub windows: Vec<String>,
    pub sessions: Vec<AgendaView>,
    pub slots: Vec<SlotView>,
}

#[derive(Clone, Serialize, TS)]
pub struct AgendaView {
    /// The case.
    pub id: String,
    pub number: String,
    pub company: String,
    pub state: SessionState,
    pub state_label: String,
    pub start: String,
    /// `10.00`
    pub time: String,
    /// `10.45 WIB`
    pub until: String,
    pub verifikator: String,
    pub way: VideoWay,
    pub way_label: String,
}

/// A time that can be promised.
#[derive(Serialize, TS)]
pub struct SlotView {
    /// `10.00`
    pub time: String,
    pub until: String,
    /// Ids of the officers who could lead it.
    pub free: Vec<String>,
}

#[derive(Deserialize, TS)]
pub struct SessionInput {
    pub id: String,
    /// ISO date at the office.
    pub day: String,
    /// `10.00`, as the clock on the office wall shows it.
    pub time: String,
    pub verifikator: String,
    pub way: VideoWay,
    pub join: String,
    /// Why the time is moved; empty for a first one.
    pub reason: String,
}

#[derive(Serialize, TS)]
pub struct SessionJudged {
    pub fits: bool,
    pub ends_within_hours: bool,
    /// The first thing against it.
    pub why: Option<String>,
}

#[derive(Deserialize, TS)]
pub struct NoticeRequest {
    pub id: String,
    pub kind: NoticeKind,
}

#[derive(Serialize, TS)]
pub struct NoticeView {
    pub subject: String,
    pub body: String,
    pub whatsapp: String,
}

#[derive(Deserialize, TS)]
pub struct NoticeTold {
    pub id: String,
    pub kind: NoticeKind,
    pub method: ContactMethod,
}

#[derive(Clone, Copy, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum NoticeFile {
    /// The appointment for a calendar.
    Ics,
    /// The message with the appointment, to be sent from a mail program.
    Eml,
}

#[derive(Deserialize, TS)]
pub struct SaveNotice {
    pub id: String,
    pub kind: NoticeKind,
    pub file: NoticeFile,
}

#[tauri::command(async)]
pub fn agenda(window: WebviewWindow, desk: State<'_, Desk>, request: AgendaRequest) -> Reply<Agenda> {
    desk.at_desk(&window, |session| Agenda::of(session, &request))
}

#[tauri::command(async)]
pub fn session_judge(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: SessionInput,
) -> Reply<SessionJudged> {
    desk.at_desk(&window, |session| {
        let zone = session.time_zone();
        let judged = session.judge_booking(&request.id, &request.booking(zone)?)?;
        Ok::<_, Error>(SessionJudged {
            fits: judged.why.is_none(),
            ends_within_hours: judged.ends_within_hours,
            why: judged.why.map(|clash| clash.label(zone)),
        })
    })
}

#[tauri::command(async)]
pub fn session_schedule(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: SessionInput,
) -> Reply<PermohonanView> {
    desk.at_desk(&window, |session| {
        session.schedule(&request.id, &request.booking(session.time_zone())?)?;
        view_of(session, &request.id)
    })
}

#[tauri::command(async)]
pub fn session_reschedule(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: SessionInput,
) -> Reply<PermohonanView> {
    desk.at_desk(&window, |session| {
        let booking = request.booking(session.time_zone())?;
        session.reschedule(&request.id, &booking, &request.reason)?;
        view_of(session, &request.id)
    })
}

#[tauri::command(async)]
pub fn session_no_show(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: CaseRef,
) -> Reply<PermohonanView> {
    desk.at_desk(&window, |session| {
        session.mark_no_show(&request.id)?;
        view_of(session, &request.id)
    })
}

/// T-13: the vendor asks for another appointment.
#[tauri::command(async)]
pub fn session_ask_again(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: CaseRef,
) -> Reply<PermohonanView> {
    desk.at_desk(&window, |session| {
        session.ask_new_schedule(&request.id)?;
        view_of(session, &request.id)
    })
}

/// T-14: missed too often, or silent for too long.
#[tauri::command(async)]
pub fn session_close(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: CaseRef,
) -> Reply<PermohonanView> {
    desk.at_desk(&window, |session| {
        session.close_no_show(&request.id)?;
        view_of(session, &request.id)
    })
}

#[tauri::command(async)]
pub fn notice_text(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: NoticeRequest,
) -> Reply<NoticeView> {
    desk.at_desk(&window, |session| session.notice(&request.id, request.kind).map(NoticeView::from))
}

/// The officer sent it by other means, and says so.
#[tauri::command(async)]
pub fn notice_sent(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: NoticeTold,
) -> Reply<PermohonanView> {
    desk.at_desk(&window, |session| {
        session.note_notice(&request.id, request.kind, request.method)?;
        view_of(session, &request.id)
    })
}

#[tauri::command(async)]
pub fn notice_save(window: WebviewWindow, desk: State<'_, Desk>, request: SaveNotice) -> Reply<SaveReply> {
    let SaveNotice { id, kind, file } = request;
    let (bytes, file_kind) = desk.at_desk(&window, |session| {
        Ok::<_, Error>(match file {
            NoticeFile::Ics => (session.invitation(&id)?.into_bytes(), dialog::CALENDAR),
            NoticeFile::Eml => (session.notice_draft(&id, kind)?, dialog::MESSAGE),
        })
    })?;
    // The proposed name names nobody.
    let Some(path) = dialog::choose_place(&window, file_kind, "jadwal-verifikasi")
        .map_err(|error| error.advising("Salin teksnya saja, lalu laporkan kepada admin komputer."))?
    else {
        return Ok(SaveReply { saved: false });
    };
    dialog::write_file(&path, file_kind, &bytes)?;
    Ok(SaveReply { saved: true })
}

impl From<Notice> for NoticeView {
    fn from(words: Notice) -> Self {
        let Notice { subject, body, whatsapp } = words;
        Self { subject, body, whatsapp }
    }
}

impl SessionInput {
    fn booking(&self, zone: TimeZone) -> Result<Booking, Error> {
        let start =
            parse_day(&self.day).zip(read_clock(&self.time)).map(|(day, time)| zone.moment(day, time));
        let start = start.ok_or_else(|| {
            Error::new(Code::InvalidInput, "not a time")
                .saying("Hari atau jam sesi belum benar.")
                .advising("Pilih hari, lalu tulis jam seperti 10.00.")
        })?;
        Ok(Booking { start, verifikator: self.verifikator.clone(), way: self.way, join: self.join.clone() })
    }
}

pub fn parse_day(text: &str) -> Option<NaiveDate> {
    text.parse().ok()
}

impl Agenda {
    pub fn of(session: &Session, request: &AgendaRequest) -> Result<Self, Error> {
        let today = session.today();
        let from = match &request.from {
            None => today,
            Some(text) => parse_day(text).ok_or_else(|| {
                Error::new(Code::InvalidInput, "not a date")
                    .saying("Tanggal belum benar.")
                    .advising("Pilih tanggalnya lagi.")
            })?,
        };
        let case = request.id.as_deref().unwrap_or_default();
        let days = session.diary(case, from, request.days)?;
        let verifikators = session.verifikators()?;
        Ok(Self {
            today: today.to_string(),
            days: days.iter().map(|day| AgendaDay::of(session, day)).collect::<Result<_, _>>()?,
            verifikators: verifikators.into_iter().map(|(id, name)| VerifikatorView { id, name }).collect(),
            me: session.officer().id.clone(),
        })
    }
}

impl AgendaDay {
    fn of(session: &Session, day: &loket_core::actions::schedule::DiaryDay) -> Result<Self, Error> {
        let zone = session.time_zone();
        Ok(Self {
            date: day.date.to_string(),
            label: format_long_date(day.date),
            holiday: day.holiday.clone(),
            windows: day.windows.iter().map(|window| window.hours_label()).collect(),
            sessions: agenda_of(session, &day.sessions)?,
            slots: day.slots.iter().map(|slot| SlotView::of(slot, zone)).collect(),
        })
    }
}

impl SlotView {
    fn of(slot: &Slot, zone: TimeZone) -> Self {
        Self {
            time: zone.format_clock(slot.start),
            until: zone.format_end(slot.start, slot.minutes),
            free: slot.free.clone(),
        }
    }
}

pub fn agenda_of(session: &Session, lines: &[AgendaLine]) -> Result<Vec<AgendaView>, Error> {
    let officers = session.officers()?;
    let zone = session.time_zone();
    Ok(lines
        .iter()
        .map(|line| AgendaView {
            id: line.case.clone(),
            number: line.number.clone(),
            company: line.company.clone(),
            state: line.state,
            state_label: line.state.label().to_owned(),
            start: line.appointment.start.to_rfc3339(),
            time: zone.format_clock(line.appointment.start),
            until: zone.format_end(line.appointment.start, line.appointment.minutes),
            verifikator: officers
                .iter()
                .find(|officer| officer.id == line.appointment.verifikator)
                .map(|officer| officer.name.clone())
                .unwrap_or_default(),
            way: line.way,
            way_label: line.way.label().to_owned(),
        })
        .collect())
}
