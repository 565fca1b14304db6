//! Reading the inbox (IMAP4rev1, RFC 3501): opened with EXAMINE and fetched with PEEK, so that nothing in it changes.

use std::future::Future;
use std::pin::pin;
use std::time::Duration;

use async_imap::types::Fetch;
use async_imap::{Client, Session};
use chrono::Utc;
use futures_util::TryStreamExt as _;
use tokio::io::{AsyncReadExt as _, Join, Take};
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_rustls::client::TlsStream;
use zeroize::Zeroizing;

use super::{Account, DOOR, DOWNLOAD, Listed, MOST_LISTED, MessageId, Security, VISIT, tls};
use crate::error::{Code, Error, Result};
use crate::surel;

/// Bytes a server may say in one visit: the largest message that is opened, and room for talk.
const MOST_SAID: u64 = surel::MOST_BYTES as u64 + 16 * 1024 * 1024;

/// What is asked of each listed message. PEEK leaves it unread.
const HEADER: &str =
    "(UID INTERNALDATE RFC822.SIZE BODY.PEEK[HEADER.FIELDS (FROM SUBJECT DATE CONTENT-TYPE)])";

type Stream =
    Join<Take<tokio::io::ReadHalf<TlsStream<TcpStream>>>, tokio::io::WriteHalf<TlsStream<TcpStream>>>;

/// The inbox of an account. Each call is one visit: connected, asked, left. Slow; called where nobody waits for the
/// office.
#[derive(Debug)]
pub struct Inbox<'a>(&'a Account);

impl<'a> Inbox<'a> {
    pub fn of(account: &'a Account) -> Self {
        Self(account)
    }

    /// The newest messages, the last received first, [`MOST_LISTED`] at most.
    ///
    /// # Errors
    /// [`Code::MailServerUnreachable`], [`Code::MailServerUntrusted`], [`Code::MailLoginRefused`],
    /// [`Code::MailServerBroken`].
    pub fn list(&self) -> Result<Vec<Listed>> {
        visit(VISIT, async {
            let (mut session, validity, count) = self.open().await?;
            let mut listed = Vec::new();
            if count > 0 {
                let newest = format!("{}:{count}", count.saturating_sub(MOST_LISTED - 1).max(1));
                let asked = count.min(MOST_LISTED) as usize;
                let answers = session.fetch(newest, HEADER).await.map_err(|error| failure(&error))?;
                let mut answers = pin!(answers);
                while let Some(answer) = answers.try_next().await.map_err(|error| failure(&error))? {
                    listed.extend(read(validity, &answer));
                }
                listed.sort_by_key(|message| std::cmp::Reverse(message.id.uid));
                listed.dedup_by_key(|message| message.id);
                // What the server could not do it says at the end, where the library does not look. An inbox that
                // seems empty would hide requests.
                if listed.len() < asked {
                    return Err(Error::new(Code::MailServerBroken, format!("{} of {asked}", listed.len()))
                        .saying("Server surel hanya menjawab sebagian."));
                }
            }
            leave(session).await;
            Ok(listed)
        })
    }

    /// The whole of one message.
    ///
    /// # Errors
    /// As [`Inbox::list`]; [`Code::NotFound`] where it is gone, [`Code::AttachmentTooLarge`] for one that is beyond
    /// what is opened. It is not fetched then.
    pub fn fetch(&self, id: MessageId) -> Result<Zeroizing<Vec<u8>>> {
        visit(DOWNLOAD, async {
            let (mut session, validity, _) = self.open().await?;
            if validity != id.validity {
                return Err(gone());
            }
            let sized = |answer: &Fetch| answer.size.is_some();
            let size = one(&mut session, id, "(UID RFC822.SIZE)", sized).await?.size.ok_or_else(gone)?;
            if size as usize > surel::MOST_BYTES {
                return Err(Error::new(Code::AttachmentTooLarge, format!("{size} bytes")));
            }
            let whole = |answer: &Fetch| answer.body().is_some();
            let answer = one(&mut session, id, "(UID BODY.PEEK[])", whole).await?;
            let bytes = Zeroizing::new(answer.body().ok_or_else(gone)?.to_vec());
            leave(session).await;
            Ok(bytes)
        })
    }

