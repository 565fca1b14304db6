//! Actions: one function is one act is one transaction is one entry in the log.
//!
//! An action checks the right of its actor, asks the rules, and writes through `store.act`. It is
//! the same for the desk, the command line and the tests; nothing above it decides anything.

pub mod assess;
pub mod document;
pub mod erasure;
pub mod home;
pub mod office;
pub mod paper;
pub mod permohonan;
pub mod picture;
pub mod session;
pub mod step;
pub mod verifikasi;

pub use self::session::Session;
