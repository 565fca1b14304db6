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

/// The table; nothing where nothing changes.
pub(super) fn changed_data(flow: &mut Flow, changes: &[ChangedData]) {
    if changes.is_empty() {
        return;
    }
    let columns = [
        Column::words("Data yang berubah", 0.28),
        Column::words("Semula", 0.36),
        Column::words("Menjadi", 0.36),
    ];
    let rows: Vec<_> = changes
        .iter()
        .map(|change| [&change.label, &change.former, &change.new].map(|cell| vec![plain(cell)]).to_vec())
        .collect();
    flow.table(&columns, &rows);
}
