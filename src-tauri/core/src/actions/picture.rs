//! Gambar: sealed as taken, cropped as a note beside it, and never seen without a trace.
//!
//! Pixels are never opened in here, where everybody else waits: a picture comes in already checked, and
//! a look goes out as bytes that are drawn when the office is free again.

use std::fmt;

use crate::capture::{self, Framing, Taken};
use crate::document::PictureSource;
use crate::error::{Code, Error, Result};
use crate::role::Right;
use crate::store::act::{Act, Actor, Open, PictureFiled, Sealed};
use crate::store::read::{CaseRecord, PictureRecord};

use zeroize::Zeroizing;

use super::Session;
use super::require::{require_editable, require_open};

pub use crate::capture::PictureVariant;

/// The word of a look in the log.
fn trace_of(variant: PictureVariant) -> &'static str {
    match variant {
        PictureVariant::Thumb => "kecil",
        PictureVariant::Original => "asli",
        PictureVariant::Card => "kartu",
    }
}

/// A look that is already in the log. It holds nothing of the session, so that nobody waits for its pixels.
pub struct Look(Shows);

enum Shows {
    Drawn(Zeroizing<Vec<u8>>),
    Opened { bytes: Zeroizing<Vec<u8>>, framing: Framing, variant: PictureVariant },
}

impl Look {
    /// The picture as JPEG. Slow: the pixels are opened only now.
    pub fn draw(self) -> Result<Vec<u8>> {
        match self.0 {
            Shows::Drawn(mut jpeg) => Ok(std::mem::take(&mut *jpeg)),
            Shows::Opened { bytes, framing, variant } => capture::shown(&bytes, &framing, variant),
        }
    }
}

/// Names nothing of what is seen.
impl fmt::Debug for Look {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Look")
    }
}

impl Session {
    /// Seals a checked picture as it was taken. Returns the picture's id once it is durable.
    pub fn add_picture(&mut self, case: &str, source: PictureSource, taken: Taken) -> Result<String> {
        let actor = self.acting(Right::Intake)?;
        let &Framing { kind: document, width, height, .. } = taken.framing();
        let mut id = String::new();
        self.store.act(&actor, |plan| {
            let record = plan.reader().case(case)?;
            require_editable(&record)?;
            id = plan.new_id();
            let file = plan.file_picture(case, taken.bytes())?;
            let picture = PictureFiled { id: id.clone(), document, source, file, width, height };
            Ok(Act::on_case(case, Open::PictureSealed { picture, page: None }))
        })?;
        self.last_taken = Some((id.clone(), taken));
        Ok(id)
    }

    /// Notes the four corners of the card and how the picture was turned; the original stays as taken.
    pub fn crop_picture(
        &mut self,
        case: &str,
        picture: &str,
        corners: [[f32; 2]; 4],
        quarter_turns: u8,
    ) -> Result<()> {
        let actor = self.acting(Right::Intake)?;
        self.store.act(&actor, |plan| {
            let record = plan.reader().case(case)?;
            let found = find(&record, picture)?;
            // Framing a card that nothing framed changes nothing that was compared, and without it
            // the Fotokopi of an approved case would lack that card for ever.
            let first_framing = capture::hides_rows(found.kind) && !framing_of(found).frames_a_card();
            if first_framing {
                require_open(&record)?;
            } else {
                require_editable(&record)?;
            }
            if found.cited && !first_framing {
                return Err(Error::new(Code::TransitionRefused, "a cited picture is immutable")
                    .saying("Gambar ini menjadi dasar keputusan, jadi tidak dapat diubah lagi."));
            }
            let (width, height) = Framing { quarter_turns, ..framing_of(found) }.turned_size();
            capture::check_corners(&corners, width, height)?;
            Ok(Act::on_case(
                case,
                Open::PictureCropped {
                    picture: picture.to_owned(),
                    corners: corners.to_vec(),
                    quarter_turns: quarter_turns % 4,
                },
            ))
        })?;
        // Cropped: from here on the picture is seen through its key, and every look is an act.
        self.last_taken = None;
        Ok(())
    }

