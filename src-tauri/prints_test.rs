//! Papers on their way to a printer beside an open desk, through the stand-in of the spool.

use std::fs;
use std::path::Path;

use loket_core::numbering::PaperKind;
use loket_tests::{Guest, Office as Kantor, RATNA, finish};

use super::*;
use crate::app::Desk;

const JOB: &str = "Kantor-7                root            2048   Mon Nov 30 22:37:35 2026\n\tStatus: Printing.\n\tAlerts: none\n";
const OPEN: &str = "printer Kantor is idle.\n\tAlerts: cover-open-report\n";

const QUICK: Patience = Patience {
    hindered: Duration::from_millis(50),
    longest: Duration::from_secs(60),
    every: Duration::from_millis(2),
};
/// As long as somebody waits.
const LONG: Patience = Patience { hindered: Duration::from_secs(60), ..QUICK };

struct Place {
    office: Kantor,
    desk: Desk,
    guest: Guest,
    paper: String,
}

impl Place {
    /// Ratna sits at a desk whose printer has its cover open, with a Tanda Terima in hand.
    fn new() -> Self {
        let office = Kantor::open();
        let spool = office.beside("spool");
        fs::create_dir(&spool).unwrap();
        let programs = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/spool");
        let mut desk = Desk::load(office.beside("config"), office.beside("data"));
        desk.spool = Spool::of(&programs, vec![("SPOOL".to_owned(), spool.clone())], &spool.join("sock"));
        let mut ratna = office.sit_down(RATNA);
        let guest = ratna.take_in("S-01");
        let paper = ratna.paper(&guest, PaperKind::TandaTerima).id;
        desk.by_itself().begin_session(ratna.session);
        let place = Self { office, desk, guest, paper };
        place.says("job", JOB);
        place.says("printer", OPEN);
        place
    }

    fn says(&self, file: &str, words: &str) {
        fs::write(self.office.beside("spool").join(file), words).unwrap();
    }

    fn paper(&self) -> Paper {
        Paper { case: self.guest.case.clone(), paper: self.paper.clone(), copies: 2 }
    }

    fn print(&self, patience: Patience) {
        let Paper { case, paper, copies } = self.paper();
        self.desk.by_itself().session.as_mut().unwrap().note_printed(&case, &paper, copies).unwrap();
        let job = self.desk.spool.send(b"%PDF-1.7", Some("Kantor"), copies, "Tanda Terima").unwrap();
        let what = What {
            office: self.office.folder(),
            paper: Some(self.paper()),
            label: "Tanda Terima",
            number: None,
        };
        self.desk.follow(job, patience, what);
    }

    fn states(&self) -> Vec<State> {
        self.desk.prints.of(&self.office.folder()).iter().map(|print| print.state).collect()
    }

    /// Waits until the newest print is in a state.
    fn until(&self, state: State) {
        let begun = Instant::now();
        while self.states().first() != Some(&state) {
            assert!(begun.elapsed() < Duration::from_secs(20), "{:?}", self.states());
            std::thread::sleep(Duration::from_millis(2));
        }
    }

    /// Copies that were printed, and that wait.
    fn counted(&self) -> (u32, u8) {
        let inner = self.desk.by_itself();
        let papers = inner.session.as_ref().unwrap().read_case(&self.guest.case).unwrap().papers;
        let found = papers.iter().find(|paper| paper.id == self.paper).unwrap();
        (found.prints, found.later)
    }

    fn lock(&self) {
        self.desk.by_itself().end_session(false);
    }

    fn sit_down(&self) {
        let ratna = self.office.sit_down(RATNA);
        self.desk.by_itself().begin_session(ratna.session);
    }

    fn leave(self) {
        self.desk.close();
        finish(self.office);
    }
}

#[test]
fn a_paper_is_told_of_from_the_moment_it_is_sent_until_it_is_printed() {
    let place = Place::new();
    place.print(LONG);
    assert_eq!(place.states().len(), 1, "at once");
    place.until(State::Menunggu(PrintTrouble::PenutupTerbuka));
    place.says("printer", "printer Kantor is idle.\n\tAlerts: none\n");
    place.until(State::Mencetak);
    fs::remove_file(place.office.beside("spool").join("waiting-7")).unwrap();
    place.until(State::Tercetak);
    assert_eq!(place.counted(), (2, 0));
    place.leave();
}

#[test]
fn one_that_does_not_come_out_waits_on_the_list_before_it_is_told_so() {
    let place = Place::new();
    place.print(QUICK);
    place.until(State::Gagal(PrintTrouble::PenutupTerbuka));
    assert_eq!(place.counted(), (0, 2));
    // Tried again, it is a print of its own.
    place.print(LONG);
    place.until(State::Menunggu(PrintTrouble::PenutupTerbuka));
    assert_eq!(place.counted(), (2, 0));
    assert_eq!(place.states()[1], State::Gagal(PrintTrouble::PenutupTerbuka));
    place.leave();
}

#[test]
fn one_that_fails_behind_a_locked_desk_is_written_down_when_somebody_sits_there() {
    let place = Place::new();
    place.print(QUICK);
    place.lock();
    place.until(State::Gagal(PrintTrouble::PenutupTerbuka));
    place.sit_down();
    assert_eq!(place.counted(), (0, 2));
    place.leave();
}

#[test]
fn one_of_another_office_is_not_written_down_in_this_one() {
    let place = Place::new();
    let elsewhere = place.office.beside("lain");
    place.desk.prints.failed(Failed { office: elsewhere, paper: place.paper(), counted: true, waits: true });
    place.lock();
    place.sit_down();
    assert_eq!(place.counted(), (0, 0));
    assert!(place.desk.prints.of(&place.office.beside("lain")).is_empty());
    place.leave();
}

#[test]
fn what_can_never_be_written_down_is_let_go_of() {
    let place = Place::new();
    let paper = Paper { paper: "tidak-ada".to_owned(), ..place.paper() };
    place.desk.prints.failed(Failed { office: place.office.folder(), paper, counted: true, waits: true });
    place.lock();
    place.sit_down();
    assert!(place.desk.prints.enter().unwritten.is_empty());
    place.leave();
}

#[test]
fn who_takes_a_paper_out_of_the_spool_is_answered_when_it_is_out() {
    let place = Place::new();
    place.print(LONG);
    place.until(State::Menunggu(PrintTrouble::PenutupTerbuka));
    place.desk.prints.cancel(&place.office.folder(), &place.guest.case, &place.paper);
    assert_eq!(place.states(), [State::Gagal(PrintTrouble::Dibatalkan)]);
    assert_eq!(place.counted(), (0, 2));
    let cancelled = fs::read_to_string(place.office.beside("spool").join("cancelled")).unwrap();
    assert_eq!(cancelled.trim(), "Kantor-7");
    // There is nothing to take out any more.
    place.desk.prints.cancel(&place.office.folder(), &place.guest.case, &place.paper);
    place.leave();
}

#[test]
fn a_window_that_is_closed_leaves_nothing_in_the_spool_and_the_paper_on_the_list() {
    let place = Place::new();
    place.print(LONG);
    place.desk.close();
    assert_eq!(place.states(), [] as [State; 0], "it ended, and the next one is not told of it");
    assert!(place.office.beside("spool").join("cancelled").exists());
    place.sit_down();
    assert_eq!(place.counted(), (0, 2));
    place.leave();
}
