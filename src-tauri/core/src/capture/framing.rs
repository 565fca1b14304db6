//! Which look shows what of a sealed picture: the one place that says what is hatched, what is kept
//! unreadable, and what asks for a reason.
//!
//! Agama, status perkawinan, pekerjaan and golongan darah are hidden on a KTP in every look but the
//! original. They can be hatched only where the card is framed, because only then their rows are known.

use super::projection::Quad;
use crate::document::DocumentKind;

/// Which rendering of a sealed picture is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PictureVariant {
    Thumb,
    /// As taken, turned upright by its own EXIF note.
    Original,
    /// Turned and straightened between its corners: a card to 1011x638, a page in its own shape.
    Card,
}

/// What is noted beside a sealed picture: all that decides how much of it is shown.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Framing {
    pub kind: DocumentKind,
    /// As decoded, before any quarter turn.
    pub width: u32,
    pub height: u32,
    /// Top left, top right, bottom right, bottom left in the turned picture.
    pub corners: Option<Quad>,
    pub quarter_turns: u8,
}

/// How a picture appears in one look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Appearance {
    AsTaken,
    /// Turned, in its own shape.
    Whole,
    /// Straightened to ID-1, with the four rows of a KTP hatched.
    Card,
    /// Straightened in its own shape.
    Page,
    /// Turned, and so coarse that no writing can be read.
    Coarse,
}

/// Width to height of ID-1, and how far a whole picture may be from it and still be one card.
const CARD_SHAPE: f32 = 1.585;
const SHAPE_SLACK: f32 = 0.10;
/// Corners nearer to those of the picture than this share of its width mean "the whole picture".
const AT_THE_EDGE: f32 = 0.02;

/// Whether four rows of such a document are hidden, so that its copy waits for corners.
pub fn hides_rows(kind: DocumentKind) -> bool {
    matches!(kind, DocumentKind::Ktp | DocumentKind::KtpKuasa)
}

fn is_card(kind: DocumentKind) -> bool {
    hides_rows(kind) || kind == DocumentKind::Npwp
}

impl Framing {
    pub(super) fn appearance(&self, variant: PictureVariant) -> Appearance {
        match variant {
            PictureVariant::Original => Appearance::AsTaken,
            _ if is_card(self.kind) && self.frames_a_card() => Appearance::Card,
            _ if !is_card(self.kind) && self.corners.is_some() => Appearance::Page,
            PictureVariant::Thumb if hides_rows(self.kind) => Appearance::Coarse,
            _ => Appearance::Whole,
        }
    }

    /// What a look counts as, for the reason it needs and the trace it leaves: a KTP on which nothing
    /// could be hidden is the original, whatever was asked for.
    #[must_use]
    pub fn counts_as(&self, variant: PictureVariant) -> PictureVariant {
        match self.appearance(variant) {
            Appearance::Whole if hides_rows(self.kind) => PictureVariant::Original,
            _ => variant,
        }
    }

    /// Whether the corners frame a card: somebody marked them, or the whole picture has a card's shape.
    /// Where they do not, nobody knows where its rows lie, so nothing on it can be hidden, and it may
    /// not leave as a copy.
    pub fn frames_a_card(&self) -> bool {
        self.corners.is_some_and(|corners| self.is_card_between(corners))
    }

    /// Whether a Fotokopi leaves this picture out when all of it is taken for the card.
    pub fn whole_is_left_out(&self) -> bool {
        hides_rows(self.kind) && !self.is_card_between(self.edges())
    }

    fn is_card_between(&self, corners: Quad) -> bool {
        let (width, height) = self.turned_size();
        let (width, height) = (width as f32, height as f32);
        let whole = corners
            .iter()
            .zip(self.edges())
            .all(|(corner, edge)| (corner[0] - edge[0]).hypot(corner[1] - edge[1]) <= AT_THE_EDGE * width);
        !whole || (width / height - CARD_SHAPE).abs() <= SHAPE_SLACK
    }

    fn edges(&self) -> Quad {
        let (width, height) = self.turned_size();
        let (width, height) = (width as f32, height as f32);
        [[0.0, 0.0], [width, 0.0], [width, height], [0.0, height]]
    }

