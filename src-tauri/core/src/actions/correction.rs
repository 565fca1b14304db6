//! Perbaikan formulir: a value of the form is put right while the case is verified, and the old one stays
//! visible in the timeline and on the Bukti. No Lembar Kekurangan blames the vendor for it.

use chrono::{DateTime, Utc};

use crate::error::{Code, Error, Missing, Result};
use crate::form::{CorrectionCause, FormField};
use crate::permohonan::Status;
use crate::place::Place;
use crate::role::Right;
use crate::store::act::{Act, Open, Sealed};
use crate::store::read::CaseRecord;

use super::Session;
use super::permohonan::{Typed, draft_key, keep_as_typed};
use super::require::{require_editable, require_length};

/// One value of the form, and why it changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    pub field: FormField,
    pub value: String,
    pub cause: CorrectionCause,
    /// When SPSE was seen to say it; asked for where the vendor corrected it there.
    pub seen_at: Option<DateTime<Utc>>,
}

impl Session {
    /// Puts one field of the form right. Rows that stand on the old value open again by themselves, because
    /// a decision holds only for the two values it was taken on.
    pub fn correct_form(&mut self, case: &str, correction: &Correction) -> Result<Typed> {
        let actor = self.acting(Right::Verify)?;
        let Correction { field, value, cause, seen_at } = correction;
        require_length(value)?;
        let record = self.store.reader().case(case)?;
        require_held(&record, &self.officer().id)?;
        let typed = self.check_form_value(&record, *field, value);
        let new = keep_as_typed(&typed, value);
        require_seen(*cause, *seen_at, record.opened_at, self.store.now())?;
        let old = record.form_value(*field).to_owned();
        if old == new {
            return Err(Error::new(Code::InvalidInput, "nothing changes")
                .saying("Isian yang baru sama dengan yang lama.")
                .advising("Ketik nilai yang berbeda, atau batalkan."));
        }
        let open = Open::FormCorrected {
            field: *field,
            cause: *cause,
            seen_at: seen_at
                .filter(|_| *cause == CorrectionCause::DiperbaikiDiSpse)
                .map(|at| at.to_rfc3339()),
        };
        let sealed = Sealed::Change { old, new: new.clone() };
        self.store.act(&actor, |_| Ok(Act::on_case(case, open).sealing(sealed)))?;
        self.forget_draft(case, &draft_key("correction", None, *field)?);
        Ok(Typed { stored: new, ..typed })
    }
}

/// Only the verifikator who holds the case changes what is being compared.
fn require_held(record: &CaseRecord, officer: &str) -> Result<()> {
    require_editable(record)?;
    if record.status != Status::Verifikasi {
        return Err(Error::new(Code::TransitionRefused, "a form is corrected in VERIFIKASI")
            .saying("Formulir hanya dapat diperbaiki saat verifikasi berlangsung."));
    }
    if record.verifier.as_deref() != Some(officer) {
        return Err(Error::new(Code::TransitionRefused, "another officer holds the case")
            .saying("Permohonan ini sedang ditangani petugas lain."));
    }
    Ok(())
}

/// What the vendor corrected in SPSE was seen there since the case was opened, and not in the future.
fn require_seen(
    cause: CorrectionCause,
    seen_at: Option<DateTime<Utc>>,
    opened_at: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Result<()> {
    let seen = match (cause, seen_at) {
        (CorrectionCause::SalahSalin, _) => true,
        (CorrectionCause::DiperbaikiDiSpse, None) => false,
        (CorrectionCause::DiperbaikiDiSpse, Some(at)) => at >= opened_at && at <= now,
    };
    if seen {
        return Ok(());
    }
    let label = "Waktu isian baru terlihat di SPSE, sejak permohonan dibuka sampai sekarang";
    let missing = Missing::new("G-BANDING", Place::CorrectionSeenAt, label);
    Err(Error::missing(Code::GuardFailed, vec![missing]))
}
