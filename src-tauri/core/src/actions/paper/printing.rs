//! What is printed of a paper, and what waits for a printer. The paper itself never changes.

use super::find;
use crate::actions::Session;
use crate::error::Result;
use crate::pdf::{HalamanUji, render_halaman_uji};
use crate::role::Right;
use crate::store::act::{Act, Open};
use crate::store::read::WaitingPrint;

impl Session {
    /// Counts a print that came out, and takes the paper off the list of what waits.
    pub fn note_printed(&mut self, case: &str, paper: &str, copies: u8) -> Result<()> {
        let actor = self.acting(Right::SeeMasked)?;
        self.store.act(&actor, |plan| {
            find(&plan.reader().case(case)?, paper)?;
            Ok(Act::on_case(case, Open::PaperPrinted { paper: paper.to_owned(), copies }))
        })?;
        Ok(())
    }

    /// Puts a paper on the list of what waits for a printer, where it stays until it came out. One that stands there only
    /// changes its copies. What goes to a printer stands there before: no copy leaves without a trace, and none that did not
    /// come out is forgotten, whatever ends the program meanwhile.
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

    /// Who works with papers, and who looks after the printers, is told what is being printed.
    pub fn sees_prints(&self) -> Result<()> {
        self.acting(Right::SeeMasked).or_else(|_| self.acting(Right::ManageOffice)).map(drop)
    }

    /// A page that shows whether a printer keeps the true size. It names nobody and is never kept.
    pub fn test_page(&self, printer: &str) -> Result<Vec<u8>> {
        self.sees_prints()?;
        let made = self.time_zone().format_date_time(self.store.now());
        render_halaman_uji(&HalamanUji { printer, made: &made })
    }
}
