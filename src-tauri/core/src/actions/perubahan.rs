//! Perubahan data: a new permohonan about the data of one that was verified (T-30, procedure 2.4, S-17).

use std::collections::BTreeMap;

use crate::document::DocumentKind;
use crate::error::{Code, Error, Result};
use crate::form::{DocumentField, FormField, Profil};
use crate::layanan::Layanan;
use crate::layanan::perubahan::{Bagian, SuratPermohonan};
use crate::permohonan::{Channel, Facts, Status, TransitionId, check};
use crate::role::Right;
use crate::store::act::{Act, Open, Sealed};
use crate::store::read::CaseRecord;

use super::Session;
use super::duplicate::duplicates;
use super::later::{changed_elsewhere, later_than};
use super::opening::{Changes, Opening};
use super::permohonan::{draft_key, keep_as_typed};
use super::require::{require_editable, require_length, require_notice};

impl Session {
    /// T-30: opens a permohonan that changes these parts. What was verified stands in its form at first, and beside it
    /// as what was true before. Returns its id.
    pub fn open_perubahan(
        &mut self,
        former: &str,
        parts: &[Bagian],
        channel: Channel,
        notice_version: &str,
    ) -> Result<String> {
        let actor = self.acting(Right::Intake)?;
        // The new form shows the old numbers at once, also to somebody who only takes papers in (procedure 1.10).
        self.acting(Right::Unmask).map_err(|error| {
            error
                .saying("Data lama memuat NIK dan NPWP lengkap, jadi perubahan dibuka oleh verifikator.")
                .advising("Minta verifikator membukanya; berkasnya boleh Anda terima.")
        })?;
        require_notice(notice_version)?;
        self.open_draft(&actor, notice_version, |plan| {
            let record = plan.reader().case(former)?;
            if record.erased_at.is_some() {
                return Err(Error::new(Code::CaseErased, "the former data are erased"));
            }
            let parts = require_parts(parts, record.profil)?;
            if let Some(later) = later_than(&record) {
                return Err(superseded(&later.number, later.status));
            }
            let beside = duplicates(&plan.reader(), &record)?;
            if let Some(later) = changed_elsewhere(&record, &beside) {
                return Err(superseded(&later.number, later.status));
            }
            let facts = Facts {
                notice_version: notice_version.to_owned(),
                linked_to: record.number.clone(),
                ..Facts::default()
            };
            check(TransitionId::T30, Some(record.status), &facts)?;
            let changes = Changes { of: Some(former.to_owned()), parts, former: verified_data(&record) };
            let (layanan, profil) = (Layanan::PerubahanData, record.profil);
            Ok(Opening { layanan, profil, channel, changes: Some(changes) })
        })
    }

    /// T-01 for a change of data that were verified elsewhere, or before this desk was used. Nothing can be copied: what
    /// was true before is read in SPSE ([`Self::set_former`]), which parts a letter names is noted from the letter
    /// ([`Self::set_perubahan`]), and the whole form is compared anew. Returns its id.
    pub fn open_perubahan_from_spse(
        &mut self,
        profil: Profil,
        channel: Channel,
        notice_version: &str,
    ) -> Result<String> {
        let layanan = Layanan::PerubahanData;
        let changes = Some(Changes { of: None, parts: Vec::new(), former: BTreeMap::new() });
        self.open_new(notice_version, Opening { layanan, profil, channel, changes })
    }

    /// How a field was before, read in SPSE; nothing written takes back what was read.
    pub fn set_former(&mut self, case: &str, field: FormField, value: &str) -> Result<()> {
        let actor = self.acting(Right::Intake)?;
        require_length(value)?;
        let record = self.store.reader().case(case)?;
        require_change(&record)?;
        if !record.perubahan.as_ref().is_some_and(|change| change.asks_former().contains(&field)) {
            return Err(Error::new(Code::InvalidInput, "not read in SPSE")
                .saying("Data semula untuk isian ini tidak dicatat di sini.")
                .advising("Pilih dahulu data yang diubah menurut surat permohonan."));
        }
        let stored = keep_as_typed(&self.check_form_value(&record, field, value), value);
        let known = record.perubahan.as_ref().and_then(|change| change.former.get(&field));
        if known.map_or("", String::as_str) != stored {
            self.store.act(&actor, |plan| {
                require_unheld(&plan.reader().case(case)?, &actor.officer)?;
                Ok(Act::on_case(case, Open::FormerSet { field }).sealing(Sealed::Text(stored)))
            })?;
        }
        self.forget_draft(case, &draft_key("former", None, field)?);
        Ok(())
    }

