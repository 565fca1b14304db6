//! The shipped desk at rest on the home screen of the practice office: what it and WebKit hold.
//!
//! The shipped window is private, which WebDriver cannot drive, so the officer's three words are
//! typed by `xdotool`. Everything runs on a display and in folders of its own.

use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use loket_core::actions::{World, practice};

use crate::{Outcome, Place};

/// Folder of the desk below the user's own, as in `tauri.conf.json`.
const IDENTIFIER: &str = "id.go.lpse.loket";
const SCREEN: &str = "1440x900x24";
const REST: Duration = Duration::from_secs(10);
/// A loaded machine needs long for its first window.
const PATIENCE: Duration = Duration::from_secs(60);

/// A program that ends with the figure.
pub(crate) struct Started(pub(crate) Child);

impl Drop for Started {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

pub(crate) fn memory(desk: Option<&str>) -> Outcome {
    let desk = desk.ok_or("loket-bench memory DESK")?;
    let place = Place::new()?;
    let office = place.0.path().join("data").join(IDENTIFIER).join("latihan");
    let config = place.0.path().join("config").join(IDENTIFIER);
    std::fs::create_dir_all(&config)?;
    std::fs::create_dir_all(office.parent().ok_or("the office is in a folder")?)?;
    practice::open_or_found(&office, World::default()).map_err(|refused| refused.error)?;
    std::fs::write(config.join("kantor.json"), r#"{"practice":true}"#)?;

    let (_screen, display) = start_screen()?;
    let on_screen = |program: &str| program_on(&display, place.0.path(), program);
    let desk = Started(on_screen(desk).stdout(Stdio::null()).spawn()?);
    let window = await_window(&mut on_screen("xdotool"))?;
    std::thread::sleep(Duration::from_secs(5));
    sum("at rest on the lock screen", desk.0.id())?;
    let before = acts(&office)?;
    for words in [
        vec!["windowfocus", "--sync", &window],
        vec!["type", "--delay", "60", practice::USERNAME],
        vec!["key", "Tab"],
        vec!["type", "--delay", "60", practice::PASSWORD],
        vec!["key", "Return"],
    ] {
        on_screen("xdotool").args(words).status()?;
    }
    let begun = Instant::now();
    while acts(&office)? == before {
        if begun.elapsed() > PATIENCE {
            return Err("the office was not unlocked".into());
        }
        std::thread::sleep(Duration::from_millis(100));
    }
    std::thread::sleep(REST);
    let megabytes = sum("at rest on the home screen", desk.0.id())?;
    println!("measure\tmemory\t{megabytes:.1}\tMB");
    Ok(())
}

/// Bytes that the database has taken: an unlocked office has one act more.
fn acts(office: &Path) -> Outcome<u64> {
    let sizes = ["loket.db", "loket.db-wal"].map(|file| std::fs::metadata(office.join(file)));
    Ok(sizes.into_iter().flatten().map(|file| file.len()).sum())
}

/// The display chooses its own number.
fn start_screen() -> Outcome<(Started, String)> {
    let mut screen = Command::new("Xvfb")
        .args(["-displayfd", "1", "-screen", "0", SCREEN, "-nolisten", "tcp"])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|error| format!("Xvfb (package xvfb): {error}"))?;
    let output = screen.stdout.take().ok_or("the output is piped")?;
    let screen = Started(screen);
    let mut number = String::new();
    BufReader::new(output).read_line(&mut number)?;
    Ok((screen, format!(":{}", number.trim())))
}

fn program_on(display: &str, folder: &Path, program: &str) -> Command {
    let mut command = Command::new(program);
    command.env("DISPLAY", display).env("GDK_BACKEND", "x11").env("GSETTINGS_BACKEND", "memory");
    for (variable, name) in [
        ("HOME", "home"),
        ("XDG_CONFIG_HOME", "config"),
        ("XDG_DATA_HOME", "data"),
        ("XDG_CACHE_HOME", "cache"),
        ("XDG_STATE_HOME", "state"),
    ] {
        command.env(variable, folder.join(name));
    }
    command.env("NO_AT_BRIDGE", "1").env_remove("WAYLAND_DISPLAY").stdin(Stdio::null());
    command
}

/// The number of the desk's window once it is shown.
fn await_window(search: &mut Command) -> Outcome<String> {
    search.args(["search", "--onlyvisible", "--name", "Loket"]);
    let begun = Instant::now();
    while begun.elapsed() < PATIENCE {
        let found = search.output().map_err(|error| format!("xdotool (package xdotool): {error}"))?;
        if let Some(window) = String::from_utf8_lossy(&found.stdout).lines().next() {
            return Ok(window.to_owned());
        }
        std::thread::sleep(Duration::from_millis(250));
    }
    Err("the desk did not open a window".into())
}

/// Megabytes of a process and all below it, pages that they share counted once (PSS).
fn sum(what: &str, process: u32) -> Outcome<f64> {
    let mut family = vec![process];
    let mut programs = BTreeMap::<String, f64>::new();
    while let Some(process) = family.pop() {
        family.extend(children_of(process)?);
        let name = std::fs::read_to_string(format!("/proc/{process}/comm"))?.trim().to_owned();
        *programs.entry(name).or_default() += proportional_set(process)?;
    }
    let each: Vec<String> = programs.iter().map(|(name, size)| format!("{name} {size:.0}")).collect();
    let whole = programs.values().sum();
    println!("{what}: {whole:.1} MB ({})", each.join(", "));
    Ok(whole)
}

fn children_of(process: u32) -> Outcome<Vec<u32>> {
    let mut children = Vec::new();
    for task in std::fs::read_dir(format!("/proc/{process}/task"))? {
        let list = std::fs::read_to_string(task?.path().join("children"))?;
        children.extend(list.split_whitespace().filter_map(|id| id.parse::<u32>().ok()));
    }
    Ok(children)
}

fn proportional_set(process: u32) -> Outcome<f64> {
    let rollup = std::fs::read_to_string(format!("/proc/{process}/smaps_rollup"))?;
    let line = rollup.lines().find_map(|line| line.strip_prefix("Pss:")).ok_or("the kernel tells the PSS")?;
    let kilobytes: f64 = line.trim().trim_end_matches("kB").trim().parse()?;
    Ok(kilobytes * 1024.0 / 1e6)
}
