//! One machine per story: a display, a window manager, a driver, and private folders that stand for the
//! user's. Everything it starts ends with it, and nothing else does.

use std::io::{BufRead as _, BufReader};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use fantoccini::{Client, ClientBuilder};
use serde_json::json;

use crate::call::CallWindow;
use crate::desk::{Desk, PATIENCE, POLL};
use crate::{sockets, traces};

/// Large enough for a window of 1366x768 with its title bar.
const SCREEN: &str = "1440x900x24";

/// A Tuesday before the doors open.
const QUIET_MORNING: &str = "2026-11-24T08:10:00+07:00";

/// Folder of the desk below the user's own, as in `tauri.conf.json`.
const IDENTIFIER: &str = "id.go.lpse.loket";

/// How many drivers may find their port taken before the story gives up.
const DRIVERS: usize = 5;

/// How much of its log a failed story shows, in bytes.
const MOST_LAST_WORDS: usize = 4_000;

pub(crate) struct Machine {
    folder: PathBuf,
    display: String,
    draws_as_shipped: bool,
    /// At which moment the desk finds itself when it opens; RFC 3339.
    clock: Option<&'static str>,
    sockets_are_heard: bool,
    scanner_is_connected: bool,
    printer_is_connected: bool,
    /// In the order in which they end: the driver with the desk, the window manager, the display.
    children: Vec<Child>,
}

