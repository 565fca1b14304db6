//! The developer's commands, the same on every system: `cargo xtask run | test | bench | bindings | tidy`.
//!
//! This program has no dependencies on purpose: it is the first thing a newcomer builds, and nothing
//! it needs may change the features with which the desk itself is built.
#![expect(clippy::print_stdout, reason = "a command-line program speaks on standard output")]

mod bench;
mod gate;
mod needs;
mod papers;
mod run;
mod shell;
mod tidy;

use std::process::ExitCode;

const HELP: &str = "\
cargo xtask <command>

  run             install or name what is missing, build the UI and the desk, open it
  test            format, lints, tidy, unit tests, journeys, UI tests, end-to-end tests in the built window
  bench [name]    measure the release build and print a table with ratios
  bindings        write ui/src/bindings.ts and ui/tests/recorded from the Rust commands
  tidy            only the house rules: imports, glossary, fictional data, paths in the documents";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match words.as_slice() {
        ["run", rest @ ..] => run::run(rest),
        ["test"] => gate::test(),
        ["bench"] => bench::bench(None),
        ["bench", name] => bench::bench(Some(name)),
        ["bindings"] => run::bindings(),
        ["tidy"] => tidy::report(),
        [] | ["help" | "--help" | "-h"] => {
            println!("{HELP}");
            Ok(())
        }
        other => Err(format!("There is no command `{}`.\n\n{HELP}", other.join(" "))),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}
