//! S-17: PT Reban Karya Utama has another director; the account was verified under the one before (T-30).

use loket_core::actions::correction::Correction;
use loket_core::document::{DocumentKind, Sighting};
use loket_core::error::Code;
use loket_core::form::{CorrectionCause, DocumentField, FormField, Profil};
use loket_core::layanan::Layanan;
use loket_core::layanan::perubahan::{Bagian, SuratPermohonan};
use loket_core::numbering::PaperKind;
use loket_core::outcome::Outcome;
use loket_core::permohonan::{Channel, Confirmation, Status, TransitionId};
use loket_core::place::Place;
use loket_core::privacy::NOTICE_VERSION;
use loket_core::verifikasi::{Decision, RowKey};
use loket_tests::{
    BAGUS, Desk, Guest, NEW_DIRECTOR_NIK, Office, RATNA, finish, labels, places, refused, surat_permohonan,
};

const OLD: &str = "Bambang Sutrisno";
const NEW: &str = "Dewi Lestari Putri";

fn open(desk: &mut Desk, former: &Guest, parts: &[Bagian]) -> Guest {
    desk.open_perubahan(former, parts)
}

fn see_every_original(desk: &mut Desk, guest: &Guest) {
    for document in [DocumentKind::SuratPermohonan, DocumentKind::Ktp, DocumentKind::Npwp, DocumentKind::Akta]
    {
        desk.see_original(guest, document);
    }
    // The akta of before lies with the notary: its copy is enough.
    desk.session.set_sighting(&guest.case, DocumentKind::AktaLama, Sighting::Salinan).unwrap();
}

#[test]
fn another_director_is_compared_with_the_akta_and_both_names_are_shown() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let former = ratna.verified("S-17");
    let guest = open(&mut ratna, &former, &[Bagian::PenanggungJawab]);

    let record = ratna.record(&guest);
    assert_eq!((record.layanan, record.status), (Layanan::PerubahanData, Status::Draf));
    assert_eq!(record.phases[0].transition, TransitionId::T30);
    assert_eq!(record.changes.as_ref().map(|of| of.id.as_str()), Some(former.case.as_str()));
    assert_eq!(
        record.form_value(FormField::PenanggungJawabNama),
        OLD,
        "what was verified stands in the form"
    );
    assert_eq!(ratna.record(&former).changed_by[0].id, guest.case);
    assert_eq!(ratna.status(&former), Status::Selesai, "the old permohonan keeps its state");

    ratna.bring_new_director(&guest);
    ratna.hand_in(&guest);
    ratna.session.complete(&guest.case).unwrap();
    ratna.call(&guest);
    see_every_original(&mut ratna, &guest);
    let name = ratna.row(&guest, RowKey::PjNama);
    assert_eq!((name.former_value.as_deref(), name.form_value.as_deref()), (Some(OLD), Some(NEW)));
    assert_eq!(ratna.row(&guest, RowKey::Npwp).former_value, None, "the number did not change");

    ratna.compare_everything(&guest);
    ratna.answer_questions(&guest);
    let missing = ratna.still_missing(&guest);
    assert_eq!(missing, ["Nama pada akta di akta", "Putusan surel"], "{missing:?}");
    ratna.read(&guest, DocumentKind::Akta, DocumentField::Nama, "DEWI LESTARI PUTRI");
    assert_eq!(ratna.row(&guest, RowKey::PjAkta).outcome(), Some(Outcome::Setara));
    ratna.compare_everything(&guest);
    let reason = "Surel kantor, kata sandinya sudah diganti.";
    let noted = Some(Decision::CocokDenganCatatan);
    ratna.session.decide_row(&guest.case, RowKey::Surel, noted, reason, None).unwrap();
    ratna.declare(&guest);
    ratna.approve(&guest);

    let bukti = ratna.words_on(&guest, PaperKind::BuktiVerifikasi);
    for words in [OLD, NEW, "Semula", "perubahan data akun SPSE", "akun.s-17", "perbarui data kualifikasi"] {
        assert!(bukti.contains(words), "{words} in {bukti}");
    }
    assert!(!bukti.contains(NEW_DIRECTOR_NIK), "{bukti}");
    let act = ratna.session.make_berita_acara(&guest.case).unwrap();
    assert!(ratna.record(&guest).papers.iter().any(|paper| paper.id == act));
    assert!(ratna.words_on(&guest, PaperKind::BeritaAcara).contains(OLD));
    ratna.session.record_activation(&guest.case, "akun.s-17").unwrap();
    assert_eq!(ratna.status(&guest), Status::PemantauanSikap);
    ratna.leave();
    finish(office);
}

