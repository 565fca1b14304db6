//! Kotak surat: the account an admin turned on, and messages of the inbox that are taken into the Baki or set aside.
//!
//! Nothing here opens a connection: an account is handed out, the machine visits the server where nobody waits for
//! the office, and what it brought comes back.

use zeroize::Zeroizing;

use super::Session;
use super::kiriman::Incoming;
use crate::error::{Code, Error, Result};
use crate::kiriman::KirimanSource;
use crate::mailbox::{Account, Listed, MailServer, MailboxSettings, MessageId};
use crate::role::Right;
use crate::store::act::{Act, Open, Sealed};
use crate::store::read::{MailboxRecord, MessageFate};

/// With what the office is known at its servers.
pub struct Login {
    user: String,
    /// Empty keeps the one that stands.
    password: Zeroizing<String>,
}

impl Login {
    pub fn new(user: &str, password: String) -> Self {
        Self { user: user.trim().to_owned(), password: Zeroizing::new(password) }
    }
}

/// A mailbox as the admin sees it again: everything but the password.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailboxState {
    pub settings: MailboxSettings,
    pub user: String,
}

/// A message of the inbox, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InboxLine {
    pub message: Listed,
    pub fate: Option<MessageFate>,
}

/// The inbox of the office, ready to be visited.
#[derive(Debug)]
pub struct InboxDoor {
    pub account: Account,
    /// Under which name its messages are remembered.
    pub inbox: String,
}

impl InboxDoor {
    /// Opens a message that was fetched. Slow: called where nobody waits for the office.
    ///
    /// # Errors
    /// As [`Incoming::read`].
    pub fn open(&self, id: MessageId, bytes: &[u8]) -> Result<Incoming> {
        let incoming = Incoming::read("surel.eml", KirimanSource::KotakSurat, bytes.to_vec())?;
        Ok(incoming.lying_at(&self.inbox, id))
    }
}

impl Session {
    /// What is set, for the one who sets it.
    pub fn mailbox(&self) -> Result<Option<MailboxState>> {
        self.acting(Right::ManageOffice)?;
        let record = self.store.reader().mailbox()?;
        Ok(record.map(|record| MailboxState { settings: record.settings, user: record.user }))
    }

    /// Whether the inbox may be asked, and letters sent.
    pub fn mail_ways(&self) -> Result<(bool, bool)> {
        let settings = self.store.reader().mailbox()?.map(|record| record.settings);
        Ok(settings.map_or((false, false), |settings| (settings.inbox.is_some(), settings.outbox.is_some())))
    }

    /// The accounts that these settings would make for reading and for sending, to be tried before they are set.
    pub fn mailbox_to_try(
        &self,
        settings: MailboxSettings,
        login: &Login,
    ) -> Result<(Option<Account>, Option<Account>)> {
        self.acting(Right::ManageOffice)?;
        self.require_real_office()?;
        let settings = settings.checked()?;
        let login = self.whole_login(&settings, login)?;
        let of = |server: &Option<MailServer>| {
            server.as_ref().map(|server| account(server, &settings, &login)).transpose()
        };
        Ok((of(&settings.inbox)?, of(&settings.outbox)?))
    }

    /// Turns the mailbox on, or changes it. The keys of an earlier password are destroyed.
    pub fn set_mailbox(&mut self, settings: MailboxSettings, login: &Login) -> Result<()> {
        let actor = self.acting(Right::ManageOffice)?;
        self.require_real_office()?;
        let settings = settings.checked()?;
        let login = self.whole_login(&settings, login)?;
        let stands = self.store.reader().mailbox()?;
        let same_inbox = |stands: &MailboxRecord| {
            stands.user == login.user
                && stands.settings.inbox.as_ref().map(|server| &server.host)
                    == settings.inbox.as_ref().map(|server| &server.host)
        };
        let inbox = stands.filter(same_inbox).map(|stands| stands.inbox);
        self.close_mailbox()?;
        self.store.act(&actor, |plan| {
            let id = plan.new_id();
            plan.found_keys(&id)?;
            let inbox = inbox.unwrap_or_else(|| plan.new_id());
            let sealed = Sealed::Login { user: login.user, password: login.password.to_string() };
            Ok(Act::on_mailbox(&id, Open::MailboxSet { settings, inbox }).sealing(sealed))
        })?;
        Ok(())
    }

