//! Bahan pemeriksaan langkah: the plain facts that the guards look at.
//!
//! An action collects them. Facts left at their default refuse wherever a guard asks for them, so
//! that a forgotten look-up can never open a step.

use chrono::{DateTime, Duration, Utc};
use serde::{Deserialize, Serialize};

use super::{Channel, Limits};
use crate::document::{DocumentKind, DocumentState};
use crate::error::Missing;
use crate::reasons::Reason;

/// What T-19 still needs, guard by guard. The rules of `verifikasi` fill it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Evidence {
    /// G-ORI
    pub original: Vec<Missing>,
    /// G-BANDING
    pub comparison: Vec<Missing>,
    /// G-UBAH; always empty where no data are changed.
    pub perubahan: Vec<Missing>,
    /// G-KUASA
    pub kuasa: Vec<Missing>,
    /// G-DARING
    pub online_session: Vec<Missing>,
    /// G-HITAM
    pub daftar_hitam: Vec<Missing>,
}

impl Evidence {
    /// Everything at once, in the order in which F8 walks.
    pub fn missing(&self) -> Vec<Missing> {
        [
            &self.original,
            &self.comparison,
            &self.perubahan,
            &self.kuasa,
            &self.online_session,
            &self.daftar_hitam,
        ]
        .into_iter()
        .flatten()
        .cloned()
        .collect()
    }
}

/// A document the profile of this case requires, and where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RequiredDocument {
    pub kind: DocumentKind,
    pub label: &'static str,
    pub state: DocumentState,
    /// A picture or file of it is sealed.
    pub scanned: bool,
}

/// Where a permohonan is sent on to (T-28).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub enum RedirectTarget {
    Inaproc,
    /// The LPSE where the vendor registered (S-20).
    LpseLain(String),
    /// The account that exists already (S-19, X04).
    AkunLama(String),
}

/// How the vendor confirmed that SIKAP is filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub enum Confirmation {
    Telepon,
    Surel,
    TangkapanLayar,
}

/// How the office reached out to the vendor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub enum ContactMethod {
    Telepon,
    Whatsapp,
    Surel,
    Langsung,
}

/// What a contact was about. A reminder is what T-29 asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub enum ContactPurpose {
    /// About the appointment of an online session; attempts after its start are what T-12 asks for.
    Jadwal,
    Sikap,
    Pengingat,
    Lainnya,
}

impl Confirmation {
    pub fn label(self) -> &'static str {
        match self {
            Self::Telepon => "telepon",
            Self::Surel => "surel",
            Self::TangkapanLayar => "tangkapan layar SIKAP",
        }
    }
}

impl ContactMethod {
    pub fn label(self) -> &'static str {
        match self {
            Self::Telepon => "telepon",
            Self::Whatsapp => "WhatsApp",
            Self::Surel => "surel",
            Self::Langsung => "tatap muka",
        }
    }
}

impl ContactPurpose {
    pub fn label(self) -> &'static str {
        match self {
            Self::Jadwal => "jadwal",
            Self::Sikap => "SIKAP",
            Self::Pengingat => "pengingat",
            Self::Lainnya => "lainnya",
        }
    }
}

impl RedirectTarget {
    /// As the paper and the timeline say it.
    pub fn label(&self) -> String {
        match self {
            Self::Inaproc => "akun INAPROC (Manajemen Akun Terpusat)".to_owned(),
            Self::LpseLain(name) => name.trim().to_owned(),
            Self::AkunLama(account) => format!("akun SPSE yang sudah ada ({})", account.trim()),
        }
    }
}

/// Everything the guards may ask. Fill what the transition needs and leave the rest.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    pub now: DateTime<Utc>,
    pub limits: Limits,

    /// Version of the privacy notice that was shown.
    pub notice_version: String,
    pub email_valid: bool,
    /// When the e-mail address was registered in SPSE.
    pub registered_at: Option<DateTime<Utc>>,
    pub channel: Option<Channel>,
    /// Date and sender of the e-mail that asked for verification from afar are known.
    pub request_mailed: bool,
    pub documents: Vec<RequiredDocument>,
    /// Open permohonan, or accounts already verified, that need a reason beside this one; `None`: nobody looked.
    pub duplicates: Option<usize>,
    /// Why a person goes on in spite of a duplicate.
    pub duplicate_reason: String,
    /// Compulsory form fields that are empty or faulty (`verifikasi::form_gaps`); `None`: unchecked.
    pub form_gaps: Option<Vec<Missing>>,

    /// Reason codes chosen for T-06, T-18 or T-20.
    pub reasons: Vec<Reason>,
    /// The sentence that goes with the step: why, or the note of a handover.
    pub reason_text: String,
    /// Shortages not answered yet; `None`: unchecked.
    pub unanswered_shortages: Option<Vec<Reason>>,

    pub slot_free: bool,
    pub within_service_hours: bool,
    pub contact_known: bool,
    /// Appointments moved so far; `None`: nobody counted.
    pub reschedules: Option<u32>,
    /// The vendor was told of the time that is promised now.
    pub vendor_told: bool,
    pub schedule_start: Option<DateTime<Utc>>,
    pub contact_attempts: u32,
    /// Appointments missed so far; `None`: nobody counted.
    pub no_shows: Option<u32>,
    pub last_no_show: Option<DateTime<Utc>>,

    /// Is the officer the applicant? `None`: nobody asked.
    pub verifier_is_applicant: Option<bool>,
    pub actor_holds_case: bool,
    /// What T-19 still needs; `None`: not compared yet.
    pub evidence: Option<Evidence>,

    /// Name and capacity of who came.
    pub attendee_named: bool,
    /// In which capacity that person came was answered.
    pub kapasitas_known: bool,
    pub password_reentered: bool,
    /// The office's four-eyes setting.
    pub four_eyes: bool,
    /// Did the officer who approves declare SESUAI? `None`: unknown.
    pub approver_declared: Option<bool>,
    pub spse_user_id: String,
    /// T-31: the Lembar Kekurangan that is taken back came out of a verification (T-18).
    pub sent_back_while_verifying: bool,
    pub confirmation: Option<Confirmation>,
    /// A picture of the filled SIKAP is kept.
    pub sikap_pictured: bool,
    pub last_follow_up: Option<DateTime<Utc>>,
    pub redirect: Option<RedirectTarget>,
    /// When the vendor finished the SPSE form.
    pub form_filled_at: Option<DateTime<Utc>>,
    pub reminder_sent: bool,
    /// Number of the old permohonan that T-30 refers to.
    pub linked_to: String,
}

impl Facts {
    /// The vendor missed every appointment the office grants.
    pub(super) fn no_shows_used_up(&self) -> bool {
        self.no_shows.is_some_and(|missed| missed >= self.limits.no_shows)
    }

    /// Past the limit within which the link to the SPSE form comes (T-04).
    pub fn link_is_late(&self) -> bool {
        self.past(self.registered_at, Duration::days(self.limits.link_days.into()))
    }

    /// Past the limit from form to verification (T-29, A-02).
    pub fn verification_is_late(&self) -> bool {
        self.past(self.form_filled_at, Duration::days(self.limits.verification_days.into()))
    }

    pub(super) fn silent(&self) -> bool {
        self.past(self.last_no_show, Duration::days(self.limits.silent_days.into()))
    }

    /// `start` is known and more than `span` ago.
    pub(super) fn past(&self, start: Option<DateTime<Utc>>, span: Duration) -> bool {
        start.is_some_and(|start| self.now > start + span)
    }
}
