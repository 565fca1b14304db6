//! An office with 1,000 cases: how long the officer waits for the home screen, a search, a full check.

use std::time::{Duration, Instant};

use loket_core::actions::{Credentials, KdfParams, Session, World};
use loket_core::document::DocumentKind;
use loket_core::form::{FormField, Profil};
use loket_core::identity::check_npwp;
use loket_core::specimen::NpwpCard;
use loket_core::store::kunci::Kunci;
use loket_tests::{Desk, Guest, RATNA};

use crate::figures::{Times, repeat, timed};
use crate::{Outcome, Place};

const CASES: u32 = 1000;
/// Rows that the desk asks for while somebody types into the search field.
const SHOWN: u32 = 50;
const RUNS: usize = 20;

/// What an officer types, and how it is looked up.
const SEARCHES: &[(&str, &str)] = &[
    ("a name that every case has", "pertiwi"),
    ("one company", "contoh karya 0421"),
    ("an NPWP as on the card", "99.700.421"),
    ("the number of a case", "0421"),
    ("two letters", "cv"),
    ("nothing that exists", "tidak ada"),
];

/// From the password to the lists of the home screen, with the password stretched as in production.
///
/// The promise begins when the password was accepted, and that moment lies inside one call. So every
/// run also opens the keys alone, and that time is taken off.
pub(crate) fn home() -> Outcome {
    let place = Place::new()?;
    let begun = Instant::now();
    fill(place.found(RATNA.password, KdfParams::production())?)?;
    println!("{CASES} cases through the actions of the desk in {:.0} s", begun.elapsed().as_secs_f64());

    let (mut stretched, mut entered, mut rest) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..RUNS {
        let keys = timed(|| open_keys(&place))?;
        let begun = Instant::now();
        let session = unlock(&place)?;
        let home = session.home()?;
        let whole = begun.elapsed();
        drop(home);
        session.lock(false)?;
        stretched.push(keys);
        entered.push(whole);
        rest.push(whole.saturating_sub(keys));
    }
    Times::of(stretched).describe("password to keys (Argon2id)");
    Times::of(entered).describe("password to home, Argon2id included");
    let rest = Times::of(rest);
    rest.describe("home");
    rest.measure("home");

    let mut session = unlock(&place)?;
    search(&session)?;
    check_log(&mut session)
}

fn open_keys(place: &Place) -> Outcome<impl Sized + use<>> {
    let who = Credentials { user_name: RATNA.username, password: RATNA.password };
    Ok(Kunci::load(&place.office())?.unlock(who)?)
}

fn unlock(place: &Place) -> Outcome<Session> {
    let session = Session::unlock(&place.office(), RATNA.username, RATNA.password, World::default());
    Ok(session.map_err(|refused| refused.error)?)
}

fn search(session: &Session) -> Outcome {
    for (what, text) in SEARCHES {
        let (_, found) = session.search(text, SHOWN)?;
        let times = repeat(100, |_| timed(|| Ok(session.search(text, SHOWN)?)))?;
        times.describe(&format!("search, {what} ({found} found)"));
    }
    Ok(())
}

fn check_log(session: &mut Session) -> Outcome {
    let acts = session.store().head()?.seq;
    let times = repeat(5, |_| {
        timed(|| if session.check_log()?.intact { Ok(()) } else { Err("the log is broken".into()) })
    })?;
    let each = Duration::from_secs_f64(times.median() / 1000.0 / acts.max(1) as f64);
    times.describe(&format!("whole log of {acts} acts verified, {each:.1?} each"));
    Ok(())
}

/// A year's archive in small: most cases closed early, some done to the end, a long queue.
fn fill(session: Session) -> Outcome {
    let mut desk = Desk { session, officer: RATNA };
    for number in 0..CASES {
        let guest = arrive(&mut desk, number)?;
        match number % 25 {
            0 => finish(&mut desk, &guest)?,
            5 | 15 => hand_in(&mut desk, &guest)?,
            _ => desk.session.cancel(&guest.case, "Pelaku usaha tidak jadi mendaftar.")?,
        }
    }
    desk.leave();
    Ok(())
}

/// Another firm of the director of S-01 for every case.
pub(crate) fn arrive(desk: &mut Desk, number: u32) -> Outcome<Guest> {
    let guest = desk.walk_in("S-01");
    under_another_name(desk, guest, number)
}

/// The form of S-01 with the name and the NPWP of another firm.
pub(crate) fn under_another_name(desk: &mut Desk, mut guest: Guest, number: u32) -> Outcome<Guest> {
    desk.fill_form(&guest);
    let name = format!("Contoh Karya {number:04}");
    let npwp = npwp(number, &desk.session).ok_or("one check digit fits")?;
    desk.session.set_form_field(&guest.case, FormField::NamaUsaha, &format!("CV {name}"))?;
    desk.session.set_form_field(&guest.case, FormField::Npwp, &npwp)?;
    if let NpwpCard::Old(card) = &mut guest.brought.npwp {
        card.nama = format!("CV {}", name.to_uppercase());
        card.npwp = npwp;
    }
    Ok(guest)
}

pub(crate) fn hand_in(desk: &mut Desk, guest: &Guest) -> Outcome {
    for card in [DocumentKind::Ktp, DocumentKind::Npwp] {
        desk.receive(guest, card);
        desk.photograph(guest, card);
    }
    desk.read_cards(guest);
    desk.hand_in(guest);
    Ok(desk.session.complete(&guest.case)?)
}

fn finish(desk: &mut Desk, guest: &Guest) -> Outcome {
    hand_in(desk, guest)?;
    desk.verify(guest);
    desk.declare(guest);
    desk.approve(guest);
    Ok(desk.session.record_activation(&guest.case, "contohkarya")?)
}

/// A number that no office gives out (99.7), with the check digit that the rule accepts.
fn npwp(number: u32, session: &Session) -> Option<String> {
    let (front, back) = (number / 1000, number % 1000);
    (0..10)
        .map(|check| format!("99.7{front:02}.{back:03}.{check}-513.000"))
        .find(|npwp| check_npwp(npwp, Profil::BadanUsaha, session.today(), None).notes.is_empty())
}
