//! Which file of a crate needs which other, read from its paths. A method called on a value is not seen;
//! whoever calls one has named the type's file already.

use std::collections::{BTreeMap, BTreeSet};

use crate::tidy::file::File;
use crate::tidy::source::{Language, read};

/// `["store", "act"]` for `crate::store::act`.
type Path = Vec<String>;

/// A name that a file brings in, by `use`.
struct Import {
    /// What the file calls it; `*` brings in everything.
    name: String,
    path: Path,
    /// Passed on to others. Alone, that does not make this file need it.
    public: bool,
}

/// One file, as far as it speaks of others.
struct Unit {
    path: String,
    imports: Vec<Import>,
    /// Paths of more than one word outside of `use`.
    paths: Vec<Path>,
    /// Single words outside of `use`.
    words: BTreeSet<String>,
}

/// The files of a crate by their module.
pub(super) struct Crate {
    units: BTreeMap<Path, Unit>,
}

/// How often a name may be passed on before it is taken for a mistake.
const LONGEST_CHAIN: usize = 16;

impl Crate {
    pub(super) fn read<'a>(folder: &str, files: impl Iterator<Item = &'a File>) -> Self {
        let units = files.map(|file| (module_of(&file.path[folder.len()..]), unit(file))).collect();
        Self { units }
    }

    /// For each file the others that it needs.
    pub(super) fn arrows(&self) -> BTreeMap<String, BTreeSet<String>> {
        let arrows = self.units.iter().map(|(module, unit)| {
            let needed =
                unit.imports.iter().filter(|import| !import.public || unit.words.contains(&import.name));
            let paths = needed.map(|import| &import.path).chain(&unit.paths);
            let targets = paths.filter_map(|path| self.target(module, path, LONGEST_CHAIN));
            (unit.path.clone(), targets.filter(|target| *target != unit.path).map(str::to_owned).collect())
        });
        arrows.collect()
    }

    /// The file in which lies what `path` means in `module`. A module itself is no target: what is taken
    /// from it is.
    fn target(&self, module: &[String], path: &[String], chain: usize) -> Option<&str> {
        let mut rest = path;
        let mut at = self.start(module, &mut rest, chain)?;
        while let Some((name, after)) = rest.split_first() {
            let mut inner = at.clone();
            inner.push(name.clone());
            if self.units.contains_key(&inner) {
                at = inner;
                rest = after;
                continue;
            }
            let unit = self.units.get(&at)?;
            if name == "*" {
                return Some(&unit.path);
            }
            let passed_on = unit.imports.iter().find(|import| import.name == *name);
            return match passed_on {
                Some(import) if chain > 0 => {
                    let path: Path = import.path.iter().chain(after).cloned().collect();
                    self.target(&at, &path, chain - 1)
                }
                _ => Some(&unit.path),
            };
        }
        None
    }

    /// The module at which a path begins; takes the words off `rest` that say so.
    fn start(&self, module: &[String], rest: &mut &[String], chain: usize) -> Option<Path> {
        let mut at = module.to_vec();
        match rest.first()?.as_str() {
            "crate" => {
                *rest = &rest[1..];
                at.clear();
            }
            "self" | "super" => {
                while let Some(word) = rest.first().filter(|word| *word == "self" || *word == "super") {
                    if word == "super" {
                        at.pop()?;
                    }
                    *rest = &rest[1..];
                }
            }
            first => {
                let child: Path = module.iter().cloned().chain([first.to_owned()]).collect();
                if !self.units.contains_key(&child) {
                    // A module brought in by `use`, or something of another crate.
                    let import =
                        self.units.get(module)?.imports.iter().find(|import| import.name == first)?;
                    *rest = &rest[1..];
                    return self.module(module, &import.path, chain.checked_sub(1)?);
                }
            }
        }
        Some(at)
    }

    /// The module that a path means, if it means one.
    fn module(&self, module: &[String], path: &[String], chain: usize) -> Option<Path> {
        let mut rest = path;
        let at = self.start(module, &mut rest, chain)?;
        let whole: Path = at.iter().chain(rest).cloned().collect();
        self.units.contains_key(&whole).then_some(whole)
    }
}

