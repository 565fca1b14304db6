//! Riwayat: an entry of the log as one Indonesian sentence.

use chrono::{DateTime, Utc};

use super::Session;
use crate::document::DocumentKind;
use crate::document::Sighting;
use crate::error::Result;
use crate::layanan::Layanan;
use crate::masking::mask_numbers_in;
use crate::outbox::LetterEnd;
use crate::persyaratan::{document_field_label, form_label};
use crate::reasons::Reason;
use crate::schedule::{TimeZone, format_date};
use crate::store::act::{ErasureScope, Move, NO_CALL, Open, Sealed};
use crate::store::read::LogEntry;
use crate::tangkapan::TangkapanShows;
use crate::verifikasi::Decision;

/// One entry of the log as a person reads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimelineLine {
    pub seq: u64,
    pub at: DateTime<Utc>,
    pub verb: &'static str,
    pub text: String,
    /// Name of the officer; what the program did by itself is Loket's.
    pub actor: String,
    pub role: String,
}

impl Session {
    /// The acts about a case in order, in words. Who may not see numbers (procedure 1.10) reads them masked,
    /// wherever an officer wrote them.
    pub fn timeline(&self, case: &str) -> Result<Vec<TimelineLine>> {
        let entries = self.case_log(case)?;
        let officers = self.officers()?;
        let zone = self.time_zone();
        let sees_numbers = self.read_case(case).is_ok_and(|record| self.sees_numbers(&record));
        let lines = entries.into_iter().map(|entry| {
            let text = sentence(&entry, zone);
            TimelineLine {
                seq: entry.seq,
                at: entry.at,
                verb: entry.open.verb(),
                text: if sees_numbers { text } else { mask_numbers_in(&text) },
                actor: officers
                    .iter()
                    .find(|officer| officer.id == entry.actor)
                    .map_or_else(|| "Loket".to_owned(), |officer| officer.name.clone()),
                role: entry.role,
            }
        });
        Ok(lines.collect())
    }
}

