//! SANE: the scanners of Linux, through `libsane` of the system where there is one.
//!
//! Interface: SANE Standard, version 1. The library is loaded when it is asked for and never linked, so that a computer
//! without it has no such scanners and nothing else missing.

mod frames;
mod handle;
mod library;
pub(super) mod local;
mod options;
mod status;

use std::ffi::{CString, c_char};
use std::ptr;

use self::handle::Handle;
use self::library::{Library, RawDevice};
use self::status::trouble_of;
use super::{Device, Trouble};

pub(super) struct Sane {
    library: Library,
}

impl Sane {
    /// # Errors
    /// [`Trouble::TidakDitemukan`] where the library is absent or will not begin.
    pub(super) fn load() -> Result<Self, Trouble> {
        let library = Library::load().ok_or(Trouble::TidakDitemukan)?;
        match library.init() {
            library::GOOD => Ok(Self { library }),
            _ => Err(Trouble::TidakDitemukan),
        }
    }

    /// Every scanner of every driver; with those of the network it may take seconds.
    #[expect(unsafe_code, reason = "SANE answers with a list that ends with a null pointer and is its own")]
    pub(super) fn devices(&self, network: bool) -> Result<Vec<Device>, Trouble> {
        let mut list: *const *const RawDevice = ptr::null();
        trouble_of(self.library.get_devices(&mut list, !network))?;
        let mut found = Vec::new();
        let mut at = list;
        while !at.is_null() {
            // SAFETY: the list is valid until the next call, and the loop ends at its null pointer.
            let Some(device) = (unsafe { (*at).as_ref() }) else { break };
            let text = |text: *const c_char| library::text_of(text);
            let model = format!("{} {}", text(device.vendor), text(device.model)).trim().to_owned();
            found.push(Device { address: text(device.name), model, id: None });
            // SAFETY: the null pointer was not reached yet.
            at = unsafe { at.add(1) };
        }
        Ok(found)
    }

    pub(super) fn open(&self, address: &str) -> Result<Handle<'_>, Trouble> {
        // Without a name SANE opens whichever device it finds first.
        let name =
            CString::new(address).ok().filter(|name| !name.is_empty()).ok_or(Trouble::TidakDitemukan)?;
        Handle::open(&self.library, &name)
    }
}

impl Drop for Sane {
    fn drop(&mut self) {
        self.library.exit();
    }
}
