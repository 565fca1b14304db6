//! Counts write points inside the running step and cuts the power at one of them.

use std::io::{self, Write as _};
use std::sync::Mutex;

use loket_core::store::write_point::WritePoints;

/// Stops the process, as a power cut would, at the `index`-th write point of the step `step`.
pub struct Cutter {
    target: Option<(String, usize)>,
    now: Mutex<(&'static str, usize)>,
}

impl Cutter {
    pub fn new(target: Option<(String, usize)>) -> Self {
        Self { target, now: Mutex::new(("", 0)) }
    }

    /// Names the step that begins; its points are counted from nought.
    pub fn enter(&self, step: &'static str) {
        *self.now.lock().expect("lock") = (step, 0);
    }

    pub fn is_target(&self, step: &str) -> bool {
        self.target.as_ref().is_some_and(|(target, _)| target == step)
    }
}

impl WritePoints for Cutter {
    fn at(&self, point: &'static str) -> io::Result<()> {
        let mut now = self.now.lock().expect("lock");
        if let Some((step, index)) = &self.target
            && (now.0, now.1) == (step.as_str(), *index)
        {
            let mut out = io::stdout().lock();
            let _ = writeln!(out, "cut {point}");
            let _ = out.flush();
            std::process::abort();
        }
        now.1 += 1;
        Ok(())
    }
}
