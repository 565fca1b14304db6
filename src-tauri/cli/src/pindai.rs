//! `pindai`: pages of a scanner into files, without an office.

use std::fs;
use std::io::Write;
use std::path::Path;

use loket_core::scanner::host::Drivers;
use loket_core::scanner::{Device, Heard, Order, Page, Reach, Scanner as _, Stop, held_to};

use crate::berkas::write_new;
use crate::failure::Failure;
use crate::perangkat::sentences;

pub(crate) fn run(scanner: &str, order: &Order, folder: &Path, out: &mut dyn Write) -> Result<(), Failure> {
    fs::create_dir_all(folder)?;
    let drivers = Drivers::in_program(std::env::current_exe()?);
    let told = |trouble| Failure::Ended(sentences(trouble));
    // What is an address of the network already is not looked for.
    let is_url = scanner.starts_with("http://") || scanner.starts_with("https://");
    let address = if is_url {
        let found = drivers.devices(&Reach::At(scanner.to_owned())).map_err(told)?;
        let address = found.into_iter().next().map(|device| device.address).unwrap_or_default();
        match scanner.split_once('#') {
            Some((_, certificate)) => held_to(&address, certificate),
            None => address,
        }
    } else {
        // The network is asked only for what is not found at this computer.
        let here = drivers.devices(&Reach::Here).unwrap_or_default();
        let is_here = here.iter().any(|device| device.address == scanner || device.model == scanner);
        let devices = if is_here { here } else { drivers.devices(&Reach::Network).map_err(told)? };
        address_of(scanner, devices)?
    };
    let (mut pages, mut failed) = (0, None);
    let stop = Stop::default();
    let done = drivers.scan(&address, order, &stop, &mut |heard| {
        let Heard::Page(page) = heard else { return };
        if failed.is_some() {
            return;
        }
        pages += 1;
        if let Err(failure) = keep(&page, &folder.join(format!("halaman-{pages:03}.png")), out) {
            // Nothing more is scanned that cannot be kept.
            failed = Some(failure);
            stop.stop();
        }
    });
    match (failed, done) {
        (Some(failure), _) => Err(failure),
        (None, Err(trouble)) => Err(told(trouble)),
        (None, Ok(())) => Ok(()),
    }
}

/// By its address or id, or by a name that only one of them has. A name is what is remembered, so it may also be the only
/// way.
fn address_of(scanner: &str, devices: Vec<Device>) -> Result<String, Failure> {
    if devices.iter().any(|device| device.address == scanner) {
        return Ok(scanner.to_owned());
    }
    if let Some(device) = devices.iter().find(|device| device.id.as_deref() == Some(scanner)) {
        return Ok(device.address.clone());
    }
    let mut named = devices.into_iter().filter(|device| device.model == scanner).map(|device| device.address);
    match (named.next(), named.next()) {
        (Some(address), None) => Ok(address),
        (Some(_), Some(_)) => {
            Err(Failure::Ended("Lebih dari satu pemindai bernama begitu. Sebutkan alamatnya.".to_owned()))
        }
        // A driver may open what it does not list.
        (None, _) => Ok(scanner.to_owned()),
    }
}

fn keep(page: &Page, path: &Path, out: &mut dyn Write) -> Result<(), Failure> {
    let png = page.to_png().map_err(|error| Failure::Ended(error.what_happened().to_owned()))?;
    write_new(path, &png)?;
    writeln!(out, "{}: {} x {}, {} dpi", path.display(), page.width, page.height, page.dpi)?;
    Ok(())
}
