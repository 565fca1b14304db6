//! Perubahan data: which data of a verified vendor change, and by which letter (T-30, S-17).
//!
//! Source: procedure 2.4, after LKPP's procedures 1 and 9/2012 on the change of an e-mail address and of an NPWP: a letter
//! on letterhead, signed, stamped and with stamp duty, and the old and the new document.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::address::is_spelled_otherwise;
use crate::contact::claims_pkp;
use crate::form::{FormField, Profil};
use crate::naming::{compare_company, compare_person};
use crate::outcome::{Finding, Outcome};

/// A part of the data that a letter asks to change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub enum Bagian {
    Surel,
    Npwp,
    /// The director, by a new akta.
    PenanggungJawab,
    /// Name and legal form.
    NamaUsaha,
    Alamat,
}

/// What is to change of which data. `former` is how they were: what was verified last, copied when the permohonan was
/// opened, so that it can still be shown when the old permohonan is destroyed; or what was read elsewhere.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Perubahan {
    /// In their order, none twice.
    pub parts: Vec<Bagian>,
    pub former: BTreeMap<FormField, String>,
    pub surat: SuratPermohonan,
    /// The account was verified elsewhere or before this desk was used: nothing was copied, and `former` holds what an
    /// officer read in SPSE or on the document of before.
    #[serde(default)]
    pub read_from_spse: bool,
}

/// Surat permohonan perubahan data: the letter, as read from the original.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct SuratPermohonan {
    /// May be "-": many letters carry no number.
    pub nomor: String,
    /// As typed; ISO or as a letter prints it.
    pub tanggal: String,
    /// Is it written on the letterhead of the vendor?
    pub kop: Option<bool>,
    pub meterai: Option<bool>,
    pub tanda_tangan: Option<bool>,
    pub cap: Option<bool>,
}

/// A field with both of its values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangedField {
    pub field: FormField,
    pub former: String,
    pub new: String,
}

impl Bagian {
    pub const ALL: [Self; 5] =
        [Self::Surel, Self::Npwp, Self::PenanggungJawab, Self::NamaUsaha, Self::Alamat];

    pub fn label(self) -> &'static str {
        match self {
            Self::Surel => "surel",
            Self::Npwp => "NPWP atau PKP",
            Self::PenanggungJawab => "direktur",
            Self::NamaUsaha => "nama atau bentuk usaha",
            Self::Alamat => "alamat",
        }
    }

    /// Fields that may differ from what was verified, once a letter names this part.
    pub fn fields(self) -> &'static [FormField] {
        match self {
            Self::Surel => &[FormField::Surel],
            Self::Npwp => &[FormField::Npwp, FormField::PusatCabang, FormField::Nitku, FormField::Pkp],
            Self::PenanggungJawab => &[FormField::PenanggungJawabNama, FormField::PenanggungJawabNik],
            Self::NamaUsaha => &[FormField::NamaUsaha, FormField::BentukUsaha],
            Self::Alamat => &[FormField::Alamat, FormField::KodePos, FormField::Kabupaten],
        }
    }

    /// What the part is about: of each group one field must differ, or the letter was not carried out. Another director
    /// has another name and another NIK.
    pub fn subject(self) -> &'static [&'static [FormField]] {
        match self {
            Self::Surel => &[&[FormField::Surel]],
            Self::Npwp => &[&[FormField::Npwp, FormField::Pkp]],
            Self::PenanggungJawab => &[&[FormField::PenanggungJawabNama], &[FormField::PenanggungJawabNik]],
            Self::NamaUsaha => &[&[FormField::NamaUsaha, FormField::BentukUsaha]],
            Self::Alamat => &[&[FormField::Alamat, FormField::Kabupaten]],
        }
    }

    /// What an officer reads in SPSE, or on the document of before, where nothing was verified here: the first is needed,
    /// the rest where there was any. SPSE has no field for the NIK of a director.
    pub fn read_in_spse(self) -> &'static [FormField] {
        match self {
            Self::Surel => &[FormField::Surel],
            Self::Npwp => &[FormField::Npwp, FormField::Pkp],
            Self::PenanggungJawab => &[FormField::PenanggungJawabNama],
            Self::NamaUsaha => &[FormField::NamaUsaha, FormField::BentukUsaha],
            Self::Alamat => &[FormField::Alamat, FormField::Kabupaten],
        }
    }

    /// Whether a vendor of this kind can change it. Another owner is another usaha perorangan, with an account of its own.
    pub fn is_open_to(self, profil: Profil) -> bool {
        self != Self::PenanggungJawab || profil == Profil::BadanUsaha
    }
}

impl Perubahan {
    pub fn names(&self, part: Bagian) -> bool {
        self.parts.contains(&part)
    }

