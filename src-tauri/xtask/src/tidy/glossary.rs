//! The glossary is a promise: each word in it lives in the code as it is spelled there, and the words it
//! strikes out are not used for the same thing.

use std::collections::HashSet;

use super::file::{File, Finding};
use super::source::{Language, identifiers, read, spread};

const GLOSSARY: &str = "docs/glossary.md";
const MOST: usize = 60;

/// One concept of the office.
struct Row {
    line: usize,
    /// Names in the code, as written: `Permohonan`.
    codes: Vec<String>,
    /// Words never to be used for it.
    struck: Vec<String>,
    /// Where it is decided.
    paths: Vec<String>,
}

pub(super) fn check(files: &[File]) -> Vec<Finding> {
    let Some(glossary) = files.iter().find(|file| file.path == GLOSSARY) else {
        return vec![Finding {
            path: GLOSSARY.to_owned(),
            line: 1,
            message: "there is no glossary".to_owned(),
        }];
    };
    let rows = rows(&glossary.text);
    let mut findings = Vec::new();
    let mut refuse = |line: usize, message: String| findings.push(Finding::new(glossary, line, message));
    if rows.is_empty() || rows.len() > MOST {
        refuse(1, format!("{} rows; one to {MOST} are readable", rows.len()));
    }
    let names = names_in(files);
    for pair in rows.windows(2) {
        if pair[0].codes.first().map(|code| code.to_lowercase())
            > pair[1].codes.first().map(|code| code.to_lowercase())
        {
            refuse(pair[1].line, "rows stand in alphabetical order".to_owned());
        }
    }
    for row in &rows {
        for code in row.codes.iter().filter(|code| !names.contains(*code)) {
            refuse(row.line, format!("`{code}` is no type, variant or module of the code"));
        }
        for path in row.paths.iter().filter(|path| !exists(files, path)) {
            refuse(row.line, format!("`{path}` does not exist"));
        }
        if row.codes.is_empty() || row.paths.is_empty() {
            refuse(row.line, "a row names its code and where it lives".to_owned());
        }
    }
    findings.extend(struck_words(files, &rows));
    findings
}

fn rows(text: &str) -> Vec<Row> {
    let lines = text.lines().enumerate().filter(|(_, line)| line.starts_with("| `"));
    let rows = lines.map(|(index, line)| {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let cell = |at: usize| cells.get(at).copied().unwrap_or_default();
        Row {
            line: index + 1,
            codes: between(cell(0), "`"),
            struck: between(cell(4), "~~").iter().flat_map(|words| words.split(',')).map(as_words).collect(),
            paths: between(cell(6), "`"),
        }
    });
    rows.collect()
}

fn as_words(phrase: &str) -> String {
    phrase.trim().to_lowercase().replace([' ', '-'], "_")
}

/// Every text between two marks: backticks or `~~`.
fn between(cell: &str, mark: &str) -> Vec<String> {
    cell.split(mark).skip(1).step_by(2).map(str::to_owned).collect()
}

fn exists(files: &[File], path: &str) -> bool {
    let folder = format!("{}/", path.trim_end_matches('/'));
    files.iter().any(|file| file.path == path || file.path.starts_with(&folder))
}

/// Types, variants and modules of all Rust code, modules in the spelling of a type.
fn names_in(files: &[File]) -> HashSet<String> {
    let mut names = HashSet::new();
    for file in files.iter().filter(|file| file.is(".rs")) {
        names.insert(as_type(file.stem()));
        if file.stem() == "mod" {
            names.extend(file.path.rsplit('/').nth(1).map(as_type));
        }
        let code = read(&file.text, Language::Rust).code;
        for line in code.lines() {
            let words: Vec<&str> = line.split(|char: char| !char.is_alphanumeric() && char != '_').collect();
            for pair in words.windows(2) {
                if matches!(pair[0], "struct" | "enum" | "trait" | "type") {
                    names.insert(pair[1].to_owned());
                }
            }
            names.extend(variant(line));
        }
    }
    names
}

