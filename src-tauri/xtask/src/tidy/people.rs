//! Every NIK and NPWP in the repository is invented: a NIK's serial is 9000 or above, an NPWP begins 99.7
//! (0997 in its 16-digit form). Real people's numbers are in circulation; none may end up here.
//!
//! The few malformed numbers that the rules must refuse stand in the allow-list, one per line with the
//! reason. An entry that nobody uses is refused too, so that the list cannot grow unnoticed.

use std::collections::HashSet;

use super::file::{File, Finding};

const ALLOWED: &str = "tests/fixtures/fictional-allow.txt";

/// Lists of hashes and generated names; full of digits that belong to nobody.
const SKIPPED: &[&str] = &["Cargo.lock", "ui/package-lock.json"];

/// How people group the digits of these numbers, besides writing them in one piece.
const GROUPINGS: &[&[usize]] = &[
    &[2, 3, 3, 1, 3, 3], // 99.700.101.1-513.000
    &[3, 3, 3, 1, 3, 3], // the same with the leading zero of the 16-digit form
    &[6, 6, 4],          // as the desk shows a NIK
    &[2, 2, 2, 6, 4],
    &[2, 2, 2, 2, 2, 2, 4],
    &[6, 2, 2, 2, 4],
    &[4, 4, 4, 4],
    &[4, 4, 4, 4, 6], // a NITKU
    &[4, 4, 4, 3],
];

pub(super) fn check(files: &[File]) -> Vec<Finding> {
    let list = files.iter().find(|file| file.path == ALLOWED);
    let allowed: Vec<(usize, String)> = list.map_or_else(Vec::new, |file| {
        let lines = file.text.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with('#'));
        lines
            .map(|(index, line)| {
                (
                    index + 1,
                    line.split('#').next().unwrap_or("").chars().filter(char::is_ascii_digit).collect(),
                )
            })
            .filter(|(_, digits): &(usize, String)| !digits.is_empty())
            .collect()
    });
    let mut used = HashSet::new();
    let mut findings = Vec::new();
    for file in files.iter().filter(|file| file.path != ALLOWED && !SKIPPED.contains(&file.path.as_str())) {
        for (index, line) in file.text.lines().enumerate() {
            for digits in numbers(line).into_iter().filter(|digits| !is_invented(digits)) {
                if allowed.iter().any(|(_, allowed)| *allowed == digits) {
                    used.insert(digits);
                    continue;
                }
                // The number itself is not repeated: a log is read by more people than a file.
                let message = format!("a number of {} digits that is not marked as invented", digits.len());
                findings.push(Finding::new(file, index + 1, message));
            }
        }
    }
    if let Some(list) = list {
        let stale = allowed.iter().filter(|(_, digits)| !used.contains(digits));
        findings.extend(stale.map(|(line, _)| Finding::new(list, *line, "nothing uses this entry any more")));
    }
    findings
}

/// Marked as fictional, or a filler that can belong to nobody.
fn is_invented(digits: &str) -> bool {
    let filler = digits.bytes().all(|digit| Some(digit) == digits.bytes().next());
    let npwp = digits.strip_prefix('0').unwrap_or(digits).starts_with("997");
    let serial = digits.get(12..16).and_then(|serial| serial.parse::<u16>().ok());
    filler || npwp || (digits.len() >= 16 && serial.is_some_and(|serial| serial >= 9000))
}

/// The digits of everything in a line that looks like a NIK, NPWP or NITKU.
fn numbers(line: &str) -> Vec<String> {
    let mut found = Vec::new();
    for run in runs(line) {
        let sizes: Vec<usize> = run.iter().map(|group| group.len()).collect();
        found.extend(
            run.iter().filter(|group| matches!(group.len(), 15 | 16 | 22)).map(|group| (*group).to_owned()),
        );
        for grouping in GROUPINGS {
            for (at, window) in sizes.windows(grouping.len()).enumerate() {
                let digits = run[at..at + grouping.len()].concat();
                if window == *grouping && (!is_ambiguous(grouping) || has_a_birth_date(&digits)) {
                    found.push(digits);
                }
            }
        }
    }
    found.sort();
    found.dedup();
    found
}

/// Years, times and measures stand in rows of four or two as well; only a birth date tells them from a NIK.
fn is_ambiguous(grouping: &[usize]) -> bool {
    !matches!(grouping, [2, 3, 3, 1, 3, 3] | [3, 3, 3, 1, 3, 3])
}

