//! Scanners as `loket-cli` finds them: the test device of SANE with its faults, and helpers that misbehave.
#![cfg(target_os = "linux")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::thread;
use std::time::Duration;

use loket_core::scanner::host::Drivers;
use loket_core::scanner::{Area, Heard, Mode, Order, Page, Reach, Scanner as _, Source, Stop, Trouble};

const PROGRAM: &str = env!("CARGO_BIN_EXE_loket-cli");
const TEST: &str = "test:0";

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}-{}", std::process::id()));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder can be made");
    folder
}

/// A folder in which SANE knows its test device only, set as the lines say.
fn device(name: &str, lines: &str) -> PathBuf {
    let folder = folder(name);
    fs::write(folder.join("dll.conf"), "test\n").expect("written");
    let usual = "number_of_devices 1\nmode Color\ntest-picture \"Color pattern\"\n";
    fs::write(folder.join("test.conf"), format!("{usual}{lines}\n")).expect("written");
    folder
}

fn drivers(config: &Path) -> Drivers {
    Drivers::in_program(PROGRAM.into()).with("SANE_CONFIG_DIR", config)
}

fn order(source: Source, mode: Mode, dpi: u32) -> Order {
    Order { source, mode, dpi, area: None }
}

const GLASS: Order = Order { source: Source::Kaca, mode: Mode::Warna, dpi: 150, area: None };

/// Pages, how often progress was told, and how it ended.
fn scan(drivers: &Drivers, order: &Order) -> (Vec<Page>, usize, Result<(), Trouble>) {
    let (mut pages, mut told) = (Vec::new(), 0);
    let done = drivers.scan(TEST, order, &Stop::default(), &mut |heard| match heard {
        Heard::Page(page) => pages.push(page),
        Heard::Progress { read, of } => {
            told += 1;
            assert!(of.is_none_or(|of| read <= of), "{read} of {of:?}");
        }
    });
    (pages, told, done)
}

fn one_page(drivers: &Drivers, order: &Order) -> Page {
    let (mut pages, _, done) = scan(drivers, order);
    assert_eq!(done, Ok(()));
    assert_eq!(pages.len(), 1);
    pages.remove(0)
}

#[test]
fn the_device_is_found_with_what_it_can_do() {
    let drivers = drivers(&device("kemampuan", ""));
    let found = drivers.devices(&Reach::Here).unwrap();
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].address.as_str(), found[0].model.as_str()), (TEST, "Noname frontend-tester"));
    let able = drivers.capabilities(TEST).unwrap();
    assert_eq!(able.sources, [Source::Kaca, Source::Pengumpan]);
    assert_eq!(able.modes, [Mode::Warna, Mode::Abu]);
    assert_eq!(able.dpi, [150, 200, 300, 400, 600]);
    assert_eq!(able.bed_mm, [200.0, 200.0]);
}

#[test]
fn the_glass_gives_one_page_in_the_size_that_was_asked_for() {
    let drivers = drivers(&device("kaca", ""));
    for (mode, dpi, pixels) in [(Mode::Warna, 300, 2362), (Mode::Abu, 150, 1181)] {
        let (pages, told, done) = scan(&drivers, &order(Source::Kaca, mode, dpi));
        assert_eq!(done, Ok(()));
        let [page] = pages.as_slice() else { panic!("{pages:?}") };
        assert_eq!((page.width, page.height, page.mode, page.dpi), (pixels, pixels, mode, dpi));
        assert!(told > 1, "progress was told");
        assert!(page.pixels.iter().any(|sample| *sample != page.pixels[0]), "a pattern is seen");
    }
}

#[test]
fn a_part_of_the_glass_is_scanned_alone_and_one_that_is_too_large_as_far_as_the_glass_reaches() {
    let drivers = drivers(&device("bagian", ""));
    let part = |left, top, width, height| Order { area: Some(Area { left, top, width, height }), ..GLASS };
    let card = one_page(&drivers, &part(20.0, 30.0, 85.6, 54.0));
    // The device rounds to whole millimetres; what it made is what counts.
    assert!((505..=512).contains(&card.width) && (318..=325).contains(&card.height), "{card:?}");
    let sheet = one_page(&drivers, &part(0.0, 0.0, 210.0, 297.0));
    assert_eq!((sheet.width, sheet.height), (1181, 1181));
}