    /// Turns it off. Letters that wait stay until they are withdrawn or it is on again.
    pub fn close_mailbox(&mut self) -> Result<()> {
        let actor = self.acting(Right::ManageOffice)?;
        if let Some(record) = self.store.reader().mailbox()? {
            self.store.act(&actor, |_| Ok(Act::on_mailbox(&record.id, Open::MailboxClosed)))?;
        }
        Ok(())
    }

    /// The inbox, for whoever takes requests in.
    ///
    /// # Errors
    /// [`Code::MailboxOff`].
    pub fn inbox(&self) -> Result<InboxDoor> {
        self.acting(Right::Intake)?;
        let record = self.store.reader().mailbox()?.ok_or_else(off)?;
        let server = record.settings.inbox.as_ref().ok_or_else(off)?;
        Ok(InboxDoor { account: account_of(server, &record)?, inbox: record.inbox.clone() })
    }

    /// What a visit found, with what the office did about each message.
    pub fn known_messages(&self, inbox: &str, listed: Vec<Listed>) -> Result<Vec<InboxLine>> {
        self.acting(Right::Intake)?;
        let mut fates = self.store.reader().fates(inbox)?;
        Ok(listed.into_iter().map(|message| InboxLine { fate: fates.remove(&message.id), message }).collect())
    }

    /// This message asks for nothing; it is offered no longer.
    pub fn set_message_aside(&mut self, message: MessageId) -> Result<()> {
        let actor = self.acting(Right::Intake)?;
        let inbox = self.inbox()?.inbox;
        self.store.act(&actor, |_| Ok(Act::office(Open::MessageSetAside { inbox, message })))?;
        Ok(())
    }

    /// Invented vendors have real addresses now and then, and the password of a practice office stands in the handbook.
    fn require_real_office(&self) -> Result<()> {
        if self.office().practice {
            return Err(Error::new(Code::TransitionRefused, "practice")
                .saying("Kantor latihan tidak terhubung ke kotak surat.")
                .advising("Nyalakan kotak surat di kantor yang sebenarnya."));
        }
        Ok(())
    }

    /// A login with the password that stands where none was typed. It goes to no server that did not have it already,
    /// and by nobody's word for a certificate but the one that was good before.
    fn whole_login(&self, settings: &MailboxSettings, login: &Login) -> Result<Login> {
        let user = login.user.clone();
        let stands = self.store.reader().mailbox()?;
        let knows_it = |stands: &MailboxRecord| {
            let before = [&stands.settings.inbox, &stands.settings.outbox];
            let now = [&settings.inbox, &settings.outbox];
            stands.user == user
                && stands.settings.authority == settings.authority
                && now
                    .into_iter()
                    .flatten()
                    .all(|server| before.into_iter().flatten().any(|known| known == server))
        };
        let password = if login.password.is_empty() {
            stands.filter(knows_it).map(|stands| stands.password).unwrap_or_default()
        } else {
            login.password.clone()
        };
        let refused = |what: &str| Err(Error::new(Code::InvalidInput, "login").saying(what));
        if user.is_empty() || user.chars().any(char::is_control) {
            return refused("Nama pengguna surel belum diisi.");
        }
        if password.is_empty() || password.chars().any(char::is_control) {
            return refused(
                "Kata sandi surel belum diisi. Server atau sertifikat yang baru memerlukannya lagi.",
            );
        }
        Ok(Login { user, password })
    }
}

pub(super) fn off() -> Error {
    Error::new(Code::MailboxOff, "no server")
}

pub(super) fn account_of(server: &MailServer, record: &MailboxRecord) -> Result<Account> {
    let login = Login { user: record.user.clone(), password: record.password.clone() };
    account(server, &record.settings, &login)
}

fn account(server: &MailServer, settings: &MailboxSettings, login: &Login) -> Result<Account> {
    Ok(Account {
        host: server.host.clone(),
        port: server.port,
        security: server.security,
        user: login.user.clone(),
        password: login.password.clone(),
        authorities: settings.authorities()?,
    })
}
