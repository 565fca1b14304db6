//! Nomor langkah: what names a row of the table of transitions.

use serde::{Deserialize, Serialize};

/// The number of a transition, stored and sent as `T-19`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct TransitionId(u8);

impl TransitionId {
    pub const T01: Self = Self(1);
    pub const T02: Self = Self(2);
    pub const T03: Self = Self(3);
    pub const T04: Self = Self(4);
    pub const T05: Self = Self(5);
    pub const T06: Self = Self(6);
    pub const T07: Self = Self(7);
    pub const T08: Self = Self(8);
    pub const T09: Self = Self(9);
    pub const T10: Self = Self(10);
    pub const T11: Self = Self(11);
    pub const T12: Self = Self(12);
    pub const T13: Self = Self(13);
    pub const T14: Self = Self(14);
    pub const T15: Self = Self(15);
    pub const T16: Self = Self(16);
    pub const T17: Self = Self(17);
    pub const T18: Self = Self(18);
    pub const T19: Self = Self(19);
    pub const T20: Self = Self(20);
    pub const T21: Self = Self(21);
    pub const T22: Self = Self(22);
    pub const T23: Self = Self(23);
    pub const T24: Self = Self(24);
    pub const T25: Self = Self(25);
    pub const T26: Self = Self(26);
    pub const T27: Self = Self(27);
    pub const T28: Self = Self(28);
    pub const T29: Self = Self(29);
    pub const T30: Self = Self(30);
    pub const T31: Self = Self(31);

    /// Only the table gives numbers.
    pub(super) const fn numbered(number: u8) -> Self {
        Self(number)
    }

    /// Its place in the table.
    pub(super) fn index(self) -> usize {
        usize::from(self.0) - 1
    }
}

impl std::fmt::Display for TransitionId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "T-{:02}", self.0)
    }
}

impl From<TransitionId> for String {
    fn from(id: TransitionId) -> Self {
        id.to_string()
    }
}
