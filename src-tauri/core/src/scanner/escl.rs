//! eSCL: scanners of the network and of `ipp-usb`, spoken to over HTTP without any driver.
//!
//! Interface: eSCL Technical Specification 2.97 of the Mopria Alliance. It runs in the helper process like every driver:
//! what a device in the network answers is read where it can be ended, and never in the desk.

mod able;
mod address;
mod discovery;
mod http;
mod job;
mod jpeg;
mod settings;
mod state;
mod tls;
mod xml;

use self::able::Able;
pub(super) use self::address::is_address;
pub(super) use self::discovery::found;
use self::http::Client;
use super::{Capabilities, Device, Heard, Order, Stop, Trouble};

/// The devices behind what a person typed: an address of the network, with or without a port, or the whole URL.
pub(super) fn at(typed: &str) -> Result<Vec<Device>, Trouble> {
    let mut last = Trouble::TidakDitemukan;
    for address in address::guesses(typed).ok_or(Trouble::TidakDitemukan)? {
        match Escl::open(&address) {
            Ok(escl) => return Ok(vec![escl.device()]),
            Err(trouble) => last = trouble,
        }
    }
    Err(last)
}

/// A device that answered.
pub(super) struct Escl {
    client: Client,
    able: Able,
}

impl Escl {
    pub(super) fn open(address: &str) -> Result<Self, Trouble> {
        let client = Client::to(address)?;
        let able = Able::read(&client.document("/ScannerCapabilities")?).ok_or(Trouble::TidakDitemukan)?;
        Ok(Self { client, able })
    }

    fn device(&self) -> Device {
        Device {
            address: self.client.address().to_owned(),
            model: self.able.model.clone(),
            id: self.able.uuid.clone(),
        }
    }

    pub(super) fn capabilities(&self) -> Capabilities {
        let mut able = self.able.capabilities();
        able.certificate = self.client.certificate();
        able
    }

    /// What takes back the job that runs, from another thread.
    pub(super) fn canceller(&self) -> Box<dyn FnOnce() + Send> {
        let client = self.client.clone();
        Box::new(move || client.delete_job())
    }

    pub(super) fn scan(
        &self,
        order: &Order,
        stop: &Stop,
        heard: &mut dyn FnMut(Heard) -> Result<(), Trouble>,
    ) -> Result<(), Trouble> {
        let settings = self.able.settings(order).ok_or(Trouble::Ditolak)?;
        job::run(&self.client, &settings, stop, heard)
    }
}

#[cfg(test)]
mod tests;
