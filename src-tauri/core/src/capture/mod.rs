//! Citra: from the bytes of a picture to the upright card.
//!
//! A pure pipeline without files, clock or network: [`decode`] checks and turns, [`rectify`]
//! straightens a card or a page between four corners, [`mask`] hides what a copy may not show, and
//! [`framing`] says which look shows what.
//! The original bytes are what is sealed, exactly as taken; everything here only derives from
//! them. Finding cards, judging and reading them will stand beside these modules as `find`,
//! `judge` and `read`, between [`decode`] and [`rectify`].

mod decode;
mod encode;
mod format;
mod framing;
mod mask;
mod orient;
mod projection;
mod rectify;
mod sheets;
mod shown;
mod structure;
mod taken_at;

pub use decode::{Decoded, MAX_BYTES, decode, is_known_picture, recognise};
pub use encode::{encode_jpeg, encode_png, thumbnail};
pub use format::{MAX_PIXELS, PictureFormat};
pub use framing::{Framing, PictureVariant, hides_rows};
pub use mask::{KTP_SENSITIVE_ROWS, Rect, mask_sensitive};
pub use orient::{TurnedBy, rotate};
pub(crate) use projection::Projection;
pub use projection::Quad;
pub(crate) use rectify::sample_linear;
pub use rectify::{CARD_HEIGHT, CARD_WIDTH, check_corners, default_corners, rectify, rectify_page};
pub use sheets::Sheets;
pub use shown::{Taken, hide_rows, shown, shown_whole, straightened};
pub use taken_at::{CameraTime, camera_time};

#[cfg(test)]
pub(crate) mod fixtures;
#[cfg(test)]
mod hostile_test;
#[cfg(test)]
mod orientation_test;
