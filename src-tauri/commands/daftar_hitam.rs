//! Daftar hitam on the wire: a list is chosen, looked at, dated and taken.

use loket_core::actions::Session;
use loket_core::daftar_hitam::{DaftarHitamRead, RefusedRow};
use loket_core::error::{Code, Error};
use serde::{Deserialize, Serialize};
use tauri::{State, WebviewWindow};
use ts_rs::TS;

use super::schedule::parse_day;
use crate::app::{Desk, aside};
use crate::dialog;
use crate::error::Reply;

/// The list that the office looks in.
#[derive(Serialize, TS)]
pub struct DaftarHitamListView {
    pub list: Option<DaftarHitamInfo>,
    /// ISO date of the office's day.
    pub today: String,
}

#[derive(Serialize, TS)]
pub struct DaftarHitamInfo {
    /// ISO date.
    pub list_date: String,
    pub rows: u32,
    pub by: String,
    pub at: String,
}

/// What a chosen file would give.
#[derive(Serialize, TS)]
pub struct DaftarHitamPreview {
    #[ts(type = "number")]
    pub rows: usize,
    /// Rows whose sanction has ended or has not begun.
    #[ts(type = "number")]
    pub resting: usize,
    /// The first rows that were not taken; `refused_rows` says how many there are.
    pub refused: Vec<RefusedRowView>,
    #[ts(type = "number")]
    pub refused_rows: usize,
    /// Rows taken although the days of their sanction cannot be read; it is held to hold.
    pub undated: Vec<RefusedRowView>,
    #[ts(type = "number")]
    pub undated_rows: usize,
}

#[derive(Serialize, TS)]
pub struct RefusedRowView {
    #[ts(type = "number")]
    pub line: u64,
    pub why: String,
}

#[derive(Deserialize, TS)]
pub struct ImportDaftarHitam {
    /// ISO date of the list.
    pub list_date: String,
}

/// Refused rows that are shown; a file with more of them is better downloaded anew.
const SHOWN: usize = 50;

#[tauri::command(async)]
pub fn daftar_hitam_list(window: WebviewWindow, desk: State<'_, Desk>) -> Reply<DaftarHitamListView> {
    desk.at_desk(&window, |session| DaftarHitamListView::of(session))
}

/// Asks for a file and reads it; nothing changes yet, and nothing at all when the dialog was left.
#[tauri::command]
pub async fn daftar_hitam_pick(
    window: WebviewWindow,
    desk: State<'_, Desk>,
) -> Reply<Option<DaftarHitamPreview>> {
    drop(desk.enter(&window)?);
    let asking = window.clone();
    let Some(bytes) = aside(move || dialog::choose_list(&asking)).await? else { return Ok(None) };
    desk.at_desk(&window, |session| {
        let today = session.today();
        let read = session.read_daftar_hitam(&bytes)?;
        Ok::<_, Error>(Some(DaftarHitamPreview::of(read, today)))
    })
}

#[tauri::command(async)]
pub fn daftar_hitam_import(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: ImportDaftarHitam,
) -> Reply<DaftarHitamListView> {
    desk.at_desk(&window, |session| {
        let list_date = parse_day(&request.list_date).ok_or_else(|| {
            Error::new(Code::InvalidInput, "not a date")
                .saying("Tanggal daftar hitam belum benar.")
                .advising("Tulis tanggal daftar itu diunduh, misalnya 23-11-2026.")
        })?;
        session.import_daftar_hitam(list_date)?;
        DaftarHitamListView::of(session)
    })
}

impl DaftarHitamListView {
    pub fn of(session: &Session) -> Result<Self, Error> {
        let officers = session.officers()?;
        let list = session.imported_daftar_hitam()?.map(|list| DaftarHitamInfo {
            list_date: list.list_date.to_string(),
            rows: list.rows,
            by: officers
                .iter()
                .find(|officer| officer.id == list.by)
                .map(|officer| officer.name.clone())
                .unwrap_or_default(),
            at: list.at.to_rfc3339(),
        });
        Ok(Self { list, today: session.today().to_string() })
    }
}

impl DaftarHitamPreview {
    pub fn of(read: &DaftarHitamRead, today: chrono::NaiveDate) -> Self {
        let refused = read.refused.iter().take(SHOWN);
        Self {
            rows: read.listed.len(),
            resting: read.listed.iter().filter(|listed| !listed.holds_on(today)).count(),
            refused: refused.map(RefusedRowView::from).collect(),
            undated: read.undated.iter().take(SHOWN).map(RefusedRowView::from).collect(),
            refused_rows: read.refused.len(),
            undated_rows: read.undated.len(),
        }
    }
}

impl From<&RefusedRow> for RefusedRowView {
    fn from(row: &RefusedRow) -> Self {
        Self { line: row.line, why: row.why.clone() }
    }
}
