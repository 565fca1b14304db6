//! A letter that waits to be sent, or was, on the wire.

use loket_core::actions::outbox::LetterState;
use loket_core::outbox::LetterEnd;
use loket_core::schedule::NoticeKind;
use serde::Serialize;
use ts_rs::TS;

#[derive(Serialize, TS)]
pub struct LetterView {
    pub id: String,
    pub permohonan: String,
    pub kind: NoticeKind,
    pub kind_label: String,
    pub queued_at: String,
    /// Nothing while it waits.
    pub end: Option<LetterEnd>,
    pub ended_at: Option<String>,
    /// What happened at the last try, while it waits.
    pub why: Option<String>,
    /// When it is tried again, where a try failed.
    pub next_try_at: Option<String>,
}

impl LetterView {
    pub fn of(state: &LetterState) -> Self {
        let LetterState { letter, tries } = state;
        Self {
            id: letter.id.clone(),
            permohonan: letter.case.clone(),
            kind: letter.kind,
            kind_label: letter.kind.label().to_owned(),
            queued_at: letter.queued_at.to_rfc3339(),
            end: letter.end.map(|(end, _)| end),
            ended_at: letter.end.map(|(_, at)| at.to_rfc3339()),
            why: tries.as_ref().map(|tries| tries.why.what_happened()),
            next_try_at: tries.as_ref().map(|tries| tries.next_at().to_rfc3339()),
        }
    }
}
