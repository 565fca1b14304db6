//! Cuts at random moments: the parent kills the child without a warning.

use std::io::Read as _;
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use crate::Office;
use crate::aftermath::{Known, Tally, Words, inspect};
use crate::child::FOLDER;

/// A child is killed at the latest after this long; most are killed much earlier.
const LONGEST: Duration = Duration::from_millis(240);

pub fn kill_at_random_moments(office: &Office, kills: usize, seed: u64) -> Tally {
    let (mut known, mut tally) = (Known::default(), Tally::default());
    let mut dice = seed;
    for _ in 0..kills {
        let mut child = Command::new(std::env::current_exe().expect("this program"))
            .env(FOLDER, office.folder())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the child runs");
        thread::sleep(LONGEST.mul_f64(fraction(&mut dice)));
        child.kill().expect("killed");
        let mut output = Vec::new();
        child.stdout.take().expect("pipe").read_to_end(&mut output).expect("last words");
        child.wait().expect("ended");
        inspect(office, &Words::parse(&output), &mut known, &mut tally);
    }
    tally
}

/// Between 0 and 1 (SplitMix64).
fn fraction(state: &mut u64) -> f64 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut z = *state;
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    (z >> 11) as f64 / (1_u64 << 53) as f64
}
