//! Numbered places in every durable write, where a test may stop the process or make the disk fail.
//!
//! The desk runs with [`NoPoints`]; kill tests abort at a named point, and failure tests return
//! the error that a full or read-only disk would give there.

use std::io;

/// Watches the write points. `at` is called before the step that the point's name announces.
pub trait WritePoints: Send + Sync {
    /// An error here is handled exactly as if the operating system had refused the next step.
    fn at(&self, point: &'static str) -> io::Result<()> {
        let _ = point;
        Ok(())
    }
}

/// Watches nothing; what the desk uses.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoPoints;

impl WritePoints for NoPoints {}
