//! From a password to the key that wraps an officer's identity.
//!
//! Argon2id (RFC 9106) stretches the password with a salt made of the office's salt and the user
//! name, so that no user name is stored and two officers may have the same password unnoticed.

use age::secrecy::ExposeSecret as _;
use age::x25519::Identity;
use argon2::{Algorithm, Argon2, Params, Version};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use unicode_normalization::UnicodeNormalization as _;
use zeroize::Zeroizing;

use super::Credentials;
use super::file::{Entry, KunciFile, damaged};
use crate::error::{Code, Error, Result};
use crate::store::cipher::{self, Key};
use crate::world::{Random, hex};

/// How hard a password is stretched. Kept in the key file, so that it can rise later.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KdfParams {
    m_kib: u32,
    t: u32,
    p: u32,
}

impl KdfParams {
    /// The second recommended option of RFC 9106 section 4: 64 MiB, three passes; one lane, because
    /// the office PC has two cores and the window needs one.
    pub const fn production() -> Self {
        Self { m_kib: 64 * 1024, t: 3, p: 1 }
    }

    /// For the practice office: its password is printed on its lock screen, so that stretching protects nothing
    /// and only makes a newcomer wait. Never for an office that holds a real name.
    pub const fn practice() -> Self {
        Self { m_kib: 8 * 1024, t: 1, p: 1 }
    }

    /// As cheap as Argon2 allows. Never for an office that holds a real name.
    pub const fn cheap_for_tests() -> Self {
        Self { m_kib: 8, t: 1, p: 1 }
    }

    /// A damaged or forged file must not make the PC run out of memory or time.
    pub(super) fn check(self) -> Result<()> {
        let bounded = (8..=256 * 1024).contains(&self.m_kib)
            && (1..=10).contains(&self.t)
            && (1..=4).contains(&self.p)
            && self.m_kib >= 8 * self.p;
        if bounded { Ok(()) } else { Err(damaged("Argon2 parameters out of bounds")) }
    }
}

/// The stretched password. The user name counts in NFKC and lower case, without outer spaces; the
/// password in NFC, because keyboards compose letters differently (RFC 8265, OpaqueString).
pub(super) fn stretch(file: &KunciFile, who: Credentials<'_>) -> Result<Key> {
    let name: String = who.user_name.nfkc().collect::<String>().to_lowercase();
    let salt = Sha256::digest(cipher::context(&[
        b"loket user salt v1",
        file.salt.as_bytes(),
        name.trim().as_bytes(),
    ]));
    let password: Zeroizing<String> = Zeroizing::new(who.password.nfc().collect());
    let KdfParams { m_kib, t, p } = file.argon2;
    let params = Params::new(m_kib, t, p, Some(32)).map_err(|_| damaged("Argon2 parameters"))?;
    let mut stretched = Zeroizing::new([0_u8; 32]);
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(password.as_bytes(), &salt, stretched.as_mut_slice())
        .map_err(|_| Error::new(Code::WrongPassword, "Argon2 refused the password"))?;
    Ok(stretched)
}

pub(super) fn officer_key(stretched: &Key, officer_id: &str) -> Key {
    cipher::derive_key(stretched.as_slice(), b"", &[b"loket officer wrap v1", officer_id.as_bytes()])
}

/// Wraps the identity behind an entry's recipient.
pub(super) fn wrap_identity(
    file: &KunciFile,
    entry: &Entry,
    key: &Key,
    identity: &Identity,
    random: &dyn Random,
) -> Result<String> {
    let secret = identity.to_string();
    let about = identity_context(file, entry);
    Ok(hex(&cipher::seal(key, &about, secret.expose_secret().as_bytes(), random)?))
}

/// The identity behind an entry's recipient, or nothing when the key is of somebody else.
pub(super) fn open_identity(file: &KunciFile, entry: &Entry, key: &Key) -> Option<Identity> {
    let sealed = cipher::unhex(&entry.identity)?;
    let secret = cipher::open(key, &identity_context(file, entry), &sealed)?;
    std::str::from_utf8(&secret).ok()?.parse().ok()
}

/// Binds a wrap to this office, this entry and this recipient.
fn identity_context(file: &KunciFile, entry: &Entry) -> Vec<u8> {
    cipher::context(&[
        b"loket identity wrap",
        &file.version.to_be_bytes(),
        file.office_id.as_bytes(),
        entry.id.as_bytes(),
        entry.recipient.as_bytes(),
    ])
}
