//! `baca-surel`: what a message or a loose attachment would bring, without an office.
//!
//! Nothing is kept unless a folder is named. A refused attachment is an answer; a file that cannot be read at
//! all is a failure, and the other files are still read.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read as _, Write};
use std::path::{Path, PathBuf};

use loket_core::capture::PictureFormat;
use loket_core::error::{Code, Error};
use loket_core::surel::{self, Delivery, MOST_BYTES, Page};
use serde::Serialize;

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

fn read(file: &Path) -> Result<Delivery, Error> {
    let missing = |error: io::Error| match error.kind() {
        io::ErrorKind::NotFound => Error::new(Code::NotFound, "no such file")
            .saying("Berkas ini tidak ditemukan.")
            .advising("Periksa nama dan foldernya."),
        _ => {
            Error::new(Code::Io, format!("i/o: {:?}", error.kind())).saying("Berkas ini tidak dapat dibaca.")
        }
    };
    let mut bytes = Vec::new();
    // One byte more than may be opened tells that there are too many.
    File::open(file)
        .and_then(|opened| opened.take(MOST_BYTES as u64 + 1).read_to_end(&mut bytes))
        .map_err(missing)?;
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    surel::read(&name, &bytes)
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

/// Writes each page under a new name; a file that is already there is never touched.
fn save(folder: &Path, number: usize, pages: &[Page]) -> Result<Vec<String>, Failure> {
    let mut saved = Vec::new();
    for (index, page) in pages.iter().enumerate() {
        let name = format!("{number:02}-{:03}.{}", index + 1, extension(page.format));
        let path = folder.join(name);
        let file = OpenOptions::new().write(true).create_new(true).open(&path);
        let mut file = file.map_err(|error| match error.kind() {
            io::ErrorKind::AlreadyExists => Failure::Ended(format!(
                "{} sudah ada dan tidak ditimpa. Pilih folder yang kosong.",
                path.display()
            )),
            _ => error.into(),
        })?;
        file.write_all(&page.bytes)?;
        saved.push(path.display().to_string());
    }
    Ok(saved)
}

fn extension(format: PictureFormat) -> &'static str {
    match format {
        PictureFormat::Jpeg => "jpg",
        PictureFormat::Png => "png",
        PictureFormat::Tiff => "tif",
        PictureFormat::Webp => "webp",
        PictureFormat::Bmp => "bmp",
    }
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

fn sentences(error: &Error) -> String {
    format!("{} {}", error.what_happened(), error.what_to_do())
}

/// A path may hold what steers a terminal.
fn plain(text: &str) -> String {
    text.chars().map(|letter| if letter.is_control() { '?' } else { letter }).collect()
}

fn write_json(line: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer(&mut *out, line)?;
    out.write_all(b"\n")
}
