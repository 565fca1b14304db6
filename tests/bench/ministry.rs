//! A year of a ministry: 15,000 cases, each through the actions of the desk, and what an official asks of them.
//!
//! The office is made once and kept beside the program, for it takes long to live a year.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use loket_core::actions::permohonan::AttendeeInput;
use loket_core::actions::{KdfParams, Session, World, practice};
use loket_core::form::{FormField, Kapasitas};
use loket_core::laporan::{PeriodKind, ReportFormat};
use loket_core::permohonan::Confirmation;
use loket_core::reasons::Reason;
use loket_core::world::Clock as _;
use loket_tests::world::WallClock;
use loket_tests::{Desk, Guest, RATNA};

use crate::Outcome;
use crate::archive::{arrive, hand_in};
use crate::figures::{Times, repeat, timed};

const CASES: u32 = 15_000;
const YEAR: i32 = 2026;
/// One in the morning at the office.
const NEW_YEAR: DateTime<Utc> = DateTime::from_timestamp(1_767_204_000, 0).unwrap();
/// In which the recapitulation is asked for: full, and not the last.
const MONTH: u32 = 10;
const RUNS: usize = 20;

pub(crate) fn ministry() -> Outcome {
    let clock = Arc::new(WallClock::at(YEAR, 1, 1, 0, 30));
    let world = || World { clock: Arc::<WallClock>::clone(&clock), ..World::default() };
    let folder = lived(&clock, &world)?;
    clock.set(YEAR, 12, 31, 15, 0);
    let mut session = unlock(&folder, world())?;
    let day = NaiveDate::from_ymd_opt(YEAR, MONTH, 9).ok_or("a day")?;

    println!("{CASES} cases");
    measure("ministry-home", |_| timed(|| Ok(session.home()?)))?;
    measure("ministry-month", |_| timed(|| Ok(session.report(PeriodKind::Bulan, day)?)))?;
    let year = repeat(RUNS, |_| timed(|| Ok(session.report(PeriodKind::Tahun, day)?)))?;
    year.describe("recapitulation of the year");
    let mut file = |kind, format| measure_as(|_| timed(|| Ok(session.report_file(kind, day, format, None)?)));
    let xlsx = file(PeriodKind::Tahun, ReportFormat::Xlsx)?;
    let pdf = file(PeriodKind::Bulan, ReportFormat::Pdf)?;
    let csv = file(PeriodKind::Tahun, ReportFormat::Csv)?;
    told(&xlsx, "ministry-xlsx");
    told(&pdf, "ministry-pdf");
    csv.describe("CSV of the year");
    session.lock(false)?;
    Ok(())
}

fn measure_as(work: impl FnMut(usize) -> Outcome<std::time::Duration>) -> Outcome<Times> {
    repeat(RUNS, work)
}

fn measure(name: &str, work: impl FnMut(usize) -> Outcome<std::time::Duration>) -> Outcome {
    told(&measure_as(work)?, name);
    Ok(())
}

fn told(times: &Times, name: &str) {
    times.describe(name);
    times.measure(name);
}

fn unlock(folder: &Path, world: World) -> Outcome<Session> {
    Ok(Session::unlock(folder, RATNA.username, RATNA.password, world).map_err(|refused| refused.error)?)
}

/// The office after its year; one that was cut short goes on.
fn lived(clock: &WallClock, world: &impl Fn() -> World) -> Outcome<PathBuf> {
    let program = std::env::current_exe()?;
    let place = program.parent().ok_or("the program has no folder")?.join(format!("ministry-{CASES}"));
    let (folder, done) = (place.join("kantor"), place.join("lived"));
    if done.exists() {
        return Ok(folder);
    }
    let begun = Instant::now();
    let session = if folder.exists() {
        let session = unlock(&folder, world())?;
        let now = session.store().now();
        let behind = session.store().clock_trouble()?.map_or(0, |trouble| trouble.lag(now).num_minutes());
        clock.pass(behind.max(0) + 1);
        session
    } else {
        fs::create_dir_all(&place)?;
        practice::found_empty(&folder, RATNA.password, KdfParams::cheap_for_tests(), world())?
    };
    let (_, lived) = session.search("", 1)?;
    let mut desk = Desk { session, officer: RATNA };
    for number in u32::try_from(lived)?..CASES {
        live(&mut desk, clock, number).map_err(|error| format!("case {number}: {error:?}"))?;
        if number % 500 == 499 {
            println!("{} cases in {:.0} s", number + 1, begun.elapsed().as_secs_f64());
        }
    }
    desk.leave();
    fs::write(done, b"")?;
    Ok(folder)
}

/// One case after the other round the clock, 35 minutes each, so that the clock never goes back and the year is full.
/// Of twenty, fourteen go all the way, two are sent for a repair, one is refused, one called off, and two still wait.
fn live(desk: &mut Desk, clock: &WallClock, number: u32) -> Outcome {
    let due = NEW_YEAR + TimeDelta::minutes(35 * i64::from(number));
    clock.pass((due - clock.now()).num_minutes());
    let mut guest = arrive(desk, number)?;
    become_somebody_else(desk, &mut guest, number)?;
    if number % 20 == 3 {
        return Ok(desk.session.cancel(&guest.case, "Pelaku usaha tidak jadi mendaftar.")?);
    }
    hand_in(desk, &guest)?;
    clock.pass(i64::from(number % 3));
    match number % 20 {
        0 | 1 => return Ok(()),
        2 => {
            desk.call(&guest);
            clock.pass(6);
            return Ok(desk.session.refuse(&guest.case, Reason::X01, "Tercantum")?);
        }
        4 | 5 => {
            desk.call(&guest);
            clock.pass(11);
            desk.send_for_repair(&guest, if number % 40 < 20 { Reason::P05 } else { Reason::P08 }, "");
            return Ok(());
        }
        _ => {}
    }
    let began = desk.session.today();
    desk.verify(&guest);
    let took = i64::from(number * 7 % 33);
    clock.pass(took);
    desk.declare(&guest);
    // Over the night nobody can tell the minutes, which asks for a reason too.
    let why = if took > 30 || began != desk.session.today() { "Akta terakhir dicari." } else { "" };
    desk.session.approve(&guest.case, RATNA.password, why).map_err(|refused| refused.error)?;
    desk.session.record_activation(&guest.case, "contohkarya")?;
    if number.is_multiple_of(3) {
        desk.session.close_sikap(&guest.case, Confirmation::Telepon)?;
    }
    Ok(())
}

/// A thousand directors with fifteen firms each: were it one, every case would look like a duplicate of all others.
fn become_somebody_else(desk: &mut Desk, guest: &mut Guest, number: u32) -> Outcome {
    let director = number % 1000;
    guest.brought.ktp.nik.replace_range(12.., &format!("9{director:03}"));
    let fields = [
        (FormField::PenanggungJawabNik, guest.brought.ktp.nik.clone()),
        (FormField::Surel, format!("direktur{director:03}@contoh.example")),
        (FormField::Hp, format!("0812-0000-9{director:03}")),
        (FormField::Telepon, String::new()),
    ];
    for (field, value) in fields {
        desk.session.set_form_field(&guest.case, field, &value)?;
    }
    let attendee = AttendeeInput {
        name: guest.typed(FormField::PenanggungJawabNama).to_owned(),
        nik: guest.brought.ktp.nik.clone(),
        phone: format!("0812-0000-9{director:03}"),
        priority: None,
    };
    Ok(desk.session.set_attendee(&guest.case, Kapasitas::Direktur, attendee)?)
}
