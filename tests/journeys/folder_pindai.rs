//! What a device scans into the folder is in the Baki once and leaves the folder, wherever a kill falls.

use std::cell::{Cell, RefCell};
use std::fs;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use image::GenericImageView as _;
use loket_core::actions::hot_folder::{Fate, Hindrance, Office as Moment, finish as finish_left, take};
use loket_core::actions::kiriman::Incoming;
use loket_core::actions::{KirimanRecord, Session, practice};
use loket_core::document::DocumentKind;
use loket_core::error::{Code, Error, Result};
use loket_core::hot_folder::{HotFolder, KEPT, OPEN_ENDED_REST, WholeFile};
use loket_core::kiriman::{KirimanEnd, KirimanSource};
use loket_core::store::sealed_file::content_sha256;
use loket_core::world::hex;
use loket_tests::cards::{guest_of, photo_of};
use loket_tests::scans::{pdf_of, tiff_of};
use loket_tests::{BAGUS, Desk, Office, RATNA, finish, refused};

/// Finds the session for a moment, and loses it as a kill would: before a moment, or right after its work was done.
struct Hand<'a> {
    session: RefCell<&'a mut Session>,
    /// What happens in the folder at a moment, before its work.
    meanwhile: Option<(usize, Box<dyn Fn()>)>,
    cut: Option<(usize, bool)>,
    moments: Cell<usize>,
}

impl<'a> Hand<'a> {
    fn of(desk: &'a mut Desk) -> Self {
        Self { session: RefCell::new(&mut desk.session), meanwhile: None, cut: None, moments: Cell::new(0) }
    }
}

impl Moment for Hand<'_> {
    fn moment<T>(&self, work: impl FnOnce(&mut Session) -> Result<T>) -> Result<T> {
        let now = self.moments.replace(self.moments.get() + 1);
        let killed = || Error::new(Code::Locked, "killed");
        if let Some((_, happens)) = self.meanwhile.as_ref().filter(|(at, _)| *at == now) {
            happens();
        }
        if self.cut == Some((now, false)) {
            return Err(killed());
        }
        let done = work(&mut self.session.borrow_mut());
        if self.cut == Some((now, true)) { Err(killed()) } else { done }
    }
}

struct Pindai(PathBuf);

impl Pindai {
    fn of(office: &Office) -> Self {
        let path = office.beside("pindai");
        fs::create_dir(&path).unwrap();
        Self(path)
    }

    fn put(&self, name: &str, content: &[u8]) {
        fs::write(self.0.join(name), content).unwrap();
    }

    fn open(&self, keep: bool) -> HotFolder {
        HotFolder::open(self.0.clone(), keep).unwrap()
    }

    fn names(&self) -> Vec<String> {
        let mut names: Vec<_> = fs::read_dir(&self.0)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }
}

fn whole(folder: &mut HotFolder) -> Option<WholeFile> {
    let now = Instant::now();
    folder.look(now).unwrap();
    folder.look(now + Duration::from_secs(90)).unwrap().into_iter().next()
}

/// As the program does it: what a kill left, then every file.
fn clear(hand: &Hand<'_>, folder: &mut HotFolder) -> Vec<Fate> {
    finish_left(hand, folder).unwrap();
    let mut fates = Vec::new();
    while let Some(file) = whole(folder) {
        match take(hand, folder, &file) {
            Ok(Fate::NotYet) => break,
            Ok(fate) => fates.push(fate),
            Err(Hindrance::File(error)) => folder.refuse(&file, error),
            Err(Hindrance::Office(error)) => panic!("{error}"),
        }
    }
    fates
}

fn scan() -> Vec<u8> {
    photo_of(&guest_of("S-01"), DocumentKind::Ktp).jpeg.clone()
}

fn baki(desk: &Desk) -> Vec<KirimanRecord> {
    desk.session.baki().unwrap()
}

fn acts(desk: &Desk) -> u64 {
    desk.session.store().head().unwrap().seq
}

