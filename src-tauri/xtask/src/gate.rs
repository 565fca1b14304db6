//! `cargo xtask test`: everything that must hold, in one command, with one summary at the end.
//!
//! A step that fails does not stop the others, so that one run tells the whole story; only a step that
//! stands on a failed one is left out. Features are the same in every step (see `TEST_FEATURES`), and
//! the build comes before the tests, so that nothing is compiled twice.

use std::time::{Duration, Instant};

use crate::needs::{self, Purpose};
use crate::shell::{Count, Finished, TEST_FEATURES, built, cargo, npm, target, watch};
use crate::{papers, run, tidy};

enum Outcome {
    Passed(Count),
    Failed(Count),
    /// Left out, and why. In CI a step may be left out only because an earlier one failed.
    LeftOut(&'static str),
}

struct Row {
    name: &'static str,
    took: Duration,
    outcome: Outcome,
}

/// The steps so far.
#[derive(Default)]
struct Gate {
    rows: Vec<Row>,
}

impl Gate {
    fn step(&mut self, name: &'static str, work: impl FnOnce() -> Result<Finished, String>) -> bool {
        println!("\n=== {name}");
        let begun = Instant::now();
        let outcome = match work() {
            Ok(finished) if finished.success && finished.count.failed == 0 => Outcome::Passed(finished.count),
            Ok(finished) => Outcome::Failed(finished.count),
            Err(message) => {
                println!("{message}");
                Outcome::Failed(Count::default())
            }
        };
        let passed = matches!(outcome, Outcome::Passed(_));
        self.rows.push(Row { name, took: begun.elapsed(), outcome });
        passed
    }

    fn leave_out(&mut self, name: &'static str, reason: &'static str) {
        self.rows.push(Row { name, took: Duration::ZERO, outcome: Outcome::LeftOut(reason) });
    }

