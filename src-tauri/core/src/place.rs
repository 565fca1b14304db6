//! Tempat: where at the desk something missing is answered.
//!
//! Stored nowhere. On the wire a place is a word ("attendee") or a word and what it is about
//! ("row:npwp"); the element of the screen that answers it carries the same word.

use std::fmt;

use serde::{Serialize, Serializer};

use crate::document::DocumentKind;
use crate::form::FormField;
use crate::reasons::Reason;
use crate::verifikasi::RowKey;

/// Declares the places that are about nothing else, and the word of each.
macro_rules! places {
    ($($(#[$doc:meta])* $place:ident = $word:literal,)*) => {
        /// A place of the desk.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Place {
            /// A field of the SPSE form.
            Form(FormField),
            /// The same field as it was before a change.
            Former(FormField),
            /// A row of the comparison.
            Row(RowKey),
            /// A document on the counter: its state at intake, its original at verification.
            Document(DocumentKind),
            /// A shortage that the vendor has to answer.
            Shortage(Reason),
            $($(#[$doc])* $place,)*
        }

        impl Place {
            #[cfg(feature = "wire")]
            const WORDS: &[&str] = &[$($word),*];
        }

        impl fmt::Display for Place {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                match self {
                    Self::Form(field) => write!(f, "form:{}", word(field)),
                    Self::Former(field) => write!(f, "former:{}", word(field)),
                    Self::Row(key) => write!(f, "row:{}", key.as_str()),
                    Self::Document(kind) => write!(f, "document:{}", word(kind)),
                    Self::Shortage(reason) => write!(f, "shortage:{}", reason.code()),
                    $(Self::$place => f.write_str($word),)*
                }
            }
        }
    };
}

places! {
    /// The form as a whole.
    WholeForm = "form",
    /// The comparison as a whole.
    Rows = "rows",
    Documents = "documents",
    Shortages = "shortages",
    Attendee = "attendee",
    AttendeeName = "attendee:name",
    Duplicate = "duplicate",
    Notice = "notice",
    Request = "request",
    Channel = "channel",
    Schedule = "schedule",
    /// That the vendor was told of the schedule.
    ScheduleNotice = "schedule:notice",
    Status = "status",
    Holder = "holder",
    Reason = "reason",
    Reasons = "reasons",
    KuasaPemberi = "kuasa:pemberi",
    KuasaPenerima = "kuasa:penerima",
    KuasaNomor = "kuasa:nomor",
    KuasaTanggal = "kuasa:tanggal",
    KuasaTujuan = "kuasa:tujuan",
    KuasaMeterai = "kuasa:meterai",
    KuasaTandaTangan = "kuasa:tanda_tangan",
    KuasaCap = "kuasa:cap",
    /// Which data a letter asks to change.
    Perubahan = "perubahan",
    SuratNomor = "surat:nomor",
    SuratTanggal = "surat:tanggal",
    SuratKop = "surat:kop",
    SuratMeterai = "surat:meterai",
    SuratTandaTangan = "surat:tanda_tangan",
    SuratCap = "surat:cap",
    Kewenangan = "kewenangan",
    KewenanganBasis = "kewenangan:basis",
    DaringJadwal = "daring:jadwal",
    DaringTangkapan = "daring:tangkapan",
    DaringKode = "daring:kode",
    DaftarHitam = "daftar_hitam",
    DaftarHitamDate = "daftar_hitam:list_date",
    CorrectionSeenAt = "correction:seen_at",
    Password = "password",
    Approver = "approver",
    UserId = "user_id",
    Confirmation = "confirmation",
    SikapProof = "sikap:bukti",
    Contact = "contact",
    Redirect = "redirect",
    Link = "link",
    OfficeName = "office:name",
    OfficeGovernment = "office:government",
    OfficeCity = "office:city",
    OfficeEmail = "office:email",
    OfficeLegalBasis = "office:legal_basis",
    OfficerName = "officer:name",
    OfficerNip = "officer:nip",
    OfficerUsername = "officer:username",
    OfficerPassword = "officer:password",
    OfficerRoles = "officer:roles",
}

/// A value of a closed list as it is stored and sent.
fn word(value: impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => word,
        _ => String::new(),
    }
}

impl Serialize for Place {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// On the wire a misspelt place is a compile error of the screen.
#[cfg(feature = "wire")]
impl ts_rs::TS for Place {
    type WithoutGenerics = Self;
    type OptionInnerType = Self;

    fn name(_: &ts_rs::Config) -> String {
        "Place".to_owned()
    }

    fn inline(_: &ts_rs::Config) -> String {
        let about =
            ["`form:${FormField}`", "`former:${FormField}`", "`row:${RowKey}`", "`document:${DocumentKind}`"];
        let mut places: Vec<String> = about.map(str::to_owned).to_vec();
        places.extend(Reason::ALL.map(|reason| format!("\"{}\"", Self::Shortage(reason))));
        places.extend(Self::WORDS.iter().map(|word| format!("\"{word}\"")));
        places.join(" | ")
    }

    fn decl(config: &ts_rs::Config) -> String {
        format!("type Place = {};", Self::inline(config))
    }

    fn visit_dependencies(visitor: &mut impl ts_rs::TypeVisitor)
    where
        Self: 'static,
    {
        visitor.visit::<FormField>();
        visitor.visit::<RowKey>();
        visitor.visit::<DocumentKind>();
    }

    fn output_path() -> Option<std::path::PathBuf> {
        Some("Place.ts".into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_sent_as_the_word_that_the_screen_carries() {
        for (place, word) in [
            (Place::Form(FormField::PenanggungJawabNik), "form:penanggung_jawab_nik"),
            (Place::Former(FormField::Surel), "former:surel"),
            (Place::Row(RowKey::PjNama), "row:pj_nama"),
            (Place::Document(DocumentKind::SuratKuasa), "document:surat_kuasa"),
            (Place::Shortage(Reason::P08), "shortage:P08"),
            (Place::DaftarHitamDate, "daftar_hitam:list_date"),
        ] {
            assert_eq!(serde_json::to_value(place).unwrap(), word);
            assert_eq!(place.to_string(), word);
        }
    }
}
