//! What a report of a period says, and that it goes on saying it.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, TimeZone as _, Utc};

use super::{CaseFacts, Period, PeriodKind, Phase, Recap, Spread, format_minutes, recap};
use crate::form::Profil;
use crate::layanan::Layanan;
use crate::permohonan::{Channel, Status, TransitionId};
use crate::reasons::Reason;
use crate::schedule::TimeZone;
use crate::sop::{Followed, MutuBaku, Said, Told};

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

/// Office time (WIB) of 2026.
fn at(month: u32, date: u32, hour: u32, minute: u32) -> DateTime<Utc> {
    TimeZone::Wib.moment(day(month, date), chrono::NaiveTime::from_hms_opt(hour, minute, 0).unwrap())
}

/// A case at the counter that goes through the given steps, each with the status that it leads to.
fn case(number: &str, steps: &[(TransitionId, Status, DateTime<Utc>)]) -> CaseFacts {
    let until = steps.iter().skip(1).map(|step| Some(step.2)).chain([None]);
    CaseFacts {
        id: format!("id-{number}"),
        number: number.to_owned(),
        company: "CV Contoh".to_owned(),
        npwp: String::new(),
        channel: Channel::TatapMuka,
        layanan: Layanan::AkunBaru,
        profil: Profil::BadanUsaha,
        phases: steps
            .iter()
            .zip(until)
            .map(|(&(transition, status, since), until)| Phase {
                status,
                transition,
                since,
                until,
                actor: "ratna".to_owned(),
                codes: Vec::new(),
            })
            .collect(),
        told: Vec::new(),
        followed: Vec::new(),
        erased: false,
        overruns: BTreeMap::new(),
        approval_reason: None,
    }
}

fn said(reason: &str, at: DateTime<Utc>) -> Said {
    Said { reason: reason.to_owned(), at }
}

/// Came at 9.00, was called at 9.10 and was found suitable after the given minutes.
fn verified(number: &str, month: u32, date: u32, minutes: u32) -> CaseFacts {
    case(
        number,
        &[
            (TransitionId::T01, Status::Draf, at(month, date, 8, 55)),
            (TransitionId::T05, Status::Diajukan, at(month, date, 8, 58)),
            (TransitionId::T08, Status::Antre, at(month, date, 9, 0)),
            (TransitionId::T15, Status::Verifikasi, at(month, date, 9, 10)),
            (
                TransitionId::T19,
                Status::Sesuai,
                at(month, date, 9 + (10 + minutes) / 60, (10 + minutes) % 60),
            ),
        ],
    )
}

fn report(kind: PeriodKind, of: NaiveDate, cases: Vec<CaseFacts>) -> Recap {
    recap(cases, Period::of(kind, of), &[], TimeZone::Wib, at(12, 31, 12, 0))
}

fn november(cases: Vec<CaseFacts>) -> Recap {
    report(PeriodKind::Bulan, day(11, 1), cases)
}

#[test]
fn periods_follow_the_calendar_of_the_office() {
    let february = Period::of(PeriodKind::Bulan, NaiveDate::from_ymd_opt(2028, 2, 29).unwrap());
    assert_eq!(february.last().to_string(), "2028-02-29");
    assert_eq!(february.next().first().to_string(), "2028-03-01");
    assert_eq!(Period::of(PeriodKind::Bulan, day(1, 31)).previous().label(), "Desember 2025");
    assert_eq!(Period::of(PeriodKind::Tahun, day(12, 31)).last(), day(12, 31));
    assert_eq!(Period::of(PeriodKind::Hari, day(2, 28)).next().label(), "1 Maret 2026");
    assert_eq!(Period::of(PeriodKind::Tahun, day(6, 1)).months().len(), 12);
    let (from, until) = Period::of(PeriodKind::Hari, day(11, 2)).bounds(TimeZone::Wit);
    assert_eq!(from, Utc.with_ymd_and_hms(2026, 11, 1, 15, 0, 0).unwrap());
    assert_eq!((until - from).num_hours(), 24);
}

