//! Pendaftaran surel: the e-mail is registered at the SPSE, its link comes or does not (SOP row 1; T-02 to T-04, S-11).

use chrono::{DateTime, TimeDelta, Utc};

use crate::error::{Code, Error, Result};
use crate::permohonan::TransitionId;

use super::Session;
use super::limits::limits_of;
use super::paper::{self, Occasion};
use super::step::Extra;

/// Days. A registration that lies longer back than this, and than the office waits for a link, is another one, or a wrong
/// date.
const OLDEST: u32 = 60;

impl Session {
    /// T-02: the vendor registered the e-mail at the SPSE at a time that they say, and waits for its link.
    pub fn register_email(&mut self, case: &str, registered: DateTime<Utc>) -> Result<()> {
        let zone = self.time_zone();
        let limits = self.limits_of(self.store.reader().case(case)?.opened_at)?;
        let oldest = TimeDelta::days(OLDEST.max(limits.link_days).into());
        self.require_said(registered, self.store.now() - oldest)?;
        let until = zone.office_day(registered + TimeDelta::days(limits.link_days.into()));
        self.step(
            case,
            TransitionId::T02,
            |_| {},
            |_, _, _| {
                Ok(Extra {
                    said_at: Some(registered.to_rfc3339()),
                    due: Some(until.to_string()),
                    ..Extra::default()
                })
            },
        )
    }

    /// T-03: the link came at a time that the vendor says; the form of the SPSE can be filled.
    pub fn link_came(&mut self, case: &str, came: DateTime<Utc>) -> Result<()> {
        let registered = self.store.reader().case(case)?.registered_at;
        self.require_said(came, registered.unwrap_or(came))?;
        self.step(
            case,
            TransitionId::T03,
            |_| {},
            |_, _, _| Ok(Extra { said_at: Some(came.to_rfc3339()), ..Extra::default() }),
        )
    }

    /// T-04: the link did not come in time. What was typed stays; the letter says what to try.
    pub fn lapse_link(&mut self, case: &str) -> Result<()> {
        let composer = self.composer()?;
        let zone = self.time_zone();
        self.step(
            case,
            TransitionId::T04,
            |_| {},
            |plan, record, _| {
                let days = limits_of(&plan.reader(), zone, record.opened_at)?.link_days;
                let late = Occasion::LinkLate { days };
                let paper = paper::issue_letter(plan, &composer, record, late)?;
                Ok(Extra { paper: Some(paper), ..Extra::default() })
            },
        )
    }

    /// What a vendor says of the past lies in it, and not before something that came first.
    fn require_said(&self, at: DateTime<Utc>, earliest: DateTime<Utc>) -> Result<()> {
        if (earliest..=self.store.now()).contains(&at) {
            return Ok(());
        }
        Err(Error::new(Code::InvalidInput, "a time that cannot be")
            .saying("Tanggal dan jamnya tidak mungkin: terlalu lama, atau belum terjadi.")
            .advising("Tanyakan lagi kepada pelaku usaha, lalu tulis tanggal dan jam yang benar."))
    }
}
