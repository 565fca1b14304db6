//! Actions: one function is one act is one transaction is one entry in the log.
//!
//! An action checks the right of its actor, asks the rules, and writes through `store.act`. It is
//! the same for the desk, the command line and the tests; nothing above it decides anything.

pub mod archive;
pub mod assess;
pub mod clock;
pub mod closing;
pub mod contact;
pub mod correction;
pub mod daftar_hitam;
pub mod document;
pub mod duplicate;
pub mod erasure;
pub mod follow_up;
pub mod home;
pub mod hot_folder;
pub mod kiriman;
mod later;
pub mod limits;
pub mod mailbox;
pub mod new_office;
pub mod office;
pub mod online;
mod opening;
pub mod outbox;
pub mod paper;
pub mod pendampingan;
pub mod perangkat;
pub mod permohonan;
mod perubahan;
pub mod picture;
pub mod practice;
pub mod recovery_sheet;
pub mod registration;
pub mod report;
mod require;
pub mod scan;
pub mod schedule;
pub mod session;
mod sheet_underway;
pub mod spse;
pub mod step;
pub mod tangkapan;
pub mod timeline;
pub mod verifikasi;

pub use self::session::Session;

// What the commands pass on; they never reach into the store themselves.
pub use crate::store::World;
pub use crate::store::act::{LegalBasis, OfficeIdentity, Open, RefusedPart, Sealed, TangkapanMarks};
pub use crate::store::kunci::tries::{Refusal, remaining_wait};
pub use crate::store::kunci::{Credentials, KdfParams, RecoveryWords};
pub use crate::store::read::{
    AgendaLine, CaseLine, CaseRecord, ContactRecord, CorrectionRecord, DaftarHitamRecord, KirimanRecord,
    LetterRecord, LinkedCase, LogEntry, MailedRequest, MessageFate, OfficeRecord, OfficerRecord, PageRecord,
    PaperRecord, PictureRecord, ShortageRecord, TangkapanRecord, VideoSession, WaitingPrint,
};
