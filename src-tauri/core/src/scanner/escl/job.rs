//! One job, from its order to its last page.

use std::thread;
use std::time::Duration;

use super::super::{Heard, Stop, Trouble};
use super::http::{Answer, Client, http_trouble};
use super::settings::Settings;
use super::{jpeg, state};

/// How often a device that is not ready is asked again, and how many times.
const PAUSE: Duration = Duration::from_secs(1);
const TRIES_OF_ORDER: u32 = 10;
const TRIES_OF_PAGE: u32 = 30;

/// How often somebody who waits looks whether he is stopped.
const BEAT: Duration = Duration::from_millis(20);

type Hear<'a> = &'a mut dyn FnMut(Heard) -> Result<(), Trouble>;

/// A page that was heard stands, whatever follows it.
pub(super) fn run(client: &Client, settings: &Settings, stop: &Stop, heard: Hear<'_>) -> Result<(), Trouble> {
    if let Some(trouble) = trouble_now(client, settings) {
        return Err(trouble);
    }
    order(client, settings, stop, heard)?;
    let done = pages(client, settings, stop, heard);
    client.delete_job();
    done
}

/// What the device says of itself; a device that says nothing is in no trouble.
fn trouble_now(client: &Client, settings: &Settings) -> Option<Trouble> {
    state::trouble_of(&client.document("/ScannerStatus").ok()?, settings.is_from_glass())
}

fn order(client: &Client, settings: &Settings, stop: &Stop, heard: Hear<'_>) -> Result<(), Trouble> {
    let document = settings.document();
    for _ in 0..TRIES_OF_ORDER {
        match client.order(&document)? {
            201 => return Ok(()),
            503 => wait(stop, heard)?,
            409 => {
                let from_glass = settings.is_from_glass();
                let usual = if from_glass { Trouble::Sibuk } else { Trouble::PengumpanKosong };
                return Err(trouble_now(client, settings).unwrap_or(usual));
            }
            status => return Err(http_trouble(status)),
        }
    }
    Err(Trouble::Sibuk)
}

fn pages(client: &Client, settings: &Settings, stop: &Stop, heard: Hear<'_>) -> Result<(), Trouble> {
    let mut came = 0_u32;
    let mut tries = 0;
    loop {
        if stop.is_asked() {
            return Err(Trouble::Dibatalkan);
        }
        let mut progress = |read, of| heard(Heard::Progress { read, of });
        match client.next_page(stop, &mut progress)? {
            Answer::Page(bytes) => {
                // What a stopped job sends last may be cut anywhere.
                if stop.is_asked() {
                    return Err(Trouble::Dibatalkan);
                }
                heard(Heard::Page(jpeg::page_of(&bytes, settings)?))?;
                (came, tries) = (came + 1, 0);
                if settings.is_from_glass() {
                    return Ok(());
                }
            }
            Answer::Status(503) if tries < TRIES_OF_PAGE => {
                // A jam shows here first: the page is never ready.
                match trouble_now(client, settings) {
                    // The last sheet is in the machine, and nothing lies in the feeder any more.
                    None | Some(Trouble::PengumpanKosong | Trouble::Pemanasan) => {}
                    Some(trouble) => return Err(trouble),
                }
                tries += 1;
                wait(stop, heard)?;
            }
            Answer::Status(503) => return Err(Trouble::Sibuk),
            Answer::Status(404 | 409 | 410) => return ended(client, settings, came),
            Answer::Status(status) => {
                return Err(trouble_now(client, settings).unwrap_or(http_trouble(status)));
            }
        }
    }
}

/// There is no further page. After a jam the job ends in the same words, and only the state of the feeder tells.
fn ended(client: &Client, settings: &Settings, came: u32) -> Result<(), Trouble> {
    match trouble_now(client, settings) {
        Some(Trouble::PengumpanKosong) | None if came > 0 => Ok(()),
        Some(trouble) => Err(trouble),
        None if settings.is_from_glass() => Err(Trouble::Terputus),
        None => Err(Trouble::PengumpanKosong),
    }
}

/// Says that it is still there, too: the desk gives up on a helper that says nothing for long.
fn wait(stop: &Stop, heard: Hear<'_>) -> Result<(), Trouble> {
    heard(Heard::Progress { read: 0, of: None })?;
    for _ in 0..PAUSE.as_millis() / BEAT.as_millis() {
        if stop.is_asked() {
            return Err(Trouble::Dibatalkan);
        }
        thread::sleep(BEAT);
    }
    Ok(())
}
