//! Latihan: the practice office, and a morning of invented guests told through the same actions.
//!
//! Nobody in here exists (see `specimen`). The guests are those of the acceptance scenarios, so that
//! an officer who practises meets each of them in the state that teaches something.

use std::collections::VecDeque;
use std::path::Path;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::mpsc::{self, Receiver};
use std::sync::{Arc, Mutex, PoisonError};

use chrono::{DateTime, TimeDelta, Utc};
use image::RgbImage;

use crate::capture::{self, Taken};
use crate::document::{DocumentKind, DocumentState, PictureSource, Sighting};
use crate::error::{Code, Error, Result};
use crate::form::{DocumentField, FormField, Kapasitas, Profil};
use crate::permohonan::Channel;
use crate::privacy;
use crate::reasons::Reason;
use crate::role::Role;
use crate::schedule::{REPAIR_DAYS, TimeZone, add_working_days};
use crate::specimen::{NpwpCard, Scenario, from_afar, place_on_desk, scenario};
use crate::store::World;
use crate::store::act::{LegalBasis, OfficeIdentity};
use crate::store::kunci::tries::Refusal;
use crate::store::kunci::{KUNCI_JSON, KdfParams};
use crate::verifikasi::{DaftarHitam, Decision, JawabanDaftarHitam, Kewenangan};
use crate::world::Clock;

use super::Session;
use super::new_office::{Founding, NewOfficer};
use super::permohonan::AttendeeInput;
use super::step::ShortageItem;

mod online;
mod weeks;

/// User name of the one officer of a practice office.
pub const USERNAME: &str = "ratna";

/// Password of a practice office unless somebody chose another: nothing in it is secret.
pub const PASSWORD: &str = "latihan";

/// A webcam of the cheap kind, so that the office is ready after one click.
const PHOTO_SIZE: (u32, u32) = (1280, 720);
const PHOTO_QUALITY: u8 = 85;

/// Who draw cards at once: the office PC has two cores.
const DRAWERS: usize = 2;

/// Days before now at which the practice office was founded: far enough for SIKAP to be followed to its end.
const WEEKS: i64 = 27;

/// Whose cards are drawn, in the order in which they come: who wrote in the weeks before, then who came this morning.
#[rustfmt::skip]
const GUESTS: [&str; 19] = [
    "L-02", "L-03", "L-05", "L-06", "L-09", "L-10", "L-11", "L-12", "L-13", "L-14", "L-15", "L-16",
    "S-01", "S-06", "S-03", "S-09", "S-24", "S-02", "S-26",
];

/// Minutes before now at which the told morning begins. It must end before now, or the clock would
/// seem to have gone back.
const MORNING: i64 = 150;

/// A picture of a card lying on a desk, and where its corners truly are.
#[derive(Clone, Debug)]
pub struct Photograph {
    pub jpeg: Vec<u8>,
    pub corners: [[f32; 2]; 4],
}

/// Lays a card on a drawn desk and photographs it.
pub fn photograph(card: &RgbImage, seed: u64) -> Result<Photograph> {
    let photo = place_on_desk(card, seed, PHOTO_SIZE)?;
    Ok(Photograph { jpeg: capture::encode_jpeg(&photo.image, PHOTO_QUALITY)?, corners: photo.corners })
}

