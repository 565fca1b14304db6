//! Requests to one device. Everything that comes is counted and limited; nothing follows it elsewhere.

use std::io::Read as _;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use ureq::http::{Response, Uri};
use ureq::unversioned::resolver::DefaultResolver;
use ureq::unversioned::transport::{Connector as _, TcpConnector};
use ureq::{Agent, Body};
use zeroize::Zeroizing;

use super::super::{Stop, Trouble};
use super::tls::{Held, PinnedTls};

/// A device of the same network answers in milliseconds, one that slept agrees on TLS in seconds, and one that is off does
/// neither.
const CONNECTING: Duration = Duration::from_secs(10);

/// A lamp warms up before the first byte of a page. The desk itself gives up a little later.
const SILENCE: Duration = Duration::from_secs(75);

/// To take back a job nobody waits longer: the desk ends the helper then.
const GOODBYE: Duration = Duration::from_secs(3);

const MOST_DOCUMENT: u64 = 1 << 20;
const MOST_PICTURE: u64 = 64 << 20;
const CHUNK: usize = 64 << 10;

/// What a device says when it is asked for the next page.
pub(super) enum Answer {
    Page(Zeroizing<Vec<u8>>),
    Status(u16),
}

#[derive(Clone)]
pub(super) struct Client {
    agent: Agent,
    /// Scheme, host and port.
    origin: String,
    /// The path below which everything of the device lies.
    path: String,
    address: String,
    held: Held,
    /// Path of the job that runs.
    job: Arc<Mutex<Option<String>>>,
}

impl Client {
    /// Nothing is asked yet.
    pub(super) fn to(address: &str) -> Result<Self, Trouble> {
        let (url, certificate) = match address.split_once('#') {
            Some((url, certificate)) => (url, Some(certificate)),
            None => (address, None),
        };
        let held = certificate.map_or_else(Held::first, Held::to);
        let uri: Uri = url.parse().map_err(|_| Trouble::TidakDitemukan)?;
        let (scheme, authority) = (uri.scheme_str(), uri.authority());
        let (Some(scheme @ ("http" | "https")), Some(authority)) = (scheme, authority) else {
            return Err(Trouble::TidakDitemukan);
        };
        // A device that showed a certificate once is not met without one: anybody could stand at such an address.
        if certificate.is_some() && scheme != "https" {
            return Err(Trouble::SertifikatLain);
        }
        let config = Agent::config_builder()
            .http_status_as_error(false)
            // A device that sends elsewhere would be asked there with what was meant for it.
            .max_redirects(0)
            .max_redirects_will_error(false)
            .proxy(None)
            .user_agent("Loket")
            .timeout_connect(Some(CONNECTING))
            .timeout_per_read(Some(SILENCE))
            .timeout_recv_response(Some(SILENCE))
            .build();
        let connector = ().chain(TcpConnector::default()).chain(PinnedTls::new(held.clone()));
        Ok(Self {
            agent: Agent::with_parts(config, connector, DefaultResolver::default()),
            origin: format!("{scheme}://{}", authority.as_str().rsplit('@').next().unwrap_or_default()),
            path: uri.path().trim_end_matches('/').to_owned(),
            address: url.to_owned(),
            held,
            job: Arc::default(),
        })
    }

    /// Without the certificate.
    pub(super) fn address(&self) -> &str {
        &self.address
    }

    /// Fingerprint of the certificate that it showed; none without TLS.
    pub(super) fn certificate(&self) -> Option<String> {
        self.held.seen()
    }

    /// A document below the device's own path.
    pub(super) fn document(&self, below: &str) -> Result<String, Trouble> {
        let answered = self.agent.get(self.url(&format!("{}{below}", self.path))).call();
        let mut answer = answered.map_err(|error| self.trouble(&error))?;
        match answer.status().as_u16() {
            200 => {
                let body = answer.body_mut().with_config().limit(MOST_DOCUMENT).lossy_utf8(true);
                body.read_to_string().map_err(|_| Trouble::Terputus)
            }
            status => Err(http_trouble(status)),
        }
    }

    /// Orders a job and keeps where it is. Answers the status.
    pub(super) fn order(&self, settings: &str) -> Result<u16, Trouble> {
        let request = self.agent.post(self.url(&format!("{}/ScanJobs", self.path)));
        let answered = request.header("Content-Type", "text/xml").send(settings);
        let answer = answered.map_err(|error| self.trouble(&error))?;
        let status = answer.status().as_u16();
        if status == 201 {
            *self.enter() = Some(self.job_path(&answer).ok_or(Trouble::Ditolak)?);
        }
        Ok(status)
    }

