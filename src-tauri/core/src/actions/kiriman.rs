//! Kiriman: what came by e-mail is sealed into the Baki, looked at, given page by page to a case, and ended.
//!
//! Messages are opened and pictures checked before anything here is called, where nobody waits for them.

use std::fmt;

use chrono::{DateTime, Utc};
use zeroize::Zeroizing;

use crate::capture::{self, Framing, PictureVariant, Taken};
use crate::contact;
use crate::document::PictureSource;
use crate::error::{Code, Error, Result};
use crate::form::Profil;
use crate::kiriman::{KirimanEnd, KirimanSource, is_expired, kept_until};
use crate::mailbox::MessageId;
use crate::permohonan::{Channel, Status};
use crate::role::Right;
use crate::store::act::{
    Act, FiledBytes, KirimanFiled, KirimanWords, Open, PageFiled, PictureFiled, RefusedPart, Sealed,
};
use crate::store::plan::Plan;
use crate::store::read::{CaseRecord, KirimanRecord, PageRecord};
use crate::store::sealed_file::{self, SealedName, content_sha256};
use crate::surel::{self, Delivery};
use crate::world::hex;

use super::Session;
use super::require::{require_editable, require_length};

/// A message or loose file that was opened and found to hold something.
pub struct Incoming {
    source: KirimanSource,
    file_name: String,
    bytes: Zeroizing<Vec<u8>>,
    delivery: Delivery,
    /// Where it lies in the office's inbox.
    message: Option<(String, MessageId)>,
}

impl Incoming {
    /// Opens it and checks every picture. Slow: called where nobody waits for the office.
    ///
    /// # Errors
    /// As [`surel::read`]; a loose file that gives no page says why it was not taken.
    pub fn read(file_name: &str, source: KirimanSource, bytes: Vec<u8>) -> Result<Self> {
        let bytes = Zeroizing::new(bytes);
        let mut delivery = surel::read(file_name, &bytes)?;
        if delivery.envelope.is_none() && delivery.pages.is_empty() {
            let why = delivery.refused.pop().map(|refused| refused.why);
            return Err(why.unwrap_or_else(|| Error::new(Code::AttachmentUnknown, "nothing in it")));
        }
        Ok(Self { source, file_name: surel::plain_name(file_name), bytes, delivery, message: None })
    }

    /// Why a part of it was not taken.
    pub(super) fn first_refused(&self) -> Option<&Error> {
        self.delivery.refused.first().map(|refused| &refused.why)
    }

    pub(super) fn lying_at(self, inbox: &str, id: MessageId) -> Self {
        Self { message: Some((inbox.to_owned(), id)), ..self }
    }
}

/// Names nothing of what came.
impl fmt::Debug for Incoming {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Incoming")
    }
}

/// A page that is about to be looked at or given; it holds nothing of the session.
pub struct OpenedPage(Zeroizing<Vec<u8>>);

impl OpenedPage {
    pub(super) fn of(bytes: Zeroizing<Vec<u8>>) -> Self {
        Self(bytes)
    }

    /// The page as JPEG. Slow.
    pub fn draw(&self, variant: PictureVariant) -> Result<Vec<u8>> {
        capture::shown_whole(&self.0, variant)
    }

    /// The page checked as the picture of a document. Slow.
    pub fn check(mut self, document: crate::document::DocumentKind) -> Result<Taken> {
        Taken::check(document, std::mem::take(&mut *self.0))
    }
}

impl fmt::Debug for OpenedPage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("OpenedPage")
    }
}

impl Session {
    /// Seals what came into the Baki, under keys of its own. It is durable when this returns.
    pub fn receive_kiriman(&mut self, incoming: Incoming) -> Result<String> {
        let actor = self.acting(Right::Intake)?;
        let until = kept_until(self.today()).to_string();
        let mut id = String::new();
        self.store.act(&actor, |plan| {
            if plan.reader().knows_message(&hex(&content_sha256(&incoming.bytes)))? {
                return Err(Error::new(Code::InvalidInput, "received before")
                    .saying("Surel atau berkas yang sama sudah ada di Baki atau sudah menjadi permohonan.")
                    .advising("Buka Baki atau cari permohonannya, lalu lanjutkan dari sana."));
            }
            // Its last day is counted from today.
            plan.require_trusted_clock()?;
            id = plan.new_id();
            plan.found_keys(&id)?;
            let (kiriman, words) = filed(plan, &id, incoming, until)?;
            Ok(Act::on_kiriman(&id, Open::KirimanReceived { kiriman }).sealing(Sealed::Kiriman(words)))
        })?;
        Ok(id)
    }

    /// What waits in the Baki, newest first.
    pub fn baki(&self) -> Result<Vec<KirimanRecord>> {
        self.acting(Right::Intake)?;
        self.store.reader().open_kiriman()
    }

    /// One kiriman that waits.
    pub fn kiriman(&self, id: &str) -> Result<KirimanRecord> {
        self.acting(Right::Intake)?;
        let record = self.store.reader().kiriman(id)?;
        require_waiting(&record)?;
        Ok(record)
    }

