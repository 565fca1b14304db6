//! The scan that runs at this desk, and the page that was on the glass until it is cut. Pages live in memory only, and
//! nothing of them outlives the session.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use loket_core::scanner::{Capabilities, Heard, Order, Page, Stop, Trouble};
use serde::{Deserialize, Serialize};

/// What this computer remembers of scanners: by maker and model, because places on the bus and addresses change.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct KnownScanners {
    pub last: Option<String>,
    pub orders: BTreeMap<String, Order>,
}

impl KnownScanners {
    /// What was asked of this model last, where it still takes that; else what is usual.
    pub fn order(&self, model: &str, able: &Capabilities) -> Order {
        let known = self.orders.get(model).map(|order| Order { area: None, ..*order });
        known.filter(|order| able.takes(order)).unwrap_or_else(|| able.usual())
    }

    #[must_use]
    pub fn with(&self, model: &str, order: Order) -> Self {
        let mut orders = self.orders.clone();
        orders.insert(model.to_owned(), Order { area: None, ..order });
        Self { last: Some(model.to_owned()), orders }
    }
}

#[derive(Default)]
pub struct Scans(Mutex<State>);

#[derive(Default)]
struct State {
    underway: Option<(u64, Underway)>,
    /// The page that lay on the glass, by the name under which the window asks for it.
    page: Option<(String, Arc<Page>)>,
    counted: u64,
}

/// How far a scan is.
#[derive(Clone, Debug, Default)]
pub struct Underway {
    stop: Stop,
    /// Pages that came whole.
    pub pages: u32,
    /// Bytes of the next one.
    pub read: u64,
    pub of: Option<u64>,
}

/// The right to scan: one at a time, given back when it is dropped.
pub struct Turn<'a> {
    scans: &'a Scans,
    number: u64,
    pub stop: Stop,
}

impl Scans {
    /// # Errors
    /// [`Trouble::Sibuk`] while another scan runs.
    pub fn begin(&self) -> Result<Turn<'_>, Trouble> {
        let mut state = self.enter();
        if state.underway.is_some() {
            return Err(Trouble::Sibuk);
        }
        state.counted += 1;
        let number = state.counted;
        let underway = Underway::default();
        let stop = underway.stop.clone();
        state.underway = Some((number, underway));
        Ok(Turn { scans: self, number, stop })
    }

    pub fn underway(&self) -> Option<Underway> {
        self.enter().underway.as_ref().map(|(_, underway)| underway.clone())
    }

    pub fn stop(&self) {
        if let Some((_, underway)) = &self.enter().underway {
            underway.stop.stop();
        }
    }

    pub fn page(&self, name: &str) -> Option<Arc<Page>> {
        self.enter().page.as_ref().filter(|(kept, _)| kept == name).map(|(_, page)| Arc::clone(page))
    }

    /// Nothing of a scan stays, and one that runs is stopped.
    pub fn forget(&self) {
        self.stop();
        self.enter().page = None;
    }

    fn enter(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Turn<'_> {
    /// Keeps count of what comes.
    pub fn hear(&self, heard: &Heard) {
        let mut state = self.scans.enter();
        let Some((_, underway)) = &mut state.underway else { return };
        match *heard {
            Heard::Progress { read, of } => (underway.read, underway.of) = (read, of),
            Heard::Page(_) => (underway.pages, underway.read, underway.of) = (underway.pages + 1, 0, None),
        }
    }

    /// Keeps the page from the glass in place of the one before it. None where the scan was stopped meanwhile: whoever
    /// stopped it wants no page.
    pub fn keep(&self, page: Page) -> Option<String> {
        let mut state = self.scans.enter();
        if self.stop.is_asked() {
            return None;
        }
        let name = self.number.to_string();
        state.page = Some((name.clone(), Arc::new(page)));
        Some(name)
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        self.scans.enter().underway = None;
    }
}

#[cfg(test)]
mod tests {
    use loket_core::scanner::{Mode, Source};

    use super::*;

    fn page(grey: u8) -> Page {
        Page::new(2, 1, Mode::Abu, 300, vec![grey; 2]).unwrap()
    }

    #[test]
    fn one_scan_runs_at_a_time() {
        let scans = Scans::default();
        let turn = scans.begin().unwrap();
        assert_eq!(scans.begin().err(), Some(Trouble::Sibuk));
        drop(turn);
        assert!(scans.underway().is_none());
        assert!(scans.begin().is_ok());
    }

    #[test]
    fn progress_counts_the_pages_that_came_and_the_bytes_of_the_next() {
        let scans = Scans::default();
        let turn = scans.begin().unwrap();
        turn.hear(&Heard::Progress { read: 10, of: Some(40) });
        turn.hear(&Heard::Page(page(1)));
        turn.hear(&Heard::Progress { read: 20, of: None });
        let underway = scans.underway().unwrap();
        assert_eq!((underway.pages, underway.read, underway.of), (1, 20, None));
    }

    #[test]
    fn a_page_is_had_by_its_own_name_until_the_next_one_or_until_it_is_forgotten() {
        let scans = Scans::default();
        let first = scans.begin().unwrap().keep(page(1)).unwrap();
        assert!(scans.page(&first).is_some());
        let second = scans.begin().unwrap().keep(page(2)).unwrap();
        assert!(scans.page(&first).is_none(), "the window may not cut a page that nobody sees any more");
        assert_eq!(scans.page(&second).unwrap().pixels, [2, 2]);
        scans.forget();
        assert!(scans.page(&second).is_none());
    }

    #[test]
    fn what_is_forgotten_while_it_runs_is_stopped_and_leaves_no_page() {
        let scans = Scans::default();
        let turn = scans.begin().unwrap();
        scans.forget();
        assert!(turn.stop.is_asked());
        assert_eq!(turn.keep(page(3)), None);
    }

    #[test]
    fn a_scanner_is_asked_for_what_it_was_asked_last_and_for_the_usual_where_it_cannot() {
        let able = Capabilities {
            sources: vec![Source::Kaca],
            modes: vec![Mode::Abu, Mode::Warna],
            dpi: vec![150, 200, 400, 600],
            bed_mm: [216.0, 297.0],
        };
        let usual = Order { source: Source::Kaca, mode: Mode::Warna, dpi: 200, area: None };
        let known = KnownScanners::default();
        assert_eq!(known.order("A", &able), usual, "the resolution nearest to 300, the lower of two");
        let grey = Order { mode: Mode::Abu, dpi: 600, ..usual };
        let known = known.with("A", grey);
        assert_eq!((known.order("A", &able), known.order("B", &able)), (grey, usual));
        assert_eq!(known.last.as_deref(), Some("A"));
        let feeder = known.with("A", Order { source: Source::Pengumpan, ..grey });
        assert_eq!(feeder.order("A", &able), usual, "the feeder is gone");
    }
}