/// What happened.
fn sentence(entry: &LogEntry, zone: TimeZone) -> String {
    match &entry.open {
        Open::PermohonanOpened { notice_version, layanan, .. } => {
            let what = match layanan {
                Layanan::AkunBaru => "Permohonan",
                Layanan::PerubahanData => "Permohonan perubahan data",
                Layanan::PendampinganInaproc => "Pendampingan INAPROC",
            };
            format!("{what} dibuka. Pemberitahuan privasi versi {notice_version} ditampilkan.")
        }
        Open::PerubahanSet { parts } => {
            let parts: Vec<_> = parts.iter().map(|part| part.label()).collect();
            format!("Data yang diminta berubah: {}.", parts.join(", "))
        }
        Open::FormerSet { field } => {
            let taken_back = matches!(&entry.sealed, Some(Sealed::Text(value)) if value.is_empty());
            format!(
                "Data semula: {} {}.",
                form_label(*field),
                if taken_back { "dikosongkan" } else { "dicatat" }
            )
        }
        Open::InaprocLookedUp => "Hasil pemeriksaan syarat INAPROC dicatat.".to_owned(),
        Open::SuratPermohonanSet => "Surat permohonan dicatat.".to_owned(),
        Open::PermohonanSeen => "Data lengkap permohonan dilihat.".to_owned(),
        Open::ProfilSet { profil } => format!("Jenis pelaku usaha diubah: {}.", profil.label()),
        Open::FormSet { field } => format!("Formulir: {} diisi.", form_label(*field)),
        Open::FormCorrected { field, cause, .. } => {
            let field = form_label(*field);
            let values = match &entry.sealed {
                Some(Sealed::Change { old, new }) => {
                    format!(", dari {} menjadi {}", quoted(old), quoted(new))
                }
                _ => String::new(),
            };
            format!("Formulir diperbaiki: {field}{values} ({}).", cause.label())
        }
        Open::DocumentFieldSet { document, field, confirmed } => {
            let how = if *confirmed { "ditegaskan dari kartu asli" } else { "dicatat" };
            format!("{}: {} {how}.", document_name(*document), document_field_label(*field))
        }
        Open::AttendeeSet { .. } => "Orang yang hadir dicatat.".to_owned(),
        Open::SuratKuasaSet => "Surat kuasa dicatat.".to_owned(),
        Open::KewenanganSet { checked: Some(true) } => "Kewenangan diperiksa.".to_owned(),
        Open::KewenanganSet { .. } => "Kewenangan dicatat sebagai tidak diperiksa.".to_owned(),
        Open::DaftarHitamSet { .. } => "Pertanyaan daftar hitam dijawab.".to_owned(),
        Open::DocumentStateSet { document, .. } => format!("{} dicatat di loket.", document_name(*document)),
        Open::SightingSet { document, sighting } => match sighting {
            Sighting::Asli => format!("{} asli dilihat.", document_name(*document)),
            Sighting::Salinan => format!("{} hanya salinan.", document_name(*document)),
            Sighting::Ikd => "KTP digital (IKD) diperlihatkan.".to_owned(),
        },
        Open::PictureSealed { picture, page } => {
            let origin = if page.is_some() { " dari surel" } else { "" };
            format!("Gambar {}{origin} disegel.", document_name(picture.document))
        }
        Open::RequestMailed { sent_at, .. } => {
            let from = match &entry.sealed {
                Some(Sealed::Sender { address, .. }) => format!(" dari {address}"),
                _ => String::new(),
            };
            let dated = DateTime::parse_from_rfc3339(sent_at)
                .map(|sent| format!(", bertanggal {}", zone.format_date_time(sent.to_utc())))
                .unwrap_or_default();
            format!("Permintaan lewat surel{from} dicatat{dated}.")
        }
        Open::PictureCropped { .. } => "Sudut kartu pada gambar ditandai.".to_owned(),
        Open::PictureSeen { variant, .. } => with_words(format!("Gambar dibuka ({variant})."), entry),
        Open::RowDecided { row, decision, .. } => {
            let verdict = match decision {
                Some(Decision::Cocok) => "cocok",
                Some(Decision::CocokDenganCatatan) => "cocok dengan catatan",
                Some(Decision::TidakCocok) => "tidak cocok",
                None => "keputusan dibatalkan",
            };
            with_words(format!("{}: {verdict}.", row.title()), entry)
        }
        Open::Moved(step) => with_words(moved(step, zone), entry),
        Open::Contacted { method, purpose, reached, due, minutes } => {
            let answer = if *reached { "terhubung" } else { "tidak terhubung" };
            let took = minutes.map(|minutes| format!(", {minutes} menit")).unwrap_or_default();
            let next = due
                .as_deref()
                .and_then(|due| due.parse().ok())
                .map(|due| format!(" Tindak lanjut berikutnya {}.", format_date(due)))
                .unwrap_or_default();
            let sentence = format!(
                "Pelaku usaha dihubungi lewat {} ({}): {answer}{took}.{next}",
                method.label(),
                purpose.label()
            );
            with_words(sentence, entry)
        }
        Open::OverrunExplained { row } => {
            with_words(format!("Alasan melewati mutu baku langkah {row} dicatat."), entry)
        }
        Open::TangkapanSealed { tangkapan } if tangkapan.session == NO_CALL => {
            format!("Bukti SIKAP terisi disegel ({}).", tangkapan.source.label_outside_call())
        }
        Open::TangkapanSealed { tangkapan } => {
            format!("Bukti panggilan disegel ({}, sesi {}).", tangkapan.source.label(), tangkapan.session)
        }
        Open::TangkapanMarked { marks, .. } => {
            let shows = marks.shows.map_or("belum disebut", TangkapanShows::label);
            let code = if marks.code_visible { ", kode terlihat" } else { "" };
            let readable = if marks.readable { ", terbaca" } else { "" };
            format!("Bukti panggilan ditandai: {shows}{code}{readable}.")
        }
        Open::TangkapanSeen { .. } => with_words("Tangkapan dibuka.".to_owned(), entry),
        Open::NoticeSent { kind, method } => {
            format!("{} disampaikan lewat {}.", kind.label(), method.label())
        }
        Open::LetterQueued { kind, .. } => format!("{} disiapkan untuk dikirim lewat surel.", kind.label()),
        Open::LetterEnded { end, .. } => match end {
            LetterEnd::Terkirim => "Surat terkirim lewat surel.".to_owned(),
            LetterEnd::Ditolak => "Surat ditolak server surel dan tidak sampai.".to_owned(),
            LetterEnd::Dibatalkan => "Surat dibatalkan sebelum terkirim.".to_owned(),
            LetterEnd::Usang => "Surat tidak dikirim karena isinya tidak berlaku lagi.".to_owned(),
        },
        Open::BuktiReplaced { paper } => {
            let number = paper.number.map(|number| format!(" {number}")).unwrap_or_default();
            with_words(format!("Bukti Verifikasi diganti dengan{number}; yang lama tetap tersimpan."), entry)
        }
        Open::PaperIssued { paper } => format!("{} diterbitkan.", paper.kind.label()),
        Open::PaperPrinted { copies, .. } => format!("Kertas dicetak {copies} rangkap."),
        Open::PaperPrintFailed { .. } => "Pencetakan gagal, kertas tidak keluar.".to_owned(),
        Open::PrintPostponed { .. } => "Kertas menunggu dicetak.".to_owned(),
        Open::PrintNotNeeded { .. } => "Kertas tidak jadi dicetak.".to_owned(),
        Open::PaperSeen { .. } => with_words("Kertas dilihat di layar.".to_owned(), entry),
        Open::PaperSaved { .. } => "Kertas disimpan sebagai PDF.".to_owned(),
        Open::CaseErased { scope: ErasureScope::Pictures, ground, .. } => {
            format!("Gambar dimusnahkan. Dasar: {ground}")
        }
        Open::CaseErased { ground, .. } => format!("Data pribadi dimusnahkan. Dasar: {ground}"),
        other => other.verb().replace('_', " "),
    }
}

