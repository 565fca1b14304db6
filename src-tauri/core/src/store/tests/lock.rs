//! One Loket per office folder, also while other programs are being started.

use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};

use super::office::Folder;
use crate::error::Code;
use crate::store::lock::OfficeLock;

#[test]
fn an_office_opens_again_at_once_while_other_programs_are_being_started() {
    let folder = Folder::new();
    let done = AtomicBool::new(false);
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                while !done.load(Ordering::Relaxed) {
                    Command::new("true").status().unwrap();
                }
            });
        }
        let refused = (0..2_000).filter(|_| OfficeLock::take(&folder.0).is_err()).count();
        done.store(true, Ordering::Relaxed);
        assert_eq!(refused, 0);
    });
}

#[test]
fn a_second_loket_is_refused_for_as_long_as_the_first_is_open() {
    let folder = Folder::new();
    let first = OfficeLock::take(&folder.0).unwrap();
    assert_eq!(OfficeLock::take(&folder.0).unwrap_err().code, Code::FileLocked);
    drop(first);
    OfficeLock::take(&folder.0).unwrap();
}
