//! Surat keluar: notices that are sent from Loket, one try after the other, until each has ended.
//!
//! A letter is written and durable before anything is sent. Tries that failed are remembered until the desk is locked
//! and never in the log: a day without a network would fill it. A power cut between the server's yes and the log's
//! repeats a letter; it has the same Message-ID then, by which mail programs tell that they know it.

use super::Session;
use super::mailbox::{account_of, off};
use crate::error::{Code, Error, Result};
use crate::mailbox::{self, Account, Letter};
use crate::outbox::{LetterEnd, Tries};
use crate::role::Right;
use crate::schedule::{Notice, NoticeKind};
use crate::store::act::{Act, Actor, Open, Sealed};
use crate::store::read::LetterRecord;

/// A letter and how its sending stands.
#[derive(Clone, Debug)]
pub struct LetterState {
    pub letter: LetterRecord,
    pub tries: Option<Tries>,
}

/// Letters whose time has come, and where they are handed in.
pub struct Outgoing {
    account: Account,
    from: String,
    letters: Vec<LetterRecord>,
}

impl Outgoing {
    /// Hands each letter to the server. Slow: called where nobody waits for the office.
    pub fn send(&self) -> Vec<(String, Result<()>)> {
        let mut outcomes: Vec<(String, Result<()>)> = Vec::new();
        for letter in &self.letters {
            let outcome = mailbox::send(
                &self.account,
                &Letter { from: &self.from, to: &letter.to, message: letter.message.as_bytes() },
            );
            // A server that is out of reach or does not know the office says the same to the next letter.
            let hopeless = outcome.as_ref().is_err_and(|error| {
                matches!(
                    error.code,
                    Code::MailServerUnreachable | Code::MailServerUntrusted | Code::MailLoginRefused
                )
            });
            outcomes.push((letter.id.clone(), outcome));
            if hopeless {
                break;
            }
        }
        outcomes
    }
}

impl Session {
    /// Writes a notice as a letter that goes out as soon as the server takes it.
    ///
    /// # Errors
    /// [`Code::MailboxOff`]; as [`Session::notice_draft`]; [`Code::TransitionRefused`] while the same one waits.
    pub fn queue_notice(&mut self, case: &str, kind: NoticeKind) -> Result<()> {
        let actor = self.acting(Right::LogContact)?;
        if !self.mail_ways()?.1 {
            return Err(off());
        }
        let words = words_of(&self.notice(case, kind)?);
        let (to, message) = self.notice_message(case, kind)?;
        let message = String::from_utf8(message)
            .map_err(|_| Error::new(Code::Internal, "a message is encoded to ASCII"))?;
        self.store.act(&actor, |plan| {
            super::require::require_open(&plan.reader().case(case)?)?;
            let waits = plan.reader().letters_of(case)?;
            if waits.iter().any(|letter| letter.end.is_none() && letter.kind == kind) {
                return Err(Error::new(Code::TransitionRefused, "letter waits")
                    .saying("Surat yang sama masih menunggu dikirim.")
                    .advising("Tunggu sampai terkirim, atau batalkan dahulu yang menunggu."));
            }
            let letter = plan.new_id();
            Ok(Act::on_case(case, Open::LetterQueued { letter, kind }).sealing(Sealed::Letter {
                to,
                words,
                message,
            }))
        })?;
        Ok(())
    }

    /// Withdraws a letter that still waits.
    pub fn withdraw_letter(&mut self, letter: &str) -> Result<()> {
        let actor = self.acting(Right::LogContact)?;
        self.end_letter(&actor, letter, LetterEnd::Dibatalkan)
    }

    /// Letters that wait, the longest waiting first.
    pub fn waiting_letters(&self) -> Result<Vec<LetterState>> {
        self.acting(Right::LogContact)?;
        Ok(self.with_tries(self.store.reader().waiting_letters()?))
    }

    /// Letters of a case, in the order in which they were queued.
    pub fn letters_of(&self, case: &str) -> Result<Vec<LetterState>> {
        self.acting(Right::SeeMasked)?;
        Ok(self.with_tries(self.store.reader().letters_of(case)?))
    }

    /// What should be sent now; `None` where nothing is due or the office sends nothing. Letters that say what no
    /// longer holds end here.
    pub fn letters_due(&mut self) -> Result<Option<Outgoing>> {
        let Some(record) = self.store.reader().mailbox()? else { return Ok(None) };
        let (Some(server), Some(from)) = (&record.settings.outbox, self.office_address()) else {
            return Ok(None);
        };
        let account = account_of(server, &record)?;
        let now = self.store.now();
        let mut letters = Vec::new();
        for letter in self.store.reader().waiting_letters()? {
            if !self.still_holds(&letter) {
                self.end_letter(&Actor::system(), &letter.id, LetterEnd::Usang)?;
            } else if self.tries.get(&letter.id).is_none_or(|tries| tries.next_at() <= now) {
                letters.push(letter);
            }
        }
        Ok((!letters.is_empty()).then_some(Outgoing { account, from: from.address, letters }))
    }

    /// Writes down what came of sending.
    pub fn note_sent(&mut self, outcomes: Vec<(String, Result<()>)>) -> Result<()> {
        let now = self.store.now();
        for (letter, outcome) in outcomes {
            // Withdrawn or erased while it was on its way: what the server took stays taken.
            if self.store.reader().letter(&letter).map_or(true, |record| record.end.is_some()) {
                continue;
            }
            match outcome {
                Ok(()) => self.end_letter(&Actor::system(), &letter, LetterEnd::Terkirim)?,
                Err(why) if matches!(why.code, Code::MailRefused | Code::InvalidInput) => {
                    self.end_letter(&Actor::system(), &letter, LetterEnd::Ditolak)?;
                }
                Err(why) => {
                    let failed = self.tries.get(&letter).map_or(0, |tries| tries.failed) + 1;
                    self.tries.insert(letter, Tries { failed, last_at: now, why });
                }
            }
        }
        Ok(())
    }

    fn end_letter(&mut self, actor: &Actor, letter: &str, end: LetterEnd) -> Result<()> {
        self.store.act(actor, |plan| {
            let record = plan.reader().letter(letter)?;
            if record.end.is_some() {
                return Err(Error::new(Code::TransitionRefused, "letter ended")
                    .saying("Surat ini tidak menunggu lagi.")
                    .advising("Buka lagi permohonannya untuk melihat keadaannya."));
            }
            let open = Open::LetterEnded { letter: letter.to_owned(), end };
            Ok(Act::on_case(&record.case, open))
        })?;
        self.tries.remove(letter);
        Ok(())
    }

    /// Whether the case would still be told the same.
    fn still_holds(&self, letter: &LetterRecord) -> bool {
        let open = self.store.reader().case(&letter.case).is_ok_and(|record| !record.status.is_final());
        open && self
            .notice_words(&letter.case, letter.kind)
            .is_ok_and(|notice| words_of(&notice) == letter.words)
    }

    fn with_tries(&self, letters: Vec<LetterRecord>) -> Vec<LetterState> {
        letters
            .into_iter()
            .map(|letter| LetterState { tries: self.tries.get(&letter.id).cloned(), letter })
            .collect()
    }
}

/// As they are kept when an officer sends a notice by hand.
fn words_of(notice: &Notice) -> String {
    format!("{}\n\n{}", notice.subject, notice.body)
}
