//! What an admin says about the office's mailbox: its servers and whom to trust.

use serde::{Deserialize, Serialize};

use super::{Authority, Security, tls};
use crate::error::{Code, Error, Result};

/// A server by name and port.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct MailServer {
    pub host: String,
    pub port: u16,
    pub security: Security,
}

/// Where the office reads and sends; one of both at least. Public data: name and password stand elsewhere, sealed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MailboxSettings {
    pub inbox: Option<MailServer>,
    pub outbox: Option<MailServer>,
    /// Certificate of an authority that is trusted beside those of the computer (PEM).
    pub authority: Option<String>,
}

impl MailboxSettings {
    /// Whom to trust beside those of the computer.
    pub fn authorities(&self) -> Result<Vec<Authority>> {
        Ok(self.authority.as_deref().map(Authority::read_all).transpose()?.unwrap_or_default())
    }

    /// The same without blanks around the names.
    ///
    /// # Errors
    /// [`Code::InvalidInput`] for no server at all, a name that is none, port 0, an inbox without TLS from the first
    /// byte, and an authority that is none.
    pub fn checked(mut self) -> Result<Self> {
        if self.inbox.is_none() && self.outbox.is_none() {
            return Err(Error::new(Code::InvalidInput, "no server")
                .saying("Belum ada server yang diisi.")
                .advising("Isi server surat masuk, server surat keluar, atau keduanya."));
        }
        for server in [&mut self.inbox, &mut self.outbox].into_iter().flatten() {
            server.host = server.host.trim().to_lowercase();
            tls::server_name(&server.host)?;
            if server.port == 0 {
                return Err(Error::new(Code::InvalidInput, "port").saying("Nomor port harus 1 sampai 65535."));
            }
        }
        if self.inbox.as_ref().is_some_and(|server| server.security != Security::Tls) {
            return Err(Error::new(Code::InvalidInput, "imap without tls")
                .saying("Kotak surat hanya dibaca melalui TLS langsung, biasanya port 993."));
        }
        self.authority = self.authority.map(|pem| pem.trim().to_owned()).filter(|pem| !pem.is_empty());
        self.authorities()?;
        Ok(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn server(host: &str, port: u16, security: Security) -> Option<MailServer> {
        Some(MailServer { host: host.to_owned(), port, security })
    }

    fn settings(inbox: Option<MailServer>, outbox: Option<MailServer>) -> MailboxSettings {
        MailboxSettings { inbox, outbox, authority: None }
    }

    #[test]
    fn one_server_is_enough_and_its_name_loses_blanks() {
        let checked =
            settings(server(" Imap.LPSE-contoh.example ", 993, Security::Tls), None).checked().unwrap();
        assert_eq!(checked.inbox.unwrap().host, "imap.lpse-contoh.example");
        settings(None, server("smtp.lpse-contoh.example", 587, Security::Starttls)).checked().unwrap();
    }

    #[test]
    fn what_no_connection_can_come_of_is_refused() {
        let refused = [
            settings(None, None),
            settings(server("", 993, Security::Tls), None),
            settings(server("nama dengan spasi", 993, Security::Tls), None),
            settings(server("imap.lpse-contoh.example/inbox", 993, Security::Tls), None),
            settings(server("imap.lpse-contoh.example", 0, Security::Tls), None),
            settings(server("imap.lpse-contoh.example", 143, Security::Starttls), None),
        ];
        let pasted = [
            "bukan sertifikat",
            "-----BEGIN CERTIFICATE-----\nbukan\n-----END CERTIFICATE-----",
            "-----BEGIN PRIVATE KEY-----\nMC4CAQ==\n-----END PRIVATE KEY-----",
        ];
        let pasted = pasted.map(|authority| MailboxSettings {
            authority: Some(authority.to_owned()),
            ..settings(server("imap.lpse-contoh.example", 993, Security::Tls), None)
        });
        for settings in refused.into_iter().chain(pasted) {
            assert_eq!(settings.checked().unwrap_err().code, Code::InvalidInput);
        }
    }
}
