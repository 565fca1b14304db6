//! Sesi daring: what the sessions of a case say — which one is promised, how often it was moved or missed.

use chrono::{DateTime, TimeDelta, Utc};

use crate::permohonan::{Channel, ContactPurpose, Limits, TransitionId};
use crate::schedule::{NoticeKind, SessionState};
use crate::store::read::{CaseRecord, TangkapanRecord, VideoSession};
use crate::tangkapan::{CallTime, Standing};
use crate::verifikasi::OnlineSession;

/// How often an appointment may still be moved or missed, and when nobody there counts as a no-show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OnlineOutlook {
    pub moves_left: u32,
    pub no_shows: u32,
    pub no_shows_most: u32,
    /// Of the promised session.
    pub no_show_from: Option<DateTime<Utc>>,
    pub attempts: u32,
    pub attempts_needed: u32,
}

/// The session that is promised and has not begun.
pub(super) fn promised(record: &CaseRecord) -> Option<&VideoSession> {
    record.sessions.iter().rev().find(|session| session.state == SessionState::Dijadwalkan)
}

/// The session that notices are about: the newest that was not moved.
pub fn current(record: &CaseRecord) -> Option<&VideoSession> {
    record.sessions.iter().rev().find(|session| session.state != SessionState::DijadwalkanUlang)
}

pub(super) fn count_sessions(record: &CaseRecord, state: SessionState) -> u32 {
    record.sessions.iter().filter(|session| session.state == state).count() as u32
}

/// Whether the vendor was told of the time that is promised now; a moved time is told anew.
pub(super) fn vendor_told(record: &CaseRecord) -> bool {
    let of_it = |n: u32| record.notices.iter().filter(move |notice| notice.session == Some(n));
    promised(record)
        .is_some_and(|session| of_it(session.n).any(|notice| notice.kind != NoticeKind::TidakHadir))
}

/// Attempts to reach the vendor since the promised time, reached or not (T-12).
pub(super) fn attempts(record: &CaseRecord) -> u32 {
    let Some(session) = promised(record) else { return 0 };
    let since = |at: DateTime<Utc>| at >= session.start;
    let tried = record.contacts.iter().filter(|contact| contact.purpose == ContactPurpose::Jadwal);
    tried.filter(|contact| since(contact.at)).count() as u32
}

pub(super) fn last_no_show(record: &CaseRecord) -> Option<DateTime<Utc>> {
    let missed = record.sessions.iter().filter(|session| session.state == SessionState::TidakHadir);
    missed.filter_map(|session| session.ended_at).max()
}

/// What the appointment of a case still allows.
pub(super) fn online_outlook(record: &CaseRecord, limits: Limits) -> Option<OnlineOutlook> {
    (record.channel == Channel::Daring).then(|| OnlineOutlook {
        moves_left: limits.reschedules.saturating_sub(count_sessions(record, SessionState::DijadwalkanUlang)),
        no_shows: count_sessions(record, SessionState::TidakHadir),
        no_shows_most: limits.no_shows,
        no_show_from: promised(record)
            .map(|session| session.start + TimeDelta::minutes(limits.no_show_minutes.into())),
        attempts: attempts(record),
        attempts_needed: limits.contact_attempts,
    })
}

/// What G-DARING asks of the call.
pub(super) fn online_session(record: &CaseRecord) -> OnlineSession {
    let counting =
        || record.tangkapan.iter().filter(|tangkapan| standing(record, tangkapan) == Standing::Counts);
    OnlineSession {
        scheduled: record.sessions.iter().any(|session| decides(record, session)),
        screenshots: counting().count() as u32,
        code_visible: counting().any(|tangkapan| tangkapan.marks.code_visible),
    }
}

/// Whether a call is one that a decision may rest on: held by whoever decides now, as originals are seen by them and
/// not by a predecessor, and begun after the vendor was last sent home.
fn decides(record: &CaseRecord, session: &VideoSession) -> bool {
    let since = sent_home_at(record);
    record.verifier.as_deref() == Some(session.verifikator.as_str())
        && session.began_at.is_some_and(|began| since.is_none_or(|at| began > at))
}

/// When the vendor was last sent home from a verification (T-18) for good: originals are seen again after it, and
/// so is the call. A Lembar Kekurangan that was taken back (T-31) sent nobody home.
fn sent_home_at(record: &CaseRecord) -> Option<DateTime<Utc>> {
    let mut since = None;
    for phase in &record.phases {
        match phase.transition {
            TransitionId::T18 => since = Some(phase.since),
            TransitionId::T31 => since = None,
            _ => {}
        }
    }
    since
}

/// What a kept picture is worth as evidence of the call (G-DARING).
pub fn standing(record: &CaseRecord, tangkapan: &TangkapanRecord) -> Standing {
    let session = record.sessions.iter().find(|session| session.n == tangkapan.session);
    let call =
        session.and_then(|session| Some(CallTime { began: session.began_at?, ended: session.ended_at }));
    let inside =
        call.is_some_and(|call| call.holds(tangkapan.source, tangkapan.sealed_at, tangkapan.exif_at));
    if tangkapan.erased || !inside {
        Standing::Outside
    } else if session.is_some_and(|session| decides(record, session)) {
        Standing::Counts
    } else {
        Standing::Earlier
    }
}
