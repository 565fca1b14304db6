//! Free times: what is offered, and what stands against a time that a person chose.

use chrono::{NaiveTime, Weekday};
use proptest::prelude::*;

use super::super::*;
use super::{at, day};

const WULAN: &str = "Wulan Pertiwi";
const BAGAS: &str = "Bagas Santoso";

/// An office in WIB, asked on Monday 30 November 2026 at 08.00 unless a test says otherwise.
struct Office {
    hours: ServiceHours,
    holidays: Holidays,
    booked: Vec<Appointment>,
    verifikators: Vec<String>,
    now: DateTime<Utc>,
}

impl Office {
    fn new() -> Self {
        Self {
            hours: ServiceHours::default(),
            holidays: Holidays::default(),
            booked: Vec::new(),
            verifikators: vec![WULAN.to_owned(), BAGAS.to_owned()],
            now: at(2026, 11, 30, 1, 0),
        }
    }

    fn diary(&self) -> Diary<'_> {
        Diary {
            hours: &self.hours,
            holidays: &self.holidays,
            zone: TimeZone::Wib,
            booked: &self.booked,
            verifikators: &self.verifikators,
            now: self.now,
        }
    }

    fn book(&mut self, start: DateTime<Utc>, minutes: u16, verifikator: &str) {
        self.booked.push(Appointment { start, minutes, verifikator: verifikator.to_owned() });
    }

    fn clocks(&self, from_day: NaiveDate, days: u32) -> Vec<String> {
        let slots = self.diary().free_slots(from_day, days);
        slots.iter().map(|slot| TimeZone::Wib.format_clock(slot.start)).collect()
    }

    fn why(&self, start: DateTime<Utc>, verifikator: &str) -> Option<Clash> {
        self.diary().judge(start, 45, verifikator).why
    }
}

fn monday() -> NaiveDate {
    day(2026, 11, 30)
}

/// Office time of that Monday.
fn on_monday(hour: u32, minute: u32) -> DateTime<Utc> {
    TimeZone::Wib.start_of_day(monday()) + TimeDelta::minutes(i64::from(hour * 60 + minute))
}

#[test]
fn slots_follow_each_other_from_the_beginning_of_a_window_and_end_within_it() {
    let office = Office::new();
    assert_eq!(office.clocks(monday(), 1), ["09.00", "09.45", "10.30", "11.15", "13.00", "13.45"]);
    assert_eq!(office.clocks(day(2026, 12, 4), 1), ["09.00", "09.45"], "Friday");
    assert!(office.clocks(day(2026, 12, 5), 2).is_empty(), "the weekend");
    assert_eq!(office.clocks(monday(), 7).len(), 4 * 6 + 2);
    let first = &office.diary().free_slots(monday(), 1)[0];
    assert_eq!(first.start, at(2026, 11, 30, 2, 0));
    assert_eq!((first.minutes, first.free.as_slice()), (45, [WULAN.to_owned(), BAGAS.to_owned()].as_slice()));
}

#[test]
fn the_same_hours_are_other_moments_in_another_zone() {
    let office = Office::new();
    let starts = |zone| Diary { zone, ..office.diary() }.free_slots(day(2026, 12, 1), 1)[0].start;
    assert_eq!(starts(TimeZone::Wib), at(2026, 12, 1, 2, 0));
    assert_eq!(starts(TimeZone::Wita), at(2026, 12, 1, 1, 0));
    assert_eq!(starts(TimeZone::Wit), at(2026, 12, 1, 0, 0));
}

#[test]
fn nothing_is_offered_that_has_begun_or_that_nobody_can_lead() {
    let mut office = Office::new();
    office.now = on_monday(9, 45);
    assert_eq!(office.clocks(monday(), 1)[0], "10.30", "strictly after now");
    assert!(office.clocks(day(2026, 11, 29), 1).is_empty(), "yesterday");
    assert!(office.clocks(monday(), 0).is_empty(), "no days");
    office.holidays.list.insert(day(2026, 12, 1), "Libur daerah".to_owned());
    assert!(office.clocks(day(2026, 12, 1), 1).is_empty(), "a holiday");
    office.book(on_monday(10, 30), 45, WULAN);
    office.book(on_monday(11, 0), 20, BAGAS);
    assert_eq!(office.clocks(monday(), 1), ["11.15", "13.00", "13.45"].map(|at| at.to_owned()).to_vec()[..]);
    let bagas_is_busy = &office.diary().free_slots(monday(), 1)[0];
    assert_eq!(bagas_is_busy.free, [WULAN], "11.00 to 11.20 meets 11.15");
    office.verifikators.clear();
    assert!(office.clocks(monday(), 7).is_empty(), "nobody is there");
}

#[test]
fn an_officer_who_leads_as_many_sessions_as_one_person_may_is_not_offered() {
    let mut office = Office::new();
    office.hours.per_verifikator = 2;
    office.verifikators = vec![WULAN.to_owned(), WULAN.to_owned()];
    office.book(on_monday(9, 0), 45, WULAN);
    assert_eq!(office.diary().free_slots(monday(), 1)[0].free, [WULAN], "named twice, offered once");
    office.book(on_monday(16, 0), 45, WULAN);
    assert!(office.clocks(monday(), 1).is_empty(), "a session outside the hours counts as well");
    assert_eq!(office.clocks(day(2026, 12, 1), 1).len(), 6, "tomorrow is another day");
    assert_eq!(office.why(on_monday(13, 0), WULAN), Some(Clash::Full { sessions: 2 }));
}

