//! What an officer does with a guest, in the words of the desk. Every helper expects to succeed;
//! where a story wants a refusal it asks the session itself.

use chrono::{DateTime, Days, Utc};
use loket_core::actions::kiriman::Incoming;
use loket_core::actions::permohonan::AttendeeInput;
use loket_core::actions::practice::{Photograph, card_values};
use loket_core::actions::schedule::Booking;
use loket_core::actions::step::ShortageItem;
use loket_core::actions::tangkapan::CheckedTangkapan;
use loket_core::actions::{CaseRecord, Open, PaperRecord, Session};
use loket_core::capture::Taken;
use loket_core::document::{DocumentKind, DocumentState, PictureSource, Sighting};
use loket_core::form::{DocumentField, FormField, Kapasitas, Profil};
use loket_core::kiriman::KirimanSource;
use loket_core::numbering::PaperKind;
use loket_core::permohonan::{Channel, ContactMethod, Status};
use loket_core::privacy;
use loket_core::reasons::Reason;
use loket_core::schedule::{NoticeKind, VideoWay};
use loket_core::specimen::Scenario;
use loket_core::tangkapan::TangkapanSource;
use loket_core::verifikasi::{DaftarHitam, Decision, JawabanDaftarHitam, Kewenangan, Row, RowKey};

use crate::cards::{guest_of, photo_of};
use crate::letters::Letter;
use crate::office::Officer;

/// An officer at the open office.
pub struct Desk {
    pub session: Session,
    pub officer: Officer,
}

/// Somebody who walked in, and the permohonan that was opened.
#[derive(Clone, Debug)]
pub struct Guest {
    pub case: String,
    pub brought: Scenario,
}

impl Guest {
    /// What the SPSE form of this guest says.
    pub fn typed(&self, field: FormField) -> &'static str {
        self.brought.typed(field)
    }
}

#[track_caller]
fn done<T, E: std::fmt::Debug>(result: Result<T, E>) -> T {
    result.expect("the desk allows this step")
}

impl Desk {
    pub(crate) fn new(session: Session, officer: Officer) -> Self {
        Self { session, officer }
    }

    /// Locks the office and leaves.
    pub fn leave(self) {
        done(self.session.lock(false));
    }

    // Row 3 of the SOP: the vendor comes, the documents are handed in.

    /// A guest of an acceptance scenario walks in; the director or owner in person.
    #[track_caller]
    pub fn walk_in(&mut self, scenario: &str) -> Guest {
        let brought = guest_of(scenario);
        let case =
            done(self.session.open_permohonan(brought.profil, Channel::TatapMuka, privacy::NOTICE_VERSION));
        let guest = Guest { case, brought };
        self.attend(&guest);
        guest
    }

    #[track_caller]
    pub(crate) fn attend(&mut self, guest: &Guest) {
        let kapasitas = match guest.brought.profil {
            Profil::BadanUsaha => Kapasitas::Direktur,
            Profil::UsahaPerorangan => Kapasitas::Pemilik,
        };
        let attendee = AttendeeInput {
            name: guest.typed(FormField::PenanggungJawabNama).to_owned(),
            nik: guest.brought.ktp.nik.clone(),
            phone: guest.typed(FormField::Hp).to_owned(),
            priority: None,
        };
        done(self.session.set_attendee(&guest.case, kapasitas, attendee));
    }

    // Row 3b: the request comes by e-mail.

    /// The message of a guest waits in the Baki, both scans attached.
    #[track_caller]
    pub fn receive_letter(&mut self, scenario: &str) -> String {
        let guest = guest_of(scenario);
        let letter = [("ktp.jpg", DocumentKind::Ktp), ("npwp.jpg", DocumentKind::Npwp)]
            .into_iter()
            .fold(Letter::of_slamet(), |letter, (name, document)| {
                letter.attach(name, "image/jpeg", &photo_of(&guest, document).jpeg)
            });
        let incoming = done(Incoming::read("permohonan.eml", KirimanSource::Seret, letter.bytes()));
        done(self.session.receive_kiriman(incoming))
    }

