//! The scan that runs at this desk, and the page that was on the glass until it is cut. Pages live in memory only, and
//! nothing of them outlives the session.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use loket_core::scanner::{Capabilities, Device, Heard, Order, Page, Stop, Trouble, held_to};
use serde::{Deserialize, Serialize};

/// What this computer remembers of scanners: by their id, or by maker and model where they have none, because places on the
/// bus and addresses change.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct KnownScanners {
    pub last: Option<String>,
    pub orders: BTreeMap<String, Order>,
    /// Devices of the network that somebody looked for. They are offered again without asking the network.
    pub places: Vec<Device>,
    /// Fingerprints of the certificates that they showed first.
    pub certificates: BTreeMap<String, String>,
}

/// So many devices of the network are remembered; who has more looks for them.
const MOST_PLACES: usize = 8;

/// By what a device is remembered.
pub fn name_of(device: &Device) -> &str {
    device.id.as_deref().unwrap_or(&device.model)
}

impl KnownScanners {
    /// What was asked of this device last, where it still takes that; else what is usual.
    pub fn order(&self, device: &Device, able: &Capabilities) -> Order {
        let known = self.orders.get(name_of(device)).map(|order| Order { area: None, ..*order });
        known.filter(|order| able.takes(order)).unwrap_or_else(|| able.usual())
    }

    /// Remembers what was asked of a device. One without a name could not be told from another.
    pub fn used(&mut self, device: &Device, order: Order) {
        let name = name_of(device);
        if !name.is_empty() {
            self.orders.insert(name.to_owned(), Order { area: None, ..order });
            self.last = Some(name.to_owned());
        }
    }

    /// Remembers a device of the network, at its newest address. One that showed a certificate is not remembered without.
    pub fn stands_at(&mut self, device: &Device) {
        if self.certificates.contains_key(self.key(device)) && !device.address.starts_with("https") {
            return;
        }
        self.places.retain(|known| known.address != device.address && !is_same(known, device));
        self.places.insert(0, device.clone());
        self.places.truncate(MOST_PLACES);
    }

    /// The address under which a device is asked: with the certificate that it is held to.
    pub fn address(&self, device: &Device) -> String {
        match self.certificates.get(self.key(device)) {
            Some(certificate) => held_to(&device.address, certificate),
            None => device.address.clone(),
        }
    }

    /// Holds a device to its certificate from now on. What it was held to before stays, unless it is to be renewed.
    pub fn hold(&mut self, device: &Device, certificate: &str, renew: bool) {
        let held =
            self.certificates.entry(self.key(device).to_owned()).or_insert_with(|| certificate.to_owned());
        if renew {
            certificate.clone_into(held);
        }
    }

    /// Where a device that is known stands now, when a search found it at another address.
    pub fn seen_at(&mut self, device: &Device) {
        let scheme = |address: &str| address.split_once(':').map(|(scheme, _)| scheme.to_owned());
        for place in &mut self.places {
            if is_same(place, device) && scheme(&place.address) == scheme(&device.address) {
                place.clone_from(device);
            }
        }
    }

    /// Two devices of one model have two certificates.
    fn key<'a>(&self, device: &'a Device) -> &'a str {
        device.id.as_deref().unwrap_or(&device.address)
    }
}

fn is_same(one: &Device, other: &Device) -> bool {
    one.id.is_some() && one.id == other.id
}

#[derive(Default)]
pub struct Scans(Mutex<State>);

#[derive(Default)]
struct State {
    underway: Option<Underway>,
    /// The page that lay on the glass, by the name under which the window asks for it.
    page: Option<(String, Arc<Page>)>,
    counted: u64,
    /// Somebody only looks how the scanners stand.
    looking: Option<Stop>,
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
    /// All that will come has come, and the device is only closed.
    pub came: bool,
}

/// The right to scan: one at a time, given back when it is dropped.
pub struct Turn {
    scans: Arc<Scans>,
    number: u64,
    pub stop: Stop,
}

impl Scans {
    /// # Errors
    /// [`Trouble::Sibuk`] while another scan runs.
    pub fn begin(self: &Arc<Self>) -> Result<Turn, Trouble> {
        let mut state = self.enter();
        if state.underway.is_some() {
            return Err(Trouble::Sibuk);
        }
        state.counted += 1;
        state.stop_looking();
        let underway = Underway::default();
        let stop = underway.stop.clone();
        state.underway = Some(underway);
        Ok(Turn { scans: Arc::clone(self), number: state.counted, stop })
    }

    /// A look at the scanners, which stops the one before: a device serves one helper at a time. Whoever scans goes before.
    ///
    /// # Errors
    /// [`Trouble::Sibuk`] while a scan runs.
    pub fn look(&self) -> Result<Stop, Trouble> {
        let mut state = self.enter();
        if state.underway.is_some() {
            return Err(Trouble::Sibuk);
        }
        state.stop_looking();
        let stop = Stop::default();
        state.looking = Some(stop.clone());
        Ok(stop)
    }

    pub fn underway(&self) -> Option<Underway> {
        self.enter().underway.clone()
    }

    pub fn stop(&self) {
        if let Some(underway) = &self.enter().underway {
            underway.stop.stop();
        }
    }

    pub fn page(&self, name: &str) -> Option<Arc<Page>> {
        self.enter().page.as_ref().filter(|(kept, _)| kept == name).map(|(_, page)| Arc::clone(page))
    }

    /// This page is wanted no more; another one stays.
    pub fn forget(&self, name: &str) {
        self.enter().page.take_if(|(kept, _)| kept == name);
    }

    /// Nothing of a scan stays, and one that runs is stopped.
    pub fn end(&self) {
        self.stop();
        let mut state = self.enter();
        state.stop_looking();
        state.page = None;
    }

    fn enter(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn stop_looking(&mut self) {
        if let Some(looking) = self.looking.take() {
            looking.stop();
        }
    }
}

impl Turn {
    /// Keeps count of what comes.
    pub fn hear(&self, heard: &Heard, only_one: bool) {
        let mut state = self.scans.enter();
        let Some(underway) = &mut state.underway else { return };
        match *heard {
            Heard::Progress { read, of } => (underway.read, underway.of) = (read, of),
            Heard::Page(_) => {
                (underway.pages, underway.read, underway.of) = (underway.pages + 1, 0, None);
                underway.came = only_one;
            }
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

impl Drop for Turn {
    fn drop(&mut self) {
        self.scans.enter().underway = None;
    }
}

#[cfg(test)]
#[path = "scans_test.rs"]
mod tests;
