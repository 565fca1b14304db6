//! Officers come, change their passwords and roles: each change touches one entry.

use age::x25519::Identity;

use super::file::Entry;
use super::{Credentials, Kunci, OfficeKeys, wrap};
use crate::error::{Code, Error, Result};
use crate::world::{Random, new_id};

impl Kunci {
    /// Adds an officer and returns the random id. Passing on the picture identity needs a holder.
    pub fn add_officer(
        &mut self,
        random: &dyn Random,
        keys: &OfficeKeys,
        who: Credentials<'_>,
        opens_pictures: bool,
    ) -> Result<String> {
        self.change(random, keys, |kunci| kunci.put_new_officer(random, keys, who, opens_pictures))
    }

    /// Changes password or user name of the officer who knows the old ones. Only the wrap of that
    /// officer's identity changes.
    pub fn change_password(
        &mut self,
        random: &dyn Random,
        old: Credentials<'_>,
        new: Credentials<'_>,
    ) -> Result<()> {
        require_credentials(new)?;
        let stretched = wrap::stretch(&self.file, old)?;
        let (index, identity) = self
            .file
            .officers
            .iter()
            .enumerate()
            .find_map(|(index, entry)| {
                let key = wrap::officer_key(&stretched, &entry.id);
                Some((index, wrap::open_identity(&self.file, entry, &key)?))
            })
            .ok_or_else(|| Error::new(Code::WrongPassword, "no officer entry opens"))?;
        let (keys, _) = self.file.open_secrets(&self.file.officers[index], &identity)?;
        self.change(random, &keys, |kunci| kunci.wrap_officer(index, &identity, new, random))
    }

    /// Gives an officer a new password without the old one, by the recovery sheet or by an admin.
    /// The officer's own recipient is replaced, so that the old password opens nothing.
    pub fn reset_password(
        &mut self,
        random: &dyn Random,
        keys: &OfficeKeys,
        officer_id: &str,
        new: Credentials<'_>,
    ) -> Result<()> {
        require_credentials(new)?;
        self.change(random, keys, |kunci| {
            let index = kunci.index_of(officer_id)?;
            let opens_pictures = kunci.file.officers[index].picture.is_some();
            let identity = Identity::generate();
            kunci.file.officers[index] = Entry::new(officer_id.to_owned(), &identity, keys, opens_pictures)?;
            kunci.wrap_officer(index, &identity, new, random)
        })
    }

    /// Follows a change of roles. Taking pictures away takes the sealed identity away; who may have
    /// copied it before is stopped only by [`Kunci::rotate`].
    pub fn set_opens_pictures(
        &mut self,
        random: &dyn Random,
        keys: &OfficeKeys,
        officer_id: &str,
        opens_pictures: bool,
    ) -> Result<()> {
        self.change(random, keys, |kunci| {
            let index = kunci.index_of(officer_id)?;
            kunci.file.officers[index].seal_secrets(keys, opens_pictures)
        })
    }

    /// Drops entries of officers who are not in the log: a power cut fell between key file and act.
    pub fn keep_only(
        &mut self,
        random: &dyn Random,
        keys: &OfficeKeys,
        is_known: impl Fn(&str) -> bool,
    ) -> Result<()> {
        self.change(random, keys, |kunci| {
            kunci.file.officers.retain(|entry| is_known(&entry.id));
            Ok(())
        })
    }

    pub(super) fn index_of(&self, officer_id: &str) -> Result<usize> {
        self.file
            .officers
            .iter()
            .position(|entry| entry.id == officer_id)
            .ok_or_else(|| Error::new(Code::NotFound, "no such officer entry"))
    }

    pub(super) fn put_new_officer(
        &mut self,
        random: &dyn Random,
        keys: &OfficeKeys,
        who: Credentials<'_>,
        opens_pictures: bool,
    ) -> Result<String> {
        require_credentials(who)?;
        let identity = Identity::generate();
        let id = new_id(random);
        self.file.officers.push(Entry::new(id.clone(), &identity, keys, opens_pictures)?);
        self.wrap_officer(self.file.officers.len() - 1, &identity, who, random)?;
        Ok(id)
    }

    fn wrap_officer(
        &mut self,
        index: usize,
        identity: &Identity,
        who: Credentials<'_>,
        random: &dyn Random,
    ) -> Result<()> {
        let stretched = wrap::stretch(&self.file, who)?;
        let entry = &self.file.officers[index];
        let key = wrap::officer_key(&stretched, &entry.id);
        self.file.officers[index].identity = wrap::wrap_identity(&self.file, entry, &key, identity, random)?;
        Ok(())
    }
}

/// Strength is judged by [`super::password`], which the practice office skips; emptiness never passes.
fn require_credentials(who: Credentials<'_>) -> Result<()> {
    if who.user_name.trim().is_empty() {
        return Err(Error::new(Code::InvalidInput, "empty user name").saying("Nama pengguna belum diisi."));
    }
    if who.password.is_empty() || who.password.len() > 1024 {
        return Err(Error::new(Code::WeakPassword, "empty or endless password"));
    }
    Ok(())
}
