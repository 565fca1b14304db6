//! Penyiapan: which office, its first officer, its recovery sheet, the practice office.

use std::path::PathBuf;
use std::sync::Arc;

use loket_core::actions::new_office::{Founding, NewOfficer};
use loket_core::actions::office::Logo;
use loket_core::actions::recovery_sheet::{SheetCheck, ShownWord};
use loket_core::actions::{KdfParams, LegalBasis, OfficeIdentity, Session, practice};
use loket_core::error::{Code, Error};
use loket_core::printer::{Document, Patience};
use loket_core::role::Role;
use loket_core::schedule::TimeZone;
use serde::{Deserialize, Serialize};
use tauri::{State, WebviewWindow};
use ts_rs::TS;

use super::desk_state::{DeskState, remember_name, state_of};
use crate::app::{Desk, KnownOffice, Preferences, aside, shown, world};
use crate::dialog;
use crate::error::{Reply, WireError};
use crate::prints::{Of, What};

/// Title of the sheet in the spool; it names no word.
const SHEET: &str = "Lembar pemulihan";

#[derive(Clone, Serialize, Deserialize, TS)]
#[ts(rename = "LegalBasis")]
pub struct LegalBasisLine {
    pub text: String,
    pub since: String,
    pub until: Option<String>,
}

#[derive(Clone, Serialize, Deserialize, TS)]
pub struct OfficeInput {
    pub government: String,
    pub unit: String,
    pub name: String,
    pub address: String,
    pub city: String,
    pub contact: String,
    /// Address from which vendors are written to; may stay empty.
    pub email: String,
    pub time_zone: TimeZone,
    pub legal_basis: Vec<LegalBasisLine>,
    pub privacy_contact: String,
}

#[derive(Deserialize, TS)]
pub struct OfficerInput {
    pub name: String,
    pub nip: String,
    pub username: String,
    pub password: String,
    pub roles: Vec<Role>,
}

#[derive(Deserialize, TS)]
pub struct CreateOffice {
    pub folder: String,
    pub office: OfficeInput,
    pub officer: OfficerInput,
}

#[derive(Deserialize, TS)]
pub struct OpenFolder {
    pub folder: String,
}

#[derive(Deserialize, TS)]
pub struct ChosenPrinter {
    pub printer: Option<String>,
}

#[derive(Deserialize, TS)]
pub struct WordIndex {
    pub index: u8,
}

#[derive(Serialize, TS)]
pub struct RecoveryWord {
    pub index: u8,
    pub total: u8,
    pub word: String,
}

/// Two word positions, from 1, that must be typed back.
#[derive(Serialize, TS)]
pub struct RecoveryCheck {
    pub first: u8,
    pub second: u8,
    pub printed: bool,
}

#[derive(Deserialize, TS)]
pub struct ConfirmRecovery {
    pub first: String,
    pub second: String,
}

#[tauri::command(async)]
pub fn desk_state(window: WebviewWindow, desk: State<'_, Desk>) -> Reply<DeskState> {
    state_of(&desk, &*desk.enter(&window)?)
}

#[tauri::command(async)]
pub fn office_choose_folder(window: WebviewWindow, desk: State<'_, Desk>) -> Reply<Option<String>> {
    drop(desk.enter(&window)?);
    Ok(dialog::choose_folder(&window, "Pilih folder kantor")?.map(|path| shown(&path)))
}

#[tauri::command(async)]
pub fn office_open_folder(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: OpenFolder,
) -> Reply<DeskState> {
    let mut inner = desk.enter(&window)?;
    let folder = PathBuf::from(request.folder);
    if !Session::is_office(&folder) {
        return Err(WireError::of(Code::OfficeMissing));
    }
    inner.end_session(false);
    let known =
        KnownOffice { office: Some(folder), office_name: None, practice: false, ..inner.known.clone() };
    desk.remember(&mut inner, known)?;
    state_of(&desk, &inner)
}

#[tauri::command(async)]
pub fn office_create(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: CreateOffice,
) -> Reply<DeskState> {
    let mut inner = desk.enter(&window)?;
    let folder = PathBuf::from(request.folder.trim());
    let officer = request.officer;
    let founding = Founding {
        folder: folder.clone(),
        identity: request.office.into(),
        officer: NewOfficer {
            name: officer.name,
            nip: officer.nip,
            username: officer.username,
            password: officer.password,
            roles: officer.roles,
        },
        practice: false,
        kdf: KdfParams::production(),
    };
    let (mut session, words) = Session::found(founding, world())?;
    session.begin_sheet(words);
    inner.begin_session(session);
    let mut known = KnownOffice { office: Some(folder.clone()), practice: false, ..inner.known.clone() };
    // One that stood there before had turned its folder on, and this one has not.
    known.hot_folders.retain(|one| one.office != folder);
    desk.remember(&mut inner, known)?;
    remember_name(&desk, &mut inner);
    state_of(&desk, &inner)
}

#[tauri::command(async)]
pub fn practice_open(window: WebviewWindow, desk: State<'_, Desk>) -> Reply<DeskState> {
    let mut inner = desk.enter(&window)?;
    inner.end_session(false);
    let folder = desk.practice_folder();
    let session = practice::open_or_found(&folder, world())?;
    inner.begin_session(session);
    let known = KnownOffice { practice: true, ..inner.known.clone() };
    desk.remember(&mut inner, known)?;
    state_of(&desk, &inner)
}

