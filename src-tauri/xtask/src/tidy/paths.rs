//! A path named in a document exists. Prose rots where nobody checks it.

use super::file::{File, Finding};
use crate::shell::root;

/// A backticked word that begins so is meant as a path of this repository.
const TOPS: &[&str] = &["src-tauri/", "ui/", "tests/", "docs/", "icons/", ".ci/", ".cargo/"];

/// Endings of files whose comments may cite a document.
const CODE: &[&str] = &[".rs", ".ts", ".svelte", ".css", ".sql", ".py", ".toml"];

const HERE: &str = "src-tauri/xtask/src/tidy/";

/// Made by a build; a clean clone does not have them.
const MADE: &[&str] = &["ui/dist", "ui/node_modules"];

pub(super) fn check(files: &[File]) -> Vec<Finding> {
    check_against(files, &|path| root().join(path).exists())
}

fn check_against(files: &[File], exists: &dyn Fn(&str) -> bool) -> Vec<Finding> {
    let mut findings = Vec::new();
    // The tests of these rules speak of documents that do not exist.
    let cites = |file: &&File| !file.path.starts_with(HERE) && CODE.iter().any(|ending| file.is(ending));
    for file in files.iter().filter(cites) {
        for (index, line) in file.text.lines().enumerate() {
            for name in
                documents(line).filter(|name| !files.iter().any(|file| is_at_the_end_of(&file.path, name)))
            {
                findings.push(Finding::new(file, index + 1, format!("`{name}` does not exist")));
            }
        }
    }
    for file in files.iter().filter(|file| file.is(".md") || file.path == "NOTICE") {
        let folder = file.path.rsplit_once('/').map_or("", |(folder, _)| folder);
        for (index, line) in file.text.lines().enumerate() {
            let named = line.split('`').skip(1).step_by(2).filter(|word| is_path(word)).map(str::to_owned);
            let linked = links(line).map(|link| resolved(folder, link));
            for path in named.chain(linked).filter(|path| !exists(path.trim_end_matches('/'))) {
                findings.push(Finding::new(file, index + 1, format!("`{path}` does not exist")));
            }
        }
    }
    findings
}

/// Documents that a comment cites: words that end in `.md`.
fn documents(line: &str) -> impl Iterator<Item = &str> {
    let words = line.split(|char: char| !char.is_alphanumeric() && !matches!(char, '.' | '/' | '-' | '_'));
    words.map(|word| word.trim_end_matches('.')).filter(|word| word.len() > 3 && word.ends_with(".md"))
}

fn is_at_the_end_of(path: &str, name: &str) -> bool {
    path.strip_suffix(name).is_some_and(|before| before.is_empty() || before.ends_with('/'))
}

fn is_path(word: &str) -> bool {
    TOPS.iter().any(|top| word.starts_with(top))
        && !word.contains([' ', '*', '<', '{', '…'])
        && !MADE.iter().any(|made| word.starts_with(made))
}

/// Targets of Markdown links that stay in the repository, without their `#place`.
fn links(line: &str) -> impl Iterator<Item = &str> {
    let targets = line.split("](").skip(1).filter_map(|rest| rest.split_once(')').map(|(target, _)| target));
    targets
        .filter(|target| {
            !target.contains("://") && !target.starts_with('#') && !target.starts_with("mailto:")
        })
        .map(|target| target.split('#').next().unwrap_or(target))
}

fn resolved(folder: &str, link: &str) -> String {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in link.split('/') {
        match part {
            ".." => drop(parts.pop()),
            "." | "" => {}
            part => parts.push(part),
        }
    }
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    #[test]
    fn a_comment_that_cites_an_absent_document_is_found() {
        let files = sample(&[
            ("docs/kept.md", ""),
            ("a.rs", "//! See docs/kept.md, kept.md and gone.md."),
            ("b.rs", "let ending = \".md\"; // pt.md"),
        ]);
        let found = check_against(&files, &|_| true);
        let messages: Vec<&str> = found.iter().map(|finding| finding.message.as_str()).collect();
        assert_eq!(messages, ["`gone.md` does not exist", "`pt.md` does not exist"]);
    }

    #[test]
    fn a_path_that_went_away_is_found() {
        let text = "See `src-tauri/gone.rs`, `src-tauri/core`, `ui/dist/index.html` and `cargo xtask test`.\n\
                    Also [this](../gone.md#top), [that](kept.md) and [away](https://example.org/x).";
        let files = sample(&[("docs/a.md", text), ("src-tauri/core/src/lib.rs", "`src-tauri/gone.rs`")]);
        let known = ["src-tauri/core", "docs/kept.md"];
        let found = check_against(&files, &|path| known.contains(&path));
        let messages: Vec<&str> = found.iter().map(|finding| finding.message.as_str()).collect();
        assert_eq!(messages, ["`src-tauri/gone.rs` does not exist", "`gone.md` does not exist"]);
    }
}
