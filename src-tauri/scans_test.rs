//! One scan at a time, a page until it is cut, and what a computer remembers of scanners.

use std::path::Path;

use loket_core::scanner::{Mode, Source};

use super::*;
use crate::app::KnownOffice;

fn page(grey: u8) -> Page {
    Page::new(2, 1, Mode::Abu, 300, vec![grey; 2]).unwrap()
}

fn device(address: &str, model: &str, id: Option<&str>) -> Device {
    Device { address: address.to_owned(), model: model.to_owned(), id: id.map(str::to_owned) }
}

#[test]
fn one_scan_runs_at_a_time() {
    let scans = Arc::<Scans>::default();
    let turn = scans.begin().unwrap();
    assert_eq!(scans.begin().err(), Some(Trouble::Sibuk));
    drop(turn);
    assert!(scans.underway().is_none());
    assert!(scans.begin().is_ok());
}

#[test]
fn progress_counts_the_pages_that_came_and_the_bytes_of_the_next() {
    let scans = Arc::<Scans>::default();
    let turn = scans.begin().unwrap();
    turn.hear(&Heard::Progress { read: 10, of: Some(40) }, false);
    turn.hear(&Heard::Page(page(1)), false);
    turn.hear(&Heard::Progress { read: 20, of: None }, false);
    let underway = scans.underway().unwrap();
    assert_eq!((underway.pages, underway.read, underway.of, underway.came), (1, 20, None, false));
    turn.hear(&Heard::Page(page(2)), true);
    assert!(scans.underway().unwrap().came, "the glass has no second page");
}

#[test]
fn a_page_is_had_by_its_own_name_until_the_next_one_or_until_it_is_forgotten() {
    let scans = Arc::<Scans>::default();
    let first = scans.begin().unwrap().keep(page(1)).unwrap();
    assert!(scans.page(&first).is_some());
    let second = scans.begin().unwrap().keep(page(2)).unwrap();
    assert!(scans.page(&first).is_none(), "the window may not cut a page that nobody sees any more");
    assert_eq!(scans.page(&second).unwrap().pixels, [2, 2]);
    let running = scans.begin().unwrap();
    scans.forget(&first);
    assert!(scans.page(&second).is_some(), "what is said late of another page takes none away");
    assert!(!running.stop.is_asked(), "and stops no scan");
    scans.forget(&second);
    assert!(scans.page(&second).is_none());
}

#[test]
fn what_runs_when_the_session_ends_is_stopped_and_leaves_no_page() {
    let scans = Arc::<Scans>::default();
    let turn = scans.begin().unwrap();
    scans.end();
    assert!(turn.stop.is_asked());
    assert_eq!(turn.keep(page(3)), None);
}

#[test]
fn a_scanner_is_asked_for_what_it_was_asked_last_and_for_the_usual_where_it_cannot() {
    let able = Capabilities {
        sources: vec![Source::Kaca],
        modes: vec![Mode::Abu, Mode::Warna],
        dpi: vec![150, 200, 400, 600],
        bed_mm: [216.0, 297.0],
        certificate: None,
    };
    let usual = Order { source: Source::Kaca, mode: Mode::Warna, dpi: 200, area: None };
    let (a, b) = (device("usb:1", "A", None), device("usb:2", "B", None));
    let mut known = KnownScanners::default();
    assert_eq!(known.order(&a, &able), usual, "the resolution nearest to 300, the lower of two");
    let grey = Order { mode: Mode::Abu, dpi: 600, ..usual };
    known.used(&a, grey);
    assert_eq!((known.order(&a, &able), known.order(&b, &able)), (grey, usual));
    assert_eq!(known.last.as_deref(), Some("A"));
    known.used(&a, Order { source: Source::Pengumpan, ..grey });
    assert_eq!(known.order(&a, &able), usual, "the feeder is gone");
}

#[test]
fn two_scanners_of_one_model_are_told_apart_by_their_ids_and_one_without_a_name_is_not_remembered() {
    let order = Order { source: Source::Kaca, mode: Mode::Abu, dpi: 600, area: None };
    let mut known = KnownScanners::default();
    known.used(&device("http://10.0.0.2/eSCL", "MFP", Some("id-1")), order);
    assert_eq!(known.last.as_deref(), Some("id-1"));
    assert!(!known.orders.contains_key("MFP"));
    known.used(&device("usb:1", "", None), order);
    assert_eq!(known.last.as_deref(), Some("id-1"));
}

