//! The secrets of an office in memory, and what a person types to get at them.

use std::fmt;

use age::secrecy::ExposeSecret as _;
use age::x25519::{Identity, Recipient};
use zeroize::Zeroizing;

use crate::world::{Random, hex};

/// Opens the database.
#[derive(Clone)]
pub struct OfficeKey(Zeroizing<[u8; 32]>);

impl OfficeKey {
    pub(super) fn generate(random: &dyn Random) -> Self {
        let mut key = Zeroizing::new([0_u8; 32]);
        random.fill(key.as_mut_slice());
        Self(key)
    }

    pub(super) fn from_slice(bytes: &[u8]) -> Option<Self> {
        Some(Self(Zeroizing::new(bytes.try_into().ok()?)))
    }

    pub fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// 64 hex digits, as SQLCipher takes a raw key: `x'...'`.
    pub fn hex(&self) -> Zeroizing<String> {
        Zeroizing::new(hex(self.0.as_slice()))
    }
}

impl fmt::Debug for OfficeKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("OfficeKey(secret)")
    }
}

/// Opens the picture keys of all cases.
#[derive(Clone)]
pub struct PictureIdentity(pub(super) Identity);

impl PictureIdentity {
    pub fn identity(&self) -> &Identity {
        &self.0
    }

    pub(super) fn parse(secret: &[u8]) -> Option<Self> {
        std::str::from_utf8(secret).ok()?.parse().ok().map(Self)
    }

    pub(super) fn secret(&self) -> Zeroizing<Vec<u8>> {
        Zeroizing::new(self.0.to_string().expose_secret().as_bytes().to_vec())
    }
}

impl fmt::Debug for PictureIdentity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PictureIdentity(secret)")
    }
}

/// What an unlocked office holds in memory.
#[derive(Clone, Debug)]
pub struct OfficeKeys {
    pub office: OfficeKey,
    /// Only for officers whose roles open pictures, and for the recovery sheet.
    pub picture: Option<PictureIdentity>,
    /// Public half of the picture identity: everybody may seal.
    pub picture_recipient: Recipient,
}

/// User name and password as typed. Neither is stored anywhere.
#[derive(Clone, Copy)]
pub struct Credentials<'a> {
    pub user_name: &'a str,
    pub password: &'a str,
}
