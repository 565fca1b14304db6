//! Sending a letter (SMTP submission, RFC 6409) over TLS. It is handed over whole or not at all.

use std::time::Duration;

use lettre::Address;
use lettre::transport::smtp::authentication::{Credentials, Mechanism};
use lettre::transport::smtp::client::{Certificate, SmtpConnection, TlsParameters};
use lettre::transport::smtp::commands::{Data, Mail, Rcpt};
use lettre::transport::smtp::extension::ClientId;

use super::{Account, DOOR, Security, tls};
use crate::error::{Code, Error, Result};

/// A server that was given a letter may look at it for so long before it says yes (RFC 5321, section 4.5.3.2.6). Who
/// hangs up earlier sends a letter twice that was taken.
const TAKING: Duration = Duration::from_secs(600);

/// A written message and the one address it goes to.
pub struct Letter<'a> {
    pub from: &'a str,
    pub to: &'a str,
    /// The message in the Internet format (RFC 5322), in ASCII.
    pub message: &'a [u8],
}

/// Hands a letter to the server. `Ok` means that the server has taken charge of it (RFC 5321, section 4.5.4).
/// Slow; called where nobody waits for the office.
///
/// # Errors
/// [`Code::MailServerUnreachable`], [`Code::MailServerUntrusted`], [`Code::MailLoginRefused`],
/// [`Code::MailServerBroken`] for "not now" and for what is no fault of this letter; [`Code::MailRefused`] where the
/// server will never take it to this address.
pub fn send(account: &Account, letter: &Letter<'_>) -> Result<()> {
    let address = |text: &str| -> Result<Address> {
        text.parse()
            .map_err(|_| Error::new(Code::InvalidInput, "address").saying("Alamat surel tidak benar."))
    };
    let (from, to) = (address(letter.from)?, address(letter.to)?);
    let mut server = enter(account)?;
    // Whom the office is and whether it may send today is no question of this letter.
    server.command(Mail::new(Some(from), Vec::new())).map_err(|error| not_now(&error))?;
    server.command(Rcpt::new(to, Vec::new())).map_err(|error| refused(&error))?;
    server.command(Data).map_err(|error| not_now(&error))?;
    server.set_timeout(Some(TAKING)).map_err(|error| tls::failure(&error))?;
    server.message(letter.message).map_err(|error| refused(&error))?;
    // It was taken, however the server says goodbye.
    drop(server.quit());
    Ok(())
}

/// Whether the server knows the office, without sending anything. Slow, as [`send`].
///
/// # Errors
/// As [`send`].
pub fn knock(account: &Account) -> Result<()> {
    drop(enter(account)?.quit());
    Ok(())
}

/// Connected, by TLS, and known by name and password.
fn enter(account: &Account) -> Result<SmtpConnection> {
    let mut parameters = TlsParameters::builder(account.host.clone());
    for authority in &account.authorities {
        let certificate = Certificate::from_der(authority.der().to_vec())
            .map_err(|_| Error::new(Code::Internal, "authority"))?;
        parameters = parameters.add_root_certificate(certificate);
    }
    let parameters = parameters.build().map_err(|error| tls::failure_below(&error))?;
    let at_once = (account.security == Security::Tls).then_some(&parameters);
    let me = ClientId::default();
    let mut server =
        SmtpConnection::connect((account.host.as_str(), account.port), Some(DOOR), &me, at_once, None)
            .map_err(|error| not_now(&error))?;
    if account.security == Security::Starttls {
        // A server that offers none gets neither password nor letter.
        server.starttls(&parameters, &me).map_err(|error| not_now(&error))?;
    }
    let login = Credentials::new(account.user.clone(), account.password.to_string());
    server.auth(&[Mechanism::Plain, Mechanism::Login], &login).map_err(|error| match error.status() {
        Some(_) => Error::new(Code::MailLoginRefused, "smtp login"),
        None => not_now(&error),
    })?;
    Ok(server)
}

/// No fault of the letter: it waits.
fn not_now(error: &lettre::transport::smtp::Error) -> Error {
    match error.status().map(u16::from) {
        Some(530 | 534 | 535 | 538) => Error::new(Code::MailLoginRefused, "smtp login"),
        Some(status) => Error::new(Code::MailServerBroken, format!("smtp {status}"))
            .saying("Server surel belum mau menerima surat."),
        None if error.is_response() || error.is_client() => Error::new(Code::MailServerBroken, "smtp"),
        None => tls::failure_below(error),
    }
}

/// An answer about this letter or its address.
fn refused(error: &lettre::transport::smtp::Error) -> Error {
    match error.status().map(u16::from) {
        Some(status) if error.is_permanent() => Error::new(Code::MailRefused, format!("smtp {status}")),
        _ => not_now(error),
    }
}
