//! Perubahan data: is everything changed that the letter names, nothing else, and does the letter stand (G-UBAH)?
//!
//! Source: procedure 2.4. Only a permohonan "perubahan data" is asked.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::CaseFacts;
use super::letter::{Mark, check_date_of, check_marks};
use crate::contact::check_email;
use crate::error::Missing;
use crate::form::{FormField, Profil};
use crate::layanan::perubahan::{Perubahan, SuratPermohonan};
use crate::persyaratan::form_label;
use crate::place::Place;

const GUARD: &str = "G-UBAH";

/// What is still missing of the change; nothing where the case changes nothing.
pub(super) fn check_perubahan(facts: &CaseFacts, today: NaiveDate) -> Vec<Missing> {
    let Some(perubahan) = &facts.perubahan else { return Vec::new() };
    let mut list = gaps(perubahan, &facts.form);
    list.extend(check_letter(&perubahan.surat, facts.profil, today));
    list
}

/// Every part that the letter names is changed, and nothing else is.
fn gaps(perubahan: &Perubahan, form: &BTreeMap<FormField, String>) -> Vec<Missing> {
    if perubahan.parts.is_empty() {
        return vec![Missing::new(GUARD, Place::Perubahan, "Data yang diminta berubah")];
    }
    let changed = perubahan.changed(form);
    let is_kept = |group: &[FormField]| perubahan.can_tell(group) && !perubahan.is_changed(group, form);
    let unread = perubahan.parts.iter().filter_map(|part| {
        let field = perubahan.needs_former(*part)?;
        let label = format!("Data semula: {}", form_label(field));
        Some(Missing::new(GUARD, Place::Former(field), label))
    });
    // An old NPWP may be faulty: that is why it changes. Where nobody can be reached was no address.
    let former_email = perubahan.former.get(&FormField::Surel).filter(|_| perubahan.read_from_spse);
    let unreadable = former_email.filter(|email| check_email(email).value.is_none()).map(|_| {
        let label = format!("Data semula: {} belum benar", form_label(FormField::Surel));
        Missing::new(GUARD, Place::Former(FormField::Surel), label)
    });
    let unchanged = perubahan.parts.iter().flat_map(|part| {
        let groups = part.subject();
        groups.iter().filter(|group| is_kept(group)).map(move |group| {
            let what = if groups.len() == 1 { part.label() } else { form_label(group[0]) };
            Missing::new(GUARD, Place::Form(group[0]), format!("Data baru: {what} masih seperti semula"))
        })
    });
    // What nobody had filled before is completed, not changed.
    let unasked = changed.iter().filter(|each| !each.former.is_empty() && !perubahan.allows(each.field));
    let unasked = unasked.map(|each| {
        let label = format!("{} berubah tanpa diminta dalam surat", form_label(each.field));
        Missing::new(GUARD, Place::Form(each.field), label)
    });
    unread.chain(unreadable).chain(unchanged).chain(unasked).collect()
}

/// A letter on letterhead, signed, stamped, with stamp duty. A sole owner need have neither letterhead nor stamp.
fn check_letter(surat: &SuratPermohonan, profil: Profil, today: NaiveDate) -> Vec<Missing> {
    let is_company = profil == Profil::BadanUsaha;
    let mark = |answer, needed, place, what: &'static str| Mark { answer, needed, place, what, code: "P19" };
    let mut list = Vec::new();
    if surat.nomor.trim().is_empty() {
        list.push(Missing::new(GUARD, Place::SuratNomor, "Nomor surat permohonan, atau tanda hubung"));
    }
    list.extend(check_date_of(GUARD, "surat permohonan", &surat.tanggal, Place::SuratTanggal, today));
    list.extend(check_marks(
        GUARD,
        "surat permohonan",
        &[
            mark(surat.kop, is_company, Place::SuratKop, "kop"),
            mark(surat.meterai, true, Place::SuratMeterai, "meterai"),
            mark(surat.tanda_tangan, true, Place::SuratTandaTangan, "tanda tangan"),
            mark(surat.cap, is_company, Place::SuratCap, "cap"),
        ],
    ));
    list
}
