//! What desk and helper say to each other: lines of JSON, and behind the line of a page its pixels.
//!
//! The helper is told what to do in one line on its standard input; a second line, [`STOP`], stops it, and the end of
//! the input ends it. It answers on its standard output.

use std::io::{self, BufRead, Read, Write};

use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::{Capabilities, Device, Heard, Mode, Order, Page, Reach, Trouble};

/// The line that stops a scan.
pub const STOP: &str = "stop";

/// No line that is meant is longer.
const LONGEST_LINE: u64 = 64 << 10;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ask {
    Devices { reach: Reach },
    Capabilities { address: String },
    Scan { address: String, order: Order },
}

/// What the helper says; its last word is [`Said::Done`] or [`Said::Trouble`].
#[derive(Clone, Debug, PartialEq)]
pub enum Said {
    Devices(Vec<Device>),
    Capabilities(Capabilities),
    Heard(Heard),
    Done,
    Trouble(Trouble),
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Line {
    Devices(Vec<Device>),
    Capabilities(Capabilities),
    Progress { read: u64, of: Option<u64> },
    Page { width: u32, height: u32, mode: Mode, dpi: u32 },
    Done,
    Trouble(Trouble),
}

pub fn write(out: &mut impl Write, said: &Said) -> io::Result<()> {
    let (line, pixels) = match said {
        Said::Devices(devices) => (Line::Devices(devices.clone()), &[][..]),
        Said::Capabilities(capabilities) => (Line::Capabilities(capabilities.clone()), &[][..]),
        Said::Heard(Heard::Progress { read, of }) => (Line::Progress { read: *read, of: *of }, &[][..]),
        Said::Heard(Heard::Page(page)) => {
            let Page { width, height, mode, dpi, pixels } = page;
            (Line::Page { width: *width, height: *height, mode: *mode, dpi: *dpi }, pixels.as_slice())
        }
        Said::Done => (Line::Done, &[][..]),
        Said::Trouble(trouble) => (Line::Trouble(*trouble), &[][..]),
    };
    serde_json::to_writer(&mut *out, &line)?;
    out.write_all(b"\n")?;
    out.write_all(pixels)?;
    out.flush()
}

/// The next word; none at the end. Whatever is no such word is an error: a helper that talks nonsense is ended.
pub fn read(from: &mut impl BufRead) -> io::Result<Option<Said>> {
    let mut line = Vec::new();
    from.take(LONGEST_LINE).read_until(b'\n', &mut line)?;
    if line.is_empty() {
        return Ok(None);
    }
    let nonsense = |why: &str| io::Error::new(io::ErrorKind::InvalidData, why.to_owned());
    if line.last() != Some(&b'\n') {
        return Err(nonsense("a line without an end"));
    }
    Ok(Some(match serde_json::from_slice(&line)? {
        Line::Devices(devices) => Said::Devices(devices),
        Line::Capabilities(capabilities) => Said::Capabilities(capabilities),
        Line::Progress { read, of } => Said::Heard(Heard::Progress { read, of }),
        Line::Page { width, height, mode, dpi } => {
            let bytes = Page::bytes_of(width, height, mode).ok_or_else(|| nonsense("a page of no size"))?;
            // As large as it will be: growing would leave parts of the page behind in the memory.
            let room = usize::try_from(bytes).map_err(|_| nonsense("a page of no size"))?;
            let mut pixels = Zeroizing::new(Vec::with_capacity(room));
            from.take(bytes).read_to_end(&mut pixels)?;
            let page = Page::new(width, height, mode, dpi, std::mem::take(&mut *pixels));
            Said::Heard(Heard::Page(page.ok_or_else(|| nonsense("a page that was cut short"))?))
        }
        Line::Done => Said::Done,
        Line::Trouble(trouble) => Said::Trouble(trouble),
    }))
}
