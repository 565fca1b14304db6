//! The system's own file dialogs. Paths stay in Rust: the window never sees one it did not need.

use std::path::PathBuf;

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
    if std::fs::metadata(&path)?.len() > MAX_BYTES as u64 {
        return Err(Error::new(Code::PictureTooLarge, "file too large"));
    }
    Ok(Some(std::fs::read(path)?))
}

/// Saves a paper where the officer wants it; `false` when the dialog was left.
pub fn save_pdf(proposed: &str, bytes: &[u8]) -> Result<bool> {
    let chosen = rfd::FileDialog::new()
        .set_title("Simpan PDF")
        .set_file_name(proposed)
        .add_filter("PDF", &["pdf"])
        .save_file();
    let Some(path) = chosen else { return Ok(false) };
    std::fs::write(path, bytes)?;
    Ok(true)
}
