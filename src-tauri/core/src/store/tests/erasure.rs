//! Pemusnahan: the keys go, the noise stays, the log still verifies, and nothing is found any more.

use std::fs;

use super::office::{FIRST, Office, PASSWORD, contains, officer};
use super::story::{self, COMPANY, NAME, NIK, NPWP, PHONE};
use crate::actions::Session;
use crate::actions::mailbox::Login;
use crate::actions::picture::PictureVariant;
use crate::error::{Code, Result};
use crate::form::Profil;
use crate::kiriman::KirimanEnd;
use crate::numbering::PaperKind;
use crate::permohonan::{Channel, Confirmation};
use crate::privacy::NOTICE_VERSION;
use crate::role::Role;
use crate::store::act::ErasureScope;
use crate::store::kunci::Credentials;
use crate::store::read::CaseRecord;
use crate::store::{connection, sealed_file};

const ADMIN: &str = "budi";

/// An office with a second person, a closed case, and a case that goes on.
fn office() -> (Office, String, String) {
    let mut office = Office::new();
    office.session().add_officer(officer(ADMIN, &[Role::Admin])).expect("added");
    let case = story::closed(office.session()).expect("story");
    let other = story::open(office.session()).expect("opened");
    (office, case, other)
}

fn erase(session: &mut Session, case: &str, scope: ErasureScope) -> Result<()> {
    let approver = Credentials { user_name: ADMIN, password: PASSWORD };
    session.erase_case(case, scope, "Retensi habis", approver).map_err(|refusal| refusal.error)
}

fn record(office: &mut Office, case: &str) -> CaseRecord {
    office.session().store().reader().case(case).expect("case")
}

#[test]
fn an_erased_case_is_a_stub_that_names_nobody() {
    let (mut office, case, _) = office();
    let before = record(&mut office, &case);
    erase(office.session(), &case, ErasureScope::Everything).expect("erased");
    for round in 0..2 {
        let stub = record(&mut office, &case);
        assert_eq!(
            (&stub.number, stub.status, stub.opened_at, stub.phases.len()),
            (&before.number, before.status, before.opened_at, before.phases.len())
        );
        assert_eq!(stub.erased_reason.as_deref(), Some("Retensi habis"));
        assert!(stub.erased_at.is_some());
        assert!(stub.form.is_empty() && stub.decisions.is_empty() && stub.shortages.is_empty());
        assert!(stub.documents.values().all(|document| document.values.is_empty()));
        assert!(stub.pictures.iter().all(|picture| picture.erased));
        assert_eq!((stub.attendee_name.as_str(), stub.attendee_nik.as_str()), ("", ""));
        assert_eq!((stub.company, stub.npwp_key, stub.surat_kuasa), (None, None, None));
        if round == 0 {
            office.session().store.rebuild().expect("rebuilt");
        }
    }
    office.assert_clean();
}

#[test]
fn an_erased_case_is_nobodys_duplicate_and_has_none() {
    let (mut office, case, other) = office();
    story::fill(office.session(), &other).expect("filled");
    let beside = |office: &mut Office, case: &str| {
        let reader = office.session().store().reader();
        let found = reader.candidates_beside(case).expect("candidates");
        found.into_iter().map(|candidate| candidate.id).collect::<Vec<_>>()
    };
    assert!(beside(&mut office, &other).contains(&case), "it is found while it is kept");
    erase(office.session(), &case, ErasureScope::Everything).expect("erased");
    for round in 0..2 {
        assert!(!beside(&mut office, &other).contains(&case), "round {round}");
        assert_eq!(beside(&mut office, &case), Vec::<String>::new(), "round {round}");
        if round == 0 {
            office.session().store.rebuild().expect("rebuilt");
        }
    }
    office.assert_clean();
}

