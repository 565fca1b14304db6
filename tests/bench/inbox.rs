//! An inbox that was never tidied: 1,000 messages, every third with scans, on a real Dovecot on loopback.

use loket_core::mailbox::{Inbox, MOST_LISTED};
use loket_tests::Letter;
use loket_tests::mail_server::Server;

use crate::Outcome;
use crate::figures::{repeat, timed};

/// Bytes of the scans in a message.
const SCANS: usize = 200_000;

pub(crate) fn inbox() -> Outcome {
    let server = Server::start();
    let (bare, full) =
        (Letter::of_slamet(), Letter::of_slamet().attach("ktp.jpg", "image/jpeg", &[0x5a; SCANS]));
    for number in 0..MOST_LISTED as usize {
        server.arrive(number, &if number % 3 == 0 { &full } else { &bare }.bytes());
    }
    let account = server.inbox();
    let inbox = Inbox::of(&account);
    // What Dovecot keeps of an inbox is made by the first visit; an office makes it once.
    let first = timed(|| Ok(inbox.list()?))?;
    println!("first visit: {:.0} ms", first.as_secs_f64() * 1000.0);
    let times = repeat(10, |_| {
        timed(|| {
            let listed = inbox.list()?;
            if listed.len() != MOST_LISTED as usize {
                return Err("a message is missing".into());
            }
            Ok(listed)
        })
    })?;
    times.describe("inbox");
    times.measure("inbox");
    Ok(())
}
