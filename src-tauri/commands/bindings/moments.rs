//! The moments that the tests of the UI need, each played through the core to where it happens.
//!
//! The guest is that of S-01 at 08.50; her name on the form is shortened, so that one row is MIRIP, and her
//! NIK is typed from the KTP only at the end. Called at 09.24.

use std::collections::BTreeMap;

use chrono::TimeDelta;
use loket_core::actions::contact::Contact;
use loket_core::actions::correction::Correction;
use loket_core::actions::permohonan::AttendeeInput;
use loket_core::actions::practice::Photograph;
use loket_core::capture::Taken;
use loket_core::document::{DocumentKind, PictureSource};
use loket_core::form::{CorrectionCause, DocumentField, FormField, Kapasitas, Profil};
use loket_core::permohonan::{Channel, Confirmation, ContactMethod, ContactPurpose, RedirectTarget};
use loket_core::privacy;
use loket_core::reasons::Reason;
use loket_core::role::Role;
use loket_core::tangkapan::TangkapanSource;
use loket_core::verifikasi::RowKey;
use loket_tests::cards::{guest_of, photo_of};
use loket_tests::{BAGUS, DEWI, Desk, Guest, Office, RATNA, finish, refused};

use super::book::{Book, Names};
use crate::commands::desk_state::OfficerRights;
use crate::commands::permohonan::{PrivacyNotice, ReasonCode};
use crate::commands::permohonan_view::view_of;
use crate::error::WireError;

/// A card in the middle of the picture, in whole pixels.
const CORNERS: [[f32; 2]; 4] = [[150.0, 60.0], [810.0, 60.0], [810.0, 476.0], [150.0, 476.0]];
const NPWP: &str = "99.700.101.1-513.000";

/// Plays every story and keeps its moments.
pub(super) fn play_all(book: &mut Book) {
    procedure(book);
    rights(book);
    at_intake(book);
    whole_way(book);
    while_verifying(book);
    link_is_waited_for(book);
    sent_home(book);
    refused_or_sent_on(book);
    sikap(book);
    refusals(book);
}

/// What each role may do at the desk.
fn rights(book: &mut Book) {
    let of_each: BTreeMap<&str, OfficerRights> =
        Role::ALL.iter().map(|role| (role.label(), OfficerRights::of(&[*role]))).collect();
    book.keep("hak", of_each, &mut Names::default());
}

/// One office with one guest.
struct Story<'a> {
    book: &'a mut Book,
    office: Office,
    ratna: Desk,
    guest: Guest,
    names: Names,
}

impl<'a> Story<'a> {
    fn begin(book: &'a mut Book) -> Self {
        let office = Office::staffed();
        office.clock.set(2026, 11, 23, 8, 50);
        let mut ratna = office.sit_down(RATNA);
        let guest = open(&mut ratna);
        Self { book, office, ratna, guest, names: Names::default() }
    }

    /// Keeps what Ratna sees of the case now.
    fn keep(&mut self, moment: &str) {
        let view = view_of(&mut self.ratna.session, &self.guest.case).unwrap();
        self.book.keep_view(moment, view, &mut self.names);
    }

    /// The archive is as it should be, as at the end of every story.
    fn end(self) {
        self.ratna.leave();
        finish(self.office);
    }

    fn at(&mut self, hour: u32, minute: u32) {
        self.office.clock.set(2026, 11, 23, hour, minute);
    }

    /// Bagus, who takes documents in, looks at both originals. Whoever verifies must see them too.
    fn seen_at_the_counter(self) -> Self {
        let Self { book, office, ratna, guest, names } = self;
        ratna.leave();
        let mut bagus = office.sit_down(BAGUS);
        bagus.see_originals(&guest);
        bagus.leave();
        let ratna = office.sit_down(RATNA);
        Self { book, office, ratna, guest, names }
    }

    fn until_filled(mut self) -> Self {
        self.at(9, 0);
        fill(&mut self.ratna, &self.guest);
        self
    }

    fn until_antre(self) -> Self {
        let mut story = self.until_filled();
        story.ratna.hand_in(&story.guest);
        story.ratna.session.complete(&story.guest.case).unwrap();
        story
    }

