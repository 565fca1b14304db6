//! Syarat "sesuai": G-ORI, G-BANDING, G-UBAH, G-KUASA, G-DARING and G-HITAM name what is missing.
//!
//! Source: procedure 1.8, guards of T-19. Each answer says which item fails and where to go, in the
//! order in which F8 walks: documents, rows, change, kuasa, call, daftar hitam.

use chrono::NaiveDate;

use super::kuasa::check_kuasa;
use super::perubahan::check_perubahan;
use super::{CaseFacts, JawabanDaftarHitam, Row, rows};
use crate::document::{DocumentKind, Sighting};
use crate::error::Missing;
use crate::permohonan::{Channel, Evidence};
use crate::persyaratan::Requirement;
use crate::place::Place;

/// Everything that T-19 still needs of this case.
pub fn evidence(facts: &CaseFacts, today: NaiveDate) -> Evidence {
    evidence_of(facts, &rows(facts, today), today)
}

/// The same where the rows were compared already.
pub fn evidence_of(facts: &CaseFacts, rows: &[Row], today: NaiveDate) -> Evidence {
    Evidence {
        original: check_originals(facts),
        comparison: check_comparison(rows),
        perubahan: check_perubahan(facts, today),
        kuasa: check_kuasa(facts, today),
        online_session: check_online_session(facts),
        daftar_hitam: check_daftar_hitam(facts, today),
    }
}

/// G-ORI: the original of every required document, by the verifikator who holds the case now.
fn check_originals(facts: &CaseFacts) -> Vec<Missing> {
    facts
        .required()
        .filter(|requirement| !facts.sighting_counts(requirement.kind))
        .map(|requirement| {
            Missing::new("G-ORI", Place::Document(requirement.kind), describe_unseen(facts, requirement))
        })
        .collect()
}

fn describe_unseen(facts: &CaseFacts, requirement: &Requirement) -> String {
    let label = requirement.label;
    let seen = facts.documents.get(&requirement.kind).and_then(|document| document.seen.as_ref());
    match seen.map(|seen| seen.sighting) {
        // A copy of what was true before is enough.
        None if requirement.kind.is_former() => format!("{label} belum dilihat"),
        Some(_) if requirement.kind.is_former() => format!("{label} belum Anda lihat sendiri"),
        None => format!("{label} asli belum dilihat"),
        Some(Sighting::Salinan) if is_ktp(requirement.kind) => format!("{label} bukan asli (P02)"),
        Some(Sighting::Salinan) => format!("{label} bukan asli"),
        Some(Sighting::Ikd) if !is_ktp(requirement.kind) => format!("{label} tidak dapat berupa IKD"),
        Some(Sighting::Asli | Sighting::Ikd) => format!("{label} asli belum Anda lihat sendiri"),
    }
}

fn is_ktp(kind: DocumentKind) -> bool {
    matches!(kind, DocumentKind::Ktp | DocumentKind::KtpKuasa)
}

/// G-BANDING: no row open, none refused, MIRIP only with a person's reason.
fn check_comparison(rows: &[Row]) -> Vec<Missing> {
    rows.iter()
        .filter_map(|row| {
            let question = row.open_question()?;
            Some(Missing::new("G-BANDING", Place::Row(row.key), question))
        })
        .collect()
}

/// G-DARING: an appointment, a screenshot within the session, and the code beside the face.
fn check_online_session(facts: &CaseFacts) -> Vec<Missing> {
    if facts.channel != Channel::Daring {
        return Vec::new();
    }
    let session = facts.session;
    [
        (session.scheduled, Place::DaringJadwal, "Jadwal panggilan video"),
        (session.screenshots > 0, Place::DaringTangkapan, "Tangkapan layar selama panggilan"),
        (session.code_visible, Place::DaringKode, "Kode sesi terlihat"),
    ]
    .into_iter()
    .filter(|(content, ..)| !content)
    .map(|(_, place, label)| Missing::new("G-DARING", place, label))
    .collect()
}

/// G-HITAM: an answer with the date of the list, or plainly "could not be checked".
fn check_daftar_hitam(facts: &CaseFacts, today: NaiveDate) -> Vec<Missing> {
    let (place, label) = match (facts.daftar_hitam.answer, facts.daftar_hitam.list_date) {
        (None, _) => (Place::DaftarHitam, "Jawaban daftar hitam"),
        (Some(JawabanDaftarHitam::Tercantum), _) => {
            (Place::DaftarHitam, "Tercantum dalam daftar hitam (X01)")
        }
        (Some(JawabanDaftarHitam::TidakTercantum), None) => {
            (Place::DaftarHitamDate, "Tanggal daftar hitam yang dilihat")
        }
        (Some(JawabanDaftarHitam::TidakTercantum), Some(date)) if date > today => {
            (Place::DaftarHitamDate, "Tanggal daftar hitam di masa depan")
        }
        (Some(JawabanDaftarHitam::TidakTercantum | JawabanDaftarHitam::TidakDapatDiperiksa), _) => {
            return Vec::new();
        }
    };
    vec![Missing::new("G-HITAM", place, label)]
}
