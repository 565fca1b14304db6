//! A day on which nothing ends as the month of sixty does: approved on a call, sent on, withdrawn, lapsed; by two.

use chrono::TimeDelta;
use loket_core::actions::TangkapanMarks;
use loket_core::laporan::{OfficerLoad, PeriodKind};
use loket_core::permohonan::{Channel, RedirectTarget, Status};
use loket_core::tangkapan::{TangkapanShows, TangkapanSource};
use loket_tests::{DEWI, Office, RATNA, SRI, finish};

#[test]
fn every_other_end_is_counted_apart_and_each_verifikator_has_the_own_line() {
    let office = Office::staffed();
    let mut ratna = office.sit_down(RATNA);
    let without_link = ratna.walk_in("S-09");
    ratna.fill_form(&without_link);
    let registered = ratna.record(&without_link).opened_at;
    ratna.session.register_email(&without_link.case, registered).unwrap();

    // Thursday of the same week.
    office.clock.set(2026, 11, 26, 8, 0);
    ratna.session.lapse_link(&without_link.case).unwrap();
    let elsewhere = ratna.take_in("S-03");
    let other = RedirectTarget::LpseLain("LPSE Kabupaten Sebelah".to_owned());
    ratna.session.redirect(&elsewhere.case, other, "").unwrap();
    let withdrawn = ratna.take_in("S-07");
    ratna.session.cancel(&withdrawn.case, "Salah loket").unwrap();

    let online = ratna.take_in_online("S-02");
    let start = ratna.session.store().now() + TimeDelta::minutes(60);
    ratna.promise(&online, start);
    office.pass(60);
    ratna.call(&online);
    ratna.greet(&online);
    ratna.see_originals(&online);
    ratna.compare_everything(&online);
    ratna.answer_questions(&online);
    office.pass(22);
    let face = ratna.capture_call(&online, TangkapanSource::Layar);
    let marks = TangkapanMarks { shows: Some(TangkapanShows::Wajah), code_visible: true, readable: true };
    ratna.session.mark_tangkapan(&online.case, &face, marks).unwrap();
    ratna.declare(&online);
    ratna.approve(&online);
    ratna.leave();

    let mut dewi = office.sit_down(DEWI);
    let guest = dewi.take_in("S-01");
    dewi.verify(&guest);
    office.pass(12);
    dewi.declare(&guest);
    dewi.approve(&guest);
    dewi.leave();

    let sri = office.sit_down(SRI);
    let recap = sri.session.report(PeriodKind::Hari, sri.session.today()).unwrap().recap;
    let flow = recap.flow;
    assert_eq!((flow.approved, flow.redirected, flow.cancelled, flow.lapsed), (2, 1, 1, 1));
    assert_eq!((flow.opened, flow.rejected, flow.missed), (4, 0, 0), "the fifth was opened on Monday");
    assert_eq!((recap.verified.count(), recap.verified.within), (2, 2));
    assert_eq!((recap.channels[&Channel::TatapMuka], recap.channels[&Channel::Daring]), (1, 1));
    let median = |line: &OfficerLoad| line.spread.median.map(|seconds| seconds / 60);
    let mut loads: Vec<_> = recap.officers.iter().map(|line| (line.count, median(line))).collect();
    loads.sort_unstable();
    assert_eq!(loads, [(1, Some(12)), (1, Some(22))]);
    assert!(recap.cases.iter().all(|case| case.result == Status::Sesuai));
    sri.leave();
    finish(office);
}
