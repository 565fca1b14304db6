//! The importer of the Baki before any bytes at all: it answers with pages or with reasons, within its limits.
#![no_main]

use libfuzzer_sys::fuzz_target;
use loket_core::surel::{self, MOST_BYTES};

/// Under which name a file comes decides nothing, but each is cut and shown.
const NAMES: [&str; 4] = ["permohonan.eml", "../../etc/ktp.jpg", "arsip.zip", ""];

/// More than any limit of the importer lets through: 200 parts of at most 60 pages together.
const MOST_PAGES: usize = 400;

// A reader that stumbles and is caught is no crash: only what nobody catches ends the run. Nor is it told, because
// a backtrace for each takes longer than the reading.
fuzz_target!(init: std::panic::set_hook(Box::new(|_| {})), |input: (u8, &[u8])| {
    let (name, bytes) = input;
    // What the inbox shows of a message, from its head alone.
    let _ = surel::envelope(bytes);
    let Ok(delivery) = surel::read(NAMES[usize::from(name) % NAMES.len()], bytes) else { return };
    assert!(delivery.pages.len() <= MOST_PAGES);
    for page in &delivery.pages {
        assert!(page.width > 0 && page.height > 0, "a page has a size");
        assert!(!page.bytes.is_empty() && page.bytes.len() <= MOST_BYTES * 4, "a page has bytes");
        assert!(!page.name.contains(['/', '\\', '\0', '\n']), "a name is no path");
    }
    for refused in &delivery.refused {
        assert!(!refused.name.contains(['/', '\\', '\0', '\n']), "a name is no path");
        assert!(!refused.why.what_happened().is_empty(), "each refusal says why");
    }
});
