//! Printer: the queues of this computer, which kind of paper each prints, and what is being printed.

use loket_core::actions::Session;
use loket_core::actions::paper::print_ticket;
use loket_core::error::{Code, Error};
use loket_core::numbering::PaperKind;
use loket_core::printer::{Document, Patience, PrintTrouble};
use serde::{Deserialize, Serialize};
use tauri::{State, WebviewWindow};
use ts_rs::TS;

use super::paper::PaperRef;
use crate::app::{Desk, KnownOffice, aside};
use crate::error::{Reply, WireError};
use crate::prints::{KnownPrinters, Of, Print, State as Stand, What};

#[derive(Serialize, TS)]
pub struct Printer {
    pub name: String,
    pub default: bool,
    /// Kinds of paper for which this computer uses it.
    pub kinds: Vec<PaperKind>,
}

#[derive(Deserialize, TS)]
pub struct ChoosePrinter {
    pub kind: PaperKind,
    /// Nothing for the usual one.
    pub printer: Option<String>,
}

#[derive(Deserialize, TS)]
pub struct TestPrinter {
    pub printer: String,
}

#[derive(Clone, Copy, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PrintState {
    Dikirim,
    Menunggu,
    Mencetak,
    Tercetak,
    Gagal,
}

#[derive(Serialize, TS)]
pub struct PrintView {
    /// Nothing for a test page.
    pub permohonan: Option<String>,
    /// Nothing for a test page, and for the ticket of the permohonan.
    pub paper: Option<String>,
    pub label: String,
    pub number: Option<String>,
    pub printer: String,
    pub state: PrintState,
    /// Why it waits or failed.
    pub what: Option<String>,
    pub todo: Option<String>,
}

#[tauri::command]
pub async fn printers(window: WebviewWindow, desk: State<'_, Desk>) -> Reply<Vec<Printer>> {
    let known = desk.enter(&window)?.known.printers.clone();
    found(&desk, known).await
}

/// Remembers on this computer which printer a kind of paper goes to.
#[tauri::command]
pub async fn printer_choose(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: ChoosePrinter,
) -> Reply<Vec<Printer>> {
    if request.kind == PaperKind::TiketAntrean {
        return Err(Error::new(Code::InvalidInput, "tickets have a printer of their own").into());
    }
    let known = {
        let mut inner = desk.enter(&window)?;
        inner.session.as_ref().ok_or_else(|| WireError::of(Code::Locked))?.sees_prints()?;
        let mut printers = inner.known.printers.clone();
        match request.printer {
            Some(name) => printers.insert(request.kind, name),
            None => printers.remove(&request.kind),
        };
        let known = KnownOffice { printers: printers.clone(), ..inner.known.clone() };
        desk.remember(&mut inner, known)?;
        printers
    };
    found(&desk, known).await
}

/// Prints the test page; it is followed like any other.
#[tauri::command]
pub async fn printer_test(window: WebviewWindow, desk: State<'_, Desk>, request: TestPrinter) -> Reply<()> {
    let tickets = desk.enter(&window)?.known.ticket_printer.clone();
    let roll = tickets.filter(|tickets| tickets.printer == request.printer).and_then(|tickets| tickets.roll);
    let (office, page, ticket) = desk.at_desk(&window, |session| {
        let (page, ticket) = (session.test_page(&request.printer)?, session.test_ticket(&request.printer)?);
        Ok::<_, Error>((session.store().folder().to_owned(), page, ticket))
    })?;
    let page = match roll {
        Some(_) => desk.on_pixels(move || print_ticket(&ticket, roll)).await?,
        None => Document::A4(page.into()),
    };
    let spool = desk.spool.clone();
    let job = aside(move || spool.send(&page, Some(&request.printer), 1, TEST_PAGE)).await?;
    desk.follow(
        job,
        Patience::default(),
        What { office, of: Of::HalamanUji, label: TEST_PAGE, number: None },
    );
    Ok(())
}

/// What was printed of late, newest first. Asking keeps no idle desk open.
#[tauri::command(async)]
pub fn prints(window: WebviewWindow, desk: State<'_, Desk>) -> Reply<Vec<PrintView>> {
    let shown = desk.unattended(&window, |session| views(&desk, session))?;
    shown.ok_or_else(|| WireError::of(Code::Locked))
}

/// Takes a paper out of the spool; it waits on the list "Cetak nanti" then, unless it was printed at the last moment.
#[tauri::command]
pub async fn print_cancel(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: PaperRef,
) -> Reply<Vec<PrintView>> {
    let office = desk.at_desk(&window, |session| {
        session.sees_prints()?;
        Ok::<_, Error>(session.store().folder().to_owned())
    })?;
    let prints = desk.prints.clone();
    aside(move || {
        prints.cancel(&office, &request.id, &request.paper);
        Ok(())
    })
    .await?;
    desk.at_desk(&window, |session| views(&desk, session))
}

const TEST_PAGE: &str = "Halaman uji";

async fn found(desk: &Desk, known: KnownPrinters) -> Reply<Vec<Printer>> {
    let spool = desk.spool.clone();
    aside(move || {
        let printer = |queue: loket_core::printer::Printer| {
            let kinds =
                known.iter().filter(|(_, name)| **name == queue.name).map(|(kind, _)| *kind).collect();
            Printer { name: queue.name, default: queue.is_default, kinds }
        };
        Ok(spool.printers().into_iter().map(printer).collect())
    })
    .await
}

fn views(desk: &Desk, session: &Session) -> Result<Vec<PrintView>, Error> {
    session.sees_prints()?;
    let known = desk.prints.of(session.store().folder());
    Ok(known.into_iter().filter(|print| print.what.of != Of::LembarPemulihan).map(PrintView::from).collect())
}

impl From<Print> for PrintView {
    fn from(Print { what, printer, state, .. }: Print) -> Self {
        // A guest who waits for a ticket is told the number; nothing of it waits on a list.
        let todo = |trouble: PrintTrouble, of_paper: &'static str| match what.of {
            Of::Tiket(_) => (trouble.what_happened(), "Sebutkan nomornya kepada tamu."),
            _ => (trouble.what_happened(), of_paper),
        };
        let (state, sentences) = match state {
            Stand::Dikirim => (PrintState::Dikirim, None),
            Stand::Mencetak => (PrintState::Mencetak, None),
            Stand::Tercetak => (PrintState::Tercetak, None),
            Stand::Menunggu(trouble) => (PrintState::Menunggu, Some(todo(trouble, trouble.meanwhile()))),
            Stand::Gagal(trouble) => (PrintState::Gagal, Some(todo(trouble, trouble.what_to_do()))),
        };
        let (happened, todo) = sentences.unzip();
        let (permohonan, paper) = match what.of {
            Of::Kertas(of) => (Some(of.case), Some(of.paper)),
            Of::Tiket(case) => (Some(case), None),
            Of::HalamanUji | Of::LembarPemulihan => (None, None),
        };
        Self {
            permohonan,
            paper,
            label: what.label.to_owned(),
            number: what.number,
            printer,
            state,
            what: happened.map(str::to_owned),
            todo: todo.map(str::to_owned),
        }
    }
}
