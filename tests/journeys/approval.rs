//! Approval: the password again, the minutes of the SOP, and a second person where there is one.

use loket_core::capture::Taken;
use loket_core::error::Code;
use loket_core::numbering::PaperKind;
use loket_core::permohonan::Status;
use loket_core::reasons::Reason;
use loket_tests::{ADI, BAGUS, DEWI, Desk, Guest, Office, RATNA, finish, labels, refused, text_of};

fn declared(desk: &mut Desk) -> Guest {
    let guest = desk.take_in("S-01");
    desk.verify(&guest);
    desk.declare(&guest);
    guest
}

#[test]
fn five_wrong_passwords_slow_the_approval_down() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = declared(&mut ratna);

    for attempt in 1..=5 {
        let refusal = ratna.session.approve(&guest.case, "bukan sandi ini", "").unwrap_err();
        assert_eq!(refusal.error.code, Code::WrongPassword);
        assert_eq!(refusal.wait_seconds, (attempt == 5).then_some(30), "attempt {attempt}");
    }
    let refusal = ratna.session.approve(&guest.case, RATNA.password, "").unwrap_err();
    assert_eq!((refusal.error.code, refusal.wait_seconds), (Code::TooManyTries, Some(30)));
    assert_eq!(ratna.status(&guest), Status::Sesuai);
    assert_eq!(ratna.paper_numbers(&guest), ["TT-2026-1-000001"]);

    office.pass(1);
    ratna.approve(&guest);
    assert_eq!(ratna.paper_numbers(&guest), ["TT-2026-1-000001", "BV-2026-1-000001"]);
    ratna.leave();
    finish(office);
}

#[test]
fn another_officers_password_is_not_the_password_of_who_sits_here() {
    let office = Office::staffed();
    let mut ratna = office.sit_down(RATNA);
    let guest = declared(&mut ratna);
    assert_eq!(refused(ratna.session.approve(&guest.case, DEWI.password, "")).code, Code::WrongPassword);
    assert_eq!(refused(ratna.session.approve(&guest.case, "", "")).code, Code::WrongPassword);
    assert_eq!(ratna.status(&guest), Status::Sesuai);
    ratna.leave();
    finish(office);
}

#[test]
fn past_thirty_minutes_the_approval_asks_for_one_line_and_prints_it() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = ratna.take_in("S-01");
    ratna.verify(&guest);
    office.pass(31);
    ratna.declare(&guest);

    let question = ratna.session.assess(&ratna.record(&guest)).unwrap().overrun_question;
    assert_eq!(question.as_deref(), Some("Alasan melewati mutu baku 30 menit (31 menit)"));
    ratna.session.approve(&guest.case, RATNA.password, "Jaringan SPSE lambat").unwrap();

    let words = ratna.words_on(&guest, PaperKind::BuktiVerifikasi);
    assert!(words.contains("(31 menit dari mutu baku 30)"), "{words}");
    assert!(words.contains("Lewat mutu baku") && words.contains("Jaringan SPSE lambat"), "{words}");
    ratna.leave();
    finish(office);
}

#[test]
fn a_line_that_nobody_wrote_holds_no_approval_up_and_may_be_written_afterwards() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = ratna.take_in("S-01");
    ratna.verify(&guest);
    office.pass(31);
    ratna.declare(&guest);
    ratna.session.approve(&guest.case, RATNA.password, " ").unwrap();

    let words = ratna.words_on(&guest, PaperKind::BuktiVerifikasi);
    assert!(words.contains("Lewat mutu baku") && words.contains("Tanpa alasan tertulis"), "{words}");
    assert_eq!(ratna.session.assess(&ratna.record(&guest)).unwrap().overrun_question, None);
    let row = |ratna: &Desk| {
        let steps = ratna.session.assess(&ratna.record(&guest)).unwrap().steps;
        steps.into_iter().find(|row| row.number == 5).unwrap()
    };
    assert!(row(&ratna).may_be_explained);
    ratna.session.explain_overrun(&guest.case, 5, "Jaringan SPSE lambat").unwrap();
    assert_eq!(row(&ratna).overrun_reason.as_deref(), Some("Jaringan SPSE lambat"));
    ratna.leave();
    finish(office);
}

