//! Daftar hitam: a list is imported with its date, and looked in for the vendor of a case (G-HITAM, S-21).

use chrono::NaiveDate;

use super::Session;
use crate::daftar_hitam::{Agreement, DaftarHitamRead, Listed, find};
use crate::document::DocumentKind;
use crate::error::{Code, Error, Result};
use crate::form::{DocumentField, FormField, Profil};
use crate::role::Right;
use crate::store::act::{Act, Actor, Open, Sealed};
use crate::store::read::{CaseRecord, DaftarHitamRecord};

/// What the list of the office says about the vendor of a case. It points; the verifikator answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DaftarHitamAnswer {
    pub list_date: NaiveDate,
    /// Vendors of the list with a number of this one; what holds today stands first.
    pub hits: Vec<DaftarHitamHit>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DaftarHitamHit {
    pub listed: Listed,
    pub agreement: Agreement,
    pub holds: bool,
}

impl Session {
    /// Reads a list and holds it until its date is told. Nothing changes yet.
    ///
    /// # Errors
    /// As [`crate::daftar_hitam::read`].
    pub fn read_daftar_hitam(&mut self, bytes: &[u8]) -> Result<&DaftarHitamRead> {
        self.importing()?;
        let read = crate::daftar_hitam::read(bytes)?;
        Ok(self.list_underway.insert(read))
    }

    /// Takes the list that was read in the place of the one before, whose rows are gone then.
    pub fn import_daftar_hitam(&mut self, list_date: NaiveDate) -> Result<()> {
        let actor = self.importing()?;
        let read = self.list_underway.clone().ok_or_else(|| {
            Error::new(Code::NotFound, "no list was read")
                .saying("Belum ada berkas daftar hitam yang dipilih.")
                .advising("Pilih berkas daftarnya lebih dahulu.")
        })?;
        if list_date > self.today() {
            return Err(Error::new(Code::InvalidInput, "date of the list")
                .saying("Tanggal daftar hitam di masa depan.")
                .advising("Tulis tanggal daftar itu diunduh atau berlaku."));
        }
        if let Some(stands) = self.store.reader().imported_daftar_hitam()? {
            if list_date < stands.list_date {
                return Err(Error::new(Code::InvalidInput, "an older list")
                    .saying("Daftar hitam yang ada lebih baru daripada berkas ini.")
                    .advising("Unduh daftar yang terbaru, atau periksa tanggalnya."));
            }
            self.store.act(&actor, |_| Ok(Act::on_daftar_hitam(&stands.id, Open::DaftarHitamDropped)))?;
        }
        self.store.act(&actor, |plan| {
            let id = plan.new_id();
            plan.found_keys(&id)?;
            let open = Open::DaftarHitamImported {
                list_date: list_date.to_string(),
                rows: read.listed.len() as u32,
            };
            Ok(Act::on_daftar_hitam(&id, open).sealing(Sealed::DaftarHitam(read.listed)))
        })?;
        self.list_underway = None;
        Ok(())
    }

    /// Verifikators look in the list every day, so they may renew it as the admin may.
    fn importing(&self) -> Result<Actor> {
        self.acting(Right::Verify).or_else(|_| self.acting(Right::ManageOffice))
    }

    /// The list that the office looks in.
    pub fn imported_daftar_hitam(&self) -> Result<Option<DaftarHitamRecord>> {
        self.acting(Right::SeeMasked).or_else(|_| self.acting(Right::ManageOffice))?;
        self.store.reader().imported_daftar_hitam()
    }

    /// What the list says about the vendor of a case; `None` where the office has no list.
    pub(super) fn look_in_daftar_hitam(&self, record: &CaseRecord) -> Result<Option<DaftarHitamAnswer>> {
        let reader = self.store.reader();
        let Some(list) = reader.imported_daftar_hitam()? else { return Ok(None) };
        let card = record.documents.get(&DocumentKind::Npwp);
        let card = card.and_then(|card| card.values.get(&DocumentField::Npwp)).map_or("", String::as_str);
        // The NPWP of a person may be the NIK; that of a company's director is another taxpayer.
        let nik = match record.profil {
            Profil::UsahaPerorangan => record.form_value(FormField::PenanggungJawabNik),
            Profil::BadanUsaha => "",
        };
        let numbers = [record.form_value(FormField::Npwp), card, nik];
        let listed = reader.rows_of_daftar_hitam(&numbers)?;
        let hits = find(&listed, &numbers, self.today())
            .into_iter()
            .map(|hit| DaftarHitamHit {
                listed: hit.listed.clone(),
                agreement: hit.agreement,
                holds: hit.holds,
            })
            .collect();
        Ok(Some(DaftarHitamAnswer { list_date: list.list_date, hits }))
    }
}
