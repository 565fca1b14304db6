//! `kunci.json` on disk: its fields, how it is read, and the seal over all of it.

use age::x25519::{Identity, Recipient};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::kdf::KdfParams;
use super::keys::{OfficeKey, OfficeKeys, PictureIdentity};
use crate::error::{Code, Error, Result};
use crate::store::cipher::{self, Key};
use crate::world::{Random, hex};

pub(super) const VERSION: u32 = 1;

/// Room for some five hundred officers; anything longer is not a key file.
pub(super) const MAX_BYTES: u64 = 1 << 20;

const OFFICE_LABEL: &[u8] = b"loket office key v1\n";
const PICTURE_LABEL: &[u8] = b"loket picture identity v1\n";

/// Binary fields are lower-case hex; recipients are age's own text.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct KunciFile {
    pub(super) version: u32,
    pub(super) office_id: String,
    pub(super) salt: String,
    pub(super) argon2: KdfParams,
    pub(super) picture_recipient: String,
    pub(super) officers: Vec<Entry>,
    pub(super) recovery: Entry,
    /// Present while the database still stands under the keys before a rotation.
    pub(super) rotating: Option<Rotating>,
    /// Proof over all other fields under the office key.
    pub(super) seal: String,
}

/// One way in: an officer or the recovery sheet.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Entry {
    pub(super) id: String,
    pub(super) recipient: String,
    /// The identity behind `recipient`, wrapped by password or words.
    pub(super) identity: String,
    /// The office key, sealed to `recipient`.
    pub(super) office: String,
    /// The picture identity, sealed to `recipient`, where the roles allow it.
    pub(super) picture: Option<String>,
}

/// The keys before a rotation, sealed for whoever holds the new ones.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Rotating {
    office: String,
    picture: String,
    picture_recipient: String,
}

pub(super) fn damaged(detail: &'static str) -> Error {
    Error::new(Code::KeysDamaged, detail)
}

impl KunciFile {
    pub(super) fn parse(bytes: &[u8]) -> Result<Self> {
        #[derive(Deserialize)]
        struct Head {
            version: u32,
        }
        let head: Head = serde_json::from_slice(bytes).map_err(|_| damaged("not a key file"))?;
        if head.version > VERSION {
            return Err(Error::new(Code::DatabaseNewer, "key file of a newer version"));
        }
        let file: Self =
            serde_json::from_slice(bytes).map_err(|_| damaged("a field is missing or strange"))?;
        if file.version != VERSION || file.officers.is_empty() {
            return Err(damaged("version or officers"));
        }
        if !file.argon2.is_bounded() {
            return Err(damaged("Argon2 parameters out of bounds"));
        }
        Ok(file)
    }

    pub(super) fn to_bytes(&self) -> Result<Vec<u8>> {
        let mut bytes = serde_json::to_vec_pretty(self)
            .map_err(|_| Error::new(Code::Internal, "the key file does not serialise"))?;
        bytes.push(b'\n');
        Ok(bytes)
    }

    /// The secrets that `entry` holds for `identity`, after the whole file proved itself.
    pub(super) fn open_secrets(
        &self,
        entry: &Entry,
        identity: &Identity,
    ) -> Result<(OfficeKeys, Option<OfficeKeys>)> {
        let office = open_labelled(identity, &entry.office, OFFICE_LABEL)
            .and_then(|key| OfficeKey::from_slice(&key))
            .ok_or_else(|| damaged("the office key of an entry does not open"))?;
        self.check_seal(&office)?;
        let picture_recipient = self.recipient(&self.picture_recipient)?;
        let picture = match &entry.picture {
            Some(sealed) => Some(open_picture(identity, sealed, &picture_recipient)?),
            None => None,
        };
        let keys = OfficeKeys { office, picture, picture_recipient };
        let before = match &self.rotating {
            Some(rotating) => Some(self.open_rotating(rotating, &keys)?),
            None => None,
        };
        Ok((keys, before))
    }

    fn open_rotating(&self, rotating: &Rotating, keys: &OfficeKeys) -> Result<OfficeKeys> {
        let office = cipher::unhex(&rotating.office)
            .and_then(|sealed| cipher::open(&rotation_key(&keys.office), self.office_id.as_bytes(), &sealed))
            .and_then(|key| OfficeKey::from_slice(&key))
            .ok_or_else(|| damaged("the office key before rotation does not open"))?;
        let picture_recipient = self.recipient(&rotating.picture_recipient)?;
        let picture = match &keys.picture {
            Some(new) => Some(open_picture(new.identity(), &rotating.picture, &picture_recipient)?),
            None => None,
        };
        Ok(OfficeKeys { office, picture, picture_recipient })
    }

