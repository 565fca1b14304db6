//! Papers through a stand-in of the spool that writes down what it was asked, and answers as CUPS 2.4.2 was seen to.

use std::fs;
use std::io::{Read as _, Write as _};
use std::os::unix::net::UnixListener;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use ipp::attribute::{IppAttribute, IppAttributeGroup};
use ipp::model::{DelimiterTag, IppVersion, JobState as IppState, StatusCode};
use ipp::request::IppRequestResponse;
use ipp::value::IppValue;

use super::*;
use crate::error::Code;
use crate::world::{SystemRandom, new_id};

const IDLE: &str = "printer Kantor is idle.  enabled since Mon Nov 30 22:37:27 2026\n\tAlerts: none\n";
const JOB: &str = "Kantor-7                root            212992   Mon Nov 30 22:37:35 2026\n\tStatus: Printing.\n\t\
                   Alerts: job-printing\n\tqueued for Kantor\n";
const ANOTHER: &str =
    "Kantor-77               root            1024   Mon Nov 30 22:37:35 2026\n\tStatus: offline\n";

const QUICK: Patience = Patience {
    hindered: Duration::from_millis(60),
    longest: Duration::from_secs(60),
    queued: Duration::from_secs(60),
    every: Duration::from_millis(2),
};

fn pdf(bytes: &[u8]) -> Document {
    Document::A4(bytes.to_vec().into())
}

/// CUPS as these tests want it.
struct Cups {
    folder: PathBuf,
    /// What was asked over the socket.
    asked: Arc<Mutex<Vec<Vec<u8>>>>,
}

impl Cups {
    fn new(ended: Option<IppState>) -> Self {
        match ended {
            Some(state) => Self::answering(move |_| answer(state)),
            None => Self::made(None::<fn(&[u8]) -> Vec<u8>>),
        }
    }

    /// With a socket that answers what is asked, from the body of the question.
    fn answering(answer: impl Fn(&[u8]) -> Vec<u8> + Send + 'static) -> Self {
        Self::made(Some(answer))
    }

    fn made(answer: Option<impl Fn(&[u8]) -> Vec<u8> + Send + 'static>) -> Self {
        let folder = std::env::temp_dir().join(format!("loket-cetak-{}", new_id(&SystemRandom)));
        fs::create_dir(&folder).unwrap();
        let asked = Arc::<Mutex<Vec<Vec<u8>>>>::default();
        if let Some(answer) = answer {
            let listener = UnixListener::bind(folder.join("sock")).unwrap();
            let heard = Arc::clone(&asked);
            std::thread::spawn(move || {
                for stream in listener.incoming() {
                    let mut stream = stream.unwrap();
                    let mut request = Vec::new();
                    let mut part = [0; 4096];
                    // The head says how long the rest is; all of it comes at once here.
                    while !is_whole(&request) {
                        let read = stream.read(&mut part).unwrap();
                        request.extend_from_slice(&part[..read]);
                    }
                    let body = request.windows(4).position(|at| at == b"\r\n\r\n").unwrap() + 4;
                    let answer = answer(&request[body..]);
                    heard.lock().unwrap().push(request);
                    stream.write_all(b"HTTP/1.0 200 OK\r\nContent-Type: application/ipp\r\n\r\n").unwrap();
                    stream.write_all(&answer).unwrap();
                }
            });
        }
        let cups = Self { folder, asked };
        cups.says("queues", "Lain\nKantor\n");
        cups.says("default", "system default destination: Kantor\n");
        cups.says("printer", IDLE);
        cups
    }

    fn says(&self, file: &str, words: &str) {
        fs::write(self.folder.join(file), words).unwrap();
    }

    fn wrote(&self, file: &str) -> String {
        fs::read_to_string(self.folder.join(file)).unwrap_or_default()
    }

    fn spool(&self) -> Spool {
        let programs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/spool");
        Spool::of(&programs, vec![("SPOOL".to_owned(), self.folder.clone())], &self.folder.join("sock"))
    }

    fn send(&self) -> Job {
        self.spool().send(&pdf(b"%PDF-1.7 isi"), Some("Kantor"), 2, "Bukti Verifikasi").unwrap()
    }

    fn print(&self) -> Result<(), PrintTrouble> {
        self.print_within(QUICK)
    }

