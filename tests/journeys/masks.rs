//! The timeline tells koordinator and auditor what happened, and whose number it was about it does not.

use loket_core::actions::timeline::TimelineLine;
use loket_tests::numbers::{
    REDIRECTED, TARGET, WRITTEN, Written, numbers_everywhere, redirected_with_numbers,
};
use loket_tests::{JOKO, Office, RATNA, SRI, finish};

#[track_caller]
fn tells_all(timeline: &[TimelineLine], written: &[Written]) {
    for each in written.iter().filter(|each| each.in_timeline) {
        let text = each.text();
        assert!(timeline.iter().any(|line| line.text.contains(&text)), "{}: {timeline:#?}", each.place);
    }
}

#[track_caller]
fn tells_all_but_numbers(timeline: &[TimelineLine], written: &[Written]) {
    for each in written {
        let shown = timeline.iter().find(|line| each.is_shown_in(&line.text));
        assert_eq!(shown, None, "{}", each.place);
        let told = timeline.iter().any(|line| line.text.contains(each.words));
        assert_eq!(told, each.in_timeline, "{}: {timeline:#?}", each.place);
    }
}

#[test]
fn numbers_that_an_officer_wrote_anywhere_are_hidden_from_koordinator_and_auditor() {
    let office = Office::staffed();
    let mut ratna = office.sit_down(RATNA);
    let guest = numbers_everywhere(&office, &mut ratna);
    tells_all(&ratna.session.timeline(&guest.case).unwrap(), &WRITTEN);
    ratna.leave();
    for officer in [SRI, JOKO] {
        let desk = office.sit_down(officer);
        tells_all_but_numbers(&desk.session.timeline(&guest.case).unwrap(), &WRITTEN);
        desk.leave();
    }
    finish(office);
}

#[test]
fn numbers_in_a_redirection_are_hidden_too() {
    let office = Office::staffed();
    let mut ratna = office.sit_down(RATNA);
    let guest = redirected_with_numbers(&mut ratna);
    tells_all(&ratna.session.timeline(&guest.case).unwrap(), &[TARGET, REDIRECTED]);
    ratna.leave();
    for officer in [SRI, JOKO] {
        let desk = office.sit_down(officer);
        tells_all_but_numbers(&desk.session.timeline(&guest.case).unwrap(), &[TARGET, REDIRECTED]);
        desk.leave();
    }
    finish(office);
}
