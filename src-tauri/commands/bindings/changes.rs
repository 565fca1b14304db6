//! A vendor whose account was verified changes its data: a new director (S-17).

use loket_core::layanan::perubahan::Bagian;
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
}