#[test]
fn the_day_of_an_officer_turns_at_the_midnight_of_the_office() {
    let mut office = Office::new();
    office.hours.per_verifikator = 1;
    office.book(at(2026, 11, 30, 16, 30), 45, WULAN); // 23.30 on Monday
    assert_eq!(office.why(at(2026, 12, 1, 2, 0), WULAN), None, "Tuesday 09.00");
    office.book(at(2026, 11, 30, 17, 30), 45, BAGAS); // 00.30 on Tuesday
    assert_eq!(office.why(at(2026, 12, 1, 2, 0), BAGAS), Some(Clash::Full { sessions: 1 }));
}

#[test]
fn a_time_off_the_grid_counts_as_within_the_hours() {
    let judged = Office::new().diary().judge(on_monday(10, 10), 45, WULAN);
    let expected = Judgement { within_hours: true, ends_within_hours: true, free: true, why: None };
    assert_eq!(judged, expected);
    let late = Office::new().diary().judge(on_monday(11, 30), 45, WULAN);
    assert_eq!(late, Judgement { ends_within_hours: false, ..expected });
}

#[test]
fn a_time_that_cannot_be_says_the_first_thing_against_it() {
    let mut office = Office::new();
    office.holidays.list.insert(day(2026, 12, 25), "Hari Natal".to_owned());
    office.book(on_monday(13, 0), 45, WULAN);
    let christmas = Some(Clash::Holiday { name: "Hari Natal".to_owned() });
    let taken = Some(Clash::Taken { start: on_monday(13, 0), minutes: 45 });
    let table = [
        (office.now, Some(Clash::Past)),
        (on_monday(8, 0), Some(Clash::Past)),
        (on_monday(7, 30), Some(Clash::Past)),
        (on_monday(8, 59), Some(Clash::OutsideHours)),
        (on_monday(12, 0), Some(Clash::OutsideHours)),
        (on_monday(15, 0), Some(Clash::OutsideHours)),
        (on_monday(23, 0), Some(Clash::OutsideHours)),
        (at(2026, 12, 5, 2, 0), Some(Clash::OutsideHours)),
        (at(2026, 12, 25, 2, 0), christmas.clone()),
        (at(2026, 12, 25, 14, 0), christmas),
        (on_monday(13, 0), taken.clone()),
        (on_monday(13, 44), taken),
        (on_monday(13, 45), None),
        (on_monday(9, 0), None),
        (DateTime::<Utc>::MIN_UTC, Some(Clash::Past)),
        (DateTime::<Utc>::MAX_UTC, Some(Clash::OutsideHours)),
    ];
    for (start, why) in table {
        assert_eq!(office.why(start, WULAN), why, "{start}");
    }
    let outside = office.diary().judge(on_monday(16, 0), 45, WULAN);
    assert!(!outside.within_hours && outside.free, "an officer is free after hours too");
}

#[test]
fn a_session_that_is_moved_does_not_stand_in_its_own_way() {
    let mut office = Office::new();
    office.book(on_monday(13, 0), 45, WULAN);
    assert!(office.why(on_monday(13, 15), WULAN).is_some());
    office.booked.clear();
    assert_eq!(office.why(on_monday(13, 15), WULAN), None);
}

#[test]
fn a_session_of_no_length_still_occupies_its_moment() {
    let mut office = Office::new();
    office.book(on_monday(9, 0), 0, WULAN);
    assert!(matches!(office.why(on_monday(9, 0), WULAN), Some(Clash::Taken { .. })));
    assert!(!office.diary().judge(on_monday(9, 0), 0, WULAN).free);
    assert_eq!(office.why(on_monday(9, 1), WULAN), None);
}

#[test]
fn hours_and_dates_that_nobody_checked_neither_hang_nor_break() {
    let mut office = Office::new();
    office.hours.session_minutes = 0;
    assert!(office.clocks(monday(), 7).is_empty());
    office.hours = ServiceHours {
        windows: [office.hours.windows.clone(), office.hours.windows].concat(),
        ..ServiceHours::default()
    };
    assert_eq!(office.clocks(monday(), 1).len(), 6, "the same windows twice offer each time once");
    for window in &mut office.hours.windows {
        std::mem::swap(&mut window.from, &mut window.until);
    }
    assert!(office.clocks(monday(), 7).is_empty(), "windows that end before they begin");
    let office = Office::new();
    assert!(office.clocks(NaiveDate::MIN, u32::MAX).is_empty());
    assert!(office.clocks(NaiveDate::MAX, u32::MAX).is_empty());
    let last = office.diary().free_slots(monday(), u32::MAX).last().unwrap().start;
    assert!(last < at(2027, 12, 2, 0, 0), "a year at most: {last}");
}

