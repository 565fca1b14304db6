//! What comes by e-mail waits in the Baki: sealed, seen only with a trace, given away, ended.

use chrono::TimeDelta;
use loket_core::actions::kiriman::Incoming;
use loket_core::actions::picture::PictureVariant;
use loket_core::capture::Taken;
use loket_core::document::DocumentKind;
use loket_core::error::{Code, Error};
use loket_core::form::Profil;
use loket_core::kiriman::{KirimanEnd, KirimanSource};
use loket_core::permohonan::Channel;
use loket_core::privacy;
use loket_core::store::sealed_file::list_sealed;
use loket_tests::cards::{guest_of, photo_of};
use loket_tests::{BAGUS, Desk, Letter, Office, RATNA, finish, refused};

fn letter() -> Letter {
    let guest = guest_of("S-02");
    Letter::of_slamet()
        .attach("ktp.jpg", "image/jpeg", &photo_of(&guest, DocumentKind::Ktp).jpeg)
        .attach("surat.docx", "application/msword", b"PK\x03\x04 bukan gambar")
        .attach("npwp.jpg", "image/jpeg", &photo_of(&guest, DocumentKind::Npwp).jpeg)
}

fn incoming(letter: &Letter) -> Incoming {
    Incoming::read("permohonan.eml", KirimanSource::Seret, letter.bytes()).unwrap()
}

fn online(desk: &mut Desk) -> String {
    desk.session.open_permohonan(Profil::UsahaPerorangan, Channel::Daring, privacy::NOTICE_VERSION).unwrap()
}

#[test]
fn what_was_refused_stays_beside_what_was_taken_with_both_sentences() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let id = ratna.session.receive_kiriman(incoming(&letter())).unwrap();
    let kiriman = ratna.session.kiriman(&id).unwrap();
    let names: Vec<_> = kiriman.pages.iter().map(|page| page.name.as_str()).collect();
    assert_eq!(names, ["ktp.jpg", "npwp.jpg"]);
    assert_eq!(kiriman.subject, "Permohonan verifikasi akun SPSE");
    assert_eq!(kiriman.until.to_string(), "2026-12-23");
    let [refused] = kiriman.refused.as_slice() else { panic!("{:?}", kiriman.refused) };
    assert_eq!(refused.name, "surat.docx");
    assert!(refused.what.ends_with('.') && refused.todo.ends_with('.'), "{refused:?}");
    assert_eq!(ratna.session.home().unwrap().baki, (1, 0));
    ratna.leave();
    finish(office);
}

#[test]
fn the_same_message_is_taken_once_even_after_it_became_a_request() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let id = ratna.session.receive_kiriman(incoming(&letter())).unwrap();
    let again = refused(ratna.session.receive_kiriman(incoming(&letter())));
    assert_eq!(
        again.what_happened(),
        "Surel atau berkas yang sama sudah ada di Baki atau sudah menjadi permohonan."
    );
    let case = online(&mut ratna);
    ratna.session.take_request(&case, &id).unwrap();
    ratna.session.end_kiriman(&id, KirimanEnd::Selesai).unwrap();
    assert_eq!(refused(ratna.session.receive_kiriman(incoming(&letter()))).code, Code::InvalidInput);
    ratna.leave();
    finish(office);
}

#[test]
fn who_may_not_see_pictures_takes_a_message_in_and_opens_none_of_its_pages() {
    let office = Office::staffed();
    let mut bagus = office.sit_down(BAGUS);
    let id = bagus.session.receive_kiriman(incoming(&letter())).unwrap();
    let page = bagus.session.kiriman(&id).unwrap().pages[0].id.clone();
    assert_eq!(refused(bagus.session.open_page(&id, &page)).code, Code::RoleForbidden);
    let case = online(&mut bagus);
    assert_eq!(refused(bagus.session.take_request(&case, &id)).code, Code::RoleForbidden);
    bagus.leave();
    finish(office);
}

#[test]
fn a_page_is_seen_with_one_trace_and_given_to_as_many_documents_as_it_shows() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let id = ratna.session.receive_kiriman(incoming(&letter())).unwrap();
    let page = ratna.session.kiriman(&id).unwrap().pages[0].id.clone();
    let acts = |desk: &Desk| desk.session.store().head().unwrap().seq;
    let before = acts(&ratna);
    for _ in 0..3 {
        let look = ratna.session.open_page(&id, &page).unwrap();
        assert!(look.draw(PictureVariant::Thumb).unwrap().starts_with(&[0xFF, 0xD8]));
    }
    assert_eq!(acts(&ratna), before + 1, "one look is one act");
    let case = online(&mut ratna);
    for document in [DocumentKind::Ktp, DocumentKind::Npwp] {
        let taken = ratna.session.open_page(&id, &page).unwrap().check(document).unwrap();
        ratna.session.give_page(&case, &id, &page, taken).unwrap();
    }
    let given = ratna.session.kiriman(&id).unwrap().pages[0].given.clone();
    assert_eq!(given, Some((case, DocumentKind::Npwp)));
    ratna.leave();
    finish(office);
}

