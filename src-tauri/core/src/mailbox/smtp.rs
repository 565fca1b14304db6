//! Sending a letter (SMTP submission, RFC 6409) over TLS. It is handed over whole or not at all.

use lettre::address::Envelope;
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Certificate, Tls, TlsParameters};
use lettre::{SmtpTransport, Transport as _};

use super::{Account, DOOR, Security, tls};
use crate::error::{Code, Error, Result};

/// A written message and the one address it goes to.
pub struct Letter<'a> {
    pub from: &'a str,
    pub to: &'a str,
    /// The message in the Internet format (RFC 5322).
    pub message: &'a [u8],
}

/// Hands a letter to the server. `Ok` means that the server has taken charge of it (RFC 5321, section 4.5.4).
/// Slow; called where nobody waits for the office.
///
/// # Errors
/// [`Code::MailServerUnreachable`], [`Code::MailServerUntrusted`], [`Code::MailLoginRefused`],
/// [`Code::MailServerBroken`] for "not now"; [`Code::MailRefused`] where the server will never take this letter.
pub fn send(account: &Account, letter: &Letter<'_>) -> Result<()> {
    let broken = |_| Error::new(Code::InvalidInput, "address").saying("Alamat surel tidak benar.");
    let envelope =
        Envelope::new(Some(letter.from.parse().map_err(broken)?), vec![letter.to.parse().map_err(broken)?])
            .map_err(|_| Error::new(Code::InvalidInput, "envelope"))?;
    transport(account)?.send_raw(&envelope, letter.message).map(drop).map_err(|error| failure(&error))
}

/// Whether the server knows the office, without sending anything. Slow, as [`send`].
///
/// # Errors
/// As [`send`].
pub fn knock(account: &Account) -> Result<()> {
    match transport(account)?.test_connection() {
        Ok(true) => Ok(()),
        Ok(false) => Err(Error::new(Code::MailServerBroken, "noop")),
        Err(error) => Err(failure(&error)),
    }
}

fn transport(account: &Account) -> Result<SmtpTransport> {
    let mut parameters = TlsParameters::builder(account.host.clone());
    for authority in &account.authorities {
        let certificate = Certificate::from_der(authority.der().to_vec())
            .map_err(|_| Error::new(Code::Internal, "authority"))?;
        parameters = parameters.add_root_certificate(certificate);
    }
    let parameters = parameters.build().map_err(|error| tls::failure_below(&error))?;
    Ok(SmtpTransport::builder_dangerous(&account.host)
        .port(account.port)
        .tls(match account.security {
            Security::Tls => Tls::Wrapper(parameters),
            // Required, so that a server which offers no TLS gets neither password nor letter.
            Security::Starttls => Tls::Required(parameters),
        })
        .credentials(Credentials::new(account.user.clone(), account.password.to_string()))
        .timeout(Some(DOOR))
        .build())
}

fn failure(error: &lettre::transport::smtp::Error) -> Error {
    let status = error.status().map(u16::from);
    match status {
        // Answers to a login (RFC 4954, section 6).
        Some(432 | 454 | 530 | 534 | 535 | 538) => Error::new(Code::MailLoginRefused, "smtp login"),
        Some(status) if error.is_permanent() => Error::new(Code::MailRefused, format!("smtp {status}")),
        Some(status) => Error::new(Code::MailServerBroken, format!("smtp {status}"))
            .saying("Server surel belum mau menerima surat ini."),
        None if error.is_response() || error.is_client() => Error::new(Code::MailServerBroken, "smtp"),
        None => tls::failure_below(error),
    }
}