#[test]
fn every_clash_says_in_indonesian_what_is_the_matter() {
    let said = |clash: Clash| clash.label(TimeZone::Wita);
    assert_eq!(said(Clash::Past), "Waktu ini sudah lewat");
    assert_eq!(said(Clash::Holiday { name: "Hari Natal".to_owned() }), "Hari libur: Hari Natal");
    assert_eq!(said(Clash::OutsideHours), "Di luar jam layanan daring");
    assert_eq!(
        said(Clash::Taken { start: at(2026, 11, 30, 2, 0), minutes: 45 }),
        "Verifikator sudah ada sesi pukul 10.00 sampai 10.45 WITA"
    );
    assert_eq!(said(Clash::Full { sessions: 6 }), "Verifikator sudah 6 sesi pada hari itu");
}

fn any_hours() -> impl Strategy<Value = ServiceHours> {
    let window = (0_u8..7, 0_u32..1380, 1_u32..400).prop_map(|(weekday, from, length)| {
        let at = |minute: u32| NaiveTime::MIN + TimeDelta::minutes(i64::from(minute.min(1439)));
        Window { weekday: Weekday::try_from(weekday).unwrap(), from: at(from), until: at(from + length) }
    });
    (1_u16..120, prop::collection::vec(window, 0..12), 1_u8..5).prop_map(
        |(session_minutes, windows, per_verifikator)| ServiceHours {
            session_minutes,
            windows,
            per_verifikator,
        },
    )
}

fn any_bookings() -> impl Strategy<Value = Vec<Appointment>> {
    let booking =
        (0_i64..7 * 1440, 0_u16..120, prop::bool::ANY).prop_map(|(minute, minutes, wulan)| Appointment {
            start: on_monday(0, 0) + TimeDelta::minutes(minute),
            minutes,
            verifikator: if wulan { WULAN } else { BAGAS }.to_owned(),
        });
    prop::collection::vec(booking, 0..12)
}

proptest! {
    #[test]
    fn sessions_booked_one_after_another_never_meet_and_never_exceed_a_day(
        hours in any_hours(),
        choices in prop::collection::vec(any::<prop::sample::Index>(), 1..20),
    ) {
        let mut office = Office { hours, ..Office::new() };
        for choice in choices {
            let slots = office.diary().free_slots(monday(), 5);
            if slots.is_empty() {
                break;
            }
            let slot = choice.get(&slots);
            let verifikator = choice.get(&slot.free).clone();
            office.book(slot.start, slot.minutes, &verifikator);
        }
        for (index, one) in office.booked.iter().enumerate() {
            let own = |other: &&Appointment| other.verifikator == one.verifikator;
            for other in office.booked[..index].iter().filter(own) {
                prop_assert!(one.end() <= other.start || other.end() <= one.start);
            }
            let day = TimeZone::Wib.office_day(one.start);
            let that_day = office.booked.iter().filter(own).filter(|other| TimeZone::Wib.office_day(other.start) == day);
            prop_assert!(that_day.count() <= usize::from(office.hours.per_verifikator));
        }
    }

    #[test]
    fn no_slot_lies_outside_the_windows_and_each_is_judged_free(
        hours in any_hours(),
        booked in any_bookings(),
        now in 0_i64..7 * 1440,
        holiday in 0_u64..7,
    ) {
        let mut office = Office { hours, booked, now: on_monday(0, 0) + TimeDelta::minutes(now), ..Office::new() };
        let closed = monday() + Days::new(holiday);
        office.holidays.list.insert(closed, "Libur".to_owned());
        for slot in office.diary().free_slots(monday(), 7) {
            let local = TimeZone::Wib.local(slot.start);
            prop_assert!(slot.start > office.now && local.date() != closed);
            let ends = local + TimeDelta::minutes(i64::from(slot.minutes));
            let window = office.hours.windows.iter().find(|window| {
                window.weekday == local.weekday()
                    && local.date().and_time(window.from) <= local
                    && ends <= local.date().and_time(window.until)
            });
            prop_assert!(window.is_some());
            for verifikator in &slot.free {
                let judged = office.diary().judge(slot.start, slot.minutes, verifikator);
                prop_assert!(judged.within_hours && judged.free && judged.why.is_none());
            }
        }
    }

    #[test]
    fn the_order_in_which_sessions_were_booked_changes_nothing(
        booked in any_bookings(),
        seed in any::<prop::sample::Index>(),
        minute in 0_i64..7 * 1440,
    ) {
        let office = Office { booked, ..Office::new() };
        let mut other = Office { booked: office.booked.clone(), ..Office::new() };
        other.booked.reverse();
        let turn = if other.booked.is_empty() { 0 } else { seed.index(other.booked.len()) };
        other.booked.rotate_left(turn);
        prop_assert_eq!(office.diary().free_slots(monday(), 7), other.diary().free_slots(monday(), 7));
        let start = on_monday(0, 0) + TimeDelta::minutes(minute);
        for verifikator in [WULAN, BAGAS] {
            prop_assert_eq!(
                office.diary().judge(start, 30, verifikator),
                other.diary().judge(start, 30, verifikator)
            );
        }
    }
}
