//! What is due towards the vendor, on the wire.

use loket_core::actions::follow_up::FollowUpOutlook;
use serde::Serialize;
use ts_rs::TS;

#[derive(Serialize, TS)]
pub struct FollowUpView {
    /// Sentences for the telephone, in order.
    pub script: Vec<String>,
    /// For e-mail or WhatsApp.
    pub message: String,
    /// ISO days on which SIKAP is asked about.
    pub days: Vec<String>,
    /// Days since the request, of a reminder that is due.
    #[ts(type = "number | null")]
    pub reminder: Option<i64>,
}

impl From<FollowUpOutlook> for FollowUpView {
    fn from(outlook: FollowUpOutlook) -> Self {
        Self {
            script: outlook.words.script,
            message: outlook.words.message,
            days: outlook.days.iter().map(ToString::to_string).collect(),
            reminder: outlook.reminder,
        }
    }
}
