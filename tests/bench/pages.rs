//! A deed as an office's scanner files it: a PDF of thirty sheets at 300 dpi, until it lies sealed in the Baki.

use loket_core::actions::kiriman::Incoming;
use loket_core::actions::{KdfParams, practice};
use loket_core::kiriman::KirimanSource;
use loket_tests::escl_device::page;
use loket_tests::scans::pdf_of;

use crate::figures::{repeat, timed};
use crate::letter::most_memory;
use crate::{Outcome, Place};

const SHEETS: usize = 30;
/// A4 at 300 dpi.
const SHEET: (u32, u32) = (2480, 3508);

pub(crate) fn pages() -> Outcome {
    let jpeg = page(SHEET.0, SHEET.1);
    let scanned = |run: usize| {
        // The same file is not taken twice.
        let mut pdf = pdf_of(&vec![(jpeg.clone(), SHEET.0, SHEET.1); SHEETS]);
        pdf.extend_from_slice(format!("\n%{run}\n").as_bytes());
        pdf
    };
    println!("{SHEETS} sheets, {} MB", scanned(0).len() / 1_000_000);
    let place = Place::new()?;
    let mut session = place.found(practice::PASSWORD, KdfParams::cheap_for_tests())?;
    let times = repeat(5, |run| {
        let pdf = scanned(run);
        timed(|| {
            let incoming = Incoming::read("akta.pdf", KirimanSource::Seret, pdf)?;
            let kiriman = session.receive_kiriman(incoming)?;
            let came = session.kiriman(&kiriman)?.pages.len();
            if came == SHEETS { Ok(()) } else { Err("a page is missing".into()) }
        })
    })?;
    session.lock(false)?;
    times.describe("pages");
    times.measure("pages");
    println!("measure\tpages-memory\t{:.0}\tMB", most_memory()?);
    Ok(())
}
