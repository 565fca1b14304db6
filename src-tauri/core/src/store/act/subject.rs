//! What an act is about, and under whose keys its sealed part stands.

/// What an act is about. Only acts about something with keys of its own, a permohonan, a kiriman, a mailbox or a
/// blacklist, may carry a sealed part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    Office,
    Officer(String),
    Permohonan(String),
    Kiriman(String),
    KotakSurat(String),
    DaftarHitam(String),
}

impl Subject {
    pub(in crate::store) fn to_text(&self) -> String {
        match self {
            Self::Office => "kantor".to_owned(),
            Self::Officer(id) => format!("petugas/{id}"),
            Self::Permohonan(id) => format!("permohonan/{id}"),
            Self::Kiriman(id) => format!("kiriman/{id}"),
            Self::KotakSurat(id) => format!("kotak_surat/{id}"),
            Self::DaftarHitam(id) => format!("daftar_hitam/{id}"),
        }
    }

    /// The case a subject text names, if it names one.
    pub(in crate::store) fn case_of(text: &str) -> Option<&str> {
        text.strip_prefix("permohonan/")
    }

    /// Under whose keys the sealed part of an act about this subject stands.
    pub(in crate::store) fn sealed_under(text: &str) -> Option<&str> {
        let owners = [Self::case_of, Self::kiriman_of, Self::mailbox_of, Self::daftar_hitam_of];
        owners.into_iter().find_map(|owner| owner(text))
    }

    /// The mailbox a subject text names, if it names one.
    pub(in crate::store) fn mailbox_of(text: &str) -> Option<&str> {
        text.strip_prefix("kotak_surat/")
    }

    /// The blacklist a subject text names, if it names one.
    pub(in crate::store) fn daftar_hitam_of(text: &str) -> Option<&str> {
        text.strip_prefix("daftar_hitam/")
    }

    /// The kiriman a subject text names, if it names one.
    pub(in crate::store) fn kiriman_of(text: &str) -> Option<&str> {
        text.strip_prefix("kiriman/")
    }
}
