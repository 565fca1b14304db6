//! The online sessions of a case on the wire.

use loket_core::actions::VideoSession;
use loket_core::actions::permohonan::Permohonan;
use loket_core::schedule::{NoticeKind, SessionState, VideoWay, format_long_date};
use serde::Serialize;
use ts_rs::TS;

use super::letter::LetterView;

#[derive(Serialize, TS)]
pub struct ScheduleView {
    /// In the order in which they were promised or begun.
    pub sessions: Vec<SessionView>,
    /// What the vendor was told, oldest first.
    pub notices: Vec<NoticeLine>,
    /// Letters that wait to be sent or were, in the order in which they were queued.
    pub letters: Vec<LetterView>,
    /// Whether the office can send a notice by itself.
    pub sends_letters: bool,
    /// Times that the appointment may still be moved.
    pub moves_left: u32,
    pub no_shows: u32,
    pub no_shows_most: u32,
    /// From when nobody there counts as a no-show; of the promised session.
    pub no_show_from: Option<String>,
    /// `10.15 WIB`
    pub no_show_from_label: Option<String>,
    /// Attempts to reach the vendor since the promised time.
    pub attempts: u32,
    pub attempts_needed: u32,
}

#[derive(Serialize, TS)]
pub struct SessionView {
    pub n: u32,
    pub state: SessionState,
    pub state_label: String,
    pub start: String,
    /// ISO date at the office.
    pub day: String,
    /// `Senin, 23 November 2026`
    pub day_label: String,
    /// `10.00`
    pub time: String,
    /// `10.45 WIB`
    pub until: String,
    pub minutes: u16,
    /// Id of the officer who leads it.
    pub verifikator: String,
    pub verifikator_name: String,
    pub way: VideoWay,
    pub way_label: String,
    pub join: String,
    pub reason: String,
    /// What the vendor shows beside the face; from when it began.
    pub code: Option<String>,
    pub began_at: Option<String>,
    pub ended_at: Option<String>,
}

#[derive(Serialize, TS)]
pub struct NoticeLine {
    pub kind: NoticeKind,
    pub kind_label: String,
    pub method: String,
    pub session: Option<u32>,
    pub at: String,
    pub by: String,
}

impl ScheduleView {
    pub fn of(permohonan: &Permohonan) -> Option<Self> {
        let online = permohonan.online.as_ref()?;
        let record = &permohonan.record;
        Some(Self {
            sessions: record.sessions.iter().map(|session| SessionView::of(session, permohonan)).collect(),
            notices: record
                .notices
                .iter()
                .map(|notice| NoticeLine {
                    kind: notice.kind,
                    kind_label: notice.kind.label().to_owned(),
                    method: notice.method.label().to_owned(),
                    session: notice.session,
                    at: notice.at.to_rfc3339(),
                    by: permohonan.officer(&notice.by),
                })
                .collect(),
            letters: permohonan.letters.iter().map(LetterView::of).collect(),
            sends_letters: permohonan.sends_letters,
            moves_left: online.moves_left,
            no_shows: online.no_shows,
            no_shows_most: online.no_shows_most,
            no_show_from: online.no_show_from.map(|from| from.to_rfc3339()),
            no_show_from_label: online.no_show_from.map(|from| permohonan.zone.format_time(from)),
            attempts: online.attempts,
            attempts_needed: online.attempts_needed,
        })
    }
}

impl SessionView {
    fn of(session: &VideoSession, permohonan: &Permohonan) -> Self {
        let zone = permohonan.zone;
        let day = zone.office_day(session.start);
        Self {
            n: session.n,
            state: session.state,
            state_label: session.state.label().to_owned(),
            start: session.start.to_rfc3339(),
            day: day.to_string(),
            day_label: format_long_date(day),
            time: zone.format_clock(session.start),
            until: zone.format_end(session.start, session.minutes),
            minutes: session.minutes,
            verifikator: session.verifikator.clone(),
            verifikator_name: permohonan.officer(&session.verifikator),
            way: session.way,
            way_label: session.way.label().to_owned(),
            join: session.join.clone(),
            reason: session.reason.clone(),
            code: session.code.clone(),
            began_at: session.began_at.map(|at| at.to_rfc3339()),
            ended_at: session.ended_at.map(|at| at.to_rfc3339()),
        }
    }
}
