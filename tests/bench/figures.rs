//! Times taken many times over, and the lines that tell them.

use std::time::{Duration, Instant};

use crate::Outcome;

/// The times of equal runs, shortest first.
pub(crate) struct Times(Vec<Duration>);

/// Measures one piece of work. What it made is dropped after the clock has stopped.
pub(crate) fn timed<T>(work: impl FnOnce() -> Outcome<T>) -> Outcome<Duration> {
    let begun = Instant::now();
    let made = work()?;
    let took = begun.elapsed();
    drop(made);
    Ok(took)
}

/// Takes the times of `runs` runs, after a tenth as many that are not counted: they pay for caches
/// that a desk fills once in the morning. `work` gets a number that no other run has.
pub(crate) fn repeat(runs: usize, mut work: impl FnMut(usize) -> Outcome<Duration>) -> Outcome<Times> {
    let unheard = runs.div_ceil(10);
    for run in 0..unheard {
        work(run)?;
    }
    let times = (unheard..unheard + runs).map(work).collect::<Outcome<Vec<_>>>()?;
    Ok(Times::of(times))
}

impl Times {
    pub(crate) fn of(mut times: Vec<Duration>) -> Self {
        assert!(!times.is_empty(), "a figure needs a run");
        times.sort_unstable();
        Self(times)
    }

    /// Milliseconds that this share of the runs, in hundredths, stayed within.
    fn within(&self, share: usize) -> f64 {
        self.0[(self.0.len() - 1) * share / 100].as_secs_f64() * 1000.0
    }

    pub(crate) fn median(&self) -> f64 {
        self.within(50)
    }

    pub(crate) fn most(&self) -> f64 {
        self.within(100)
    }

    pub(crate) fn p95(&self) -> f64 {
        self.within(95)
    }

    /// A line for people: how far the runs lie apart.
    pub(crate) fn describe(&self, what: &str) {
        let (median, most, runs) = (self.median(), self.most(), self.0.len());
        println!("{what}: median {median:.2} ms, p95 {:.2} ms, most {most:.2} ms, {runs} runs", self.p95());
    }

    /// The line that `cargo xtask bench` compares with a promise.
    pub(crate) fn measure(&self, name: &str) {
        println!("measure\t{name}\t{:.2}\tms", self.median());
    }

    /// The same for a rival.
    pub(crate) fn beside(&self, name: &str) {
        println!("beside\t{name}\t{:.2}\tms", self.median());
    }
}
