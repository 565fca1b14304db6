//! Who may do what: the roles of an office and the rights each one carries.
//!
//! Roles add up in one person; an act then names the one role that allowed it. The admin has no
//! right to pictures or decisions, so that nobody can both rearrange the office and judge in it.

use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub enum Role {
    Petugas,
    Verifikator,
    Penyetuju,
    Koordinator,
    Auditor,
    Admin,
}

/// Something a role may be allowed to do. One right guards one group of actions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Right {
    /// Open a permohonan, type its data, seal its pictures.
    Intake,
    /// See the list and the cases with masked numbers.
    SeeMasked,
    /// See full numbers and open sealed pictures; every look is logged.
    Unmask,
    /// The same, but only with a reason.
    UnmaskWithReason,
    /// Completeness, Tanda Terima, queue.
    Completeness,
    /// Comparison, pause, shortage found while verifying.
    Verify,
    /// Nyatakan sesuai, tolak.
    Decide,
    /// Setujui.
    Approve,
    /// Record the SPSE activation and follow SIKAP.
    RecordActivation,
    /// Write down a call or message to the vendor.
    LogContact,
    /// Office identity, officers, recovery sheet.
    ManageOffice,
    /// Propose that a case be erased.
    ProposeErasure,
    /// Approve an erasure that somebody else proposed.
    ApproveErasure,
    /// See the reports.
    Report,
    /// Hand a report on as a file, with masked numbers.
    SaveReport,
    /// The same with whole numbers, and a reason.
    SaveWholeNumbers,
    /// Read the whole log.
    ReadLog,
    /// Read the log of one's own acts and of the cases one works on.
    ReadOwnLog,
}

impl Role {
    pub const ALL: [Self; 6] =
        [Self::Petugas, Self::Verifikator, Self::Penyetuju, Self::Koordinator, Self::Auditor, Self::Admin];

    /// The rights of one role (procedure, table 1.10).
    pub fn rights(self) -> &'static [Right] {
        match self {
            Self::Petugas => &[Right::Intake, Right::SeeMasked, Right::Completeness, Right::LogContact],
            Self::Verifikator => &[
                Right::Intake,
                Right::SeeMasked,
                Right::Unmask,
                Right::Completeness,
                Right::Verify,
                Right::Decide,
                Right::Approve,
                Right::RecordActivation,
                Right::LogContact,
                Right::Report,
                Right::ReadOwnLog,
            ],
            Self::Penyetuju => &[
                Right::SeeMasked,
                Right::Unmask,
                Right::Decide,
                Right::Approve,
                Right::Report,
                Right::ReadOwnLog,
            ],
            Self::Koordinator => &[
                Right::SeeMasked,
                Right::UnmaskWithReason,
                Right::Report,
                Right::SaveReport,
                Right::SaveWholeNumbers,
                Right::ProposeErasure,
                Right::ReadLog,
            ],
            Self::Auditor => {
                &[Right::SeeMasked, Right::UnmaskWithReason, Right::Report, Right::SaveReport, Right::ReadLog]
            }
            Self::Admin => &[Right::ManageOffice, Right::ApproveErasure, Right::ReadLog],
        }
    }

    pub fn may(self, right: Right) -> bool {
        self.rights().contains(&right)
    }

    /// Roles whose holders get a wrap of the picture key.
    pub fn opens_pictures(self) -> bool {
        self.may(Right::Unmask) || self.may(Right::UnmaskWithReason)
    }

    /// As printed and as stored.
    pub fn label(self) -> &'static str {
        match self {
            Self::Petugas => "petugas",
            Self::Verifikator => "verifikator",
            Self::Penyetuju => "penyetuju",
            Self::Koordinator => "koordinator",
            Self::Auditor => "auditor",
            Self::Admin => "admin",
        }
    }
}

/// The first of `roles` that carries `right`: the role an act will name.
pub fn acting_role(roles: &[Role], right: Right) -> Option<Role> {
    roles.iter().copied().find(|role| role.may(right))
}
