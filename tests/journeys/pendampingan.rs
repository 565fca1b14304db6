//! Help with INAPROC: what will fail there is told beforehand, and how it ended stands on a slip (procedure 2.5).

use loket_core::actions::permohonan::AttendeeInput;
use loket_core::document::{DocumentKind, DocumentState};
use loket_core::error::Code;
use loket_core::form::{DocumentField, FormField, Kapasitas, Profil};
use loket_core::laporan::PeriodKind;
use loket_core::layanan::inaproc::{HasilPendampingan, Lolos, LookedUp, Syarat};
use loket_core::numbering::PaperKind;
use loket_core::permohonan::Status;
use loket_core::place::Place;
use loket_core::privacy::NOTICE_VERSION;
use loket_core::reasons::Reason;
use loket_tests::cards::guest_of;
use loket_tests::{BAGUS, Desk, ENDANG, Guest, Office, RATNA, finish, places, refused};

/// The director of PT Reban asks for help; the NPWP in hand is the old one of fifteen digits.
fn helped(desk: &mut Desk) -> Guest {
    let case = desk.session.open_pendampingan(Profil::BadanUsaha, NOTICE_VERSION).unwrap();
    let guest = Guest { case, brought: guest_of("S-17") };
    let attendee = AttendeeInput {
        name: "Bambang Sutrisno".to_owned(),
        nik: guest.brought.ktp.nik.clone(),
        phone: "081200009002".to_owned(),
        priority: None,
    };
    desk.session.set_attendee(&guest.case, Kapasitas::Direktur, attendee).unwrap();
    for field in [
        FormField::NamaUsaha,
        FormField::Npwp,
        FormField::PenanggungJawabNik,
        FormField::Hp,
        FormField::Surel,
    ] {
        desk.session.set_form_field(&guest.case, field, guest.typed(field)).unwrap();
    }
    guest
}

fn answer_documents(desk: &mut Desk, guest: &Guest) {
    for (document, state) in [
        (DocumentKind::Nib, DocumentState::Diterima),
        (DocumentKind::Npwp, DocumentState::Diterima),
        (DocumentKind::Kswp, DocumentState::Menyusul),
        (DocumentKind::Sppkp, DocumentState::Diterima),
        (DocumentKind::PernyataanPemilik, DocumentState::Menyusul),
        (DocumentKind::SuratKerja, DocumentState::Diterima),
    ] {
        desk.session.set_document_state(&guest.case, document, state, None).unwrap();
    }
}

fn lolos(desk: &mut Desk, guest: &Guest, syarat: Syarat) -> Lolos {
    let lines = desk.session.see_permohonan(&guest.case).unwrap().syarat_inaproc;
    lines.into_iter().find(|line| line.syarat == syarat).unwrap().lolos
}

#[test]
fn the_slip_says_what_inaproc_will_refuse_what_is_still_missing_and_how_it_ended() {
    let office = Office::staffed();
    let mut bagus = office.sit_down(BAGUS);
    let guest = helped(&mut bagus);
    assert_eq!(lolos(&mut bagus, &guest, Syarat::NpwpEnamBelas), Lolos::Tidak);
    assert_eq!(lolos(&mut bagus, &guest, Syarat::Kontak), Lolos::Ya);
    assert_eq!(lolos(&mut bagus, &guest, Syarat::NikSamaNib), Lolos::BelumDiketahui);
    bagus.read(&guest, DocumentKind::Nib, DocumentField::Nik, "3325115506929014");
    assert_eq!(lolos(&mut bagus, &guest, Syarat::NikSamaNib), Lolos::Tidak);
    let looked_up = LookedUp { nib_valid: Some(true), listed: None, registered: Some(false) };
    bagus.session.look_up_inaproc(&guest.case, looked_up).unwrap();
    assert_eq!(lolos(&mut bagus, &guest, Syarat::NibBerlaku), Lolos::Ya);

    let ended = |desk: &mut Desk, note: &str| {
        desk.session.finish_pendampingan(&guest.case, HasilPendampingan::BelumBerhasil, note)
    };
    assert_eq!(ended(&mut bagus, " ").unwrap_err().code, Code::InvalidInput, "a failure is told");
    let error = refused(ended(&mut bagus, "NIK tidak sama"));
    assert!(places(&error).contains(&Place::Document(DocumentKind::Kswp)), "each document is asked about");
    assert_eq!(bagus.status(&guest), Status::Draf);
    answer_documents(&mut bagus, &guest);
    ended(&mut bagus, "NIK 3325115506929014 tidak sama").unwrap();

    assert_eq!(bagus.status(&guest), Status::Dialihkan);
    assert_eq!(bagus.steps(&guest), ["T-05", "T-28"]);
    assert_eq!(bagus.record(&guest).outcome, Some(HasilPendampingan::BelumBerhasil));
    let numbers = bagus.paper_numbers(&guest);
    assert_eq!(numbers.len(), 1, "no Tanda Terima: nothing was handed in: {numbers:?}");
    bagus.leave();
    let mut ratna = office.sit_down(RATNA);
    let slip = ratna.words_on(&guest, PaperKind::LembarPengalihan);
    for words in [
        "Akan ditolak",
        "NPWP masih 15 angka.",
        "Siapkan yang belum ada: Bukti KSWP, Surat pernyataan pemilik.",
        "Belum berhasil",
        "Daftar hitam belum dilihat.",
    ] {
        assert!(slip.contains(words), "{words} in {slip}");
    }
    assert!(!slip.contains("3325115506929014"), "{slip}");
    ratna.leave();
    finish(office);
}

