//! From the frames of SANE to one page: one frame with all colours or one for each, one, eight or sixteen bits deep,
//! lines that are padded, and devices that do not know beforehand how many lines will come (SANE Standard 3.2.1).

use super::super::{MOST_BYTES, Mode, Page, Trouble};

/// What a frame holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Holds {
    Gray,
    Rgb,
    Red,
    Green,
    Blue,
}

impl Holds {
    pub(super) fn of(format: i32) -> Option<Self> {
        [Self::Gray, Self::Rgb, Self::Red, Self::Green, Self::Blue]
            .into_iter()
            .zip(0..)
            .find_map(|(holds, number)| (number == format).then_some(holds))
    }
}

#[derive(Clone, Debug)]
pub(super) struct Frame {
    pub(super) holds: Holds,
    pub(super) bytes_per_line: usize,
    pub(super) pixels_per_line: usize,
    /// None where the device does not know.
    pub(super) lines: Option<usize>,
    /// Bits of a sample.
    pub(super) depth: usize,
    pub(super) data: Vec<u8>,
}

impl Frame {
    /// How many bytes it will have.
    pub(super) fn expected(&self) -> Option<u64> {
        Some(self.lines? as u64 * self.bytes_per_line as u64)
    }

    /// Whether its numbers can be those of an original. A frame of sixteen bits takes twice the page.
    pub(super) fn is_sound(&self) -> bool {
        let samples = self.pixels_per_line * self.samples();
        let least = match self.depth {
            1 => samples.div_ceil(8),
            8 => samples,
            16 => samples * 2,
            _ => return false,
        };
        let fits = self.expected().is_none_or(|bytes| (1..=2 * MOST_BYTES).contains(&bytes));
        (1..=1 << 16).contains(&self.pixels_per_line) && self.bytes_per_line >= least && fits
    }

    fn samples(&self) -> usize {
        if self.holds == Holds::Rgb { 3 } else { 1 }
    }

    /// Lines of it that came whole.
    fn whole_lines(&self) -> usize {
        let came = self.data.len() / self.bytes_per_line.max(1);
        self.lines.map_or(came, |lines| came.min(lines))
    }

    /// Eight bits for each sample, without padding.
    fn samples_of_line(&self, line: usize) -> impl Iterator<Item = u8> + '_ {
        let row = &self.data[line * self.bytes_per_line..][..self.bytes_per_line];
        let is_gray = self.holds == Holds::Gray;
        (0..self.pixels_per_line * self.samples()).map(move |at| match self.depth {
            // One is black in a frame of lines, and full light in one of a colour.
            1 => {
                let is_set = row[at / 8] >> (7 - at % 8) & 1 == 1;
                if is_set == is_gray { 0 } else { u8::MAX }
            }
            8 => row[at],
            // In the byte order of the computer; the higher one is what is seen.
            _ => u16::from_ne_bytes([row[2 * at], row[2 * at + 1]]).to_be_bytes()[0],
        })
    }
}

/// The page that the frames are. One that broke off before its end is none; a sheet in a feeder may be shorter than the
/// device thought, so there what came is the page.
pub(super) fn page_of(frames: &[Frame], dpi: u32, may_be_short: bool) -> Result<Page, Trouble> {
    let first = frames.first().ok_or(Trouble::Terputus)?;
    let cut = |frame: &Frame| frame.lines.is_some_and(|lines| frame.whole_lines() < lines);
    if frames.iter().any(|frame| !frame.is_sound() || cut(frame) && !may_be_short) {
        return Err(Trouble::Terputus);
    }
    let width = first.pixels_per_line;
    let lines = frames.iter().map(Frame::whole_lines).min().unwrap_or_default();
    let (mode, pixels): (_, Vec<u8>) = match frames {
        [frame] if frame.holds == Holds::Gray => {
            (Mode::Abu, (0..lines).flat_map(|line| frame.samples_of_line(line)).collect())
        }
        [frame] if frame.holds == Holds::Rgb => {
            (Mode::Warna, (0..lines).flat_map(|line| frame.samples_of_line(line)).collect())
        }
        _ => (Mode::Warna, merged(frames, width, lines)?),
    };
    let size = |number: usize| u32::try_from(number).unwrap_or_default();
    Page::new(size(width), size(lines), mode, dpi, pixels).ok_or(Trouble::Terputus)
}

/// Three passes, in whatever order they came.
fn merged(frames: &[Frame], width: usize, lines: usize) -> Result<Vec<u8>, Trouble> {
    let mut pixels = vec![0; width * lines * 3];
    for (place, colour) in [Holds::Red, Holds::Green, Holds::Blue].into_iter().enumerate() {
        let of_colour = |frame: &&Frame| frame.holds == colour && frame.pixels_per_line == width;
        let frame = frames.iter().find(of_colour).ok_or(Trouble::Terputus)?;
        for line in 0..lines {
            let row = &mut pixels[line * width * 3..][..width * 3];
            for (pixel, sample) in row.chunks_exact_mut(3).zip(frame.samples_of_line(line)) {
                pixel[place] = sample;
            }
        }
    }
    Ok(pixels)
}

#[cfg(test)]
mod tests;
