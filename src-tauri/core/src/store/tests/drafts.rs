//! Drafts: nothing typed is lost, and nothing half typed enters the log.

use super::office::Office;
use super::story;
use crate::document::DocumentKind;
use crate::error::Code;
use crate::form::{DocumentField, FormField};

#[test]
fn half_a_nik_survives_a_crash_and_is_not_in_the_log() {
    let mut office = Office::new();
    let case = story::open(office.session()).expect("opened");
    let acts = office.acts();
    for end in 1..=9 {
        office.session().save_draft(&case, "doc:ktp:nik", &story::NIK[..end]).expect("saved");
    }
    assert_eq!(office.acts(), acts, "typing is no act");
    office.close();
    let session = office.open().expect("opens");
    let drafts = session.store().reader().drafts(&case).expect("drafts");
    assert_eq!(drafts.get("doc:ktp:nik").map(String::as_str), Some("332511450"));
    office.assert_clean();
}

#[test]
fn a_draft_goes_when_its_act_is_written() {
    let mut office = Office::new();
    let session = office.session();
    let case = story::open(session).expect("opened");
    session.save_draft(&case, "form:npwp", "99700").expect("saved");
    session.save_draft(&case, "doc:ktp:nik", "33251").expect("saved");
    session.set_form_field(&case, FormField::Npwp, story::NPWP).expect("typed");
    let left = session.store().reader().drafts(&case).expect("drafts");
    assert_eq!(left.keys().collect::<Vec<_>>(), ["doc:ktp:nik"]);
    session.set_document_field(&case, DocumentKind::Ktp, DocumentField::Nik, story::NIK).expect("typed");
    assert!(session.store().reader().drafts(&case).expect("drafts").is_empty());
}

#[test]
fn a_draft_goes_also_when_the_value_is_already_the_stored_one() {
    let mut office = Office::new();
    let session = office.session();
    let case = story::open(session).expect("opened");
    session.set_form_field(&case, FormField::Hp, story::PHONE).expect("typed");
    let acts = session.store().head().expect("head").seq;
    session.save_draft(&case, "form:hp", "08120").expect("saved");
    session.set_form_field(&case, FormField::Hp, story::PHONE).expect("typed");
    assert!(session.store().reader().drafts(&case).expect("drafts").is_empty());
    assert_eq!(session.store().head().expect("head").seq, acts, "the same value is no new act");
}

#[test]
fn an_emptied_field_keeps_no_draft() {
    let mut office = Office::new();
    let session = office.session();
    let case = story::open(session).expect("opened");
    session.save_draft(&case, "form:hp", "08").expect("saved");
    session.save_draft(&case, "form:hp", "").expect("saved");
    assert!(session.store().reader().drafts(&case).expect("drafts").is_empty());
}

#[test]
fn a_draft_is_kept_only_for_a_case_that_is_open() {
    let mut office = Office::new();
    let closed = story::closed(office.session()).expect("closed");
    for (case, code) in
        [("00000000000000000000000000009001", Code::NotFound), (closed.as_str(), Code::TransitionRefused)]
    {
        let refused = office.session().save_draft(case, "form:hp", "0812");
        assert_eq!(refused.expect_err("refused").code, code);
    }
    assert_eq!(office.dump()["draft"], [""; 0]);
}

#[test]
fn a_pasted_book_is_refused() {
    let mut office = Office::new();
    let session = office.session();
    let case = story::open(session).expect("opened");
    let refused = session.save_draft(&case, "form:alamat", &"A".repeat(501));
    assert_eq!(refused.expect_err("refused").code, Code::InvalidInput);
}
