//! The guest of the practice office who writes instead of coming: an e-mail with scans, an appointment, a notice.

use chrono::{DateTime, Utc};
use lettre::message::header::ContentType;
use lettre::message::{Attachment, Mailbox, MultiPart, SinglePart};
use lettre::{Address, Message};

use super::{Arrival, Morning, Photograph, card_values};
use crate::actions::kiriman::Incoming;
use crate::actions::schedule::Booking;
use crate::document::DocumentKind;
use crate::error::{Code, Error, Result};
use crate::form::FormField;
use crate::kiriman::{KirimanEnd, KirimanSource};
use crate::permohonan::{Channel, ContactMethod};
use crate::privacy;
use crate::schedule::{NoticeKind, VideoWay};
use crate::specimen::Scenario;

/// Days ahead in which a free time is looked for: over any holidays that an office may have.
pub(super) const DAYS_AHEAD: u32 = 14;

/// A page of a message, and what it shows.
pub(super) type Scan<'a> = (DocumentKind, &'a Photograph);

impl Morning<'_> {
    /// One request became a permohonan whose call has its time; another message waits in the Baki.
    pub(super) fn serve_from_afar(&mut self, arrival: &Arrival) -> Result<()> {
        let case = self.take_in(arrival)?;
        self.clock.pass(4);
        // Free when the office opens, not when the story is told.
        self.promise(&case, self.now)?;
        self.clock.pass(2);
        self.receive(&arrival.guest, "Susulan: foto KTP", &arrival.cards()[..1])?;
        Ok(())
    }

    /// From the message to the request that waits for its appointment.
    pub(super) fn take_in(&mut self, arrival: &Arrival) -> Result<String> {
        let case = self.submit(arrival)?;
        self.session.complete(&case)?;
        Ok(case)
    }

    /// From the message to the request that somebody has to look through.
    pub(super) fn submit(&mut self, arrival: &Arrival) -> Result<String> {
        let guest = &arrival.guest;
        let (case, kiriman) = self.open_from(guest, &arrival.cards())?;
        let pages = self.session.kiriman(&kiriman)?.pages;
        for (page, (document, photo)) in pages.iter().zip(arrival.cards()) {
            let taken = self.session.open_page(&kiriman, &page.id)?.check(document)?;
            let picture = self.session.give_page(&case, &kiriman, &page.id, taken)?;
            self.session.crop_picture(&case, &picture, photo.corners, 0)?;
        }
        self.session.end_kiriman(&kiriman, KirimanEnd::Selesai)?;
        self.fill(&case, guest)?;
        for (document, field, value) in card_values(guest) {
            self.session.set_document_field(&case, document, field, &value)?;
        }
        self.clock.pass(3);
        self.session.submit(&case, None)?;
        Ok(case)
    }

    /// The message becomes the request of a new permohonan; its pages still wait.
    pub(super) fn open_from(&mut self, guest: &Scenario, scans: &[Scan<'_>]) -> Result<(String, String)> {
        let kiriman = self.receive(guest, "Permohonan verifikasi akun SPSE", scans)?;
        let case = self.session.open_permohonan(guest.profil, Channel::Daring, privacy::NOTICE_VERSION)?;
        self.session.take_request(&case, &kiriman)?;
        Ok((case, kiriman))
    }

    pub(super) fn fill(&mut self, case: &str, guest: &Scenario) -> Result<()> {
        for (field, value) in &guest.form {
            self.session.set_form_field(case, *field, value)?;
        }
        Ok(())
    }

    /// The first free time behind a moment is promised, and the vendor is told of it. Returns when the call begins.
    pub(super) fn promise(&mut self, case: &str, after: DateTime<Utc>) -> Result<DateTime<Utc>> {
        let first_day = self.session.time_zone().office_day(after);
        let days = self.session.diary(case, first_day, DAYS_AHEAD)?;
        let start =
            days.iter().flat_map(|day| &day.slots).map(|slot| slot.start).find(|start| *start > after);
        let start = start.ok_or_else(|| Error::new(Code::Internal, "no free time"))?;
        self.book(case, start)?;
        Ok(start)
    }

    pub(super) fn book(&mut self, case: &str, start: DateTime<Utc>) -> Result<()> {
        let booking = Booking {
            start,
            verifikator: self.session.officer().id.clone(),
            way: VideoWay::Zoom,
            join: "https://rapat.contoh.example/j/9001".to_owned(),
        };
        self.session.schedule(case, &booking)?;
        self.session.note_notice(case, NoticeKind::Jadwal, ContactMethod::Surel)
    }

    fn receive(&mut self, guest: &Scenario, subject: &str, scans: &[Scan<'_>]) -> Result<String> {
        let letter = self.letter(guest, subject, scans)?;
        self.session.receive_kiriman(Incoming::read("surel.eml", KirimanSource::Seret, letter)?)
    }

    /// A message as the mail program of the guest writes it.
    fn letter(&self, guest: &Scenario, subject: &str, scans: &[Scan<'_>]) -> Result<Vec<u8>> {
        let unwritten = |_| Error::new(Code::Internal, "practice letter");
        let address =
            |text: &str| text.parse::<Address>().map_err(|_| Error::new(Code::Internal, "practice address"));
        let sender = guest.typed(FormField::PenanggungJawabNama).to_owned();
        let from = Mailbox::new(Some(sender), address(guest.typed(FormField::Surel))?);
        let to = Mailbox::new(None, address(&self.session.office().identity.email)?);
        let said = if scans.is_empty() { "Dokumen kami menyusul." } else { "Terlampir dokumen kami." };
        let text = SinglePart::plain(format!("{said} Terima kasih."));
        let jpeg = ContentType::parse("image/jpeg").map_err(|_| Error::new(Code::Internal, "media type"))?;
        let parts =
            scans.iter().fold(MultiPart::mixed().boundary("batas").singlepart(text), |parts, scan| {
                let (document, photo) = scan;
                let name = if *document == DocumentKind::Ktp { "KTP.jpg" } else { "NPWP.jpg" };
                parts.singlepart(Attachment::new(name.to_owned()).body(photo.jpeg.clone(), jpeg.clone()))
            });
        let message = Message::builder()
            .from(from)
            .to(to)
            .subject(subject)
            .date(self.session.store().now().into())
            .multipart(parts)
            .map_err(unwritten)?;
        Ok(message.formatted())
    }
}
