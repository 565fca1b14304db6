//! Pictures of the video call on the wire.

use loket_core::actions::TangkapanRecord;
use loket_core::actions::online::standing;
use loket_core::actions::permohonan::Permohonan;
use loket_core::tangkapan::{TangkapanShows, TangkapanSource};
use serde::Serialize;
use ts_rs::TS;

#[derive(Serialize, TS)]
pub struct TangkapanView {
    pub id: String,
    /// Which session of the case.
    pub session: u32,
    pub source: TangkapanSource,
    pub source_label: String,
    /// When Loket sealed it.
    pub sealed_at: String,
    /// What a phone's camera said, beside which the session stands.
    pub exif_at: Option<String>,
    /// Why it does not count as evidence of the call (G-DARING); `null`: it counts.
    pub objection: Option<&'static str>,
    pub shows: Option<TangkapanShows>,
    pub code_visible: bool,
    pub readable: bool,
    pub width: u32,
    pub height: u32,
}

impl TangkapanView {
    pub fn all(permohonan: &Permohonan) -> Vec<Self> {
        let record = &permohonan.record;
        let objection = |tangkapan: &TangkapanRecord| standing(record, tangkapan).objection();
        record.tangkapan.iter().filter_map(|kept| Self::of(kept, objection(kept))).collect()
    }

    /// Pictures of a filled SIKAP; no call is asked about them.
    pub fn sikap(permohonan: &Permohonan) -> Vec<Self> {
        let kept = permohonan.record.sikap_proof.iter();
        kept.filter_map(|kept| {
            let source_label = kept.source.label_outside_call().to_owned();
            Some(Self { source_label, ..Self::of(kept, None)? })
        })
        .collect()
    }

    /// Nothing once it is erased.
    fn of(tangkapan: &TangkapanRecord, objection: Option<&'static str>) -> Option<Self> {
        (!tangkapan.erased).then(|| Self {
            id: tangkapan.id.clone(),
            session: tangkapan.session,
            source: tangkapan.source,
            source_label: tangkapan.source.label().to_owned(),
            sealed_at: tangkapan.sealed_at.to_rfc3339(),
            exif_at: tangkapan.exif_at.map(|at| at.to_rfc3339()),
            objection,
            shows: tangkapan.marks.shows,
            code_visible: tangkapan.marks.code_visible,
            readable: tangkapan.marks.readable,
            width: tangkapan.width,
            height: tangkapan.height,
        })
    }
}
