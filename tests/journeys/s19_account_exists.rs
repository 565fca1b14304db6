//! S-19: the firm has had an account for years and comes with another e-mail address: it is sent to its account, and no
//! second one is made.

use loket_core::form::FormField;
use loket_core::numbering::PaperKind;
use loket_core::permohonan::{RedirectTarget, Status};
use loket_core::place::Place;
use loket_tests::{Office, RATNA, finish, labels, places, refused};

const QUESTION: &str = "Alasan melanjutkan permohonan yang mungkin ganda";

#[test]
fn a_vendor_with_an_account_is_sent_to_it_with_a_slip() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let first = ratna.take_in("S-01");
    ratna.verify(&first);
    ratna.declare(&first);
    ratna.approve(&first);
    ratna.session.record_activation(&first.case, "alasroban").unwrap();

    // Three years later the same firm comes with another e-mail address.
    office.clock.set(2029, 11, 26, 9, 0);
    let second = ratna.prepare("S-01");
    ratna.session.set_form_field(&second.case, FormField::Surel, "admin.baru@alasroban.example").unwrap();
    let error = refused(ratna.session.submit(&second.case, None));
    assert_eq!((labels(&error), places(&error)), (vec![QUESTION], vec![Place::Duplicate]));
    let found = ratna.session.assess(&ratna.record(&second)).unwrap().duplicates;
    assert_eq!(found.iter().map(|line| line.id.as_str()).collect::<Vec<_>>(), [first.case.as_str()]);
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
        "LP-2029-1-000001",
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
fn an_account_that_was_verified_counts_and_a_cancelled_permohonan_does_not() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let cancelled = ratna.take_in("S-01");
    ratna.session.cancel(&cancelled.case, "Salah loket").unwrap();
    let verified = ratna.take_in("S-01");
    ratna.verify(&verified);
    ratna.declare(&verified);
    ratna.approve(&verified);
    ratna.session.record_activation(&verified.case, "alasroban").unwrap();

    let third = ratna.prepare("S-01");
    let error = refused(ratna.session.submit(&third.case, None));
    assert_eq!(labels(&error), [QUESTION]);
    ratna.leave();
    finish(office);
}
