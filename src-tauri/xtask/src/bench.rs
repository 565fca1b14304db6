//! `cargo xtask bench [name]`: the measured promises, in an optimised build, as a table with ratios.
//!
//! A measuring program prints one line per figure, fields parted by tabs:
//! `measure <name> <value> <unit>` is compared with the promise of the same name, and
//! `beside <name> <value> <unit>` is a rival measured on the same machine. Everything else it prints
//! is shown as it is. Never part of CI: a shared machine measures its neighbours.

use std::process::{Command, Stdio};

use crate::run;
use crate::shell::{asked, built, cargo, must, root};

/// The measuring program with the rival that only it needs.
const BENCH: &str = "loket-tests/bench";
/// The profile of the measuring program: optimised like the shipped desk, but linked in minutes.
const MEASURE: &str = "measure";
/// The desk as it is shipped.
const SHIPPED: &str = "loket/custom-protocol";

/// A figure that was promised; smaller is better for all of them.
struct Promise {
    /// The bench that measures it; one bench may measure several.
    bench: &'static str,
    name: &'static str,
    what: &'static str,
    limit: f64,
    unit: &'static str,
    how: How,
}

enum How {
    /// A subcommand of the measuring program (`tests/bench/`).
    Program,
    /// The kill test, with many more kills than in CI.
    Kills,
    /// The same program with the shipped desk, in a window on a display of its own (Linux).
    Window,
    /// The size of the shipped binary.
    Size,
}

const PROMISES: &[Promise] = &[
    Promise {
        bench: "act",
        name: "act",
        what: "act committed durably, median",
        limit: 10.0,
        unit: "ms",
        how: How::Program,
    },
    Promise {
        bench: "keystroke",
        name: "draft",
        what: "a key to its durable draft, median",
        limit: 10.0,
        unit: "ms",
        how: How::Program,
    },
    Promise {
        bench: "keystroke",
        name: "view",
        what: "a value to its act and new view, median",
        limit: 30.0,
        unit: "ms",
        how: How::Program,
    },
    Promise {
        bench: "seal",
        name: "seal",
        what: "shutter to sealed 1080p picture",
        limit: 200.0,
        unit: "ms",
        how: How::Program,
    },
    Promise {
        bench: "home",
        name: "home",
        what: "password accepted to home, 1,000 cases",
        limit: 1000.0,
        unit: "ms",
        how: How::Program,
    },
    Promise {
        bench: "typing",
        name: "typing",
        what: "typing slower by a 40 MP picture, p95",
        limit: 20.0,
        unit: "ms",
        how: How::Program,
    },
    Promise {
        bench: "practice",
        name: "practice",
        what: "practice office founded and open",
        limit: 3000.0,
        unit: "ms",
        how: How::Program,
    },
    Promise {
        bench: "bukti",
        name: "bukti",
        what: "Bukti Verifikasi written",
        limit: 40.0,
        unit: "ms",
        how: How::Program,
    },
    Promise {
        bench: "letter",
        name: "letter",
        what: "message of 25 MB with 12 photos becomes a permohonan",
        limit: 2000.0,
        unit: "ms",
        how: How::Program,
    },
    Promise {
        bench: "letter",
        name: "letter-memory",
        what: "memory that it takes, at most",
        limit: 300.0,
        unit: "MB",
        how: How::Program,
    },
    Promise {
        bench: "inbox",
        name: "inbox",
        what: "1,000 messages of an inbox listed, median",
        limit: 5_000.0,
        unit: "ms",
        how: How::Program,
    },
    Promise {
        bench: "pages",
        name: "pages",
        what: "PDF of 30 scanned sheets sealed in the Baki",
        limit: 5_000.0,
        unit: "ms",
        how: How::Program,
    },
    Promise {
        bench: "pages",
        name: "pages-memory",
        what: "memory that it takes, at most",
        limit: 400.0,
        unit: "MB",
        how: How::Program,
    },
    Promise {
        bench: "folder",
        name: "folder",
        what: "100 scans from a folder, cut off halfway",
        limit: 30_000.0,
        unit: "ms",
        how: How::Program,
    },
    Promise {
        bench: "scan",
        name: "scan-sane",
        what: "SANE page of 200 x 200 mm at 300 dpi, sealed",
        limit: 1_500.0,
        unit: "ms",
        how: How::Program,
    },
    Promise {
        bench: "scan",
        name: "scan-escl",
        what: "eSCL page, A4 at 300 dpi, at the desk",
        limit: 300.0,
        unit: "ms",
        how: How::Program,
    },
    Promise {
        bench: "scan",
        name: "scan-found",
        what: "scanner that announces itself, found",
        limit: 1_000.0,
        unit: "ms",
        how: How::Program,
    },
    Promise {
        bench: "scan",
        name: "scan-stopped",
        what: "scan stopped in the middle, slowest",
        limit: 500.0,
        unit: "ms",
        how: How::Program,
    },
    Promise {
        bench: "scan",
        name: "scan-typing",
        what: "typing beside a silent scanner, slowest",
        limit: 100.0,
        unit: "ms",
        how: How::Program,
    },
    Promise {
        bench: "ministry",
        name: "ministry-home",
        what: "home of a year of 15,000 cases",
        limit: 100.0,
        unit: "ms",
        how: How::Program,
    },
    Promise {
        bench: "ministry",
        name: "ministry-month",
        what: "recapitulation of a month of it",
        limit: 300.0,
        unit: "ms",
        how: How::Program,
    },
    Promise {
        bench: "ministry",
        name: "ministry-xlsx",
        what: "XLSX of that year",
        limit: 2000.0,
        unit: "ms",
        how: How::Program,
    },
    Promise {
        bench: "ministry",
        name: "ministry-pdf",
        what: "report of a month as PDF",
        limit: 500.0,
        unit: "ms",
        how: How::Program,
    },
    Promise {
        bench: "kill",
        name: "kill",
        what: "anything lost in 1,000 kills",
        limit: 0.0,
        unit: "cases",
        how: How::Kills,
    },
    Promise {
        bench: "memory",
        name: "memory",
        what: "desk and WebKit at rest, PSS",
        limit: 350.0,
        unit: "MB",
        how: How::Window,
    },
    Promise {
        bench: "size",
        name: "size",
        what: "stripped desk binary",
        limit: 40.0,
        unit: "MB",
        how: How::Size,
    },
];

