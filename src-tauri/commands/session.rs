//! Sesi: unlock, lock, change of password, recovery.

use loket_core::actions::Session;
use loket_core::error::Code;
use serde::Deserialize;
use tauri::{State, WebviewWindow};
use ts_rs::TS;

use super::desk_state::{DeskState, remember_name, state_of};
use crate::app::{Desk, world};
use crate::error::{Reply, WireError};

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
    inner.begin_session(Session::unlock(&folder, &request.username, &request.password, world())?);
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
    inner.begin_session(Session::recover(&folder, &words, &username, &new_password, world())?);
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
