//! What was handed to a printer from this desk. Each job is followed on a thread of its own until it is out, whatever the
//! window does. A paper stands on the list "Cetak nanti" from before it is sent until the log says that it came out, so
//! whatever happens here loses none.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use loket_core::actions::Session;
use loket_core::error::Code;
use loket_core::numbering::PaperKind;
use loket_core::printer::{Goes, Job, Patience, PrintTrouble, Roll, Spool};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// So many prints of a sitting are told of.
const REMEMBERED: usize = 200;

/// How long somebody waits who takes a paper out of the spool: it answers after that, or it hangs.
const LONGEST_END: Duration = Duration::from_secs(90);

/// Queues of this computer that somebody chose for a kind of paper.
pub type KnownPrinters = BTreeMap<PaperKind, String>;

/// The queue that somebody chose for tickets, with what is in that printer: another would print the commands for a roll as
/// letters, page after page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TicketPrinter {
    pub printer: String,
    /// Nothing for sheets of A4, from which a ticket is cut.
    pub roll: Option<Roll>,
}

/// A paper of a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper {
    pub case: String,
    pub paper: String,
    pub copies: u8,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Of {
    Kertas(Paper),
    HalamanUji,
    /// The ticket of a case that waits.
    Tiket(String),
    /// Its words are nobody's business but that of who prints it.
    LembarPemulihan,
}

/// What is printed.
#[derive(Clone, Debug)]
pub struct What {
    /// Folder of the office in which it was asked for.
    pub office: PathBuf,
    pub of: Of,
    pub label: &'static str,
    pub number: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    Dikirim,
    Mencetak,
    Menunggu(PrintTrouble),
    Tercetak,
    Gagal(PrintTrouble),
}

#[derive(Clone, Debug)]
pub struct Print {
    pub what: What,
    pub printer: String,
    pub state: State,
    turn: u64,
    wanted: bool,
}

#[derive(Default)]
pub struct Prints {
    known: Mutex<Known>,
    ended: Condvar,
}

#[derive(Default)]
struct Known {
    /// Newest first.
    prints: Vec<Print>,
    /// Papers that came out, and their offices: nobody was at the desk, or the log took nothing.
    unwritten: Vec<(PathBuf, Paper)>,
    turns: u64,
}

impl Prints {
    /// Follows a job from now on. `settle` is called when a paper came out, before it is shown so.
    pub fn follow(
        self: &Arc<Self>,
        (spool, job, patience): (Spool, Job, Patience),
        what: What,
        settle: impl FnOnce() + Send + 'static,
    ) -> u64 {
        let turn = self.begin(&what, job.queue());
        let prints = Arc::clone(self);
        std::thread::spawn(move || {
            let _followed = Followed { prints: Arc::clone(&prints), turn };
            let ended = spool.follow(&job, patience, &mut |trouble| prints.told(turn, trouble));
            if let (Ok(()), Of::Kertas(paper)) = (ended, what.of) {
                prints.enter().unwritten.push((what.office, paper));
                settle();
            }
            prints.change(turn, |print| print.state = ended.map_or_else(State::Gagal, |()| State::Tercetak));
        });
        turn
    }

    /// Waits until a print has ended.
    pub fn outcome(&self, turn: u64) -> Result<(), PrintTrouble> {
        let is_its_own = |print: &&Print| print.turn == turn;
        let under_way =
            |known: &mut Known| known.prints.iter().find(is_its_own).is_some_and(Print::is_under_way);
        let known = self.ended.wait_while(self.enter(), under_way).unwrap_or_else(PoisonError::into_inner);
        match known.prints.iter().find(is_its_own).map(|print| print.state) {
            Some(State::Tercetak) => Ok(()),
            Some(State::Gagal(trouble)) => Err(trouble),
            // It was forgotten with the session in which it was asked for.
            _ => Err(PrintTrouble::Dibatalkan),
        }
    }

    /// What this office printed in this sitting, newest first.
    pub fn of(&self, office: &Path) -> Vec<Print> {
        self.enter().prints.iter().filter(|print| print.what.office == office).cloned().collect()
    }

    /// Whether a paper is in the spool.
    pub fn is_under_way(&self, office: &Path, case: &str, paper: &str) -> bool {
        self.enter().prints.iter().any(|print| print.is_under_way() && print.is_of(office, case, paper))
    }

