//! Laporan: the figures of a day, a month or a year.

use chrono::{DateTime, NaiveDate, Utc};
use loket_core::actions::Session;
use loket_core::actions::report::Report as Told;
use loket_core::error::{Code, Error};
use loket_core::laporan::{Period, PeriodKind, ReportFormat, Spread, StepFigures, format_minutes};
use loket_core::permohonan::Channel;
use loket_core::reasons::ReasonKind;
use loket_core::role::Right;
use loket_core::schedule::TimeZone;
use serde::{Deserialize, Serialize};
use tauri::{State, WebviewWindow};
use ts_rs::TS;

use super::paper::SaveReply;
use super::schedule::parse_day;
use crate::app::Desk;
use crate::dialog;
use crate::error::Reply;

#[derive(Deserialize, TS)]
pub struct ReportRequest {
    pub kind: PeriodKind,
    /// Any ISO day of the period; of today where there is none.
    pub day: Option<String>,
}

#[derive(Deserialize, TS)]
pub struct ReportSave {
    pub kind: PeriodKind,
    /// Any ISO day of the period.
    pub day: String,
    pub format: ReportFormat,
    /// Why whole numbers are needed; none masks them.
    pub reason: Option<String>,
}

#[derive(Serialize, TS)]
pub struct Report {
    pub kind: PeriodKind,
    pub title: String,
    pub label: String,
    /// First ISO day.
    pub day: String,
    /// Last ISO day that is counted: at most today.
    pub until: String,
    /// An ISO day of the period before.
    pub previous: String,
    /// None where the next period lies ahead.
    pub next: Option<String>,
    pub may_save: bool,
    pub may_unmask: bool,
    pub summary: ReportSummary,
    pub flow: Vec<ReportCount>,
    pub channels: Vec<ReportCount>,
    pub profils: Vec<ReportCount>,
    /// Empty where all that were opened were for a new account.
    pub layanan: Vec<ReportCount>,
    /// Of a month: each verification whose minutes are known.
    pub points: Vec<ReportPoint>,
    /// Of a year.
    pub months: Vec<ReportMonth>,
    pub steps: Vec<ReportStep>,
    pub deviations: Vec<ReportDeviation>,
    pub reasons: Vec<ReportReason>,
    pub officers: Vec<ReportOfficer>,
    pub sikap: Vec<ReportFigure>,
    /// Of a day: every case to which something happened.
    pub lines: Vec<ReportLine>,
}

#[derive(Serialize, TS)]
pub struct ReportSummary {
    pub verified: usize,
    pub within: usize,
    pub over: usize,
    /// Their minutes cannot be told.
    pub untold: usize,
    /// Over, without a reason so far.
    pub unexplained: usize,
    /// Minutes that the SOP granted the verification last.
    pub standard: u32,
    /// The same in words; both where a new standard began within the period.
    pub standard_label: String,
}

#[derive(Serialize, TS)]
pub struct ReportCount {
    pub label: String,
    pub count: usize,
}

#[derive(Serialize, TS)]
pub struct ReportFigure {
    pub label: String,
    pub value: String,
}

#[derive(Serialize, TS)]
pub struct ReportPoint {
    pub id: String,
    pub number: String,
    /// ISO day on which the verification ended.
    pub day: String,
    #[ts(type = "number")]
    pub minutes: i64,
    pub standard: u32,
    pub channel: Channel,
    pub over: bool,
}

#[derive(Serialize, TS)]
pub struct ReportMonth {
    /// Its first ISO day.
    pub day: String,
    pub label: String,
    pub within: usize,
    pub over: usize,
    pub untold: usize,
}

#[derive(Serialize, TS)]
pub struct ReportStep {
    pub number: u8,
    pub label: String,
    pub standard: String,
    pub count: usize,
    /// Empty where nothing was measured.
    pub median: String,
    /// Within which time nine of ten were done.
    pub ninth: String,
    pub over: usize,
}

#[derive(Serialize, TS)]
pub struct ReportDeviation {
    pub id: String,
    pub number: String,
    pub day: String,
    pub row: u8,
    #[ts(type = "number")]
    pub minutes: i64,
    pub standard: u32,
    pub reason: Option<String>,
}

#[derive(Serialize, TS)]
pub struct ReportReason {
    pub code: String,
    pub text: String,
    pub kind: ReasonKind,
    pub count: usize,
}

#[derive(Serialize, TS)]
pub struct ReportOfficer {
    pub name: String,
    pub count: usize,
    pub median: String,
}

#[derive(Serialize, TS)]
pub struct ReportLine {
    pub id: String,
    pub number: String,
    /// Of the office's clock.
    pub time: String,
    pub company: String,
    /// Masked.
    pub npwp: String,
    pub channel: Channel,
    pub profil_label: String,
    /// What happened last on this day.
    pub event: String,
    /// Of the verification, where it was decided on this day.
    pub minutes: String,
    pub officer: String,
}

#[tauri::command(async)]
pub fn report(window: WebviewWindow, desk: State<'_, Desk>, request: ReportRequest) -> Reply<Report> {
    desk.at_desk(&window, |session| {
        let day = request.day.as_deref().map_or_else(|| Ok(session.today()), day_of)?;
        Ok::<_, Error>(Report::of(session, &session.report(request.kind, day)?))
    })
}

