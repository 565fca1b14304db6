//! Loket — the desk of a verifikator at an LPSE.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

fn main() {
    loket_desk::run();
}