    /// Called, with what was typed from the cards at the counter.
    fn until_called(self, npwp: &str) -> Self {
        let mut story = self.until_antre();
        type_cards(&mut story.ratna, &story.guest, npwp);
        story.at(9, 24);
        story.ratna.call(&story.guest);
        story
    }

    /// The originals were seen; the shortened name, the address and the NIK wait.
    fn until_compared(self) -> Self {
        let mut story = self.until_called(NPWP);
        story.ratna.see_originals(&story.guest);
        story
    }

    /// Everything that T-19 asks for is there.
    fn until_complete(self) -> Self {
        let mut story = self.until_compared();
        complete(&mut story.ratna, &story.guest);
        story
    }

    fn until_approved(self) -> Self {
        let mut story = self.until_complete();
        story.at(9, 36);
        story.ratna.declare(&story.guest);
        story.ratna.approve(&story.guest);
        story
    }
}

/// A badan usaha walks in; nothing is typed yet.
fn open(desk: &mut Desk) -> Guest {
    let mut brought = guest_of("S-01");
    for (field, value) in &mut brought.form {
        match field {
            FormField::Alamat => *value = "Jl. Gajah Mada No. 41",
            FormField::Surel => *value = "kantor@alasroban.example",
            FormField::PenanggungJawabNama => *value = "W. Pertiwi",
            _ => {}
        }
    }
    let session = &mut desk.session;
    let case =
        session.open_permohonan(Profil::BadanUsaha, Channel::TatapMuka, privacy::NOTICE_VERSION).unwrap();
    Guest { case, brought }
}

fn fill(desk: &mut Desk, guest: &Guest) {
    let attendee = AttendeeInput {
        name: "Wulan Pertiwi".to_owned(),
        nik: guest.brought.ktp.nik.clone(),
        phone: String::new(),
        priority: None,
    };
    desk.session.set_attendee(&guest.case, Kapasitas::Direktur, attendee).unwrap();
    desk.fill_form(guest);
    for card in [DocumentKind::Ktp, DocumentKind::Npwp] {
        desk.receive(guest, card);
        let jpeg = photo_of(&guest.brought, card).jpeg.clone();
        desk.file_photo(guest, card, &Photograph { jpeg, corners: CORNERS });
    }
}

/// What both cards say, but for the NIK.
fn type_cards(desk: &mut Desk, guest: &Guest, npwp: &str) {
    use DocumentField as F;
    for (document, field, value) in [
        (DocumentKind::Ktp, F::Nama, "WULAN PERTIWI"),
        (DocumentKind::Ktp, F::BerlakuHingga, "SEUMUR HIDUP"),
        (DocumentKind::Npwp, F::NamaUsaha, "CV ALAS ROBAN SEJAHTERA"),
        (DocumentKind::Npwp, F::Npwp, npwp),
        (DocumentKind::Npwp, F::Alamat, "JL. CONTOH RAYA NO. 41"),
    ] {
        desk.read(guest, document, field, value);
    }
}

fn complete(desk: &mut Desk, guest: &Guest) {
    use DocumentField as F;
    for (field, value) in [
        (F::Nik, "3325114508759002"),
        (F::TempatLahir, "BATANG"),
        (F::TanggalLahir, "05-08-1975"),
        (F::Kewarganegaraan, "WNI"),
    ] {
        desk.read(guest, DocumentKind::Ktp, field, value);
    }
    desk.decide_with_reason(guest, RowKey::PjNama, "disingkat");
    desk.decide_with_reason(guest, RowKey::Alamat, "alamat_lama");
    desk.compare_everything(guest);
    desk.answer_questions(guest);
}