    /// Devices say where their job is by a path, by one that begins at their own, by a whole URL, and by one whose host is
    /// wrong or none at all.
    fn job_path(&self, answer: &Response<Body>) -> Option<String> {
        let said = answer.headers().get("location")?.to_str().ok()?.trim();
        let path = match said.split_once("://") {
            Some((_, rest)) => rest.get(rest.find('/')?..)?,
            None => said,
        };
        let path = path.split(['?', '#']).next()?.trim_end_matches('/');
        let below = if path.starts_with('/') { path.to_owned() } else { format!("{}/{path}", self.path) };
        let is_plain = below.chars().all(|each| each.is_ascii_graphic()) && !below.contains("/..");
        (is_plain && !path.is_empty()).then_some(below)
    }

    /// The next page as it comes; `progress` is told the bytes so far, and how many there will be where it is known.
    pub(super) fn next_page(
        &self,
        stop: &Stop,
        progress: &mut dyn FnMut(u64, Option<u64>) -> Result<(), Trouble>,
    ) -> Result<Answer, Trouble> {
        let job = self.enter().clone().ok_or(Trouble::Dibatalkan)?;
        let answered = self.agent.get(self.url(&format!("{job}/NextDocument"))).call();
        let answer = answered.map_err(|error| self.trouble(&error))?;
        let status = answer.status().as_u16();
        if status != 200 {
            return Ok(Answer::Status(status));
        }
        let of = answer.body().content_length().filter(|of| *of <= MOST_PICTURE);
        let mut body = answer.into_body().into_with_config().limit(MOST_PICTURE).reader();
        let mut bytes =
            Zeroizing::new(Vec::with_capacity(of.and_then(|of| of.try_into().ok()).unwrap_or(CHUNK)));
        let mut told = 0;
        let mut chunk = Zeroizing::new(vec![0; CHUNK]);
        loop {
            let came = body.read(&mut chunk).map_err(|_| Trouble::Terputus)?;
            if came == 0 {
                return Ok(Answer::Page(bytes));
            }
            if stop.is_asked() {
                return Err(Trouble::Dibatalkan);
            }
            bytes.extend_from_slice(&chunk[..came]);
            if bytes.len() >= told + CHUNK {
                told = bytes.len();
                progress(told as u64, of)?;
            }
        }
    }

    /// Takes back the job, finished or not; a device that does not know it any more is right too.
    pub(super) fn delete_job(&self) {
        let Some(job) = self.enter().take() else { return };
        let request = self.agent.delete(self.url(&job)).config().timeout_global(Some(GOODBYE)).build();
        let _ = request.call();
    }

    fn url(&self, path: &str) -> String {
        format!("{}{path}", self.origin)
    }

    fn trouble(&self, error: &ureq::Error) -> Trouble {
        if self.held.is_another() {
            return Trouble::SertifikatLain;
        }
        match error {
            ureq::Error::Timeout(ureq::Timeout::Connect | ureq::Timeout::Resolve)
            | ureq::Error::HostNotFound
            | ureq::Error::ConnectionFailed => Trouble::TidakTersambung,
            ureq::Error::Io(error) if is_absent(error.kind()) => Trouble::TidakTersambung,
            ureq::Error::BadUri(_) | ureq::Error::Http(_) => Trouble::TidakDitemukan,
            _ => Trouble::Terputus,
        }
    }

    fn enter(&self) -> MutexGuard<'_, Option<String>> {
        self.job.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn is_absent(kind: std::io::ErrorKind) -> bool {
    use std::io::ErrorKind as Kind;

    matches!(
        kind,
        Kind::ConnectionRefused | Kind::HostUnreachable | Kind::NetworkUnreachable | Kind::AddrNotAvailable
    )
}

/// What a device means by an answer that is no document.
pub(super) fn http_trouble(status: u16) -> Trouble {
    match status {
        401 | 403 => Trouble::MintaSandi,
        404 => Trouble::TidakDitemukan,
        503 => Trouble::Sibuk,
        500..=599 => Trouble::Terputus,
        _ => Trouble::Ditolak,
    }
}