#[test]
fn the_ends_of_the_calendar_are_no_trap() {
    for kind in [PeriodKind::Hari, PeriodKind::Bulan, PeriodKind::Tahun] {
        let first = Period::of(kind, NaiveDate::MIN);
        assert!(first.previous().first() <= first.first());
        let last = Period::of(kind, NaiveDate::MAX);
        assert!(last.next().first() >= last.first());
    }
}

#[test]
fn middle_and_nine_of_ten_are_taken_from_the_values_themselves() {
    assert_eq!(Spread::of(Vec::new()), Spread::default());
    assert_eq!(Spread::of(vec![7]), Spread { count: 1, median: Some(7), ninth: Some(7) });
    assert_eq!(Spread::of(vec![40, 10, 20, 30]), Spread { count: 4, median: Some(25), ninth: Some(40) });
    let hundred = Spread::of((1..=100).rev().collect());
    assert_eq!((hundred.median, hundred.ninth), (Some(50), Some(90)));
    assert_eq!(Spread::of((1..=10).collect()).ninth, Some(9));
    assert_eq!(Spread::of((1..=11).collect()).ninth, Some(10));
}

#[test]
fn minutes_are_never_rounded_up_over_a_standard() {
    for (seconds, words) in [
        (0, "0 menit"),
        (36, "0,6 menit"),
        (59, "0,9 menit"),
        (60, "1 menit"),
        (119, "1,9 menit"),
        (599, "9,9 menit"),
        (1_859, "30 menit"),
        (1_860, "31 menit"),
    ] {
        assert_eq!(format_minutes(seconds), words);
    }
}

#[test]
fn a_verification_of_exactly_its_standard_is_within_and_a_minute_more_is_over() {
    let told = november(vec![verified("1", 11, 2, 30), verified("2", 11, 3, 31)]);
    assert_eq!((told.verified.within, told.verified.over, told.verified.unexplained), (1, 1, 1));
    assert_eq!(told.deviations.len(), 1);
    assert_eq!((told.deviations[0].number.as_str(), told.deviations[0].minutes), ("2", 31));
    assert_eq!(told.deviations[0].reason, None);
    assert_eq!(told.cases.iter().map(|case| case.is_over()).collect::<Vec<_>>(), [false, true]);
}

#[test]
fn a_reason_that_was_given_stands_beside_the_long_row() {
    let mut late = verified("1", 11, 2, 45);
    late.overruns.insert(5, vec![said("Akta dicari.", at(11, 2, 10, 5))]);
    let mut empty = verified("2", 11, 2, 46);
    empty.approval_reason = Some(String::new());
    let mut approved = verified("3", 11, 2, 47);
    approved.approval_reason = Some("SPSE lambat".to_owned());
    let told = november(vec![late, empty, approved]);
    assert_eq!((told.verified.over, told.verified.unexplained), (3, 1));
    let reasons: Vec<_> = told.deviations.iter().map(|late| late.reason.as_deref()).collect();
    assert_eq!(reasons, [Some("Akta dicari."), None, Some("SPSE lambat")]);
}

#[test]
fn a_second_verification_that_nobody_explained_is_told_as_such() {
    let mut twice = case(
        "1",
        &[
            (TransitionId::T01, Status::Draf, at(11, 2, 8, 55)),
            (TransitionId::T15, Status::Verifikasi, at(11, 2, 9, 0)),
            (TransitionId::T18, Status::PerluPerbaikan, at(11, 2, 9, 45)),
            (TransitionId::T15, Status::Verifikasi, at(11, 3, 9, 0)),
            (TransitionId::T19, Status::Sesuai, at(11, 3, 9, 50)),
        ],
    );
    twice.overruns.insert(5, vec![said("Akta dicari.", at(11, 2, 9, 46))]);
    let told = november(vec![twice.clone()]);
    assert_eq!((told.verified.over, told.verified.unexplained), (1, 1));
    let reason = "Akta dicari; verifikasi ulang: tanpa alasan tertulis";
    assert_eq!(told.deviations[0].reason.as_deref(), Some(reason));

    twice.overruns.entry(5).or_default().push(said("Fotokopi buram", at(11, 3, 9, 55)));
    let told = november(vec![twice]);
    assert_eq!(told.verified.unexplained, 0);
    assert_eq!(told.deviations[0].reason.as_deref(), Some("Akta dicari; Fotokopi buram"));
}

