//! Cuts at random moments: the parent kills the child without a warning.
//!
//! A moment is so many reported acts and then so many milliseconds, so that a slow machine cuts as
//! often in the middle of the story as a fast one.

use std::io::{BufRead as _, BufReader, Read as _};
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use crate::Office;
use crate::aftermath::{Known, Tally, Words, inspect};
use crate::child::FOLDER;
use crate::day::{BEGAN, began};

/// Lines that a child may report before its last moment begins.
const MOST_LINES: f64 = 9.0;
/// An act takes a few milliseconds, one with a paper much longer.
const SHORT: Duration = Duration::from_millis(15);
const LONG: Duration = Duration::from_millis(300);

/// A new office after so many cuts: every look checks the whole of it.
const CUTS_PER_OFFICE: usize = 40;

pub fn kill_at_random_moments(kills: usize, seed: u64) -> Tally {
    let mut tally = Tally::default();
    let mut dice = seed;
    let mut left = kills;
    while left > 0 {
        let office = Office::new(&format!("acak-{left}"));
        let mut known = Known::default();
        for _ in 0..left.min(CUTS_PER_OFFICE) {
            let words = live_and_die(&office, &mut dice);
            inspect(&office, &words, &mut known, &mut tally);
        }
        left = left.saturating_sub(CUTS_PER_OFFICE);
    }
    tally
}

fn live_and_die(office: &Office, dice: &mut u64) -> Words {
    let mut child = Command::new(std::env::current_exe().expect("this program"))
        .env(FOLDER, office.folder())
        .env(BEGAN, began().to_string())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("the child runs");
    let mut pipe = BufReader::new(child.stdout.take().expect("pipe"));
    let mut output = Vec::new();
    for _ in 0..(MOST_LINES * fraction(dice)) as usize {
        pipe.read_until(b'\n', &mut output).expect("a line");
    }
    let longest = if fraction(dice) < 0.75 { SHORT } else { LONG };
    thread::sleep(longest.mul_f64(fraction(dice)));
    child.kill().expect("killed");
    pipe.read_to_end(&mut output).expect("last words");
    child.wait().expect("ended");
    Words::parse(&output)
}

/// Between 0 and 1 (SplitMix64).
fn fraction(state: &mut u64) -> f64 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut z = *state;
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    (z >> 11) as f64 / (1_u64 << 53) as f64
}
