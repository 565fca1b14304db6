//! Periksa perangkat: how each device of a desk stands, one plain sentence each and what to do about it, and a report of it
//! that an officer can send to whoever helps.
//!
//! A judgement looks at nothing itself: the machines are asked by who calls it. The report leaves the desk, so it says
//! nothing that a person gave a name to (queues of printers, folders, the office) and no number that could name somebody.

use std::path::Path;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::camera::Camera;
use crate::error::Error;
use crate::printer::{PrintTrouble, Printer};
use crate::scanner::Trouble;
use crate::store::disk::{self, Disk};

use super::Session;

mod report;

pub use self::report::{Computer, report};

/// What is looked at, in the order in which it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub enum Part {
    Pemindai,
    Kamera,
    Printer,
    Cakram,
    Jam,
    /// What the desktop lends to programs: the picture of another window, and in some sessions the camera.
    Portal,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub enum Standing {
    Baik,
    /// Work goes on, in another way or not for long.
    Perhatian,
    Masalah,
}

/// What the window found when it opened its camera.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub enum WindowCamera {
    Working,
    Refused,
    Missing,
    Busy,
    Unsuitable,
    Unplugged,
    Unsupported,
}

/// How the session of this computer draws.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Desktop {
    X11,
    Wayland,
    /// A system on which windows are read without such a session.
    Other,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    pub part: Part,
    pub standing: Standing,
    pub what: String,
    pub todo: Option<String>,
    /// What happened, without names that people gave to devices.
    reported: String,
}

impl Finding {
    fn new(part: Part, standing: Standing, what: impl Into<String>, todo: Option<&str>) -> Self {
        let what = what.into();
        Self { part, standing, reported: what.clone(), what, todo: todo.map(str::to_owned) }
    }

    fn good(part: Part, what: impl Into<String>) -> Self {
        Self::new(part, Standing::Baik, what, None)
    }

    fn reported_as(self, reported: impl Into<String>) -> Self {
        Self { reported: reported.into(), ..self }
    }
}

/// Scanners by their model, each with what keeps it from scanning; or why no list could be had.
pub fn judge_scanners(found: Result<&[(String, Option<Trouble>)], Trouble>) -> Finding {
    let judged =
        |standing, what: String, todo: &str| Finding::new(Part::Pemindai, standing, what, Some(todo));
    let found = match found {
        Ok(found) => found,
        Err(trouble) => {
            return judged(Standing::Masalah, trouble.what_happened().to_owned(), trouble.what_to_do());
        }
    };
    let ready: Vec<&str> =
        found.iter().filter(|(_, trouble)| trouble.is_none()).map(|(model, _)| model.as_str()).collect();
    match (found, found.iter().find_map(|(model, trouble)| trouble.map(|trouble| (model, trouble)))) {
        ([], _) => judged(
            Standing::Perhatian,
            "Tidak ada pemindai yang ditemukan.".to_owned(),
            "Pasang dan nyalakan pemindai, lalu periksa lagi, atau pakai kamera.",
        ),
        (_, None) => Finding::good(Part::Pemindai, format!("Pemindai siap: {}.", ready.join(", "))),
        (_, Some((model, trouble))) => judged(
            if ready.is_empty() { Standing::Masalah } else { Standing::Perhatian },
            format!("{model}: {}", trouble.what_happened()),
            trouble.what_to_do(),
        ),
    }
}

/// Cameras as the system lists them, and what the window found; nothing where no window looked.
pub fn judge_cameras(listed: &[Camera], window: Option<WindowCamera>) -> Finding {
    let judged = |standing, what: &str, todo| Finding::new(Part::Kamera, standing, what, Some(todo));
    let ready = || {
        let names: Vec<&str> = listed.iter().map(|camera| camera.name.as_str()).collect();
        let names = if names.is_empty() { String::new() } else { format!(": {}", names.join(", ")) };
        Finding::good(Part::Kamera, format!("Kamera siap{names}."))
    };
    let barred = listed.iter().all(|camera| !camera.allowed);
    match (window, listed) {
        (Some(WindowCamera::Working), _) => ready(),
        (Some(WindowCamera::Busy), _) => judged(
            Standing::Perhatian,
            "Kamera dipakai aplikasi lain.",
            "Tutup aplikasi video itu, lalu periksa lagi.",
        ),
        (Some(WindowCamera::Unsuitable | WindowCamera::Unplugged), _) => judged(
            Standing::Masalah,
            "Kamera terhubung, tetapi tidak memberi gambar.",
            "Cabut kabelnya, pasang lagi, lalu periksa lagi.",
        ),
        (None | Some(WindowCamera::Missing), []) => judged(
            Standing::Perhatian,
            "Tidak ada kamera yang terhubung.",
            "Pasang kameranya, atau pakai pemindai dan berkas foto.",
        ),
        (_, [_, ..]) if barred => judged(
            Standing::Masalah,
            "Pengguna komputer ini tidak diberi izin memakai kamera.",
            "Minta izin kepada admin komputer, atau pakai pemindai.",
        ),
        (Some(WindowCamera::Refused), _) => judged(
            Standing::Masalah,
            "Izin kamera ditolak.",
            "Izinkan kamera di pengaturan sistem, lalu periksa lagi.",
        ),
        (Some(WindowCamera::Missing), _) => judged(
            Standing::Masalah,
            "Kamera terhubung, tetapi jendela Loket tidak menemukannya.",
            "Cabut kabelnya, pasang lagi, lalu buka Loket lagi.",
        ),
        (Some(WindowCamera::Unsupported), _) => judged(
            Standing::Masalah,
            "Jendela ini tidak dapat memakai kamera.",
            "Pakai pemindai atau berkas foto, dan kirim laporan ini kepada admin komputer.",
        ),
        (None, _) => ready(),
    }
}

