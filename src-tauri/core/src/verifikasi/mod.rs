//! Verifikasi: comparing the SPSE form with documents and originals, and what still stands open.
//!
//! Source: procedure 3.6 (which field with which document), 1.8 (guards of T-19), design section 11.
//! The program finds (SAMA, SETARA, MIRIP, BEDA); a person decides (cocok, cocok dengan catatan,
//! tidak cocok). Nothing in here reads a store or a clock, and nothing approves anything.
//!
//! An action fills [`CaseFacts`] and asks [`rows()`] for the screen and [`evidence`] for T-19.

mod facts;
mod fields;
mod guards;
mod judgement;
mod kuasa;
mod letter;
mod perubahan;
mod proposal;
mod ready;
mod row;
mod row_key;
mod rows;
#[cfg(test)]
mod tests;

pub use facts::{
    Attendee, CaseFacts, DaftarHitam, DocumentFacts, JawabanDaftarHitam, Kewenangan, OnlineSession,
    RowDecision, Seen, SuratKuasa,
};
pub use fields::{FieldContext, check_document_field, check_form_field, form_gaps};
pub use guards::{evidence, evidence_of};
pub use judgement::{Judgement, ValueKind, Verdict, judge_pair, judge_value};
pub use kuasa::asks_authority;
pub use letter::letter_date_notes;
pub use proposal::{AttendeeProposal, attendee_proposal, proposal};
pub use ready::ReadyReason;
pub use row::{Decision, Objection, Row};
pub use row_key::{RowGroup, RowKey};
pub use rows::rows;
