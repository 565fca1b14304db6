//! S-12: the form was filled and nobody comes to have it verified: two reminders, then it lapses, and nothing that
//! was typed is lost to whoever begins again.

use loket_core::actions::contact::Contact;
use loket_core::form::FormField;
use loket_core::permohonan::{ContactMethod, ContactPurpose, Status};
use loket_core::reasons::Reason;
use loket_tests::{Desk, Office, RATNA, finish, labels, refused};

fn reminder(reached: bool, note: &str) -> Contact {
    let (method, purpose) = (ContactMethod::Telepon, ContactPurpose::Pengingat);
    Contact { method, purpose, reached, note: note.to_owned() }
}

#[test]
fn a_vendor_who_does_not_come_back_is_reminded_twice_before_the_limit_is_over() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = ratna.take_in("S-01");
    let due = |office: &Office, days: u32, desk: &mut Desk| {
        office.clock.set(2026, 11, 23, 9, 0);
        office.pass(i64::from(days) * 24 * 60);
        let at_home = desk.session.home().unwrap().to_remind.len();
        let outlook = desk.session.see_permohonan(&guest.case).unwrap().follow_up;
        assert_eq!(at_home, usize::from(outlook.is_some()), "both say the same after {days} days");
        outlook
    };
    assert_eq!(due(&office, 13, &mut ratna), None);
    let first = due(&office, 14, &mut ratna).unwrap();
    assert_eq!(first.reminder, Some(14));
    assert!(first.words.message.contains("23 Desember 2026"), "{}", first.words.message);
    ratna.session.log_contact(&guest.case, &reminder(false, "Tidak diangkat")).unwrap();
    assert!(due(&office, 16, &mut ratna).is_some(), "nobody was reached");
    ratna.session.log_contact(&guest.case, &reminder(true, "Akan datang")).unwrap();
    assert_eq!(due(&office, 24, &mut ratna), None, "it was given");
    assert_eq!(due(&office, 25, &mut ratna).unwrap().reminder, Some(25));
    assert_eq!(due(&office, 31, &mut ratna), None, "then it may lapse, and is listed as late");
    assert_eq!(ratna.session.home().unwrap().late.len(), 1);
    ratna.leave();
    finish(office);
}

#[test]
fn a_case_past_the_limit_is_proposed_to_lapse_and_lapses_only_after_a_reminder() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = ratna.take_in_without_completing("S-01");
    ratna.send_for_repair(&guest, Reason::P01, "");
    let offered = |desk: &Desk| {
        let assessment = desk.session.assess(&desk.record(&guest)).unwrap();
        assessment.allowed.iter().any(|step| step.id.to_string() == "T-29")
    };
    office.clock.set(2026, 12, 23, 7, 59);
    assert!(!offered(&ratna) && ratna.session.home().unwrap().late.is_empty());
    assert_eq!(labels(&refused(ratna.session.lapse(&guest.case)))[0], "Lewatnya batas verifikasi");
    office.clock.set(2026, 12, 23, 8, 1);
    assert!(offered(&ratna));
    assert_eq!(ratna.session.home().unwrap().late.len(), 1);
    assert_eq!(labels(&refused(ratna.session.lapse(&guest.case))), ["Pengingat kepada pelaku usaha"]);
    let words = |desk: &mut Desk| desk.session.see_permohonan(&guest.case).unwrap().follow_up;
    let ready = words(&mut ratna).expect("what the guard demands is proposed").words;
    assert!(ready.message.contains("lewat pada 23 Desember 2026"), "{}", ready.message);
    ratna.session.log_contact(&guest.case, &reminder(false, "Tidak diangkat")).unwrap();
    assert!(words(&mut ratna).is_some(), "nobody was reached");
    ratna.session.log_contact(&guest.case, &reminder(true, "Akan datang Senin")).unwrap();
    ratna.session.lapse(&guest.case).unwrap();
    assert_eq!(ratna.status(&guest), Status::Kedaluwarsa);
    ratna.leave();
    finish(office);
}

#[test]
fn a_vendor_who_says_no_time_for_the_call_is_reminded_too_and_lapses_then() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = ratna.take_in_online("S-02");
    assert_eq!(ratna.status(&guest), Status::MenungguJadwal);
    let submitted = ratna.record(&guest).phases[1].since;
    office.pass(15 * 24 * 60);
    let outlook = ratna.session.see_permohonan(&guest.case).unwrap().follow_up.unwrap();
    assert_eq!(outlook.reminder, Some((office.world().clock.now() - submitted).num_days()));
    assert!(outlook.words.message.contains("hari dan jam yang cocok"), "{}", outlook.words.message);
    assert_eq!(ratna.session.home().unwrap().to_remind.len(), 1);
    ratna.session.log_contact(&guest.case, &reminder(true, "Masih di luar kota")).unwrap();
    assert!(ratna.session.home().unwrap().to_remind.is_empty());
    office.pass(16 * 24 * 60);
    assert_eq!(ratna.session.home().unwrap().late.len(), 1);
    ratna.session.lapse(&guest.case).unwrap();
    assert_eq!(ratna.status(&guest), Status::Kedaluwarsa);
    ratna.leave();
    finish(office);
}

#[test]
fn whoever_lapsed_begins_again_without_a_question_and_the_old_form_can_be_read() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = ratna.take_in_without_completing("S-01");
    ratna.send_for_repair(&guest, Reason::P01, "");
    office.clock.set(2026, 12, 24, 9, 0);
    ratna.session.log_contact(&guest.case, &reminder(true, "Akan datang")).unwrap();
    ratna.session.lapse(&guest.case).unwrap();

    let again = ratna.prepare("S-01");
    ratna.session.submit(&again.case, None).unwrap();
    assert_eq!(ratna.status(&again), Status::Diajukan);
    let old = ratna.record(&guest);
    assert_eq!(old.status, Status::Kedaluwarsa);
    assert_eq!(old.form_value(FormField::Surel), guest.typed(FormField::Surel));
    assert_eq!(labels(&refused(ratna.session.resubmit(&guest.case))), ["Hanya dari status: Perlu perbaikan"]);
    ratna.leave();
    finish(office);
}
