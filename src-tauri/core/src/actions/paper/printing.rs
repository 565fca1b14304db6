//! What is printed of a paper, and what waits for a printer. The paper itself never changes.

use super::find;
use crate::actions::Session;
use crate::error::Result;
use crate::pdf::{HalamanUji, render_halaman_uji};
use crate::role::Right;
use crate::store::act::{Act, Open};
use crate::store::read::WaitingPrint;

impl Session {
    /// Counts a print in the log, and takes the paper off the list of what waits.
    pub fn note_printed(&mut self, case: &str, paper: &str, copies: u8) -> Result<()> {
        let actor = self.acting(Right::SeeMasked)?;
        self.store.act(&actor, |plan| {
            find(&plan.reader().case(case)?, paper)?;
            Ok(Act::on_case(case, Open::PaperPrinted { paper: paper.to_owned(), copies }))
        })?;
        Ok(())
    }

    /// Puts a paper on the list of what is printed when a printer is there. One that stands on it only changes its copies.
    pub fn postpone_print(&mut self, case: &str, paper: &str, copies: u8) -> Result<()> {
        let actor = self.acting(Right::SeeMasked)?;
        let copies = copies.max(1);
        self.store.act(&actor, |plan| {
            find(&plan.reader().case(case)?, paper)?;
            Ok(Act::on_case(case, Open::PrintPostponed { paper: paper.to_owned(), copies }))
        })?;
        Ok(())
    }

    /// Takes a paper off that list without printing it.
    pub fn drop_print(&mut self, case: &str, paper: &str) -> Result<()> {
        let actor = self.acting(Right::SeeMasked)?;
        if find(&self.store.reader().case(case)?, paper)?.later == 0 {
            // Printed meanwhile: there is nothing to say about it.
            return Ok(());
        }
        self.store
            .act(&actor, |_| Ok(Act::on_case(case, Open::PrintNotNeeded { paper: paper.to_owned() })))?;
        Ok(())
    }

    /// Papers that wait for a printer, oldest first.
    pub fn prints_that_wait(&self) -> Result<Vec<WaitingPrint>> {
        self.acting(Right::SeeMasked)?;
        self.store.reader().prints_that_wait()
    }

    /// Whether this officer prints it from that list, where nobody gives a reason.
    pub fn may_print(&self, waiting: &WaitingPrint) -> bool {
        !waiting.kind.shows_pictures() || self.may(Right::Unmask)
    }

    /// Whether this officer is told what is being printed.
    pub fn sees_prints(&self) -> Result<()> {
        self.acting(Right::SeeMasked).map(drop)
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

    /// A page that shows whether a printer keeps the true size. It names nobody and is never kept.
    pub fn test_page(&self, printer: &str) -> Result<Vec<u8>> {
        self.acting(Right::SeeMasked)?;
        let made = self.time_zone().format_date_time(self.store.now());
        render_halaman_uji(&HalamanUji { printer, made: &made })
    }
}
