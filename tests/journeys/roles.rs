//! Roles: each may do its own part, also when the action is called directly.

use loket_core::actions::Open;
use loket_core::actions::picture::PictureVariant;
use loket_core::document::DocumentKind;
use loket_core::error::{Code, Error};
use loket_core::form::Profil;
use loket_core::permohonan::{Channel, Status};
use loket_core::privacy::NOTICE_VERSION;
use loket_core::reasons::Reason;
use loket_core::verifikasi::{DaftarHitam, Decision, JawabanDaftarHitam, RowKey};
use loket_tests::{ADI, BAGUS, Desk, ENDANG, Guest, JOKO, Office, RATNA, SRI, finish, refused};

fn ktp_picture(desk: &Desk, guest: &Guest) -> String {
    let record = desk.session.store().reader().case(&guest.case).unwrap();
    record.current_picture(DocumentKind::Ktp).unwrap().id.clone()
}

/// Everything that decides something about a vendor.
fn try_to_decide(desk: &mut Desk, guest: &Guest) -> Vec<Error> {
    let case = guest.case.as_str();
    let password = desk.officer.password;
    let session = &mut desk.session;
    let black = DaftarHitam { answer: Some(JawabanDaftarHitam::TidakDapatDiperiksa), list_date: None };
    vec![
        refused(session.start(case)),
        refused(session.decide_row(case, RowKey::Orang, Some(Decision::Cocok), "", None)),
        refused(session.set_daftar_hitam(case, black)),
        refused(session.declare(case)),
        refused(session.refuse(case, Reason::X02, "Diduga palsu")),
        refused(session.approve(case, password, "")),
        refused(session.record_activation(case, "alasroban")),
    ]
}

#[test]
fn a_petugas_takes_a_guest_in_but_decides_nothing_and_sees_no_picture() {
    let office = Office::staffed();
    let mut bagus = office.sit_down(BAGUS);
    let guest = bagus.take_in("S-01");
    assert_eq!(bagus.status(&guest), Status::Antre);
    assert_eq!(bagus.paper_numbers(&guest), ["TT-2026-1-000001"]);

    for error in try_to_decide(&mut bagus, &guest) {
        assert_eq!(error.code, Code::RoleForbidden, "{error}");
    }
    let picture = ktp_picture(&bagus, &guest);
    for variant in [PictureVariant::Thumb, PictureVariant::Original, PictureVariant::Card] {
        let error = refused(bagus.session.see_picture(&guest.case, &picture, variant, Some("Ingin tahu")));
        assert_eq!(error.code, Code::RoleForbidden);
    }
    // Not only the rule stands in the way: the key is not there.
    assert!(bagus.session.store().keys().picture.is_none());
    assert_eq!(bagus.status(&guest), Status::Antre);
    bagus.leave();
    finish(office);
}

#[test]
fn an_admin_sees_no_case_and_no_picture_and_decides_nothing() {
    let office = Office::staffed();
    let mut ratna = office.sit_down(RATNA);
    let guest = ratna.take_in("S-01");
    ratna.leave();

    let mut endang = office.sit_down(ENDANG);
    for error in try_to_decide(&mut endang, &guest) {
        assert_eq!(error.code, Code::RoleForbidden, "{error}");
    }
    assert_eq!(refused(endang.session.read_case(&guest.case)).code, Code::RoleForbidden);
    assert_eq!(refused(endang.session.search("Wulan", 10)).code, Code::RoleForbidden);
    let error =
        refused(endang.session.open_permohonan(Profil::BadanUsaha, Channel::TatapMuka, NOTICE_VERSION));
    assert_eq!(error.code, Code::RoleForbidden);
    let picture = ktp_picture(&endang, &guest);
    let error =
        refused(endang.session.see_picture(&guest.case, &picture, PictureVariant::Card, Some("Periksa")));
    assert_eq!(error.code, Code::RoleForbidden);
    assert!(endang.session.store().keys().picture.is_none());
    endang.leave();
    finish(office);
}

#[test]
fn koordinator_and_auditor_see_a_picture_only_with_a_reason_and_the_look_is_logged() {
    let office = Office::staffed();
    let mut ratna = office.sit_down(RATNA);
    let guest = ratna.take_in("S-01");
    ratna.leave();

    for officer in [SRI, JOKO] {
        let mut desk = office.sit_down(officer);
        for error in try_to_decide(&mut desk, &guest) {
            assert_eq!(error.code, Code::RoleForbidden, "{error}");
        }
        let picture = ktp_picture(&desk, &guest);
        for reason in [None, Some("  ")] {
            let error =
                refused(desk.session.see_picture(&guest.case, &picture, PictureVariant::Card, reason));
            assert_eq!(error.what_happened(), "Sebutkan alasan sebelum membuka gambar.");
        }
        let looks = |desk: &Desk| {
            let acts = desk.acts(&guest);
            acts.iter().filter(|open| matches!(open, Open::PictureSeen { .. })).count()
        };
        let before = looks(&desk);
        let why = Some("Pengaduan 12/2026");
        desk.session.see_picture(&guest.case, &picture, PictureVariant::Card, why).unwrap();
        assert_eq!(looks(&desk), before + 1);
        desk.leave();
    }
    finish(office);
}

#[test]
fn a_penyetuju_neither_takes_a_guest_in_nor_compares() {
    let office = Office::staffed();
    let mut ratna = office.sit_down(RATNA);
    let guest = ratna.take_in("S-01");
    ratna.leave();

    let mut adi = office.sit_down(ADI);
    let error = refused(adi.session.open_permohonan(Profil::BadanUsaha, Channel::TatapMuka, NOTICE_VERSION));
    assert_eq!(error.code, Code::RoleForbidden);
    assert_eq!(refused(adi.session.start(&guest.case)).code, Code::RoleForbidden);
    let error = refused(adi.session.decide_row(&guest.case, RowKey::Orang, Some(Decision::Cocok), "", None));
    assert_eq!(error.code, Code::RoleForbidden);
    adi.leave();
    finish(office);
}

#[test]
fn the_first_look_of_a_session_at_a_case_and_at_each_picture_is_an_act() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = ratna.take_in("S-01");
    let picture = ktp_picture(&ratna, &guest);
    for _ in 0..3 {
        ratna.session.see_case(&guest.case).unwrap();
        ratna.session.see_picture(&guest.case, &picture, PictureVariant::Card, None).unwrap();
    }
    let verbs: Vec<&str> = ratna.acts(&guest).iter().map(Open::verb).collect();
    assert_eq!(verbs.iter().filter(|verb| **verb == "permohonan_seen").count(), 1);
    assert_eq!(verbs.iter().filter(|verb| **verb == "picture_seen").count(), 1);
    ratna.leave();
    finish(office);
}
