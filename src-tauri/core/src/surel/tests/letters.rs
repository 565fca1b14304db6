//! Messages as vendors send them.

use image::ImageFormat;

use super::made::{Letter, PdfPage, jpeg, pdf, picture, zip_of};
use super::{opened, refusals};
use crate::capture::fixtures::{single_tiff, stacked_tiff};
use crate::capture::{PictureFormat, decode};
use crate::error::Code;
use crate::surel::read;

#[test]
fn a_request_is_read_with_its_sender_its_date_and_every_page() {
    let ktp = jpeg(640, 400);
    let letter = Letter::new()
        .attach("ktp.jpg", "image/jpeg", &ktp)
        .attach("npwp.png", "image/png", &picture(ImageFormat::Png, 300, 200))
        .attach("akta.pdf", "application/pdf", &pdf(&[PdfPage::scanned(320, 200), PdfPage::empty()]))
        .attach("lain.zip", "application/zip", &zip_of(&[("nib.tif", &picture(ImageFormat::Tiff, 90, 60))]));
    let delivery = opened("permohonan.eml", &letter.bytes());

    let envelope = delivery.envelope.as_ref().expect("it is a message");
    assert_eq!(envelope.sender, "kantor@alasroban.example");
    assert_eq!(envelope.sender_name, "Wulan Pertiwi");
    assert_eq!(envelope.subject, "Permohonan verifikasi CV Alas Roban Sejahtera");
    assert_eq!(envelope.sent_at.unwrap().to_rfc3339(), "2026-11-23T01:12:30+00:00");
    let pages: Vec<_> = delivery
        .pages
        .iter()
        .map(|page| (page.name.as_str(), page.sheet, page.format, page.width, page.height))
        .collect();
    assert_eq!(
        pages,
        [
            ("ktp.jpg", None, PictureFormat::Jpeg, 640, 400),
            ("npwp.png", None, PictureFormat::Png, 300, 200),
            ("akta.pdf", Some(1), PictureFormat::Jpeg, 320, 200),
            ("akta.pdf", Some(2), PictureFormat::Jpeg, 2479, 3508),
            ("lain.zip: nib.tif", None, PictureFormat::Tiff, 90, 60),
        ]
    );
    assert_eq!(delivery.pages[0].bytes, ktp, "what was attached is not touched");
    assert_eq!(refusals(&delivery), []);
}

#[test]
fn loose_attachments_are_taken_without_a_message() {
    for (name, bytes, pages) in [
        ("ktp.jpg", jpeg(64, 40), 1),
        ("scan.pdf", pdf(&[PdfPage::scanned(64, 40)]), 1),
        ("semua.zip", zip_of(&[("a.jpg", &jpeg(64, 40)), ("b/c.jpg", &jpeg(40, 64))]), 2),
    ] {
        let delivery = opened(name, &bytes);
        assert_eq!((delivery.envelope, delivery.pages.len()), (None, pages), "{name}");
        assert!(delivery.refused.is_empty(), "{name}");
    }
}

#[test]
fn the_kind_is_told_by_the_bytes_and_never_by_the_name() {
    let letter = Letter::new().attach("kartu.pdf", "application/pdf", &jpeg(64, 40)).attach(
        "kartu.jpg",
        "image/jpeg",
        b"MZ\x90\x00 a program",
    );
    let delivery = opened("x.eml", &letter.bytes());
    assert_eq!(delivery.pages.len(), 1);
    assert_eq!(delivery.pages[0].format, PictureFormat::Jpeg);
    assert_eq!(refusals(&delivery), [("kartu.jpg".to_owned(), Code::AttachmentUnknown)]);
}

