//! The ticket of a guest: which number, how many come before at that moment, and nobody's name.

use loket_core::actions::permohonan::AttendeeInput;
use loket_core::error::Code;
use loket_core::form::Kapasitas;
use loket_tests::{Desk, Guest, Office, RATNA, finish, refused};

/// Number, guests before, priority lane.
fn ticket(desk: &Desk, guest: &Guest) -> (String, Option<usize>, bool) {
    let ticket = desk.session.ticket(&guest.case).unwrap();
    (ticket.number, ticket.ahead, ticket.priority)
}

#[test]
fn a_ticket_says_how_many_come_before_when_it_is_printed() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let first = ratna.take_in("S-01");
    office.pass(3);
    let second = ratna.take_in("S-02");
    office.pass(3);
    assert_eq!(ticket(&ratna, &first), ("A-01".into(), Some(0), false));
    assert_eq!(ticket(&ratna, &second), ("A-02".into(), Some(1), false));

    // Whoever needs to sit down soon goes first, and those who wait are told so on a new ticket.
    let third = ratna.take_in_without_completing("S-06");
    let attendee = AttendeeInput {
        name: "Rahayu Lestari".into(),
        priority: Some("Lansia".into()),
        ..AttendeeInput::default()
    };
    ratna.session.set_attendee(&third.case, Kapasitas::Direktur, attendee).unwrap();
    ratna.session.complete(&third.case).unwrap();
    assert_eq!(ticket(&ratna, &third), ("A-03".into(), Some(0), true));
    assert_eq!(ticket(&ratna, &first), ("A-01".into(), Some(1), false));
    let slip = ratna.session.ticket(&third.case).unwrap();
    assert_eq!(slip.name, "R***** L******");
    assert!(!slip.practice && !slip.office.is_empty(), "{slip:?}");

    ratna.call(&third);
    assert_eq!(ticket(&ratna, &second), ("A-02".into(), Some(1), false));
    ratna.leave();
    finish(office);
}

#[test]
fn whom_yesterday_left_waiting_stands_before_nobody_today() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let left = ratna.take_in("S-01");
    ratna.leave();
    office.pass(24 * 60);
    let mut ratna = office.sit_down(RATNA);
    let guest = ratna.take_in("S-02");
    assert_eq!(ticket(&ratna, &guest), ("A-01".into(), Some(0), false));
    assert_eq!(
        ticket(&ratna, &left),
        ("A-01".into(), Some(0), false),
        "who still sits there is not turned away"
    );
    ratna.leave();
    finish(office);
}

#[test]
fn nobody_gets_a_ticket_before_the_number_or_after_the_call() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = ratna.take_in_without_completing("S-01");
    assert_eq!(refused(ratna.session.ticket(&guest.case)).code, Code::TransitionRefused);
    ratna.session.complete(&guest.case).unwrap();
    let given = ratna.session.ticket(&guest.case).unwrap().given;
    office.pass(20);
    assert_eq!(ratna.session.ticket(&guest.case).unwrap().given, given, "the time the number was given");
    ratna.call(&guest);
    assert_eq!(refused(ratna.session.ticket(&guest.case)).code, Code::TransitionRefused);
    assert_eq!(refused(ratna.session.ticket("tidak-ada")).code, Code::NotFound);
    ratna.leave();
    finish(office);
}
