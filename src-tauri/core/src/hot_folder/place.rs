//! Which folder may be one. What lies in it is taken and removed, so a folder in which somebody works is none.

use std::fs::{self, OpenOptions};
use std::io;
use std::path::Path;

use crate::error::{Code, Error, Result};

/// Made and removed to see whether files can be removed here.
const PROBE: &str = ".loket-coba";

/// Refuses a folder that cannot be used: one of `whole`, in which people keep their files; one around or inside of
/// `near`, where Loket keeps its own; one in which nothing can be written.
pub fn require_place(path: &Path, whole: &[&Path], near: &[&Path]) -> Result<()> {
    require_usable(path)?;
    let real = |path: &Path| fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let place = real(path);
    // Also whatever holds those: the root of a disk, or the folder of all homes. A share may be one from its root on.
    if whole.iter().any(|one| real(one).starts_with(&place)) {
        return Err(Error::new(Code::InvalidInput, "a folder in which people work")
            .saying("Folder ini juga dipakai untuk berkas lain.")
            .advising("Buat folder baru yang hanya dipakai pemindai, lalu pilih folder itu."));
    }
    let is_near = |one: &Path| one.starts_with(&place) || place.starts_with(one);
    if near.iter().any(|one| is_near(&real(one))) {
        return Err(Error::new(Code::InvalidInput, "a folder of Loket")
            .saying("Folder ini memuat data Loket sendiri.")
            .advising("Buat folder baru yang hanya dipakai pemindai, lalu pilih folder itu."));
    }
    Ok(())
}

/// Refuses what is no folder, and one from which nothing could be removed.
pub(super) fn require_usable(path: &Path) -> Result<()> {
    if !fs::metadata(path).is_ok_and(|metadata| metadata.is_dir()) {
        return Err(Error::new(Code::HotFolderGone, "no folder"));
    }
    let probe = path.join(PROBE);
    let made = OpenOptions::new().write(true).create_new(true).open(&probe);
    // A probe that a kill left is as good.
    let left = |error: &io::Error| error.kind() == io::ErrorKind::AlreadyExists;
    made.map(drop)
        .or_else(|error| if left(&error) { Ok(()) } else { Err(error) })
        .and_then(|()| fs::remove_file(&probe))
        .map_err(|error| match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Error::from(error)
                .saying("Ruang di tempat folder pindai habis.")
                .advising("Kosongkan sebagian tempat itu, lalu coba lagi."),
            kind => Error::new(Code::ReadOnly, format!("{kind:?}"))
                .saying("Loket tidak dapat menulis dan menghapus di folder pindai.")
                .advising(
                    "Minta admin komputer memberi hak tulis dan hapus pada folder itu, lalu coba lagi.",
                ),
        })
}
