//! S-06: the NPWP on the form is another one than on the card.

use loket_core::document::DocumentKind;
use loket_core::error::Code;
use loket_core::form::FormField;
use loket_core::numbering::PaperKind;
use loket_core::outcome::Outcome;
use loket_core::permohonan::Status;
use loket_core::place::Place;
use loket_core::reasons::Reason;
use loket_core::verifikasi::{Decision, RowKey};
use loket_tests::{DEWI, Office, RATNA, finish, labels, places, refused};

#[test]
fn nobody_can_let_a_different_npwp_pass() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = ratna.take_in("S-06");
    ratna.verify(&guest);

    let npwp = ratna.row(&guest, RowKey::Npwp);
    assert_eq!((npwp.outcome(), npwp.overridable), (Some(Outcome::Beda), false));
    assert_eq!(npwp.repair_codes, [Reason::P05]);
    for decision in [Decision::Cocok, Decision::CocokDenganCatatan] {
        let error = refused(ratna.session.decide_row(
            &guest.case,
            RowKey::Npwp,
            Some(decision),
            "Sudah dibaca ulang.",
            Some("dibaca_ulang"),
        ));
        assert_eq!(error.what_happened(), "NPWP berbeda dan tidak dapat diterima.");
    }
    let error = refused(ratna.session.declare(&guest.case));
    assert_eq!(labels(&error), ["NPWP berbeda, perlu perbaikan"]);
    assert_eq!(places(&error), [Place::Row(RowKey::Npwp)]);
    let error = refused(ratna.session.approve(&guest.case, RATNA.password, ""));
    assert_eq!(error.code, Code::TransitionRefused);
    assert!(!ratna.paper_numbers(&guest).iter().any(|number| number.starts_with("BV")));
    ratna.leave();
    finish(office);
}

#[test]
fn the_lembar_kekurangan_says_what_to_repair_and_until_when() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = ratna.take_in("S-06");
    ratna.verify(&guest);
    ratna.send_for_repair(&guest, Reason::P05, "");

    assert_eq!(ratna.status(&guest), Status::PerluPerbaikan);
    assert_eq!(ratna.paper_numbers(&guest), ["TT-2026-1-000001", "LK-2026-1-000001"]);
    let words = ratna.words_on(&guest, PaperKind::LembarKekurangan);
    for expected in [
        "P05",
        "NPWP pada formulir tidak sesuai dengan",
        "Perbaiki NPWP pada formulir SPSE sesuai dengan",
        "kartu, lalu bawa kartu NPWP asli.",
        "Senin, 7 Desember 2026",
        "(0285) 000000",
    ] {
        assert!(words.contains(expected), "{expected:?} is not in {words:?}");
    }
    for secret in ["3325112305709012", "997001029513000", "99.700.102.9-513.000", "99.700.103.7-502.000"] {
        assert!(!words.contains(secret), "{secret} stands on the paper");
    }
    ratna.leave();
    finish(office);
}

#[test]
fn without_a_reason_from_the_list_nobody_is_sent_away() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = ratna.take_in("S-06");
    ratna.verify(&guest);
    let until = ratna.session.today();

    let error = refused(ratna.session.send_for_repair(&guest.case, &[], until));
    assert_eq!(labels(&error), ["Alasan perbaikan dari daftar (P)"]);
    let refusing = loket_core::actions::step::ShortageItem { reason: Reason::X02, note: String::new() };
    let error = refused(ratna.session.send_for_repair(&guest.case, &[refusing], until));
    assert_eq!(places(&error), [Place::Reasons]);
    let repair = loket_core::actions::step::ShortageItem { reason: Reason::P05, note: String::new() };
    let yesterday = until.pred_opt().unwrap();
    let error = refused(ratna.session.send_for_repair(&guest.case, &[repair], yesterday));
    assert_eq!(error.what_happened(), "Batas waktu perbaikan sudah lewat.");
    assert_eq!(ratna.status(&guest), Status::Verifikasi);
    ratna.leave();
    finish(office);
}

#[test]
fn the_vendor_comes_back_with_a_repaired_form_and_is_verified() {
    let office = Office::staffed();
    let mut ratna = office.sit_down(RATNA);
    let guest = ratna.take_in("S-06");
    ratna.verify(&guest);
    ratna.send_for_repair(&guest, Reason::P05, "Akhiran kantor pajak berubah.");
    ratna.leave();

    office.clock.set(2026, 11, 25, 9, 30);
    let mut dewi = office.sit_down(DEWI);
    dewi.session.set_form_field(&guest.case, FormField::Npwp, "99.700.103.7-502.000").unwrap();
    dewi.take_back(&guest);
    assert!(dewi.record(&guest).shortages.iter().all(|shortage| shortage.answered));
    dewi.call(&guest);
    assert_eq!(
        dewi.still_missing(&guest)[..2],
        ["KTP direktur asli belum dilihat", "NPWP perusahaan asli belum dilihat"],
        "what was seen at the first visit does not count at the second"
    );
    dewi.see_originals(&guest);
    dewi.compare_everything(&guest);
    assert_eq!(dewi.row(&guest, RowKey::Npwp).outcome(), Some(Outcome::Sama));
    dewi.declare(&guest);
    dewi.approve(&guest);

    assert_eq!(dewi.steps(&guest), ["T-05", "T-08", "T-15", "T-18", "T-07", "T-08", "T-15", "T-19", "T-21"]);
    assert_eq!(dewi.paper_numbers(&guest), ["TT-2026-1-000001", "LK-2026-1-000001", "BV-2026-1-000001"]);
    assert!(dewi.record(&guest).current_picture(DocumentKind::Npwp).is_some(), "old pictures are kept");
    dewi.leave();
    finish(office);
}