/// One line of a measuring program.
#[derive(Debug, PartialEq)]
struct Figure {
    rival: bool,
    name: String,
    value: f64,
    unit: String,
}

pub(crate) fn bench(only: Option<&str>) -> Result<(), String> {
    let chosen: Vec<&Promise> =
        PROMISES.iter().filter(|promise| only.is_none_or(|name| name == promise.bench)).collect();
    if chosen.is_empty() {
        let mut names: Vec<&str> = PROMISES.iter().map(|promise| promise.bench).collect();
        names.dedup();
        return Err(format!(
            "There is no bench `{}`. Known: {}.",
            only.unwrap_or_default(),
            names.join(", ")
        ));
    }
    build(&chosen)?;
    let mut figures = Vec::new();
    let mut benches = chosen.clone();
    benches.dedup_by_key(|promise| promise.bench);
    for promise in benches {
        println!("=== {}", promise.bench);
        match promise.how {
            How::Program => figures.extend(listen(program().arg(promise.bench))?),
            How::Kills => figures.extend(listen(&mut kills())?),
            How::Window => {
                figures.extend(listen(program().arg(promise.bench).arg(built("release", "loket")))?);
            }
            How::Size => figures.push(size()?),
        }
    }
    table(&chosen, &figures)
}

/// Builds what the chosen figures are taken from. Size and memory are those of the desk as `cargo xtask run
/// --release` builds it; every other figure comes from the measuring program, built apart with a profile of
/// its own, so that neither waits for the other and no feature of the rival's gets into the desk.
fn build(chosen: &[&Promise]) -> Result<(), String> {
    if chosen.iter().any(|promise| matches!(promise.how, How::Window | How::Size)) {
        run::install_ui()?;
        let shipped = ["build", "--release", "--workspace", "--bins", "--locked", "--features", SHIPPED];
        must(&mut cargo(shipped))?;
    }
    if chosen.iter().any(|promise| matches!(promise.how, How::Program | How::Window)) {
        let own =
            ["build", "--profile", MEASURE, "-p", "loket-tests", "--bins", "--locked", "--features", BENCH];
        must(&mut cargo(own))?;
    }
    Ok(())
}

fn program() -> Command {
    Command::new(built(MEASURE, "loket-bench"))
}

/// The kill test says how many cases lost more than the picture on the screen.
fn kills() -> Command {
    let mut command = cargo([
        "test",
        "--profile",
        MEASURE,
        "-p",
        "loket-tests",
        "--locked",
        "--test",
        "kill",
        "--features",
        BENCH,
    ]);
    command.env("LOKET_KILLS", "1000");
    command
}