/// Queues with what keeps each from printing.
pub fn judge_printers(found: &[(Printer, Option<PrintTrouble>)]) -> Finding {
    let hindered: Vec<_> =
        found.iter().filter_map(|(printer, trouble)| trouble.map(|trouble| (printer, trouble))).collect();
    let named: Vec<&str> = found.iter().map(|(printer, _)| printer.name.as_str()).collect();
    match (found.len(), hindered.first()) {
        (0, _) => Finding::new(
            Part::Printer,
            Standing::Perhatian,
            "Tidak ada printer yang terpasang pada komputer ini.",
            Some("Pasang printer, atau simpan kertas sebagai PDF dan cetak nanti."),
        ),
        (count, None) => Finding::good(Part::Printer, format!("Printer siap: {}.", named.join(", ")))
            .reported_as(format!("{count} printer siap.")),
        (count, Some((printer, trouble))) => {
            let standing = if hindered.len() == count { Standing::Masalah } else { Standing::Perhatian };
            let what = format!("{}: {}", printer.name, trouble.what_happened());
            Finding::new(Part::Printer, standing, what, Some(trouble.meanwhile())).reported_as(format!(
                "{} dari {count} printer: {}",
                hindered.len(),
                trouble.what_happened()
            ))
        }
    }
}

/// Below this an office cannot go on: a busy day takes about as much.
const LEAST_FREE: u64 = 200 << 20;
/// A month of a busy office, with its pictures.
const LITTLE_FREE: u64 = 2 << 30;
/// Longer than this for one picture, and every act makes a person wait.
const SLOW: Duration = Duration::from_secs(1);

/// The disk of an office, by its folder.
pub fn look_at_disk(folder: &Path) -> Finding {
    judge_disk(disk::look(folder).map_err(Error::from))
}

fn judge_disk(disk: Result<Disk, Error>) -> Finding {
    let judged = |standing, what: String, todo: &str| Finding::new(Part::Cakram, standing, what, Some(todo));
    let make_room = "Minta admin komputer mengosongkan atau mengganti cakramnya.";
    let disk = match disk {
        Ok(disk) => disk,
        Err(error) => {
            return judged(Standing::Masalah, error.what_happened(), &error.what_to_do());
        }
    };
    match disk.free {
        Some(free) if free < LEAST_FREE => {
            judged(Standing::Masalah, format!("Cakram hampir penuh, tersisa {}.", size(free)), make_room)
        }
        Some(free) if free < LITTLE_FREE => {
            judged(Standing::Perhatian, format!("Ruang cakram tinggal {}.", size(free)), make_room)
        }
        _ if disk.wrote > SLOW => judged(
            Standing::Perhatian,
            format!("Cakram ini lambat: satu gambar tersimpan dalam {} detik.", disk.wrote.as_secs()),
            "Tutup program lain. Bila tetap lambat, minta admin komputer memeriksa cakramnya.",
        ),
        Some(free) => Finding::good(Part::Cakram, format!("Cakram siap, tersisa {}.", size(free))),
        None => Finding::good(Part::Cakram, "Cakram siap."),
    }
}

fn size(bytes: u64) -> String {
    let (gib, mib) = (bytes >> 30, bytes >> 20);
    if gib > 0 { format!("{gib} GB") } else { format!("{mib} MB") }
}

/// What the desktop lends; whether it offers a portal at all, where that can be asked.
pub fn judge_desktop(desktop: Desktop, portal: Option<bool>) -> Finding {
    match (desktop, portal) {
        (Desktop::Wayland, _) => Finding::new(
            Part::Portal,
            Standing::Perhatian,
            "Di sesi Wayland, Loket tidak menangkap jendela panggilan video.",
            Some("Salin gambar jendelanya lalu tempel, atau masuk dengan sesi Xorg."),
        ),
        (Desktop::X11, Some(false)) => Finding::good(
            Part::Portal,
            "Jendela panggilan dapat ditangkap. Desktop ini tanpa portal, dan Loket tidak memerlukannya.",
        ),
        _ => Finding::good(Part::Portal, "Jendela panggilan dapat ditangkap."),
    }
}

impl Session {
    /// The clock of this computer, which no program can judge alone.
    pub fn judge_clock(&self) -> crate::error::Result<Finding> {
        let shown = self.time_zone().format_date_time(self.store.now());
        Ok(match self.store.clock_trouble()? {
            Some(trouble) => {
                let warning = self.clock_warning(trouble);
                let todo = warning.what_to_do();
                Finding::new(Part::Jam, Standing::Masalah, warning.what_happened(), Some(&todo))
            }
            None => Finding {
                todo: Some(
                    "Cocokkan dengan jam lain. Bila berbeda, betulkan di pengaturan sistem.".to_owned(),
                ),
                ..Finding::good(Part::Jam, format!("Jam komputer menunjukkan {shown}."))
            },
        })
    }
}

#[cfg(test)]
mod tests;
