//! S-30: the battery of the clock dies, and the PC wakes up in 2020; or somebody sets it ahead.

use loket_core::actions::Session;
use loket_core::actions::kiriman::Incoming;
use loket_core::error::{Code, Result};
use loket_core::form::{FormField, Profil};
use loket_core::kiriman::{KirimanEnd, KirimanSource};
use loket_core::permohonan::{Channel, Status};
use loket_core::privacy::NOTICE_VERSION;
use loket_core::store::watch::ClockTrouble;
use loket_tests::{Desk, ENDANG, Letter, Office, RATNA, finish, refused};

fn trouble(desk: &Desk) -> Option<ClockTrouble> {
    desk.session.home().unwrap().clock
}

#[test]
fn no_number_is_given_until_a_person_has_confirmed_the_clock() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = ratna.take_in_without_completing("S-01");
    let declared = ratna.take_in("S-09");
    ratna.verify(&declared);
    ratna.declare(&declared);
    ratna.leave();

    office.clock.set(2020, 1, 1, 0, 5);
    let mut ratna = office.sit_down(RATNA);
    assert!(matches!(trouble(&ratna), Some(ClockTrouble::Behind(by)) if by.num_days() > 2_000));
    let error =
        refused(ratna.session.open_permohonan(Profil::BadanUsaha, Channel::TatapMuka, NOTICE_VERSION));
    assert_eq!(error.code, Code::ClockWentBack);
    assert_eq!(error.what_happened(), "Jam komputer mundur.");
    assert_eq!(refused(ratna.session.complete(&guest.case)).code, Code::ClockWentBack);
    let error = refused(ratna.session.approve(&declared.case, RATNA.password, ""));
    assert_eq!(error.code, Code::ClockWentBack);
    assert_eq!(ratna.status(&declared), Status::Sesuai);

    // What is typed is still kept.
    ratna.session.set_form_field(&guest.case, FormField::Telepon, "0285 391234").unwrap();
    ratna.session.confirm_clock().unwrap();
    assert_eq!(trouble(&ratna), None);
    ratna.session.complete(&guest.case).unwrap();
    assert_eq!(ratna.status(&guest), Status::Antre);
    ratna.leave();
    finish(office);
}

#[test]
fn the_log_keeps_the_order_of_the_acts_although_the_hours_do_not() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = ratna.take_in("S-01");
    ratna.leave();
    office.clock.set(2020, 1, 1, 0, 5);
    let mut ratna = office.sit_down(RATNA);
    ratna.session.confirm_clock().unwrap();
    ratna.verify(&guest);
    ratna.leave();
    office.start_again();
    office.clock.set(2026, 11, 23, 10, 0);
    let mut ratna = office.sit_down(RATNA);
    assert!(matches!(trouble(&ratna), Some(ClockTrouble::Ahead { .. })), "from 2020 it is a leap, too");
    ratna.session.confirm_clock().unwrap();
    // By the calendar a night has passed, so the verification was paused when the desk was left.
    ratna.session.resume(&guest.case, "").unwrap();
    ratna.declare(&guest);
    let took = ratna.session.assess(&ratna.record(&guest)).unwrap().verification_minutes;
    assert_eq!(took, Some(0), "the years between the two clocks are nobody's work");

    let log = ratna.session.case_log(&guest.case).unwrap();
    assert!(log.windows(2).all(|pair| pair[0].seq < pair[1].seq));
    assert!(log.windows(2).any(|pair| pair[0].at > pair[1].at), "the clock did go back");
    assert_eq!(ratna.steps(&guest), ["T-05", "T-08", "T-15", "T-16", "T-17", "T-19"]);
    ratna.leave();
    finish(office);
}

#[test]
fn a_correction_of_a_minute_asks_nothing() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    office.pass(-1);
    assert_eq!(trouble(&ratna), None);
    let guest = ratna.take_in("S-01");
    assert_eq!(ratna.status(&guest), Status::Antre);
    ratna.leave();
    finish(office);
}

