//! Words on paper: all there, in order, whatever was typed.

use super::{page_texts, samples, words_of};
use crate::pdf::*;

#[test]
fn a_bukti_shows_everything_it_was_given() {
    let words = words_of(&render_bukti(&samples::bukti()).unwrap());
    for expected in [
        "PEMERINTAH KABUPATEN CONTOH",
        "BV-2026-1-000311",
        "CV Alas Roban Sejahtera (badan usaha, pusat)",
        "**.***.***.*-**3.000",
        "Wulan Pertiwi, direktur · NIK ************9002",
        "Senin, 23 November 2026, 09.12–09.31 WIB",
        "Gambar tersegel 9f3a 71c0…",
        "15 angka lama = 0 + 15 angka pada formulir",
        "Dinyatakan sesuai dan disetujui",
        "Segel 7c19 e2a4 55d0 81bf",
        "Catatan ke-4.812",
        "bukan tanda tangan elektronik tersertifikasi",
        "NIP 19880000 000000 0 000",
        "halaman 1 dari 1",
    ] {
        assert!(words.contains(expected), "{expected:?} is not in {words:?}");
    }
}

#[test]
fn a_bukti_before_approval_has_no_number_and_a_replacement_names_the_replaced() {
    let preview = words_of(&render_bukti(&Bukti { number: None, ..samples::bukti() }).unwrap());
    assert!(preview.contains("Nomor terbit saat disetujui") && !preview.contains("BV-"));
    let replaces = Some("BV-2026-1-000298".into());
    let second = words_of(&render_bukti(&Bukti { replaces, ..samples::bukti() }).unwrap());
    assert!(second.contains("Bukti nomor BV-2026-1-000298 yang tetap tersimpan"));
}

#[test]
fn a_tanda_terima_lists_what_came_and_what_follows_and_is_no_approval() {
    let words = words_of(&render_tanda_terima(&samples::tanda_terima()).unwrap());
    assert!(words.contains("Akta pendirian Ditunjukkan –"), "{words}");
    assert!(words.contains("Formulir keikutsertaan Menyusul Menyusul"), "{words}");
    assert!(!words.contains("Salinan Halaman"), "{words}");
    assert!(words.contains("Bukan bukti persetujuan"));
}

#[test]
fn a_lembar_kekurangan_says_what_to_bring_and_until_when() {
    let words = words_of(&render_lembar_kekurangan(&samples::lembar_kekurangan()).unwrap());
    for expected in
        ["P05", "P08", "meterai Rp10.000", "paling lambat Senin, 7 Desember 2026", "(0285) 000000"]
    {
        assert!(words.contains(expected), "{expected}");
    }
}

#[test]
fn the_recovery_sheet_shows_twelve_numbered_words_and_its_title_none() {
    let pdf = samples::lembar_pemulihan();
    let words = words_of(&pdf);
    for (index, word) in samples::words().iter().enumerate() {
        assert!(words.contains(&format!("{}. {word}", index + 1)), "{word}");
        assert!(!String::from_utf8_lossy(&pdf).contains(word.as_str()), "{word} stands outside the page");
    }
}

#[test]
fn the_test_page_says_what_to_measure_and_numbers_its_ruler_to_fifty() {
    let words = words_of(&samples::halaman_uji());
    for expected in
        ["Canon_LBP_Lantai_2", "harus tepat 50 mm", "KTP", "0 10 20 30 40 50", "tidak memuat data"]
    {
        assert!(words.contains(expected), "{expected}: {words}");
    }
}

#[test]
fn a_ticket_says_the_number_how_many_come_before_and_nobodys_name() {
    let words = words_of(&samples::tiket(TicketPlace::Sheet));
    for expected in [
        "Nomor antrean",
        "A-07",
        "Antrean prioritas",
        "3 orang di depan Anda",
        "W**** P******",
        "Akun baru SPSE",
    ] {
        assert!(words.contains(expected), "{expected}: {words}");
    }
    let narrow = words_of(&samples::tiket(TicketPlace::Roll(48)));
    assert!(narrow.contains("A-07") && !narrow.contains("prioritas"), "{narrow}");
    assert!(narrow.contains("LATIHAN") && !words.contains("LATIHAN"), "the practice office says so");
}

#[test]
fn two_letters_stay_two_letters() {
    let company = "CV Fiktif Affandi Office flat".to_owned();
    let words = words_of(&render_bukti(&Bukti { company: company.clone(), ..samples::bukti() }).unwrap());
    assert!(words.contains(&company), "{words}");
}

