//! Periksa perangkat: how each device of a desk stands, one plain sentence each and what to do about it, and a report of it
//! that an officer can send to whoever helps.
//!
//! A judgement looks at nothing itself: the machines are asked by who calls it. The report leaves the desk, so it says
//! no name of a device, a folder or the office, and no number that could name somebody.

use std::path::Path;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::camera::Camera;
use crate::error::Error;
use crate::printer::{PrintTrouble, Queue};
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
    Diska,
    Jam,
    /// What the desktop lends to programs: the windows of others.
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
    /// It neither opened nor refused for long.
    Slow,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    pub part: Part,
    pub standing: Standing,
    pub what: String,
    pub todo: Option<String>,
    /// What happened, without names: people give them to devices, and drivers add serial numbers.
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
    let judged = |standing, what: String, todo| Finding::new(Part::Pemindai, standing, what, Some(todo));
    let found = match found {
        Ok(found) => found,
        Err(trouble) => {
            return judged(standing_of(trouble), trouble.what_happened().to_owned(), todo_of(trouble));
        }
    };
    let ready: Vec<&str> =
        found.iter().filter(|(_, trouble)| trouble.is_none()).map(|(model, _)| model.as_str()).collect();
    match found.iter().find_map(|(model, trouble)| trouble.map(|trouble| (model, trouble))) {
        None if found.is_empty() => judged(
            Standing::Perhatian,
            "Tidak ada pemindai yang ditemukan.".to_owned(),
            "Pasang dan nyalakan pemindai, lalu periksa lagi, atau pakai kamera.",
        ),
        None => Finding::good(Part::Pemindai, format!("Pemindai siap: {}.", ready.join(", ")))
            .reported_as(format!("{} pemindai siap.", ready.len())),
        Some((model, trouble)) => {
            let standing = if ready.is_empty() { standing_of(trouble) } else { Standing::Perhatian };
            let hindered = found.len() - ready.len();
            judged(standing, format!("{model}: {}", trouble.what_happened()), todo_of(trouble))
                .reported_as(format!("{hindered} dari {} pemindai: {}", found.len(), trouble.what_happened()))
        }
    }
}

/// What passes by itself is no problem.
fn standing_of(trouble: Trouble) -> Standing {
    match trouble {
        Trouble::Sibuk | Trouble::Pemanasan | Trouble::PengumpanKosong | Trouble::Dibatalkan => {
            Standing::Perhatian
        }
        _ => Standing::Masalah,
    }
}

/// What to do where nothing is being scanned.
fn todo_of(trouble: Trouble) -> &'static str {
    match trouble {
        Trouble::TidakTersambung | Trouble::TidakDitemukan => {
            "Nyalakan pemindai dan periksa kabelnya, lalu periksa lagi."
        }
        Trouble::Sibuk => "Tunggu sampai selesai, lalu periksa lagi.",
        Trouble::Pemanasan | Trouble::Dibatalkan => "Tunggu sebentar, lalu periksa lagi.",
        Trouble::PenutupTerbuka => "Tutup penutupnya, lalu periksa lagi.",
        Trouble::PengumpanKosong => "Letakkan kertas di pengumpan, atau pakai kacanya.",
        Trouble::KertasMacet => "Keluarkan kertas yang macet, lalu periksa lagi.",
        Trouble::Terputus => "Matikan dan nyalakan pemindai, lalu periksa lagi, atau pakai kamera.",
        Trouble::Ditolak => {
            "Matikan dan nyalakan pemindai. Bila tetap begitu, kirim laporan ini kepada admin komputer."
        }
        Trouble::SertifikatLain => {
            "Tanyakan kepada pengelola jaringan apakah pemindai itu diganti atau disetel ulang."
        }
        Trouble::MintaSandi => "Minta pengelola jaringan mengizinkan pemindaian dari komputer ini.",
        Trouble::TanpaIzin => "Minta izin kepada admin komputer, atau pakai kamera.",
    }
}

