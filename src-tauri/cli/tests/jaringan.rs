//! Scanners of the network as `loket-cli` meets them: an eSCL device on loopback that is as strict, as slow and as odd as
//! those of offices are.

use std::collections::VecDeque;
use std::process::Command;
use std::time::{Duration, Instant};

use loket_core::scanner::host::Drivers;
use loket_core::scanner::{
    Area, Heard, Mode, Order, Page, Reach, Scanner as _, Source, Stop, Trouble, held_to,
};
use loket_tests::EsclDevice;
use loket_tests::escl_device::{Announced, CAPABILITIES, MODEL, Reply, Script, UUID, page};

const PROGRAM: &str = env!("CARGO_BIN_EXE_loket-cli");

const GLASS: Order = Order { source: Source::Kaca, mode: Mode::Warna, dpi: 300, area: None };
const FEEDER: Order = Order { source: Source::Pengumpan, ..GLASS };

fn drivers() -> Drivers {
    Drivers::in_program(PROGRAM.into())
}

fn device(change: impl FnOnce(&mut Script)) -> EsclDevice {
    let mut script = Script::default();
    change(&mut script);
    EsclDevice::new(script)
}

/// Pages, how often progress was told, and how it ended.
fn scan(address: &str, order: &Order) -> (Vec<Page>, usize, Result<(), Trouble>) {
    let (mut pages, mut told) = (Vec::new(), 0);
    let done = drivers().scan(address, order, &Stop::default(), &mut |heard| match heard {
        Heard::Page(page) => pages.push(page),
        Heard::Progress { .. } => told += 1,
    });
    (pages, told, done)
}

fn sizes(pages: &[Page]) -> Vec<(u32, u32)> {
    pages.iter().map(|page| (page.width, page.height)).collect()
}

/// Pages of this size, one after the other.
fn stack(count: u32) -> VecDeque<Reply> {
    (0..count).map(|number| Reply::Chunks(page(500 + number, 700))).collect()
}

#[test]
fn a_device_says_what_it_is_and_what_it_can_do() {
    let device = device(|_| {});
    let found = drivers().devices(&Reach::At(device.address())).unwrap();
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].address, device.address());
    assert_eq!(found[0].model, MODEL);
    assert_eq!(found[0].id.as_deref(), Some(UUID));
    let able = drivers().capabilities(&device.address()).unwrap();
    assert_eq!(able.sources, [Source::Kaca, Source::Pengumpan, Source::PengumpanBolakBalik]);
    assert_eq!(able.modes, [Mode::Warna, Mode::Abu]);
    assert_eq!(able.dpi, [300, 600]);
    assert_eq!(able.bed_mm, [215.9, 297.0]);
    assert_eq!(able.certificate, None);
}

#[test]
fn a_page_from_the_glass_has_the_size_that_came_and_not_the_one_that_was_asked_for() {
    for location in [
        "PATH",
        "PATH/",
        "http://10.9.9.9:1PATH",
        "http://elsewhere.examplePATH/",
        "http://[fe80::1%eth0]:80PATH",
        "http://PATH",
        "BELOW",
    ] {
        let device = device(|script| script.location = location);
        let area = Some(Area { left: 10.0, top: 10.0, width: 101.6, height: 76.2 });
        let (pages, told, done) = scan(&device.address(), &Order { area, ..GLASS });
        assert_eq!((done, sizes(&pages)), (Ok(()), vec![(1204, 897)]), "{location}");
        assert_eq!((pages[0].dpi, pages[0].mode), (300, Mode::Warna));
        assert!(told > 0, "progress is told");
        assert!(device.heard_once("DELETE /eSCL/ScanJobs/1"), "{:?}", device.heard());
    }
}

