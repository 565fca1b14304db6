//! The ticket of the queue. It is no numbered paper and is never kept: the number stands in the log since it was given, and
//! a lost ticket is printed again.

use crate::actions::Session;
use crate::error::{Code, Error, Result};
use crate::masking::mask_name;
use crate::pdf::{DrawnTicket, TicketPlace, TiketAntrean, render_page, render_tiket_antrean};
use crate::permohonan::Status;
use crate::printer::{DOTS_PER_MM, Document, Roll, receipt};
use crate::role::Right;
use crate::store::read::CaseLine;

/// Below this a dot is printed, of 255: thin strokes are grey where they stand between two dots.
const BLACK_BELOW: u8 = 160;

/// Width of A4, in millimetres.
const SHEET_MM: u32 = 210;

impl Session {
    /// The ticket of a guest who waits, with how many come before at this moment.
    ///
    /// # Errors
    /// [`Code::TransitionRefused`] where nobody waits: no number was given, or it was called already.
    pub fn ticket(&self, case: &str) -> Result<TiketAntrean> {
        self.acting(Right::Intake)?;
        let record = self.store.reader().case(case)?;
        // Whom yesterday left without an end is not called any more.
        let is_of_today = |waiting: &CaseLine| self.time_zone().office_day(waiting.since) == self.today();
        let mut line = self.waiting_line()?;
        line.retain(|waiting| waiting.id == case || is_of_today(waiting));
        let at = line.iter().position(|waiting| waiting.id == case);
        let (Status::Antre, Some(number), Some(ahead)) = (record.status, record.queue.as_ref(), at) else {
            return Err(Error::new(Code::TransitionRefused, "nobody waits with this number")
                .saying("Tamu ini tidak sedang menunggu giliran.")
                .advising("Tiket dicetak sejak nomor antrean diberikan sampai verifikasi dimulai."));
        };
        Ok(TiketAntrean {
            office: self.office().identity.name.clone(),
            number: number.clone(),
            service: record.layanan.label().to_owned(),
            name: mask_name(&record.attendee_name),
            given: format!("Diambil {}", self.time_zone().format_date_time(line[ahead].since)),
            ahead: Some(ahead),
            priority: record.priority.is_some(),
            practice: self.office().practice,
        })
    }

    /// A ticket that shows whether a receipt printer keeps the size and the knife works. It names nobody.
    pub fn test_ticket(&self, printer: &str) -> Result<TiketAntrean> {
        self.sees_prints()?;
        Ok(TiketAntrean {
            office: "Halaman uji".to_owned(),
            number: "A-00".to_owned(),
            service: printer.to_owned(),
            name: String::new(),
            given: self.time_zone().format_date_time(self.store.now()),
            ahead: None,
            priority: false,
            practice: false,
        })
    }
}

/// A ticket as a printer takes it: on a roll as dots, else on a sheet of A4.
///
/// # Errors
/// Those of drawing it.
pub fn print_ticket(ticket: &TiketAntrean, roll: Option<Roll>) -> Result<Document> {
    let Some(roll) = roll else {
        return Ok(Document::A4(render_tiket_antrean(ticket, TicketPlace::Sheet)?.pdf.into()));
    };
    let drawn = render_tiket_antrean(ticket, TicketPlace::Roll(roll.printed_mm()))?;
    Ok(Document::Receipt(receipt(roll, &dots(&drawn, roll)?)?))
}

fn dots(drawn: &DrawnTicket, roll: Roll) -> Result<Vec<Vec<bool>>> {
    let page = render_page(&drawn.pdf, 0, SHEET_MM * DOTS_PER_MM)?;
    let height = (drawn.height_mm * DOTS_PER_MM as f32).ceil() as u32;
    let is_black = |x, y| page.get_pixel_checked(x, y).is_some_and(|pixel| pixel.0[1] < BLACK_BELOW);
    Ok((0..height).map(|y| (0..roll.dots()).map(|x| is_black(x, y)).collect()).collect())
}

#[cfg(test)]
mod tests {
    use super::dots;
    use crate::pdf::{TicketPlace, TiketAntrean, render_tiket_antrean};
    use crate::printer::Roll;

    fn ticket() -> TiketAntrean {
        TiketAntrean {
            office: "LPSE Kabupaten Contoh".into(),
            number: "A-07".into(),
            service: "Akun baru SPSE".into(),
            name: "W**** P******".into(),
            given: "Diambil 23 November 2026, 09.12 WIB".into(),
            ahead: Some(3),
            priority: true,
            practice: false,
        }
    }

    #[test]
    fn a_roll_gets_the_whole_ticket_and_no_more_paper_than_it_needs() {
        for roll in [Roll::Mm80, Roll::Mm58] {
            let drawn = render_tiket_antrean(&ticket(), TicketPlace::Roll(roll.printed_mm())).unwrap();
            let rows = dots(&drawn, roll).unwrap();
            assert!(rows.iter().all(|row| row.len() == roll.dots() as usize));
            assert!((300..800).contains(&rows.len()), "{roll:?}: {} rows", rows.len());
            let black = |row: &Vec<bool>| row.iter().any(|&dot| dot);
            let (first, last) = (rows.iter().position(black), rows.iter().rposition(black));
            assert!(first.unwrap() < 30, "begins at the top: {first:?}");
            assert!(rows.len() - last.unwrap() < 60, "ends with the last line: {last:?}");
            // Nothing touches the sides, where a printer cuts letters off.
            assert!(rows.iter().all(|row| !row[0] && !row[row.len() - 1]), "{roll:?}");
        }
    }

    #[test]
    fn a_test_on_a_roll_shows_forty_millimetres_from_end_to_end() {
        let test = TiketAntrean { ahead: None, name: String::new(), ..ticket() };
        for roll in [Roll::Mm80, Roll::Mm58] {
            let drawn = render_tiket_antrean(&test, TicketPlace::Roll(roll.printed_mm())).unwrap();
            let rows = dots(&drawn, roll).unwrap();
            // The longest line without a gap.
            let unbroken = |row: &Vec<bool>| row.split(|dot| !dot).map(<[bool]>::len).max().unwrap_or(0);
            let length = rows.iter().map(unbroken).max().unwrap();
            assert!((320..=328).contains(&length), "{roll:?}: {length} dots");
        }
    }

    #[test]
    fn an_office_with_the_longest_name_still_fits() {
        let long = "Layanan Pengadaan Secara Elektronik Pemerintah Kabupaten Kepulauan Tanimbar ".repeat(4);
        let ticket = TiketAntrean { office: long, name: "W".repeat(300), ..ticket() };
        let drawn = render_tiket_antrean(&ticket, TicketPlace::Roll(48)).unwrap();
        assert!(drawn.height_mm < 120.0, "{}", drawn.height_mm);
    }
}
