//! `perangkat`: the scanners that are found, and what each can do.

use std::io::{self, Write};

use loket_core::scanner::host::Drivers;
use loket_core::scanner::{Capabilities, Device, Mode, Reach, Scanner as _, Source, Trouble};
use serde::Serialize;

use crate::failure::Failure;

#[derive(Serialize)]
struct Able<'a> {
    nama: &'a str,
    alamat: &'a str,
    pengenal: Option<&'a str>,
    sumber: &'a [Source],
    ragam: &'a [Mode],
    dpi: &'a [u32],
    kaca_mm: [f64; 2],
    sertifikat: Option<&'a str>,
}

#[derive(Serialize)]
struct Silent<'a> {
    nama: &'a str,
    alamat: &'a str,
    kendala: Trouble,
    kesalahan: String,
}

pub(crate) fn run(json: bool, local: bool, out: &mut dyn Write) -> Result<(), Failure> {
    let drivers = Drivers::in_program(std::env::current_exe()?);
    let reach = if local { Reach::Here } else { Reach::Network };
    let devices = drivers.devices(&reach).map_err(|trouble| Failure::Ended(sentences(trouble)))?;
    let mut silent = 0;
    for device in &devices {
        match drivers.capabilities(&device.address) {
            Ok(able) => tell(device, &able, json, out)?,
            Err(trouble) => {
                silent += 1;
                tell_silent(device, trouble, json, out)?;
            }
        }
        out.flush()?;
    }
    if devices.is_empty() && !json {
        writeln!(out, "Tidak ada pemindai yang ditemukan.")?;
    }
    if silent > 0 {
        return Err(Failure::Ended(format!("{silent} pemindai tidak menjawab.")));
    }
    Ok(())
}

pub(crate) fn sentences(trouble: Trouble) -> String {
    format!("{} {}", trouble.what_happened(), trouble.what_to_do())
}

fn tell(device: &Device, able: &Capabilities, json: bool, out: &mut dyn Write) -> io::Result<()> {
    let Device { address, model, id } = device;
    let Capabilities { sources, modes, dpi, bed_mm, certificate } = able;
    if json {
        let able = Able {
            nama: model,
            alamat: address,
            pengenal: id.as_deref(),
            sumber: sources,
            ragam: modes,
            dpi,
            kaca_mm: *bed_mm,
            sertifikat: certificate.as_deref(),
        };
        return write_json(&able, out);
    }
    let list = |words: Vec<String>| words.join(", ");
    writeln!(out, "{model}\n  Alamat    {address}")?;
    if let Some(id) = id {
        writeln!(out, "  Pengenal  {id}")?;
    }
    writeln!(out, "  Sumber    {}", list(sources.iter().map(|one| source(*one).to_owned()).collect()))?;
    writeln!(out, "  Ragam     {}", list(modes.iter().map(|one| mode(*one).to_owned()).collect()))?;
    writeln!(out, "  Resolusi  {} dpi", list(dpi.iter().map(u32::to_string).collect()))?;
    writeln!(out, "  Kaca      {:.0} x {:.0} mm", bed_mm[0], bed_mm[1])
}

fn tell_silent(device: &Device, trouble: Trouble, json: bool, out: &mut dyn Write) -> io::Result<()> {
    let Device { address, model, .. } = device;
    let kesalahan = sentences(trouble);
    if json {
        return write_json(&Silent { nama: model, alamat: address, kendala: trouble, kesalahan }, out);
    }
    writeln!(out, "{model}\n  Alamat    {address}\n  TIDAK MENJAWAB  {kesalahan}")
}

fn source(source: Source) -> &'static str {
    match source {
        Source::Kaca => "kaca",
        Source::Pengumpan => "pengumpan",
        Source::PengumpanBolakBalik => "pengumpan bolak-balik",
    }
}

fn mode(mode: Mode) -> &'static str {
    match mode {
        Mode::Warna => "warna",
        Mode::Abu => "abu-abu",
    }
}

fn write_json(line: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer(&mut *out, line)?;
    out.write_all(b"\n")
}
