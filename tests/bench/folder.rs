//! A morning's scans in the folder pindai: 100 photographs of 2 MB, taken by a process that is cut off halfway and by one
//! that goes on where the first was cut.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::Write as _;
use std::path::Path;
use std::process::Command;
use std::thread::sleep;
use std::time::{Duration, Instant};

use loket_core::actions::hot_folder::{Fate, Hindrance, Office, finish, take};
use loket_core::actions::{KdfParams, Session, World, practice};
use loket_core::error::Result;
use loket_core::hot_folder::{HotFolder, count_files};
use loket_core::store::sealed_file::content_sha256;
use loket_core::world::hex;

use crate::figures::Times;
use crate::letter::photograph;
use crate::memory::Started;
use crate::{Outcome, Place};

const FILES: usize = 100;
/// Bytes of a photograph at most.
const PHOTO: usize = 2_200_000;
/// Beside the office.
const FOLDER: &str = "pindai";

/// How often the desk looks through the folder (`LOOK_EVERY` of its watch).
const LOOK_EVERY: Duration = Duration::from_secs(1);
/// Finer than a file takes, so that the cut falls into the middle.
const GLANCE: Duration = Duration::from_millis(5);
/// A process that takes longer is stuck.
const PATIENCE: Duration = Duration::from_secs(300);

/// Begins a comment inside a JPEG; its length follows, and counts itself.
const COMMENT: [u8; 2] = [0xff, 0xfe];
const START_OF_IMAGE: usize = 2;

/// Without an office the figure is taken; with one this process is the desk that empties the folder beside it.
pub(crate) fn folder(office: Option<&str>) -> Outcome {
    office.map_or_else(cut_and_finished, |office| empty(Path::new(office)))
}

fn cut_and_finished() -> Outcome {
    let place = Place::new()?;
    let folder = place.office().with_file_name(FOLDER);
    place.found(practice::PASSWORD, KdfParams::cheap_for_tests())?.lock(false)?;
    fs::create_dir(&folder)?;
    let scans = scan_into(&folder)?;

    let begun = Instant::now();
    cut_halfway(start(&place)?, &folder)?;
    if !start(&place)?.0.wait()?.success() {
        return Err("the second process did not come to its end".into());
    }
    let took = begun.elapsed();

    prove(&place, &folder, &scans)?;
    let times = Times::of(vec![took]);
    times.describe("folder");
    times.measure("folder");
    Ok(())
}

/// Writes the photographs, each with a comment of its own, and answers the hashes of their contents. They are on the disk
/// before the clock starts: a device scans them over hours.
fn scan_into(folder: &Path) -> Outcome<BTreeSet<String>> {
    let photo = photograph((60..=100).rev(), PHOTO)?;
    println!("{FILES} photographs of {} kB", photo.len() / 1000);
    let mut hashes = BTreeSet::new();
    for number in 0..FILES {
        let scan = commented(&photo, &format!("Pindaian contoh {number}"));
        let mut file = File::create(folder.join(format!("SCAN_{number:04}.JPG")))?;
        file.write_all(&scan)?;
        file.sync_all()?;
        hashes.insert(hex(&content_sha256(&scan)));
    }
    if hashes.len() == FILES { Ok(hashes) } else { Err("two photographs are the same".into()) }
}

/// The same picture as another file.
fn commented(jpeg: &[u8], comment: &str) -> Vec<u8> {
    let length = (comment.len() + 2) as u16;
    let (start, rest) = jpeg.split_at(START_OF_IMAGE);
    [start, &COMMENT[..], &length.to_be_bytes()[..], comment.as_bytes(), rest].concat()
}

fn start(place: &Place) -> Outcome<Started> {
    let mut program = Command::new(std::env::current_exe()?);
    Ok(Started(program.arg("folder").arg(place.office()).spawn()?))
}

/// Kills the process as soon as half of the files are gone.
fn cut_halfway(mut desk: Started, folder: &Path) -> Outcome {
    while count_files(folder)? > FILES / 2 {
        if desk.0.try_wait()?.is_some() {
            return Err("the first process ended before it was cut off".into());
        }
        sleep(GLANCE);
    }
    desk.0.kill()?;
    if desk.0.wait()?.success() {
        return Err("the first process was not cut off".into());
    }
    let left = count_files(folder)?;
    let aside = fs::read_dir(folder)?.count() - left;
    println!("cut off with {left} files in the folder, {aside} more aside");
    if left == 0 { Err("nothing was left for the second process".into()) } else { Ok(()) }
}

/// Every file is in the Baki once, with the entry that its source was removed, and the folder holds nothing, be it hidden.
fn prove(place: &Place, folder: &Path, scans: &BTreeSet<String>) -> Outcome {
    let left = fs::read_dir(folder)?.count();
    if left > 0 {
        return Err(format!("{left} files are left in the folder").into());
    }
    let session = unlock(&place.office())?;
    let baki = session.baki()?;
    let contents: BTreeSet<String> = baki.iter().map(|kiriman| kiriman.file.content_sha256.clone()).collect();
    if baki.len() != FILES || contents != *scans {
        let (kiriman, contents) = (baki.len(), contents.len());
        return Err(format!("{kiriman} kiriman with {contents} contents came of {FILES} files").into());
    }
    for kiriman in &baki {
        if !session.store().reader().source_is_removed(&kiriman.id)? {
            return Err("a file was removed without an entry".into());
        }
    }
    let report = session.store().check_archive()?;
    if !report.is_clean() {
        return Err(format!("the archive has faults: {:?}", report.faults).into());
    }
    println!(
        "{} sealed files opened, {} left without an act by the cut",
        report.files_opened, report.orphans
    );
    Ok(session.lock(false)?)
}

fn unlock(office: &Path) -> Outcome<Session> {
    let session = Session::unlock(office, practice::USERNAME, practice::PASSWORD, World::default());
    Ok(session.map_err(|refused| refused.error)?)
}

/// Who sits at the desk of the process that takes the files.
struct Seat(RefCell<Session>);

impl Office for Seat {
    fn moment<T>(&self, work: impl FnOnce(&mut Session) -> Result<T>) -> Result<T> {
        work(&mut self.0.borrow_mut())
    }
}

/// As the desk does it: first what a cut left aside, then look after look, until nothing lies there any more.
fn empty(office: &Path) -> Outcome {
    let seat = Seat(RefCell::new(unlock(office)?));
    let mut folder = HotFolder::open(office.with_file_name(FOLDER), false)?;
    finish(&seat, &folder)?;
    let begun = Instant::now();
    loop {
        take_what_is_whole(&seat, &mut folder)?;
        if folder.waiting() == 0 {
            return Ok(seat.0.into_inner().lock(false)?);
        }
        if begun.elapsed() > PATIENCE {
            return Err("the folder does not become empty".into());
        }
        sleep(LOOK_EVERY);
    }
}

fn take_what_is_whole(seat: &Seat, folder: &mut HotFolder) -> Outcome {
    let now = Instant::now();
    for file in folder.look(now)? {
        match take(seat, folder, &file) {
            Ok(Fate::Taken | Fate::Known) => folder.forget(&file),
            Ok(Fate::NotYet) => {}
            Err(Hindrance::File(why) | Hindrance::Office(why)) => return Err(why.into()),
        }
    }
    Ok(())
}