/// What the two cards of a scenario say, field by field.
pub fn card_values(guest: &Scenario) -> Vec<(DocumentKind, DocumentField, String)> {
    use DocumentField as F;
    let ktp = &guest.ktp;
    let (holder_field, address) = match (&guest.npwp, guest.profil) {
        (NpwpCard::Old(card), Profil::BadanUsaha) => (F::NamaUsaha, &card.alamat),
        (NpwpCard::New(card), Profil::BadanUsaha) => (F::NamaUsaha, &card.alamat),
        (NpwpCard::Old(card), Profil::UsahaPerorangan) => (F::Nama, &card.alamat),
        (NpwpCard::New(card), Profil::UsahaPerorangan) => (F::Nama, &card.alamat),
    };
    let mut values = vec![
        (DocumentKind::Ktp, F::Nik, ktp.nik.clone()),
        (DocumentKind::Ktp, F::Nama, ktp.nama.clone()),
        (DocumentKind::Ktp, F::TempatLahir, ktp.tempat_lahir.clone()),
        (DocumentKind::Ktp, F::TanggalLahir, ktp.tanggal_lahir.clone()),
        (DocumentKind::Ktp, F::Kewarganegaraan, ktp.kewarganegaraan.clone()),
        (DocumentKind::Ktp, F::BerlakuHingga, ktp.berlaku_hingga.clone()),
        (DocumentKind::Npwp, holder_field, guest.npwp.holder().to_owned()),
        (DocumentKind::Npwp, F::Npwp, guest.npwp.number().to_owned()),
        (DocumentKind::Npwp, F::Alamat, address.join(", ")),
    ];
    if guest.profil == Profil::UsahaPerorangan {
        values.push((DocumentKind::Ktp, F::Alamat, ktp.alamat.clone()));
    }
    values
}

/// Founds a practice office without guests. Its recovery sheet is thrown away: nothing in it is worth
/// recovering.
pub fn found_empty(folder: &Path, password: &str, kdf: KdfParams, world: World) -> Result<Session> {
    let founding = Founding {
        folder: folder.to_owned(),
        identity: practice_identity(),
        officer: NewOfficer {
            name: "Ratna Purnomo".to_owned(),
            nip: "19880000 000000 0 000".to_owned(),
            username: USERNAME.to_owned(),
            password: password.to_owned(),
            roles: vec![Role::Verifikator, Role::Petugas, Role::Koordinator, Role::Admin],
        },
        practice: true,
        kdf,
    };
    Session::found(founding, world).map(|(session, _)| session)
}

/// Opens the practice office, or founds it where there is none yet.
pub fn open_or_found(folder: &Path, world: World) -> Result<Session, Refusal> {
    if folder.join(KUNCI_JSON).exists() {
        Session::unlock(folder, USERNAME, PASSWORD, world)
    } else {
        Ok(found_practice(folder, PASSWORD, KdfParams::practice(), world)?)
    }
}

/// Founds a practice office in which a morning has passed: somebody waits, somebody must come back,
/// one case is done.
pub fn found_practice(folder: &Path, password: &str, kdf: KdfParams, world: World) -> Result<Session> {
    tell(folder, password, kdf, world, TimeDelta::days(WEEKS), |morning| morning.pass())
}

/// Founds a practice office in which one guest has come with clean documents, from the walk-in to
/// the recorded activation (S-01). Returns the case.
pub fn found_with_one_case(
    folder: &Path,
    password: &str,
    kdf: KdfParams,
    world: World,
) -> Result<(Session, String)> {
    let mut done = String::new();
    let session = tell(folder, password, kdf, world, TimeDelta::minutes(MORNING), |morning| {
        done = morning.serve_first_guest()?;
        Ok(())
    })?;
    Ok((session, done))
}

