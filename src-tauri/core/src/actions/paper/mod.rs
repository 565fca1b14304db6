//! Kertas: papers of a case — issued once under a number, shown, saved and printed many times.

mod compose;
mod copies;
mod letters;
mod notes;
mod replace;

pub(super) use self::compose::Composer;
use crate::capture;
use crate::document::DocumentKind;
use crate::error::{Code, Error, Result};
use crate::pdf;
use crate::role::Right;
use crate::store::act::{Act, FiledBytes, Open, PaperFiled};
use crate::store::plan::Plan;
use crate::store::read::{CaseRecord, PaperRecord, PictureRecord};
use crate::tanda_terima::{PaperKind, PaperNumber};

use super::Session;
use super::picture::framing_of;
use super::require::require_open;

/// Whether a Fotokopi can be issued now, and which cards it would leave out.
#[derive(Clone, Debug, Default)]
pub struct FotokopiOutlook {
    pub can_issue: bool,
    /// Cards that have a picture, but no corners that frame them.
    pub left_out: Vec<PictureRecord>,
    /// The corners of these cards may still be marked.
    pub can_mark: bool,
}

/// Documents that a Fotokopi shows at true size.
const CARDS: [DocumentKind; 3] = [DocumentKind::Ktp, DocumentKind::Npwp, DocumentKind::KtpKuasa];

impl Session {
    pub(super) fn composer(&self) -> Result<Composer> {
        let officers = self.store.reader().officers()?;
        Ok(Composer::new(self.office(), self.officer(), officers, self.time_zone(), self.store.now()))
    }

    /// The Bukti Verifikasi as it would be issued now, without a number.
    pub fn preview_bukti(&self, case: &str) -> Result<Vec<u8>> {
        self.acting(Right::Approve)?;
        let record = self.store.reader().case(case)?;
        let assessment = self.assess(&record)?;
        self.composer()?.bukti(&record, &assessment, None, None, &self.store.head()?)
    }

    /// What [`Self::issue_fotokopi`] would make of this case. One Fotokopi is enough, and one that
    /// leaves a card out is for the officer to want: its number of cards never grows afterwards.
    pub fn fotokopi_outlook(&self, record: &CaseRecord) -> FotokopiOutlook {
        let issued = record.papers.iter().any(|paper| paper.kind == PaperKind::Fotokopi);
        if issued || !record.status.was_approved() || !self.may(Right::Unmask) {
            return FotokopiOutlook::default();
        }
        FotokopiOutlook {
            can_issue: CARDS.into_iter().any(|kind| copyable(record, kind).is_some()),
            left_out: CARDS
                .into_iter()
                .filter(|kind| copyable(record, *kind).is_none())
                .filter_map(|kind| record.current_picture(kind).cloned())
                .collect(),
            can_mark: require_open(record).is_ok() && self.may(Right::Intake),
        }
    }

    /// Issues a Fotokopi: the cards at true size, marked as copies.
    pub fn issue_fotokopi(&mut self, case: &str) -> Result<String> {
        let actor = self.acting(Right::Unmask)?;
        let composer = self.composer()?;
        let mut id = String::new();
        self.store.act(&actor, |plan| {
            let record = plan.reader().case(case)?;
            if !record.status.was_approved() {
                return Err(Error::new(Code::TransitionRefused, "a Fotokopi follows an approval")
                    .saying("Fotokopi baru dapat diterbitkan setelah permohonan disetujui."));
            }
            let mut cards = Vec::new();
            for kind in CARDS {
                if let Some(picture) = copyable(&record, kind) {
                    let bytes = plan.open_picture(case, &picture.file)?;
                    let card = capture::straightened(&bytes, &framing_of(picture))?;
                    cards.push((kind, card, picture.file.content_sha256.clone()));
                }
            }
            if cards.is_empty() {
                return Err(Error::new(Code::InvalidInput, "no card can be copied")
                    .saying("Tidak ada kartu yang keempat sudutnya ditandai."));
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

    /// An issued paper, proven unaltered. Its first look of a session is an act, as for a picture.
    pub fn open_paper(
        &mut self,
        case: &str,
        paper: &str,
    ) -> Result<(PaperRecord, zeroize::Zeroizing<Vec<u8>>)> {
        let record = self.store.reader().case(case)?;
        let found = find(&record, paper)?.clone();
        let right = if found.kind == PaperKind::Fotokopi { Right::Unmask } else { Right::SeeMasked };
        let actor = self.acting(right)?;
        if !self.seen.contains(paper) {
            self.store
                .act(&actor, |_| Ok(Act::on_case(case, Open::PaperSeen { paper: paper.to_owned() })))?;
            self.seen.insert(paper.to_owned());
        }
        let bytes = self.store.open_issued(case, &found)?;
        Ok((found, bytes))
    }

    /// Counts a print in the log. The paper itself never changes.
    pub fn note_printed(&mut self, case: &str, paper: &str, copies: u8) -> Result<()> {
        let actor = self.acting(Right::SeeMasked)?;
        self.store.act(&actor, |plan| {
            find(&plan.reader().case(case)?, paper)?;
            Ok(Act::on_case(case, Open::PaperPrinted { paper: paper.to_owned(), copies }))
        })?;
        Ok(())
    }

    /// Writes down that a paper was saved outside the office folder.
    pub fn note_saved(&mut self, case: &str, paper: &str) -> Result<()> {
        let actor = self.acting(Right::SeeMasked)?;
        self.store.act(&actor, |plan| {
            find(&plan.reader().case(case)?, paper)?;
            Ok(Act::on_case(case, Open::PaperSaved { paper: paper.to_owned() }))
        })?;
        Ok(())
    }
}

/// Reserves the next number, lets `compose` draw the paper under it, and seals it, all inside the
/// transaction of the act that will cite it.
pub(super) fn issue(
    plan: &Plan<'_>,
    case: &str,
    kind: PaperKind,
    year: u16,
    compose: impl FnOnce(&PaperNumber) -> Result<Vec<u8>>,
) -> Result<PaperFiled> {
    let number = plan.next_paper_number(kind, year)?;
    let bytes = compose(&number)?;
    let file = plan.file_paper(case, &bytes)?;
    filed(plan.new_id(), kind, Some(number), file, &bytes)
}

fn filed(
    id: String,
    kind: PaperKind,
    number: Option<PaperNumber>,
    file: FiledBytes,
    pdf: &[u8],
) -> Result<PaperFiled> {
    let pages = u32::try_from(pdf::page_count(pdf)?).unwrap_or(u32::MAX);
    Ok(PaperFiled { id, kind, number, file, pages, replaces: None })
}

/// The picture of a card that a Fotokopi may show: on a KTP the hidden rows must be where the mask is.
fn copyable(record: &CaseRecord, kind: DocumentKind) -> Option<&PictureRecord> {
    let picture = record.current_picture(kind)?;
    (!capture::hides_rows(kind) || framing_of(picture).frames_a_card()).then_some(picture)
}

fn find<'a>(record: &'a CaseRecord, paper: &str) -> Result<&'a PaperRecord> {
    record
        .papers
        .iter()
        .find(|found| found.id == paper)
        .ok_or_else(|| Error::new(Code::NotFound, "no such paper"))
}