/// `store/kunci/mod.rs` is the module `store::kunci`; a root file is the crate itself.
fn module_of(path: &str) -> Path {
    let path = path.strip_suffix(".rs").unwrap_or(path);
    let path = path.strip_suffix("/mod").unwrap_or(path);
    if matches!(path, "lib" | "main") { Path::new() } else { path.split('/').map(str::to_owned).collect() }
}

fn unit(file: &File) -> Unit {
    let code = read(&file.text, Language::Rust).code;
    let tokens = without_tests(tokens(&code));
    let mut unit =
        Unit { path: file.path.clone(), imports: Vec::new(), paths: Vec::new(), words: BTreeSet::new() };
    let mut at = 0;
    while at < tokens.len() {
        if tokens[at] == "use" {
            let public = at > 0 && matches!(tokens[at - 1], "pub" | ")");
            at += 1;
            tree(&tokens, &mut at, &[], public, &mut unit.imports);
        } else if tokens[at] == "mod" {
            at += 2;
        } else if is_word(tokens[at]) {
            let mut path = vec![tokens[at].to_owned()];
            while tokens.get(at + 1) == Some(&"::") && tokens.get(at + 2).is_some_and(|next| is_word(next)) {
                path.push(tokens[at + 2].to_owned());
                at += 2;
            }
            unit.words.insert(path[0].clone());
            if path.len() > 1 {
                unit.paths.push(path);
            }
            at += 1;
        } else {
            at += 1;
        }
    }
    unit
}

/// Reads one branch of a `use`: `a::b`, `a::{b, c::*}`, `a as b`.
fn tree(tokens: &[&str], at: &mut usize, before: &[String], public: bool, imports: &mut Vec<Import>) {
    let mut path = before.to_vec();
    while let Some(token) = tokens.get(*at).copied() {
        match token {
            "{" => {
                *at += 1;
                while tokens.get(*at).is_some_and(|token| *token != "}") {
                    tree(tokens, at, &path, public, imports);
                    *at += usize::from(tokens.get(*at) == Some(&","));
                }
                *at += 1;
                return;
            }
            "::" => {}
            "as" => {
                let name = tokens.get(*at + 1).copied().unwrap_or_default().to_owned();
                *at += 2;
                imports.push(Import { name, path, public });
                return;
            }
            word if is_word(word) || word == "*" => path.push(word.to_owned()),
            _ => break,
        }
        *at += 1;
    }
    // `a::{self}` is `a`.
    if path.len() > 1 && path.last().is_some_and(|last| last == "self") {
        path.pop();
    }
    if let Some(name) = path.last().filter(|_| path.len() > before.len() || !before.is_empty()).cloned() {
        imports.push(Import { name, path, public });
    }
}

fn is_word(token: &str) -> bool {
    token.starts_with(|char: char| char.is_alphabetic() || char == '_')
}

/// Words, `::`, and every other sign by itself.
fn tokens(code: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    let mut rest = code.trim_start();
    while let Some(first) = rest.chars().next() {
        let joins = |char: char| char.is_alphanumeric() || char == '_';
        let length = if joins(first) {
            rest.find(|char| !joins(char)).unwrap_or(rest.len())
        } else if rest.starts_with("::") {
            2
        } else {
            first.len_utf8()
        };
        tokens.push(&rest[..length]);
        rest = rest[length..].trim_start();
    }
    tokens
}

/// Leaves out every item that only tests see.
fn without_tests(tokens: Vec<&str>) -> Vec<&str> {
    const MARK: [&str; 7] = ["#", "[", "cfg", "(", "test", ")", "]"];
    let (mut kept, mut at) = (Vec::with_capacity(tokens.len()), 0);
    while at < tokens.len() {
        if !tokens[at..].starts_with(&MARK) {
            kept.push(tokens[at]);
            at += 1;
            continue;
        }
        at += MARK.len();
        let mut depth = 0_usize;
        while let Some(token) = tokens.get(at) {
            at += 1;
            match *token {
                "{" => depth += 1,
                "}" if depth > 1 => depth -= 1,
                "}" if depth == 1 => break,
                // An item of a list that only tests have ends with its list.
                "}" => {
                    at -= 1;
                    break;
                }
                ";" if depth == 0 => break,
                _ => {}
            }
        }
    }
    kept
}
