//! The form was copied wrong, or the vendor corrected it in SPSE: it is put right during the verification,
//! without a Lembar Kekurangan, and nothing about it vanishes.

use chrono::{DateTime, TimeDelta, Utc};
use loket_core::actions::correction::Correction;
use loket_core::error::Code;
use loket_core::form::{CorrectionCause, FormField, Profil};
use loket_core::numbering::PaperKind;
use loket_core::outcome::Outcome;
use loket_core::permohonan::Status;
use loket_core::place::Place;
use loket_core::verifikasi::{Decision, RowKey};
use loket_tests::{BAGUS, DEWI, Desk, Guest, Office, RATNA, finish, places, refused};

fn copied_wrong(field: FormField, value: &str) -> Correction {
    Correction { field, value: value.to_owned(), cause: CorrectionCause::SalahSalin, seen_at: None }
}

fn corrected_in_spse(value: &str, seen_at: Option<DateTime<Utc>>) -> Correction {
    Correction {
        field: FormField::Npwp,
        value: value.to_owned(),
        cause: CorrectionCause::DiperbaikiDiSpse,
        seen_at,
    }
}

/// S-01 with one digit of the NPWP copied wrong, compared as far as it can be.
fn compared_with_a_typo(desk: &mut Desk) -> Guest {
    let guest = desk.prepare("S-01");
    desk.session.set_form_field(&guest.case, FormField::Npwp, "0997001031513000").unwrap();
    desk.hand_in(&guest);
    desk.session.complete(&guest.case).unwrap();
    desk.verify(&guest);
    assert_eq!(desk.row(&guest, RowKey::Npwp).outcome(), Some(Outcome::Beda));
    guest
}

#[test]
fn a_typo_of_the_desk_is_put_right_and_stays_in_the_timeline_and_on_the_bukti() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = compared_with_a_typo(&mut ratna);
    let (number, queue) = (ratna.record(&guest).number, ratna.record(&guest).queue);
    let seen_before = ratna.record(&guest).documents;

    office.pass(4);
    let right = copied_wrong(FormField::Npwp, "0997001011513000");
    ratna.session.correct_form(&guest.case, &right).unwrap();

    let row = ratna.row(&guest, RowKey::Npwp);
    assert_eq!((row.outcome(), row.decision), (Some(Outcome::Setara), Some(Decision::Cocok)));
    assert!(row.preticked, "nobody had decided it, so the program ticks what agrees");
    let record = ratna.record(&guest);
    assert_eq!((&record.number, &record.queue), (&number, &queue), "no new number");
    assert_eq!(record.documents, seen_before, "what was seen stays seen");
    assert_eq!(record.status, Status::Verifikasi);
    ratna.declare(&guest);
    ratna.approve(&guest);

    assert_eq!(ratna.paper_numbers(&guest), ["TT-2026-1-000001", "BV-2026-1-000001"], "no Lembar Kekurangan");
    let words = ratna.words_on(&guest, PaperKind::BuktiVerifikasi);
    for expected in ["Formulir diperbaiki", "NPWP: angka ke-9 diubah; salah salin dari SPSE.", "08.04 WIB"] {
        assert!(words.contains(expected), "{expected:?} is not in {words:?}");
    }
    assert!(!words.contains("0997001031513000") && !words.contains("0997001011513000"), "{words}");
    let timeline = ratna.session.timeline(&guest.case).unwrap();
    let line = timeline.iter().find(|line| line.verb == "form_corrected").unwrap();
    assert_eq!(
        (line.text.as_str(), line.actor.as_str()),
        (
            "Formulir diperbaiki: NPWP, dari 0997001031513000 menjadi 0997001011513000 \
             (salah salin dari SPSE).",
            "Ratna Purnomo"
        )
    );
    ratna.leave();
    finish(office);
}

#[test]
fn a_row_decided_on_the_old_value_opens_again_and_every_other_decision_stays() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = ratna.prepare("S-01");
    ratna.session.set_form_field(&guest.case, FormField::PenanggungJawabNama, "WULAN PERTIWA").unwrap();
    ratna.hand_in(&guest);
    ratna.session.complete(&guest.case).unwrap();
    ratna.verify(&guest);
    let code = ratna.row(&guest, RowKey::PjNama).ready_reasons[0].code;
    ratna.decide_with_reason(&guest, RowKey::PjNama, code);
    let others = |desk: &Desk| -> Vec<_> {
        let rows = desk.rows(&guest).into_iter();
        rows.filter(|row| row.key != RowKey::PjNama)
            .map(|row| (row.key, row.decision, row.decided_at))
            .collect()
    };
    let before = others(&ratna);

    let right = copied_wrong(FormField::PenanggungJawabNama, "WULAN PERTIWI");
    ratna.session.correct_form(&guest.case, &right).unwrap();
    let row = ratna.row(&guest, RowKey::PjNama);
    assert_eq!(row.outcome(), Some(Outcome::Sama));
    assert_eq!(row.reason, None, "the reason spoke of another name");
    assert_eq!(others(&ratna), before);
    ratna.leave();
    finish(office);
}

