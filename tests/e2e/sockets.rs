//! What the desk and WebKit behind it ask the kernel to send, heard by strace.

use std::path::Path;
use std::process::{Command, Stdio};

pub(crate) const STRACE: &str = "/usr/bin/strace";

/// Says, of every process of the desk, where it connects, listens and sends.
const ARGUMENTS: [&str; 5] =
    ["-f", "-qq", "--seccomp-bpf", "-e", "trace=connect,bind,sendto,sendmsg,sendmmsg"];

/// The arguments for a strace that writes into `log`, and then runs `program`.
pub(crate) fn heard(log: &Path, program: &str, arguments: &[String]) -> Vec<String> {
    let log = log.display().to_string();
    ARGUMENTS
        .into_iter()
        .chain(["-o", &log, program])
        .map(str::to_owned)
        .chain(arguments.to_owned())
        .collect()
}

/// Why one program may not listen to another's calls here, as in some containers.
pub(crate) fn deafness() -> Option<String> {
    let mut strace = Command::new(STRACE);
    let heard = strace.args(ARGUMENTS).args(["-o", "/dev/null", "true"]).stdin(Stdio::null()).output();
    let heard = heard.expect("strace is installed (package strace)");
    (!heard.status.success()).then(|| String::from_utf8_lossy(&heard.stderr).into_owned())
}

/// Calls that concern the internet, in either version of its protocol.
pub(crate) fn internet_calls(log: &str) -> Vec<&str> {
    log.lines().filter(|line| line.contains("AF_INET")).collect()
}

/// A question to the spool of this machine itself, which the programs of CUPS ask at its port where it has no socket.
pub(crate) fn asks_own_spool(call: &str) -> bool {
    let own = ["inet_addr(\"127.0.0.1\")", "inet_pton(AF_INET6, \"::1\""];
    call.contains(" connect(")
        && call.contains("htons(631)")
        && own.iter().any(|address| call.contains(address))
}

/// The address that WebDriver's inspector listens at, which is this machine's own: the first door that is
/// opened. The desk and its page connect to it themselves.
pub(crate) fn inspector<'log>(calls: &[&'log str]) -> Option<&'log str> {
    let door = calls.iter().find(|call| call.contains(" bind("))?;
    let address = &door[door.find("sin_port=")?..door.find('}')?];
    address.ends_with("inet_addr(\"127.0.0.1\")").then_some(address)
}

#[test]
fn only_the_first_door_to_this_machine_itself_is_the_inspectors() {
    let log = r#"
801 bind(20, {sa_family=AF_INET, sin_port=htons(37001), sin_addr=inet_addr("127.0.0.1")}, 16) = 0
801 connect(21, {sa_family=AF_UNIX, sun_path="/run/bus"}, 110) = 0
802 connect(22, {sa_family=AF_INET, sin_port=htons(37001), sin_addr=inet_addr("127.0.0.1")}, 16) = 0
802 connect(22, {sa_family=AF_INET, sin_port=htons(53), sin_addr=inet_addr("127.0.0.1")}, 16) = 0
802 connect(22, {sa_family=AF_INET, sin_port=htons(37001), sin_addr=inet_addr("192.0.2.1")}, 16 <unfinished ...>
802 bind(23, {sa_family=AF_INET, sin_port=htons(0), sin_addr=inet_addr("0.0.0.0")}, 16) = 0
803 sendto(24, "?", 1, 0, {sa_family=AF_INET6, sin6_port=htons(53), inet_pton(AF_INET6, "::1", &sin6_addr)}, 28) = 1
"#;
    let calls = internet_calls(log);
    assert_eq!(calls.len(), 6);
    let own = inspector(&calls).expect("the first door is the inspector's");
    assert_eq!(calls.iter().filter(|call| call.contains(own)).count(), 2);
    assert_eq!(inspector(&calls[2..]), None, "a door to everywhere");
    assert_eq!(inspector(&[]), None);
}

#[test]
fn only_the_spool_of_this_machine_is_asked_and_nobody_listens_there() {
    let asked = r#"801 connect(3, {sa_family=AF_INET, sin_port=htons(631), sin_addr=inet_addr("127.0.0.1")}, 16) = -1"#;
    assert!(asks_own_spool(asked));
    for (instead, of) in [("192.0.2.1", "127.0.0.1"), ("htons(80)", "htons(631)"), (" bind(", " connect(")] {
        assert!(!asks_own_spool(&asked.replace(of, instead)), "{instead}");
    }
    let asked = r#"801 connect(3, {sa_family=AF_INET6, sin6_port=htons(631), inet_pton(AF_INET6, "::1", &sin6_addr)}, 28)"#;
    assert!(asks_own_spool(asked));
    assert!(!asks_own_spool(&asked.replace("::1", "2001:db8::1")));
}
