//! What a spool is told, and how it says that a job stands.

use super::trouble::PrintTrouble;

/// A printer queue of this computer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Printer {
    pub name: String,
    pub is_default: bool,
}

/// Title of a job as the spool shows it: a kind of paper, never a name or a number.
pub type JobTitle = &'static str;

/// What the spool took.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    pub(super) queue: String,
    /// Name of the queue and number, `Kantor-12`. A spool that tells none cannot be asked about it.
    pub(super) id: Option<String>,
}

impl Job {
    /// Name of the queue that took it.
    pub fn queue(&self) -> &str {
        &self.queue
    }
}

/// Whether a job is wanted still.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Goes {
    On,
    /// Somebody takes it out of the spool.
    Away,
}

/// How a job stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JobState {
    /// It waits or is being printed; with what keeps it from that.
    Jalan(Option<PrintTrouble>),
    Tercetak,
    Gagal(PrintTrouble),
}