#[test]
fn no_payload_of_an_erased_case_opens_and_the_log_still_verifies() {
    let (mut office, case, other) = office();
    let sealed_before =
        office.session().case_log(&case).expect("log").iter().filter(|e| e.sealed.is_some()).count();
    assert!(sealed_before > 10);
    erase(office.session(), &case, ErasureScope::Everything).expect("erased");
    let session = office.session();
    assert_eq!(session.store().case_keys(&case).expect_err("gone").code, Code::CaseErased);
    session.store().case_keys(&other).expect("the other case keeps its keys");
    let log = session.case_log(&case).expect("log");
    assert!(log.iter().all(|entry| entry.sealed.is_none()));
    assert!(log.len() > sealed_before, "the open parts stay readable");
    assert_eq!(session.store().verify_chain().expect("chain").faults, []);
    office.open().expect("opens");
    office.assert_clean();
}

#[test]
fn an_erased_case_is_not_found_by_anything_personal() {
    let (mut office, case, _) = office();
    let needles =
        ["Wulan", "PERTIWI", NIK, &NIK[6..], NPWP, "99.700.101.1-513.000", "Alas Roban", COMPANY, "wu"];
    for needle in needles {
        assert_eq!(office.session().search(needle, 20).expect("search").1, 1, "{needle} finds it before");
    }
    erase(office.session(), &case, ErasureScope::Everything).expect("erased");
    for needle in needles {
        assert_eq!(office.session().search(needle, 20).expect("search").0, [], "{needle}");
    }
}

/// The database as SQLite sees it: every page, free ones too, decrypted.
fn pages(office: &mut Office) -> Vec<u8> {
    let keys = office.keys();
    office.close();
    let wal = office.path().join("loket.db-wal");
    assert!(!wal.exists() || fs::metadata(wal).expect("wal").len() == 0, "no write-ahead log is left");
    let mut raw = connection::open(&office.path(), &keys.office).expect("raw");
    raw.serialize("main").expect("serialised").to_vec()
}

/// What an erased case said about people, as the tables and the search index write it.
fn words() -> Vec<Vec<u8>> {
    let mut words: Vec<String> =
        [NAME, NIK, COMPANY, PHONE, NPWP, "51211", "3325114508", "kantor@usaha.example"]
            .into_iter()
            .map(str::to_owned)
            .collect();
    words.extend(words.clone().iter().flat_map(|word| [word.to_uppercase(), word.to_lowercase()]));
    words.extend(["Pertiwi", "PERTIWI", "pertiwi", "menarik permohonannya"].map(str::to_owned));
    words.into_iter().map(String::into_bytes).collect()
}

#[test]
fn the_bytes_of_an_erased_name_are_gone_from_the_decrypted_database() {
    let (mut office, case, _) = office();
    office.session().save_draft(&case, "form:alamat", NAME).expect_err("a closed case takes no draft");
    let before = pages(&mut office);
    let found = words().iter().filter(|word| contains(&before, word)).count();
    assert!(found >= 6, "the search sees the names while they are there: {found}");
    erase(office.open().expect("opens"), &case, ErasureScope::Everything).expect("erased");
    let wal = fs::metadata(office.path().join("loket.db-wal")).expect("wal").len();
    assert_eq!(wal, 0, "the write-ahead log is emptied at once");
    let after = pages(&mut office);
    for word in words() {
        assert!(!contains(&after, &word), "{} is still there", String::from_utf8_lossy(&word));
    }
    office.open().expect("opens");
    office.assert_clean();
}

#[test]
fn the_words_of_an_ended_kiriman_are_gone_from_the_decrypted_database() {
    let mut office = Office::new();
    let kiriman = office.session().receive_kiriman(story::letter(40)).expect("received");
    let told = [NAME, COMPANY, "kantor@usaha.example", NIK].map(str::as_bytes);
    let before = pages(&mut office);
    assert!(told.iter().all(|word| contains(&before, word)), "they are there while it waits");
    let session = office.open().expect("opens");
    let unused = session.end_kiriman(&kiriman, KirimanEnd::Selesai).expect_err("nothing of it was used");
    assert_eq!(unused.code, Code::TransitionRefused);
    session.end_kiriman(&kiriman, KirimanEnd::BukanPermohonan).expect("ended");
    let after = pages(&mut office);
    for word in told {
        assert!(!contains(&after, word), "{} is still there", String::from_utf8_lossy(word));
    }
    office.open().expect("opens");
    office.assert_clean();
}

