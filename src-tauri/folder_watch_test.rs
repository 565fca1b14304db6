//! The folder beside an open desk: looked into by itself, and only for the office that is open.

use std::fs;
use std::path::PathBuf;

use loket_core::document::DocumentKind;
use loket_tests::cards::{guest_of, photo_of};
use loket_tests::{Office as Kantor, RATNA, finish};

use super::*;

struct Place {
    office: Kantor,
    desk: Desk,
    watch: Watch,
    now: Instant,
}

impl Place {
    fn new() -> Self {
        let office = Kantor::open();
        fs::create_dir(office.beside("pindai")).unwrap();
        let desk = Desk::load(office.beside("config"), office.beside("data"));
        let place = Self { office, desk, watch: Watch::default(), now: Instant::now() };
        let (office, path) = (place.office.folder(), place.office.beside("pindai"));
        {
            let mut inner = place.desk.by_itself();
            inner.known.office = Some(office.clone());
            inner.known.hot_folders = vec![KnownFolder { office, path, keep: false }];
        }
        place
    }

    fn sit_down(&self) {
        self.desk.by_itself().session = Some(self.office.sit_down(RATNA).session);
    }

    fn put(&self, name: &str, content: &[u8]) {
        fs::write(self.office.beside("pindai").join(name), content).unwrap();
    }

    fn scan(&self, name: &str) {
        self.put(name, &photo_of(&guest_of("S-01"), DocumentKind::Ktp).jpeg);
    }

    fn files(&self) -> usize {
        fs::read_dir(self.office.beside("pindai")).unwrap().count()
    }

    fn round(&mut self, seconds: u64) -> Shown {
        self.now += Duration::from_secs(seconds);
        self.watch.round(&self.desk, self.now);
        self.desk.hot_folders.shown()
    }

    fn leave(self) {
        self.desk.close();
        finish(self.office);
    }
}

#[test]
fn what_is_whole_is_taken_while_somebody_is_at_the_desk() {
    let mut place = Place::new();
    place.scan("a.jpg");
    place.put("b.jpg", b"bukan gambar");
    for _ in 0..5 {
        place.round(3);
    }
    assert_eq!(place.files(), 2, "nobody is there");

    place.sit_down();
    let shown = place.round(3);
    assert_eq!((shown.waiting, shown.taken), (2, 0), "they may still grow");
    let shown = place.round(3);
    assert_eq!((shown.waiting, shown.taken, shown.taking), (0, 1, None));
    let names: Vec<_> = shown.refused.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["b.jpg"]);
    assert_eq!(place.files(), 1);
    assert_eq!(place.desk.by_itself().session.as_ref().unwrap().home().unwrap().baki, (1, 0));
    place.leave();
}

#[test]
fn nothing_that_was_seen_outlives_the_session() {
    let mut place = Place::new();
    place.put("a.jpg", b"bukan gambar");
    place.sit_down();
    place.round(3);
    assert_eq!(place.round(3).refused.len(), 1);
    place.desk.close();
    assert!(place.desk.hot_folders.shown().refused.is_empty());
    assert!(place.round(3).refused.is_empty());

    place.sit_down();
    place.round(3);
    assert_eq!(place.round(3).refused.len(), 1, "judged anew");
    place.leave();
}

#[test]
fn a_refused_file_is_tried_again_when_somebody_asks() {
    let mut place = Place::new();
    let scan = photo_of(&guest_of("S-01"), DocumentKind::Ktp).jpeg.clone();
    place.put("a.jpg", &vec![0; scan.len()]);
    let path = place.office.beside("pindai").join("a.jpg");
    let written = fs::metadata(&path).unwrap().modified().unwrap();
    place.sit_down();
    place.round(3);
    assert_eq!(place.round(3).refused.len(), 1);
    // Nothing shows that it is another one.
    place.put("a.jpg", &scan);
    fs::File::options().write(true).open(&path).unwrap().set_modified(written).unwrap();
    assert_eq!(place.round(3).taken, 0);
    place.desk.hot_folders.try_again();
    assert_eq!(place.round(3).taken, 1);
    place.leave();
}

#[test]
fn a_folder_that_went_away_says_so_and_is_tried_again_after_a_pause() {
    let mut place = Place::new();
    place.sit_down();
    assert!(place.round(1).trouble.is_none());
    let (path, away) = (place.office.beside("pindai"), place.office.beside("mati"));
    fs::rename(&path, &away).unwrap();
    assert_eq!(place.round(1).trouble.unwrap().code, Code::HotFolderGone);
    fs::rename(&away, &path).unwrap();
    place.scan("a.jpg");
    assert!(place.round(1).trouble.is_some(), "not before the pause is over");
    assert!(place.round(PAUSE.as_secs()).trouble.is_none());
    assert_eq!(place.round(3).taken, 1);
    place.leave();
}

#[test]
fn the_folder_of_another_office_is_not_looked_into_nor_one_that_was_turned_off() {
    let mut place = Place::new();
    place.scan("a.jpg");
    place.sit_down();
    place.desk.by_itself().known.hot_folders[0].office = place.office.beside("kantor lain");
    for _ in 0..3 {
        assert_eq!(place.round(3).taken, 0);
    }
    place.desk.by_itself().known.hot_folders[0].office = place.office.folder();
    place.round(3);
    place.desk.by_itself().known.hot_folders.clear();
    let shown = place.round(3);
    assert_eq!((shown.taken, shown.waiting, place.files()), (0, 0, 1));
    place.leave();
}

#[test]
fn a_note_of_folders_that_is_not_understood_costs_neither_the_office_nor_the_scanners() {
    let note = r#"{"office":"/srv/kantor","hot_folders":{"x":1},"scanners":{"last":"EPSON"}}"#;
    let known: crate::app::KnownOffice = serde_json::from_str(note).unwrap();
    assert_eq!(known.office, Some(PathBuf::from("/srv/kantor")));
    assert!(known.hot_folders.is_empty());
    assert_eq!(known.scanners.last.as_deref(), Some("EPSON"));
}
