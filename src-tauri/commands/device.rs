//! Perangkat: what is connected to this computer and how it stands, and the report of it.

use loket_core::actions::perangkat::{
    Computer, Finding, Part, Standing, WindowCamera, judge_cameras, judge_desktop, judge_printers,
    judge_scanners, look_at_disk, report,
};
use loket_core::camera::cameras;
use loket_core::error::Error;
use loket_core::scanner::host::Drivers;
use loket_core::scanner::{Device, Reach, Scanner as _, Trouble};
use serde::{Deserialize, Serialize};
use tauri::{State, WebviewWindow};
use ts_rs::TS;

use super::paper::SaveReply;
use super::scan::drivers;
use crate::app::{Desk, aside};
use crate::dialog;
use crate::error::Reply;
use crate::scans::KnownScanners;
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

/// Looks at one part; a scanner may take as long as its driver is given.
#[tauri::command]
pub async fn device_check(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: CheckDevice,
) -> Reply<DeviceFinding> {
    let folder = desk.at_desk(&window, |session| Ok::<_, Error>(session.store().folder().to_owned()))?;
    let finding = match request.part {
        Part::Pemindai => {
            let known = desk.enter(&window)?.known.scanners.clone();
            // One that scans for somebody is not asked beside it.
            if desk.scans.underway().is_some() {
                judge_scanners(Err(Trouble::Sibuk))
            } else {
                aside(move || Ok(look_at_scanners(&drivers()?, &known))).await?
            }
        }
        Part::Kamera => judge_cameras(&cameras(), request.camera),
        Part::Printer => {
            let spool = desk.spool.clone();
            aside(move || {
                let printers = spool.printers().into_iter();
                let found: Vec<_> =
                    printers.map(|printer| (printer.clone(), spool.trouble_of(&printer.name))).collect();
                Ok(judge_printers(&found))
            })
            .await?
        }
        Part::Cakram => aside(move || Ok(look_at_disk(&folder))).await?,
        Part::Jam => desk.at_desk(&window, |session| session.judge_clock())?,
        Part::Portal => aside(|| Ok(judge_desktop(screen::desktop(), screen::portal()))).await?,
    };
    let shown = DeviceFinding::from(finding.clone());
    desk.enter(&window)?.checked.insert(finding.part, finding);
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

/// Those of this computer, and those of the network that somebody added here: nothing is searched.
fn look_at_scanners(drivers: &Drivers, known: &KnownScanners) -> Finding {
    let found = match drivers.devices(&Reach::Here) {
        Ok(found) => found,
        Err(trouble) if known.places.is_empty() => return judge_scanners(Err(trouble)),
        Err(_) => Vec::new(),
    };
    let mut devices: Vec<Device> = Vec::new();
    for device in found.into_iter().chain(known.places.clone()) {
        if devices.iter().all(|seen| seen.address != device.address) {
            devices.push(device);
        }
    }
    let stands = |device: Device| {
        let trouble = drivers.capabilities(&known.address(&device)).err();
        (device.model, trouble)
    };
    judge_scanners(Ok(&devices.into_iter().map(stands).collect::<Vec<_>>()))
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