impl Machine {
    /// A machine for the story called `name`, as empty as on its first day. Its folder is this run's own:
    /// another run may be using the same target folder.
    pub(crate) fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}-{}", std::process::id()));
        for private in ["home", "config", "data", "cache", "state", "run", "tmp"] {
            std::fs::create_dir_all(folder.join(private)).expect("the story's folders can be made");
        }
        let (xvfb, display) = start_display();
        let mut machine = Self {
            folder,
            display,
            draws_as_shipped: false,
            clock: None,
            sockets_are_heard: false,
            scanner_is_connected: false,
            printer_is_connected: false,
            children: vec![xvfb],
        };
        if let Ok(manager) = machine.command("openbox").stdout(Stdio::null()).stderr(Stdio::null()).spawn() {
            machine.children.insert(0, manager);
        }
        machine
    }

    /// A machine for a story of the practice office, whose call of the day would stand before its queue whenever the story
    /// happened to be told ten minutes before it.
    pub(crate) fn on_a_quiet_morning(name: &str) -> Self {
        let mut machine = Self::new(name);
        machine.set_clock(QUIET_MORNING);
        machine
    }

    /// From now on the desk opens at this moment.
    pub(crate) fn set_clock(&mut self, moment: &'static str) {
        self.clock = Some(moment);
    }

    /// Another program on the same screen: a window in which a video call seems to run.
    pub(crate) fn begin_call(&self, title: &str) -> CallWindow {
        CallWindow::open(&self.display, title)
    }

    /// The desk draws without layers, as the shipped one does. Only clicks: after a key or a picture of the
    /// screen WebDriver may stall then.
    pub(crate) fn draw_as_shipped(&mut self) {
        self.draws_as_shipped = true;
    }

    /// The test device of SANE stands beside the desk, set as the lines of its `test.conf` say; a second call sets it anew.
    pub(crate) fn connect_scanner(&mut self, lines: &str) {
        let folder = self.folder.join("sane");
        std::fs::create_dir_all(&folder).expect("the folder of SANE can be made");
        let usual = "number_of_devices 1\nmode Color\ntest-picture \"Color pattern\"\n";
        for (name, words) in [("dll.conf", "test\n".to_owned()), ("test.conf", format!("{usual}{lines}\n"))] {
            std::fs::write(folder.join(name), words).expect("SANE can be told of its device");
        }
        self.scanner_is_connected = true;
    }

    /// The stand-in of the spool has one queue, which says `words` of its printer and keeps each job until it prints; a
    /// second call changes what it says.
    pub(crate) fn connect_printer(&mut self, words: &str) {
        let folder = self.spool();
        std::fs::create_dir_all(&folder).expect("the folder of the spool can be made");
        let job = "Kantor-7 dewi 2048 Tue Nov 24 08:10:00 2026\n\tStatus: Printing.\n\tqueued for Kantor\n";
        let files = [
            ("queues", "Kantor\n"),
            ("default", "system default destination: Kantor\n"),
            ("printer", words),
            ("job", job),
        ];
        for (name, words) in files {
            std::fs::write(folder.join(name), words).expect("the spool can be told what to say");
        }
        self.printer_is_connected = true;
    }

    /// From now on the printer prints whatever it is asked about.
    pub(crate) fn print_at_once(&self) {
        std::fs::write(self.spool().join("questions"), "1").expect("the spool can be told what to do");
    }

    /// What the spool was asked to print, an order in each line.
    pub(crate) fn print_orders(&self) -> Vec<String> {
        let orders = std::fs::read_to_string(self.spool().join("orders")).unwrap_or_default();
        orders.lines().map(str::to_owned).collect()
    }

    fn spool(&self) -> PathBuf {
        self.folder.join("spool")
    }

    /// A folder into which a device scans. The desk knows it when it opens next, for the office that was founded where the
    /// desk proposes it: no driver can choose one in the system's own dialog.
    pub(crate) fn share_folder(&self) -> PathBuf {
        let scans = self.folder.join("pindai");
        std::fs::create_dir(&scans).expect("a folder for scans can be made");
        let note = self.folder.join("config").join(IDENTIFIER).join("kantor.json");
        let known = std::fs::read(&note).expect("the desk keeps in mind which office it opened");
        let mut known: serde_json::Value =
            serde_json::from_slice(&known).expect("what it keeps in mind is JSON");
        known["hot_folders"] = json!([{ "office": known["office"], "path": scans, "keep": false }]);
        std::fs::write(note, known.to_string()).expect("the desk can be told of it");
        scans
    }

    /// From now on strace writes down where the desk connects, listens and sends.
    pub(crate) fn hear_sockets(&mut self) {
        self.sockets_are_heard = true;
    }

    /// What was written down since the desk was opened last.
    pub(crate) fn heard_sockets(&self) -> String {
        std::fs::read_to_string(self.sockets_log()).expect("strace writes its log")
    }

    fn sockets_log(&self) -> PathBuf {
        self.folder.join("sockets.log")
    }

    /// A program that sees this machine's display and folders, and no other.
    fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        let at = |name: &str| self.folder.join(name);
        command
            .env("DISPLAY", &self.display)
            .env("HOME", at("home"))
            .env("XDG_CONFIG_HOME", at("config"))
            .env("XDG_DATA_HOME", at("data"))
            .env("XDG_CACHE_HOME", at("cache"))
            .env("XDG_STATE_HOME", at("state"))
            .env("XDG_RUNTIME_DIR", at("run"))
            .env("TMPDIR", at("tmp"))
            .env("GDK_BACKEND", "x11")
            .env("LIBGL_ALWAYS_SOFTWARE", "1")
            .env("GSETTINGS_BACKEND", "memory")
            .env("NO_AT_BRIDGE", "1")
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .env_remove("LOKET_CLOCK")
            .env_remove("WAYLAND_DISPLAY")
            .env("XDG_SESSION_TYPE", "x11")
            .env_remove("DBUS_SESSION_BUS_ADDRESS")
            .stdin(Stdio::null());
        if let Some(moment) = self.clock {
            command.env("LOKET_CLOCK", moment);
        }
        if self.scanner_is_connected {
            command.env("SANE_CONFIG_DIR", self.folder.join("sane"));
        }
        if self.printer_is_connected {
            let programs = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/spool");
            let others = std::env::var_os("PATH").unwrap_or_default();
            let path = std::iter::once(programs).chain(std::env::split_paths(&others));
            command.env("PATH", std::env::join_paths(path).expect("folders can stand in PATH"));
            // A real spool of this machine is not asked either.
            command.env("SPOOL", self.spool()).env("CUPS_SERVER", self.spool().join("sock"));
        }
        if self.draws_as_shipped {
            command.env("LOKET_DRAWS_AS_SHIPPED", "1");
        }
        command
    }

    /// Opens the desk, as a double click would. A second call after [`Self::cut_power`] opens it again
    /// with everything the first left behind.
    pub(crate) async fn open_desk(&mut self) -> Desk {
        let mut app =
            std::env::var("LOKET_APP").expect("LOKET_APP names the built desk; `cargo xtask test` sets it");
        let mut arguments: Vec<String> = std::env::var("LOKET_APP_ARGS")
            .unwrap_or_default()
            .split_whitespace()
            .map(str::to_owned)
            .collect();
        if self.sockets_are_heard {
            arguments = sockets::heard(&self.sockets_log(), &app, &arguments);
            app = sockets::STRACE.to_owned();
        }
        for _ in 0..DRIVERS {
            let (mut driver, port) = self.start_driver();
            let client = connect(&mut driver, port, &app, &arguments).await;
            self.children.insert(0, driver);
            match client {
                Ok(client) => return Desk::new(client).await,
                Err(NoDesk::DriverEnded) => drop(self.children.remove(0)),
                Err(NoDesk::Refused(why)) => panic!("the desk did not open: {why}"),
            }
        }
        panic!("no driver stayed alive; its words are in {}", self.folder.join("desk.log").display());
    }

    /// A driver on a port that was free a moment ago. Somebody else may take it first, then it ends.
    fn start_driver(&self) -> (Child, u16) {
        let port = free_port();
        let log = std::fs::File::create(self.folder.join("desk.log")).expect("the log can be written");
        let driver = self
            .command("WebKitWebDriver")
            .args([format!("--port={port}"), "--host=127.0.0.1".to_owned()])
            .stdout(log.try_clone().expect("the log has two readers"))
            .stderr(log)
            .spawn()
            .expect("WebKitWebDriver is installed (package webkit2gtk-driver)");
        (driver, port)
    }

    /// What a power cut does to the desk: it is gone in the middle of whatever it did.
    pub(crate) fn cut_power(&mut self) {
        let alive = self.end_desk();
        assert!(alive.is_empty(), "processes {alive:?} do not end");
        let mut driver = self.children.remove(0);
        let _ = driver.kill();
        let _ = driver.wait();
    }

    /// Ends the desk and WebKit behind it, and waits for the last thread of each: Mesa writes its cache on an
    /// idle one, which a busy machine lets live on for seconds, and with it the lock of the office. Answers
    /// what does not end.
    fn end_desk(&self) -> Vec<u32> {
        let begun = Instant::now();
        let mut dying: Vec<u32> = Vec::new();
        loop {
            dying.extend(self.desk_processes());
            if dying.is_empty() || begun.elapsed() > PATIENCE {
                return dying;
            }
            dying.iter().copied().for_each(kill);
            std::thread::sleep(POLL);
            dying.retain(|process| has_a_living_thread(*process));
            dying.sort_unstable();
            dying.dedup();
        }
    }

    /// The desk and WebKit behind it: what runs in this machine's folders and was not started by the story
    /// itself. A list of children would miss a process whose parent has just ended.
    fn desk_processes(&self) -> Vec<u32> {
        let own: Vec<u32> = self.children.iter().map(Child::id).collect();
        processes_of(&self.folder).into_iter().filter(|process| !own.contains(process)).collect()
    }

    /// Files in which one of `words` stands readable: the office, and whatever the desk, WebKit and the
    /// system left in this machine's home, data, cache, configuration and temporary folders.
    pub(crate) fn files_that_say(&self, words: &[&str]) -> Vec<PathBuf> {
        traces::files_that_say(&self.folder, words)
    }

    /// Sealed files of the office. A search that looks at none would find nothing.
    pub(crate) fn sealed_files(&self) -> usize {
        let sealed = |path: &PathBuf| path.extension().is_some_and(|extension| extension == "age");
        traces::files_below(&self.folder.join("data")).into_iter().filter(sealed).count()
    }

    /// The end of what the driver, the desk and WebKit wrote.
    fn last_words(&self) -> String {
        let log = std::fs::read(self.folder.join("desk.log")).unwrap_or_default();
        let end = log.len().saturating_sub(MOST_LAST_WORDS);
        String::from_utf8_lossy(&log[end..]).into_owned()
    }

    /// Memory of the desk and of WebKit behind it in megabytes, shared pages counted once (PSS).
    pub(crate) fn memory(&self) -> f64 {
        let kilobytes: f64 = self.desk_processes().into_iter().filter_map(proportional_set).sum();
        kilobytes / 1024.0
    }
}

