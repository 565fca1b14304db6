//! Verifikasi at the desk: what a person decides on each row, and the two questions beside it.

use crate::error::{Code, Error, Missing, Result};
use crate::permohonan::Status;
use crate::place::Place;
use crate::role::Right;
use crate::store::act::{Act, Open, Sealed};
use crate::verifikasi::{DaftarHitam, Decision, Objection, Row, RowKey};

use super::Session;
use super::assess::Assessment;
use super::require::{require_editable, require_length};

impl Session {
    /// Writes a person's decision on one row, or takes it back. What the rules forbid is refused
    /// with the reason: NPWP, NIK and bentuk usaha that are BEDA cannot be passed by anybody.
    pub fn decide_row(
        &mut self,
        case: &str,
        key: RowKey,
        decision: Option<Decision>,
        reason: &str,
        reason_code: Option<&str>,
    ) -> Result<()> {
        let actor = self.acting(Right::Verify)?;
        require_length(reason)?;
        let seat = &self.seat;
        self.store.act(&actor, |plan| {
            let record = plan.reader().case(case)?;
            if record.status != Status::Verifikasi {
                return Err(Error::new(Code::TransitionRefused, "rows are decided in VERIFIKASI")
                    .saying("Baris hanya dapat diputuskan saat verifikasi berlangsung."));
            }
            if record.verifier.as_deref() != Some(actor.officer.as_str()) {
                return Err(Error::new(Code::TransitionRefused, "another officer holds the case")
                    .saying("Permohonan ini sedang ditangani petugas lain."));
            }
            let assessment = Assessment::of(seat, &plan.reader(), &record, plan.now())?;
            let row = assessment
                .rows
                .iter()
                .find(|row| row.key == key)
                .ok_or_else(|| Error::new(Code::NotFound, "this case has no such row"))?;
            // The code stands in the open part of the log: only words of the closed list may go there.
            if let Some(code) = reason_code
                && !row.ready_reasons.iter().any(|ready| ready.code == code)
            {
                return Err(Error::new(Code::InvalidInput, "unknown reason code for this row"));
            }
            if let Some(decision) = decision {
                row.accepts(decision, reason, reason_code).map_err(|objection| object(row, objection))?;
            }
            let open = Open::RowDecided {
                row: key,
                decision,
                outcome: row.outcome(),
                rule: row.finding.as_ref().map(|finding| finding.rule.clone()).unwrap_or_default(),
                reason_code: reason_code.map(str::to_owned),
            };
            Ok(Act::on_case(case, open).sealing(Sealed::Row {
                reason: reason.trim().to_owned(),
                form_value: row.form_value.clone(),
                document_value: row.document_value.clone(),
            }))
        })?;
        self.forget_draft(case, &format!("reason:{}", key.as_str()));
        Ok(())
    }

    /// The blacklist answer, with the date of the list that was consulted (G-HITAM).
    pub fn set_daftar_hitam(&mut self, case: &str, daftar_hitam: DaftarHitam) -> Result<()> {
        let actor = self.acting(Right::Verify)?;
        self.store.act(&actor, |plan| {
            require_editable(&plan.reader().case(case)?)?;
            let list_date = daftar_hitam.list_date.map(|date| date.to_string());
            Ok(Act::on_case(case, Open::DaftarHitamSet { answer: daftar_hitam.answer, list_date }))
        })?;
        self.forget_draft(case, "daftar_hitam:list_date");
        Ok(())
    }
}

/// The refusal of a row in the words of the desk.
fn object(row: &Row, objection: Objection) -> Error {
    let label = match objection {
        Objection::CannotPass => format!("{} berbeda dan tidak dapat diterima", row.label),
        Objection::ReasonMissing => format!("Alasan untuk {}", row.key.phrase()),
        Objection::ReasonNotListed => format!("Alasan dari daftar untuk {}", row.key.phrase()),
    };
    let sentence = format!("{label}.");
    let missing = Missing::new("G-BANDING", Place::Row(row.key), label);
    let error = Error::missing(Code::GuardFailed, vec![missing]);
    if objection == Objection::CannotPass { error.saying(sentence) } else { error }
}
