//! S-01: clean documents, face to face, from the walk-in to the recorded activation.

use loket_core::actions::Open;
use loket_core::document::DocumentKind;
use loket_core::numbering::PaperKind;
use loket_core::outcome::Outcome;
use loket_core::permohonan::Status;
use loket_core::verifikasi::RowKey;
use loket_tests::{Office, RATNA, finish};

#[test]
fn a_director_with_clean_documents_leaves_with_a_bukti_verifikasi() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);

    let guest = ratna.walk_in("S-01");
    office.pass(2);
    ratna.fill_form(&guest);
    for card in [DocumentKind::Ktp, DocumentKind::Npwp] {
        ratna.receive(&guest, card);
        ratna.photograph(&guest, card);
    }
    ratna.read_cards(&guest);
    office.pass(3);
    ratna.hand_in(&guest);
    ratna.session.complete(&guest.case).unwrap();
    assert_eq!(ratna.status(&guest), Status::Antre);
    assert_eq!(ratna.record(&guest).queue.as_deref(), Some("A-01"));

    office.pass(7);
    ratna.call(&guest);
    ratna.see_originals(&guest);
    office.pass(19);
    ratna.compare_everything(&guest);
    ratna.answer_questions(&guest);
    assert_eq!(ratna.still_missing(&guest), Vec::<String>::new());
    ratna.declare(&guest);
    ratna.approve(&guest);
    assert_eq!(ratna.status(&guest), Status::Disetujui);
    ratna.session.record_activation(&guest.case, "alasroban").unwrap();

    let record = ratna.record(&guest);
    assert_eq!(record.status, Status::PemantauanSikap);
    assert_eq!(record.number, "2026/1/0001");
    assert_eq!(record.user_id_spse.as_deref(), Some("alasroban"));
    assert_eq!(record.due.as_deref(), Some("2026-11-26"), "SIKAP is due in three working days");
    assert_eq!(ratna.steps(&guest), ["T-05", "T-08", "T-15", "T-19", "T-21", "T-23", "T-24"]);
    assert_eq!(ratna.paper_numbers(&guest), ["TT-2026-1-000001", "BV-2026-1-000001"]);
    ratna.leave();
    finish(office);
}

#[test]
fn the_old_npwp_on_the_card_is_the_new_one_on_the_form_and_nik_sex_and_birth_date_agree() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = ratna.take_in("S-01");
    ratna.call(&guest);

    let outcome = |key| ratna.row(&guest, key).outcome();
    assert_eq!(outcome(RowKey::Npwp), Some(Outcome::Setara));
    assert_eq!(outcome(RowKey::PjNik), Some(Outcome::Sama));
    assert_eq!(outcome(RowKey::Lahir), Some(Outcome::Sama));
    assert_eq!(ratna.row(&guest, RowKey::Lahir).form_value.as_deref(), Some("05-08-1975"));
    let npwp = ratna.row(&guest, RowKey::Npwp);
    assert_eq!(npwp.finding.unwrap().explanation, "15 angka lama dengan angka 0 di depan.");
    ratna.leave();
    finish(office);
}

#[test]
fn the_bukti_names_the_vendor_and_shows_no_more_than_four_digits_of_any_number() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = ratna.take_in("S-01");
    office.pass(5);
    ratna.call(&guest);
    ratna.see_originals(&guest);
    office.pass(19);
    ratna.compare_everything(&guest);
    ratna.answer_questions(&guest);
    ratna.declare(&guest);
    ratna.approve(&guest);

    let words = ratna.words_on(&guest, PaperKind::BuktiVerifikasi);
    for expected in [
        "BV-2026-1-000001",
        "CV Alas Roban Sejahtera (badan usaha, pusat)",
        "Wulan Pertiwi, direktur",
        "************9002",
        "************3000",
        "Senin, 23 November 2026, 08.05–08.24 WIB (19 menit dari mutu baku 30)",
        "Dokumen asli diperiksa langsung",
        "Tidak diperiksa (di luar syarat SOP)",
        "Tidak tercantum pada daftar tanggal 23 November 2026",
        "26 November 2026",
        "Ratna Purnomo",
    ] {
        assert!(words.contains(expected), "{expected:?} is not in {words:?}");
    }
    for secret in ["3325114508759002", "0997001011513000", "99.700.101.1-513.000", "05-08-1975", "1975-08-05"]
    {
        assert!(!words.contains(secret), "{secret} stands on the paper");
    }
    ratna.leave();
    finish(office);
}

#[test]
fn every_paper_stays_as_it_was_issued_and_a_reprint_keeps_its_number() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = ratna.take_in("S-01");
    ratna.verify(&guest);
    ratna.declare(&guest);
    ratna.approve(&guest);
    let issued = ratna.paper(&guest, PaperKind::BuktiVerifikasi);
    let (_, first) = ratna.session.open_paper(&guest.case, &issued.id).unwrap();

    office.pass(60);
    ratna.session.note_printed(&guest.case, &issued.id, 2).unwrap();
    let reprinted = ratna.paper(&guest, PaperKind::BuktiVerifikasi);
    let (_, again) = ratna.session.open_paper(&guest.case, &issued.id).unwrap();
    assert_eq!((reprinted.number, reprinted.prints), (issued.number, 2));
    assert!(*first == *again);
    ratna.leave();
    finish(office);
}

#[test]
fn the_timeline_tells_the_whole_story_in_order() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = ratna.take_in("S-01");
    ratna.verify(&guest);
    ratna.declare(&guest);
    ratna.approve(&guest);

    assert_eq!(ratna.steps(&guest), ["T-05", "T-08", "T-15", "T-19", "T-21"]);
    let mut verbs: Vec<&str> = ratna.acts(&guest).iter().map(Open::verb).collect();
    verbs.dedup();
    assert_eq!(
        verbs,
        [
            "permohonan_opened",
            "attendee_set",
            "form_set",
            "document_state_set",
            "picture_sealed",
            "picture_cropped",
            "document_state_set",
            "picture_sealed",
            "picture_cropped",
            "document_field_set",
            "moved",
            "sighting_set",
            "row_decided",
            "kewenangan_set",
            "daftar_hitam_set",
            "moved",
        ]
    );
    ratna.leave();
    finish(office);
}
