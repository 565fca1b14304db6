//! Real servers on loopback: Dovecot keeps the office's inbox, Exim takes letters. Both are Debian's own, run from a
//! temporary folder with certificates made for this test, and end with it.

use std::fs;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use loket_core::mailbox::{Account, Authority, MailServer, MailboxSettings, Security};
use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair};
use tempfile::TempDir;

pub const USER: &str = "verifikasi";
pub const PASSWORD: &str = "kapal-selam-biru";
/// Exim never takes a letter to this name.
pub const NOBODY: &str = "tidak-ada@sumberrejeki.example";
/// Exim says "not now" to this one.
pub const LATER: &str = "nanti@sumberrejeki.example";

/// How many times ports are looked for.
const STARTS: usize = 5;

/// Both servers, for as long as this lives.
pub struct Server {
    folder: TempDir,
    authority: String,
    imaps: u16,
    submissions: u16,
    submission: u16,
    children: Vec<Child>,
}

impl Server {
    pub fn start() -> Self {
        // Between a port that was free and a server that holds it, another test may take it.
        (0..STARTS).find_map(|_| Self::try_to_start()).unwrap_or_else(|| panic!("no server held its ports"))
    }

    fn try_to_start() -> Option<Self> {
        let folder = TempDir::new().unwrap();
        let [imaps, submissions, submission] = free_ports();
        let (authority, certificate, key) = certificates();
        fs::write(folder.path().join("cert.pem"), certificate).unwrap();
        fs::write(folder.path().join("key.pem"), key).unwrap();
        for inner in ["inbox/new", "inbox/cur", "inbox/tmp", "sent", "spool", "run", "home"] {
            fs::create_dir_all(folder.path().join(inner)).unwrap();
        }
        let mut server = Self { folder, authority, imaps, submissions, submission, children: Vec::new() };
        server.give_to_mail();
        let [dovecot, exim] = [server.dovecot(), server.exim()];
        server.children = vec![dovecot, exim];
        let open = [imaps, submissions, submission].into_iter().all(|port| server.opens(port));
        (open && server.lives()).then_some(server)
    }

    /// The office's inbox, with the authority of these servers.
    pub fn inbox(&self) -> Account {
        self.account(self.imaps, Security::Tls)
    }

    /// Where letters are handed in.
    pub fn outbox(&self, security: Security) -> Account {
        match security {
            Security::Tls => self.account(self.submissions, security),
            Security::Starttls => self.account(self.submission, security),
        }
    }

    /// What an office sets to reach both.
    pub fn settings(&self) -> MailboxSettings {
        let server = |port| Some(MailServer { host: "localhost".to_owned(), port, security: Security::Tls });
        MailboxSettings {
            inbox: server(self.imaps),
            outbox: server(self.submissions),
            authority: Some(self.authority.clone()),
        }
    }

    fn account(&self, port: u16, security: Security) -> Account {
        Account {
            host: "localhost".to_owned(),
            port,
            security,
            user: USER.to_owned(),
            password: PASSWORD.to_owned().into(),
            authorities: Authority::read_all(&self.authority).unwrap(),
        }
    }

    /// A message arrives in the inbox.
    pub fn arrive(&self, number: usize, message: &[u8]) {
        let name = format!("{}.M{number:06}.surat", 1_795_000_000 + number);
        let path = self.path("inbox/new").join(name);
        fs::write(&path, message).unwrap();
        own_as_mail(&path);
    }

    /// Every message of the inbox by file name, with the flags Dovecot writes into it, and its bytes.
    pub fn as_it_lies(&self) -> Vec<(String, Vec<u8>)> {
        let mut found: Vec<_> = ["inbox/new", "inbox/cur"].map(|inner| files(&self.path(inner))).concat();
        found.sort();
        found
    }

    /// Letters that Exim delivered.
    pub fn delivered(&self, at_least: usize) -> Vec<Vec<u8>> {
        let begun = Instant::now();
        loop {
            let letters = files(&self.path("sent/new"));
            if letters.len() >= at_least {
                return letters.into_iter().map(|(_, bytes)| bytes).collect();
            }
            assert!(begun.elapsed() < Duration::from_secs(30), "nothing delivered: {}", self.logs());
            thread::sleep(Duration::from_millis(50));
        }
    }

    /// The certificates are no longer those that anybody trusts, because the office does not know the authority.
    pub fn unknown_authority(account: Account) -> Account {
        Account { authorities: Vec::new(), ..account }
    }

    fn dovecot(&self) -> Child {
        let here = self.folder.path().display();
        let port = self.imaps;
        // A server that is not root can only be who started it.
        let me = me();
        let [login, internal, mail] =
            if is_root() { ["dovenull", "dovecot", "mail"] } else { [me.as_str(); 3] };
        let configuration = format!(
            "base_dir = {here}/run\nlog_path = {here}/dovecot.log\nprotocols = imap\nlisten = 127.0.0.1\n\
             ssl = required\nssl_cert = <{here}/cert.pem\nssl_key = <{here}/key.pem\n\
             default_login_user = {login}\ndefault_internal_user = {internal}\n\
             mail_location = maildir:{here}/inbox\n\
             passdb {{\n  driver = static\n  args = user={USER} password={PASSWORD}\n}}\n\
             userdb {{\n  driver = static\n  args = uid={mail} gid={mail} home={here}/home\n}}\n\
             first_valid_uid = 1\nfirst_valid_gid = 1\n\
             service imap-login {{\n  chroot =\n  inet_listener imap {{\n    port = 0\n  }}\n  \
             inet_listener imaps {{\n    port = {port}\n    ssl = yes\n  }}\n}}\n\
             service anvil {{\n  chroot =\n}}\nservice stats {{\n  chroot =\n}}\n"
        );
        let path = self.path("dovecot.conf");
        fs::write(&path, configuration).unwrap();
        program("dovecot", Command::new("/usr/sbin/dovecot").arg("-F").arg("-c").arg(path))
    }