impl Drop for Machine {
    fn drop(&mut self) {
        for child in &mut self.children {
            let _ = child.kill();
            let _ = child.wait();
        }
        let _ = self.end_desk();
        if std::thread::panicking() {
            // Where the machine itself is not kept, this is all that tells why its desk went away.
            eprintln!("The desk and its driver said last:\n{}", self.last_words());
            return;
        }
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

/// The display chooses its own number, so that stories and other people's displays do not meet.
fn start_display() -> (Child, String) {
    let mut xvfb = Command::new("Xvfb")
        .args(["-displayfd", "1", "-screen", "0", SCREEN, "-nolisten", "tcp"])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("Xvfb is installed (package xvfb)");
    let mut number = String::new();
    let stdout = xvfb.stdout.take().expect("the output is piped");
    BufReader::new(stdout).read_line(&mut number).expect("Xvfb names its display");
    (xvfb, format!(":{}", number.trim()))
}

fn free_port() -> u16 {
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a port is free");
    listener.local_addr().expect("a bound port has a number").port()
}

/// Why there is no desk to drive.
enum NoDesk {
    /// The driver went away, as it does when its port was taken in the meantime.
    DriverEnded,
    Refused(String),
}

async fn connect(driver: &mut Child, port: u16, app: &str, arguments: &[String]) -> Result<Client, NoDesk> {
    let wanted = json!({
        "webkitgtk:browserOptions": { "binary": app, "args": arguments },
        // A loaded machine may take longer for one script than the driver's thirty seconds.
        "timeouts": { "script": milliseconds(PATIENCE), "pageLoad": milliseconds(PATIENCE), "implicit": 0 },
    });
    let serde_json::Value::Object(capabilities) = wanted else { unreachable!("an object was written above") };
    let mut last = String::new();
    let begun = Instant::now();
    // The driver needs a moment before it listens, and a loaded machine needs longer.
    while begun.elapsed() < PATIENCE {
        if driver.try_wait().is_ok_and(|ended| ended.is_some()) {
            return Err(NoDesk::DriverEnded);
        }
        let connector = hyper_util::client::legacy::connect::HttpConnector::new();
        let mut builder = ClientBuilder::new(connector);
        builder.capabilities(capabilities.clone());
        match builder.connect(&format!("http://127.0.0.1:{port}")).await {
            Ok(client) => return Ok(client),
            Err(error) => last = error.to_string(),
        }
        tokio::time::sleep(POLL).await;
    }
    Err(NoDesk::Refused(last))
}

fn milliseconds(time: Duration) -> u64 {
    u64::try_from(time.as_millis()).unwrap_or(u64::MAX)
}

/// Every living process that was started with `folder` as its temporary folder, or by one that was.
fn processes_of(folder: &Path) -> Vec<u32> {
    let mark = format!("TMPDIR={}", folder.join("tmp").display());
    let marked = |process: &u32| {
        std::fs::read(format!("/proc/{process}/environ"))
            .is_ok_and(|variables| variables.split(|byte| *byte == 0).any(|each| each == mark.as_bytes()))
    };
    let entries = std::fs::read_dir("/proc").into_iter().flatten().filter_map(Result::ok);
    entries.filter_map(|entry| entry.file_name().to_str()?.parse().ok()).filter(marked).collect()
}

/// Whether any thread still runs. A process whose first thread has ended looks like a zombie before it is one.
fn has_a_living_thread(process: u32) -> bool {
    let threads =
        std::fs::read_dir(format!("/proc/{process}/task")).into_iter().flatten().filter_map(Result::ok);
    let states = threads.filter_map(|thread| std::fs::read_to_string(thread.path().join("stat")).ok());
    // The state stands behind the name, which is in brackets and may hold anything.
    states
        .filter_map(|stat| stat.rsplit(") ").next()?.chars().next())
        .any(|state| !matches!(state, 'Z' | 'X'))
}

fn kill(process: u32) {
    let _ = Command::new("kill").args(["-KILL", &process.to_string()]).stderr(Stdio::null()).status();
}

fn proportional_set(process: u32) -> Option<f64> {
    let rollup = std::fs::read_to_string(format!("/proc/{process}/smaps_rollup")).ok()?;
    let line = rollup.lines().find_map(|line| line.strip_prefix("Pss:"))?;
    line.split_whitespace().next()?.parse().ok()
}
