//! Pemberitahuan jadwal: what a vendor is told about an online session, ready to send (R-04, T-10 to T-13).
//!
//! The same facts give the same words, so that what is kept with the case is what was sent. Long numbers in
//! what others typed are masked: a NIK or NPWP has no place in a message that may reach somebody else.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::appointment::end_of;
use super::{SessionState, TimeZone, format_date, format_long_date};
use crate::masking::mask_numbers_in;

/// The occasion of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub enum NoticeKind {
    /// A first time is set (T-10).
    Jadwal,
    /// The time is moved (T-11).
    JadwalUlang,
    /// Nobody answered the call (T-12); leads to T-13.
    TidakHadir,
    /// The set time is near.
    Pengingat,
}

/// The service on which the call is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub enum VideoWay {
    Zoom,
    GoogleMeet,
    #[serde(rename = "whatsapp")]
    WhatsApp,
    Lainnya,
}

/// What a message is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoticeFacts {
    pub company: String,
    pub permohonan_number: String,
    /// Of the session that is set; of the missed one for [`NoticeKind::TidakHadir`].
    pub start: DateTime<Utc>,
    pub minutes: u16,
    /// Of the office.
    pub zone: TimeZone,
    pub way: VideoWay,
    /// Link, meeting number or telephone number, in one line; empty while it is not known.
    pub join: String,
    pub office: String,
    /// Official address or number of the office; empty where it has set none.
    pub office_contact: String,
    /// Documents to have at hand; empty for [`USUAL_DOCUMENTS`].
    pub prepare: Vec<String>,
    /// The time that no longer holds, for [`NoticeKind::JadwalUlang`].
    pub earlier_start: Option<DateTime<Utc>>,
}

/// A message in its two forms.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    pub subject: String,
    /// Of an e-mail: plain text, lines end with `\n`.
    pub body: String,
    /// Of a chat message: shorter, without marks of emphasis.
    pub whatsapp: String,
}

/// What both profiles show on a call (SOP row 3).
pub const USUAL_DOCUMENTS: [&str; 2] = ["KTP asli", "NPWP asli"];

const CODE: &str = "Saat panggilan, petugas menyebutkan sebuah kode. Tulis kode itu di kertas, lalu tunjukkan di \
                    samping wajah Bapak/Ibu.";
const PRIVACY: &str = "Dokumen asli cukup diperlihatkan di depan kamera. Jangan mengirim foto KTP atau dokumen lain \
                       lewat obrolan (chat) atau ke alamat lain.";

impl VideoWay {
    pub fn label(self) -> &'static str {
        match self {
            Self::Zoom => "Zoom",
            Self::GoogleMeet => "Google Meet",
            Self::WhatsApp => "panggilan video WhatsApp",
            Self::Lainnya => "panggilan video",
        }
    }

    /// How the vendor gets into the call; on WhatsApp the office rings.
    fn joining(self, join: &str) -> String {
        match (self, join) {
            (_, "") => format!("Cara: {}. Tautan atau nomornya kami kirim menyusul.", self.label()),
            (Self::WhatsApp, join) => format!("Cara: {}, nomor {join}", self.label()),
            (_, join) => format!("Cara: {}, {join}", self.label()),
        }
    }
}

impl NoticeKind {
    /// Whether it says something true of the newest session that was not moved. `moved`: a time was moved before.
    pub fn fits(self, state: Option<SessionState>, moved: bool) -> bool {
        match self {
            Self::Jadwal | Self::Pengingat => state == Some(SessionState::Dijadwalkan),
            Self::JadwalUlang => state == Some(SessionState::Dijadwalkan) && moved,
            Self::TidakHadir => state == Some(SessionState::TidakHadir),
        }
    }

    /// Whether it asks the vendor to be there at a time to come.
    pub fn asks_to_come(self) -> bool {
        matches!(self, Self::Jadwal | Self::JadwalUlang | Self::Pengingat)
    }

    pub fn label(self) -> &'static str {
        match self {
            Self::Jadwal => "Jadwal verifikasi video",
            Self::JadwalUlang => "Jadwal baru verifikasi video",
            Self::TidakHadir => "Verifikasi video belum terlaksana",
            Self::Pengingat => "Pengingat verifikasi video",
        }
    }
}

/// Facts as they may stand in a message: one line each, long numbers masked, nothing nameless.
struct Words {
    company: String,
    number: String,
    office: String,
    /// Whom to ask, as the end of a sentence.
    contact: Option<String>,
    day: String,
    hours: String,
    joining: String,
    documents: Vec<String>,
    earlier: Option<String>,
}

impl Words {
    fn of(facts: &NoticeFacts) -> Self {
        let zone = facts.zone;
        let (first, last) =
            (zone.office_day(facts.start), zone.office_day(end_of(facts.start, facts.minutes)));
        let end = zone.format_time(end_of(facts.start, facts.minutes));
        let until = if first == last { end } else { format!("{}, {end}", format_date(last)) };
        let typed = |text: &str| mask_numbers_in(&one_line(text));
        let named = |text: String, otherwise: &str| if text.is_empty() { otherwise.to_owned() } else { text };
        let mut documents: Vec<String> =
            facts.prepare.iter().map(|item| typed(item)).filter(|item| !item.is_empty()).collect();
        if documents.is_empty() {
            documents = USUAL_DOCUMENTS.map(str::to_owned).to_vec();
        }
        Self {
            company: named(typed(&facts.company), "pelaku usaha"),
            number: named(one_line(&facts.permohonan_number), "-"),
            office: named(one_line(&facts.office), "LPSE"),
            contact: Some(one_line(&facts.office_contact)).filter(|contact| !contact.is_empty()),
            day: format_long_date(first),
            hours: format!("pukul {} sampai {until}", zone.format_clock(facts.start)),
            joining: facts.way.joining(&one_line(&facts.join)),
            documents,
            earlier: facts.earlier_start.map(|earlier| {
                format!("{}, pukul {}", format_long_date(zone.office_day(earlier)), zone.format_time(earlier))
            }),
        }
    }

