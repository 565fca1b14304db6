//! Scans that end in the middle, told by a scanner that does as it is told.

use super::*;
use crate::scanner::{Capabilities, Device, Mode, Reach, Source};

/// So many pages, and then this end.
struct Stack(u8, Result<(), Trouble>);

impl Scanner for Stack {
    fn devices(&self, _: &Reach) -> Result<Vec<Device>, Trouble> {
        Ok(Vec::new())
    }

    fn capabilities(&self, _: &str) -> Result<Capabilities, Trouble> {
        Err(Trouble::TidakDitemukan)
    }

    fn scan(&self, _: &str, _: &Order, stop: &Stop, heard: &mut dyn FnMut(Heard)) -> Result<(), Trouble> {
        for number in 1..=self.0 {
            if stop.is_asked() {
                return Err(Trouble::Dibatalkan);
            }
            heard(Heard::Progress { read: 1, of: Some(1) });
            heard(Heard::Page(Page::new(1, 1, Mode::Abu, 300, vec![number]).unwrap()));
        }
        self.1
    }
}

#[derive(Debug, PartialEq, Eq)]
enum Why {
    Trouble(Trouble),
    DiskFull,
}

impl From<Trouble> for Why {
    fn from(trouble: Trouble) -> Self {
        Self::Trouble(trouble)
    }
}

const ORDER: Order = Order { source: Source::Pengumpan, mode: Mode::Abu, dpi: 300, area: None };

fn ended(stack: &Stack, keep: impl Fn(u8, &Stop) -> Result<bool, Why>) -> (Ended<Why>, Vec<u8>) {
    let stop = Stop::default();
    let mut offered = Vec::new();
    let mut keep = |page: Page| {
        offered.push(page.pixels[0]);
        keep(page.pixels[0], &stop)
    };
    let ended = scan_into(stack, "", &ORDER, &stop, &mut |_| {}, &mut keep);
    (ended, offered)
}

#[test]
fn every_page_of_a_stack_is_kept() {
    let (ended, offered) = ended(&Stack(3, Ok(())), |_, _| Ok(true));
    assert_eq!((ended, offered), (Ended { kept: 3, stopped: false, failed: None }, vec![1, 2, 3]));
}

#[test]
fn pages_before_a_jam_stand_and_the_jam_is_told() {
    let (ended, _) = ended(&Stack(2, Err(Trouble::KertasMacet)), |_, _| Ok(true));
    let failed = Some(Why::Trouble(Trouble::KertasMacet));
    assert_eq!(ended, Ended { kept: 2, stopped: false, failed });
}

#[test]
fn a_page_that_cannot_be_kept_ends_the_scan_and_is_the_reason() {
    let keep = |page, _: &Stop| if page == 3 { Err(Why::DiskFull) } else { Ok(true) };
    let (ended, offered) = ended(&Stack(9, Ok(())), keep);
    assert_eq!(ended, Ended { kept: 2, stopped: false, failed: Some(Why::DiskFull) });
    assert_eq!(offered, [1, 2, 3], "nothing more is scanned");
}

#[test]
fn a_scan_that_is_stopped_is_stopped_and_no_failure() {
    let keep = |page, stop: &Stop| {
        if page == 2 {
            stop.stop();
        }
        Ok(page < 2)
    };
    let (ended, offered) = ended(&Stack(9, Ok(())), keep);
    assert_eq!((ended, offered), (Ended { kept: 1, stopped: true, failed: None }, vec![1, 2]));
}

#[test]
fn a_scan_that_is_stopped_after_its_last_byte_says_so_too() {
    let keep = |_, stop: &Stop| {
        stop.stop();
        Ok(false)
    };
    let (ended, _) = ended(&Stack(1, Ok(())), keep);
    assert_eq!(ended, Ended { kept: 0, stopped: true, failed: None });
}