#[test]
fn thirty_minutes_sharp_and_minutes_of_a_pause_ask_for_nothing() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = ratna.take_in("S-01");
    ratna.verify(&guest);
    office.pass(20);
    ratna.session.pause(&guest.case, "Pelaku usaha ke kamar kecil").unwrap();
    office.pass(45);
    ratna.session.resume(&guest.case, "").unwrap();
    office.pass(10);
    ratna.declare(&guest);
    assert_eq!(ratna.session.assess(&ratna.record(&guest)).unwrap().overrun_question, None);
    ratna.approve(&guest);
    assert!(ratna.words_on(&guest, PaperKind::BuktiVerifikasi).contains("(30 menit dari mutu baku 30)"));
    ratna.leave();
    finish(office);
}

#[test]
fn a_penyetuju_approves_or_hands_back_what_a_verifikator_declared() {
    let office = Office::staffed();
    let mut dewi = office.sit_down(DEWI);
    let guest = declared(&mut dewi);
    dewi.leave();

    let mut adi = office.sit_down(ADI);
    let error = refused(adi.session.send_back(&guest.case, " "));
    assert_eq!(labels(&error), ["Alasan"]);
    adi.session.send_back(&guest.case, "Alamat belum dilihat").unwrap();
    assert_eq!(adi.status(&guest), Status::Verifikasi);
    adi.leave();

    let mut dewi = office.sit_down(DEWI);
    dewi.declare(&guest);
    dewi.leave();
    let mut adi = office.sit_down(ADI);
    adi.approve(&guest);
    assert_eq!(adi.steps(&guest), ["T-05", "T-08", "T-15", "T-19", "T-22", "T-19", "T-21"]);
    assert!(adi.words_on(&guest, PaperKind::BuktiVerifikasi).contains("Adi Nugroho"));
    adi.leave();
    finish(office);
}

#[test]
fn nothing_that_was_compared_changes_after_the_decision() {
    use loket_core::document::DocumentKind;
    use loket_core::form::FormField;
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = declared(&mut ratna);
    let picture = ratna.record(&guest).current_picture(DocumentKind::Ktp).unwrap().clone();

    let error = refused(ratna.session.set_form_field(&guest.case, FormField::NamaUsaha, "CV Lain"));
    assert_eq!(error.code, Code::TransitionRefused);
    let corners = picture.corners.unwrap();
    let error = refused(ratna.session.crop_picture(&guest.case, &picture.id, corners, 1));
    assert_eq!(error.code, Code::TransitionRefused);
    let other = loket_tests::cards::photo_of(&guest.brought, DocumentKind::Npwp);
    let other = Taken::check(DocumentKind::Ktp, other.jpeg.clone()).unwrap();
    let berkas = loket_core::document::PictureSource::Berkas;
    let error = refused(ratna.session.add_picture(&guest.case, berkas, other));
    assert_eq!(error.code, Code::TransitionRefused, "no other card takes the place of the one compared");
    let error = refused(ratna.session.set_sighting(
        &guest.case,
        DocumentKind::Ktp,
        loket_core::document::Sighting::Salinan,
    ));
    assert_eq!(error.code, Code::TransitionRefused, "what was seen stays as it was told");
    ratna.leave();
    finish(office);
}

