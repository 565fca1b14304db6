//! The spool through its own programs: `lp` takes a paper, `lpstat` says how it stands, `cancel` takes it out.

use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use super::cups::{self, Known};
use super::job::{Document, Goes, Job, JobState, JobTitle, Printer, Queue};
use super::trouble::PrintTrouble;
use crate::error::{Code, Error, Result};

/// Where CUPS listens for programs of this computer.
const SOCKET: &str = "/run/cups/cups.sock";

/// A program of the spool that takes longer hangs, as with a server of the network that is gone.
const LONGEST_ANSWER: Duration = Duration::from_secs(20);

/// The spool of this computer.
#[derive(Clone, Debug)]
pub struct Spool {
    /// Where its programs stand; elsewhere than usual in tests alone.
    programs: Option<PathBuf>,
    settings: Vec<(String, PathBuf)>,
    socket: PathBuf,
}

/// For how long a job is followed.
#[derive(Clone, Copy, Debug)]
pub struct Patience {
    /// With something that keeps it from being printed.
    pub hindered: Duration,
    /// Once nothing stands before it in its queue.
    pub longest: Duration,
    /// With everything that stands before it.
    pub queued: Duration,
    /// Between two questions.
    pub every: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self {
            // So long that somebody finds and loads paper.
            hindered: Duration::from_secs(45),
            longest: Duration::from_secs(120),
            queued: Duration::from_secs(30 * 60),
            every: Duration::from_secs(1),
        }
    }
}

impl Default for Spool {
    fn default() -> Self {
        // The programs of CUPS heed it too. A spool of another computer has no socket here.
        let socket = std::env::var_os("CUPS_SERVER").map_or_else(|| SOCKET.into(), PathBuf::from);
        Self { programs: None, settings: Vec::new(), socket }
    }
}

impl Spool {
    /// Programs, settings and socket of another spool.
    pub fn of(programs: &Path, settings: Vec<(String, PathBuf)>, socket: &Path) -> Self {
        Self { programs: Some(programs.to_owned()), settings, socket: socket.to_owned() }
    }

    /// The queues CUPS knows; none when CUPS is absent.
    pub fn printers(&self) -> Vec<Printer> {
        let names = self.told(&["-e"]).unwrap_or_default();
        let default = self.told(&["-d"]).unwrap_or_default();
        let default = default.rsplit(':').next().unwrap_or_default().trim();
        names
            .lines()
            .map(str::trim)
            .filter(|name| !name.is_empty())
            .map(|name| Printer { name: name.to_owned(), is_default: name == default })
            .collect()
    }

