//! An officer leaves: the entry goes and both office secrets change.
//!
//! The key file and the database cannot change in one step. So the file first carries the new secrets
//! and, sealed under them, the old ones ([`Unlocked::before_rotation`](super::Unlocked)); then the
//! caller re-keys the database and re-wraps the case keys; then [`Kunci::finish_rotation`] drops the
//! old ones. A power cut between any two steps leaves an office that opens and can go on.

use age::x25519::Identity;

use super::file::Rotating;
use super::{Kunci, OfficeKey, OfficeKeys, PictureIdentity};
use crate::error::{Code, Error, Result};
use crate::world::Random;

impl Kunci {
    /// Takes an officer out and rotates. The last officer cannot leave.
    pub fn remove_officer(
        &mut self,
        random: &dyn Random,
        keys: &OfficeKeys,
        officer_id: &str,
    ) -> Result<OfficeKeys> {
        let index = self.index_of(officer_id)?;
        if self.file.officers.len() == 1 {
            return Err(Error::new(Code::InvalidInput, "the last officer")
                .saying("Petugas terakhir tidak dapat dikeluarkan.")
                .advising("Tambahkan petugas lain lebih dulu."));
        }
        let mut without = self.clone();
        self.file.check_seal(&keys.office)?;
        without.file.officers.remove(index);
        without.file.reseal(&keys.office, random)?;
        let new = without.rotate(random, keys)?;
        *self = without;
        Ok(new)
    }

    /// New secrets for everybody who is left and for the recovery sheet; nobody's password changes.
    /// Needs the picture identity. Save, re-key the database, re-wrap the cases, then finish.
    pub fn rotate(&mut self, random: &dyn Random, keys: &OfficeKeys) -> Result<OfficeKeys> {
        self.file.check_seal(&keys.office)?;
        if self.file.rotating.is_some() {
            return Err(Error::new(Code::TransitionRefused, "the last rotation is not finished")
                .saying("Pergantian kunci sebelumnya belum selesai."));
        }
        let picture = PictureIdentity(Identity::generate());
        let new = OfficeKeys {
            office: OfficeKey::generate(random),
            picture_recipient: picture.identity().to_public(),
            picture: Some(picture),
        };
        let mut rotated = self.clone();
        let file = &mut rotated.file;
        file.rotating = Some(Rotating::new(&file.office_id, keys, &new, random)?);
        file.picture_recipient = new.picture_recipient.to_string();
        for entry in file.officers.iter_mut().chain([&mut file.recovery]) {
            entry.seal_secrets(&new, entry.picture.is_some())?;
        }
        file.reseal(&new.office, random)?;
        *self = rotated;
        Ok(new)
    }

    /// Drops the secrets before the rotation, once nothing stands under them any more.
    pub fn finish_rotation(&mut self, random: &dyn Random, keys: &OfficeKeys) -> Result<()> {
        self.change(random, keys, |kunci| {
            kunci.file.rotating = None;
            Ok(())
        })
    }
}
