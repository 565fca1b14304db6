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
            let found = find(&record, picture)?;
            // Framing a card that nothing framed changes nothing that was compared, and without it
            // the Fotokopi of an approved case would lack that card for ever.
            let first_framing = copy_needs_corners(found.kind) && !frames_a_card(found);
            if first_framing {
                require_open(&record)?;
            } else {
                require_editable(&record)?;
            }
            if found.cited && !first_framing {
                return Err(Error::new(Code::TransitionRefused, "a cited picture is immutable")
                    .saying("Gambar ini menjadi dasar keputusan, jadi tidak dapat diubah lagi."));
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

/// Width to height of ID-1, and how far a whole picture may be from it and still be one card.
const CARD_SHAPE: f32 = 1.585;
const SHAPE_SLACK: f32 = 0.10;
/// Corners nearer to those of the picture than this share of its width mean "the whole picture".
const AT_THE_EDGE: f32 = 0.02;

/// Whether the corners frame a card: somebody marked them, or the whole picture has a card's shape.
/// Where they do not, nobody knows where its rows lie, so nothing on it can be hidden, and it may
/// not leave as a copy.
pub(super) fn frames_a_card(picture: &PictureRecord) -> bool {
    picture.corners.is_some_and(|corners| corners_frame_a_card(picture, corners))
}

fn corners_frame_a_card(picture: &PictureRecord, corners: [[f32; 2]; 4]) -> bool {
    let (width, height) = turned(picture, picture.quarter_turns);
    let (width, height) = (width as f32, height as f32);
    let whole = corners
        .iter()
        .zip(edges(width, height))
        .all(|(corner, edge)| (corner[0] - edge[0]).hypot(corner[1] - edge[1]) <= AT_THE_EDGE * width);
    !whole || (width / height - CARD_SHAPE).abs() <= SHAPE_SLACK
}

/// Whether the copy of such a document waits for corners: what is hidden on a KTP lies where its mask is.
pub(super) fn copy_needs_corners(kind: DocumentKind) -> bool {
    matches!(kind, DocumentKind::Ktp | DocumentKind::KtpKuasa)
}

/// Whether a Fotokopi leaves this picture out when all of it is taken for the card.
pub fn whole_is_left_out(picture: &PictureRecord) -> bool {
    let (width, height) = turned(picture, picture.quarter_turns);
    let whole = edges(width as f32, height as f32);
    copy_needs_corners(picture.kind) && !corners_frame_a_card(picture, whole)
}

fn edges(width: f32, height: f32) -> [[f32; 2]; 4] {
    [[0.0, 0.0], [width, 0.0], [width, height], [0.0, height]]
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
        PictureVariant::Card if frames_a_card(picture) => {
            let mut card = card_of(picture, bytes)?;
            hide_what_is_not_compared(picture.kind, &mut card);
            capture::encode_jpeg(&card, QUALITY)
        }
        // No card to straighten: the picture keeps its shape.
        PictureVariant::Card => {
            let decoded = capture::decode(bytes)?;
            let turned = capture::rotate(decoded.image, capture::TurnedBy::quarters(picture.quarter_turns));
            capture::encode_jpeg(&turned, QUALITY)
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
            .saying("Permohonan ini sudah ditutup, jadi tidak dapat diubah lagi."));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::{frames_a_card, whole_is_left_out};
    use crate::document::{DocumentKind, PictureSource};
    use crate::store::act::FiledBytes;
    use crate::store::read::PictureRecord;

    fn picture(width: u32, height: u32, corners: Option<[[f32; 2]; 4]>) -> PictureRecord {
        PictureRecord {
            id: "a".to_owned(),
            kind: DocumentKind::Ktp,
            file: FiledBytes { sealed_name: String::new(), content_sha256: String::new(), bytes: 0 },
            width,
            height,
            source: PictureSource::Kamera,
            taken_at: DateTime::default(),
            taken_by: "b".to_owned(),
            corners,
            quarter_turns: 0,
            current: true,
            cited: false,
            erased: false,
        }
    }

    fn whole(width: f32, height: f32) -> Option<[[f32; 2]; 4]> {
        Some([[0.0, 0.0], [width, 0.0], [width, height], [0.0, height]])
    }

    #[test]
    fn a_whole_webcam_picture_frames_no_card() {
        assert!(!frames_a_card(&picture(1920, 1080, whole(1920.0, 1080.0))));
        assert!(!frames_a_card(&picture(1600, 1200, whole(1600.0, 1200.0))));
        assert!(!frames_a_card(&picture(1920, 1080, None)), "nobody marked anything");
    }

    #[test]
    fn marked_corners_and_a_picture_of_a_cards_shape_frame_one() {
        let tilted = Some([[600.0, 300.0], [1300.0, 320.0], [1360.0, 660.0], [540.0, 640.0]]);
        assert!(frames_a_card(&picture(1920, 1080, tilted)));
        assert!(frames_a_card(&picture(1011, 638, whole(1011.0, 638.0))));
    }

    #[test]
    fn a_whole_picture_is_left_out_only_of_a_ktp_and_only_in_another_shape() {
        assert!(whole_is_left_out(&picture(1920, 1080, None)));
        assert!(whole_is_left_out(&picture(638, 1011, None)), "a card lying on its side");
        assert!(!whole_is_left_out(&picture(1011, 638, None)));
        let npwp = PictureRecord { kind: DocumentKind::Npwp, ..picture(1920, 1080, None) };
        assert!(!whole_is_left_out(&npwp));
    }
}
