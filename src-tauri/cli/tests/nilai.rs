//! `loket-cli nilai` as it is run: what it prints, where, and how it ends.

use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

const PROGRAM: &str = env!("CARGO_BIN_EXE_loket-cli");

/// Judges a list from standard input on 23 November 2026.
fn judge(list: &str, options: &[&str]) -> Output {
    let mut child = Command::new(PROGRAM)
        .args(["nilai", "-", "--hari-ini", "2026-11-23"])
        .args(options)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut input = child.stdin.take().expect("its input is a pipe");
    let list = list.to_owned();
    let writer = std::thread::spawn(move || input.write_all(list.as_bytes()));
    let output = child.wait_with_output().expect("it ends");
    writer.join().expect("the writer ends").expect("the whole list was read");
    output
}

fn run(words: &[&str]) -> Output {
    Command::new(PROGRAM).args(words).stdin(Stdio::null()).output().expect("the program starts")
}

fn text(bytes: &[u8]) -> &str {
    str::from_utf8(bytes).expect("it prints UTF-8")
}

#[test]
fn a_value_in_fault_is_an_answer_and_no_failure() {
    let output = judge("nik\t123\nnik\t3325112311099009\n", &[]);
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(
        text(&output.stdout),
        "1\tnik\tGALAT\tN-01\tNIK harus 16 angka, terbaca 3. Baca ulang dari kartu.\n2\tnik\tOK\t\t\n"
    );
    assert!(output.stderr.is_empty());
}

#[test]
fn a_bad_line_fails_the_whole_at_its_end_only() {
    let output = judge("ktp\t1\nsurel\tx@gmail.com\n", &["--json"]);
    assert_eq!(output.status.code(), Some(1));
    let lines: Vec<&str> = text(&output.stdout).lines().collect();
    assert!(lines[0].starts_with(r#"{"baris":1,"kesalahan":"Jenis tidak dikenal."#), "{lines:?}");
    assert_eq!(lines[1..], [r#"{"baris":2,"jenis":"surel","hasil":"ok","aturan":"","kalimat":""}"#]);
    assert_eq!(text(&output.stderr), "1 baris tidak dapat dinilai. Perbaiki baris yang disebut.\n");
}

#[test]
fn a_list_that_cannot_be_read_and_words_that_are_not_understood_end_differently() {
    let here = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let gone = here.join("tidak-ada.tsv");
    for path in [gone, here] {
        let output = run(&["nilai", path.to_str().unwrap()]);
        assert_eq!(output.status.code(), Some(1), "{}", path.display());
        assert!(text(&output.stderr).contains("tidak dapat dibaca."), "{}", text(&output.stderr));
        assert!(output.stdout.is_empty());
    }
    for words in [&["nilai"][..], &["nilai", "-", "--hari-ini", "kemarin"], &["nilai", "-", "--diam"]] {
        let output = run(words);
        assert_eq!(output.status.code(), Some(2), "{words:?}");
        assert!(output.stdout.is_empty() && !output.stderr.is_empty());
    }
    let help = run(&["nilai", "--bantuan"]);
    assert!(help.status.success() && text(&help.stdout).contains("--hari-ini"));
}

#[test]
fn an_empty_list_is_judged_and_says_nothing() {
    for list in ["", "\n", "# hanya keterangan\n", "\u{feff}"] {
        let output = judge(list, &["--json"]);
        assert_eq!((output.status.code(), output.stdout.len()), (Some(0), 0), "{list:?}");
    }
}

#[test]
fn a_hundred_thousand_lines_are_answered_one_by_one() {
    let list = "nik\t3325110508759001\t3325110508759010\nnpwp\t99.700.101.1-513.000\n".repeat(50_000);
    let output = judge(&list, &["--json"]);
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(text(&output.stdout).lines().count(), 100_000);
    assert!(
        text(&output.stdout)
            .trim_end()
            .ends_with(r#"{"baris":100000,"jenis":"npwp","hasil":"ok","aturan":"","kalimat":""}"#)
    );
}
