//! Bahan verifikasi: everything the comparison looks at, as plain data.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::{Decision, RowKey};
use crate::contact::claims_pkp;
use crate::document::{DocumentKind, DocumentState, Sighting};
use crate::form::{DocumentField, FormField, Kapasitas, Profil};
use crate::layanan::Layanan;
use crate::layanan::perubahan::{Bagian, Perubahan};
use crate::permohonan::{Channel, RequiredDocument};
use crate::persyaratan::{self, Circumstances, Requirement};

/// One case as the rules see it. Values are texts as stored; an empty text is no value.
#[derive(Clone, Debug)]
pub struct CaseFacts {
    pub layanan: Layanan,
    pub profil: Profil,
    /// What changes of what; only where a change was asked for.
    pub perubahan: Option<Perubahan>,
    pub channel: Channel,
    pub form: BTreeMap<FormField, String>,
    pub documents: BTreeMap<DocumentKind, DocumentFacts>,
    pub attendee: Attendee,
    pub surat_kuasa: Option<SuratKuasa>,
    pub kewenangan: Kewenangan,
    pub daftar_hitam: DaftarHitam,
    pub decisions: BTreeMap<RowKey, RowDecision>,
    /// Id of the verifikator who holds the case now.
    pub verifier: Option<String>,
    /// The video call, on the online channel.
    pub session: OnlineSession,
}

/// What is known of one document.
#[derive(Clone, Debug)]
pub struct DocumentFacts {
    pub state: DocumentState,
    /// Who last answered "asli, salinan or IKD", and when.
    pub seen: Option<Seen>,
    pub values: BTreeMap<DocumentField, String>,
    /// A picture of it is sealed.
    pub scanned: bool,
}

impl Default for DocumentFacts {
    fn default() -> Self {
        Self { state: DocumentState::Diharapkan, seen: None, values: BTreeMap::new(), scanned: false }
    }
}

/// An answer to "Apakah KTP yang ditunjukkan asli?".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seen {
    pub sighting: Sighting,
    /// Id of the officer.
    pub by: String,
    pub at: DateTime<Utc>,
}

/// The person at the desk or on the call.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attendee {
    pub name: String,
    pub kapasitas: Option<Kapasitas>,
    pub nik: String,
}

/// Surat kuasa — the power of attorney, as read from the original (G-KUASA).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct SuratKuasa {
    pub pemberi: String,
    pub penerima: String,
    /// May be "-": many letters carry no number.
    pub nomor: String,
    /// As typed; ISO or as a card prints it.
    pub tanggal: String,
    pub tujuan: String,
    pub meterai: Option<bool>,
    pub tanda_tangan: Option<bool>,
    pub cap: Option<bool>,
}

/// Dasar kewenangan — was the link between person and company checked, and on what?
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct Kewenangan {
    pub checked: Option<bool>,
    pub basis: String,
}

/// The blacklist question (G-HITAM).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DaftarHitam {
    pub answer: Option<JawabanDaftarHitam>,
    /// Date of the list that was consulted.
    pub list_date: Option<NaiveDate>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub enum JawabanDaftarHitam {
    TidakTercantum,
    /// Offline without a list; the Bukti says so.
    TidakDapatDiperiksa,
    /// Leads to X01.
    Tercantum,
}

/// The video call (G-DARING). At the counter it stays at its default.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OnlineSession {
    pub scheduled: bool,
    /// Screenshots taken within the session.
    pub screenshots: u32,
    /// "Kode terlihat", ticked by the verifikator.
    pub code_visible: bool,
}

/// What a person said about one row, and the values it was said of.
///
/// A decision counts only while both values are still the ones it was taken on: after a later
/// correction of either side the row is open again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowDecision {
    /// `None`: the tick that the program had set was taken away.
    pub decision: Option<Decision>,
    pub reason: String,
    pub reason_code: Option<String>,
    /// Id of the officer.
    pub by: String,
    pub at: DateTime<Utc>,
    pub form_value: Option<String>,
    pub document_value: Option<String>,
}

