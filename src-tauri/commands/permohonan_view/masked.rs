//! Who may not see numbers (procedure 1.10) finds none on the wire, wherever an officer wrote one.

use loket_tests::numbers::{TARGET, WRITTEN, Written, numbers_everywhere, redirected_with_numbers};
use loket_tests::{Guest, JOKO, Office, Officer, RATNA, SRI, finish};
use serde_json::Value;

use super::view_of;

/// Every text that the window gets about the case, wherever it stands in the view.
fn texts_shown_to(office: &Office, officer: Officer, guest: &Guest) -> Vec<String> {
    fn collect(value: Value, texts: &mut Vec<String>) {
        match value {
            Value::String(text) => texts.push(text),
            Value::Array(values) => values.into_iter().for_each(|value| collect(value, texts)),
            Value::Object(fields) => fields.into_values().for_each(|value| collect(value, texts)),
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }
    let mut desk = office.sit_down(officer);
    let view = view_of(&mut desk.session, &guest.case).unwrap();
    let mut texts = Vec::new();
    collect(serde_json::to_value(view).unwrap(), &mut texts);
    desk.leave();
    texts
}

#[track_caller]
fn only_the_verifikator_sees(office: &Office, guest: &Guest, on_screen: &[&Written], numbers: &[Written]) {
    let shown = texts_shown_to(office, RATNA, guest);
    for each in on_screen {
        assert!(shown.iter().any(|text| text.contains(&each.text())), "{}", each.place);
    }
    for officer in [SRI, JOKO] {
        let shown = texts_shown_to(office, officer, guest);
        for each in numbers {
            let found = shown.iter().find(|text| each.is_shown_in(text));
            assert_eq!(found, None, "{} shown to {}", each.place, officer.name);
        }
        for each in on_screen {
            assert!(shown.iter().any(|text| text.contains(each.words)), "{} is still told", each.place);
        }
    }
}

#[test]
fn koordinator_and_auditor_read_the_case_without_any_number_an_officer_wrote() {
    use loket_tests::numbers::{CALL, KEWENANGAN, OVER_TIME, ROW, SHORTAGE};
    let office = Office::staffed();
    let mut ratna = office.sit_down(RATNA);
    let guest = numbers_everywhere(&office, &mut ratna);
    ratna.leave();
    only_the_verifikator_sees(&office, &guest, &[&SHORTAGE, &ROW, &CALL, &OVER_TIME, &KEWENANGAN], &WRITTEN);
    finish(office);
}

#[test]
fn where_a_case_was_sent_is_told_without_the_number_in_it() {
    let office = Office::staffed();
    let mut ratna = office.sit_down(RATNA);
    let guest = redirected_with_numbers(&mut ratna);
    ratna.leave();
    only_the_verifikator_sees(&office, &guest, &[&TARGET], &[TARGET]);
    finish(office);
}

#[test]
fn who_may_not_see_numbers_is_told_of_a_duplicate_without_any() {
    use loket_core::form::FormField;
    let office = Office::staffed();
    let mut ratna = office.sit_down(RATNA);
    let first = ratna.take_in("S-01");
    let other_office = "99.700.101.1-513.001";
    let second = ratna.prepare("S-01");
    ratna.session.set_form_field(&second.case, FormField::Npwp, other_office).unwrap();
    let number = ratna.record(&first).number;
    ratna.leave();
    let question = format!("Wajib pajak sama dengan permohonan {number}");
    for officer in [RATNA, SRI, JOKO] {
        let shown = texts_shown_to(&office, officer, &second);
        assert!(shown.iter().any(|text| text.starts_with(&question)), "asked of {}", officer.name);
    }
    for officer in [SRI, JOKO] {
        for text in texts_shown_to(&office, officer, &second) {
            for secret in
                ["0997001011513", "997001011513", "99.700.101.1", "3325114508759002", "081200009001"]
            {
                assert!(!text.contains(secret), "{text} shown to {}", officer.name);
            }
        }
    }
    finish(office);
}
