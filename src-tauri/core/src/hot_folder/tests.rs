//! A folder into which others write: what is whole, what is passed over, and what is removed.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::{EMPTY_REST, HotFolder, KEPT, REST, WholeFile, count_files, require_place};
use crate::error::Code;
use crate::world::{SystemRandom, new_id};

const KIRIMAN: &str = "00112233445566778899aabbccddeeff";
const MOST: usize = 1_000_000;

struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        let path = std::env::temp_dir().join(format!("loket-folder-{}", new_id(&SystemRandom)));
        fs::create_dir(&path).unwrap();
        Self(path)
    }

    fn put(&self, name: &str, content: &[u8]) -> PathBuf {
        let path = self.0.join(name);
        fs::write(&path, content).unwrap();
        path
    }

    fn open(&self) -> HotFolder {
        HotFolder::open(self.0.clone(), false).unwrap()
    }

    fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(&self.0).unwrap();
        let mut names: Vec<_> =
            entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// The first whole file after everything has rested.
fn rested(folder: &mut HotFolder) -> Option<WholeFile> {
    let now = Instant::now();
    folder.look(now).unwrap();
    folder.look(now + EMPTY_REST).unwrap().into_iter().next()
}

#[test]
fn a_file_is_whole_once_it_has_rested_and_every_change_begins_its_rest_anew() {
    let folder = Folder::new();
    let mut looked = folder.open();
    let mut now = Instant::now();
    folder.put("pindai.pdf", b"%PDF");
    for content in [&b"%PDF-1"[..], b"%PDF-1.7 ", b"%PDF-1.7 isi"] {
        assert_eq!(looked.look(now).unwrap(), []);
        assert_eq!(looked.waiting(), 1);
        now += REST - Duration::from_millis(1);
        assert_eq!(looked.look(now).unwrap(), [], "it may still grow");
        folder.put("pindai.pdf", content);
    }
    assert_eq!(looked.look(now).unwrap(), []);
    let [whole] = <[_; 1]>::try_from(looked.look(now + REST).unwrap()).unwrap();
    assert_eq!(whole.name(), "pindai.pdf");
    assert_eq!(**looked.read(&whole, MOST).unwrap().unwrap(), *b"%PDF-1.7 isi");
}

#[test]
fn an_empty_file_is_waited_for_longer_because_devices_fill_it_later() {
    let folder = Folder::new();
    let mut looked = folder.open();
    folder.put("kosong.pdf", b"");
    let now = Instant::now();
    looked.look(now).unwrap();
    assert_eq!(looked.look(now + EMPTY_REST - Duration::from_secs(1)).unwrap(), []);
    assert_eq!(looked.look(now + EMPTY_REST).unwrap().len(), 1);
}

#[test]
fn a_clock_that_stands_still_makes_nothing_whole() {
    let folder = Folder::new();
    let mut looked = folder.open();
    folder.put("a.pdf", b"isi");
    let now = Instant::now();
    for _ in 0..5 {
        assert_eq!(looked.look(now).unwrap(), []);
    }
}

#[test]
fn the_oldest_file_comes_first_and_of_equal_ones_the_first_by_name() {
    let folder = Folder::new();
    let mut looked = folder.open();
    let day = std::time::SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000);
    for (name, age) in [("c.pdf", 10), ("b.pdf", 20), ("a.pdf", 10)] {
        let path = folder.put(name, b"isi");
        let file = fs::File::options().write(true).open(path).unwrap();
        file.set_modified(day - Duration::from_secs(age)).unwrap();
    }
    let mut order = Vec::new();
    while let Some(file) = rested(&mut looked) {
        order.push(file.name());
        fs::remove_file(folder.0.join(file.name())).unwrap();
    }
    assert_eq!(order, ["b.pdf", "a.pdf", "c.pdf"]);
}

#[test]
fn what_no_scanner_wrote_is_passed_over() {
    let folder = Folder::new();
    for name in [
        ".tersembunyi.pdf",
        "Thumbs.db",
        "desktop.ini",
        "surat.pdf.part",
        "x.tmp",
        "~$surat.pdf",
        "lama.pdf~",
    ] {
        folder.put(name, b"isi");
    }
    fs::create_dir(folder.0.join("subfolder.pdf")).unwrap();
    assert_eq!(count_files(&folder.0).unwrap(), 0);
    let mut looked = folder.open();
    assert_eq!(rested(&mut looked), None);
    assert_eq!(looked.waiting(), 0);
}