    /// Whether this officer may open pages and give them to a case.
    pub fn opens_pages(&self) -> bool {
        self.may(Right::Intake) && self.may(Right::Unmask)
    }

    /// Opens a permohonan for whoever sent this. A message becomes its request at once; for loose files the officer
    /// writes down date and sender afterwards.
    pub fn open_from_kiriman(&mut self, id: &str, profil: Profil, notice_version: &str) -> Result<String> {
        let is_request = self.kiriman(id)?.is_request();
        if is_request {
            self.acting(Right::Unmask)?;
        }
        let case = self.open_permohonan(profil, Channel::Daring, notice_version)?;
        if is_request {
            self.take_request(&case, id)?;
        }
        Ok(case)
    }

    /// Whether its last day is over, so that it should be ended.
    pub fn kiriman_is_expired(&self, record: &KirimanRecord) -> bool {
        is_expired(record.until, self.today())
    }

    /// Opens a page to be looked at or given. The first look of a session is an act (who saw this KTP).
    pub fn open_page(&mut self, kiriman: &str, page: &str) -> Result<OpenedPage> {
        let actor = self.acting(Right::Unmask)?;
        let record = self.store.reader().kiriman(kiriman)?;
        require_waiting(&record)?;
        let file = find(&record, page)?.file.clone();
        if !self.seen.contains(page) {
            self.store
                .act(&actor, |_| Ok(Act::on_kiriman(kiriman, Open::KirimanSeen { page: page.to_owned() })))?;
            self.seen.insert(page.to_owned());
        }
        self.store.open_picture(kiriman, &file).map(OpenedPage)
    }

    /// Gives a page to a document of a case: sealed anew under the keys of the case, it outlives the kiriman.
    pub fn give_page(&mut self, case: &str, kiriman: &str, page: &str, taken: Taken) -> Result<String> {
        let actor = self.acting(Right::Unmask)?;
        self.acting(Right::Intake)?;
        let &Framing { kind: document, width, height, .. } = taken.framing();
        let mut id = String::new();
        self.store.act(&actor, |plan| {
            require_editable(&plan.reader().case(case)?)?;
            let record = plan.reader().kiriman(kiriman)?;
            require_waiting(&record)?;
            let found = find(&record, page)?;
            if hex(&content_sha256(taken.bytes())) != found.file.content_sha256 {
                return Err(Error::new(Code::PictureAltered, "not the page that was opened"));
            }
            id = plan.new_id();
            let file = plan.file_picture(case, taken.bytes())?;
            let source = match record.source {
                KirimanSource::Pemindai | KirimanSource::FolderPindai => PictureSource::Pemindai,
                _ => PictureSource::Surel,
            };
            let picture = PictureFiled { id: id.clone(), document, source, file, width, height };
            Ok(Act::on_case(case, Open::PictureSealed { picture, page: Some(page.to_owned()) }))
        })?;
        self.last_taken = Some((id.clone(), taken));
        Ok(id)
    }

    /// The message becomes the evidence of the request: its date and sender stand for the Tanda Terima
    /// (R-03, T-05), and it is sealed once more under the keys of the case.
    pub fn take_request(&mut self, case: &str, kiriman: &str) -> Result<()> {
        let actor = self.acting(Right::Unmask)?;
        self.acting(Right::Intake)?;
        self.store.act(&actor, |plan| {
            require_asking(&plan.reader().case(case)?)?;
            let record = plan.reader().kiriman(kiriman)?;
            require_waiting(&record)?;
            let sent_at = record.sent_at.filter(|_| record.is_request()).ok_or_else(|| {
                Error::new(Code::InvalidInput, "no date or sender")
                    .saying("Kiriman ini tidak menyebut pengirim dan tanggal surelnya.")
                    .advising(
                        "Catat alamat pengirim dan tanggal surel seperti yang tertulis di program surel.",
                    )
            })?;
            let content = plan.open_picture(kiriman, &record.file)?;
            let message = plan.file_picture(case, &content)?;
            Ok(request(case, Some(kiriman), Some(message), sent_at).sealing(Sealed::Sender {
                address: record.sender,
                name: record.sender_name,
                subject: record.subject,
            }))
        })?;
        Ok(())
    }

    /// The same by hand, for loose attachments: what the officer reads in the mail program.
    pub fn note_request(&mut self, case: &str, sender: &str, sent_at: DateTime<Utc>) -> Result<()> {
        let actor = self.acting(Right::Intake)?;
        require_length(sender)?;
        let checked = contact::check_email(sender);
        let Some(address) = checked.value.map(|email| email.as_str().to_owned()) else {
            let fault = checked.notes.into_iter().next().map(|note| note.text).unwrap_or_default();
            return Err(Error::new(Code::InvalidInput, "sender")
                .saying(format!("Alamat pengirim belum benar. {fault}").trim().to_owned()));
        };
        if sent_at > self.store.now() {
            return Err(Error::new(Code::InvalidInput, "sent in the future")
                .saying("Tanggal surel ada di masa depan.")
                .advising("Tulis tanggal seperti yang tertulis di program surel."));
        }
        self.store.act(&actor, |plan| {
            require_asking(&plan.reader().case(case)?)?;
            Ok(request(case, None, None, sent_at).sealing(Sealed::Sender {
                address,
                name: String::new(),
                subject: String::new(),
            }))
        })?;
        Ok(())
    }

