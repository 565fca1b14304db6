//! A module says in its first line what it is, stays short enough to be read whole, and is named after
//! the work of the office and not after its shape.

use super::file::{File, Finding};

const LONGEST: usize = 500;
const SOURCES: &[&str] = &[".rs", ".ts", ".svelte", ".css", ".py", ".sql"];

/// Names that say nothing and attract everything.
const NAMELESS: &[&str] =
    &["utils", "util", "common", "helpers", "helper", "misc", "shared", "models", "lib_utils"];

pub(super) fn check(files: &[File]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in files.iter().filter(|file| SOURCES.iter().any(|ending| file.is(ending))) {
        // `tests.rs` and `x_tests.rs` beside a module are a part of that module and are introduced by it.
        if file.is(".rs") && !file.stem().ends_with("tests") && !file.text.starts_with("//! ") {
            findings.push(Finding::new(file, 1, "a module begins with `//!` and a sentence on what it is"));
        }
        let generated = file.text.lines().next().is_some_and(|line| line.contains("Generated"));
        let lines = file.text.lines().count();
        if lines > LONGEST && !generated {
            findings.push(Finding::new(
                file,
                lines,
                format!("{lines} lines; at most {LONGEST}: split it by subject"),
            ));
        }
        if NAMELESS.iter().any(|name| file.stem() == *name || file.path.contains(&format!("/{name}/"))) {
            findings.push(Finding::new(file, 1, "name the module after the work it does"));
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    #[test]
    fn a_silent_a_long_and_a_nameless_module_are_found() {
        let long = format!("//! Long.\n{}", "fn f() {}\n".repeat(LONGEST));
        let generated = format!("// Generated from Rust.\n{}", "type A = 1;\n".repeat(LONGEST));
        let files = sample(&[
            ("src-tauri/core/src/good.rs", "//! Good.\n"),
            ("src-tauri/core/src/good/tests.rs", "use super::*;\n"),
            ("src-tauri/core/src/silent.rs", "use std::fs;\n//! Late.\n"),
            ("src-tauri/core/src/long.rs", &long),
            ("src-tauri/core/src/utils.rs", "//! Things.\n"),
            ("ui/src/helpers/dates.ts", ""),
            ("ui/src/bindings.ts", &generated),
            ("docs/long.md", &long),
        ]);
        let paths: Vec<String> = check(&files).into_iter().map(|finding| finding.path).collect();
        assert_eq!(
            paths,
            [
                "src-tauri/core/src/silent.rs",
                "src-tauri/core/src/long.rs",
                "src-tauri/core/src/utils.rs",
                "ui/src/helpers/dates.ts"
            ]
        );
    }
}