#[test]
fn a_ktp_that_nothing_frames_is_named_and_may_still_be_framed_after_the_approval() {
    use loket_core::document::{DocumentKind, PictureSource};
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = ratna.take_in("S-01");
    let photo = loket_tests::cards::photo_of(&guest.brought, DocumentKind::Ktp);
    let add = |ratna: &mut Desk| {
        let taken = Taken::check(DocumentKind::Ktp, photo.jpeg.clone()).unwrap();
        ratna.session.add_picture(&guest.case, PictureSource::Kamera, taken).unwrap()
    };
    let picture = add(&mut ratna);
    let record = ratna.record(&guest);
    let taken = record.current_picture(DocumentKind::Ktp).unwrap();
    let (width, height) = (taken.width as f32, taken.height as f32);
    let whole = [[0.0, 0.0], [width, 0.0], [width, height], [0.0, height]];
    ratna.session.crop_picture(&guest.case, &picture, whole, 0).unwrap();
    ratna.verify(&guest);
    ratna.declare(&guest);
    let outlook = ratna.session.fotokopi_outlook(&ratna.record(&guest));
    assert!(!outlook.can_issue && outlook.left_out.is_empty(), "nothing is approved yet");

    ratna.approve(&guest);
    let outlook = ratna.session.fotokopi_outlook(&ratna.record(&guest));
    assert!(outlook.can_issue && outlook.can_mark, "the NPWP card can be copied");
    assert_eq!(outlook.left_out.iter().map(|left| left.id.as_str()).collect::<Vec<_>>(), [picture.as_str()]);

    let without_ktp = ratna.session.cards_to_copy(&guest.case).unwrap().straighten().unwrap();
    ratna.session.crop_picture(&guest.case, &picture, photo.corners, 0).unwrap();
    let stale = refused(ratna.session.issue_fotokopi(&guest.case, without_ktp));
    assert_eq!(stale.code, Code::InvalidInput, "what was drawn before the corners is not issued after them");
    let again = refused(ratna.session.crop_picture(&guest.case, &picture, whole, 0));
    assert_eq!(again.code, Code::TransitionRefused, "once framed it stays as it was framed");
    assert!(ratna.session.fotokopi_outlook(&ratna.record(&guest)).left_out.is_empty());
    ratna.session.make_fotokopi(&guest.case).unwrap();
    let outlook = ratna.session.fotokopi_outlook(&ratna.record(&guest));
    assert!(!outlook.can_issue, "one is enough");
    ratna.leave();
    finish(office);
}

#[test]
fn a_refused_case_offers_no_fotokopi() {
    use loket_core::reasons::Reason;
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = ratna.take_in("S-01");
    ratna.call(&guest);
    ratna.session.refuse(&guest.case, Reason::X02, "Foto tidak cocok").unwrap();
    let outlook = ratna.session.fotokopi_outlook(&ratna.record(&guest));
    assert!(!outlook.can_issue && outlook.left_out.is_empty() && !outlook.can_mark);
    refused(ratna.session.make_fotokopi(&guest.case));
    ratna.leave();
    finish(office);
}

#[test]
fn a_berita_acara_tells_the_whole_verification_once_and_is_sealed_like_the_pictures_in_it() {
    let office = Office::staffed();
    let mut ratna = office.sit_down(RATNA);
    let guest = ratna.take_in("S-01");
    let early = refused(ratna.session.make_berita_acara(&guest.case));
    assert_eq!(early.code, Code::TransitionRefused, "nothing is approved yet");
    ratna.verify(&guest);
    office.pass(45);
    ratna.declare(&guest);
    let why = format!("Akta terakhir dicari, NIK {} dibaca ulang", guest.brought.ktp.nik);
    ratna.session.approve(&guest.case, RATNA.password, &why).unwrap();
    assert!(ratna.session.may_issue_berita_acara(&ratna.record(&guest)));

    ratna.session.make_berita_acara(&guest.case).unwrap();
    let paper = ratna.paper(&guest, PaperKind::BeritaAcara);
    assert_eq!(paper.number.as_deref(), Some("BA-2026-1-000001"));
    let words = ratna.words_on(&guest, PaperKind::BeritaAcara);
    let record = ratna.record(&guest);
    let bukti = ratna.paper(&guest, PaperKind::BuktiVerifikasi).number.unwrap();
    for said in [
        "Ratna Purnomo selaku verifikator dan penyetuju",
        record.number.as_str(),
        bukti.as_str(),
        "45 menit",
        "Akta terakhir dicari",
        "tidak diukur",
        "Formulir SPSE",
        "Yang terlihat",
    ] {
        assert!(words.contains(said), "{said}: {words}");
    }
    let digits: String = words.chars().filter(char::is_ascii_digit).collect();
    assert!(!digits.contains(&guest.brought.ktp.nik), "no whole NIK stands on it");
    let again = refused(ratna.session.make_berita_acara(&guest.case));
    assert_eq!(again.code, Code::TransitionRefused, "there is one of each case");
    assert!(!ratna.session.may_issue_berita_acara(&ratna.record(&guest)));
    ratna.leave();

    // It shows cards: whoever may not see them does not open it.
    let mut bagus = office.sit_down(BAGUS);
    assert_eq!(refused(bagus.session.open_paper(&guest.case, &paper.id)).code, Code::RoleForbidden);
    bagus.leave();
    finish(office);
}

