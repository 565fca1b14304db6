//! The office and its people: identity, logo, officers, clock.

use crate::capture;
use crate::error::{Code, Error, Result};
use crate::role::{Right, Role};
use crate::store::act::{Act, OfficeIdentity, Open};
use crate::store::kunci::Credentials;

use super::new_office::{NewOfficer, require_identity, require_officer};
use super::require::passes_on_sight;
use super::session::{Session, officer_added};

/// Longest side of a stored letterhead logo, in pixels.
const LOGO_SIDE: u32 = 480;

/// A letterhead logo, ready to be stored.
#[derive(Clone, Debug)]
pub struct Logo(Vec<u8>);

impl Logo {
    /// Draws it from a picture file. Slow: every pixel is opened.
    pub fn of(picture: &[u8]) -> Result<Self> {
        let decoded = capture::decode(picture)?;
        capture::encode_jpeg(&capture::thumbnail(&decoded.image, LOGO_SIDE), 92).map(Self)
    }
}

impl Session {
    /// Changes the office's identity; papers issued before keep theirs.
    pub fn describe_office(&mut self, identity: OfficeIdentity) -> Result<()> {
        let actor = self.acting(Right::ManageOffice)?;
        require_identity(&identity)?;
        self.store.act(&actor, |_| Ok(Act::office(Open::OfficeDescribed { identity })))?;
        self.refresh()
    }

    /// Sets the letterhead logo, or removes it. A practice office has none.
    pub fn set_logo(&mut self, logo: Option<Logo>) -> Result<()> {
        let actor = self.acting(Right::ManageOffice)?;
        if self.office().practice && logo.is_some() {
            return Err(Error::new(Code::InvalidInput, "a practice office has no letterhead")
                .saying("Kantor latihan tidak memakai lambang sungguhan.")
                .advising("Pilih lambang setelah membuka kantor Anda sendiri."));
        }
        let logo = logo.map(|Logo(jpeg)| jpeg).unwrap_or_default();
        self.store.act(&actor, |_| Ok(Act::office(Open::LogoSet { jpeg_or_png: logo })))?;
        self.refresh()
    }

    /// Adds an officer. The admin who adds one with sight of pictures must hold that sight.
    pub fn add_officer(&mut self, officer: NewOfficer) -> Result<String> {
        let actor = self.acting(Right::ManageOffice)?;
        let taken = self
            .store
            .reader()
            .officers()?
            .iter()
            .any(|known| known.active && known.username == officer.username.trim().to_lowercase());
        if taken {
            return Err(Error::new(Code::InvalidInput, "user name taken")
                .saying("Nama pengguna ini sudah dipakai petugas lain.")
                .advising("Pilih nama pengguna lain."));
        }
        require_officer(&officer, &self.office().identity, self.office().practice)?;
        let opens_pictures = officer.roles.iter().any(|role| role.opens_pictures());
        let world = self.store.world().clone();
        let who = Credentials { user_name: &officer.username, password: &officer.password };
        let mut kunci = self.kunci.clone();
        let known = self.store.reader().officers()?;
        kunci.keep_only(world.random.as_ref(), self.store.keys(), |id| {
            known.iter().any(|officer| officer.id == id)
        })?;
        let id = kunci
            .add_officer(world.random.as_ref(), self.store.keys(), who, opens_pictures)
            .map_err(|error| passes_on_sight(error, "Peran petugas baru ini membuka gambar."))?;
        self.replace_keys(kunci, &actor, officer_added(&id, &officer))?;
        Ok(id)
    }

    /// Changes what an officer may do; sight of pictures comes and goes with the roles.
    pub fn set_roles(&mut self, officer: &str, roles: Vec<Role>) -> Result<()> {
        let actor = self.acting(Right::ManageOffice)?;
        let opens_pictures = roles.iter().any(|role| role.opens_pictures());
        let world = self.store.world().clone();
        let mut kunci = self.kunci.clone();
        kunci.set_opens_pictures(world.random.as_ref(), self.store.keys(), officer, opens_pictures)?;
        let id = officer.to_owned();
        let act = Act::on_officer(&id, Open::OfficerRolesSet { officer: id.clone(), roles });
        self.replace_keys(kunci, &actor, act)?;
        self.refresh()
    }

    /// A person says that the clock is right although it went back or ahead; numbers may be issued again.
    pub fn confirm_clock(&mut self) -> Result<()> {
        let actor = self.acting(Right::Completeness).or_else(|_| self.acting(Right::ManageOffice))?;
        let now = self.store.now();
        let behind_ms = self.store.clock_trouble()?.map_or(0, |trouble| trouble.lag(now).num_milliseconds());
        self.store.act(&actor, |_| Ok(Act::office(Open::ClockConfirmed { behind_ms }))).map(drop)
    }
}
