//! Alasan siap: the closed list of reasons with which a person may let a row pass.
//!
//! Source: design section 11 and the comparison screen (Alt+1 to Alt+4). The sentence fills the
//! field and stays editable; the code says which reason of the list it was.

use serde::Serialize;

use super::row_key::RowKey;
use crate::form::Profil;

/// A reason on a key: what the button says, and the sentence it types.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct ReadyReason {
    pub code: &'static str,
    pub label: &'static str,
    pub sentence: &'static str,
}

const fn reason(code: &'static str, label: &'static str, sentence: &'static str) -> ReadyReason {
    ReadyReason { code, label, sentence }
}

const OWN_WORDS: ReadyReason = reason("tulis_sendiri", "Tulis sendiri", "");

const NAME: &[ReadyReason] = &[
    reason(
        "disingkat",
        "Disingkat pada formulir",
        "Nama pada formulir disingkat. KTP asli memuat nama lengkap.",
    ),
    reason("gelar", "Gelar saja", "Yang berbeda hanya gelar. Nama pada KTP asli sama."),
    reason("salah_ketik", "Salah ketik", "Salah ketik pada formulir. Orangnya sama menurut KTP asli."),
    OWN_WORDS,
];

/// The akta alone shows who directs the company, so these reasons speak of it.
const AKTA_NAME: &[ReadyReason] = &[
    reason("disingkat", "Disingkat pada formulir", "Nama pada formulir disingkat. Akta memuat nama lengkap."),
    reason("gelar", "Gelar saja", "Yang berbeda hanya gelar. Nama pada akta sama."),
    reason("salah_ketik", "Salah ketik", "Salah ketik pada formulir. Orangnya sama menurut akta."),
    OWN_WORDS,
];

const KUASA_NAME: &[ReadyReason] = &[
    reason(
        "disingkat",
        "Disingkat pada surat",
        "Nama pada surat kuasa disingkat. KTP asli memuat nama lengkap.",
    ),
    reason("gelar", "Gelar saja", "Yang berbeda hanya gelar. Nama pada KTP asli sama."),
    reason("salah_ketik", "Salah ketik", "Salah ketik pada surat kuasa. Orangnya sama menurut KTP asli."),
    OWN_WORDS,
];

/// S-24: for a family, the suffix 001 is the wife and 002 on are children (N-14).
const FAMILY: ReadyReason = reason(
    "npwp_keluarga",
    "NPWP keluarga",
    "NPWP atas nama anggota keluarga. Hubungan dibuktikan dengan kartu keluarga.",
);

const NPWP_NAME: &[ReadyReason] = &[
    FAMILY,
    reason(
        "disingkat",
        "Disingkat pada NPWP",
        "Nama pada kartu NPWP disingkat. KTP asli memuat nama lengkap.",
    ),
    reason("salah_ketik", "Salah ketik", "Salah ketik pada kartu NPWP. Orangnya sama menurut KTP asli."),
    OWN_WORDS,
];

const COMPANY: &[ReadyReason] = &[
    reason(
        "disingkat",
        "Disingkat pada formulir",
        "Nama pada formulir disingkat. Kartu NPWP memuat nama lengkap.",
    ),
    reason("ejaan", "Ejaan atau spasi", "Yang berbeda hanya ejaan atau spasi. Nama pada NPWP asli sama."),
    reason("salah_ketik", "Salah ketik", "Salah ketik pada formulir. NPWP dan dokumen lain sama."),
    OWN_WORDS,
];

const FORM_OF_BUSINESS: &[ReadyReason] = &[
    reason(
        "tidak_tertulis",
        "Tidak tertulis pada NPWP",
        "Bentuk usaha tidak tertulis pada NPWP. Dilihat pada akta atau NIB.",
    ),
    OWN_WORDS,
];

const BRANCH_NUMBER: ReadyReason =
    reason("cabang", "NPWP cabang", "NPWP cabang dari wajib pajak yang sama. NITKU cabang dilihat.");

const READ_AGAIN: ReadyReason =
    reason("dibaca_ulang", "Sudah dibaca ulang", "Angka dibaca ulang dari kartu asli, dan sama.");

const NPWP: &[ReadyReason] = &[BRANCH_NUMBER, READ_AGAIN, OWN_WORDS];

const NPWP_OF_PERSON: &[ReadyReason] = &[BRANCH_NUMBER, READ_AGAIN, FAMILY, OWN_WORDS];

const NIK: &[ReadyReason] =
    &[reason("dibaca_ulang", "Sudah dibaca ulang", "Angka dibaca ulang dari KTP asli, dan sama."), OWN_WORDS];

const BIRTH: &[ReadyReason] = &[
    reason(
        "pencatatan",
        "Pencatatan berbeda",
        "Tanggal pada NIK tidak sesuai dengan cetakan KTP. Keduanya dibaca ulang dari kartu asli.",
    ),
    OWN_WORDS,
];

const ADDRESS: &[ReadyReason] = &[
    reason(
        "alamat_lama",
        "Alamat lama",
        "Alamat pada dokumen adalah alamat lama. Formulir memuat alamat sekarang.",
    ),
    reason("disingkat", "Penulisan berbeda", "Alamat sama, penulisannya berbeda."),
    OWN_WORDS,
];

const CITIZENSHIP: &[ReadyReason] =
    &[reason("izin_tinggal", "Izin tinggal berlaku", "Izin tinggal dilihat dan masih berlaku."), OWN_WORDS];

const BRANCH: &[ReadyReason] =
    &[reason("nitku", "NITKU dilihat", "Pusat atau cabang dipastikan dari NITKU pada dokumen."), OWN_WORDS];

const OTHER: &[ReadyReason] = &[OWN_WORDS];

/// The reasons offered for the NPWP itself: only a person has a family (N-17).
pub(super) fn npwp_reasons(profil: Profil) -> &'static [ReadyReason] {
    match profil {
        Profil::BadanUsaha => NPWP,
        Profil::UsahaPerorangan => NPWP_OF_PERSON,
    }
}

/// The reasons offered for a row.
pub(super) fn ready_reasons(key: RowKey) -> &'static [ReadyReason] {
    match key {
        RowKey::PjNama => NAME,
        RowKey::PjAkta => AKTA_NAME,
        RowKey::PjNpwp => NPWP_NAME,
        RowKey::KuasaPemberi | RowKey::KuasaPenerima => KUASA_NAME,
        RowKey::NamaUsaha => COMPANY,
        RowKey::BentukUsaha => FORM_OF_BUSINESS,
        RowKey::Npwp => NPWP,
        RowKey::PjNik => NIK,
        RowKey::Lahir => BIRTH,
        RowKey::Alamat | RowKey::KodePos => ADDRESS,
        RowKey::Kewarganegaraan => CITIZENSHIP,
        RowKey::PusatCabang => BRANCH,
        RowKey::Pkp | RowKey::Telepon | RowKey::Surel | RowKey::Berlaku | RowKey::Orang => OTHER,
    }
}
