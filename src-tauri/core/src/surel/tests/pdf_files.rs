//! Pages of attached PDF files.

use std::io::Write as _;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use lopdf::{Object, Stream, dictionary};

use super::made::{PdfPage, jpeg, jpeg_object, pdf};
use super::{opened, refusals};
use crate::error::Code;

#[test]
fn a_photograph_that_fills_its_page_comes_back_byte_for_byte() {
    let delivery = opened("scan.pdf", &pdf(&[PdfPage::scanned(320, 200)]));
    assert_eq!(delivery.pages[0].bytes, jpeg(320, 200));
    assert_eq!((delivery.pages[0].width, delivery.pages[0].height), (320, 200));
}

#[test]
fn a_page_that_shows_more_or_less_than_its_photograph_is_drawn() {
    let scanned = PdfPage::scanned(320, 200);
    let with = |change: &dyn Fn(&mut PdfPage)| {
        let mut page = scanned.clone();
        change(&mut page);
        page
    };
    for (why, page) in [
        ("a line is drawn over it", with(&|page| page.content.push_str(" 0 0 m 100 100 l S"))),
        ("it is turned", with(&|page| page.rotate = 90)),
        ("it hangs over the edge", with(&|page| page.size = (200, 200))),
        ("it is a stamp in a corner", with(&|page| page.size = (900, 900))),
        ("it is mirrored", with(&|page| page.content = "q -320 0 0 200 320 0 cm /Im0 Do Q".to_owned())),
        (
            "it is stretched",
            with(&|page| page.content = "q 320 0 0 200 0 0 cm 1 0 0 0.93 0 7 cm /Im0 Do Q".to_owned()),
        ),
        ("it is shown twice", with(&|page| page.content = page.content.repeat(2))),
        ("it has a mask", {
            let mut page = scanned.clone();
            let mut image = jpeg_object(jpeg(320, 200), 320, 200);
            image.dict.set("Decode", vec![1.into(), 0.into(), 1.into(), 0.into(), 1.into(), 0.into()]);
            page.image = Some(image);
            page
        }),
    ] {
        let delivery = opened("scan.pdf", &pdf(std::slice::from_ref(&page)));
        assert_eq!(delivery.pages.len(), 1, "{why}");
        assert_ne!(delivery.pages[0].bytes, jpeg(320, 200), "{why}");
        let (width, height) = page.size;
        let (width, height) = if page.rotate == 90 { (height, width) } else { (width, height) };
        let (drawn, wanted) = (delivery.pages[0].width, width as f32 * 300.0 / 72.0);
        assert!((drawn as f32 - wanted).abs() <= 1.0, "{why}: {drawn} pixels wide for {wanted}");
        assert!((delivery.pages[0].height as f32 - height as f32 * 300.0 / 72.0).abs() <= 1.0, "{why}");
    }
}

#[test]
fn a_poster_is_drawn_with_fewer_dots() {
    let poster = PdfPage { size: (2_384, 3_370), ..PdfPage::empty() };
    let delivery = opened("poster.pdf", &pdf(&[poster]));
    let pixels = u64::from(delivery.pages[0].width) * u64::from(delivery.pages[0].height);
    assert!((19_000_000..=20_100_000).contains(&pixels), "{pixels}");
}

#[test]
fn more_pages_than_the_limit_end_with_one_reason() {
    let small = PdfPage { size: (20, 20), ..PdfPage::empty() };
    let delivery = opened("tebal.pdf", &pdf(&vec![small; 70]));
    assert_eq!(delivery.pages.len(), 60);
    assert_eq!(refusals(&delivery), [("tebal.pdf".to_owned(), Code::AttachmentTooLarge)]);
}

fn zeros(count: usize) -> Vec<u8> {
    let mut packed = ZlibEncoder::new(Vec::new(), Compression::fast());
    packed.write_all(&vec![0; count]).unwrap();
    packed.finish().unwrap()
}

#[test]
fn a_pdf_that_swells_is_refused_before_anything_opens_it() {
    let swelling = Stream::new(dictionary! { "Filter" => "FlateDecode" }, zeros(70_000_000));
    let mut with_objects = PdfPage::empty();
    with_objects.image = Some(swelling);
    let endless = dictionary! {
        "Subtype" => "Image", "Width" => 60_000, "Height" => 60_000, "ColorSpace" => "DeviceGray",
        "BitsPerComponent" => 1, "Filter" => "CCITTFaxDecode",
    };
    let mut with_pixels = PdfPage::scanned(32, 20);
    with_pixels.image = Some(Stream::new(endless, vec![0; 10]));
    let mut twice = PdfPage::empty();
    let filters = vec![Object::from("FlateDecode"), "FlateDecode".into()];
    twice.image = Some(Stream::new(dictionary! { "Filter" => filters }, zeros(10)));
    for (name, page) in [("objek.pdf", with_objects), ("titik.pdf", with_pixels), ("dua.pdf", twice)] {
        let delivery = opened(name, &pdf(&[page]));
        assert_eq!(refusals(&delivery), [(name.to_owned(), Code::AttachmentTooLarge)]);
    }
}

#[test]
fn a_cut_pdf_and_one_without_pages_say_so() {
    let whole = pdf(&[PdfPage::scanned(320, 200)]);
    for bytes in [&whole[..200], b"%PDF-1.7\n%%EOF", &pdf(&[])] {
        assert_eq!(refusals(&opened("x.pdf", bytes)), [("x.pdf".to_owned(), Code::PictureTruncated)]);
    }
}
