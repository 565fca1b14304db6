//! The Fotokopi: cards at true size, with what nobody may read hidden.
//!
//! As with a look at a picture, pixels are opened where nobody waits: the session gives the sealed cards out,
//! and takes the straightened ones back.

use std::fmt;

use zeroize::Zeroizing;

use super::compose::{Composer, short_hash};
use super::filed;
use crate::actions::Session;
use crate::actions::picture::framing_of;
use crate::actions::require::require_open;
use crate::capture;
use crate::document::DocumentKind;
use crate::error::{Code, Error, Result};
use crate::numbering::PaperKind;
use crate::pdf::{CopiedCard, Fotokopi, KeptFree, render_fotokopi};
use crate::persyaratan;
use crate::role::Right;
use crate::store::act::{Act, Open};
use crate::store::read::{CaseRecord, PictureRecord};

/// Documents that a Fotokopi shows at true size.
const CARDS: [DocumentKind; 3] = [DocumentKind::Ktp, DocumentKind::Npwp, DocumentKind::KtpKuasa];

/// Whether a Fotokopi can be issued now, and which cards it would leave out.
#[derive(Clone, Debug, Default)]
pub struct FotokopiOutlook {
    pub can_issue: bool,
    /// Cards that have a picture, but no corners that frame them.
    pub left_out: Vec<PictureRecord>,
    /// The corners of these cards may still be marked.
    pub can_mark: bool,
}

/// The pictures a Fotokopi will show, opened. It holds nothing of the session.
pub struct CardsToCopy {
    /// Who opened them: nobody else issues the copy.
    officer: String,
    opened: Vec<(PictureRecord, Zeroizing<Vec<u8>>)>,
}

/// Cards as the Fotokopi shows them, as JPEG, each with the picture it was made from.
pub struct CopiedCards {
    officer: String,
    cards: Vec<(PictureRecord, Zeroizing<Vec<u8>>)>,
}

impl CardsToCopy {
    /// Slow: the pixels are opened only now.
    pub fn straighten(self) -> Result<CopiedCards> {
        let straightened = self.opened.into_iter().map(|(picture, bytes)| {
            let mut card = capture::straightened(&bytes, &framing_of(&picture))?;
            capture::hide_rows(picture.kind, &mut card);
            Ok((picture, Zeroizing::new(capture::encode_jpeg(&card, 85)?)))
        });
        Ok(CopiedCards { officer: self.officer, cards: straightened.collect::<Result<_>>()? })
    }
}

/// Names nothing of what is seen.
impl fmt::Debug for CardsToCopy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CardsToCopy")
    }
}

impl fmt::Debug for CopiedCards {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CopiedCards")
    }
}

impl Session {
    /// What a Fotokopi would be of this case. One is enough, and one that leaves a card out is for the
    /// officer to want: its number of cards never grows afterwards.
    pub fn fotokopi_outlook(&self, record: &CaseRecord) -> FotokopiOutlook {
        let issued = record.papers.iter().any(|paper| paper.kind == PaperKind::Fotokopi);
        if issued || !record.status.was_approved() || !self.may(Right::Unmask) {
            return FotokopiOutlook::default();
        }
        FotokopiOutlook {
            can_issue: copyable(record).next().is_some(),
            left_out: CARDS
                .into_iter()
                .filter_map(|kind| record.current_picture(kind))
                .filter(|picture| !can_be_copied(picture))
                .cloned()
                .collect(),
            can_mark: require_open(record).is_ok() && self.may(Right::Intake),
        }
    }

    /// The cards of a case for [`Self::issue_fotokopi`]. Nobody sees them on the way there.
    pub fn cards_to_copy(&self, case: &str) -> Result<CardsToCopy> {
        self.acting(Right::Unmask)?;
        let record = self.store.reader().case(case)?;
        require_approved(&record)?;
        let opened = copyable(&record)
            .map(|picture| Ok((picture.clone(), self.store.open_picture(case, &picture.file)?)))
            .collect::<Result<Vec<_>>>()?;
        if opened.is_empty() {
            return Err(Error::new(Code::InvalidInput, "no card can be copied")
                .saying("Tidak ada kartu yang keempat sudutnya ditandai.")
                .advising("Tandai keempat sudut kartu, lalu buat Fotokopi lagi."));
        }
        Ok(CardsToCopy { officer: self.officer().id.clone(), opened })
    }

