//! `perangkat`: the scanners, printers and cameras that are found, what each can do and how it stands.

use std::io::{self, Write};

use loket_core::actions::perangkat::until_it_prints;
use loket_core::camera::{Camera, cameras};
use loket_core::printer::{PrintTrouble, Printer, Queue, Spool};
use loket_core::scanner::host::Drivers;
use loket_core::scanner::{Capabilities, Device, Mode, Reach, Scanner as _, Source, Trouble};
use serde::Serialize;

use crate::failure::Failure;

/// The kind of a device, as the lines name it.
#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
enum Jenis {
    Pemindai,
    Printer,
    Kamera,
}

#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
enum Keadaan {
    Siap,
    Bermasalah,
}

#[derive(Serialize)]
struct Able<'a> {
    jenis: Jenis,
    keadaan: Keadaan,
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
    jenis: Jenis,
    keadaan: Keadaan,
    nama: &'a str,
    alamat: &'a str,
    kendala: Trouble,
    kesalahan: String,
}

/// None of a kind could be listed.
#[derive(Serialize)]
struct Unlisted<K: Serialize, S: Serialize> {
    jenis: Jenis,
    keadaan: Keadaan,
    kendala: K,
    kesalahan: S,
}

#[derive(Serialize)]
struct QueueLine<'a> {
    jenis: Jenis,
    keadaan: Keadaan,
    nama: &'a str,
    bawaan: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    kendala: Option<PrintTrouble>,
    #[serde(skip_serializing_if = "Option::is_none")]
    kesalahan: Option<String>,
}

#[derive(Serialize)]
struct Lens<'a> {
    jenis: Jenis,
    keadaan: Keadaan,
    nama: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    kendala: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    kesalahan: Option<&'static str>,
}

pub(crate) fn run(json: bool, local: bool, out: &mut dyn Write) -> Result<(), Failure> {
    let drivers = Drivers::in_program(std::env::current_exe()?);
    let reach = if local { Reach::Here } else { Reach::Network };
    let (devices, failed) = match drivers.devices(&reach) {
        Ok(devices) => (devices, None),
        Err(trouble) => (Vec::new(), Some(trouble)),
    };
    let mut silent = usize::from(failed.is_some());
    if let Some(trouble) = failed {
        tell_unlisted(trouble, json, out)?;
    }
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
    if devices.is_empty() && failed.is_none() && !json {
        writeln!(out, "Tidak ada pemindai yang ditemukan.")?;
    }
    let hindered = tell_printers(json, out)? + tell_cameras(json, out)?;
    if silent + hindered > 0 {
        return Err(Failure::Ended(format!("{} perangkat bermasalah.", silent + hindered)));
    }
    Ok(())
}

/// How many of them are hindered.
fn tell_printers(json: bool, out: &mut dyn Write) -> io::Result<usize> {
    let Some(queues) = Spool::default().installed() else {
        const SILENT: &str = "Layanan cetak komputer ini tidak menjawab.";
        if json {
            let silent = Unlisted {
                jenis: Jenis::Printer,
                keadaan: Keadaan::Bermasalah,
                kendala: "tidak_menjawab",
                kesalahan: SILENT,
            };
            write_json(&silent, out)?;
        } else {
            writeln!(out, "{SILENT}")?;
        }
        return Ok(1);
    };
    let mut hindered = 0;
    for Queue { printer: Printer { name, is_default }, trouble } in &queues {
        let trouble = *trouble;
        hindered += usize::from(trouble.is_some());
        let told = trouble.map(|trouble| format!("{} {}", trouble.what_happened(), until_it_prints(trouble)));
        if json {
            let line = QueueLine {
                jenis: Jenis::Printer,
                keadaan: standing(trouble.is_none()),
                nama: name,
                bawaan: *is_default,
                kendala: trouble,
                kesalahan: told,
            };
            write_json(&line, out)?;
            continue;
        }
        writeln!(out, "{name}\n  Printer   {}", if *is_default { "bawaan" } else { "pilihan" })?;
        if let Some(told) = told {
            writeln!(out, "  BERMASALAH  {told}")?;
        }
    }
    if queues.is_empty() && !json {
        writeln!(out, "Tidak ada printer yang ditemukan.")?;
    }
    Ok(hindered)
}

/// How many of them are hindered.
fn tell_cameras(json: bool, out: &mut dyn Write) -> io::Result<usize> {
    const BARRED: &str =
        "Pengguna komputer ini tidak diberi izin memakai kamera. Minta izin kepada admin komputer.";
    let cameras = cameras();
    for Camera { name, allowed } in &cameras {
        if json {
            let lens = Lens {
                jenis: Jenis::Kamera,
                keadaan: standing(*allowed),
                nama: name,
                kendala: (!allowed).then_some("tanpa_izin"),
                kesalahan: (!allowed).then_some(BARRED),
            };
            write_json(&lens, out)?;
            continue;
        }
        writeln!(out, "{name}\n  Kamera")?;
        if !allowed {
            writeln!(out, "  BERMASALAH  {BARRED}")?;
        }
    }
    if cameras.is_empty() && !json {
        writeln!(out, "Tidak ada kamera yang ditemukan.")?;
    }
    Ok(cameras.iter().filter(|camera| !camera.allowed).count())
}

fn standing(is_ready: bool) -> Keadaan {
    if is_ready { Keadaan::Siap } else { Keadaan::Bermasalah }
}

fn tell_unlisted(trouble: Trouble, json: bool, out: &mut dyn Write) -> io::Result<()> {
    let kesalahan = sentences(trouble);
    if !json {
        return writeln!(out, "{kesalahan}");
    }
    let (jenis, keadaan) = (Jenis::Pemindai, Keadaan::Bermasalah);
    write_json(&Unlisted { jenis, keadaan, kendala: trouble, kesalahan }, out)
}

pub(crate) fn sentences(trouble: Trouble) -> String {
    format!("{} {}", trouble.what_happened(), trouble.what_to_do())
}

fn tell(device: &Device, able: &Capabilities, json: bool, out: &mut dyn Write) -> io::Result<()> {
    let Device { address, model, id } = device;
    let Capabilities { sources, modes, dpi, bed_mm, certificate } = able;
    if json {
        let able = Able {
            jenis: Jenis::Pemindai,
            keadaan: Keadaan::Siap,
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
        let silent = Silent {
            jenis: Jenis::Pemindai,
            keadaan: Keadaan::Bermasalah,
            nama: model,
            alamat: address,
            kendala: trouble,
            kesalahan,
        };
        return write_json(&silent, out);
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