#[test]
fn a_scan_is_sealed_read_back_and_removed_with_one_entry() {
    let office = Office::open();
    let pindai = Pindai::of(&office);
    let npwp = photo_of(&guest_of("S-01"), DocumentKind::Npwp).jpeg.clone();
    let (width, height) = image::load_from_memory(&npwp).unwrap().dimensions();
    pindai.put("SCAN_0001.JPG", &scan());
    pindai.put("SCAN_0002.PDF", &pdf_of(&vec![(npwp, width, height); 3]));
    let mut ratna = office.sit_down(RATNA);
    let before = acts(&ratna);
    let fates = clear(&Hand::of(&mut ratna), &mut pindai.open(false));
    assert_eq!(fates, [Fate::Taken; 2]);
    assert_eq!(acts(&ratna), before + 4, "taken and removed, for each");
    assert_eq!(pindai.names(), Vec::<String>::new());
    let mut kiriman = baki(&ratna);
    kiriman.sort_by(|one, other| one.file_name.cmp(&other.file_name));
    let told: Vec<_> =
        kiriman.iter().map(|each| (each.source, each.file_name.as_str(), each.pages.len())).collect();
    assert_eq!(
        told,
        [
            (KirimanSource::FolderPindai, "SCAN_0001.JPG", 1),
            (KirimanSource::FolderPindai, "SCAN_0002.PDF", 3)
        ]
    );
    for each in &kiriman {
        assert!(ratna.session.store().reader().source_is_removed(&each.id).unwrap());
    }
    ratna.leave();
    finish(office);
}

#[test]
fn a_kill_at_any_moment_leaves_each_file_in_the_baki_once_and_none_in_the_folder() {
    for keep in [false, true] {
        let mut cuts = 0;
        for cut in (0..8).flat_map(|moment| [(moment, false), (moment, true)]) {
            let office = Office::open();
            let pindai = Pindai::of(&office);
            pindai.put("a.jpg", &scan());
            let mut ratna = office.sit_down(RATNA);
            let before = acts(&ratna);
            let mut folder = pindai.open(keep);
            let file = whole(&mut folder).unwrap();
            let mut hand = Hand::of(&mut ratna);
            hand.cut = Some(cut);
            let killed = take(&hand, &folder, &file).is_err();
            cuts += usize::from(killed);
            let names = pindai.names().len();
            let sealed = ratna.session.baki().unwrap().len();
            assert!(names + sealed >= 1, "{cut:?}: it is somewhere");
            // A new run knows nothing of what this one had seen.
            let left = clear(&Hand::of(&mut ratna), &mut pindai.open(keep));
            assert!(left.len() <= 1, "{cut:?}: {left:?}");
            assert_eq!(baki(&ratna).len(), 1, "{cut:?}");
            assert_eq!(acts(&ratna), before + if keep { 1 } else { 2 }, "{cut:?}: one entry for each step");
            assert_eq!(pindai.names(), if keep { vec![KEPT.to_owned()] } else { vec![] }, "{cut:?}");
            ratna.leave();
            finish(office);
        }
        assert!(cuts >= 6, "{cuts} cuts, keep: {keep}");
    }
}

#[test]
fn who_may_not_see_pictures_takes_files_in_all_the_same() {
    let office = Office::staffed();
    let pindai = Pindai::of(&office);
    pindai.put("a.jpg", &scan());
    let mut bagus = office.sit_down(BAGUS);
    assert_eq!(clear(&Hand::of(&mut bagus), &mut pindai.open(false)), [Fate::Taken]);
    assert!(pindai.names().is_empty());
    bagus.leave();
    finish(office);
}

#[test]
fn a_kept_file_goes_into_its_subfolder_and_is_not_taken_again() {
    let office = Office::open();
    let pindai = Pindai::of(&office);
    pindai.put("a.jpg", &scan());
    let mut ratna = office.sit_down(RATNA);
    assert_eq!(clear(&Hand::of(&mut ratna), &mut pindai.open(true)), [Fate::Taken]);
    assert_eq!(fs::read(pindai.0.join(KEPT).join("a.jpg")).unwrap(), scan());
    let [kiriman] = <[_; 1]>::try_from(baki(&ratna)).unwrap();
    assert!(!ratna.session.store().reader().source_is_removed(&kiriman.id).unwrap());
    assert_eq!(clear(&Hand::of(&mut ratna), &mut pindai.open(true)), []);
    ratna.leave();
    finish(office);
}

