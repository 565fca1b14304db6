//! Power cuts: a child process lives through a whole case and is cut off, again and again.
//!
//! First at every numbered write point of the story, one after the other; then at random moments.
//! After each cut the office must open, its log verify, its tables be the fold of that log, no
//! number be missing or used twice, everything the child had reported be there, and at most the
//! picture on screen be lost. The child goes on where the last one was cut off.
//!
//! `LOKET_KILLS` says how many random cuts (200 otherwise), `LOKET_KILL_SEED` repeats their moments.

mod aftermath;
mod child;
mod cutter;
mod day;
mod random;
mod story;
mod sweep;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use loket_core::capture;
use loket_core::specimen::scenario;

use crate::aftermath::Tally;

const RANDOM_KILLS: usize = 200;

fn main() -> ExitCode {
    if let Some(folder) = std::env::var_os(child::FOLDER) {
        return child::live(Path::new(&folder));
    }
    let began = Instant::now();
    let kills = number("LOKET_KILLS").unwrap_or(RANDOM_KILLS);
    let seed = number("LOKET_KILL_SEED").unwrap_or(20_261_123) as u64;
    // Two offices at once: the sweep of the write points on one, the random moments on the other.
    let random = std::thread::spawn(move || random::kill_at_random_moments(kills, seed));
    let swept = sweep::cut_at_every_point(&Office::new("titik"));
    let Ok(random) = random.join() else { return ExitCode::FAILURE };
    report("write points", &swept);
    report("random moments", &random);
    say(&format!("{} s", began.elapsed().as_secs()));
    // Every story above ends by checking the archive and would have stopped here: nothing was lost.
    say("measure\tkill\t0\tcases");
    say("test result: ok. 2 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out");
    ExitCode::SUCCESS
}

fn number(name: &str) -> Option<usize> {
    std::env::var(name).ok()?.parse().ok()
}

fn report(what: &str, tally: &Tally) {
    say(&format!(
        "{what}: {} cuts, {} acts reported and found, {} cases finished, {} verifications paused, \
         at most {} picture lost at once, {} sealed files left without an act",
        tally.cuts, tally.acts, tally.finished, tally.paused, tally.most_pictures_lost, tally.orphans
    ));
}

#[expect(clippy::print_stdout, reason = "the counts are what this program is for")]
fn say(line: &str) {
    println!("{line}");
}

/// A folder on the real disk, so that fsync means something, which goes away with the test.
struct Office {
    root: PathBuf,
}

impl Office {
    fn new(name: &str) -> Self {
        let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("kill-{}-{name}", std::process::id()));
        let _ = std::fs::remove_dir_all(&root);
        std::fs::create_dir_all(&root).expect("a folder under target");
        for (file, card) in cards() {
            std::fs::write(root.join(file), card).expect("a photograph");
        }
        Self { root }
    }

    fn folder(&self) -> PathBuf {
        self.root.join("kantor")
    }
}

/// The two cards as small pictures: their pixels play no part in a power cut.
fn cards() -> [(&'static str, Vec<u8>); 2] {
    let guest = scenario("S-01").expect("scenario");
    let jpeg = |card| capture::encode_jpeg(&capture::thumbnail(&card, 96), 80).expect("JPEG");
    [
        (child::KTP, jpeg(guest.ktp.draw().expect("card"))),
        (child::NPWP, jpeg(guest.npwp.draw().expect("card"))),
    ]
}

impl Drop for Office {
    fn drop(&mut self) {
        // A failed test keeps its office, to be looked at.
        if !std::thread::panicking() {
            let _ = std::fs::remove_dir_all(&self.root);
        }
    }
}
