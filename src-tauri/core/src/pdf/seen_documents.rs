//! Which documents were seen, how, and which sealed picture stays of each: the same table on every paper that tells it.

use super::layout::{Column, Flow};
use super::text::{code, plain};

/// A document and how it was seen.
#[derive(Clone, Debug, Default)]
pub struct SeenDocument {
    pub name: String,
    /// "Dokumen asli diperiksa langsung".
    pub seen: String,
    /// "Gambar tersegel".
    pub archive: String,
    /// Short hash of the sealed picture, "9f3a 71c0…". May be empty.
    pub hash: String,
}

/// The table; nothing where no document was seen.
pub(super) fn seen_documents(flow: &mut Flow, documents: &[SeenDocument]) {
    if documents.is_empty() {
        return;
    }
    let columns =
        [Column::words("Dokumen", 0.28), Column::words("Cara dilihat", 0.36), Column::words("Arsip", 0.36)];
    let rows: Vec<_> = documents
        .iter()
        .map(|document| {
            let archive = vec![plain(&document.archive), plain(" "), code(&document.hash)];
            vec![vec![plain(&document.name)], vec![plain(&document.seen)], archive]
        })
        .collect();
    flow.table(&columns, &rows);
}
