//! The cost of a password: what Argon2id (RFC 9106) is asked for.

use serde::{Deserialize, Serialize};

/// How hard a password is stretched. Kept in the key file, so that it can rise later.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KdfParams {
    pub(super) m_kib: u32,
    pub(super) t: u32,
    pub(super) p: u32,
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
    pub(super) fn is_bounded(self) -> bool {
        (8..=256 * 1024).contains(&self.m_kib)
            && (1..=10).contains(&self.t)
            && (1..=4).contains(&self.p)
            && self.m_kib >= 8 * self.p
    }
}
