//! Sesi: unlock, lock, change of password, recovery.

use loket_core::actions::Session;
use loket_core::error::Code;
use loket_core::role::Role;
use loket_core::schedule::TimeZone;
use serde::{Deserialize, Serialize};
use tauri::{State, WebviewWindow};
use ts_rs::TS;

use super::setup::{DeskState, remember_name, state_of};
use crate::app::{Desk, IDLE, world};
use crate::error::{Reply, WireError};

#[derive(Serialize, TS)]
pub struct SessionInfo {
    pub officer_id: String,
    pub name: String,
    pub nip: String,
    pub username: String,
    pub roles: Vec<Role>,
    pub office_name: String,
    pub city: String,
    pub time_zone: TimeZone,
    pub practice: bool,
    pub station: u16,
    pub idle_minutes: u32,
}

#[derive(Deserialize, TS)]
pub struct Unlock {
    pub username: String,
    pub password: String,
}

#[derive(Deserialize, TS)]
pub struct UnlockWithRecovery {
    pub words: String,
    pub username: String,
    pub new_password: String,
}

#[derive(Deserialize, TS)]
pub struct ChangePassword {
    pub old: String,
    pub new: String,
}

#[derive(Deserialize, TS)]
pub struct Lock {
    pub idle: bool,
}

#[tauri::command(async)]
pub fn session_unlock(window: WebviewWindow, desk: State<'_, Desk>, request: Unlock) -> Reply<DeskState> {
    let mut inner = desk.enter(&window)?;
    let folder = desk.folder(&inner).ok_or_else(|| WireError::of(Code::OfficeMissing))?;
    inner.end_session(false);
    inner.session = Some(Session::unlock(&folder, &request.username, &request.password, world())?);
    remember_name(&desk, &mut inner);
    state_of(&desk, &inner)
}

#[tauri::command(async)]
pub fn session_recover(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: UnlockWithRecovery,
) -> Reply<DeskState> {
    let mut inner = desk.enter(&window)?;
    let folder = desk.folder(&inner).ok_or_else(|| WireError::of(Code::OfficeMissing))?;
    inner.end_session(false);
    let UnlockWithRecovery { words, username, new_password } = request;
    inner.session = Some(Session::recover(&folder, &words, &username, &new_password, world())?);
    state_of(&desk, &inner)
}

#[tauri::command(async)]
pub fn session_lock(window: WebviewWindow, desk: State<'_, Desk>, request: Option<Lock>) -> Reply<DeskState> {
    let mut inner = desk.enter(&window)?;
    inner.end_session(request.is_some_and(|lock| lock.idle));
    state_of(&desk, &inner)
}

#[tauri::command(async)]
pub fn session_change_password(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: ChangePassword,
) -> Reply<()> {
    desk.at_desk(&window, |session| session.change_password(&request.old, &request.new))
}

impl SessionInfo {
    pub fn of(session: &Session) -> Self {
        let officer = session.officer();
        let office = session.office();
        Self {
            officer_id: officer.id.clone(),
            name: officer.name.clone(),
            nip: officer.nip.clone(),
            username: officer.username.clone(),
            roles: officer.roles.clone(),
            office_name: office.identity.name.clone(),
            city: office.identity.city.clone(),
            time_zone: office.identity.time_zone,
            practice: office.practice,
            station: session.store().station(),
            idle_minutes: (IDLE.as_secs() / 60) as u32,
        }
    }
}