#[test]
fn the_feeder_gives_its_pages_until_it_is_empty() {
    let drivers = drivers(&device("umpan", ""));
    let (pages, _, done) = scan(&drivers, &order(Source::Pengumpan, Mode::Abu, 150));
    assert_eq!(done, Ok(()));
    assert_eq!(pages.len(), 10, "the test device holds ten sheets");
    assert!(pages.iter().all(|page| (page.width, page.height) == (1181, 1181)));
}

#[test]
fn every_fault_of_the_device_is_told_as_what_it_is() {
    for (status, trouble) in [
        ("DEVICE_BUSY", Trouble::Sibuk),
        ("JAMMED", Trouble::KertasMacet),
        ("NO_DOCS", Trouble::PengumpanKosong),
        ("COVER_OPEN", Trouble::PenutupTerbuka),
        ("IO_ERROR", Trouble::Terputus),
        ("CANCELLED", Trouble::Dibatalkan),
        ("ACCESS_DENIED", Trouble::TanpaIzin),
        ("NO_MEM", Trouble::Ditolak),
        ("INVAL", Trouble::Ditolak),
        ("UNSUPPORTED", Trouble::Ditolak),
    ] {
        let config =
            device(&format!("galat-{status}"), &format!("read-status-code \"SANE_STATUS_{status}\""));
        for source in [Source::Kaca, Source::Pengumpan] {
            let (pages, _, done) = scan(&drivers(&config), &order(source, Mode::Warna, 150));
            assert_eq!((pages, done), (Vec::new(), Err(trouble)), "{status}");
        }
    }
}

#[test]
fn a_device_that_works_otherwise_gives_the_same_page() {
    let usual = one_page(&drivers(&device("biasa", "")), &GLASS);
    for (name, lines) in [
        ("tiga-rgb", "three-pass true"),
        ("tiga-gbr", "three-pass true\nthree-pass-order GBR"),
        ("terbatas", "read-limit true\nread-limit-size 1000"),
        ("lambat", "read-delay true\nread-delay-duration 1000"),
        ("tak-menunggu", "non-blocking true"),
        ("dalam", "depth 16"),
    ] {
        let page = one_page(&drivers(&device(name, lines)), &GLASS);
        assert!(page == usual, "{name}: {page:?}");
    }
}

#[test]
fn a_hand_scanner_that_does_not_know_how_long_its_page_is_gives_it() {
    let page = one_page(&drivers(&device("tangan", "hand-scanner true")), &GLASS);
    assert!(page.width > 500 && page.height > 100, "{page:?}");
}

#[test]
fn what_is_not_there_is_not_found_and_what_no_device_does_is_refused() {
    let config = device("tiada", "");
    let drivers = drivers(&config);
    assert_eq!(drivers.capabilities("test:7"), Err(Trouble::TidakDitemukan));
    for address in ["", "tidak:ada", "test:0\0"] {
        let done = drivers.scan(address, &GLASS, &Stop::default(), &mut |_| {});
        assert_eq!(done, Err(Trouble::TidakDitemukan), "{address:?}");
    }
    for dpi in [0, 149, 601, u32::MAX] {
        assert_eq!(scan(&drivers, &order(Source::Kaca, Mode::Abu, dpi)).2, Err(Trouble::Ditolak), "{dpi}");
    }
    let both = order(Source::PengumpanBolakBalik, Mode::Abu, 150);
    assert_eq!(scan(&drivers, &both).2, Err(Trouble::Ditolak), "it has one side only");
    fs::write(config.join("dll.conf"), "").unwrap();
    assert_eq!(drivers.devices(&Reach::Here), Ok(Vec::new()));
}

#[test]
fn a_device_whose_driver_came_with_a_package_is_found_at_this_computer() {
    let config = device("paket", "");
    fs::create_dir(config.join("dll.d")).unwrap();
    fs::write(config.join("dll.conf"), "net\n").unwrap();
    fs::write(config.join("dll.d/paket"), "# dari paket\ntest\n").unwrap();
    let found = drivers(&config).devices(&Reach::Here).unwrap();
    assert_eq!(found.iter().map(|device| device.address.as_str()).collect::<Vec<_>>(), [TEST]);
}

