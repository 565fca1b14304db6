//! Pemindai: originals from the glass, cut and sealed as pictures of documents, and stacks from the feeder.

use loket_core::actions::scan::Sheet;
use loket_core::capture::Taken;
use loket_core::document::{DocumentKind, PictureSource};
use loket_core::error::{Code, Error};
use loket_core::scanner::host::Drivers;
use loket_core::scanner::{
    Area, Device, Ended, Mode, Order, Page, Reach, Scanner as _, Source, Trouble, scan_into,
};
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
    /// Behind this address of the network, as it was typed. What is found there is remembered.
    pub address: Option<String>,
}

#[derive(Serialize, TS)]
pub struct ScannerList {
    pub devices: Vec<ScannerDevice>,
    /// Address of the one that stands where it was looked for by an address.
    pub found: Option<String>,
    /// Id of the one that was used last on this computer, or its model where it has none.
    pub last: Option<String>,
}

/// A scanner that is found now.
#[derive(Serialize, TS)]
pub struct ScannerDevice {
    /// Good for now only.
    pub address: String,
    pub model: String,
    pub id: Option<String>,
}

#[derive(Deserialize, TS)]
pub struct ScannerRef {
    pub address: String,
    pub model: String,
    pub id: Option<String>,
    /// Takes the certificate that it shows now as its own.
    pub renew: bool,
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
    pub id: Option<String>,
    pub order: ScanOrder,
    /// All of the glass where none is named.
    pub part: Option<ScanPart>,
    /// A quick look at all of the glass, which is not remembered as an order.
    pub look: bool,
    /// The stack in the Baki in which pages of the feeder go on, after a jam.
    pub kiriman: Option<String>,
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
    /// All that it has now.
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
    /// The page from the glass has come, and the scanner is only closed.
    pub came: bool,
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
    let FindScanners { network, address } = request;
    let (named, found) = aside(move || {
        let drivers = drivers()?;
        let named = match address.map(|address| drivers.devices(&Reach::At(address))) {
            // Nothing stands there: that is an answer, too.
            None | Some(Err(Trouble::TidakDitemukan | Trouble::TidakTersambung)) => Vec::new(),
            Some(named) => named?,
        };
        let reach = if network { Reach::Network } else { Reach::Here };
        Ok((named, drivers.devices(&reach)))
    })
    .await?;
    let known = desk.enter(&window)?.known.scanners.clone();
    let found = match found {
        // A driver that fails takes none of the others with it.
        Err(_) if !named.is_empty() || !known.places.is_empty() => Vec::new(),
        found => found.map_err(Error::from)?,
    };
    desk.remember_scanner(&window, |known| {
        named.iter().for_each(|device| known.stands_at(device));
        found.iter().for_each(|device| known.seen_at(device));
    })?;
    let known = desk.enter(&window)?.known.scanners.clone();
    // Who was named stands first.
    let at_address = named.first().map(|device| device.address.clone());
    let mut devices: Vec<ScannerDevice> = Vec::new();
    for Device { address, model, id } in named.into_iter().chain(found).chain(known.places) {
        if devices.iter().all(|device| device.address != address) {
            devices.push(ScannerDevice { address, model, id });
        }
    }
    Ok(ScannerList { devices, found: at_address, last: known.last })
}

