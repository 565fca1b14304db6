//! An open device: what it can do, and a scan from its first option to its last page.
#![expect(unsafe_code, reason = "every call takes the handle that this type keeps open")]

use std::collections::BTreeMap;
use std::ffi::CStr;
use std::ptr;
use std::time::Duration;

use super::super::{Area, Capabilities, Heard, Mode, Order, Page, Source, Stop, Trouble};
use super::super::{LARGEST_MM, LEAST_DPI, MOST_BYTES, MOST_DPI, USUAL_DPI};
use super::frames::{Frame, Holds, page_of};
use super::library::{self, Library, RawHandle, RawParameters};
use super::options::{Known, is_mode, is_source};
use super::status::{trouble_of, trouble_of_opening};

/// So much is read at once, and so often progress is told.
const CHUNK: usize = 64 << 10;

/// How long a device that has nothing yet is left alone.
const NOTHING_YET: Duration = Duration::from_millis(5);

const MM_PER_INCH: f64 = 25.4;

/// An A4 sheet, where a device does not say how large its glass is.
const A4_MM: [f64; 2] = [210.0, 297.0];

pub(in crate::scanner) struct Handle<'a> {
    library: &'a Library,
    raw: RawHandle,
}

type Hear<'a> = &'a mut dyn FnMut(Heard) -> Result<(), Trouble>;

impl<'a> Handle<'a> {
    pub(super) fn open(library: &'a Library, name: &CStr) -> Result<Self, Trouble> {
        let mut raw = ptr::null_mut();
        trouble_of_opening(library.open(name, &mut raw))?;
        Ok(Self { library, raw })
    }

    pub(in crate::scanner) fn capabilities(&self) -> Result<Capabilities, Trouble> {
        let options = self.options();
        let has = |name: &str, is_it: &dyn Fn(&str) -> bool| {
            options.get(name).is_some_and(|option| option.text_for(is_it).is_some())
        };
        let mut sources: Vec<_> = [Source::Kaca, Source::Pengumpan, Source::PengumpanBolakBalik]
            .into_iter()
            .filter(|source| has("source", &|text| is_source(text, *source)))
            .collect();
        if sources.is_empty() {
            sources.push(Source::Kaca);
        }
        let modes = [Mode::Warna, Mode::Abu];
        let modes = modes.into_iter().filter(|mode| has("mode", &|text| is_mode(text, *mode))).collect();
        let dpi = options.get("resolution").map_or_else(|| vec![USUAL_DPI], Known::resolutions);
        Ok(Capabilities { sources, modes, dpi, bed_mm: self.bed(&options), certificate: None })
    }

    /// What stops a scan that runs. SANE lets it be called while another call goes on (4.3.10).
    pub(in crate::scanner) fn canceller(&self) -> Box<dyn FnOnce() + Send> {
        let (cancel, raw) = (self.library.cancel_function(), self.raw as usize);
        // SAFETY: the helper takes this back before it closes the handle.
        Box::new(move || unsafe { cancel(raw as RawHandle) })
    }

    pub(in crate::scanner) fn scan(&self, order: &Order, stop: &Stop, hear: Hear<'_>) -> Result<(), Trouble> {
        if !(LEAST_DPI..=MOST_DPI).contains(&order.dpi) {
            return Err(Trouble::Ditolak);
        }
        let dpi = self.prepare(order)?;
        let feeds = order.source != Source::Kaca;
        for pages in 0.. {
            if stop.is_asked() {
                return Err(Trouble::Dibatalkan);
            }
            match self.page(dpi, feeds, stop, hear) {
                Ok(page) => hear(Heard::Page(page))?,
                // The feeder is empty after its last page, and before its first one there was none.
                Err(Trouble::PengumpanKosong) if feeds && pages > 0 => break,
                Err(trouble) => return Err(trouble),
            }
            if !feeds {
                break;
            }
        }
        Ok(())
    }

    /// Sets what the order says; returns the resolution that the device took.
    fn prepare(&self, order: &Order) -> Result<u32, Trouble> {
        match self.option("source") {
            Some(option) if option.may_be_set => {
                let text = option.text_for(|text| is_source(text, order.source));
                match text {
                    Some(text) => self.set_text(&option, text)?,
                    None if order.source == Source::Kaca => {}
                    None => return Err(Trouble::Ditolak),
                }
            }
            _ if order.source == Source::Kaca => {}
            _ => return Err(Trouble::Ditolak),
        }
        if let Some(option) = self.option("mode").filter(|option| option.may_be_set) {
            let text = option.text_for(|text| is_mode(text, order.mode)).ok_or(Trouble::Ditolak)?;
            self.set_text(&option, text)?;
        }
        self.set("depth", 8.0)?;
        let dpi = self.set("resolution", f64::from(order.dpi))?.unwrap_or(f64::from(order.dpi));
        let [width, height] = self.bed(&self.options());
        let area = order.area.unwrap_or(Area { left: 0.0, top: 0.0, width, height });
        for (name, mm) in [
            ("tl-x", area.left),
            ("tl-y", area.top),
            ("br-x", area.left + area.width),
            ("br-y", area.top + area.height),
        ] {
            let in_pixels = self.option(name).is_some_and(|option| option.is_in_pixels);
            self.set(name, if in_pixels { mm * dpi / MM_PER_INCH } else { mm })?;
        }
        Ok(dpi.round() as u32)
    }

