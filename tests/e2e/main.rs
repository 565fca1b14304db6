//! The office told through the built window: Xvfb, the system's own WebKitWebDriver, and the desk as a
//! newcomer builds it, with a drawn camera. Run by `cargo xtask test` on Linux.
//!
//! Each story starts its own display, driver and folders, and ends only what it started.

mod call;
mod desk;
mod hands;
mod looks;
mod machine;
mod sockets;
mod stories;
mod traces;
