//! Tindak lanjut: which vendor the office must reach out to, on which days, and with which words (row 7, T-29).

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use crate::error::Result;
use crate::permohonan::{Channel, ContactPurpose, Facts, Limits, Status, WAITING, reminder_due};
use crate::sop::{Awaited, FollowUp, FollowUpFacts, FollowUpWords, follow_up_words};
use crate::store::read::{CaseRecord, Wait};

use super::Session;
use super::assess::submitted_at;
use super::contact::follow_ups;

/// What is due towards the vendor of a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FollowUpOutlook {
    pub words: FollowUpWords,
    /// The days on which SIKAP is asked about, earliest first; none for a reminder.
    pub days: Vec<NaiveDate>,
    /// Days since the request, of a reminder that is due.
    pub reminder: Option<i64>,
}

impl Session {
    /// What is due now; none where nobody has to be asked or reminded.
    pub(super) fn follow_up(&self, record: &CaseRecord) -> Result<Option<FollowUpOutlook>> {
        let limits = self.limits_of(record.opened_at)?;
        if record.status == Status::PemantauanSikap {
            let holidays = self.store.reader().holidays()?.dates();
            let days =
                follow_ups(record, limits, self.time_zone(), &holidays).map(Vec::from).unwrap_or_default();
            let words = follow_up_words(FollowUp::Sikap, &self.addressed(record));
            return Ok(Some(FollowUpOutlook { words, days, reminder: None }));
        }
        let Some(submitted) = submitted_at(record).filter(|_| WAITING.contains(&record.status)) else {
            return Ok(None);
        };
        let reminders = record
            .contacts
            .iter()
            .filter(|each| each.purpose == ContactPurpose::Pengingat && each.was_told());
        let now = self.store.now();
        let reminded = reminders.map(|each| each.at).max();
        let limit = submitted + TimeDelta::days(limits.verification_days.into());
        let passed = now > limit;
        // Past the limit only who was never reminded still has to be: without it nothing may lapse.
        let due = if passed {
            reminded.is_none()
        } else {
            reminder_due(limits.reminder_days, submitted, reminded, now).is_some()
        };
        Ok(due.then(|| FollowUpOutlook {
            words: follow_up_words(
                FollowUp::Reminder {
                    until: self.time_zone().office_day(limit),
                    passed,
                    waits_for: awaited(record),
                },
                &self.addressed(record),
            ),
            days: Vec::new(),
            reminder: Some((now - submitted).num_days()),
        }))
    }

    fn addressed(&self, record: &CaseRecord) -> FollowUpFacts {
        let office = &self.office().identity;
        FollowUpFacts {
            company: record.company.clone().unwrap_or_else(|| record.number.clone()),
            permohonan_number: record.number.clone(),
            office: office.name.clone(),
            office_contact: office.contact.clone(),
        }
    }
}

/// The same question of a case that waits, for the home screen.
pub(super) fn must_be_reminded(wait: &Wait, limits: Limits, now: DateTime<Utc>) -> bool {
    !is_late(wait, limits, now)
        && reminder_due(limits.reminder_days, wait.submitted_at, wait.reminded_at, now).is_some()
}

/// The question of T-29, of a case that waits.
pub(super) fn is_late(wait: &Wait, limits: Limits, now: DateTime<Utc>) -> bool {
    let form_filled_at = Some(wait.submitted_at);
    Facts { now, limits, form_filled_at, ..Facts::default() }.verification_is_late()
}

fn awaited(record: &CaseRecord) -> Awaited {
    match (record.status, record.channel) {
        (Status::MenungguJadwal, _) => Awaited::Time,
        (_, Channel::Daring) => Awaited::Mail,
        (_, Channel::TatapMuka) => Awaited::Visit,
    }
}
