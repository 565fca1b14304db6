//! Tenggat dan batas: how long the office waits and how often it tries.

use chrono::{DateTime, Days, NaiveDate, Utc};

use crate::error::{Code, Error, Result};
use crate::permohonan::Limits;
use crate::role::Right;
use crate::schedule::TimeZone;
use crate::store::act::{Act, Open};
use crate::store::read::Reader;

use super::Session;

/// The limits of the day on which a permohonan was opened.
pub(super) fn limits_of(reader: &Reader<'_>, zone: TimeZone, opened: DateTime<Utc>) -> Result<Limits> {
    Ok(Limits::on(zone.office_day(opened), &reader.limits()?))
}

impl Session {
    /// The limits that the office has set, each with the day from which it holds, oldest first.
    pub fn limits(&self) -> Result<Vec<(NaiveDate, Limits)>> {
        self.store.reader().limits()
    }

    pub(super) fn limits_of(&self, opened: DateTime<Utc>) -> Result<Limits> {
        limits_of(&self.store.reader(), self.time_zone(), opened)
    }

    /// The first day from which new limits may hold: who came today was told those of today.
    pub fn first_day_of_limits(&self) -> NaiveDate {
        self.today() + Days::new(1)
    }

    /// New limits from a day on. A permohonan that was opened before keeps the old ones.
    pub fn set_limits(&mut self, limits: Limits, since: NaiveDate) -> Result<()> {
        let actor = self.acting(Right::ManageOffice)?;
        let limits = limits.checked()?;
        if since < self.first_day_of_limits() {
            return Err(Error::new(Code::InvalidInput, "limits in the past")
                .saying("Tenggat tidak dapat berlaku surut.")
                .advising("Pilih besok atau sesudahnya."));
        }
        self.store.act(&actor, |plan| {
            // A day that lies ahead of a clock that lags has begun long ago.
            plan.require_trusted_clock()?;
            Ok(Act::office(Open::LimitsSet { limits, since: since.to_string() }))
        })?;
        Ok(())
    }
}
