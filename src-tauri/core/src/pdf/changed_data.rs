//! Which data of an account change, each with what was verified before and what holds from now on.

use super::layout::{Column, Flow};
use super::text::plain;

/// One field that changes. Numbers come masked.
#[derive(Clone, Debug, Default)]
pub struct ChangedData {
    pub label: String,
    pub former: String,
    pub new: String,
}

/// All of them.
#[derive(Clone, Debug, Default)]
pub struct DataChanges {
    pub fields: Vec<ChangedData>,
    /// The former data were not verified by this office: an officer read them in SPSE or on the document of before.
    pub read_from_spse: bool,
}

/// The table; nothing where nothing changes.
pub(super) fn changed_data(flow: &mut Flow, changes: &DataChanges) {
    if changes.fields.is_empty() {
        return;
    }
    let former = if changes.read_from_spse { "Semula, menurut SPSE atau dokumen lama" } else { "Semula" };
    let columns = [
        Column::words("Data yang berubah", 0.28),
        Column::words(former, 0.36),
        Column::words("Menjadi", 0.36),
    ];
    let rows: Vec<_> = changes
        .fields
        .iter()
        .map(|change| [&change.label, &change.former, &change.new].map(|cell| vec![plain(cell)]).to_vec())
        .collect();
    flow.table(&columns, &rows);
}
