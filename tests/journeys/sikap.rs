//! SOP rows 7 and 8: the office asks about SIKAP until it is filled, or until the last follow-up is over.

use loket_core::actions::contact::Contact;
use loket_core::actions::picture::PictureVariant;
use loket_core::actions::tangkapan::CheckedTangkapan;
use loket_core::document::DocumentKind;
use loket_core::error::Code;
use loket_core::numbering::PaperKind;
use loket_core::permohonan::{Confirmation, ContactMethod, ContactPurpose, Status};
use loket_core::tangkapan::TangkapanSource;
use loket_tests::cards::photo_of;
use loket_tests::{BAGUS, Desk, Guest, Office, RATNA, finish, labels, refused};

fn call(purpose: ContactPurpose, reached: bool, note: &str) -> Contact {
    Contact { method: ContactMethod::Telepon, purpose, reached, note: note.to_owned() }
}

fn followed(desk: &mut Desk) -> Guest {
    let guest = desk.take_in("S-01");
    desk.verify(&guest);
    desk.declare(&guest);
    desk.approve(&guest);
    desk.session.record_activation(&guest.case, "alasroban").unwrap();
    guest
}

#[test]
fn sikap_is_asked_for_after_three_seven_and_fourteen_working_days() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = followed(&mut ratna);
    let due = |desk: &Desk| desk.record(&guest).due.unwrap();
    assert_eq!(due(&ratna), "2026-11-26");
    for (day, month, expected) in [(26, 11, "2026-12-02"), (2, 12, "2026-12-11"), (11, 12, "2026-12-11")] {
        office.clock.set(2026, month, day, 9, 0);
        ratna
            .session
            .log_contact(&guest.case, &call(ContactPurpose::Sikap, false, "Tidak diangkat"))
            .unwrap();
        assert_eq!(due(&ratna), expected);
    }
    assert_eq!(ratna.record(&guest).contacts.len(), 3);
    // Another matter moves no date.
    ratna.session.log_contact(&guest.case, &call(ContactPurpose::Lainnya, true, "Tanya jam buka")).unwrap();
    assert_eq!(due(&ratna), "2026-12-11");

    let early = refused(ratna.session.give_up_sikap(&guest.case, "Tiga kali tidak diangkat"));
    assert_eq!(labels(&early), ["Tindak lanjut terakhir belum lewat"]);
    office.clock.set(2026, 12, 12, 0, 1);
    ratna.session.give_up_sikap(&guest.case, "Tiga kali tidak diangkat").unwrap();
    assert_eq!(ratna.status(&guest), Status::Selesai);
    let timeline = ratna.session.timeline(&guest.case).unwrap();
    let calls: Vec<_> = timeline.iter().filter(|line| line.verb == "contacted").collect();
    assert_eq!(
        calls[0].text,
        "Pelaku usaha dihubungi lewat telepon (SIKAP): tidak terhubung. \
         Tindak lanjut berikutnya 2 Desember 2026. Tidak diangkat"
    );
    let closed = refused(ratna.session.log_contact(&guest.case, &call(ContactPurpose::Sikap, true, "")));
    assert_eq!(closed.code, Code::TransitionRefused);
    ratna.leave();
    finish(office);
}

#[test]
fn a_filled_sikap_closes_the_case_and_says_how_the_office_knows() {
    let office = Office::staffed();
    let mut ratna = office.sit_down(RATNA);
    let guest = followed(&mut ratna);
    ratna.leave();
    let mut bagus = office.sit_down(BAGUS);
    let error = refused(bagus.session.close_sikap(&guest.case, Confirmation::Telepon));
    assert_eq!(error.code, Code::RoleForbidden);
    bagus.leave();
    let mut ratna = office.sit_down(RATNA);
    assert!(ratna.session.home().unwrap().sikap.iter().any(|line| line.id == guest.case));
    let error = refused(ratna.session.close_sikap(&guest.case, Confirmation::TangkapanLayar));
    assert_eq!(labels(&error), ["Tangkapan layar SIKAP yang terisi"]);
    let proof = ratna.capture_call(&guest, TangkapanSource::Layar);
    ratna.session.close_sikap(&guest.case, Confirmation::TangkapanLayar).unwrap();
    let record = ratna.record(&guest);
    assert_eq!(record.sikap_proof.iter().map(|kept| kept.id.as_str()).collect::<Vec<_>>(), [proof.as_str()]);
    assert!(record.tangkapan.is_empty(), "it is no evidence of a call");
    ratna.session.open_tangkapan(&guest.case, &proof, PictureVariant::Original, None).unwrap();
    let late = refused_picture(&mut ratna, &guest);
    assert_eq!(late, Code::TransitionRefused, "nothing is added to a closed case");
    assert_eq!((record.status, record.due), (Status::Selesai, None));
    assert_eq!(record.sikap_confirmation, Some(Confirmation::TangkapanLayar));
    assert!(ratna.session.home().unwrap().sikap.is_empty(), "the list grows shorter");
    let timeline = ratna.session.timeline(&guest.case).unwrap();
    assert!(timeline.iter().any(|line| line.text.contains("Dipastikan lewat tangkapan layar SIKAP.")));
    ratna.leave();
    finish(office);
}

