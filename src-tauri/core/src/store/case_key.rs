//! The two keys of one case: one for its papers and log payloads, one for its pictures.
//!
//! They are wrapped in a table outside log and fold. Erasing a case deletes those rows: the sealed
//! files and payloads stay as noise, and the log still verifies. Deleting `picture_sealed` alone
//! erases the pictures while the record stays.

use std::fmt;

use age::secrecy::ExposeSecret as _;
use age::x25519::{Identity, Recipient};
use zeroize::Zeroizing;

use super::cipher::{self, Key};
use super::kunci::{OfficeKey, OfficeKeys, PictureIdentity};
use crate::error::{Code, Error, Result};
use crate::world::Random;

/// What an officer who may work on a case holds while it is open.
#[derive(Clone)]
pub struct CaseKeys {
    case_id: String,
    paper: Identity,
    payload: Key,
    picture_recipient: Recipient,
}

/// What opens the pictures of one case, for roles that may see them.
#[derive(Clone)]
pub struct CasePictures(Identity);

/// The keys of one case as the table keeps them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrappedCaseKeys {
    /// Paper identity under the office key; authenticates the case id and the picture recipient.
    pub paper_wrapped: Vec<u8>,
    /// Public: whoever may add a picture seals it to this.
    pub picture_recipient: String,
    /// Picture identity of the case, sealed with age to the office's picture recipient.
    pub picture_sealed: Vec<u8>,
}

impl CaseKeys {
    /// New keys for a new case. Needs no picture identity: a petugas may open a case.
    pub fn create(case_id: &str, keys: &OfficeKeys, random: &dyn Random) -> Result<(Self, WrappedCaseKeys)> {
        let pictures = Identity::generate();
        let this = Self::new(case_id, Identity::generate(), pictures.to_public());
        let wrapped = WrappedCaseKeys {
            paper_wrapped: this.wrap_paper(&keys.office, random)?,
            picture_recipient: this.picture_recipient.to_string(),
            picture_sealed: seal_pictures(case_id, &pictures, &keys.picture_recipient)?,
        };
        Ok((this, wrapped))
    }

    fn new(case_id: &str, paper: Identity, picture_recipient: Recipient) -> Self {
        let payload = cipher::derive_key(
            paper.to_string().expose_secret().as_bytes(),
            case_id.as_bytes(),
            &[b"loket log payload v1"],
        );
        Self { case_id: case_id.to_owned(), paper, payload, picture_recipient }
    }

    pub fn case_id(&self) -> &str {
        &self.case_id
    }

    /// Papers are sealed to this and opened by [`CaseKeys::paper_identity`].
    pub fn paper_recipient(&self) -> Recipient {
        self.paper.to_public()
    }

    pub fn paper_identity(&self) -> &Identity {
        &self.paper
    }

    /// Pictures are sealed to this; only [`CasePictures`] opens them.
    pub fn picture_recipient(&self) -> &Recipient {
        &self.picture_recipient
    }

    /// Seals the personal payload of an act. `act` binds it to its place in the log, for example
    /// station and sequence, so that a payload cannot be moved to another act.
    pub fn seal_payload(&self, act: &[u8], plaintext: &[u8], random: &dyn Random) -> Result<Vec<u8>> {
        cipher::seal(&self.payload, &self.payload_context(act), plaintext, random)
    }

