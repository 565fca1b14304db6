//! What desk and helper say to each other, and what a person is told.

use std::io::{self, Cursor};

use super::wire::{self, Ask, Said};
use super::{
    Area, Capabilities, Device, Heard, LARGEST_MM, MOST_BYTES, MOST_DPI, Mode, Order, Page, Reach, Source,
    Trouble,
};

fn page(mode: Mode) -> Page {
    let pixels = (0..=u8::MAX).cycle().take(5 * 3 * mode.channels() as usize).collect();
    Page::new(5, 3, mode, 300, pixels).expect("a page")
}

fn all_words() -> Vec<Said> {
    vec![
        Said::Devices(vec![Device {
            address: "test:0".to_owned(),
            model: "Noname \"uji\"\n".to_owned(),
            id: None,
        }]),
        Said::Capabilities(Capabilities {
            sources: vec![Source::Kaca, Source::PengumpanBolakBalik],
            modes: vec![Mode::Abu],
            dpi: vec![150, 600],
            bed_mm: [215.9, 297.0],
            certificate: Some("00ff".to_owned()),
        }),
        Said::Heard(Heard::Progress { read: 1, of: None }),
        Said::Heard(Heard::Page(page(Mode::Abu))),
        Said::Heard(Heard::Page(page(Mode::Warna))),
        Said::Trouble(Trouble::KertasMacet),
        Said::Done,
    ]
}

fn heard(bytes: &[u8]) -> io::Result<Option<Said>> {
    wire::read(&mut Cursor::new(bytes))
}

#[test]
fn every_word_arrives_as_it_was_said_although_pixels_hold_line_ends() {
    let mut bytes = Vec::new();
    all_words().iter().for_each(|said| wire::write(&mut bytes, said).unwrap());
    let mut from = Cursor::new(bytes);
    let mut arrived = Vec::new();
    while let Some(said) = wire::read(&mut from).unwrap() {
        arrived.push(said);
    }
    assert_eq!(arrived, all_words());
}

#[test]
fn what_is_asked_is_one_line() {
    let order = Order {
        source: Source::Kaca,
        mode: Mode::Warna,
        dpi: 300,
        area: Some(Area { left: 0.0, top: 10.5, width: 85.6, height: 54.0 }),
    };
    for ask in [
        Ask::Devices { reach: Reach::At("10.0.0.2".to_owned()) },
        Ask::Scan { address: "net:a\nb".to_owned(), order },
    ] {
        let line = serde_json::to_string(&ask).unwrap();
        assert!(!line.contains('\n'), "{line}");
        assert_eq!(serde_json::from_str::<Ask>(&line).unwrap(), ask);
    }
}

#[test]
fn a_helper_that_talks_nonsense_is_not_listened_to() {
    let endless = vec![b'x'; 1 << 20];
    let bad: [&[u8]; 9] = [
        b"\n",
        b"halo\n",
        b"\"done\"",
        b"{\"page\":{\"width\":0,\"height\":3,\"mode\":\"abu\",\"dpi\":300}}\n",
        b"{\"page\":{\"width\":4294967295,\"height\":4294967295,\"mode\":\"warna\",\"dpi\":300}}\n",
        b"{\"page\":{\"width\":5,\"height\":3,\"mode\":\"abu\",\"dpi\":300}}\nsedikit",
        b"{\"page\":{\"width\":5,\"height\":3,\"mode\":\"ungu\",\"dpi\":300}}\n",
        b"{\"trouble\":\"meledak\"}\n",
        &endless,
    ];
    for bytes in bad {
        let start = String::from_utf8_lossy(&bytes[..bytes.len().min(60)]);
        assert!(heard(bytes).is_err(), "{start}");
    }
    assert_eq!(heard(b"").unwrap(), None, "the end is no nonsense");
}

#[test]
fn a_page_has_the_size_of_its_pixels_and_no_other() {
    assert!(Page::new(5, 3, Mode::Abu, 300, vec![0; 14]).is_none());
    assert!(Page::new(5, 3, Mode::Abu, 300, vec![0; 16]).is_none());
    assert!(Page::new(5, 3, Mode::Warna, 300, vec![0; 45]).is_some());
    for (width, height) in [(0, 3), (5, 0), (u32::MAX, u32::MAX), (65_536, 65_536)] {
        assert_eq!(Page::bytes_of(width, height, Mode::Warna), None, "{width}x{height}");
    }
    // Legal at 600 dpi could be sealed, and never opened again.
    for mode in [Mode::Warna, Mode::Abu] {
        assert_eq!(Page::bytes_of(5_100, 8_400, mode), None, "{mode:?}");
    }
    // The largest original at the most dots: F4 at 600 dpi.
    let [width, height] = LARGEST_MM.map(|mm| (mm / 25.4 * f64::from(MOST_DPI)).ceil() as u32);
    assert!(Page::bytes_of(width, height, Mode::Warna).is_some_and(|bytes| bytes <= MOST_BYTES));
}

#[test]
fn a_page_as_png_is_the_page() {
    for mode in [Mode::Abu, Mode::Warna] {
        let page = page(mode);
        let read = image::load_from_memory(&page.to_png().unwrap()).unwrap();
        assert_eq!((read.width(), read.height()), (5, 3));
        assert_eq!(read.as_bytes(), page.pixels);
    }
}

#[test]
fn no_message_shows_the_pixels_of_a_page() {
    assert_eq!(format!("{:?}", Heard::Page(page(Mode::Abu))), "Page(Page(5x3, Abu, 300 dpi))");
}

#[test]
fn every_trouble_is_told_in_two_sentences_of_its_own() {
    let told: Vec<_> = Trouble::ALL.iter().map(|one| (one.what_happened(), one.what_to_do())).collect();
    for (at, (what, todo)) in told.iter().enumerate() {
        assert!(what.ends_with('.') && todo.ends_with('.'), "{what} {todo}");
        assert!(!told[..at].iter().any(|(other, _)| other == what), "{what}");
    }
}
