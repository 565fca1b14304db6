//! The system's own file dialogs. The window learns the path of a chosen folder and of nothing else.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use loket_core::capture::MAX_BYTES;
use loket_core::error::{Code, Error, Result};
use loket_core::surel::MOST_BYTES;
use rfd::{AsyncFileDialog, FileHandle};
use tauri::WebviewWindow;

const PICTURES: [&str; 7] = ["jpg", "jpeg", "png", "tif", "tiff", "webp", "bmp"];

const MESSAGES: [&str; 10] = ["eml", "pdf", "jpg", "jpeg", "png", "tif", "tiff", "webp", "bmp", "zip"];

/// Nobody leaves a dialog this quickly: an answer of "nothing" before it means that none was shown. The
/// library tells both the same way.
const QUICKEST: Duration = Duration::from_millis(150);

/// A folder of this computer.
pub fn choose_folder(window: &WebviewWindow, title: &'static str) -> Result<Option<PathBuf>> {
    ask(window, move |dialog| dialog.set_title(title).pick_folder())
}

/// The bytes of a chosen picture, or nothing when the dialog was left.
pub fn choose_picture(window: &WebviewWindow) -> Result<Option<Vec<u8>>> {
    let chosen = ask(window, |dialog| {
        dialog
            .set_title("Pilih gambar")
            .add_filter("Gambar", &PICTURES)
            .add_filter("Semua jenis", &["*"])
            .pick_file()
    })
    .map_err(|error| {
        error.advising(
            "Seret foto ke jendela Loket atau tempelkan gambarnya, lalu laporkan kepada admin komputer.",
        )
    })?;
    let Some(path) = chosen else { return Ok(None) };
    read_at_most(&path, MAX_BYTES).map(Some).map_err(|error| match error.code {
        Code::AttachmentTooLarge => Error::new(Code::PictureTooLarge, "file too large"),
        _ => error,
    })
}

/// Name and bytes of each chosen message or attachment; empty when the dialog was left.
pub fn choose_messages(window: &WebviewWindow) -> Result<Vec<(String, Result<Vec<u8>>)>> {
    let chosen = ask_for(window, |dialog| {
        let picked = dialog
            .set_title("Pilih surel atau lampirannya")
            .add_filter("Surel dan lampiran", &MESSAGES)
            .add_filter("Semua jenis", &["*"])
            .pick_files();
        async { picked.await.map(|files| files.iter().map(|file| file.path().to_owned()).collect()) }
    })
    .map_err(|error| {
        error.advising("Seret surel atau lampirannya ke Baki, lalu laporkan kepada admin komputer.")
    })?;
    let paths: Vec<PathBuf> = chosen.unwrap_or_default();
    Ok(paths.into_iter().map(|path| (name_of(&path), read_at_most(&path, MOST_BYTES))).collect())
}

/// The bytes of a chosen list, or nothing when the dialog was left.
pub fn choose_list(window: &WebviewWindow) -> Result<Option<Vec<u8>>> {
    let chosen = ask(window, |dialog| {
        dialog
            .set_title("Pilih daftar hitam")
            .add_filter("CSV", &["csv", "txt", "tsv"])
            .add_filter("Semua jenis", &["*"])
            .pick_file()
    })?;
    chosen.map(|path| read_at_most(&path, MOST_BYTES)).transpose()
}

fn name_of(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// A huge file is refused before it is read.
fn read_at_most(path: &Path, most: usize) -> Result<Vec<u8>> {
    let read = || -> std::io::Result<Option<Vec<u8>>> {
        if std::fs::metadata(path)?.len() > most as u64 { Ok(None) } else { std::fs::read(path).map(Some) }
    };
    match read() {
        Ok(Some(bytes)) => Ok(bytes),
        Ok(None) => Err(Error::new(Code::AttachmentTooLarge, "file too large")),
        Err(error) => Err(Error::from(error).saying("Berkas yang dipilih tidak dapat dibaca.")),
    }
}

/// What is saved outside of Loket, by the end of its name.
#[derive(Clone, Copy)]
pub struct FileKind {
    pub title: &'static str,
    pub label: &'static str,
    pub ending: &'static str,
}

pub const PDF: FileKind = FileKind { title: "Simpan PDF", label: "PDF", ending: "pdf" };
pub const CALENDAR: FileKind = FileKind { title: "Simpan undangan", label: "Undangan", ending: "ics" };
pub const SPREADSHEET: FileKind =
    FileKind { title: "Simpan lembar kerja", label: "Lembar kerja", ending: "xlsx" };
pub const TEXT: FileKind = FileKind { title: "Simpan laporan", label: "Laporan", ending: "txt" };

pub const TEXT_TABLE: FileKind = FileKind { title: "Simpan CSV", label: "CSV", ending: "csv" };
pub const MESSAGE: FileKind = FileKind { title: "Simpan surel", label: "Surel", ending: "eml" };

/// Where the officer wants a file, or nothing when the dialog was left. `name` comes without its end.
pub fn choose_place(window: &WebviewWindow, kind: FileKind, name: &str) -> Result<Option<PathBuf>> {
    let FileKind { title, label, ending } = kind;
    let proposed = format!("{name}.{ending}");
    ask(window, move |dialog| {
        dialog.set_title(title).set_file_name(proposed).add_filter(label, &[ending]).save_file()
    })
}

/// Writes a file there.
pub fn write_file(path: &Path, kind: FileKind, bytes: &[u8]) -> Result<()> {
    std::fs::write(path, bytes).map_err(|error| {
        Error::from(error).saying(format!("{} tidak dapat disimpan di tempat itu.", kind.label))
    })
}

fn ask<F>(
    window: &WebviewWindow,
    open: impl FnOnce(AsyncFileDialog) -> F + Send + 'static,
) -> Result<Option<PathBuf>>
where
    F: Future<Output = Option<FileHandle>> + Send + 'static,
{
    ask_for(window, |dialog| {
        let chosen = open(dialog);
        async { chosen.await.map(|handle| handle.path().to_owned()) }
    })
}

/// Opens a dialog over the window, on the window's own thread as GTK wants it, and waits for its answer.
fn ask_for<T: Send + 'static, F>(
    window: &WebviewWindow,
    open: impl FnOnce(AsyncFileDialog) -> F + Send + 'static,
) -> Result<Option<T>>
where
    F: Future<Output = Option<T>> + Send + 'static,
{
    let (answer, answered) = std::sync::mpsc::channel();
    let parent = window.clone();
    let begun = Instant::now();
    window
        .run_on_main_thread(move || {
            let chosen = open(AsyncFileDialog::new().set_parent(&parent));
            tauri::async_runtime::spawn(async move {
                // The command that asked has gone away: nobody needs the answer.
                let _ = answer.send(chosen.await);
            });
        })
        .map_err(|_| not_shown())?;
    match answered.recv() {
        Ok(None) if begun.elapsed() < QUICKEST => Err(not_shown()),
        Ok(chosen) => Ok(chosen),
        Err(_) => Err(not_shown()),
    }
}

fn not_shown() -> Error {
    Error::new(Code::DialogMissing, "no file dialog was shown")
}
