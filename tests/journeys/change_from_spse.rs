//! Data change of an account that was verified elsewhere, or before this desk was used: nothing stands here to begin from.

use loket_core::document::{DocumentKind, Sighting};
use loket_core::error::Code;
use loket_core::form::{DocumentField, FormField, Profil};
use loket_core::layanan::Layanan;
use loket_core::layanan::perubahan::Bagian;
use loket_core::numbering::PaperKind;
use loket_core::permohonan::{Channel, Status, TransitionId};
use loket_core::place::Place;
use loket_core::privacy::NOTICE_VERSION;
use loket_core::verifikasi::{Decision, RowKey};
use loket_tests::cards::guest_of;
use loket_tests::{BAGUS, Desk, Guest, Office, RATNA, finish, labels, places, refused, surat_permohonan};

const OLD_EMAIL: &str = "kantor.lama@rebankarya.example";

/// Everything up to the moment before the documents are handed in; what SPSE said before is not read yet.
fn prepare(desk: &mut Desk, parts: &[Bagian]) -> Guest {
    let guest = desk.open_change_from_spse("S-17", parts);
    desk.fill_form(&guest);
    desk.session.set_surat_permohonan(&guest.case, surat_permohonan()).unwrap();
    for document in [DocumentKind::SuratPermohonan, DocumentKind::Ktp, DocumentKind::Npwp] {
        desk.receive(&guest, document);
    }
    desk.read_cards(&guest);
    guest
}

fn with_points(number: &str) -> String {
    let (head, tail) = number.split_at(2);
    format!("{head}.{tail}")
}

fn compare(desk: &mut Desk, guest: &Guest) {
    desk.hand_in(guest);
    desk.session.complete(&guest.case).unwrap();
    desk.call(guest);
    desk.see_original(guest, DocumentKind::SuratPermohonan);
    desk.see_originals(guest);
    desk.compare_everything(guest);
    desk.answer_questions(guest);
}

#[test]
fn a_petugas_takes_in_a_change_of_an_account_that_this_desk_never_saw_and_the_paper_says_so() {
    let office = Office::staffed();
    let mut bagus = office.sit_down(BAGUS);
    let guest = prepare(&mut bagus, &[Bagian::Surel]);
    let record = bagus.record(&guest);
    assert_eq!((record.layanan, record.changes.is_none()), (Layanan::PerubahanData, true));
    assert_eq!(record.phases[0].transition, TransitionId::T01);
    bagus.leave();

    let mut ratna = office.sit_down(RATNA);
    compare(&mut ratna, &guest);
    let error = refused(ratna.session.declare(&guest.case));
    assert_eq!(labels(&error), ["Data semula: Surel"]);
    assert_eq!(places(&error), [Place::Former(FormField::Surel)]);

    ratna.session.set_former(&guest.case, FormField::Surel, OLD_EMAIL).unwrap();
    assert_eq!(ratna.row(&guest, RowKey::Surel).former_value.as_deref(), Some(OLD_EMAIL));
    assert_eq!(ratna.row(&guest, RowKey::NamaUsaha).former_value, None, "nobody asked to change it");
    ratna.declare(&guest);
    ratna.approve(&guest);
    let bukti = ratna.words_on(&guest, PaperKind::BuktiVerifikasi);
    for words in [OLD_EMAIL, guest.typed(FormField::Surel), "Semula, menurut SPSE atau dokumen lama"] {
        assert!(bukti.contains(words), "{words} in {bukti}");
    }
    ratna.session.record_activation(&guest.case, "rebankarya").unwrap();
    assert_eq!(ratna.status(&guest), Status::PemantauanSikap);
    ratna.leave();
    finish(office);
}

#[test]
fn the_account_is_changed_where_it_says_something_else_than_spse_said() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = prepare(&mut ratna, &[Bagian::Surel, Bagian::Npwp]);
    ratna.receive(&guest, DocumentKind::NpwpLama);
    compare(&mut ratna, &guest);
    ratna.see_original(&guest, DocumentKind::NpwpLama);
    // Another way of writing it is the same: capitals of an address, points of a number.
    let same = [
        (FormField::Surel, guest.typed(FormField::Surel).to_uppercase()),
        (FormField::Npwp, with_points(guest.typed(FormField::Npwp))),
    ];
    for (field, value) in same {
        ratna.session.set_former(&guest.case, field, &value).unwrap();
    }
    let missing = ratna.still_missing(&guest);
    for what in ["NPWP atau PKP", "surel"] {
        assert!(missing.contains(&format!("Data baru: {what} masih seperti semula")), "{missing:?}");
    }
    ratna.session.set_former(&guest.case, FormField::Surel, "tidak tahu").unwrap();
    let missing = ratna.still_missing(&guest);
    assert!(missing.contains(&"Data semula: Surel belum benar".to_owned()), "{missing:?}");

    // Whoever is no PKP any more has changed that, and the letter was carried out.
    ratna.session.set_former(&guest.case, FormField::Pkp, "S-12PKP/KPP/2019").unwrap();
    assert!(!ratna.still_missing(&guest).iter().any(|label| label.contains("PKP")));
    ratna.session.set_former(&guest.case, FormField::Pkp, "").unwrap();

    // The letter turns out to name the e-mail alone. What was read of the number stays, and agrees.
    ratna.session.set_former(&guest.case, FormField::Surel, OLD_EMAIL).unwrap();
    ratna.session.set_perubahan(&guest.case, &[Bagian::Surel]).unwrap();
    assert_eq!(ratna.still_missing(&guest), Vec::<String>::new());
    ratna.session.set_former(&guest.case, FormField::Npwp, "99.700.109.4-513.000").unwrap();
    assert_eq!(ratna.still_missing(&guest), ["NPWP berubah tanpa diminta dalam surat"]);
    ratna.session.set_former(&guest.case, FormField::Npwp, " ").unwrap();
    ratna.declare(&guest);
    ratna.leave();
    finish(office);
}

