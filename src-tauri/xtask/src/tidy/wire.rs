//! A command is written once in Rust and named in several lists: the one that makes handler and
//! TypeScript, the window's capability, and the TypeScript itself. This rule compares them, since a name
//! that is missing in one of them fails only at the desk.

use std::collections::BTreeSet;

use super::file::{File, Finding};
use super::source::{Language, identifiers, read};

const BINDINGS: &str = "ui/src/bindings.ts";

pub(super) fn check(files: &[File]) -> Vec<Finding> {
    let commands: BTreeSet<String> = files
        .iter()
        .filter(|file| file.path.starts_with("src-tauri/commands/") && file.is(".rs"))
        .flat_map(|file| commands_in(&file.text))
        .collect();
    if commands.is_empty() {
        return vec![Finding {
            path: "src-tauri/commands".to_owned(),
            line: 1,
            message: "the desk has no commands".to_owned(),
        }];
    }
    let mut findings = Vec::new();
    for file in files {
        for (list, names) in lists_in(file) {
            let mut differ = |name: &String, what: &str| {
                findings.push(Finding::new(file, 1, format!("{list}: `{name}` {what}")));
            };
            names
                .difference(&commands)
                .for_each(|name| differ(name, "is no command in `src-tauri/commands/`"));
            commands.difference(&names).for_each(|name| differ(name, "is missing"));
        }
    }
    findings
}

/// Functions below `#[tauri::command]`.
fn commands_in(text: &str) -> Vec<String> {
    let code = read(text, Language::Rust).code;
    let marked = code.split("#[tauri::command").skip(1);
    marked.filter_map(|rest| words_after(rest, "fn").next().map(str::to_owned)).collect()
}

fn words_after<'a>(text: &'a str, word: &'static str) -> impl Iterator<Item = &'a str> {
    identifiers(text).map(|(_, name)| name).skip_while(move |name| *name != word).skip(1)
}

/// The lists of command names that a file holds, each with what it is.
fn lists_in(file: &File) -> Vec<(&'static str, BTreeSet<String>)> {
    let mut lists = Vec::new();
    if file.path == BINDINGS {
        let code = read(&file.text, Language::Script).code;
        let names = ["interface Commands", "interface RawCommands"]
            .iter()
            .filter_map(|head| code.split_once(head))
            .flat_map(|(_, rest)| keys(rest))
            .collect();
        lists.push(("the TypeScript", names));
    }
    let in_coat =
        file.path.starts_with("src-tauri/") && file.path.matches('/').count() == 1 && file.is(".rs");
    if in_coat || file.path == "src-tauri/commands/mod.rs" {
        let source = read(&file.text, Language::Rust);
        if let Some((_, rest)) = source.code.split_once("generate_handler![") {
            let inside = rest.split(']').next().unwrap_or(rest);
            let paths = inside.split(',').map(str::trim).filter(|path| !path.is_empty());
            let names: BTreeSet<String> =
                paths.filter_map(|path| path.rsplit("::").next()).map(str::to_owned).collect();
            // A macro may hand the list over by a variable; then there is nothing to read here.
            if !inside.contains('$') {
                lists.push(("the handler", names));
            }
        }
        // The one list from which handler, permissions and TypeScript are made.
        if let Some((_, rest)) = file.text.split_once("// begin commands\n") {
            let lines = rest.split("// end commands").next().unwrap_or(rest).lines();
            let names = lines.filter_map(|line| line.trim().split_once("::")?.1.split_once('('));
            lists.push(("the list of commands", names.map(|(name, _)| name.to_owned()).collect()));
        }
        if file.path == "src-tauri/build.rs" && source.code.contains("commands(&[") {
            let names =
                source.strings.iter().map(|(_, text)| text.clone()).filter(|text| is_command_name(text));
            lists.push(("the build script", names.collect()));
        }
    }
    if file.path == "src-tauri/capabilities/desk.json" {
        let words = file.text.split('"').skip(1).step_by(2);
        let names = words.filter_map(|word| word.strip_prefix("allow-")).map(|word| word.replace('-', "_"));
        let names: BTreeSet<String> = names.collect();
        if !names.is_empty() {
            lists.push(("the desk's capability", names));
        }
    }
    lists
}

fn is_command_name(text: &str) -> bool {
    !text.is_empty()
        && text.chars().all(|char| char.is_ascii_lowercase() || char.is_ascii_digit() || char == '_')
}

/// The keys of an interface's outermost braces.
fn keys(rest: &str) -> Vec<String> {
    let (mut depth, mut keys, mut word) = (0, Vec::new(), String::new());
    for char in rest.chars() {
        match char {
            '{' => depth += 1,
            '}' => {
                depth -= 1;
                if depth == 0 {
                    break;
                }
            }
            ':' if depth == 1 => keys.push(std::mem::take(&mut word)),
            char if depth == 1 && (char.is_alphanumeric() || char == '_') => word.push(char),
            _ => word.clear(),
        }
    }
    keys
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    const COMMANDS: &str = "#[tauri::command]\npub(crate) async fn home(state: State<'_, Desk>) -> Reply<Home> {}\n\
                            #[tauri::command(async)]\n#[allow(x)]\nfn search() {}\nfn own() {}";
    const TYPES: &str = "export interface Commands {\n  home: { request: null; response: Home };\n}\n\
                         export interface RawCommands {\n  search: { meta: A; response: B };\n}";

    fn messages(files: &[(&str, &str)]) -> Vec<String> {
        let all: Vec<(&str, &str)> =
            [("src-tauri/commands/beranda.rs", COMMANDS)].iter().chain(files).copied().collect();
        check(&sample(&all)).into_iter().map(|finding| finding.message).collect()
    }

    #[test]
    fn lists_that_agree_are_quiet() {
        let files = [
            ("ui/src/bindings.ts", TYPES),
            (
                "src-tauri/lib.rs",
                ".invoke_handler(tauri::generate_handler![commands::home, commands::search,])",
            ),
            ("src-tauri/build.rs", "AppManifest::new().commands(&[\"home\", \"search\"])"),
            (
                "src-tauri/capabilities/desk.json",
                "{\"permissions\": [\"core:default\", \"allow-home\", \"allow-search\"]}",
            ),
        ];
        assert_eq!(messages(&files), [""; 0]);
    }

    #[test]
    fn a_command_missing_or_misspelt_in_any_list_is_named() {
        let lists = [
            ("ui/src/bindings.ts", "interface Commands { home: { a: 1 }; serach: { a: 1 } }"),
            ("src-tauri/lib.rs", "generate_handler![home, serach]"),
            ("src-tauri/build.rs", "commands(&[\"home\", \"serach\"])"),
            (
                "src-tauri/commands/mod.rs",
                "// begin commands\nhome::home() -> A;\nhome::serach() -> B;\n// end commands",
            ),
            ("src-tauri/capabilities/desk.json", "[\"allow-home\", \"allow-serach\"]"),
        ];
        for list in lists {
            let found = messages(&[list]);
            assert_eq!(found.len(), 2, "{}: {found:?}", list.0);
            assert!(found[0].contains("`serach`") && found[1].contains("`search` is missing"), "{found:?}");
        }
    }

    #[test]
    fn a_desk_without_commands_is_noticed() {
        assert_eq!(check(&sample(&[])).len(), 1);
    }
}
