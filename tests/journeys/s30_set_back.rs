//! S-30: a clock that was set back is asked about until it is right, whatever the log says and whoever starts Loket again.

use loket_core::error::Code;
use loket_core::store::watch::ClockTrouble;
use loket_tests::{Desk, Office, RATNA, finish, refused};

fn trouble(desk: &Desk) -> Option<ClockTrouble> {
    desk.session.home().unwrap().clock
}

#[test]
fn a_clock_that_was_set_back_by_less_than_the_desk_stood_locked_is_asked_about_until_it_is_right() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = ratna.take_in_without_completing("S-01");
    ratna.leave();
    // From Monday to Wednesday nobody works; the clock loses a day, so the log says nothing.
    office.pass(2 * 24 * 60);
    office.clock.leap(-24 * 60);
    let mut ratna = office.sit_down(RATNA);
    assert!(matches!(trouble(&ratna), Some(ClockTrouble::Behind(by)) if by.num_minutes() == 24 * 60));
    assert_eq!(refused(ratna.session.complete(&guest.case)).code, Code::ClockWentBack);
    // Put right, it has not gone ahead.
    office.clock.leap(24 * 60);
    ratna.session.sign_of_life().unwrap();
    assert_eq!(trouble(&ratna), None);
    ratna.session.complete(&guest.case).unwrap();
    // Where the time of before was the wrong one, a person says so, once.
    office.pass(60);
    office.clock.leap(-30);
    ratna.session.sign_of_life().unwrap();
    assert!(matches!(trouble(&ratna), Some(ClockTrouble::Behind(_))));
    ratna.session.confirm_clock().unwrap();
    office.pass(1);
    ratna.session.sign_of_life().unwrap();
    assert_eq!(trouble(&ratna), None);
    ratna.leave();
    finish(office);
}

#[test]
fn a_clock_that_was_set_back_by_little_is_asked_about_without_a_pause_and_written_down_once() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = ratna.take_in_without_completing("S-01");
    office.pass(60);
    ratna.session.sign_of_life().unwrap();
    office.clock.leap(-3);
    ratna.session.sign_of_life().unwrap();
    let written = ratna.session.store().head().unwrap().seq;
    for _ in 0..4 {
        // After a minute it has caught up with what the log knows.
        office.pass(1);
        ratna.session.sign_of_life().unwrap();
        assert!(matches!(trouble(&ratna), Some(ClockTrouble::Behind(_))));
        assert_eq!(refused(ratna.session.complete(&guest.case)).code, Code::ClockWentBack);
    }
    assert_eq!(ratna.session.store().head().unwrap().seq, written);
    ratna.session.confirm_clock().unwrap();
    office.pass(1);
    ratna.session.sign_of_life().unwrap();
    assert_eq!(trouble(&ratna), None);
    ratna.session.complete(&guest.case).unwrap();
    ratna.leave();
    finish(office);
}

#[test]
fn a_clock_that_was_set_back_is_asked_about_by_the_next_run_of_the_program_too() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = ratna.take_in_without_completing("S-01");
    office.pass(60);
    ratna.session.sign_of_life().unwrap();
    office.clock.leap(-3);
    ratna.session.sign_of_life().unwrap();
    ratna.leave();
    office.start_again();
    // It has caught up with the log, and nobody saw whether it was put right in between.
    office.pass(10);
    let mut ratna = office.sit_down(RATNA);
    for _ in 0..3 {
        assert!(matches!(trouble(&ratna), Some(ClockTrouble::Behind(by)) if by.num_minutes() == 3));
        assert_eq!(refused(ratna.session.complete(&guest.case)).code, Code::ClockWentBack);
        office.pass(1);
        ratna.session.sign_of_life().unwrap();
    }
    ratna.session.confirm_clock().unwrap();
    ratna.leave();
    office.start_again();
    let mut ratna = office.sit_down(RATNA);
    assert_eq!(trouble(&ratna), None, "a person said that it is right");
    ratna.session.complete(&guest.case).unwrap();
    ratna.leave();
    finish(office);
}

#[test]
fn a_day_that_an_earlier_run_lost_is_not_found_again_by_setting_the_hour() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = ratna.take_in_without_completing("S-01");
    office.pass(60);
    ratna.session.sign_of_life().unwrap();
    office.clock.leap(-24 * 60);
    ratna.session.sign_of_life().unwrap();
    ratna.leave();
    office.start_again();
    office.pass(23 * 60);
    let mut ratna = office.sit_down(RATNA);
    assert!(matches!(trouble(&ratna), Some(ClockTrouble::Behind(_))));
    // The hour is right, the date is of yesterday, and the log has nothing later.
    office.clock.leap(65);
    for _ in 0..2 {
        ratna.session.sign_of_life().unwrap();
        assert!(matches!(trouble(&ratna), Some(ClockTrouble::Behind(by)) if by.num_hours() >= 22));
        assert_eq!(refused(ratna.session.complete(&guest.case)).code, Code::ClockWentBack);
    }
    office.clock.leap(24 * 60 - 65);
    ratna.session.sign_of_life().unwrap();
    assert_eq!(trouble(&ratna), None);
    ratna.session.complete(&guest.case).unwrap();
    ratna.leave();
    finish(office);
}

#[test]
fn a_clock_that_lags_behind_the_log_is_asked_about_also_when_it_has_caught_up_and_not_when_it_was_put_right()
{
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = ratna.take_in_without_completing("S-01");
    ratna.leave();
    office.start_again();
    office.clock.leap(-20);
    let mut ratna = office.sit_down(RATNA);
    let written = ratna.session.store().head().unwrap().seq;
    for _ in 0..5 {
        office.pass(10);
        ratna.session.sign_of_life().unwrap();
        assert!(matches!(trouble(&ratna), Some(ClockTrouble::Behind(_))));
    }
    let seq = ratna.session.store().head().unwrap().seq;
    assert_eq!(seq, written + 1, "it is written down when the log alone would say nothing any more");
    office.clock.leap(20);
    ratna.session.sign_of_life().unwrap();
    assert_eq!(trouble(&ratna), None);
    ratna.leave();
    office.start_again();
    let mut ratna = office.sit_down(RATNA);
    assert_eq!(trouble(&ratna), None, "it was seen right again");
    ratna.session.complete(&guest.case).unwrap();
    ratna.leave();
    finish(office);
}