/// The director stands on both the akta that is new and the one of before, and on two papers with where it was read.
#[test]
fn a_new_director_of_an_account_from_elsewhere_is_approved_and_both_names_stand_on_the_papers() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = ratna.open_change_from_spse("S-17", &[Bagian::PenanggungJawab]);
    ratna.fill_form(&guest);
    ratna.bring_new_director(&guest);
    ratna.hand_in(&guest);
    ratna.session.complete(&guest.case).unwrap();
    ratna.call(&guest);
    for document in [DocumentKind::SuratPermohonan, DocumentKind::Ktp, DocumentKind::Npwp, DocumentKind::Akta]
    {
        ratna.see_original(&guest, document);
    }
    ratna.session.set_sighting(&guest.case, DocumentKind::AktaLama, Sighting::Salinan).unwrap();
    ratna.read(&guest, DocumentKind::Akta, DocumentField::Nama, "DEWI LESTARI PUTRI");
    ratna.compare_everything(&guest);
    ratna.answer_questions(&guest);
    let missing = ratna.still_missing(&guest);
    assert_eq!(missing, ["Putusan surel", "Data semula: Nama penanggung jawab"]);
    ratna.session.set_former(&guest.case, FormField::PenanggungJawabNama, "Bambang Sutrisno").unwrap();
    assert_eq!(ratna.still_missing(&guest), ["Putusan surel"]);
    let reason = "Surel kantor, kata sandinya sudah diganti.";
    let noted = Some(Decision::CocokDenganCatatan);
    ratna.session.decide_row(&guest.case, RowKey::Surel, noted, reason, None).unwrap();
    ratna.declare(&guest);
    ratna.approve(&guest);
    ratna.session.make_berita_acara(&guest.case).unwrap();
    for kind in [PaperKind::BuktiVerifikasi, PaperKind::BeritaAcara] {
        let words = ratna.words_on(&guest, kind);
        for said in ["Bambang Sutrisno", "Dewi Lestari Putri", "menurut SPSE atau dokumen lama"] {
            assert!(words.contains(said), "{kind:?}: {said}: {words}");
        }
    }
    ratna.leave();
    finish(office);
}

#[test]
fn what_spse_said_is_read_only_where_nothing_was_verified_here_and_of_what_a_letter_names() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = prepare(&mut ratna, &[Bagian::Surel]);
    let former = ratna.verified("S-02");
    let copied = ratna.open_perubahan(&former, &[Bagian::Surel]);
    let account = ratna.prepare("S-01");
    for (case, field) in [
        (&guest, FormField::Npwp),
        (&guest, FormField::UserId),
        (&copied, FormField::Surel),
        (&account, FormField::Surel),
    ] {
        let error = ratna.session.set_former(&case.case, field, OLD_EMAIL).unwrap_err();
        assert_eq!(error.code, Code::InvalidInput, "{field:?}");
    }
    let owner = Profil::UsahaPerorangan;
    let session = &mut ratna.session;
    let error = session.open_perubahan_from_spse(owner, Channel::TatapMuka, "0").unwrap_err();
    assert_eq!(error.code, Code::InvalidInput, "no notice that was shown");
    let opened = session.open_perubahan_from_spse(owner, Channel::TatapMuka, NOTICE_VERSION).unwrap();
    for parts in [&[][..], &[Bagian::PenanggungJawab][..]] {
        assert_eq!(session.set_perubahan(&opened, parts).unwrap_err().code, Code::InvalidInput, "{parts:?}");
    }
    ratna.leave();
    finish(office);
}