#[test]
fn a_device_is_never_asked_for_more_than_it_has() {
    let device =
        device(|script| script.pages = [Reply::Body(page(30, 30)), Reply::Body(page(30, 30))].into());
    let beyond = Area { left: 200.0, top: 290.0, width: 400.0, height: 400.0 };
    for area in [beyond, Area { left: -5.0, top: -5.0, width: 0.0, height: 0.0 }] {
        let (_, _, done) = scan(&device.address(), &Order { area: Some(area), ..GLASS });
        assert_eq!(done, Ok(()), "a strict device takes it: {area:?}");
    }
    let orders = device.heard().iter().filter(|one| one.starts_with("POST")).count();
    for order in [Order { dpi: 75, ..GLASS }, Order { dpi: 400, ..GLASS }] {
        assert_eq!(scan(&device.address(), &order).2, Err(Trouble::Ditolak));
    }
    assert_eq!(
        device.heard().iter().filter(|one| one.starts_with("POST")).count(),
        orders,
        "nothing was ordered"
    );
}

#[test]
fn a_stack_ends_with_its_last_sheet_however_the_device_says_so() {
    for end in [vec![], vec![409], vec![410], vec![409, 404]] {
        let device = device(|script| {
            script.pages = stack(3);
            script.pages.extend(end.iter().map(|status| Reply::Status(*status)));
            script.states = [("Idle", "ScannerAdfLoaded"), ("Processing", "ScannerAdfEmpty")].into();
        });
        let (pages, _, done) = scan(&device.address(), &FEEDER);
        assert_eq!((done, sizes(&pages)), (Ok(()), vec![(500, 700), (501, 700), (502, 700)]), "{end:?}");
    }
}

#[test]
fn an_empty_feeder_is_told_whether_the_device_says_it_before_or_after_the_order() {
    let before = device(|script| script.states = [("Idle", "ScannerAdfEmpty")].into());
    assert_eq!(scan(&before.address(), &FEEDER).2, Err(Trouble::PengumpanKosong));
    assert!(!before.heard().iter().any(|one| one.starts_with("POST")), "nothing was ordered");
    let at = device(|script| script.orders = [409].into());
    assert_eq!(scan(&at.address(), &FEEDER).2, Err(Trouble::PengumpanKosong));
    for status in [404, 409, 410] {
        let after = device(|script| script.pages = [Reply::Status(status)].into());
        assert_eq!(scan(&after.address(), &FEEDER).2, Err(Trouble::PengumpanKosong), "{status}");
    }
}

#[test]
fn a_trouble_of_the_device_is_told_as_what_it_is_and_the_pages_before_stand() {
    for (state, trouble) in [
        (("Idle", "ScannerAdfJam"), Trouble::KertasMacet),
        (("Idle", "ScannerAdfHatchOpen"), Trouble::PenutupTerbuka),
        (("Stopped", "ScannerAdfLoaded"), Trouble::Terputus),
        (("Down", "ScannerAdfLoaded"), Trouble::TidakTersambung),
        (("Testing", "ScannerAdfLoaded"), Trouble::Pemanasan),
    ] {
        let at_once = device(|script| script.states = [state].into());
        assert_eq!(scan(&at_once.address(), &FEEDER).2, Err(trouble), "{state:?}");
        let midway = device(|script| {
            script.pages = stack(2);
            script.states = [("Idle", "ScannerAdfLoaded"), state].into();
        });
        let (pages, _, done) = scan(&midway.address(), &FEEDER);
        assert_eq!((pages.len(), done), (2, Err(trouble)), "{state:?}");
    }
    let glass = device(|script| script.states = [("Idle", "ScannerAdfJam")].into());
    assert_eq!(scan(&glass.address(), &GLASS).2, Ok(()), "the glass needs no feeder");
}

#[test]
fn a_device_that_is_not_ready_is_asked_again() {
    let device = device(|script| {
        script.orders = [503].into();
        script.pages.push_front(Reply::Status(503));
    });
    let (pages, _, done) = scan(&device.address(), &GLASS);
    assert_eq!((pages.len(), done), (1, Ok(())));
}

#[test]
fn a_device_that_stays_busy_is_told_as_busy() {
    let device = device(|script| script.orders = [503; 50].into());
    assert_eq!(scan(&device.address(), &GLASS).2, Err(Trouble::Sibuk));
    let orders = device.heard().iter().filter(|one| one.starts_with("POST")).count();
    assert!((2..50).contains(&orders), "it is asked again, and not for ever: {orders}");
}

