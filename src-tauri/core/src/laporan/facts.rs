//! What the office knows of one permohonan, as a report takes it.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use crate::form::Profil;
use crate::layanan::Layanan;
use crate::permohonan::{Channel, Status, TransitionId};
use crate::schedule::TimeZone;
use crate::sop::{Followed, Said, Stay, Times, Told, VERIFICATION, reason_of, reason_on_paper};

/// A status on the way of a case, with the step that led to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phase {
    pub status: Status,
    pub transition: TransitionId,
    pub since: DateTime<Utc>,
    pub until: Option<DateTime<Utc>>,
    /// Id of the officer who took the step.
    pub actor: String,
    /// Reason codes that the step carried.
    pub codes: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseFacts {
    pub id: String,
    pub number: String,
    /// Empty once the case is erased.
    pub company: String,
    /// Sixteen digits, or empty.
    pub npwp: String,
    pub channel: Channel,
    pub layanan: Layanan,
    pub profil: Profil,
    /// In the order of the case.
    pub phases: Vec<Phase>,
    pub told: Vec<Told>,
    pub followed: Vec<Followed>,
    /// What somebody wrote about it is gone.
    pub erased: bool,
    /// Why rows of the SOP took longer, by row.
    pub overruns: BTreeMap<u8, Vec<Said>>,
    /// What was said of the verification with its approval; empty where nothing was.
    pub approval_reason: Option<String>,
}

impl CaseFacts {
    /// The same case as it stood at a moment, so that a report of a past period stays what it was.
    #[must_use]
    pub fn known_at(mut self, moment: DateTime<Utc>) -> Self {
        self.phases.retain(|phase| phase.since < moment);
        if let Some(last) = self.phases.last_mut() {
            last.until = last.until.filter(|until| *until < moment);
        }
        self.told.retain(|told| told.booked < moment);
        for told in &mut self.told {
            told.told = told.told.filter(|at| *at < moment);
        }
        self.followed.retain(|contact| contact.at < moment);
        self
    }

    /// Why a row took longer, if somebody said so, and whether that explains all of it; what nobody explained is named.
    pub(super) fn overrun(&self, row: u8, times: &Times<'_>, standard: u32) -> Option<(String, bool)> {
        let said = self.overruns.get(&row).map_or(&[][..], Vec::as_slice);
        let at_approval = self.approval_reason.as_deref().filter(|_| row == VERIFICATION);
        if let Some(reason) = reason_of(said, at_approval) {
            let is_explained = times.explains(row, said, at_approval, standard);
            let reason = reason_on_paper(reason, is_explained, "tanpa alasan tertulis");
            return Some((reason, is_explained));
        }
        self.erased.then(|| ("Alasan dimusnahkan bersama datanya.".to_owned(), true))
    }

    pub(super) fn stays(&self) -> Vec<Stay> {
        let nexts = self.phases.iter().skip(1).map(|next| Some(next.transition)).chain([None]);
        let stay = |(phase, next): (&Phase, Option<TransitionId>)| Stay {
            status: phase.status,
            since: phase.since,
            until: phase.until,
            ended_by: phase.until.and(next),
        };
        self.phases.iter().zip(nexts).map(stay).collect()
    }

    pub(super) fn times<'a>(&'a self, stays: &'a [Stay], zone: TimeZone, now: DateTime<Utc>) -> Times<'a> {
        Times { channel: self.channel, stays, told: &self.told, followed: &self.followed, zone, now }
    }

    /// Steps of a span of time that were not taken back: a sheet of shortages that T-31 withdrew asked for nothing.
    pub(super) fn steps(
        &self,
        within: impl Fn(DateTime<Utc>) -> bool,
    ) -> impl Iterator<Item = (&Phase, Option<&Phase>)> {
        let nexts = self.phases.iter().skip(1).map(Some).chain([None]);
        self.phases
            .iter()
            .zip(nexts)
            .filter(move |(phase, _)| within(phase.since))
            .filter(|(_, next)| next.is_none_or(|next| next.transition != TransitionId::T31))
    }
}
