//! Persyaratan: which documents and which form fields a permohonan needs, as data.
//!
//! Source: SOP 01.09.03./SOP/2020 step 3, SE Deputi II LKPP 2/2020, procedure 1.3 and 3.6. What
//! neither of them asks (a surat kuasa, a SPPKP) says so in its ground, because an office may not
//! ask for more papers than it can name a reason for. Another profile is more rows of this table.

use crate::document::DocumentKind;
use crate::form::{DocumentField, FormField, Profil};
use crate::layanan::Layanan;
use crate::layanan::perubahan::Bagian;

/// When a document is required.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum When {
    Always,
    /// The person at the desk holds a surat kuasa.
    Kuasa,
    /// The form names a PKP number.
    Pkp,
    /// The director or owner came without a surat kuasa.
    InPerson,
    /// A letter asks to change one of these parts.
    Changed(&'static [Bagian]),
    /// Never required; shown so that the basis of authority can be kept.
    Offered,
}

/// A document of a profile.
#[derive(Clone, Copy, Debug)]
pub struct Requirement {
    layanan: Layanan,
    profil: Profil,
    when: When,
    pub kind: DocumentKind,
    pub label: &'static str,
    /// Why it is asked for, with its legal ground.
    pub ground: &'static str,
}

/// What makes the list of documents longer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Circumstances<'a> {
    pub by_kuasa: bool,
    pub pkp_filled: bool,
    /// The parts that a letter asks to change.
    pub changes: Option<&'a [Bagian]>,
}

const SOP_KTP: &str = "SOP 01.09.03./SOP/2020 langkah 3 dan SE Deputi II LKPP 2/2020: kartu identitas.";
const SOP_NPWP: &str = "SOP 01.09.03./SOP/2020 langkah 3 dan SE Deputi II LKPP 2/2020: nomor pajak.";
const KUASA: &str = "Di luar daftar SOP. Diminta karena yang hadir bukan direktur atau pemilik.";
const SPPKP: &str = "Di luar daftar SOP. Diminta karena formulir memuat nomor PKP.";
const KEWENANGAN: &str = "Di luar syarat SOP. Menunjukkan siapa yang berwenang; boleh tidak ada.";

const PERUBAHAN: &str =
    "Prosedur perubahan data LKPP 2012: surat permohonan, dokumen lama, dan dokumen baru.";

/// The vendor hands them to INAPROC, not to the desk: it is only asked whether they are at hand.
const INAPROC: &str = "Diminta INAPROC saat mendaftar. LPSE tidak menyimpan salinannya.";

const fn document(
    layanan: Layanan,
    profil: Profil,
    when: When,
    kind: DocumentKind,
    label: &'static str,
    ground: &'static str,
) -> Requirement {
    Requirement { layanan, profil, when, kind, label, ground }
}

use Bagian::{Alamat, NamaUsaha, PenanggungJawab};
use Layanan::{AkunBaru, PendampinganInaproc, PerubahanData};
use Profil::{BadanUsaha, UsahaPerorangan};
use When::{Always, Changed, InPerson, Kuasa, Offered, Pkp};

