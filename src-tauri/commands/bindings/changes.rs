//! What else a vendor comes for: to change the data of an account that was verified (S-17), and for help with INAPROC.

use loket_core::document::{DocumentKind, DocumentState};
use loket_core::form::{DocumentField, FormField, Profil};
use loket_core::layanan::inaproc::{HasilPendampingan, LookedUp};
use loket_core::layanan::perubahan::Bagian;
use loket_core::privacy::NOTICE_VERSION;
use loket_tests::cards::guest_of;
use loket_tests::{Desk, Guest, Office, RATNA, finish};

use super::book::{Book, Names};
use crate::commands::permohonan_view::view_of;

pub(super) fn play(book: &mut Book) {
    let office = Office::open();
    let mut names = Names::default();
    let mut ratna = office.sit_down(RATNA);
    let mut keep = |moment: &str, ratna: &mut Desk, guest: &Guest| {
        let view = view_of(&mut ratna.session, &guest.case).unwrap();
        book.keep_view(moment, view, &mut names);
    };
    let former = ratna.verified("S-17");
    let guest = ratna.open_perubahan(&former, &[Bagian::PenanggungJawab]);
    keep("perubahan-draf", &mut ratna, &guest);
    keep("selesai-diubah", &mut ratna, &former);
    ratna.bring_new_director(&guest);
    keep("perubahan-terisi", &mut ratna, &guest);
    ratna.hand_in(&guest);
    ratna.session.complete(&guest.case).unwrap();
    ratna.call(&guest);
    ratna.see_originals(&guest);
    keep("perubahan-verifikasi", &mut ratna, &guest);
    ratna.leave();
    finish(office);
    from_spse(book);
    inaproc(book);
}

/// A change of an account that this desk never saw: one part was read in SPSE.
fn from_spse(book: &mut Book) {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = ratna.open_change_from_spse("S-17", &[Bagian::Surel, Bagian::NamaUsaha, Bagian::Alamat]);
    ratna.fill_form(&guest);
    ratna.session.set_former(&guest.case, FormField::Surel, "kantor.lama@rebankarya.example").unwrap();
    let view = view_of(&mut ratna.session, &guest.case).unwrap();
    book.keep_view("perubahan-dari-spse", view, &mut Names::default());
    ratna.leave();
    finish(office);
}

/// Help with INAPROC, as it is opened, filled, and ended.
fn inaproc(book: &mut Book) {
    let office = Office::open();
    let mut names = Names::default();
    let mut ratna = office.sit_down(RATNA);
    let mut keep = |moment: &str, ratna: &mut Desk, case: &str| {
        let view = view_of(&mut ratna.session, case).unwrap();
        book.keep_view(moment, view, &mut names);
    };
    let case = ratna.session.open_pendampingan(Profil::BadanUsaha, NOTICE_VERSION).unwrap();
    keep("pendampingan-kosong", &mut ratna, &case);
    let guest = Guest { case, brought: guest_of("S-17") };
    ratna.greet(&guest);
    ratna.fill_form(&guest);
    ratna.read(&guest, DocumentKind::Nib, DocumentField::Nik, "3325112305709012");
    let looked_up = LookedUp { nib_valid: Some(true), listed: None, registered: None };
    ratna.session.look_up_inaproc(&guest.case, looked_up).unwrap();
    for document in [DocumentKind::Nib, DocumentKind::Npwp, DocumentKind::Sppkp] {
        ratna.receive(&guest, document);
    }
    for document in [DocumentKind::Kswp, DocumentKind::PernyataanPemilik, DocumentKind::SuratKerja] {
        let later = DocumentState::Menyusul;
        ratna.session.set_document_state(&guest.case, document, later, None).unwrap();
    }
    keep("pendampingan-terisi", &mut ratna, &guest.case);
    let outcome = HasilPendampingan::MendaftarSendiri;
    ratna.session.finish_pendampingan(&guest.case, outcome, "NPWP dipadankan dahulu").unwrap();
    keep("pendampingan-selesai", &mut ratna, &guest.case);
    ratna.leave();
    finish(office);
}