    /// Width and height after the quarter turns.
    pub fn turned_size(&self) -> (u32, u32) {
        if self.quarter_turns.is_multiple_of(2) {
            (self.width, self.height)
        } else {
            (self.height, self.width)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TILTED: Quad = [[600.0, 300.0], [1300.0, 320.0], [1360.0, 660.0], [540.0, 640.0]];
    const KINDS: [DocumentKind; 7] = [
        DocumentKind::Ktp,
        DocumentKind::KtpKuasa,
        DocumentKind::Npwp,
        DocumentKind::SuratKuasa,
        DocumentKind::Akta,
        DocumentKind::Nib,
        DocumentKind::Sppkp,
    ];

    fn framing(kind: DocumentKind, width: u32, height: u32, corners: Option<Quad>) -> Framing {
        Framing { kind, width, height, corners, quarter_turns: 0 }
    }

    fn ktp(width: u32, height: u32, corners: Option<Quad>) -> Framing {
        framing(DocumentKind::Ktp, width, height, corners)
    }

    fn whole(width: f32, height: f32) -> Option<Quad> {
        Some([[0.0, 0.0], [width, 0.0], [width, height], [0.0, height]])
    }

    #[test]
    fn every_kind_and_variant_has_its_appearance_and_only_the_readable_ktp_counts_as_original() {
        use Appearance::{AsTaken, Card, Coarse, Page, Whole};
        use PictureVariant::{Card as AsCard, Original, Thumb};
        // For each kind: thumb, card and original; first where corners were marked, then where the whole
        // webcam picture was taken, then where nothing was marked.
        let rows_hidden = [[Card, Card], [Coarse, Whole], [Coarse, Whole]];
        let table = |kind| match kind {
            DocumentKind::Ktp | DocumentKind::KtpKuasa => rows_hidden,
            DocumentKind::Npwp => [[Card, Card], [Whole, Whole], [Whole, Whole]],
            _ => [[Page, Page], [Page, Page], [Whole, Whole]],
        };
        for kind in KINDS {
            let marked = [Some(TILTED), whole(1920.0, 1080.0), None];
            for (corners, [thumb, card]) in marked.into_iter().zip(table(kind)) {
                let framing = framing(kind, 1920, 1080, corners);
                for (variant, expected) in [(Thumb, thumb), (AsCard, card), (Original, AsTaken)] {
                    assert_eq!(framing.appearance(variant), expected, "{kind:?} {variant:?} {corners:?}");
                    let counts = framing.counts_as(variant);
                    let readable_ktp = hides_rows(kind) && matches!(expected, Whole | AsTaken);
                    assert_eq!(counts, if readable_ktp { Original } else { variant }, "{kind:?} {variant:?}");
                }
            }
        }
    }

    #[test]
    fn a_whole_webcam_picture_frames_no_card() {
        assert!(!ktp(1920, 1080, whole(1920.0, 1080.0)).frames_a_card());
        assert!(!ktp(1600, 1200, whole(1600.0, 1200.0)).frames_a_card());
        assert!(!ktp(1920, 1080, None).frames_a_card(), "nobody marked anything");
        let lying = Framing { quarter_turns: 1, ..ktp(1011, 638, whole(638.0, 1011.0)) };
        assert!(!lying.frames_a_card(), "turned on its side");
    }

    #[test]
    fn marked_corners_and_a_picture_of_a_cards_shape_frame_one() {
        assert!(ktp(1920, 1080, Some(TILTED)).frames_a_card());
        assert!(ktp(1011, 638, whole(1011.0, 638.0)).frames_a_card());
        let upright = Framing { quarter_turns: 3, ..ktp(638, 1011, whole(1011.0, 638.0)) };
        assert!(upright.frames_a_card());
    }

    #[test]
    fn a_whole_picture_is_left_out_only_of_a_ktp_and_only_in_another_shape() {
        assert!(ktp(1920, 1080, None).whole_is_left_out());
        assert!(ktp(638, 1011, None).whole_is_left_out(), "a card lying on its side");
        assert!(!ktp(1011, 638, None).whole_is_left_out());
        assert!(!framing(DocumentKind::Npwp, 1920, 1080, None).whole_is_left_out());
    }
}