/// Every document of every layanan and profile, in the order of the desk.
#[rustfmt::skip]
const REQUIREMENTS: &[Requirement] = &[
    document(AkunBaru, BadanUsaha, Always, DocumentKind::Ktp, "KTP direktur", SOP_KTP),
    document(AkunBaru, BadanUsaha, Always, DocumentKind::Npwp, "NPWP perusahaan", SOP_NPWP),
    document(AkunBaru, BadanUsaha, Kuasa, DocumentKind::SuratKuasa, "Surat kuasa", KUASA),
    document(AkunBaru, BadanUsaha, Kuasa, DocumentKind::KtpKuasa, "KTP penerima kuasa", KUASA),
    document(AkunBaru, BadanUsaha, Pkp, DocumentKind::Sppkp, "SPPKP", SPPKP),
    document(AkunBaru, BadanUsaha, Offered, DocumentKind::Akta, "Akta", KEWENANGAN),
    document(AkunBaru, BadanUsaha, Offered, DocumentKind::Nib, "NIB", KEWENANGAN),

    document(AkunBaru, UsahaPerorangan, Always, DocumentKind::Ktp, "KTP pemilik", SOP_KTP),
    document(AkunBaru, UsahaPerorangan, Always, DocumentKind::Npwp, "NPWP pemilik", SOP_NPWP),
    document(AkunBaru, UsahaPerorangan, Kuasa, DocumentKind::SuratKuasa, "Surat kuasa", KUASA),
    document(AkunBaru, UsahaPerorangan, Kuasa, DocumentKind::KtpKuasa, "KTP penerima kuasa", KUASA),
    document(AkunBaru, UsahaPerorangan, Pkp, DocumentKind::Sppkp, "SPPKP", SPPKP),
    document(AkunBaru, UsahaPerorangan, Offered, DocumentKind::Nib, "NIB", KEWENANGAN),

    document(PerubahanData, BadanUsaha, Always, DocumentKind::SuratPermohonan, "Surat permohonan", PERUBAHAN),
    document(PerubahanData, BadanUsaha, Always, DocumentKind::Ktp, "KTP direktur", PERUBAHAN),
    document(PerubahanData, BadanUsaha, Always, DocumentKind::Npwp, "NPWP perusahaan", PERUBAHAN),
    document(PerubahanData, BadanUsaha, Changed(&[Bagian::Npwp, NamaUsaha, Alamat]), DocumentKind::NpwpLama, "NPWP lama", PERUBAHAN),
    document(PerubahanData, BadanUsaha, Changed(&[PenanggungJawab, NamaUsaha]), DocumentKind::Akta, "Akta perubahan terakhir", PERUBAHAN),
    document(PerubahanData, BadanUsaha, Changed(&[PenanggungJawab, NamaUsaha]), DocumentKind::AktaLama, "Akta sebelumnya", PERUBAHAN),
    document(PerubahanData, BadanUsaha, Kuasa, DocumentKind::SuratKuasa, "Surat kuasa", KUASA),
    document(PerubahanData, BadanUsaha, Kuasa, DocumentKind::KtpKuasa, "KTP penerima kuasa", KUASA),
    document(PerubahanData, BadanUsaha, Pkp, DocumentKind::Sppkp, "SPPKP", SPPKP),
    document(PerubahanData, BadanUsaha, Offered, DocumentKind::Nib, "NIB", KEWENANGAN),

    document(PerubahanData, UsahaPerorangan, Always, DocumentKind::SuratPermohonan, "Surat permohonan", PERUBAHAN),
    document(PerubahanData, UsahaPerorangan, Always, DocumentKind::Ktp, "KTP pemilik", PERUBAHAN),
    document(PerubahanData, UsahaPerorangan, Always, DocumentKind::Npwp, "NPWP pemilik", PERUBAHAN),
    document(PerubahanData, UsahaPerorangan, Changed(&[Bagian::Npwp]), DocumentKind::NpwpLama, "NPWP lama", PERUBAHAN),
    document(PerubahanData, UsahaPerorangan, Changed(&[NamaUsaha, Alamat]), DocumentKind::Nib, "NIB", PERUBAHAN),
    document(PerubahanData, UsahaPerorangan, Kuasa, DocumentKind::SuratKuasa, "Surat kuasa", KUASA),
    document(PerubahanData, UsahaPerorangan, Kuasa, DocumentKind::KtpKuasa, "KTP penerima kuasa", KUASA),
    document(PerubahanData, UsahaPerorangan, Pkp, DocumentKind::Sppkp, "SPPKP", SPPKP),

    document(PendampinganInaproc, BadanUsaha, Always, DocumentKind::Nib, "NIB", INAPROC),
    document(PendampinganInaproc, BadanUsaha, Always, DocumentKind::Npwp, "NPWP perusahaan", INAPROC),
    document(PendampinganInaproc, BadanUsaha, Always, DocumentKind::Kswp, "Bukti KSWP", INAPROC),
    document(PendampinganInaproc, BadanUsaha, Always, DocumentKind::Sppkp, "Surat PKP atau non-PKP", INAPROC),
    document(PendampinganInaproc, BadanUsaha, InPerson, DocumentKind::PernyataanPemilik, "Surat pernyataan pemilik", INAPROC),
    document(PendampinganInaproc, BadanUsaha, Kuasa, DocumentKind::SuratKuasa, "Surat kuasa", INAPROC),
    document(PendampinganInaproc, BadanUsaha, Always, DocumentKind::SuratKerja, "Surat keterangan kerja", INAPROC),

    document(PendampinganInaproc, UsahaPerorangan, Always, DocumentKind::Nib, "NIB", INAPROC),
    document(PendampinganInaproc, UsahaPerorangan, Always, DocumentKind::Npwp, "NPWP pemilik", INAPROC),
    document(PendampinganInaproc, UsahaPerorangan, Always, DocumentKind::Kswp, "Bukti KSWP", INAPROC),
    document(PendampinganInaproc, UsahaPerorangan, Always, DocumentKind::Sppkp, "Surat PKP atau non-PKP", INAPROC),
    document(PendampinganInaproc, UsahaPerorangan, InPerson, DocumentKind::PernyataanPemilik, "Surat pernyataan pemilik", INAPROC),
    document(PendampinganInaproc, UsahaPerorangan, Kuasa, DocumentKind::SuratKuasa, "Surat kuasa", INAPROC),
    document(PendampinganInaproc, UsahaPerorangan, Kuasa, DocumentKind::SuratKerja, "Surat keterangan kerja", INAPROC),
];