    /// A permohonan of somebody who is not here.
    #[track_caller]
    pub fn open_online(&mut self, scenario: &str) -> Guest {
        let brought = guest_of(scenario);
        let case =
            done(self.session.open_permohonan(brought.profil, Channel::Daring, privacy::NOTICE_VERSION));
        Guest { case, brought }
    }

    /// The message becomes the request of a new permohonan, its scans the pictures of both cards.
    #[track_caller]
    pub fn open_from_letter(&mut self, scenario: &str, kiriman: &str) -> Guest {
        let guest = self.open_online(scenario);
        done(self.session.take_request(&guest.case, kiriman));
        self.give_scans(&guest, kiriman);
        guest
    }

    /// The first page becomes the KTP, the second the NPWP.
    #[track_caller]
    pub fn give_scans(&mut self, guest: &Guest, kiriman: &str) {
        let pages = done(self.session.kiriman(kiriman)).pages;
        for (page, document) in pages.iter().zip([DocumentKind::Ktp, DocumentKind::Npwp]) {
            let taken = done(done(self.session.open_page(kiriman, &page.id)).check(document));
            let picture = done(self.session.give_page(&guest.case, kiriman, &page.id, taken));
            let corners = photo_of(&guest.brought, document).corners;
            done(self.session.crop_picture(&guest.case, &picture, corners, 0));
        }
    }

    /// From the message to a complete request that waits for its appointment.
    #[track_caller]
    pub fn take_in_online(&mut self, scenario: &str) -> Guest {
        let kiriman = self.receive_letter(scenario);
        let guest = self.open_from_letter(scenario, &kiriman);
        self.fill_form(&guest);
        self.read_cards(&guest);
        self.hand_in(&guest);
        done(self.session.complete(&guest.case));
        guest
    }

    /// Promises a time to a request that waits for one; this officer leads the call.
    #[track_caller]
    pub fn promise(&mut self, guest: &Guest, start: DateTime<Utc>) {
        self.book(guest, start);
        done(self.session.note_notice(&guest.case, NoticeKind::Jadwal, ContactMethod::Surel));
    }

    /// A time is promised; nobody has told the vendor yet.
    #[track_caller]
    pub fn book(&mut self, guest: &Guest, start: DateTime<Utc>) {
        let booking = Booking {
            start,
            verifikator: self.session.officer().id.clone(),
            way: VideoWay::Zoom,
            join: "https://rapat.contoh.example/j/9001".to_owned(),
        };
        done(self.session.schedule(&guest.case, &booking));
    }

    /// The owner is on the call, in person.
    #[track_caller]
    pub fn greet(&mut self, guest: &Guest) {
        let attendee = AttendeeInput {
            name: guest.typed(FormField::PenanggungJawabNama).to_owned(),
            nik: guest.brought.ktp.nik.clone(),
            phone: guest.typed(FormField::Hp).to_owned(),
            priority: None,
        };
        let kapasitas = match guest.brought.profil {
            Profil::BadanUsaha => Kapasitas::Direktur,
            Profil::UsahaPerorangan => Kapasitas::Pemilik,
        };
        done(self.session.set_attendee(&guest.case, kapasitas, attendee));
    }

    /// Seals a picture of the call. Its pixels play no part.
    #[track_caller]
    pub fn capture_call(&mut self, guest: &Guest, source: TangkapanSource) -> String {
        let photo = photo_of(&guest.brought, DocumentKind::Ktp).jpeg.clone();
        let checked = done(CheckedTangkapan::check(source, photo));
        done(self.session.add_tangkapan(&guest.case, &checked))
    }

    #[track_caller]
    pub fn fill_form(&mut self, guest: &Guest) {
        for (field, value) in &guest.brought.form {
            done(self.session.set_form_field(&guest.case, *field, value));
        }
    }

    #[track_caller]
    pub fn receive(&mut self, guest: &Guest, document: DocumentKind) {
        done(self.session.set_document_state(&guest.case, document, DocumentState::Diterima, Some(true)));
    }

    /// Seals a webcam picture of a card and marks its true corners. Returns the picture's id.
    #[track_caller]
    pub fn photograph(&mut self, guest: &Guest, document: DocumentKind) -> String {
        self.file_photo(guest, document, &photo_of(&guest.brought, document))
    }

