//! Menghubungi pelaku usaha: a log of calls and messages, and the dates it moves (SOP row 7, A-09).

use chrono::{DateTime, NaiveDate, Utc};

use crate::error::{Code, Error, Result};
use crate::permohonan::{ContactMethod, ContactPurpose, Limits, Status};
use crate::role::Right;
use crate::schedule::{TimeZone, add_working_days};
use crate::store::act::{Act, Open, Sealed};
use crate::store::read::CaseRecord;

use super::Session;
use super::limits::limits_of;
use super::require::require_length;
use super::session::ContactBegun;

/// One attempt to reach the vendor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    pub method: ContactMethod,
    pub purpose: ContactPurpose,
    pub reached: bool,
    pub note: String,
}

impl Session {
    /// Somebody begins to call or write: the clock of row 7 runs from here until the note.
    pub fn begin_contact(&mut self, case: &str) -> Result<()> {
        self.acting(Right::LogContact)?;
        let at = self.store.now();
        self.contact_begun = Some(ContactBegun { case: case.to_owned(), at, steady: self.store.steady() });
        Ok(())
    }

    /// Since when somebody is calling or writing, if it began on this day and for this case.
    pub(super) fn contact_since(&self, case: &str) -> Option<DateTime<Utc>> {
        let began = self.contact_begun.as_ref()?;
        let same_day = self.time_zone().office_day(began.at) == self.today();
        (began.case == case && same_day).then_some(began.at)
    }

    /// None where nobody said when the attempt began. The clock may be put right in between: the note waits for that.
    fn contact_minutes(&self, case: &str) -> Option<u32> {
        self.contact_since(case)?;
        let began = self.contact_begun.as_ref()?;
        u32::try_from(self.store.steady().saturating_sub(began.steady).as_secs() / 60).ok()
    }

    /// Writes down a call or message. While SIKAP is followed it moves the date of the next one.
    pub fn log_contact(&mut self, case: &str, contact: &Contact) -> Result<()> {
        let actor = self.acting(Right::LogContact)?;
        require_length(&contact.note)?;
        let zone = self.time_zone();
        let Contact { method, purpose, reached, note } = contact.clone();
        let minutes = self.contact_minutes(case);
        self.store.act(&actor, |plan| {
            let record = plan.reader().case(case)?;
            if record.status.is_final() || record.erased_at.is_some() {
                return Err(Error::new(Code::TransitionRefused, "the case is closed")
                    .saying("Permohonan sudah ditutup, jadi catatan tidak dapat ditambah lagi."));
            }
            let follows = record.status == Status::PemantauanSikap && purpose == ContactPurpose::Sikap;
            let holidays = plan.reader().holidays()?.dates();
            let today = zone.office_day(plan.now());
            let limits = limits_of(&plan.reader(), zone, record.opened_at)?;
            let days = follow_ups(&record, limits, zone, &holidays).filter(|_| follows);
            let due = days.map(|days| next_follow_up(days, today));
            if due.is_some() || matches!(purpose, ContactPurpose::Pengingat | ContactPurpose::Jadwal) {
                // From it the time until the next one runs, or it is an attempt to reach who has not come to the call.
                plan.require_trusted_clock()?;
            }
            let open =
                Open::Contacted { method, purpose, reached, due: due.map(|day| day.to_string()), minutes };
            Ok(Act::on_case(case, open).sealing(Sealed::Text(note.trim().to_owned())))
        })?;
        if self.contact_begun.as_ref().is_some_and(|began| began.case == case) {
            self.contact_begun = None;
        }
        self.forget_draft(case, "contact:note");
        Ok(())
    }
}

/// The days on which the office asks about SIKAP, counted from the activation.
pub(super) fn follow_ups(
    record: &CaseRecord,
    limits: Limits,
    zone: TimeZone,
    holidays: &[NaiveDate],
) -> Option<[NaiveDate; 3]> {
    let activated = zone.office_day(record.activated_at?);
    Some(limits.sikap_days.map(|days| add_working_days(activated, days, holidays)))
}

/// The next of `days` after `today`; the last one stays when it is past.
fn next_follow_up(days: [NaiveDate; 3], today: NaiveDate) -> NaiveDate {
    let [.., last] = days;
    days.into_iter().find(|day| *day > today).unwrap_or(last)
}
