//! ui -> commands -> actions -> { rules, store, machines }: nobody imports upwards.

use super::file::{File, Finding};
use super::source::{Language, read};
use crate::shell::{asked, cargo};

const CORE: &str = "src-tauri/core/src/";

/// Rules: same answer for the same question, for ever. They may not even look at a file.
const RULES: &[&str] = &[
    "address",
    "contact",
    "daftar_hitam",
    "document",
    "form",
    "identity",
    "kiriman",
    "laporan",
    "layanan",
    "masking",
    "naming",
    "numbering",
    "outbox",
    "outcome",
    "permohonan",
    "persyaratan",
    "privacy",
    "reasons",
    "role",
    "schedule",
    "sop",
    "spse",
    "tangkapan",
    "verifikasi",
    "wilayah",
];

/// They draw and read pixels and paper, and know the rules; no rule knows them.
const MACHINES: &[&str] = &[
    "camera",
    "capture",
    "hot_folder",
    "mailbox",
    "pdf",
    "printer",
    "scanner",
    "sheet",
    "specimen",
    "surel",
];

/// Words that rules and everything above them share.
const SHARED: &[&str] = &["error", "place", "world"];

/// What a rule may not touch.
const IMPURE: &[&str] =
    &["std::fs", "std::env", "std::net", "std::process", "std::thread", "SystemTime", "SystemClock"];

/// What opens a connection.
const NETWORK: &[&str] =
    &["std::net", "tokio::net", "async_imap", "SmtpTransport", "tokio_rustls", "ureq", "mdns_sd"];

/// Who may: the mailbox, which stays shut until an admin turned it on, and scanners of the network, which are looked for
/// when somebody presses for it and run outside of the desk.
const CONNECTED: &[&str] = &["src-tauri/core/src/mailbox/", "src-tauri/core/src/scanner/escl"];

/// How a statement of SQL begins. Upper case, as everywhere in `store/`.
const SQL: &[&str] = &[
    "SELECT ",
    "INSERT ",
    "UPDATE ",
    "DELETE FROM",
    "CREATE ",
    "ALTER TABLE",
    "DROP ",
    "PRAGMA ",
    "WITH ",
    "REPLACE INTO",
];

pub(super) fn check(files: &[File]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in files {
        if file.is(".rs") {
            findings.extend(check_rust(file));
        } else if file.path.starts_with("ui/src/") && (file.is(".ts") || file.is(".svelte") || file.is(".js"))
        {
            findings.extend(check_ui(file));
        }
    }
    findings
}

fn check_rust(file: &File) -> Vec<Finding> {
    let source = read(&file.text, Language::Rust);
    let mut findings = Vec::new();
    let mut refuse = |line: usize, message: String| findings.push(Finding::new(file, line, message));
    // A test may tell a story from above to look at what lies below.
    let inside = file.path.strip_prefix(CORE).filter(|_| !is_test(file));
    let module = inside.map(|inside| inside.split(['/', '.']).next().unwrap_or(inside));

    if let Some(module) = module {
        let forbidden: &[&str] = match module {
            "lib" | "actions" => &[],
            "store" => &["actions"],
            module if RULES.contains(&module) => {
                &["actions", "store", "capture", "pdf", "printer", "scanner", "sheet", "specimen"]
            }
            _ => &["actions", "store"],
        };
        let known = ["lib", "actions", "store"];
        if ![&known, RULES, MACHINES, SHARED].iter().any(|modules| modules.contains(&module)) {
            refuse(1, format!("say in `layers.rs` whether `{module}` is a rule or a machine"));
        }
        for (line, target) in own_imports(&source.code, depth(file)) {
            if forbidden.contains(&target) {
                refuse(line, format!("`{module}` may not use `{target}`: imports go one way"));
            }
        }
        if RULES.contains(&module) {
            for (line, word) in mentions(&source.code, IMPURE) {
                refuse(line, format!("`{module}` is a rule and may not use `{word}`"));
            }
        }
    }
    let in_coat = file.path.starts_with("src-tauri/") && file.path.matches('/').count() == 1;
    let in_commands = file.path.starts_with("src-tauri/commands/");
    let may_connect = CONNECTED.iter().any(|connected| file.path.starts_with(connected));
    if !may_connect && (module.is_some() || in_coat || in_commands) {
        for (line, word) in mentions(&source.code, NETWORK) {
            refuse(line, format!("`{word}` opens a connection, which only {} may", CONNECTED.join(" and ")));
        }
    }
    if in_commands {
        for (line, word) in mentions(&source.code, &["loket_core::store"]) {
            refuse(line, format!("a command calls an action, not `{word}`"));
        }
    }
    if module.is_some_and(|module| module != "store") || in_coat || in_commands {
        for (line, _) in mentions(&source.code, &["rusqlite"]) {
            refuse(line, "only `store/` speaks to the database".to_owned());
        }
        for (line, _) in source.strings.iter().filter(|(_, text)| is_sql(text)) {
            refuse(*line, "only `store/` writes SQL".to_owned());
        }
    }
    findings
}