/// What was typed, and what the paper shows.
const TYPED_AND_SHOWN: [(&str, &str); 14] = [
    ("André Núñez Łukasz Őry", "André Núñez Łukasz Őry"),
    ("Nguyễn Thị Ánh", "Nguyễn Thị Ánh"),
    // The same letters with separate accents.
    ("Andre\u{301} Nu\u{301}n\u{303}ez", "André Núñez"),
    ("O’Neil “Jati” – 5 °C × 2", "O’Neil “Jati” – 5 °C × 2"),
    ("王芳", "\u{FFFD}\u{FFFD}"),
    ("محمد", "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"),
    ("Toko \u{1F600}\u{FE0F}", "Toko \u{FFFD}"),
    ("Привет", "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"),
    // Direction marks must not turn "gnp.exe" round; they vanish because they draw nothing.
    ("abc\u{202E}exe.gpj\u{200B}", "abcexe.gpj"),
    ("baris satu\nbaris\tdua\u{0}\u{7F}akhir", "baris satu baris dua akhir"),
    ("(((\\) Tj ET endstream %PDF", "(((\\) Tj ET endstream %PDF"),
    ("<script>&amp;</script>", "<script>&amp;</script>"),
    ("{} %s $1 \\n", "{} %s $1 \\n"),
    ("'; DROP TABLE permohonan; --", "'; DROP TABLE permohonan; --"),
];

#[test]
fn nothing_typed_vanishes_and_what_cannot_be_shown_is_a_visible_box() {
    for (typed, shown) in TYPED_AND_SHOWN {
        let company = format!("[{typed}]");
        let words = words_of(&render_bukti(&Bukti { company, ..samples::bukti() }).unwrap());
        assert!(words.contains(&format!("[{shown}]")), "{typed:?}: {words}");
    }
}

#[test]
fn hostile_text_in_every_field_of_every_paper_gives_a_readable_file() {
    let long_name = "Siti Nurhaliza ".repeat(34);
    let unbroken = "W".repeat(500);
    let typed = TYPED_AND_SHOWN.iter().map(|(typed, _)| *typed);
    for text in typed.chain(["", " ", "\u{FEFF}", long_name.as_str(), unbroken.as_str()]) {
        for (name, pdf) in papers_full_of(text) {
            let texts = page_texts(&pdf);
            let last = format!("halaman {0} dari {0}", texts.len());
            let end = texts.last().unwrap().replace('\n', " ");
            assert!(end.contains(&last), "{name}: {text:?}");
            assert!(texts.len() <= 12, "{name} has {} pages for {text:?}", texts.len());
        }
    }
}

fn papers_full_of(text: &str) -> Vec<(&'static str, Vec<u8>)> {
    let word = || text.to_owned();
    let letterhead = || Letterhead {
        government: word(),
        unit: word(),
        service: word(),
        address_line: word(),
        logo: None,
        practice: true,
    };
    let signer = || Signer { city_date: word(), role: word(), name: word(), nip: word() };
    let bukti = Bukti {
        letterhead: letterhead(),
        number: Some(word()),
        company: word(),
        npwp_masked: word(),
        attendee: word(),
        nik_masked: word(),
        channel: word(),
        time_line: word(),
        spse_user_id: word(),
        replaces: Some(word()),
        documents: vec![SeenDocument { name: word(), seen: word(), archive: word(), hash: word() }],
        changes: DataChanges {
            fields: vec![ChangedData { label: word(), former: word(), new: word() }],
            read_from_spse: true,
        },
        rows: vec![ComparedRow { label: word(), outcome: word(), note: word() }],
        result: word(),
        next_step: word(),
        seal_lines: vec![word()],
        signer: signer(),
        privacy_line: word(),
    };
    let receipt = TandaTerima {
        letterhead: letterhead(),
        number: word(),
        date_line: word(),
        permohonan: word(),
        company: word(),
        bearer: word(),
        items: vec![HandedIn { name: word(), ..HandedIn::default() }],
        received_by: signer(),
        privacy_line: word(),
    };
    let sheet = LembarKekurangan {
        letterhead: letterhead(),
        number: word(),
        date_line: word(),
        permohonan: word(),
        company: word(),
        attendee: word(),
        reasons: vec![Kekurangan { code: word(), what: word(), bring: word() }],
        until: word(),
        contact: word(),
        signer: signer(),
        privacy_line: word(),
    };
    let letter = SuratPenolakan {
        letterhead: letterhead(),
        number: word(),
        date_line: word(),
        permohonan: word(),
        company: word(),
        npwp_masked: word(),
        attendee: word(),
        code: word(),
        reason: word(),
        finding: word(),
        ground: word(),
        still_open: word(),
        complaint: word(),
        signer: signer(),
        privacy_line: word(),
    };
    let slip = LembarPengalihan {
        letterhead: letterhead(),
        number: word(),
        date_line: word(),
        permohonan: word(),
        company: word(),
        attendee: word(),
        target: word(),
        why: word(),
        outcome: word(),
        checks: vec![CheckedSyarat { what: word(), outcome: word(), todo: word() }],
        steps: vec![word(), word()],
        contact: word(),
        signer: signer(),
        privacy_line: word(),
    };
    let mut copy = Fotokopi {
        permohonan: word(),
        company: word(),
        person: word(),
        lpse: word(),
        date: word(),
        signer: signer(),
        practice: true,
        ..samples::fotokopi()
    };
    for card in &mut copy.cards {
        card.caption = word();
        card.hash = word();
    }
    let recovery =
        LembarPemulihan { letterhead: &letterhead(), office: text, made: text, words: &[word(), word()] };
    vec![
        ("bukti", render_bukti(&bukti).unwrap()),
        ("tanda terima", render_tanda_terima(&receipt).unwrap()),
        ("lembar kekurangan", render_lembar_kekurangan(&sheet).unwrap()),
        ("surat penolakan", render_surat_penolakan(&letter).unwrap()),
        ("lembar pengalihan", render_lembar_pengalihan(&slip).unwrap()),
        ("fotokopi", render_fotokopi(&copy).unwrap()),
        ("lembar pemulihan", render_lembar_pemulihan(&recovery).unwrap()),
    ]
}

