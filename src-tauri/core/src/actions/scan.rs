//! Pindaian: pages of a scanner. What lay on the glass becomes a picture of a document at once; a stack from the feeder
//! waits in the Baki like what came by e-mail, each sheet sealed before the next one is asked for.

use std::fmt;

use zeroize::Zeroizing;

use crate::error::{Code, Error, Result};
use crate::kiriman::{KirimanSource, kept_until};
use crate::role::Right;
use crate::scanner::Page;
use crate::store::act::{Act, FiledBytes, KirimanFiled, KirimanWords, Open, PageFiled, Sealed};
use crate::store::read::KirimanRecord;

use super::Session;
use super::kiriman::require_waiting;
use super::require::require_length;

/// A page as the JPEG that is sealed. Making one is slow: it is made where nobody waits for the office.
pub struct Sheet {
    jpeg: Zeroizing<Vec<u8>>,
    width: u32,
    height: u32,
}

impl Sheet {
    pub fn of(page: &Page) -> Result<Self> {
        let jpeg = Zeroizing::new(page.to_jpeg()?);
        Ok(Self { jpeg, width: page.width, height: page.height })
    }

    fn filed(&self, id: String, n: usize, file: FiledBytes) -> PageFiled {
        PageFiled { id, sheet: Some(sheet_number(n)), file, width: self.width, height: self.height }
    }
}

/// Names nothing of what it shows.
impl fmt::Debug for Sheet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Sheet")
    }
}

impl Session {
    /// Whether this officer may take in pictures at all, asked before a scanner runs for nothing.
    pub fn require_intake(&self) -> Result<()> {
        self.acting(Right::Intake).map(drop)
    }

    /// Whether a stack still waits, asked before its next sheets are fed.
    pub fn require_stack(&self, kiriman: &str) -> Result<()> {
        require_scanned(&self.kiriman(kiriman)?)
    }

    /// Begins a stack in the Baki with its first sheet. It is durable when this returns.
    pub fn receive_stack(&mut self, scanner: &str, sheet: &Sheet) -> Result<String> {
        let actor = self.acting(Right::Intake)?;
        require_length(scanner)?;
        let until = kept_until(self.today()).to_string();
        let mut id = String::new();
        self.store.act(&actor, |plan| {
            // Its last day is counted from today.
            plan.require_trusted_clock()?;
            id = plan.new_id();
            plan.found_keys(&id)?;
            let file = plan.file_picture(&id, &sheet.jpeg)?;
            let page = sheet.filed(plan.new_id(), 1, file.clone());
            let kiriman = KirimanFiled {
                id: id.clone(),
                source: KirimanSource::Pemindai,
                file,
                sent_at: None,
                until,
                pages: vec![page],
                message: None,
            };
            let words = KirimanWords {
                file_name: format!("Pindaian {scanner}").trim().to_owned(),
                page_names: vec![page_name(1)],
                ..KirimanWords::default()
            };
            Ok(Act::on_kiriman(&id, Open::KirimanReceived { kiriman }).sealing(Sealed::Kiriman(words)))
        })?;
        Ok(id)
    }

    /// One more sheet of a stack that waits. Answers how many it has then.
    pub fn add_sheet(&mut self, kiriman: &str, sheet: &Sheet) -> Result<u32> {
        let actor = self.acting(Right::Intake)?;
        let mut pages = 0;
        self.store.act(&actor, |plan| {
            let record = plan.reader().kiriman(kiriman)?;
            require_scanned(&record)?;
            let n = record.pages.len() + 1;
            pages = sheet_number(n);
            let file = plan.file_picture(kiriman, &sheet.jpeg)?;
            let page = sheet.filed(plan.new_id(), n, file);
            Ok(Act::on_kiriman(kiriman, Open::KirimanPageAdded { page }).sealing(Sealed::Text(page_name(n))))
        })?;
        Ok(pages)
    }
}

fn require_scanned(record: &KirimanRecord) -> Result<()> {
    require_waiting(record)?;
    if record.source != KirimanSource::Pemindai {
        return Err(Error::new(Code::InvalidInput, "no stack of a scanner"));
    }
    Ok(())
}

fn sheet_number(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

fn page_name(n: usize) -> String {
    format!("Halaman {n}")
}
