//! What happens at the desk, story by story.

mod closing;
mod daring;
mod drawing;
mod hot_folder;
mod keyboard;
#[cfg(feature = "mail")]
mod mailbox;
mod memory;
mod network;
mod power;
mod practice;
mod print_later;
mod scanner;
mod setup;
mod steps;
mod views;
mod walk_in;
mod wrong_npwp;