#[cfg(unix)]
#[test]
fn neither_a_link_nor_a_pipe_is_ever_opened() {
    use std::os::unix::fs::symlink;
    let (folder, elsewhere) = (Folder::new(), Folder::new());
    let secret = elsewhere.put("rahasia.pdf", b"isi");
    symlink(&secret, folder.0.join("tautan.pdf")).unwrap();
    symlink(&elsewhere.0, folder.0.join("tautan-folder")).unwrap();
    let pipe = rustix::fs::Mode::RUSR | rustix::fs::Mode::WUSR;
    rustix::fs::mknodat(rustix::fs::CWD, folder.0.join("pipa.pdf"), rustix::fs::FileType::Fifo, pipe, 0)
        .unwrap();
    let mut looked = folder.open();
    assert_eq!(rested(&mut looked), None);

    // A file that is exchanged for one of them between the look and the reading.
    for exchange in ["tautan.pdf", "pipa.pdf"] {
        folder.put("berkas.pdf", b"isi");
        let file = rested(&mut looked).unwrap();
        fs::rename(folder.0.join(exchange), folder.0.join("berkas.pdf")).unwrap();
        assert!(!matches!(looked.read(&file, MOST), Ok(Some(_))), "{exchange}");
        fs::remove_file(folder.0.join("berkas.pdf")).unwrap();
    }
    assert!(secret.exists());
}

#[test]
fn names_that_mislead_are_files_like_others() {
    let folder = Folder::new();
    for name in ["baris\nbaru.pdf", "gpj.\u{202e}fdp", "spasi di akhir .pdf", "-rf", "%2e%2e%2f.pdf"] {
        folder.put(name, b"isi");
    }
    #[cfg(target_os = "linux")]
    {
        use std::os::unix::ffi::OsStrExt as _;
        fs::write(folder.0.join(OsStr::from_bytes(b"rusak-\xff.pdf")), b"isi").unwrap();
    }
    let mut looked = folder.open();
    let mut count = 0;
    while let Some(file) = rested(&mut looked) {
        assert_eq!(**looked.read(&file, MOST).unwrap().unwrap(), *b"isi", "{}", file.name());
        looked.set_aside(&file, KIRIMAN).unwrap().unwrap().remove().unwrap();
        count += 1;
    }
    assert!(count >= 5);
    assert_eq!(folder.names(), Vec::<String>::new());
}

#[test]
fn a_file_that_is_gone_or_grew_since_the_look_is_not_read() {
    let folder = Folder::new();
    let mut looked = folder.open();
    folder.put("a.pdf", b"isi");
    let file = rested(&mut looked).unwrap();
    folder.put("a.pdf", b"isi yang tumbuh");
    assert!(looked.read(&file, MOST).unwrap().is_none());
    fs::remove_file(folder.0.join("a.pdf")).unwrap();
    assert!(looked.read(&file, MOST).unwrap().is_none());
    assert!(looked.set_aside(&file, KIRIMAN).unwrap().is_none());
}

#[test]
fn a_file_that_is_left_alone_for_a_while_costs_the_others_no_time() {
    let folder = Folder::new();
    let mut looked = folder.open();
    folder.put("a.pdf", b"isi");
    folder.put("b.pdf", b"isi");
    let now = Instant::now();
    looked.look(now).unwrap();
    let files = looked.look(now + REST).unwrap();
    looked.postpone(&files[0], now + 2 * REST);
    assert_eq!(looked.look(now + REST).unwrap(), files[1..]);
    assert_eq!(looked.look(now + 2 * REST).unwrap().len(), 2);
}

#[test]
fn a_huge_file_is_refused_before_it_is_read() {
    let folder = Folder::new();
    let mut looked = folder.open();
    let huge = folder.put("besar.tif", b"");
    fs::File::options().write(true).open(huge).unwrap().set_len(40_000_000_000).unwrap();
    let file = rested(&mut looked).unwrap();
    assert_eq!(looked.read(&file, MOST).unwrap_err().code, Code::AttachmentTooLarge);
}

#[test]
fn a_refused_file_stays_is_named_and_is_tried_again_once_it_changed_or_somebody_asks() {
    let folder = Folder::new();
    let mut looked = folder.open();
    folder.put("a.pdf", b"rusak");
    let file = rested(&mut looked).unwrap();
    let why = || crate::error::Error::new(Code::MailUnreadable, "");
    looked.refuse(&file, why());
    assert_eq!(rested(&mut looked), None);
    let named: Vec<_> = looked.refused().map(|(name, _)| name.to_owned()).collect();
    assert_eq!((named, looked.waiting()), (vec!["a.pdf".into()], 0));

    looked.try_again();
    assert!(rested(&mut looked).is_some());
    looked.refuse(&file, why());
    folder.put("a.pdf", b"diperbaiki");
    assert!(rested(&mut looked).is_some());
    looked.refuse(&file, why());
    assert_eq!(looked.refused().count(), 0, "that was said of what it held before");
    fs::remove_file(folder.0.join("a.pdf")).unwrap();
    assert_eq!(rested(&mut looked), None);
}

#[test]
fn what_a_device_scanned_badly_is_scanned_again_and_asked_of_nobody() {
    let folder = Folder::new();
    let mut looked = folder.open();
    let mut advice = |code: Code| {
        folder.put("a.pdf", format!("{code:?}").as_bytes());
        let file = rested(&mut looked).unwrap();
        looked.refuse(&file, crate::error::Error::new(code, ""));
        looked.refused().next().unwrap().1.what_to_do()
    };
    for code in [Code::AttachmentEncrypted, Code::PictureTruncated, Code::MailUnreadable] {
        assert!(advice(code).starts_with("Pindai ulang sebagai PDF"), "{code:?}");
    }
    assert_eq!(advice(Code::DiskFull), Code::DiskFull.remedy(), "another scan would not help");
}

