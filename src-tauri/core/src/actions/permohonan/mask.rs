//! A permohonan without its numbers, for roles that may not see them (procedure 1.10).
//!
//! Numbers hide wherever an officer may have typed one: in reasons and notes as well as in fields.

use super::read_model::{CheckedValue, Permohonan};
use crate::masking::mask_numbers_in;
use crate::permohonan::RedirectTarget;
use crate::verifikasi::Row;

pub(super) fn hide_numbers(permohonan: &mut Permohonan) {
    permohonan.drafts.clear();
    let fields = permohonan.documents.iter_mut().flat_map(|document| document.fields.values_mut());
    permohonan.form.values_mut().chain(fields).for_each(hide_in_value);
    permohonan.assessment.rows.iter_mut().for_each(hide_in_row);
    permohonan.assessment.steps.iter_mut().filter_map(|step| step.overrun_reason.as_mut()).for_each(hide);
    let proposed = &mut permohonan.attendee_proposal;
    [&mut proposed.nik, &mut proposed.phone].into_iter().for_each(hide);
    permohonan.phone.iter_mut().for_each(|phone| hide(&mut phone.number));
    let record = &mut permohonan.record;
    record.surat_kuasa = None;
    record.form.values_mut().for_each(hide);
    let values = record.documents.values_mut().flat_map(|document| document.values.values_mut());
    values.for_each(hide);
    [&mut record.attendee_nik, &mut record.attendee_phone, &mut record.kewenangan_basis]
        .into_iter()
        .for_each(hide);
    [&mut record.npwp_key, &mut record.priority, &mut record.over_time_reason, &mut record.user_id_spse]
        .into_iter()
        .flatten()
        .for_each(hide);
    for change in &mut permohonan.changed {
        [&mut change.former, &mut change.new].into_iter().for_each(hide);
    }
    permohonan.former_asked.iter_mut().for_each(|line| hide_in_value(&mut line.checked));
    record.perubahan.iter_mut().flat_map(|perubahan| perubahan.former.values_mut()).for_each(hide);
    if let Some(request) = &mut record.request {
        [&mut request.sender, &mut request.sender_name, &mut request.subject].into_iter().for_each(hide);
    }
    record
        .sessions
        .iter_mut()
        .for_each(|session| [&mut session.join, &mut session.reason].into_iter().for_each(hide));
    for letter in &mut permohonan.letters {
        [&mut letter.letter.to, &mut letter.letter.words].into_iter().for_each(hide);
    }
    let hits = permohonan.daftar_hitam.iter_mut().flat_map(|answer| &mut answer.hits);
    hits.for_each(|hit| hide(&mut hit.listed.npwp));
    record.overruns.values_mut().flatten().map(|said| &mut said.reason).for_each(hide);
    record.notices.iter_mut().for_each(|notice| hide(&mut notice.words));
    record.shortages.iter_mut().for_each(|shortage| hide(&mut shortage.note));
    record.contacts.iter_mut().for_each(|contact| hide(&mut contact.note));
    record.taken_back.iter_mut().for_each(|taken| hide(&mut taken.reason));
    for correction in &mut record.corrections {
        hide(&mut correction.old);
        hide(&mut correction.new);
    }
    for decision in record.decisions.values_mut() {
        hide(&mut decision.reason);
        [&mut decision.form_value, &mut decision.document_value].into_iter().flatten().for_each(hide);
    }
    if let Some(RedirectTarget::LpseLain(name) | RedirectTarget::AkunLama(name)) = &mut record.redirect {
        hide(name);
    }
}

fn hide(text: &mut String) {
    *text = mask_numbers_in(text);
}

fn hide_in_value(value: &mut CheckedValue) {
    hide(&mut value.value);
    value.notes.iter_mut().for_each(|note| hide(&mut note.text));
}

fn hide_in_row(row: &mut Row) {
    let texts = [
        &mut row.form_value,
        &mut row.document_value,
        &mut row.form_hint,
        &mut row.former_value,
        &mut row.document_hint,
        &mut row.proposal,
        &mut row.reason,
    ];
    texts.into_iter().flatten().for_each(hide);
    row.notes.iter_mut().for_each(|note| hide(&mut note.text));
    if let Some(finding) = &mut row.finding {
        hide(&mut finding.explanation);
    }
}