#[test]
fn a_change_that_the_letter_does_not_name_and_one_that_was_not_made_are_both_missing() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let former = ratna.verified("S-17");
    let guest = open(&mut ratna, &former, &[Bagian::PenanggungJawab, Bagian::Surel]);
    let old_nik = ratna.record(&guest).form_value(FormField::PenanggungJawabNik).to_owned();
    ratna.bring_new_director(&guest);
    // Another name beside the NIK of the one before is nobody.
    ratna.session.set_form_field(&guest.case, FormField::PenanggungJawabNik, &old_nik).unwrap();
    ratna.session.set_form_field(&guest.case, FormField::Alamat, "Jl. Melati No. 2").unwrap();
    ratna.session.set_form_field(&guest.case, FormField::Hp, "081200009014").unwrap();
    let surat =
        SuratPermohonan { meterai: Some(false), kop: None, tanggal: String::new(), ..surat_permohonan() };
    ratna.session.set_surat_permohonan(&guest.case, surat).unwrap();
    ratna.hand_in(&guest);
    ratna.session.complete(&guest.case).unwrap();
    ratna.call(&guest);

    let error = refused(ratna.session.declare(&guest.case));
    let missing = labels(&error);
    for label in [
        "Data baru: surel masih seperti semula",
        "Data baru: NIK penanggung jawab masih seperti semula",
        "Alamat berubah tanpa diminta dalam surat",
        "Tanggal surat permohonan",
        "Jawaban kop surat permohonan",
        "Surat permohonan tanpa meterai (P19)",
    ] {
        assert!(missing.contains(&label), "{label} in {missing:?}");
    }
    assert!(!missing.iter().any(|label| label.contains("HP")), "a telephone is the vendor's own affair");
    assert!(places(&error).contains(&Place::SuratMeterai));

    let correction = Correction {
        field: FormField::PenanggungJawabNik,
        value: NEW_DIRECTOR_NIK.to_owned(),
        cause: CorrectionCause::SalahSalin,
        seen_at: None,
    };
    ratna.session.correct_form(&guest.case, &correction).unwrap();
    ratna.session.set_perubahan(&guest.case, &[Bagian::PenanggungJawab, Bagian::Alamat]).unwrap();
    ratna.session.set_surat_permohonan(&guest.case, surat_permohonan()).unwrap();
    let error = refused(ratna.session.declare(&guest.case));
    let missing = labels(&error);
    assert!(!missing.iter().any(|label| label.contains("surat") || label.contains("semula")), "{missing:?}");
    assert!(missing.contains(&"NPWP lama belum dilihat"), "another part needs other documents: {missing:?}");
    ratna.leave();
    finish(office);
}

#[test]
fn a_change_begins_only_from_the_data_that_were_verified_last() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let draft = ratna.prepare("S-17");
    let error = ratna
        .session
        .open_perubahan(&draft.case, &[Bagian::Surel], Channel::TatapMuka, NOTICE_VERSION)
        .unwrap_err();
    assert_eq!(error.code, Code::TransitionRefused);
    ratna.session.cancel(&draft.case, "Salah buka").unwrap();

    let former = ratna.verified("S-17");
    let try_again = |desk: &mut Desk| {
        desk.session.open_perubahan(&former.case, &[Bagian::Surel], Channel::TatapMuka, NOTICE_VERSION)
    };
    let offered = |desk: &Desk| {
        let record = desk.record(&former);
        let allowed = desk.session.assess(&record).unwrap().allowed;
        allowed.iter().any(|step| step.id == TransitionId::T30)
    };
    assert!(offered(&ratna));
    for (parts, notice) in [(&[][..], NOTICE_VERSION), (&[Bagian::Surel][..], "0")] {
        let error =
            ratna.session.open_perubahan(&former.case, parts, Channel::TatapMuka, notice).unwrap_err();
        assert_eq!(error.code, Code::InvalidInput);
    }
    let first = open(&mut ratna, &former, &[Bagian::Surel]);
    assert!(!offered(&ratna));
    let error = try_again(&mut ratna).unwrap_err();
    assert!(error.what_happened().contains("sedang berjalan"), "{}", error.what_happened());
    ratna.session.cancel(&first.case, "Surat belum ada").unwrap();
    assert!(offered(&ratna), "a change that came to nothing holds up no other");
    let second = try_again(&mut ratna).unwrap();
    assert_ne!(second, first.case);
    ratna.leave();
    finish(office);
}

