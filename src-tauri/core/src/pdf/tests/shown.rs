//! Papers as pictures: what the desk shows inside its own window.

use super::samples;
use crate::error::Code;
use crate::pdf::*;

#[test]
fn a_page_is_drawn_at_the_asked_width_with_its_own_proportions() {
    let pdf = render_bukti(&samples::bukti()).unwrap();
    assert_eq!(page_count(&pdf).unwrap(), 1);
    for width in [1, 400, 1241, 2480] {
        let page = render_page(&pdf, 0, width).unwrap();
        assert_eq!(page.width(), width);
        let expected = width as f32 * 297.0 / 210.0;
        assert!((page.height() as f32 - expected).abs() <= 1.0, "{width}: {}", page.height());
    }
}

#[test]
fn margins_stay_white_whatever_is_written() {
    let name = "Wahyuningsih ".repeat(40);
    let row = ComparedRow { label: name.clone(), outcome: "W".repeat(200), note: "m".repeat(900) };
    let signer = Signer { name: name.clone(), role: "W".repeat(500), ..samples::signer("") };
    let number = Some("9".repeat(300));
    let seal_lines = vec!["f".repeat(2_000)];
    let bukti = Bukti {
        company: name.clone(),
        attendee: name,
        rows: vec![row; 12],
        number,
        signer,
        seal_lines,
        ..samples::bukti()
    };
    let pdf = render_bukti(&bukti).unwrap();
    for page in 0..page_count(&pdf).unwrap() {
        let page = render_page(&pdf, page, 1050).unwrap();
        let stray = page.enumerate_pixels().find(|(x, y, pixel)| {
            // Five pixels to the millimetre; half a millimetre for the round caps of frames.
            let in_margin = *x < 92 || *x >= 1050 - 92 || *y < 82 || *y >= page.height() - 82;
            in_margin && pixel.0[0] < 250
        });
        assert_eq!(stray, None);
    }
}

#[test]
fn a_coat_of_arms_is_shown_in_its_place_and_must_fill_its_size() {
    let letterhead = Letterhead { logo: Some(samples::logo()), ..samples::letterhead() };
    let pdf = render_bukti(&Bukti { letterhead, ..samples::bukti() }).unwrap();
    let page = render_page(&pdf, 0, 1050).unwrap();
    let middle = page.get_pixel(132, 126).0;
    assert_ne!(middle[0], middle[2], "the middle of the place has a colour: {middle:?}");

    let rgb = (0..3_000_000_u32).map(|at| (at.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
    let letterhead =
        Letterhead { logo: Some(Pixels { width: 1_000, height: 1_000, rgb }), ..samples::letterhead() };
    let noisy = render_bukti(&Bukti { letterhead, ..samples::bukti() }).unwrap();
    assert!(noisy.len() < 400_000, "a large picture is made smaller: {} bytes", noisy.len());

    for pixels in [
        Pixels { width: 10, height: 10, rgb: vec![0; 299] },
        Pixels { width: 0, height: 0, rgb: Vec::new() },
        Pixels { width: u32::MAX, height: u32::MAX, rgb: vec![0; 3] },
    ] {
        let letterhead = Letterhead { logo: Some(pixels), ..samples::letterhead() };
        let refused = render_bukti(&Bukti { letterhead, ..samples::bukti() }).unwrap_err();
        assert_eq!(refused.code, Code::PictureNotAnImage);
    }
}

#[test]
fn what_cannot_be_shown_is_an_error_and_not_a_crash() {
    let pdf = render_bukti(&samples::bukti()).unwrap();
    assert_eq!(render_page(&pdf, 1, 800).unwrap_err().code, Code::NotFound);
    assert_eq!(render_page(&pdf, 0, 0).unwrap_err().code, Code::InvalidInput);
    assert_eq!(render_page(&pdf, 0, WIDEST + 1).unwrap_err().code, Code::InvalidInput);
    for damaged in [&b""[..], b"hello", b"%PDF-1.7\n", &pdf[..40]] {
        assert!(page_count(damaged).is_err() || page_count(damaged).unwrap() == 0);
        assert!(render_page(damaged, 0, 800).is_err());
    }
}
