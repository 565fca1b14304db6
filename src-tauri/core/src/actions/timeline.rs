//! Riwayat: an entry of the log as one Indonesian sentence.

use crate::document::DocumentKind;
use crate::document::Sighting;
use crate::persyaratan::{document_field_label, form_place};
use crate::store::act::{ErasureScope, Move, Open, Sealed};
use crate::store::read::LogEntry;
use crate::verifikasi::Decision;

/// What happened, without numbers of persons: those stay on the case.
pub fn sentence(entry: &LogEntry) -> String {
    match &entry.open {
        Open::PermohonanOpened { notice_version, .. } => {
            format!("Permohonan dibuka. Pemberitahuan privasi versi {notice_version} ditampilkan.")
        }
        Open::PermohonanSeen => "Data lengkap permohonan dilihat.".to_owned(),
        Open::FormSet { field } => format!("Formulir: {} diisi.", form_place(*field).1),
        Open::DocumentFieldSet { document, field } => {
            format!("{}: {} dicatat.", document_name(*document), document_field_label(*field))
        }
        Open::AttendeeSet { .. } => "Orang yang hadir dicatat.".to_owned(),
        Open::SuratKuasaSet => "Surat kuasa dicatat.".to_owned(),
        Open::KewenanganSet { checked: Some(true) } => "Kewenangan diperiksa.".to_owned(),
        Open::KewenanganSet { .. } => "Kewenangan dicatat tidak diperiksa.".to_owned(),
        Open::DaftarHitamSet { .. } => "Pertanyaan daftar hitam dijawab.".to_owned(),
        Open::DocumentStateSet { document, .. } => format!("{} dicatat di loket.", document_name(*document)),
        Open::SightingSet { document, sighting } => match sighting {
            Sighting::Asli => format!("{} asli dilihat.", document_name(*document)),
            Sighting::Salinan => format!("{} hanya salinan.", document_name(*document)),
            Sighting::Ikd => "KTP digital (IKD) diperlihatkan.".to_owned(),
        },
        Open::PictureSealed { picture } => format!("Gambar {} disegel.", document_name(picture.document)),
        Open::PictureCropped { .. } => "Sudut kartu pada gambar ditandai.".to_owned(),
        Open::PictureSeen { variant, .. } => with_words(format!("Gambar dibuka ({variant})."), entry),
        Open::RowDecided { row, decision, .. } => {
            let verdict = match decision {
                Some(Decision::Cocok) => "cocok",
                Some(Decision::CocokDenganCatatan) => "cocok dengan catatan",
                Some(Decision::TidakCocok) => "tidak cocok",
                None => "belum diputuskan lagi",
            };
            with_words(format!("Baris {}: {verdict}.", row.as_str().replace('_', " ")), entry)
        }
        Open::Moved(step) => with_words(moved(step), entry),
        Open::PaperIssued { paper } => format!("{} diterbitkan.", paper.kind.label()),
        Open::PaperPrinted { copies, .. } => format!("Kertas dicetak, {copies} lembar."),
        Open::PaperSeen { .. } => "Kertas dilihat di layar.".to_owned(),
        Open::PaperSaved { .. } => "Kertas disimpan sebagai PDF.".to_owned(),
        Open::CaseErased { scope: ErasureScope::Pictures, ground, .. } => {
            format!("Gambar dimusnahkan. Dasar: {ground}")
        }
        Open::CaseErased { ground, .. } => format!("Data pribadi dimusnahkan. Dasar: {ground}"),
        other => other.verb().replace('_', " "),
    }
}

fn moved(step: &Move) -> String {
    let event = step.transition.transition().event;
    let mut words = format!("{event}: {}.", step.to.label());
    if let Some(ticket) = &step.queue {
        words.push_str(&format!(" Nomor antrean {}.", ticket.label));
    }
    if !step.codes.is_empty() {
        words.push_str(&format!(" Kode {}.", step.codes.join(", ")));
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
            text.trim()
        }
        _ => "",
    };
    if words.is_empty() { sentence } else { format!("{sentence} {words}") }
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
    }
}
