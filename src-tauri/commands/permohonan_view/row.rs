//! Rows of the comparison.

use loket_core::document::DocumentKind;
use loket_core::form::{DocumentField, FormField};
use loket_core::outcome::{Note, Outcome};
use loket_core::verifikasi::{Decision, Row, RowGroup, RowKey};
use serde::Serialize;
use ts_rs::TS;

#[derive(Serialize, TS)]
pub struct ReadyReason {
    pub code: String,
    pub label: String,
    pub sentence: String,
}

#[derive(Serialize, TS)]
pub struct ComparisonRow {
    pub key: RowKey,
    pub group: RowGroup,
    pub label: String,
    /// The field of the form behind it, which may be corrected while verifying.
    pub form_field: Option<FormField>,
    pub form_value: Option<String>,
    pub form_hint: Option<String>,
    /// What was verified before, where the form says something else now.
    pub former_value: Option<String>,
    pub document_value: Option<String>,
    pub document_hint: Option<String>,
    /// What the document probably says, to be confirmed with the original in hand.
    pub proposal: Option<String>,
    pub document: Option<DocumentKind>,
    /// Field to type when the document value is still empty.
    pub document_field: Option<DocumentField>,
    pub outcome: Option<Outcome>,
    pub explanation: String,
    pub notes: Vec<Note>,
    pub compulsory: bool,
    /// Only the verifikator's eye or ear can judge this row.
    pub by_eye: bool,
    pub overridable: bool,
    /// It passes only with a written reason.
    pub needs_reason: bool,
    /// It passes only with a reason from `ready_reasons`.
    pub needs_listed_reason: bool,
    pub decision: Option<Decision>,
    pub reason: Option<String>,
    pub reason_code: Option<String>,
    /// Ticked by the program after the original of its document was seen.
    pub preticked: bool,
    pub ready_reasons: Vec<ReadyReason>,
    pub repair_codes: Vec<String>,
}

impl ComparisonRow {
    pub(super) fn of(row: &Row) -> Self {
        Self {
            outcome: row.outcome(),
            form_field: row.key.form_field(),
            key: row.key,
            group: row.group,
            label: row.label.to_owned(),
            form_value: row.form_value.clone(),
            form_hint: row.form_hint.clone(),
            former_value: row.former_value.clone(),
            document_value: row.document_value.clone(),
            document_hint: row.document_hint.clone(),
            proposal: row.proposal.clone(),
            document: row.document,
            document_field: row.document_field,
            explanation: row.finding.as_ref().map(|found| found.explanation.clone()).unwrap_or_default(),
            notes: row.notes.clone(),
            compulsory: row.compulsory,
            by_eye: row.by_eye,
            overridable: row.overridable,
            needs_reason: row.needs_reason(),
            needs_listed_reason: row.needs_listed_reason(),
            decision: row.decision,
            reason: row.reason.clone(),
            reason_code: row.reason_code.clone(),
            preticked: row.preticked,
            ready_reasons: row
                .ready_reasons
                .iter()
                .map(|reason| ReadyReason {
                    code: reason.code.to_owned(),
                    label: reason.label.to_owned(),
                    sentence: reason.sentence.to_owned(),
                })
                .collect(),
            repair_codes: row.repair_codes.iter().map(|reason| reason.code().to_owned()).collect(),
        }
    }
}
