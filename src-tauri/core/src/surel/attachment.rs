//! One attachment: told by its first bytes, never by its name or by what the message says of it.

use super::delivery::{Delivery, Page};
use super::limits::Budget;
use super::{bundle, pdf_pages};
use crate::capture::{self, Decoded, PictureFormat, Sheets};
use crate::error::{Code, Error};

/// What the bytes are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Something that looks like a picture or is known to be one that Loket cannot read.
    Picture,
    Pdf,
    Zip,
    /// Documents of Word and Excel, which are zips inside.
    Office,
    /// Documents of older Office programs and messages of Outlook (.msg).
    Compound,
    /// RAR and 7z.
    OtherArchive,
    /// What Outlook packs attachments into (winmail.dat).
    Tnef,
    Unknown,
}

/// PDF readers look for the mark within so many bytes, so mail programs may put something before it.
const PDF_MARK_WITHIN: usize = 1024;

impl Kind {
    pub(super) fn of(bytes: &[u8]) -> Self {
        let starts = |magic: &[u8]| bytes.starts_with(magic);
        let head = &bytes[..bytes.len().min(PDF_MARK_WITHIN)];
        if starts(b"PK\x03\x04") || starts(b"PK\x05\x06") {
            return if bundle::is_office(bytes) { Self::Office } else { Self::Zip };
        }
        if starts(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
            return Self::Compound;
        }
        if starts(b"Rar!\x1a\x07") || starts(b"7z\xbc\xaf\x27\x1c") {
            return Self::OtherArchive;
        }
        if starts(&[0x78, 0x9f, 0x3e, 0x22]) {
            return Self::Tnef;
        }
        if capture::is_known_picture(bytes) {
            return Self::Picture;
        }
        // A message may quote the mark of a PDF in its head, so a PDF begins with it or with binary rubbish.
        if starts(b"%PDF-") || (!head.is_ascii() && head.windows(5).any(|at| at == b"%PDF-")) {
            return Self::Pdf;
        }
        Self::Unknown
    }
}

/// Puts the pages of one attachment into the delivery, or the reason why there are none.
pub(super) fn take(delivery: &mut Delivery, budget: &mut Budget, kind: Kind, name: &str, bytes: &[u8]) {
    let refused = |detail: &str| Error::new(Code::AttachmentUnknown, detail);
    match kind {
        Kind::Picture => picture(delivery, budget, name, bytes),
        Kind::Pdf => pdf_pages::take(delivery, budget, name, bytes),
        Kind::Zip => bundle::unpack_each(name, bytes, budget, |budget, name, content| match content {
            Ok(content) => match Kind::of(&content) {
                Kind::Zip => delivery.refuse(
                    name,
                    refused("nested zip")
                        .saying("Berkas zip di dalam zip tidak dibuka.")
                        .advising("Ekstrak berkas itu, lalu masukkan isinya."),
                ),
                kind => take(delivery, budget, kind, name, &content),
            },
            Err(why) => delivery.refuse(name, why),
        }),
        Kind::Office => delivery.refuse(
            name,
            refused("office document")
                .saying("Dokumen Word atau Excel tidak dapat dipakai sebagai gambar.")
                .advising("Minta dikirim ulang sebagai PDF atau foto."),
        ),
        Kind::Compound => delivery.refuse(
            name,
            refused("compound file")
                .saying("Berkas Office lama atau surel Outlook (.msg) belum dapat dibuka.")
                .advising("Simpan sebagai .eml atau PDF dari program asalnya, lalu masukkan lagi."),
        ),
        Kind::OtherArchive => delivery.refuse(
            name,
            refused("archive")
                .saying("Berkas RAR atau 7z belum dapat dibuka.")
                .advising("Ekstrak berkas itu, lalu masukkan isinya."),
        ),
        Kind::Tnef => delivery.refuse(
            name,
            refused("tnef")
                .saying("Lampiran winmail.dat dari Outlook belum dapat dibuka.")
                .advising("Minta dikirim ulang sebagai lampiran biasa."),
        ),
        Kind::Unknown if bytes.is_empty() => {
            delivery.refuse(name, refused("empty").saying("Lampiran ini kosong (0 byte)."));
        }
        Kind::Unknown => delivery.refuse(name, refused("unknown kind")),
    }
}

/// A picture stays as it was attached; it is opened once to know that it can be. A TIFF of several sheets is
/// taken apart.
fn picture(delivery: &mut Delivery, budget: &mut Budget, name: &str, bytes: &[u8]) {
    let sheets = Sheets::of(bytes);
    if sheets.is_empty() || sheets.is_single(bytes) {
        return match capture::decode(bytes) {
            Ok(opened) => delivery.pages.push(page(name, None, &opened, bytes.to_vec())),
            Err(why) => delivery.refuse(name, advised(why)),
        };
    }
    for (sheet, file) in (1..).zip(sheets.files(bytes)) {
        if let Err(full) = budget.sheet() {
            return delivery.refuse(name, full);
        }
        let opened =
            capture::decode(&file).and_then(|opened| Ok((capture::encode_png(&opened.image)?, opened)));
        match opened {
            Ok((png, opened)) => {
                let opened = Decoded { format: PictureFormat::Png, ..opened };
                delivery.pages.push(page(name, Some(sheet), &opened, png));
            }
            Err(why) => {
                let what = format!("Halaman {sheet} tidak dapat dibuka. {}", why.what_happened());
                delivery.refuse(name, advised(why).saying(what));
            }
        }
    }
    if !sheets.whole {
        let lost = Error::new(Code::PictureTruncated, "tiff");
        delivery
            .refuse(name, lost.saying("Berkas TIFF ini terpotong, jadi halaman sesudahnya tidak terbaca."));
    }
}

fn page(name: &str, sheet: Option<u32>, opened: &Decoded, bytes: Vec<u8>) -> Page {
    let Decoded { format, width, height, .. } = *opened;
    Page { name: name.to_owned(), sheet, format, width, height, bytes }
}

/// At the desk one takes another photo; of an attachment one asks for another file.
fn advised(why: Error) -> Error {
    if why.todo.is_some() || why.code == Code::PictureNotAnImage {
        why.advising("Minta dikirim ulang sebagai JPEG, PNG, atau PDF.")
    } else {
        why
    }
}