#[test]
fn the_password_of_a_mailbox_is_gone_once_it_was_replaced_or_the_mailbox_closed() {
    let mut office = Office::new();
    office.session().set_mailbox(story::mailbox(), &story::login()).expect("set");
    let password = story::MAIL_PASSWORD.as_bytes();
    assert!(contains(&pages(&mut office), password), "it is there while it serves");
    let other = Login::new("verifikasi-kotak", "batu-karang-putih".to_owned());
    office.open().expect("opens").set_mailbox(story::mailbox(), &other).expect("replaced");
    assert!(!contains(&pages(&mut office), password), "the old one is still there");
    office.open().expect("opens").close_mailbox().expect("closed");
    let after = pages(&mut office);
    for word in ["batu-karang-putih", "verifikasi-kotak"] {
        assert!(!contains(&after, word.as_bytes()), "{word} is still there");
    }
    office.open().expect("opens").store.rebuild().expect("rebuilt");
    office.assert_clean();
}

#[test]
fn the_rows_of_a_daftar_hitam_are_gone_once_another_took_its_place() {
    let mut office = Office::new();
    let today = office.session().today();
    office.session().read_daftar_hitam(story::DAFTAR_HITAM).expect("read");
    office.session().import_daftar_hitam(today).expect("set");
    assert!(contains(&pages(&mut office), b"Terlarang Sentosa"), "it is there while it serves");
    let session = office.open().expect("opens");
    session.read_daftar_hitam(b"NPWP;Nama\n997000002321000;CV Lain\n").expect("read");
    session.import_daftar_hitam(today).expect("replaced");
    let again = session.import_daftar_hitam(today).expect_err("nothing was read");
    assert_eq!(again.code, Code::NotFound);
    let after = pages(&mut office);
    for word in [&b"Terlarang Sentosa"[..], b"997000001321000"] {
        assert!(!contains(&after, word), "{} is still there", String::from_utf8_lossy(word));
    }
    office.open().expect("opens").store.rebuild().expect("rebuilt");
    office.assert_clean();
}

#[test]
fn erasing_a_case_takes_the_message_that_asked_for_it() {
    let mut office = Office::new();
    office.session().add_officer(officer(ADMIN, &[Role::Admin])).expect("added");
    for scope in [ErasureScope::Pictures, ErasureScope::Everything] {
        let shade = if scope == ErasureScope::Pictures { 40 } else { 90 };
        let session = office.session();
        let kiriman = session.receive_kiriman(story::letter(shade)).expect("received");
        let case = session
            .open_permohonan(Profil::UsahaPerorangan, Channel::Daring, NOTICE_VERSION)
            .expect("opened");
        session.take_request(&case, &kiriman).expect("taken");
        session.cancel(&case, "Ditarik").expect("cancelled");
        let early = erase(office.session(), &case, scope).expect_err("the same scans wait in the Baki");
        assert_eq!(early.code, Code::TransitionRefused);
        office.session().end_kiriman(&kiriman, KirimanEnd::Selesai).expect("ended");
        let message = record(&mut office, &case).request.expect("a request").message.expect("sealed");
        erase(office.session(), &case, scope).expect("erased");
        let after = record(&mut office, &case).request;
        assert_eq!(after.map(|request| request.erased), (scope == ErasureScope::Pictures).then_some(true));
        let opened = office.session().store().open_picture(&case, &message);
        assert_eq!(opened.expect_err("gone").code, Code::CaseErased);
        assert_eq!(sealed_file::list_sealed(&office.path()).expect("files").len(), 0, "{scope:?}");
        office.session().store.rebuild().expect("rebuilt");
        office.assert_clean();
    }
}

