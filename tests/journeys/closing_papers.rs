//! Who is refused leaves with a paper that says why and what is still open; see S-19 and S-20 for who is sent on.

use loket_core::error::Code;
use loket_core::numbering::PaperKind;
use loket_core::reasons::Reason;
use loket_core::verifikasi::{DaftarHitam, JawabanDaftarHitam};
use loket_tests::{Office, RATNA, finish, refused};

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