/// Digits 7 to 12 are a day (a woman's plus 40) and a month, or the number has the zero of an NPWP.
fn has_a_birth_date(digits: &str) -> bool {
    let number =
        |from: usize, to: usize| digits.get(from..to).and_then(|part| part.parse::<u32>().ok()).unwrap_or(0);
    let (province, day, month) = (number(0, 2), number(6, 8), number(8, 10));
    digits.starts_with("09")
        || ((11..=97).contains(&province) && matches!(day, 1..=31 | 41..=71) && matches!(month, 1..=12))
}

/// Runs of digit groups parted by one space, dot, hyphen or slash. A group that touches a letter or stands
/// behind a decimal point with a single digit before it belongs to a hash, a name or a fraction.
fn runs(line: &str) -> Vec<Vec<&str>> {
    let bytes = line.as_bytes();
    let (mut runs, mut run, mut at) = (Vec::new(), Vec::new(), 0);
    while at < bytes.len() {
        if !bytes[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let begun = at;
        while at < bytes.len() && bytes[at].is_ascii_digit() {
            at += 1;
        }
        let touches = |byte: u8| byte.is_ascii_alphabetic() || byte == b'_' || byte >= 0x80;
        let before = begun.checked_sub(1).map(|index| bytes[index]);
        let fraction = before == Some(b'.') && at - begun > 6;
        let alone = !before.is_some_and(touches) && !bytes.get(at).copied().is_some_and(touches) && !fraction;
        if alone {
            run.push(&line[begun..at]);
        }
        let joined = matches!(bytes.get(at), Some(b' ' | b'.' | b'-' | b'/'))
            && bytes.get(at + 1).is_some_and(u8::is_ascii_digit);
        if !(alone && joined) {
            runs.push(std::mem::take(&mut run));
        }
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    /// Numbers are put together here, so that this file holds none that the rule would find.
    fn line(parts: &[&str]) -> String {
        format!("a, {}.", parts.concat())
    }

    fn found(text: &str) -> usize {
        check(&sample(&[("docs/a.md", text)])).len()
    }

    #[test]
    fn a_number_that_could_be_somebody_is_refused_in_any_spelling() {
        let somebody = [
            line(&["33251105", "08751234"]),
            line(&["3325 1105 ", "0875 1234"]),
            line(&["332511 ", "050875 1234"]),
            line(&["33.25.11.", "050875.1234"]),
            line(&["33-25-11-05-08-", "75-1234"]),
            line(&["01.234.567.", "8-513.000"]),
            line(&["01 234 567 ", "8 513 000"]),
            line(&["0123456", "78513000"]),
            line(&["0012345", "678513000"]),
            line(&["0012345678", "513000000001"]),
            line(&["KTP 7 3325 1105 ", "0875 1234"]),
        ];
        for text in somebody {
            assert_eq!(found(&text), 1, "{text}");
        }
    }

    #[test]
    fn invented_people_and_ordinary_figures_pass() {
        let fine = [
            "3325110508759001, 3325 1145 0875 9002 and 332511 450875 9002",
            "99.700.101.1-513.000, 997001011513000, 0997001011513000, 0997 0010 1151 3000",
            "0997001029513000000001 is a NITKU",
            "0000000000000000 and 999999999999999 are fillers",
            "in 2019 2020 2021 2022 and on 23-11-2026 09.24.00 12",
            "d41d8cd98f00b204e9800998ecf8427e and a1234567890123456b and x_3325110508751234",
            "0.3333333333333333 and 1.23456789012345678",
            "M10 20 30 40 50 60 7 8 9 10 11 12",
            "14 digits: 20261123092400",
        ];
        for text in fine {
            assert_eq!(found(text), 0, "{text}");
        }
    }

    #[test]
    fn the_allow_list_lets_a_malformed_vector_pass_and_may_not_hold_more() {
        let vector = ["33251105", "08751234"].concat();
        let list = format!("# why\n{vector}  # serial of nobody\n");
        let files =
            [("tests/fixtures/fictional-allow.txt", list.as_str()), ("src-tauri/a.rs", vector.as_str())];
        assert!(check(&sample(&files)).is_empty());
        let stale = check(&sample(&files[..1]));
        assert_eq!((stale.len(), stale[0].line), (1, 2));
    }

    #[test]
    fn the_finding_does_not_repeat_the_number() {
        let vector = ["33251105", "08751234"].concat();
        let findings = check(&sample(&[("a.md", &vector)]));
        assert!(!findings[0].to_string().contains(&vector));
    }
}