    fn print_within(&self, patience: Patience) -> Result<(), PrintTrouble> {
        self.spool().follow(&self.send(), patience, &mut |_| Goes::On)
    }

    fn was_purged(&self) -> bool {
        self.asked.lock().unwrap().iter().any(|asked| asked.windows(9).any(|at| at == b"purge-job"))
    }
}

impl Drop for Cups {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

fn is_whole(request: &[u8]) -> bool {
    let text = String::from_utf8_lossy(request);
    let Some(head) = text.find("\r\n\r\n") else { return false };
    let length = text.lines().find_map(|line| line.strip_prefix("Content-Length: ")).unwrap();
    let body = request.windows(4).position(|at| at == b"\r\n\r\n").unwrap() + 4;
    assert!(head > 0);
    request.len() - body >= length.trim().parse::<usize>().unwrap()
}

fn answer(state: IppState) -> Vec<u8> {
    let mut answer =
        IppRequestResponse::new_response(IppVersion::v1_1(), StatusCode::SuccessfulOk, 1).unwrap();
    let state = IppAttribute::with_name("job-state", IppValue::Enum(state as i32)).unwrap();
    answer.attributes_mut().add(DelimiterTag::JobAttributes, state);
    answer.to_bytes().to_vec()
}

#[test]
fn every_trouble_says_what_happened_and_what_to_do_in_a_sentence_each() {
    for trouble in PrintTrouble::ALL {
        for sentence in [trouble.what_happened(), trouble.what_to_do(), trouble.meanwhile()] {
            assert!(sentence.ends_with('.') && sentence.len() > 15, "{trouble:?}: {sentence}");
        }
    }
}

#[test]
fn a_paper_is_handed_over_at_true_size_and_its_title_names_nobody() {
    let cups = Cups::new(None);
    cups.send();
    assert_eq!(
        cups.wrote("orders").trim(),
        "-d Kantor -t Bukti Verifikasi -n 2 -o media=iso_a4_210x297mm -o print-scaling=none -- -"
    );
    assert_eq!(cups.wrote("document"), "%PDF-1.7 isi");
}

#[test]
fn a_ticket_reaches_its_printer_as_it_is_and_without_a_paper_size() {
    let cups = Cups::new(None);
    let ticket = Document::Receipt(b"\x1B@titik".to_vec());
    cups.spool().send(&ticket, Some("Kantor"), 1, "Tiket Antrean").unwrap();
    assert_eq!(cups.wrote("orders").trim(), "-d Kantor -t Tiket Antrean -n 1 -o raw -- -");
    assert_eq!(cups.wrote("document"), "\x1B@titik");
}

#[test]
fn the_default_queue_is_taken_where_none_is_named() {
    let cups = Cups::new(None);
    let printers = cups.spool().printers();
    assert_eq!(printers.iter().filter(|printer| printer.is_default).count(), 1);
    cups.spool().send(&pdf(b"%PDF"), None, 0, "Uji").unwrap();
    assert!(cups.wrote("orders").contains("-d Kantor -t Uji -n 1"));
    cups.says("queues", "");
    let missing = cups.spool().send(&pdf(b"%PDF"), None, 1, "Uji").unwrap_err();
    assert_eq!(missing.code, Code::PrinterMissing);
}

/// Each queue, with its state, reasons and whether it takes anything.
fn queues_told(queues: &[(&str, i32, &[&str], bool)], status: StatusCode) -> Vec<u8> {
    let mut answer = IppRequestResponse::new_response(IppVersion::v1_1(), status, 1).unwrap();
    for (name, state, reasons, accepts) in queues {
        let keyword = |word: &str| IppValue::Keyword(word.try_into().unwrap());
        let mut group = IppAttributeGroup::new(DelimiterTag::PrinterAttributes);
        for (attribute, value) in [
            ("printer-name", IppValue::NameWithoutLanguage((*name).try_into().unwrap())),
            ("printer-state", IppValue::Enum(*state)),
            ("printer-state-reasons", IppValue::Array(reasons.iter().copied().map(keyword).collect())),
            ("printer-is-accepting-jobs", IppValue::Boolean(*accepts)),
        ] {
            group.attributes_mut().push(IppAttribute::with_name(attribute, value).unwrap());
        }
        answer.attributes_mut().groups_mut().push(group);
    }
    answer.to_bytes().to_vec()
}

#[test]
fn queues_that_are_installed_say_what_keeps_them_from_printing_before_anything_is_sent() {
    let cups = Cups::answering(|request| match request[2..4] {
        // CUPS-Get-Default
        [0x40, 0x01] => queues_told(&[("Kantor", 3, &["none"], true)], StatusCode::SuccessfulOk),
        _ => queues_told(
            &[
                ("Kantor", 3, &["none"], true),
                ("Gudang", 3, &["toner-low-warning", "media-jam-error"], true),
                ("Lantai_2", 5, &["none"], true),
                ("Lama", 3, &["none"], false),
                ("Struk", 5, &["paused", "cover-open-report"], false),
            ],
            StatusCode::SuccessfulOk,
        ),
    });
    let found = cups.spool().installed().unwrap();
    let found: Vec<_> = found
        .iter()
        .map(|queue| (queue.printer.name.as_str(), queue.printer.is_default, queue.trouble))
        .collect();
    assert_eq!(
        found,
        [
            ("Kantor", true, None),
            ("Gudang", false, Some(PrintTrouble::KertasMacet)),
            ("Lantai_2", false, Some(PrintTrouble::Dijeda)),
            ("Lama", false, Some(PrintTrouble::Ditolak)),
            ("Struk", false, Some(PrintTrouble::Dijeda)),
        ]
    );
    assert_eq!(cups.wrote("orders"), "");
}

#[test]
fn a_spool_without_queues_is_told_apart_from_one_that_does_not_answer() {
    let empty = Cups::answering(|_| queues_told(&[], StatusCode::ClientErrorNotFound));
    assert_eq!(empty.spool().installed(), Some(Vec::new()));
    // The socket of none: its programs are asked, as with a spool of another computer.
    let elsewhere = Cups::new(None);
    elsewhere.says("printer", "printer Kantor is idle.\n\tAlerts: cover-open-report\n");
    let found = elsewhere.spool().installed().unwrap();
    let trouble = found.iter().find(|queue| queue.printer.name == "Kantor").unwrap().trouble;
    assert_eq!(trouble, Some(PrintTrouble::PenutupTerbuka));
    let stopped = Cups::new(None);
    stopped.says("stopped", "");
    assert_eq!(stopped.spool().installed(), None);
    let nowhere = Spool::of(Path::new("/tidak/ada"), Vec::new(), Path::new("/tidak/ada/sock"));
    assert_eq!(nowhere.installed(), Some(Vec::new()), "no CUPS has no printer");
}

#[test]
fn without_cups_there_is_no_printer() {
    let nowhere = Spool::of(Path::new("/tidak/ada"), Vec::new(), Path::new("/tidak/ada/sock"));
    assert!(nowhere.printers().is_empty());
    assert_eq!(nowhere.send(&pdf(b"%PDF"), Some("Kantor"), 1, "Uji").unwrap_err().code, Code::PrinterMissing);
}

#[test]
fn a_queue_that_takes_nothing_and_one_that_is_gone_are_told_apart() {
    let cups = Cups::new(None);
    cups.says("refuses", "");
    let refused =
        |queue| cups.spool().send(&pdf(b"%PDF"), Some(queue), 1, "Uji").unwrap_err().what_happened();
    assert_eq!(refused("Kantor"), PrintTrouble::Ditolak.what_happened());
    assert_eq!(refused("Gudang"), PrintTrouble::TidakDitemukan.what_happened());
}

#[test]
fn a_job_is_followed_until_it_is_printed_and_its_document_goes_from_the_disk() {
    let cups = Cups::new(Some(IppState::Completed));
    cups.says("job", JOB);
    cups.says("questions", "3");
    assert_eq!(cups.print(), Ok(()));
    assert_eq!(cups.wrote("questions").trim(), "0", "it was asked about until it ended");
    assert_eq!(cups.wrote("cancelled"), "");
    assert!(cups.was_purged());
}

#[test]
fn a_job_that_ended_without_being_printed_says_so() {
    for (ended, trouble) in
        [(IppState::Aborted, PrintTrouble::Gagal), (IppState::Canceled, PrintTrouble::Dibatalkan)]
    {
        let cups = Cups::new(Some(ended));
        assert_eq!(cups.print(), Err(trouble));
        assert!(cups.was_purged());
    }
}

#[test]
fn a_printer_that_cannot_print_is_given_up_and_nothing_waits_in_the_spool() {
    let stopped =
        "printer Kantor disabled since Mon Nov 30 22:37:55 2026 -\n\tKertas habis\n\tAlerts: none\n";
    let reasons =
        |reasons: &str| format!("printer Kantor is idle.  enabled since now\n\tAlerts: {reasons}\n");
    let unreached = JOB.replace("Printing.", "The printer may not exist or is unavailable at this time.");
    let rows = [
        (stopped.to_owned(), JOB.to_owned(), PrintTrouble::Dijeda),
        (reasons("media-empty-error"), JOB.to_owned(), PrintTrouble::KertasHabis),
        (reasons("toner-low-warning media-jam-error"), JOB.to_owned(), PrintTrouble::KertasMacet),
        (reasons("cover-open-report"), JOB.to_owned(), PrintTrouble::PenutupTerbuka),
        (reasons("marker-supply-empty-error"), JOB.to_owned(), PrintTrouble::TintaHabis),
        (reasons("offline-report"), JOB.to_owned(), PrintTrouble::TidakTersambung),
        (reasons("none"), unreached, PrintTrouble::TidakTersambung),
        (reasons("media-empty-warning"), JOB.to_owned(), PrintTrouble::TidakSelesai),
    ];
    for (printer, job, trouble) in rows {
        let cups = Cups::new(Some(IppState::Canceled));
        cups.says("printer", &printer);
        cups.says("job", &job);
        let longest = if trouble == PrintTrouble::TidakSelesai { QUICK.hindered } else { QUICK.longest };
        assert_eq!(cups.print_within(Patience { longest, ..QUICK }), Err(trouble), "{printer}");
        assert_eq!(cups.wrote("cancelled").trim(), "Kantor-7");
        assert!(cups.was_purged());
    }
}

#[test]
fn a_job_of_a_queue_that_was_taken_away_is_given_up() {
    let cups = Cups::new(Some(IppState::Canceled));
    cups.says("job", JOB);
    let job = cups.send();
    cups.says("queues", "Lain\n");
    cups.says("gone", "");
    assert_eq!(cups.spool().follow(&job, QUICK, &mut |_| Goes::On), Err(PrintTrouble::TidakDitemukan));
}

#[test]
fn a_spool_that_does_not_answer_has_printed_nothing() {
    let cups = Cups::new(Some(IppState::Completed));
    cups.says("job", JOB);
    let job = cups.send();
    cups.says("gone", "");
    assert_eq!(cups.spool().state(&job), JobState::Jalan(None), "it may come back");
    fs::remove_file(cups.folder.join("gone")).unwrap();
    fs::remove_file(cups.folder.join("waiting-7")).unwrap();
    assert_eq!(cups.spool().state(&job), JobState::Tercetak);
}

#[test]
fn a_job_that_a_list_leaves_out_while_cups_prints_it_is_not_printed_yet() {
    let cups = Cups::new(Some(IppState::Processing));
    let job = cups.send();
    assert_eq!(cups.spool().state(&job), JobState::Jalan(None));
    assert!(!cups.was_purged());
}

#[test]
fn the_time_of_a_job_begins_when_nothing_stands_before_it() {
    let cups = Cups::new(Some(IppState::Completed));
    cups.says("waiting-1", &JOB.replace("Kantor-7", "Kantor-1"));
    cups.says("job", JOB);
    let patience = Patience { longest: QUICK.hindered, ..QUICK };
    let (mut begun, mut passed) = (std::time::Instant::now(), false);
    let ended = cups.spool().follow(&cups.send(), patience, &mut |_| {
        if !passed && begun.elapsed() > 3 * patience.longest {
            // What stood before it is printed.
            fs::remove_file(cups.folder.join("waiting-1")).unwrap();
            (begun, passed) = (std::time::Instant::now(), true);
        }
        Goes::On
    });
    assert!(passed, "it was not given up behind another");
    assert!(begun.elapsed() >= patience.longest);
    assert_eq!(ended, Ok(()), "CUPS says that it came out at the last moment");
}

#[test]
fn whoever_follows_is_told_what_hinders_and_may_take_it_out_at_any_time() {
    let cups = Cups::new(Some(IppState::Canceled));
    cups.says("printer", "printer Kantor is idle.\n\tAlerts: cover-open-report\n");
    cups.says("job", JOB);
    let patience = Patience { hindered: QUICK.longest, ..QUICK };
    let mut told = Vec::new();
    let ended = cups.spool().follow(&cups.send(), patience, &mut |trouble| {
        told.push(trouble);
        if told.len() < 3 { Goes::On } else { Goes::Away }
    });
    assert_eq!(ended, Err(PrintTrouble::Dibatalkan));
    assert_eq!(told, [Some(PrintTrouble::PenutupTerbuka); 3]);
    assert_eq!(cups.wrote("cancelled").trim(), "Kantor-7");
    assert!(cups.was_purged());
}

#[test]
fn a_job_that_was_printed_while_it_was_given_up_is_printed() {
    let cups = Cups::new(Some(IppState::Completed));
    cups.says("job", JOB);
    let patience = Patience { longest: QUICK.hindered, ..QUICK };
    assert_eq!(cups.print_within(patience), Ok(()), "it came out at the last moment");
}

#[test]
fn a_hindrance_that_passes_ends_nothing() {
    let cups = Cups::new(Some(IppState::Completed));
    let job = cups.send();
    cups.says("waiting-7", JOB);
    cups.says("printer", "printer Kantor is idle.\n\tAlerts: cover-open-report\n");
    assert_eq!(cups.spool().state(&job), JobState::Jalan(Some(PrintTrouble::PenutupTerbuka)));
    cups.says("printer", IDLE);
    assert_eq!(cups.spool().state(&job), JobState::Jalan(None));
    fs::remove_file(cups.folder.join("waiting-7")).unwrap();
    assert_eq!(cups.spool().state(&job), JobState::Tercetak);
}

#[test]
fn the_job_of_another_is_not_taken_for_ours() {
    let cups = Cups::new(Some(IppState::Completed));
    cups.says("job", ANOTHER);
    assert_eq!(cups.print(), Ok(()));
    assert_eq!(cups.wrote("cancelled"), "");
}

#[test]
fn a_spool_that_tells_no_number_or_has_no_socket_has_let_the_paper_go() {
    let cups = Cups::new(None);
    assert_eq!(cups.print(), Ok(()));
    cups.says("silent", "");
    assert_eq!(cups.print(), Ok(()));
}

/// A queue of a real CUPS: its socket in `LOKET_CUPS_SOCKET`, its name in `LOKET_CUPS_QUEUE`.
#[test]
#[ignore = "needs a CUPS with a printer, as `ippeveprinter` is one"]
fn a_real_queue_prints_a_page_and_forgets_it() {
    let socket = PathBuf::from(std::env::var_os("LOKET_CUPS_SOCKET").unwrap());
    let queue = std::env::var("LOKET_CUPS_QUEUE").unwrap();
    let programs = Path::new("/usr/bin");
    let spool = Spool::of(programs, vec![("CUPS_SERVER".to_owned(), socket.clone())], &socket);
    assert!(spool.printers().iter().any(|printer| printer.name == queue));
    let job = spool.send(&Document::A4(empty_page().into()), Some(&queue), 1, "Bukti Verifikasi").unwrap();
    assert_eq!(spool.follow(&job, Patience::default(), &mut |_| Goes::On), Ok(()));
    let number = job.id.as_deref().unwrap().rsplit('-').next().unwrap().parse().unwrap();
    assert_eq!(super::cups::known(&socket, number), None, "CUPS remembers it no more, nor its document");
}

fn empty_page() -> Vec<u8> {
    use lopdf::{Document, dictionary};
    let mut pdf = Document::with_version("1.5");
    let tree = pdf.new_object_id();
    let page = pdf.add_object(dictionary! { "Type" => "Page", "Parent" => tree });
    let size = vec![0.into(), 0.into(), 595.into(), 842.into()];
    let pages =
        dictionary! { "Type" => "Pages", "Kids" => vec![page.into()], "Count" => 1, "MediaBox" => size };
    pdf.set_object(tree, pages);
    let catalog = pdf.add_object(dictionary! { "Type" => "Catalog", "Pages" => tree });
    pdf.trailer.set("Root", catalog);
    let mut bytes = Vec::new();
    pdf.save_to(&mut bytes).unwrap();
    bytes
}
