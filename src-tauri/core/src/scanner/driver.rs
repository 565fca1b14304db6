//! The helper's side: loads the system's drivers, does what it is told, and says what it hears.

use std::io::{self, BufRead, BufReader};
use std::process::ExitCode;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use super::escl::{self, Escl};
use super::wire::{self, Ask, STOP, Said};
use super::{Device, Reach, Stop, Trouble};

/// The first argument of a program that is to be the helper.
pub const ARGUMENT: &str = "--penggerak-pemindai";

/// How long a scan has to see by itself that it is stopped, before its driver is told from beside.
const SEEN: Duration = Duration::from_millis(100);

/// How long a device that nobody waits for any more may take to be closed.
const PARKING: Duration = Duration::from_secs(3);

/// What stops the scan that runs, from another thread.
pub(super) type StopNow = Arc<Mutex<Option<Box<dyn FnOnce() + Send>>>>;

/// Does what the first line of the standard input asks for. Ends with the input: without a desk nobody wants a page.
pub fn run() -> ExitCode {
    #[cfg(target_os = "linux")]
    if !keeps_no_core() {
        return ExitCode::FAILURE;
    }
    let mut input = BufReader::new(io::stdin());
    let mut line = String::new();
    let ask = input.read_line(&mut line).ok().and_then(|_| serde_json::from_str(&line).ok());
    let Some(ask) = ask else { return ExitCode::from(2) };
    let (stop, stop_now) = (Stop::default(), StopNow::default());
    let (told, told_now) = (stop.clone(), Arc::clone(&stop_now));
    thread::spawn(move || {
        let stop = || {
            told.stop();
            thread::sleep(SEEN);
            if let Some(stop) = told_now.lock().unwrap_or_else(PoisonError::into_inner).take() {
                stop();
            }
        };
        input.lines().map_while(Result::ok).filter(|line| line == STOP).for_each(|_| stop());
        stop();
        thread::sleep(PARKING);
        std::process::exit(1);
    });
    let Ok(mut out) = own_output() else { return ExitCode::FAILURE };
    let mut say = |said: Said| wire::write(&mut out, &said).map_err(|_| Trouble::Terputus);
    match answer(&ask, &stop, &stop_now, &mut say) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

/// A crashed driver would leave a person's papers in its core dump.
#[cfg(target_os = "linux")]
fn keeps_no_core() -> bool {
    use rustix::process::{Resource, Rlimit, setrlimit};

    setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) }).is_ok()
}

/// The last word about what was done.
fn last_word(done: Result<(), Trouble>, stop: &Stop) -> Said {
    match done {
        _ if stop.is_asked() => Said::Trouble(Trouble::Dibatalkan),
        Ok(()) => Said::Done,
        Err(trouble) => Said::Trouble(trouble),
    }
}

/// The standard output, kept from drivers: what one prints there would be nonsense among the words.
#[cfg(target_os = "linux")]
fn own_output() -> io::Result<std::fs::File> {
    use std::os::fd::AsFd as _;

    let ours = io::stdout().as_fd().try_clone_to_owned()?;
    rustix::stdio::dup2_stdout(std::fs::File::options().write(true).open("/dev/null")?)?;
    Ok(ours.into())
}

#[cfg(not(target_os = "linux"))]
fn own_output() -> io::Result<io::Stdout> {
    Ok(io::stdout())
}

type Say<'a> = &'a mut dyn FnMut(Said) -> Result<(), Trouble>;

/// Says everything before the device is closed, in which a driver may hang.
fn answer(ask: &Ask, stop: &Stop, stop_now: &StopNow, say: Say<'_>) -> Result<(), Trouble> {
    let address = match ask {
        Ask::Devices { reach } => {
            let done = devices(reach, say);
            return say(last_word(done, stop));
        }
        Ask::Capabilities { address } | Ask::Scan { address, .. } => address,
    };
    if !escl::is_address(address) {
        return system(address, ask, stop, stop_now, say);
    }
    let done = Escl::open(address).and_then(|device| match ask {
        Ask::Scan { order, .. } => {
            *stop_now.lock().unwrap_or_else(PoisonError::into_inner) = Some(device.canceller());
            let done = device.scan(order, stop, &mut |heard| say(Said::Heard(heard)));
            // Who is taking back the job just now is waited for, or the device would keep it.
            drop(stop_now.lock().unwrap_or_else(PoisonError::into_inner).take());
            done
        }
        _ => say(Said::Capabilities(device.capabilities())),
    });
    say(last_word(done, stop))
}

/// Those that the system knows, and with [`Reach::Network`] those that announce themselves. These are said first: a driver of
/// the system may hang or crash.
fn devices(reach: &Reach, say: Say<'_>) -> Result<(), Trouble> {
    match reach {
        Reach::Here => say(Said::Devices(system_devices(false)?)),
        Reach::Network => {
            say(Said::Devices(escl::found()))?;
            say(Said::Devices(system_devices(true)?))
        }
        Reach::At(typed) => say(Said::Devices(escl::at(typed)?)),
    }
}

/// Where SANE is not installed there is no scanner of SANE.
#[cfg(target_os = "linux")]
fn system_devices(network: bool) -> Result<Vec<Device>, Trouble> {
    use super::sane::{Sane, local};

    // Rather nothing is found than the network is asked.
    let Some(_config) = (if network { Some(None) } else { local::only().map(Some) }) else {
        return Ok(Vec::new());
    };
    Sane::load().map_or_else(|_| Ok(Vec::new()), |sane| sane.devices(network))
}

#[cfg(target_os = "linux")]
fn system(address: &str, ask: &Ask, stop: &Stop, stop_now: &StopNow, say: Say<'_>) -> Result<(), Trouble> {
    use super::sane::Sane;

    let sane = Sane::load();
    let handle = sane.as_ref().map_err(|trouble| *trouble).and_then(|sane| sane.open(address));
    let done = handle.as_ref().map_err(|trouble| *trouble).and_then(|handle| match ask {
        Ask::Scan { order, .. } => {
            *stop_now.lock().unwrap_or_else(PoisonError::into_inner) = Some(handle.canceller());
            let done = handle.scan(order, stop, &mut |heard| say(Said::Heard(heard)));
            // From here on nothing is left to stop, and the handle may be closed.
            drop(stop_now.lock().unwrap_or_else(PoisonError::into_inner).take());
            done
        }
        _ => handle.capabilities().and_then(|able| say(Said::Capabilities(able))),
    });
    say(last_word(done, stop))
}

#[cfg(not(target_os = "linux"))]
fn system_devices(_: bool) -> Result<Vec<Device>, Trouble> {
    Ok(Vec::new())
}

#[cfg(not(target_os = "linux"))]
fn system(_: &str, _: &Ask, stop: &Stop, _: &StopNow, say: Say<'_>) -> Result<(), Trouble> {
    say(last_word(Err(Trouble::TidakDitemukan), stop))
}
