//! The personal part of an act: what only the keys of its case or kiriman open.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::daftar_hitam::Listed;
use crate::form::FormField;
use crate::layanan::inaproc::LookedUp;
use crate::layanan::perubahan::SuratPermohonan;
use crate::permohonan::RedirectTarget;
use crate::verifikasi::SuratKuasa;

/// The personal part of an act, encrypted under the case's key before the chain sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sealed {
    Text(String),
    Attendee {
        name: String,
        nik: String,
        phone: String,
        priority: Option<String>,
    },
    SuratKuasa(SuratKuasa),
    SuratPermohonan(SuratPermohonan),
    /// What was looked up before a registration at INAPROC.
    LookedUp(LookedUp),
    /// What was verified last, where a permohonan changes it.
    Former(BTreeMap<FormField, String>),
    /// Notes per reason code and the free text of a move.
    Reasons {
        notes: Vec<(String, String)>,
        text: String,
    },
    Activation {
        user_id: String,
    },
    /// A value of the form before and after its correction.
    Change {
        old: String,
        new: String,
    },
    /// Where the vendor is sent on to (T-28), and what was said about it.
    Redirect {
        target: RedirectTarget,
        text: String,
    },
    /// Why a Bukti was replaced, and the name that was wrong on it.
    Replacement {
        reason: String,
        attendee_name: Option<String>,
    },
    /// Where the call is held, and why an earlier time no longer holds.
    Session {
        join: String,
        reason: String,
    },
    Kiriman(KirimanWords),
    /// The rows of an imported list.
    DaftarHitam(Vec<Listed>),
    /// With what the office is known at its mail servers.
    Login {
        user: String,
        password: String,
    },
    /// A message that waits to be sent: whom to, its words, and the whole of it in the Internet format.
    Letter {
        to: String,
        words: String,
        message: String,
    },
    /// Who asked by e-mail, and in which words.
    Sender {
        address: String,
        name: String,
        subject: String,
    },
    /// Why a row was decided so, and the two values it was decided on.
    Row {
        reason: String,
        form_value: Option<String>,
        document_value: Option<String>,
    },
}

/// What a kiriman says about persons: who sent it, and what its parts are called.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct KirimanWords {
    pub file_name: String,
    pub sender: String,
    pub sender_name: String,
    pub subject: String,
    /// In the order of the pages.
    pub page_names: Vec<String>,
    pub refused: Vec<RefusedPart>,
}

/// An attachment that was not taken, with the two sentences that said why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RefusedPart {
    pub name: String,
    pub what: String,
    pub todo: String,
}