#[test]
fn the_next_scan_waits_until_the_stopped_one_has_closed_its_device() {
    let log = folder("jurnal").join("jurnal");
    let word = |word: &str| format!("echo {word} >> '{}'", log.display());
    let slow = format!("{}; read -r stop; sleep 0.6; {}", word("buka"), word("tutup"));
    let drivers = misbehaving(&slow).giving_up_after(Duration::from_secs(60));
    let stop = Stop::default();
    let stopping = stop.clone();
    let opened = log.clone();
    thread::spawn(move || {
        while !opened.exists() {
            thread::sleep(Duration::from_millis(5));
        }
        stopping.stop();
    });
    assert_eq!(drivers.scan(TEST, &GLASS, &stop, &mut |_| {}), Err(Trouble::Dibatalkan));
    let next = format!("{}; echo '\"done\"'", word("lagi"));
    assert_eq!(misbehaving(&next).giving_up_after(Duration::from_secs(60)).devices(&Reach::Here), Ok(vec![]));
    assert_eq!(fs::read_to_string(log).unwrap(), "buka\ntutup\nlagi\n");
}

#[test]
fn a_scan_that_is_stopped_ends_and_the_device_is_free_again() {
    let slow = device("berhenti", "read-delay true\nread-delay-duration 200000");
    let stop = Stop::default();
    let mut pages = 0;
    let done = drivers(&slow).scan(TEST, &order(Source::Kaca, Mode::Warna, 600), &stop, &mut |heard| {
        pages += usize::from(matches!(heard, Heard::Page(_)));
        stop.stop();
    });
    assert_eq!((pages, done), (0, Err(Trouble::Dibatalkan)));
    one_page(&drivers(&device("lagi", "")), &GLASS);
}

/// A helper that does what a driver does when it fails.
fn misbehaving(script: &str) -> Drivers {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/pembantu.sh");
    Drivers::in_program(path.into()).with("BEHAVIOUR", script).giving_up_after(Duration::from_millis(300))
}

