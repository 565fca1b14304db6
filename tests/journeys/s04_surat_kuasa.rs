//! S-04 and S-05: a member of staff comes instead of the director, with and without a full surat kuasa.

use loket_core::actions::permohonan::AttendeeInput;
use loket_core::document::{DocumentKind, Sighting};
use loket_core::form::{DocumentField, Kapasitas};
use loket_core::numbering::PaperKind;
use loket_core::permohonan::Status;
use loket_core::place::Place;
use loket_core::reasons::Reason;
use loket_core::verifikasi::{Decision, RowKey, SuratKuasa};
use loket_tests::cards::{guest_of, photo_of};
use loket_tests::{Desk, Guest, Office, RATNA, finish, labels, places, refused};

fn letter() -> SuratKuasa {
    SuratKuasa {
        pemberi: "Wulan Pertiwi".to_owned(),
        penerima: "Dewi Lestari Putri".to_owned(),
        nomor: "-".to_owned(),
        tanggal: "2026-11-20".to_owned(),
        tujuan: "Verifikasi akun SPSE".to_owned(),
        meterai: Some(true),
        tanda_tangan: Some(true),
        cap: Some(true),
    }
}

/// The firm of S-01, for which the member of staff of S-04 comes with both KTP and a letter.
fn staff_walks_in(ratna: &mut Desk, letter: SuratKuasa) -> Guest {
    let guest = ratna.walk_in("S-01");
    let staff = guest_of("S-04").ktp;
    let attendee = AttendeeInput {
        name: "Dewi Lestari Putri".to_owned(),
        nik: staff.nik.clone(),
        phone: "081200009014".to_owned(),
        priority: None,
    };
    ratna.session.set_attendee(&guest.case, Kapasitas::Kuasa, attendee).unwrap();
    ratna.fill_form(&guest);
    for document in [DocumentKind::Ktp, DocumentKind::Npwp, DocumentKind::KtpKuasa, DocumentKind::SuratKuasa]
    {
        ratna.receive(&guest, document);
    }
    ratna.photograph(&guest, DocumentKind::Ktp);
    ratna.photograph(&guest, DocumentKind::Npwp);
    ratna.file_photo(&guest, DocumentKind::KtpKuasa, &photo_of(&guest_of("S-04"), DocumentKind::KtpKuasa));
    ratna.read_cards(&guest);
    ratna.read(&guest, DocumentKind::KtpKuasa, DocumentField::Nama, &staff.nama);
    ratna.read(&guest, DocumentKind::KtpKuasa, DocumentField::Nik, &staff.nik);
    ratna.session.set_surat_kuasa(&guest.case, letter).unwrap();
    ratna.hand_in(&guest);
    ratna.session.complete(&guest.case).unwrap();
    guest
}

#[test]
fn a_proxy_with_a_stamped_letter_and_both_ktp_is_verified() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = staff_walks_in(&mut ratna, letter());
    ratna.call(&guest);
    ratna.see_originals(&guest);
    ratna.see_original(&guest, DocumentKind::KtpKuasa);
    ratna.see_original(&guest, DocumentKind::SuratKuasa);
    ratna.compare_everything(&guest);
    ratna.answer_questions(&guest);
    assert_eq!(ratna.still_missing(&guest), Vec::<String>::new());
    ratna.declare(&guest);
    ratna.approve(&guest);

    let words = ratna.words_on(&guest, PaperKind::BuktiVerifikasi);
    for expected in
        ["Dewi Lestari Putri, penerima kuasa", "Surat kuasa", "KTP penerima kuasa", "************9014"]
    {
        assert!(words.contains(expected), "{expected:?} is not in {words:?}");
    }
    ratna.leave();
    finish(office);
}

