//! Tiket antrean: a guest's number on paper, from the printer of this computer that was chosen for tickets.

use loket_core::actions::paper::print_ticket;
use loket_core::error::{Code, Error};
use loket_core::numbering::PaperKind;
use loket_core::printer::Patience;
use serde::{Deserialize, Serialize};
use tauri::{State, WebviewWindow};
use ts_rs::TS;

use crate::app::{Desk, KnownOffice, aside};
use crate::error::Reply;
pub use crate::prints::TicketPrinter;
use crate::prints::{Of, What};

#[derive(Deserialize, TS)]
pub struct PrintTicket {
    pub id: String,
    /// Nobody asked for it: it is printed only where a printer was chosen for tickets.
    pub unasked: bool,
}

#[derive(Serialize, TS)]
pub struct TicketReply {
    /// It is followed until it is out (`prints`).
    pub sent: bool,
}

/// Answers when the spool took the ticket.
#[tauri::command]
pub async fn ticket_print(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: PrintTicket,
) -> Reply<TicketReply> {
    let chosen = desk.enter(&window)?.known.ticket_printer.clone();
    if request.unasked && chosen.is_none() {
        return Ok(TicketReply { sent: false });
    }
    let (printer, roll) = chosen.map(|chosen| (chosen.printer, chosen.roll)).unzip();
    let of = Of::Tiket(request.id.clone());
    let (office, ticket) = desk.at_desk(&window, |session| {
        let office = session.store().folder().to_owned();
        if desk.prints.has_under_way(&office, &of) {
            return Err(Error::new(Code::TransitionRefused, "in the spool already")
                .saying("Tiket ini sedang dicetak.")
                .advising("Tunggu sampai selesai, lalu cetak lagi bila perlu."));
        }
        Ok((office, session.ticket(&request.id)?))
    })?;
    let (label, number) = (PaperKind::TiketAntrean.label(), ticket.number.clone());
    let document = desk.on_pixels(move || print_ticket(&ticket, roll.flatten())).await?;
    let spool = desk.spool.clone();
    let job = aside(move || {
        let sent = spool.send(&document, printer.as_deref(), 1, label);
        sent.map_err(|error| {
            error.advising("Sebutkan nomornya kepada tamu. Printer tiket dipilih di Setelan.")
        })
    })
    .await?;
    desk.follow(job, Patience::default(), What { office, of, label, number: Some(number) });
    // Called while it was drawn: it is followed out of the spool.
    desk.at_desk(&window, |session| {
        if session.ticket(&request.id).is_err() {
            desk.take_ticket_back(session, &request.id);
        }
        Ok::<_, Error>(())
    })?;
    Ok(TicketReply { sent: true })
}

/// The printer that was chosen for tickets, also where it is not found any more.
#[tauri::command(async)]
pub fn ticket_printer(window: WebviewWindow, desk: State<'_, Desk>) -> Reply<Option<TicketPrinter>> {
    Ok(desk.enter(&window)?.known.ticket_printer.clone())
}

/// Remembers on this computer which printer prints tickets, and on what.
#[tauri::command(async)]
pub fn ticket_printer_choose(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: Option<TicketPrinter>,
) -> Reply<Option<TicketPrinter>> {
    desk.at_desk(&window, |session| session.sees_prints())?;
    let mut inner = desk.enter(&window)?;
    let known = KnownOffice { ticket_printer: request.clone(), ..inner.known.clone() };
    desk.remember(&mut inner, known)?;
    Ok(request)
}
