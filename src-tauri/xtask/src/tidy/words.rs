//! The repository speaks of itself alone: no folder of one machine, no address of a package registry. A
//! clone must work where neither exists.

use super::file::{File, Finding};

/// Folders that exist on one machine only. Written in two parts, so that this file is not its own offender.
const MACHINES: &[&str] = &[
    concat!("/wo", "rk/main"),
    concat!("/wo", "rk/shared"),
    concat!("/ro", "ot/"),
    concat!("/ho", "me/"),
    concat!("/Us", "ers/"),
    concat!("C:\\Us", "ers\\"),
    concat!("file:", "///"),
];

/// Hosts of registries and their mirrors.
const HOSTS: &[&str] = &[
    concat!("regi", "stry.npmjs"),
    concat!("regi", "stry.yarn"),
    concat!("://regi", "stry"),
    concat!("crates", ".io/api"),
    concat!("index.cra", "tes.io"),
    concat!("py", "pi.org"),
    concat!("arti", "factory"),
    concat!("/nex", "us/repository"),
    concat!("go", "proxy"),
];

pub(super) fn check(files: &[File]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in files {
        for (index, line) in file.text.lines().enumerate() {
            for word in MACHINES.iter().filter(|word| names_from_the_root(line, word)) {
                findings.push(Finding::new(
                    file,
                    index + 1,
                    format!("`{word}` names a folder of one machine"),
                ));
            }
            for word in HOSTS.iter().filter(|word| line.contains(*word)) {
                findings.push(Finding::new(file, index + 1, format!("`{word}` names a registry's host")));
            }
        }
    }
    findings
}

/// A folder of the repository may have the same name: only a path from the root names a machine.
fn names_from_the_root(line: &str, word: &str) -> bool {
    line.match_indices(word).any(|(at, _)| {
        !word.starts_with('/')
            || line[..at].chars().next_back().is_none_or(|before| !before.is_alphanumeric() && before != '.')
    })
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    #[test]
    fn a_folder_of_one_machine_and_a_registry_are_found() {
        let files = sample(&[
            ("a.md", concat!("see /ho", "me/wulan/loket")),
            (
                "ui/package-lock.json",
                concat!("\"resolved\": \"https://regi", "stry.npmjs.org/x/-/x-1.0.0.tgz\""),
            ),
            ("b.rs", concat!("const A: &str = \"C:\\Us", "ers\\wulan\";")),
            ("c.md", "the registry of officers, in the home folder"),
            ("d.ts", concat!("import Home from './ho", "me/Home.svelte'; // ui/src/ho", "me/Home.svelte")),
        ]);
        let paths: Vec<String> = check(&files).into_iter().map(|finding| finding.path).collect();
        assert_eq!(paths, ["a.md", "ui/package-lock.json", "ui/package-lock.json", "b.rs"]);
    }
}