    /// Opens the inbox for reading only: its UIDVALIDITY, and how many messages lie in it.
    async fn open(&self) -> Result<(Session<Stream>, u32, u32)> {
        let account = self.0;
        if account.security != Security::Tls {
            return Err(Error::new(Code::InvalidInput, "imap without tls")
                .saying("Kotak surat hanya dibaca melalui TLS langsung, biasanya port 993."));
        }
        let name = tls::server_name(&account.host)?;
        let connector = tls::connector(&account.authorities)?;
        let stream = timeout(DOOR, async {
            let socket = TcpStream::connect((account.host.as_str(), account.port)).await?;
            connector.connect(name, socket).await
        })
        .await
        .map_err(|_| Error::new(Code::MailServerUnreachable, "no answer"))?
        .map_err(|error| tls::failure(&error))?;
        let (said, heard) = tokio::io::split(stream);
        let mut client = Client::new(tokio::io::join(said.take(MOST_SAID), heard));
        let greeting = client.read_response().await.map_err(|error| tls::failure(&error))?;
        if greeting.is_none() {
            return Err(Error::new(Code::MailServerBroken, "no greeting"));
        }
        let mut session = client.login(&account.user, account.password.as_str()).await.map_err(
            |(error, _)| match error {
                async_imap::error::Error::No(_) => Error::new(Code::MailLoginRefused, "imap login"),
                other => failure(&other),
            },
        )?;
        let inbox = session.examine("INBOX").await.map_err(|error| failure(&error))?;
        let validity =
            inbox.uid_validity.ok_or_else(|| Error::new(Code::MailServerBroken, "no uidvalidity"))?;
        Ok((session, validity, inbox.exists))
    }
}

/// Runs one visit to its end, or to the end of its time.
fn visit<T>(most: Duration, visit: impl Future<Output = Result<T>>) -> Result<T> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|error| Error::new(Code::Internal, format!("runtime: {:?}", error.kind())))?;
    runtime
        .block_on(async { timeout(most, visit).await })
        .unwrap_or_else(|_| Err(Error::new(Code::MailServerUnreachable, "visit took too long")))
}

async fn one(
    session: &mut Session<Stream>,
    id: MessageId,
    what: &str,
    answers_it: impl Fn(&Fetch) -> bool,
) -> Result<Fetch> {
    let answers = session.uid_fetch(id.uid.to_string(), what).await.map_err(|error| failure(&error))?;
    let mut answers = pin!(answers);
    let mut found = None;
    // To the last answer: what is left unread would be taken for the next one's.
    while let Some(answer) = answers.try_next().await.map_err(|error| failure(&error))? {
        // A server may speak of the same message unasked, such as of a flag that somebody else set.
        if answer.uid == Some(id.uid) && answers_it(&answer) {
            found = Some(answer);
        }
    }
    found.ok_or_else(gone)
}

fn read(validity: u32, answer: &Fetch) -> Option<Listed> {
    let header = answer.header()?;
    Some(Listed {
        id: MessageId { validity, uid: answer.uid? },
        envelope: surel::envelope(header).unwrap_or_default(),
        received_at: answer.internal_date().map(|at| at.with_timezone(&Utc)),
        size: answer.size.map_or(0, u64::from),
        has_parts: has_parts(header),
    })
}

fn has_parts(header: &[u8]) -> bool {
    let header = header.to_ascii_lowercase();
    let word = b"multipart/mixed";
    header.windows(word.len()).any(|window| window == word)
}

/// A visit that got what it came for does not fail because of how the server says goodbye.
async fn leave(mut session: Session<Stream>) {
    drop(session.logout().await);
}

fn gone() -> Error {
    Error::new(Code::NotFound, "message gone")
        .saying("Surel ini tidak ada lagi di kotak surat.")
        .advising("Periksa lagi kotak surat. Mungkin sudah dipindahkan dengan program surel.")
}

fn failure(error: &async_imap::error::Error) -> Error {
    use async_imap::error::Error as Imap;
    match error {
        Imap::Io(error) => tls::failure(error),
        Imap::ConnectionLost => Error::new(Code::MailServerUnreachable, "connection lost"),
        Imap::No(_) => Error::new(Code::MailServerBroken, "no"),
        Imap::Bad(_) => Error::new(Code::MailServerBroken, "bad"),
        _ => Error::new(Code::MailServerBroken, "answer"),
    }
}