#[test]
fn an_order_that_is_refused_is_told() {
    for (status, trouble) in [
        (400, Trouble::Ditolak),
        (401, Trouble::MintaSandi),
        (403, Trouble::MintaSandi),
        (404, Trouble::TidakDitemukan),
        (409, Trouble::Sibuk),
        (415, Trouble::Ditolak),
        (500, Trouble::Terputus),
        // Nothing is sent where another address says so.
        (307, Trouble::Ditolak),
    ] {
        let device = device(|script| script.orders = [status].into());
        assert_eq!(scan(&device.address(), &GLASS).2, Err(trouble), "{status}");
    }
}

#[test]
fn a_page_that_was_cut_short_is_no_page() {
    let whole = page(900, 700);
    for bytes in [
        whole[..whole.len() / 2].to_vec(),
        whole[..whole.len() - 2].to_vec(),
        Vec::new(),
        b"<html>maaf</html>".to_vec(),
        [&whole[..200], &[0xFF, 0xD9]].concat(),
    ] {
        let length = bytes.len();
        let device = device(|script| script.pages = [Reply::Chunks(bytes)].into());
        let (pages, _, done) = scan(&device.address(), &GLASS);
        assert_eq!((pages.len(), done), (0, Err(Trouble::Terputus)), "{length} bytes");
    }
    let filled = [whole, vec![0; 300]].concat();
    let device = device(|script| script.pages = [Reply::Body(filled)].into());
    assert_eq!(scan(&device.address(), &GLASS).2, Ok(()), "a block that was filled up is no harm");
}

#[test]
fn a_picture_that_says_it_is_huge_is_not_unpacked() {
    let mut huge = page(64, 64);
    let frame = huge.windows(2).position(|two| two == [0xFF, 0xC0]).unwrap();
    huge[frame + 5..frame + 9].fill(0xFF);
    let device = device(|script| script.pages = [Reply::Body(huge)].into());
    assert_eq!(scan(&device.address(), &GLASS).2, Err(Trouble::Ditolak));
}

#[test]
fn a_scan_is_stopped_while_its_page_comes_and_the_job_is_taken_back() {
    let device =
        device(|script| script.pages = [Reply::Slowly(page(2400, 3300), Duration::from_millis(50))].into());
    let stop = Stop::default();
    let (mut asked, mut pages) = (None, 0);
    let done = drivers().scan(&device.address(), &GLASS, &stop, &mut |heard| {
        pages += usize::from(matches!(heard, Heard::Page(_)));
        stop.stop();
        asked.get_or_insert_with(Instant::now);
    });
    let took = asked.expect("progress was told").elapsed();
    assert_eq!((pages, done), (0, Err(Trouble::Dibatalkan)));
    // The promise is half a second; a busy computer is given more.
    assert!(took < Duration::from_secs(3), "{took:?}");
    assert_eq!(
        scan(&device.address(), &GLASS).2,
        Err(Trouble::Terputus),
        "it takes the next order, and has no page left"
    );
    let begun = Instant::now();
    while !device.heard().iter().any(|one| one.starts_with("DELETE")) {
        assert!(begun.elapsed() < Duration::from_secs(10), "{:?}", device.heard());
        std::thread::sleep(Duration::from_millis(20));
    }
}

#[test]
fn a_device_is_held_to_the_certificate_that_it_showed_first() {
    let first = EsclDevice::secure(Script::default());
    let able = drivers().capabilities(&first.address()).unwrap();
    let certificate = able.certificate.expect("it has one");
    assert_eq!(certificate.len(), 64);
    let held = held_to(&first.address(), &certificate);
    assert_eq!(scan(&held, &GLASS).2, Ok(()));
    let other = EsclDevice::secure(Script::default());
    let held = held_to(&other.address(), &certificate);
    assert_eq!(drivers().capabilities(&held), Err(Trouble::SertifikatLain));
    let bare = device(|_| {});
    let held_bare = held_to(&bare.address(), &certificate);
    assert_eq!(drivers().capabilities(&held_bare), Err(Trouble::SertifikatLain));
    assert_eq!(bare.heard(), Vec::<String>::new(), "it is not met without a certificate");
    assert_eq!(scan(&held, &GLASS).2, Err(Trouble::SertifikatLain));
    assert_eq!(other.heard(), Vec::<String>::new(), "nothing was asked of it");
}

