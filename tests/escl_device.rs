//! An eSCL scanner on loopback that answers as it is told, and as strictly as the strictest: what it was not asked for
//! properly it refuses. Invented; its documents are written after the eSCL specification and the answers of real devices.

use std::collections::VecDeque;
use std::io::{BufRead as _, BufReader, Read as _, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex, MutexGuard};
use std::thread;
use std::time::{Duration, Instant};

use image::codecs::jpeg::JpegEncoder;
use image::{ExtendedColorType, ImageEncoder as _};
use mdns_sd::{IfKind, ServiceDaemon, ServiceEvent, ServiceInfo};
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::PrivateKeyDer;
use tokio_rustls::rustls::{ServerConfig, ServerConnection, StreamOwned};

/// As it is read, whichever way it is written.
pub const MODEL: &str = "Contoh & Anak MFP 200";
pub const UUID: &str = "4509a320-00a0-008f-00b6-00559a327d32";

pub const CAPABILITIES: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<!-- A device with glass and a feeder for both sides. -->
<scan:ScannerCapabilities xmlns:scan="http://schemas.hp.com/imaging/escl/2011/05/03" xmlns:pwg="http://www.pwg.org/schemas/2010/12/sm">
  <pwg:Version>2.63</pwg:Version>
  <pwg:MakeAndModel>Contoh &amp; Anak MFP 200</pwg:MakeAndModel>
  <pwg:SerialNumber>CTH0001</pwg:SerialNumber>
  <scan:UUID>urn:uuid:4509A320-00a0-008f-00b6-00559A327D32</scan:UUID>
  <scan:Platen><scan:PlatenInputCaps>INPUT</scan:PlatenInputCaps></scan:Platen>
  <scan:Adf>
    <scan:AdfSimplexInputCaps>INPUT</scan:AdfSimplexInputCaps>
    <scan:AdfDuplexInputCaps>INPUT</scan:AdfDuplexInputCaps>
    <scan:FeederCapacity>50</scan:FeederCapacity>
  </scan:Adf>
</scan:ScannerCapabilities>"#;

const INPUT: &str = "<scan:MinWidth>16</scan:MinWidth><scan:MaxWidth>2550</scan:MaxWidth>\
    <scan:MinHeight>16</scan:MinHeight><scan:MaxHeight>3508</scan:MaxHeight>\
    <scan:SettingProfiles><scan:SettingProfile><scan:ColorModes>\
    <scan:ColorMode>BlackAndWhite1</scan:ColorMode><scan:ColorMode>Grayscale8</scan:ColorMode>\
    <scan:ColorMode>RGB24</scan:ColorMode></scan:ColorModes>\
    <scan:DocumentFormats><pwg:DocumentFormat>application/pdf</pwg:DocumentFormat>\
    <pwg:DocumentFormat>image/jpeg</pwg:DocumentFormat></scan:DocumentFormats>\
    <scan:SupportedResolutions><scan:DiscreteResolutions>\
    <scan:DiscreteResolution><scan:XResolution>75</scan:XResolution><scan:YResolution>75</scan:YResolution></scan:DiscreteResolution>\
    <scan:DiscreteResolution><scan:XResolution>300</scan:XResolution><scan:YResolution>300</scan:YResolution></scan:DiscreteResolution>\
    <scan:DiscreteResolution><scan:XResolution>600</scan:XResolution><scan:YResolution>600</scan:YResolution></scan:DiscreteResolution>\
    </scan:DiscreteResolutions></scan:SupportedResolutions></scan:SettingProfile></scan:SettingProfiles>\
    <scan:SupportedIntents><scan:Intent>Document</scan:Intent><scan:Intent>Photo</scan:Intent></scan:SupportedIntents>";

/// One answer of the device.
#[derive(Clone, Debug)]
pub enum Reply {
    Status(u16),
    /// A whole body, with its length or in chunks.
    Body(Vec<u8>),
    Chunks(Vec<u8>),
    /// Piece by piece with a pause after each, until the job is taken back; then it ends like a whole one.
    Slowly(Vec<u8>, Duration),
}

/// What the device does. Lists are answered in their order; what is after their end is said beside them.
#[derive(Clone, Debug)]
pub struct Script {
    pub capabilities: String,
    /// `pwg:State` and `scan:AdfState`; the last one stays.
    pub states: VecDeque<(&'static str, &'static str)>,
    /// Statuses of orders before they are taken.
    pub orders: VecDeque<u16>,
    /// `Location` of a job; `PATH` is its path, `BELOW` what of it lies below the device's own.
    pub location: &'static str,
    /// Answers to NextDocument; then 404.
    pub pages: VecDeque<Reply>,
}

impl Default for Script {
    fn default() -> Self {
        Self {
            capabilities: CAPABILITIES.replace("INPUT", INPUT),
            states: [("Idle", "ScannerAdfLoaded")].into(),
            orders: VecDeque::new(),
            location: "PATH",
            pages: [Reply::Body(page(1204, 897))].into(),
        }
    }
}

pub struct EsclDevice {
    port: u16,
    secure: bool,
    state: Arc<Mutex<State>>,
}

