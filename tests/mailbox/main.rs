//! The office's mailbox against real servers: Dovecot and Exim of Debian, on loopback. Run by `cargo xtask test` on
//! Linux.

#![cfg(target_os = "linux")]

mod office;
mod reading;
mod sending;