/// From the walk-in to SIKAP.
fn whole_way(book: &mut Book) {
    let mut story = Story::begin(book);
    story.keep("draf-kosong");
    story = story.until_filled();
    story.keep("draf-terisi");
    story.ratna.hand_in(&story.guest);
    story.keep("diajukan");
    story.ratna.session.complete(&story.guest.case).unwrap();
    story.keep("antre");
    story = story.seen_at_the_counter();
    type_cards(&mut story.ratna, &story.guest, NPWP);
    story.at(9, 24);
    story.ratna.call(&story.guest);
    story.keep("verifikasi-mulai");
    story.ratna.see_originals(&story.guest);
    story.keep("verifikasi-dibandingkan");
    complete(&mut story.ratna, &story.guest);
    story.at(9, 36);
    story.ratna.declare(&story.guest);
    story.keep("sesuai");
    story.ratna.session.send_back(&story.guest.case, "NIK belum dibaca ulang").unwrap();
    story.keep("verifikasi-dikembalikan");
    story.ratna.see_originals(&story.guest);
    story.ratna.declare(&story.guest);
    story.ratna.approve(&story.guest);
    story.keep("disetujui-tanpa-fotokopi");
    story.ratna.session.make_fotokopi(&story.guest.case).unwrap();
    story.keep("disetujui");
    story.ratna.session.record_activation(&story.guest.case, "alasroban").unwrap();
    story.keep("pemantauan-sikap");
    story.end();
}

fn sikap(book: &mut Book) {
    let mut story = Story::begin(book).until_approved();
    story.ratna.session.record_activation(&story.guest.case, "alasroban").unwrap();
    let call = |method, note: &str| Contact {
        method,
        purpose: ContactPurpose::Sikap,
        reached: false,
        note: note.to_owned(),
    };
    story.office.clock.set(2026, 11, 26, 9, 0);
    story.ratna.session.log_contact(&story.guest.case, &call(ContactMethod::Surel, "Surel kembali")).unwrap();
    story.keep("pemantauan-sikap-disurati");
    story.office.clock.set(2026, 12, 2, 9, 0);
    let unanswered = call(ContactMethod::Telepon, "Tidak diangkat");
    story.ratna.session.log_contact(&story.guest.case, &unanswered).unwrap();
    story.keep("pemantauan-sikap-ditelepon");
    story.office.clock.set(2026, 12, 11, 9, 0);
    story.ratna.session.log_contact(&story.guest.case, &unanswered).unwrap();
    story.office.clock.set(2026, 12, 12, 9, 0);
    story.keep("pemantauan-sikap-berakhir");
    story.ratna.session.give_up_sikap(&story.guest.case, "Tiga kali tidak diangkat").unwrap();
    story.keep("selesai-sikap-kosong");
    story.end();

    let mut story = Story::begin(book).until_approved();
    let case = story.guest.case.clone();
    story.ratna.session.make_fotokopi(&case).unwrap();
    story.ratna.session.record_activation(&case, "alasroban").unwrap();
    let reason = "Nama kurang satu kata";
    story.ratna.session.replace_bukti(&case, RATNA.password, reason, Some("Wulan Ayu Pertiwi")).unwrap();
    story.keep("bukti-diganti");
    story.ratna.capture_call(&story.guest, TangkapanSource::Layar);
    story.keep("pemantauan-sikap-terbukti");
    story.ratna.session.close_sikap(&case, Confirmation::TangkapanLayar).unwrap();
    story.keep("selesai");
    story.end();
}

/// What the verifikator meets beside the usual.
fn while_verifying(book: &mut Book) {
    let mut story = Story::begin(book).until_called("99.700.103.7-502.000");
    story.ratna.see_originals(&story.guest);
    story.keep("verifikasi-npwp-beda");
    story.end();

    let mut story = Story::begin(book).until_compared();
    story.ratna.read(&story.guest, DocumentKind::Ktp, DocumentField::Nik, "3325114508759002");
    story.keep("verifikasi-nik-dibaca");
    story.end();

    for (moment, field, value) in [
        ("koreksi-nama-usaha", FormField::NamaUsaha, "CV Alas Roban"),
        ("koreksi-alamat", FormField::Alamat, "Jl. Contoh Raya No. 41"),
        ("koreksi-pusat-cabang", FormField::PusatCabang, "cabang"),
        ("koreksi-bentuk-usaha", FormField::BentukUsaha, "Firma"),
        ("koreksi-kabupaten", FormField::Kabupaten, "3375"),
    ] {
        let mut story = Story::begin(book).until_compared();
        let value = value.to_owned();
        let correction = Correction { field, value, cause: CorrectionCause::SalahSalin, seen_at: None };
        story.ratna.session.correct_form(&story.guest.case, &correction).unwrap();
        story.keep(moment);
        story.end();
    }

    let mut story = Story::begin(book).until_complete();
    story.at(10, 6);
    story.ratna.declare(&story.guest);
    story.keep("sesuai-lewat-waktu");
    story.end();

    held_by_another(book);
    without_corners(book);
}