#[test]
fn what_was_typed_is_looked_for_with_and_without_its_parts() {
    let (plain, secure) = (device(|_| {}), EsclDevice::secure(Script::default()));
    for device in [&plain, &secure] {
        let port = device.port();
        for typed in [format!("127.0.0.1:{port}"), format!(" 127.0.0.1:{port}/ "), device.address()] {
            let found = drivers().devices(&Reach::At(typed.clone())).unwrap();
            assert_eq!(found[0].address, device.address(), "{typed:?}");
        }
    }
    let bare = plain.address().replace("/eSCL", "/");
    assert_eq!(drivers().devices(&Reach::At(bare)).unwrap()[0].address, plain.address());
    for typed in
        ["", "dua kata", "http://", "ftp://127.0.0.1", "127.0.0.1/<x>", "http://127.0.0.1:99999/eSCL"]
    {
        assert_eq!(
            drivers().devices(&Reach::At(typed.to_owned())),
            Err(Trouble::TidakDitemukan),
            "{typed:?}"
        );
    }
    assert_eq!(drivers().devices(&Reach::At("127.0.0.1:9".to_owned())), Err(Trouble::TidakTersambung));
}

#[test]
fn what_is_no_scanner_is_not_taken_for_one() {
    let entity =
        "<!DOCTYPE x [<!ENTITY a \"aaaa\">]><scan:ScannerCapabilities>&a;</scan:ScannerCapabilities>";
    let deep = "<a>".repeat(100_000);
    let no_jpeg = Script::default().capabilities.replace("image/jpeg", "image/tiff");
    let no_size = Script::default().capabilities.replace("MaxWidth", "Lebar");
    let endless = "<scan:x/>".repeat(100_000);
    for document in ["", "<html></html>", "{}", CAPABILITIES, entity, &deep, &no_jpeg, &no_size, &endless] {
        let device = device(|script| script.capabilities = document.to_owned());
        let start = &document[..document.len().min(40)];
        assert_eq!(drivers().capabilities(&device.address()), Err(Trouble::TidakDitemukan), "{start}");
    }
    let long = device(|script| script.capabilities.push_str(&" ".repeat(3 << 20)));
    assert_eq!(drivers().capabilities(&long.address()), Err(Trouble::Terputus), "a document without an end");
}

#[test]
fn pages_of_a_device_that_is_named_by_its_address_go_into_files() {
    let device = device(|script| script.pages = stack(2));
    let folder = tempfile::tempdir().unwrap();
    let mut command = Command::new(PROGRAM);
    command.args(["pindai", &device.address(), "--keluar", "hasil", "--umpan"]).current_dir(folder.path());
    let output = command.output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let pages = ["halaman-001.png", "halaman-002.png"].map(|name| folder.path().join("hasil").join(name));
    let widths = pages.map(|path| image::open(path).unwrap().width());
    assert_eq!(widths, [500, 501]);
}

#[test]
fn a_device_that_announces_itself_is_found_over_tls_first() {
    let (secure, plain) = (EsclDevice::secure(Script::default()), device(|_| {}));
    let announced = [secure.announce(), plain.announce()];
    if !announced.iter().all(Announced::is_heard) {
        println!("no multicast on this computer: nothing was looked for");
        return;
    }
    let ours = || {
        let found = drivers().devices(&Reach::Network).unwrap();
        found.into_iter().filter(|device| device.id.as_deref() == Some(UUID)).collect::<Vec<_>>()
    };
    let mut found = ours();
    // Nothing is announced twice within a second, so a search may hear one of them only.
    for _ in 0..9 {
        if found.len() < 2 {
            std::thread::sleep(Duration::from_millis(1_200));
            found = ours();
        }
    }
    let addresses: Vec<_> = found.iter().map(|device| device.address.clone()).collect();
    assert_eq!(addresses, [secure.address(), plain.address()]);
    assert!(found.iter().all(|device| device.model == MODEL));
}
