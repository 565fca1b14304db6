//! Jam layanan: what stands in the file, and which hours are refused.

use chrono::{NaiveTime, Weekday};

use super::super::*;
use crate::error::Code;

fn window(weekday: Weekday, from: (u32, u32), until: (u32, u32)) -> Window {
    let at = |(hour, minute)| NaiveTime::from_hms_opt(hour, minute, 0).unwrap();
    Window { weekday, from: at(from), until: at(until) }
}

fn hours(windows: Vec<Window>) -> ServiceHours {
    ServiceHours { session_minutes: 45, windows, per_verifikator: 6 }
}

#[test]
fn the_proposed_hours_can_be_held() {
    let proposed = ServiceHours::default();
    proposed.check().unwrap();
    assert_eq!(proposed.windows.len(), 9);
    assert!(proposed.windows.iter().all(|window| !matches!(window.weekday, Weekday::Sat | Weekday::Sun)));
}

#[test]
fn hours_stand_in_the_file_as_a_person_writes_them_and_come_back_the_same() {
    let monday = hours(vec![window(Weekday::Mon, (9, 0), (12, 30))]);
    let text = serde_json::to_string(&monday).unwrap();
    assert_eq!(
        text,
        r#"{"session_minutes":45,"windows":[{"weekday":"senin","from":"09.00","until":"12.30"}],"per_verifikator":6}"#
    );
    assert_eq!(serde_json::from_str::<ServiceHours>(&text).unwrap(), monday);
    assert_eq!(serde_json::from_str::<ServiceHours>(&text.replace("09.00", "09:00")).unwrap(), monday);
    let proposed = serde_json::to_string(&ServiceHours::default()).unwrap();
    assert_eq!(serde_json::from_str::<ServiceHours>(&proposed).unwrap(), ServiceHours::default());
}

#[test]
fn a_file_with_a_time_or_a_weekday_that_nobody_has_is_not_read() {
    let text = serde_json::to_string(&hours(vec![window(Weekday::Mon, (9, 0), (12, 30))])).unwrap();
    let times = ["24.00", "09.60", "9.00", "0900", "09.00.00", "+9.00", "09.-1", "", "09,00", "sembilan"];
    for time in times {
        assert!(serde_json::from_str::<ServiceHours>(&text.replace("09.00", time)).is_err(), "{time}");
    }
    for day in ["Senin", "mon", "monday", "", "jum'at", "ahad"] {
        assert!(serde_json::from_str::<ServiceHours>(&text.replace("senin", day)).is_err(), "{day}");
    }
    for number in ["-1", "65536", "4.5", "\"45\""] {
        assert!(serde_json::from_str::<ServiceHours>(&text.replace(":45,", &format!(":{number},"))).is_err());
    }
}

#[test]
fn hours_under_which_no_session_could_be_held_are_refused_with_two_sentences() {
    let good = window(Weekday::Mon, (9, 0), (12, 0));
    let refused = [
        (hours(Vec::new()), "Belum ada"),
        (ServiceHours { session_minutes: 0, ..hours(vec![good.clone()]) }, "0 menit"),
        (ServiceHours { per_verifikator: 0, ..hours(vec![good.clone()]) }, "satu verifikator 0"),
        (hours(vec![window(Weekday::Mon, (12, 0), (9, 0))]), "Senin 12.00-09.00 berakhir sebelum"),
        (hours(vec![window(Weekday::Sun, (9, 0), (9, 0))]), "Minggu 09.00-09.00 berakhir sebelum"),
        (hours(vec![good.clone(), good.clone()]), "bertumpuk"),
        (hours(vec![good.clone(), window(Weekday::Mon, (11, 59), (14, 0))]), "bertumpuk"),
        (hours(vec![window(Weekday::Mon, (10, 0), (11, 0)), good.clone()]), "bertumpuk"),
        (hours(vec![window(Weekday::Mon, (9, 0), (9, 44))]), "45 menit tidak muat"),
        (ServiceHours { session_minutes: u16::MAX, ..hours(vec![good.clone()]) }, "tidak muat"),
    ];
    for (hours, words) in refused {
        let error = hours.check().unwrap_err();
        assert_eq!(error.code, Code::InvalidInput);
        assert!(error.what_happened().contains(words), "{}", error.what_happened());
        assert!(error.todo.is_some_and(|todo| todo.ends_with('.')));
    }
}

#[test]
fn windows_that_touch_or_lie_on_other_days_do_not_overlap() {
    hours(vec![
        window(Weekday::Mon, (12, 0), (13, 0)),
        window(Weekday::Mon, (9, 0), (12, 0)),
        window(Weekday::Sat, (9, 0), (12, 0)),
        window(Weekday::Tue, (9, 0), (9, 45)),
    ])
    .check()
    .unwrap();
}
