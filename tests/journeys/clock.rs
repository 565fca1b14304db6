//! The clock of the SOP: what each row took at the desk, why it took longer, and by which standard.

use chrono::NaiveDate;
use loket_core::actions::clock::StepLine;
use loket_core::actions::contact::Contact;
use loket_core::error::Code;
use loket_core::permohonan::{Confirmation, ContactMethod, ContactPurpose};
use loket_core::reasons::Reason;
use loket_core::sop::MutuBaku;
use loket_tests::{DEWI, Desk, Guest, JOKO, Office, RATNA, finish};

fn steps(desk: &Desk, guest: &Guest) -> Vec<StepLine> {
    desk.session.assess(&desk.record(guest)).unwrap().steps
}

fn minutes(desk: &Desk, guest: &Guest) -> Vec<Option<i64>> {
    steps(desk, guest).iter().map(|step| step.elapsed_minutes).collect()
}

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

fn asked(reached: bool) -> Contact {
    let note = "Diminta mengisi SIKAP".to_owned();
    Contact { method: ContactMethod::Telepon, purpose: ContactPurpose::Sikap, reached, note }
}

#[test]
fn a_walk_in_is_timed_at_the_desk_and_only_there() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = ratna.prepare("S-01");
    office.pass(4);
    ratna.session.submit(&guest.case, None).unwrap();
    office.pass(2);
    ratna.session.complete(&guest.case).unwrap();
    assert_eq!(minutes(&ratna, &guest)[2], Some(6), "until the papers are complete");
    office.pass(25);
    ratna.verify(&guest);
    office.pass(12);
    ratna.declare(&guest);
    office.pass(1);
    ratna.approve(&guest);
    ratna.session.record_activation(&guest.case, "alasroban").unwrap();
    let shown = steps(&ratna, &guest);
    let took: Vec<_> = shown.iter().map(|step| step.elapsed_minutes).collect();
    assert_eq!(took, [None, None, Some(6), None, Some(12), Some(1), None, None]);
    let measured: Vec<_> = shown.iter().map(|step| step.measured).collect();
    assert_eq!(measured, [false, false, true, false, true, true, true, false]);

    // Row 7: from the beginning of the call until its note; a note without a beginning is not measured.
    ratna.session.log_contact(&guest.case, &asked(false)).unwrap();
    assert_eq!(minutes(&ratna, &guest)[6], None);
    ratna.session.begin_contact(&guest.case).unwrap();
    office.pass(3);
    let other = ratna.prepare("S-03");
    ratna.session.log_contact(&other.case, &asked(false)).unwrap();
    office.pass(4);
    ratna.session.log_contact(&guest.case, &asked(true)).unwrap();
    assert_eq!(minutes(&ratna, &guest)[6], Some(7));
    ratna.session.close_sikap(&guest.case, Confirmation::Telepon).unwrap();
    let last = steps(&ratna, &guest).pop().unwrap();
    assert_eq!(last.remark.as_deref(), Some("Terisi, dicatat 23 November 2026"));
    ratna.leave();
    finish(office);
}

#[test]
fn a_call_whose_note_waits_for_the_clock_is_measured_by_the_time_that_passed() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = ratna.take_in("S-01");
    ratna.verify(&guest);
    ratna.declare(&guest);
    ratna.approve(&guest);
    ratna.session.record_activation(&guest.case, "alasroban").unwrap();
    office.clock.leap(-60);
    ratna.session.begin_contact(&guest.case).unwrap();
    office.pass(4);
    let error = ratna.session.log_contact(&guest.case, &asked(true)).unwrap_err();
    assert_eq!(error.code, Code::ClockWentBack);
    office.clock.leap(60);
    ratna.session.log_contact(&guest.case, &asked(true)).unwrap();
    assert_eq!(minutes(&ratna, &guest)[6], Some(4), "the hour between the two clocks is nobody's call");
    ratna.leave();
    finish(office);
}

