//! Spesimen: drawn KTP and NPWP cards of people who do not exist, and photographs of them on a desk.
//!
//! They fill the practice office, the demonstration and the tests, so that no real card is ever
//! needed. Every card says SPESIMEN; every NIK ends in a serial from 9000 and every NPWP begins
//! with 99.7, which no office gives out. The layouts come from general knowledge and use no emblem.
//! The same values and seed always give the same pixels.

mod canvas;
mod chance;
mod desk;
mod face;
mod from_afar;
mod ktp;
mod npwp;
mod people;

pub use desk::{DeskPhoto, photocopy, place_on_desk};
pub use from_afar::from_afar;
pub use ktp::KtpCard;
pub use npwp::{NpwpCard, NpwpNewCard, NpwpOldCard};
pub use people::{Scenario, people, scenario};
