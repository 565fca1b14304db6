//! Lembar pemulihan: twelve words on paper that open the office when no password does.
//!
//! 128 random bits need no stretching. The words are printed and never saved.

use std::fmt;

use zeroize::Zeroizing;

use crate::error::Result;
use crate::store::cipher::{self, Key};
use crate::store::words;
use crate::world::Random;

/// The secret behind the twelve words.
#[derive(Clone)]
pub struct RecoveryWords {
    entropy: Zeroizing<[u8; 16]>,
}

impl RecoveryWords {
    pub(super) fn generate(random: &dyn Random) -> Self {
        let mut entropy = Zeroizing::new([0_u8; 16]);
        random.fill(entropy.as_mut_slice());
        Self { entropy }
    }

    /// Reads what a person typed from the sheet.
    pub fn parse(typed: &str) -> Result<Self> {
        Ok(Self { entropy: words::decode(typed)? })
    }

    /// The twelve words in order, for the sheet.
    pub fn words(&self) -> [&'static str; words::COUNT] {
        words::encode(&self.entropy)
    }

    /// Whether `typed` is the word at `position`, counted from 1: two are typed back at setup.
    pub fn confirms(&self, position: usize, typed: &str) -> bool {
        position
            .checked_sub(1)
            .and_then(|index| self.words().get(index).copied())
            .is_some_and(|word| words::find(typed) == Some(word))
    }

    pub(super) fn wrap_key(&self, office_salt: &str, entry_id: &str) -> Key {
        cipher::derive_key(
            self.entropy.as_slice(),
            office_salt.as_bytes(),
            &[b"loket recovery wrap v1", entry_id.as_bytes()],
        )
    }
}

impl fmt::Debug for RecoveryWords {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RecoveryWords(secret)")
    }
}