#[test]
fn a_day_belongs_to_the_month_in_which_the_office_lives_it() {
    // 00.20 WIB of 1 December is still November in Greenwich.
    let mut night = verified("1", 11, 30, 5);
    for (phase, minute) in night.phases.iter_mut().zip(1..) {
        phase.since = at(12, 1, 0, 4 * minute);
        phase.until = phase.until.map(|_| at(12, 1, 0, 4 * minute + 4));
    }
    assert_eq!(november(vec![night.clone()]).verified.count(), 0);
    assert_eq!(report(PeriodKind::Bulan, day(12, 1), vec![night]).verified.count(), 1);
}

#[test]
fn what_happens_afterwards_changes_no_report_of_the_past() {
    let before = verified("1", 11, 30, 20);
    let told = november(vec![before.clone()]);
    let mut after = before;
    after.phases.last_mut().unwrap().until = Some(at(12, 1, 9, 0));
    let again = [
        (TransitionId::T22, Status::Verifikasi, at(12, 1, 9, 0)),
        (TransitionId::T18, Status::PerluPerbaikan, at(12, 1, 9, 40)),
    ];
    for (transition, status, since) in again {
        if let Some(last) = after.phases.last_mut() {
            last.until = Some(since);
        }
        let codes = if transition == TransitionId::T18 { vec!["P05".to_owned()] } else { Vec::new() };
        after.phases.push(Phase { status, transition, since, until: None, actor: "budi".to_owned(), codes });
    }
    assert_eq!(november(vec![after.clone()]), told);
    let december = report(PeriodKind::Bulan, day(12, 1), vec![after.clone()]);
    assert_eq!(december.verified.over, 1, "20 and 40 minutes together");
    assert_eq!(december.officers[0].officer, "budi");
    let year = report(PeriodKind::Tahun, day(1, 1), vec![after]);
    assert_eq!(year.verified.count(), 1, "once in the year");
    assert_eq!(year.months[10].verified.count() + year.months[11].verified.count(), 1);
}

#[test]
fn a_verification_that_went_over_the_night_is_counted_without_minutes() {
    let mut long = verified("1", 11, 2, 20);
    long.phases[3].until = Some(at(11, 3, 9, 0));
    long.phases[4].since = at(11, 3, 9, 0);
    let told = november(vec![long]);
    assert_eq!((told.verified.untold, told.verified.within, told.verified.over), (1, 0, 0));
    assert!(told.cases[0].minutes.is_none() && told.deviations.is_empty());
    assert_eq!(told.officers[0].count, 1);
    assert_eq!(told.officers[0].spread.count, 0);
}

#[test]
fn a_verification_that_runs_is_paused_or_was_called_off_has_no_result() {
    let mut runs = verified("1", 11, 2, 20);
    runs.phases.truncate(4);
    runs.phases[3].until = None;
    let mut paused = verified("2", 11, 2, 20);
    paused.phases[4] =
        Phase { status: Status::Ditunda, transition: TransitionId::T16, ..paused.phases[4].clone() };
    let mut off = verified("3", 11, 2, 20);
    off.phases[4] =
        Phase { status: Status::Dibatalkan, transition: TransitionId::T27, ..off.phases[4].clone() };
    let told = november(vec![runs, paused, off]);
    assert_eq!(told.verified.count(), 0);
    assert_eq!(told.flow.cancelled, 1);
    let row = told.steps.iter().find(|row| row.step.number == 5).unwrap();
    assert_eq!(row.spread.count, 0);
}

