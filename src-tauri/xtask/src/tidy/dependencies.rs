//! Every dependency that a `Cargo.toml` names is named by the code of its crate: what nothing uses is built,
//! audited and shipped all the same.

use std::collections::BTreeSet;

use super::file::{File, Finding};
use super::source::{Language, identifiers, read};

/// Where the sources of a manifest lie, if not in its own folder.
const ROOT_SOURCES: &str = "src-tauri/";

pub(super) fn check(files: &[File]) -> Vec<Finding> {
    let manifests: Vec<&File> = files.iter().filter(|file| is_manifest(&file.path)).collect();
    let mut findings = Vec::new();
    for manifest in &manifests {
        let named = words_of(files, &manifests, manifest);
        for (line, name, table) in entries(&manifest.text) {
            if table.starts_with("workspace.") {
                let taken = |other: &&&File| {
                    entries(&other.text)
                        .iter()
                        .any(|(_, taken, table)| *taken == name && !table.starts_with("workspace."))
                };
                if !manifests.iter().any(|other| taken(&other)) {
                    findings.push(Finding::new(manifest, line, format!("no crate takes `{name}`")));
                }
            } else if !named.contains(&name.replace('-', "_")) {
                findings.push(Finding::new(
                    manifest,
                    line,
                    format!("no source of this crate names `{name}`"),
                ));
            }
        }
    }
    findings
}

fn is_manifest(path: &str) -> bool {
    path == "Cargo.toml" || path.ends_with("/Cargo.toml")
}

fn folder(path: &str) -> &str {
    path.strip_suffix("Cargo.toml").unwrap_or(path)
}

/// Every word in the code of a manifest's crate, its tests and its build script included.
fn words_of(files: &[File], manifests: &[&File], manifest: &File) -> BTreeSet<String> {
    let own = folder(&manifest.path);
    let own = if own.is_empty() { ROOT_SOURCES } else { own };
    let inner = |path: &str| {
        manifests
            .iter()
            .map(|other| folder(&other.path))
            .any(|other| other.len() > own.len() && path.starts_with(other))
    };
    let sources =
        files.iter().filter(|file| file.is(".rs") && file.path.starts_with(own) && !inner(&file.path));
    let words = |file: &File| -> Vec<String> {
        identifiers(&read(&file.text, Language::Rust).code).map(|(_, word)| word.to_owned()).collect()
    };
    sources.flat_map(words).collect()
}

/// The entries of every table of dependencies: line, name, table.
fn entries(text: &str) -> Vec<(usize, &str, &str)> {
    let (mut table, mut found) = ("", Vec::new());
    for (index, line) in text.lines().enumerate() {
        if let Some(head) = line.strip_prefix('[') {
            table = head.split(']').next().unwrap_or(head);
        } else if table.ends_with("dependencies")
            && let Some((name, _)) = line.split_once('=')
            && !name.starts_with(['#', ' '])
        {
            found.push((index + 1, name.split('.').next().unwrap_or(name).trim(), table));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    fn messages(files: &[(&str, &str)]) -> Vec<String> {
        check(&sample(files)).into_iter().map(|finding| finding.to_string()).collect()
    }

    const ROOT: &str =
        "[workspace.dependencies]\nage = \"1\"\n\n[dependencies]\nage = { workspace = true }\n";

    #[test]
    fn a_dependency_that_no_source_names_is_found() {
        let core = "src-tauri/core/Cargo.toml";
        let unused = [
            ("[dependencies]\nchrono-tz = \"1\"", "// chrono_tz"),
            ("[dependencies]\nchrono-tz = \"1\"", "let a = \"chrono_tz\"; use chrono_tzx;"),
            ("[dev-dependencies]\nchrono-tz = \"1\"", "use chrono::tz;"),
            ("[build-dependencies]\nchrono-tz.workspace = true", ""),
            ("[target.'cfg(unix)'.dependencies]\nchrono-tz = { workspace = true }", "fn f() {}"),
        ];
        for (manifest, source) in unused {
            let files = [
                (core, manifest),
                ("src-tauri/core/src/a.rs", source),
                ("src-tauri/app.rs", "chrono_tz::a()"),
            ];
            assert_eq!(messages(&files), [format!("{core}:2: no source of this crate names `chrono-tz`")]);
        }
        let used = [
            ("[dependencies]\nchrono-tz = \"1\"", "use chrono_tz::Tz;"),
            ("[dependencies]\nchrono-tz.workspace = true # why = so", "fn f() { chrono_tz::now() }"),
            ("[package]\nname = \"a\"\n[lints]\nworkspace = true", ""),
        ];
        for (manifest, source) in used {
            assert!(
                messages(&[(core, manifest), ("src-tauri/core/src/a.rs", source)]).is_empty(),
                "{manifest}"
            );
        }
    }

    #[test]
    fn the_desk_cannot_hide_behind_a_crate_below_it() {
        let below = ("src-tauri/core/Cargo.toml", "[dependencies]\nage = { workspace = true }");
        let source = ("src-tauri/core/src/a.rs", "use age;");
        assert_eq!(
            messages(&[("Cargo.toml", ROOT), below, source, ("src-tauri/app.rs", "use image;")]),
            ["Cargo.toml:5: no source of this crate names `age`"]
        );
        assert!(
            messages(&[("Cargo.toml", ROOT), below, source, ("src-tauri/app.rs", "use age;")]).is_empty()
        );
    }

    #[test]
    fn a_version_that_no_crate_takes_is_found() {
        let manifest = ROOT.replace("[workspace.dependencies]", "[workspace.dependencies]\nsha2 = \"1\"");
        assert_eq!(
            messages(&[("Cargo.toml", &manifest), ("src-tauri/app.rs", "use age;")]),
            ["Cargo.toml:2: no crate takes `sha2`"]
        );
    }
}
