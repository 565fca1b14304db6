//! The minutes of the SOP and the minutes of the desk.

use chrono::{DateTime, NaiveDate, TimeZone as _, Utc};

use super::{
    Awaited, FollowUp, FollowUpFacts, Followed, MutuBaku, SOP_STEPS, Stay, Times, Told, follow_up_words,
};
use crate::error::Code;
use crate::permohonan::{Channel, Status, TransitionId};
use crate::schedule::{ServiceHours, TimeZone};

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

/// Office time (WIB) of a day of November 2026.
fn at(date: u32, hour: u32, minute: u32) -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 11, date, hour - 7, minute, 0).unwrap()
}

fn stay(status: Status, since: DateTime<Utc>, until: DateTime<Utc>) -> Stay {
    Stay { status, since, until: Some(until), ended_by: None }
}

fn minutes(
    row: u8,
    channel: Channel,
    stays: &[Stay],
    told: &[Told],
    followed: &[Followed],
) -> Option<Option<i64>> {
    let times = Times { channel, stays, told, followed, zone: TimeZone::Wib, now: at(23, 12, 0) };
    times.of(row).map(|took| took.minutes())
}

#[test]
fn the_rows_carry_the_minutes_of_the_sop_and_add_up_to_its_totals() {
    let sop = MutuBaku::default();
    assert_eq!(sop.minutes(), [5, 10, 5, 5, 30, 1, 5, 15]);
    assert_eq!(sop.minutes().iter().sum::<u32>(), 76, "online");
    let face_to_face = SOP_STEPS.iter().filter(|step| !step.online_only).map(|step| sop.of(step.number));
    assert_eq!(face_to_face.sum::<u32>(), 71, "at the counter");
    assert_eq!([sop.of(0), sop.of(9), sop.of(255)], [0, 0, 0], "no such rows");
}

#[test]
fn the_proposed_time_of_a_call_leaves_room_for_rows_4_to_7() {
    let online: u32 = MutuBaku::default().minutes()[3..7].iter().sum();
    assert_eq!(online, 41);
    assert!(u32::from(ServiceHours::default().session_minutes) >= online);
}

#[test]
fn a_row_of_no_minutes_or_of_more_than_a_day_is_no_standard() {
    for wrong in [0, 481, u32::MAX] {
        assert_eq!(MutuBaku::new([5, 10, 5, wrong, 30, 1, 5, 15]).unwrap_err().code, Code::InvalidInput);
    }
    MutuBaku::new([1, 480, 5, 5, 30, 1, 5, 15]).unwrap();
}

#[test]
fn the_standard_of_a_day_is_the_newest_that_holds_on_it() {
    let set = |verification| MutuBaku::new([5, 10, 5, 5, verification, 1, 5, 15]).unwrap();
    let known = [(day(2026, 12, 1), set(20)), (day(2027, 1, 4), set(25))];
    let granted = |day| MutuBaku::on(day, &known).of(5);
    assert_eq!(granted(day(2026, 11, 30)), 30);
    assert_eq!(granted(day(2026, 12, 1)), 20);
    assert_eq!(granted(day(2027, 1, 3)), 20);
    assert_eq!(granted(day(2030, 6, 1)), 25);
}

#[test]
fn at_the_counter_the_papers_took_from_the_opening_until_they_were_complete() {
    let stays = [
        stay(Status::Draf, at(23, 8, 0), at(23, 8, 4)),
        stay(Status::Diajukan, at(23, 8, 4), at(23, 8, 6)),
        stay(Status::PerluPerbaikan, at(23, 8, 6), at(23, 9, 0)),
        stay(Status::Diajukan, at(23, 9, 0), at(23, 9, 3)),
        stay(Status::Antre, at(23, 9, 3), at(23, 9, 40)),
    ];
    assert_eq!(minutes(3, Channel::TatapMuka, &stays, &[], &[]), Some(Some(9)), "waiting is no work");
    assert_eq!(minutes(3, Channel::Daring, &stays, &[], &[]), None, "3b happens at the vendor's");
}

#[test]
fn registering_before_the_link_of_the_spse_is_not_the_papers() {
    let registered =
        Stay { ended_by: Some(TransitionId::T02), ..stay(Status::Draf, at(23, 8, 0), at(23, 8, 20)) };
    let stays = [
        registered,
        stay(Status::MenungguTautan, at(23, 8, 20), at(23, 9, 0)),
        stay(Status::PengisianFormulir, at(23, 9, 0), at(23, 9, 30)),
        stay(Status::Diajukan, at(23, 9, 30), at(23, 9, 34)),
    ];
    assert_eq!(minutes(3, Channel::TatapMuka, &stays, &[], &[]), Some(Some(4)));
}

