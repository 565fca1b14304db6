//! Loket — the desk of a verifikator at an LPSE.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use std::process::ExitCode;

use loket_core::scanner::driver;

fn main() -> ExitCode {
    // The helper in which a driver runs is this program too, without a window.
    if std::env::args_os().nth(1).is_some_and(|first| first == driver::ARGUMENT) {
        return driver::run();
    }
    loket_desk::run();
    ExitCode::SUCCESS
}
