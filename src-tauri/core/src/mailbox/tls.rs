//! Whom a connection trusts: the authorities of this computer, and those an admin added for the office's own server.

use std::io;
use std::sync::Arc;

use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::pem::PemObject as _;
use tokio_rustls::rustls::pki_types::{CertificateDer, ServerName};
use tokio_rustls::rustls::{self, ClientConfig, RootCertStore};

use crate::error::{Code, Error, Result};

/// The certificate of an authority, in DER.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Authority(Vec<u8>);

/// Bytes of what is pasted at most; a chain of three certificates needs a tenth of it.
const LONGEST: usize = 64 * 1024;

impl Authority {
    /// Reads the certificates that the keeper of a mail server handed out (PEM).
    ///
    /// # Errors
    /// [`Code::InvalidInput`] where no certificate is in it, and where a private key is: what is pasted stands in the
    /// log for good.
    pub fn read_all(pem: &str) -> Result<Vec<Self>> {
        let refused = |what: &str| {
            Error::new(Code::InvalidInput, "no certificate")
                .saying(what)
                .advising("Tempelkan isi berkas sertifikat penerbit dari pengelola server surel.")
        };
        if pem.contains("PRIVATE KEY") {
            return Err(refused("Isi ini memuat kunci rahasia server, jadi tidak disimpan."));
        }
        if pem.len() > LONGEST {
            return Err(refused("Isi ini terlalu panjang untuk sebuah sertifikat."));
        }
        let unknown = || refused("Ini bukan sertifikat penerbit yang dikenal.");
        let mut authorities = Vec::new();
        for der in CertificateDer::pem_slice_iter(pem.as_bytes()) {
            let der = der.map_err(|_| unknown())?;
            RootCertStore::empty().add(der.clone()).map_err(|_| unknown())?;
            authorities.push(Self(der.to_vec()));
        }
        if authorities.is_empty() { Err(unknown()) } else { Ok(authorities) }
    }

    /// The certificate in DER.
    pub fn der(&self) -> &[u8] {
        &self.0
    }
}

pub(super) fn connector(authorities: &[Authority]) -> Result<TlsConnector> {
    let mut roots = RootCertStore::empty();
    // What cannot be parsed is no authority; a computer with none still reaches a server of the office's own.
    roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    roots.add_parsable_certificates(
        authorities.iter().map(|authority| CertificateDer::from(authority.0.clone())),
    );
    let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .map_err(|error| Error::new(Code::Internal, format!("tls: {error}")))?
        .with_root_certificates(roots)
        .with_no_client_auth();
    Ok(TlsConnector::from(Arc::new(config)))
}

pub(super) fn server_name(host: &str) -> Result<ServerName<'static>> {
    ServerName::try_from(host.to_owned())
        .map_err(|_| Error::new(Code::InvalidInput, "server name").saying("Nama server surel tidak benar."))
}

/// What a failed connection means: a certificate that is not trusted is another thing than a cable that is out.
pub(super) fn failure(error: &io::Error) -> Error {
    let refused = error.get_ref().and_then(|inner| inner.downcast_ref::<rustls::Error>());
    match refused {
        Some(error) => refusal(error),
        None => Error::new(Code::MailServerUnreachable, format!("i/o: {:?}", error.kind())),
    }
}

/// As [`failure`], for an error that hides the other one somewhere below.
pub(super) fn failure_below(error: &(dyn std::error::Error + 'static)) -> Error {
    let mut below = Some(error);
    while let Some(error) = below {
        if let Some(error) = error.downcast_ref::<rustls::Error>() {
            return refusal(error);
        }
        if let Some(inner) = error.downcast_ref::<io::Error>().and_then(io::Error::get_ref)
            && let Some(error) = inner.downcast_ref::<rustls::Error>()
        {
            return refusal(error);
        }
        below = error.source();
    }
    Error::new(Code::MailServerUnreachable, "smtp connection")
}

fn refusal(error: &rustls::Error) -> Error {
    match error {
        rustls::Error::InvalidCertificate(_) => Error::new(Code::MailServerUntrusted, "certificate"),
        // A server that speaks no TLS on this port answers with something that is none.
        rustls::Error::InvalidMessage(_) => Error::new(Code::MailServerUnreachable, "not tls")
            .saying("Server surel menjawab tanpa TLS, jadi kata sandi tidak dikirim.")
            .advising("Periksa nomor port dan pilihan keamanannya."),
        _ => Error::new(Code::MailServerUnreachable, "tls"),
    }
}
