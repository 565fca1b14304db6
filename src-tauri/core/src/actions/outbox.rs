//! Surat keluar: notices that are sent from Loket, one try after the other, until each has ended.
//!
//! A letter is written and durable before anything is sent. Tries that failed are remembered until the desk is locked
//! and never in the log: a day without a network would fill it. A power cut between the server's yes and the log's
//! repeats a letter; it has the same Message-ID then, by which mail programs tell that they know it.

use super::Session;
use super::mailbox::{account_of, off};
use super::online::current;
use super::schedule::recipient;
use crate::error::{Code, Error, Result};
use crate::mailbox::{self, Account, Letter};
use crate::outbox::{LetterEnd, Tries};
use crate::role::Right;
use crate::schedule::{Notice, NoticeKind};
use crate::store::act::{Act, Actor, Open, Sealed};
use crate::store::read::{CaseRecord, LetterRecord};
use crate::world::new_id;

/// A letter and how its sending stands.
#[derive(Clone, Debug)]
pub struct LetterState {
    pub letter: LetterRecord,
    pub tries: Option<Tries>,
}

/// A letter whose time has come, and where it is handed in.
pub struct Outgoing {
    account: Account,
    from: String,
    letter: LetterRecord,
}

impl Outgoing {
    pub fn letter(&self) -> &str {
        &self.letter.id
    }

    /// Hands the letter to the server. Slow: called where nobody waits for the office.
    ///
    /// # Errors
    /// As [`mailbox::send`].
    pub fn send(&self) -> Result<()> {
        let Self { account, from, letter } = self;
        mailbox::send(account, &Letter { from, to: &letter.to, message: letter.message.as_bytes() })
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
        let record = self.store.reader().case(case)?;
        let session = current(&record).map(|session| session.n).unwrap_or_default();
        if !self.is_timely(&record, kind) {
            return Err(Error::new(Code::TransitionRefused, "a session that is over")
                .saying("Waktu sesi ini sudah lewat, jadi pemberitahuannya tidak dikirim.")
                .advising("Tetapkan jadwal baru, atau catat bahwa pelaku usaha tidak hadir."));
        }
        // A second letter is another message; the same one, sent twice by a power cut, is not.
        let letter = new_id(self.store.world().random.as_ref());
        let (to, message) = self.notice_message(case, kind, &letter)?;
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
            Ok(Act::on_case(case, Open::LetterQueued { letter, kind, session }).sealing(Sealed::Letter {
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

    /// The letter that should be sent now, the longest waiting first; `None` where nothing is due or the office sends
    /// nothing. One at a time, so that each is judged just before it goes; what no longer holds ends here.
    pub fn letter_due(&mut self) -> Result<Option<Outgoing>> {
        let Some(record) = self.store.reader().mailbox()? else { return Ok(None) };
        let (Some(server), Some(from)) = (&record.settings.outbox, self.office_address()) else {
            return Ok(None);
        };
        let now = self.store.now();
        for letter in self.store.reader().waiting_letters()? {
            if !self.still_holds(&letter)? {
                self.end_letter(&Actor::system(), &letter.id, LetterEnd::Usang)?;
            } else if self.tries.get(&letter.id).is_none_or(|tries| tries.next_at() <= now) {
                let account = account_of(server, &record)?;
                return Ok(Some(Outgoing { account, from: from.address, letter }));
            }
        }
        Ok(None)
    }

    /// Writes down what came of sending a letter. Says whether it is one of this office.
    pub fn note_sent(&mut self, letter: &str, outcome: Result<()>) -> Result<bool> {
        let record = match self.store.reader().letter(letter) {
            Err(error) if error.code == Code::NotFound => return Ok(false),
            record => record?,
        };
        // Withdrawn while it was on its way: what the server took went out all the same.
        let withdrawn = record.end.is_some_and(|(end, _)| end == LetterEnd::Dibatalkan);
        if record.end.is_some() && !(withdrawn && outcome.is_ok()) {
            return Ok(true);
        }
        match outcome {
            Ok(()) => self.end_letter(&Actor::system(), letter, LetterEnd::Terkirim)?,
            Err(why) if matches!(why.code, Code::MailRefused | Code::InvalidInput) => {
                self.end_letter(&Actor::system(), letter, LetterEnd::Ditolak)?;
            }
            Err(why) => {
                let failed = self.tries.get(letter).map_or(0, |tries| tries.failed) + 1;
                self.tries.insert(letter.to_owned(), Tries { failed, last_at: self.store.now(), why });
            }
        }
        Ok(true)
    }

    fn end_letter(&mut self, actor: &Actor, letter: &str, end: LetterEnd) -> Result<()> {
        self.store.act(actor, |plan| {
            let record = plan.reader().letter(letter)?;
            let went_out = end == LetterEnd::Terkirim;
            if record.end.is_some_and(|(before, _)| !(went_out && before == LetterEnd::Dibatalkan)) {
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

    /// Whether the letter would be written today: the same session, the same addresses, and time to come to it.
    fn still_holds(&self, letter: &LetterRecord) -> Result<bool> {
        let record = self.store.reader().case(&letter.case)?;
        if record.status.is_final()
            || letter.to != recipient(&record)
            || !self.is_timely(&record, letter.kind)
        {
            return Ok(false);
        }
        let from = self.office_address().map(|office| office.address).unwrap_or_default();
        let session = current(&record).map(|session| session.n);
        if session != Some(letter.session) || !letter.message.contains(&from) {
            return Ok(false);
        }
        match self.notice_words(&letter.case, letter.kind) {
            Err(error) if error.code == Code::TransitionRefused => Ok(false),
            words => words.map(|_| true),
        }
    }

    /// Nobody is asked to come to what is over.
    fn is_timely(&self, record: &CaseRecord, kind: NoticeKind) -> bool {
        !kind.asks_to_come() || current(record).is_some_and(|session| session.start > self.store.now())
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
