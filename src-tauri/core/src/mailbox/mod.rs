//! Kotak surat: the office's mailbox, read and written over the network.
//!
//! The one machine of Loket that opens a socket, and only when an action was given an account by an admin. It reads
//! the inbox without changing it (no flag, nothing moved or deleted), and it sends what it is handed. Every connection
//! is TLS with a checked certificate; nothing here accepts another one. No error of a server is passed on as text:
//! servers put names and addresses into their answers.

mod imap;
mod settings;
mod smtp;
mod tls;

use std::fmt;
use std::time::Duration;

use chrono::{DateTime, Utc};
use zeroize::Zeroizing;

pub use self::imap::Inbox;
pub use self::settings::{MailServer, MailboxSettings};
pub use self::smtp::{Letter, knock, send};
pub use self::tls::Authority;
use crate::surel::Envelope;

/// How long looking into an inbox may take. An officer who asked for the inbox waits no longer.
const VISIT: Duration = Duration::from_secs(60);
/// How long one message may take to come: the largest that is opened, over a line of an office in the hills.
const DOWNLOAD: Duration = Duration::from_secs(600);
/// How long a server may take to answer the door.
const DOOR: Duration = Duration::from_secs(15);
/// Messages that are listed; older ones are for the mail program.
pub const MOST_LISTED: u32 = 1_000;

/// How a connection becomes TLS.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub enum Security {
    /// From the first byte (RFC 8314): 993 for reading, 465 for sending.
    Tls,
    /// After a plain greeting (RFC 3207), without which nothing is sent: 587.
    Starttls,
}

/// A server and who asks.
#[derive(Clone, PartialEq, Eq)]
pub struct Account {
    pub host: String,
    pub port: u16,
    pub security: Security,
    pub user: String,
    pub password: Zeroizing<String>,
    /// Authorities trusted beside those of this computer.
    pub authorities: Vec<Authority>,
}

/// Names neither the user nor the password.
impl fmt::Debug for Account {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Account({}:{})", self.host, self.port)
    }
}

/// Which message of an inbox, for as long as the server keeps its numbers (RFC 3501, section 2.3.1.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct MessageId {
    /// UIDVALIDITY.
    pub validity: u32,
    /// UID.
    pub uid: u32,
}

/// A message that lies in the inbox.
#[derive(Clone, PartialEq, Eq)]
pub struct Listed {
    pub id: MessageId,
    pub envelope: Envelope,
    /// When the server received it; a sender can write any other date.
    pub received_at: Option<DateTime<Utc>>,
    /// Bytes.
    pub size: u64,
    /// Whether it calls itself a message of several parts, which one with scans does.
    pub has_parts: bool,
}

/// Names nobody.
impl fmt::Debug for Listed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Listed({:?}, {} bytes)", self.id, self.size)
    }
}