    #[track_caller]
    pub fn file_photo(&mut self, guest: &Guest, document: DocumentKind, photo: &Photograph) -> String {
        let taken = done(Taken::check(document, photo.jpeg.clone()));
        let picture = done(self.session.add_picture(&guest.case, PictureSource::Kamera, taken));
        done(self.session.crop_picture(&guest.case, &picture, photo.corners, 0));
        picture
    }

    /// Types what both cards say.
    #[track_caller]
    pub fn read_cards(&mut self, guest: &Guest) {
        for (document, field, value) in card_values(&guest.brought) {
            self.read(guest, document, field, &value);
        }
    }

    #[track_caller]
    pub fn read(&mut self, guest: &Guest, document: DocumentKind, field: DocumentField, value: &str) {
        done(self.session.set_document_field(&guest.case, document, field, value));
    }

    #[track_caller]
    pub fn hand_in(&mut self, guest: &Guest) {
        done(self.session.submit(&guest.case, None));
    }

    /// Everything up to the moment before the documents are handed in.
    #[track_caller]
    pub fn prepare(&mut self, scenario: &str) -> Guest {
        let guest = self.walk_in(scenario);
        self.fill_form(&guest);
        for card in [DocumentKind::Ktp, DocumentKind::Npwp] {
            self.receive(&guest, card);
            self.photograph(&guest, card);
        }
        self.read_cards(&guest);
        guest
    }

    /// The documents are handed in, nobody has looked yet whether all is there.
    #[track_caller]
    pub fn take_in_without_completing(&mut self, scenario: &str) -> Guest {
        let guest = self.prepare(scenario);
        self.hand_in(&guest);
        guest
    }

    /// Everything from the walk-in to the queue number.
    #[track_caller]
    pub fn take_in(&mut self, scenario: &str) -> Guest {
        let guest = self.take_in_without_completing(scenario);
        done(self.session.complete(&guest.case));
        guest
    }

    // Row 5: originals and form side by side.

    #[track_caller]
    pub fn call(&mut self, guest: &Guest) {
        done(self.session.start(&guest.case));
    }

    #[track_caller]
    pub fn see_original(&mut self, guest: &Guest, document: DocumentKind) {
        done(self.session.set_sighting(&guest.case, document, Sighting::Asli));
    }

    #[track_caller]
    pub fn see_originals(&mut self, guest: &Guest) {
        self.see_original(guest, DocumentKind::Ktp);
        self.see_original(guest, DocumentKind::Npwp);
    }

    /// Decides every row that agrees, and those that only the eye can judge. What is MIRIP, BEDA or
    /// warned about stays open for the story.
    #[track_caller]
    pub fn compare_everything(&mut self, guest: &Guest) {
        for row in self.rows(guest) {
            if row.decision.is_none() && !row.needs_reason() && (row.by_eye || row.finding.is_some()) {
                self.decide(guest, row.key, Decision::Cocok);
            }
        }
    }

    #[track_caller]
    pub fn decide(&mut self, guest: &Guest, row: RowKey, decision: Decision) {
        done(self.session.decide_row(&guest.case, row, Some(decision), "", None));
    }

