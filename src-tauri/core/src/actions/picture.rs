//! Gambar: sealed as taken, cropped as a note beside it, and never seen without a trace.

use crate::capture;
use crate::document::{DocumentKind, PictureSource};
use crate::error::{Code, Error, Result};
use crate::role::Right;
use crate::store::act::{Act, Actor, Open, PictureFiled, Sealed};
use crate::store::read::{CaseRecord, PictureRecord};

use zeroize::Zeroizing;

use super::Session;
use super::permohonan::require_editable;

/// Which rendering of a sealed picture is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PictureVariant {
    Thumb,
    /// As taken, turned upright by its own EXIF note.
    Original,
    /// Cropped and straightened to 1011x638.
    Card,
}

/// Longest side of a thumbnail.
const THUMB_SIDE: u32 = 420;
/// JPEG quality of derived pictures; the original keeps its own bytes.
const QUALITY: u8 = 90;

impl PictureVariant {
    fn name(self) -> &'static str {
        match self {
            Self::Thumb => "kecil",
            Self::Original => "asli",
            Self::Card => "kartu",
        }
    }
}

impl Session {
    /// Seals a picture of a document as it was taken. Returns the picture's id once it is durable.
    pub fn add_picture(
        &mut self,
        case: &str,
        document: DocumentKind,
        source: PictureSource,
        bytes: &[u8],
    ) -> Result<String> {
        let actor = self.acting(Right::Intake)?;
        let info = capture::inspect(bytes)?;
        let mut id = String::new();
        self.store.act(&actor, |plan| {
            let record = plan.reader().case(case)?;
            require_editable(&record)?;
            id = plan.new_id();
            let picture = PictureFiled {
                id: id.clone(),
                document,
                source,
                file: plan.file_picture(case, bytes)?,
                width: info.width,
                height: info.height,
            };
            Ok(Act::on_case(case, Open::PictureSealed { picture }))
        })?;
        self.last_taken = Some((id.clone(), Zeroizing::new(bytes.to_vec())));
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
            require_editable(&record)?;
            let found = find(&record, picture)?;
            if found.cited {
                return Err(Error::new(Code::TransitionRefused, "a cited picture is immutable")
                    .saying("Gambar ini dasar sebuah keputusan, jadi tidak diubah lagi."));
            }
            let (width, height) = turned(found, quarter_turns);
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

    /// A sealed picture as JPEG. Every first look of a session is an act (who saw this KTP).
    pub fn see_picture(
        &mut self,
        case: &str,
        picture: &str,
        variant: PictureVariant,
        reason: Option<&str>,
    ) -> Result<Vec<u8>> {
        let record = self.store.reader().case(case)?;
        let found = find(&record, picture)?.clone();
        if found.erased {
            return Err(Error::new(Code::CaseErased, "the picture is erased"));
        }
        // Whoever just took a picture may mark its corners: these bytes are the ones handed in.
        if let Some((id, bytes)) = &self.last_taken
            && id == picture
            && variant == PictureVariant::Original
            && self.may(Right::Intake)
        {
            return render(&found, bytes, variant);
        }
        let reason = reason.map(str::trim).filter(|reason| !reason.is_empty());
        if variant == PictureVariant::Original && reason.is_none() {
            return Err(reason_needed());
        }
        let actor = self.acting_to_see(reason)?;
        let trace = format!("{picture}/{}", variant.name());
        // A look with a reason is written every time: the reason must not be lost.
        if reason.is_some() || !self.seen.contains(&trace) {
            self.store.act(&actor, |_| {
                let act = Act::on_case(
                    case,
                    Open::PictureSeen { picture: picture.to_owned(), variant: variant.name().to_owned() },
                );
                Ok(match reason {
                    Some(reason) => act.sealing(Sealed::Text(reason.to_owned())),
                    None => act,
                })
            })?;
            self.seen.insert(trace);
        }
        let bytes = self.store.open_picture(case, &found.file)?;
        render(&found, &bytes, variant)
    }

    fn acting_to_see(&self, reason: Option<&str>) -> Result<Actor> {
        self.acting(Right::Unmask).or_else(|refused| {
            let actor = self.acting(Right::UnmaskWithReason).map_err(|_| refused)?;
            if reason.is_some() { Ok(actor) } else { Err(reason_needed()) }
        })
    }
}

fn reason_needed() -> Error {
    Error::new(Code::InvalidInput, "a reason is needed to see a picture")
        .saying("Sebutkan alasan sebelum membuka gambar.")
}

/// Width to height of ID-1, and how far marked corners may be from it and still frame a card.
const CARD_SHAPE: f32 = 1.585;
const SHAPE_SLACK: f32 = 0.13;

/// Whether the corners frame a card. Where they do not, nobody knows where its rows lie, so nothing
/// on it can be hidden, and it may not leave as a copy.
pub(super) fn frames_a_card(picture: &PictureRecord) -> bool {
    let Some([a, b, c, d]) = picture.corners else { return false };
    let span = |p: [f32; 2], q: [f32; 2]| (p[0] - q[0]).hypot(p[1] - q[1]);
    let (width, height) = (span(a, b) + span(d, c), span(a, d) + span(b, c));
    height > 0.0 && (width / height - CARD_SHAPE).abs() <= SHAPE_SLACK
}

/// The upright, cropped card as pixels: what papers and the comparison show.
pub(super) fn card_of(picture: &PictureRecord, bytes: &[u8]) -> Result<image::RgbImage> {
    let decoded = capture::decode(bytes)?;
    let turned = capture::rotate(decoded.image, capture::TurnedBy::quarters(picture.quarter_turns));
    let corners =
        picture.corners.unwrap_or_else(|| capture::default_corners(turned.width(), turned.height()));
    capture::rectify(&turned, corners, capture::TurnedBy::default())
}

fn render(picture: &PictureRecord, bytes: &[u8], variant: PictureVariant) -> Result<Vec<u8>> {
    match variant {
        PictureVariant::Card => {
            let mut card = card_of(picture, bytes)?;
            hide_what_is_not_compared(picture.kind, &mut card);
            capture::encode_jpeg(&card, QUALITY)
        }
        PictureVariant::Original => {
            let decoded = capture::decode(bytes)?;
            capture::encode_jpeg(&decoded.image, QUALITY)
        }
        PictureVariant::Thumb => {
            let image = match picture.corners {
                Some(_) => {
                    let mut card = card_of(picture, bytes)?;
                    hide_what_is_not_compared(picture.kind, &mut card);
                    card
                }
                None => capture::decode(bytes)?.image,
            };
            capture::encode_jpeg(&capture::thumbnail(&image, THUMB_SIDE), 82)
        }
    }
}

/// Religion, marital status, occupation and blood type are hatched on everything but the original.
pub(super) fn hide_what_is_not_compared(kind: DocumentKind, card: &mut image::RgbImage) {
    if matches!(kind, DocumentKind::Ktp | DocumentKind::KtpKuasa) {
        capture::mask_sensitive(card, &capture::KTP_SENSITIVE_ROWS);
    }
}

fn find<'a>(record: &'a CaseRecord, picture: &str) -> Result<&'a PictureRecord> {
    record
        .pictures
        .iter()
        .find(|found| found.id == picture)
        .ok_or_else(|| Error::new(Code::NotFound, "no such picture"))
}

/// Width and height after quarter turns.
fn turned(picture: &PictureRecord, quarter_turns: u8) -> (u32, u32) {
    if quarter_turns.is_multiple_of(2) {
        (picture.width, picture.height)
    } else {
        (picture.height, picture.width)
    }
}

/// Closed and erased cases take nothing new.
pub(super) fn require_open(record: &CaseRecord) -> Result<()> {
    if record.erased_at.is_some() {
        return Err(Error::new(Code::CaseErased, "the case is erased"));
    }
    if record.status.is_final() {
        return Err(Error::new(Code::TransitionRefused, "the case is closed")
            .saying("Permohonan ini sudah ditutup, jadi tidak diubah lagi."));
    }
    Ok(())
}
