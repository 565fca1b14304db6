//! Penutupan: the ways in which a permohonan ends other than by an approval, and the end of SIKAP.

use crate::error::{Code, Error, Result};
use crate::numbering::PaperKind;
use crate::permohonan::{Confirmation, RedirectTarget, Status, TransitionId};
use crate::reasons::Reason;
use crate::role::Right;
use crate::store::act::{Act, Open, Sealed};

use super::Session;
use super::assess::Assessment;
use super::paper::{self, Occasion};
use super::require::require_length;
use super::step::{Extra, plain};

impl Session {
    /// T-20: refused, with a code and a reason; the Surat Penolakan says what is still open to the vendor.
    pub fn refuse(&mut self, case: &str, code: Reason, reason: &str) -> Result<()> {
        require_length(reason)?;
        let composer = self.composer()?;
        let text = reason.trim().to_owned();
        let said = text.clone();
        self.step(
            case,
            TransitionId::T20,
            |facts| {
                facts.reasons = vec![code];
                facts.reason_text = said;
            },
            |plan, record, _| {
                let paper = paper::issue(plan, case, PaperKind::SuratPenolakan, composer.year(), |number| {
                    composer.surat_penolakan(record, code, &text, number)
                })?;
                Ok(Extra {
                    codes: vec![code.code().to_owned()],
                    paper: Some(paper),
                    sealed: Some(Sealed::Reasons { notes: Vec::new(), text }),
                    ..Extra::default()
                })
            },
        )
    }

    /// T-28: the case belongs elsewhere; the slip says where, and what to do there.
    pub fn redirect(&mut self, case: &str, target: RedirectTarget, text: &str) -> Result<()> {
        require_length(text)?;
        require_length(&target.label())?;
        let composer = self.composer()?;
        let text = text.trim().to_owned();
        let named = target.clone();
        self.step(
            case,
            TransitionId::T28,
            |facts| facts.redirect = Some(named),
            |plan, record, seat| {
                let assessment = Assessment::of(seat, &plan.reader(), record, plan.now())?;
                let paper =
                    paper::issue(plan, case, PaperKind::LembarPengalihan, composer.year(), |number| {
                        composer.lembar_pengalihan(record, &target, &text, &assessment.duplicates, number)
                    })?;
                let sealed = Some(Sealed::Redirect { target, text });
                Ok(Extra { paper: Some(paper), sealed, ..Extra::default() })
            },
        )
    }

    /// T-27: the vendor withdraws.
    pub fn cancel(&mut self, case: &str, reason: &str) -> Result<()> {
        self.reasoned(case, TransitionId::T27, reason)
    }

    /// T-29: the limit from form to verification is over, and the vendor was reminded.
    pub fn lapse(&mut self, case: &str) -> Result<()> {
        self.step(case, TransitionId::T29, |_| {}, plain)
    }

    /// T-25: the vendor filled SIKAP, and this is how the office knows.
    pub fn close_sikap(&mut self, case: &str, confirmation: Confirmation) -> Result<()> {
        self.step(
            case,
            TransitionId::T25,
            |facts| facts.confirmation = Some(confirmation),
            |_, _, _| Ok(Extra { confirmation: Some(confirmation), ..Extra::default() }),
        )
    }

    /// T-26: every follow-up is over and SIKAP is still empty.
    pub fn give_up_sikap(&mut self, case: &str, reason: &str) -> Result<()> {
        self.reasoned(case, TransitionId::T26, reason)
    }

    /// A letter that SIKAP is still empty, for a vendor who cannot be reached otherwise. Returns its id.
    pub fn write_about_sikap(&mut self, case: &str) -> Result<String> {
        let actor = self.acting(Right::RecordActivation)?;
        let composer = self.composer()?;
        let mut id = String::new();
        self.store.act(&actor, |plan| {
            let record = plan.reader().case(case)?;
            if record.status != Status::PemantauanSikap {
                return Err(Error::new(Code::TransitionRefused, "SIKAP is not followed")
                    .saying("SIKAP permohonan ini tidak sedang dipantau, jadi suratnya tidak diterbitkan."));
            }
            let paper = paper::issue_letter(plan, &composer, &record, Occasion::SikapEmpty)?;
            id.clone_from(&paper.id);
            Ok(Act::on_case(case, Open::PaperIssued { paper }))
        })?;
        Ok(id)
    }
}
