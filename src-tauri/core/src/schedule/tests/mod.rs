//! Steps, clock and working days; the rules of online sessions stand in files of their own.

mod drafts;
mod holiday_lists;
mod hours;
mod invitations;
mod notices;
mod slots;

use chrono::TimeZone as _;
use proptest::prelude::*;

use super::*;

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn at(year: i32, month: u32, day: u32, hour: u32, minute: u32) -> DateTime<Utc> {
    Utc.with_ymd_and_hms(year, month, day, hour, minute, 0).unwrap()
}

#[test]
fn dates_and_times_read_as_the_office_writes_them() {
    let moment = at(2026, 11, 23, 2, 24);
    assert_eq!(format_long_date(TimeZone::Wib.office_day(moment)), "Senin, 23 November 2026");
    assert_eq!(TimeZone::Wib.format_time(moment), "09.24 WIB");
    assert_eq!(TimeZone::Wita.format_time(moment), "10.24 WITA");
    assert_eq!(TimeZone::Wit.format_date_time(moment), "23 November 2026, 11.24 WIT");
    assert_eq!(TimeZone::Wib.format_clock(at(2026, 1, 1, 17, 5)), "00.05");
    assert_eq!(format_date(day(2027, 3, 1)), "1 Maret 2027");
}

#[test]
fn the_office_day_turns_at_midnight_of_the_office_and_not_of_utc() {
    let table = [
        (at(2026, 12, 31, 16, 59), TimeZone::Wib, day(2026, 12, 31)),
        (at(2026, 12, 31, 17, 0), TimeZone::Wib, day(2027, 1, 1)),
        (at(2026, 12, 31, 16, 0), TimeZone::Wita, day(2027, 1, 1)),
        (at(2026, 12, 31, 15, 0), TimeZone::Wit, day(2027, 1, 1)),
        (at(2028, 2, 28, 17, 30), TimeZone::Wib, day(2028, 2, 29)),
    ];
    for (moment, zone, expected) in table {
        assert_eq!(zone.office_day(moment), expected, "{moment} {}", zone.label());
    }
}

#[test]
fn working_days_skip_weekends_and_the_offices_holidays() {
    let holidays = [day(2026, 12, 25), day(2027, 1, 1)];
    let table = [
        (day(2026, 11, 23), 3, day(2026, 11, 26)),
        (day(2026, 11, 26), 3, day(2026, 12, 1)),
        (day(2026, 11, 28), 1, day(2026, 11, 30)),
        (day(2026, 11, 28), 0, day(2026, 11, 30)),
        (day(2026, 11, 23), 0, day(2026, 11, 23)),
        (day(2026, 12, 24), 1, day(2026, 12, 28)),
        (day(2026, 12, 25), 0, day(2026, 12, 28)),
        (day(2026, 12, 31), 1, day(2027, 1, 4)),
    ];
    for (start, count, expected) in table {
        assert_eq!(add_working_days(start, count, &holidays), expected, "{start} + {count}");
    }
}

#[test]
fn of_what_was_set_the_last_before_a_day_holds() {
    let known = [(day(2026, 12, 1), "second"), (day(2026, 6, 1), "first")];
    for (on, held) in [
        (day(2026, 5, 31), None),
        (day(2026, 6, 1), Some("first")),
        (day(2026, 11, 30), Some("first")),
        (day(2027, 1, 1), Some("second")),
    ] {
        assert_eq!(held_on(on, &known).copied(), held, "{on}");
    }
}

#[test]
fn hours_are_told_in_one_line() {
    assert_eq!(
        ServiceHours::default().label(),
        "45 menit per sesi, 6 sesi sehari; Senin 09.00-12.00, 13.00-15.00; Selasa 09.00-12.00, 13.00-15.00; \
         Rabu 09.00-12.00, 13.00-15.00; Kamis 09.00-12.00, 13.00-15.00; Jumat 09.00-11.00"
    );
}

#[test]
fn counting_past_the_end_of_the_calendar_stops_there() {
    assert_eq!(add_working_days(NaiveDate::MAX, 3, &[]), NaiveDate::MAX);
}

#[test]
fn zones_are_stored_by_their_own_names() {
    for zone in [TimeZone::Wib, TimeZone::Wita, TimeZone::Wit] {
        assert_eq!(serde_json::to_value(zone).unwrap(), zone.label());
    }
    assert!(serde_json::from_str::<TimeZone>("\"wib\"").is_err());
}

proptest! {
    #[test]
    fn a_due_date_is_a_working_day_and_exactly_so_many_working_days_away(
        offset in 0_u64..20_000, count in 0_u32..60, off in prop::collection::vec(0_u64..100, 0..20)
    ) {
        let start = day(2000, 1, 1) + Days::new(offset);
        let holidays: Vec<_> = off.into_iter().map(|days| start + Days::new(days)).collect();
        let due = add_working_days(start, count, &holidays);
        prop_assert!(is_working_day(due, &holidays));
        let between = start.iter_days().skip(1).take_while(|day| *day <= due);
        let worked = between.filter(|day| is_working_day(*day, &holidays)).count();
        let expected = if count == 0 && due != start { 1 } else { count as usize };
        prop_assert_eq!(worked, expected);
    }
}