struct State {
    script: Script,
    job: Option<u32>,
    jobs: u32,
    heard: Vec<String>,
}

const JOBS: &str = "/eSCL/ScanJobs";

impl EsclDevice {
    pub fn new(script: Script) -> Self {
        Self::start(script, None)
    }

    /// The same over TLS, with a certificate that it signed itself just now.
    pub fn secure(script: Script) -> Self {
        let key = rcgen::KeyPair::generate().unwrap();
        let params = rcgen::CertificateParams::new(vec!["mfp.local".to_owned()]).unwrap();
        let certificate = params.self_signed(&key).unwrap().der().clone();
        let key = PrivateKeyDer::Pkcs8(key.serialize_der().into());
        let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(vec![certificate], key)
            .unwrap();
        Self::start(script, Some(Arc::new(config)))
    }

    /// It listens until the test ends.
    fn start(script: Script, tls: Option<Arc<ServerConfig>>) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let port = listener.local_addr().unwrap().port();
        let state = Arc::new(Mutex::new(State { script, job: None, jobs: 0, heard: Vec::new() }));
        let (secure, shared) = (tls.is_some(), Arc::clone(&state));
        thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                let (shared, tls) = (Arc::clone(&shared), tls.clone());
                thread::spawn(move || match tls {
                    // A client that leaves is no failure of the device.
                    None => drop(serve(stream, &shared)),
                    Some(config) => {
                        let connection = ServerConnection::new(config).unwrap();
                        drop(serve(StreamOwned::new(connection, stream), &shared));
                    }
                });
            }
        });
        Self { port, secure, state }
    }

    /// Announced on loopback only, as `ipp-usb` does it for a scanner at a USB port; until the answer is dropped.
    pub fn announce(&self) -> Announced {
        let daemon = ServiceDaemon::new().unwrap();
        daemon.disable_interface(IfKind::All).unwrap();
        daemon.enable_interface(IfKind::LoopbackV4).unwrap();
        let kind = if self.secure { "_uscans._tcp.local." } else { "_uscan._tcp.local." };
        let said = [("rs", "eSCL"), ("ty", MODEL), ("uuid", UUID)];
        let host = "contoh-mfp.local.";
        let mut service =
            ServiceInfo::new(kind, "Contoh MFP", host, "127.0.0.1", self.port, &said[..]).unwrap();
        service.set_requires_probe(false);
        daemon.register(service).unwrap();
        Announced { daemon, kind }
    }

    pub fn port(&self) -> u16 {
        self.port
    }

    pub fn address(&self) -> String {
        let scheme = if self.secure { "https" } else { "http" };
        format!("{scheme}://127.0.0.1:{}/eSCL", self.port)
    }

    /// What it does from now on.
    pub fn set(&self, change: impl FnOnce(&mut Script)) {
        change(&mut enter(&self.state).script);
    }

    /// Every request so far: method and path.
    pub fn heard(&self) -> Vec<String> {
        enter(&self.state).heard.clone()
    }

    pub fn heard_once(&self, request: &str) -> bool {
        self.heard().iter().filter(|one| one.starts_with(request)).count() == 1
    }
}

/// The device tells the network that it is there.
pub struct Announced {
    daemon: ServiceDaemon,
    kind: &'static str,
}

impl Announced {
    /// Whether it reaches anybody: a computer may have no multicast.
    pub fn is_heard(&self) -> bool {
        let listener = ServiceDaemon::new().unwrap();
        let heard = listener.browse(self.kind).unwrap();
        let begun = Instant::now();
        let mut is_heard = false;
        while !is_heard && begun.elapsed() < Duration::from_secs(10) {
            let event = heard.recv_timeout(Duration::from_millis(200));
            is_heard = matches!(event, Ok(ServiceEvent::ServiceResolved(_)));
        }
        let _ = listener.shutdown();
        is_heard
    }
}

impl Drop for Announced {
    fn drop(&mut self) {
        let _ = self.daemon.shutdown();
    }
}

/// A picture of this size that no two pages share.
pub fn page(width: u32, height: u32) -> Vec<u8> {
    let pixel = |at: u32| [(at % width % 251) as u8, (at / width % 241) as u8, 90];
    let pixels: Vec<u8> = (0..width * height).flat_map(pixel).collect();
    let mut jpeg = Vec::new();
    JpegEncoder::new_with_quality(&mut jpeg, 85)
        .write_image(&pixels, width, height, ExtendedColorType::Rgb8)
        .unwrap();
    jpeg
}

fn enter(state: &Mutex<State>) -> MutexGuard<'_, State> {
    state.lock().unwrap()
}

trait Stream: std::io::Read + Write {}

impl Stream for TcpStream {}
impl Stream for StreamOwned<ServerConnection, TcpStream> {}