#[test]
fn a_case_that_was_called_off_leaves_no_row_behind_it_as_late() {
    let mut draft = verified("1", 11, 2, 20);
    draft.phases.truncate(2);
    draft.phases[1] = Phase {
        status: Status::Dibatalkan,
        transition: TransitionId::T27,
        since: at(11, 2, 15, 30),
        ..draft.phases[1].clone()
    };
    draft.phases[0].until = Some(at(11, 2, 15, 30));
    let mut sent_back = verified("2", 11, 2, 20);
    let suitable = sent_back.phases.last_mut().unwrap();
    suitable.until = Some(at(11, 2, 14, 0));
    let back = Phase {
        status: Status::Verifikasi,
        transition: TransitionId::T22,
        since: at(11, 2, 14, 0),
        until: None,
        ..suitable.clone()
    };
    sent_back.phases.push(back);
    let told = november(vec![draft, sent_back]);
    assert!(told.deviations.is_empty(), "{:?}", told.deviations);
    let row = |number: u8| told.steps.iter().find(|row| row.step.number == number).unwrap();
    assert_eq!((row(3).spread.count, row(5).spread.count, row(6).spread.count), (1, 0, 0));
    assert_eq!(told.flow.cancelled, 1);
}

#[test]
fn an_erased_case_blames_nobody_for_a_reason_that_was_destroyed_with_it() {
    let mut late = verified("1", 11, 2, 45);
    late.erased = true;
    let told = november(vec![late]);
    assert_eq!((told.verified.over, told.verified.unexplained), (1, 0));
    assert_eq!(told.deviations[0].reason.as_deref(), Some("Alasan dimusnahkan bersama datanya."));
}

#[test]
fn reasons_are_counted_by_step_and_a_withdrawn_sheet_asked_for_nothing() {
    let returned = |number: &str, codes: &[&str]| {
        let mut case = verified(number, 11, 4, 10);
        let last = case.phases.last_mut().unwrap();
        (last.status, last.transition) = (Status::PerluPerbaikan, TransitionId::T18);
        last.codes = codes.iter().map(|code| (*code).to_owned()).collect();
        case
    };
    let mut withdrawn = returned("3", &["P01"]);
    let sheet = withdrawn.phases.last_mut().unwrap();
    sheet.until = Some(at(11, 4, 10, 0));
    let back = Phase {
        status: Status::Verifikasi,
        transition: TransitionId::T31,
        since: at(11, 4, 10, 0),
        until: None,
        codes: Vec::new(),
        ..sheet.clone()
    };
    withdrawn.phases.push(back);
    let mut refused = returned("4", &["X01"]);
    let last = refused.phases.last_mut().unwrap();
    (last.status, last.transition) = (Status::Ditolak, TransitionId::T20);
    let cases = vec![
        returned("1", &["P05", "P08"]),
        returned("2", &["P08", "unknown to this program"]),
        withdrawn,
        refused,
    ];
    let told = november(cases);
    let counted: Vec<_> = told.reasons.iter().map(|one| (one.reason, one.count)).collect();
    assert_eq!(counted, [(Reason::P08, 2), (Reason::P05, 1), (Reason::X01, 1)]);
    assert_eq!((told.flow.returned, told.flow.rejected), (2, 1));
}

#[test]
fn waiting_is_counted_from_the_number_to_the_call_of_the_same_day() {
    let mut next_day = verified("2", 11, 2, 20);
    next_day.phases[3].since = at(11, 3, 8, 0);
    next_day.phases[2].until = Some(at(11, 3, 8, 0));
    let told = november(vec![verified("1", 11, 2, 20), next_day]);
    assert_eq!(told.waited, Spread { count: 1, median: Some(600), ninth: Some(600) });
}