    /// The same right after an approval, where nobody has to be asked: every card with a picture would be
    /// on the copy.
    pub fn whole_fotokopi(&self, case: &str) -> Option<CardsToCopy> {
        let outlook = self.fotokopi_outlook(&self.store.reader().case(case).ok()?);
        (outlook.can_issue && outlook.left_out.is_empty()).then(|| self.cards_to_copy(case).ok())?
    }

    /// Issues a Fotokopi: the cards at true size, marked as copies. Refused when one of them was marked
    /// anew since [`Self::cards_to_copy`].
    pub fn issue_fotokopi(&mut self, case: &str, cards: CopiedCards) -> Result<String> {
        let actor = self.acting(Right::Unmask)?;
        let composer = self.composer()?;
        let mut id = String::new();
        self.store.act(&actor, |plan| {
            let record = plan.reader().case(case)?;
            require_approved(&record)?;
            let same_desk = cards.officer == actor.officer;
            if !same_desk || !copyable(&record).eq(cards.cards.iter().map(|(picture, _)| picture)) {
                return Err(Error::new(Code::InvalidInput, "a card changed meanwhile")
                    .saying("Gambar kartu baru saja diubah, jadi Fotokopi belum diterbitkan.")
                    .advising("Periksa gambarnya, lalu buat Fotokopi lagi."));
            }
            let bytes = composer.fotokopi(&record, cards)?;
            id = plan.new_id();
            // It shows the cards, so it is sealed, and one day erased, like a picture.
            let file = plan.file_picture(case, &bytes)?;
            let paper = filed(id.clone(), PaperKind::Fotokopi, None, file, &bytes)?;
            Ok(Act::on_case(case, Open::PaperIssued { paper }))
        })?;
        Ok(id)
    }

    /// The three steps at once, for whoever keeps nobody waiting.
    pub fn make_fotokopi(&mut self, case: &str) -> Result<String> {
        let cards = self.cards_to_copy(case)?.straighten()?;
        self.issue_fotokopi(case, cards)
    }
}

fn require_approved(record: &CaseRecord) -> Result<()> {
    if record.status.was_approved() {
        return Ok(());
    }
    Err(Error::new(Code::TransitionRefused, "a Fotokopi follows an approval")
        .saying("Fotokopi baru dapat diterbitkan setelah permohonan disetujui."))
}

/// On a KTP the hidden rows must be where the mask is.
fn can_be_copied(picture: &PictureRecord) -> bool {
    !capture::hides_rows(picture.kind) || framing_of(picture).frames_a_card()
}

/// The pictures that a Fotokopi shows.
fn copyable(record: &CaseRecord) -> impl Iterator<Item = &PictureRecord> {
    CARDS.into_iter().filter_map(|kind| record.current_picture(kind)).filter(|picture| can_be_copied(picture))
}

impl Composer {
    fn fotokopi(&self, record: &CaseRecord, cards: CopiedCards) -> Result<Vec<u8>> {
        let cards = cards
            .cards
            .into_iter()
            .map(|(picture, mut jpeg)| {
                let is_ktp = capture::hides_rows(picture.kind);
                let label = persyaratan::requirement(record.layanan, record.profil, picture.kind)
                    .map_or("Kartu", |found| found.label);
                let masked = if is_ktp {
                    " Agama, status perkawinan, pekerjaan, dan golongan darah disamarkan."
                } else {
                    ""
                };
                CopiedCard {
                    jpeg: std::mem::take(&mut *jpeg),
                    caption: format!("{label}, ukuran asli 85,6 × 54,0 mm.{masked}"),
                    hash: short_hash(&picture.file.content_sha256),
                    kept_free: if is_ktp { ktp_data_areas() } else { Vec::new() },
                }
            })
            .collect();
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