    /// Another list of parts, where the letter names others than were thought.
    pub fn set_perubahan(&mut self, case: &str, parts: &[Bagian]) -> Result<()> {
        let actor = self.acting(Right::Intake)?;
        self.store.act(&actor, |plan| {
            let record = plan.reader().case(case)?;
            require_unheld(&record, &actor.officer)?;
            let parts = require_parts(parts, record.profil)?;
            Ok(Act::on_case(case, Open::PerubahanSet { parts }))
        })?;
        Ok(())
    }

    /// The letter that asks for the change, as read from its original (G-UBAH).
    pub fn set_surat_permohonan(&mut self, case: &str, surat: SuratPermohonan) -> Result<()> {
        let actor = self.acting(Right::Intake)?;
        for text in [&surat.nomor, &surat.tanggal] {
            require_length(text)?;
        }
        self.store.act(&actor, |plan| {
            require_unheld(&plan.reader().case(case)?, &actor.officer)?;
            Ok(Act::on_case(case, Open::SuratPermohonanSet).sealing(Sealed::SuratPermohonan(surat)))
        })?;
        Ok(())
    }
}

/// A change begins from the data that were verified last, or it would undo what came between.
fn superseded(number: &str, status: Status) -> Error {
    if status.was_approved() {
        Error::new(Code::TransitionRefused, "its data were changed since")
            .saying(format!("Data permohonan ini sudah diubah lewat permohonan {number}."))
            .advising("Buka permohonan itu, lalu ajukan perubahan dari sana.")
    } else {
        Error::new(Code::TransitionRefused, "a change is under way")
            .saying(format!("Perubahan data ini sedang berjalan pada permohonan {number}."))
            .advising("Lanjutkan permohonan itu, atau batalkan dahulu.")
    }
}

/// What the verifikator compares stays as it is, but for that officer.
fn require_unheld(record: &CaseRecord, officer: &str) -> Result<()> {
    require_change(record)?;
    if matches!(record.status, Status::Verifikasi | Status::Ditunda)
        && record.verifier.as_deref() != Some(officer)
    {
        return Err(Error::new(Code::TransitionRefused, "another officer holds the case")
            .saying("Permohonan ini sedang ditangani petugas lain."));
    }
    Ok(())
}

fn require_change(record: &CaseRecord) -> Result<()> {
    require_editable(record)?;
    if record.perubahan.is_some() {
        return Ok(());
    }
    Err(Error::new(Code::InvalidInput, "changes nothing").saying("Permohonan ini bukan perubahan data."))
}

/// In their order and each once; a kind of vendor may change only what it has.
fn require_parts(parts: &[Bagian], profil: Profil) -> Result<Vec<Bagian>> {
    let mut parts = parts.to_vec();
    parts.sort_unstable();
    parts.dedup();
    if parts.is_empty() {
        return Err(Error::new(Code::InvalidInput, "no part to change")
            .saying("Data yang diubah belum dipilih.")
            .advising("Pilih sesuai dengan surat permohonan."));
    }
    if parts.iter().any(|part| !part.is_open_to(profil)) {
        return Err(Error::new(Code::InvalidInput, "another owner")
            .saying("Pemilik usaha perorangan tidak dapat diganti.")
            .advising("Pemilik baru mendaftar dengan akun sendiri."));
    }
    Ok(parts)
}

/// What the form said when it was approved, and the user ID of the account. SPSE has no field for the director of a badan
/// usaha: where the form named none, the KTP that was compared did.
fn verified_data(record: &CaseRecord) -> BTreeMap<FormField, String> {
    let mut data = record.form.clone();
    data.retain(|_, value| !value.trim().is_empty());
    let printed = |field| record.documents.get(&DocumentKind::Ktp).and_then(|ktp| ktp.values.get(&field));
    for (field, shown) in [
        (FormField::PenanggungJawabNama, DocumentField::Nama),
        (FormField::PenanggungJawabNik, DocumentField::Nik),
    ] {
        if let Some(value) = printed(shown).filter(|value| !value.trim().is_empty()) {
            data.entry(field).or_insert_with(|| value.clone());
        }
    }
    if let Some(user_id) = &record.user_id_spse {
        data.insert(FormField::UserId, user_id.clone());
    }
    data
}
