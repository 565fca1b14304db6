//! Beranda: who waits, and the one next act.

use chrono::{DateTime, TimeDelta, Utc};

use crate::contact::{claims_pkp, show_phone};
use crate::error::{Code, Error, Result};
use crate::form::Kapasitas;
use crate::masking::mask_number;
use crate::permohonan::{Limits, Status, WAITING};
use crate::persyaratan::{self, Circumstances};
use crate::reasons::Reason;
use crate::role::Right;
use crate::schedule::{SessionState, format_date};
use crate::store::read::{AgendaLine, CaseLine, Wait, WaitingPrint};
use crate::store::watch::ClockTrouble;

use super::Session;
use super::follow_up::{is_late, must_be_reminded};
use super::session::Recovered;

/// Cases by what has to happen to them.
#[derive(Clone, Debug, Default)]
pub struct Home {
    /// The case whose turn it is: priority lane first, then a call of this officer that is due, then order of arrival.
    pub next: Option<CaseLine>,
    /// The call, where it is the turn of one.
    pub next_call: Option<AgendaLine>,
    pub waiting: Vec<CaseLine>,
    pub running: Vec<CaseLine>,
    pub intake: Vec<CaseLine>,
    pub repairs: Vec<CaseLine>,
    pub approvals: Vec<CaseLine>,
    pub activations: Vec<CaseLine>,
    pub sikap: Vec<CaseLine>,
    /// Past the limit from form to verification: proposed to lapse (T-29).
    pub late: Vec<CaseLine>,
    /// Must be reminded before that limit is over.
    pub to_remind: Vec<CaseLine>,
    /// The link to the SPSE form did not come in time: proposed to lapse (T-04).
    pub links_late: Vec<CaseLine>,
    /// Complete requests from afar that have no appointment yet.
    pub to_schedule: Vec<CaseLine>,
    /// Appointments of today, earliest first.
    pub sessions: Vec<AgendaLine>,
    /// Nobody came to the call: another appointment, or the end.
    pub no_shows: Vec<CaseLine>,
    /// The server refused a notice, so that the vendor knows nothing of it.
    pub letters_refused: Vec<CaseLine>,
    /// Papers that wait for a printer, oldest first.
    pub print_later: Vec<WaitingPrint>,
    /// Kiriman that wait in the Baki, and how many of them past their last day.
    pub baki: (usize, usize),
    pub recovered: Option<Recovered>,
    pub done_today: usize,
    /// Mean minutes from start to approval of today's cases.
    pub done_minutes: i64,
    /// Minutes that the SOP grants to the same part of a case.
    pub done_standard: i64,
    /// The clock went wrong, and nobody has confirmed it since (S-30).
    pub clock: Option<ClockTrouble>,
}

/// Rows of a list on the home screen; the archive shows the rest.
const SHOWN: u32 = 200;

/// Hits of a search are counted up to here; beyond it nobody reads the number.
const COUNTED: u32 = 1_000;

impl Session {
    /// Guests who wait for the counter, in their turn: the priority lane first, then by when the number was given.
    pub(super) fn waiting_line(&self) -> Result<Vec<CaseLine>> {
        let mut line = self.store.reader().cases_in(&[Status::Antre], COUNTED)?;
        line.sort_by_key(|waiting| (waiting.priority.is_none(), waiting.since));
        Ok(line)
    }

