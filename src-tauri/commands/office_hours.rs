//! Jam layanan daring dan hari libur: what the office sets, and the list of holidays it takes in.

use chrono::NaiveDate;
use loket_core::actions::Session;
use loket_core::error::{Code, Error};
use loket_core::schedule::{Holidays, ServiceHours, format_long_date};
use serde::{Deserialize, Serialize};
use tauri::{State, WebviewWindow};
use ts_rs::TS;

use super::clock::{HoldsOn, until};
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

/// Hours that were set for a day that lies ahead.
#[derive(Serialize, TS)]
pub struct LaterHours {
    /// ISO day from which they hold.
    pub since: String,
    pub label: String,
}

#[derive(Serialize, TS)]
pub struct OfficeHours {
    /// Those of the day that was asked about.
    pub hours: HoursInput,
    /// The ISO day from which other hours hold that were set already.
    pub until: Option<String>,
    pub later: Vec<LaterHours>,
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
    /// Years of which the list takes all days back.
    pub emptied: Vec<i32>,
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
pub fn service_hours_get(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: HoldsOn,
) -> Reply<OfficeHours> {
    let day = request.day()?;
    desk.at_desk(&window, |session| OfficeHours::of(session, day))
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
        OfficeHours::of(session, Some(since))
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
        OfficeHours::of(session, None)
    })
}

impl HolidayPreview {
    pub fn of(text: &str) -> Result<Self, Error> {
        let read = Holidays::read(text)?;
        let refused = read.refused.into_iter();
        Ok(Self {
            holidays: views_of(&read.holidays),
            emptied: read.holidays.emptied(),
            source: read.holidays.sources(),
            refused: refused.map(|line| RefusedHoliday { line: line.number, why: line.why }).collect(),
        })
    }
}

impl OfficeHours {
    pub fn of(session: &Session, day: Option<NaiveDate>) -> Result<Self, Error> {
        let holidays = session.holidays()?;
        let today = session.today();
        let (set, day) = (session.service_hours_set()?, day.unwrap_or(today));
        let later = set.iter().filter(|(since, _)| *since > today);
        Ok(Self {
            hours: HoursInput::try_from(ServiceHours::of_day(day, &set))?,
            until: until(day, &set),
            later: later
                .map(|(since, hours)| LaterHours { since: since.to_string(), label: hours.label() })
                .collect(),
            holidays: views_of(&holidays),
            holidays_source: holidays.sources(),
            today: today.to_string(),
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
