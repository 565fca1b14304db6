//! No file of the program needs itself in the end: imports between files of a crate form no circle. Passing a
//! child's names on (`pub use`) is no need; working with them is.

mod imports;

use std::collections::{BTreeMap, BTreeSet};

use super::file::{File, Finding};
use imports::Crate;

/// The folder of each crate's root file. Crates cannot form circles with each other: cargo refuses that.
const CRATES: &[&str] = &["src-tauri/core/src/", "src-tauri/cli/src/", "src-tauri/xtask/src/", "src-tauri/"];

pub(super) fn check(files: &[File]) -> Vec<Finding> {
    crates(files).iter().flat_map(circles).collect()
}

fn crates(files: &[File]) -> Vec<Crate> {
    let of = |file: &File| CRATES.iter().position(|folder| file.path.starts_with(folder));
    let is_program = |file: &&File| {
        file.is(".rs")
            && !file.path.contains("/tests/")
            && !file.stem().ends_with("tests")
            && !file.stem().ends_with("_test")
    };
    let own = |index| files.iter().filter(is_program).filter(move |file| of(file) == Some(index));
    CRATES.iter().enumerate().map(|(index, folder)| Crate::read(folder, own(index))).collect()
}

/// One finding for all files that reach each other: a shortest way round through the first of them.
fn circles(of: &Crate) -> Vec<Finding> {
    let arrows = of.arrows();
    let reaches: BTreeMap<&str, BTreeSet<&str>> =
        arrows.keys().map(|from| (from.as_str(), reached(&arrows, from))).collect();
    let mut named = BTreeSet::new();
    let mut findings = Vec::new();
    for from in reaches.keys().filter(|from| reaches[*from].contains(*from)) {
        if named.contains(from) {
            continue;
        }
        let back = |file: &&&str| reaches.get(**file).is_some_and(|reached| reached.contains(from));
        named.extend(reaches[from].iter().filter(back).copied());
        let way = way_round(&arrows, from).join(" -> ");
        findings.push(Finding {
            path: (*from).to_owned(),
            line: 1,
            message: format!("an import circle: {way}; move what both need to a file of its own"),
        });
    }
    findings
}

type Arrows = BTreeMap<String, BTreeSet<String>>;

fn reached<'a>(arrows: &'a Arrows, from: &str) -> BTreeSet<&'a str> {
    let (mut seen, mut open) = (BTreeSet::new(), vec![from]);
    while let Some(at) = open.pop() {
        for next in arrows.get(at).into_iter().flatten() {
            if seen.insert(next.as_str()) {
                open.push(next);
            }
        }
    }
    seen
}

/// A shortest way from a file back to itself.
fn way_round(arrows: &Arrows, from: &str) -> Vec<String> {
    let mut ways = vec![vec![from.to_owned()]];
    let mut seen = BTreeSet::new();
    while !ways.is_empty() {
        let mut longer = Vec::new();
        for way in ways {
            for next in way.last().and_then(|last| arrows.get(last)).into_iter().flatten() {
                let way: Vec<String> = way.iter().chain([next]).cloned().collect();
                if next == from {
                    return way;
                }
                if seen.insert(next) {
                    longer.push(way);
                }
            }
        }
        ways = longer;
    }
    Vec::new()
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    fn messages(files: &[(&str, &str)]) -> Vec<String> {
        check(&sample(files))
            .into_iter()
            .map(|finding| format!("{}: {}", finding.path, finding.message))
            .collect()
    }

    const A: &str = "src-tauri/core/src/a.rs";
    const B: &str = "src-tauri/core/src/b.rs";
    const C: &str = "src-tauri/core/src/c.rs";
    const MOD: &str = "src-tauri/core/src/m/mod.rs";
    const CHILD: &str = "src-tauri/core/src/m/child.rs";
    const OTHER: &str = "src-tauri/core/src/m/other.rs";

    #[test]
    fn two_files_that_import_each_other_are_found() {
        let circles: &[&[(&str, &str)]] = &[
            &[(A, "use crate::b::Y; pub struct X;"), (B, "use crate::a::X; pub struct Y;")],
            &[(A, "use crate::{b::{Y, Z}, c}; pub struct X;"), (B, "fn f() { crate::a::X }")],
            &[(A, "use super::b; fn f() { b::go(); }"), (B, "use super::a::f;")],
            &[(A, "use crate::b as other; fn f() { other::go(); }"), (B, "use crate::a::*;")],
            &[(A, "use crate::b::y;"), (B, "use crate::c::z;"), (C, "use crate::a::x;")],
            // A parent that works with what its child holds, and a child that works with its parent's.
            &[(MOD, "mod child; use child::Y; fn x() {}"), (CHILD, "use super::x; pub struct Y;")],
            &[(MOD, "mod child; pub use child::Y; fn x(y: Y) {}"), (CHILD, "use super::x; pub struct Y;")],
            &[(MOD, "mod child; fn x() { child::y() }"), (CHILD, "fn y() { super::x() }")],
            // Through a parent that only passes names on.
            &[
                (MOD, "mod child; mod other; pub use child::X; pub use other::Y;"),
                (CHILD, "use super::Y; pub struct X;"),
                (OTHER, "use super::X; pub struct Y;"),
            ],
        ];
        for files in circles {
            assert_eq!(messages(files).len(), 1, "{files:?}");
        }
    }

    #[test]
    fn what_only_looks_like_a_circle_is_none() {
        let trees: &[&[(&str, &str)]] = &[
            &[(A, "use crate::b::Y;"), (B, "// use crate::a::X;\nconst A: &str = \"crate::a::X\";")],
            &[(A, "use crate::b::Y;"), (B, "#[cfg(test)] mod tests { use crate::a::X; }")],
            &[(A, "use crate::b::Y;"), (B, "#[cfg(test)]\nuse crate::a::{X, Z};\nfn f() {}")],
            &[(A, "use crate::b::Y;"), (B, "use std::a::X; use other::crate_of::a;")],
            &[(MOD, "mod child; pub use child::Y; pub fn x() {}"), (CHILD, "use super::x;")],
            &[(MOD, "mod child; pub(crate) use self::child::{Y, Z}; fn x() {}"), (CHILD, "use super::x;")],
            &[("src-tauri/core/src/a_tests.rs", "use crate::b::Y;"), (B, "use crate::a_tests::X;")],
        ];
        for files in trees {
            assert!(messages(files).is_empty(), "{files:?}: {:?}", messages(files));
        }
    }

    #[test]
    fn every_knot_is_named_once_with_a_way_round() {
        let c = (C, "use crate::a::X;");
        let knot = [(A, "use crate::b::Y;"), (B, "use crate::a::X; use crate::c::Z;"), c];
        let found = messages(&knot);
        assert_eq!(found.len(), 1);
        assert!(found[0].contains(&format!("{A} -> {B} -> {A}")), "{found:?}");
        let other = [(MOD, "mod child; fn x() { child::y() }"), (CHILD, "use super::x;")];
        assert_eq!(messages(&[knot.as_slice(), &other].concat()).len(), 2);
    }
}
