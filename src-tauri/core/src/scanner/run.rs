//! A scan from its beginning to its end: every page is kept before the next one is asked for.

use super::{Heard, Order, Page, Scanner, Stop, Trouble};

/// How a scan ended. Pages that were kept stand, whatever became of the rest.
#[derive(Debug, PartialEq, Eq)]
pub struct Ended<E> {
    pub kept: u32,
    /// Somebody stopped it.
    pub stopped: bool,
    /// Why no more came.
    pub failed: Option<E>,
}

/// Scans, tells how far it is, and keeps what comes. `keep` answers whether it kept the page; it does not where the scan was
/// stopped meanwhile. Nothing more is scanned that cannot be kept, and what kept it from being kept is the reason that is
/// told.
pub fn scan_into<E: From<Trouble>>(
    scanner: &dyn Scanner,
    address: &str,
    order: &Order,
    stop: &Stop,
    tell: &mut dyn FnMut(&Heard),
    keep: &mut dyn FnMut(Page) -> Result<bool, E>,
) -> Ended<E> {
    let (mut kept, mut refused) = (0, None);
    let done = scanner.scan(address, order, stop, &mut |heard| {
        tell(&heard);
        let Heard::Page(page) = heard else { return };
        if refused.is_some() {
            return;
        }
        match keep(page) {
            Ok(true) => kept += 1,
            Ok(false) => {}
            Err(error) => {
                refused = Some(error);
                stop.stop();
            }
        }
    });
    match (refused, done) {
        (Some(error), _) => Ended { kept, stopped: false, failed: Some(error) },
        (None, Err(Trouble::Dibatalkan)) => Ended { kept, stopped: true, failed: None },
        (None, Err(trouble)) => Ended { kept, stopped: false, failed: Some(trouble.into()) },
        // Stopped after the last byte, before its page was kept.
        (None, Ok(())) => Ended { kept, stopped: kept == 0 && stop.is_asked(), failed: None },
    }
}

#[cfg(test)]
#[path = "run_test.rs"]
mod tests;
