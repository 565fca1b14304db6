//! Traces: what somebody finds who copies a folder and searches it byte by byte.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// Files below `folder` in which one of `words` stands readable, as UTF-8 or as the UTF-16 of a WebView's
/// caches. A file that cannot be read counts as found: nobody looked into it. One that a running WebView
/// removed after it was listed does not: there is nothing left to read.
pub(crate) fn files_that_say(folder: &Path, words: &[&str]) -> Vec<PathBuf> {
    let needles: Vec<Vec<u8>> = words
        .iter()
        .flat_map(|word| [word.as_bytes().to_vec(), word.encode_utf16().flat_map(u16::to_le_bytes).collect()])
        .collect();
    files_below(folder).into_iter().filter(|path| says(path, &needles)).collect()
}

fn says(path: &Path, needles: &[Vec<u8>]) -> bool {
    match std::fs::read(path) {
        Ok(bytes) => needles.iter().any(|needle| contains(&bytes, needle)),
        Err(error) => error.kind() != ErrorKind::NotFound,
    }
}

pub(crate) fn files_below(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok) {
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => files.extend(files_below(&entry.path())),
            Ok(kind) if kind.is_file() => files.push(entry.path()),
            _ => {}
        }
    }
    files
}

fn contains(bytes: &[u8], needle: &[u8]) -> bool {
    let Some((first, rest)) = needle.split_first() else { return false };
    let mut from = 0;
    while let Some(at) = bytes[from..].iter().position(|byte| byte == first) {
        from += at + 1;
        if bytes[from..].starts_with(rest) {
            return true;
        }
    }
    false
}

#[test]
fn the_search_finds_what_is_planted_and_nothing_else() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("traces-{}", std::process::id()));
    let deep = folder.join("data/.hidden/cache");
    std::fs::create_dir_all(&deep).expect("a folder can be made");
    let utf16: Vec<u8> = "..Wulan Pertiwi".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let files: [(&str, &[u8], bool); 6] = [
        ("first.bin", b"3325114508759002", true),
        ("last.bin", b"\0\0\x013325114508759002", true),
        ("page.cache", &utf16, true),
        ("picture.bin", b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01", true),
        ("torn.bin", b"33251145087590 02 JFIF Wulan  Pertiwi", false),
        ("empty.bin", b"", false),
    ];
    for (name, bytes, _) in files {
        std::fs::write(deep.join(name), bytes).expect("a file can be planted");
    }
    let mut found = files_that_say(&folder, &["3325114508759002", "Wulan Pertiwi", "JFIF\0"]);
    found.sort();
    let mut planted: Vec<PathBuf> =
        files.iter().filter(|(_, _, says)| *says).map(|(name, ..)| deep.join(name)).collect();
    planted.sort();
    assert_eq!(found, planted);
    std::fs::remove_dir_all(&folder).expect("the folder can be removed");
}

#[test]
fn a_file_that_went_away_says_nothing_and_one_that_cannot_be_read_counts() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("traces-gone-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder can be made");
    assert!(!says(&folder.join("removed"), &[b"NIK".to_vec()]));
    // No program can read a folder as a file, not even root's.
    assert!(says(&folder, &[b"NIK".to_vec()]));
    std::fs::remove_dir(&folder).expect("the folder is empty");
}
