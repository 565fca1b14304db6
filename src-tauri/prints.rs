//! What was handed to a printer from this desk. Each job is followed on a thread of its own until it is out, whatever the
//! window does; one that does not come out is taken back from the log and waits on the list "Cetak nanti".

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use loket_core::actions::Session;
use loket_core::error::{Code, Error};
use loket_core::numbering::PaperKind;
use loket_core::printer::{Goes, Job, Patience, PrintTrouble, Spool};

/// For so long a print that ended is still told of.
const REMEMBERED: Duration = Duration::from_secs(10 * 60);

/// Queues of this computer that somebody chose for a kind of paper.
pub type KnownPrinters = BTreeMap<PaperKind, String>;

/// A paper of a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper {
    pub case: String,
    pub paper: String,
    pub copies: u8,
}

/// What is printed.
#[derive(Clone, Debug)]
pub struct What {
    /// Folder of the office in which it was asked for.
    pub office: PathBuf,
    /// Nothing for a test page.
    pub paper: Option<Paper>,
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
    ended: Option<Instant>,
}

/// A paper that did not come out, until the log says so.
#[derive(Clone, Debug)]
pub struct Failed {
    pub office: PathBuf,
    pub paper: Paper,
    /// The log still counts it.
    pub counted: bool,
    /// It is to wait for a printer.
    pub waits: bool,
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
    /// Nobody was at the desk, or the log took nothing.
    unwritten: Vec<Failed>,
    turns: u64,
}

impl Prints {
    /// Follows a job from now on. `settle` is called when one has failed, before it is shown so.
    pub fn follow(
        self: &Arc<Self>,
        (spool, job, patience): (Spool, Job, Patience),
        what: What,
        settle: impl FnOnce() + Send + 'static,
    ) {
        let turn = self.begin(&what, job.queue());
        let prints = Arc::clone(self);
        std::thread::spawn(move || {
            let ended = spool.follow(&job, patience, &mut |trouble| prints.told(turn, trouble));
            let state = match ended {
                Ok(()) => State::Tercetak,
                Err(trouble) => {
                    if let Some(paper) = what.paper {
                        prints.failed(Failed { office: what.office, paper, counted: true, waits: true });
                        settle();
                    }
                    State::Gagal(trouble)
                }
            };
            prints.change(turn, |print| {
                print.state = state;
                print.ended = Some(Instant::now());
            });
            prints.ended.notify_all();
        });
    }

    /// What this office printed of late, newest first.
    pub fn of(&self, office: &Path) -> Vec<Print> {
        let mut known = self.enter();
        known.prints.retain(|print| print.ended.is_none_or(|ended| ended.elapsed() < REMEMBERED));
        known.prints.iter().filter(|print| print.what.office == office).cloned().collect()
    }

    /// Takes what is under way of a paper out of the spool, and waits until that is done.
    pub fn cancel(&self, office: &Path, case: &str, paper: &str) {
        let is_it = |print: &Print| {
            let of = print.what.paper.as_ref();
            print.what.office == office && of.is_some_and(|of| of.case == case && of.paper == paper)
        };
        self.give_up(is_it, None);
    }

    /// Takes everything out of the spool: the program ends, and nobody would look after it.
    pub fn end(&self, longest: Duration) {
        self.give_up(|_| true, Some(longest));
    }

    /// Nothing that ended is told to who sits down next.
    pub fn forget_ended(&self) {
        self.enter().prints.retain(|print| print.ended.is_none());
    }

    /// Keeps a paper that did not come out until it is written down.
    pub fn failed(&self, failed: Failed) {
        self.enter().unwritten.push(failed);
    }

    /// Writes down what did not come out, in the office it belongs to. What cannot be written now is kept.
    pub fn settle(&self, session: &mut Session) {
        let (here, elsewhere) = {
            let mut known = self.enter();
            let all = std::mem::take(&mut known.unwritten);
            all.into_iter().partition::<Vec<_>, _>(|failed| failed.office == session.store().folder())
        };
        let kept = here.into_iter().filter_map(|mut failed| {
            let written = write_down(session, &mut failed);
            // What is not there any more cannot be said of it either.
            let is_over = written.map_or_else(|error| error.code == Code::NotFound, |()| true);
            (!is_over).then_some(failed)
        });
        let kept: Vec<_> = kept.chain(elsewhere).collect();
        self.enter().unwritten.extend(kept);
    }

    fn begin(&self, what: &What, printer: &str) -> u64 {
        let mut known = self.enter();
        known.turns += 1;
        let (turn, what) = (known.turns, what.clone());
        let print = Print {
            what,
            printer: printer.to_owned(),
            state: State::Dikirim,
            turn,
            wanted: true,
            ended: None,
        };
        known.prints.insert(0, print);
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

    fn give_up(&self, which: impl Fn(&Print) -> bool, longest: Option<Duration>) {
        let mut known = self.enter();
        let mut turns = Vec::new();
        for print in known.prints.iter_mut().filter(|print| print.ended.is_none() && which(print)) {
            print.wanted = false;
            turns.push(print.turn);
        }
        let under_way = |known: &mut Known| {
            known.prints.iter().any(|print| print.ended.is_none() && turns.contains(&print.turn))
        };
        match longest {
            None => drop(self.ended.wait_while(known, under_way)),
            Some(longest) => drop(self.ended.wait_timeout_while(known, longest, under_way)),
        }
    }

    fn enter(&self) -> MutexGuard<'_, Known> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn write_down(session: &mut Session, failed: &mut Failed) -> Result<(), Error> {
    let Paper { case, paper, copies } = &failed.paper;
    if failed.counted {
        session.note_print_failed(case, paper, *copies)?;
        failed.counted = false;
    }
    if failed.waits {
        session.postpone_print(case, paper, *copies)?;
        failed.waits = false;
    }
    Ok(())
}

#[cfg(test)]
#[cfg(target_os = "linux")]
#[path = "prints_test.rs"]
mod tests;
