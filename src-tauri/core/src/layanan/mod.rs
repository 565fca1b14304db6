//! Layanan: what a vendor comes to the desk for, and what that asks beyond the SOP's new account.
//!
//! The SOP describes the new account; the same desk also changes the data of an account that was verified (procedure
//! 2.4) and helps with the central account (procedure 2.5).

pub mod inaproc;
pub mod perubahan;

use serde::{Deserialize, Serialize};

use crate::permohonan::TransitionId;

/// What is asked for. It decides, with the profile, which documents and fields are needed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub enum Layanan {
    #[default]
    AkunBaru,
    /// Begins with T-30, from a permohonan that was verified.
    PerubahanData,
    /// Help with the account that the vendor opens at INAPROC; nothing is verified here.
    PendampinganInaproc,
}

impl Layanan {
    /// As a paper says it after the channel: "Tatap muka, akun baru SPSE".
    pub fn label(self) -> &'static str {
        match self {
            Self::AkunBaru => "akun baru SPSE",
            Self::PerubahanData => "perubahan data akun SPSE",
            Self::PendampinganInaproc => "pendampingan INAPROC",
        }
    }

    /// Whether an open permohonan takes this step at all. A change is about an account that exists, so no e-mail is registered for it; help
    /// with INAPROC is opened, ends with its outcome, or is called off.
    pub fn takes(self, step: TransitionId) -> bool {
        use TransitionId as T;
        match self {
            Self::AkunBaru => true,
            Self::PerubahanData => ![T::T01, T::T02, T::T03, T::T04].contains(&step),
            Self::PendampinganInaproc => [T::T01, T::T05, T::T27, T::T28].contains(&step),
        }
    }

    /// What is told of an approval in one line: which step at the SPSE comes next (T-23).
    pub fn activation(self) -> &'static str {
        match self {
            Self::AkunBaru | Self::PendampinganInaproc => "Catat aktivasi SPSE",
            Self::PerubahanData => "Catat perubahan di SPSE",
        }
    }
}

/// Acts of the new account stay as short as they were before there was another layanan.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes what it skips by reference")]
pub(crate) fn is_new_account(layanan: &Layanan) -> bool {
    *layanan == Layanan::AkunBaru
}
