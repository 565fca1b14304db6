//! The Fotokopi: cards at true size, with what nobody may read hidden.

use image::RgbImage;

use super::compose::{Composer, short_hash};
use crate::capture;
use crate::document::DocumentKind;
use crate::error::Result;
use crate::pdf::{CopiedCard, Fotokopi, KeptFree, render_fotokopi};
use crate::persyaratan;
use crate::store::read::CaseRecord;

impl Composer {
    pub(in crate::actions) fn fotokopi(
        &self,
        record: &CaseRecord,
        cards: Vec<(DocumentKind, RgbImage, String)>,
    ) -> Result<Vec<u8>> {
        let cards = cards
            .into_iter()
            .map(|(kind, mut card, hash)| {
                let is_ktp = capture::hides_rows(kind);
                capture::hide_rows(kind, &mut card);
                let label =
                    persyaratan::requirement(record.profil, kind).map_or("Kartu", |found| found.label);
                let masked = if is_ktp {
                    " Agama, status perkawinan, pekerjaan, dan golongan darah disamarkan."
                } else {
                    ""
                };
                Ok(CopiedCard {
                    jpeg: capture::encode_jpeg(&card, 85)?,
                    caption: format!("{label}, ukuran asli 85,6 × 54,0 mm.{masked}"),
                    hash: short_hash(&hash),
                    kept_free: if is_ktp { ktp_data_areas() } else { Vec::new() },
                })
            })
            .collect::<Result<Vec<_>>>()?;
        render_fotokopi(&Fotokopi {
            permohonan: record.number.clone(),
            company: record.company.clone().unwrap_or_default(),
            person: record.attendee_name.clone(),
            lpse: self.office_name().trim_start_matches("LPSE").trim().to_owned(),
            date: self.today().format("%d-%m-%Y").to_string(),
            cards,
            signer: self.signer("Sesuai dengan asli"),
            practice: self.is_practice(),
        })
    }
}

/// Photo and NIK on the usual KTP layout, in pixels of the straightened card.
fn ktp_data_areas() -> Vec<KeptFree> {
    let card = (capture::CARD_WIDTH, capture::CARD_HEIGHT);
    [(745.0, 120.0, 230.0, 300.0), (30.0, 105.0, 700.0, 55.0)]
        .map(|area| KeptFree::from_pixels(area, card))
        .to_vec()
}
