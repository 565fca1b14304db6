//! Loket without a window: the procedure, the store, the cards and the papers.
//!
//! One way in, one direction: actions ask the rules and write through the store. Rules know no SQL,
//! no file and no clock.

pub mod error;
pub mod outcome;
pub mod world;

// The office's words and rules, pure.
pub mod address;
pub mod contact;
pub mod daftar_hitam;
pub mod document;
pub mod form;
pub mod identity;
pub mod kiriman;
pub mod laporan;
pub mod layanan;
pub mod masking;
pub mod naming;
pub mod numbering;
pub mod outbox;
pub mod permohonan;
pub mod persyaratan;
pub mod place;
pub mod privacy;
pub mod reasons;
pub mod role;
pub mod schedule;
pub mod sop;
pub mod spse;
pub mod tangkapan;
pub mod verifikasi;
pub mod wilayah;

// Machines: pictures, papers, messages.
pub mod camera;
pub mod capture;
pub mod hot_folder;
pub mod mailbox;
pub mod pdf;
pub mod printer;
pub mod scanner;
pub mod sheet;
pub mod specimen;
pub mod surel;

// The record, and what may be done.
pub mod actions;
pub mod store;
