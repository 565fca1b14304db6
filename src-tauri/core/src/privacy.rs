//! Pemberitahuan privasi: what a vendor is told before the first field is typed (T-01).
//!
//! Source: UU 27/2022 articles 5, 20, 21, 30, 32, 41 to 46 and 53, as read in procedure section 4.
//! The ground is a public service laid down by law, not consent, so there is no tick to set: the
//! version that was shown is kept with the case. Change a sentence and the version changes.

/// Version of the text below; kept with every permohonan.
pub const NOTICE_VERSION: &str = "2026-3";

/// The notice as the desk shows it and as the Tanda Terima cites it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrivacyNotice {
    pub version: &'static str,
    pub title: &'static str,
    pub paragraphs: Vec<String>,
}

/// The notice of one office. `office` is the name of the LPSE, `contact` its data-protection
/// officer (UU 27/2022 article 53).
pub fn notice(office: &str, contact: &str) -> PrivacyNotice {
    let office = Some(office.trim()).filter(|name| !name.is_empty()).unwrap_or("LPSE ini");
    let contact = match contact.trim() {
        "" => format!("Pejabat pelindungan data: tanyakan kepada petugas {office}."),
        contact => format!("Pejabat pelindungan data {office}: {contact}."),
    };
    PrivacyNotice {
        version: NOTICE_VERSION,
        title: "Pemberitahuan privasi",
        paragraphs: vec![
            format!("{office} memproses data Anda untuk membuat, mengubah, atau mendampingi akun pengadaan."),
            "Dasarnya tugas pelayanan publik menurut undang-undang, bukan persetujuan Anda.".to_owned(),
            "Data dipakai hanya untuk mencocokkan formulir SPSE dengan dokumen asli, atau mendampingi pendaftaran INAPROC.".to_owned(),
            "Kami mencatat nama, NIK, NPWP, tanggal lahir, kontak, data usaha, dan gambar dokumen."
                .to_owned(),
            "Agama, golongan darah, status perkawinan, dan pekerjaan tidak dicatat sebagai data dan disamarkan pada salinan.".to_owned(),
            "Data disimpan terenkripsi di kantor ini dan tidak dikirim lewat internet.".to_owned(),
            "Hanya petugas berwenang yang dapat melihatnya, dan setiap pembukaan gambar dicatat.".to_owned(),
            "Data disimpan menurut jadwal retensi arsip, lalu dimusnahkan dengan berita acara.".to_owned(),
            "Anda berhak melihat, membetulkan, menunda, membatasi, dan meminta penghapusan data.".to_owned(),
            "Permintaan Anda dijawab paling lambat 3 x 24 jam.".to_owned(),
            "Bila terjadi kegagalan pelindungan data pribadi, Anda diberi tahu tertulis dalam 3 x 24 jam.".to_owned(),
            contact,
        ],
    }
}

#[cfg(test)]
mod tests;
