//! What a spool is told, and how it says that a job stands.

use zeroize::Zeroizing;

use super::trouble::PrintTrouble;

/// A printer queue of this computer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Printer {
    pub name: String,
    pub is_default: bool,
}

/// A queue with what keeps it from printing, as far as the spool knows: many printers tell only while they print.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Queue {
    pub printer: Printer,
    pub trouble: Option<PrintTrouble>,
}

/// What a queue is given.
#[derive(Clone, Debug)]
pub enum Document {
    /// A PDF, at true size on A4.
    A4(Zeroizing<Vec<u8>>),
    /// Commands for a receipt printer, which pass no filter.
    Receipt(Vec<u8>),
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
