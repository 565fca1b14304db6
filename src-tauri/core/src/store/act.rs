//! An act: one thing somebody did, as the log keeps it.
//!
//! Each act has an open part without personal data, which stays readable for ever, and sometimes a
//! sealed part with names, numbers and free text, encrypted under the key of its case. Destroying
//! that key leaves the open part and an unbroken chain.

mod filed;
mod office;
mod sealed;
mod subject;
mod verb;

use serde::{Deserialize, Serialize};

pub use self::filed::{
    FiledBytes, KirimanFiled, NO_CALL, PageFiled, PaperFiled, PictureFiled, QueueTicket, SessionBooked,
    TangkapanFiled, TangkapanMarks,
};
pub use self::office::{LegalBasis, OfficeIdentity};
pub use self::sealed::{KirimanWords, RefusedPart, Sealed};
pub use self::subject::Subject;

use crate::document::{DocumentKind, DocumentState, Sighting};
use crate::form::{CorrectionCause, DocumentField, FormField, Kapasitas, Profil};
use crate::kiriman::KirimanEnd;
use crate::laporan::{PeriodKind, ReportFormat};
use crate::layanan::inaproc::HasilPendampingan;
use crate::layanan::perubahan::Bagian;
use crate::layanan::{Layanan, is_new_account};
use crate::mailbox::{MailboxSettings, MessageId};
use crate::outbox::LetterEnd;
use crate::outcome::Outcome;
use crate::permohonan::{Channel, Confirmation, ContactMethod, ContactPurpose, Limits, Status, TransitionId};
use crate::role::Role;
use crate::schedule::{Holidays, NoticeKind, ServiceHours};
use crate::sop::MutuBaku;
use crate::verifikasi::{Decision, JawabanDaftarHitam, RowKey};

/// Who did it, in which role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    /// Random officer id, or `sistem` for what the program does by itself.
    pub officer: String,
    pub role: ActingRole,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ActingRole {
    Officer(Role),
    /// The program itself: recovery after a power cut, automatic follow-up.
    System,
}

impl ActingRole {
    pub fn label(self) -> &'static str {
        match self {
            Self::Officer(role) => role.label(),
            Self::System => "sistem",
        }
    }
}

impl Actor {
    pub fn officer(id: &str, role: Role) -> Self {
        Self { officer: id.to_owned(), role: ActingRole::Officer(role) }
    }

    pub fn system() -> Self {
        Self { officer: "sistem".to_owned(), role: ActingRole::System }
    }
}

/// One act, ready to be written.
#[derive(Clone, Debug, PartialEq)]
pub struct Act {
    pub subject: Subject,
    pub open: Open,
    pub sealed: Option<Sealed>,
}

impl Act {
    pub fn office(open: Open) -> Self {
        Self { subject: Subject::Office, open, sealed: None }
    }

    pub fn on_officer(id: &str, open: Open) -> Self {
        Self { subject: Subject::Officer(id.to_owned()), open, sealed: None }
    }

    pub fn on_case(id: &str, open: Open) -> Self {
        Self { subject: Subject::Permohonan(id.to_owned()), open, sealed: None }
    }

    pub fn on_kiriman(id: &str, open: Open) -> Self {
        Self { subject: Subject::Kiriman(id.to_owned()), open, sealed: None }
    }

    pub fn on_mailbox(id: &str, open: Open) -> Self {
        Self { subject: Subject::KotakSurat(id.to_owned()), open, sealed: None }
    }

    pub fn on_daftar_hitam(id: &str, open: Open) -> Self {
        Self { subject: Subject::DaftarHitam(id.to_owned()), open, sealed: None }
    }

    #[must_use]
    pub fn sealing(mut self, sealed: Sealed) -> Self {
        self.sealed = Some(sealed);
        self
    }
}

