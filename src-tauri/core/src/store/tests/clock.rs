//! A clock that is set back (S-30): order stays, numbers wait for a person's word.

use chrono::TimeDelta;

use super::office::Office;
use super::story;
use crate::error::Code;
use crate::form::FormField;
use crate::numbering::PaperKind;
use crate::store::act::Actor;
use crate::store::watch::ClockTrouble;

fn order(office: &mut Office) -> Vec<(i64, u32, i64)> {
    let conn = office.session().store().reader().conn;
    let mut statement =
        conn.prepare("SELECT order_ms, order_tick, wall_ms FROM act ORDER BY seq").expect("acts");
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).expect("acts");
    rows.map(|row| row.expect("row")).collect()
}

#[test]
fn order_never_falls_although_the_clock_does() {
    let mut office = Office::new();
    let case = story::open(office.session()).expect("opened");
    for hours in [-3, -30, 1, -24 * 400] {
        office.clock.turn(TimeDelta::hours(hours));
        office
            .session()
            .set_form_field(&case, FormField::Hp, &format!("08120000{}", 5000 - hours))
            .expect("typed");
    }
    let order = order(&mut office);
    assert!(order.windows(2).all(|pair| (pair[0].0, pair[0].1) < (pair[1].0, pair[1].1)), "{order:?}");
    assert!(order.windows(2).any(|pair| pair[0].2 > pair[1].2), "the wall clock did fall");
    office.assert_clean();
    let log = office.session().case_log(&case).expect("log");
    let seqs: Vec<_> = log.iter().map(|entry| entry.seq).collect();
    assert!(seqs.is_sorted());
}

#[test]
fn numbers_are_refused_until_a_person_confirms_the_clock() {
    let mut office = Office::new();
    let case = story::until_started(office.session()).expect("story");
    story::judge(office.session(), &case).expect("judged");
    office.session().declare(&case).expect("declared");
    office.clock.turn(TimeDelta::hours(-3));

    let session = office.session();
    let trouble = session.store.clock_trouble().expect("clock");
    assert!(matches!(trouble, Some(ClockTrouble::Behind(by)) if by.num_minutes() == 179), "{trouble:?}");
    assert_eq!(story::open(session).expect_err("refused").code, Code::ClockWentBack);
    let refused = session.approve(&case, super::office::PASSWORD, "");
    assert_eq!(refused.expect_err("refused").error.code, Code::ClockWentBack);
    let refused = session.store.act(&Actor::system(), |plan| {
        assert_eq!(plan.next_queue("2026-11-23").expect_err("refused").code, Code::ClockWentBack);
        plan.next_paper_number(PaperKind::TandaTerima, 2026)?;
        unreachable!("a number was given while the clock is behind")
    });
    assert_eq!(refused.expect_err("refused").code, Code::ClockWentBack);

    session.confirm_clock().expect("confirmed");
    assert_eq!(session.store.clock_trouble().expect("clock"), None);
    session.approve(&case, super::office::PASSWORD, "").expect("approved");
    story::open(session).expect("opened");
    office.assert_clean();
}

#[test]
fn a_clock_that_comes_right_by_itself_asks_nothing() {
    let mut office = Office::new();
    story::open(office.session()).expect("opened");
    office.clock.set_by(TimeDelta::hours(-3));
    assert_eq!(story::open(office.session()).expect_err("refused").code, Code::ClockWentBack);
    office.clock.set_by(TimeDelta::hours(3));
    story::open(office.session()).expect("opened");
}

#[test]
fn a_correction_of_a_minute_asks_nothing() {
    let mut office = Office::new();
    story::open(office.session()).expect("opened");
    office.clock.turn(TimeDelta::seconds(-60));
    assert_eq!(office.session().store.clock_trouble().expect("clock"), None);
    story::open(office.session()).expect("opened");
}

#[test]
fn the_question_survives_closing_and_opening() {
    let mut office = Office::new();
    story::open(office.session()).expect("opened");
    office.clock.turn(TimeDelta::days(-2));
    let session = office.open().expect("opens");
    let trouble = session.store.clock_trouble().expect("clock");
    assert!(matches!(trouble, Some(ClockTrouble::Behind(by)) if by.num_hours() >= 47), "{trouble:?}");
    assert_eq!(story::open(session).expect_err("refused").code, Code::ClockWentBack);
}
