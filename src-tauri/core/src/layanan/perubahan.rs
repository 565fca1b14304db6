//! Perubahan data: which data of a verified vendor change, and by which letter (T-30, S-17).
//!
//! Source: procedure 2.4, after LKPP's procedures 1 and 9/2012 on the change of an e-mail address and of an NPWP: a letter
//! on letterhead, signed, stamped and with stamp duty, and the old and the new document.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::form::{FormField, Profil};

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

/// What is to change of which data. `former` is what was verified last, copied when the permohonan was opened, so that
/// it can still be shown when the old permohonan is destroyed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Perubahan {
    /// In their order, none twice.
    pub parts: Vec<Bagian>,
    pub former: BTreeMap<FormField, String>,
    pub surat: SuratPermohonan,
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

    /// Whether a vendor of this kind can change it. Another owner is another usaha perorangan, with an account of its own.
    pub fn is_open_to(self, profil: Profil) -> bool {
        self != Self::PenanggungJawab || profil == Profil::BadanUsaha
    }
}

impl Perubahan {
    pub fn names(&self, part: Bagian) -> bool {
        self.parts.contains(&part)
    }

    /// What was verified in this field, where the form says something else now.
    pub fn former_of(&self, field: FormField, form: &BTreeMap<FormField, String>) -> Option<&str> {
        let former = self.former.get(&field).map_or("", String::as_str);
        differs(former, form.get(&field)).then_some(former)
    }

    /// Every field that says something else than what was verified, in the order of the form.
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

/// Emptied is changed too: what was verified would be gone without a letter.
fn differs(former: &str, new: Option<&String>) -> bool {
    new.map_or("", |text| text.trim()) != former.trim()
}

#[cfg(test)]
mod tests;