#[test]
fn a_row_that_took_longer_holds_nothing_up_and_keeps_the_line_that_says_why() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = ratna.prepare("S-01");
    office.pass(9);
    ratna.session.submit(&guest.case, None).unwrap();
    let running = ratna.session.explain_overrun(&guest.case, 3, "Antre").unwrap_err();
    assert_eq!(running.code, Code::TransitionRefused, "it still goes on");
    ratna.session.complete(&guest.case).unwrap();
    let papers = &steps(&ratna, &guest)[2];
    assert!(papers.is_over() && papers.overrun_reason.is_none());
    ratna.call(&guest);

    let refused = |desk: &mut Desk, row, reason| {
        desk.session.explain_overrun(&guest.case, row, reason).unwrap_err().code
    };
    assert_eq!(refused(&mut ratna, 3, "  "), Code::InvalidInput, "no words are no reason");
    for row in [0, 4, 5, 6, 8, 200] {
        assert_eq!(refused(&mut ratna, row, "Antre"), Code::TransitionRefused, "row {row} took no longer");
    }
    ratna.session.explain_overrun(&guest.case, 3, " Pemindai macet ").unwrap();
    assert_eq!(steps(&ratna, &guest)[2].overrun_reason.as_deref(), Some("Pemindai macet"));
    ratna.session.explain_overrun(&guest.case, 3, "Pemindai macet dua kali").unwrap();
    assert_eq!(steps(&ratna, &guest)[2].overrun_reason.as_deref(), Some("Pemindai macet dua kali"));
    ratna.leave();
    finish(office);
}

#[test]
fn a_long_verification_that_ended_in_a_refusal_is_explained_afterwards_and_an_approved_one_with_the_approval()
{
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let long = |desk: &mut Desk| {
        let guest = desk.take_in("S-01");
        desk.verify(&guest);
        office.pass(45);
        guest
    };
    let may_explain = |desk: &Desk, guest: &Guest| steps(desk, guest)[4].may_be_explained;
    let refused_one = long(&mut ratna);
    assert!(!may_explain(&ratna, &refused_one), "it runs");
    ratna.session.refuse(&refused_one.case, Reason::X01, "Tercantum").unwrap();
    assert!(may_explain(&ratna, &refused_one));
    ratna.session.explain_overrun(&refused_one.case, 5, "Daftar hitam diperiksa dua kali").unwrap();
    assert_eq!(ratna.record(&refused_one).overruns[&5][0].reason, "Daftar hitam diperiksa dua kali");

    let approved = long(&mut ratna);
    ratna.declare(&approved);
    assert!(!may_explain(&ratna, &approved), "the approval asks for it");
    ratna.session.approve(&approved.case, RATNA.password, "Akta dicari").unwrap();
    assert!(!may_explain(&ratna, &approved), "it was said");
    ratna.leave();
    finish(office);
}

#[test]
fn who_only_reads_explains_nothing_and_sets_no_standard() {
    let office = Office::staffed();
    let mut ratna = office.sit_down(RATNA);
    let guest = ratna.prepare("S-01");
    office.pass(9);
    ratna.session.submit(&guest.case, None).unwrap();
    ratna.leave();
    let mut joko = office.sit_down(JOKO);
    let refused = joko.session.explain_overrun(&guest.case, 3, "Antre").unwrap_err();
    assert_eq!(refused.code, Code::RoleForbidden);
    let refused = joko.session.set_standard(MutuBaku::default(), day(12, 1)).unwrap_err();
    assert_eq!(refused.code, Code::RoleForbidden);
    joko.leave();
    let mut dewi = office.sit_down(DEWI);
    let refused = dewi.session.set_standard(MutuBaku::default(), day(12, 1)).unwrap_err();
    assert_eq!(refused.code, Code::RoleForbidden, "a verifikator does not write the own standard");
    dewi.leave();
    finish(office);
}

#[test]
fn a_new_standard_holds_from_its_day_and_never_for_what_began_before() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let faster = MutuBaku::new([5, 10, 3, 5, 20, 2, 5, 15]).unwrap();
    for back in [day(11, 22), day(11, 23)] {
        let refused = ratna.session.set_standard(faster, back).unwrap_err();
        assert_eq!(refused.code, Code::InvalidInput, "what began today keeps its standard: {back}");
    }
    ratna.session.set_standard(faster, day(11, 24)).unwrap();

    let first = ratna.take_in("S-01");
    ratna.verify(&first);
    office.pass(25);
    ratna.session.pause(&first.case, "Listrik padam").unwrap();
    office.clock.set(2026, 11, 24, 9, 0);
    ratna.session.resume(&first.case, "").unwrap();
    office.pass(4);
    ratna.declare(&first);
    let row = &steps(&ratna, &first)[4];
    assert_eq!((row.elapsed_minutes, row.standard_minutes), (Some(29), 30), "it began under the old one");
    ratna.approve(&first);

    let second = ratna.take_in("S-03");
    ratna.call(&second);
    office.pass(21);
    let row = &steps(&ratna, &second)[4];
    assert_eq!((row.standard_minutes, row.is_over()), (20, true));
    ratna.leave();
    finish(office);
}
