//! Scanner: originals from a flatbed or a feeder, through the driver of the system.
//!
//! A driver may crash or hang, so it runs in a helper process of Loket's own program ([`driver`]) that is ended when it
//! falls silent ([`host`]); pages come through a pipe ([`wire`]) and never as files.

mod cut;
pub mod driver;
mod escl;
pub mod host;
mod order;
mod page;
mod run;
#[cfg(target_os = "linux")]
mod sane;
mod trouble;
pub mod wire;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use serde::{Deserialize, Serialize};

pub use cut::Cut;
pub use order::{
    Area, Capabilities, Device, LARGEST_MM, LEAST_DPI, MOST_DPI, Mode, Order, Source, USUAL_DPI,
};
pub use page::{MOST_BYTES, Page};
pub use run::{Ended, scan_into};
pub use trouble::Trouble;

/// What is heard while a scan runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heard {
    /// Bytes of this page that came, and how many it will have where the device knows.
    Progress {
        read: u64,
        of: Option<u64>,
    },
    Page(Page),
}

/// How far one looks for scanners.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reach {
    /// At this computer; nothing goes into the network.
    Here,
    /// Also in the network, which only a person asks for.
    Network,
    /// Behind this address of the network, as a person typed it.
    At(String),
}

/// Stops a scan from elsewhere.
#[derive(Clone, Debug, Default)]
pub struct Stop(Arc<AtomicBool>);

impl Stop {
    pub fn stop(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    pub fn is_asked(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// The address of a device that is held to the certificate with this fingerprint.
pub fn held_to(address: &str, certificate: &str) -> String {
    format!("{address}#{certificate}")
}

/// A way to scanners.
pub trait Scanner {
    /// What is found now; none where the system has no such drivers.
    fn devices(&self, reach: &Reach) -> Result<Vec<Device>, Trouble>;

    fn capabilities(&self, address: &str) -> Result<Capabilities, Trouble>;

    /// Scans until the glass or the feeder is done. A page that was heard stands, whatever follows it.
    ///
    /// # Errors
    /// [`Trouble::Dibatalkan`] after [`Stop::stop`], at the latest half a second later.
    fn scan(
        &self,
        address: &str,
        order: &Order,
        stop: &Stop,
        heard: &mut dyn FnMut(Heard),
    ) -> Result<(), Trouble>;
}

#[cfg(test)]
mod tests;
