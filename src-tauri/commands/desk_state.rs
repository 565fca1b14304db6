//! Where the desk stands: no office, a locked one, a sheet to confirm, or an officer at work.

use loket_core::actions::{Session, remaining_wait};
use loket_core::role::{Right, Role, acting_role};
use loket_core::schedule::TimeZone;
use serde::Serialize;
use ts_rs::TS;

use crate::app::{Desk, IDLE, Inner, KnownOffice, shown, world};
use crate::error::Reply;

/// Where the desk stands.
#[derive(Clone, Copy, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DeskStage {
    /// No office is known on this computer.
    None,
    /// The office exists; its recovery sheet is not confirmed yet.
    Setup,
    /// An office waits for a password.
    Locked,
    Open,
}

#[derive(Serialize, TS)]
pub struct DeskState {
    pub stage: DeskStage,
    pub practice: bool,
    pub office_name: Option<String>,
    pub folder: Option<String>,
    /// Proposed folder for a new office.
    pub default_folder: String,
    pub session: Option<SessionInfo>,
    pub wait_seconds: Option<u32>,
}

#[derive(Serialize, TS)]
pub struct SessionInfo {
    pub officer_id: String,
    pub name: String,
    pub username: String,
    pub roles: Vec<Role>,
    pub rights: OfficerRights,
    pub office_name: String,
    pub time_zone: TimeZone,
    pub practice: bool,
    pub station: u16,
    pub idle_minutes: u32,
}

/// What the officer at the desk may do, by the core's table of roles.
#[derive(Clone, Serialize, TS)]
pub struct OfficerRights {
    pub receives: bool,
    pub verifies: bool,
    /// Opens pictures of papers and calls without a reason.
    pub sees_pictures: bool,
    /// The role that an approval, or a Bukti in place of another, will name.
    pub approves_as: Option<Role>,
    pub logs_contacts: bool,
    pub manages_office: bool,
}

pub fn state_of(desk: &Desk, inner: &Inner) -> Reply<DeskState> {
    let folder = desk.folder(inner);
    let session = inner.session.as_ref();
    let stage = match (session, &folder) {
        (Some(session), _) if session.sheet_is_due()? => DeskStage::Setup,
        (Some(_), _) => DeskStage::Open,
        (None, Some(_)) => DeskStage::Locked,
        (None, None) => DeskStage::None,
    };
    let wait_seconds = match (&folder, session) {
        (Some(folder), None) if folder.is_dir() => remaining_wait(folder, world().clock.as_ref())?,
        _ => None,
    };
    Ok(DeskState {
        stage,
        practice: inner.known.practice,
        office_name: session
            .map(|session| session.office().identity.name.clone())
            .or_else(|| inner.known.office_name.clone().filter(|_| !inner.known.practice)),
        folder: folder.as_deref().map(shown),
        default_folder: shown(&desk.default_folder()),
        session: session.map(SessionInfo::of),
        wait_seconds,
    })
}

/// Keeps the public name of the open office for the lock screen. An office that is open stays open
/// when this cannot be written.
pub fn remember_name(desk: &Desk, inner: &mut Inner) {
    let Some(session) = inner.session.as_ref().filter(|session| !session.office().practice) else { return };
    let name = Some(session.office().identity.name.clone());
    if inner.known.office_name != name {
        let known = KnownOffice { office_name: name, ..inner.known.clone() };
        let _ = desk.remember(inner, known);
    }
}

impl OfficerRights {
    pub fn of(roles: &[Role]) -> Self {
        let may = |right| acting_role(roles, right).is_some();
        Self {
            receives: may(Right::Intake),
            verifies: may(Right::Verify),
            sees_pictures: may(Right::Unmask),
            approves_as: acting_role(roles, Right::Approve),
            logs_contacts: may(Right::LogContact),
            manages_office: may(Right::ManageOffice),
        }
    }
}

impl SessionInfo {
    pub fn of(session: &Session) -> Self {
        let officer = session.officer();
        let office = session.office();
        Self {
            officer_id: officer.id.clone(),
            name: officer.name.clone(),
            username: officer.username.clone(),
            roles: officer.roles.clone(),
            rights: OfficerRights::of(&officer.roles),
            office_name: office.identity.name.clone(),
            time_zone: office.identity.time_zone,
            practice: office.practice,
            station: session.store().station(),
            idle_minutes: (IDLE.as_secs() / 60) as u32,
        }
    }
}
