//! What the window gets at named moments of a case, recorded for the tests of the UI.
//!
//! The stories are played through the core and read by the window's own DTOs, so the UI is tested on what the
//! program says and repeats no rule of it. The committed files must be fresh, like the TypeScript of the wire.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use super::book::Book;
use super::{changes, moments, morning, online};

const FOLDER: &str = "ui/tests/recorded";

#[test]
fn recorded_answers_are_fresh() {
    let mut book = Book::default();
    moments::play_all(&mut book);
    morning::play(&mut book);
    online::play(&mut book);
    changes::play(&mut book);
    let files = book.close();

    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(FOLDER);
    let present: BTreeSet<String> = fs::read_dir(&folder)
        .map(|entries| {
            entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect()
        })
        .unwrap_or_default();
    let left_over: Vec<_> = present.iter().filter(|name| !files.contains_key(*name)).collect();
    if std::env::var_os("LOKET_WRITE_BINDINGS").is_some() {
        fs::create_dir_all(&folder).expect("the folder can be made");
        for name in left_over {
            fs::remove_file(folder.join(name)).expect("what nothing records goes");
        }
        for (name, text) in &files {
            fs::write(folder.join(name), text).expect("a recorded answer can be written");
        }
        return;
    }
    let is_stale =
        |(name, text): &(&String, &String)| fs::read_to_string(folder.join(name)).ok().as_ref() != Some(text);
    let stale: Vec<_> = files.iter().filter(is_stale).map(|(name, _)| name).collect();
    assert!(
        stale.is_empty() && left_over.is_empty(),
        "stale in {FOLDER}: {stale:?}, recorded by nothing: {left_over:?}: run `cargo xtask bindings` and commit"
    );
}