fn is_test(file: &File) -> bool {
    file.path.contains("/tests/") || file.stem().ends_with("tests")
}

fn is_sql(text: &str) -> bool {
    SQL.iter().any(|word| text.trim_start().starts_with(word))
}

fn check_ui(file: &File) -> Vec<Finding> {
    if matches!(file.path.as_str(), "ui/src/backend.ts" | "ui/src/backend.test.ts") {
        return Vec::new();
    }
    let lines = file.text.lines().enumerate();
    let guilty = lines.filter(|(_, line)| {
        ["\"@tauri-apps", "'@tauri-apps", "__TAURI"].iter().any(|word| line.contains(word))
    });
    guilty
        .map(|(index, _)| Finding::new(file, index + 1, "only `ui/src/backend.ts` speaks to Tauri"))
        .collect()
}

/// How many `super::` lead from this file to the root of its crate.
fn depth(file: &File) -> usize {
    let inside = file.path.strip_prefix(CORE).unwrap_or(&file.path);
    inside.matches('/').count() + usize::from(!inside.ends_with("/mod.rs"))
}

/// The modules of its own crate that a file names by `crate::` or by enough `super::`, with their lines.
fn own_imports(code: &str, depth: usize) -> Vec<(usize, &str)> {
    let to_root = "super::".repeat(depth);
    let mut found = Vec::new();
    for prefix in ["crate::", to_root.as_str()] {
        for (at, _) in code.match_indices(prefix) {
            let line = code[..at].matches('\n').count() + 1;
            let before = code[..at].chars().next_back();
            if before.is_some_and(|char| char.is_alphanumeric() || char == '_' || char == ':' || char == '$')
            {
                continue;
            }
            found.extend(
                first_segments(&code[at + prefix.len()..]).into_iter().map(|segment| (line, segment)),
            );
        }
    }
    found
}

/// `store::log` gives `store`; `{naming, store::{a, b}}` gives `naming` and `store`.
fn first_segments(path: &str) -> Vec<&str> {
    let word =
        |text: &str| text.find(|char: char| !char.is_alphanumeric() && char != '_').unwrap_or(text.len());
    let Some(group) = path.strip_prefix('{') else {
        return vec![&path[..word(path)]];
    };
    let (mut depth, mut begun, mut segments) = (0, 0, Vec::new());
    for (at, char) in group.char_indices() {
        match char {
            '{' => depth += 1,
            '}' if depth > 0 => depth -= 1,
            '}' | ',' if depth == 0 => {
                let item = group[begun..at].trim();
                segments.push(&item[..word(item)]);
                begun = at + 1;
                if char == '}' {
                    break;
                }
            }
            _ => {}
        }
    }
    segments
}

/// Where code names one of `words`, not as a part of a longer name.
fn mentions<'a>(code: &str, words: &'a [&'a str]) -> Vec<(usize, &'a str)> {
    let mut found = Vec::new();
    for (index, line) in code.lines().enumerate() {
        for word in words {
            let whole = line.match_indices(word).any(|(at, _)| {
                let joins = |char: char| char.is_alphanumeric() || char == '_';
                !line[..at].ends_with(joins) && !line[at + word.len()..].starts_with(joins)
            });
            if whole {
                found.push((index + 1, *word));
            }
        }
    }
    found
}

/// What the core may not be built from.
const WINDOWS: &[&str] = &["tauri", "wry", "tao", "webkit2gtk", "gtk", "webview2-com"];

/// Asks cargo what the core is made of. The files are not looked at.
pub(super) fn check_dependencies(_: &[File]) -> Vec<Finding> {
    let mut tree = cargo([
        "tree",
        "--locked",
        "--package",
        "loket-core",
        "--edges",
        "normal,build,dev",
        "--prefix",
        "none",
    ]);
    let manifest = File { path: "src-tauri/core/Cargo.toml".to_owned(), text: String::new() };
    match asked(&mut tree) {
        None => vec![Finding::new(&manifest, 1, "`cargo tree --locked --package loket-core` failed")],
        Some(tree) => {
            let offenders = windows_in(&tree);
            offenders
                .iter()
                .map(|name| Finding::new(&manifest, 1, format!("the core may not stand on `{name}`")))
                .collect()
        }
    }
}