/// A line such as `Ktp,` or `Perbaikan { sampai: Date },` or `#[default] Draf,` names a variant.
fn variant(line: &str) -> Option<String> {
    let line = line.trim();
    let line = line.rsplit_once(']').map_or(line, |(_, rest)| rest.trim());
    let end = line.find(|char: char| !char.is_alphanumeric()).unwrap_or(line.len());
    let (name, rest) = line.split_at(end);
    let is_name = name.starts_with(char::is_uppercase) && name.chars().any(char::is_lowercase);
    let rest = rest.trim_start();
    (is_name && (rest.is_empty() || rest.starts_with([',', '(', '{', '=']))).then(|| name.to_owned())
}

fn as_type(module: &str) -> String {
    module
        .split('_')
        .map(|word| {
            let mut chars = word.chars();
            chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
        })
        .collect()
}

fn struck_words(files: &[File], rows: &[Row]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in files {
        let language = match () {
            () if file.is(".rs") => Language::Rust,
            () if file.is(".ts") => Language::Script,
            () => continue,
        };
        let source = read(&file.text, language);
        for (line, identifier) in identifiers(&source.code) {
            let spread = spread(identifier);
            for row in rows {
                for word in row.struck.iter().filter(|word| spread.contains(&format!("_{word}_"))) {
                    let right = row.codes.join("` or `");
                    findings.push(Finding::new(
                        file,
                        line,
                        format!("`{identifier}` says {word}; write `{right}`"),
                    ));
                }
            }
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    const HEAD: &str = "| Code | On paper | English | Meaning | Not | Source | Lives in |\n| --- | --- | --- | --- | --- | --- | --- |\n";

    fn messages(row: &str, code: &str) -> Vec<String> {
        let glossary = format!("{HEAD}{row}\n");
        let files = sample(&[(GLOSSARY, &glossary), ("src-tauri/core/src/permohonan.rs", code)]);
        check(&files).into_iter().map(|finding| finding.message).collect()
    }

    #[test]
    fn a_row_that_agrees_with_the_code_is_quiet() {
        let row = "| `Permohonan` | a | b | c | ~~application, pengajuan~~ | SOP | `src-tauri/core/src/permohonan.rs` |";
        assert!(messages(row, "pub struct Other; // application").is_empty());
        let row = "| `Ktp` | a | b | c | | SOP | `src-tauri/core/src` |";
        assert!(messages(row, "enum Kind {\n    Ktp,\n    Npwp(u8),\n}").is_empty());
    }

    #[test]
    fn each_broken_promise_is_named() {
        let row = "| `Antrean` | a | b | c | | SOP | `src-tauri/core/src/permohonan.rs` |";
        assert!(messages(row, "")[0].contains("`Antrean` is no type"));
        let row = "| `Permohonan` | a | b | c | | SOP | `src-tauri/core/src/gone.rs` |";
        assert!(messages(row, "")[0].contains("gone.rs` does not exist"));
        let row = "| `Permohonan` | a | b | c | ~~application, tanda bukti~~ | SOP | `src-tauri/core/src/permohonan.rs` |";
        assert!(messages(row, "fn open_application() {}")[0].contains("`open_application` says application"));
        assert!(messages(row, "struct TandaBukti;")[0].contains("says tanda_bukti"));
        assert!(messages(row, "fn applications() {}").is_empty(), "only whole words are struck");
        assert!(!check(&sample(&[])).is_empty(), "a repository without a glossary is not tidy");
    }

    #[test]
    fn rows_out_of_order_are_found() {
        let rows = "| `Permohonan` | a | b | c | | s | `src-tauri/core/src/permohonan.rs` |\n\
                    | `Nik` | a | b | c | | s | `src-tauri/core/src/permohonan.rs` |";
        assert_eq!(messages(rows, "struct Nik;"), ["rows stand in alphabetical order"]);
    }
}
