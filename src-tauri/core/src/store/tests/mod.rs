//! What the store promises, told as sentences, against a real office in a temporary folder.

mod acts;
mod broken_chain;
mod clock;
mod damage;
mod disk;
mod drafts;
mod erasure;
mod full_disk;
mod histories;
#[cfg(unix)]
mod lock;
mod looks;
mod migrations;
mod office;
mod roles;
mod secrecy;
mod story;
