//! Starting other programs: one way on every system, with a clear sentence when one is missing.

use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Features of the build that the tests drive. Every step of the gate names the same ones, so that
/// the desk and its dependencies are built once.
pub(crate) const TEST_FEATURES: &str = "loket/mock-camera";

/// The repository that cargo runs this program for. Several clones may share one target folder, so the one in which the
/// program was built is only asked for when cargo says nothing.
pub(crate) fn root() -> PathBuf {
    let told = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
    let here = told.unwrap_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).to_path_buf());
    here.ancestors().nth(2).unwrap_or(&here).to_path_buf()
}

/// Where cargo puts what it builds.
pub(crate) fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

/// A binary of this workspace, as built with `profile` ("debug" or "release").
pub(crate) fn built(profile: &str, name: &str) -> PathBuf {
    target().join(profile).join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
}

/// The cargo that started us, so that a pinned toolchain stays pinned.
pub(crate) fn cargo<const N: usize>(arguments: [&str; N]) -> Command {
    let program = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(program);
    command.args(arguments).current_dir(root()).stdin(Stdio::null());
    command
}

/// npm in `ui/`, the only folder with a package.json.
pub(crate) fn npm<const N: usize>(arguments: [&str; N]) -> Command {
    let mut command = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
    command.args(arguments).current_dir(root().join("ui")).stdin(Stdio::null());
    command
}

/// How many tests a program said it ran.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Count {
    pub(crate) passed: usize,
    pub(crate) failed: usize,
}

impl Count {
    fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

/// What became of a program.
pub(crate) struct Finished {
    pub(crate) success: bool,
    pub(crate) count: Count,
}

/// Runs a program, shows its output as it comes, and counts the tests it reports.
pub(crate) fn watch(command: &mut Command) -> Result<Finished, String> {
    let mut child = command.stdout(Stdio::piped()).spawn().map_err(|error| missing(command, &error))?;
    let mut count = Count::default();
    if let Some(stdout) = child.stdout.take() {
        for line in BufReader::new(stdout).lines().map_while(Result::ok) {
            println!("{line}");
            count.add(counted(&line).unwrap_or_default());
        }
    }
    let status = child.wait().map_err(|error| missing(command, &error))?;
    Ok(Finished { success: status.success(), count })
}

/// Runs a program to its end; its output goes where ours goes.
pub(crate) fn must(command: &mut Command) -> Result<(), String> {
    let status = command.status().map_err(|error| missing(command, &error))?;
    if status.success() { Ok(()) } else { Err(format!("`{}` failed.", described(command))) }
}

/// What a program says on standard output, or `None` when it is missing or unhappy.
pub(crate) fn asked(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

fn missing(command: &Command, error: &std::io::Error) -> String {
    format!("`{}` could not be started: {error}.", described(command))
}

fn described(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

/// Reads the summary lines of cargo (`test result: ok. 3 passed; 1 failed; ...`) and of vitest
/// (`Tests  1 failed | 2 passed (3)`).
fn counted(line: &str) -> Option<Count> {
    let line = line.trim();
    let rest = line.strip_prefix("test result:").or_else(|| line.strip_prefix("Tests "))?;
    let words: Vec<&str> = rest.split([' ', ';', '|', '.']).filter(|word| !word.is_empty()).collect();
    let before = |label: &str| {
        let place = words.iter().position(|word| *word == label)?;
        words.get(place.checked_sub(1)?)?.parse().ok()
    };
    Some(Count { passed: before("passed").unwrap_or(0), failed: before("failed").unwrap_or(0) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn summaries_of_cargo_and_vitest_are_counted() {
        let cases = [
            ("test result: ok. 12 passed; 0 failed; 0 ignored; 0 measured", Some((12, 0))),
            ("test result: FAILED. 3 passed; 2 failed; 0 ignored", Some((3, 2))),
            ("      Tests  1 failed | 11 passed (12)", Some((11, 1))),
            ("      Tests  7 passed (7)", Some((7, 0))),
            ("test reads_a_nik ... ok", None),
            ("Tests are sentences", Some((0, 0))),
            ("", None),
        ];
        for (line, expected) in cases {
            let expected = expected.map(|(passed, failed)| Count { passed, failed });
            assert_eq!(counted(line), expected, "{line}");
        }
    }

    #[test]
    fn the_repository_is_two_folders_above_this_crate() {
        assert!(root().join("src-tauri").join("xtask").is_dir());
    }
}
