//! Sesi: an officer at an open office, from the password to the lock.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::time::Duration;

use chrono::{DateTime, Utc};

use crate::daftar_hitam::DaftarHitamRead;
use crate::error::{Code, Error, Result};
use crate::outbox::Tries;
use crate::permohonan::Status;
use crate::role::{Right, Role, acting_role};
use crate::schedule::TimeZone;
use crate::store::act::{Act, Actor, Open};
use crate::store::connection::DATABASE;
use crate::store::kunci::tries::{self, Refusal};
use crate::store::kunci::{Credentials, KUNCI_JSON, Kunci, RecoveryWords, password};
use crate::store::read::{OfficeRecord, OfficerRecord};
use crate::store::{Store, World};

use super::new_office::{Founding, NewOfficer, require_founding};
use super::sheet_underway::SheetUnderway;

/// Since when somebody calls or writes, by the clock and by the time that nobody can set.
pub(super) struct ContactBegun {
    pub(super) case: String,
    pub(super) at: DateTime<Utc>,
    pub(super) steady: Duration,
}

/// Cases that were being verified when Loket was cut off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recovered {
    /// Time of the last act before the cut.
    pub at: DateTime<Utc>,
    pub cases: Vec<String>,
}

/// When the log was last verified, and whether it was whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogCheck {
    pub at: DateTime<Utc>,
    pub intact: bool,
}

/// Who sits at the desk, and whose desk it is.
#[derive(Clone, Debug)]
pub struct Seat {
    pub officer: OfficerRecord,
    pub office: OfficeRecord,
}

impl Seat {
    /// The office's time zone, for everything a person reads.
    pub fn time_zone(&self) -> TimeZone {
        self.office.identity.time_zone
    }

    pub fn may(&self, right: Right) -> bool {
        acting_role(&self.officer.roles, right).is_some()
    }
}

/// An officer at an open office. Dropping it locks the office: the keys leave memory.
pub struct Session {
    pub(crate) store: Store,
    pub(crate) kunci: Kunci,
    pub(super) seat: Seat,
    /// What a crash or power cut interrupted, found when this session began.
    pub(super) recovered: Option<Recovered>,
    log_check: LogCheck,
    /// A recovery sheet that was made and not yet confirmed.
    pub(super) sheet: Option<SheetUnderway>,
    /// The picture taken last in this session, for the hand that took it.
    pub(super) last_taken: Option<(String, crate::capture::Taken)>,
    /// Whom somebody is calling or writing to, and since when.
    pub(super) contact_begun: Option<ContactBegun>,
    /// Cases and pictures whose sight is already in the log of this session.
    pub(super) seen: HashSet<String>,
    /// A daftar hitam that was read and waits for its date.
    pub(super) list_underway: Option<DaftarHitamRead>,
    /// Letters that could not be sent yet.
    pub(super) tries: HashMap<String, Tries>,
}

impl Session {
    /// Whether a folder holds an office of Loket.
    pub fn is_office(folder: &Path) -> bool {
        folder.join(KUNCI_JSON).is_file() && folder.join(DATABASE).is_file()
    }

    /// Founds an office in an empty folder. The words are shown once and kept nowhere.
    pub fn found(founding: Founding, world: World) -> Result<(Self, RecoveryWords)> {
        let Founding { folder, identity, officer, practice, kdf } = founding;
        require_founding(&identity, &officer, practice)?;
        require_free_folder(&folder)?;
        let who = Credentials { user_name: &officer.username, password: &officer.password };
        let opens_pictures = officer.roles.iter().any(|role| role.opens_pictures());
        let new = Kunci::create(world.random.as_ref(), kdf, who, opens_pictures)?;
        // The office is built beside its place and moved there whole, so that a power cut leaves
        // either a complete office or none.
        let staging = staging_of(&folder);
        if staging.exists() {
            std::fs::remove_dir_all(&staging)?;
        }
        std::fs::create_dir_all(&staging)?;
        let mut store = Store::create(&staging, new.keys.clone(), world.clone())?;
        let system = Actor::system();
        store.act(&system, |_| {
            Ok(Act::office(Open::OfficeFounded { office: new.kunci.office_id().to_owned(), practice }))
        })?;
        store.act(&system, |_| Ok(Act::office(Open::OfficeDescribed { identity })))?;
        store.act(&system, |_| Ok(officer_added(&new.officer_id, &officer)))?;
        new.kunci.save(&staging, world.points.as_ref())?;
        drop(store);
        if folder.exists() {
            std::fs::remove_dir(&folder)?;
        }
        std::fs::rename(&staging, &folder)?;
        let store = Store::open(&folder, new.keys, world)?;
        let session = Self::enter(store, new.kunci, &new.officer_id)?;
        Ok((session, new.words))
    }