    /// Whether one of exactly this is in the spool.
    pub fn has_under_way(&self, office: &Path, of: &Of) -> bool {
        let is_it = |print: &Print| print.what.office == office && print.what.of == *of;
        self.enter().prints.iter().any(|print| print.is_under_way() && is_it(print))
    }

    /// Takes what is under way of a paper out of the spool, and waits until that is done.
    pub fn cancel(&self, office: &Path, case: &str, paper: &str) {
        self.give_up(|print| print.is_of(office, case, paper), LONGEST_END);
    }

    /// What is under way of exactly this is not wanted any more; nobody waits until it is out of the spool.
    pub fn give_away(&self, office: &Path, of: &Of) {
        for print in &mut self.enter().prints {
            print.wanted &= print.what.office != office || print.what.of != *of;
        }
    }

    /// Takes everything out of the spool: the program ends, and nobody would look after it.
    pub fn end(&self, longest: Duration) {
        self.give_up(|_| true, longest);
    }

    /// Nothing that ended is told to who sits down next.
    pub fn forget_ended(&self) {
        self.enter().prints.retain(Print::is_under_way);
    }

    /// Writes down what came out, in the office it belongs to. What cannot be written now is kept.
    pub fn settle(&self, session: &mut Session) {
        let here = session.store().folder().to_owned();
        let came_out: Vec<_> =
            self.enter().unwritten.iter().filter(|(office, _)| *office == here).cloned().collect();
        for written in came_out {
            let (_, Paper { case, paper, copies }) = &written;
            // What is not there any more cannot be said of it either.
            let is_over = session
                .note_printed(case, paper, *copies)
                .map_or_else(|error| error.code == Code::NotFound, |()| true);
            if is_over {
                self.enter().unwritten.retain(|one| *one != written);
            }
        }
    }

    fn begin(&self, what: &What, printer: &str) -> u64 {
        let mut known = self.enter();
        known.turns += 1;
        let (turn, what) = (known.turns, what.clone());
        let print = Print { what, printer: printer.to_owned(), state: State::Dikirim, turn, wanted: true };
        known.prints.insert(0, print);
        let mut told = 0;
        known.prints.retain(|print| {
            told += 1;
            told <= REMEMBERED || print.is_under_way()
        });
        turn
    }

    fn told(&self, turn: u64, trouble: Option<PrintTrouble>) -> Goes {
        let mut goes = Goes::On;
        self.change(turn, |print| {
            print.state = trouble.map_or(State::Mencetak, State::Menunggu);
            goes = if print.wanted { Goes::On } else { Goes::Away };
        });
        goes
    }

    fn change(&self, turn: u64, change: impl FnOnce(&mut Print)) {
        if let Some(print) = self.enter().prints.iter_mut().find(|print| print.turn == turn) {
            change(print);
        }
    }

    fn give_up(&self, which: impl Fn(&Print) -> bool, longest: Duration) {
        let mut known = self.enter();
        let mut turns = Vec::new();
        for print in known.prints.iter_mut().filter(|print| print.is_under_way() && which(print)) {
            print.wanted = false;
            turns.push(print.turn);
        }
        let under_way = |known: &mut Known| {
            known.prints.iter().any(|print| print.is_under_way() && turns.contains(&print.turn))
        };
        drop(self.ended.wait_timeout_while(known, longest, under_way));
    }

    fn enter(&self) -> MutexGuard<'_, Known> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Whatever ends the thread that follows a print, nobody waits for it any longer.
struct Followed {
    prints: Arc<Prints>,
    turn: u64,
}

impl Drop for Followed {
    fn drop(&mut self) {
        self.prints.change(self.turn, |print| {
            if print.is_under_way() {
                print.state = State::Gagal(PrintTrouble::TidakSelesai);
            }
        });
        self.prints.ended.notify_all();
    }
}

impl Print {
    fn is_under_way(&self) -> bool {
        !matches!(self.state, State::Tercetak | State::Gagal(_))
    }

    fn is_of(&self, office: &Path, case: &str, paper: &str) -> bool {
        let is_it = |of: &Of| matches!(of, Of::Kertas(of) if of.case == case && of.paper == paper);
        self.what.office == office && is_it(&self.what.of)
    }
}

#[cfg(test)]
#[cfg(target_os = "linux")]
#[path = "prints_test.rs"]
mod tests;
