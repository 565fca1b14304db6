//! What a password closes is named; what only forbids printing is opened. Made by qpdf 11 and Info-ZIP 3.0 from an
//! empty page with a rectangle and a blank photograph; the password is "rahasia".

use super::{opened, refusals};
use crate::error::Code;

#[test]
fn a_pdf_that_asks_for_a_password_is_refused_and_says_so() {
    for (strength, bytes) in [
        ("RC4, 40 bits", include_bytes!("locked/locked-40.pdf").as_slice()),
        ("RC4, 128 bits", include_bytes!("locked/locked-128.pdf")),
        ("AES, 256 bits", include_bytes!("locked/locked-256.pdf")),
    ] {
        let delivery = opened("akta.pdf", bytes);
        assert_eq!(delivery.pages.len(), 0, "{strength}");
        assert_eq!(refusals(&delivery), [("akta.pdf".to_owned(), Code::AttachmentEncrypted)], "{strength}");
        let why = &delivery.refused[0].why;
        assert!(why.what_to_do().contains("kata sandi"), "{strength}: {}", why.what_to_do());
    }
}

#[test]
fn a_pdf_that_everybody_may_read_and_nobody_may_print_is_opened() {
    for (strength, bytes) in [
        ("RC4, 40 bits", include_bytes!("locked/owned-40.pdf").as_slice()),
        ("RC4, 128 bits", include_bytes!("locked/owned-128.pdf")),
        ("AES, 256 bits", include_bytes!("locked/owned-256.pdf")),
    ] {
        let delivery = opened("akta.pdf", bytes);
        assert_eq!(refusals(&delivery), [], "{strength}");
        // 300 by 200 points at 300 dpi; the rectangle lies in its middle.
        let page = image::load_from_memory(&delivery.pages[0].bytes).expect("a picture").to_rgb8();
        assert_eq!(page.dimensions(), (1_250, 833), "{strength}");
        assert_eq!(page.get_pixel(2, 2).0, [255, 255, 255], "{strength}");
        assert!(page.get_pixel(625, 417).0[0] < 40, "{strength}: {:?}", page.get_pixel(625, 417));
    }
}

#[test]
fn a_zip_that_asks_for_a_password_names_what_it_holds() {
    let delivery = opened("kirim.zip", include_bytes!("locked/locked.zip"));
    assert_eq!(delivery.pages.len(), 0);
    assert_eq!(refusals(&delivery), [("kirim.zip: ktp.jpg".to_owned(), Code::AttachmentEncrypted)]);
}
