//! Kertas: papers of a case — issued once under a number, shown, saved and printed many times.

mod berita_acara;
mod changes;
mod compose;
mod copies;
mod laporan;
mod letters;
mod notes;
mod replace;
mod seen;

pub(super) use self::compose::Composer;
pub use self::copies::{CardsToCopy, CopiedCards, FotokopiOutlook};
pub(in crate::actions) use self::letters::Occasion;
pub use self::seen::{DrawnPictures, SeenPictures};
use crate::error::{Code, Error, Result};
use crate::numbering::{PaperKind, PaperNumber};
use crate::pdf;
use crate::role::Right;
use crate::store::act::{Act, FiledBytes, Open, PaperFiled};
use crate::store::plan::Plan;
use crate::store::read::{CaseRecord, PaperRecord};

use super::Session;

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

    /// An issued paper, proven unaltered. Its first look of a session is an act, as for a picture.
    pub fn open_paper(
        &mut self,
        case: &str,
        paper: &str,
    ) -> Result<(PaperRecord, zeroize::Zeroizing<Vec<u8>>)> {
        let record = self.store.reader().case(case)?;
        let found = find(&record, paper)?.clone();
        let right = if found.kind.shows_pictures() { Right::Unmask } else { Right::SeeMasked };
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

    /// Takes back what [`Self::note_printed`] counted: the printer refused. Both stay in the log.
    pub fn note_print_failed(&mut self, case: &str, paper: &str, copies: u8) -> Result<()> {
        let actor = self.acting(Right::SeeMasked)?;
        self.store.act(&actor, |plan| {
            find(&plan.reader().case(case)?, paper)?;
            Ok(Act::on_case(case, Open::PaperPrintFailed { paper: paper.to_owned(), copies }))
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

/// A Surat Pemberitahuan under the next number of its series.
pub(super) fn issue_letter(
    plan: &Plan<'_>,
    composer: &Composer,
    record: &CaseRecord,
    occasion: Occasion,
) -> Result<PaperFiled> {
    issue(plan, &record.id, PaperKind::SuratPemberitahuan, composer.year(), |number| {
        composer.surat_pemberitahuan(record, occasion, number)
    })
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

fn find<'a>(record: &'a CaseRecord, paper: &str) -> Result<&'a PaperRecord> {
    record
        .papers
        .iter()
        .find(|found| found.id == paper)
        .ok_or_else(|| Error::new(Code::NotFound, "no such paper"))
}
