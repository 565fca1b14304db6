//! Drawn cards, photographed on a desk. Each is drawn once for all stories: drawing takes longest.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock, Mutex};

use loket_core::actions::practice::Photograph;
use loket_core::capture::encode_jpeg;
use loket_core::document::DocumentKind;
use loket_core::specimen::{Scenario, photocopy, place_on_desk, scenario};

/// Small enough for an unoptimised build, large enough to straighten.
const SIZE: (u32, u32) = (960, 540);
const QUALITY: u8 = 80;

type Drawn = HashMap<(&'static str, DocumentKind, bool), Arc<Photograph>>;

static DRAWN: LazyLock<Mutex<Drawn>> = LazyLock::new(Mutex::default);

/// The guest of an acceptance scenario.
pub fn guest_of(id: &str) -> Scenario {
    scenario(id).unwrap_or_else(|| panic!("{id} has no cards"))
}

/// The card in hand.
pub fn photo_of(guest: &Scenario, document: DocumentKind) -> Arc<Photograph> {
    drawn(guest, document, false)
}

/// Only a photocopy of it (S-23).
pub fn photo_of_copy(guest: &Scenario, document: DocumentKind) -> Arc<Photograph> {
    drawn(guest, document, true)
}

fn drawn(guest: &Scenario, document: DocumentKind, copied: bool) -> Arc<Photograph> {
    let mut drawn = DRAWN.lock().unwrap();
    let photo = drawn.entry((guest.id, document, copied)).or_insert_with(|| {
        let card = match document {
            DocumentKind::Npwp => guest.npwp.draw().unwrap(),
            _ => guest.ktp.draw().unwrap(),
        };
        let card = if copied { photocopy(&card, 1) } else { card };
        let photo = place_on_desk(&card, 7, SIZE).unwrap();
        let jpeg = encode_jpeg(&photo.image, QUALITY).unwrap();
        Arc::new(Photograph { jpeg, corners: photo.corners })
    });
    Arc::clone(photo)
}
