//! Pemusnahan: the keys of a case are destroyed, the log still verifies.
//!
//! The screens (register, retention, Berita Acara) come with their own work; this is the act.

use crate::error::{Code, Error, Result};
use crate::role::Right;
use crate::store::act::{Act, ErasureScope, Open};
use crate::store::kunci::Credentials;
use crate::store::kunci::tries::{self, Refusal};
use crate::store::sealed_file::{self, SealedName};

use super::Session;

impl Session {
    /// Erases a closed case. The coordinator asks; a second person approves with the own password.
    pub fn erase_case(
        &mut self,
        case: &str,
        scope: ErasureScope,
        ground: &str,
        approver: Credentials<'_>,
    ) -> Result<(), Refusal> {
        let actor = self.acting(Right::ProposeErasure)?;
        if ground.trim().is_empty() {
            return Err(Error::new(Code::InvalidInput, "an erasure needs its ground")
                .saying("Dasar pemusnahan belum diisi.")
                .into());
        }
        let approved_by = self.second_person(approver)?;
        let record = self.store.reader().case(case)?;
        if !record.status.is_final() {
            return Err(Error::new(Code::TransitionRefused, "an open case is not erased")
                .saying("Permohonan yang masih berjalan tidak dapat dimusnahkan.")
                .into());
        }
        if self.store.reader().baki_holds(case)? {
            return Err(Error::new(Code::TransitionRefused, "its kiriman waits")
                .saying("Surel permohonan ini masih ada di Baki, berikut pindaiannya.")
                .advising("Akhiri kiriman itu di Baki, lalu musnahkan permohonannya.")
                .into());
        }
        self.store.act(&actor, |_| {
            Ok(Act::on_case(case, Open::CaseErased { scope, ground: ground.trim().to_owned(), approved_by }))
        })?;
        // What this session still held in memory goes too.
        self.last_taken = None;
        // Without their keys the files are noise; removing them frees the room.
        let papers = record
            .papers
            .iter()
            .filter(|paper| scope == ErasureScope::Everything || paper.kind.shows_pictures());
        let pictures = record.pictures.iter().map(|picture| &picture.file);
        let message = record.request.iter().filter_map(|request| request.message.as_ref());
        let calls = record.tangkapan.iter().chain(&record.sikap_proof).map(|tangkapan| &tangkapan.file);
        for file in pictures.chain(message).chain(calls).chain(papers.map(|paper| &paper.file)) {
            // The erasure stands; noise that could not be removed is named by the next check.
            let _ = SealedName::parse(&file.sealed_name)
                .and_then(|name| sealed_file::remove_sealed(self.store.folder(), &name));
        }
        Ok(())
    }

    fn second_person(&self, approver: Credentials<'_>) -> Result<String, Refusal> {
        let world = self.store.world();
        let unlocked =
            tries::guarded(self.store.folder(), world.clock.as_ref(), world.points.as_ref(), || {
                self.kunci.unlock(approver)
            })?;
        let id = unlocked.officer_id.unwrap_or_default();
        let officer = self.store.reader().officer(&id)?;
        let may = officer.active && officer.roles.iter().any(|role| role.may(Right::ApproveErasure));
        if id == self.officer().id || !may {
            return Err(Error::new(Code::RoleForbidden, "a second person must approve")
                .saying("Pemusnahan harus disetujui orang kedua yang berwenang.")
                .into());
        }
        Ok(id)
    }
}