#[test]
fn what_the_vendor_corrected_in_spse_needs_the_time_at_which_it_was_seen_there() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = compared_with_a_typo(&mut ratna);
    office.pass(10);
    let now = ratna.session.store().now();
    for seen in [None, Some(now + TimeDelta::minutes(1)), Some(now - TimeDelta::days(1))] {
        let error =
            refused(ratna.session.correct_form(&guest.case, &corrected_in_spse("0997001011513000", seen)));
        assert_eq!(
            (error.code, places(&error)),
            (Code::GuardFailed, vec![Place::CorrectionSeenAt]),
            "{seen:?}"
        );
    }
    let seen = Some(now - TimeDelta::minutes(3));
    ratna.session.correct_form(&guest.case, &corrected_in_spse("0997001011513000", seen)).unwrap();
    ratna.declare(&guest);
    ratna.approve(&guest);
    let words = ratna.words_on(&guest, PaperKind::BuktiVerifikasi);
    assert!(words.contains("diperbaiki di SPSE, terlihat 08.07 WIB."), "{words}");
    ratna.leave();
    finish(office);
}

#[test]
fn nobody_but_the_holder_corrects_and_only_while_verifying() {
    let office = Office::staffed();
    let mut ratna = office.sit_down(RATNA);
    let guest = ratna.take_in("S-01");
    let right = copied_wrong(FormField::Alamat, "Jl. Raya Alas Roban 2");
    let waiting = refused(ratna.session.correct_form(&guest.case, &right));
    assert_eq!(waiting.what_happened(), "Formulir hanya dapat diperbaiki saat verifikasi berlangsung.");
    let typed = refused(ratna.session.set_form_field(&guest.case, FormField::Alamat, "Jl. Lain"));
    assert_eq!(typed.code, Code::TransitionRefused, "typing over what was handed in leaves no trace");
    ratna.verify(&guest);
    ratna.leave();

    let mut dewi = office.sit_down(DEWI);
    let error = refused(dewi.session.correct_form(&guest.case, &right));
    assert_eq!(error.what_happened(), "Permohonan ini sedang ditangani petugas lain.");
    dewi.leave();
    let mut bagus = office.sit_down(BAGUS);
    assert_eq!(refused(bagus.session.correct_form(&guest.case, &right)).code, Code::RoleForbidden);
    bagus.leave();

    let mut ratna = office.sit_down(RATNA);
    let same = copied_wrong(FormField::NamaUsaha, guest.typed(FormField::NamaUsaha));
    assert_eq!(refused(ratna.session.correct_form(&guest.case, &same)).code, Code::InvalidInput);
    let long = copied_wrong(FormField::Alamat, &"Jalan ".repeat(100));
    assert_eq!(refused(ratna.session.correct_form(&guest.case, &long)).code, Code::InvalidInput);
    ratna.declare(&guest);
    let decided = refused(ratna.session.correct_form(&guest.case, &right));
    assert_eq!(decided.code, Code::TransitionRefused, "after SESUAI nothing that was compared changes");
    assert!(ratna.record(&guest).corrections.is_empty());
    ratna.leave();
    finish(office);
}

#[test]
fn a_corrected_value_that_is_faulty_is_kept_and_marked_like_any_other() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = compared_with_a_typo(&mut ratna);
    let typed =
        ratna.session.correct_form(&guest.case, &copied_wrong(FormField::Npwp, "09970010115130O0")).unwrap();
    assert_eq!(typed.stored, "09970010115130O0");
    assert!(!typed.notes.is_empty());
    assert!(
        refused(ratna.session.declare(&guest.case))
            .missing
            .iter()
            .any(|each| each.place == Place::Row(RowKey::Npwp))
    );
    ratna.leave();
    finish(office);
}

#[test]
fn another_profile_keeps_what_both_share_and_asks_only_for_the_rest() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = ratna.prepare("S-01");
    let before = ratna.record(&guest).form;
    ratna.session.set_profil(&guest.case, Profil::UsahaPerorangan).unwrap();
    let record = ratna.record(&guest);
    assert_eq!((record.profil, &record.form), (Profil::UsahaPerorangan, &before));
    assert_eq!(record.kapasitas, Some(loket_core::form::Kapasitas::Pemilik));
    assert_eq!(record.attendee_name, "Wulan Pertiwi");
    ratna.session.set_profil(&guest.case, Profil::BadanUsaha).unwrap();
    assert_eq!(ratna.record(&guest).kapasitas, Some(loket_core::form::Kapasitas::Direktur));
    ratna.hand_in(&guest);
    ratna.session.complete(&guest.case).unwrap();
    let error = refused(ratna.session.set_profil(&guest.case, Profil::UsahaPerorangan));
    assert_eq!(error.code, Code::TransitionRefused, "documents of the other profile were counted");
    ratna.leave();
    finish(office);
}