#[test]
fn a_scanner_of_the_network_is_remembered_at_its_newest_address() {
    let mut known = KnownScanners::default();
    known.stands_at(&device("http://10.0.0.2/eSCL", "MFP", Some("id-1")));
    known.stands_at(&device("http://10.0.0.9/eSCL", "MFP", Some("id-2")));
    known.stands_at(&device("http://10.0.0.3/eSCL", "MFP", Some("id-1")));
    let places: Vec<_> = known.places.iter().map(|device| device.address.as_str()).collect();
    assert_eq!(places, ["http://10.0.0.3/eSCL", "http://10.0.0.9/eSCL"]);
    for number in 0..20 {
        known.stands_at(&device(&format!("http://10.0.1.{number}/eSCL"), "MFP", None));
    }
    assert_eq!(known.places.len(), MOST_PLACES);
}

#[test]
fn a_search_moves_a_scanner_that_is_known_and_remembers_no_other() {
    let mut known = KnownScanners::default();
    known.stands_at(&device("http://10.0.0.2/eSCL", "MFP", Some("id-1")));
    for found in [
        device("https://10.0.0.7/eSCL", "MFP", Some("id-1")),
        device("http://10.0.0.7/eSCL", "MFP", Some("id-1")),
        device("http://10.0.0.8/eSCL", "MFP", Some("id-2")),
        device("http://10.0.0.9/eSCL", "MFP", None),
    ] {
        known.seen_at(&found);
    }
    assert_eq!(known.places, [device("http://10.0.0.7/eSCL", "MFP", Some("id-1"))]);
}

#[test]
fn a_scanner_stays_held_to_its_first_certificate_until_somebody_renews_it() {
    let mfp = device("https://10.0.0.2/eSCL", "MFP", Some("id-1"));
    let moved = Device { address: "https://10.0.0.3/eSCL".to_owned(), ..mfp.clone() };
    let mut known = KnownScanners::default();
    assert_eq!(known.address(&mfp), "https://10.0.0.2/eSCL");
    known.hold(&mfp, "aa", false);
    known.hold(&mfp, "bb", false);
    assert_eq!(known.address(&moved), "https://10.0.0.3/eSCL#aa", "also at another address");
    known.hold(&mfp, "bb", true);
    assert_eq!(known.address(&mfp), "https://10.0.0.2/eSCL#bb");
    let bare = Device { address: "http://10.0.0.66/eSCL".to_owned(), ..mfp.clone() };
    known.stands_at(&mfp);
    known.stands_at(&bare);
    known.seen_at(&bare);
    assert_eq!(known.places, [mfp], "nobody stands in for it without a certificate");
    assert_eq!(known.address(&bare), "http://10.0.0.66/eSCL#bb", "and where it is asked it is refused");
}

#[test]
fn a_note_of_scanners_that_is_not_understood_costs_nobody_the_office() {
    for scanners in [
        r#"{}"#,
        r#"{"last":"A"}"#,
        r#"{"orders":{"A":{"source":"kaca","mode":"ungu","dpi":300,"area":null}}}"#,
        r#"[]"#,
        r#"7"#,
    ] {
        let note = format!(r#"{{"office":"/kantor","scanners":{scanners}}}"#);
        let known: KnownOffice = serde_json::from_str(&note).unwrap();
        assert_eq!(known.office.as_deref(), Some(Path::new("/kantor")), "{scanners}");
        assert!(known.scanners.orders.is_empty());
    }
    let before: KnownOffice = serde_json::from_str(r#"{"office":"/kantor"}"#).unwrap();
    assert_eq!(before.scanners, KnownScanners::default());
}

#[test]
fn whoever_scans_goes_before_whoever_only_looks() {
    let scans = Arc::<Scans>::default();
    let first = scans.look().unwrap();
    let second = scans.look().unwrap();
    assert!(first.is_asked() && !second.is_asked(), "a device serves one helper at a time");
    let turn = scans.begin().unwrap();
    assert!(second.is_asked(), "the scan is not refused because somebody looks");
    assert_eq!(scans.look().err(), Some(Trouble::Sibuk));
    drop(turn);
    let third = scans.look().unwrap();
    scans.end();
    assert!(third.is_asked(), "nobody looks behind a locked desk");
}
