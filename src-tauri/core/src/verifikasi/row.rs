//! Baris banding: one row of the comparison, and whether it is settled.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::ready::{ReadyReason, ready_reasons};
use super::row_key::{RowGroup, RowKey};
use crate::document::DocumentKind;
use crate::form::{DocumentField, FormField};
use crate::outcome::{Finding, Note, Outcome, Severity};
use crate::reasons::Reason;

/// What a person decides for a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub enum Decision {
    Cocok,
    CocokDenganCatatan,
    TidakCocok,
}

/// Why a row does not accept a decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Objection {
    /// NIK, NPWP or bentuk usaha that are BEDA: nobody can let them pass.
    CannotPass,
    ReasonMissing,
    /// A free sentence is not enough where a compulsory row is BEDA.
    ReasonNotListed,
}

/// One row as the screen shows it and as T-19 judges it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    pub key: RowKey,
    pub group: RowGroup,
    pub label: &'static str,
    pub form_value: Option<String>,
    pub form_hint: Option<String>,
    /// What was verified last, where the form says something else now.
    pub former_value: Option<String>,
    pub document: Option<DocumentKind>,
    /// Field to type when the document value is still empty.
    pub document_field: Option<DocumentField>,
    pub document_value: Option<String>,
    pub document_hint: Option<String>,
    /// What the document probably says, to be confirmed with the original in hand.
    pub proposal: Option<String>,
    /// `None`: nothing to compare yet ("Belum"), or nothing a program can compare (`by_eye`).
    pub finding: Option<Finding>,
    /// Only the verifikator's eye or ear can judge this row.
    pub by_eye: bool,
    pub notes: Vec<Note>,
    pub compulsory: bool,
    /// May a person let this row pass although the outcome is MIRIP or BEDA?
    pub overridable: bool,
    pub decision: Option<Decision>,
    pub reason: Option<String>,
    pub reason_code: Option<String>,
    pub decided_by: Option<String>,
    pub decided_at: Option<DateTime<Utc>>,
    /// `decision` is the program's own tick, set after the original of the document was seen.
    pub preticked: bool,
    /// The closed list of reasons for this row.
    pub ready_reasons: Vec<ReadyReason>,
    /// Reasons for "perlu perbaikan" that fit this row.
    pub repair_codes: Vec<Reason>,
}

impl RowKey {
    /// As stored, sent and used in places: `row:pj_nama`.
    pub fn as_str(self) -> &'static str {
        self.words().0
    }

    /// What the row is called at the head of a sentence: "Nama usaha".
    pub fn title(self) -> String {
        match self {
            Self::PjNama => "Nama penanggung jawab".to_owned(),
            Self::PjNik => "NIK penanggung jawab".to_owned(),
            _ => capital(self.phrase()),
        }
    }

    /// The field of the form that this row compares, where a correction would be made.
    pub fn form_field(self) -> Option<FormField> {
        match self {
            Self::BentukUsaha => Some(FormField::BentukUsaha),
            Self::NamaUsaha => Some(FormField::NamaUsaha),
            Self::Npwp => Some(FormField::Npwp),
            Self::Pkp => Some(FormField::Pkp),
            Self::Alamat => Some(FormField::Alamat),
            Self::PusatCabang => Some(FormField::PusatCabang),
            Self::KodePos => Some(FormField::KodePos),
            Self::Telepon => Some(FormField::Hp),
            Self::Surel => Some(FormField::Surel),
            Self::PjNama => Some(FormField::PenanggungJawabNama),
            Self::PjNik => Some(FormField::PenanggungJawabNik),
            // Both sides stand on documents, or a person is the other side.
            _ => None,
        }
    }

    /// What the row is called in a sentence: "Putusan nama usaha".
    pub fn phrase(self) -> &'static str {
        self.words().1
    }

    fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::BentukUsaha => ("bentuk_usaha", "bentuk usaha"),
            Self::NamaUsaha => ("nama_usaha", "nama usaha"),
            Self::Npwp => ("npwp", "NPWP"),
            Self::Pkp => ("pkp", "nomor PKP"),
            Self::Alamat => ("alamat", "alamat"),
            Self::PusatCabang => ("pusat_cabang", "pusat atau cabang"),
            Self::KodePos => ("kode_pos", "kode pos"),
            Self::Telepon => ("telepon", "telepon"),
            Self::Surel => ("surel", "surel"),
            Self::PjNama => ("pj_nama", "nama"),
            Self::PjNik => ("pj_nik", "NIK"),
            Self::PjNpwp => ("pj_npwp", "nama pada NPWP"),
            Self::PjAkta => ("pj_akta", "nama pada akta"),
            Self::Lahir => ("lahir", "tanggal lahir"),
            Self::Berlaku => ("berlaku", "masa berlaku"),
            Self::Kewarganegaraan => ("kewarganegaraan", "kewarganegaraan"),
            Self::Orang => ("orang", "orang yang hadir"),
            Self::KuasaPemberi => ("kuasa_pemberi", "pemberi kuasa"),
            Self::KuasaPenerima => ("kuasa_penerima", "penerima kuasa"),
        }
    }
}

