//! What the daftar hitam of the office says about a vendor, on the wire.

use loket_core::actions::daftar_hitam::DaftarHitamAnswer;
use loket_core::daftar_hitam::Agreement;
use serde::Serialize;
use ts_rs::TS;

#[derive(Serialize, TS)]
pub struct DaftarHitamAnswerView {
    /// ISO date.
    pub list_date: String,
    /// Vendors of the list with a number of this one; what holds today stands first.
    pub hits: Vec<DaftarHitamHitView>,
}

#[derive(Serialize, TS)]
pub struct DaftarHitamHitView {
    pub name: String,
    pub npwp: String,
    pub agreement: Agreement,
    /// Whether the sanction holds today.
    pub holds: bool,
    /// ISO dates; nothing where the list does not say it.
    pub from: Option<String>,
    pub until: Option<String>,
    pub decision: String,
}

impl From<&DaftarHitamAnswer> for DaftarHitamAnswerView {
    fn from(answer: &DaftarHitamAnswer) -> Self {
        let hits = answer.hits.iter().map(|hit| DaftarHitamHitView {
            name: hit.listed.name.clone(),
            npwp: hit.listed.npwp.clone(),
            agreement: hit.agreement,
            holds: hit.holds,
            from: hit.listed.from.map(|day| day.to_string()),
            until: hit.listed.until.map(|day| day.to_string()),
            decision: hit.listed.decision.clone(),
        });
        Self { list_date: answer.list_date.to_string(), hits: hits.collect() }
    }
}