    /// How this field was, where the form says something else now. Where the former data were read in SPSE, silence about
    /// a field says nothing of it, unless a letter asks to change just that.
    pub fn former_of(&self, field: FormField, form: &BTreeMap<FormField, String>) -> Option<&str> {
        let former = self.former.get(&field).map_or("", String::as_str);
        let is_known = !self.read_from_spse || !former.is_empty() || self.is_wholly_unread(field);
        (is_known && self.differs(field, former, form.get(&field))).then_some(former)
    }

    /// Is it what a letter asks to change, and nothing about that is known?
    fn is_wholly_unread(&self, field: FormField) -> bool {
        let groups = self.parts.iter().flat_map(|part| part.subject());
        groups.filter(|group| group.contains(&field)).any(|group| !self.can_tell(group))
    }

    /// Emptied is changed too: what was verified would be gone without a letter. What an officer typed from another screen
    /// is compared as a document is: the same name in other capitals is the same name.
    fn differs(&self, field: FormField, former: &str, new: Option<&String>) -> bool {
        let (former, new) = (said(field, former), said(field, new.map_or("", String::as_str)));
        if !self.read_from_spse || former.is_empty() || new.is_empty() {
            return former != new;
        }
        let is_same = |finding: Finding| matches!(finding.outcome, Outcome::Sama | Outcome::Setara);
        !match field {
            FormField::NamaUsaha => is_same(compare_company(new, former)),
            FormField::PenanggungJawabNama => is_same(compare_person(new, former)),
            FormField::Alamat => is_spelled_otherwise(new, former),
            FormField::Surel => new.eq_ignore_ascii_case(former),
            _ => new == former,
        }
    }

    /// What an officer may still read in SPSE: of each part, and what was read of a part that the letter turned out not
    /// to name. Nothing where it was verified here.
    pub fn asks_former(&self) -> Vec<FormField> {
        if !self.read_from_spse {
            return Vec::new();
        }
        let mut fields: Vec<FormField> = self
            .parts
            .iter()
            .flat_map(|part| part.read_in_spse())
            .chain(self.former.keys())
            .copied()
            .collect();
        fields.sort_unstable();
        fields.dedup();
        fields
    }

    /// Whether any of these says something else than before. Where it was read in SPSE, what was not read proves nothing.
    pub fn is_changed(&self, group: &[FormField], form: &BTreeMap<FormField, String>) -> bool {
        let known = |field: &FormField| !self.read_from_spse || self.former.contains_key(field);
        group.iter().any(|field| known(field) && self.former_of(*field, form).is_some())
    }

    /// Whether it can be told at all: SPSE says nothing of some fields, and of others nobody has read it yet.
    pub fn can_tell(&self, group: &[FormField]) -> bool {
        !self.read_from_spse || group.iter().any(|field| self.former.contains_key(field))
    }

    /// Is nothing of this part known as it was?
    pub fn needs_former(&self, part: Bagian) -> Option<FormField> {
        let first = *part.read_in_spse().first()?;
        (self.read_from_spse && !self.former.contains_key(&first)).then_some(first)
    }

    /// How it is said that a former value is not there: what was verified here was left empty, what was verified elsewhere
    /// was not noted.
    pub fn nothing(&self) -> &'static str {
        if self.read_from_spse { "tidak dicatat" } else { "tidak diisi" }
    }

    /// Whether this field has to be read in SPSE.
    pub fn requires_former(&self, field: FormField) -> bool {
        self.read_from_spse && self.parts.iter().any(|part| part.read_in_spse().first() == Some(&field))
    }

    /// Every field that says something else than before, in the order of the form.
    pub fn changed(&self, form: &BTreeMap<FormField, String>) -> Vec<ChangedField> {
        let mut fields: Vec<FormField> = self.former.keys().chain(form.keys()).copied().collect();
        fields.sort_unstable();
        fields.dedup();
        fields
            .into_iter()
            .filter_map(|field| {
                let former = self.former_of(field, form)?.to_owned();
                Some(ChangedField { field, former, new: form.get(&field).cloned().unwrap_or_default() })
            })
            .collect()
    }

    /// Whether the letter allows this field to differ. Telephone and website are no part of a letter: the vendor keeps
    /// them up to date alone.
    pub fn allows(&self, field: FormField) -> bool {
        matches!(field, FormField::Telepon | FormField::Hp | FormField::Website)
            || self.parts.iter().any(|part| part.fields().contains(&field))
    }
}

/// "Non-PKP" and an empty box say the same.
fn said(field: FormField, text: &str) -> &str {
    if field == FormField::Pkp && !claims_pkp(text) { "" } else { text.trim() }
}

#[cfg(test)]
mod tests;