fn size() -> Result<Figure, String> {
    let desk = built("release", "loket");
    let bytes = desk.metadata().map_err(|error| format!("{}: {error}.", desk.display()))?.len();
    #[expect(clippy::cast_precision_loss, reason = "a file size in megabytes needs three digits")]
    let value = bytes as f64 / 1e6;
    Ok(Figure { rival: false, name: "size".to_owned(), value, unit: "MB".to_owned() })
}

fn listen(command: &mut Command) -> Result<Vec<Figure>, String> {
    let output = command
        .current_dir(root())
        .stdin(Stdio::null())
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| format!("The measuring program could not be started: {error}."))?;
    let text = String::from_utf8_lossy(&output.stdout);
    let mut figures = Vec::new();
    for line in text.lines() {
        match figure(line) {
            Some(figure) => figures.push(figure),
            None => println!("{line}"),
        }
    }
    if output.status.success() { Ok(figures) } else { Err("A measuring program failed.".to_owned()) }
}

fn figure(line: &str) -> Option<Figure> {
    let mut fields = line.trim().split('\t');
    let rival = match fields.next()? {
        "measure" => false,
        "beside" => true,
        _ => return None,
    };
    let name = fields.next()?.to_owned();
    let value = fields.next()?.parse().ok()?;
    let unit = fields.next()?.to_owned();
    Some(Figure { rival, name, value, unit })
}

fn table(chosen: &[&Promise], figures: &[Figure]) -> Result<(), String> {
    let machine = asked(Command::new("uname").arg("-srm")).unwrap_or_else(|| std::env::consts::OS.to_owned());
    println!("\n{machine}, {} processors", std::thread::available_parallelism().map_or(1, usize::from));
    println!("{:<42}{:>14}{:>14}{:>8}", "what", "measured", "promised", "ratio");
    let mut broken = Vec::new();
    for promise in chosen {
        let own = figures.iter().find(|figure| !figure.rival && figure.name == promise.name);
        let Some(own) = own else {
            println!("{:<42}{:>14}", promise.what, "not measured");
            broken.push(promise.name);
            continue;
        };
        let ratio =
            if promise.limit > 0.0 { format!("{:.2}", own.value / promise.limit) } else { "-".to_owned() };
        let measured = format!("{:.1} {}", own.value, own.unit);
        let limit = format!("{:.0} {}", promise.limit, promise.unit);
        println!("{:<42}{measured:>14}{limit:>14}{ratio:>8}", promise.what);
        if own.unit != promise.unit || own.value > promise.limit {
            broken.push(promise.name);
        }
        for rival in figures.iter().filter(|figure| figure.rival && figure.name.starts_with(promise.name)) {
            let measured = format!("{:.1} {}", rival.value, rival.unit);
            let ratio = own.value / rival.value;
            println!("{:<42}{measured:>14}{:>14}{ratio:>8.2}", format!("  beside: {}", rival.name), "");
        }
    }
    if broken.is_empty() { Ok(()) } else { Err(format!("Not kept: {}.", broken.join(", "))) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn own(name: &str, value: f64, unit: &str) -> Figure {
        Figure { rival: false, name: name.to_owned(), value, unit: unit.to_owned() }
    }

    #[test]
    fn only_lines_of_the_agreed_form_are_figures() {
        assert_eq!(figure("measure\tact\t2.3\tms"), Some(own("act", 2.3, "ms")));
        assert_eq!(figure("beside\tbukti: krilla\t12\tms").map(|figure| figure.rival), Some(true));
        for line in
            ["", "measure", "measure\tact\tfast\tms", "measure act 2.3 ms", "test result: ok. 1 passed"]
        {
            assert_eq!(figure(line), None, "{line}");
        }
    }

    #[test]
    fn a_promise_is_broken_when_late_unmeasured_or_in_another_unit() {
        let act = &PROMISES[0];
        assert_eq!(table(&[act], &[own("act", 9.9, "ms")]), Ok(()));
        let broken = Err("Not kept: act.".to_owned());
        assert_eq!(table(&[act], &[own("act", 10.1, "ms")]), broken);
        assert_eq!(table(&[act], &[]), broken);
        assert_eq!(table(&[act], &[own("act", 9.9, "s")]), broken);
    }

    #[test]
    fn an_unknown_bench_is_refused_before_anything_is_built() {
        let message = bench(Some("speed")).unwrap_err();
        assert!(message.contains("act, keystroke, seal, home"), "{message}");
    }
}