#[test]
fn the_permohonan_that_is_changed_is_no_double_and_another_one_of_the_vendor_is() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let former = ratna.verified("S-17");
    let guest = open(&mut ratna, &former, &[Bagian::PenanggungJawab]);
    let found = ratna.session.assess(&ratna.record(&guest)).unwrap().duplicates;
    assert_eq!(found, [], "the permohonan it changes");
    let third = ratna.prepare("S-17");
    let found = ratna.session.assess(&ratna.record(&guest)).unwrap().duplicates;
    assert_eq!(found.iter().map(|other| other.id.as_str()).collect::<Vec<_>>(), [third.case.as_str()]);
    ratna.leave();
    finish(office);
}

#[test]
fn a_petugas_takes_a_change_in_and_an_owner_cannot_be_replaced() {
    let office = Office::staffed();
    let mut ratna = office.sit_down(RATNA);
    let former = ratna.verified("S-17");
    let owner = ratna.verified("S-02");
    ratna.leave();
    let parts = [Bagian::PenanggungJawab];
    let try_to_open = |desk: &mut Desk, former: &Guest| {
        desk.session
            .open_perubahan(&former.case, &parts, Channel::TatapMuka, NOTICE_VERSION)
            .unwrap_err()
            .code
    };
    let mut bagus = office.sit_down(BAGUS);
    assert_eq!(try_to_open(&mut bagus, &former), Code::RoleForbidden, "the old numbers would be shown");
    let allowed = bagus.session.assess(&bagus.record(&former)).unwrap().allowed;
    assert!(allowed.iter().all(|step| step.id != TransitionId::T30));
    bagus.leave();

    let mut ratna = office.sit_down(RATNA);
    assert_eq!(try_to_open(&mut ratna, &owner), Code::InvalidInput, "another owner is another account");
    let guest = open(&mut ratna, &former, &parts);
    ratna.leave();

    let mut bagus = office.sit_down(BAGUS);
    bagus.bring_new_director(&guest);
    let error = bagus.session.set_profil(&guest.case, Profil::UsahaPerorangan).unwrap_err();
    assert_eq!(error.code, Code::InvalidInput, "an owner has no director to replace");
    bagus.hand_in(&guest);
    let error = bagus.session.set_perubahan(&owner.case, &[Bagian::Surel]).unwrap_err();
    assert_eq!(error.code, Code::TransitionRefused, "a closed permohonan changes nothing");
    bagus.leave();
    finish(office);
}

#[test]
fn no_email_is_registered_for_an_account_that_exists() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let former = ratna.verified("S-17");
    let guest = open(&mut ratna, &former, &[Bagian::Surel]);
    let record = ratna.record(&guest);
    let allowed = ratna.session.assess(&record).unwrap().allowed;
    assert!(allowed.iter().all(|step| step.id != TransitionId::T02), "{allowed:?}");
    let error = ratna.session.register_email(&guest.case, record.opened_at).unwrap_err();
    assert_eq!(error.code, Code::TransitionRefused);
    ratna.leave();
    finish(office);
}

#[test]
fn what_was_verified_cannot_be_emptied_without_a_letter_and_may_be_completed() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let former = ratna.verified("S-17");
    let guest = open(&mut ratna, &former, &[Bagian::PenanggungJawab]);
    ratna.bring_new_director(&guest);
    ratna.session.set_form_field(&guest.case, FormField::Alamat, "").unwrap();
    ratna.session.set_form_field(&guest.case, FormField::Nitku, "0997001029513000000000").unwrap();
    ratna.hand_in(&guest);
    ratna.session.complete(&guest.case).unwrap();
    ratna.call(&guest);
    let missing = ratna.still_missing(&guest);
    assert!(missing.contains(&"Alamat berubah tanpa diminta dalam surat".to_owned()), "{missing:?}");
    assert!(!missing.iter().any(|label| label.contains("NITKU")), "{missing:?}");
    ratna.leave();
    finish(office);
}

#[test]
fn a_director_whom_the_form_never_named_is_known_from_the_ktp_of_before() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let former = ratna.prepare("S-17");
    for field in [FormField::PenanggungJawabNama, FormField::PenanggungJawabNik] {
        ratna.session.set_form_field(&former.case, field, "").unwrap();
    }
    ratna.hand_in(&former);
    ratna.session.complete(&former.case).unwrap();
    ratna.verify(&former);
    ratna.declare(&former);
    ratna.approve(&former);
    ratna.session.record_activation(&former.case, "akun.s-17").unwrap();
    ratna.session.close_sikap(&former.case, Confirmation::Telepon).unwrap();
    let guest = open(&mut ratna, &former, &[Bagian::PenanggungJawab]);
    assert_eq!(ratna.record(&guest).form_value(FormField::PenanggungJawabNama), "BAMBANG SUTRISNO");
    ratna.leave();
    finish(office);
}