#[test]
fn a_driver_that_hangs_crashes_or_talks_nonsense_is_given_up_and_the_pages_before_stand() {
    let page = r#"printf '{"page":{"width":2,"height":1,"mode":"abu","dpi":300}}\nab'"#;
    for (name, script) in [
        ("diam", "exec sleep 60".to_owned()),
        ("mati", "kill -SEGV $$".to_owned()),
        ("habis", "exit 0".to_owned()),
        ("kacau", "echo halo; exec sleep 60".to_owned()),
        (
            "besar",
            r#"echo '{"page":{"width":60000,"height":60000,"mode":"warna","dpi":600}}'; exec sleep 60"#
                .to_owned(),
        ),
        ("potong", r#"printf '{"page":{"width":2,"height":9,"mode":"abu","dpi":300}}\nab'"#.to_owned()),
        ("sesudah", format!("{page}; exec sleep 60")),
    ] {
        // A page has to come within it, however busy the computer is.
        let patience = Duration::from_millis(if name == "sesudah" { 8_000 } else { 300 });
        let (pages, _, done) = scan(&misbehaving(&script).giving_up_after(patience), &GLASS);
        assert_eq!(done, Err(Trouble::Terputus), "{name}");
        assert_eq!(pages.len(), usize::from(name == "sesudah"), "{name}");
    }
    assert_eq!(misbehaving("exec sleep 60").devices(&Reach::Here), Err(Trouble::Terputus));
    assert_eq!(misbehaving("echo '\"done\"'").capabilities(TEST), Err(Trouble::Terputus));
    let missing = Drivers::in_program("/tidak/ada/loket".into());
    assert_eq!(missing.devices(&Reach::Here), Err(Trouble::Terputus));
}

#[test]
fn a_driver_that_does_not_listen_to_the_stop_is_ended_all_the_same() {
    let stop = Stop::default();
    stop.stop();
    let deaf = misbehaving("trap '' TERM; exec sleep 60").giving_up_after(Duration::from_secs(60));
    assert_eq!(deaf.scan(TEST, &GLASS, &stop, &mut |_| {}), Err(Trouble::Dibatalkan));
}

fn run(config: &Path, words: &[&str]) -> Output {
    let mut command = Command::new(PROGRAM);
    // The printers are those of the folder, whatever this computer has.
    let spool = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/spool");
    let programs = format!("{}:{}", spool.display(), std::env::var("PATH").unwrap_or_default());
    command.env("SANE_CONFIG_DIR", config).env("SPOOL", config).env("PATH", programs);
    command.env("CUPS_SERVER", config.join("tanpa-soket"));
    command.args(words).current_dir(config).stdin(Stdio::null());
    command.output().expect("the program starts")
}

fn text(bytes: &[u8]) -> &str {
    str::from_utf8(bytes).expect("it prints UTF-8")
}

#[test]
fn perangkat_names_what_is_found() {
    let config = device("sebut", "");
    let output = run(&config, &["perangkat", "--json", "--lokal"]);
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(
        lines_of("pemindai", &output),
        [serde_json::json!({
            "jenis": "pemindai",
            "keadaan": "siap",
            "nama": "Noname frontend-tester",
            "alamat": "test:0",
            "sumber": ["kaca", "pengumpan"],
            "pengenal": null,
            "sertifikat": null,
            "ragam": ["warna", "abu"],
            "dpi": [150, 200, 300, 400, 600],
            "kaca_mm": [200.0, 200.0],
        })]
    );
    assert!(text(&run(&config, &["perangkat", "--lokal"]).stdout).contains("Sumber    kaca, pengumpan\n"));
    fs::write(config.join("dll.conf"), "").unwrap();
    let output = run(&config, &["perangkat", "--lokal"]);
    assert_eq!(output.status.code(), Some(0));
    let said = text(&output.stdout);
    assert!(
        said.starts_with("Tidak ada pemindai yang ditemukan.\nTidak ada printer yang ditemukan.\n"),
        "{said}"
    );
}

/// The objects of one kind; cameras of this computer may stand among them.
fn lines_of(kind: &str, output: &Output) -> Vec<serde_json::Value> {
    let lines =
        text(&output.stdout).lines().map(|line| serde_json::from_str(line).expect("an object per line"));
    lines.filter(|line: &serde_json::Value| line["jenis"] == kind).collect()
}

#[test]
fn perangkat_names_printers_and_what_keeps_one_from_printing() {
    let config = device("printer", "");
    fs::write(config.join("dll.conf"), "").unwrap();
    fs::write(config.join("queues"), "Kantor\n").unwrap();
    fs::write(config.join("default"), "system default destination: Kantor\n").unwrap();
    fs::write(config.join("printer"), "printer Kantor is idle.\n\tAlerts: none\n").unwrap();
    let ready = serde_json::json!({
        "jenis": "printer", "keadaan": "siap", "nama": "Kantor", "bawaan": true,
    });
    let output = run(&config, &["perangkat", "--json", "--lokal"]);
    assert_eq!((output.status.code(), lines_of("printer", &output)), (Some(0), vec![ready]));

    fs::write(config.join("printer"), "printer Kantor is idle.\n\tAlerts: media-jam-error\n").unwrap();
    let output = run(&config, &["perangkat", "--json", "--lokal"]);
    assert_eq!(output.status.code(), Some(1));
    let jammed = &lines_of("printer", &output)[0];
    assert_eq!((&jammed["keadaan"], &jammed["kendala"]), (&"bermasalah".into(), &"kertas_macet".into()));
    assert!(text(&output.stderr).contains("1 perangkat bermasalah."), "{}", text(&output.stderr));
    assert!(
        text(&run(&config, &["perangkat", "--lokal"]).stdout)
            .contains("Kantor\n  Printer   bawaan\n  BERMASALAH")
    );
}

#[test]
fn pindai_writes_each_page_by_address_or_by_name_and_overwrites_none() {
    let config = device("tulis", "");
    let output = run(&config, &["pindai", TEST, "--keluar", "hasil", "--dpi", "150"]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    assert_eq!(text(&output.stdout), "hasil/halaman-001.png: 1181 x 1181, 150 dpi\n");
    let png = fs::read(config.join("hasil/halaman-001.png")).unwrap();
    assert!(png.starts_with(b"\x89PNG"));
    let again = ["pindai", "Noname frontend-tester", "--keluar", "hasil", "--dpi", "150", "--abu"];
    let output = run(&config, &again);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("sudah ada dan tidak ditimpa"), "{}", text(&output.stderr));
    assert_eq!(fs::read(config.join("hasil/halaman-001.png")).unwrap(), png);
    let output = run(&config, &["pindai", "tidak:ada", "--keluar", "lain"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("Pemindai ini tidak ditemukan lagi."), "{}", text(&output.stderr));
}