/// Cameras as the system lists them, and what the window found; nothing where no window looked.
pub fn judge_cameras(listed: &[Camera], window: Option<WindowCamera>) -> Finding {
    let judged = |standing, what: &str, todo| Finding::new(Part::Kamera, standing, what, Some(todo));
    let ready = || {
        let names: Vec<&str> = listed.iter().map(|camera| camera.name.as_str()).collect();
        let names = if names.is_empty() { String::new() } else { format!(": {}", names.join(", ")) };
        Finding::good(Part::Kamera, format!("Kamera siap{names}.")).reported_as("Kamera siap.")
    };
    let barred = listed.iter().all(|camera| !camera.allowed);
    match (window, listed) {
        (Some(WindowCamera::Working), _) => ready(),
        (Some(WindowCamera::Busy), _) => judged(
            Standing::Perhatian,
            "Kamera dipakai aplikasi lain.",
            "Tutup aplikasi video itu, lalu periksa lagi.",
        ),
        (Some(WindowCamera::Slow), _) => judged(
            Standing::Perhatian,
            "Kamera tidak kunjung memberi gambar.",
            "Tutup aplikasi video lain, cabut dan pasang lagi kabelnya, lalu periksa lagi.",
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

/// Queues that are installed, each with what keeps it from printing; nothing where the spool does not answer.
pub fn judge_printers(found: Option<&[Queue]>) -> Finding {
    let judged = |standing, what: &str, todo| Finding::new(Part::Printer, standing, what, Some(todo));
    let Some(found) = found else {
        return judged(
            Standing::Masalah,
            "Layanan cetak komputer ini tidak menjawab.",
            "Nyalakan ulang komputer. Bila tetap begitu, minta admin komputer menjalankan CUPS.",
        );
    };
    let mut hindered = found.iter().filter_map(|queue| queue.trouble.map(|trouble| (queue, trouble)));
    let count = found.len();
    match hindered.next() {
        None if found.is_empty() => judged(
            Standing::Perhatian,
            "Tidak ada printer yang terpasang pada komputer ini.",
            "Pasang printer, atau simpan kertas sebagai PDF dan cetak nanti.",
        ),
        // A printer that is off says so when something is sent to it, and not before.
        None => {
            let names: Vec<&str> = found.iter().map(|queue| queue.printer.name.as_str()).collect();
            let what = format!("Antrean printer tanpa kendala: {}.", names.join(", "));
            let todo = "Cetak halaman uji di Setelan untuk memastikan printernya menyala.";
            Finding::new(Part::Printer, Standing::Baik, what, Some(todo))
                .reported_as(format!("{count} antrean printer tanpa kendala."))
        }
        Some((queue, trouble)) => {
            let hindered = 1 + hindered.count();
            let standing = if hindered == count { Standing::Masalah } else { Standing::Perhatian };
            judged(
                standing,
                &format!("{}: {}", queue.printer.name, trouble.what_happened()),
                until_it_prints(trouble),
            )
            .reported_as(format!("{hindered} dari {count} printer: {}", trouble.what_happened()))
        }
    }
}

/// What to do where nothing is being printed.
pub fn until_it_prints(trouble: PrintTrouble) -> &'static str {
    match trouble {
        PrintTrouble::Dijeda | PrintTrouble::Ditolak => "Minta admin komputer menjalankan antreannya.",
        PrintTrouble::TintaHabis => "Ganti toner atau tintanya.",
        PrintTrouble::TidakTersambung
        | PrintTrouble::KertasHabis
        | PrintTrouble::KertasMacet
        | PrintTrouble::PenutupTerbuka => trouble.meanwhile(),
        PrintTrouble::TidakDitemukan
        | PrintTrouble::Dibatalkan
        | PrintTrouble::Gagal
        | PrintTrouble::TidakSelesai => "Minta admin komputer memeriksa printernya.",
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
    let judged = |standing, what: String, todo: &str| Finding::new(Part::Diska, standing, what, Some(todo));
    let make_room = "Minta admin komputer mengosongkan atau mengganti diskanya.";
    let disk = match disk {
        Ok(disk) => disk,
        Err(error) => {
            return judged(Standing::Masalah, error.what_happened(), &error.what_to_do());
        }
    };
    match disk.free {
        Some(free) if free < LEAST_FREE => {
            judged(Standing::Masalah, format!("Diska hampir penuh, tersisa {}.", size(free)), make_room)
        }
        Some(free) if free < LITTLE_FREE => {
            judged(Standing::Perhatian, format!("Ruang diska tinggal {}.", size(free)), make_room)
        }
        _ if disk.wrote > SLOW => judged(
            Standing::Perhatian,
            format!("Diska ini lambat: satu gambar tersimpan dalam {} detik.", disk.wrote.as_secs()),
            "Tutup program lain. Bila tetap lambat, minta admin komputer memeriksa diskanya.",
        ),
        Some(free) => Finding::good(Part::Diska, format!("Diska siap, tersisa {}.", size(free))),
        None => Finding::good(Part::Diska, "Diska siap."),
    }
}

fn size(bytes: u64) -> String {
    let (gib, mib) = (bytes >> 30, bytes >> 20);
    if gib > 0 { format!("{gib} GB") } else { format!("{mib} MB") }
}

/// What came of looking for the windows of other programs.
pub fn judge_desktop(windows: Result<(), Error>) -> Finding {
    match windows {
        Ok(()) => Finding::good(Part::Portal, "Jendela panggilan video dapat dipilih dan ditangkap."),
        // Pictures of a call come in other ways as well.
        Err(error) => {
            Finding::new(Part::Portal, Standing::Perhatian, error.what_happened(), Some(&error.what_to_do()))
        }
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