    fn page(&self, dpi: u32, feeds: bool, stop: &Stop, hear: Hear<'_>) -> Result<Page, Trouble> {
        let mut frames = Vec::new();
        loop {
            // SAFETY: the handle is open.
            trouble_of(unsafe { self.library.start(self.raw) })?;
            let mut raw = RawParameters::default();
            // SAFETY: the handle is open.
            trouble_of(unsafe { self.library.parameters(self.raw, &mut raw) })?;
            let mut frame = frame_of(&raw).ok_or(Trouble::Ditolak)?;
            self.read(&mut frame, stop, hear)?;
            frames.push(frame);
            if raw.last_frame != 0 || frames.len() == 3 {
                return page_of(&frames, dpi, feeds);
            }
        }
    }

    fn read(&self, frame: &mut Frame, stop: &Stop, hear: Hear<'_>) -> Result<(), Trouble> {
        let of = frame.expected();
        let mut chunk = vec![0; CHUNK];
        let mut told = 0;
        loop {
            if stop.is_asked() {
                return Err(Trouble::Dibatalkan);
            }
            let mut length = 0;
            // SAFETY: the handle is open and was started.
            let status = unsafe { self.library.read(self.raw, &mut chunk, &mut length) };
            if status == library::EOF {
                break;
            }
            trouble_of(status)?;
            match usize::try_from(length).unwrap_or_default().min(CHUNK) {
                0 => std::thread::sleep(NOTHING_YET),
                length => frame.data.extend_from_slice(&chunk[..length]),
            }
            let read = frame.data.len() as u64;
            if read > 2 * MOST_BYTES {
                return Err(Trouble::Ditolak);
            }
            if read - told >= CHUNK as u64 {
                told = read;
                hear(Heard::Progress { read, of })?;
            }
        }
        hear(Heard::Progress { read: frame.data.len() as u64, of })
    }

    fn options(&self) -> BTreeMap<String, Known> {
        let mut found = BTreeMap::new();
        // Option 0 is their number; they end where there is none.
        for number in 1..1_000 {
            // SAFETY: the handle is open, and what is kept is copied.
            let Some(raw) = (unsafe { self.library.option(self.raw, number) }) else { break };
            if let Some(known) = Known::of(number, raw) {
                found.entry(known.name.clone()).or_insert(known);
            }
        }
        found
    }

    fn option(&self, name: &str) -> Option<Known> {
        self.options().remove(name)
    }

    fn bed(&self, options: &BTreeMap<String, Known>) -> [f64; 2] {
        let dpi =
            options.get("resolution").and_then(|option| self.number(option)).unwrap_or(f64::from(USUAL_DPI));
        ["br-x", "br-y"]
            .map(|name| options.get(name))
            .into_iter()
            .zip(A4_MM)
            .map(|(option, usual)| {
                let Some((option, most)) = option.and_then(|option| Some((option, option.most()?))) else {
                    return usual;
                };
                if option.is_in_pixels { most / dpi * MM_PER_INCH } else { most }
            })
            .zip(LARGEST_MM)
            .map(|(most, largest)| most.min(largest))
            .collect::<Vec<_>>()
            .try_into()
            .unwrap_or(A4_MM)
    }

    fn number(&self, option: &Known) -> Option<f64> {
        let mut value = vec![0; option.size];
        // SAFETY: the handle is open, and the value is as long as the option says.
        let status = unsafe { self.library.control(self.raw, option.number, false, &mut value) };
        (status == library::GOOD).then(|| option.number_of(&value))?
    }

    /// Sets a number where there is such an option, and returns what the device made of it; what cannot be set stays.
    fn set(&self, name: &str, number: f64) -> Result<Option<f64>, Trouble> {
        let Some(option) = self.option(name).filter(|option| !option.is_text) else { return Ok(None) };
        if !option.may_be_set {
            return Ok(self.number(&option));
        }
        let mut value = option.bytes_of(option.nearest(number));
        // SAFETY: the handle is open, and the value is one word like the option.
        trouble_of(unsafe { self.library.control(self.raw, option.number, true, &mut value) })?;
        Ok(self.number(&option))
    }

    fn set_text(&self, option: &Known, text: &str) -> Result<(), Trouble> {
        let mut value = vec![0; option.size.max(text.len() + 1)];
        value[..text.len()].copy_from_slice(text.as_bytes());
        // SAFETY: the handle is open, and the text ends with a nul within the value.
        trouble_of(unsafe { self.library.control(self.raw, option.number, true, &mut value) })
    }
}

impl Drop for Handle<'_> {
    /// Ends the scan and parks the head. A driver may hang in it, so everything was said before.
    fn drop(&mut self) {
        // SAFETY: the handle is open and nobody has it any more; without a scan there is nothing to cancel.
        unsafe {
            (self.library.cancel_function())(self.raw);
            self.library.close(self.raw);
        }
    }
}

fn frame_of(raw: &RawParameters) -> Option<Frame> {
    let number = |number: i32| usize::try_from(number).ok();
    let frame = Frame {
        holds: Holds::of(raw.format)?,
        bytes_per_line: number(raw.bytes_per_line)?,
        pixels_per_line: number(raw.pixels_per_line)?,
        lines: number(raw.lines),
        depth: number(raw.depth)?,
        data: Vec::new(),
    };
    // What is larger than any original is refused before the lamp moves.
    let mode = if frame.holds == Holds::Gray { Mode::Abu } else { Mode::Warna };
    let size = |number: usize| u32::try_from(number).ok();
    let fits = match frame.lines {
        Some(lines) => Page::bytes_of(size(frame.pixels_per_line)?, size(lines)?, mode).is_some(),
        None => true,
    };
    (fits && frame.is_sound()).then_some(frame)
}
