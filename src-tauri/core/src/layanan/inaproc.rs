//! Pendampingan INAPROC: will the vendor's registration at the central account system pass, and how did the help end?
//!
//! Source: procedure 2.5. INAPROC checks four things by itself (the NIB is valid in OSS, the NIK of the admin is that of
//! the NIB, the NPWP of the NIB is not under sanction, the NIB is not registered yet) and needs an NPWP of sixteen digits
//! and contacts that work. This sheet says beforehand which of them will fail. What only a look-up on the internet can
//! tell is a question to the officer, and "not looked up" is an answer.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::contact::{check_email, check_phone};
use crate::form::Profil;
use crate::identity::{Npwp, check_nik, check_npwp};

/// One thing that must hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub enum Syarat {
    NibBerlaku,
    NikSamaNib,
    BebasDaftarHitam,
    BelumTerdaftar,
    NpwpEnamBelas,
    Kontak,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub enum Lolos {
    Ya,
    Tidak,
    BelumDiketahui,
}

/// How one of them stands, and what the vendor does about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyaratLine {
    pub syarat: Syarat,
    pub lolos: Lolos,
    /// What was found, in one sentence.
    pub says: String,
    /// Empty where nothing is to be done.
    pub todo: String,
}

/// What an officer looked up elsewhere; nothing where nobody did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct LookedUp {
    /// OSS shows the NIB as valid.
    pub nib_valid: Option<bool>,
    /// The taxpayer stands in the daftar hitam.
    pub listed: Option<bool>,
    /// The NIB has an account at INAPROC.
    pub registered: Option<bool>,
}

/// What the sheet is filled from. Texts as typed; an empty one was not told.
#[derive(Clone, Debug)]
pub struct SyaratFacts<'a> {
    pub profil: Profil,
    pub npwp: &'a str,
    /// NIK of whoever will administer the account.
    pub nik: &'a str,
    /// NIK that the NIB names.
    pub nik_on_nib: &'a str,
    pub email: &'a str,
    pub phone: &'a str,
    pub looked_up: LookedUp,
    /// The list that the office imported: its date, and whether the taxpayer stands in it today.
    pub list: Option<(NaiveDate, bool)>,
    pub today: NaiveDate,
}

/// How the help ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub enum HasilPendampingan {
    AkunJadi,
    MenungguInaproc,
    MendaftarSendiri,
    BelumBerhasil,
}

impl Syarat {
    pub fn label(self) -> &'static str {
        match self {
            Self::NibBerlaku => "NIB berlaku di OSS",
            Self::NikSamaNib => "NIK admin sama dengan NIK pada NIB",
            Self::BebasDaftarHitam => "NPWP tidak tercantum dalam daftar hitam",
            Self::BelumTerdaftar => "NIB belum terdaftar di INAPROC",
            Self::NpwpEnamBelas => "NPWP 16 angka",
            Self::Kontak => "Surel dan nomor HP aktif",
        }
    }
}

impl Lolos {
    pub fn label(self) -> &'static str {
        match self {
            Self::Ya => "Sesuai",
            Self::Tidak => "Akan ditolak",
            Self::BelumDiketahui => "Belum diketahui",
        }
    }
}

impl HasilPendampingan {
    pub fn label(self) -> &'static str {
        match self {
            Self::AkunJadi => "Akun INAPROC sudah jadi",
            Self::MenungguInaproc => "Pendaftaran terkirim, menunggu INAPROC",
            Self::MendaftarSendiri => "Sudah dijelaskan, pelaku usaha mendaftar sendiri",
            Self::BelumBerhasil => "Belum berhasil",
        }
    }

    /// What went wrong must be told.
    pub fn needs_note(self) -> bool {
        self == Self::BelumBerhasil
    }
}

/// The sheet, INAPROC's own checks first.
pub fn syarat(facts: &SyaratFacts<'_>) -> Vec<SyaratLine> {
    vec![
        looked_up(
            Syarat::NibBerlaku,
            facts.looked_up.nib_valid,
            ["OSS menyatakan NIB berlaku.", "OSS menyatakan NIB tidak berlaku.", "Belum dilihat di OSS."],
            "Perbaiki atau perbarui NIB di OSS lebih dahulu.",
        ),
        nik(facts),
        daftar_hitam(facts),
        looked_up(
            Syarat::BelumTerdaftar,
            facts.looked_up.registered.map(|registered| !registered),
            ["NIB belum mempunyai akun.", "NIB sudah mempunyai akun.", "Belum dilihat di INAPROC."],
            "Pakai akun yang sudah ada, atau minta adminnya menambahkan Anda.",
        ),
        npwp(facts),
        contact(facts),
    ]
}

fn line(syarat: Syarat, lolos: Lolos, says: impl Into<String>, todo: impl Into<String>) -> SyaratLine {
    SyaratLine { syarat, lolos, says: says.into(), todo: todo.into() }
}