/// The open part. A variant's name in snake case is the verb of the log.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Open {
    OfficeFounded {
        office: String,
        practice: bool,
    },
    OfficeDescribed {
        identity: OfficeIdentity,
    },
    LogoSet {
        jpeg_or_png: Vec<u8>,
    },
    OfficerAdded {
        officer: String,
        username: String,
        name: String,
        nip: String,
        roles: Vec<Role>,
    },
    OfficerRolesSet {
        officer: String,
        roles: Vec<Role>,
    },
    OfficerLeft {
        officer: String,
    },
    PasswordChanged {
        officer: String,
    },
    RecoverySheetMade {
        sheet: String,
    },
    /// When online sessions are held, from a day on; what was promised before keeps its time.
    ServiceHoursSet {
        hours: ServiceHours,
        /// ISO date.
        since: String,
    },
    /// The minutes that the SOP grants its rows from a day on.
    MutuBakuSet {
        minutes: MutuBaku,
        /// ISO date.
        since: String,
    },
    /// How long the office waits and how often it tries, for what is opened from a day on.
    LimitsSet {
        limits: Limits,
        /// ISO date.
        since: String,
    },
    /// The whole list of holidays; the one before it is replaced.
    HolidaysSet {
        holidays: Holidays,
    },
    /// The office reads or writes e-mail over the network from now on; name and password are sealed.
    MailboxSet {
        settings: MailboxSettings,
        /// Under which its messages are remembered; another server or user has another.
        inbox: String,
    },
    /// It no longer does; the password's keys are destroyed.
    MailboxClosed,
    /// A list of vendors under sanction, of this ISO date, is what the office looks in; its rows are sealed.
    DaftarHitamImported {
        list_date: String,
        rows: u32,
    },
    /// It is looked in no longer; its keys are destroyed.
    DaftarHitamDropped,
    /// This computer takes what is scanned into a folder from now on; whether its files are kept. Which folder is not said,
    /// for its path may bear a name.
    HotFolderSet {
        keep: bool,
    },
    /// It no longer does.
    HotFolderClosed,
    /// Somebody saw a message of the inbox and says that it asks for nothing.
    MessageSetAside {
        inbox: String,
        message: MessageId,
    },
    RecoveryWordShown {
        index: u8,
    },
    RecoverySheetChecked {
        sheet: String,
    },
    RecoverySheetUsed {
        officer: String,
    },
    /// A report left the office's records as a file.
    ReportSaved {
        kind: PeriodKind,
        /// ISO date of its first day.
        first: String,
        format: ReportFormat,
        /// Why whole numbers were needed; none where they are masked.
        whole_numbers: Option<String>,
    },
    SessionOpened {
        officer: String,
    },
    SessionLocked {
        officer: String,
        idle: bool,
    },
    /// A person said that the clock is right; below zero where it had gone ahead.
    ClockConfirmed {
        behind_ms: i64,
    },
    /// The clock was moved ahead or back, not by Loket; this is what it should have shown.
    ClockJumped {
        expected_ms: i64,
    },

    PermohonanOpened {
        number: String,
        year: u16,
        sequence: u32,
        profil: Profil,
        channel: Channel,
        notice_version: String,
        #[serde(default, skip_serializing_if = "is_new_account")]
        layanan: Layanan,
        /// T-30: id of the permohonan whose data change. What was verified there is sealed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        changes: Option<String>,
        /// Which of them a letter asks to change.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        parts: Vec<Bagian>,
    },
    /// Which data a letter asks to change.
    PerubahanSet {
        parts: Vec<Bagian>,
    },
    /// How a field was before the change, read in SPSE; what it said is sealed.
    FormerSet {
        field: FormField,
    },
    /// The letter itself, as read from the original.
    SuratPermohonanSet,
    /// What an officer looked up before a registration at INAPROC.
    InaprocLookedUp,
    PermohonanSeen,
    ProfilSet {
        profil: Profil,
    },
    FormSet {
        field: FormField,
    },
    /// A value of the form was wrong when the documents were received; the old one stays in the log.
    FormCorrected {
        field: FormField,
        cause: CorrectionCause,
        /// When SPSE was seen to say the new value (UTC).
        seen_at: Option<String>,
    },
    DocumentFieldSet {
        document: DocumentKind,
        field: DocumentField,
        /// The value was proposed and confirmed with the original in hand, not typed.
        #[serde(default, skip_serializing_if = "is_typed")]
        confirmed: bool,
    },
    AttendeeSet {
        kapasitas: Kapasitas,
    },
    SuratKuasaSet,
    KewenanganSet {
        checked: Option<bool>,
    },
    DaftarHitamSet {
        answer: Option<JawabanDaftarHitam>,
        list_date: Option<String>,
    },
    DocumentStateSet {
        document: DocumentKind,
        state: DocumentState,
        paper_copy: Option<bool>,
    },
    SightingSet {
        document: DocumentKind,
        sighting: Sighting,
    },
    PictureSealed {
        picture: PictureFiled,
        /// The page of a kiriman that it was, where it did not come from a camera or a file.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        page: Option<String>,
    },
    PictureCropped {
        picture: String,
        corners: Vec<[f32; 2]>,
        quarter_turns: u8,
    },
    PictureSeen {
        picture: String,
        variant: String,
    },
    RowDecided {
        row: RowKey,
        decision: Option<Decision>,
        outcome: Option<Outcome>,
        rule: String,
        reason_code: Option<String>,
    },
    Moved(Move),
    /// The office reached out to the vendor, or tried to.
    Contacted {
        method: ContactMethod,
        purpose: ContactPurpose,
        reached: bool,
        /// ISO date of the next follow-up, where this contact moves it.
        due: Option<String>,
        /// From the beginning of the attempt to this note.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        minutes: Option<u32>,
    },
    /// Why a row of the SOP took longer than its minutes.
    OverrunExplained {
        row: u8,
    },
    /// A picture of the video call.
    TangkapanSealed {
        tangkapan: TangkapanFiled,
    },
    TangkapanMarked {
        tangkapan: String,
        marks: TangkapanMarks,
    },
    TangkapanSeen {
        tangkapan: String,
    },
    /// The vendor was told about a session; the words are sealed.
    NoticeSent {
        kind: NoticeKind,
        method: ContactMethod,
    },
    /// A notice waits to be sent by e-mail; the message is sealed.
    LetterQueued {
        letter: String,
        kind: NoticeKind,
        /// The session it speaks of.
        session: u32,
    },
    LetterEnded {
        letter: String,
        end: LetterEnd,
    },
    PaperIssued {
        paper: PaperFiled,
    },
    /// A wrong Bukti is never edited: the new one names it, and both stay.
    BuktiReplaced {
        paper: PaperFiled,
    },
    PaperPrinted {
        paper: String,
        copies: u8,
    },
    /// The print that was written down before it is not on paper. An earlier Loket wrote a print down when it was sent.
    PaperPrintFailed {
        paper: String,
        copies: u8,
    },
    /// It is to be printed when a printer is there.
    PrintPostponed {
        paper: String,
        copies: u8,
    },
    /// It need not be printed after all.
    PrintNotNeeded {
        paper: String,
    },
    PaperSaved {
        paper: String,
    },
    PaperSeen {
        paper: String,
    },
    CaseErased {
        scope: ErasureScope,
        ground: String,
        approved_by: String,
    },

    /// A message or loose files came in and wait in the Baki.
    KirimanReceived {
        kiriman: KirimanFiled,
    },
    /// One more page of a stack came out of the feeder.
    KirimanPageAdded {
        page: PageFiled,
    },
    /// The file it came from is removed from the folder; its sealed copy was read back.
    KirimanSourceRemoved,
    /// A page was looked at before it belonged to a case.
    KirimanSeen {
        page: String,
    },
    /// Its keys are destroyed, and with them whatever was not given to a case.
    KirimanEnded {
        end: KirimanEnd,
    },
    /// By what a permohonan asked for verification from afar (T-05): date and sender of its e-mail.
    RequestMailed {
        kiriman: Option<String>,
        /// The whole message, sealed like a picture, for it holds the scans.
        message: Option<FiledBytes>,
        /// What the sender's program wrote, UTC; or the day that an officer read in the mail program.
        sent_at: String,
    },
}

