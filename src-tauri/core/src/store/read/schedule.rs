//! Service hours, holidays, sessions and notices as plain records.

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::{OptionalExtension as _, Row};

use super::{Reader, parse_json, parse_word};
use crate::error::Result;
use crate::permohonan::{ContactMethod, Status};
use crate::schedule::{Appointment, Holidays, NoticeKind, ServiceHours, SessionState, VideoWay};
use crate::store::stored::time_of;

/// One session of a case, promised or held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VideoSession {
    /// From 1, in the order of the case.
    pub n: u32,
    pub state: SessionState,
    pub start: DateTime<Utc>,
    pub minutes: u16,
    /// Officer who leads it.
    pub verifikator: String,
    pub way: VideoWay,
    /// Link or number of the call.
    pub join: String,
    /// Why it was moved.
    pub reason: String,
    /// What the vendor shows beside the face; made when it begins.
    pub code: Option<String>,
    pub booked_by: String,
    pub booked_at: DateTime<Utc>,
    pub began_at: Option<DateTime<Utc>>,
    pub ended_at: Option<DateTime<Utc>>,
}

/// What the vendor was told about a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoticeRecord {
    pub kind: NoticeKind,
    pub method: ContactMethod,
    pub session: Option<u32>,
    pub words: String,
    pub by: String,
    pub at: DateTime<Utc>,
}

/// A session as the diary of the office shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgendaLine {
    pub case: String,
    pub number: String,
    pub company: String,
    pub status: Status,
    pub state: SessionState,
    pub appointment: Appointment,
    pub way: VideoWay,
}

impl Reader<'_> {
    /// The hours that the office has set, each with the day from which they hold, oldest first.
    pub fn service_hours(&self) -> Result<Vec<(NaiveDate, ServiceHours)>> {
        self.dated("SELECT since, hours FROM service_hours ORDER BY since")
    }

    pub fn holidays(&self) -> Result<Holidays> {
        let json: Option<String> = self
            .conn
            .prepare_cached("SELECT holidays FROM holidays")?
            .query_row([], |row| row.get(0))
            .optional()?;
        json.as_deref().map_or_else(|| Ok(Holidays::default()), parse_json)
    }

    /// Sessions that begin in a span of time and stand, or were held, earliest first.
    pub fn agenda(&self, from: DateTime<Utc>, until: DateTime<Utc>) -> Result<Vec<AgendaLine>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT s.permohonan, p.number, p.company, p.status, s.state, s.start_ms, s.minutes, s.verifikator, \
             s.way FROM video_session s JOIN permohonan p ON p.id = s.permohonan \
             WHERE s.start_ms >= ?1 AND s.start_ms < ?2 AND s.state NOT IN ('dijadwalkan_ulang', 'dibatalkan') \
             ORDER BY s.start_ms, p.number",
        )?;
        let mut rows = statement.query([from.timestamp_millis(), until.timestamp_millis()])?;
        let mut lines = Vec::new();
        while let Some(row) = rows.next()? {
            lines.push(AgendaLine {
                case: row.get(0)?,
                number: row.get(1)?,
                company: row.get::<_, Option<String>>(2)?.unwrap_or_default(),
                status: parse_word(&row.get::<_, String>(3)?)?,
                state: parse_word(&row.get::<_, String>(4)?)?,
                appointment: Appointment {
                    start: time_of(row.get(5)?),
                    minutes: row.get(6)?,
                    verifikator: row.get(7)?,
                },
                way: parse_word(&row.get::<_, String>(8)?)?,
            });
        }
        Ok(lines)
    }

    /// Times that are taken in a span, without those of one case: it may be moved within its own time.
    pub fn booked(
        &self,
        from: DateTime<Utc>,
        until: DateTime<Utc>,
        without: &str,
    ) -> Result<Vec<Appointment>> {
        let taken = [SessionState::Dijadwalkan, SessionState::Berlangsung];
        let lines = self.agenda(from, until)?.into_iter();
        Ok(lines
            .filter(|line| line.case != without && taken.contains(&line.state))
            .map(|line| line.appointment)
            .collect())
    }

    pub(super) fn sessions_of(&self, case: &str) -> Result<Vec<VideoSession>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT n, state, start_ms, minutes, verifikator, way, join_at, reason, code, booked_by, began_ms, \
             ended_ms, booked_ms FROM video_session WHERE permohonan = ?1 ORDER BY n",
        )?;
        let mut rows = statement.query([case])?;
        let mut sessions = Vec::new();
        while let Some(row) = rows.next()? {
            sessions.push(session_of(row)?);
        }
        Ok(sessions)
    }

    pub(super) fn notices_of(&self, case: &str) -> Result<Vec<NoticeRecord>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT kind, method, session, words, by, at_ms FROM notice WHERE permohonan = ?1 ORDER BY n",
        )?;
        let mut rows = statement.query([case])?;
        let mut notices = Vec::new();
        while let Some(row) = rows.next()? {
            notices.push(NoticeRecord {
                kind: parse_word(&row.get::<_, String>(0)?)?,
                method: parse_word(&row.get::<_, String>(1)?)?,
                session: row.get(2)?,
                words: row.get::<_, Option<String>>(3)?.unwrap_or_default(),
                by: row.get(4)?,
                at: time_of(row.get(5)?),
            });
        }
        Ok(notices)
    }
}

fn session_of(row: &Row<'_>) -> Result<VideoSession> {
    let text = |column: usize| row.get::<_, Option<String>>(column).map(Option::unwrap_or_default);
    let time = |column: usize| row.get::<_, Option<i64>>(column).map(|ms| ms.map(time_of));
    Ok(VideoSession {
        n: row.get(0)?,
        state: parse_word(&row.get::<_, String>(1)?)?,
        start: time_of(row.get(2)?),
        minutes: row.get(3)?,
        verifikator: row.get(4)?,
        way: parse_word(&row.get::<_, String>(5)?)?,
        join: text(6)?,
        reason: text(7)?,
        code: row.get(8)?,
        booked_by: row.get(9)?,
        began_at: time(10)?,
        ended_at: time(11)?,
        booked_at: time_of(row.get(12)?),
    })
}
