//! Daftar harian: every permohonan that something happened to on one day, by the hour of the last of it.

use chrono::{DateTime, Utc};

use super::facts::CaseFacts;
use super::period::Period;
use crate::form::Profil;
use crate::permohonan::{Channel, Status};
use crate::schedule::TimeZone;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayLine {
    pub case: String,
    pub number: String,
    pub company: String,
    pub npwp: String,
    pub channel: Channel,
    pub profil: Profil,
    /// Of the last thing that happened.
    pub at: DateTime<Utc>,
    /// The status to which it led; none where the vendor was only reached out to.
    pub status: Option<Status>,
    /// Seconds of verification, where it was decided on this day.
    pub seconds: Option<i64>,
    /// Officer of the last step; empty where the vendor was only reached out to.
    pub officer: String,
}

impl DayLine {
    /// What happened last, as a person reads it.
    pub fn event(&self) -> &'static str {
        self.status.map_or("Dihubungi tentang SIKAP", Status::label)
    }
}

/// Lines of the days of a period, earliest first. Cases to which nothing happened in it have none.
pub fn day_lines(cases: Vec<CaseFacts>, period: Period, zone: TimeZone) -> Vec<DayLine> {
    let (from, until) = period.bounds(zone);
    let within = |at: DateTime<Utc>| from <= at && at < until;
    let mut lines: Vec<_> = cases
        .into_iter()
        .map(|case| case.known_at(until))
        .filter_map(|case| {
            let phase = case.phases.last().filter(|phase| within(phase.since));
            let contact = case.followed.iter().map(|contact| contact.at).filter(|at| within(*at)).max();
            let at = phase.map(|phase| phase.since).or(contact)?;
            let stays = case.stays();
            let took = case.times(&stays, zone, at).of(5).filter(|took| took.ended.is_some_and(within));
            Some(DayLine {
                at,
                status: phase.map(|phase| phase.status),
                seconds: took.and_then(|took| took.seconds),
                officer: phase.map(|phase| phase.actor.clone()).unwrap_or_default(),
                case: case.id,
                number: case.number,
                company: case.company,
                npwp: case.npwp,
                channel: case.channel,
                profil: case.profil,
            })
        })
        .collect();
    lines.sort_by(|a, b| (a.at, &a.number).cmp(&(b.at, &b.number)));
    lines
}