/// A change of status by the table of transitions, with what it filed on the way.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Move {
    pub transition: TransitionId,
    pub from: Status,
    pub to: Status,
    /// Reason codes (P.., X..) this move carries.
    #[serde(default)]
    pub codes: Vec<String>,
    #[serde(default)]
    pub queue: Option<QueueTicket>,
    /// ISO date by which the vendor or the desk must act.
    #[serde(default)]
    pub due: Option<String>,
    #[serde(default)]
    pub paper: Option<PaperFiled>,
    /// How the vendor confirmed that SIKAP is filled (T-25).
    #[serde(default)]
    pub confirmation: Option<Confirmation>,
    /// The time that is promised (T-10, T-11); link and reason are sealed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub session: Option<SessionBooked>,
    /// The code of the session that begins here (T-15 and T-17 on the online channel).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub session_code: Option<String>,
    /// When the work in truth ended, where a power cut or crash ended it and the move was written afterwards (UTC).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cut_at: Option<String>,
    /// When it happened, as the vendor says, where the office learned of it later (T-02, T-03; UTC).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub said_at: Option<String>,
    /// How the help with INAPROC ended (T-28).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<HasilPendampingan>,
}

/// Acts of typing stay as short as they were before proposals existed.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes what it skips by reference")]
fn is_typed(confirmed: &bool) -> bool {
    !confirmed
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ErasureScope {
    Pictures,
    Everything,
}

impl Open {
    /// Payload version written by this program; older ones go through `upcast`.
    pub(super) const VERSION: u32 = 2;

    /// Papers that this act files.
    pub(super) fn papers(&self) -> Option<&PaperFiled> {
        match self {
            Self::PaperIssued { paper } | Self::BuktiReplaced { paper } => Some(paper),
            Self::Moved(step) => step.paper.as_ref(),
            _ => None,
        }
    }
}