#[test]
fn what_lies_aside_is_found_again_by_its_kiriman_and_is_never_taken_for_a_file() {
    let folder = Folder::new();
    let mut looked = folder.open();
    folder.put("a.pdf", b"isi");
    let file = rested(&mut looked).unwrap();
    drop(looked.set_aside(&file, KIRIMAN).unwrap().unwrap());
    assert_eq!(rested(&mut looked), None);

    folder.put(".loket-bukan-kiriman", b"isi");
    folder.put(".loket-coba", b"");
    let [aside] = <[_; 1]>::try_from(folder.open().left_aside().unwrap()).unwrap();
    assert_eq!(aside.kiriman(), KIRIMAN);
    assert_eq!(**aside.read(MOST).unwrap().unwrap(), *b"isi");
    aside.put_back(OsStr::new("a.pdf")).unwrap();
    assert!(rested(&mut looked).is_some());
}

#[test]
fn nothing_is_overwritten_by_what_is_put_back_kept_or_set_aside() {
    let folder = Folder::new();
    let mut looked = HotFolder::open(folder.0.clone(), true).unwrap();
    let mut kept = Vec::new();
    for content in ["satu", "dua", "tiga"] {
        folder.put("pindai.pdf", content.as_bytes());
        let file = rested(&mut looked).unwrap();
        looked.set_aside(&file, KIRIMAN).unwrap().unwrap().keep(OsStr::new(&file.name())).unwrap();
        kept.push(content.to_owned());
    }
    let read = |name: &str| fs::read_to_string(folder.0.join(KEPT).join(name)).unwrap();
    assert_eq!([read("pindai.pdf"), read("pindai (2).pdf"), read("pindai (3).pdf")], kept.as_slice());

    folder.put("a.pdf", b"lama");
    let file = rested(&mut looked).unwrap();
    let aside = looked.set_aside(&file, KIRIMAN).unwrap().unwrap();
    folder.put("a.pdf", b"baru");
    let other = rested(&mut looked).unwrap();
    assert_eq!(looked.set_aside(&other, KIRIMAN).unwrap_err().code, Code::HotFolderStays);
    aside.put_back(OsStr::new("../../a.pdf")).unwrap();
    assert_eq!(fs::read(folder.0.join("a.pdf")).unwrap(), b"baru");
    assert_eq!(fs::read(folder.0.join("a (2).pdf")).unwrap(), b"lama");
    for hidden in ["", "..", ".tersembunyi", "x.tmp"] {
        let file = rested(&mut looked).unwrap();
        looked.set_aside(&file, KIRIMAN).unwrap().unwrap().put_back(OsStr::new(hidden)).unwrap();
    }
    assert_eq!(count_files(&folder.0).unwrap(), 2, "they stay where they are seen");
}

#[test]
fn a_folder_that_is_gone_says_so_and_goes_on_when_it_is_back() {
    let folder = Folder::new();
    let mut looked = folder.open();
    folder.put("a.pdf", b"isi");
    rested(&mut looked).unwrap();
    let away = folder.0.with_extension("mati");
    fs::rename(&folder.0, &away).unwrap();
    assert_eq!(looked.look(Instant::now()).unwrap_err().code, Code::HotFolderGone);
    assert_eq!(HotFolder::open(folder.0.clone(), false).unwrap_err().code, Code::HotFolderGone);
    fs::rename(&away, &folder.0).unwrap();
    assert!(rested(&mut looked).is_some());
}

#[test]
fn folders_in_which_people_or_loket_work_are_refused() {
    let root = Folder::new();
    let made = |name: &str| {
        let path = root.0.join(name);
        fs::create_dir_all(&path).unwrap();
        path
    };
    let (home, office) = (made("rumah"), made("data/kantor"));
    let refused = |path: &Path| require_place(path, &[&home], &[&office]).err().map(|error| error.code);
    assert_eq!(refused(&made("rumah/pindai")), None);
    assert_eq!(refused(&made("data/pindai")), None, "beside the office is not in it");
    for folder in [home.clone(), made("rumah/x/..").join(".."), office.clone(), made("data/kantor/pindai")] {
        assert_eq!(refused(&folder), Some(Code::InvalidInput), "{}", folder.display());
    }
    assert_eq!(refused(&root.0.join("data")), Some(Code::InvalidInput), "the office lies in it");
    assert_eq!(refused(&root.0), Some(Code::InvalidInput), "the home lies in it");
    assert_eq!(refused(Path::new("/")), Some(Code::InvalidInput));
    assert_eq!(refused(&root.0.join("tidak ada")), Some(Code::HotFolderGone));
    assert_eq!(refused(&root.put("berkas.pdf", b"isi")), Some(Code::HotFolderGone));
    #[cfg(unix)]
    {
        let link = root.0.join("tautan");
        std::os::unix::fs::symlink(&office, &link).unwrap();
        assert_eq!(refused(&link), Some(Code::InvalidInput));
    }
}
