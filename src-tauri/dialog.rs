//! The system's own file dialogs. The window learns the path of a chosen office folder and no other.

use std::path::{Path, PathBuf};

use loket_core::capture::MAX_BYTES;
use loket_core::error::{Code, Error, Result};

const PICTURES: [&str; 7] = ["jpg", "jpeg", "png", "tif", "tiff", "webp", "bmp"];

/// A folder for the office.
pub fn choose_folder() -> Option<PathBuf> {
    rfd::FileDialog::new().set_title("Pilih folder kantor").pick_folder()
}

/// The bytes of a chosen picture, or nothing when the dialog was left.
pub fn choose_picture() -> Result<Option<Vec<u8>>> {
    let chosen = rfd::FileDialog::new()
        .set_title("Pilih gambar")
        .add_filter("Gambar", &PICTURES)
        .add_filter("Semua berkas", &["*"])
        .pick_file();
    let Some(path) = chosen else { return Ok(None) };
    // A huge file is refused before it is read.
    let read = || -> std::io::Result<Option<Vec<u8>>> {
        if std::fs::metadata(&path)?.len() > MAX_BYTES as u64 {
            Ok(None)
        } else {
            std::fs::read(&path).map(Some)
        }
    };
    match read() {
        Ok(Some(bytes)) => Ok(Some(bytes)),
        Ok(None) => Err(Error::new(Code::PictureTooLarge, "file too large")),
        Err(error) => Err(Error::from(error).saying("Berkas yang dipilih tidak dapat dibaca.")),
    }
}

/// Where the officer wants a paper, or nothing when the dialog was left.
pub fn choose_pdf(proposed: &str) -> Option<PathBuf> {
    rfd::FileDialog::new()
        .set_title("Simpan PDF")
        .set_file_name(proposed)
        .add_filter("PDF", &["pdf"])
        .save_file()
}

/// Writes a paper there.
pub fn write_pdf(path: &Path, bytes: &[u8]) -> Result<()> {
    std::fs::write(path, bytes)
        .map_err(|error| Error::from(error).saying("PDF tidak dapat disimpan di tempat itu."))
}
