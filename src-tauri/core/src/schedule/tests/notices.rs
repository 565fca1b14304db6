//! What a vendor is told: every message whole, and nothing in it that should not travel.

use chrono::TimeZone as _;
use proptest::prelude::*;

use super::super::*;
use super::at;

const KINDS: [NoticeKind; 4] =
    [NoticeKind::Jadwal, NoticeKind::JadwalUlang, NoticeKind::TidakHadir, NoticeKind::Pengingat];

/// Monday 30 November 2026, 10.00 to 10.45 in Batang.
pub(super) fn facts() -> NoticeFacts {
    NoticeFacts {
        company: "CV Alas Roban Sejahtera".to_owned(),
        permohonan_number: "P-2026-0042".to_owned(),
        start: at(2026, 11, 30, 3, 0),
        minutes: 45,
        zone: TimeZone::Wib,
        way: VideoWay::Zoom,
        join: "https://zoom.example/j/8123".to_owned(),
        office: "LPSE Kabupaten Contoh".to_owned(),
        office_contact: "lpse@contoh.example".to_owned(),
        prepare: Vec::new(),
        earlier_start: None,
    }
}

/// All three texts of a message.
fn texts(notice: &Notice) -> [&str; 3] {
    [&notice.subject, &notice.body, &notice.whatsapp]
}

#[test]
fn a_first_notice_reads_as_an_office_would_write_it() {
    let notice = notice(NoticeKind::Jadwal, &facts());
    assert_eq!(
        notice.subject,
        "Jadwal verifikasi video CV Alas Roban Sejahtera: Senin, 30 November 2026, pukul 10.00 WIB"
    );
    assert_eq!(
        notice.body,
        "Yth. Bapak/Ibu pimpinan CV Alas Roban Sejahtera,\n\n\
         Permohonan akun SPSE atas nama CV Alas Roban Sejahtera (nomor P-2026-0042) akan kami verifikasi lewat \
         panggilan video.\n\n\
         Jadwal:\nSenin, 30 November 2026, pukul 10.00 sampai 10.45 WIB\n\
         Jam tersebut adalah jam kantor kami (WIB).\n\
         Cara: Zoom, https://zoom.example/j/8123\n\n\
         Mohon siapkan:\n- KTP asli\n- NPWP asli\n- ruangan yang terang\n- koneksi internet yang stabil\n\n\
         Saat panggilan, petugas menyebutkan sebuah kode. Tulis kode itu di kertas, lalu tunjukkan di samping wajah \
         Bapak/Ibu.\n\n\
         Dokumen asli cukup diperlihatkan di depan kamera. Jangan mengirim foto KTP atau dokumen lain lewat obrolan \
         (chat) atau ke alamat lain. Kontak resmi kami hanya lpse@contoh.example.\n\n\
         Bila waktu ini tidak sesuai, balas surel ini atau hubungi lpse@contoh.example sebelum waktu tersebut.\n\n\
         Terima kasih.\n\nLPSE Kabupaten Contoh\n"
    );
    assert_eq!(
        notice.whatsapp,
        "Yth. Bapak/Ibu,\nVerifikasi video CV Alas Roban Sejahtera (nomor P-2026-0042) dijadwalkan Senin, 30 November \
         2026, pukul 10.00 sampai 10.45 WIB (jam kantor kami).\n\
         Cara: Zoom, https://zoom.example/j/8123\n\
         Siapkan KTP asli, NPWP asli, ruangan terang, dan koneksi stabil. Petugas akan menyebutkan kode untuk \
         ditunjukkan di samping wajah.\n\
         Dokumen cukup diperlihatkan; jangan kirim foto KTP lewat chat atau ke alamat lain. Kontak resmi kami hanya \
         lpse@contoh.example.\n\
         Bila waktu tidak sesuai, balas pesan ini atau hubungi lpse@contoh.example.\n\
         LPSE Kabupaten Contoh"
    );
}

#[test]
fn every_message_says_when_what_to_prepare_and_whom_to_ask() {
    for kind in KINDS {
        let notice = notice(kind, &facts());
        assert!(notice.subject.starts_with(kind.label()) && notice.subject.ends_with("10.00 WIB"));
        for text in [&notice.body, &notice.whatsapp] {
            for words in [
                "Bapak/Ibu",
                "CV Alas Roban Sejahtera",
                "P-2026-0042",
                "Senin, 30 November 2026, pukul 10.00 sampai 10.45 WIB",
                "jam kantor kami",
                "KTP asli",
                "NPWP asli",
                "terang",
                "stabil",
                "kode",
                "di samping wajah",
                "foto KTP",
                "alamat lain",
                "hubungi lpse@contoh.example",
                "LPSE Kabupaten Contoh",
            ] {
                assert!(text.contains(words), "{kind:?}: {words}\n{text}");
            }
        }
        assert!(notice.whatsapp.len() < notice.body.len(), "{kind:?}");
    }
}

#[test]
fn a_moved_time_names_the_one_that_no_longer_holds() {
    let moved = NoticeFacts { earlier_start: Some(at(2026, 11, 26, 2, 0)), ..facts() };
    let notice = notice(NoticeKind::JadwalUlang, &moved);
    assert!(
        notice.body.contains("Waktu semula, Kamis, 26 November 2026, pukul 09.00 WIB, tidak berlaku lagi.")
    );
    assert!(notice.whatsapp.contains("menggantikan Kamis, 26 November 2026, pukul 09.00 WIB."));
    let unknown = super::super::notice(NoticeKind::JadwalUlang, &facts());
    assert!(!unknown.body.contains("semula") && !unknown.whatsapp.contains("menggantikan"));
}

