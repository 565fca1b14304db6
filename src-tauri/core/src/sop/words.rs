//! Kata-kata tindak lanjut: what the officer says on the telephone, and the same as a message to send (row 7, T-29).
//!
//! Long numbers in what others typed are masked: a NIK or NPWP has no place in a message that may reach somebody else.

use chrono::NaiveDate;

use crate::masking::mask_numbers_in;
use crate::schedule::format_date;

/// Why the office reaches out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FollowUp {
    /// SIKAP is not filled yet (row 7).
    Sikap,
    /// The vendor must still come, or answer, before the limit is over (T-29).
    Reminder {
        /// The last day before the permohonan may lapse.
        until: NaiveDate,
        /// That day is over, and the permohonan lapses next.
        passed: bool,
        waits_for: Awaited,
    },
}

/// What the vendor still owes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Awaited {
    /// To come with the originals, or to complete the file at the desk.
    Visit,
    /// To complete the file by e-mail.
    Mail,
    /// To say which time suits for the call.
    Time,
}

/// Whom the words are for and from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FollowUpFacts {
    pub company: String,
    pub permohonan_number: String,
    pub office: String,
    /// Official address or number of the office; empty where it has set none.
    pub office_contact: String,
}

/// Ready words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FollowUpWords {
    /// Sentences for the telephone, in order.
    pub script: Vec<String>,
    /// For e-mail or WhatsApp.
    pub message: String,
}

pub fn follow_up_words(kind: FollowUp, facts: &FollowUpFacts) -> FollowUpWords {
    let company = mask_numbers_in(&facts.company);
    let FollowUpFacts { permohonan_number: number, office, office_contact, .. } = facts;
    let reach =
        if office_contact.is_empty() { office.clone() } else { format!("{office}, {office_contact}") };
    let (script, body) = match kind {
        FollowUp::Sikap => (
            vec![
                format!("Permisi, saya dari {office}. Apakah saya berbicara dengan {company}?"),
                "Akun SPSE usaha Bapak/Ibu sudah aktif. Apakah data kualifikasi di SIKAP sudah diisi?"
                    .to_owned(),
                "Bila sudah: kapan diisi? Saya catat hari ini.".to_owned(),
                "Bila belum: masuk ke SPSE, buka SIKAP, lalu isi izin usaha, akta, pengurus, tenaga ahli, \
                 peralatan, pengalaman, dan pajak. Apa yang menjadi kendala?"
                    .to_owned(),
                "Kami tidak pernah meminta kata sandi atau foto KTP lewat telepon. Terima kasih.".to_owned(),
            ],
            format!(
                "Akun SPSE {company} (permohonan {number}) sudah aktif. Mohon lengkapi data kualifikasi di SIKAP: izin \
                 usaha, akta, pengurus, tenaga ahli, peralatan, pengalaman, dan pajak. Balas pesan ini setelah selesai, \
                 atau bila ada kendala.\n\nJangan mengirim kata sandi atau foto KTP lewat pesan ini."
            ),
        ),
        FollowUp::Reminder { until, passed, waits_for } => {
            let until = format_date(until);
            let how = match waits_for {
                Awaited::Visit => "dilengkapi, atau hadir dengan KTP dan NPWP asli",
                Awaited::Mail => "dilengkapi dengan membalas surel kami",
                Awaited::Time => "dibalas dengan hari dan jam yang cocok untuk panggilan video",
            };
            let limit = if passed {
                format!(
                    "Batas verifikasinya lewat pada {until}. Bila akun masih diperlukan, mohon segera {how}. Tanpa kabar, \
                     permohonan ditutup dan harus diajukan lagi."
                )
            } else {
                format!(
                    "Mohon {how}, paling lambat {until}. Sesudah itu permohonan ditutup dan harus diajukan lagi."
                )
            };
            let script = vec![
                format!("Permisi, saya dari {office}. Apakah saya berbicara dengan {company}?"),
                format!("Permohonan akun SPSE nomor {number} belum selesai diverifikasi."),
                limit.clone(),
                match waits_for {
                    Awaited::Visit | Awaited::Mail => "Kapan Bapak/Ibu dapat melengkapinya? Saya catat.",
                    Awaited::Time => "Hari dan jam berapa yang cocok? Saya catat.",
                }
                .to_owned(),
            ];
            let body = format!(
                "Permohonan akun SPSE {company} (nomor {number}) belum selesai diverifikasi. {limit}\n\nJangan mengirim \
                 kata sandi lewat pesan ini."
            );
            (script, body)
        }
    };
    FollowUpWords {
        script,
        message: format!("Yth. Bapak/Ibu pimpinan {company},\n\n{body}\n\nTerima kasih.\n\n{reach}"),
    }
}
