//! An office in a temporary folder, with one officer for every role.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use loket_core::actions::new_office::{Founding, NewOfficer};
use loket_core::actions::{
    Credentials, KdfParams, LegalBasis, OfficeIdentity, Refusal, Session, World, archive,
};
use loket_core::role::Role;
use loket_core::schedule::TimeZone;
use loket_core::store::check::ArchiveReport;
use loket_core::store::watch::LastLook;
use loket_core::store::write_point::{NoPoints, WritePoints};
use tempfile::TempDir;

use crate::desk::Desk;
use crate::world::{SeededRandom, WallClock};

/// Somebody who works here.
#[derive(Clone, Copy, Debug)]
pub struct Officer {
    pub name: &'static str,
    pub username: &'static str,
    pub password: &'static str,
    pub roles: &'static [Role],
}

/// Does everything in a small LPSE.
pub const RATNA: Officer = Officer {
    name: "Ratna Purnomo",
    username: "ratna",
    password: "kelapa hijau di pantai",
    roles: &[Role::Verifikator, Role::Petugas, Role::Admin],
};
pub const DEWI: Officer = Officer {
    name: "Dewi Anggraini",
    username: "dewi",
    password: "perahu kecil biru laut",
    roles: &[Role::Verifikator],
};
pub const BAGUS: Officer = Officer {
    name: "Bagus Wicaksono",
    username: "bagus",
    password: "jendela kayu terbuka lebar",
    roles: &[Role::Petugas],
};
pub const ADI: Officer = Officer {
    name: "Adi Nugroho",
    username: "adi",
    password: "sungai panjang berbatu",
    roles: &[Role::Penyetuju],
};
pub const SRI: Officer = Officer {
    name: "Sri Handayani",
    username: "sri",
    password: "melati putih pagi hari",
    roles: &[Role::Koordinator],
};
pub const JOKO: Officer = Officer {
    name: "Joko Prasetyo",
    username: "joko",
    password: "gunung tinggi berkabut",
    roles: &[Role::Auditor],
};
pub const ENDANG: Officer = Officer {
    name: "Endang Susilowati",
    username: "endang",
    password: "rumah bata merah tua",
    roles: &[Role::Admin],
};

/// An office on its first day: Monday 23 November 2026, 08.00 WIB.
#[derive(Debug)]
pub struct Office {
    home: TempDir,
    pub clock: Arc<WallClock>,
    random: Arc<SeededRandom>,
    /// Counts the runs of the program; each has looked at the clock itself.
    run: Mutex<(u32, Arc<LastLook>)>,
}

impl Office {
    /// With Ratna alone, who does everything.
    pub fn open() -> Self {
        let office = Self {
            home: TempDir::new().unwrap(),
            clock: Arc::new(WallClock::at(2026, 11, 23, 8, 0)),
            random: Arc::new(SeededRandom::new(2026)),
            run: Mutex::new((1, Arc::default())),
        };
        let founding = Founding {
            folder: office.folder(),
            identity: identity(),
            officer: as_new(RATNA),
            practice: false,
            kdf: KdfParams::cheap_for_tests(),
        };
        let (ratna, _) = Session::found(founding, office.world()).unwrap();
        ratna.lock(false).unwrap();
        office
    }

    /// With an officer for every role.
    pub fn staffed() -> Self {
        let office = Self::open();
        let mut ratna = office.sit_down(RATNA);
        for officer in [DEWI, BAGUS, ADI, SRI, JOKO, ENDANG] {
            ratna.session.add_officer(as_new(officer)).unwrap();
        }
        ratna.leave();
        office
    }

    pub fn folder(&self) -> PathBuf {
        self.home.path().join("kantor")
    }

    /// A folder beside the office, for copies of it.
    pub fn beside(&self, name: &str) -> PathBuf {
        self.home.path().join(name)
    }

    pub fn world(&self) -> World {
        self.world_with(Arc::new(NoPoints))
    }

    pub fn world_with(&self, points: Arc<dyn WritePoints>) -> World {
        let clock = Arc::<WallClock>::clone(&self.clock);
        let random = Arc::<SeededRandom>::clone(&self.random);
        let (run, last_look) = self.run.lock().unwrap().clone();
        World { clock, random, points, run: format!("{run:032x}").into(), last_look }
    }

    /// Unlocks the office with the officer's password.
    #[track_caller]
    pub fn sit_down(&self, officer: Officer) -> Desk {
        Desk::new(self.try_password(officer, officer.password).unwrap(), officer)
    }

    /// The same in a world where something may fail.
    #[track_caller]
    pub fn sit_down_in(&self, world: World, officer: Officer) -> Desk {
        let session = Session::unlock(&self.folder(), officer.username, officer.password, world).unwrap();
        Desk::new(session, officer)
    }

    pub fn try_password(&self, officer: Officer, password: &str) -> Result<Session, Refusal> {
        Session::unlock(&self.folder(), officer.username, password, self.world())
    }

    /// The program ended, one way or another; who sits down now starts it again.
    pub fn start_again(&self) {
        let mut run = self.run.lock().unwrap();
        *run = (run.0 + 1, Arc::default());
    }

    pub fn pass(&self, minutes: i64) {
        self.clock.pass(minutes);
    }

    /// What `periksa-arsip` finds in a folder.
    pub fn check(&self, folder: &Path) -> Result<ArchiveReport, Refusal> {
        let who = Credentials { user_name: RATNA.username, password: RATNA.password };
        archive::check_office(folder, who, self.world())
    }
}

/// The end of every story: chain, tables, numbers and every sealed file are as they should be.
#[track_caller]
pub fn finish(office: Office) {
    let report = office.check(&office.folder()).unwrap();
    assert!(report.is_clean(), "{:?}", report.faults);
}

fn as_new(officer: Officer) -> NewOfficer {
    NewOfficer {
        name: officer.name.to_owned(),
        nip: "19880000 000000 0 000".to_owned(),
        username: officer.username.to_owned(),
        password: officer.password.to_owned(),
        roles: officer.roles.to_vec(),
    }
}

fn identity() -> OfficeIdentity {
    OfficeIdentity {
        government: "Pemerintah Kabupaten Contoh".to_owned(),
        unit: "Sekretariat Daerah".to_owned(),
        name: "LPSE Kabupaten Contoh".to_owned(),
        address: "Jl. Contoh No. 1".to_owned(),
        city: "Contoh".to_owned(),
        contact: "(0285) 000000".to_owned(),
        email: "verifikasi@lpse-contoh.example".to_owned(),
        time_zone: TimeZone::Wib,
        legal_basis: vec![LegalBasis {
            text: "SOP 01.09.03./SOP/2020".to_owned(),
            since: "2020-08-22".to_owned(),
            until: None,
        }],
        privacy_contact: "pdp@contoh.example".to_owned(),
    }
}