#[test]
fn notices_and_calls_are_held_to_their_standard_each_time() {
    let mut online = verified("1", 11, 2, 20);
    online.channel = Channel::Daring;
    online.told = vec![
        Told { booked: at(10, 30, 9, 0), told: Some(at(10, 30, 9, 59)) },
        Told { booked: at(11, 2, 9, 0), told: Some(at(11, 2, 9, 7)) },
        Told { booked: at(11, 3, 9, 0), told: None },
    ];
    online.followed = vec![
        Followed { at: at(10, 31, 9, 0), minutes: Some(50) },
        Followed { at: at(11, 9, 9, 0), minutes: Some(3) },
        Followed { at: at(11, 12, 9, 0), minutes: None },
    ];
    let told = november(vec![online]);
    let row = |number: u8| told.steps.iter().find(|row| row.step.number == number).unwrap();
    assert_eq!((row(4).spread.median, row(4).over), (Some(420), 1));
    assert_eq!((row(7).spread.median, row(7).over), (Some(180), 0));
    assert_eq!((told.sikap.contacted, told.sikap.contacted_again), (1, 1));
    assert_eq!(row(3).spread.count, 0, "nobody came to the counter");
}

#[test]
fn each_row_is_held_to_the_minutes_of_the_day_on_which_it_began() {
    let newer = MutuBaku::new([5, 10, 5, 5, 15, 1, 5, 15]).unwrap();
    let cases = vec![verified("1", 11, 9, 20), verified("2", 11, 10, 20)];
    let period = Period::of(PeriodKind::Bulan, day(11, 1));
    let told = recap(cases, period, &[(day(11, 10), newer)], TimeZone::Wib, at(12, 1, 9, 0));
    assert_eq!((told.verified.within, told.verified.over), (1, 1));
    let row = told.steps.iter().find(|row| row.step.number == 5).unwrap();
    assert_eq!(row.standards, [15, 30]);
    let approval = told.steps.iter().find(|row| row.step.number == 6).unwrap();
    assert_eq!(approval.standards, [1], "that of the last day where nothing was measured");
}

#[test]
fn a_month_in_which_nothing_happened_is_a_report_too() {
    let told = november(Vec::new());
    assert_eq!(told.verified.count(), 0);
    assert_eq!(told.steps.len(), 5);
    assert!(told.months.is_empty() && told.reasons.is_empty());
}

#[test]
fn help_with_inaproc_is_counted_as_what_it_is_and_nowhere_else() {
    let mut change = verified("2026/1/0002", 11, 3, 20);
    change.layanan = Layanan::PerubahanData;
    change.phases[0].transition = TransitionId::T30;
    let mut help = case(
        "2026/1/0003",
        &[
            (TransitionId::T01, Status::Draf, at(11, 3, 9, 0)),
            (TransitionId::T05, Status::Diajukan, at(11, 3, 9, 20)),
            (TransitionId::T28, Status::Dialihkan, at(11, 3, 9, 20)),
        ],
    );
    help.layanan = Layanan::PendampinganInaproc;
    let cases = vec![verified("2026/1/0001", 11, 3, 20), change, help];
    let recap = report(PeriodKind::Bulan, day(11, 1), cases);
    let layanan =
        [("Dibuka: akun baru", 1), ("Dibuka: perubahan data", 1), ("Dibuka: pendampingan INAPROC", 1)];
    assert_eq!(recap.layanan_rows(), layanan);
    let flow = recap.flow;
    assert_eq!((flow.opened, flow.received, flow.redirected), (2, 2, 0), "help goes no way of the SOP");
    assert_eq!(recap.cases.len(), 2);
}

#[test]
fn an_office_that_does_nothing_else_reads_no_line_about_it() {
    let recap = report(PeriodKind::Bulan, day(11, 1), vec![verified("2026/1/0001", 11, 3, 20)]);
    assert_eq!(recap.layanan_rows(), []);
}
