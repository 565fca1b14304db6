//! The desk's side of the helper: starts it, listens, and ends it when it crashes, talks nonsense or falls silent.

use std::ffi::OsString;
use std::io::{BufReader, Write as _};
use std::path::PathBuf;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use super::wire::{self, Ask, STOP, Said};
use super::{Capabilities, Device, Heard, Order, Reach, Scanner, Stop, Trouble, driver};

/// How long a helper may say nothing. A lamp warms up for most of a minute; a list asks every driver of the system.
pub const SILENCE: Duration = Duration::from_secs(90);

/// How long a helper that was stopped may take to say so; closing its device may take longer, and nobody waits for it.
const LAST_WORDS: Duration = Duration::from_millis(300);

/// How long it may take to close the device, after which the next one finds it free. The driver of the test device hangs
/// in it at times, when a scan broke off.
const PARKING: Duration = Duration::from_secs(3);

/// How often it is looked whether somebody stops.
const BEAT: Duration = Duration::from_millis(20);

/// Helpers that still close their device after their scan was stopped: the next one finds it busy until then.
static PARKED: AtomicUsize = AtomicUsize::new(0);

/// The drivers of this system, each time in a helper process of its own.
#[derive(Clone)]
pub struct Drivers {
    program: PathBuf,
    environment: Vec<(OsString, OsString)>,
    silence: Duration,
}

impl Drivers {
    /// `program` has to hand over to [`driver::run`] when its first argument is [`driver::ARGUMENT`].
    pub fn in_program(program: PathBuf) -> Self {
        Self { program, environment: Vec::new(), silence: SILENCE }
    }

    /// With a variable of the environment beside those of this process.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<OsString>) -> Self {
        self.environment.push((name.into(), value.into()));
        self
    }

    /// Gives up on a helper that says nothing for so long.
    #[must_use]
    pub fn giving_up_after(mut self, silence: Duration) -> Self {
        self.silence = silence;
        self
    }

    /// What a device can do, unless somebody stops asking.
    pub fn capabilities_unless(&self, address: &str, stop: &Stop) -> Result<Capabilities, Trouble> {
        let mut found = None;
        self.ask(&Ask::Capabilities { address: address.to_owned() }, stop, |said| {
            if let Said::Capabilities(capabilities) = said {
                found = Some(capabilities);
            }
        })?;
        found.ok_or(Trouble::Terputus)
    }

    /// Hands on every word but the last; the last decides.
    fn ask(&self, ask: &Ask, stop: &Stop, mut hear: impl FnMut(Said)) -> Result<(), Trouble> {
        while PARKED.load(Ordering::Acquire) > 0 {
            if stop.is_asked() {
                return Err(Trouble::Dibatalkan);
            }
            thread::sleep(BEAT);
        }
        let mut helper = Helper::start(self, ask)?;
        let mut last_word = Instant::now();
        let mut stopped = None;
        loop {
            if stopped.is_none() && stop.is_asked() {
                stopped = Some(Instant::now());
                helper.say_stop();
            }
            if stopped.is_some_and(|since| since.elapsed() > LAST_WORDS) {
                helper.close_aside();
                return Err(Trouble::Dibatalkan);
            }
            match helper.words.recv_timeout(BEAT) {
                Ok(Said::Done) => {
                    helper.close();
                    return Ok(());
                }
                Ok(Said::Trouble(_)) if stopped.is_some() => {
                    helper.close_aside();
                    return Err(Trouble::Dibatalkan);
                }
                Ok(Said::Trouble(trouble)) => {
                    helper.close();
                    return Err(trouble);
                }
                Ok(said) => {
                    hear(said);
                    last_word = Instant::now();
                }
                Err(RecvTimeoutError::Timeout) if last_word.elapsed() <= self.silence => {}
                Err(_) if stopped.is_some() => return Err(Trouble::Dibatalkan),
                // It may still hold a job of a device, which it takes back when it is told to.
                Err(RecvTimeoutError::Timeout) => {
                    helper.say_stop();
                    helper.close_aside();
                    return Err(Trouble::Terputus);
                }
                Err(_) => return Err(Trouble::Terputus),
            }
        }
    }
}

impl Scanner for Drivers {
    fn devices(&self, reach: &Reach) -> Result<Vec<Device>, Trouble> {
        let mut found = Vec::new();
        let asked = self.ask(&Ask::Devices { reach: reach.clone() }, &Stop::default(), |said| {
            if let Said::Devices(devices) = said {
                found.extend(devices);
            }
        });
        // What one driver found stands, whatever became of another.
        if found.is_empty() { asked.map(|()| found) } else { Ok(found) }
    }

    fn capabilities(&self, address: &str) -> Result<Capabilities, Trouble> {
        self.capabilities_unless(address, &Stop::default())
    }

    fn scan(
        &self,
        address: &str,
        order: &Order,
        stop: &Stop,
        heard: &mut dyn FnMut(Heard),
    ) -> Result<(), Trouble> {
        self.ask(&Ask::Scan { address: address.to_owned(), order: *order }, stop, |said| {
            if let Said::Heard(said) = said {
                heard(said);
            }
        })
    }
}

struct Helper {
    child: Child,
    input: Option<ChildStdin>,
    /// Ends where the helper ends, or where it says what is no word.
    words: Receiver<Said>,
}

impl Helper {
    fn start(drivers: &Drivers, ask: &Ask) -> Result<Self, Trouble> {
        let mut child = Command::new(&drivers.program)
            .arg(driver::ARGUMENT)
            .envs(drivers.environment.iter().map(|(name, value)| (name, value)))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            // Drivers write there what they like, names of devices and paths among it.
            .stderr(Stdio::null())
            .spawn()
            .map_err(|_| Trouble::Terputus)?;
        let (input, output) = (child.stdin.take(), child.stdout.take());
        // A page waits in the pipe until the one before it is kept: a stack does not fill the memory.
        let (say, words) = mpsc::sync_channel(1);
        let mut helper = Self { child, input, words };
        let output = output.ok_or(Trouble::Ditolak)?;
        thread::spawn(move || {
            let mut output = BufReader::with_capacity(1 << 16, output);
            while let Ok(Some(said)) = wire::read(&mut output) {
                if say.send(said).is_err() {
                    return;
                }
            }
        });
        let mut line = serde_json::to_vec(ask).map_err(|_| Trouble::Ditolak)?;
        line.push(b'\n');
        let input = helper.input.as_mut().ok_or(Trouble::Ditolak)?;
        input.write_all(&line).map_err(|_| Trouble::Terputus)?;
        Ok(helper)
    }

    /// Waits for its end; whoever has not ended by then is ended.
    fn close(mut self) {
        let begun = Instant::now();
        while begun.elapsed() < PARKING && matches!(self.child.try_wait(), Ok(None)) {
            thread::sleep(Duration::from_millis(2));
        }
    }

    /// The same while the officer goes on.
    fn close_aside(self) {
        PARKED.fetch_add(1, Ordering::AcqRel);
        thread::spawn(move || {
            self.close();
            PARKED.fetch_sub(1, Ordering::AcqRel);
        });
    }

    /// A helper that no longer listens is ended all the same.
    fn say_stop(&mut self) {
        if let Some(input) = &mut self.input {
            let _ = writeln!(input, "{STOP}");
        }
    }
}

impl Drop for Helper {
    fn drop(&mut self) {
        drop(self.input.take());
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