#[test]
fn a_vendor_that_was_verified_here_is_pointed_to_where_its_data_stand() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let former = ratna.verified("S-17");
    let guest = prepare(&mut ratna, &[Bagian::Surel]);
    let found = ratna.session.assess(&ratna.record(&guest)).unwrap().duplicates;
    let text = &found[0].grounds[0].text;
    assert!(text.contains("diajukan dari sana oleh verifikator"), "{text}");
    let error = refused(ratna.session.submit(&guest.case, None));
    assert_eq!(places(&error), [Place::Duplicate]);
    ratna.session.submit(&guest.case, Some("Data di sana keliru.")).unwrap();
    ratna.session.complete(&guest.case).unwrap();
    ratna.call(&guest);
    ratna.see_original(&guest, DocumentKind::SuratPermohonan);
    ratna.see_originals(&guest);
    ratna.compare_everything(&guest);
    ratna.answer_questions(&guest);
    ratna.session.set_former(&guest.case, FormField::Surel, OLD_EMAIL).unwrap();
    ratna.declare(&guest);
    ratna.approve(&guest);

    // What stands in the older permohonan is not what holds now.
    let steps = ratna.session.assess(&ratna.record(&former)).unwrap().allowed;
    assert!(steps.iter().all(|step| step.id != TransitionId::T30), "{steps:?}");
    let surel = &[Bagian::Surel];
    let again = ratna.session.open_perubahan(&former.case, surel, Channel::TatapMuka, NOTICE_VERSION);
    let error = again.unwrap_err();
    let number = ratna.record(&guest).number;
    assert!(error.what_happened().contains(&number), "{}", error.what_happened());
    ratna.session.record_activation(&guest.case, "rebankarya").unwrap();
    ratna.open_perubahan(&guest, surel);
    ratna.leave();
    finish(office);
}

#[test]
fn a_file_is_not_complete_while_nobody_said_what_the_letter_names() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let case = ratna
        .session
        .open_perubahan_from_spse(Profil::BadanUsaha, Channel::TatapMuka, NOTICE_VERSION)
        .unwrap();
    let guest = Guest { case, brought: guest_of("S-17") };
    ratna.greet(&guest);
    ratna.fill_form(&guest);
    for document in [DocumentKind::SuratPermohonan, DocumentKind::Ktp, DocumentKind::Npwp] {
        ratna.receive(&guest, document);
    }
    ratna.hand_in(&guest);
    let error = refused(ratna.session.complete(&guest.case));
    assert_eq!(places(&error), [Place::Perubahan], "which documents have to be there depends on it");
    ratna.session.set_perubahan(&guest.case, &[Bagian::PenanggungJawab]).unwrap();
    assert!(
        places(&refused(ratna.session.complete(&guest.case))).contains(&Place::Document(DocumentKind::Akta))
    );
    ratna.leave();
    finish(office);
}

#[test]
fn what_is_being_compared_is_changed_only_by_who_compares_it() {
    let office = Office::staffed();
    let mut ratna = office.sit_down(RATNA);
    let guest = prepare(&mut ratna, &[Bagian::Alamat]);
    ratna.receive(&guest, DocumentKind::NpwpLama);
    ratna.session.set_former(&guest.case, FormField::Alamat, "Jl. Melati No. 2").unwrap();
    compare(&mut ratna, &guest);
    ratna.leave();

    let mut bagus = office.sit_down(BAGUS);
    let session = &mut bagus.session;
    for refused in [
        session.set_former(&guest.case, FormField::Alamat, "Jl. Mawar No. 3"),
        session.set_perubahan(&guest.case, &[Bagian::Surel]),
        session.set_surat_permohonan(&guest.case, surat_permohonan()),
    ] {
        assert_eq!(refused.unwrap_err().code, Code::TransitionRefused);
    }
    bagus.leave();

    let mut ratna = office.sit_down(RATNA);
    assert!(ratna.still_missing(&guest).iter().all(|label| !label.contains("semula")));
    let typed = ratna.record(&guest).form_value(FormField::Alamat).to_uppercase().replace("NO. ", "NO ");
    ratna.session.set_former(&guest.case, FormField::Alamat, &typed).unwrap();
    let missing = ratna.still_missing(&guest);
    assert!(missing.contains(&"Data baru: alamat masih seperti semula".to_owned()), "{missing:?}");
    ratna.leave();
    finish(office);
}

#[test]
fn data_may_change_while_the_sikap_is_still_watched() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let former = ratna.take_in("S-17");
    ratna.verify(&former);
    ratna.declare(&former);
    ratna.approve(&former);
    ratna.session.record_activation(&former.case, "rebankarya").unwrap();
    assert_eq!(ratna.status(&former), Status::PemantauanSikap);
    let guest = ratna.open_perubahan(&former, &[Bagian::Surel]);
    assert_eq!(ratna.record(&guest).form_value(FormField::Surel), former.typed(FormField::Surel));
    assert_eq!(ratna.status(&former), Status::PemantauanSikap, "its SIKAP is still to be followed");
    ratna.leave();
    finish(office);
}
