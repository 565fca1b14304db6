//! Somebody types while the largest picture is opened beside it: what a key waits for is never pixels.

use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use loket_core::actions::picture::PictureVariant;
use loket_core::actions::{KdfParams, Session, practice};
use loket_core::capture::{self, MAX_PIXELS, Taken};
use loket_core::document::{DocumentKind, PictureSource};
use loket_core::form::FormField;
use loket_core::specimen::place_on_desk;
use loket_tests::cards::guest_of;

use crate::figures::{Times, repeat, timed};
use crate::{JPEG_QUALITY, Outcome, Place, open_case};

/// Just below what Loket takes in.
const LARGEST: (u32, u32) = (7300, 5475);
const RUNS: usize = 200;
/// A quick hand. Spread like this, the keys fall into every part of the look, and nobody is starved of the lock.
const BETWEEN_KEYS: Duration = Duration::from_millis(25);

pub(crate) fn typing() -> Outcome {
    let place = Place::new()?;
    let mut session = place.found(practice::PASSWORD, KdfParams::cheap_for_tests())?;
    let case = open_case(&mut session)?;
    let photo = place_on_desk(&guest_of("S-01").ktp.draw()?, 1, LARGEST)?;
    assert!(u64::from(LARGEST.0) * u64::from(LARGEST.1) <= MAX_PIXELS);
    let jpeg = capture::encode_jpeg(&photo.image, JPEG_QUALITY)?;
    println!("a picture of {} MP, {} MB", LARGEST.0 * LARGEST.1 / 1_000_000, jpeg.len() / 1_000_000);
    let taken = Taken::check(DocumentKind::Ktp, jpeg)?;
    let picture = session.add_picture(&case, PictureSource::Berkas, taken)?;
    session.crop_picture(&case, &picture, photo.corners, 0)?;
    drop(photo);

    // As in the desk: one lock, and two who want it.
    let desk = Mutex::new(session);
    let alone = typed(&desk, &case, 0)?;
    alone.describe("a field typed and the case seen, nothing beside it");
    let left = AtomicBool::new(false);
    let beside = std::thread::scope(|scope| {
        let looking = scope.spawn(|| look(&desk, &case, &picture, &left).map_err(|error| error.to_string()));
        let times = typed(&desk, &case, 2 * RUNS);
        left.store(true, Ordering::Relaxed);
        looking.join().map_err(|_| "the looking thread fell over")??.describe("the picture opened and drawn");
        times
    })?;
    beside.describe("the same while the picture is opened again and again");
    // The median key falls beside the look, not into it: what is felt is the slow twentieth.
    let added = (beside.p95() - alone.p95()).max(0.0);
    println!("measure\ttyping\t{added:.2}\tms");
    Ok(())
}

pub(crate) fn typed(desk: &Mutex<Session>, case: &str, first: usize) -> Outcome<Times> {
    repeat(RUNS, |run| {
        std::thread::sleep(BETWEEN_KEYS);
        timed(|| key(desk, case, first + run))
    })
}

fn key(desk: &Mutex<Session>, case: &str, run: usize) -> Outcome {
    let mut session = desk.lock().map_err(|_| "the desk fell over")?;
    session.set_form_field(case, FormField::Alamat, &format!("Jalan Contoh Nomor {run}"))?;
    session.see_case(case)?;
    Ok(())
}

/// The way of the desk: the look is written and the bytes come out under the lock, the rest follows outside.
fn look(desk: &Mutex<Session>, case: &str, picture: &str, left: &AtomicBool) -> Outcome<Times> {
    let mut times = Vec::new();
    while times.is_empty() || !left.load(Ordering::Relaxed) {
        let begun = Instant::now();
        let look = desk.lock().map_err(|_| "the desk fell over")?.see_picture(
            case,
            picture,
            PictureVariant::Original,
            Some("Pengukuran"),
        )?;
        look.draw()?;
        times.push(begun.elapsed());
    }
    Ok(Times::of(times))
}
