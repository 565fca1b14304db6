//! Perangkat: what is connected to this computer and how it stands, and the report of it.

use std::time::Duration;

use loket_core::actions::perangkat::{
    Computer, Finding, Part, Standing, WindowCamera, judge_cameras, judge_desktop, judge_printers,
    judge_scanners, look_at_disk, report,
};
use loket_core::camera::cameras;
use loket_core::error::Error;
use loket_core::scanner::host::Drivers;
use loket_core::scanner::{Device, Reach, Scanner as _, Stop};
use serde::{Deserialize, Serialize};
use tauri::{State, WebviewWindow};
use ts_rs::TS;

use super::paper::SaveReply;
use super::scan::drivers;
use crate::app::{Desk, aside};
use crate::dialog;
use crate::error::Reply;
use crate::scans::{KnownScanners, name_of};
use crate::screen;

#[derive(Deserialize, TS)]
pub struct CheckDevice {
    pub part: Part,
    /// Of the camera alone: what the window found when it opened it.
    pub camera: Option<WindowCamera>,
}

#[derive(Serialize, TS)]
pub struct DeviceFinding {
    pub part: Part,
    pub standing: Standing,
    pub what: String,
    pub todo: Option<String>,
}

#[derive(Serialize, TS)]
pub struct DeviceReport {
    pub text: String,
}

/// Looks at one part; a scanner may take some seconds.
#[tauri::command]
pub async fn device_check(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: CheckDevice,
) -> Reply<DeviceFinding> {
    let folder = desk.at_desk(&window, |session| Ok::<_, Error>(session.store().folder().to_owned()))?;
    let (known, sitting) = {
        let mut inner = desk.enter(&window)?;
        inner.checked.remove(&request.part);
        (inner.known.scanners.clone(), inner.sitting)
    };
    let finding = match request.part {
        Part::Pemindai => match desk.scans.look() {
            Ok(stop) => aside(move || Ok(look_at_scanners(&drivers()?, &known, &stop))).await?,
            // One that scans for somebody is not asked beside it.
            Err(trouble) => judge_scanners(Err(trouble)),
        },
        Part::Kamera => judge_cameras(&cameras(), request.camera),
        Part::Printer => {
            let spool = desk.spool.clone();
            aside(move || Ok(judge_printers(spool.installed().as_deref()))).await?
        }
        Part::Diska => aside(move || Ok(look_at_disk(&folder))).await?,
        Part::Jam => desk.at_desk(&window, |session| session.judge_clock())?,
        Part::Portal => aside(|| Ok(judge_desktop(screen::windows().map(drop)))).await?,
    };
    let shown = DeviceFinding::from(finding.clone());
    let mut inner = desk.enter(&window)?;
    if inner.sitting == sitting {
        inner.checked.insert(finding.part, finding);
    }
    Ok(shown)
}

/// What the report says of everything that was looked at in this sitting.
#[tauri::command(async)]
pub fn device_report(window: WebviewWindow, desk: State<'_, Desk>) -> Reply<DeviceReport> {
    Ok(DeviceReport { text: text(&window, &desk)? })
}

#[tauri::command(async)]
pub fn device_report_save(window: WebviewWindow, desk: State<'_, Desk>) -> Reply<SaveReply> {
    let text = text(&window, &desk)?;
    let Some(path) = dialog::choose_place(&window, dialog::TEXT, "Laporan perangkat")? else {
        return Ok(SaveReply { saved: false });
    };
    dialog::write_file(&path, dialog::TEXT, text.as_bytes())?;
    Ok(SaveReply { saved: true })
}

fn text(window: &WebviewWindow, desk: &Desk) -> Reply<String> {
    let made = desk.at_desk(window, |session| {
        Ok::<_, Error>(session.time_zone().format_date_time(session.store().now()))
    })?;
    let findings: Vec<Finding> = desk.enter(window)?.checked.values().cloned().collect();
    let computer = Computer {
        version: env!("CARGO_PKG_VERSION"),
        system: system_name(),
        processor: std::env::consts::ARCH,
    };
    Ok(report(&findings, &computer, &made))
}

/// A scanner that takes longer to say how it stands has fallen silent.
const LONGEST_LOOK: Duration = Duration::from_secs(20);

/// Those of this computer, and of the network the one that was used last, or all that somebody added where there is no
/// other: nothing is searched, and none that nobody uses any more holds up the rest.
fn look_at_scanners(drivers: &Drivers, known: &KnownScanners, stop: &Stop) -> Finding {
    let drivers = drivers.clone().giving_up_after(LONGEST_LOOK);
    let (here, failed) = match drivers.devices(&Reach::Here) {
        Ok(here) => (here, None),
        Err(trouble) => (Vec::new(), Some(trouble)),
    };
    let is_last = |device: &&Device| known.last.as_deref() == Some(name_of(device));
    let is_alone = here.is_empty() && !known.places.iter().any(|device| is_last(&device));
    let placed: Vec<&Device> = known.places.iter().filter(|device| is_alone || is_last(device)).collect();
    let stands = |device: &Device| {
        let trouble = drivers.capabilities_unless(&known.address(device), stop).err();
        (device.model.clone(), trouble)
    };
    let mut found: Vec<_> = std::thread::scope(|scope| {
        let asked: Vec<_> = placed.into_iter().map(|device| scope.spawn(move || stands(device))).collect();
        // Two drivers of this computer may share a bus, so these are asked one after another.
        let mut found: Vec<_> = here.iter().map(stands).collect();
        found.extend(asked.into_iter().filter_map(|answer| answer.join().ok()));
        found
    });
    match failed {
        Some(trouble) if found.is_empty() => return judge_scanners(Err(trouble)),
        Some(trouble) => found.insert(0, ("Pemindai di komputer ini".to_owned(), Some(trouble))),
        None => {}
    }
    judge_scanners(Ok(&found))
}

/// Name and version of the system, as os-release(5) has it.
fn system_name() -> String {
    let told = std::fs::read_to_string("/etc/os-release").unwrap_or_default();
    let name = told.lines().find_map(|line| line.strip_prefix("PRETTY_NAME="));
    name.map_or_else(|| std::env::consts::OS.to_owned(), |name| name.trim_matches(['"', '\'']).to_owned())
}

impl From<Finding> for DeviceFinding {
    fn from(Finding { part, standing, what, todo, .. }: Finding) -> Self {
        Self { part, standing, what, todo }
    }
}