fn serve(stream: impl Stream, state: &Mutex<State>) -> std::io::Result<()> {
    let mut stream = BufReader::new(stream);
    loop {
        let mut line = String::new();
        let (mut length, mut request) = (0, String::new());
        while stream.read_line(&mut line)? > 2 {
            if request.is_empty() {
                request = line.rsplit_once(' ').unwrap_or_default().0.to_owned();
            }
            if let Some(value) = line.to_ascii_lowercase().strip_prefix("content-length:") {
                length = value.trim().parse().unwrap();
            }
            line.clear();
        }
        if request.is_empty() {
            return Ok(());
        }
        let mut body = vec![0; length];
        stream.read_exact(&mut body)?;
        answer(&request, &String::from_utf8_lossy(&body), state, stream.get_mut())?;
    }
}

fn answer(request: &str, body: &str, state: &Mutex<State>, out: &mut impl Write) -> std::io::Result<()> {
    let mut device = enter(state);
    device.heard.push(request.to_owned());
    let (method, path) = request.split_once(' ').unwrap_or_default();
    let job = device.job.map(|number| format!("{JOBS}/{number}"));
    match (method, path) {
        ("GET", "/eSCL/ScannerCapabilities") => whole(out, "text/xml", device.script.capabilities.as_bytes()),
        ("GET", "/eSCL/ScannerStatus") => {
            let (state, feeder) = device.script.states[0];
            if device.script.states.len() > 1 {
                device.script.states.pop_front();
            }
            let status = format!(
                "<scan:ScannerStatus xmlns:scan=\"s\" xmlns:pwg=\"p\"><pwg:State>{state}</pwg:State>\
                 <scan:AdfState>{feeder}</scan:AdfState></scan:ScannerStatus>"
            );
            whole(out, "text/xml", status.as_bytes())
        }
        ("POST", JOBS) => match device.script.orders.pop_front() {
            Some(refused) => status(out, refused, ""),
            // One job at a time, as on most devices.
            None if device.job.is_some() => status(out, 503, ""),
            None if !is_proper(body) => status(out, 409, ""),
            None => {
                device.jobs += 1;
                device.job = Some(device.jobs);
                let path = format!("{JOBS}/{}", device.jobs);
                let below = path.trim_start_matches("/eSCL/");
                let location = device.script.location.replace("PATH", &path).replace("BELOW", below);
                status(out, 201, &format!("Location: {location}\r\n"))
            }
        },
        ("DELETE", path) if Some(path) == job.as_deref() => {
            device.job = None;
            status(out, 200, "")
        }
        ("GET", path) if path.strip_suffix("/NextDocument") == job.as_deref() && job.is_some() => {
            let reply = device.script.pages.pop_front().unwrap_or(Reply::Status(404));
            let mine = device.job;
            drop(device);
            next_page(reply, out, || enter(state).job == mine)
        }
        _ => status(out, 404, ""),
    }
}

/// A device refuses what goes beyond it, and crashes of it at worst.
fn is_proper(settings: &str) -> bool {
    let number = |name: &str| -> Option<u32> {
        let (_, rest) = settings.split_once(&format!("{name}>"))?;
        rest.split_once('<')?.0.parse().ok()
    };
    let within = |from: &str, length: &str, most: u32| {
        matches!((number(from), number(length)), (Some(from), Some(length))
            if length >= 16 && from + length <= most)
    };
    within("XOffset", "Width", 2550)
        && within("YOffset", "Height", 3508)
        && matches!(number("XResolution"), Some(300 | 600))
        && number("XResolution") == number("YResolution")
        && settings.contains("<pwg:Version>2.63</pwg:Version>")
        && settings.contains("<pwg:DocumentFormat>image/jpeg</pwg:DocumentFormat>")
        && settings.contains("<scan:DocumentFormatExt>image/jpeg</scan:DocumentFormatExt>")
}

fn next_page(reply: Reply, out: &mut impl Write, wanted: impl Fn() -> bool) -> std::io::Result<()> {
    match reply {
        Reply::Status(number) => status(out, number, ""),
        Reply::Body(bytes) => whole(out, "image/jpeg", &bytes),
        Reply::Chunks(bytes) => pieces(out, &bytes, Duration::ZERO, || true),
        Reply::Slowly(bytes, pause) => pieces(out, &bytes, pause, wanted),
    }
}

fn status(out: &mut impl Write, number: u16, headers: &str) -> std::io::Result<()> {
    write!(out, "HTTP/1.1 {number} Said\r\n{headers}Content-Length: 0\r\n\r\n")?;
    out.flush()
}

fn whole(out: &mut impl Write, kind: &str, body: &[u8]) -> std::io::Result<()> {
    write!(out, "HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n\r\n", body.len())?;
    out.write_all(body)?;
    out.flush()
}

fn pieces(
    out: &mut impl Write,
    body: &[u8],
    pause: Duration,
    wanted: impl Fn() -> bool,
) -> std::io::Result<()> {
    write!(out, "HTTP/1.1 200 OK\r\nContent-Type: image/jpeg\r\nTransfer-Encoding: chunked\r\n\r\n")?;
    for piece in body.chunks(8 << 10).take_while(|_| wanted()) {
        write!(out, "{:x}\r\n", piece.len())?;
        out.write_all(piece)?;
        write!(out, "\r\n")?;
        out.flush()?;
        thread::sleep(pause);
    }
    write!(out, "0\r\n\r\n")?;
    out.flush()
}
