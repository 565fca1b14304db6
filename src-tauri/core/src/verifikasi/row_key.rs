//! Which rows there are.

use serde::{Deserialize, Serialize};

/// Which row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub enum RowKey {
    BentukUsaha,
    NamaUsaha,
    Npwp,
    Pkp,
    Alamat,
    PusatCabang,
    KodePos,
    Telepon,
    Surel,
    /// Name of the director or owner: form and KTP.
    PjNama,
    PjNik,
    /// Name on the owner's NPWP beside the name on his KTP (usaha perorangan).
    PjNpwp,
    /// Name of the new director: form and akta perubahan (S-17).
    PjAkta,
    /// Birth date in the NIK beside the one the card prints (N-08).
    Lahir,
    Berlaku,
    Kewarganegaraan,
    /// The face beside the photo: judged by eye alone.
    Orang,
    /// Giver of the surat kuasa: the letter and the KTP of the director or owner.
    KuasaPemberi,
    /// Receiver of the surat kuasa: the letter and the KTP of whoever came.
    KuasaPenerima,
}

/// Under which heading a row stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub enum RowGroup {
    Usaha,
    PenanggungJawab,
    Kontak,
}