#[test]
fn many_rows_flow_on_with_head_title_and_page_number() {
    let rows: Vec<_> = samples::bukti().rows.into_iter().cycle().take(30).collect();
    let texts = page_texts(&render_bukti(&Bukti { rows, ..samples::bukti() }).unwrap());
    assert_eq!(texts.len(), 2);
    for (index, text) in texts.iter().enumerate() {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(text.contains(&format!("halaman {} dari 2", index + 1)), "{text}");
        assert!(text.contains("Catatan verifikator"), "the head of the table comes again");
        assert!(text.contains("Bukti Verifikasi BV-2026-1-000311"));
        assert!(text.contains("Data pribadi dipakai"), "the foot comes again");
    }
}

#[test]
fn a_note_longer_than_a_page_loses_no_word() {
    let note: String = (0..2_000).map(|word| format!("kata{word} ")).collect();
    let rows = vec![ComparedRow { label: "Nama".into(), outcome: "Mirip".into(), note }];
    let words = words_of(&render_bukti(&Bukti { rows, ..samples::bukti() }).unwrap());
    let missing = (0..2_000).find(|word| !words.contains(&format!("kata{word} ")));
    assert_eq!(missing, None);
}

#[test]
fn empty_lists_leave_out_their_tables_and_nothing_else() {
    let bare = Bukti { documents: Vec::new(), rows: Vec::new(), seal_lines: Vec::new(), ..samples::bukti() };
    let words = words_of(&render_bukti(&bare).unwrap());
    assert!(!words.contains("Catatan verifikator") && !words.contains("Cara dilihat"));
    assert!(words.contains("Dinyatakan sesuai") && words.contains("Ratna Purnomo"));
    for pdf in [
        render_tanda_terima(&TandaTerima { items: Vec::new(), ..samples::tanda_terima() }),
        render_lembar_kekurangan(&LembarKekurangan { reasons: Vec::new(), ..samples::lembar_kekurangan() }),
    ] {
        assert!(words_of(&pdf.unwrap()).contains("halaman 1 dari 1"));
    }
}

#[test]
fn the_practice_office_marks_every_page_and_a_real_one_none() {
    let rows: Vec<_> = samples::bukti().rows.into_iter().cycle().take(30).collect();
    let letterhead = Letterhead { practice: true, ..samples::letterhead() };
    let practice = Bukti { letterhead, rows, ..samples::bukti() };
    for text in page_texts(&render_bukti(&practice).unwrap()) {
        assert!(text.matches("LATIHAN").count() >= 3, "badge, page and foot: {text}");
    }
    let copy = render_fotokopi(&Fotokopi { practice: true, ..samples::fotokopi() }).unwrap();
    assert!(words_of(&copy).matches("LATIHAN").count() >= 3);
    for (name, pdf) in samples::every_paper().into_iter().filter(|(name, _)| !name.ends_with("latihan")) {
        assert!(!words_of(&pdf).contains("LATIHAN"), "{name}");
    }
}