impl CaseFacts {
    /// A case about which nothing is known yet.
    pub fn new(profil: Profil, channel: Channel) -> Self {
        Self {
            layanan: Layanan::AkunBaru,
            profil,
            perubahan: None,
            channel,
            form: BTreeMap::new(),
            documents: BTreeMap::new(),
            attendee: Attendee::default(),
            surat_kuasa: None,
            kewenangan: Kewenangan::default(),
            daftar_hitam: DaftarHitam::default(),
            decisions: BTreeMap::new(),
            verifier: None,
            session: OnlineSession::default(),
        }
    }

    /// What the form says, trimmed; `None` when it says nothing.
    pub fn form_value(&self, field: FormField) -> Option<&str> {
        filled(self.form.get(&field))
    }

    /// What a document says, trimmed; `None` when nothing was typed or read yet.
    pub fn document_value(&self, kind: DocumentKind, field: DocumentField) -> Option<&str> {
        filled(self.documents.get(&kind)?.values.get(&field))
    }

    pub fn by_kuasa(&self) -> bool {
        self.attendee.kapasitas == Some(Kapasitas::Kuasa)
    }

    /// Is a PKP number filled in? "Non-PKP" is an answer, not a number, and so is a dash.
    pub fn pkp_filled(&self) -> bool {
        self.form_value(FormField::Pkp).is_some_and(claims_pkp)
    }

    pub fn circumstances(&self) -> Circumstances<'_> {
        let changes = self.perubahan.as_ref().map(|perubahan| perubahan.parts.as_slice());
        Circumstances { by_kuasa: self.by_kuasa(), pkp_filled: self.pkp_filled(), changes }
    }

    /// Does a letter ask to change this part?
    pub fn changes(&self, part: Bagian) -> bool {
        self.perubahan.as_ref().is_some_and(|perubahan| perubahan.names(part))
    }

    /// Form fields that must be filled before the file is complete.
    pub fn required_form_fields(&self) -> &'static [FormField] {
        persyaratan::required_form_fields(self.layanan, self.profil, self.changes(Bagian::PenanggungJawab))
    }

    /// Rows of the profile that are compulsory for this case.
    pub fn required(&self) -> impl Iterator<Item = &'static Requirement> {
        persyaratan::required_documents(self.layanan, self.profil, self.circumstances())
    }

    /// The same with where each document stands, for the guards of T-05, T-08 and T-09.
    pub fn required_documents(&self) -> Vec<RequiredDocument> {
        self.required()
            .map(|requirement| {
                let known = self.documents.get(&requirement.kind);
                // A digital KTP is here once it was shown: there is nothing to hand over (S-16).
                let shown = known.is_some_and(|document| {
                    document.seen.as_ref().is_some_and(|seen| seen.sighting == Sighting::Ikd)
                });
                let state = known.map_or(DocumentState::Diharapkan, |document| document.state);
                RequiredDocument {
                    kind: requirement.kind,
                    label: requirement.label,
                    state: if shown { DocumentState::Diterima } else { state },
                    scanned: known.is_some_and(|document| document.scanned),
                }
            })
            .collect()
    }

    /// Was the original of this document seen by the verifikator who holds the case now?
    ///
    /// A copy never counts (S-23), unless it shows what was true before a change; a predecessor's look does not count
    /// (G-ORI), and only a KTP can be digital (S-16).
    pub fn sighting_counts(&self, kind: DocumentKind) -> bool {
        let Some(seen) = self.documents.get(&kind).and_then(|document| document.seen.as_ref()) else {
            return false;
        };
        let valid = match seen.sighting {
            Sighting::Asli => true,
            Sighting::Ikd => matches!(kind, DocumentKind::Ktp | DocumentKind::KtpKuasa),
            // What was true before a change lies with whoever gave out the new one.
            Sighting::Salinan => kind.is_former(),
        };
        valid && self.verifier.as_deref() == Some(seen.by.as_str())
    }
}

fn filled(value: Option<&String>) -> Option<&str> {
    value.map(|text| text.trim()).filter(|text| !text.is_empty())
}