    /// `balas surel ini atau hubungi lpse@contoh.example`
    fn answer(&self, reply: &str) -> String {
        self.contact
            .as_ref()
            .map_or_else(|| reply.to_owned(), |contact| format!("{reply} atau hubungi {contact}"))
    }

    fn official(&self) -> String {
        match &self.contact {
            Some(contact) => format!("Kontak resmi kami hanya {contact}."),
            None => format!("Ikuti hanya pesan dari alamat resmi {}.", self.office),
        }
    }
}

/// Writes the message of one occasion.
pub fn notice(kind: NoticeKind, facts: &NoticeFacts) -> Notice {
    let words = Words::of(facts);
    let subject = format!(
        "{} {}: {}, pukul {}",
        kind.label(),
        words.company,
        words.day,
        facts.zone.format_time(facts.start)
    );
    Notice { subject, body: body(kind, facts.zone, &words), whatsapp: whatsapp(kind, &words) }
}

fn body(kind: NoticeKind, zone: TimeZone, words: &Words) -> String {
    let Words { company, number, office, day, hours, .. } = words;
    let missed = kind == NoticeKind::TidakHadir;
    let opening = match kind {
        NoticeKind::Jadwal => format!(
            "Permohonan akun SPSE atas nama {company} (nomor {number}) akan kami verifikasi lewat panggilan video."
        ),
        NoticeKind::JadwalUlang => format!(
            "Jadwal verifikasi video {company} (permohonan nomor {number}) kami ubah.{}",
            words
                .earlier
                .as_ref()
                .map_or_else(String::new, |earlier| format!(" Waktu semula, {earlier}, tidak berlaku lagi."))
        ),
        NoticeKind::TidakHadir => format!(
            "Kami sudah menunggu dan menghubungi Bapak/Ibu untuk verifikasi video {company} (permohonan nomor \
             {number}), tetapi belum dapat bertemu. Permohonan Bapak/Ibu tetap tersimpan."
        ),
        NoticeKind::Pengingat => {
            format!("Kami mengingatkan jadwal verifikasi video {company} (permohonan nomor {number}).")
        }
    };
    let heading = if missed { "Jadwal yang terlewat:" } else { "Jadwal:" };
    let joining = if missed { String::new() } else { format!("\n{}", words.joining) };
    let preparing = if missed { "Untuk jadwal berikutnya, siapkan:" } else { "Mohon siapkan:" };
    let documents: String = words.documents.iter().map(|item| format!("- {item}\n")).collect();
    let asking = if missed {
        format!("Untuk meminta jadwal baru, {}.", words.answer("balas surel ini"))
    } else {
        format!("Bila waktu ini tidak sesuai, {} sebelum waktu tersebut.", words.answer("balas surel ini"))
    };
    format!(
        "Yth. Bapak/Ibu pimpinan {company},\n\n{opening}\n\n{heading}\n{day}, {hours}\n\
         Jam tersebut adalah jam kantor kami ({zone}).{joining}\n\n\
         {preparing}\n{documents}- ruangan yang terang\n- koneksi internet yang stabil\n\n\
         {CODE}\n\n{PRIVACY} {official}\n\n{asking}\n\nTerima kasih.\n\n{office}\n",
        zone = zone.label(),
        official = words.official(),
    )
}

fn whatsapp(kind: NoticeKind, words: &Words) -> String {
    let Words { company, number, office, day, hours, .. } = words;
    let time = format!("{day}, {hours} (jam kantor kami)");
    let opening = match kind {
        NoticeKind::Jadwal => format!("Verifikasi video {company} (nomor {number}) dijadwalkan {time}."),
        NoticeKind::JadwalUlang => {
            let earlier = words
                .earlier
                .as_ref()
                .map_or_else(String::new, |earlier| format!(", menggantikan {earlier}"));
            format!("Verifikasi video {company} (nomor {number}) dipindah ke {time}{earlier}.")
        }
        NoticeKind::TidakHadir => {
            format!("Verifikasi video {company} (nomor {number}) pada {time} belum terlaksana.")
        }
        NoticeKind::Pengingat => {
            format!("Mengingatkan verifikasi video {company} (nomor {number}): {time}.")
        }
    };
    let missed = kind == NoticeKind::TidakHadir;
    let joining = if missed { String::new() } else { format!("{}\n", words.joining) };
    let asking = if missed {
        format!("Untuk jadwal baru, {}.", words.answer("balas pesan ini"))
    } else {
        format!("Bila waktu tidak sesuai, {}.", words.answer("balas pesan ini"))
    };
    format!(
        "Yth. Bapak/Ibu,\n{opening}\n{joining}Siapkan {documents}, ruangan terang, dan koneksi stabil. Petugas akan \
         menyebutkan kode untuk ditunjukkan di samping wajah.\nDokumen cukup diperlihatkan; jangan kirim foto KTP \
         lewat chat atau ke alamat lain. {official}\n{asking}\n{office}",
        documents = words.documents.join(", "),
        official = words.official(),
    )
}

/// Text in one line: whatever breaks lines or steers a terminal becomes a space, marks that turn the
/// direction of writing go, because they can make an address look like another.
pub(super) fn one_line(text: &str) -> String {
    let plain: String = text
        .chars()
        .filter(|letter| !matches!(letter, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}'))
        .map(|letter| if letter.is_control() { ' ' } else { letter })
        .collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}
