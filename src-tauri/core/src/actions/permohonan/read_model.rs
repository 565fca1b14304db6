//! A permohonan as its screen shows it: the record, what the rules say of it, the names behind the ids.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;

use crate::actions::assess::{Assessment, RequirementLine};
use crate::actions::daftar_hitam::DaftarHitamAnswer;
use crate::actions::follow_up::FollowUpOutlook;
use crate::actions::online::OnlineOutlook;
use crate::actions::outbox::LetterState;
use crate::actions::paper::FotokopiOutlook;
use crate::document::{DocumentState, Sighting};
use crate::form::{DocumentField, FormField};
use crate::layanan::inaproc::SyaratLine;
use crate::layanan::perubahan::ChangedField;
use crate::outcome::Note;
use crate::schedule::TimeZone;
use crate::store::read::{CaseRecord, PictureRecord};
use crate::verifikasi::AttendeeProposal;

/// One permohonan, judged.
#[derive(Clone, Debug)]
pub struct Permohonan {
    pub record: CaseRecord,
    pub assessment: Assessment,
    pub form: BTreeMap<FormField, CheckedValue>,
    pub documents: Vec<DocumentLine>,
    pub fotokopi: FotokopiOutlook,
    /// A Berita Acara can be issued of it now.
    pub may_issue_berita_acara: bool,
    /// Ids of papers that this officer opens only with a reason.
    pub papers_behind_reason: Vec<String>,
    /// Typing that is not finished yet, by field.
    pub drafts: BTreeMap<String, String>,
    /// The officer who looks is the verifikator who holds the case.
    pub is_held_by_me: bool,
    /// Form fields that are compulsory or compared: where Enter stops.
    pub form_asked: Vec<FormField>,
    pub attendee_proposal: AttendeeProposal,
    /// Where the vendor is reached.
    pub phone: Option<ReachedAt>,
    /// The office's day, proposed as the date of the daftar hitam.
    pub today: NaiveDate,
    /// Proposed for a Lembar Kekurangan of today.
    pub repair_until: NaiveDate,
    /// The office's zone, in which every time is read.
    pub zone: TimeZone,
    /// Where data change: every field that says something else than what was verified.
    pub changed: Vec<ChangedField>,
    /// The former data that an officer may read in SPSE; only where they were not verified here.
    pub former_asked: Vec<FormerLine>,
    /// What INAPROC will say; only where somebody is helped with it.
    pub syarat_inaproc: Vec<SyaratLine>,
    /// What the appointment still allows; only on the online channel.
    pub online: Option<OnlineOutlook>,
    /// Letters that wait to be sent or were, in the order in which they were queued.
    pub letters: Vec<LetterState>,
    /// Whether the office can send letters by itself.
    pub sends_letters: bool,
    /// What the daftar hitam of the office says; nothing where it has none.
    pub daftar_hitam: Option<DaftarHitamAnswer>,
    /// What is due towards the vendor: the words and the days.
    pub follow_up: Option<FollowUpOutlook>,
    /// Since when this desk is calling or writing to the vendor, while no note says how it went.
    pub contact_since: Option<DateTime<Utc>>,
    pub(super) officers: BTreeMap<String, String>,
}

/// A value as stored, and what was noticed about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckedValue {
    pub value: String,
    pub notes: Vec<Note>,
}

/// A field as it was before a change, read in SPSE.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormerLine {
    pub field: FormField,
    /// The change cannot be declared without it.
    pub required: bool,
    pub checked: CheckedValue,
}

/// A telephone number as people write it, and whose it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct ReachedAt {
    pub whose: PhoneOf,
    pub number: String,
}

/// Whose telephone it is, the likeliest to answer first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum PhoneOf {
    Hp,
    Attendee,
    Telepon,
}

/// A document of the profile, and where it stands in this case.
#[derive(Clone, Debug)]
pub struct DocumentLine {
    pub requirement: RequirementLine,
    pub state: DocumentState,
    pub paper_copy: Option<bool>,
    pub sighting: Option<Sighting>,
    /// Id of the officer.
    pub sighted_by: Option<String>,
    pub fields: BTreeMap<DocumentField, CheckedValue>,
    /// Every picture that still exists, the current one among them.
    pub pictures: Vec<PictureRecord>,
}

impl Permohonan {
    /// The name behind an id; what the program did by itself is Loket's.
    pub fn officer(&self, id: &str) -> String {
        self.officers.get(id).cloned().unwrap_or_else(|| "Loket".to_owned())
    }
}
