//! What was promised, measured: `loket-bench act | keystroke | seal | home | typing | practice | bukti |
//! letter | inbox | pages | folder | scan | ministry | memory DESK`, run by `cargo xtask bench`.
//!
//! Each figure is the median of many runs through the actions of the desk, in an office on a real
//! disk. Figures that nobody promised are printed beside them as plain lines.
#![expect(clippy::print_stdout, reason = "figures are read from standard output")]

mod archive;
mod figures;
mod folder;
mod founding;
#[cfg(target_os = "linux")]
mod inbox;
mod keystroke;
mod letter;
mod memory;
mod ministry;
mod pages;
mod paper;
mod rival;
#[cfg(target_os = "linux")]
mod scan;
mod trace;
mod typing;

use std::error::Error;
use std::path::PathBuf;
use std::process::ExitCode;

use loket_core::actions::{KdfParams, Session, World, practice};
use loket_core::capture::{self, Taken};
use loket_core::document::{DocumentKind, PictureSource};
use loket_core::form::{FormField, Profil};
use loket_core::permohonan::Channel;
use loket_core::privacy;
use loket_core::scanner::driver;
use loket_core::specimen::place_on_desk;
use loket_tests::cards::guest_of;

use crate::figures::{repeat, timed};

type Outcome<T = ()> = Result<T, Box<dyn Error>>;

const FULL_HD: (u32, u32) = (1920, 1080);
/// What a WebView writes when the desk asks its canvas for a JPEG.
const JPEG_QUALITY: u8 = 92;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    // It is its own helper, as the desk is.
    if words.first().is_some_and(|word| word == driver::ARGUMENT) {
        return driver::run();
    }
    let outcome = match words.first().map(String::as_str) {
        Some("act") => act(),
        Some("keystroke") => keystroke::keystroke(),
        Some("seal") => seal(),
        Some("home") => archive::home(),
        Some("typing") => typing::typing(),
        Some("practice") => founding::founding(),
        Some("bukti") => paper::bukti(),
        Some("letter") => letter::letter(),
        #[cfg(target_os = "linux")]
        Some("inbox") => inbox::inbox(),
        Some("pages") => pages::pages(),
        Some("folder") => folder::folder(words.get(1).map(String::as_str)),
        #[cfg(target_os = "linux")]
        Some("scan") => scan::scan(),
        Some("ministry") => ministry::ministry(),
        Some("memory") => memory::memory(words.get(1).map(String::as_str)),
        _ => Err(
            "loket-bench act | keystroke | seal | home | typing | practice | bukti | letter | inbox | pages \
             | folder | scan | ministry | memory DESK"
                .into(),
        ),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// A folder for an office, which goes away with the figures.
struct Place(tempfile::TempDir);

impl Place {
    /// On the disk that holds the build and never on a memory disk: what is measured is durable.
    fn new() -> Outcome<Self> {
        let program = std::env::current_exe()?;
        let beside = program.parent().ok_or("the program has no folder")?;
        Ok(Self(tempfile::tempdir_in(beside)?))
    }

    fn office(&self) -> PathBuf {
        self.0.path().join("kantor")
    }

    fn found(&self, password: &str, kdf: KdfParams) -> Outcome<Session> {
        Ok(practice::found_empty(&self.office(), password, kdf, World::default())?)
    }
}

fn open_case(session: &mut Session) -> Outcome<String> {
    Ok(session.open_permohonan(Profil::BadanUsaha, Channel::TatapMuka, privacy::NOTICE_VERSION)?)
}

/// One field typed: an entry in the log, the tables changed, everything synced.
fn act() -> Outcome {
    let place = Place::new()?;
    let mut session = place.found(practice::PASSWORD, KdfParams::cheap_for_tests())?;
    let case = open_case(&mut session)?;
    let times = repeat(300, |run| {
        timed(|| {
            Ok(session.set_form_field(&case, FormField::Alamat, &format!("Jalan Contoh Nomor {run}"))?)
        })
    })?;
    times.describe("act");
    times.measure("act");
    Ok(())
}

/// A webcam picture handed over until it lies sealed and an act cites it.
fn seal() -> Outcome {
    let place = Place::new()?;
    let mut session = place.found(practice::PASSWORD, KdfParams::cheap_for_tests())?;
    let case = open_case(&mut session)?;
    let desk = place_on_desk(&guest_of("S-01").ktp.draw()?, 1, FULL_HD)?;
    let jpeg = capture::encode_jpeg(&desk.image, JPEG_QUALITY)?;
    println!("a picture of {} kB", jpeg.len() / 1000);
    let times = repeat(60, |_| {
        timed(|| {
            // As the desk does it: checked before the lock, sealed under it.
            let taken = Taken::check(DocumentKind::Ktp, jpeg.clone())?;
            Ok(session.add_picture(&case, PictureSource::Kamera, taken)?)
        })
    })?;
    times.describe("seal");
    times.measure("seal");
    Ok(())
}