    /// What [`CaseKeys::seal_payload`] sealed for the same act.
    pub fn open_payload(&self, act: &[u8], sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>> {
        cipher::open(&self.payload, &self.payload_context(act), sealed)
            .ok_or_else(|| Error::new(Code::LogBroken, "a sealed payload does not open in its place"))
    }

    fn payload_context(&self, act: &[u8]) -> Vec<u8> {
        cipher::context(&[b"loket log payload v1", self.case_id.as_bytes(), act])
    }

    fn wrap_paper(&self, office: &OfficeKey, random: &dyn Random) -> Result<Vec<u8>> {
        let about = paper_context(&self.case_id, &self.picture_recipient.to_string());
        let secret = self.paper.to_string();
        cipher::seal(&case_wrap_key(office), &about, secret.expose_secret().as_bytes(), random)
    }
}

impl CasePictures {
    pub fn identity(&self) -> &Identity {
        &self.0
    }
}

impl WrappedCaseKeys {
    /// The keys of the case, for every role that may open the database.
    pub fn open(&self, case_id: &str, office: &OfficeKey) -> Result<CaseKeys> {
        let damaged = || Error::new(Code::DatabaseDamaged, "a wrapped case key does not open");
        let about = paper_context(case_id, &self.picture_recipient);
        let secret = cipher::open(&case_wrap_key(office), &about, &self.paper_wrapped).ok_or_else(damaged)?;
        let paper = parse_identity(&secret).ok_or_else(damaged)?;
        let picture_recipient = self.picture_recipient.parse().map_err(|_| damaged())?;
        Ok(CaseKeys::new(case_id, paper, picture_recipient))
    }

    /// What opens the pictures of the case; refused to a role without the office's picture identity.
    pub fn open_pictures(&self, case_id: &str, picture: Option<&PictureIdentity>) -> Result<CasePictures> {
        let picture = picture.ok_or_else(|| Error::new(Code::PictureKeyMissing, "no picture identity"))?;
        let damaged = || Error::new(Code::DatabaseDamaged, "a sealed picture key does not open");
        let plain = cipher::age_open(picture.identity(), &self.picture_sealed).map_err(|_| damaged())?;
        let secret = plain.strip_prefix(picture_label(case_id).as_slice()).ok_or_else(damaged)?;
        let identity = parse_identity(secret).ok_or_else(damaged)?;
        if identity.to_public().to_string() != self.picture_recipient {
            return Err(damaged());
        }
        Ok(CasePictures(identity))
    }

    /// The same case keys under new office keys, after an officer left. An empty
    /// `picture_sealed` (pictures already erased) stays empty.
    pub fn rewrap(
        &self,
        case_id: &str,
        old: &OfficeKeys,
        new: &OfficeKeys,
        random: &dyn Random,
    ) -> Result<Self> {
        let paper_wrapped = self.open(case_id, &old.office)?.wrap_paper(&new.office, random)?;
        let picture_sealed = if self.picture_sealed.is_empty() {
            Vec::new()
        } else {
            let pictures = self.open_pictures(case_id, old.picture.as_ref())?;
            seal_pictures(case_id, &pictures.0, &new.picture_recipient)?
        };
        Ok(Self { paper_wrapped, picture_recipient: self.picture_recipient.clone(), picture_sealed })
    }
}

impl fmt::Debug for CaseKeys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CaseKeys(secret)")
    }
}

impl fmt::Debug for CasePictures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CasePictures(secret)")
    }
}

fn case_wrap_key(office: &OfficeKey) -> Key {
    cipher::derive_key(office.bytes(), b"", &[b"loket case key v1"])
}

fn paper_context(case_id: &str, picture_recipient: &str) -> Vec<u8> {
    cipher::context(&[b"loket case key v1", case_id.as_bytes(), picture_recipient.as_bytes()])
}

fn picture_label(case_id: &str) -> Vec<u8> {
    cipher::context(&[b"loket case pictures v1", case_id.as_bytes()])
}

fn seal_pictures(case_id: &str, pictures: &Identity, office: &Recipient) -> Result<Vec<u8>> {
    let mut plain = Zeroizing::new(Vec::with_capacity(256));
    plain.extend_from_slice(&picture_label(case_id));
    plain.extend_from_slice(pictures.to_string().expose_secret().as_bytes());
    cipher::age_seal(office, &plain)
}

fn parse_identity(secret: &[u8]) -> Option<Identity> {
    std::str::from_utf8(secret).ok()?.parse().ok()
}

#[cfg(test)]
#[path = "case_key_tests.rs"]
mod tests;