    /// Opens an office by user name and password; wrong passwords slow down.
    pub fn unlock(folder: &Path, username: &str, password: &str, world: World) -> Result<Self, Refusal> {
        let kunci = Kunci::load(folder)?;
        let who = Credentials { user_name: username, password };
        let unlocked =
            tries::guarded(folder, world.clock.as_ref(), world.points.as_ref(), || kunci.unlock(who))?;
        let id = unlocked
            .officer_id
            .ok_or_else(|| Error::new(Code::Internal, "a password always belongs to an officer"))?;
        let store = Store::open(folder, unlocked.keys, world)?;
        Ok(Self::enter(store, kunci, &id)?)
    }

    /// Opens an office by the recovery sheet and gives one officer a new password.
    pub fn recover(
        folder: &Path,
        words: &str,
        username: &str,
        new_password: &str,
        world: World,
    ) -> Result<Self, Refusal> {
        let mut kunci = Kunci::load(folder)?;
        let clock = world.clock.clone();
        let points = world.points.clone();
        let unlocked =
            tries::guarded(folder, clock.as_ref(), points.as_ref(), || kunci.unlock_by_words(words))?;
        let mut store = Store::open(folder, unlocked.keys, world)?;
        let officer = find_officer(&store, username)?;
        require_password(new_password, &officer, &store.reader().office()?)?;
        let random = store.world().random.clone();
        let who = Credentials { user_name: &officer.username, password: new_password };
        kunci.reset_password(random.as_ref(), store.keys(), &officer.id, who)?;
        // The new password first: a log that speaks of one that does not open would lock everybody out.
        kunci.save(folder, points.as_ref())?;
        store.act(&Actor::system(), |_| {
            Ok(Act::on_officer(&officer.id, Open::RecoverySheetUsed { officer: officer.id.clone() }))
        })?;
        // The sheet opens everything; the officer goes on with no more than the own roles give.
        let unlocked = kunci.unlock(who)?;
        let world = store.world().clone();
        drop(store);
        let store = Store::open(folder, unlocked.keys, world)?;
        Ok(Self::enter(store, kunci, &officer.id)?)
    }

    /// Work that a power cut, a crash or the end of the program cut off: the verifications that ran wait in DITUNDA
    /// with everything that was typed and captured (S-22).
    fn pause_what_was_interrupted(&mut self, at: DateTime<Utc>) -> Result<()> {
        let running = self.store.reader().cases_in(&[Status::Verifikasi], u32::MAX)?;
        for case in &running {
            self.pause_interrupted(&case.id, at)?;
        }
        if !running.is_empty() {
            let cases = running.into_iter().map(|case| case.id).collect();
            self.recovered = Some(Recovered { at, cases });
        }
        Ok(())
    }

    /// Says that the office is still open, so that a cut is known to the minute, and looks whether the clock went
    /// wrong meanwhile.
    pub fn sign_of_life(&mut self) -> Result<()> {
        let watched = self.store.watch_clock();
        self.store.sign_of_life()?;
        watched
    }

    /// What a crash or power cut interrupted before this session.
    pub fn recovered(&self) -> Option<&Recovered> {
        self.recovered.as_ref()
    }

