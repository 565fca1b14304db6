//! What was promised, measured: `loket-bench act | seal | home | bukti`, run by `cargo xtask bench`.
//!
//! Each figure is the median of many runs on a real disk, in an office as the desk makes it. Only the
//! stretching of the password is cheap: its cost is chosen, not measured.
#![expect(clippy::print_stdout, reason = "figures are read from standard output")]

mod rival;

use std::error::Error;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use loket_core::actions::{KdfParams, Session, World, practice};
use loket_core::capture;
use loket_core::document::{DocumentKind, PictureSource};
use loket_core::form::{FormField, Profil};
use loket_core::permohonan::Channel;
use loket_core::privacy;
use loket_core::specimen::{place_on_desk, scenario};

type Outcome = Result<(), Box<dyn Error>>;

const PASSWORD: &str = "latihan";
const FULL_HD: (u32, u32) = (1920, 1080);
const JPEG_QUALITY: u8 = 92;

fn main() -> ExitCode {
    let outcome = match std::env::args().nth(1).as_deref() {
        Some("act") => act(),
        Some("seal") => seal(),
        Some("home") => home(),
        Some("bukti") => bukti(),
        _ => Err("loket-bench act | seal | home | bukti".into()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// A folder on the disk that holds the build, not on a memory disk: what is measured is durable.
fn folder() -> Result<tempfile::TempDir, Box<dyn Error>> {
    let program = std::env::current_exe()?;
    let beside = program.parent().ok_or("the program has no folder")?;
    Ok(tempfile::tempdir_in(beside)?)
}

fn office(folder: &tempfile::TempDir) -> Result<Session, Box<dyn Error>> {
    let place = folder.path().join("kantor");
    Ok(practice::found_empty(&place, PASSWORD, KdfParams::cheap_for_tests(), World::default())?)
}

fn open_case(session: &mut Session) -> Result<String, Box<dyn Error>> {
    Ok(session.open_permohonan(Profil::BadanUsaha, Channel::TatapMuka, privacy::NOTICE_VERSION)?)
}

/// One field typed: an entry in the log, the tables changed, everything synced.
fn act() -> Outcome {
    let folder = folder()?;
    let mut session = office(&folder)?;
    let case = open_case(&mut session)?;
    let times = repeat(300, |run| {
        session.set_form_field(&case, FormField::Alamat, &format!("Jalan Contoh Nomor {run}"))?;
        Ok(())
    })?;
    report("measure", "act", &times);
    Ok(())
}

/// A webcam picture handed over until it lies sealed and an act cites it.
fn seal() -> Outcome {
    let folder = folder()?;
    let mut session = office(&folder)?;
    let case = open_case(&mut session)?;
    let guest = scenario("S-01").ok_or("the scenario exists")?;
    let desk = place_on_desk(&guest.ktp.draw()?, 1, FULL_HD)?;
    let jpeg = capture::encode_jpeg(&desk.image, JPEG_QUALITY)?;
    println!("a picture of {} kB", jpeg.len() / 1000);
    let times = repeat(40, |_| {
        session.add_picture(&case, DocumentKind::Ktp, PictureSource::Kamera, &jpeg)?;
        Ok(())
    })?;
    report("measure", "seal", &times);
    Ok(())
}

/// From the password to the lists of the home screen, in an office of 1,000 cases.
fn home() -> Outcome {
    let folder = folder()?;
    let mut session = office(&folder)?;
    for number in 0..1000 {
        let case = open_case(&mut session)?;
        session.set_form_field(&case, FormField::NamaUsaha, &format!("CV Contoh {number}"))?;
        session.set_form_field(&case, FormField::Npwp, "99.700.101.1-513.000")?;
    }
    session.lock(false)?;
    let place = folder.path().join("kantor");
    let times = repeat(20, |_| {
        let session = Session::unlock(&place, practice::USERNAME, PASSWORD, World::default())
            .map_err(|refused| refused.error)?;
        session.home()?;
        Ok(())
    })?;
    report("measure", "home", &times);
    Ok(())
}

/// The Bukti of a whole case, and the same words on a page by krilla.
fn bukti() -> Outcome {
    let folder = folder()?;
    let place = folder.path().join("kantor");
    let (session, case) =
        practice::found_with_one_case(&place, PASSWORD, KdfParams::cheap_for_tests(), World::default())?;
    let pdf = session.preview_bukti(&case)?;
    let words = lopdf::Document::load_mem(&pdf)?.extract_text(&[1])?;
    let lines: Vec<String> = words.lines().map(str::to_owned).collect();
    println!("{} lines, {} kB", lines.len(), pdf.len() / 1000);
    let times = repeat(60, |_| {
        session.preview_bukti(&case)?;
        Ok(())
    })?;
    report("measure", "bukti", &times);
    let times = repeat(60, |_| rival::page(&lines).map(drop).ok_or_else(|| "krilla refused the page".into()))?;
    report("beside", "bukti: krilla", &times);
    Ok(())
}

fn repeat(runs: usize, mut work: impl FnMut(usize) -> Outcome) -> Result<Vec<Duration>, Box<dyn Error>> {
    // The first runs pay for caches that a desk fills once in the morning.
    for run in 0..runs.div_ceil(10) {
        work(run)?;
    }
    let mut times = Vec::with_capacity(runs);
    for run in 0..runs {
        let begun = Instant::now();
        work(run)?;
        times.push(begun.elapsed());
    }
    times.sort_unstable();
    Ok(times)
}

fn report(kind: &str, name: &str, sorted: &[Duration]) {
    let at = |share: usize| sorted[(sorted.len() - 1) * share / 100].as_secs_f64() * 1000.0;
    println!("{name}: {:.1} ms at the 5th, {:.1} ms at the 95th of 100, {} runs", at(5), at(95), sorted.len());
    println!("{kind}\t{name}\t{:.2}\tms", at(50));
}