#[tauri::command]
pub async fn scanner_ability(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: ScannerRef,
) -> Reply<ScannerAbility> {
    desk.at_desk(&window, |session| session.require_intake())?;
    let ScannerRef { address, model, id, renew } = request;
    let device = Device { address, model, id };
    let held = desk.enter(&window)?.known.scanners.address(&device);
    let address = if renew { device.address.clone() } else { held };
    let able = aside(move || Ok(drivers()?.capabilities(&address)?)).await?;
    if let Some(certificate) = &able.certificate {
        desk.remember_scanner(&window, |known| known.hold(&device, certificate, renew))?;
    }
    let order = desk.enter(&window)?.known.scanners.order(&device, &able);
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
    // A lock that comes between would find nothing to stop.
    let turn = desk.at_desk(&window, |session| {
        session.require_intake()?;
        // Nothing is fed that has no place any more.
        if let Some(kiriman) = &request.kiriman {
            session.require_stack(kiriman)?;
        }
        desk.scans.begin().map_err(Error::from)
    })?;
    let BeginScan { address, model, id, .. } = &request;
    let device = Device { address: address.clone(), model: model.clone(), id: id.clone() };
    let address = desk.enter(&window)?.known.scanners.address(&device);
    let (scanning, look) = (window.clone(), request.look);
    let (done, order) = aside(move || Ok(scan(&scanning, &turn, &address, &request))).await??;
    if !look && (done.page.is_some() || done.baki.is_some()) {
        desk.remember_scanner(&window, |known| {
            known.used(&device, order);
            if of_network(&device) {
                known.stands_at(&device);
            }
        })?;
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
        came: underway.came,
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
pub fn scan_forget(window: WebviewWindow, desk: State<'_, Desk>, request: ScanPageRef) -> Reply<()> {
    drop(desk.enter(&window)?);
    desk.scans.forget(&request.page);
    Ok(())
}

fn scan(window: &WebviewWindow, turn: &Turn, address: &str, request: &BeginScan) -> Reply<(ScanDone, Order)> {
    let desk = window.state::<Desk>();
    let drivers = drivers()?;
    let ScanOrder { source, mode, dpi } = request.order;
    let area = request.part.map(|ScanPart { left, top, width, height }| Area { left, top, width, height });
    let mut order = Order { source, mode, dpi, area };
    if request.look {
        let able = match drivers.capabilities_unless(address, &turn.stop) {
            Err(Trouble::Dibatalkan) => {
                return Ok((ScanDone { stopped: true, ..ScanDone::default() }, order));
            }
            able => able?,
        };
        order = able.look().ok_or(Trouble::Ditolak)?;
    }
    let on_glass = order.source == Source::Kaca;
    let mut done = ScanDone::default();
    let mut keep = |page: Page| {
        if on_glass {
            let (width, height, dpi) = (page.width, page.height, page.dpi);
            done.page = turn.keep(page).map(|id| ScannedPage { id, width, height, dpi });
            return Ok(done.page.is_some());
        }
        let stack = done.baki.as_ref().map(|baki| &baki.kiriman).or(request.kiriman.as_ref());
        let Some(sealed) = seal(window, &desk, turn, &request.model, &page, stack)? else {
            return Ok(false);
        };
        done.baki = Some(sealed);
        Ok(true)
    };
    let mut tell = |heard: &_| turn.hear(heard, on_glass);
    let ended: Ended<WireError> = scan_into(&drivers, address, &order, &turn.stop, &mut tell, &mut keep);
    done.stopped = ended.stopped;
    match ended.failed {
        Some(error) if ended.kept == 0 => Err(error),
        failed => {
            done.trouble = failed.map(|error| ScanTrouble { what: error.what, todo: error.todo });
            Ok((done, order))
        }
    }
}

/// Seals a sheet before the next one is asked for, so that a power cut costs one sheet and not the stack. Answers in which
/// stack it lies; none where the scan was stopped, perhaps by the end of the session for which it ran.
fn seal(
    window: &WebviewWindow,
    desk: &Desk,
    turn: &Turn,
    model: &str,
    page: &Page,
    stack: Option<&String>,
) -> Reply<Option<ScannedStack>> {
    let sheet = Sheet::of(page)?;
    desk.at_desk(window, |session| {
        if turn.stop.is_asked() {
            return Ok(None);
        }
        let (kiriman, pages) = match stack {
            Some(kiriman) => (kiriman.clone(), session.add_sheet(kiriman, &sheet)?),
            None => (session.receive_stack(model, &sheet)?, 1),
        };
        Ok::<_, Error>(Some(ScannedStack { kiriman, pages }))
    })
}

fn of_network(device: &Device) -> bool {
    device.address.starts_with("http")
}

pub(super) fn drivers() -> Result<Drivers, Error> {
    Ok(Drivers::in_program(std::env::current_exe()?))
}

fn gone() -> WireError {
    let error = Error::new(Code::NotFound, "no such page")
        .saying("Hasil pindai ini sudah tidak ada di ingatan.")
        .advising("Pindai sekali lagi.");
    error.into()
}