#[test]
fn files_that_cannot_be_taken_stay_with_their_reason_and_cost_the_others_nothing() {
    let office = Office::open();
    let pindai = Pindai::of(&office);
    let jpeg = scan();
    let pdf = pdf_of(&[(jpeg.clone(), 600, 400)]);
    pindai.put("a.jpg", &jpeg);
    pindai.put("b-terpotong.jpg", &jpeg[..jpeg.len() / 2]);
    pindai.put("c-terpotong.pdf", &pdf[..pdf.len() / 2]);
    pindai.put("d.exe", b"MZ\x90\x00");
    pindai.put("e-kosong.pdf", b"");
    pindai.put("f.pdf", b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF");
    pindai.put("g.docx", b"PK\x03\x04 bukan zip");
    let mut ratna = office.sit_down(RATNA);
    let mut folder = pindai.open(false);
    assert_eq!(clear(&Hand::of(&mut ratna), &mut folder), [Fate::Taken]);
    let refused: Vec<_> = folder.refused().collect();
    assert_eq!(refused.len(), 6, "{refused:?}");
    for (name, why) in refused {
        assert!(why.what_happened().ends_with('.') && why.what_to_do().ends_with('.'), "{name:?}");
    }
    assert_eq!(pindai.names().len(), 6);
    ratna.leave();
    finish(office);
}

#[test]
fn the_same_file_that_waits_already_only_leaves_the_folder() {
    let office = Office::open();
    let pindai = Pindai::of(&office);
    let mut ratna = office.sit_down(RATNA);
    let by_hand = Incoming::read("ktp.jpg", KirimanSource::Seret, scan()).unwrap();
    let id = ratna.session.receive_kiriman(by_hand).unwrap();
    pindai.put("a.jpg", &scan());
    assert_eq!(clear(&Hand::of(&mut ratna), &mut pindai.open(false)), [Fate::Known]);
    assert!(pindai.names().is_empty());
    assert_eq!(baki(&ratna).len(), 1);

    // Its copy is destroyed with it, so the same file that comes again is a new one.
    ratna.session.end_kiriman(&id, KirimanEnd::BukanPermohonan).unwrap();
    pindai.put("a.jpg", &scan());
    assert_eq!(clear(&Hand::of(&mut ratna), &mut pindai.open(false)), [Fate::Taken]);
    ratna.leave();
    finish(office);
}

#[test]
fn what_lies_aside_and_is_not_what_was_sealed_is_put_back_and_taken_as_new() {
    let office = Office::open();
    let pindai = Pindai::of(&office);
    let mut ratna = office.sit_down(RATNA);
    pindai.put("a.jpg", &scan());
    clear(&Hand::of(&mut ratna), &mut pindai.open(true));
    let [kiriman] = <[_; 1]>::try_from(baki(&ratna)).unwrap();
    let other = photo_of(&guest_of("S-02"), DocumentKind::Ktp).jpeg.clone();
    pindai.put(&format!(".loket-{}", kiriman.id), &other);
    pindai.put(".loket-00000000000000000000000000000000", &other[..other.len() / 3]);
    let mut folder = pindai.open(false);
    assert_eq!(clear(&Hand::of(&mut ratna), &mut folder), [Fate::Taken]);
    assert_eq!(baki(&ratna).len(), 2, "the other scan was not lost");
    assert!(!ratna.session.store().reader().source_is_removed(&kiriman.id).unwrap());
    let refused: Vec<_> = folder.refused().map(|(name, _)| name.to_owned()).collect();
    assert_eq!(refused, ["berkas"], "of nobody's kiriman, and cut");
    ratna.leave();
    finish(office);
}

#[test]
fn nothing_is_taken_while_the_clock_is_not_trusted_and_all_of_it_afterwards() {
    let office = Office::open();
    let pindai = Pindai::of(&office);
    pindai.put("a.jpg", &scan());
    let mut ratna = office.sit_down(RATNA);
    office.clock.leap(-60 * 24 * 3);
    let mut folder = pindai.open(false);
    let file = whole(&mut folder).unwrap();
    let hindered = take(&Hand::of(&mut ratna), &folder, &file);
    assert!(
        matches!(hindered, Err(Hindrance::Office(Error { code: Code::ClockWentBack, .. }))),
        "{hindered:?}"
    );
    assert_eq!(pindai.names(), ["a.jpg"]);
    office.clock.leap(60 * 24 * 3);
    assert_eq!(clear(&Hand::of(&mut ratna), &mut folder), [Fate::Taken]);
    ratna.leave();
    finish(office);
}

#[test]
fn what_is_written_while_the_office_works_is_never_moved_away_unsealed() {
    let other = photo_of(&guest_of("S-02"), DocumentKind::Ktp).jpeg.clone();
    for (keep, moment) in [false, true].into_iter().flat_map(|keep| (0..3).map(move |at| (keep, at))) {
        let office = Office::open();
        let pindai = Pindai::of(&office);
        pindai.put("SCAN.jpg", &scan());
        let mut ratna = office.sit_down(RATNA);
        let mut folder = pindai.open(keep);
        let file = whole(&mut folder).unwrap();
        let mut hand = Hand::of(&mut ratna);
        let (path, content) = (pindai.0.join("SCAN.jpg"), other.clone());
        // The device uses the name again.
        hand.meanwhile = Some((moment, Box::new(move || fs::write(&path, &content).unwrap())));
        let _ = take(&hand, &folder, &file);
        clear(&Hand::of(&mut ratna), &mut pindai.open(keep));
        let sealed: Vec<_> = baki(&ratna).into_iter().map(|each| each.file.content_sha256).collect();
        let sha = |content: &[u8]| hex(&content_sha256(content));
        assert!(sealed.contains(&sha(&other)), "keep: {keep}, moment {moment}");
        ratna.leave();
        finish(office);
    }
}

#[test]
fn a_file_of_which_a_part_cannot_be_read_stays_whole_in_the_folder() {
    let office = Office::open();
    let pindai = Pindai::of(&office);
    let tiff = tiff_of(3, 600, 400);
    pindai.put("a.tif", &tiff[..tiff.len() * 9 / 10]);
    pindai.put("b.pdf", &pdf_of(&[(scan(), 600, 400), (b"bukan gambar".to_vec(), 600, 400)]));
    let mut ratna = office.sit_down(RATNA);
    let mut folder = pindai.open(false);
    assert_eq!(clear(&Hand::of(&mut ratna), &mut folder), []);
    for (name, why) in folder.refused() {
        assert!(
            why.what_happened().starts_with("Sebagian isi berkas ini tidak terbaca."),
            "{name:?}: {why:?}"
        );
    }
    assert_eq!(pindai.names(), ["a.tif", "b.pdf"]);
    ratna.leave();
    finish(office);
}

#[test]
fn a_tiff_that_may_get_another_page_is_waited_for_longer() {
    let office = Office::open();
    let pindai = Pindai::of(&office);
    pindai.put("a.tif", &tiff_of(2, 600, 400));
    let mut ratna = office.sit_down(RATNA);
    let mut folder = pindai.open(false);
    let now = Instant::now();
    folder.look(now).unwrap();
    let after = |folder: &mut HotFolder, rest| folder.look(now + rest).unwrap().remove(0);
    let early = after(&mut folder, OPEN_ENDED_REST - Duration::from_secs(1));
    assert_eq!(take(&Hand::of(&mut ratna), &folder, &early).unwrap(), Fate::NotYet);
    assert!(baki(&ratna).is_empty());
    let rested = after(&mut folder, OPEN_ENDED_REST);
    assert_eq!(take(&Hand::of(&mut ratna), &folder, &rested).unwrap(), Fate::Taken);
    ratna.leave();
    finish(office);
}

#[test]
fn one_that_cannot_be_finished_keeps_none_of_the_others_from_it() {
    let office = Office::open();
    let pindai = Pindai::of(&office);
    let mut ratna = office.sit_down(RATNA);
    pindai.put("a.jpg", &scan());
    let mut folder = pindai.open(false);
    let file = whole(&mut folder).unwrap();
    let mut hand = Hand::of(&mut ratna);
    hand.cut = Some((2, true));
    assert!(take(&hand, &folder, &file).is_err(), "it lies aside");
    let huge = pindai.0.join(".loket-00000000000000000000000000000000");
    fs::File::create(&huge).unwrap().set_len(70_000_000).unwrap();
    assert_eq!(finish_left(&Hand::of(&mut ratna), &folder).unwrap_err().code, Code::AttachmentTooLarge);
    assert_eq!(pindai.names(), [huge.file_name().unwrap().to_str().unwrap()]);
    ratna.leave();
    finish(office);
}

#[test]
fn a_practice_office_takes_nobodys_papers() {
    let office = Office::open();
    let mut session = practice::open_or_found(&office.beside("latihan"), office.world()).unwrap();
    assert!(!session.looks_into_folder());
    assert_eq!(refused(session.set_hot_folder(false)).code, Code::TransitionRefused);
}

#[test]
fn only_who_manages_the_office_turns_the_folder_on_and_off() {
    let office = Office::staffed();
    let mut bagus = office.sit_down(BAGUS);
    assert_eq!(refused(bagus.session.set_hot_folder(false)).code, Code::RoleForbidden);
    assert_eq!(refused(bagus.session.close_hot_folder()).code, Code::RoleForbidden);
    bagus.leave();
    finish(office);
}