    /// Runs a step that stands on others, or says why it did not run.
    fn step_after(
        &mut self,
        ground: bool,
        name: &'static str,
        work: impl FnOnce() -> Result<Finished, String>,
    ) -> bool {
        if ground {
            return self.step(name, work);
        }
        self.leave_out(name, "an earlier step failed");
        false
    }
}

pub(crate) fn test() -> Result<(), String> {
    needs::provide(Purpose::Test)?;
    let begun = Instant::now();
    let in_ci = std::env::var_os("CI").is_some();
    let mut gate = Gate::default();

    gate.step("format", || watch(&mut cargo(["fmt", "--all", "--check"])));
    gate.step("tidy", || done(tidy::report()));

    let installed = gate.step("ui: packages", || done(run::install_ui()));
    gate.step_after(installed, "ui: types", || watch(&mut npm(["run", "check"])));
    gate.step_after(installed, "ui: lints", || watch(&mut npm(["run", "lint"])));
    gate.step_after(installed, "ui: tests", || watch(npm(["run", "test"]).env("NO_COLOR", "1")));

    // The desk's build script builds the UI, so it needs the packages.
    gate.step_after(installed, "lints", || {
        // The benchmarks are linted too: nothing else of the gate would notice that they no longer compile.
        let features = format!("{TEST_FEATURES},loket-tests/bench");
        let common = ["clippy", "--workspace", "--all-targets", "--locked", "--features", &features];
        watch(cargo(common).args(["--", "-D", "warnings"]))
    });
    let built_all = gate.step_after(installed, "build", || {
        watch(&mut cargo(["build", "--workspace", "--all-targets", "--locked", "--features", TEST_FEATURES]))
    });
    gate.step_after(built_all, "tests", || {
        watch(&mut cargo(["test", "--workspace", "--locked", "--no-fail-fast", "--features", TEST_FEATURES]))
    });
    judge_papers(&mut gate, built_all, in_ci);
    ask_real_servers(&mut gate, built_all);
    drive_the_window(&mut gate, built_all);

    summary(&gate.rows, begun.elapsed())
}

fn judge_papers(gate: &mut Gate, ground: bool, in_ci: bool) {
    const NAME: &str = "papers: PDF/A";
    if !ground {
        gate.leave_out(NAME, "an earlier step failed");
        return;
    }
    match papers::judged() {
        Some(command) => {
            gate.step(NAME, || watch(&mut command?));
        }
        None if in_ci => {
            gate.step(NAME, || Err("The Python package page-validation is missing.".to_owned()));
        }
        None => gate.leave_out(NAME, "the Python package page-validation is not installed"),
    }
}

/// One set of features for the tests that stand on Debian's programs, so that the stories are built once.
fn with_programs() -> String {
    format!("{TEST_FEATURES},loket-tests/mail,loket-tests/window")
}

fn ask_real_servers(gate: &mut Gate, ground: bool) {
    const NAME: &str = "mailbox against Dovecot and Exim";
    if !cfg!(target_os = "linux") {
        gate.leave_out(NAME, "Linux only");
        return;
    }
    gate.step_after(ground, NAME, || {
        watch(&mut cargo([
            "test",
            "--workspace",
            "--locked",
            "--test",
            "mailbox",
            "--features",
            &with_programs(),
        ]))
    });
}

fn drive_the_window(gate: &mut Gate, ground: bool) {
    const NAME: &str = "end to end in the window";
    if !cfg!(target_os = "linux") {
        gate.leave_out(NAME, "Linux only");
        return;
    }
    gate.step_after(ground, NAME, || {
        let mut command =
            cargo(["test", "--workspace", "--locked", "--test", "e2e", "--features", &with_programs()]);
        // One window at a time: two would fight for the processor, and the clocks of the stories with it.
        command.args(["--", "--test-threads=1"]);
        watch(
            command.env("LOKET_APP", built("debug", "loket")).env("LOKET_SCREENS", target().join("screens")),
        )
    });
}

fn done(result: Result<(), String>) -> Result<Finished, String> {
    result.map(|()| Finished { success: true, count: Count::default() })
}

/// A step without tests of its own counts as one.
fn tally(rows: &[Row]) -> Count {
    let mut sum = Count::default();
    for row in rows {
        match row.outcome {
            Outcome::Passed(count) => sum.passed += count.passed.max(1),
            Outcome::Failed(count) => {
                sum.passed += count.passed;
                sum.failed += count.failed.max(1);
            }
            Outcome::LeftOut(_) => {}
        }
    }
    sum
}

fn summary(rows: &[Row], took: Duration) -> Result<(), String> {
    println!("\n{:<28}{:>9}   result", "step", "seconds");
    for row in rows {
        let words = match row.outcome {
            Outcome::Passed(Count { passed: 0, .. }) => "passed".to_owned(),
            Outcome::Passed(count) => format!("{} passed", count.passed),
            Outcome::Failed(Count { passed: 0, failed: 0 }) => "FAILED".to_owned(),
            Outcome::Failed(count) => format!("FAILED: {} passed, {} failed", count.passed, count.failed),
            Outcome::LeftOut(reason) => format!("left out: {reason}"),
        };
        println!("{:<28}{:>9.1}   {words}", row.name, row.took.as_secs_f64());
    }
    let sum = tally(rows);
    println!("{:<28}{:>9.1}\n", "in all", took.as_secs_f64());
    let verdict = format!("{} passed, {} failed", sum.passed, sum.failed);
    if sum.failed > 0 {
        return Err(verdict);
    }
    println!("{verdict}");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(outcome: Outcome) -> Row {
        Row { name: "step", took: Duration::ZERO, outcome }
    }

    #[test]
    fn a_failed_step_is_counted_even_when_it_reports_no_tests() {
        let rows = [
            row(Outcome::Passed(Count { passed: 12, failed: 0 })),
            row(Outcome::Passed(Count::default())),
            row(Outcome::Failed(Count::default())),
            row(Outcome::Failed(Count { passed: 4, failed: 2 })),
            row(Outcome::LeftOut("an earlier step failed")),
        ];
        assert_eq!(tally(&rows), Count { passed: 17, failed: 3 });
        assert_eq!(summary(&rows, Duration::ZERO), Err("17 passed, 3 failed".to_owned()));
    }

    #[test]
    fn a_step_that_stands_on_a_failed_one_does_not_run() {
        let mut gate = Gate::default();
        let ground = gate.step("ground", || Err("broken".to_owned()));
        gate.step_after(ground, "house", || unreachable!("must not be built"));
        assert!(matches!(gate.rows[1].outcome, Outcome::LeftOut(_)));
    }

    #[test]
    fn a_program_that_ends_well_but_reports_a_failure_has_failed() {
        let mut gate = Gate::default();
        let count = Count { passed: 3, failed: 1 };
        assert!(!gate.step("liar", || Ok(Finished { success: true, count })));
    }
}
