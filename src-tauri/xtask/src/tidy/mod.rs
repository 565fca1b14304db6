//! House rules that a compiler cannot know. Each is a function over the files of the repository, has a
//! test that shows it fail, and is itself an ordinary test of this crate.

mod circles;
mod dependencies;
mod file;
mod glossary;
mod layers;
mod modules;
mod paths;
mod people;
mod source;
mod wire;
mod words;

use std::process::Command;

use crate::shell::root;
use file::{File, Finding};

type Check = fn(&[File]) -> Vec<Finding>;

/// Every rule with the sentence it defends.
const CHECKS: &[(&str, Check)] = &[
    ("imports go one way", layers::check),
    ("no file needs itself in the end", circles::check),
    ("the core does not know a window", layers::check_dependencies),
    ("every dependency is used", dependencies::check),
    ("a module says what it is, and stays short", modules::check),
    ("the glossary and the code use the same words", glossary::check),
    ("paths named in the documents exist", paths::check),
    ("every person and company in the repository is invented", people::check),
    ("the lists of commands agree", wire::check),
    ("the project speaks of itself alone", words::check),
];

/// Runs every rule and names every offender.
pub(crate) fn report() -> Result<(), String> {
    let files = repository()?;
    let mut lines = Vec::new();
    for (sentence, check) in CHECKS {
        let findings = check(&files);
        println!("{} {sentence}", if findings.is_empty() { "ok    " } else { "BROKEN" });
        lines.extend(findings.iter().map(ToString::to_string));
    }
    if lines.is_empty() { Ok(()) } else { Err(lines.join("\n")) }
}

/// Text files that are tracked or would be.
fn repository() -> Result<Vec<File>, String> {
    let output = Command::new("git")
        .args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        .current_dir(root())
        .output()
        .map_err(|error| format!("`git ls-files` could not be started: {error}."))?;
    if !output.status.success() {
        return Err("`git ls-files` failed: tidy needs the repository, not only its files.".to_owned());
    }
    let names = String::from_utf8_lossy(&output.stdout);
    let files = names.split('\0').filter(|name| !name.is_empty()).filter_map(|path| {
        // A file that is not UTF-8 is a picture, a font or a paper; a listed file may be deleted already.
        let text = std::fs::read_to_string(root().join(path)).ok()?;
        Some(File { path: path.to_owned(), text })
    });
    Ok(files.collect())
}

/// A repository made up for a test.
#[cfg(test)]
fn sample(files: &[(&str, &str)]) -> Vec<File> {
    files.iter().map(|(path, text)| File { path: (*path).to_owned(), text: (*text).to_owned() }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn holds(check: Check) {
        let findings: Vec<String> = check(&repository().unwrap()).iter().map(ToString::to_string).collect();
        assert!(findings.is_empty(), "\n{}\n", findings.join("\n"));
    }

    #[test]
    fn imports_go_one_way() {
        holds(layers::check);
    }

    #[test]
    fn no_file_needs_itself_in_the_end() {
        holds(circles::check);
    }

    #[test]
    fn the_core_does_not_know_a_window() {
        holds(layers::check_dependencies);
    }

    #[test]
    fn every_dependency_is_used() {
        holds(dependencies::check);
    }

    #[test]
    fn a_module_says_what_it_is_and_stays_short() {
        holds(modules::check);
    }

    #[test]
    fn the_glossary_and_the_code_use_the_same_words() {
        holds(glossary::check);
    }

    #[test]
    fn paths_named_in_the_documents_exist() {
        holds(paths::check);
    }

    #[test]
    fn every_person_and_company_in_the_repository_is_invented() {
        holds(people::check);
    }

    #[test]
    fn the_lists_of_commands_agree() {
        holds(wire::check);
    }

    #[test]
    fn the_project_speaks_of_itself_alone() {
        holds(words::check);
    }

    #[test]
    fn no_rule_is_left_without_its_own_test() {
        assert_eq!(CHECKS.len(), 10, "add a test above for the new rule, then count it here");
    }
}
