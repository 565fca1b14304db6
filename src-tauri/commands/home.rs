//! Beranda and search: cases as lines with masked numbers.

use chrono::{DateTime, Utc};
use loket_core::actions::home::{is_complete, remark, waited_minutes};
use loket_core::actions::{CaseLine, Session, WaitingPrint};
use loket_core::error::Error;
use loket_core::form::{Kapasitas, Profil};
use loket_core::layanan::Layanan;
use loket_core::numbering::PaperKind;
use loket_core::permohonan::{Channel, Status};
use serde::{Deserialize, Serialize};
use tauri::{State, WebviewWindow};
use ts_rs::TS;

use super::schedule::{AgendaView, agenda_of};
use crate::app::Desk;
use crate::error::{Reply, WireError};

#[derive(Clone, Serialize, TS)]
pub struct CaseSummary {
    pub id: String,
    pub number: String,
    pub status: Status,
    pub status_label: String,
    pub layanan: Layanan,
    pub profil: Profil,
    pub channel: Channel,
    pub company: String,
    pub attendee: String,
    pub kapasitas: Option<Kapasitas>,
    pub queue: Option<String>,
    pub priority: Option<String>,
    pub npwp_masked: String,
    #[ts(type = "number")]
    pub waiting_minutes: i64,
    pub updated_at: String,
    /// What is still open, or that everything is there.
    pub remark: String,
    pub complete: bool,
    pub shortages: Vec<String>,
    pub held_by: Option<String>,
    pub due: Option<String>,
    /// Where the vendor is reached; masked for roles that see no numbers.
    pub phone: String,
}

#[derive(Serialize, TS)]
pub struct RecoveredCases {
    pub at: String,
    pub cases: Vec<CaseSummary>,
}

#[derive(Serialize, TS)]
pub struct Home {
    pub now: String,
    pub next: Option<CaseSummary>,
    /// The call, where it is the turn of one.
    pub next_call: Option<AgendaView>,
    pub waiting: Vec<CaseSummary>,
    pub intake: Vec<CaseSummary>,
    pub repairs: Vec<CaseSummary>,
    pub approvals: Vec<CaseSummary>,
    pub activations: Vec<CaseSummary>,
    pub sikap: Vec<CaseSummary>,
    /// Past the limit from form to verification; each may lapse (T-29).
    pub late: Vec<CaseSummary>,
    /// Must be reminded before that limit is over.
    pub to_remind: Vec<CaseSummary>,
    /// The link to the SPSE form did not come in time (T-04).
    pub links_late: Vec<CaseSummary>,
    /// Verifications that run or pause.
    pub paused: Vec<CaseSummary>,
    /// Complete requests from afar that have no appointment yet.
    pub to_schedule: Vec<CaseSummary>,
    /// Appointments of today, earliest first.
    pub sessions: Vec<AgendaView>,
    /// Nobody came to the call.
    pub no_shows: Vec<CaseSummary>,
    /// Papers on the list "Cetak nanti", oldest first.
    pub print_later: Vec<PrintLater>,
    /// The server refused a notice, so that the vendor knows nothing of it.
    pub letters_refused: Vec<CaseSummary>,
    /// Kiriman that wait in the Baki, and how many of them past their last day.
    #[ts(type = "number")]
    pub baki_waiting: usize,
    #[ts(type = "number")]
    pub baki_expired: usize,
    /// Whether the office reads or sends e-mail over the network; otherwise nothing is connected.
    pub mailbox_on: bool,
    pub recovered: Option<RecoveredCases>,
    #[ts(type = "number")]
    pub done_today: usize,
    #[ts(type = "number")]
    pub done_minutes: i64,
    #[ts(type = "number")]
    pub done_standard: i64,
    pub log_checked_at: Option<String>,
    pub log_ok: bool,
    /// The clock went back (S-30).
    pub clock_warning: Option<WireError>,
}

#[derive(Serialize, TS)]
pub struct PrintLater {
    pub permohonan: String,
    pub permohonan_number: String,
    pub company: String,
    pub paper: String,
    pub kind: PaperKind,
    pub label: String,
    pub number: Option<String>,
    pub copies: u8,
    /// Whether this officer may open it; it may show identity papers.
    pub may_print: bool,
}

#[derive(Deserialize, TS)]
pub struct SearchRequest {
    pub text: String,
    pub limit: u32,
}

#[derive(Serialize, TS)]
pub struct SearchResult {
    pub cases: Vec<CaseSummary>,
    #[ts(type = "number")]
    pub total: usize,
}

