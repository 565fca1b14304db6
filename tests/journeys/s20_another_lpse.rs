//! S-20: the firm registered at another LPSE, so this one finds no record: it is told which one, on paper.

use loket_core::error::Code;
use loket_core::numbering::PaperKind;
use loket_core::permohonan::{RedirectTarget, Status};
use loket_core::reasons::Reason;
use loket_tests::{BAGUS, Office, RATNA, finish, labels, refused};

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

#[test]
fn an_lpse_without_a_name_is_no_answer_and_before_it_is_known_the_vendor_is_asked_with_p13() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = ratna.take_in("S-01");
    ratna.call(&guest);
    // Row 4: the verifikator looks into the own SPSE and finds nobody.
    ratna.send_for_repair(&guest, Reason::P13, "Tidak ada di SPSE kami");
    let words = ratna.words_on(&guest, PaperKind::LembarKekurangan);
    assert!(words.contains("P13"), "{words}");
    let unnamed = refused(ratna.session.redirect(&guest.case, RedirectTarget::LpseLain(" ".into()), ""));
    assert_eq!(labels(&unnamed), ["Tujuan pengalihan"]);
    assert_eq!(ratna.status(&guest), Status::PerluPerbaikan);

    let other = RedirectTarget::LpseLain("LPSE Kabupaten Sebelah".into());
    ratna.session.redirect(&guest.case, other, "Terdaftar di sana sejak 2022.").unwrap();
    assert_eq!(ratna.status(&guest), Status::Dialihkan);
    let words = ratna.words_on(&guest, PaperKind::LembarPengalihan);
    for expected in ["LPSE Kabupaten Sebelah", "Terdaftar di sana sejak 2022."] {
        assert!(words.contains(expected), "{expected:?} is not in {words:?}");
    }
    ratna.leave();
    finish(office);
}