fn held_by_another(book: &mut Book) {
    let mut story = Story::begin(book).until_antre();
    type_cards(&mut story.ratna, &story.guest, NPWP);
    let Story { book, office, ratna, guest, names } = story;
    ratna.leave();
    office.clock.set(2026, 11, 23, 9, 24);
    let mut dewi = office.sit_down(DEWI);
    dewi.call(&guest);
    dewi.see_originals(&guest);
    dewi.leave();
    let ratna = office.sit_down(RATNA);
    let mut story = Story { book, office, ratna, guest, names };
    story.keep("verifikasi-petugas-lain");
    story.end();
}

/// The KTP lies somewhere on its picture, and nobody marked where.
fn without_corners(book: &mut Book) {
    let mut story = Story::begin(book).until_filled();
    let taken =
        Taken::check(DocumentKind::Ktp, photo_of(&story.guest.brought, DocumentKind::Ktp).jpeg.clone());
    story.ratna.session.add_picture(&story.guest.case, PictureSource::Kamera, taken.unwrap()).unwrap();
    story.ratna.hand_in(&story.guest);
    story.ratna.session.complete(&story.guest.case).unwrap();
    type_cards(&mut story.ratna, &story.guest, NPWP);
    story.at(9, 24);
    story.ratna.call(&story.guest);
    story.ratna.see_originals(&story.guest);
    story.keep("verifikasi-ktp-tanpa-sudut");
    complete(&mut story.ratna, &story.guest);
    story.at(9, 36);
    story.ratna.declare(&story.guest);
    story.ratna.approve(&story.guest);
    story.keep("disetujui-ktp-tanpa-sudut");
    story.ratna.session.make_berita_acara(&story.guest.case).unwrap();
    story.keep("disetujui-berita-acara");
    story.ratna.session.record_activation(&story.guest.case, "alasroban").unwrap();
    story.ratna.session.close_sikap(&story.guest.case, Confirmation::Telepon).unwrap();
    story.keep("selesai-ktp-tanpa-sudut");
    story.end();
}

/// Before the documents are handed in.
fn at_intake(book: &mut Book) {
    let mut story = Story::begin(book);
    story.ratna.session.set_form_field(&story.guest.case, FormField::Npwp, "99.700").unwrap();
    story.keep("draf-npwp-salah");
    story.ratna.session.set_profil(&story.guest.case, Profil::UsahaPerorangan).unwrap();
    story.ratna.session.set_form_field(&story.guest.case, FormField::Npwp, "").unwrap();
    story.keep("draf-perorangan");
    story.end();

    let mut story = Story::begin(book).until_approved();
    story.ratna.session.record_activation(&story.guest.case, "alasroban").unwrap();
    story.guest = open(&mut story.ratna);
    story = story.until_filled();
    story.keep("draf-ganda");
    story.end();
}

/// The e-mail was registered and its link is waited for (S-11).
fn link_is_waited_for(book: &mut Book) {
    let mut story = Story::begin(book).until_filled();
    let registered = story.ratna.session.store().now() - TimeDelta::minutes(30);
    story.ratna.session.register_email(&story.guest.case, registered).unwrap();
    story.keep("menunggu-tautan");
    story.office.clock.set(2026, 11, 26, 9, 0);
    story.keep("menunggu-tautan-lewat");
    story.ratna.session.link_came(&story.guest.case, registered + TimeDelta::hours(50)).unwrap();
    story.keep("pengisian-formulir");
    story.end();

    let mut story = Story::begin(book).until_filled();
    let registered = story.ratna.session.store().now();
    story.ratna.session.register_email(&story.guest.case, registered).unwrap();
    story.office.clock.set(2026, 11, 26, 9, 0);
    story.ratna.session.lapse_link(&story.guest.case).unwrap();
    story.keep("kedaluwarsa-tautan");
    story.end();

    // Nobody called the guest for a fortnight: the vendor is reminded.
    let mut story = Story::begin(book).until_antre();
    story.office.clock.set(2026, 12, 7, 10, 0);
    story.keep("antre-diingatkan");
    story.end();
}

