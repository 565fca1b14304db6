//! A case without its numbers, for roles that may not see them (procedure 1.10).

use loket_core::masking::mask_numbers_in;

use super::case_view::CaseView;

/// What remains for a role that sees cases without their numbers.
pub fn mask(view: &mut CaseView) {
    let hide = |text: &mut String| *text = mask_numbers_in(text);
    view.drafts.clear();
    view.surat_kuasa = None;
    hide(&mut view.attendee.nik);
    hide(&mut view.attendee.phone);
    let fields = view.documents.iter_mut().flat_map(|document| document.fields.values_mut());
    view.form.values_mut().chain(fields).for_each(|field| {
        hide(&mut field.value);
        field.notes.iter_mut().for_each(|note| hide(&mut note.text));
    });
    for correction in &mut view.corrections {
        hide(&mut correction.old);
        hide(&mut correction.new);
    }
    view.contacts.iter_mut().for_each(|contact| hide(&mut contact.note));
    view.shortages.iter_mut().for_each(|shortage| hide(&mut shortage.note));
    [&mut view.redirected_to, &mut view.over_time_reason].into_iter().flatten().for_each(hide);
    for row in &mut view.rows {
        let texts =
            [&mut row.form_value, &mut row.document_value, &mut row.form_hint, &mut row.document_hint];
        texts.into_iter().flatten().for_each(hide);
        row.reason.iter_mut().for_each(hide);
        hide(&mut row.explanation);
        row.notes.iter_mut().for_each(|note| hide(&mut note.text));
    }
}

#[cfg(test)]
mod tests {
    use loket_tests::numbers::{TARGET, WRITTEN, Written, numbers_everywhere, redirected_with_numbers};
    use loket_tests::{Guest, JOKO, Office, Officer, RATNA, SRI, finish};
    use serde_json::Value;

    use crate::commands::case_view::view_of;

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
    fn only_the_verifikator_sees(
        office: &Office,
        guest: &Guest,
        on_screen: &[&Written],
        numbers: &[Written],
    ) {
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
        use loket_tests::numbers::{CALL, OVER_TIME, ROW, SHORTAGE};
        let office = Office::staffed();
        let mut ratna = office.sit_down(RATNA);
        let guest = numbers_everywhere(&office, &mut ratna);
        ratna.leave();
        only_the_verifikator_sees(&office, &guest, &[&SHORTAGE, &ROW, &CALL, &OVER_TIME], &WRITTEN);
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
}