    pub fn home(&self) -> Result<Home> {
        if !self.may(Right::SeeMasked) {
            // An admin without another role manages the office and sees no case.
            self.acting(Right::ManageOffice)?;
            return Ok(Home { clock: self.store.clock_trouble()?, ..Home::default() });
        }
        let reader = self.store.reader();
        let list = |statuses: &[Status]| -> Result<Vec<CaseLine>> {
            let lines = reader.cases_in(statuses, SHOWN)?;
            Ok(lines.into_iter().map(|line| self.masked(line)).collect())
        };
        let waiting: Vec<_> =
            self.waiting_line()?.into_iter().take(SHOWN as usize).map(|line| self.masked(line)).collect();
        let sessions = self.agenda(self.today(), 1)?;
        let next_call = match waiting.first() {
            Some(guest) if guest.priority.is_some() => None,
            _ => self.call_due(&sessions),
        };
        let next = match &next_call {
            Some(call) => list(&[Status::Terjadwal])?.into_iter().find(|line| line.id == call.case),
            None => waiting.first().cloned(),
        };
        let midnight = self.time_zone().start_of_day(self.today());
        let minutes = reader.approved_since(midnight)?;
        let (_, standard) = self.standards()?;
        let now = self.store.now();
        // What is due is looked for among all of them, and only then cut to what a screen can show.
        let limits = reader.limits()?;
        let first = TimeDelta::days(Limits::first_reminder(&limits).into());
        let waits = reader.waits_since(WAITING, now - first)?;
        let shown = |is_due: fn(&Wait, Limits, DateTime<Utc>) -> bool| -> Result<Vec<CaseLine>> {
            let limits_of = |wait: &Wait| Limits::on(self.time_zone().office_day(wait.opened_at), &limits);
            let due = waits.iter().filter(|wait| is_due(wait, limits_of(wait), now));
            let lines = reader.lines_of(due.take(SHOWN as usize).map(|wait| wait.case.as_str()))?;
            Ok(lines.into_iter().map(|line| self.masked(line)).collect())
        };
        let by_due = |status: Status| -> Result<Vec<CaseLine>> {
            let lines = reader.cases_by_due(status, SHOWN)?;
            Ok(lines.into_iter().map(|line| self.masked(line)).collect())
        };
        let today = self.today().to_string();
        Ok(Home {
            next,
            next_call,
            waiting,
            running: list(&[Status::Verifikasi, Status::Ditunda])?,
            intake: list(&[
                Status::Draf,
                Status::PengisianFormulir,
                Status::MenungguTautan,
                Status::Diajukan,
            ])?,
            repairs: list(&[Status::PerluPerbaikan])?,
            approvals: list(&[Status::Sesuai])?,
            activations: list(&[Status::Disetujui])?,
            sikap: [by_due(Status::Terverifikasi)?, by_due(Status::PemantauanSikap)?].concat(),
            to_remind: shown(must_be_reminded)?,
            late: shown(is_late)?,
            links_late: by_due(Status::MenungguTautan)?
                .into_iter()
                .filter(|line| line.due.as_ref().is_some_and(|due| *due < today))
                .collect(),
            to_schedule: list(&[Status::MenungguJadwal])?,
            sessions,
            no_shows: list(&[Status::TidakHadir])?,
            print_later: self.prints_that_wait()?,
            letters_refused: reader.refused_letters()?.into_iter().map(|line| self.masked(line)).collect(),
            baki: if self.may(Right::Intake) { reader.count_kiriman(self.today())? } else { (0, 0) },
            recovered: self.recovered.clone(),
            done_today: minutes.len(),
            done_minutes: mean(&minutes),
            done_standard: i64::from(standard.of(5) + standard.of(6)),
            clock: self.store.clock_trouble()?,
        })
    }

    /// A call that this officer leads and that nobody has begun yet.
    fn call_due(&self, sessions: &[AgendaLine]) -> Option<AgendaLine> {
        let mine = |call: &&AgendaLine| {
            call.status == Status::Terjadwal
                && call.state == SessionState::Dijadwalkan
                && call.appointment.verifikator == self.officer().id
                && call.appointment.is_due(self.store.now())
        };
        sessions.iter().find(mine).cloned()
    }

    /// Finds cases by name, company, NIK, NPWP in any form, or number: the newest of them, and how
    /// many there are (counted up to [`COUNTED`]).
    pub fn search(&self, text: &str, limit: u32) -> Result<(Vec<CaseLine>, usize)> {
        self.acting(Right::SeeMasked)?;
        let reader = self.store.reader();
        let mut lines = reader.search(text, limit.max(COUNTED))?;
        let total = if text.trim().is_empty() { reader.count_cases()? } else { lines.len() };
        lines.truncate(limit as usize);
        Ok((lines.into_iter().map(|line| self.masked(line)).collect(), total))
    }

