//! The guest of the practice office who writes instead of coming: an e-mail with scans, an appointment, a notice.

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

/// Days ahead in which a free time is looked for: over any holidays that an office may have.
const DAYS_AHEAD: u32 = 14;

impl Morning<'_> {
    /// One request became a permohonan whose call has its time; another message waits in the Baki.
    pub(super) fn serve_from_afar(&mut self, arrival: &Arrival) -> Result<()> {
        let scans = [("KTP.jpg", &arrival.ktp), ("NPWP.jpg", &arrival.npwp)];
        let kiriman = self.receive(arrival, "Permohonan verifikasi akun SPSE", &scans)?;
        let case = self.take_in(arrival, &kiriman)?;
        self.clock.pass(4);
        self.promise(&case)?;
        self.clock.pass(2);
        self.receive(arrival, "Susulan: foto KTP", &scans[..1])?;
        Ok(())
    }

    /// From the message to the request that waits for its appointment.
    fn take_in(&mut self, arrival: &Arrival, kiriman: &str) -> Result<String> {
        let guest = &arrival.guest;
        let case = self.session.open_permohonan(guest.profil, Channel::Daring, privacy::NOTICE_VERSION)?;
        self.session.take_request(&case, kiriman)?;
        let pages = self.session.kiriman(kiriman)?.pages;
        let cards = [(DocumentKind::Ktp, &arrival.ktp), (DocumentKind::Npwp, &arrival.npwp)];
        for (page, (document, photo)) in pages.iter().zip(cards) {
            let taken = self.session.open_page(kiriman, &page.id)?.check(document)?;
            let picture = self.session.give_page(&case, kiriman, &page.id, taken)?;
            self.session.crop_picture(&case, &picture, photo.corners, 0)?;
        }
        self.session.end_kiriman(kiriman, KirimanEnd::Selesai)?;
        for (field, value) in &guest.form {
            self.session.set_form_field(&case, *field, value)?;
        }
        for (document, field, value) in card_values(guest) {
            self.session.set_document_field(&case, document, field, &value)?;
        }
        self.clock.pass(3);
        self.session.submit(&case, None)?;
        self.session.complete(&case)?;
        Ok(case)
    }

    /// The next free time is promised, and the vendor is told of it.
    fn promise(&mut self, case: &str) -> Result<()> {
        let days = self.session.diary(case, self.session.today(), DAYS_AHEAD)?;
        // Free when the office opens, not when the story is told.
        let slot = days.iter().flat_map(|day| &day.slots).find(|slot| slot.start > self.now);
        let slot = slot.ok_or_else(|| Error::new(Code::Internal, "no free time"))?;
        let booking = Booking {
            start: slot.start,
            verifikator: self.session.officer().id.clone(),
            way: VideoWay::Zoom,
            join: "https://rapat.contoh.example/j/9001".to_owned(),
        };
        self.session.schedule(case, &booking)?;
        self.session.note_notice(case, NoticeKind::Jadwal, ContactMethod::Surel)
    }

    fn receive(&mut self, arrival: &Arrival, subject: &str, scans: &[(&str, &Photograph)]) -> Result<String> {
        let letter = self.letter(arrival, subject, scans)?;
        self.session.receive_kiriman(Incoming::read("surel.eml", KirimanSource::Seret, letter)?)
    }

    /// A message as the mail program of the guest writes it.
    fn letter(&self, arrival: &Arrival, subject: &str, scans: &[(&str, &Photograph)]) -> Result<Vec<u8>> {
        let unwritten = |_| Error::new(Code::Internal, "practice letter");
        let address =
            |text: &str| text.parse::<Address>().map_err(|_| Error::new(Code::Internal, "practice address"));
        let sender = arrival.typed(FormField::PenanggungJawabNama).to_owned();
        let from = Mailbox::new(Some(sender), address(arrival.typed(FormField::Surel))?);
        let to = Mailbox::new(None, address(&self.session.office().identity.email)?);
        let text = SinglePart::plain("Terlampir dokumen kami. Terima kasih.".to_owned());
        let jpeg = ContentType::parse("image/jpeg").map_err(|_| Error::new(Code::Internal, "media type"))?;
        let parts =
            scans.iter().fold(MultiPart::mixed().boundary("batas").singlepart(text), |parts, scan| {
                let (name, photo) = scan;
                parts.singlepart(Attachment::new((*name).to_owned()).body(photo.jpeg.clone(), jpeg.clone()))
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
