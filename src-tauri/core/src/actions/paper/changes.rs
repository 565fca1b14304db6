//! What a change of data is told as on paper: both values of each field, as people read them, numbers masked.

use crate::contact::show_phone;
use crate::form::FormField;
use crate::masking::mask_numbers_in;
use crate::pdf::{ChangedData, DataChanges};
use crate::persyaratan::form_label;
use crate::store::read::CaseRecord;
use crate::wilayah;

pub(super) fn changes(record: &CaseRecord) -> DataChanges {
    let Some(perubahan) = &record.perubahan else { return DataChanges::default() };
    let fields = perubahan
        .changed(&record.form)
        .into_iter()
        .map(|change| ChangedData {
            label: form_label(change.field).to_owned(),
            former: shown(change.field, &change.former, perubahan.nothing()),
            new: shown(change.field, &change.new, "dikosongkan"),
        })
        .collect();
    DataChanges { fields, read_from_spse: perubahan.read_from_spse }
}

fn shown(field: FormField, value: &str, nothing: &str) -> String {
    match field {
        _ if value.is_empty() => nothing.to_owned(),
        FormField::Kabupaten => {
            wilayah::kabupaten(value).map_or_else(|| value.to_owned(), |known| known.name.to_owned())
        }
        FormField::Telepon | FormField::Hp => mask_numbers_in(&show_phone(value)),
        _ => mask_numbers_in(value),
    }
}