/// A look-up: yes, no, and not done yet.
fn looked_up(syarat: Syarat, holds: Option<bool>, says: [&str; 3], remedy: &str) -> SyaratLine {
    let [yes, no, unknown] = says;
    match holds {
        Some(true) => line(syarat, Lolos::Ya, yes, ""),
        Some(false) => line(syarat, Lolos::Tidak, no, remedy),
        None => line(syarat, Lolos::BelumDiketahui, unknown, "Periksa sebelum mendaftar."),
    }
}

fn nik(facts: &SyaratFacts<'_>) -> SyaratLine {
    let read = |text: &str| check_nik(text, facts.today).value;
    let told = |text: &str| !text.trim().is_empty();
    match (read(facts.nik), read(facts.nik_on_nib)) {
        (Some(admin), Some(nib)) if admin.as_str() == nib.as_str() => {
            line(Syarat::NikSamaNib, Lolos::Ya, "Kedua NIK sama.", "")
        }
        (Some(_), Some(_)) => line(
            Syarat::NikSamaNib,
            Lolos::Tidak,
            "NIK pada NIB milik orang lain.",
            "Daftarkan oleh orang yang namanya ada pada NIB, atau ubah penanggung jawab di OSS.",
        ),
        (None, _) if told(facts.nik) => {
            line(Syarat::NikSamaNib, Lolos::Tidak, "NIK admin belum benar.", "Baca ulang dari KTP.")
        }
        (_, None) if told(facts.nik_on_nib) => {
            line(Syarat::NikSamaNib, Lolos::Tidak, "NIK pada NIB belum benar.", "Baca ulang dari NIB.")
        }
        _ => line(
            Syarat::NikSamaNib,
            Lolos::BelumDiketahui,
            "NIK admin dan NIK pada NIB belum diisi.",
            "Bandingkan KTP admin dengan NIB.",
        ),
    }
}

/// The list of the office finds; a person who looked at the site of LKPP knows at least as much.
fn daftar_hitam(facts: &SyaratFacts<'_>) -> SyaratLine {
    let syarat = Syarat::BebasDaftarHitam;
    let day = |date: NaiveDate| crate::schedule::format_date(date);
    match (facts.list, facts.looked_up.listed) {
        (Some((date, true)), _) => line(
            syarat,
            Lolos::Tidak,
            format!("Tercantum pada daftar tanggal {}.", day(date)),
            "Tunggu sampai masa sanksi berakhir.",
        ),
        (_, Some(true)) => {
            line(syarat, Lolos::Tidak, "Tercantum dalam daftar hitam.", "Tunggu sampai masa sanksi berakhir.")
        }
        (_, Some(false)) => line(syarat, Lolos::Ya, "Tidak tercantum dalam daftar hitam.", ""),
        (Some((date, false)), None) if read_npwp(facts).is_some() => {
            line(syarat, Lolos::Ya, format!("Tidak tercantum pada daftar tanggal {}.", day(date)), "")
        }
        _ => line(
            syarat,
            Lolos::BelumDiketahui,
            "Daftar hitam belum dilihat.",
            "Periksa di situs INAPROC bagian daftar hitam.",
        ),
    }
}

fn read_npwp(facts: &SyaratFacts<'_>) -> Option<Npwp> {
    let own_nik = check_nik(facts.nik, facts.today).value;
    check_npwp(facts.npwp, facts.profil, facts.today, own_nik.as_ref()).value
}

fn npwp(facts: &SyaratFacts<'_>) -> SyaratLine {
    let syarat = Syarat::NpwpEnamBelas;
    if facts.npwp.trim().is_empty() {
        return line(syarat, Lolos::BelumDiketahui, "NPWP belum diisi.", "Tulis NPWP dari kartunya.");
    }
    match read_npwp(facts) {
        Some(npwp) if npwp.digits().len() == 16 => line(syarat, Lolos::Ya, "NPWP sudah 16 angka.", ""),
        Some(_) => line(
            syarat,
            Lolos::Tidak,
            "NPWP masih 15 angka.",
            "Padankan di Coretax atau kantor pajak, lalu pakai 16 angkanya.",
        ),
        None => line(syarat, Lolos::Tidak, "NPWP belum benar.", "Baca ulang dari kartunya."),
    }
}

fn contact(facts: &SyaratFacts<'_>) -> SyaratLine {
    let syarat = Syarat::Kontak;
    if facts.email.trim().is_empty() || facts.phone.trim().is_empty() {
        return line(
            syarat,
            Lolos::BelumDiketahui,
            "Surel atau nomor HP belum diisi.",
            "Siapkan surel dan HP yang dapat menerima kode.",
        );
    }
    let email = check_email(facts.email).value.is_some();
    let mobile = check_phone(facts.phone).value.is_some_and(|phone| phone.is_mobile());
    match (email, mobile) {
        (true, true) => line(syarat, Lolos::Ya, "Surel dan nomor HP berbentuk benar.", ""),
        (false, _) => line(syarat, Lolos::Tidak, "Alamat surel belum benar.", "Tulis ulang alamat surelnya."),
        (true, false) => {
            line(syarat, Lolos::Tidak, "Nomor itu bukan nomor HP.", "Pakai nomor HP yang menerima kode.")
        }
    }
}

#[cfg(test)]
mod tests;
