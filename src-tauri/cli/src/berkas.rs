//! Files that commands read and write: pages of a file as an import would take them, and new files that touch no other.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read as _, Write as _};
use std::path::Path;

use loket_core::capture::PictureFormat;
use loket_core::error::{Code, Error};
use loket_core::surel::{self, Delivery, MOST_BYTES, Page};

use crate::failure::Failure;

pub(crate) fn read(file: &Path) -> Result<Delivery, Error> {
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

/// Writes each page under a new name; a file that is already there is never touched.
pub(crate) fn save(folder: &Path, number: usize, pages: &[Page]) -> Result<Vec<String>, Failure> {
    let mut saved = Vec::new();
    for (index, page) in pages.iter().enumerate() {
        let name = format!("{number:02}-{:03}.{}", index + 1, extension(page.format));
        let path = folder.join(name);
        write_new(&path, &page.bytes)?;
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

/// Writes a file that was not there; what is not whole is taken away again.
pub(crate) fn write_new(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let file = OpenOptions::new().write(true).create_new(true).open(path);
    let mut file = file.map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => Failure::Ended(format!(
            "{} sudah ada dan tidak ditimpa. Pilih folder yang kosong.",
            path.display()
        )),
        _ => error.into(),
    })?;
    if let Err(error) = file.write_all(bytes) {
        let _ = fs::remove_file(path);
        return Err(error.into());
    }
    Ok(())
}

pub(crate) fn sentences(error: &Error) -> String {
    format!("{} {}", error.what_happened(), error.what_to_do())
}

/// A path may hold what steers a terminal.
pub(crate) fn plain(text: &str) -> String {
    text.chars().map(|letter| if letter.is_control() { '?' } else { letter }).collect()
}