    /// Opens a sealed picture to be looked at. Every first look of a session is an act (who saw this KTP).
    pub fn see_picture(
        &mut self,
        case: &str,
        picture: &str,
        variant: PictureVariant,
        reason: Option<&str>,
    ) -> Result<Look> {
        let record = self.store.reader().case(case)?;
        let found = find(&record, picture)?.clone();
        if found.erased {
            return Err(Error::new(Code::CaseErased, "the picture is erased"));
        }
        // Whoever just took a picture may mark its corners: these bytes are the ones handed in.
        let kept = self.last_taken.as_ref().filter(|(id, _)| id == picture).map(|(_, taken)| taken);
        if let Some(taken) = kept
            && variant == PictureVariant::Original
            && self.may(Right::Intake)
        {
            return Ok(opened(taken.bytes().clone(), &found, variant));
        }
        let reason = reason.map(str::trim).filter(|reason| !reason.is_empty());
        let counts_as = framing_of(&found).counts_as(variant);
        if counts_as == PictureVariant::Original && reason.is_none() {
            return Err(reason_needed());
        }
        let actor = self.acting_to_see(reason.is_some())?;
        let trace = format!("{picture}/{}", trace_of(counts_as));
        // A look with a reason is written every time: the reason must not be lost.
        if reason.is_some() || !self.seen.contains(&trace) {
            self.store.act(&actor, |_| {
                let variant = trace_of(counts_as).to_owned();
                let act = Act::on_case(case, Open::PictureSeen { picture: picture.to_owned(), variant });
                Ok(match reason {
                    Some(reason) => act.sealing(Sealed::Text(reason.to_owned())),
                    None => act,
                })
            })?;
            self.seen.insert(trace);
        }
        let kept = self.last_taken.as_ref().filter(|(id, _)| id == picture);
        if let Some((_, taken)) = kept
            && variant == PictureVariant::Thumb
        {
            return Ok(Look(Shows::Drawn(taken.thumb().clone())));
        }
        let bytes = self.store.open_picture(case, &found.file)?;
        Ok(opened(bytes, &found, variant))
    }

    pub(super) fn acting_to_see(&self, with_reason: bool) -> Result<Actor> {
        self.acting(Right::Unmask).or_else(|refused| {
            let actor = self.acting(Right::UnmaskWithReason).map_err(|_| refused)?;
            if with_reason { Ok(actor) } else { Err(reason_needed()) }
        })
    }
}

fn reason_needed() -> Error {
    Error::new(Code::InvalidInput, "a reason is needed to see a picture")
        .saying("Sebutkan alasan sebelum membuka gambar.")
        .advising("Tulis satu kalimat alasan, lalu buka lagi.")
}

fn opened(bytes: Zeroizing<Vec<u8>>, picture: &PictureRecord, variant: PictureVariant) -> Look {
    Look(Shows::Opened { bytes, framing: framing_of(picture), variant })
}

/// What decides how much of this picture is shown.
pub(super) fn framing_of(picture: &PictureRecord) -> Framing {
    let &PictureRecord { kind, width, height, corners, quarter_turns, .. } = picture;
    Framing { kind, width, height, corners, quarter_turns }
}

/// Whether a Fotokopi leaves this picture out when all of it is taken for the card.
pub fn whole_is_left_out(picture: &PictureRecord) -> bool {
    framing_of(picture).whole_is_left_out()
}

/// Whether nothing on this picture could be hidden, so that even its card is seen only with a reason.
pub fn asks_a_reason(picture: &PictureRecord) -> bool {
    framing_of(picture).counts_as(PictureVariant::Card) == PictureVariant::Original
}

fn find<'a>(record: &'a CaseRecord, picture: &str) -> Result<&'a PictureRecord> {
    record
        .pictures
        .iter()
        .find(|found| found.id == picture)
        .ok_or_else(|| Error::new(Code::NotFound, "no such picture"))
}