#[test]
fn help_walks_no_other_step_and_asks_nothing_that_a_verification_asks() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    ratna.verified("S-17");
    let still_open = |desk: &Desk| {
        let report = desk.session.report(PeriodKind::Hari, desk.session.today()).unwrap();
        report.recap.flow.open_at_end
    };
    let before = still_open(&ratna);
    let guest = helped(&mut ratna);
    assert_eq!(still_open(&ratna), before, "reports count it apart");
    let assessment = ratna.session.assess(&ratna.record(&guest)).unwrap();
    assert!(assessment.rows.is_empty() && assessment.steps.is_empty() && assessment.missing.is_empty());
    assert_eq!(assessment.duplicates, [], "an account at the SPSE is no double of one at INAPROC");
    let allowed: Vec<_> = assessment.allowed.iter().map(|step| step.id.to_string()).collect();
    assert_eq!(allowed, ["T-05", "T-27"]);
    answer_documents(&mut ratna, &guest);
    assert_eq!(ratna.session.submit(&guest.case, None).unwrap_err().code, Code::TransitionRefused);
    let at = ratna.record(&guest).opened_at;
    assert_eq!(ratna.session.register_email(&guest.case, at).unwrap_err().code, Code::TransitionRefused);
    let error = ratna.session.refuse(&guest.case, Reason::X01, "Tercantum").unwrap_err();
    assert_eq!(error.code, Code::TransitionRefused);

    let other = ratna.take_in("S-01");
    let error = ratna.session.look_up_inaproc(&other.case, LookedUp::default()).unwrap_err();
    assert_eq!(error.code, Code::InvalidInput);
    let done = HasilPendampingan::AkunJadi;
    assert_eq!(
        ratna.session.finish_pendampingan(&other.case, done, "").unwrap_err().code,
        Code::InvalidInput
    );
    ratna.leave();
    finish(office);
}

#[test]
fn help_is_no_double_of_a_permohonan_that_comes_after_it_and_ends_only_once() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = helped(&mut ratna);
    let account = ratna.take_in("S-17");
    assert_eq!(ratna.session.assess(&ratna.record(&account)).unwrap().duplicates, []);
    answer_documents(&mut ratna, &guest);
    let done = HasilPendampingan::MendaftarSendiri;
    ratna.session.finish_pendampingan(&guest.case, done, "").unwrap();
    assert!(ratna.session.finish_pendampingan(&guest.case, done, "").is_err());
    let answers = LookedUp::default();
    assert_eq!(
        ratna.session.look_up_inaproc(&guest.case, answers).unwrap_err().code,
        Code::TransitionRefused
    );
    ratna.leave();
    finish(office);
}

#[test]
fn an_admin_helps_nobody() {
    let office = Office::staffed();
    let mut endang = office.sit_down(ENDANG);
    let error = endang.session.open_pendampingan(Profil::BadanUsaha, NOTICE_VERSION).unwrap_err();
    assert_eq!(error.code, Code::RoleForbidden);
    endang.leave();
    finish(office);
}