    /// Hands a document to the spool, through its standard input.
    ///
    /// # Errors
    /// [`Code::PrinterMissing`] without a queue or without CUPS, [`Code::PrintFailed`] where the queue does not take it.
    pub fn send(
        &self,
        document: &Document,
        printer: Option<&str>,
        copies: u8,
        title: JobTitle,
    ) -> Result<Job> {
        let queue = match printer {
            Some(name) => name.to_owned(),
            None => self
                .printers()
                .into_iter()
                .max_by_key(|printer| printer.is_default)
                .map(|printer| printer.name)
                .ok_or_else(|| Error::new(Code::PrinterMissing, "no queue"))?,
        };
        let copies = copies.max(1).to_string();
        let (options, bytes): (&[&str], &[u8]) = match document {
            Document::A4(pdf) => (&["-o", "media=iso_a4_210x297mm", "-o", "print-scaling=none"], pdf),
            Document::Receipt(commands) => (&["-o", "raw"], commands),
        };
        let order = ["-d", &queue, "-t", title, "-n", &copies];
        let arguments = [&order, options, &["--", "-"]].concat();
        let (taken, said) = self.run("lp", &arguments, bytes).map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => Error::new(Code::PrinterMissing, "lp is not installed"),
            kind => Error::new(Code::PrintFailed, format!("lp: {kind:?}")),
        })?;
        if !taken {
            let known = self.printers().iter().any(|printer| printer.name == queue);
            return Err(if known { PrintTrouble::Ditolak } else { PrintTrouble::TidakDitemukan }.into());
        }
        let begins = format!("{queue}-");
        let id = said.split_whitespace().find(|word| word.starts_with(&begins)).map(str::to_owned);
        Ok(Job { queue, id })
    }

    /// How a job stands now.
    pub fn state(&self, job: &Job) -> JobState {
        self.look(job).0
    }

    /// How a job stands now, and whether others stand before it.
    fn look(&self, job: &Job) -> (JobState, bool) {
        let Some(id) = &job.id else { return (JobState::Tercetak, false) };
        let Some(waiting) = self.told(&["-l", "-W", "not-completed", "-o", &job.queue]) else {
            // Nobody knows how it stands while the spool does not answer; a queue that was taken away never prints.
            return (
                JobState::Jalan(self.is_gone(&job.queue).then_some(PrintTrouble::TidakDitemukan)),
                false,
            );
        };
        if let Some(about) = block(&waiting, id) {
            let is_first = waiting.split_whitespace().next() == Some(id);
            return (JobState::Jalan(self.hindrance(job, about)), !is_first);
        }
        let state = match number(id).and_then(|number| cups::known(&self.socket, number)) {
            Some(Known::UnderWay) => JobState::Jalan(None),
            Some(Known::Aborted) => JobState::Gagal(PrintTrouble::Gagal),
            Some(Known::Cancelled) => JobState::Gagal(PrintTrouble::Dibatalkan),
            // A spool that remembers no jobs, or one of another computer, has let it go.
            Some(Known::Completed) | None => JobState::Tercetak,
        };
        (state, false)
    }

    /// Follows a job until it is printed, and tells `each` time what keeps it from that. One that cannot be printed, takes
    /// too long or is not wanted any more is taken out of the spool; of none that ended a document stays there.
    pub fn follow(
        &self,
        job: &Job,
        patience: Patience,
        each: &mut dyn FnMut(Option<PrintTrouble>) -> Goes,
    ) -> Result<(), PrintTrouble> {
        let sent = Instant::now();
        let mut its_turn = sent;
        let mut hindered: Option<(PrintTrouble, Instant)> = None;
        loop {
            let (state, behind_others) = self.look(job);
            if behind_others {
                its_turn = Instant::now();
            }
            let trouble = match state {
                JobState::Tercetak => {
                    self.purge(job);
                    return Ok(());
                }
                JobState::Gagal(trouble) => {
                    self.purge(job);
                    return Err(trouble);
                }
                JobState::Jalan(trouble) => trouble,
            };
            hindered =
                trouble.map(|trouble| (trouble, hindered.map_or_else(Instant::now, |(_, since)| since)));
            let given_up = match hindered {
                _ if each(trouble) == Goes::Away => Some(PrintTrouble::Dibatalkan),
                Some((trouble, since)) if since.elapsed() >= patience.hindered => Some(trouble),
                _ if its_turn.elapsed() >= patience.longest || sent.elapsed() >= patience.queued => {
                    Some(PrintTrouble::TidakSelesai)
                }
                _ => None,
            };
            if let Some(trouble) = given_up {
                return self.withdraw(job, trouble);
            }
            // One that stands behind others has time, and there may be many.
            std::thread::sleep(patience.every * if behind_others { 4 } else { 1 });
        }
    }

    /// Takes a job out of the spool. It may have been printed at the last moment.
    fn withdraw(&self, job: &Job, trouble: PrintTrouble) -> Result<(), PrintTrouble> {
        if let Some(id) = &job.id {
            // What cannot be cancelled has ended, or the spool is gone.
            let _ = self.run("cancel", &[id], &[]);
        }
        let known = job.id.as_deref().and_then(number).and_then(|number| cups::known(&self.socket, number));
        self.purge(job);
        if known == Some(Known::Completed) { Ok(()) } else { Err(trouble) }
    }

    /// The document goes from the disk. A spool of another computer keeps what it keeps.
    fn purge(&self, job: &Job) {
        if let Some(number) = job.id.as_deref().and_then(number) {
            cups::purge(&self.socket, number);
        }
    }

    /// The queues that are installed, and how each stands; none without CUPS, `None` where CUPS does not answer. Unlike
    /// [`Self::printers`] it asks for nothing that the network announces.
    pub fn installed(&self) -> Option<Vec<Queue>> {
        if let Some(queues) = cups::queues(&self.socket) {
            return Some(queues);
        }
        // A spool of another computer has no socket here; its programs know the way.
        match self.run("lpstat", &["-r"], &[]) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Some(Vec::new()),
            Ok((_, said)) if said.contains("is running") => {
                let queue = |printer: Printer| Queue { trouble: self.trouble_of(&printer.name), printer };
                Some(self.printers().into_iter().map(queue).collect())
            }
            _ => None,
        }
    }

    fn trouble_of(&self, queue: &str) -> Option<PrintTrouble> {
        let Some(printer) = self.told(&["-l", "-p", queue]) else {
            return self.is_gone(queue).then_some(PrintTrouble::TidakDitemukan);
        };
        let head = printer.lines().next().unwrap_or_default();
        let reasons = after(&printer, "Alerts:").unwrap_or_default();
        let by_reason = reasons.split([' ', ',']).find_map(PrintTrouble::of_reason);
        by_reason.or_else(|| head.contains(" disabled ").then_some(PrintTrouble::Dijeda))
    }

    /// What keeps a job that waits from being printed.
    fn hindrance(&self, job: &Job, about: &str) -> Option<PrintTrouble> {
        let message = after(about, "Status:").unwrap_or_default();
        self.trouble_of(&job.queue).or_else(|| PrintTrouble::of_message(message))
    }

    /// Whether CUPS answers and knows no such queue.
    fn is_gone(&self, queue: &str) -> bool {
        self.told(&["-e"]).is_some_and(|names| !names.lines().any(|name| name.trim() == queue))
    }

    /// `None` where the spool does not answer, or refuses.
    fn told(&self, arguments: &[&str]) -> Option<String> {
        self.run("lpstat", arguments, &[]).ok().filter(|(answered, _)| *answered).map(|(_, said)| said)
    }

    /// Runs a program of the spool; whether it succeeded, and what it said in the words of no language.
    fn run(&self, program: &str, arguments: &[&str], input: &[u8]) -> io::Result<(bool, String)> {
        let path = self.programs.as_ref().map_or_else(|| program.into(), |folder| folder.join(program));
        let mut child = Command::new(path)
            .args(arguments)
            .env("LC_ALL", "C")
            .envs(self.settings.iter().map(|(name, value)| (name, value)))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let (stdin, stdout) = (child.stdin.take(), child.stdout.take());
        std::thread::scope(|scope| {
            let written = scope.spawn(move || stdin.map_or(Ok(()), |mut stdin| stdin.write_all(input)));
            let read = scope.spawn(move || {
                let mut said = Vec::new();
                stdout.map_or(Ok(0), |mut stdout| stdout.read_to_end(&mut said)).map(|_| said)
            });
            let begun = Instant::now();
            let status = loop {
                match child.try_wait()? {
                    Some(status) => break status,
                    None if begun.elapsed() > LONGEST_ANSWER => {
                        // Its pipes close with it, so both threads end.
                        child.kill()?;
                        break child.wait()?;
                    }
                    None => std::thread::sleep(Duration::from_millis(5)),
                }
            };
            let said = read.join().map_err(|_| io::ErrorKind::Other)??;
            let written = written.join().is_ok_and(|written| written.is_ok() || input.is_empty());
            Ok((status.success() && written, String::from_utf8_lossy(&said).into_owned()))
        })
    }
}

/// What a list says of one job: its line and the indented ones below.
fn block<'a>(list: &'a str, id: &str) -> Option<&'a str> {
    let mut begin = 0;
    for line in list.split_inclusive('\n') {
        if line.split_whitespace().next() == Some(id) && !line.starts_with(char::is_whitespace) {
            let rest = &list[begin + line.len()..];
            let below: usize = rest
                .split_inclusive('\n')
                .take_while(|line| line.starts_with(char::is_whitespace))
                .map(str::len)
                .sum();
            return Some(&list[begin..begin + line.len() + below]);
        }
        begin += line.len();
    }
    None
}

fn after<'a>(text: &'a str, label: &str) -> Option<&'a str> {
    text.lines().find_map(|line| line.trim().strip_prefix(label)).map(str::trim)
}

/// The number of a job, from its name.
fn number(id: &str) -> Option<i32> {
    id.rsplit('-').next()?.parse().ok()
}