impl Row {
    pub fn outcome(&self) -> Option<Outcome> {
        self.finding.as_ref().map(|finding| finding.outcome)
    }

    /// Does this row pass only with a written reason? MIRIP, BEDA and every PERINGATAN do.
    pub fn needs_reason(&self) -> bool {
        matches!(self.outcome(), Some(Outcome::Mirip | Outcome::Beda))
            || self.notes.iter().any(|note| note.severity == Severity::Peringatan)
    }

    /// Does this row pass only with a reason from its closed list, not with a free sentence alone?
    pub fn needs_listed_reason(&self) -> bool {
        self.compulsory && self.outcome() == Some(Outcome::Beda)
    }

    /// Can a person take this decision with this reason? To disagree is always possible.
    ///
    /// # Errors
    /// What stands in the way (G-BANDING).
    pub fn accepts(&self, decision: Decision, reason: &str, code: Option<&str>) -> Result<(), Objection> {
        if decision == Decision::TidakCocok {
            return Ok(());
        }
        if self.needs_listed_reason() && !self.overridable {
            return Err(Objection::CannotPass);
        }
        if self.needs_reason() && reason.trim().is_empty() {
            return Err(Objection::ReasonMissing);
        }
        let listed = code.is_some_and(|code| self.ready_reasons.iter().any(|ready| ready.code == code));
        if self.needs_listed_reason() && !listed {
            return Err(Objection::ReasonNotListed);
        }
        Ok(())
    }

    /// A value in it cannot be final.
    pub fn is_faulty(&self) -> bool {
        self.notes.iter().any(|note| note.severity == Severity::Galat)
    }

    /// What keeps this row from passing, in words; `None` when it passes (G-BANDING).
    pub fn open_question(&self) -> Option<String> {
        if !self.compulsory {
            return self.open_remark();
        }
        let phrase = self.key.phrase();
        if self.is_faulty() {
            return Some(format!("Perbaikan {phrase}"));
        }
        if self.finding.is_none() && !self.by_eye {
            return Some(match (&self.document_value, self.document) {
                (None, Some(document)) => format!("{} di {}", capital(phrase), document_name(document)),
                // Its other side is the NIK, not a field of the form.
                _ if self.key == RowKey::Lahir => "NIK pada KTP".to_owned(),
                _ => format!("{} pada formulir", capital(phrase)),
            });
        }
        if self.accepts(Decision::Cocok, "", None) == Err(Objection::CannotPass) {
            return Some(format!("{} berbeda, perlu perbaikan", capital(phrase)));
        }
        let reason = self.reason.as_deref().unwrap_or_default();
        match self.decision {
            None => Some(format!("Putusan {phrase}")),
            Some(Decision::TidakCocok) => Some(format!("{} tidak cocok, perlu perbaikan", capital(phrase))),
            Some(passed) => self
                .accepts(passed, reason, self.reason_code.as_deref())
                .is_err()
                .then(|| format!("Alasan untuk {phrase}")),
        }
    }

    /// A row nobody must fill still asks for one line where it plainly disagrees.
    fn open_remark(&self) -> Option<String> {
        let noted = self.decision.is_some() && self.reason.is_some();
        (self.outcome() == Some(Outcome::Beda) && !noted).then(|| format!("Catatan {}", self.key.phrase()))
    }
}

fn document_name(kind: DocumentKind) -> &'static str {
    match kind {
        DocumentKind::Ktp => "KTP",
        DocumentKind::Npwp => "NPWP",
        DocumentKind::KtpKuasa => "KTP penerima kuasa",
        DocumentKind::SuratKuasa => "surat kuasa",
        DocumentKind::Akta => "akta",
        DocumentKind::Nib => "NIB",
        DocumentKind::Sppkp => "SPPKP",
        DocumentKind::SuratPermohonan => "surat permohonan",
        DocumentKind::NpwpLama => "NPWP lama",
        DocumentKind::AktaLama => "akta sebelumnya",
        DocumentKind::Kswp => "bukti KSWP",
        DocumentKind::PernyataanPemilik => "surat pernyataan",
        DocumentKind::SuratKerja => "surat keterangan kerja",
    }
}

pub(super) fn capital(phrase: &str) -> String {
    let mut letters = phrase.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A compulsory row about which nothing is known yet.
pub(super) fn start(key: RowKey, group: RowGroup, label: &'static str, repair: &[Reason]) -> Row {
    Row {
        key,
        group,
        label,
        form_value: None,
        form_hint: None,
        former_value: None,
        document: None,
        document_field: None,
        document_value: None,
        document_hint: None,
        proposal: None,
        finding: None,
        by_eye: false,
        notes: Vec::new(),
        compulsory: true,
        overridable: false,
        decision: None,
        reason: None,
        reason_code: None,
        decided_by: None,
        decided_at: None,
        preticked: false,
        ready_reasons: ready_reasons(key).to_vec(),
        repair_codes: repair.to_vec(),
    }
}