/// Lets a story that begins so long before now happen at its own hours, then opens the office at the true time.
fn tell(
    folder: &Path,
    password: &str,
    kdf: KdfParams,
    world: World,
    before: TimeDelta,
    story: impl FnOnce(&mut Morning<'_>) -> Result<()>,
) -> Result<Session> {
    let clock = Arc::new(StoryClock::starting(world.clock.now() - before));
    let told = World { clock: Arc::<StoryClock>::clone(&clock), last_look: Arc::default(), ..world.clone() };
    let mut session = found_empty(folder, password, kdf, told)?;
    story(&mut Morning { session: &mut session, clock: &clock, now: world.clock.now(), password })?;
    session.lock(false)?;
    Session::unlock(folder, USERNAME, password, world).map_err(|refused| refused.error)
}

fn practice_identity() -> OfficeIdentity {
    let basis = |text: &str, since: &str, until: Option<&str>| LegalBasis {
        text: text.to_owned(),
        since: since.to_owned(),
        until: until.map(str::to_owned),
    };
    OfficeIdentity {
        government: "Pemerintah Kabupaten Contoh".to_owned(),
        unit: "Sekretariat Daerah".to_owned(),
        name: "LPSE Kabupaten Contoh".to_owned(),
        address: "Jl. Contoh No. 1, Contoh 51200".to_owned(),
        city: "Contoh".to_owned(),
        contact: "(0285) 000000, lpse@contoh.example".to_owned(),
        email: "lpse@contoh.example".to_owned(),
        time_zone: TimeZone::Wib,
        legal_basis: vec![
            basis("SOP 01.09.03./SOP/2020", "2020-08-22", None),
            basis("SE Deputi II LKPP 2/2020", "2020-01-01", None),
            basis("SE Kepala LKPP 18/2020", "2020-01-01", None),
            basis("Perpres 16/2018", "2018-03-22", None),
            basis("Perlem LKPP 14/2018", "2018-01-01", Some("2021-12-31")),
        ],
        privacy_contact: "pdp@contoh.example".to_owned(),
    }
}

/// A clock that a story moves on.
struct StoryClock(AtomicI64);

impl StoryClock {
    fn starting(at: DateTime<Utc>) -> Self {
        Self(AtomicI64::new(at.timestamp_millis()))
    }

    fn pass(&self, minutes: i64) {
        self.0.fetch_add(minutes * 60_000, Ordering::Relaxed);
    }

    /// Goes on to a moment; one that is past already changes nothing.
    fn reach(&self, moment: DateTime<Utc>) {
        self.0.fetch_max(moment.timestamp_millis(), Ordering::Relaxed);
    }
}

impl Clock for StoryClock {
    fn now(&self) -> DateTime<Utc> {
        DateTime::from_timestamp_millis(self.0.load(Ordering::Relaxed)).unwrap_or_default()
    }
}

/// The desk while the story is told.
struct Morning<'a> {
    session: &'a mut Session,
    clock: &'a StoryClock,
    /// When the office opens, at the end of the story.
    now: DateTime<Utc>,
    password: &'a str,
}

/// A guest with both cards photographed.
struct Arrival {
    guest: Scenario,
    ktp: Photograph,
    npwp: Photograph,
}

impl Arrival {
    fn cards(&self) -> [(DocumentKind, &Photograph); 2] {
        [(DocumentKind::Ktp, &self.ktp), (DocumentKind::Npwp, &self.npwp)]
    }
}