#[test]
fn a_clock_that_leaps_ahead_under_the_running_program_is_asked_about_once() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = ratna.take_in_without_completing("S-01");
    office.pass(7);
    ratna.session.sign_of_life().unwrap();
    assert_eq!(trouble(&ratna), None, "time that passes is no leap");

    office.clock.leap(3 * 60);
    ratna.session.sign_of_life().unwrap();
    assert!(matches!(trouble(&ratna), Some(ClockTrouble::Ahead { .. })));
    let error = refused(ratna.session.complete(&guest.case));
    assert_eq!(error.code, Code::ClockWentAhead);
    assert_eq!(error.what_happened(), "Jam komputer tampaknya melompat maju.");
    let warning = ratna.session.clock_warning(trouble(&ratna).unwrap());
    assert_eq!(
        warning.what_happened(),
        "Jam komputer melompat maju: saat itu seharusnya 23 November 2026, 08.07 WIB, sekarang menunjukkan 23 November 2026, 11.07 WIB."
    );

    // What is typed is still kept, and the question outlives the lock.
    ratna.session.set_form_field(&guest.case, FormField::Telepon, "0285 391234").unwrap();
    ratna.leave();
    let mut ratna = office.sit_down(RATNA);
    assert!(matches!(trouble(&ratna), Some(ClockTrouble::Ahead { .. })));

    // It is put right: nothing of the wrong hours remains, so it does not count as set back.
    office.clock.leap(-3 * 60);
    ratna.session.sign_of_life().unwrap();
    ratna.session.confirm_clock().unwrap();
    assert_eq!(trouble(&ratna), None);
    ratna.session.complete(&guest.case).unwrap();
    ratna.leave();
    finish(office);
}

#[test]
fn a_clock_that_stands_a_year_ahead_in_the_morning_is_asked_about_before_any_number() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = ratna.take_in_without_completing("S-01");
    ratna.leave();
    office.start_again();
    office.clock.set(2027, 11, 24, 8, 0);
    let mut ratna = office.sit_down(RATNA);
    assert_eq!(refused(ratna.session.complete(&guest.case)).code, Code::ClockWentAhead);

    // Put right over a lock, without a word: the year that was wrong has left no trace in the clock.
    ratna.leave();
    office.clock.set(2026, 11, 24, 8, 5);
    let mut ratna = office.sit_down(RATNA);
    assert!(matches!(trouble(&ratna), Some(ClockTrouble::Ahead { .. })), "only a person's word ends it");
    ratna.session.confirm_clock().unwrap();
    ratna.session.complete(&guest.case).unwrap();
    ratna.leave();
    finish(office);
}

#[test]
fn a_week_of_joint_leave_asks_nothing() {
    let office = Office::open();
    office.start_again();
    office.clock.set(2026, 12, 4, 8, 0);
    let mut ratna = office.sit_down(RATNA);
    assert_eq!(trouble(&ratna), None);
    let guest = ratna.take_in("S-01");
    assert_eq!(ratna.status(&guest), Status::Antre);
    ratna.leave();
    finish(office);
}

#[test]
fn a_clock_that_lagged_and_is_put_right_is_no_leap() {
    let office = Office::open();
    let ratna = office.sit_down(RATNA);
    ratna.leave();
    // In the morning the computer believes that it is an old year, because its battery is empty.
    office.start_again();
    office.pass(16 * 60);
    let lost = 6 * 365 * 24 * 60;
    office.clock.leap(-lost);
    let mut ratna = office.sit_down(RATNA);
    assert!(matches!(trouble(&ratna), Some(ClockTrouble::Behind(_))));
    office.pass(5);
    ratna.session.sign_of_life().unwrap();
    office.clock.leap(lost);
    ratna.session.sign_of_life().unwrap();
    assert_eq!(trouble(&ratna), None);
    let guest = ratna.take_in("S-01");
    assert_eq!(ratna.status(&guest), Status::Antre);

    // From here on it leaps like any other.
    office.clock.leap(60);
    ratna.session.sign_of_life().unwrap();
    assert!(matches!(trouble(&ratna), Some(ClockTrouble::Ahead { .. })));
    ratna.leave();
    finish(office);
}

