//! Nobody judges the own permohonan. Officers have no NIK here, so the name of who came must do.

use loket_core::actions::permohonan::AttendeeInput;
use loket_core::error::Code;
use loket_core::form::Kapasitas;
use loket_core::permohonan::Status;
use loket_core::place::Place;
use loket_tests::{DEWI, Desk, Guest, Office, RATNA, finish, labels, places, refused};

const SOMEBODY_ELSE: &str = "Verifikator yang bukan orang yang hadir";

/// S-01 waits for its call; who came bears this name.
fn brought_by(desk: &mut Desk, name: &str) -> Guest {
    let guest = desk.prepare("S-01");
    let attendee = AttendeeInput { name: name.to_owned(), ..AttendeeInput::default() };
    desk.session.set_attendee(&guest.case, Kapasitas::Direktur, attendee).unwrap();
    desk.session.submit(&guest.case, Some("Permohonan lain dari usaha yang sama")).unwrap();
    desk.session.complete(&guest.case).unwrap();
    guest
}

#[test]
fn an_officer_never_starts_the_own_permohonan_whatever_titles_stand_beside_the_name() {
    let office = Office::staffed();
    let mut ratna = office.sit_down(RATNA);
    let own = ["Ratna Purnomo", "RATNA PURNOMO", "ratna  purnomo", "Hj. Ratna Purnomo, S.E., M.M."];
    let guests = own.map(|name| brought_by(&mut ratna, name));
    for (name, guest) in own.iter().zip(&guests) {
        let error = refused(ratna.session.start(&guest.case));
        assert_eq!(error.code, Code::GuardFailed, "{name}");
        assert_eq!((labels(&error), places(&error)), (vec![SOMEBODY_ELSE], vec![Place::Attendee]), "{name}");
        assert_eq!(ratna.status(guest), Status::Antre, "{name}");
    }
    ratna.leave();

    let mut dewi = office.sit_down(DEWI);
    for guest in &guests {
        dewi.call(guest);
        assert_eq!(dewi.status(guest), Status::Verifikasi);
    }
    dewi.leave();
    finish(office);
}

#[test]
fn an_officer_never_takes_over_the_own_permohonan_from_a_colleague() {
    let office = Office::staffed();
    let mut ratna = office.sit_down(RATNA);
    let own = ["Dewi Anggraini", "Dra. Dewi Anggraini, M.Si."];
    let guests = own.map(|name| brought_by(&mut ratna, name));
    for guest in &guests {
        ratna.call(guest);
        ratna.session.pause(&guest.case, "Pergantian jaga").unwrap();
    }
    ratna.leave();

    let mut dewi = office.sit_down(DEWI);
    for (name, guest) in own.iter().zip(&guests) {
        let error = refused(dewi.session.resume(&guest.case, "Saya teruskan"));
        assert_eq!((labels(&error), places(&error)), (vec![SOMEBODY_ELSE], vec![Place::Attendee]), "{name}");
    }
    dewi.leave();
    let mut ratna = office.sit_down(RATNA);
    for guest in &guests {
        ratna.session.resume(&guest.case, "").unwrap();
    }
    ratna.leave();
    finish(office);
}

#[test]
fn a_guest_who_shares_a_part_of_the_name_is_somebody_else() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    for name in ["Budi Purnomo", "Ratna Sari"] {
        let guest = brought_by(&mut ratna, name);
        ratna.call(&guest);
        assert_eq!(ratna.status(&guest), Status::Verifikasi, "{name}");
    }
    ratna.leave();
    finish(office);
}
