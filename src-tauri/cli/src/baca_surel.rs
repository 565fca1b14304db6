//! `baca-surel`: what a message or a loose attachment would bring, without an office.
//!
//! Nothing is kept unless a folder is named. A refused attachment is an answer; a file that cannot be read at
//! all is a failure, and the other files are still read.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use loket_core::capture::PictureFormat;
use loket_core::error::Code;
use loket_core::surel::{Delivery, Page};
use serde::Serialize;

use crate::berkas::{plain, read, save, sentences};
use crate::failure::Failure;

/// A file that was read, in the order of its keys.
#[derive(Serialize)]
struct Told<'a> {
    berkas: &'a str,
    /// Nothing for a loose attachment.
    pengirim: Option<&'a str>,
    nama_pengirim: Option<&'a str>,
    tanggal: Option<String>,
    perihal: Option<&'a str>,
    halaman: Vec<TakenPage<'a>>,
    ditolak: Vec<Reason<'a>>,
}

#[derive(Serialize)]
struct TakenPage<'a> {
    nama: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    halaman_ke: Option<u32>,
    jenis: PictureFormat,
    lebar: u32,
    tinggi: u32,
    byte: usize,
    /// Where it was written, under `--keluar`.
    #[serde(skip_serializing_if = "Option::is_none")]
    disimpan: Option<String>,
}

#[derive(Serialize)]
struct Reason<'a> {
    nama: &'a str,
    kode: Code,
    sebab: String,
}

/// A file that could not be read: it has no pages.
#[derive(Serialize)]
struct Unread<'a> {
    berkas: &'a str,
    kode: Code,
    kesalahan: String,
}

pub(crate) fn run(
    files: &[PathBuf],
    json: bool,
    folder: Option<&Path>,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    if let Some(folder) = folder {
        fs::create_dir_all(folder)?;
    }
    let mut unread = 0;
    for (index, file) in files.iter().enumerate() {
        let shown = plain(&file.display().to_string());
        match read(file) {
            Ok(delivery) => {
                let saved = match folder {
                    Some(folder) => save(folder, index + 1, &delivery.pages)?,
                    None => Vec::new(),
                };
                tell(&told(&shown, &delivery, saved), json, out)?;
            }
            Err(error) => {
                unread += 1;
                let kesalahan = sentences(&error);
                if json {
                    write_json(&Unread { berkas: &shown, kode: error.code, kesalahan }, out)?;
                } else {
                    writeln!(out, "{shown}\n  TIDAK TERBACA  {kesalahan}")?;
                }
            }
        }
        out.flush()?;
    }
    if unread > 0 {
        return Err(Failure::Ended(format!("{unread} berkas tidak terbaca. Periksa berkas yang disebut.")));
    }
    Ok(())
}

fn told<'a>(shown: &'a str, delivery: &'a Delivery, saved: Vec<String>) -> Told<'a> {
    let envelope = delivery.envelope.as_ref();
    let mut saved = saved.into_iter();
    let page = |page: &'a Page| TakenPage {
        nama: &page.name,
        halaman_ke: page.sheet,
        jenis: page.format,
        lebar: page.width,
        tinggi: page.height,
        byte: page.bytes.len(),
        disimpan: saved.next(),
    };
    Told {
        berkas: shown,
        pengirim: envelope.map(|envelope| envelope.sender.as_str()),
        nama_pengirim: envelope.map(|envelope| envelope.sender_name.as_str()),
        tanggal: envelope.and_then(|envelope| envelope.sent_at).map(|at| at.to_rfc3339()),
        perihal: envelope.map(|envelope| envelope.subject.as_str()),
        halaman: delivery.pages.iter().map(page).collect(),
        ditolak: delivery
            .refused
            .iter()
            .map(|refused| Reason {
                nama: &refused.name,
                kode: refused.why.code,
                sebab: sentences(&refused.why),
            })
            .collect(),
    }
}

fn tell(told: &Told<'_>, json: bool, out: &mut dyn Write) -> io::Result<()> {
    if json {
        return write_json(told, out);
    }
    writeln!(out, "{}", told.berkas)?;
    if let Some(sender) = told.pengirim {
        let name = told.nama_pengirim.filter(|name| !name.is_empty());
        let sender = name.map_or_else(|| sender.to_owned(), |name| format!("{name} <{sender}>"));
        writeln!(out, "  Dari     {sender}")?;
        writeln!(out, "  Tanggal  {}", told.tanggal.as_deref().unwrap_or("tidak tertulis"))?;
        writeln!(out, "  Perihal  {}", told.perihal.unwrap_or_default())?;
    }
    for page in &told.halaman {
        let of = page.halaman_ke.map(|number| format!(", halaman {number}")).unwrap_or_default();
        let TakenPage { nama, jenis, lebar, tinggi, byte, .. } = page;
        write!(out, "  Halaman  {nama}{of}: {}, {lebar} x {tinggi}, {byte} byte", word(*jenis))?;
        writeln!(out, "{}", page.disimpan.as_ref().map(|path| format!(", {path}")).unwrap_or_default())?;
    }
    for reason in &told.ditolak {
        writeln!(out, "  DITOLAK  {}: {}", reason.nama, reason.sebab)?;
    }
    if told.halaman.is_empty() && told.ditolak.is_empty() {
        writeln!(out, "  Tanpa lampiran.")?;
    }
    Ok(())
}

fn word(format: PictureFormat) -> &'static str {
    match format {
        PictureFormat::Jpeg => "JPEG",
        PictureFormat::Png => "PNG",
        PictureFormat::Tiff => "TIFF",
        PictureFormat::Webp => "WebP",
        PictureFormat::Bmp => "BMP",
    }
}

fn write_json(line: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer(&mut *out, line)?;
    out.write_all(b"\n")
}
