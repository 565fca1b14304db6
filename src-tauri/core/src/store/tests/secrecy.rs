//! Whoever copies the office folder, or finds the temporary folder, reads nothing about anybody.

use super::office::{Office, PASSWORD, contains, files};
use super::story::{self, COMPANY, NAME, NIK, NPWP, PHONE};

/// What must not stand in any file: numbers, names, picture and paper bytes.
fn secrets() -> Vec<(String, Vec<u8>)> {
    let words = [
        NIK,
        NAME,
        COMPANY,
        PHONE,
        NPWP,
        "99.700.101.1-513.000",
        "Pertiwi",
        "Alas Roban",
        "alasroban2026",
        PASSWORD,
    ];
    let mut secrets: Vec<(String, Vec<u8>)> = Vec::new();
    for word in words {
        for form in [word.to_owned(), word.to_uppercase(), word.to_lowercase()] {
            let utf16 = form.encode_utf16().flat_map(u16::to_le_bytes).collect();
            secrets.push((form.clone(), form.into_bytes()));
            secrets.push((format!("{word} as UTF-16"), utf16));
        }
    }
    let jpeg = story::picture(40);
    secrets.push(("head of a JPEG".to_owned(), jpeg[..12].to_vec()));
    secrets.push(("JFIF".to_owned(), b"JFIF\0".to_vec()));
    secrets.push(("pixels of the KTP".to_owned(), jpeg[jpeg.len() - 40..].to_vec()));
    secrets.push(("head of a PDF".to_owned(), b"%PDF-".to_vec()));
    secrets.push(("head of an open database".to_owned(), b"SQLite format 3".to_vec()));
    secrets.push(("name of the officer".to_owned(), b"Wahyuningsih".to_vec()));
    secrets
}

fn assert_silent(office: &Office, when: &str) {
    let files = files(&office.folder.0);
    assert!(files.len() > 6, "database, keys and sealed files are there");
    for (path, bytes) in files {
        for (name, secret) in secrets() {
            assert!(!contains(&bytes, &secret), "{name} in {path:?} {when}");
        }
    }
}

#[test]
fn a_copied_office_folder_holds_nothing_to_read() {
    let mut office = Office::new();
    let case = story::whole(office.session()).expect("story");
    let second = story::open(office.session()).expect("opened");
    office.session().save_draft(&second, "form:nama_usaha", COMPANY).expect("draft");
    assert_silent(&office, "while the office is open");
    office.close();
    assert_silent(&office, "after it was closed");
    office
        .open()
        .expect("opens")
        .set_form_field(&case, crate::form::FormField::Hp, PHONE)
        .expect_err("decided");
    assert_silent(&office, "after it was opened again");
}

#[test]
fn a_message_in_the_baki_leaves_nothing_to_read_in_the_folder() {
    let mut office = Office::new();
    let case = story::open(office.session()).expect("opened");
    let kiriman = office.session().receive_kiriman(story::letter(40)).expect("received");
    assert_silent_about_the_letter(&office);
    let page = office.session().kiriman(&kiriman).expect("waits").pages[0].id.clone();
    let opened = office.session().open_page(&kiriman, &page).expect("opens");
    let taken = opened.check(crate::document::DocumentKind::Ktp).expect("a picture");
    office.session().give_page(&case, &kiriman, &page, taken).expect("given");
    office.session().set_mailbox(story::mailbox(), &story::login()).expect("set");
    assert_silent_about_the_letter(&office);
    office.close();
    assert_silent_about_the_letter(&office);
}

fn assert_silent_about_the_letter(office: &Office) {
    for (path, bytes) in files(&office.folder.0) {
        for (name, secret) in secrets() {
            assert!(!contains(&bytes, &secret), "{name} in {path:?}");
        }
        assert!(!contains(&bytes, b"kantor@usaha.example"), "the sender in {path:?}");
        assert!(!contains(&bytes, story::MAIL_PASSWORD.as_bytes()), "the mailbox's password in {path:?}");
    }
}

#[test]
fn errors_name_nobody() {
    let mut office = Office::new();
    let session = office.session();
    let case = story::until_started(session).expect("story");
    let errors = [
        session.declare(&case).err(),
        session.search(&"\0".repeat(3), 5).err(),
        session.store().reader().case(NIK).err(),
        session.store().reader().officer(NAME).err(),
        session.set_form_field(NIK, crate::form::FormField::Hp, PHONE).err(),
        session.set_form_field(&case, crate::form::FormField::Alamat, &NAME.repeat(60)).err(),
        session.save_draft(NIK, NAME, &NIK.repeat(40)).err(),
        session.see_picture(&case, NIK, crate::actions::picture::PictureVariant::Card, Some(NAME)).err(),
        session.confirm_password(&format!("{NAME} {NIK}")).err().map(|refusal| refusal.error),
    ];
    for error in errors.into_iter().flatten() {
        let words = format!("{error} {error:?} {}", error.what_happened());
        for secret in [NIK, NAME, PHONE, COMPANY, "Pertiwi"] {
            assert!(!words.contains(secret), "{secret} in {words}");
        }
    }
}
