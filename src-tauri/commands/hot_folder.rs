//! Folder pindai on the wire: which folder an admin turned on, and how it stands beside the Baki. Its path never comes from
//! the window.

use std::path::{Path, PathBuf};

use loket_core::error::{Code, Error};
use loket_core::hot_folder::{count_files, require_place};
use loket_core::role::Right;
use serde::{Deserialize, Serialize};
use tauri::{Manager as _, State, WebviewWindow};
use ts_rs::TS;

use crate::app::{Desk, Inner, KnownOffice, aside, shown};
use crate::dialog;
use crate::error::{Reply, WireError};
use crate::hot_folder::{KnownFolder, folder_of};

/// How the folder stands.
#[derive(Serialize, TS)]
pub struct HotFolderView {
    /// Nothing while it is off.
    pub path: Option<String>,
    /// Files are kept in a subfolder once they are taken.
    pub keep: bool,
    /// Name of the file that is being taken.
    pub taking: Option<String>,
    /// Files that are neither taken nor refused.
    pub waiting: u32,
    /// How many were taken since the desk was unlocked.
    pub taken: u32,
    pub refused: Vec<RefusedFile>,
    /// What keeps all of it from going on.
    pub trouble: Option<WireError>,
}

/// A file that stays in the folder.
#[derive(Serialize, TS)]
pub struct RefusedFile {
    pub name: String,
    pub what: String,
    pub todo: String,
}

/// A folder that was chosen and is not turned on yet.
#[derive(Serialize, TS)]
pub struct HotFolderProposal {
    pub path: String,
    /// Files that lie in it already.
    pub files: u32,
}

#[derive(Deserialize, TS)]
pub struct SetHotFolder {
    pub keep: bool,
    /// The folder that was chosen last, and not the one in use.
    pub chosen: bool,
}

/// Asked for every few seconds while the Baki is open, which is no touch of the desk.
#[tauri::command(async)]
pub fn hot_folder_get(window: WebviewWindow, desk: State<'_, Desk>) -> Reply<HotFolderView> {
    let inner = desk.enter(&window)?;
    let session = inner.session.as_ref().ok_or_else(|| WireError::of(Code::Locked))?;
    if !session.may(Right::Intake) && !session.may(Right::ManageOffice) {
        return Err(WireError::of(Code::RoleForbidden));
    }
    Ok(HotFolderView::of(&desk, &inner))
}

/// Asks for a folder; nothing changes when the dialog was left.
#[tauri::command]
pub async fn hot_folder_choose(
    window: WebviewWindow,
    desk: State<'_, Desk>,
) -> Reply<Option<HotFolderProposal>> {
    desk.at_desk(&window, |session| session.require_manager())?;
    desk.hot_folders.settle();
    let asking = window.clone();
    let title = "Pilih folder pindai";
    let Some(path) = aside(move || dialog::choose_folder(&asking, title)).await? else { return Ok(None) };
    require_free(&window, &desk, &path)?;
    let proposal = HotFolderProposal { path: shown(&path), files: count_files(&path)? as u32 };
    desk.hot_folders.choose(path);
    Ok(Some(proposal))
}

/// Turns the chosen folder on, or changes whether the files of the one in use are kept: whoever left a choice behind has not
/// made it.
#[tauri::command(async)]
pub fn hot_folder_set(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: SetHotFolder,
) -> Reply<HotFolderView> {
    let SetHotFolder { keep, chosen } = request;
    let (office, path) = {
        let inner = desk.enter(&window)?;
        let office = office(&desk, &inner)?;
        let known = || folder_of(&inner.known.hot_folders, &office).map(|known| known.path.clone());
        let path = if chosen { desk.hot_folders.chosen() } else { known() };
        (office, path)
    };
    let path = path.ok_or_else(|| {
        Error::new(Code::InvalidInput, "no folder was chosen")
            .saying("Folder pindai belum dipilih.")
            .advising("Pilih dahulu foldernya, lalu nyalakan.")
    })?;
    require_free(&window, &desk, &path)?;
    desk.at_desk(&window, |session| session.set_hot_folder(keep))?;
    keep_in_mind(&window, &desk, &office, Some(KnownFolder { office: office.clone(), path, keep }))
}