#[tauri::command(async)]
pub fn practice_leave(window: WebviewWindow, desk: State<'_, Desk>) -> Reply<DeskState> {
    let mut inner = desk.enter(&window)?;
    if inner.known.practice {
        inner.end_session(false);
        let known = KnownOffice { practice: false, ..inner.known.clone() };
        desk.remember(&mut inner, known)?;
    }
    state_of(&desk, &inner)
}

#[tauri::command(async)]
pub fn office_get(window: WebviewWindow, desk: State<'_, Desk>) -> Reply<OfficeInput> {
    desk.at_desk(&window, |session| Ok::<_, Error>(OfficeInput::from(&session.office().identity)))
}

#[tauri::command(async)]
pub fn office_set(window: WebviewWindow, desk: State<'_, Desk>, request: OfficeInput) -> Reply<OfficeInput> {
    desk.at_desk(&window, |session| {
        session.describe_office(request.into())?;
        Ok::<_, Error>(OfficeInput::from(&session.office().identity))
    })
}

/// Asks for a picture file and takes it as the letterhead's logo; `false` when nothing was chosen.
#[tauri::command]
pub async fn office_logo(window: WebviewWindow, desk: State<'_, Desk>) -> Reply<bool> {
    drop(desk.enter(&window)?);
    let asking = window.clone();
    let Some(bytes) = aside(move || dialog::choose_picture(&asking)).await? else { return Ok(false) };
    let logo = desk.on_pixels(move || Logo::of(&bytes)).await?;
    desk.at_desk(&window, |session| session.set_logo(Some(logo)).map(|()| true))
}

/// Answers when the sheet came out of the printer. It goes there through a pipe, and the spool forgets it.
#[tauri::command]
pub async fn recovery_print(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: ChosenPrinter,
) -> Reply<RecoveryCheck> {
    let (office, (sheet, turn)) = desk.at_desk(&window, |session| {
        Ok::<_, Error>((session.store().folder().to_owned(), session.sheet_pdf()?))
    })?;
    let spool = desk.spool.clone();
    let job = aside(move || spool.send(&Document::A4(sheet), request.printer.as_deref(), 1, SHEET)).await?;
    let print = desk.follow(
        job,
        Patience::default(),
        What { office, of: Of::LembarPemulihan, label: SHEET, number: None },
    );
    let prints = Arc::clone(&desk.prints);
    aside(move || Ok(prints.outcome(print)?)).await?;
    desk.at_desk(&window, |session| session.note_sheet_printed(turn).map(RecoveryCheck::from))
}

/// One word at a time for an office without a printer; each look is written down.
#[tauri::command(async)]
pub fn recovery_word(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: WordIndex,
) -> Reply<RecoveryWord> {
    let ShownWord { word, total } = desk.at_desk(&window, |session| session.show_word(request.index))?;
    Ok(RecoveryWord { index: request.index, total, word: word.to_owned() })
}

#[tauri::command(async)]
pub fn recovery_check(window: WebviewWindow, desk: State<'_, Desk>) -> Reply<RecoveryCheck> {
    desk.at_desk(&window, |session| session.sheet_check().map(RecoveryCheck::from))
}

#[tauri::command(async)]
pub fn recovery_confirm(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: ConfirmRecovery,
) -> Reply<DeskState> {
    let typed = [request.first.as_str(), request.second.as_str()];
    desk.at_desk(&window, |session| session.confirm_sheet(typed))?;
    let inner = desk.enter(&window)?;
    state_of(&desk, &inner)
}

impl From<SheetCheck> for RecoveryCheck {
    fn from(SheetCheck { asked: [first, second], printed }: SheetCheck) -> Self {
        Self { first, second, printed }
    }
}

#[tauri::command(async)]
pub fn preferences_get(window: WebviewWindow, desk: State<'_, Desk>) -> Reply<Preferences> {
    Ok(desk.enter(&window)?.known.preferences.clone())
}

#[tauri::command(async)]
pub fn preferences_set(window: WebviewWindow, desk: State<'_, Desk>, request: Preferences) -> Reply<()> {
    let mut inner = desk.enter(&window)?;
    let known = KnownOffice { preferences: request, ..inner.known.clone() };
    desk.remember(&mut inner, known)
}

impl From<OfficeInput> for OfficeIdentity {
    fn from(input: OfficeInput) -> Self {
        Self {
            government: input.government,
            unit: input.unit,
            name: input.name,
            address: input.address,
            city: input.city,
            contact: input.contact,
            email: input.email,
            time_zone: input.time_zone,
            legal_basis: input
                .legal_basis
                .into_iter()
                .map(|line| LegalBasis { text: line.text, since: line.since, until: line.until })
                .collect(),
            privacy_contact: input.privacy_contact,
        }
    }
}

impl From<&OfficeIdentity> for OfficeInput {
    fn from(identity: &OfficeIdentity) -> Self {
        Self {
            government: identity.government.clone(),
            unit: identity.unit.clone(),
            name: identity.name.clone(),
            address: identity.address.clone(),
            city: identity.city.clone(),
            contact: identity.contact.clone(),
            email: identity.email.clone(),
            time_zone: identity.time_zone,
            legal_basis: identity
                .legal_basis
                .iter()
                .map(|line| LegalBasisLine {
                    text: line.text.clone(),
                    since: line.since.clone(),
                    until: line.until.clone(),
                })
                .collect(),
            privacy_contact: identity.privacy_contact.clone(),
        }
    }
}