    /// A list shows nobody a whole number. The telephone is there to be called by who works on the case.
    fn masked(&self, mut line: CaseLine) -> CaseLine {
        line.npwp_key = mask_number(&line.npwp_key);
        line.attendee_nik = mask_number(&line.attendee_nik);
        line.phone = show_phone(&line.phone);
        if !self.sees_numbers_of(line.status) {
            line.phone = mask_number(&line.phone);
        }
        line
    }

    /// What is said while the clock is wrong: the time it shows, so that a person can judge it.
    pub fn clock_warning(&self, trouble: ClockTrouble) -> Error {
        let zone = self.time_zone();
        let shown = zone.format_date_time(self.store.now());
        match trouble {
            ClockTrouble::Behind(_) => Error::new(Code::ClockWentBack, "clock is behind")
                .saying(format!("Jam komputer mundur, sekarang menunjukkan {shown}.")),
            ClockTrouble::Ahead { expected, .. } if trouble.may_be_a_rest(self.store.now()) => {
                Error::new(Code::ClockWentAhead, "nobody worked for long")
                    .saying(format!(
                        "Sejak {} tidak ada pekerjaan tercatat, sekarang jam komputer menunjukkan {shown}.",
                        zone.format_date_time(expected)
                    ))
                    .advising("Pastikan jam komputer benar, atau betulkan, lalu coba lagi.")
            }
            ClockTrouble::Ahead { expected, .. } => Error::new(Code::ClockWentAhead, "clock went ahead")
                .saying(format!(
                    "Jam komputer melompat maju: saat itu seharusnya {}, sekarang menunjukkan {shown}.",
                    zone.format_date_time(expected)
                )),
        }
    }
}

fn mean(values: &[i64]) -> i64 {
    if values.is_empty() { 0 } else { values.iter().sum::<i64>() / values.len() as i64 }
}

/// Labels of the documents that this case needs and that are not here yet, by the rule of T-08.
fn outstanding(line: &CaseLine) -> Vec<&'static str> {
    let circumstances = Circumstances {
        by_kuasa: line.kapasitas == Some(Kapasitas::Kuasa),
        pkp_filled: claims_pkp(&line.pkp),
        changes: Some(&line.changes),
    };
    persyaratan::required_documents(line.layanan, line.profil, circumstances)
        .filter(|requirement| !line.documents.contains(&requirement.kind))
        .map(|requirement| requirement.label)
        .collect()
}

/// Every document that this case needs is here.
pub fn is_complete(line: &CaseLine) -> bool {
    outstanding(line).is_empty()
}

/// One short phrase that says what the case waits for.
pub fn remark(line: &CaseLine) -> String {
    let due = line.due.as_deref().and_then(|due| due.parse().ok()).map(format_date);
    match (line.status, due) {
        (Status::PerluPerbaikan, _) => line
            .shortages
            .first()
            .and_then(|code| Reason::parse(code))
            .map_or_else(|| "Menunggu perbaikan".to_owned(), |reason| reason.text().to_owned()),
        (Status::PemantauanSikap, Some(due)) => format!("Hubungi pelaku usaha paling lambat {due}"),
        (Status::Sesuai, _) => "Menunggu persetujuan".to_owned(),
        (Status::Disetujui, _) => "Menunggu aktivasi di SPSE".to_owned(),
        _ => match outstanding(line).as_slice() {
            [] => "Berkas lengkap".to_owned(),
            [one] => format!("{one} belum ada"),
            [one, other] => format!("{one} dan {other} belum ada"),
            more => format!("{} dokumen belum ada", more.len()),
        },
    }
}

/// Minutes a case has waited in its present status.
pub fn waited_minutes(line: &CaseLine, now: DateTime<Utc>) -> i64 {
    (now - line.since).num_minutes().max(0)
}
