//! Who is refused or sent on elsewhere leaves with a paper that says why and what is still open.

use loket_core::error::Code;
use loket_core::numbering::PaperKind;
use loket_core::permohonan::{RedirectTarget, Status};
use loket_core::place::Place;
use loket_core::reasons::Reason;
use loket_core::verifikasi::{DaftarHitam, JawabanDaftarHitam};
use loket_tests::{BAGUS, Office, RATNA, finish, labels, places, refused};

#[test]
fn a_refusal_issues_its_letter_with_code_finding_ground_and_the_way_to_object() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = ratna.take_in("S-01");
    ratna.call(&guest);
    let list_date = Some(ratna.session.today());
    let answer = Some(JawabanDaftarHitam::TidakDapatDiperiksa);
    ratna.session.set_daftar_hitam(&guest.case, DaftarHitam { answer, list_date }).unwrap();
    ratna.session.refuse(&guest.case, Reason::X01, "NPWP tercantum sampai Mei 2027").unwrap();

    assert_eq!(ratna.paper_numbers(&guest), ["TT-2026-1-000001", "SP-2026-1-000001"]);
    let words = ratna.words_on(&guest, PaperKind::SuratPenolakan);
    for expected in [
        "SURAT PENOLAKAN",
        "X01 Pelaku usaha tercantum dalam daftar hitam.",
        "NPWP tercantum sampai Mei 2027",
        "Daftar hitam tanggal 23 November 2026.",
        "Ajukan lagi setelah masa sanksi berakhir.",
        "Keberatan atau pengaduan",
        "sampaikan keberatan secara tertulis kepada LPSE Kabupaten Contoh",
        "************3000",
        "Wulan Pertiwi, direktur",
        "Ratna Purnomo",
    ] {
        assert!(words.contains(expected), "{expected:?} is not in {words:?}");
    }
    for secret in ["3325114508759002", "0997001011513000"] {
        assert!(!words.contains(secret), "{secret} stands on the paper");
    }
    ratna.leave();
    finish(office);
}

#[test]
fn a_refusal_that_is_refused_issues_nothing_and_uses_no_number() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = ratna.take_in("S-01");
    refused(ratna.session.refuse(&guest.case, Reason::X04, "Sudah punya akun"));
    refused(ratna.session.refuse(&guest.case, Reason::X02, ""));
    assert_eq!(
        refused(ratna.session.refuse(&guest.case, Reason::X02, &"x".repeat(501))).code,
        Code::InvalidInput
    );
    assert_eq!(ratna.paper_numbers(&guest), ["TT-2026-1-000001"]);
    ratna.session.refuse(&guest.case, Reason::X02, "Huruf pada KTP ditempel").unwrap();
    assert_eq!(ratna.paper(&guest, PaperKind::SuratPenolakan).number.as_deref(), Some("SP-2026-1-000001"));
    ratna.leave();
    finish(office);
}

#[test]
fn a_vendor_with_an_account_is_sent_to_it_with_a_slip() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let first = ratna.take_in("S-01");
    ratna.verify(&first);
    ratna.declare(&first);
    ratna.approve(&first);
    ratna.session.record_activation(&first.case, "alasroban").unwrap();

    let second = ratna.prepare("S-01");
    ratna.session.submit(&second.case, Some("Lupa surel lama")).unwrap();
    let unnamed = refused(ratna.session.redirect(&second.case, RedirectTarget::AkunLama("  ".into()), ""));
    assert_eq!((labels(&unnamed), places(&unnamed)), (vec!["Tujuan pengalihan"], vec![Place::Redirect]));
    ratna
        .session
        .redirect(&second.case, RedirectTarget::AkunLama("alasroban".into()), "Surel lama hilang.")
        .unwrap();

    assert_eq!(ratna.status(&second), Status::Dialihkan);
    let words = ratna.words_on(&second, PaperKind::LembarPengalihan);
    for expected in [
        "LP-2026-1-000001",
        "akun SPSE yang sudah ada (alasroban)",
        "Surel lama hilang. Permohonan terdahulu: 2026/1/0001.",
        "1. Masuk dengan akun yang sudah ada.",
        "Tidak ada akun baru yang dibuat dari permohonan ini",
    ] {
        assert!(words.contains(expected), "{expected:?} is not in {words:?}");
    }
    let timeline = ratna.session.timeline(&second.case).unwrap();
    assert!(timeline.iter().any(|line| line.text.contains("Tujuan: akun SPSE yang sudah ada (alasroban).")));
    ratna.leave();
    finish(office);
}

#[test]
fn a_petugas_sends_on_to_another_lpse_or_to_inaproc_but_not_after_the_approval() {
    let office = Office::staffed();
    let mut bagus = office.sit_down(BAGUS);
    let waiting = bagus.take_in("S-01");
    let other = RedirectTarget::LpseLain("LPSE Kabupaten Sebelah".into());
    bagus.session.redirect(&waiting.case, other.clone(), "").unwrap();
    assert!(bagus.words_on(&waiting, PaperKind::LembarPengalihan).contains("LPSE Kabupaten Sebelah"));
    let handed_in = bagus.prepare("S-06");
    let draft = refused(bagus.session.redirect(&handed_in.case, RedirectTarget::Inaproc, ""));
    assert_eq!(draft.code, Code::TransitionRefused, "a draft is cancelled, not sent on");
    bagus.hand_in(&handed_in);
    bagus.session.redirect(&handed_in.case, RedirectTarget::Inaproc, "").unwrap();
    assert!(bagus.words_on(&handed_in, PaperKind::LembarPengalihan).contains("INAPROC"));
    bagus.leave();

    let mut ratna = office.sit_down(RATNA);
    let done = refused(ratna.session.redirect(&waiting.case, other, ""));
    assert_eq!(done.code, Code::TransitionRefused, "nobody is sent on twice");
    ratna.leave();
    finish(office);
}
