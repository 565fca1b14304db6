//! Shared by the stories: an office in a temporary folder, its people, its guests and their drawn cards.
//!
//! A story reads like a morning at the desk: an officer sits down, a guest walks in, documents are
//! handed in, originals are seen. Time and chance are the story's own; [`finish`] checks the archive
//! as `periksa-arsip` does.

pub mod cards;
pub mod desk;
pub mod escl_device;
pub mod letters;
#[cfg(all(feature = "mail", target_os = "linux"))]
pub mod mail_server;
pub mod numbers;
pub mod office;
pub mod perubahan;
pub mod refusal;
pub mod scans;
pub mod world;

pub use self::desk::{Desk, Guest, text_of};
pub use self::escl_device::EsclDevice;
pub use self::letters::Letter;
pub use self::office::{ADI, BAGUS, DEWI, ENDANG, JOKO, Office, Officer, RATNA, SRI, finish};
pub use self::perubahan::{NEW_DIRECTOR_NIK, surat_permohonan};
pub use self::refusal::{Refused, labels, places, refused};
pub use self::world::PowerCut;
