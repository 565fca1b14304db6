//! Tiket antrean: a guest's number on paper, from the printer of this computer that was chosen for tickets.

use loket_core::actions::paper::print_ticket;
use loket_core::error::{Code, Error};
use loket_core::numbering::PaperKind;
use loket_core::printer::{Patience, Roll};
use serde::{Deserialize, Serialize};
use tauri::{State, WebviewWindow};
use ts_rs::TS;

use crate::app::{Desk, KnownOffice, aside};
use crate::error::Reply;
use crate::prints::{KnownPrinters, Of, What};

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

/// The paper of the printer for tickets.
#[derive(Serialize, Deserialize, TS)]
pub struct TicketRoll {
    /// Nothing for a sheet of A4, from which the ticket is cut.
    pub roll: Option<Roll>,
}

/// Answers when the spool took the ticket.
#[tauri::command]
pub async fn ticket_print(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: PrintTicket,
) -> Reply<TicketReply> {
    let KnownOffice { printers, ticket_roll, .. } = desk.enter(&window)?.known.clone();
    let printer = printers.get(&PaperKind::TiketAntrean).cloned();
    if request.unasked && printer.is_none() {
        return Ok(TicketReply { sent: false });
    }
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
    let number = ticket.number.clone();
    let spool = desk.spool.clone();
    let job = aside(move || {
        let document = print_ticket(&ticket, roll_of(&printers, ticket_roll, printer.as_deref()))?;
        spool.send(&document, printer.as_deref(), 1, PaperKind::TiketAntrean.label())
    })
    .await?;
    let label = PaperKind::TiketAntrean.label();
    desk.follow(job, Patience::default(), What { office, of, label, number: Some(number) });
    Ok(TicketReply { sent: true })
}

#[tauri::command(async)]
pub fn ticket_roll(window: WebviewWindow, desk: State<'_, Desk>) -> Reply<TicketRoll> {
    Ok(TicketRoll { roll: desk.enter(&window)?.known.ticket_roll })
}

/// Remembers on this computer what paper is in the printer for tickets.
#[tauri::command(async)]
pub fn ticket_roll_choose(
    window: WebviewWindow,
    desk: State<'_, Desk>,
    request: TicketRoll,
) -> Reply<TicketRoll> {
    desk.at_desk(&window, |session| session.sees_prints())?;
    let mut inner = desk.enter(&window)?;
    let known = KnownOffice { ticket_roll: request.roll, ..inner.known.clone() };
    desk.remember(&mut inner, known)?;
    Ok(request)
}

/// The roll in a printer. Another printer than the chosen one would print the commands as letters, page after page.
pub(super) fn roll_of(printers: &KnownPrinters, roll: Option<Roll>, printer: Option<&str>) -> Option<Roll> {
    let chosen = printers.get(&PaperKind::TiketAntrean)?;
    (printer == Some(chosen)).then_some(roll).flatten()
}