#[test]
fn a_letter_without_stamp_shown_on_a_phone_sends_the_proxy_home_with_what_to_bring() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = staff_walks_in(&mut ratna, SuratKuasa { meterai: Some(false), ..letter() });
    ratna.call(&guest);
    ratna.see_originals(&guest);
    ratna.see_original(&guest, DocumentKind::KtpKuasa);
    ratna.session.set_sighting(&guest.case, DocumentKind::SuratKuasa, Sighting::Salinan).unwrap();
    ratna.compare_everything(&guest);
    ratna.answer_questions(&guest);

    let error = refused(ratna.session.declare(&guest.case));
    assert_eq!(labels(&error), ["Surat kuasa bukan asli", "Surat kuasa tanpa meterai (P08)"]);
    assert_eq!(places(&error), [Place::Document(DocumentKind::SuratKuasa), Place::KuasaMeterai]);
    ratna.send_for_repair(&guest, Reason::P08, "Asli surat kuasa belum dibawa.");
    assert_eq!(ratna.status(&guest), Status::PerluPerbaikan);
    let words = ratna.words_on(&guest, PaperKind::LembarKekurangan);
    for expected in [
        "P08",
        "Bawa surat kuasa asli bermeterai Rp10.000,",
        "bertanda tangan, dan bercap. Bawa juga KTP asli",
        "pemberi dan penerima kuasa.",
        "Asli surat kuasa belum dibawa.",
    ] {
        assert!(words.contains(expected), "{expected:?} is not in {words:?}");
    }
    ratna.leave();
    finish(office);
}

#[test]
fn a_letter_must_be_complete_and_dated_in_the_past() {
    for (letter, place, label) in [
        (SuratKuasa { pemberi: String::new(), ..letter() }, "kuasa:pemberi", "Pemberi kuasa"),
        (
            SuratKuasa { nomor: " ".to_owned(), ..letter() },
            "kuasa:nomor",
            "Nomor surat kuasa, atau tanda hubung",
        ),
        (SuratKuasa { tujuan: String::new(), ..letter() }, "kuasa:tujuan", "Tujuan surat kuasa"),
        (
            SuratKuasa { tanggal: "2026-11-24".to_owned(), ..letter() },
            "kuasa:tanggal",
            "Tanggal surat kuasa di masa depan",
        ),
        (
            SuratKuasa { tanda_tangan: None, ..letter() },
            "kuasa:tanda_tangan",
            "Jawaban tanda tangan surat kuasa",
        ),
        (SuratKuasa { cap: Some(false), ..letter() }, "kuasa:cap", "Surat kuasa tanpa cap (P08)"),
    ] {
        let office = Office::open();
        let mut ratna = office.sit_down(RATNA);
        let guest = staff_walks_in(&mut ratna, letter);
        ratna.call(&guest);
        let error = refused(ratna.session.declare(&guest.case));
        let kuasa: Vec<_> = error
            .missing
            .iter()
            .filter(|missing| missing.place.to_string().starts_with("kuasa:"))
            .map(|missing| (missing.place.to_string(), missing.label.as_str()))
            .collect();
        assert_eq!(kuasa, [(place.to_owned(), label)]);
        ratna.leave();
        finish(office);
    }
}

#[test]
fn a_name_on_the_letter_that_differs_from_the_ktp_passes_only_with_a_written_reason() {
    for (letter, key) in [
        (SuratKuasa { pemberi: "Bambang Sutrisno".to_owned(), ..letter() }, RowKey::KuasaPemberi),
        (SuratKuasa { penerima: "Dewi L. Putri".to_owned(), ..letter() }, RowKey::KuasaPenerima),
    ] {
        let office = Office::open();
        let mut ratna = office.sit_down(RATNA);
        let guest = staff_walks_in(&mut ratna, letter);
        ratna.call(&guest);
        ratna.see_originals(&guest);
        ratna.see_original(&guest, DocumentKind::KtpKuasa);
        ratna.see_original(&guest, DocumentKind::SuratKuasa);
        ratna.compare_everything(&guest);
        ratna.answer_questions(&guest);
        let place = Place::Row(key);
        assert_eq!(places(&refused(ratna.session.declare(&guest.case))), [place]);
        refused(ratna.session.decide_row(&guest.case, key, Some(Decision::Cocok), " ", None));

        let sentence = ratna.decide_with_reason(&guest, key, "salah_ketik");
        ratna.declare(&guest);
        ratna.approve(&guest);
        let words = ratna.words_on(&guest, PaperKind::BuktiVerifikasi).replace('\n', " ");
        assert!(words.contains(sentence), "{sentence:?} is not in {words:?}");
        ratna.leave();
        finish(office);
    }
}