fn windows_in(tree: &str) -> Vec<&str> {
    let names = tree.lines().filter_map(|line| line.split(' ').next());
    names
        .filter(|name| WINDOWS.iter().any(|window| name == window || name.starts_with(&format!("{window}-"))))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    fn broken(path: &str, text: &str) -> usize {
        check(&sample(&[(path, text)])).len()
    }

    #[test]
    fn an_import_against_the_stream_is_found() {
        let upwards = [
            ("src-tauri/core/src/naming/person.rs", "use crate::store::log;"),
            ("src-tauri/core/src/naming/person.rs", "use super::super::actions::approve;"),
            ("src-tauri/core/src/identity/nik.rs", "use crate::{outcome::Outcome, store::{act, log}};"),
            ("src-tauri/core/src/pdf/mod.rs", "fn f() { crate::actions::issue() }"),
            ("src-tauri/core/src/store/log.rs", "use crate::actions;"),
            ("src-tauri/core/src/reasons.rs", "use super::store::log;"),
            ("src-tauri/core/src/reasons.rs", "use crate::pdf::Ink;"),
            ("src-tauri/core/src/verifikasi/row.rs", "fn f() { crate::capture::decode() }"),
            ("src-tauri/core/src/capture/decode.rs", "use crate::store::log;"),
            ("src-tauri/core/src/helpers.rs", "use crate::naming;"),
            ("src-tauri/commands/kertas.rs", "use loket_core::store::Store;"),
        ];
        for (path, text) in upwards {
            assert_eq!(broken(path, text), 1, "{path}: {text}");
        }
        let downwards = [
            ("src-tauri/core/src/actions/approve.rs", "use crate::{store::act, pdf};"),
            ("src-tauri/core/src/store/log.rs", "use crate::permohonan::Status;"),
            ("src-tauri/core/src/pdf/bukti.rs", "use crate::{masking, capture};"),
            ("src-tauri/core/src/naming/person.rs", "use super::store_words; // crate::store"),
            ("src-tauri/core/src/naming/person.rs", "const A: &str = \"crate::store\";"),
            ("src-tauri/core/src/identity/nik.rs", "use crate::naming::{actions_of, store_of};"),
            ("src-tauri/commands/kertas.rs", "use loket_core::actions;"),
            ("src-tauri/core/src/store/tests/story.rs", "use crate::actions;"),
        ];
        for (path, text) in downwards {
            assert_eq!(broken(path, text), 0, "{path}: {text}");
        }
    }

    #[test]
    fn sql_outside_the_store_is_found() {
        assert_eq!(broken("src-tauri/commands/cari.rs", "f(\"SELECT id FROM permohonan\");"), 1);
        assert_eq!(broken("src-tauri/app.rs", "use rusqlite::Connection;"), 1);
        assert_eq!(
            broken("src-tauri/core/src/actions/find.rs", "let sql = \"\n UPDATE permohonan SET a = 1\";"),
            1
        );
        assert_eq!(broken("src-tauri/core/src/store/find.rs", "f(\"SELECT 1\"); use rusqlite::Row;"), 0);
        assert_eq!(broken("src-tauri/commands/cari.rs", "f(\"SELECTED\"); // SELECT 1"), 0);
    }

    #[test]
    fn a_rule_that_looks_at_the_world_is_found() {
        assert_eq!(broken("src-tauri/core/src/schedule.rs", "use std::fs;"), 1);
        assert_eq!(broken("src-tauri/core/src/schedule.rs", "let now = SystemTime::now();"), 1);
        assert_eq!(broken("src-tauri/core/src/capture/decode.rs", "use std::fs;"), 0);
    }

    #[test]
    fn a_connection_outside_the_mailbox_is_found() {
        let opens = "fn f() { tokio::net::TcpStream::connect(at) }";
        for path in
            ["src-tauri/core/src/surel/mod.rs", "src-tauri/core/src/actions/home.rs", "src-tauri/app.rs"]
        {
            assert_eq!(broken(path, opens), 1, "{path}");
        }
        assert_eq!(broken("src-tauri/core/src/mailbox/imap.rs", opens), 0);
    }

    #[test]
    fn a_second_door_to_tauri_is_found() {
        let import = "import { invoke } from \"@tauri-apps/api/core\";";
        assert_eq!(broken("ui/src/home/Home.svelte", import), 1);
        assert_eq!(broken("ui/src/capture.ts", "await import('@tauri-apps/api/event')"), 1);
        assert_eq!(broken("ui/src/backend.ts", import), 0);
    }

    #[test]
    fn a_window_below_the_core_is_found() {
        assert_eq!(
            windows_in("loket-core v0.1.0\nserde v1.0.0\ntauri-utils v2.0.0\nwry v0.57.1"),
            ["tauri-utils", "wry"]
        );
        assert!(windows_in("loket-core v0.1.0\ntaocrypt v1.0.0\ngtkish v0.1.0").is_empty());
    }
}
