use std::collections::HashSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use age::x25519::Identity;

use super::*;
use crate::store::write_point::NoPoints;
use crate::world::{SystemRandom, new_id};

/// An office folder that goes when the test ends.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        let path = std::env::temp_dir().join(format!("loket-berkas-{}", new_id(&SystemRandom)));
        fs::create_dir(&path).expect("temporary folder");
        Self(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Fails at one write point as the operating system would.
struct FailAt(&'static str, io::ErrorKind);

impl WritePoints for FailAt {
    fn at(&self, point: &'static str) -> io::Result<()> {
        if point == self.0 { Err(self.1.into()) } else { Ok(()) }
    }
}

fn files(folder: &Path) -> usize {
    walk(folder).expect("walk").len()
}

fn written(folder: &Path, content: &[u8]) -> (SealedName, Identity) {
    let identity = Identity::generate();
    let sealed = seal(content, &identity.to_public()).expect("sealed");
    (write_sealed(folder, &sealed, &NoPoints).expect("written"), identity)
}

#[test]
fn a_sealed_file_opens_to_the_same_bytes() {
    let folder = Folder::new();
    for content in [Vec::new(), b"foto".to_vec(), vec![0x42; 65_536], vec![0x17; 300_001]] {
        let (name, identity) = written(&folder.0, &content);
        let opened = open_sealed(&folder.0, &name, &identity, &content_sha256(&content)).expect("opens");
        assert_eq!(*opened, content);
        assert!(name.path(&folder.0).ends_with(format!(
            "berkas/{}/{}.age",
            &name.as_str()[..2],
            name.as_str()
        )));
    }
}

#[test]
fn content_is_nowhere_in_the_sealed_bytes() {
    let identity = Identity::generate();
    let sealed = seal(b"NIK 3325010101909001", &identity.to_public()).expect("sealed");
    assert!(!sealed.windows(8).any(|window| window == b"33250101"));
}

#[test]
fn the_same_content_sealed_twice_has_two_names() {
    let folder = Folder::new();
    let identity = Identity::generate();
    let names: HashSet<_> =
        (0..2).map(|_| SealedName::of(&seal(b"foto", &identity.to_public()).expect("sealed"))).collect();
    assert_eq!(names.len(), 2);
    assert_eq!(list_sealed(&folder.0).expect("list").len(), 0);
}

#[test]
fn an_altered_byte_anywhere_is_noticed() {
    let folder = Folder::new();
    let content = vec![0x42; 70_000];
    let (name, identity) = written(&folder.0, &content);
    let path = name.path(&folder.0);
    let sealed = fs::read(&path).expect("read");
    for place in [0, 10, 30, 100, 180, 220, 1_000, 65_700, sealed.len() - 1] {
        let mut changed = sealed.clone();
        changed[place] ^= 1;
        fs::write(&path, &changed).expect("write");
        let error = open_sealed(&folder.0, &name, &identity, &content_sha256(&content)).expect_err("refused");
        assert_eq!(error.code, Code::PictureAltered, "byte {place}");
        // Renamed to fit its altered bytes, it still fails its own proof.
        let forged = write_sealed(&folder.0, &changed, &NoPoints).expect("written");
        assert!(
            open_sealed(&folder.0, &forged, &identity, &content_sha256(&content)).is_err(),
            "byte {place}"
        );
    }
}

#[test]
fn a_truncated_or_lengthened_file_is_noticed() {
    let folder = Folder::new();
    let (name, identity) = written(&folder.0, &[0x42; 70_000]);
    let path = name.path(&folder.0);
    let sealed = fs::read(&path).expect("read");
    for length in [0, 1, 21, 100, 200, 65_000, sealed.len() - 1] {
        fs::write(&path, &sealed[..length]).expect("write");
        let error = open_sealed(&folder.0, &name, &identity, &[0; 32]).expect_err("refused");
        assert_eq!(error.code, Code::PictureAltered, "length {length}");
        let forged = write_sealed(&folder.0, &sealed[..length], &NoPoints).expect("written");
        let error = open_sealed(&folder.0, &forged, &identity, &[0; 32]).expect_err("refused");
        assert_eq!(error.code, Code::PictureAltered, "renamed, length {length}");
    }
    fs::write(&path, [sealed.as_slice(), b"x"].concat()).expect("write");
    assert!(read_sealed(&folder.0, &name).is_err());
}

#[test]
fn another_content_than_the_cited_one_is_refused() {
    let folder = Folder::new();
    let (name, identity) = written(&folder.0, b"foto");
    let error = open_sealed(&folder.0, &name, &identity, &content_sha256(b"lain")).expect_err("refused");
    assert_eq!(error.code, Code::PictureAltered);
}

#[test]
fn a_file_for_somebody_else_is_a_wrong_key_and_not_damage() {
    let folder = Folder::new();
    let (name, _) = written(&folder.0, b"foto");
    let error = open_sealed(&folder.0, &name, &Identity::generate(), &content_sha256(b"foto")).err();
    assert_eq!(error.expect("refused").code, Code::WrongKey);
}

#[test]
fn a_missing_file_and_a_missing_office_are_told_apart() {
    let folder = Folder::new();
    let (name, identity) = written(&folder.0, b"foto");
    fs::remove_file(name.path(&folder.0)).expect("removed");
    let missing = open_sealed(&folder.0, &name, &identity, &[0; 32]).expect_err("refused");
    assert_eq!(missing.code, Code::PictureMissing);
    let gone = folder.0.join("tidak-ada");
    assert_eq!(read_sealed(&gone, &name).expect_err("refused").code, Code::OfficeMissing);
    assert_eq!(write_sealed(&gone, b"x", &NoPoints).expect_err("refused").code, Code::OfficeMissing);
    assert_eq!(list_sealed(&gone).expect_err("refused").code, Code::OfficeMissing);
}

#[test]
fn a_failure_at_any_point_before_the_rename_leaves_no_file() {
    let cases = [
        (io::ErrorKind::StorageFull, Code::DiskFull),
        (io::ErrorKind::ReadOnlyFilesystem, Code::ReadOnly),
        (io::ErrorKind::PermissionDenied, Code::ReadOnly),
        (io::ErrorKind::ResourceBusy, Code::FileLocked),
    ];
    for point in &SEALED_WRITE_POINTS[..4] {
        for (kind, code) in cases {
            let folder = Folder::new();
            let error = write_sealed(&folder.0, b"tersegel", &FailAt(point, kind)).expect_err("refused");
            assert_eq!(error.code, code, "{point}");
            assert_eq!(files(&folder.0), 0, "{point}");
            write_sealed(&folder.0, b"tersegel", &NoPoints).expect("the next write succeeds");
        }
    }
}

#[test]
fn writing_passes_every_write_point_in_order() {
    struct Passed(std::sync::Mutex<Vec<&'static str>>);
    impl WritePoints for Passed {
        fn at(&self, point: &'static str) -> io::Result<()> {
            self.0.lock().expect("lock").push(point);
            Ok(())
        }
    }
    let folder = Folder::new();
    let passed = Passed(std::sync::Mutex::new(Vec::new()));
    write_sealed(&folder.0, b"tersegel", &passed).expect("written");
    assert_eq!(*passed.0.lock().expect("lock"), SEALED_WRITE_POINTS);
}

#[test]
#[cfg(unix)]
fn a_read_only_folder_refuses_exactly_as_the_system_does() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = Folder::new();
    fs::set_permissions(&folder.0, fs::Permissions::from_mode(0o555)).expect("chmod");
    // An administrator may write anyway; then so may Loket.
    let system_refuses = fs::write(folder.0.join("uji"), b"x").is_err();
    let answer = write_sealed(&folder.0, b"tersegel", &NoPoints);
    fs::set_permissions(&folder.0, fs::Permissions::from_mode(0o755)).expect("chmod");
    assert_eq!(answer.err().map(|error| error.code), system_refuses.then_some(Code::ReadOnly));
}

#[test]
fn orphans_are_the_files_that_nothing_cites() {
    let folder = Folder::new();
    let (cited, _) = written(&folder.0, b"satu");
    let (orphan, _) = written(&folder.0, b"dua");
    fs::write(folder.0.join(BERKAS).join("catatan.txt"), b"asing").expect("foreign file");
    fs::write(orphan.path(&folder.0).with_file_name("asing.age"), b"asing").expect("foreign file");
    let orphans = list_orphans(&folder.0, &HashSet::from([cited.clone()])).expect("list");
    assert_eq!(orphans, std::slice::from_ref(&orphan));
    remove_sealed(&folder.0, &orphan).expect("removed");
    remove_sealed(&folder.0, &orphan).expect("already gone is no error");
    assert_eq!(list_sealed(&folder.0).expect("list"), [cited]);
}

#[test]
fn half_written_files_are_swept_and_whole_ones_stay() {
    let folder = Folder::new();
    let (name, _) = written(&folder.0, b"satu");
    let mut half = name.path(&folder.0).into_os_string();
    half.push(atomic_file::UNFINISHED);
    fs::write(half, b"sepa").expect("half");
    assert_eq!(list_sealed(&folder.0).expect("list"), std::slice::from_ref(&name));
    assert_eq!(sweep_unfinished(&folder.0).expect("sweep"), 1);
    assert_eq!(sweep_unfinished(&folder.0).expect("sweep"), 0);
    assert_eq!(list_sealed(&folder.0).expect("list"), [name]);
}

#[test]
fn only_64_lower_case_hex_digits_are_a_name() {
    let good = "0123456789abcdef".repeat(4);
    assert!(SealedName::parse(&good).is_ok());
    for bad in [
        "",
        "../../etc",
        &good[1..],
        &format!("{good}0"),
        &good.to_uppercase(),
        &good.replace('0', "/"),
        &"é".repeat(32),
    ] {
        assert_eq!(SealedName::parse(bad).expect_err("refused").code, Code::DatabaseDamaged, "{bad}");
    }
}
