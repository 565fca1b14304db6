//! Invitations, read back by another author's reader.

use calcard::icalendar::{ICalendar, ICalendarComponentType, ICalendarProperty};
use proptest::prelude::*;

use super::super::*;
use super::at;

pub(super) fn invitation() -> Invitation {
    Invitation {
        uid: "sesi-12@loket.example".to_owned(),
        stamp: at(2026, 11, 23, 1, 12),
        start: at(2026, 11, 30, 3, 0),
        minutes: 45,
        summary: "Verifikasi video CV Alas Roban Sejahtera".to_owned(),
        description: "Siapkan KTP asli; NPWP asli.\nKode ditunjukkan, di samping wajah \\ muka.".to_owned(),
        location: "https://zoom.example/j/8123?pwd=a,b;c".to_owned(),
        organizer: Some(MailAddress {
            name: "LPSE Kabupaten Contoh".to_owned(),
            address: "lpse@contoh.example".to_owned(),
        }),
        sequence: 0,
        status: InvitationStatus::Confirmed,
    }
}

/// What the other reader finds in the event: one text for each property.
fn read_back(ics: &str, property: ICalendarProperty) -> Option<String> {
    let calendar = ICalendar::parse(ics).unwrap_or_else(|entry| panic!("{entry:?}\n{ics}"));
    let events = calendar.components.iter();
    let events: Vec<_> =
        events.filter(|component| component.component_type == ICalendarComponentType::VEvent).collect();
    assert_eq!(events.len(), 1, "{ics}");
    let entry = events[0].property(&property)?;
    let value = entry.values.first()?;
    let time = value.as_partial_date_time().and_then(|time| time.to_rfc3339());
    let number = value.as_integer().map(|number| number.to_string());
    time.or(number).or_else(|| value.as_text().map(str::to_owned))
}

/// Every property of an event in order, so that nothing is added unseen.
fn names(ics: &str) -> Vec<&str> {
    let lines = ics.lines().filter(|line| !line.starts_with(' '));
    lines.map(|line| &line[..line.find([':', ';']).unwrap()]).collect()
}

#[test]
fn an_invitation_is_read_back_as_it_was_meant() {
    let ics = invitation().to_ics();
    let back = |property| read_back(&ics, property).unwrap();
    assert_eq!(back(ICalendarProperty::Uid), "sesi-12@loket.example");
    assert_eq!(back(ICalendarProperty::Dtstamp), "2026-11-23T01:12:00Z");
    assert_eq!(back(ICalendarProperty::Dtstart), "2026-11-30T03:00:00Z");
    assert_eq!(back(ICalendarProperty::Dtend), "2026-11-30T03:45:00Z");
    assert_eq!(back(ICalendarProperty::Summary), invitation().summary);
    assert_eq!(back(ICalendarProperty::Description), invitation().description);
    assert_eq!(back(ICalendarProperty::Location), invitation().location);
    assert_eq!(back(ICalendarProperty::Sequence), "0");
    assert!(back(ICalendarProperty::Organizer).contains("lpse@contoh.example"));
    assert_eq!(back(ICalendarProperty::Status).to_uppercase(), "CONFIRMED");
}

#[test]
fn the_file_holds_these_lines_and_no_others() {
    let ics = invitation().to_ics();
    assert_eq!(
        names(&ics),
        [
            "BEGIN",
            "VERSION",
            "PRODID",
            "CALSCALE",
            "METHOD",
            "BEGIN",
            "DESCRIPTION",
            "DTEND",
            "DTSTAMP",
            "DTSTART",
            "LOCATION",
            "ORGANIZER",
            "SEQUENCE",
            "STATUS",
            "SUMMARY",
            "UID",
            "END",
            "END"
        ]
    );
    assert!(ics.contains("\r\nMETHOD:PUBLISH\r\n") && ics.contains("\r\nVERSION:2.0\r\n"));
    assert!(ics.contains("DTSTART:20261130T030000Z\r\n"), "UTC, without a table of zones");
    assert_eq!(ics, invitation().to_ics(), "the same bytes");
    let bare = Invitation {
        organizer: None,
        description: "\n".to_owned(),
        location: " ".to_owned(),
        ..invitation()
    };
    let bare = bare.to_ics();
    assert!(
        ["ORGANIZER", "DESCRIPTION", "LOCATION"].iter().all(|name| !names(&bare).contains(name)),
        "{bare}"
    );
}

#[test]
fn a_moved_session_keeps_its_uid_and_counts_on() {
    let moved = Invitation { sequence: 2, start: at(2026, 12, 1, 3, 0), ..invitation() }.to_ics();
    assert_eq!(
        read_back(&moved, ICalendarProperty::Uid),
        read_back(&invitation().to_ics(), ICalendarProperty::Uid)
    );
    assert_eq!(read_back(&moved, ICalendarProperty::Sequence).unwrap(), "2");
    let off = Invitation { status: InvitationStatus::Cancelled, sequence: 3, ..invitation() }.to_ics();
    assert!(off.contains("\r\nSTATUS:CANCELLED\r\n") && off.contains("\r\nMETHOD:PUBLISH\r\n"));
}

#[test]
fn text_that_others_typed_cannot_add_a_line() {
    let hostile = "CV Alas\r\nATTACH:http://x.example\r\nEND:VEVENT\u{2028}\n\rRRULE:FREQ=DAILY\u{b}\u{0}";
    let ics = Invitation {
        uid: hostile.to_owned(),
        summary: hostile.to_owned(),
        description: hostile.to_owned(),
        location: hostile.to_owned(),
        organizer: Some(MailAddress { name: format!("\"{hostile}\";X=1"), address: hostile.to_owned() }),
        ..invitation()
    }
    .to_ics();
    assert_eq!(names(&ics), names(&invitation().to_ics()));
    assert!(!ics.replace("\r\n", "").contains(['\r', '\n', '\u{b}', '\u{0}']));
    assert!(read_back(&ics, ICalendarProperty::Rrule).is_none());
}

#[test]
fn the_last_piece_of_a_long_line_is_no_longer_than_the_others() {
    // The library behind folds at 75 octets and forgets the space before its last piece.
    for letters in 60..240 {
        let ics = Invitation { summary: "a".repeat(letters), ..invitation() }.to_ics();
        assert!(ics.split("\r\n").all(|line| line.len() <= 75), "{letters} letters");
        assert_eq!(read_back(&ics, ICalendarProperty::Summary).unwrap().len(), letters);
    }
}

proptest! {
    #[test]
    fn any_text_is_folded_at_75_octets_and_comes_back(
        summary in "[a-zA-Z0-9,;:\\\\\"é字😀 ]{0,300}",
        description in "[a-zA-Z0-9,;:\\\\\"é字😀 \n]{0,300}",
    ) {
        let ics = Invitation { summary: summary.clone(), description: description.clone(), ..invitation() }.to_ics();
        for line in ics.split("\r\n") {
            prop_assert!(line.len() <= 75, "{} octets: {line}", line.len());
            prop_assert!(!line.contains(['\r', '\n']));
        }
        let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let back = read_back(&ics, ICalendarProperty::Summary).unwrap_or_default();
        prop_assert_eq!(plain(&back), plain(&summary));
        let back = read_back(&ics, ICalendarProperty::Description).unwrap_or_default();
        prop_assert_eq!(plain(&back), plain(&description));
    }
}
