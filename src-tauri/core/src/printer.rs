//! Printer: papers leave through the spool of the system, and are followed until they are printed.
//!
//! On Linux `lp` of CUPS takes them; the paper size and the scale are always given, because a queue's default may be Letter
//! and a shrunk card is no longer true to size. `lp` answers that all is well even for a printer that is switched off, so
//! every job is asked about until it ends. CUPS keeps the document of a job on the disk, for a day as a rule: a job that has
//! ended is purged, and one that cannot be printed is not left to wait there.

#[cfg(target_os = "linux")]
mod cups;
mod job;
#[cfg(target_os = "linux")]
mod lp;
mod receipt;
mod trouble;

pub use self::job::{Document, Goes, Job, JobState, JobTitle, Printer, Queue};
pub use self::receipt::{DOTS_PER_MM, Roll, receipt};
pub use self::trouble::PrintTrouble;

#[cfg(target_os = "linux")]
pub use self::lp::{Patience, Spool};

#[cfg(not(target_os = "linux"))]
pub use self::elsewhere::{Patience, Spool};

#[cfg(not(target_os = "linux"))]
mod elsewhere {
    use super::{Document, Goes, Job, JobTitle, PrintTrouble, Printer, Queue};
    use crate::error::{Code, Error, Result};

    /// Printing on this system comes with its packages; until then a paper is saved.
    #[derive(Clone, Debug, Default)]
    pub struct Spool;

    #[derive(Clone, Copy, Debug, Default)]
    pub struct Patience;

    impl Spool {
        pub fn printers(&self) -> Vec<Printer> {
            Vec::new()
        }

        pub fn installed(&self) -> Option<Vec<Queue>> {
            Some(Vec::new())
        }

        pub fn send(&self, _: &Document, _: Option<&str>, _: u8, _: JobTitle) -> Result<Job> {
            Err(Error::new(Code::PrinterMissing, "printing is not offered on this system yet"))
        }

        pub fn follow(
            &self,
            _: &Job,
            _: Patience,
            _: &mut dyn FnMut(Option<PrintTrouble>) -> Goes,
        ) -> Result<(), PrintTrouble> {
            Err(PrintTrouble::TidakDitemukan)
        }
    }
}

#[cfg(test)]
#[cfg(target_os = "linux")]
mod tests;