    fn recipient(&self, text: &str) -> Result<Recipient> {
        text.parse().map_err(|_| damaged("a recipient cannot be read"))
    }

    /// Proves under the office key that no field was changed, moved or left out.
    pub(super) fn check_seal(&self, office: &OfficeKey) -> Result<()> {
        cipher::unhex(&self.seal)
            .and_then(|seal| cipher::open(&seal_key(office), &self.sealed_bytes().ok()?, &seal))
            .map(|_| ())
            .ok_or_else(|| damaged("the seal over the key file does not hold"))
    }

    pub(super) fn reseal(&mut self, office: &OfficeKey, random: &dyn Random) -> Result<()> {
        let seal = cipher::seal(&seal_key(office), &self.sealed_bytes()?, b"", random)?;
        self.seal = hex(&seal);
        Ok(())
    }

    fn sealed_bytes(&self) -> Result<Vec<u8>> {
        Self { seal: String::new(), ..self.clone() }.to_bytes()
    }
}

impl Entry {
    /// A new entry with the secrets sealed to `identity`; the caller wraps the identity itself.
    pub(super) fn new(
        id: String,
        identity: &Identity,
        keys: &OfficeKeys,
        opens_pictures: bool,
    ) -> Result<Self> {
        let mut entry = Self { id, recipient: identity.to_public().to_string(), ..Self::default() };
        entry.seal_secrets(keys, opens_pictures)?;
        Ok(entry)
    }

    /// Seals the secrets to the entry's recipient; needs no password.
    pub(super) fn seal_secrets(&mut self, keys: &OfficeKeys, opens_pictures: bool) -> Result<()> {
        let recipient: Recipient =
            self.recipient.parse().map_err(|_| damaged("a recipient cannot be read"))?;
        self.office = seal_labelled(&recipient, OFFICE_LABEL, keys.office.bytes())?;
        self.picture = if opens_pictures {
            let picture = keys
                .picture
                .as_ref()
                .ok_or_else(|| Error::new(Code::PictureKeyMissing, "only a holder can pass it on"))?;
            Some(seal_labelled(&recipient, PICTURE_LABEL, &picture.secret())?)
        } else {
            None
        };
        Ok(())
    }
}

impl Rotating {
    pub(super) fn new(
        office_id: &str,
        old: &OfficeKeys,
        new: &OfficeKeys,
        random: &dyn Random,
    ) -> Result<Self> {
        let picture =
            old.picture.as_ref().ok_or_else(|| Error::new(Code::PictureKeyMissing, "nothing to pass on"))?;
        let office =
            cipher::seal(&rotation_key(&new.office), office_id.as_bytes(), old.office.bytes(), random)?;
        Ok(Self {
            office: hex(&office),
            picture: seal_labelled(&new.picture_recipient, PICTURE_LABEL, &picture.secret())?,
            picture_recipient: old.picture_recipient.to_string(),
        })
    }
}

fn open_picture(identity: &Identity, sealed: &str, recipient: &Recipient) -> Result<PictureIdentity> {
    open_labelled(identity, sealed, PICTURE_LABEL)
        .and_then(|secret| PictureIdentity::parse(&secret))
        .filter(|picture| picture.identity().to_public() == *recipient)
        .ok_or_else(|| damaged("the picture identity of an entry does not open"))
}

fn seal_labelled(recipient: &Recipient, label: &[u8], secret: &[u8]) -> Result<String> {
    let mut plain = Zeroizing::new(Vec::with_capacity(label.len() + secret.len()));
    plain.extend_from_slice(label);
    plain.extend_from_slice(secret);
    Ok(hex(&cipher::age_seal(recipient, &plain)?))
}

fn open_labelled(identity: &Identity, sealed: &str, label: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let plain = cipher::age_open(identity, &cipher::unhex(sealed)?).ok()?;
    plain.strip_prefix(label).map(|secret| Zeroizing::new(secret.to_vec()))
}

fn seal_key(office: &OfficeKey) -> Key {
    cipher::derive_key(office.bytes(), b"", &[b"loket kunci.json seal v1"])
}

fn rotation_key(office: &OfficeKey) -> Key {
    cipher::derive_key(office.bytes(), b"", &[b"loket rotation v1"])
}