#[test]
fn another_picture_is_never_filed_as_the_page_that_was_opened() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let id = ratna.session.receive_kiriman(incoming(&letter())).unwrap();
    let pages = ratna.session.kiriman(&id).unwrap().pages;
    let case = online(&mut ratna);
    let other = ratna.session.open_page(&id, &pages[1].id).unwrap().check(DocumentKind::Ktp).unwrap();
    assert_eq!(refused(ratna.session.give_page(&case, &id, &pages[0].id, other)).code, Code::PictureAltered);
    let foreign =
        Taken::check(DocumentKind::Ktp, photo_of(&guest_of("S-01"), DocumentKind::Ktp).jpeg.clone());
    let result = ratna.session.give_page(&case, &id, &pages[0].id, foreign.unwrap());
    assert_eq!(refused(result).code, Code::PictureAltered);
    assert_eq!(refused(ratna.session.open_page(&id, "tidak ada")).code, Code::NotFound);
    ratna.leave();
    finish(office);
}

#[test]
fn an_ended_kiriman_is_gone_with_its_keys_its_files_and_its_words() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let id = ratna.session.receive_kiriman(incoming(&letter())).unwrap();
    let before = ratna.session.kiriman(&id).unwrap();
    assert_eq!(list_sealed(&office.folder()).unwrap().len(), 3, "the message and two pages");
    ratna.session.end_kiriman(&id, KirimanEnd::BukanPermohonan).unwrap();
    assert!(list_sealed(&office.folder()).unwrap().is_empty());
    assert!(ratna.session.baki().unwrap().is_empty());
    let store = ratna.session.store();
    assert_eq!(store.case_keys(&id).expect_err("the keys are destroyed").code, Code::CaseErased);
    assert_eq!(store.open_picture(&id, &before.file).expect_err("noise").code, Code::CaseErased);
    let left = store.reader().kiriman(&id).unwrap();
    assert!(left.ended && left.sender.is_empty() && left.subject.is_empty() && left.file_name.is_empty());
    assert!(left.refused.is_empty() && left.pages.iter().all(|page| page.name.is_empty()));
    for result in [
        ratna.session.kiriman(&id).map(drop),
        ratna.session.open_page(&id, &before.pages[0].id).map(drop),
        ratna.session.end_kiriman(&id, KirimanEnd::Selesai),
    ] {
        let error = refused(result);
        assert_eq!(error.code, Code::CaseErased);
        assert!(error.what_happened().contains("sudah diakhiri"));
    }
    ratna.leave();
    finish(office);
}

#[test]
fn past_its_last_day_a_kiriman_is_proposed_to_end_and_never_ends_by_itself() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let id = ratna.session.receive_kiriman(incoming(&letter())).unwrap();
    assert_eq!(refused(ratna.session.end_kiriman(&id, KirimanEnd::LewatWaktu)).code, Code::TransitionRefused);
    ratna.leave();
    office.pass(TimeDelta::days(31).num_minutes());
    let mut ratna = office.sit_down(RATNA);
    assert_eq!(ratna.session.home().unwrap().baki, (1, 1));
    let waiting = ratna.session.kiriman(&id).unwrap();
    assert!(ratna.session.kiriman_is_expired(&waiting));
    ratna.session.end_kiriman(&id, KirimanEnd::LewatWaktu).unwrap();
    assert_eq!(ratna.session.home().unwrap().baki, (0, 0));
    ratna.leave();
    finish(office);
}

#[test]
fn a_loose_file_comes_in_without_sender_and_is_no_request_by_itself() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let jpeg = photo_of(&guest_of("S-02"), DocumentKind::Ktp).jpeg.clone();
    let loose = Incoming::read("C:\\Users\\ratna\\ktp.jpg", KirimanSource::Berkas, jpeg).unwrap();
    let id = ratna.session.receive_kiriman(loose).unwrap();
    let kiriman = ratna.session.kiriman(&id).unwrap();
    assert_eq!((kiriman.file_name.as_str(), kiriman.sender.as_str(), kiriman.sent_at), ("ktp.jpg", "", None));
    let case = online(&mut ratna);
    let error = refused(ratna.session.take_request(&case, &id));
    assert!(error.what_to_do().contains("Catat alamat pengirim"), "{}", error.what_to_do());
    ratna.leave();
    finish(office);
}

#[test]
fn a_request_is_noted_only_where_it_can_be_one() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let now = ratna.session.store().now();
    let case = online(&mut ratna);
    for (sender, at) in
        [("bukan surel", now), ("", now), ("toko@sumberrejeki.example", now + TimeDelta::days(1))]
    {
        assert_eq!(
            refused(ratna.session.note_request(&case, sender, at)).code,
            Code::InvalidInput,
            "{sender}"
        );
    }
    let walk_in = ratna.walk_in("S-01");
    let id = ratna.session.receive_kiriman(incoming(&letter())).unwrap();
    let answers: [Result<(), Error>; 2] = [
        ratna.session.note_request(&walk_in.case, "toko@sumberrejeki.example", now),
        ratna.session.take_request(&walk_in.case, &id),
    ];
    for answer in answers {
        assert!(refused(answer).what_happened().contains("tatap muka"));
    }
    ratna.leave();
    finish(office);
}

#[test]
fn a_file_that_holds_nothing_is_refused_before_anything_is_sealed() {
    for (name, bytes) in [("kosong.jpg", &b""[..]), ("catatan.txt", b"halo"), ("surat.docx", b"PK\x03\x04 x")]
    {
        let error = refused(Incoming::read(name, KirimanSource::Berkas, bytes.to_vec()));
        assert!(!error.what_happened().is_empty() && !error.what_to_do().is_empty(), "{name}");
    }
}