/// Most lines a search answers with.
const MOST: u32 = 500;

impl Home {
    /// What the officer at the desk sees first.
    pub fn of(session: &Session) -> Result<Self, Error> {
        let home = session.home()?;
        let now = session.store().now();
        let list = |lines: &[CaseLine]| summaries(session, lines, now);
        let recovered = home.recovered.as_ref().map(|recovered| {
            let lines: Vec<CaseLine> =
                home.running.iter().filter(|line| recovered.cases.contains(&line.id)).cloned().collect();
            list(&lines).map(|cases| RecoveredCases { at: recovered.at.to_rfc3339(), cases })
        });
        let checked = session.log_check();
        Ok(Self {
            now: now.to_rfc3339(),
            next: list(home.next.as_slice())?.pop(),
            next_call: agenda_of(session, home.next_call.as_slice())?.pop(),
            waiting: list(&home.waiting)?,
            intake: list(&home.intake)?,
            repairs: list(&home.repairs)?,
            approvals: list(&home.approvals)?,
            activations: list(&home.activations)?,
            sikap: list(&home.sikap)?,
            late: list(&home.late)?,
            to_remind: list(&home.to_remind)?,
            links_late: list(&home.links_late)?,
            paused: list(&home.running)?,
            to_schedule: list(&home.to_schedule)?,
            sessions: agenda_of(session, &home.sessions)?,
            no_shows: list(&home.no_shows)?,
            print_later: home.print_later.iter().map(|print| PrintLater::of(session, print)).collect(),
            letters_refused: list(&home.letters_refused)?,
            baki_waiting: home.baki.0,
            baki_expired: home.baki.1,
            mailbox_on: session.mail_ways()? != (false, false),
            recovered: recovered.transpose()?,
            done_today: home.done_today,
            done_minutes: home.done_minutes,
            done_standard: home.done_standard,
            log_checked_at: Some(checked.at.to_rfc3339()),
            log_ok: checked.intact,
            clock_warning: home.clock.map(|trouble| session.clock_warning(trouble).into()),
        })
    }
}

impl PrintLater {
    fn of(session: &Session, print: &WaitingPrint) -> Self {
        Self {
            permohonan: print.case.clone(),
            permohonan_number: print.case_number.clone(),
            company: print.company.clone(),
            paper: print.paper.clone(),
            kind: print.kind,
            label: print.kind.label().to_owned(),
            number: print.number.clone(),
            copies: print.copies,
            may_print: session.may_print(print),
        }
    }
}

#[tauri::command(async)]
pub fn home(window: WebviewWindow, desk: State<'_, Desk>) -> Reply<Home> {
    desk.at_desk(&window, |session| Home::of(session))
}

/// A person says that the clock is right although it went back or ahead (S-30).
#[tauri::command(async)]
pub fn clock_confirm(window: WebviewWindow, desk: State<'_, Desk>) -> Reply<()> {
    desk.at_desk(&window, Session::confirm_clock)
}

#[tauri::command(async)]
pub fn search(window: WebviewWindow, desk: State<'_, Desk>, request: SearchRequest) -> Reply<SearchResult> {
    desk.at_desk(&window, |session| {
        let (lines, total) = session.search(&request.text, request.limit.min(MOST))?;
        let cases = summaries(session, &lines, session.store().now())?;
        Ok::<_, Error>(SearchResult { total, cases })
    })
}

pub fn summaries(
    session: &Session,
    lines: &[CaseLine],
    now: DateTime<Utc>,
) -> Result<Vec<CaseSummary>, Error> {
    let officers = session.officers()?;
    let name_of =
        |id: &String| officers.iter().find(|officer| officer.id == *id).map(|officer| officer.name.clone());
    Ok(lines
        .iter()
        .map(|line| CaseSummary {
            id: line.id.clone(),
            number: line.number.clone(),
            status: line.status,
            status_label: line.status.label().to_owned(),
            layanan: line.layanan,
            profil: line.profil,
            channel: line.channel,
            company: line.company.clone(),
            attendee: line.attendee_name.clone(),
            kapasitas: line.kapasitas,
            queue: line.queue.clone(),
            priority: line.priority.clone(),
            npwp_masked: line.npwp_key.clone(),
            waiting_minutes: waited_minutes(line, now),
            updated_at: line.updated_at.to_rfc3339(),
            remark: remark(line),
            complete: is_complete(line),
            shortages: line.shortages.clone(),
            held_by: line.verifier.as_ref().and_then(name_of),
            due: line.due.clone(),
            phone: line.phone.clone(),
        })
        .collect())
}