#[test]
fn work_that_goes_on_after_a_leap_does_not_hide_it() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = ratna.take_in_without_completing("S-01");
    office.clock.leap(3 * 60);
    ratna.session.set_form_field(&guest.case, FormField::Telepon, "0285 391234").unwrap();
    assert_eq!(refused(ratna.session.complete(&guest.case)).code, Code::ClockWentAhead);
    office.clock.leap(-3 * 60);
    ratna.session.confirm_clock().unwrap();
    ratna.session.complete(&guest.case).unwrap();
    ratna.leave();
    finish(office);
}

#[test]
fn a_clock_that_leaped_while_the_desk_was_locked_is_asked_about_by_whoever_comes_next() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = ratna.take_in_without_completing("S-01");
    ratna.leave();
    office.pass(30);
    office.clock.leap(10 * 24 * 60);
    office.pass(30);
    let mut ratna = office.sit_down(RATNA);
    assert_eq!(refused(ratna.session.complete(&guest.case)).code, Code::ClockWentAhead);
    let warning = ratna.session.clock_warning(trouble(&ratna).unwrap());
    assert!(
        warning
            .what_happened()
            .starts_with("Jam komputer melompat maju: saat itu seharusnya 23 November 2026"),
        "{warning:?}"
    );
    ratna.leave();
    finish(office);
}

#[test]
fn the_recovery_sheet_does_not_hide_a_year_that_is_wrong() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let words: Vec<_> = (1..=12).map(|at| ratna.session.show_word(at).unwrap().word).collect();
    ratna.leave();
    office.start_again();
    office.clock.set(2027, 11, 24, 8, 0);
    let session =
        Session::recover(&office.folder(), &words.join(" "), RATNA.username, RATNA.password, office.world())
            .unwrap();
    assert!(matches!(session.home().unwrap().clock, Some(ClockTrouble::Ahead { .. })));
    session.lock(false).unwrap();
    finish(office);
}

#[test]
fn a_leap_that_somebody_saw_is_no_rest_however_far_it_goes() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    office.pass(1);
    office.clock.leap(60 * 24 * 60);
    ratna.session.sign_of_life().unwrap();
    let warning = ratna.session.clock_warning(trouble(&ratna).unwrap());
    assert!(
        warning.what_happened().starts_with("Jam komputer melompat maju: saat itu seharusnya 23 November"),
        "{warning:?}"
    );
    ratna.leave();
    finish(office);
}

#[test]
fn a_clock_that_is_set_back_and_then_too_far_ahead_is_asked_about() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    office.clock.leap(-60);
    ratna.session.sign_of_life().unwrap();
    assert!(matches!(trouble(&ratna), Some(ClockTrouble::Behind(_))));
    office.clock.leap(60 + 10 * 24 * 60);
    ratna.session.sign_of_life().unwrap();
    assert!(matches!(trouble(&ratna), Some(ClockTrouble::Ahead { .. })));
    ratna.leave();
    finish(office);
}

#[test]
fn a_look_at_another_office_says_nothing_of_this_ones_log() {
    let (practised, real) = (Office::open(), Office::open());
    // The year is wrong from the start; the same program opens one office after the other.
    practised.clock.set(2027, 11, 24, 8, 0);
    let world = practised.world();
    practised.sit_down_in(world.clone(), RATNA).leave();
    let ratna = real.sit_down_in(world, RATNA);
    assert!(matches!(trouble(&ratna), Some(ClockTrouble::Ahead { by_log: true, .. })));
    ratna.leave();
}