#[test]
fn a_missed_session_leads_to_a_new_time_and_not_into_the_old_call() {
    let notice = notice(NoticeKind::TidakHadir, &facts());
    assert!(notice.body.contains("Untuk meminta jadwal baru, balas surel ini"));
    assert!(notice.body.contains("tetap tersimpan"));
    assert!(texts(&notice).iter().all(|text| !text.contains("zoom.example")));
}

#[test]
fn the_way_is_named_and_a_missing_link_is_promised() {
    let joined = |way, join: &str| {
        super::super::notice(NoticeKind::Jadwal, &NoticeFacts { way, join: join.to_owned(), ..facts() }).body
    };
    assert!(
        joined(VideoWay::GoogleMeet, "https://meet.example/abc")
            .contains("Google Meet, https://meet.example/abc")
    );
    assert!(
        joined(VideoWay::WhatsApp, "0812 0000 9001")
            .contains("panggilan video WhatsApp, nomor 0812 0000 9001")
    );
    assert!(joined(VideoWay::Lainnya, "jitsi ruang-7").contains("Cara: panggilan video, jitsi ruang-7"));
    assert!(joined(VideoWay::Zoom, " \n ").contains("Cara: Zoom. Tautan atau nomornya kami kirim menyusul."));
}

#[test]
fn the_zone_of_the_office_and_a_session_past_midnight_are_told_as_they_are() {
    let east = NoticeFacts { zone: TimeZone::Wit, ..facts() };
    assert!(
        notice(NoticeKind::Jadwal, &east)
            .body
            .contains("pukul 12.00 sampai 12.45 WIT\nJam tersebut adalah jam kantor kami (WIT).")
    );
    let late = NoticeFacts { start: at(2026, 11, 30, 16, 30), ..facts() };
    assert!(notice(NoticeKind::Jadwal, &late).body.contains("pukul 23.30 sampai 1 Desember 2026, 00.15 WIB"));
}

#[test]
fn no_long_number_that_somebody_typed_travels_in_a_message() {
    let typed = NoticeFacts {
        company: "CV Alas Roban 3325110508759001".to_owned(),
        prepare: vec!["KTP 332511 050875 9001".to_owned(), "NPWP 99.700.101.1-513.000".to_owned()],
        ..facts()
    };
    for kind in KINDS {
        let notice = notice(kind, &typed);
        for text in texts(&notice) {
            for digits in ["33251", "050875", "99.700", "997001"] {
                assert!(!text.contains(digits), "{kind:?}: {text}");
            }
        }
    }
}

#[test]
fn what_others_typed_cannot_add_lines_or_turn_the_writing_round() {
    let typed = NoticeFacts {
        company: "CV Alas\r\nBcc: x@y.example\u{2028}Roban\u{202e}\u{7}".to_owned(),
        permohonan_number: "P-1\n\nTransfer ke".to_owned(),
        join: "https://zoom.example\r\nSubject: x".to_owned(),
        office: "LPSE\u{85}Contoh".to_owned(),
        office_contact: "lpse@contoh.example\n".to_owned(),
        prepare: vec!["KTP\nasli".to_owned(), "\u{0}".to_owned()],
        ..facts()
    };
    let plain = notice(NoticeKind::Jadwal, &NoticeFacts { prepare: vec!["KTP asli".to_owned()], ..facts() });
    let hostile = notice(NoticeKind::Jadwal, &typed);
    for (hostile, plain) in texts(&hostile).into_iter().zip(texts(&plain)) {
        assert_eq!(hostile.lines().count(), plain.lines().count(), "{hostile}");
        assert!(!hostile.contains(['\r', '\u{2028}', '\u{202e}', '\u{85}', '\u{7}', '\u{0}']));
    }
}

#[test]
fn empty_facts_still_give_whole_sentences() {
    let empty = NoticeFacts {
        company: String::new(),
        permohonan_number: " ".to_owned(),
        join: String::new(),
        office: String::new(),
        office_contact: String::new(),
        prepare: vec![" ".to_owned()],
        ..facts()
    };
    for kind in KINDS {
        let notice = notice(kind, &empty);
        for text in texts(&notice) {
            assert!(!text.contains("  ") && !text.contains(" ,") && !text.contains(" ."), "{kind:?}: {text}");
        }
        assert!(notice.body.contains("- KTP asli\n- NPWP asli") && notice.body.ends_with("\n\nLPSE\n"));
        assert!(!notice.body.contains("hubungi \u{20}") && notice.body.contains("alamat resmi LPSE"));
    }
}

proptest! {
    #[test]
    fn any_facts_give_the_same_message_twice(
        company in "\\PC{0,40}",
        join in ".{0,40}",
        second in 0_i64..4_000_000_000,
        minutes in any::<u16>(),
    ) {
        let start = Utc.timestamp_opt(second, 0).unwrap();
        let facts = NoticeFacts { company, join, start, minutes, ..facts() };
        for kind in KINDS {
            let first = notice(kind, &facts);
            prop_assert_eq!(&first, &notice(kind, &facts));
            prop_assert_eq!(first.subject.lines().count(), 1);
        }
    }
}
