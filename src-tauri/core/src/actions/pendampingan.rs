//! Pendampingan INAPROC: a vendor is helped with the account at INAPROC; nothing is verified (procedure 2.5, F-25).

use crate::document::DocumentKind;
use crate::error::{Code, Error, Result};
use crate::form::{DocumentField, FormField, Profil};
use crate::layanan::Layanan;
use crate::layanan::inaproc::{HasilPendampingan, LookedUp, SyaratFacts, SyaratLine, syarat};
use crate::numbering::PaperKind;
use crate::permohonan::{Channel, RedirectTarget, Status, TransitionId};
use crate::role::Right;
use crate::store::act::{Act, Open, Sealed};
use crate::store::read::CaseRecord;

use super::Session;
use super::opening::Opening;
use super::paper;
use super::require::{require_editable, require_length};
use super::step::{Extra, plain};

impl Session {
    /// T-01: somebody came for help with INAPROC. Returns the id of the permohonan.
    pub fn open_pendampingan(&mut self, profil: Profil, notice_version: &str) -> Result<String> {
        let (layanan, channel) = (Layanan::PendampinganInaproc, Channel::TatapMuka);
        self.open_new(notice_version, Opening { layanan, profil, channel, changes: None })
    }

    /// What INAPROC will say, as far as it can be told here.
    pub fn syarat_inaproc(&self, record: &CaseRecord) -> Result<Vec<SyaratLine>> {
        let list = self.look_in_daftar_hitam(record)?;
        let on_nib = record.documents.get(&DocumentKind::Nib);
        Ok(syarat(&SyaratFacts {
            profil: record.profil,
            npwp: record.form_value(FormField::Npwp),
            nik: record.form_value(FormField::PenanggungJawabNik),
            nik_on_nib: on_nib.and_then(|nib| nib.values.get(&DocumentField::Nik)).map_or("", String::as_str),
            email: record.form_value(FormField::Surel),
            phone: record.form_value(FormField::Hp),
            looked_up: record.looked_up,
            list: list.map(|answer| (answer.list_date, answer.hits.iter().any(|hit| hit.holds))),
            today: self.today(),
        }))
    }

    /// What an officer looked up in OSS, in the daftar hitam and at INAPROC.
    pub fn look_up_inaproc(&mut self, case: &str, looked_up: LookedUp) -> Result<()> {
        let actor = self.acting(Right::Intake)?;
        self.store.act(&actor, |plan| {
            let record = plan.reader().case(case)?;
            require_help(&record)?;
            require_editable(&record)?;
            Ok(Act::on_case(case, Open::InaprocLookedUp).sealing(Sealed::LookedUp(looked_up)))
        })?;
        Ok(())
    }

    /// T-05 and T-28: the help is over; the slip says what was found, what is still to be prepared, and how it ended.
    pub fn finish_pendampingan(&mut self, case: &str, outcome: HasilPendampingan, note: &str) -> Result<()> {
        self.acting(Right::Completeness)?;
        require_length(note)?;
        let note = note.trim().to_owned();
        let record = self.store.reader().case(case)?;
        require_help(&record)?;
        if outcome.needs_note() && note.is_empty() {
            return Err(Error::new(Code::InvalidInput, "no note")
                .saying("Sebab belum berhasil belum ditulis.")
                .advising("Tulis pesan INAPROC atau kendalanya dalam catatan."));
        }
        // What a power cut left between the two goes on from here.
        if record.status == Status::Draf {
            self.step(case, TransitionId::T05, |_| {}, plain)?;
        }
        let composer = self.composer()?;
        let lines = self.syarat_inaproc(&record)?;
        self.step(
            case,
            TransitionId::T28,
            |facts| facts.redirect = Some(RedirectTarget::Inaproc),
            |plan, record, _| {
                let paper =
                    paper::issue(plan, case, PaperKind::LembarPengalihan, composer.year(), |number| {
                        composer.lembar_pendampingan(record, &lines, outcome, &note, number)
                    })?;
                let sealed = Some(Sealed::Redirect { target: RedirectTarget::Inaproc, text: note });
                Ok(Extra { paper: Some(paper), sealed, outcome: Some(outcome), ..Extra::default() })
            },
        )
    }
}

fn require_help(record: &CaseRecord) -> Result<()> {
    if record.layanan == Layanan::PendampinganInaproc {
        return Ok(());
    }
    Err(Error::new(Code::InvalidInput, "no help with INAPROC")
        .saying("Permohonan ini bukan pendampingan INAPROC."))
}
