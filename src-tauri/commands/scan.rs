//! Pemindai: originals from the glass, cut and sealed as pictures of documents, and stacks from the feeder.

use loket_core::actions::scan::Sheet;
use loket_core::capture::Taken;
use loket_core::document::{DocumentKind, PictureSource};
use loket_core::error::{Code, Error};
use loket_core::scanner::host::Drivers;
use loket_core::scanner::{Area, Heard, Mode, Order, Page, Reach, Scanner as _, Source, Trouble};
use serde::{Deserialize, Serialize};
use tauri::ipc::Response;
use tauri::{Manager as _, State, WebviewWindow};
use ts_rs::TS;

use super::permohonan_view::{Corner, PermohonanView, view_of};
use super::picture::four_corners;
use crate::app::{Desk, aside};
use crate::error::{Reply, WireError};
use crate::scans::Turn;

/// Longest side of a page on the screen, in px: an A4 at 300 dpi is shown as it came.
const LOOK_SIDE: u32 = 3600;

#[derive(Deserialize, TS)]
pub struct FindScanners {
    /// Also in the network.
    pub network: bool,
}

#[derive(Serialize, TS)]
pub struct ScannerList {
    pub devices: Vec<ScannerDevice>,
    /// The model that was used last on this computer.
    pub last: Option<String>,
}

/// A scanner that is found now.
#[derive(Serialize, TS)]
pub struct ScannerDevice {
    /// Good for now only.
    pub address: String,
    pub model: String,
}

#[derive(Deserialize, TS)]
pub struct ScannerRef {
    pub address: String,
    pub model: String,
}

#[derive(Serialize, TS)]
pub struct ScannerAbility {
    pub sources: Vec<Source>,
    pub modes: Vec<Mode>,
    pub dpi: Vec<u32>,
    /// Width and height of the largest original.
    pub bed_mm: [f64; 2],
    /// What was asked of this model last, or what is usual.
    pub order: ScanOrder,
}

#[derive(Clone, Copy, Serialize, Deserialize, TS)]
pub struct ScanOrder {
    pub source: Source,
    pub mode: Mode,
    pub dpi: u32,
}

/// In mm, from the upper left corner of the glass.
#[derive(Clone, Copy, Deserialize, TS)]
pub struct ScanPart {
    pub left: f64,
    pub top: f64,
    pub width: f64,
    pub height: f64,
}

#[derive(Deserialize, TS)]
pub struct BeginScan {
    pub address: String,
    pub model: String,
    pub order: ScanOrder,
    /// All of the glass where none is named.
    pub part: Option<ScanPart>,
    /// A quick look at all of the glass, which is not remembered as an order.
    pub look: bool,
}

/// What came of a scan that is over.
#[derive(Default, Serialize, TS)]
pub struct ScanDone {
    /// From the glass; it waits in memory to be cut.
    pub page: Option<ScannedPage>,
    /// From the feeder.
    pub baki: Option<ScannedStack>,
    pub stopped: bool,
    /// Why no more came, where something came.
    pub trouble: Option<ScanTrouble>,
}

#[derive(Serialize, TS)]
pub struct ScannedPage {
    pub id: String,
    /// Pixels.
    pub width: u32,
    pub height: u32,
    pub dpi: u32,
}

#[derive(Serialize, TS)]
pub struct ScannedStack {
    pub kiriman: String,
    pub pages: u32,
}

#[derive(Serialize, TS)]
pub struct ScanTrouble {
    pub what: String,
    pub todo: String,
}

#[derive(Serialize, TS)]
pub struct ScanProgress {
    /// The page that is being read, from 1.
    pub page: u32,
    /// Bytes of it that came, and how many it will have where the scanner knows.
    pub read: f64,
    pub of: Option<f64>,
}

#[derive(Deserialize, TS)]
pub struct ScanPageRef {
    pub page: String,
}

/// One document on the page.
#[derive(Deserialize, TS)]
pub struct KeepScan {
    pub id: String,
    pub page: String,
    pub document: DocumentKind,
    /// In the page as it is seen after the quarter turns, as of a cropped picture.
    pub corners: Vec<Corner>,
    pub quarter_turns: u8,
}

#[tauri::command]
pub async fn scanner_list(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: FindScanners,
) -> Reply<ScannerList> {
    desk.at_desk(&window, |session| session.require_intake())?;
    let reach = if request.network { Reach::Network } else { Reach::Here };
    let found = aside(move || Ok(drivers()?.devices(reach)?)).await?;
    let devices = found.into_iter().map(|found| ScannerDevice { address: found.address, model: found.model });
    let last = desk.enter(&window)?.known.scanners.last.clone();
    Ok(ScannerList { devices: devices.collect(), last })
}

#[tauri::command]
pub async fn scanner_ability(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: ScannerRef,
) -> Reply<ScannerAbility> {
    desk.at_desk(&window, |session| session.require_intake())?;
    let ScannerRef { address, model } = request;
    let able = aside(move || Ok(drivers()?.capabilities(&address)?)).await?;
    let order = desk.enter(&window)?.known.scanners.order(&model, &able);
    Ok(ScannerAbility {
        sources: able.sources,
        modes: able.modes,
        dpi: able.dpi,
        bed_mm: able.bed_mm,
        order: ScanOrder { source: order.source, mode: order.mode, dpi: order.dpi },
    })
}

/// Answers when the scan is over. A page that came stands, whatever followed it.
#[tauri::command]
pub async fn scan_begin(window: WebviewWindow, desk: State<'_, Desk>, request: BeginScan) -> Reply<ScanDone> {
    desk.at_desk(&window, |session| session.require_intake())?;
    let scanning = window.clone();
    let (model, look) = (request.model.clone(), request.look);
    let (done, order) = aside(move || Ok(scan(&scanning, &request))).await??;
    if !look && (done.page.is_some() || done.baki.is_some()) {
        desk.remember_scanner(&window, &model, order)?;
    }
    Ok(done)
}

