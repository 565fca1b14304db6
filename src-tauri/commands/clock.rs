//! Jam SOP: the minutes that the office's SOP grants, how long it waits, when an attempt to reach a vendor began, and why a row of a
//! case took longer.

use chrono::NaiveDate;
use loket_core::actions::Session;
use loket_core::error::{Code, Error};
use loket_core::permohonan::Limits;
use loket_core::sop::{MutuBaku, Party, SOP_STEPS};
use serde::{Deserialize, Serialize};
use tauri::{State, WebviewWindow};
use ts_rs::TS;

use super::permohonan::CaseRef;
use super::permohonan_view::{PermohonanView, view_of};
use super::schedule::parse_day;
use crate::app::Desk;
use crate::error::Reply;

/// The day about which is asked what will hold on it.
#[derive(Deserialize, TS)]
pub struct HoldsOn {
    /// ISO day; none for the first one that can be chosen.
    pub day: Option<String>,
}

#[derive(Serialize, TS)]
pub struct Standards {
    /// What will hold on the day that was asked about, row by row.
    pub rows: Vec<StandardRow>,
    /// What the office has set, with the ISO day from which it holds, oldest first.
    pub set: Vec<StandardSet>,
    /// The first ISO day from which a new standard may hold.
    pub earliest: String,
    /// The ISO day from which something else holds that was set already.
    pub until: Option<String>,
}

#[derive(Serialize, TS)]
pub struct StandardRow {
    pub number: u8,
    pub label: String,
    pub party: Party,
    pub minutes: u32,
}

#[derive(Serialize, TS)]
pub struct StandardSet {
    pub since: String,
    pub minutes: [u32; 8],
}

#[derive(Deserialize, TS)]
pub struct SetStandard {
    /// ISO day.
    pub since: String,
    pub minutes: [u32; 8],
}

#[derive(Serialize, TS)]
pub struct LimitsView {
    /// What will hold on the day that was asked about.
    pub proposed: Limits,
    /// What the office has set, with the ISO day from which it holds, oldest first.
    pub set: Vec<LimitsSet>,
    /// The first ISO day from which new limits may hold.
    pub earliest: String,
    /// The ISO day from which something else holds that was set already.
    pub until: Option<String>,
}

#[derive(Serialize, TS)]
pub struct LimitsSet {
    pub since: String,
    pub limits: Limits,
}

#[derive(Deserialize, TS)]
pub struct SetLimits {
    /// ISO day.
    pub since: String,
    pub limits: Limits,
}

#[derive(Deserialize, TS)]
pub struct ExplainOverrun {
    pub id: String,
    pub row: u8,
    pub reason: String,
}

#[tauri::command(async)]
pub fn standards_get(window: WebviewWindow, desk: State<'_, Desk>, request: HoldsOn) -> Reply<Standards> {
    let day = request.day()?;
    desk.at_desk(&window, |session| Standards::of(session, day))
}

#[tauri::command(async)]
pub fn standards_set(window: WebviewWindow, desk: State<'_, Desk>, request: SetStandard) -> Reply<Standards> {
    let since = first_day(&request.since)?;
    let minutes = MutuBaku::new(request.minutes)?;
    desk.at_desk(&window, |session| {
        session.set_standard(minutes, since)?;
        Standards::of(session, Some(since))
    })
}

#[tauri::command(async)]
pub fn limits_get(window: WebviewWindow, desk: State<'_, Desk>, request: HoldsOn) -> Reply<LimitsView> {
    let day = request.day()?;
    desk.at_desk(&window, |session| LimitsView::of(session, day))
}

#[tauri::command(async)]
pub fn limits_set(window: WebviewWindow, desk: State<'_, Desk>, request: SetLimits) -> Reply<LimitsView> {
    let since = first_day(&request.since)?;
    desk.at_desk(&window, |session| {
        session.set_limits(request.limits, since)?;
        LimitsView::of(session, Some(since))
    })
}

/// The day from which something new holds, as the page sends it.
fn first_day(since: &str) -> Result<NaiveDate, Error> {
    parse_day(since).ok_or_else(|| {
        Error::new(Code::InvalidInput, "since")
            .saying("Tanggal mulai berlaku belum benar.")
            .advising("Pilih tanggal seperti 1 Desember 2026.")
    })
}

#[tauri::command(async)]
pub fn contact_begin(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: CaseRef,
) -> Reply<PermohonanView> {
    desk.at_desk(&window, |session| {
        session.begin_contact(&request.id)?;
        view_of(session, &request.id)
    })
}

#[tauri::command(async)]
pub fn overrun_explain(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: ExplainOverrun,
) -> Reply<PermohonanView> {
    desk.at_desk(&window, |session| {
        session.explain_overrun(&request.id, request.row, &request.reason)?;
        view_of(session, &request.id)
    })
}

impl HoldsOn {
    pub fn day(&self) -> Result<Option<NaiveDate>, Error> {
        self.day.as_deref().map(first_day).transpose()
    }
}

/// The first day after `day` on which something else begins to hold.
pub fn until<T>(day: NaiveDate, set: &[(NaiveDate, T)]) -> Option<String> {
    set.iter().map(|(since, _)| *since).filter(|since| *since > day).min().map(|since| since.to_string())
}

impl Standards {
    pub fn of(session: &Session, day: Option<NaiveDate>) -> Result<Self, Error> {
        let (known, _) = session.standards()?;
        let earliest = session.first_day_of_a_standard();
        // Of what holds today, a change would take back without a word what was set for a later day.
        let day = day.unwrap_or(earliest);
        let proposed = MutuBaku::on(day, &known);
        let row = |step: &loket_core::sop::SopStep| StandardRow {
            number: step.number,
            label: step.label.to_owned(),
            party: step.party,
            minutes: proposed.of(step.number),
        };
        Ok(Self {
            rows: SOP_STEPS.iter().map(row).collect(),
            until: until(day, &known),
            set: known
                .into_iter()
                .map(|(since, standard)| StandardSet {
                    since: since.to_string(),
                    minutes: standard.minutes(),
                })
                .collect(),
            earliest: earliest.to_string(),
        })
    }
}

impl LimitsView {
    pub fn of(session: &Session, day: Option<NaiveDate>) -> Result<Self, Error> {
        let known = session.limits()?;
        let earliest = session.first_day_of_limits();
        let day = day.unwrap_or(earliest);
        let (proposed, until) = (Limits::on(day, &known), until(day, &known));
        let set =
            known.into_iter().map(|(since, limits)| LimitsSet { since: since.to_string(), limits }).collect();
        Ok(Self { proposed, set, earliest: earliest.to_string(), until })
    }
}
