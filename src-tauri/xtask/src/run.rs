//! `run` and `bindings`: from a fresh clone to an open desk, and from Rust commands to TypeScript.

use std::path::Path;
use std::process::Command;
use std::time::SystemTime;

use crate::needs::{self, Purpose};
use crate::shell::{TEST_FEATURES, built, cargo, must, npm, root};

/// Builds what is needed and opens the desk. With `--release`, the build that is shipped.
pub(crate) fn run(arguments: &[&str]) -> Result<(), String> {
    let release = arguments.contains(&"--release");
    needs::provide(Purpose::Run)?;
    install_ui()?;
    // The desk's build script builds the UI. The whole workspace is named, because a part of it would be
    // resolved with other features, and the next `cargo xtask test` would build every macro crate again.
    let mut build = cargo(["build", "--workspace", "--bins", "--locked"]);
    if release {
        build.args(["--release", "--features", "loket/custom-protocol"]);
    }
    must(&mut build)?;
    let desk = built(if release { "release" } else { "debug" }, "loket");
    must(Command::new(desk).args(arguments.iter().filter(|argument| **argument != "--release")))
}

/// Installs the UI's packages when they are absent or older than the lock file.
pub(crate) fn install_ui() -> Result<(), String> {
    let ui = root().join("ui");
    let installed = changed(&ui.join("node_modules").join(".package-lock.json"));
    if installed.is_some() && installed >= changed(&ui.join("package-lock.json")) {
        return Ok(());
    }
    must(&mut npm(["ci", "--no-audit", "--no-fund"]))
}

fn changed(path: &Path) -> Option<SystemTime> {
    path.metadata().ok()?.modified().ok()
}

/// Tests in the desk's library compare the committed files with what they make; this variable makes the
/// same tests write them.
pub(crate) fn bindings() -> Result<(), String> {
    let mut command = cargo([
        "test",
        "--workspace",
        "--lib",
        "--locked",
        "--features",
        TEST_FEATURES,
        "bindings",
        "--",
        "--nocapture",
    ]);
    must(command.env("LOKET_WRITE_BINDINGS", "1"))
}