    fn enter(mut store: Store, kunci: Kunci, officer_id: &str) -> Result<Self> {
        let officer = store.reader().officer(officer_id)?;
        if !officer.active {
            return Err(Error::new(Code::WrongPassword, "the officer has left"));
        }
        let office = store.reader().office()?;
        let role = officer.roles.first().copied().unwrap_or(Role::Petugas);
        let interrupted_at = interrupted(&store, &office)?;
        // A disk that takes no more bytes is met by the act below, which says so.
        let _ = store.watch_clock().and_then(|()| store.sign_of_life());
        store.act(&Actor::officer(&officer.id, role), |_| {
            Ok(Act::on_officer(&officer.id, Open::SessionOpened { officer: officer.id.clone() }))
        })?;
        let seat = Seat { officer, office };
        // Opening the store verified the tail; a broken one would not have come this far.
        let log_check = LogCheck { at: store.now(), intact: true };
        let mut session = Self {
            store,
            kunci,
            seat,
            recovered: None,
            log_check,
            sheet: None,
            last_taken: None,
            contact_begun: None,
            list_underway: None,
            tries: HashMap::new(),
            seen: HashSet::new(),
        };
        if let Some(at) = interrupted_at {
            session.pause_what_was_interrupted(at)?;
        }
        // A cut between an activation and its follow-up is mended here (T-24).
        for case in session.store.reader().cases_in(&[Status::Terverifikasi], u32::MAX)? {
            // One case that refuses must not keep everybody out; it is tried again at the next start.
            let _ = session.follow_sikap(&case.id);
        }
        Ok(session)
    }

    /// Ends the session; the keys leave memory with it.
    pub fn lock(mut self, idle: bool) -> Result<()> {
        let id = self.seat.officer.id.clone();
        let role = self.seat.officer.roles.first().copied().unwrap_or(Role::Petugas);
        self.store.act(&Actor::officer(&id, role), |_| {
            Ok(Act::on_officer(&id, Open::SessionLocked { officer: id.clone(), idle }))
        })?;
        Ok(())
    }

    pub fn officer(&self) -> &OfficerRecord {
        &self.seat.officer
    }

    pub fn office(&self) -> &OfficeRecord {
        &self.seat.office
    }

    /// Everybody who works or worked here.
    pub fn officers(&self) -> Result<Vec<OfficerRecord>> {
        self.store.reader().officers()
    }

    /// What the last look at the log found: its tail at the start, all of it when asked.
    pub fn log_check(&self) -> &LogCheck {
        &self.log_check
    }

    /// Verifies the whole chain and remembers the answer.
    pub fn check_log(&mut self) -> Result<&LogCheck> {
        let intact = self.store.verify_chain()?.faults.is_empty();
        self.log_check = LogCheck { at: self.store.now(), intact };
        Ok(&self.log_check)
    }

    pub fn store(&self) -> &Store {
        &self.store
    }

    pub fn time_zone(&self) -> TimeZone {
        self.seat.time_zone()
    }

    /// Today at the office.
    pub fn today(&self) -> chrono::NaiveDate {
        self.time_zone().office_day(self.store.now())
    }

    /// The actor for an act that needs `right`, or [`Code::RoleForbidden`].
    pub fn acting(&self, right: Right) -> Result<Actor> {
        acting_role(&self.seat.officer.roles, right)
            .map(|role| Actor::officer(&self.seat.officer.id, role))
            .ok_or_else(|| Error::new(Code::RoleForbidden, format!("{right:?}")))
    }

    pub fn may(&self, right: Right) -> bool {
        self.seat.may(right)
    }

    /// Whether this is the password of the officer at the desk, asked again before an approval.
    /// Wrong answers slow down as they do at the lock.
    pub fn confirm_password(&self, password: &str) -> Result<(), Refusal> {
        let who = Credentials { user_name: &self.seat.officer.username, password };
        let world = self.store.world();
        let unlocked =
            tries::guarded(self.store.folder(), world.clock.as_ref(), world.points.as_ref(), || {
                self.kunci.unlock(who)
            })?;
        if unlocked.officer_id.as_deref() == Some(self.seat.officer.id.as_str()) {
            Ok(())
        } else {
            Err(Error::new(Code::WrongPassword, "the password belongs to another officer").into())
        }
    }

