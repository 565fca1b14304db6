//! A request as vendors send it: twelve photographs in one message of 25 megabytes, until it is a permohonan.

use std::fs;

use loket_core::actions::kiriman::Incoming;
use loket_core::actions::{KdfParams, Session, practice};
use loket_core::capture::encode_jpeg;
use loket_core::form::Profil;
use loket_core::kiriman::KirimanSource;
use loket_core::permohonan::Channel;
use loket_core::privacy::NOTICE_VERSION;
use loket_core::specimen::place_on_desk;
use loket_core::surel;
use loket_tests::Letter;
use loket_tests::cards::guest_of;

use crate::figures::{repeat, timed};
use crate::{Outcome, Place};

const ATTACHMENTS: usize = 12;
/// Bytes of the whole message, base64 and all.
const LETTER: usize = 25_000_000;
const SUBJECT: &[u8] = b"Permohonan verifikasi";
/// Five megapixels, as a telephone sends them when it is asked for the middle size.
const PHOTO: (u32, u32) = (2592, 1944);

pub(crate) fn letter() -> Outcome {
    let letter = written()?;
    println!("{} bytes with {ATTACHMENTS} attachments", letter.len());
    let times = repeat(5, |_| {
        timed(|| {
            let delivery = surel::read("permohonan.eml", &letter)?;
            if delivery.pages.len() != ATTACHMENTS {
                return Err("a page is missing".into());
            }
            Ok(delivery)
        })
    })?;
    times.describe("read");
    let place = Place::new()?;
    let mut session = place.found(practice::PASSWORD, KdfParams::cheap_for_tests())?;
    let subject = letter.windows(SUBJECT.len()).position(|each| each == SUBJECT).ok_or("no subject")?;
    let times = repeat(5, |run| {
        // The same message is not taken twice.
        let mut letter = letter.clone();
        letter[subject] = b'A' + run as u8;
        timed(|| becomes_a_permohonan(&mut session, letter))
    })?;
    session.lock(false)?;
    times.describe("letter");
    times.measure("letter");
    println!("measure\tletter-memory\t{:.0}\tMB", most_memory()?);
    Ok(())
}

/// What happens when an officer drops the message into the Baki and opens a permohonan from it: each page is sealed
/// there, and the message is sealed anew as its request.
fn becomes_a_permohonan(session: &mut Session, letter: Vec<u8>) -> Outcome<String> {
    let incoming = Incoming::read("permohonan.eml", KirimanSource::Seret, letter)?;
    let kiriman = session.receive_kiriman(incoming)?;
    let case = session.open_permohonan(Profil::BadanUsaha, Channel::Daring, NOTICE_VERSION)?;
    session.take_request(&case, &kiriman)?;
    if session.kiriman(&kiriman)?.pages.len() != ATTACHMENTS {
        return Err("a page is missing".into());
    }
    Ok(case)
}

/// Photographs as large as the message has room for.
fn written() -> Outcome<Vec<u8>> {
    let fitting = photograph((60..=95).rev().step_by(5), LETTER / ATTACHMENTS * 3 / 4)?;
    let mut letter =
        Letter::from("kantor@alasroban.example", "Mon, 23 Nov 2026 08:12:30 +0700", str::from_utf8(SUBJECT)?);
    for number in 0..ATTACHMENTS {
        letter = letter.attach(&format!("{number}.jpg"), "image/jpeg", &fitting);
    }
    Ok(letter.bytes())
}

/// A photograph of a card with the noise of a sensor, in the first of these qualities that is no larger than `most` bytes.
pub(crate) fn photograph(qualities: impl Iterator<Item = u8>, most: usize) -> Outcome<Vec<u8>> {
    let card = guest_of("S-01").ktp.draw()?;
    let mut photo = place_on_desk(&card, 7, PHOTO)?.image;
    let mut noise = 1_u32;
    for value in photo.as_mut() {
        noise = noise.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        *value = value.saturating_add((noise >> 28) as u8);
    }
    let mut photos = qualities.filter_map(|quality| encode_jpeg(&photo, quality).ok());
    photos.find(|jpeg| jpeg.len() <= most).ok_or_else(|| "no quality fits".into())
}

/// Megabytes that this program held at its fullest, the message itself among them.
pub(crate) fn most_memory() -> Outcome<f64> {
    let status = fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).ok_or("no high-water mark")?;
    let kilobytes: f64 = line.split_whitespace().next().ok_or("no number")?.parse()?;
    Ok(kilobytes / 1024.0)
}