#[test]
fn pictures_shown_inside_the_words_are_pages_too() {
    let inside = "Content-Type: image/jpeg\r\nContent-ID: <satu>\r\nContent-Disposition: inline\r\n\
                  Content-Transfer-Encoding: base64\r\n\r\n";
    let whole = Letter::new().attach("x", "image/jpeg", &jpeg(64, 40)).bytes();
    let text = String::from_utf8(whole).unwrap();
    let data = text.split("\r\n\r\n").nth(3).unwrap().split("\r\n--").next().unwrap();
    let delivery = opened("x.eml", &Letter::new().part(&format!("{inside}{data}")).bytes());
    assert_eq!(delivery.pages.len(), 1);
    assert_eq!(delivery.pages[0].name, "lampiran 1", "it has no name of its own");
}

#[test]
fn one_refused_attachment_never_costs_the_others() {
    let cut = &jpeg(64, 40)[..300];
    let heic = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic";
    let letter = Letter::new()
        .attach("potong.jpg", "image/jpeg", cut)
        .attach("ponsel.heic", "image/heic", heic)
        .attach("surat.docx", "application/msword", &zip_of(&[("[Content_Types].xml", b"<x/>")]))
        .attach("lama.doc", "application/msword", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 rest")
        .attach("semua.rar", "application/x-rar", b"Rar!\x1a\x07\x00rest")
        .attach("winmail.dat", "application/ms-tnef", &[0x78, 0x9f, 0x3e, 0x22, 0, 0])
        .attach("kosong.jpg", "image/jpeg", b"")
        .attach("catatan.txt", "text/plain", b"Mohon dibantu")
        .attach("baik.jpg", "image/jpeg", &jpeg(64, 40));
    let delivery = opened("x.eml", &letter.bytes());
    assert_eq!(delivery.pages.iter().map(|page| page.name.as_str()).collect::<Vec<_>>(), ["baik.jpg"]);
    let sentences: Vec<_> =
        delivery.refused.iter().map(|refused| (refused.name.as_str(), refused.why.what_happened())).collect();
    assert_eq!(
        sentences,
        [
            ("potong.jpg", "Gambar terpotong atau rusak."),
            ("ponsel.heic", "Foto HEIC belum dapat dibaca."),
            ("surat.docx", "Dokumen Word atau Excel tidak dapat dipakai sebagai gambar."),
            ("lama.doc", "Berkas Office lama atau surel Outlook (.msg) belum dapat dibuka."),
            ("semua.rar", "Berkas RAR atau 7z belum dapat dibuka."),
            ("winmail.dat", "Lampiran winmail.dat dari Outlook belum dapat dibuka."),
            ("kosong.jpg", "Lampiran ini kosong (0 byte)."),
            ("catatan.txt", "Jenis lampiran ini tidak dipakai."),
        ]
        .map(|(name, what)| (name, what.to_owned()))
    );
}

#[test]
fn what_is_neither_a_message_nor_an_attachment_is_refused_whole() {
    for bytes in [
        b"".as_slice(),
        b"halo",
        b"\0\x01\x02\x03",
        b"MZ\x90 program",
        "Catatan rapat\n\nHadir: tiga orang".as_bytes(),
    ] {
        assert_eq!(read("x", bytes).unwrap_err().code, Code::MailUnreadable, "{bytes:?}");
    }
}

#[test]
fn a_stack_of_scans_comes_sheet_by_sheet() {
    let stack = stacked_tiff(&single_tiff(30), &single_tiff(20));
    let delivery = opened("x.eml", &Letter::new().attach("tumpukan.tif", "image/tiff", &stack).bytes());
    let pages: Vec<_> = delivery.pages.iter().map(|page| (page.sheet, page.format, page.width)).collect();
    assert_eq!(pages, [(Some(1), PictureFormat::Png, 30), (Some(2), PictureFormat::Png, 20)]);
    assert_eq!(decode(&delivery.pages[1].bytes).unwrap().width, 20);

    let end = stack.len() - 1;
    let cut = opened("tumpukan.tif", &stack[..end.min(stack.len() / 2 + 4)]);
    assert!(!cut.refused.is_empty(), "a lost sheet is told");
}
