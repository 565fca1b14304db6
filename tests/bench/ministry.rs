//! A year of a ministry: 15,000 cases, each through the actions of the desk, and what an official asks of them.
//!
//! The office is made once and kept beside the program, for it takes long to live a year.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc, Weekday};
use loket_core::actions::contact::Contact;
use loket_core::actions::kiriman::Incoming;
use loket_core::actions::permohonan::AttendeeInput;
use loket_core::actions::{KdfParams, Session, TangkapanMarks, World, practice};
use loket_core::document::DocumentKind;
use loket_core::form::{FormField, Kapasitas};
use loket_core::kiriman::{KirimanEnd, KirimanSource};
use loket_core::laporan::{PeriodKind, ReportFormat};
use loket_core::permohonan::{Confirmation, ContactMethod, ContactPurpose};
use loket_core::reasons::Reason;
use loket_core::schedule::{Holidays, ServiceHours, Window};
use loket_core::tangkapan::{TangkapanShows, TangkapanSource};
use loket_core::world::Clock as _;
use loket_tests::cards::{guest_of, photo_of};
use loket_tests::world::WallClock;
use loket_tests::{Desk, Guest, Letter, RATNA};

use crate::Outcome;
use crate::archive::{arrive, hand_in, under_another_name};
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

    println!("{CASES} cases, {} sealed files", sealed_files(&folder)?);
    measure("ministry-home", |_| {
        // As after every act: what was written makes the pages unknown that were read before.
        session.set_holidays(Holidays::default())?;
        timed(|| Ok(session.home()?))
    })?;
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

/// Pictures with their small ones, and the messages of those who wrote.
fn sealed_files(folder: &Path) -> Outcome<usize> {
    let mut all = 0;
    for each in fs::read_dir(folder)? {
        let each = each?;
        all += if each.file_type()?.is_dir() { sealed_files(&each.path())? } else { 1 };
    }
    Ok(all)
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
        let mut session =
            practice::found_empty(&folder, RATNA.password, KdfParams::cheap_for_tests(), world())?;
        keep_open_always(&mut session)?;
        session
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

/// Calls are led at every hour of every day: the year has a case each 35 minutes, by night too.
fn keep_open_always(session: &mut Session) -> Outcome {
    let (from, until) = (NaiveTime::MIN, NaiveTime::MIN + TimeDelta::minutes(24 * 60 - 1));
    let week =
        [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];
    let windows = week.into_iter().map(|weekday| Window { weekday, from, until }).collect();
    let hours = ServiceHours { session_minutes: 15, windows, per_verifikator: 40 };
    let today = session.today();
    Ok(session.set_service_hours(hours, today)?)
}

/// One case after the other round the clock, 35 minutes each, so that the year is full; every third by e-mail and call.
/// Of twenty, thirteen go all the way (of those by e-mail twelve), two are sent for a repair, one is refused, one called
/// off, two still wait, and one that was promised a call does not come to it.
fn live(desk: &mut Desk, clock: &WallClock, number: u32) -> Outcome {
    let due = NEW_YEAR + TimeDelta::minutes(35 * i64::from(number));
    // A long call makes the next guest wait; the clock never goes back.
    clock.pass((due - clock.now()).num_minutes().max(0));
    let online = number % 3 == 1;
    let guest = if online { write(desk, clock, number)? } else { come(desk, number)? };
    if number % 20 == 3 {
        return Ok(desk.session.cancel(&guest.case, "Pelaku usaha tidak jadi mendaftar.")?);
    }
    if online {
        desk.read_cards(&guest);
        desk.hand_in(&guest);
        desk.session.complete(&guest.case)?;
    } else {
        hand_in(desk, &guest)?;
    }
    clock.pass(i64::from(number % 3));
    if matches!(number % 20, 0 | 1) {
        return Ok(());
    }
    if online {
        desk.promise(&guest, clock.now() + TimeDelta::minutes(5));
        clock.pass(5);
        if number % 20 == 6 {
            return miss(desk, clock, &guest);
        }
    }
    desk.call(&guest);
    match number % 20 {
        2 => {
            clock.pass(6);
            Ok(desk.session.refuse(&guest.case, Reason::X01, "Tercantum")?)
        }
        4 | 5 => {
            clock.pass(11);
            desk.send_for_repair(&guest, if number % 40 < 20 { Reason::P05 } else { Reason::P08 }, "");
            Ok(())
        }
        _ => approve(desk, clock, &guest, number, online),
    }
}

fn come(desk: &mut Desk, number: u32) -> Outcome<Guest> {
    let guest = arrive(desk, number)?;
    become_somebody_else(desk, guest, number)
}

/// The message of the guest becomes a permohonan, both scans its cards.
fn write(desk: &mut Desk, clock: &WallClock, number: u32) -> Outcome<Guest> {
    let brought = guest_of("S-01");
    let sender = format!("Direktur <direktur{:03}@contoh.example>", number % 1000);
    let sent = (clock.now() - TimeDelta::hours(1)).to_rfc2822();
    let letter = [DocumentKind::Ktp, DocumentKind::Npwp].into_iter().fold(
        Letter::from(&sender, &sent, &format!("Permohonan verifikasi {number}")),
        |letter, document| letter.attach("pindaian.jpg", "image/jpeg", &photo_of(&brought, document).jpeg),
    );
    let incoming = Incoming::read("permohonan.eml", KirimanSource::Seret, letter.bytes())?;
    let kiriman = desk.session.receive_kiriman(incoming)?;
    let guest = desk.open_from_letter("S-01", &kiriman);
    desk.session.end_kiriman(&kiriman, KirimanEnd::Selesai)?;
    let guest = under_another_name(desk, guest, number)?;
    become_somebody_else(desk, guest, number)
}

/// The office waited, called twice, and noted that nobody came.
fn miss(desk: &mut Desk, clock: &WallClock, guest: &Guest) -> Outcome {
    clock.pass(16);
    for _ in 0..2 {
        desk.session.begin_contact(&guest.case)?;
        clock.pass(1);
        let (method, purpose) = (ContactMethod::Telepon, ContactPurpose::Jadwal);
        let contact = Contact { method, purpose, reached: false, note: String::new() };
        desk.session.log_contact(&guest.case, &contact)?;
    }
    Ok(desk.session.mark_no_show(&guest.case)?)
}

/// Row 5 to the end of row 7, and every third time the SIKAP is filled at once.
fn approve(desk: &mut Desk, clock: &WallClock, guest: &Guest, number: u32, online: bool) -> Outcome {
    let began = desk.session.today();
    desk.see_originals(guest);
    desk.compare_everything(guest);
    desk.answer_questions(guest);
    let took = i64::from(number * 7 % 33);
    clock.pass(took);
    if online {
        for shows in [TangkapanShows::Wajah, TangkapanShows::Ktp] {
            let picture = desk.capture_call(guest, TangkapanSource::Layar);
            let marks = TangkapanMarks { shows: Some(shows), code_visible: true, readable: true };
            desk.session.mark_tangkapan(&guest.case, &picture, marks)?;
        }
    }
    desk.declare(guest);
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
fn become_somebody_else(desk: &mut Desk, mut guest: Guest, number: u32) -> Outcome<Guest> {
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
    desk.session.set_attendee(&guest.case, Kapasitas::Direktur, attendee)?;
    Ok(guest)
}