    /// Lets a row pass with the sentence of one of its ready reasons.
    #[track_caller]
    pub fn decide_with_reason(&mut self, guest: &Guest, row: RowKey, code: &str) -> &'static str {
        let found = self.row(guest, row);
        let ready =
            found.ready_reasons.iter().find(|ready| ready.code == code).expect("a reason of this row");
        let decision = Some(Decision::CocokDenganCatatan);
        done(self.session.decide_row(&guest.case, row, decision, ready.sentence, Some(code)));
        ready.sentence
    }

    /// Answers the two questions beside the rows: authority was not examined, the list names nobody.
    #[track_caller]
    pub fn answer_questions(&mut self, guest: &Guest) {
        let kewenangan = Kewenangan { checked: Some(false), basis: String::new() };
        done(self.session.set_kewenangan(&guest.case, kewenangan));
        let list_date = Some(self.session.today());
        let answer = Some(JawabanDaftarHitam::TidakTercantum);
        done(self.session.set_daftar_hitam(&guest.case, DaftarHitam { answer, list_date }));
    }

    /// Calls the guest and does all of row 5 that can be done without a reason.
    #[track_caller]
    pub fn verify(&mut self, guest: &Guest) {
        self.call(guest);
        self.see_originals(guest);
        self.compare_everything(guest);
        self.answer_questions(guest);
    }

    /// Sends the guest home with a Lembar Kekurangan; two weeks to come back.
    #[track_caller]
    pub fn send_for_repair(&mut self, guest: &Guest, reason: Reason, note: &str) {
        let items = [ShortageItem { reason, note: note.to_owned() }];
        let until = self.session.today() + Days::new(14);
        done(self.session.send_for_repair(&guest.case, &items, until));
    }

    /// The guest came back with what was asked, and waits again.
    #[track_caller]
    pub fn take_back(&mut self, guest: &Guest) {
        done(self.session.resubmit(&guest.case));
        done(self.session.complete(&guest.case));
    }

    #[track_caller]
    pub fn declare(&mut self, guest: &Guest) {
        done(self.session.declare(&guest.case));
    }

    // Row 6: the decision on paper.

    #[track_caller]
    pub fn approve(&mut self, guest: &Guest) {
        done(self.session.approve(&guest.case, self.officer.password, ""));
    }

    // Looking.

    #[track_caller]
    pub fn record(&self, guest: &Guest) -> CaseRecord {
        done(self.session.read_case(&guest.case))
    }

    #[track_caller]
    pub fn status(&self, guest: &Guest) -> Status {
        self.record(guest).status
    }

    #[track_caller]
    pub fn rows(&self, guest: &Guest) -> Vec<Row> {
        done(self.session.assess(&self.record(guest))).rows
    }

    #[track_caller]
    pub fn row(&self, guest: &Guest, key: RowKey) -> Row {
        self.rows(guest).into_iter().find(|row| row.key == key).expect("this case has the row")
    }

    /// What T-19 still needs, in words.
    #[track_caller]
    pub fn still_missing(&self, guest: &Guest) -> Vec<String> {
        let assessment = done(self.session.assess(&self.record(guest)));
        assessment.missing.into_iter().map(|missing| missing.label).collect()
    }

    /// The steps of the case in order: `T-05`, `T-08` ...
    #[track_caller]
    pub fn steps(&self, guest: &Guest) -> Vec<String> {
        self.acts(guest)
            .into_iter()
            .filter_map(|open| match open {
                Open::Moved(step) => Some(step.transition.to_string()),
                _ => None,
            })
            .collect()
    }

    /// The open parts of every act about the case, in order. The story may look where not every
    /// officer may.
    #[track_caller]
    pub fn acts(&self, guest: &Guest) -> Vec<Open> {
        let store = self.session.store();
        let log = done(store.reader().log_of_case(store.keys(), &guest.case));
        log.into_iter().map(|entry| entry.open).collect()
    }

    /// Numbers of the papers that were issued, in order.
    #[track_caller]
    pub fn paper_numbers(&self, guest: &Guest) -> Vec<String> {
        let filed = self.acts(guest).into_iter().filter_map(|open| match open {
            Open::Moved(step) => step.paper,
            Open::PaperIssued { paper } | Open::BuktiReplaced { paper } => Some(paper),
            _ => None,
        });
        filed.filter_map(|paper| paper.number).map(|number| number.to_string()).collect()
    }

    #[track_caller]
    pub fn paper(&self, guest: &Guest, kind: PaperKind) -> PaperRecord {
        self.record(guest).papers.into_iter().rfind(|paper| paper.kind == kind).expect("the paper was issued")
    }

    /// The words on a paper as a reader program finds them, one space apart.
    #[track_caller]
    pub fn words_on(&mut self, guest: &Guest, kind: PaperKind) -> String {
        let paper = self.paper(guest, kind);
        let (_, pdf) = done(self.session.open_paper(&guest.case, &paper.id));
        text_of(&pdf)
    }
}

/// The words of a PDF, in one line.
#[track_caller]
pub fn text_of(pdf: &[u8]) -> String {
    let document = done(lopdf::Document::load_mem(pdf));
    let pages: Vec<u32> = document.get_pages().into_keys().collect();
    let text = done(document.extract_text(&pages));
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
