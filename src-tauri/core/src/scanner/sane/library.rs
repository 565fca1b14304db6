//! The functions and records of `libsane.so.1` that are used, as the SANE Standard lays them out.
#![expect(unsafe_code, reason = "calls into a C library that is loaded at run time")]

use std::ffi::{CStr, c_char, c_int, c_void};

pub(super) const GOOD: c_int = 0;
pub(super) const CANCELLED: c_int = 2;
pub(super) const DEVICE_BUSY: c_int = 3;
pub(super) const INVAL: c_int = 4;
pub(super) const EOF: c_int = 5;
pub(super) const JAMMED: c_int = 6;
pub(super) const NO_DOCS: c_int = 7;
pub(super) const COVER_OPEN: c_int = 8;
pub(super) const IO_ERROR: c_int = 9;
pub(super) const ACCESS_DENIED: c_int = 11;
pub(super) const WARMING_UP: c_int = 12;

#[repr(C)]
pub(super) struct RawDevice {
    pub(super) name: *const c_char,
    pub(super) vendor: *const c_char,
    pub(super) model: *const c_char,
    kind: *const c_char,
}

#[repr(C)]
pub(super) struct RawOption {
    pub(super) name: *const c_char,
    title: *const c_char,
    description: *const c_char,
    pub(super) kind: c_int,
    pub(super) unit: c_int,
    /// In bytes.
    pub(super) size: c_int,
    pub(super) capabilities: c_int,
    pub(super) constraint_kind: c_int,
    pub(super) constraint: *const c_void,
}

#[repr(C)]
pub(super) struct RawRange {
    pub(super) least: c_int,
    pub(super) most: c_int,
    pub(super) step: c_int,
}

#[repr(C)]
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct RawParameters {
    pub(super) format: c_int,
    pub(super) last_frame: c_int,
    pub(super) bytes_per_line: c_int,
    pub(super) pixels_per_line: c_int,
    pub(super) lines: c_int,
    pub(super) depth: c_int,
}

pub(super) type RawHandle = *mut c_void;

/// Every function as it was found once; the library stays loaded as long as they.
pub(super) struct Library {
    init: unsafe extern "C" fn(*mut c_int, *const c_void) -> c_int,
    exit: unsafe extern "C" fn(),
    get_devices: unsafe extern "C" fn(*mut *const *const RawDevice, c_int) -> c_int,
    open: unsafe extern "C" fn(*const c_char, *mut RawHandle) -> c_int,
    close: unsafe extern "C" fn(RawHandle),
    get_option: unsafe extern "C" fn(RawHandle, c_int) -> *const RawOption,
    control: unsafe extern "C" fn(RawHandle, c_int, c_int, *mut c_void, *mut c_int) -> c_int,
    get_parameters: unsafe extern "C" fn(RawHandle, *mut RawParameters) -> c_int,
    start: unsafe extern "C" fn(RawHandle) -> c_int,
    read: unsafe extern "C" fn(RawHandle, *mut u8, c_int, *mut c_int) -> c_int,
    cancel: unsafe extern "C" fn(RawHandle),
    _loaded: libloading::Library,
}

impl Library {
    pub(super) fn load() -> Option<Self> {
        // SAFETY: the names and types are those of the SANE Standard, which the number of the library stands for.
        unsafe {
            let loaded = libloading::Library::new("libsane.so.1").ok()?;
            Some(Self {
                init: *loaded.get(b"sane_init").ok()?,
                exit: *loaded.get(b"sane_exit").ok()?,
                get_devices: *loaded.get(b"sane_get_devices").ok()?,
                open: *loaded.get(b"sane_open").ok()?,
                close: *loaded.get(b"sane_close").ok()?,
                get_option: *loaded.get(b"sane_get_option_descriptor").ok()?,
                control: *loaded.get(b"sane_control_option").ok()?,
                get_parameters: *loaded.get(b"sane_get_parameters").ok()?,
                start: *loaded.get(b"sane_start").ok()?,
                read: *loaded.get(b"sane_read").ok()?,
                cancel: *loaded.get(b"sane_cancel").ok()?,
                _loaded: loaded,
            })
        }
    }

    pub(super) fn init(&self) -> c_int {
        let mut version = 0;
        // SAFETY: no callback asks for a password: a scanner that wants one is refused.
        unsafe { (self.init)(&raw mut version, std::ptr::null()) }
    }

    pub(super) fn exit(&self) {
        // SAFETY: every handle borrows from `Sane`, which calls this last.
        unsafe { (self.exit)() }
    }

    pub(super) fn get_devices(&self, list: &mut *const *const RawDevice, local_only: bool) -> c_int {
        // SAFETY: the library writes one pointer.
        unsafe { (self.get_devices)(list, c_int::from(local_only)) }
    }

    pub(super) fn open(&self, name: &CStr, handle: &mut RawHandle) -> c_int {
        // SAFETY: the name ends with a nul; the library writes one pointer.
        unsafe { (self.open)(name.as_ptr(), handle) }
    }

    /// # Safety
    /// `handle` is open, and nobody uses it afterwards.
    pub(super) unsafe fn close(&self, handle: RawHandle) {
        // SAFETY: as the caller says.
        unsafe { (self.close)(handle) }
    }

    /// # Safety
    /// `handle` is open. The record is the library's, valid until an option is set or the handle closed.
    pub(super) unsafe fn option(&self, handle: RawHandle, number: c_int) -> Option<&RawOption> {
        // SAFETY: as the caller says; an option that is not there is a null pointer.
        unsafe { (self.get_option)(handle, number).as_ref() }
    }

    /// # Safety
    /// `handle` is open and `value` is as long as the option's size.
    pub(super) unsafe fn control(
        &self,
        handle: RawHandle,
        number: c_int,
        set: bool,
        value: &mut [u8],
    ) -> c_int {
        let mut information = 0;
        // SAFETY: as the caller says. Action 0 reads the value and 1 sets it.
        unsafe {
            (self.control)(handle, number, c_int::from(set), value.as_mut_ptr().cast(), &raw mut information)
        }
    }

    /// # Safety
    /// `handle` is open.
    pub(super) unsafe fn parameters(&self, handle: RawHandle, parameters: &mut RawParameters) -> c_int {
        // SAFETY: as the caller says; the library writes one record.
        unsafe { (self.get_parameters)(handle, parameters) }
    }

    /// # Safety
    /// `handle` is open.
    pub(super) unsafe fn start(&self, handle: RawHandle) -> c_int {
        // SAFETY: as the caller says.
        unsafe { (self.start)(handle) }
    }

    /// # Safety
    /// `handle` is open and started.
    pub(super) unsafe fn read(&self, handle: RawHandle, into: &mut [u8], length: &mut c_int) -> c_int {
        let most = c_int::try_from(into.len()).unwrap_or(c_int::MAX);
        // SAFETY: as the caller says; the library writes at most so many bytes.
        unsafe { (self.read)(handle, into.as_mut_ptr(), most, length) }
    }

    pub(super) fn cancel_function(&self) -> unsafe extern "C" fn(RawHandle) {
        self.cancel
    }
}

/// A text of the library; empty where there is none.
pub(super) fn text_of(text: *const c_char) -> String {
    if text.is_null() {
        return String::new();
    }
    // SAFETY: every text of SANE ends with a nul.
    unsafe { CStr::from_ptr(text) }.to_string_lossy().trim().to_owned()
}
