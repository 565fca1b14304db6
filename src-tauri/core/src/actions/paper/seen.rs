//! The pictures of a Berita Acara: opened under the lock, drawn small where nobody waits.

use std::fmt;

use zeroize::Zeroizing;

use crate::actions::picture::framing_of;
use crate::capture::{self, PictureVariant};
use crate::error::Result;
use crate::store::read::{CaseRecord, PictureRecord, TangkapanRecord};

/// Pixels along the longer side of a small picture: enough to know a face and a card.
const SIDE: u32 = 640;

/// What a Berita Acara shows, opened. It holds nothing of the session.
pub struct SeenPictures {
    /// Who opened them: nobody else issues the paper.
    pub(super) officer: String,
    pub(super) cards: Vec<(PictureRecord, Zeroizing<Vec<u8>>)>,
    pub(super) calls: Vec<(TangkapanRecord, Zeroizing<Vec<u8>>)>,
}

/// The same, small.
pub struct DrawnPictures {
    pub(super) officer: String,
    pub(super) pictures: Vec<Drawn>,
}

pub(super) struct Drawn {
    pub(super) jpeg: Zeroizing<Vec<u8>>,
    pub(super) size: (u32, u32),
    pub(super) of: Origin,
}

#[derive(PartialEq)]
pub(super) enum Origin {
    Card(PictureRecord),
    Call(TangkapanRecord),
}

impl SeenPictures {
    /// Slow: the pixels are opened only now.
    pub fn draw(self) -> Result<DrawnPictures> {
        let small = |image: &image::RgbImage, of: Origin| -> Result<Drawn> {
            let thumbnail = capture::thumbnail(image, SIDE);
            let jpeg = Zeroizing::new(capture::encode_jpeg(&thumbnail, 80)?);
            Ok(Drawn { jpeg, size: thumbnail.dimensions(), of })
        };
        // As the desk shows them: a card straightened with its rows hidden, a page as a page.
        let cards = self.cards.into_iter().map(|(picture, bytes)| {
            let shown = Zeroizing::new(capture::shown(&bytes, &framing_of(&picture), PictureVariant::Card)?);
            small(&capture::decode(&shown)?.image, Origin::Card(picture))
        });
        let calls = self
            .calls
            .into_iter()
            .map(|(tangkapan, bytes)| small(&capture::decode(&bytes)?.image, Origin::Call(tangkapan)));
        let pictures = cards.chain(calls).collect::<Result<Vec<_>>>()?;
        Ok(DrawnPictures { officer: self.officer, pictures })
    }
}

impl DrawnPictures {
    /// They are what the case still holds: the same pictures, framed as they were.
    pub(super) fn shows(&self, record: &CaseRecord) -> bool {
        let now = cards(record).cloned().map(Origin::Card).chain(calls(record).cloned().map(Origin::Call));
        self.pictures.iter().map(|drawn| &drawn.of).eq(now.collect::<Vec<_>>().iter())
    }
}

/// Names nothing of what is seen.
impl fmt::Debug for SeenPictures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SeenPictures")
    }
}

impl fmt::Debug for DrawnPictures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DrawnPictures")
    }
}

/// Cards that can be shown with their rows hidden.
pub(super) fn cards(record: &CaseRecord) -> impl Iterator<Item = &PictureRecord> {
    let current = |picture: &&PictureRecord| picture.current && !picture.erased;
    record
        .pictures
        .iter()
        .filter(current)
        .filter(|picture| !capture::hides_rows(picture.kind) || framing_of(picture).frames_a_card())
}

pub(super) fn calls(record: &CaseRecord) -> impl Iterator<Item = &TangkapanRecord> {
    record.tangkapan.iter().filter(|tangkapan| !tangkapan.erased)
}
