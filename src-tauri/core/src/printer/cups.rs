//! What the programs of CUPS do not do: how a job ended, and that its document goes. `lpstat` tells a job that was printed
//! in the same words as one that was aborted, and `cancel -x` leaves the document where it is (both seen with 2.4.2).
//!
//! Asked as IPP (RFC 8010 and 8011) over the socket for programs of this computer, where CUPS knows who asks.

use std::io::{self, Cursor, Read as _, Write as _};
use std::os::unix::net::UnixStream;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::LazyLock;
use std::time::Duration;

use ipp::attribute::{IppAttribute, IppAttributeGroup};
use ipp::model::{DelimiterTag, IppVersion, JobState, Operation, PrinterState, StatusCode};
use ipp::operation::{CancelJob, GetJobAttributes, IppOperation as _};
use ipp::parser::IppParser;
use ipp::prelude::Uri;
use ipp::reader::IppReader;
use ipp::request::IppRequestResponse;
use ipp::value::IppValue;

use super::job::{Printer, Queue};
use super::trouble::PrintTrouble;

/// CUPS answers at once or not at all.
const LONGEST_ANSWER: Duration = Duration::from_secs(5);

/// Longest answer, in bytes; one about a job has some thousand.
const MOST: u64 = 1_000_000;

/// How a job stands, or how it ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Known {
    UnderWay,
    Completed,
    Aborted,
    Cancelled,
}

/// What CUPS knows of a job; `None` where it is not reached or does not remember it.
pub(super) fn known(socket: &Path, job: i32) -> Option<Known> {
    let asked = GetJobAttributes::new(printers()?, job, user()).ok()?.into_ipp_request();
    let answer = ask(socket, &asked).ok()?;
    let state = answer.attributes().first_of(DelimiterTag::JobAttributes)?.get("job-state")?.value();
    let IppValue::Enum(state) = *state else { return None };
    Some(match state {
        state if state == JobState::Completed as i32 => Known::Completed,
        state if state == JobState::Aborted as i32 => Known::Aborted,
        state if state == JobState::Canceled as i32 => Known::Cancelled,
        _ => Known::UnderWay,
    })
}

/// The queues that are installed, whatever the network announces; `None` where CUPS is not reached.
pub(super) fn queues(socket: &Path) -> Option<Vec<Queue>> {
    let answer = ask(socket, &about(Operation::CupsGetPrinters)?).ok()?;
    let status = answer.header().status_code();
    // So it says that none is installed.
    if !status.is_success() && status != StatusCode::ClientErrorNotFound {
        return None;
    }
    let default = ask(socket, &about(Operation::CupsGetDefault)?).ok();
    let default =
        default.and_then(|told| name_in(told.attributes().first_of(DelimiterTag::PrinterAttributes)?));
    let queue = |group: &IppAttributeGroup| {
        let name = name_in(group)?;
        let is_default = default.as_ref() == Some(&name);
        Some(Queue { trouble: trouble_in(group), printer: Printer { name, is_default } })
    };
    Some(answer.attributes().groups_of(DelimiterTag::PrinterAttributes).filter_map(queue).collect())
}

/// A question about queues that wants no more of each than is told here: a driver has some thousand attributes.
fn about(operation: Operation) -> Option<IppRequestResponse> {
    const WANTED: [&str; 4] =
        ["printer-name", "printer-state", "printer-state-reasons", "printer-is-accepting-jobs"];
    let wanted = WANTED.iter().map(|name| Some(IppValue::Keyword((*name).try_into().ok()?)));
    let wanted = IppValue::Array(wanted.collect::<Option<_>>()?);
    let mut asked = IppRequestResponse::new(IppVersion::v1_1(), operation, None).ok()?;
    let wanted = IppAttribute::with_name(IppAttribute::REQUESTED_ATTRIBUTES, wanted).ok()?;
    asked.attributes_mut().add(DelimiterTag::OperationAttributes, wanted);
    Some(asked)
}

fn name_in(group: &IppAttributeGroup) -> Option<String> {
    Some(group.get("printer-name")?.value().to_string())
}

/// What keeps a queue from printing: what its device says, that it was stopped, or that it takes nothing.
fn trouble_in(group: &IppAttributeGroup) -> Option<PrintTrouble> {
    let told = |name: &str| group.get(name).map(IppAttribute::value);
    let reasons = told("printer-state-reasons");
    let by_reason = reasons
        .into_iter()
        .flat_map(IntoIterator::into_iter)
        .find_map(|reason| PrintTrouble::of_reason(&reason.to_string()));
    let is_stopped = matches!(told("printer-state"), Some(IppValue::Enum(state)) if *state == PrinterState::Stopped as i32);
    let takes_nothing = matches!(told("printer-is-accepting-jobs"), Some(IppValue::Boolean(false)));
    by_reason
        .or_else(|| is_stopped.then_some(PrintTrouble::Dijeda))
        .or_else(|| takes_nothing.then_some(PrintTrouble::Ditolak))
}

/// Takes a job and its document from the spool, also one that has ended. Where it fails the spool keeps what it keeps.
pub(super) fn purge(socket: &Path, job: i32) {
    let asked = printers().and_then(|at| CancelJob::new(at, job, user()).ok()).and_then(|asked| {
        let mut asked = asked.into_ipp_request();
        let purges = IppAttribute::with_name("purge-job", IppValue::Boolean(true)).ok()?;
        asked.attributes_mut().add(DelimiterTag::OperationAttributes, purges);
        Some(asked)
    });
    let _ = asked.map(|asked| ask(socket, &asked));
}

/// Jobs are found by their number alone, whichever queue they are in.
fn printers() -> Option<Uri> {
    "ipp://localhost/printers/".parse().ok()
}

/// Who asks; over this socket CUPS compares it with whom the system names. A program that a service started has no name
/// among its settings.
fn user() -> Option<String> {
    static USER: LazyLock<Option<String>> = LazyLock::new(|| {
        let set = ["USER", "LOGNAME"].into_iter().find_map(|name| std::env::var(name).ok());
        set.filter(|name| !name.is_empty()).or_else(named_by_system)
    });
    USER.clone()
}

fn named_by_system() -> Option<String> {
    let said = Command::new("id").arg("-un").stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    let name = String::from_utf8(said.stdout).ok()?;
    Some(name.trim().to_owned()).filter(|name| !name.is_empty())
}

fn ask(socket: &Path, asked: &IppRequestResponse) -> io::Result<IppRequestResponse> {
    let body = asked.to_bytes();
    let mut cups = UnixStream::connect(socket)?;
    cups.set_read_timeout(Some(LONGEST_ANSWER))?;
    cups.set_write_timeout(Some(LONGEST_ANSWER))?;
    // HTTP 1.0: the answer comes in one piece and ends with the connection.
    let mut head = format!(
        "POST / HTTP/1.0\r\nHost: localhost\r\nContent-Type: application/ipp\r\nContent-Length: {}\r\n",
        body.len()
    );
    if let Some(user) = user() {
        head += &format!("Authorization: PeerCred {user}\r\n");
    }
    cups.write_all(head.as_bytes())?;
    cups.write_all(b"\r\n")?;
    cups.write_all(&body)?;
    let mut answer = Vec::new();
    cups.take(MOST).read_to_end(&mut answer)?;
    let begin = answer.windows(4).position(|at| at == b"\r\n\r\n").ok_or(io::ErrorKind::InvalidData)? + 4;
    let parser = IppParser::new(IppReader::new(Cursor::new(answer.split_off(begin))));
    parser.parse().map_err(|_| io::ErrorKind::InvalidData.into())
}
