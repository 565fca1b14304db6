use super::*;

#[test]
fn the_notice_tells_everything_the_law_asks_for() {
    let notice = notice("LPSE Kabupaten Contoh", "pdp@contoh.example");
    let text = notice.paragraphs.join(" ");
    for required in [
        "LPSE Kabupaten Contoh memproses",
        "pelayanan publik",
        "bukan persetujuan",
        "mencocokkan formulir SPSE",
        "NIK, NPWP",
        "jadwal retensi arsip",
        "membetulkan",
        "3 x 24 jam",
        "pdp@contoh.example",
    ] {
        assert!(text.contains(required), "{required}");
    }
}

#[test]
fn an_office_that_has_not_named_a_contact_still_gets_whole_sentences() {
    for (office, contact) in [("", ""), ("LPSE Contoh", " "), ("  ", "0285 555 010")] {
        for paragraph in notice(office, contact).paragraphs {
            assert!(!paragraph.contains("  ") && !paragraph.contains(": ."), "{paragraph}");
            assert!(!paragraph.starts_with(' '), "{paragraph}");
        }
    }
}

#[test]
fn every_sentence_is_short_and_calm() {
    for paragraph in notice("LPSE Contoh", "kontak").paragraphs {
        assert!(paragraph.split_whitespace().count() <= 15, "{paragraph}");
        assert!(paragraph.ends_with('.') && !paragraph.contains('!'), "{paragraph}");
    }
}

/// The version stands in the log of every case: a changed text under an old version would be a lie.
#[test]
fn a_changed_text_needs_a_new_version() {
    let text = notice("LPSE Contoh", "kontak").paragraphs.join("\n");
    let sum = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    assert_eq!((NOTICE_VERSION, sum), ("2026-3", 10_454_150_966_716_122_545));
}