impl Morning<'_> {
    fn pass(&mut self) -> Result<()> {
        with_guests(GUESTS, |guests| {
            let [writers @ .., first, differing, abbreviated, new_number, family, early, from_afar] = guests;
            let later = self.tell_weeks(writers)?;
            self.clock.reach(self.begin_of_morning());
            self.finish(&first.arrive()?)?;
            self.find_a_difference(&differing.arrive()?)?;
            self.queue(&abbreviated.arrive()?, None)?;
            self.clock.pass(6);
            self.queue(&new_number.arrive()?, None)?;
            self.clock.pass(9);
            self.queue(&family.arrive()?, Some("Ibu hamil atau membawa bayi"))?;
            self.clock.pass(4);
            self.begin(&early.arrive()?)?;
            self.serve_from_afar(&from_afar.arrive()?)?;
            later.map_or(Ok(()), |call| self.begin_later_call(call))
        })
    }

    fn begin_of_morning(&self) -> DateTime<Utc> {
        self.now - TimeDelta::minutes(MORNING)
    }

    fn serve_first_guest(&mut self) -> Result<String> {
        self.finish(&photograph_guest("S-01")?)
    }

    /// S-01 to its end: verified, approved, account active, SIKAP due.
    fn finish(&mut self, arrival: &Arrival) -> Result<String> {
        let case = self.queue(arrival, None)?;
        self.clock.pass(3);
        self.verify(&case, |_| Ok(()))?;
        self.session.declare(&case)?;
        self.clock.pass(1);
        self.session.approve(&case, self.password, "").map_err(|refused| refused.error)?;
        self.session.make_fotokopi(&case)?;
        self.clock.pass(2);
        self.session.record_activation(&case, "alasroban")?;
        Ok(case)
    }

    /// S-06: the NPWP on the form is another one than on the card.
    fn find_a_difference(&mut self, arrival: &Arrival) -> Result<()> {
        let case = self.queue(arrival, None)?;
        self.clock.pass(2);
        self.verify(&case, |_| Ok(()))?;
        let until = add_working_days(self.session.today(), REPAIR_DAYS, &[]);
        let item = ShortageItem { reason: Reason::P05, note: String::new() };
        self.session.send_for_repair(&case, &[item], until)
    }

    /// From the walk-in to the queue number.
    fn queue(&mut self, arrival: &Arrival, priority: Option<&str>) -> Result<String> {
        let case = self.open(arrival, priority)?;
        for (field, value) in &arrival.guest.form {
            self.session.set_form_field(&case, *field, value)?;
        }
        self.photograph(&case, DocumentKind::Ktp, &arrival.ktp)?;
        self.photograph(&case, DocumentKind::Npwp, &arrival.npwp)?;
        for (document, field, value) in card_values(&arrival.guest) {
            self.session.set_document_field(&case, document, field, &value)?;
        }
        self.clock.pass(3);
        self.session.submit(&case, None)?;
        self.session.complete(&case)?;
        Ok(case)
    }

    /// An intake that has only begun.
    fn begin(&mut self, arrival: &Arrival) -> Result<()> {
        let case = self.open(arrival, None)?;
        for (field, value) in arrival.guest.form.iter().take(4) {
            self.session.set_form_field(&case, *field, value)?;
        }
        self.photograph(&case, DocumentKind::Ktp, &arrival.ktp)
    }

    fn open(&mut self, arrival: &Arrival, priority: Option<&str>) -> Result<String> {
        let guest = &arrival.guest;
        let case = self.session.open_permohonan(guest.profil, Channel::TatapMuka, privacy::NOTICE_VERSION)?;
        self.greet(&case, guest, priority)?;
        self.clock.pass(1);
        Ok(case)
    }

    /// The director or owner is here in person.
    fn greet(&mut self, case: &str, guest: &Scenario, priority: Option<&str>) -> Result<()> {
        let kapasitas = match guest.profil {
            Profil::BadanUsaha => Kapasitas::Direktur,
            Profil::UsahaPerorangan => Kapasitas::Pemilik,
        };
        let attendee = AttendeeInput {
            name: guest.typed(FormField::PenanggungJawabNama).to_owned(),
            nik: guest.ktp.nik.clone(),
            phone: guest.typed(FormField::Hp).to_owned(),
            priority: priority.map(str::to_owned),
        };
        self.session.set_attendee(case, kapasitas, attendee)
    }

    fn photograph(&mut self, case: &str, document: DocumentKind, photo: &Photograph) -> Result<()> {
        self.session.set_document_state(case, document, DocumentState::Diterima, Some(true))?;
        let taken = Taken::check(document, photo.jpeg.clone())?;
        let picture = self.session.add_picture(case, PictureSource::Kamera, taken)?;
        self.session.crop_picture(case, &picture, photo.corners, 0)?;
        self.clock.pass(1);
        Ok(())
    }

    /// The verifikator takes the case, sees both originals and decides every row that agrees; what only this guest
    /// needs happens between the two.
    fn verify(&mut self, case: &str, meanwhile: impl FnOnce(&mut Self) -> Result<()>) -> Result<()> {
        self.session.start(case)?;
        for document in [DocumentKind::Ktp, DocumentKind::Npwp] {
            self.clock.pass(2);
            self.session.set_sighting(case, document, Sighting::Asli)?;
        }
        meanwhile(self)?;
        self.clock.pass(8);
        let record = self.session.read_case(case)?;
        for row in self.session.assess(&record)?.rows {
            if row.decision.is_none() && !row.needs_reason() && (row.by_eye || row.finding.is_some()) {
                self.session.decide_row(case, row.key, Some(Decision::Cocok), "", None)?;
            }
        }
        let kewenangan = Kewenangan { checked: Some(false), basis: String::new() };
        self.session.set_kewenangan(case, kewenangan)?;
        let list_date = Some(self.session.today());
        let answer = Some(JawabanDaftarHitam::TidakTercantum);
        self.session.set_daftar_hitam(case, DaftarHitam { answer, list_date })?;
        self.clock.pass(2);
        Ok(())
    }
}