#[test]
fn pictures_can_be_erased_while_the_record_stays() {
    let (mut office, case, _) = office();
    let before = record(&mut office, &case);
    erase(office.session(), &case, ErasureScope::Pictures).expect("erased");
    let after = record(&mut office, &case);
    assert_eq!(
        (&after.form, &after.attendee_nik, after.erased_at),
        (&before.form, &before.attendee_nik, None)
    );
    assert!(after.pictures.iter().all(|picture| picture.erased));
    let session = office.session();
    for picture in &after.pictures {
        let refused = session.see_picture(&case, &picture.id, PictureVariant::Card, None);
        assert_eq!(refused.expect_err("refused").code, Code::CaseErased);
    }
    let paper = after.papers.iter().find(|paper| paper.kind == PaperKind::TandaTerima).expect("paper");
    session.open_paper(&case, &paper.id).expect("the record's papers still open");
    assert_eq!(session.search(NIK, 5).expect("search").1, 1);
    office.assert_clean();
    assert_eq!(sealed_file::list_sealed(&office.path()).expect("files").len(), 1);
}

#[test]
fn what_was_erased_takes_nothing_new() {
    let (mut office, case, _) = office();
    let taken = record(&mut office, &case).pictures[0].id.clone();
    erase(office.session(), &case, ErasureScope::Everything).expect("erased");
    let before = office.dump();
    let session = office.session();
    for refused in [
        story::attend(session, &case).err(),
        story::fill(session, &case).err(),
        story::photograph(session, &case).err(),
        session.save_draft(&case, "form:hp", PHONE).err(),
        session.open_paper(&case, &taken).err(),
        session.resubmit(&case).err(),
        session.cancel(&case, "lagi").err(),
    ] {
        let code = refused.expect("refused").code;
        assert!(matches!(code, Code::CaseErased | Code::TransitionRefused | Code::NotFound), "{code:?}");
    }
    assert_eq!(office.dump(), before);
}

#[test]
fn an_erasure_needs_a_closed_case_a_ground_and_a_second_person() {
    let (mut office, case, open) = office();
    let before = office.dump();
    let session = office.session();
    let own = Credentials { user_name: FIRST, password: PASSWORD };
    let second = Credentials { user_name: ADMIN, password: PASSWORD };
    let wrong = Credentials { user_name: ADMIN, password: "hujan deras di atap" };
    let everything = ErasureScope::Everything;
    let mut refusals = vec![
        (session.erase_case(&open, everything, "Retensi habis", second), Code::TransitionRefused),
        (session.erase_case(&case, everything, "  ", second), Code::InvalidInput),
        (session.erase_case(&case, everything, "Retensi habis", own), Code::RoleForbidden),
        (session.erase_case(&case, everything, "Retensi habis", wrong), Code::WrongPassword),
    ];
    refusals.push((session.erase_case("nirkasus", everything, "Retensi habis", second), Code::NotFound));
    for (refused, code) in refusals {
        assert_eq!(refused.expect_err("refused").error.code, code);
    }
    assert_eq!(office.dump(), before);
}

/// An approved case at its end.
fn finished() -> (Office, String) {
    let mut office = Office::new();
    office.session().add_officer(officer(ADMIN, &[Role::Admin])).expect("added");
    let case = story::whole(office.session()).expect("story");
    office.session().close_sikap(&case, Confirmation::Telepon).expect("closed");
    (office, case)
}

#[test]
fn a_berita_acara_goes_with_the_pictures_it_shows_and_none_is_issued_after_them() {
    let code = |result: Result<()>| result.expect_err("refused").code;
    let (mut office, case) = finished();
    let paper = office.session().make_berita_acara(&case).expect("issued");
    office.session().open_paper(&case, &paper).expect("it opens");
    erase(office.session(), &case, ErasureScope::Pictures).expect("erased");
    assert_eq!(code(office.session().open_paper(&case, &paper).map(drop)), Code::CaseErased);

    let (mut office, case) = finished();
    erase(office.session(), &case, ErasureScope::Pictures).expect("erased");
    let record = record(&mut office, &case);
    assert!(!office.session().may_issue_berita_acara(&record), "nobody could open it");
    assert_eq!(code(office.session().make_berita_acara(&case).map(drop)), Code::CaseErased);
    office.assert_clean();
}
