//! Lembar pemulihan: made, brought to paper, and proven to be there before anybody works with it.
//!
//! Its words live in the session and nowhere else. They die with it; the next sheet then revokes the one
//! that nobody confirmed.

use std::fmt;

use zeroize::Zeroizing;

use super::Session;
use super::require::passes_on_sight;
pub use super::sheet_underway::SheetCheck;
use super::sheet_underway::SheetUnderway;
use crate::error::{Code, Error, Result};
use crate::pdf::{LembarPemulihan, render_lembar_pemulihan};
use crate::role::Right;
use crate::schedule::format_date;
use crate::store::act::{Act, Open};
use crate::store::kunci::RecoveryWords;
use crate::world::new_id;

/// One word of the sheet, for an office without a printer.
pub struct ShownWord {
    pub word: &'static str,
    /// Words of the sheet.
    pub total: u8,
}

/// Names no word.
impl fmt::Debug for ShownWord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ShownWord")
    }
}

impl Session {
    /// The sheet must be confirmed before work begins, by somebody who may make one.
    pub fn sheet_is_due(&self) -> Result<bool> {
        Ok(!self.office().practice
            && self.may(Right::ManageOffice)
            && !self.store.reader().recovery_sheet_confirmed()?)
    }

    /// Takes the words of a new office's first sheet on their way.
    pub fn begin_sheet(&mut self, words: RecoveryWords) {
        self.sheet = Some(SheetUnderway::new(words, self.store.world().random.as_ref()));
    }

    /// What will prove that the sheet is on paper. Makes a sheet where none is on its way.
    pub fn sheet_check(&mut self) -> Result<SheetCheck> {
        self.acting(Right::ManageOffice)?;
        self.underway().map(|sheet| sheet.check)
    }

    /// The sheet as a PDF, for the printer alone, and by what [`Self::note_sheet_printed`] knows it. It is never saved.
    pub fn sheet_pdf(&mut self) -> Result<(Zeroizing<Vec<u8>>, u64)> {
        self.acting(Right::ManageOffice)?;
        let words: Vec<String> = self.underway()?.words.words().map(str::to_owned).into();
        let composer = self.composer()?;
        let pdf = render_lembar_pemulihan(&LembarPemulihan {
            letterhead: &composer.letterhead(),
            office: &self.office().identity.name,
            made: &format_date(self.today()),
            words: &words,
        })?;
        Ok((Zeroizing::new(pdf), self.underway()?.turn))
    }

    /// It came out of the printer. Meanwhile the desk may have been locked, and then another one counts.
    pub fn note_sheet_printed(&mut self, turn: u64) -> Result<SheetCheck> {
        self.acting(Right::ManageOffice)?;
        let sheet = self.sheet.as_mut().filter(|sheet| sheet.turn == turn).ok_or_else(|| {
            Error::new(Code::NotFound, "another sheet counts")
                .saying("Lembar yang baru tercetak tidak berlaku lagi.")
                .advising("Hancurkan lembar itu, lalu cetak lembar yang baru.")
        })?;
        sheet.check.printed = true;
        Ok(sheet.check)
    }

    /// One word by its position, from 1. Each look is written down before.
    pub fn show_word(&mut self, index: u8) -> Result<ShownWord> {
        let words = {
            self.acting(Right::ManageOffice)?;
            self.underway()?.words.words()
        };
        let word = usize::from(index)
            .checked_sub(1)
            .and_then(|at| words.get(at).copied())
            .ok_or_else(|| Error::new(Code::NotFound, "no such word"))?;
        self.note_word_shown(index)?;
        Ok(ShownWord { word, total: words.len() as u8 })
    }

    /// Two words typed back prove that the sheet is on paper; then the words are forgotten.
    pub fn confirm_sheet(&mut self, typed: [&str; 2]) -> Result<()> {
        self.acting(Right::ManageOffice)?;
        let sheet = self.underway()?;
        let fits = |(position, typed): (u8, &str)| sheet.words.confirms(usize::from(position), typed);
        if !sheet.check.asked.into_iter().zip(typed).all(fits) {
            return Err(Error::new(Code::WrongRecoveryWords, "the words typed back differ"));
        }
        self.note_sheet_checked()?;
        self.sheet = None;
        Ok(())
    }

    fn underway(&mut self) -> Result<&mut SheetUnderway> {
        if self.sheet.is_none() {
            let words = self.new_recovery_sheet()?;
            self.begin_sheet(words);
        }
        self.sheet.as_mut().ok_or_else(|| Error::new(Code::Internal, "no sheet"))
    }

    /// Makes a new recovery sheet; the old one stops working.
    pub fn new_recovery_sheet(&mut self) -> Result<RecoveryWords> {
        let actor = self.acting(Right::ManageOffice)?;
        let world = self.store.world().clone();
        let mut kunci = self.kunci.clone();
        let words = kunci
            .new_sheet(world.random.as_ref(), self.store.keys())
            .map_err(|error| passes_on_sight(error, "Lembar pemulihan membuka semua, juga gambar."))?;
        let sheet = new_id(world.random.as_ref());
        self.replace_keys(kunci, &actor, Act::office(Open::RecoverySheetMade { sheet }))?;
        Ok(words)
    }

    pub(crate) fn note_word_shown(&mut self, index: u8) -> Result<()> {
        let actor = self.acting(Right::ManageOffice)?;
        self.store.act(&actor, |_| Ok(Act::office(Open::RecoveryWordShown { index }))).map(drop)
    }

    pub(crate) fn note_sheet_checked(&mut self) -> Result<()> {
        let actor = self.acting(Right::ManageOffice)?;
        let sheet = self.kunci.office_id().to_owned();
        self.store.act(&actor, |_| Ok(Act::office(Open::RecoverySheetChecked { sheet }))).map(drop)
    }
}
