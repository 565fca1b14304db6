//! From the newcomer's click to the open practice office: founded, its morning told, every card drawn.

use std::time::Instant;

use loket_core::actions::{KdfParams, World, practice};
use loket_core::specimen::scenario;

use crate::figures::{Times, timed};
use crate::{Outcome, Place};

const RUNS: usize = 7;

pub(crate) fn founding() -> Outcome {
    let mut ready = Vec::new();
    for _ in 0..RUNS {
        let place = Place::new()?;
        // What the desk calls, with what the desk gives it.
        ready.push(timed(|| {
            practice::open_or_found(&place.office(), World::default()).map_err(|refused| refused.error.into())
        })?);
    }
    let ready = Times::of(ready);
    ready.describe("the practice office");
    parts()?;
    ready.measure("practice");
    Ok(())
}

/// What it consists of, one after the other and alone; the office draws several guests at once.
fn parts() -> Outcome {
    let place = Place::new()?;
    let guest = scenario("S-01").ok_or("S-01 has cards")?;
    let begun = Instant::now();
    let (ktp, npwp) = (guest.ktp.draw()?, guest.npwp.draw()?);
    println!("of that, both cards of one guest drawn: {:.0} ms", begun.elapsed().as_secs_f64() * 1000.0);
    let begun = Instant::now();
    drop((practice::photograph(&ktp, 1)?, practice::photograph(&npwp, 2)?));
    println!("both photographed: {:.0} ms", begun.elapsed().as_secs_f64() * 1000.0);
    let begun = Instant::now();
    let empty = place.found(practice::PASSWORD, KdfParams::practice())?;
    println!("an empty office founded: {:.0} ms", begun.elapsed().as_secs_f64() * 1000.0);
    empty.lock(false)?;
    Ok(())
}