#[test]
fn a_long_rest_is_not_called_a_leap() {
    let office = Office::open();
    office.start_again();
    office.clock.set(2026, 12, 28, 8, 0);
    let mut ratna = office.sit_down(RATNA);
    let warning = ratna.session.clock_warning(trouble(&ratna).unwrap());
    assert_eq!(
        warning.what_happened(),
        "Sejak 23 November 2026, 08.00 WIB tidak ada pekerjaan tercatat, sekarang jam komputer menunjukkan \
         28 Desember 2026, 08.00 WIB."
    );
    ratna.session.confirm_clock().unwrap();
    assert_eq!(trouble(&ratna), None);
    ratna.leave();
    finish(office);
}

#[test]
fn a_leap_is_seen_although_another_office_was_open_between() {
    let (practised, real) = (Office::open(), Office::open());
    let world = practised.world();
    real.sit_down_in(world.clone(), RATNA).leave();
    practised.sit_down_in(world.clone(), RATNA).leave();
    practised.pass(5);
    // Fewer days than an office may rest, so that the log alone says nothing.
    practised.clock.leap(10 * 24 * 60);
    let ratna = real.sit_down_in(world, RATNA);
    assert!(matches!(trouble(&ratna), Some(ClockTrouble::Ahead { by_log: false, .. })));
    ratna.leave();
}

#[test]
fn nothing_from_which_a_time_runs_begins_while_the_clock_is_in_question() {
    let office = Office::staffed();
    let mut ratna = office.sit_down(RATNA);
    let letter = ratna.receive_letter("S-02");
    let online = ratna.open_from_letter("S-02", &letter);
    ratna.fill_form(&online);
    ratna.read_cards(&online);
    let approved = ratna.take_in("S-01");
    ratna.verify(&approved);
    ratna.declare(&approved);
    ratna.approve(&approved);
    let registered = ratna.walk_in("S-09");
    ratna.fill_form(&registered);
    ratna.leave();

    let lost = 6 * 365 * 24 * 60;
    office.clock.leap(-lost);
    let mut endang = office.sit_down(ENDANG);
    let hours = endang.session.service_hours().unwrap();
    let today = endang.session.today();
    assert_eq!(refused(endang.session.set_service_hours(hours, today)).code, Code::ClockWentBack);
    endang.leave();
    let mut ratna = office.sit_down(RATNA);
    let now = ratna.session.store().now();
    let refused_to = |done: Result<()>| refused(done).code;
    assert_eq!(refused_to(ratna.session.submit(&online.case, None)), Code::ClockWentBack);
    assert_eq!(refused_to(ratna.session.register_email(&registered.case, now)), Code::ClockWentBack);
    assert_eq!(refused_to(ratna.session.record_activation(&approved.case, "alasroban")), Code::ClockWentBack);
    let other = Letter::from("Siti <siti@contoh.example>", "Mon, 23 Nov 2026 08:12:30 +0700", "Permohonan");
    let incoming = Incoming::read("lain.eml", KirimanSource::Seret, other.bytes()).unwrap();
    assert_eq!(refused(ratna.session.receive_kiriman(incoming)).code, Code::ClockWentBack);

    office.clock.leap(lost);
    ratna.session.submit(&online.case, None).unwrap();
    assert_eq!(ratna.record(&online).phases.last().unwrap().since, ratna.session.store().now());
    ratna.leave();
    finish(office);
}

#[test]
fn nothing_ends_for_being_late_while_the_clock_is_in_question() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let letter = ratna.receive_letter("S-02");
    let guest = ratna.walk_in("S-01");
    ratna.fill_form(&guest);
    let registered = ratna.record(&guest).opened_at;
    ratna.session.register_email(&guest.case, registered).unwrap();
    office.clock.leap(60 * 24 * 60);
    let refused_to = |done: Result<()>| refused(done).code;
    assert_eq!(refused_to(ratna.session.end_kiriman(&letter, KirimanEnd::LewatWaktu)), Code::ClockWentAhead);
    assert_eq!(refused_to(ratna.session.lapse_link(&guest.case)), Code::ClockWentAhead);
    assert_eq!(ratna.status(&guest), Status::MenungguTautan);
    ratna.leave();
    finish(office);
}
