//! Pictures of other programs' windows and of the screen, while a video call runs in one of them.
//!
//! The whole desktop is never kept: a window is taken by itself, and of a screen only the part that was chosen.

use image::{DynamicImage, RgbaImage};
use loket_core::capture::encode_png;
use loket_core::error::{Code, Error, Result};
use xcap::{Monitor, Window};

/// What is captured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    Window(u32),
    Monitor(u32),
}

/// A window that a call may run in.
#[derive(Clone, Debug)]
pub struct Found {
    pub target: Target,
    pub title: String,
    pub program: String,
    pub width: u32,
    pub height: u32,
}

/// A part of a picture in whole pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    pub x: u32,
    pub y: u32,
    pub width: u32,
    pub height: u32,
}

/// Sides shorter than this show nothing that could be evidence.
const SMALLEST: u32 = 120;

/// A part of a screen above this share in percent is the whole desktop.
const LARGEST_PART: u64 = 95;

/// Windows of other programs, the front one first, and then the screens.
pub fn windows() -> Result<Vec<Found>> {
    require_own_capture()?;
    let own = std::process::id();
    let mut found: Vec<Found> = Window::all()
        .map_err(not_shown)?
        .into_iter()
        // Not every program says which process it is; Loket's own windows always do.
        .filter(|window| !window.pid().is_ok_and(|pid| pid == own))
        .filter(|window| !window.is_minimized().unwrap_or(true))
        .filter_map(|window| {
            let (width, height) = (window.width().ok()?, window.height().ok()?);
            let large = width >= SMALLEST && height >= SMALLEST;
            let title = window.title().unwrap_or_default();
            let program = window.app_name().unwrap_or_default();
            let named = !title.trim().is_empty() || !program.trim().is_empty();
            (large && named).then(|| {
                let target = Target::Window(window.id().ok()?);
                Some(Found { target, title, program, width, height })
            })?
        })
        .collect();
    for monitor in Monitor::all().map_err(not_shown)? {
        let (Ok(id), Ok(width), Ok(height)) = (monitor.id(), monitor.width(), monitor.height()) else {
            continue;
        };
        found.push(Found {
            target: Target::Monitor(id),
            title: "Seluruh layar, pilih bagiannya".to_owned(),
            program: monitor.name().unwrap_or_default(),
            width,
            height,
        });
    }
    Ok(found)
}

/// Takes the picture as PNG. Of a screen only `part` is kept.
pub fn take(target: Target, part: Option<Part>) -> Result<Vec<u8>> {
    require_own_capture()?;
    let picture = match target {
        Target::Window(id) => {
            let windows = Window::all().map_err(not_shown)?;
            let window = windows.into_iter().find(|window| window.id().is_ok_and(|found| found == id));
            window.ok_or_else(gone)?.capture_image().map_err(not_shown)?
        }
        Target::Monitor(id) => {
            let monitors = Monitor::all().map_err(not_shown)?;
            let monitor = monitors.into_iter().find(|monitor| monitor.id().is_ok_and(|found| found == id));
            monitor.ok_or_else(gone)?.capture_image().map_err(not_shown)?
        }
    };
    encode_png(&DynamicImage::ImageRgba8(cut(picture, part)?).to_rgb8())
}

/// A Wayland session shows no program the windows of another, and what it offers instead leaves the whole desktop as a
/// file on the disk: see docs/decisions/0013-no-capture-on-wayland.md.
fn require_own_capture() -> Result<()> {
    let told = |name: &str| std::env::var(name).ok();
    if is_wayland(told("XDG_SESSION_TYPE").as_deref(), told("WAYLAND_DISPLAY").as_deref()) {
        return Err(Error::new(Code::ScreenMissing, "wayland")
            .saying("Di sesi Wayland, Loket tidak menangkap jendela program lain.")
            .advising(
                "Salin gambar jendelanya dengan Print Screen lalu pilih Tempel, atau pakai foto dari HP.",
            ));
    }
    Ok(())
}

/// Whether the session draws by Wayland; an X11 program in it sees only its like, so either sign will do.
fn is_wayland(session: Option<&str>, display: Option<&str>) -> bool {
    session == Some("wayland") || display.is_some_and(|display| !display.is_empty())
}

fn cut(picture: RgbaImage, part: Option<Part>) -> Result<RgbaImage> {
    let Some(Part { x, y, width, height }) = part else { return Ok(picture) };
    let fits = |at: u32, length: u32, whole: u32| {
        length > 0 && at.checked_add(length).is_some_and(|end| end <= whole)
    };
    if !fits(x, width, picture.width()) || !fits(y, height, picture.height()) {
        return Err(Error::new(Code::InvalidInput, "part outside of the picture")
            .saying("Bagian layar yang dipilih berada di luar gambar.")
            .advising("Pilih lagi bagian yang memuat panggilan video."));
    }
    // A desktop shows other people's papers too; a call that fills the screen is chosen as a window.
    let area = |width: u32, height: u32| u64::from(width) * u64::from(height);
    if area(width, height) * 100 > area(picture.width(), picture.height()) * LARGEST_PART {
        return Err(Error::new(Code::InvalidInput, "whole desktop")
            .saying("Seluruh layar tidak disimpan, hanya bagian yang memuat panggilan.")
            .advising("Pilih jendela panggilannya, atau bagian layar yang memuatnya."));
    }
    Ok(image::imageops::crop_imm(&picture, x, y, width, height).to_image())
}

fn gone() -> Error {
    Error::new(Code::NotFound, "window is gone")
        .saying("Jendela panggilan tidak ditemukan lagi.")
        .advising("Buka lagi panggilannya, lalu pilih jendelanya.")
}

/// What the system said may name a window, so only its kind is kept.
fn not_shown(_: xcap::XCapError) -> Error {
    Error::new(Code::ScreenMissing, "screen capture")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wayland_session_is_known_by_either_of_its_signs() {
        for (session, display, wayland) in [
            (Some("wayland"), Some("wayland-0"), true),
            (Some("wayland"), None, true),
            (Some("x11"), Some("kiosk"), true),
            (Some("tty"), Some(""), false),
            (Some("x11"), None, false),
            (None, None, false),
        ] {
            assert_eq!(is_wayland(session, display), wayland, "{session:?} {display:?}");
        }
    }

    #[test]
    fn only_the_chosen_part_is_kept_and_a_part_outside_or_the_whole_screen_is_refused() {
        let picture = RgbaImage::from_fn(40, 30, |x, y| image::Rgba([x as u8, y as u8, 0, 255]));
        let part = Part { x: 10, y: 5, width: 20, height: 12 };
        let kept = cut(picture.clone(), Some(part)).unwrap();
        assert_eq!((kept.dimensions(), kept.get_pixel(0, 0).0), ((20, 12), [10, 5, 0, 255]));
        for part in [
            Part { x: 30, ..part },
            Part { y: 19, ..part },
            Part { width: 0, ..part },
            Part { height: u32::MAX, ..part },
            Part { x: u32::MAX, ..part },
            Part { x: 0, y: 0, width: 40, height: 30 },
        ] {
            assert_eq!(cut(picture.clone(), Some(part)).unwrap_err().code, Code::InvalidInput, "{part:?}");
        }
    }
}
