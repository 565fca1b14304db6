//! Surat kuasa dan kewenangan: may the person at the desk speak for the vendor (G-KUASA)?
//!
//! Source: procedure 1.8 (G-KUASA), A-03, A-05. KTP and NPWP alone cannot prove that somebody is the
//! director; so for a badan usaha the desk must say whether that link was checked, and on what.

use chrono::NaiveDate;

use super::letter::{Mark, check_date_of, check_marks};
use super::row::start;
use super::{CaseFacts, Row, RowGroup, RowKey, SuratKuasa};
use crate::document::DocumentKind;
use crate::error::Missing;
use crate::form::{DocumentField, Profil};
use crate::naming::compare_person;
use crate::outcome::Finding;
use crate::place::Place;
use crate::reasons::Reason;

const GUARD: &str = "G-KUASA";

/// What is still missing about the person who came.
pub(super) fn check_kuasa(facts: &CaseFacts, today: NaiveDate) -> Vec<Missing> {
    let mut list = Vec::new();
    if facts.attendee.kapasitas.is_none() {
        list.push(Missing::new(GUARD, Place::Attendee, "Kapasitas yang hadir"));
    }
    if facts.by_kuasa() {
        match &facts.surat_kuasa {
            Some(letter) => list.extend(check_letter(facts, letter, today)),
            None => list.push(Missing::new(GUARD, Place::KuasaPemberi, "Isi surat kuasa")),
        }
        for (field, label) in [
            (DocumentField::Nama, "Nama pada KTP penerima kuasa"),
            (DocumentField::Nik, "NIK pada KTP penerima kuasa"),
        ] {
            if facts.document_value(DocumentKind::KtpKuasa, field).is_none() {
                list.push(Missing::new(GUARD, Place::Document(DocumentKind::KtpKuasa), label));
            }
        }
    }
    list.extend(check_authority(facts));
    list
}

fn check_letter(facts: &CaseFacts, letter: &SuratKuasa, today: NaiveDate) -> Vec<Missing> {
    let mut list = Vec::new();
    for (text, place, label) in [
        (&letter.pemberi, Place::KuasaPemberi, "Pemberi kuasa"),
        (&letter.penerima, Place::KuasaPenerima, "Penerima kuasa"),
        (&letter.nomor, Place::KuasaNomor, "Nomor surat kuasa, atau tanda hubung"),
        (&letter.tujuan, Place::KuasaTujuan, "Tujuan surat kuasa"),
    ] {
        if text.trim().is_empty() {
            list.push(Missing::new(GUARD, place, label));
        }
    }
    list.extend(check_date_of(GUARD, "surat kuasa", &letter.tanggal, Place::KuasaTanggal, today));
    // A sole owner need not have a stamp; a company does.
    let stamp_needed = facts.profil == Profil::BadanUsaha;
    let mark = |answer, needed, place, what: &'static str| Mark { answer, needed, place, what, code: "P08" };
    list.extend(check_marks(
        GUARD,
        "surat kuasa",
        &[
            mark(letter.meterai, true, Place::KuasaMeterai, "meterai"),
            mark(letter.tanda_tangan, true, Place::KuasaTandaTangan, "tanda tangan"),
            mark(letter.cap, stamp_needed, Place::KuasaCap, "cap"),
        ],
    ));
    list
}

/// Giver and receiver beside the two people whose KTP are on the desk: names like every other, which
/// a person may let pass with a reason. Where either side is still empty, [`check_kuasa`] says so.
pub(super) fn kuasa_rows(facts: &CaseFacts) -> Vec<Row> {
    let Some(letter) = facts.surat_kuasa.as_ref().filter(|_| facts.by_kuasa()) else { return Vec::new() };
    [
        (RowKey::KuasaPemberi, "Pemberi kuasa", &letter.pemberi, DocumentKind::Ktp),
        (RowKey::KuasaPenerima, "Penerima kuasa", &letter.penerima, DocumentKind::KtpKuasa),
    ]
    .into_iter()
    .filter_map(|(key, label, named, document)| {
        let printed = facts.document_value(document, DocumentField::Nama)?;
        let named = Some(named.trim()).filter(|named| !named.is_empty())?;
        let mut row = start(key, RowGroup::PenanggungJawab, label, &[Reason::P08]);
        row.form_value = Some(named.to_owned());
        row.form_hint = Some("dari surat kuasa".to_owned());
        row.document = Some(document);
        row.document_field = Some(DocumentField::Nama);
        row.document_value = Some(printed.to_owned());
        row.overridable = true;
        row.finding = Some(compare_on_letter(named, printed));
        Some(row)
    })
    .collect()
}

/// The finding of two names in the words of this pair: its sides are the letter and the KTP.
fn compare_on_letter(named: &str, printed: &str) -> Finding {
    let mut finding = compare_person(named, printed);
    finding.explanation = finding.explanation.replace("formulir", "surat kuasa").replace("dokumen", "KTP");
    finding
}

/// Whether somebody else than the vendor could be the one who may act. A sole owner answers for himself: a
/// question about authority would only raise others.
pub fn asks_authority(profil: Profil) -> bool {
    profil != Profil::UsahaPerorangan
}

/// checked on a named document, or plainly "not checked", which the Bukti then says.
fn check_authority(facts: &CaseFacts) -> Option<Missing> {
    if !asks_authority(facts.profil) {
        return None;
    }
    let (place, label) = match facts.kewenangan.checked {
        None => (Place::Kewenangan, "Jawaban dasar kewenangan"),
        Some(true) if facts.kewenangan.basis.trim().is_empty() => {
            (Place::KewenanganBasis, "Dokumen dasar kewenangan")
        }
        Some(_) => return None,
    };
    Some(Missing::new(GUARD, place, label))
}