    /// Ends a kiriman: its keys are destroyed, and what was not given to a case is gone.
    pub fn end_kiriman(&mut self, kiriman: &str, end: KirimanEnd) -> Result<()> {
        let actor = self.acting(Right::Intake)?;
        let today = self.today();
        let mut files = Vec::new();
        self.store.act(&actor, |plan| {
            let record = plan.reader().kiriman(kiriman)?;
            require_waiting(&record)?;
            if end == KirimanEnd::LewatWaktu {
                plan.require_trusted_clock()?;
            }
            if end == KirimanEnd::LewatWaktu && !is_expired(record.until, today) {
                return Err(Error::new(Code::TransitionRefused, "not expired")
                    .saying("Waktu simpan kiriman ini belum lewat."));
            }
            let used = record.case.is_some() || record.pages.iter().any(|page| page.given.is_some());
            if end == KirimanEnd::Selesai && !used {
                return Err(Error::new(Code::TransitionRefused, "nothing was given")
                    .saying("Belum ada halaman kiriman ini yang dipakai permohonan.")
                    .advising("Masukkan dahulu ke permohonan, atau pilih bukan permintaan verifikasi."));
            }
            files = files_of(&record);
            Ok(Act::on_kiriman(kiriman, Open::KirimanEnded { end }))
        })?;
        // Without their keys the files are noise; removing them frees the room. What stays is named by the
        // next check.
        for file in files {
            let _ = SealedName::parse(&file.sealed_name)
                .and_then(|name| sealed_file::remove_sealed(self.store.folder(), &name));
        }
        Ok(())
    }
}

fn filed(
    plan: &Plan<'_>,
    id: &str,
    incoming: Incoming,
    until: String,
) -> Result<(KirimanFiled, KirimanWords)> {
    let Incoming { source, file_name, bytes, delivery, message } = incoming;
    let envelope = delivery.envelope.unwrap_or_default();
    let mut words = KirimanWords {
        file_name,
        sender: envelope.sender,
        sender_name: envelope.sender_name,
        subject: envelope.subject,
        page_names: Vec::new(),
        refused: delivery
            .refused
            .into_iter()
            .map(|part| RefusedPart {
                name: part.name,
                what: part.why.what_happened(),
                todo: part.why.what_to_do(),
            })
            .collect(),
    };
    let mut pages = Vec::new();
    for page in delivery.pages {
        let content = Zeroizing::new(page.bytes);
        let file = plan.file_picture(id, &content)?;
        pages.push(PageFiled {
            id: plan.new_id(),
            sheet: page.sheet,
            file,
            width: page.width,
            height: page.height,
        });
        words.page_names.push(page.name);
    }
    let kiriman = KirimanFiled {
        id: id.to_owned(),
        source,
        file: plan.file_picture(id, &bytes)?,
        sent_at: envelope.sent_at.map(|sent| sent.to_rfc3339()),
        until,
        pages,
        message,
    };
    Ok((kiriman, words))
}

fn request(case: &str, kiriman: Option<&str>, message: Option<FiledBytes>, sent_at: DateTime<Utc>) -> Act {
    let open =
        Open::RequestMailed { kiriman: kiriman.map(str::to_owned), message, sent_at: sent_at.to_rfc3339() };
    Act::on_case(case, open)
}

fn files_of(record: &KirimanRecord) -> Vec<FiledBytes> {
    [&record.file].into_iter().chain(record.pages.iter().map(|page| &page.file)).cloned().collect()
}

fn find<'a>(record: &'a KirimanRecord, page: &str) -> Result<&'a PageRecord> {
    record
        .pages
        .iter()
        .find(|found| found.id == page)
        .ok_or_else(|| Error::new(Code::NotFound, "no such page"))
}

pub(super) fn require_waiting(record: &KirimanRecord) -> Result<()> {
    if record.ended {
        return Err(Error::new(Code::CaseErased, "the kiriman has ended")
            .saying("Kiriman ini sudah diakhiri dan isinya sudah dimusnahkan.")
            .advising("Buka permohonan yang memakai kiriman itu, atau minta pelaku usaha mengirim ulang."));
    }
    Ok(())
}

/// A request is asked once, from afar, before it is received (T-05).
fn require_asking(record: &CaseRecord) -> Result<()> {
    require_editable(record)?;
    if record.channel != Channel::Daring {
        return Err(Error::new(Code::TransitionRefused, "face to face")
            .saying("Permohonan ini diverifikasi tatap muka, jadi tidak memerlukan surel permintaan."));
    }
    if !matches!(record.status, Status::Draf | Status::MenungguTautan | Status::PengisianFormulir) {
        return Err(Error::new(Code::TransitionRefused, "received already")
            .saying("Permintaan ini sudah diterima, jadi bukti permintaannya tidak dapat diganti."));
    }
    Ok(())
}