#[test]
fn what_went_over_the_night_has_dates_and_no_minutes() {
    let stays = [
        stay(Status::Draf, at(23, 15, 50), at(24, 8, 10)),
        stay(Status::Sesuai, at(24, 8, 30), at(25, 8, 30)),
    ];
    assert_eq!(minutes(3, Channel::TatapMuka, &stays, &[], &[]), Some(None));
    assert_eq!(minutes(6, Channel::TatapMuka, &stays, &[], &[]), Some(None));
}

#[test]
fn pauses_do_not_count_and_what_runs_counts_until_now() {
    let stays = [
        stay(Status::Verifikasi, at(23, 11, 0), at(23, 11, 12)),
        stay(Status::Ditunda, at(23, 11, 12), at(23, 11, 50)),
        Stay { status: Status::Verifikasi, since: at(23, 11, 50), until: None, ended_by: None },
    ];
    assert_eq!(minutes(5, Channel::TatapMuka, &stays, &[], &[]), Some(Some(22)));
    assert_eq!(minutes(6, Channel::TatapMuka, &stays, &[], &[]), None, "not begun");
}

#[test]
fn a_clock_that_went_back_makes_no_minutes_and_takes_none() {
    let stays = [
        stay(Status::Verifikasi, at(23, 11, 0), at(23, 10, 0)),
        stay(Status::Verifikasi, at(23, 10, 0), at(23, 10, 9)),
    ];
    assert_eq!(minutes(5, Channel::Daring, &stays, &[], &[]), Some(Some(9)));
}

#[test]
fn an_appointment_takes_from_its_time_being_set_until_the_vendor_knows_and_the_longest_counts() {
    let told = |booked, told| Told { booked, told: Some(told) };
    let twice = [told(at(23, 9, 0), at(23, 9, 7)), told(at(23, 10, 0), at(23, 10, 2))];
    assert_eq!(minutes(4, Channel::Daring, &[], &twice, &[]), Some(Some(7)));
    assert_eq!(minutes(4, Channel::TatapMuka, &[], &twice, &[]), None, "there is no row 4 at the counter");
    let untold = [Told { booked: at(23, 9, 0), told: None }];
    assert_eq!(minutes(4, Channel::Daring, &[], &untold, &[]), Some(None));
}

#[test]
fn a_follow_up_whose_beginning_nobody_noted_is_not_measured() {
    let noted = |minutes| Followed { at: at(23, 9, 0), minutes };
    assert_eq!(minutes(7, Channel::Daring, &[], &[], &[noted(None)]), Some(None));
    assert_eq!(
        minutes(7, Channel::Daring, &[], &[], &[noted(Some(3)), noted(None), noted(Some(6))]),
        Some(Some(6))
    );
}

#[test]
fn rows_that_happen_elsewhere_have_no_minutes() {
    let stays = [
        stay(Status::PengisianFormulir, at(23, 8, 0), at(23, 8, 30)),
        stay(Status::PemantauanSikap, at(23, 9, 0), at(23, 10, 0)),
    ];
    for row in [0, 1, 2, 8, 9] {
        assert_eq!(minutes(row, Channel::TatapMuka, &stays, &[], &[]), None, "{row}");
    }
}

#[test]
fn follow_up_words_name_company_office_and_limit_and_no_long_number() {
    let facts = FollowUpFacts {
        company: "CV Alas Roban 3325114508759002".to_owned(),
        permohonan_number: "2026/1/0007".to_owned(),
        office: "LPSE Kabupaten Contoh".to_owned(),
        office_contact: "(0285) 000000".to_owned(),
    };
    let until = day(2026, 12, 23);
    let reminder = |passed, waits_for| FollowUp::Reminder { until, passed, waits_for };
    for kind in [FollowUp::Sikap, reminder(false, Awaited::Visit), reminder(true, Awaited::Time)] {
        let words = follow_up_words(kind, &facts);
        let all = format!("{} {}", words.script.join(" "), words.message);
        assert!(!all.contains("3325114508759002"), "{all}");
        for said in ["CV Alas Roban", "LPSE Kabupaten Contoh", "(0285) 000000", "2026/1/0007"] {
            assert!(all.contains(said), "{said}: {all}");
        }
    }
    for (waits_for, how) in
        [(Awaited::Visit, "hadir dengan"), (Awaited::Mail, "membalas surel"), (Awaited::Time, "hari dan jam")]
    {
        let in_time = follow_up_words(reminder(false, waits_for), &facts).message;
        assert!(in_time.contains(how) && in_time.contains("paling lambat 23 Desember 2026"), "{in_time}");
        let late = follow_up_words(reminder(true, waits_for), &facts).message;
        assert!(late.contains(how) && late.contains("lewat pada 23 Desember 2026"), "{late}");
        assert!(!late.contains("paling lambat"), "{late}");
        assert_eq!(waits_for == Awaited::Visit, in_time.contains("hadir"), "{in_time}");
    }
    let unset = FollowUpFacts { office_contact: String::new(), ..facts };
    assert!(follow_up_words(FollowUp::Sikap, &unset).message.ends_with("LPSE Kabupaten Contoh"));
}