/// How far the scan is that runs; nobody is there because of the question, so an idle desk still locks.
#[tauri::command(async)]
pub fn scan_progress(window: WebviewWindow, desk: State<'_, Desk>) -> Reply<Option<ScanProgress>> {
    drop(desk.enter(&window)?);
    Ok(desk.scans.underway().map(|underway| ScanProgress {
        page: underway.pages + 1,
        read: underway.read as f64,
        of: underway.of.map(|of| of as f64),
    }))
}

#[tauri::command(async)]
pub fn scan_stop(window: WebviewWindow, desk: State<'_, Desk>) -> Reply<()> {
    drop(desk.enter(&window)?);
    desk.scans.stop();
    Ok(())
}

/// The page from the glass, to see where its documents lie. It is the officer's own scan of papers that are not anybody's
/// picture yet, so no look is written down.
#[tauri::command]
pub async fn scan_page(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: ScanPageRef,
) -> Reply<Response> {
    desk.at_desk(&window, |session| session.require_intake())?;
    let page = desk.scans.page(&request.page).ok_or_else(gone)?;
    Ok(Response::new(desk.on_pixels(move || page.look(LOOK_SIDE)).await?))
}

/// Cuts one document out of the page and seals it as its picture.
#[tauri::command]
pub async fn scan_keep(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: KeepScan,
) -> Reply<PermohonanView> {
    desk.at_desk(&window, |session| session.require_intake())?;
    let KeepScan { id, page, document, corners, quarter_turns } = request;
    let corners = four_corners(&corners)?;
    let page = desk.scans.page(&page).ok_or_else(gone)?;
    let cut = move || {
        let cut = page.cut(corners, quarter_turns)?;
        Ok((Taken::check(document, cut.page.to_jpeg()?)?, cut.corners))
    };
    let (taken, corners) = desk.on_pixels(cut).await?;
    desk.at_desk(&window, |session| {
        let picture = session.add_picture(&id, PictureSource::Pemindai, taken)?;
        session.crop_picture(&id, &picture, corners, quarter_turns)?;
        view_of(session, &id)
    })
}

#[tauri::command(async)]
pub fn scan_forget(window: WebviewWindow, desk: State<'_, Desk>) -> Reply<()> {
    drop(desk.enter(&window)?);
    desk.scans.forget();
    Ok(())
}

fn scan(window: &WebviewWindow, request: &BeginScan) -> Reply<(ScanDone, Order)> {
    let desk = window.state::<Desk>();
    let turn = desk.scans.begin().map_err(Error::from)?;
    let drivers = drivers()?;
    let ScanOrder { source, mode, dpi } = request.order;
    let area = request.part.map(|ScanPart { left, top, width, height }| Area { left, top, width, height });
    let mut order = Order { source, mode, dpi, area };
    if request.look {
        let able = drivers.capabilities(&request.address).map_err(Error::from)?;
        order = able.look().ok_or(Trouble::Ditolak).map_err(Error::from)?;
    }
    let mut done = ScanDone::default();
    let mut failed = None;
    let scanned = drivers.scan(&request.address, &order, &turn.stop, &mut |heard| {
        turn.hear(&heard);
        let Heard::Page(page) = heard else { return };
        if failed.is_some() {
            return;
        }
        let kept = match order.source {
            Source::Kaca => keep(&turn, page, &mut done),
            Source::Pengumpan | Source::PengumpanBolakBalik => {
                seal(window, &desk, &request.model, &page, &mut done)
            }
        };
        if let Err(error) = kept {
            // Nothing more is scanned that cannot be kept.
            failed = Some(error);
            turn.stop.stop();
        }
    });
    let came = done.page.is_some() || done.baki.is_some();
    let trouble = match (failed, scanned) {
        (Some(error), _) => Some(error),
        (None, Err(Trouble::Dibatalkan)) => {
            done.stopped = true;
            None
        }
        (None, Err(trouble)) => Some(WireError::from(Error::from(trouble))),
        (None, Ok(())) => None,
    };
    match trouble {
        Some(error) if !came => Err(error),
        trouble => {
            done.trouble = trouble.map(|error| ScanTrouble { what: error.what, todo: error.todo });
            Ok((done, order))
        }
    }
}

fn keep(turn: &Turn<'_>, page: Page, done: &mut ScanDone) -> Reply<()> {
    let (width, height, dpi) = (page.width, page.height, page.dpi);
    done.page = turn.keep(page).map(|id| ScannedPage { id, width, height, dpi });
    Ok(())
}

/// Seals a sheet before the next one is asked for, so that a power cut costs one sheet and not the stack.
fn seal(window: &WebviewWindow, desk: &Desk, model: &str, page: &Page, done: &mut ScanDone) -> Reply<()> {
    let sheet = Sheet::of(page)?;
    match &mut done.baki {
        Some(stack) => {
            desk.at_desk(window, |session| session.add_sheet(&stack.kiriman, &sheet))?;
            stack.pages += 1;
        }
        None => {
            let kiriman = desk.at_desk(window, |session| session.receive_stack(model, &sheet))?;
            done.baki = Some(ScannedStack { kiriman, pages: 1 });
        }
    }
    Ok(())
}

fn drivers() -> Result<Drivers, Error> {
    Ok(Drivers::in_program(std::env::current_exe()?))
}

fn gone() -> WireError {
    let error = Error::new(Code::NotFound, "no such page")
        .saying("Hasil pindai ini sudah tidak ada di ingatan.")
        .advising("Pindai sekali lagi.");
    error.into()
}