/// Form fields that may not stay empty when the desk calls a file complete (T-08).
///
/// The kabupaten is among them although it is never compared: without it the vendor's account
/// cannot be aggregated (P12). A director is not: SPSE has no such field.
const FORM_BADAN_USAHA: &[FormField] = &[
    FormField::BentukUsaha,
    FormField::NamaUsaha,
    FormField::Npwp,
    FormField::PusatCabang,
    FormField::Kabupaten,
    FormField::Surel,
];
/// A new director is named where SPSE has no field for one: the change is about the name.
const FORM_NEW_DIRECTOR: &[FormField] = &[
    FormField::BentukUsaha,
    FormField::NamaUsaha,
    FormField::Npwp,
    FormField::PusatCabang,
    FormField::Kabupaten,
    FormField::Surel,
    FormField::PenanggungJawabNama,
    FormField::PenanggungJawabNik,
];
const FORM_USAHA_PERORANGAN: &[FormField] = &[
    FormField::NamaUsaha,
    FormField::Npwp,
    FormField::Kabupaten,
    FormField::Surel,
    FormField::PenanggungJawabNama,
    FormField::PenanggungJawabNik,
];

/// What the sheet before a registration at INAPROC is filled from.
const FORM_INAPROC: &[FormField] = &[
    FormField::NamaUsaha,
    FormField::Npwp,
    FormField::PenanggungJawabNama,
    FormField::PenanggungJawabNik,
    FormField::Hp,
    FormField::Surel,
];

impl Requirement {
    /// Is it never asked for, and kept only if the vendor brings it?
    pub fn is_offered(&self) -> bool {
        self.when == When::Offered
    }

    /// Is it compulsory in these circumstances?
    pub fn is_required(&self, circumstances: Circumstances<'_>) -> bool {
        match self.when {
            When::Always => true,
            When::Kuasa => circumstances.by_kuasa,
            When::Pkp => circumstances.pkp_filled,
            When::InPerson => !circumstances.by_kuasa,
            When::Changed(parts) => {
                circumstances.changes.is_some_and(|changes| changes.iter().any(|part| parts.contains(part)))
            }
            When::Offered => false,
        }
    }
}

/// Every document the desk may take in for this layanan and profile, required or not.
pub fn documents(layanan: Layanan, profil: Profil) -> impl Iterator<Item = &'static Requirement> {
    REQUIREMENTS
        .iter()
        .filter(move |requirement| requirement.layanan == layanan && requirement.profil == profil)
}

/// The documents without which nothing can be decided.
pub fn required_documents(
    layanan: Layanan,
    profil: Profil,
    circumstances: Circumstances<'_>,
) -> impl Iterator<Item = &'static Requirement> {
    documents(layanan, profil).filter(move |requirement| requirement.is_required(circumstances))
}

/// The row of one document, if this layanan and profile know it.
pub fn requirement(layanan: Layanan, profil: Profil, kind: DocumentKind) -> Option<&'static Requirement> {
    documents(layanan, profil).find(|requirement| requirement.kind == kind)
}

/// Form fields that must be filled before the file is complete.
pub fn required_form_fields(layanan: Layanan, profil: Profil, new_director: bool) -> &'static [FormField] {
    match (layanan, profil) {
        (PendampinganInaproc, _) => FORM_INAPROC,
        (_, BadanUsaha) if new_director => FORM_NEW_DIRECTOR,
        (_, BadanUsaha) => FORM_BADAN_USAHA,
        (_, UsahaPerorangan) => FORM_USAHA_PERORANGAN,
    }
}

/// What a field of the form is called at the desk.
pub fn form_label(field: FormField) -> &'static str {
    match field {
        FormField::BentukUsaha => "Bentuk usaha",
        FormField::NamaUsaha => "Nama usaha",
        FormField::Npwp => "NPWP",
        FormField::Pkp => "Nomor PKP",
        FormField::Alamat => "Alamat",
        FormField::KodePos => "Kode pos",
        FormField::Kabupaten => "Kabupaten atau kota",
        FormField::PusatCabang => "Pusat atau cabang",
        FormField::Nitku => "NITKU",
        FormField::Telepon => "Telepon",
        FormField::Hp => "Nomor HP",
        FormField::Surel => "Surel",
        FormField::Website => "Laman",
        FormField::UserId => "User ID",
        FormField::PenanggungJawabNama => "Nama penanggung jawab",
        FormField::PenanggungJawabNik => "NIK penanggung jawab",
    }
}

/// What a document field is called at the desk.
pub fn document_field_label(field: DocumentField) -> &'static str {
    match field {
        DocumentField::Nik => "NIK",
        DocumentField::Nama => "Nama",
        DocumentField::TempatLahir => "Tempat lahir",
        DocumentField::TanggalLahir => "Tanggal lahir",
        DocumentField::Alamat => "Alamat",
        DocumentField::Kewarganegaraan => "Kewarganegaraan",
        DocumentField::BerlakuHingga => "Berlaku hingga",
        DocumentField::Npwp => "NPWP",
        DocumentField::Nitku => "NITKU",
        DocumentField::NamaUsaha => "Nama usaha",
        DocumentField::Pkp => "Nomor PKP",
    }
}

#[cfg(test)]
mod tests;