#[test]
fn minutes_that_nobody_can_tell_are_asked_about_and_the_line_can_follow_later() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = ratna.take_in("S-01");
    ratna.verify(&guest);
    // The desk stood open over the night, and so did the verification.
    office.clock.set(2026, 11, 24, 8, 30);
    ratna.declare(&guest);
    let asked = ratna.session.assess(&ratna.record(&guest)).unwrap().overrun_question;
    assert_eq!(asked.as_deref(), Some("Alasan: lama verifikasi tidak dapat diukur"));
    let preview = text_of(&ratna.session.preview_bukti(&guest.case).unwrap());
    assert!(preview.contains("Alasan dicatat saat disetujui"), "{preview}");
    ratna.session.approve(&guest.case, RATNA.password, "").unwrap();
    let words = ratna.words_on(&guest, PaperKind::BuktiVerifikasi);
    assert!(words.contains("Lama tidak terukur"), "{words}");
    assert!(words.contains("Tanpa alasan tertulis"), "{words}");
    ratna.session.explain_overrun(&guest.case, 5, "Listrik padam sore hari").unwrap();
    assert_eq!(ratna.record(&guest).overruns[&5][0].reason, "Listrik padam sore hari");
    ratna.leave();
    finish(office);
}

#[test]
fn a_line_that_was_written_after_a_repair_is_not_asked_for_again() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = ratna.take_in("S-01");
    ratna.verify(&guest);
    office.pass(45);
    ratna.send_for_repair(&guest, Reason::P01, "Fotokopi buram");
    ratna.session.explain_overrun(&guest.case, 5, "Akta dicari lama").unwrap();
    ratna.take_back(&guest);
    ratna.verify(&guest);
    ratna.declare(&guest);
    assert_eq!(ratna.session.assess(&ratna.record(&guest)).unwrap().overrun_question, None);
    ratna.session.approve(&guest.case, RATNA.password, "").unwrap();
    let words = ratna.words_on(&guest, PaperKind::BuktiVerifikasi);
    assert!(words.contains("Akta dicari lama"), "{words}");
    ratna.leave();
    finish(office);
}

#[test]
fn a_second_verification_that_takes_too_long_is_not_explained_by_the_first_line() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = ratna.take_in("S-01");
    ratna.verify(&guest);
    office.pass(45);
    ratna.send_for_repair(&guest, Reason::P01, "Fotokopi buram");
    ratna.session.explain_overrun(&guest.case, 5, "Akta dicari lama.").unwrap();
    ratna.take_back(&guest);
    ratna.verify(&guest);
    office.pass(50);
    ratna.declare(&guest);
    let asked = ratna.session.assess(&ratna.record(&guest)).unwrap().overrun_question;
    assert_eq!(asked.as_deref(), Some("Alasan melewati mutu baku 30 menit (95 menit)"));
    ratna.session.approve(&guest.case, RATNA.password, "").unwrap();
    let row = |desk: &Desk| desk.session.assess(&desk.record(&guest)).unwrap().steps.swap_remove(4);
    assert!(row(&ratna).may_be_explained && !row(&ratna).is_explained, "the spine goes on asking");
    let words = ratna.words_on(&guest, PaperKind::BuktiVerifikasi);
    assert!(words.contains("Akta dicari lama; verifikasi ulang: tanpa alasan tertulis"), "{words}");
    ratna.session.explain_overrun(&guest.case, 5, "Fotokopi kedua juga buram").unwrap();
    assert!(row(&ratna).is_explained);
    let both = "Akta dicari lama; Fotokopi kedua juga buram";
    assert_eq!(row(&ratna).overrun_reason.as_deref(), Some(both), "the first line is not lost");
    // Each line was sealed as it was said, and none takes another out.
    ratna.session.explain_overrun(&guest.case, 5, "Jaringan lambat").unwrap();
    let lines: Vec<_> = ratna.record(&guest).overruns[&5].iter().map(|said| said.reason.clone()).collect();
    assert_eq!(lines, ["Akta dicari lama.", "Fotokopi kedua juga buram", "Jaringan lambat"]);
    ratna.leave();
    finish(office);
}