    /// Changes the password; only the wrap of this officer's identity is made anew.
    pub fn change_password(&mut self, old: &str, new: &str) -> Result<(), Refusal> {
        self.confirm_password(old)?;
        if !self.seat.office.practice {
            require_password(new, &self.seat.officer, &self.seat.office)?;
        }
        let username = self.seat.officer.username.clone();
        let who = |password| Credentials { user_name: &username, password };
        let mut kunci = self.kunci.clone();
        kunci.change_password(self.store.world().random.as_ref(), who(old), who(new))?;
        let id = self.seat.officer.id.clone();
        let role = self.seat.officer.roles.first().copied().unwrap_or(Role::Petugas);
        let act = Act::on_officer(&id, Open::PasswordChanged { officer: id.clone() });
        Ok(self.replace_keys(kunci, &Actor::officer(&id, role), act)?)
    }

    /// Replaces the key file and writes the act that says so. Should either fail, the old key file
    /// comes back: what was refused must not have happened.
    pub(super) fn replace_keys(&mut self, kunci: Kunci, actor: &Actor, act: Act) -> Result<()> {
        let folder = self.store.folder().to_owned();
        let points = self.store.world().points.clone();
        let written =
            kunci.save(&folder, points.as_ref()).and_then(|()| self.store.act(actor, |_| Ok(act)).map(drop));
        match written {
            Ok(()) => self.kunci = kunci,
            // On a disk that takes nothing at all the new file did not come to stand either.
            Err(_) => drop(self.kunci.save(&folder, points.as_ref())),
        }
        written
    }

    /// Reads the office and the officer again after an act changed them.
    pub(super) fn refresh(&mut self) -> Result<()> {
        self.seat.office = self.store.reader().office()?;
        self.seat.officer = self.store.reader().officer(&self.seat.officer.id)?;
        Ok(())
    }
}

pub(super) fn officer_added(id: &str, officer: &NewOfficer) -> Act {
    Act::on_officer(
        id,
        Open::OfficerAdded {
            officer: id.to_owned(),
            username: officer.username.trim().to_lowercase(),
            name: officer.name.trim().to_owned(),
            nip: officer.nip.trim().to_owned(),
            roles: officer.roles.clone(),
        },
    )
}

/// A new office takes an empty folder or makes one; it never takes another office's place.
fn require_free_folder(folder: &Path) -> Result<()> {
    if folder.join(KUNCI_JSON).exists() || folder.join(DATABASE).exists() {
        return Err(Error::new(Code::OfficeExists, "the folder already holds an office"));
    }
    let occupied = folder.is_dir() && std::fs::read_dir(folder)?.next().is_some();
    if occupied || folder.is_file() {
        return Err(Error::new(Code::OfficeExists, "the folder is not empty")
            .saying("Folder ini tidak kosong, jadi tidak dapat dipakai untuk kantor baru."));
    }
    Ok(())
}

fn staging_of(folder: &Path) -> PathBuf {
    let name = folder.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    folder.with_file_name(format!(".{name}.penyiapan"))
}

fn find_officer(store: &Store, username: &str) -> Result<OfficerRecord> {
    let wanted = username.trim().to_lowercase();
    store
        .reader()
        .officers()?
        .into_iter()
        .find(|officer| officer.active && officer.username == wanted)
        .ok_or_else(|| {
            Error::new(Code::NotFound, "no active officer has this user name")
                .saying("Nama pengguna ini tidak ada di kantor ini.")
                .advising("Periksa ejaan nama pengguna, lalu coba lagi.")
        })
}

pub(super) fn require_password(new: &str, officer: &OfficerRecord, office: &OfficeRecord) -> Result<()> {
    password::check_password(new, &[&officer.username, &officer.name, &office.identity.name])
}

/// When work was cut off before this session; none if it may go on. A desk that stood locked over the night was left,
/// although its program ran on.
fn interrupted(store: &Store, office: &OfficeRecord) -> Result<Option<DateTime<Utc>>> {
    if let Some(at) = store.interrupted()? {
        return Ok(Some(at));
    }
    let day = |at| office.identity.time_zone.office_day(at);
    Ok(store.reader().newest_work()?.filter(|at| day(*at) < day(store.now())))
}
