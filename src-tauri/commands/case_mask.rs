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
