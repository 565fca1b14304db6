//! A scanner from its order to the sealed picture: SANE's test device, an eSCL device on loopback, and one that falls silent
//! while somebody types.

use std::cell::Cell;
use std::fs;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use loket_core::actions::{KdfParams, Session, practice};
use loket_core::capture::Taken;
use loket_core::document::{DocumentKind, PictureSource};
use loket_core::scanner::host::Drivers;
use loket_core::scanner::{Heard, Mode, Order, Page, Reach, Scanner as _, Source, Stop, Trouble};
use loket_tests::EsclDevice;
use loket_tests::escl_device::{Reply, Script, UUID, page};

use crate::figures::{Times, repeat, timed};
use crate::typing::typed;
use crate::{Outcome, Place, open_case};

const RUNS: usize = 20;
const GLASS: Order = Order { source: Source::Kaca, mode: Mode::Warna, dpi: 300, area: None };
const SANE: &str = "test:0";

/// A4 at 300 dpi.
const A4: (u32, u32) = (2480, 3508);

/// How long the silent device is waited for here; at the desk it is a minute and a half.
const PATIENCE: Duration = Duration::from_secs(4);

pub(crate) fn scan() -> Outcome {
    let place = Place::new()?;
    let config = place.0.path().join("sane");
    fs::create_dir(&config)?;
    fs::write(config.join("dll.conf"), "test\n")?;
    fs::write(config.join("test.conf"), "number_of_devices 1\nmode Color\ntest-picture \"Color pattern\"\n")?;
    let drivers = Drivers::in_program(std::env::current_exe()?).with("SANE_CONFIG_DIR", &config);
    let mut session = place.found(practice::PASSWORD, KdfParams::cheap_for_tests())?;
    let case = open_case(&mut session)?;

    let times = repeat(RUNS, |_| timed(|| sealed(&drivers, SANE, &mut session, &case)))?;
    times.describe("SANE, 200 x 200 mm at 300 dpi, sealed");
    times.measure("scan-sane");

    let device = EsclDevice::new(Script::default());
    let jpeg = page(A4.0, A4.1);
    println!("a page of {} kB", jpeg.len() / 1000);
    let times = repeat(RUNS, |_| {
        device.set(|script| script.pages = [Reply::Chunks(jpeg.clone())].into());
        timed(|| one_page(&drivers, &device.address()))
    })?;
    times.describe("eSCL, A4 at 300 dpi, at the desk");
    times.measure("scan-escl");
    device.set(|script| script.pages = [Reply::Chunks(jpeg.clone())].into());
    let whole = timed(|| sealed(&drivers, &device.address(), &mut session, &case))?;
    println!("the same, sealed: {:.0} ms", whole.as_secs_f64() * 1000.0);

    found(&drivers)?;
    stopped(&drivers, &jpeg)?;
    silent(&drivers, &jpeg, session, &case)
}

fn one_page(drivers: &Drivers, address: &str) -> Outcome<Page> {
    let mut pages = Vec::new();
    drivers
        .scan(address, &GLASS, &Stop::default(), &mut |heard| {
            if let Heard::Page(page) = heard {
                pages.push(page);
            }
        })
        .map_err(|trouble| trouble.what_happened())?;
    pages.pop().ok_or_else(|| "no page came".into())
}

/// As the desk does it with the whole of a page.
fn sealed(drivers: &Drivers, address: &str, session: &mut Session, case: &str) -> Outcome<String> {
    let page = one_page(drivers, address)?;
    let (right, bottom) = (page.width as f32, page.height as f32);
    let cut = page.cut([[0.0, 0.0], [right, 0.0], [right, bottom], [0.0, bottom]], 0)?;
    let taken = Taken::check(DocumentKind::Npwp, cut.page.to_jpeg()?)?;
    Ok(session.add_picture(case, PictureSource::Pemindai, taken)?)
}

fn found(drivers: &Drivers) -> Outcome {
    let device = EsclDevice::new(Script::default());
    let _announced = device.announce();
    let times = repeat(5, |_| {
        // Nothing is announced twice within a second (RFC 6762, 6), however often it is asked for.
        std::thread::sleep(Duration::from_millis(1_500));
        timed(|| {
            let found = drivers.devices(&Reach::Network).map_err(|trouble| trouble.what_happened())?;
            let ours = found.iter().any(|device| device.id.as_deref() == Some(UUID));
            if ours { Ok(()) } else { Err("the device was not found".into()) }
        })
    })?;
    times.describe("a list with a device that announces itself");
    times.measure("scan-found");
    Ok(())
}

/// From the press on "Batalkan" to the answer, while a page comes.
fn stopped(drivers: &Drivers, jpeg: &[u8]) -> Outcome {
    let mut times = Vec::new();
    for _ in 0..RUNS {
        let slow = Reply::Slowly(jpeg.to_vec(), Duration::from_millis(40));
        let device = EsclDevice::new(Script { pages: [slow].into(), ..Script::default() });
        let stop = Stop::default();
        let pressed = Cell::new(None);
        let done = drivers.scan(&device.address(), &GLASS, &stop, &mut |_| {
            stop.stop();
            pressed.set(pressed.get().or(Some(Instant::now())));
        });
        if done != Err(Trouble::Dibatalkan) {
            return Err("the scan was not stopped".into());
        }
        times.push(pressed.get().ok_or("no progress was told")?.elapsed());
    }
    let times = Times::of(times);
    times.describe("a scan stopped in the middle of a page");
    println!("measure\tscan-stopped\t{:.2}\tms", times.most());
    Ok(())
}

/// Somebody types while a device says nothing more.
fn silent(drivers: &Drivers, jpeg: &[u8], session: Session, case: &str) -> Outcome {
    let mute = Reply::Slowly(jpeg.to_vec(), Duration::from_secs(3_600));
    let device = EsclDevice::new(Script { pages: [mute].into(), ..Script::default() });
    let desk = Mutex::new(session);
    let impatient = drivers.clone().giving_up_after(PATIENCE);
    let begun = Instant::now();
    let (times, given_up) = std::thread::scope(|scope| {
        let scanning = scope.spawn(|| {
            let done = impatient.scan(&device.address(), &GLASS, &Stop::default(), &mut |_| {});
            (done, begun.elapsed())
        });
        let times = typed(&desk, case, 0);
        (times, scanning.join())
    });
    let (done, after) = given_up.map_err(|_| "the scanning thread fell over")?;
    if done != Err(Trouble::Terputus) {
        return Err("the silent device was not given up".into());
    }
    println!("given up after {:.1} s of {:.0} s", after.as_secs_f64(), PATIENCE.as_secs_f64());
    let times = times?;
    times.describe("a field typed and the case seen meanwhile");
    println!("measure\tscan-typing\t{:.2}\tms", times.most());
    Ok(())
}