/// A guest whose cards are still being drawn.
struct Coming(Receiver<Result<Arrival>>);

impl Coming {
    /// Waits until both cards are photographed.
    fn arrive(self) -> Result<Arrival> {
        self.0.recv().unwrap_or_else(|_| Err(Error::new(Code::Internal, "drawing stopped")))
    }
}

/// Draws the cards of the guests beside the story, in the order in which they come: drawing takes the processor and
/// the story waits for the disk, so that neither waits for the other.
fn with_guests<const N: usize, T>(ids: [&'static str; N], story: impl FnOnce([Coming; N]) -> T) -> T {
    let mut drawing = VecDeque::with_capacity(N);
    let guests = ids.map(|id| {
        let (done, coming) = mpsc::channel();
        drawing.push_back((id, done));
        Coming(coming)
    });
    let drawing = Mutex::new(drawing);
    let next = || drawing.lock().unwrap_or_else(PoisonError::into_inner).pop_front();
    std::thread::scope(|scope| {
        for _ in 0..DRAWERS {
            scope.spawn(|| {
                while let Some((id, done)) = next() {
                    // Nobody waits any more when the story has failed: then the others need not be drawn either.
                    if done.send(photograph_guest(id)).is_err() {
                        break;
                    }
                }
            });
        }
        story(guests)
    })
}

fn photograph_guest(id: &str) -> Result<Arrival> {
    let Some(guest) = scenario(id) else { return scan_guest(id) };
    // The number of the story is the seed: every guest lies on another desk.
    let seed = id.bytes().map(u64::from).sum();
    let ktp = photograph(&guest.ktp.draw()?, seed)?;
    let npwp = photograph(&guest.npwp.draw()?, seed + 1)?;
    Ok(Arrival { guest, ktp, npwp })
}

/// Whoever writes puts both cards on a scanner.
fn scan_guest(id: &str) -> Result<Arrival> {
    let guest = from_afar(id).ok_or_else(|| Error::new(Code::NotFound, "no such guest"))?;
    let (ktp, npwp) = (scan(&guest.ktp.draw()?)?, scan(&guest.npwp.draw()?)?);
    Ok(Arrival { guest, ktp, npwp })
}

/// The card alone with a little of the white around it, as a scanner of 150 dots an inch cuts it out.
fn scan(card: &RgbImage) -> Result<Photograph> {
    const MARGIN: u32 = 16;
    let (width, height) = (card.width() / 2, card.height() / 2);
    let card = image::imageops::thumbnail(card, width, height);
    let mut sheet =
        RgbImage::from_pixel(width + 2 * MARGIN, height + 2 * MARGIN, image::Rgb([250, 250, 248]));
    image::imageops::replace(&mut sheet, &card, MARGIN.into(), MARGIN.into());
    let (left, top) = (MARGIN as f32, MARGIN as f32);
    let (right, bottom) = (left + width as f32, top + height as f32);
    let corners = [[left, top], [right, top], [right, bottom], [left, bottom]];
    Ok(Photograph { jpeg: capture::encode_jpeg(&sheet, PHOTO_QUALITY)?, corners })
}