#[test]
fn no_step_is_offered_that_nothing_performs() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = ratna.take_in("S-01");
    let online = ["T-02", "T-03", "T-04", "T-09", "T-10", "T-11", "T-12", "T-13", "T-14", "T-24"];
    let look = |desk: &Desk| {
        let assessment = desk.session.assess(&desk.record(&guest)).unwrap();
        let offered: Vec<String> = assessment.allowed.iter().map(|step| step.id.to_string()).collect();
        assert!(!offered.iter().any(|id| online.contains(&id.as_str())), "{offered:?}");
    };
    look(&ratna);
    ratna.verify(&guest);
    look(&ratna);
    ratna.declare(&guest);
    look(&ratna);
    ratna.approve(&guest);
    look(&ratna);
    ratna.session.record_activation(&guest.case, "alasroban").unwrap();
    look(&ratna);
    ratna.leave();
    finish(office);
}

#[test]
fn a_vendor_who_cannot_be_reached_gets_a_letter_and_only_while_sikap_is_followed() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = ratna.take_in("S-01");
    let refused = ratna.session.write_about_sikap(&guest.case).unwrap_err();
    assert_eq!(refused.code, Code::TransitionRefused);
    ratna.verify(&guest);
    ratna.declare(&guest);
    ratna.approve(&guest);
    ratna.session.record_activation(&guest.case, "alasroban").unwrap();
    ratna.session.write_about_sikap(&guest.case).unwrap();
    let letter = ratna.words_on(&guest, PaperKind::SuratPemberitahuan);
    for said in ["PB-2026-1-000001", "23 November 2026", "SIKAP", "tenaga ahli"] {
        assert!(letter.contains(said), "{said}: {letter}");
    }
    ratna.session.close_sikap(&guest.case, Confirmation::Telepon).unwrap();
    let refused = ratna.session.write_about_sikap(&guest.case).unwrap_err();
    assert_eq!(refused.code, Code::TransitionRefused);
    ratna.leave();
    finish(office);
}

#[test]
fn while_sikap_is_followed_the_days_and_the_words_are_ready() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = followed(&mut ratna);
    let outlook = ratna.session.see_permohonan(&guest.case).unwrap().follow_up.unwrap();
    let days: Vec<String> = outlook.days.iter().map(ToString::to_string).collect();
    assert_eq!(days, ["2026-11-26", "2026-12-02", "2026-12-11"], "after 3, 7 and 14 working days");
    assert!(outlook.words.script.iter().any(|line| line.contains("SIKAP")));
    assert_eq!(outlook.reminder, None);
    ratna.leave();
    finish(office);
}

fn refused_picture(desk: &mut Desk, guest: &Guest) -> Code {
    let photo = photo_of(&guest.brought, DocumentKind::Ktp).jpeg.clone();
    let checked = CheckedTangkapan::check(TangkapanSource::Layar, photo).unwrap();
    refused(desk.session.add_tangkapan(&guest.case, &checked)).code
}

#[test]
fn only_who_closes_the_case_keeps_a_picture_of_its_sikap_and_none_before_the_account_is_active() {
    let office = Office::staffed();
    let mut ratna = office.sit_down(RATNA);
    let early = ratna.take_in("S-09");
    assert_eq!(refused_picture(&mut ratna, &early), Code::TransitionRefused);
    let guest = followed(&mut ratna);
    ratna.leave();
    let mut bagus = office.sit_down(BAGUS);
    assert_eq!(refused_picture(&mut bagus, &guest), Code::RoleForbidden);
    bagus.leave();
    finish(office);
}