    fn exim(&self) -> Child {
        let here = self.folder.path().display();
        let (submission, submissions) = (self.submission, self.submissions);
        let plain = format!("${{if and{{{{eq{{$auth2}}{{{USER}}}}}{{eq{{$auth3}}{{{PASSWORD}}}}}}}}}");
        let configuration = format!(
            "primary_hostname = surat.lpse-contoh.example\ndeliver_drop_privilege\nlocal_interfaces = 127.0.0.1\n\
             daemon_smtp_ports = {submission} : {submissions}\ntls_on_connect_ports = {submissions}\n\
             tls_advertise_hosts = *\ntls_certificate = {here}/cert.pem\ntls_privatekey = {here}/key.pem\n\
             auth_advertise_hosts = ${{if eq{{$tls_in_cipher}}{{}}{{}}{{*}}}}\n\
             spool_directory = {here}/spool\nlog_file_path = {here}/spool/%slog\npid_file_path = {here}/spool/pid\n\
             never_users =\nacl_smtp_rcpt = rcpt\nacl_smtp_data = data\n\
             begin acl\nrcpt:\n  deny !authenticated = *\n  deny recipients = {NOBODY}\n  defer recipients = {LATER}\n  \
             accept\ndata:\n  accept\n\
             begin routers\nall:\n  driver = accept\n  transport = keep\n\
             begin transports\nkeep:\n  driver = appendfile\n  directory = {here}/sent\n  maildir_format\n\
             begin authenticators\nplain:\n  driver = plaintext\n  public_name = PLAIN\n  \
             server_prompts = :\n  server_condition = {plain}\n  server_set_id = $auth2\n"
        );
        let path = self.path("exim.conf");
        fs::write(&path, configuration).unwrap();
        program("exim", Command::new("/usr/sbin/exim4").arg("-C").arg(path).args(["-bdf", "-q5m"]))
    }

    /// A server that is root lets go of its rights; it must still reach its folders.
    fn give_to_mail(&self) {
        if !is_root() {
            return;
        }
        open_to_all(self.folder.path());
        for inner in ["inbox", "inbox/new", "inbox/cur", "inbox/tmp", "home"] {
            own_as_mail(&self.path(inner));
        }
        let status = Command::new("chown")
            .arg("Debian-exim")
            .args(["spool", "sent"].map(|inner| self.path(inner)))
            .status()
            .unwrap();
        assert!(status.success());
        open_to_all(&self.path("key.pem"));
    }

    /// Whether somebody answers on a port before a program ends or patience does.
    fn opens(&mut self, port: u16) -> bool {
        let begun = Instant::now();
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            assert!(begun.elapsed() < Duration::from_secs(30), "port {port} stays shut: {}", self.logs());
            if !self.lives() {
                return false;
            }
            thread::sleep(Duration::from_millis(50));
        }
        true
    }

    /// A program that found its port taken ends.
    fn lives(&mut self) -> bool {
        self.children.iter_mut().all(|child| matches!(child.try_wait(), Ok(None)))
    }

    fn path(&self, inner: &str) -> PathBuf {
        self.folder.path().join(inner)
    }

    fn logs(&self) -> String {
        ["dovecot.log", "spool/mainlog", "spool/paniclog"]
            .map(|name| fs::read_to_string(self.path(name)).unwrap_or_default())
            .concat()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        for child in &mut self.children {
            // SIGTERM, so that each ends its own children.
            let _ = Command::new("kill").arg(child.id().to_string()).status();
            let _ = child.wait();
        }
    }
}

fn certificates() -> (String, String, String) {
    let mut params = CertificateParams::new(Vec::new()).unwrap();
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    let authority = CertifiedIssuer::self_signed(params, KeyPair::generate().unwrap()).unwrap();
    let key = KeyPair::generate().unwrap();
    let certificate =
        CertificateParams::new(vec!["localhost".to_owned()]).unwrap().signed_by(&key, &authority).unwrap();
    (authority.pem(), certificate.pem(), key.serialize_pem())
}

fn free_ports<const COUNT: usize>() -> [u16; COUNT] {
    let held: Vec<_> = (0..COUNT).map(|_| TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap()).collect();
    std::array::from_fn(|place| held[place].local_addr().unwrap().port())
}

fn program(name: &str, command: &mut Command) -> Child {
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap_or_else(|error| {
        panic!("{name} does not start ({error}): apt install dovecot-imapd exim4-daemon-light")
    })
}

fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    entries
        .map(|entry| entry.unwrap().path())
        .map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), fs::read(&path).unwrap()))
        .collect()
}

fn is_root() -> bool {
    fs::metadata("/proc/self").unwrap().uid() == 0
}

fn me() -> String {
    let output = Command::new("id").arg("-un").output().unwrap();
    String::from_utf8(output.stdout).unwrap().trim().to_owned()
}

fn own_as_mail(path: &Path) {
    if is_root() {
        std::os::unix::fs::chown(path, Some(8), Some(8)).unwrap();
    }
}

fn open_to_all(path: &Path) {
    use std::os::unix::fs::PermissionsExt as _;
    fs::set_permissions(path, fs::Permissions::from_mode(0o755)).unwrap();
}