#[tauri::command(async)]
pub fn hot_folder_off(window: WebviewWindow, desk: State<'_, Desk>) -> Reply<HotFolderView> {
    let office = office(&desk, &*desk.enter(&window)?)?;
    // First it is off: a log that says so while files are still taken would not be true.
    desk.at_desk(&window, |session| session.require_manager())?;
    let view = keep_in_mind(&window, &desk, &office, None)?;
    desk.at_desk(&window, |session| session.close_hot_folder())?;
    Ok(view)
}

/// Tries refused files again at the next look.
#[tauri::command(async)]
pub fn hot_folder_retry(window: WebviewWindow, desk: State<'_, Desk>) -> Reply<HotFolderView> {
    desk.at_desk(&window, |session| session.require_intake())?;
    desk.hot_folders.try_again();
    Ok(HotFolderView::of(&desk, &*desk.enter(&window)?))
}

/// Refuses a folder in which people or Loket keep their files, and one that another office of this computer uses.
fn require_free(window: &WebviewWindow, desk: &Desk, path: &Path) -> Reply<()> {
    let paths = window.path();
    let people = [
        paths.home_dir(),
        paths.desktop_dir(),
        paths.document_dir(),
        paths.download_dir(),
        paths.picture_dir(),
    ];
    let people: Vec<PathBuf> = people.into_iter().flatten().collect();
    // The places are looked at without the desk: a share that is gone answers after a minute.
    let (here, own, known) = {
        let inner = desk.enter(window)?;
        (office(desk, &inner)?, desk.own_folders(&inner), inner.known.hot_folders.clone())
    };
    require_place(path, &as_paths(&people), &as_paths(&own))?;
    let real = |path: &Path| std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let place = real(path);
    if known.iter().any(|known| known.office != here && real(&known.path) == place) {
        return Err(Error::new(Code::InvalidInput, "of another office")
            .saying("Folder ini sudah menjadi folder pindai kantor lain di komputer ini.")
            .advising("Pilih folder lain, atau matikan dahulu di kantor itu.")
            .into());
    }
    Ok(())
}

fn as_paths(paths: &[PathBuf]) -> Vec<&Path> {
    paths.iter().map(PathBuf::as_path).collect()
}

fn office(desk: &Desk, inner: &Inner) -> Reply<PathBuf> {
    desk.folder(inner).ok_or_else(|| WireError::of(Code::OfficeMissing))
}

fn keep_in_mind(
    window: &WebviewWindow,
    desk: &Desk,
    office: &Path,
    folder: Option<KnownFolder>,
) -> Reply<HotFolderView> {
    let mut inner = desk.enter(window)?;
    let mut hot_folders = inner.known.hot_folders.clone();
    hot_folders.retain(|known| known.office != office);
    hot_folders.extend(folder);
    let known = KnownOffice { hot_folders, ..inner.known.clone() };
    desk.remember(&mut inner, known)?;
    desk.hot_folders.settle();
    Ok(HotFolderView::of(desk, &inner))
}

impl HotFolderView {
    fn of(desk: &Desk, inner: &Inner) -> Self {
        let office = desk.folder(inner).unwrap_or_default();
        let known = folder_of(&inner.known.hot_folders, &office);
        let seen = desk.hot_folders.shown();
        let refused = seen.refused.into_iter().map(|(name, why)| RefusedFile {
            name,
            what: why.what_happened(),
            todo: why.what_to_do(),
        });
        Self {
            path: known.map(|known| shown(&known.path)),
            keep: known.is_some_and(|known| known.keep),
            taking: seen.taking,
            waiting: seen.waiting as u32,
            taken: seen.taken,
            refused: refused.collect(),
            trouble: seen.trouble.map(WireError::from),
        }
    }
}
