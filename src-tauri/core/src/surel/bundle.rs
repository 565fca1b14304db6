//! A zip of attachments. Only what it holds directly is opened: a zip in a zip is how bombs are built.

use std::io::{Cursor, Read as _};

use zip::ZipArchive;
use zip::result::ZipError;

use super::limits::{Budget, MOST_BYTES, no_room, too_much};
use super::name;
use crate::error::{Code, Error, Result};

/// Every Office document of today has this entry, and nearly always as its first.
const OFFICE: &[u8] = b"[Content_Types].xml";
/// Open documents (LibreOffice) begin with their kind.
const OPEN_DOCUMENT: &[u8] = b"mimetypeapplication/vnd.oasis";

pub(super) fn is_office(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(512)];
    let tail = &bytes[bytes.len().saturating_sub(64 * 1024)..];
    let says = |part: &[u8], mark: &[u8]| part.windows(mark.len()).any(|at| at == mark);
    says(head, OFFICE) || says(head, OPEN_DOCUMENT) || says(tail, OFFICE)
}

/// Hands out every file of the archive with its name, or the reason why it could not be unpacked.
pub(super) fn unpack_each(
    archive_name: &str,
    bytes: &[u8],
    budget: &mut Budget,
    mut hand_out: impl FnMut(&mut Budget, &str, Result<Vec<u8>>),
) {
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else {
        return hand_out(budget, archive_name, Err(damaged()));
    };
    if archive.is_empty() {
        let empty = Error::new(Code::AttachmentUnknown, "empty zip");
        return hand_out(budget, archive_name, Err(empty.saying("Berkas zip ini kosong.")));
    }
    if archive.has_duplicate_names() {
        let twice = Error::new(Code::AttachmentUnknown, "names twice")
            .saying("Ada beberapa berkas bernama sama di dalam zip ini. Hanya yang terakhir dibuka.")
            .advising("Ekstrak zip itu, lalu masukkan isinya.");
        hand_out(budget, archive_name, Err(twice));
    }
    for index in 0..archive.len() {
        let path = archive.name_for_index(index).and_then(Result::ok).unwrap_or_default().into_owned();
        if path.ends_with('/') || is_of_the_system(&path) {
            continue;
        }
        let name = format!("{archive_name}: {}", name::plain(&path, index + 1));
        if let Err(full) = budget.part() {
            return hand_out(budget, &name, Err(full));
        }
        let content = unpack(&mut archive, index, budget);
        hand_out(budget, &name, content);
    }
}

/// Unpacks one entry, and stops as soon as it becomes larger than what is left. What the zip says of the size
/// is not asked.
fn unpack(archive: &mut ZipArchive<Cursor<&[u8]>>, index: usize, budget: &mut Budget) -> Result<Vec<u8>> {
    let mut entry = archive.by_index(index).map_err(|error| refusal(&error))?;
    let room = budget.room().min(MOST_BYTES);
    let mut content = Vec::new();
    let read = entry.by_ref().take(room as u64 + 1).read_to_end(&mut content);
    if content.len() > room {
        let is_last = room == budget.room();
        budget.unpacked(room)?;
        return Err(if is_last { no_room() } else { too_much() });
    }
    budget.unpacked(content.len())?;
    read.map_err(|_| damaged())?;
    Ok(content)
}

fn refusal(error: &ZipError) -> Error {
    match error {
        ZipError::UnsupportedArchive(reason) if *reason == ZipError::PASSWORD_REQUIRED => {
            Error::new(Code::AttachmentEncrypted, "zip entry")
        }
        ZipError::UnsupportedArchive(_) => Error::new(Code::AttachmentUnknown, "zip method")
            .saying("Cara pemampatan zip ini belum dapat dibuka.")
            .advising("Ekstrak berkas itu, lalu masukkan isinya."),
        _ => damaged(),
    }
}

fn damaged() -> Error {
    Error::new(Code::PictureTruncated, "zip").saying("Berkas zip ini terpotong atau rusak.")
}

/// What macOS and Windows put beside the files of a person.
fn is_of_the_system(path: &str) -> bool {
    let last = path.rsplit(['/', '\\']).next().unwrap_or_default();
    path.starts_with("__MACOSX/") || matches!(last, ".DS_Store" | "Thumbs.db" | "desktop.ini")
}