#[tauri::command(async)]
pub fn report_save(window: WebviewWindow, desk: State<'_, Desk>, request: ReportSave) -> Reply<SaveReply> {
    let ReportSave { kind, day, format, reason } = request;
    let day = day_of(&day)?;
    let file_kind = match format {
        ReportFormat::Pdf => dialog::PDF,
        ReportFormat::Xlsx => dialog::SPREADSHEET,
        ReportFormat::Csv => dialog::TEXT_TABLE,
    };
    let mut name = Period::of(kind, day).file_name();
    if reason.is_some() {
        name.push_str("-nomor-lengkap");
    }
    let Some(path) = dialog::choose_place(&window, file_kind, &name)
        .map_err(|error| error.advising("Lihat laporannya di layar, lalu laporkan kepada admin komputer."))?
    else {
        return Ok(SaveReply { saved: false });
    };
    // The act comes first: no copy leaves without a trace.
    let bytes = desk.at_desk(&window, |session| session.report_file(kind, day, format, reason.as_deref()))?;
    dialog::write_file(&path, file_kind, &bytes)?;
    Ok(SaveReply { saved: true })
}

fn day_of(text: &str) -> Result<NaiveDate, Error> {
    parse_day(text).ok_or_else(|| {
        Error::new(Code::InvalidInput, "day")
            .saying("Tanggal laporan belum benar.")
            .advising("Pilih tanggal seperti 1 Desember 2026.")
    })
}

impl Report {
    fn of(session: &Session, told: &Told) -> Self {
        let zone = session.time_zone();
        let day = |at: DateTime<Utc>| zone.office_day(at).to_string();
        let Told { period, until, standard, recap, lines } = told;
        let verified = recap.verified;
        let of_verification = recap.steps.iter().find(|row| row.step.number == 5);
        Self {
            kind: period.kind(),
            title: period.title().to_owned(),
            label: period.label(),
            day: period.first().to_string(),
            until: until.to_string(),
            previous: period.previous().first().to_string(),
            next: session.next_period(*period).map(|next| next.first().to_string()),
            may_save: session.may(Right::SaveReport),
            may_unmask: session.may(Right::SaveWholeNumbers),
            summary: ReportSummary {
                verified: verified.count(),
                within: verified.within,
                over: verified.over,
                untold: verified.untold,
                unexplained: verified.unexplained,
                standard: *standard,
                standard_label: of_verification.map(StepFigures::standard_label).unwrap_or_default(),
            },
            flow: counts(recap.flow.rows()),
            channels: counts(recap.channel_rows()),
            profils: counts(recap.profil_rows()),
            layanan: counts(recap.layanan_rows()),
            points: match period.kind() {
                PeriodKind::Bulan => {
                    recap.cases.iter().filter_map(|case| ReportPoint::of(case, zone)).collect()
                }
                PeriodKind::Hari | PeriodKind::Tahun => Vec::new(),
            },
            months: recap
                .months
                .iter()
                .map(|month| ReportMonth {
                    day: month.month.first().to_string(),
                    label: month.month.label(),
                    within: month.verified.within,
                    over: month.verified.over,
                    untold: month.verified.untold,
                })
                .collect(),
            steps: recap
                .steps
                .iter()
                .map(|row| ReportStep {
                    number: row.step.number,
                    label: row.step.label.to_owned(),
                    standard: row.standard_label(),
                    count: row.spread.count,
                    median: minutes(row.spread.median),
                    ninth: minutes(row.spread.ninth),
                    over: row.over,
                })
                .collect(),
            deviations: recap
                .deviations
                .iter()
                .map(|late| ReportDeviation {
                    id: late.case.clone(),
                    number: late.number.clone(),
                    day: day(late.ended),
                    row: late.row,
                    minutes: late.minutes,
                    standard: late.standard,
                    reason: late.reason.clone(),
                })
                .collect(),
            reasons: recap
                .reasons
                .iter()
                .map(|one| ReportReason {
                    code: one.reason.code().to_owned(),
                    text: one.reason.text().to_owned(),
                    kind: one.reason.kind(),
                    count: one.count,
                })
                .collect(),
            officers: recap
                .officers
                .iter()
                .map(|load| ReportOfficer {
                    name: load.officer.clone(),
                    count: load.count,
                    median: median(&load.spread),
                })
                .collect(),
            sikap: recap
                .sikap_rows()
                .into_iter()
                .map(|(label, value)| ReportFigure { label: label.to_owned(), value })
                .collect(),
            lines: lines
                .iter()
                .map(|line| ReportLine {
                    id: line.case.clone(),
                    number: line.number.clone(),
                    time: zone.format_clock(line.at),
                    company: line.company.clone(),
                    npwp: line.npwp.clone(),
                    channel: line.channel,
                    profil_label: line.profil.label().to_owned(),
                    event: line.event().to_owned(),
                    minutes: minutes(line.seconds),
                    officer: line.officer.clone(),
                })
                .collect(),
        }
    }
}

impl ReportPoint {
    fn of(case: &loket_core::laporan::VerifiedCase, zone: TimeZone) -> Option<Self> {
        Some(Self {
            id: case.case.clone(),
            number: case.number.clone(),
            day: zone.office_day(case.ended).to_string(),
            minutes: case.minutes?,
            standard: case.standard,
            channel: case.channel,
            over: case.is_over(),
        })
    }
}

fn counts<'a>(rows: impl IntoIterator<Item = (&'a str, usize)>) -> Vec<ReportCount> {
    rows.into_iter().map(|(label, count)| ReportCount { label: label.to_owned(), count }).collect()
}

fn median(spread: &Spread) -> String {
    minutes(spread.median)
}

fn minutes(seconds: Option<i64>) -> String {
    seconds.map(format_minutes).unwrap_or_default()
}
