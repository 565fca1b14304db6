//! Jam layanan daring dan hari libur: what the office sets, and the list of holidays it takes in.

use loket_core::actions::Session;
use loket_core::error::{Code, Error};
use loket_core::schedule::{Holidays, ServiceHours, format_long_date};
use serde::{Deserialize, Serialize};
use tauri::{State, WebviewWindow};
use ts_rs::TS;

use super::schedule::parse_day;
use crate::app::Desk;
use crate::error::Reply;

/// A stretch of a weekday in which sessions are held.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct WindowInput {
    /// `senin` to `minggu`.
    pub weekday: String,
    /// `09.00`
    pub from: String,
    pub until: String,
}

#[derive(Clone, Serialize, Deserialize, TS)]
pub struct HoursInput {
    pub session_minutes: u16,
    pub per_verifikator: u8,
    pub windows: Vec<WindowInput>,
}

#[derive(Serialize, TS)]
pub struct HolidayView {
    /// ISO date.
    pub date: String,
    pub label: String,
    pub name: String,
}

#[derive(Serialize, TS)]
pub struct OfficeHours {
    pub hours: HoursInput,
    pub holidays: Vec<HolidayView>,
    pub holidays_source: String,
    /// ISO date.
    pub today: String,
}

#[derive(Deserialize, TS)]
pub struct SetServiceHours {
    pub hours: HoursInput,
    /// ISO date from which they hold.
    pub since: String,
}

/// A list as it was pasted or read from a file.
#[derive(Deserialize, TS)]
pub struct HolidayList {
    pub text: String,
}

#[derive(Serialize, TS)]
pub struct HolidayPreview {
    pub holidays: Vec<HolidayView>,
    pub source: String,
    pub refused: Vec<RefusedHoliday>,
}

#[derive(Serialize, TS)]
pub struct RefusedHoliday {
    #[ts(type = "number")]
    pub line: usize,
    pub why: String,
}

#[tauri::command(async)]
pub fn service_hours_get(window: WebviewWindow, desk: State<'_, Desk>) -> Reply<OfficeHours> {
    desk.at_desk(&window, |session| OfficeHours::of(session))
}

#[tauri::command(async)]
pub fn service_hours_set(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: SetServiceHours,
) -> Reply<OfficeHours> {
    let since = parse_day(&request.since).ok_or_else(|| not_hours("since"))?;
    let hours = ServiceHours::try_from(request.hours)?;
    desk.at_desk(&window, |session| {
        session.set_service_hours(hours, since)?;
        OfficeHours::of(session)
    })
}

/// What a list would give, before it takes the place of the years that it names.
#[tauri::command(async)]
pub fn holidays_read(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: HolidayList,
) -> Reply<HolidayPreview> {
    desk.at_desk(&window, |_| HolidayPreview::of(&request.text))
}

#[tauri::command(async)]
pub fn holidays_set(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: HolidayList,
) -> Reply<OfficeHours> {
    desk.at_desk(&window, |session| {
        session.set_holidays(Holidays::read(&request.text)?.holidays)?;
        OfficeHours::of(session)
    })
}

impl HolidayPreview {
    pub fn of(text: &str) -> Result<Self, Error> {
        let read = Holidays::read(text)?;
        let refused = read.refused.into_iter();
        Ok(Self {
            holidays: views_of(&read.holidays),
            source: read.holidays.source,
            refused: refused.map(|line| RefusedHoliday { line: line.number, why: line.why }).collect(),
        })
    }
}

impl OfficeHours {
    pub fn of(session: &Session) -> Result<Self, Error> {
        let holidays = session.holidays()?;
        Ok(Self {
            hours: HoursInput::try_from(session.service_hours()?)?,
            holidays: views_of(&holidays),
            holidays_source: holidays.source,
            today: session.today().to_string(),
        })
    }
}

fn views_of(holidays: &Holidays) -> Vec<HolidayView> {
    let days = holidays.list.iter();
    days.map(|(date, name)| HolidayView {
        date: date.to_string(),
        label: format_long_date(*date),
        name: name.clone(),
    })
    .collect()
}

/// Both sides write hours in the same words, so that JSON leads from one to the other.
impl TryFrom<ServiceHours> for HoursInput {
    type Error = Error;

    fn try_from(hours: ServiceHours) -> Result<Self, Error> {
        serde_json::to_value(hours)
            .and_then(serde_json::from_value)
            .map_err(|_| Error::new(Code::Internal, "hours"))
    }
}

impl TryFrom<HoursInput> for ServiceHours {
    type Error = Error;

    fn try_from(hours: HoursInput) -> Result<Self, Error> {
        serde_json::to_value(hours).and_then(serde_json::from_value).map_err(|_| not_hours("hours"))
    }
}

fn not_hours(what: &str) -> Error {
    Error::new(Code::InvalidInput, what)
        .saying("Hari atau jam layanan belum benar.")
        .advising("Tulis jam seperti 09.00 dan pilih hari dari daftar.")
}
