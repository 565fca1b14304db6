//! Kertas: papers of a case — issued once under a number, shown, saved and printed many times.

mod berita_acara;
mod changes;
mod compose;
mod copies;
mod laporan;
mod letters;
mod notes;
mod printing;
mod replace;
mod seen;
mod ticket;

pub(super) use self::compose::Composer;
pub use self::copies::{CardsToCopy, CopiedCards, FotokopiOutlook};
pub(in crate::actions) use self::letters::Occasion;
pub use self::seen::{DrawnPictures, SeenPictures};
pub use self::ticket::print_ticket;
use crate::error::{Code, Error, Result};
use crate::numbering::{PaperKind, PaperNumber};
use crate::pdf;
use crate::role::Right;
use crate::store::act::{Act, Actor, FiledBytes, Open, PaperFiled, Sealed};
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

    /// Opens a paper. The first look of every sitting is an act (who saw this paper). Who may see pictures only with a
    /// reason gives it first, by [`Self::see_paper`].
    pub fn open_paper(
        &mut self,
        case: &str,
        paper: &str,
    ) -> Result<(PaperRecord, zeroize::Zeroizing<Vec<u8>>)> {
        let record = self.store.reader().case(case)?;
        let found = find(&record, paper)?.clone();
        let seen = self.seen.contains(paper);
        let reader = self.reader_of(&found, seen)?;
        if !seen {
            self.note_seen(case, paper, &reader, None)?;
        }
        let bytes = self.store.open_issued(case, &found)?;
        Ok((found, bytes))
    }

    /// Writes down that a paper is looked at, and why. From then on it opens until the officer leaves. A look with a
    /// reason is written every time: the reason must not be lost. A paper that does not open is not looked at.
    pub fn see_paper(&mut self, case: &str, paper: &str, reason: &str) -> Result<()> {
        let record = self.store.reader().case(case)?;
        let found = find(&record, paper)?;
        let reason = Some(reason.trim()).filter(|reason| !reason.is_empty());
        let reader = self.reader_of(found, reason.is_some())?;
        drop(self.store.open_issued(case, found)?);
        self.note_seen(case, paper, &reader, reason)
    }

    fn reader_of(&self, paper: &PaperRecord, with_reason: bool) -> Result<Actor> {
        if paper.kind.shows_pictures() {
            self.acting_to_see(with_reason)
        } else {
            self.acting(Right::SeeMasked)
        }
    }

    fn note_seen(&mut self, case: &str, paper: &str, reader: &Actor, reason: Option<&str>) -> Result<()> {
        self.store.act(reader, |_| {
            let act = Act::on_case(case, Open::PaperSeen { paper: paper.to_owned() });
            Ok(match reason {
                Some(reason) => act.sealing(Sealed::Text(reason.to_owned())),
                None => act,
            })
        })?;
        self.seen.insert(paper.to_owned());
        Ok(())
    }

    /// Whether this officer gives a reason before this paper opens: it shows identity papers (procedure, table 1.10).
    pub fn asks_a_reason_to_open(&self, paper: &PaperRecord) -> bool {
        let only_with_reason = self.may(Right::UnmaskWithReason) && !self.may(Right::Unmask);
        paper.kind.shows_pictures() && only_with_reason && !self.seen.contains(&paper.id)
    }

    /// Writes down that a paper was saved outside the office folder, by whoever opened it in this sitting: while a
    /// place is chosen, the desk may lock and somebody else sit down.
    pub fn note_saved(&mut self, case: &str, paper: &str) -> Result<()> {
        let actor = self.acting(Right::SeeMasked)?;
        if !self.seen.contains(paper) {
            return Err(Error::new(Code::TransitionRefused, "another sitting opened the paper")
                .saying("Meja terkunci sementara tempat dipilih, jadi kertas tidak disimpan.")
                .advising("Buka kertasnya, lalu simpan lagi."));
        }
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
