//! A disk that is really full, and a folder that is really read-only, where the system lets a test
//! mount one.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::office::{Folder, Office};
use super::story;
use crate::error::Code;
use crate::form::FormField;
use crate::role::Role;
use crate::store::connection::DATABASE;

/// A small disk of its own, mounted over a folder.
struct SmallDisk {
    office: Office,
}

impl SmallDisk {
    /// `None` where mounting is not permitted: these two stories then need a machine that permits it.
    fn mount() -> Option<Self> {
        let folder = Folder::new();
        if !mount(&["-t", "tmpfs", "-o", "size=3m", "loket"], &folder.0) {
            assert!(!cfg!(target_os = "linux") || !is_root(), "root on Linux can mount");
            eprintln!("left out: mounting a small disk is not permitted here");
            return None;
        }
        Some(Self { office: Office::founded(folder, &[Role::Verifikator, Role::Admin]) })
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        self.office.close();
        let _ = Command::new("umount").arg("-l").arg(&self.office.folder.0).status();
    }
}

fn mount(options: &[&str], target: &Path) -> bool {
    Command::new("mount").args(options).arg(target).output().is_ok_and(|output| output.status.success())
}

fn is_root() -> bool {
    Command::new("id").arg("-u").output().is_ok_and(|output| output.stdout == b"0\n")
}

#[test]
fn a_disk_that_is_really_full_says_so_and_harms_nothing() {
    let Some(mut disk) = SmallDisk::mount() else { return };
    let filler = disk.office.folder.0.join("penuh");
    let case = story::open(disk.office.session()).expect("opened");
    let mut refusals = 0;
    for left in [64_usize, 24, 8, 0] {
        fill(&filler, left * 1024);
        let mut last = None;
        // The write-ahead log may still have room of its own; it does not last.
        for number in 0..400 {
            let before = disk.office.acts();
            let typed = disk.office.session().set_form_field(
                &case,
                FormField::Alamat,
                &format!("Jl. {number} {left}"),
            );
            let pictured = story::photograph(disk.office.session(), &case);
            if let Err(error) = typed {
                assert_eq!(error.code, Code::DiskFull, "{error}");
                refusals += 1;
            }
            if let Err(error) = pictured {
                assert_eq!(error.code, Code::DiskFull, "{error}");
                refusals += 1;
                last = Some(before);
                break;
            }
        }
        assert!(last.is_some(), "the disk was never full");
        assert_eq!(disk.office.session().store().verify_chain().expect("chain").faults, []);
        fs::remove_file(&filler).expect("room again");
        disk.office
            .session()
            .set_form_field(&case, FormField::Hp, &format!("08120000{}", 9000 + left))
            .expect("typed");
        disk.office.assert_clean();
    }
    assert!(refusals >= 4);
    // Closed and opened on a full disk: either it opens, or it says why it does not.
    disk.office.close();
    fill(&filler, 0);
    if let Err(error) = disk.office.open() {
        assert_eq!(error.code, Code::DiskFull, "{error}");
    }
    disk.office.close();
    fs::remove_file(&filler).expect("room again");
    disk.office.open().expect("opens");
    disk.office.assert_clean();
}

/// Fills the disk but for `left` bytes.
fn fill(filler: &Path, left: usize) {
    use std::io::Write as _;
    let mut file = fs::File::create(filler).expect("filler");
    while file.write_all(&[7; 4096]).is_ok() {}
    let length = file.metadata().expect("length").len();
    file.set_len(length.saturating_sub(left as u64)).expect("shortened");
}

#[test]
fn a_folder_that_is_really_read_only_is_refused_and_untouched() {
    let Some(mut disk) = SmallDisk::mount() else { return };
    story::open(disk.office.session()).expect("opened");
    disk.office.close();
    let root = disk.office.folder.0.clone();
    let before = fs::read(disk.office.path().join(DATABASE)).expect("bytes");
    assert!(mount(&["-o", "remount,ro"], &root), "remounted read-only");
    let refused = disk.office.open().err().expect("refused");
    assert_eq!(refused.code, Code::ReadOnly, "{refused}");
    assert!(fs::read(disk.office.path().join(DATABASE)).expect("bytes") == before);
    assert!(mount(&["-o", "remount,rw"], &root), "remounted");
    disk.office.open().expect("opens");
    disk.office.assert_clean();
}

#[test]
fn a_folder_that_turns_read_only_under_an_open_office_stops_the_act() {
    let Some(mut disk) = SmallDisk::mount() else { return };
    let case = story::open(disk.office.session()).expect("opened");
    disk.office.session().set_form_field(&case, FormField::Hp, story::PHONE).expect("typed");
    let sealed = disk.office.path().join("berkas");
    fs::create_dir_all(&sealed).expect("folder");
    assert!(
        mount(&["-t", "tmpfs", "-o", "ro,size=16k", "loket"], &sealed),
        "a read-only disk over the sealed files"
    );
    let refused = story::photograph(disk.office.session(), &case).expect_err("refused");
    assert_eq!(refused.code, Code::ReadOnly, "{refused}");
    let _ = Command::new("umount").arg(&sealed).status();
    story::photograph(disk.office.session(), &case).expect("sealed");
    disk.office.assert_clean();
}