fn moved(step: &Move, zone: TimeZone) -> String {
    let event = step.transition.transition().event;
    let status = step.to.label();
    // "Tolak: Ditolak" says one thing twice.
    let says_it = status.to_lowercase().contains(&event.to_lowercase());
    let mut words = if says_it { format!("{status}.") } else { format!("{event}: {status}.") };
    if let Some(ticket) = &step.queue {
        words.push_str(&format!(" Nomor antrean {}.", ticket.label));
    }
    let promised =
        step.session.as_ref().and_then(|session| DateTime::parse_from_rfc3339(&session.start).ok());
    if let Some(start) = promised {
        words.push_str(&format!(" Sesi {}.", zone.format_date_time(start.to_utc())));
    }
    if let Some(confirmation) = step.confirmation {
        words.push_str(&format!(" Dipastikan lewat {}.", confirmation.label()));
    }
    for code in &step.codes {
        // A code of a later version has no words here.
        let ground = Reason::parse(code).map_or("", Reason::text);
        words.push_str(&format!(" {}.", format!("{code} {ground}").trim().trim_end_matches('.')));
    }
    if let Some(number) = step.paper.as_ref().and_then(|paper| paper.number) {
        words.push_str(&format!(" {number}."));
    }
    words
}

/// Adds what the officer wrote, where its key still exists.
fn with_words(sentence: String, entry: &LogEntry) -> String {
    let words = match &entry.sealed {
        Some(Sealed::Text(text) | Sealed::Reasons { text, .. } | Sealed::Row { reason: text, .. }) => {
            text.trim().to_owned()
        }
        Some(Sealed::Session { reason, .. }) => reason.trim().to_owned(),
        Some(Sealed::Redirect { target, text }) => {
            format!("Tujuan: {}. {text}", target.label()).trim().to_owned()
        }
        Some(Sealed::Replacement { reason, attendee_name }) => match attendee_name {
            Some(name) => format!("{}. Nama yang hadir menjadi {name}.", reason.trim().trim_end_matches('.')),
            None => reason.clone(),
        },
        _ => String::new(),
    };
    if words.is_empty() { sentence } else { format!("{sentence} {words}") }
}

fn quoted(text: &str) -> &str {
    if text.is_empty() { "kosong" } else { text }
}

fn document_name(kind: DocumentKind) -> &'static str {
    match kind {
        DocumentKind::Ktp => "KTP",
        DocumentKind::Npwp => "NPWP",
        DocumentKind::KtpKuasa => "KTP penerima kuasa",
        DocumentKind::SuratKuasa => "Surat kuasa",
        DocumentKind::Akta => "Akta",
        DocumentKind::Nib => "NIB",
        DocumentKind::Sppkp => "SPPKP",
        DocumentKind::SuratPermohonan => "Surat permohonan",
        DocumentKind::NpwpLama => "NPWP lama",
        DocumentKind::AktaLama => "Akta sebelumnya",
        DocumentKind::Kswp => "Bukti KSWP",
        DocumentKind::PernyataanPemilik => "Surat pernyataan pemilik",
        DocumentKind::SuratKerja => "Surat keterangan kerja",
    }
}
