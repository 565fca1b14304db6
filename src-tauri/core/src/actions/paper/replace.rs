//! Penggantian Bukti: a wrong Bukti is never edited. A new one names it, and both stay.

use crate::actions::Session;
use crate::actions::assess::Assessment;
use crate::actions::require::require_length;
use crate::error::{Code, Error, Missing};
use crate::numbering::PaperKind;
use crate::place::Place;
use crate::role::Right;
use crate::store::act::{Act, Open, Sealed};
use crate::store::kunci::tries::Refusal;
use crate::store::read::{CaseRecord, PaperRecord};

impl Session {
    /// Issues a Bukti in place of the one that stands, with the approver's password and a reason.
    ///
    /// What was compared stays as it was decided: put right are the name of who attended, and whatever the
    /// office's own data (letterhead, officer) say by now.
    pub fn replace_bukti(
        &mut self,
        case: &str,
        password: &str,
        reason: &str,
        attendee_name: Option<&str>,
    ) -> Result<(), Refusal> {
        let actor = self.acting(Right::Approve)?;
        require_length(reason)?;
        require_length(attendee_name.unwrap_or_default())?;
        let record = self.store.reader().case(case)?;
        standing(&record)?;
        require_reason(reason)?;
        self.confirm_password(password)?;
        let composer = self.composer()?;
        let seat = &self.seat;
        let reason = reason.trim().to_owned();
        let attendee_name = attendee_name
            .map(str::trim)
            .filter(|name| !name.is_empty() && *name != record.attendee_name)
            .map(str::to_owned);
        self.store.act(&actor, |plan| {
            let mut record = plan.reader().case(case)?;
            let old = standing(&record)?.clone();
            if let Some(name) = &attendee_name {
                record.attendee_name.clone_from(name);
            }
            let assessment = Assessment::of(seat, &plan.reader(), &record, plan.now())?;
            let head = plan.head()?;
            let mut paper =
                super::issue(plan, case, PaperKind::BuktiVerifikasi, composer.year(), |number| {
                    composer.bukti(&record, &assessment, Some(number), old.number.as_deref(), &head)
                })?;
            paper.replaces = Some(old.id);
            let sealed = Sealed::Replacement { reason, attendee_name };
            Ok(Act::on_case(case, Open::BuktiReplaced { paper }).sealing(sealed))
        })?;
        self.forget_draft(case, "replace:reason");
        Ok(())
    }
}

/// The Bukti that counts now.
fn standing(record: &CaseRecord) -> Result<&PaperRecord, Error> {
    record
        .papers
        .iter()
        .find(|paper| paper.kind == PaperKind::BuktiVerifikasi && paper.replaced_by.is_none())
        .filter(|_| record.status.was_approved() && record.erased_at.is_none())
        .ok_or_else(|| {
            Error::new(Code::TransitionRefused, "no Bukti stands")
                .saying("Permohonan ini belum mempunyai Bukti Verifikasi yang dapat diganti.")
        })
}

fn require_reason(reason: &str) -> Result<(), Error> {
    if !reason.trim().is_empty() {
        return Ok(());
    }
    let missing = Missing::new("T-21", Place::Reason, "Alasan Bukti diganti");
    Err(Error::missing(Code::GuardFailed, vec![missing]))
}