fn sent_home(book: &mut Book) {
    let mut story = Story::begin(book).until_compared();
    story.ratna.send_for_repair(&story.guest, Reason::P05, "");
    story.keep("perlu-perbaikan");
    story.ratna.session.withdraw_shortages(&story.guest.case, "Salah pilih kode").unwrap();
    story.keep("verifikasi-ditarik");
    story.ratna.session.pause(&story.guest.case, "Listrik padam").unwrap();
    story.keep("ditunda");
    story.ratna.session.cancel(&story.guest.case, "Permohonan ganda").unwrap();
    story.keep("dibatalkan");
    story.end();

    let mut story = Story::begin(book).until_filled();
    story.ratna.hand_in(&story.guest);
    story.ratna.send_for_repair(&story.guest, Reason::P01, "");
    story.keep("perlu-perbaikan-penerimaan");
    story.office.clock.set(2026, 12, 23, 9, 24);
    story.keep("lewat-batas");
    let reminder = Contact {
        method: ContactMethod::Whatsapp,
        purpose: ContactPurpose::Pengingat,
        reached: true,
        note: "Datang Senin".to_owned(),
    };
    story.ratna.session.log_contact(&story.guest.case, &reminder).unwrap();
    story.keep("lewat-batas-diingatkan");
    story.ratna.session.lapse(&story.guest.case).unwrap();
    story.keep("kedaluwarsa");
    story.end();
}

fn refused_or_sent_on(book: &mut Book) {
    let mut story = Story::begin(book).until_compared();
    story.ratna.session.refuse(&story.guest.case, Reason::X02, "Cap pada NPWP tidak asli").unwrap();
    story.keep("ditolak");
    story.end();

    for (moment, target) in [
        ("dialihkan", RedirectTarget::Inaproc),
        ("dialihkan-lpse-lain", RedirectTarget::LpseLain("LPSE Kota Contoh".to_owned())),
    ] {
        let mut story = Story::begin(book).until_antre();
        story.ratna.session.redirect(&story.guest.case, target, "").unwrap();
        story.keep(moment);
        story.end();
    }
}

/// What the program says when it takes a step back, word for word.
fn refusals(book: &mut Book) {
    let mut story = Story::begin(book).until_compared();
    let case = story.guest.case.clone();
    let same = Correction {
        field: FormField::Npwp,
        value: "0997001011513000".to_owned(),
        cause: CorrectionCause::SalahSalin,
        seen_at: None,
    };
    let nothing_changes = refused(story.ratna.session.correct_form(&case, &same));
    let nowhere = RedirectTarget::LpseLain(String::new());
    let no_target = refused(story.ratna.session.redirect(&case, nowhere, ""));
    complete(&mut story.ratna, &story.guest);
    story.ratna.declare(&story.guest);
    let wrong_password = refused(story.ratna.session.approve(&case, "salah", ""));
    let said = BTreeMap::from([
        ("nothing_changes", WireError::from(nothing_changes)),
        ("no_target", WireError::from(no_target)),
        ("wrong_password", WireError::from(wrong_password)),
    ]);
    story.book.keep("penolakan", said, &mut story.names);
    story.end();
}

/// What the window reads beside the case: the reasons of the procedure, and the notice of this office.
fn procedure(book: &mut Book) {
    let story = Story::begin(book);
    let codes: Vec<ReasonCode> = Reason::ALL.into_iter().map(ReasonCode::from).collect();
    story.book.keep("alasan", codes, &mut Names::default());
    let notice = PrivacyNotice::of(&story.ratna.session);
    story.book.keep("pemberitahuan", notice, &mut Names::default());
    story.end();
}
