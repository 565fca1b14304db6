//! Papers on their way to a printer beside an open desk, through the stand-in of the spool.

use std::fs;
use std::path::Path;
use std::time::Instant;

use loket_core::numbering::PaperKind;
use loket_core::printer::Document;
use loket_tests::{Guest, Office as Kantor, RATNA, finish};

use super::*;
use crate::app::Desk;

const JOB: &str = "Kantor-7                root            2048   Mon Nov 30 22:37:35 2026\n\tStatus: Printing.\n\tAlerts: none\n";
const OPEN: &str = "printer Kantor is idle.\n\tAlerts: cover-open-report\n";

const QUICK: Patience = Patience {
    hindered: Duration::from_millis(50),
    longest: Duration::from_secs(60),
    queued: Duration::from_secs(60),
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

    fn print(&self, patience: Patience) -> u64 {
        let Paper { case, paper, copies } = self.paper();
        self.desk.by_itself().session.as_mut().unwrap().postpone_print(&case, &paper, copies).unwrap();
        self.send(patience, Of::Kertas(self.paper()))
    }

    fn send(&self, patience: Patience, of: Of) -> u64 {
        let job = self
            .desk
            .spool
            .send(&Document::A4(b"%PDF-1.7".to_vec().into()), Some("Kantor"), 2, "Tanda Terima")
            .unwrap();
        let what = What { office: self.office.folder(), of, label: "Tanda Terima", number: None };
        self.desk.follow(job, patience, what)
    }

    /// The printer prints what it has.
    fn print_out(&self) {
        fs::remove_file(self.office.beside("spool").join("waiting-7")).unwrap();
    }

    fn cancel(&self) {
        self.desk.prints.cancel(&self.office.folder(), &self.guest.case, &self.paper);
    }

    fn is_under_way(&self) -> bool {
        self.desk.prints.is_under_way(&self.office.folder(), &self.guest.case, &self.paper)
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

    fn cancelled(&self) -> String {
        fs::read_to_string(self.office.beside("spool").join("cancelled")).unwrap_or_default()
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
fn a_print_whose_follower_broke_down_is_waited_for_by_nobody() {
    let place = Place::new();
    let job =
        place.desk.spool.send(&Document::A4(b"%PDF-1.7".to_vec().into()), Some("Kantor"), 2, "Uji").unwrap();
    let what =
        What { office: place.office.folder(), of: Of::Kertas(place.paper()), label: "Uji", number: None };
    place.print_out();
    let broken = || std::panic::resume_unwind(Box::new("broken"));
    let turn = place.desk.prints.follow((place.desk.spool.clone(), job, QUICK), what, broken);
    assert_eq!(place.desk.prints.outcome(turn), Err(PrintTrouble::TidakSelesai));
    // It came out all the same, and the log says so as soon as somebody writes it down.
    place.desk.by_itself().settle_prints();
    assert_eq!(place.counted().0, 2);
    place.leave();
}

#[test]
fn the_ticket_of_whoever_was_called_leaves_the_spool_and_waits_on_no_list() {
    let place = Place::new();
    let ticket = Of::Tiket(place.guest.case.clone());
    place.send(LONG, ticket.clone());
    place.until(State::Menunggu(PrintTrouble::PenutupTerbuka));
    assert!(place.desk.prints.has_under_way(&place.office.folder(), &ticket));
    let another = Of::Tiket("orang-lain".to_owned());
    place.desk.prints.give_away(&place.office.folder(), &another);
    assert!(!place.desk.prints.has_under_way(&place.office.folder(), &another));
    assert_eq!(place.states(), [State::Menunggu(PrintTrouble::PenutupTerbuka)]);
    place.desk.prints.give_away(&place.office.folder(), &ticket);
    place.until(State::Gagal(PrintTrouble::Dibatalkan));
    assert!(!place.cancelled().is_empty());
    assert_eq!(place.counted(), (0, 0));
    place.leave();
}

#[test]
fn a_paper_is_told_of_from_the_moment_it_is_sent_until_it_is_printed() {
    let place = Place::new();
    place.print(LONG);
    assert_eq!(place.states().len(), 1, "at once");
    place.until(State::Menunggu(PrintTrouble::PenutupTerbuka));
    assert!(place.is_under_way());
    place.says("printer", "printer Kantor is idle.\n\tAlerts: none\n");
    place.until(State::Mencetak);
    assert_eq!(place.counted(), (0, 2), "it is not out yet");
    place.print_out();
    place.until(State::Tercetak);
    assert_eq!(place.counted(), (2, 0));
    assert!(!place.is_under_way());
    place.leave();
}

#[test]
fn one_that_does_not_come_out_stays_on_the_list_and_is_printed_anew() {
    let place = Place::new();
    let print = place.print(QUICK);
    assert_eq!(place.desk.prints.outcome(print), Err(PrintTrouble::PenutupTerbuka));
    assert_eq!(place.counted(), (0, 2));
    // Tried again, it is a print of its own.
    place.print(LONG);
    place.until(State::Menunggu(PrintTrouble::PenutupTerbuka));
    assert_eq!(place.states()[1], State::Gagal(PrintTrouble::PenutupTerbuka));
    place.leave();
}

#[test]
fn one_that_comes_out_behind_a_locked_desk_is_counted_when_somebody_sits_there() {
    let place = Place::new();
    let print = place.print(LONG);
    place.lock();
    place.print_out();
    assert_eq!(place.desk.prints.outcome(print), Ok(()));
    place.sit_down();
    assert_eq!(place.counted(), (2, 0));
    place.leave();
}

#[test]
fn one_of_another_office_is_not_counted_in_this_one() {
    let place = Place::new();
    let elsewhere = place.office.beside("lain");
    place.desk.prints.enter().unwritten.push((elsewhere.clone(), place.paper()));
    place.lock();
    place.sit_down();
    assert_eq!(place.counted(), (0, 0));
    assert_eq!(place.desk.prints.enter().unwritten.len(), 1, "its office may be opened yet");
    assert!(place.desk.prints.of(&elsewhere).is_empty());
    place.leave();
}

#[test]
fn what_can_never_be_written_down_is_let_go_of() {
    let place = Place::new();
    let paper = Paper { paper: "tidak-ada".to_owned(), ..place.paper() };
    place.desk.prints.enter().unwritten.push((place.office.folder(), paper));
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
    place.cancel();
    assert_eq!(place.states(), [State::Gagal(PrintTrouble::Dibatalkan)]);
    assert_eq!(place.counted(), (0, 2));
    assert_eq!(place.cancelled().trim(), "Kantor-7");
    // There is nothing to take out any more.
    place.cancel();
    place.leave();
}

#[test]
fn a_bukti_that_was_replaced_on_its_way_does_not_come_back_to_the_list() {
    let place = Place::new();
    place.print(LONG);
    // What a replacement does to the one before it.
    place.desk.by_itself().session.as_mut().unwrap().drop_print(&place.guest.case, &place.paper).unwrap();
    place.cancel();
    assert_eq!(place.counted(), (0, 0));
    place.leave();
}

#[test]
fn a_window_that_is_closed_leaves_nothing_in_the_spool_and_the_paper_on_the_list() {
    for locked in [false, true] {
        let place = Place::new();
        place.print(LONG);
        if locked {
            place.lock();
        }
        place.desk.close();
        assert_eq!(place.cancelled().trim(), "Kantor-7", "locked: {locked}");
        // Another run of the program, which knows of nothing but the log.
        let ratna = place.office.sit_down(RATNA);
        assert_eq!(ratna.paper(&place.guest, PaperKind::TandaTerima).later, 2, "locked: {locked}");
        ratna.leave();
        place.leave();
    }
}

#[test]
fn the_words_of_the_office_are_taken_out_of_the_spool_with_the_rest() {
    let place = Place::new();
    let print = place.send(LONG, Of::LembarPemulihan);
    place.until(State::Menunggu(PrintTrouble::PenutupTerbuka));
    place.desk.close();
    assert_eq!(place.cancelled().trim(), "Kantor-7");
    assert!(place.desk.prints.outcome(print).is_err());
    place.leave();
}
