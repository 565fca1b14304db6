//! What time, sticks and other programs do to an office folder: a clear message, nothing harmed.

use std::fs;
use std::path::PathBuf;

use super::office::{Folder, Office};
use super::story;
use crate::actions::Session;
use crate::actions::picture::PictureVariant;
use crate::document::DocumentKind;
use crate::error::Code;
use crate::form::{DocumentField, FormField};
use crate::role::Role;
use crate::store::Store;
use crate::store::check::ArchiveFault;
use crate::store::connection::{self, DATABASE};
use crate::store::kunci::KUNCI_JSON;
use crate::store::read::PictureRecord;
use crate::store::sealed_file::SealedName;

const PAGE: usize = 4096;

fn refused(office: &mut Office) -> Code {
    office.open().err().expect("refused").code
}

#[test]
fn the_keys_of_another_office_do_not_open_this_database() {
    let mut office = Office::new();
    let mut other = Office::founded(Folder::new(), &[Role::Verifikator, Role::Admin]);
    office.close();
    other.close();
    fs::copy(other.path().join(KUNCI_JSON), office.path().join(KUNCI_JSON)).expect("copied");
    let before = fs::read(office.path().join(DATABASE)).expect("bytes");
    assert_eq!(refused(&mut office), Code::WrongKey);
    assert_eq!(fs::read(office.path().join(DATABASE)).expect("bytes"), before);
}

#[test]
fn a_missing_part_is_named() {
    let mut office = Office::new();
    office.close();
    let aside = office.folder.0.join("disisihkan");
    for (part, code) in [(DATABASE, Code::OfficeMissing), (KUNCI_JSON, Code::KeysDamaged)] {
        fs::rename(office.path().join(part), &aside).expect("taken away");
        assert_eq!(refused(&mut office), code, "{part}");
        assert!(!office.path().join(part).exists(), "nothing is made in its place");
        fs::rename(&aside, office.path().join(part)).expect("put back");
    }
    office.open().expect("opens again");
    office.close();
    fs::rename(office.path(), &aside).expect("taken away");
    assert_eq!(refused(&mut office), Code::OfficeMissing);
}

#[test]
fn an_empty_database_file_is_damage_and_not_a_new_office() {
    let mut office = Office::new();
    office.close();
    fs::write(office.path().join(DATABASE), b"").expect("emptied");
    assert_eq!(refused(&mut office), Code::DatabaseDamaged);
    assert_eq!(fs::read(office.path().join(DATABASE)).expect("bytes"), b"");
}

#[test]
fn a_database_cut_short_is_refused() {
    let mut office = Office::new();
    story::until_started(office.session()).expect("story");
    office.close();
    let path = office.path().join(DATABASE);
    let whole = fs::read(&path).expect("bytes");
    for kept in [1, 100, PAGE / 2, PAGE, 2 * PAGE, whole.len() / 2] {
        fs::write(&path, &whole[..kept]).expect("cut");
        let code = refused(&mut office);
        assert!(matches!(code, Code::DatabaseDamaged | Code::WrongKey), "{kept}: {code:?}");
    }
}

#[test]
fn a_flipped_bit_in_any_page_is_damage_and_nothing_is_written() {
    let mut office = Office::new();
    story::until_started(office.session()).expect("story");
    let keys = office.keys();
    office.close();
    let path = office.path().join(DATABASE);
    let whole = fs::read(&path).expect("bytes");
    let pages = whole.len() / PAGE;
    assert!(pages > 20);
    let mut refused_at_start = 0;
    for page in 1..pages {
        let mut bytes = whole.clone();
        bytes[page * PAGE + PAGE / 2] ^= 1;
        fs::write(&path, &bytes).expect("flipped");
        match Store::open(&office.path(), keys.clone(), office.world.clone()) {
            Err(error) => {
                refused_at_start += 1;
                assert_eq!(error.code, Code::DatabaseDamaged, "page {page}: {error}");
            }
            Ok(store) => {
                let report = store.check_archive();
                let named = match &report {
                    Ok(report) => {
                        report.faults.iter().any(|fault| matches!(fault, ArchiveFault::Database(_)))
                    }
                    Err(error) => error.code == Code::DatabaseDamaged,
                };
                assert!(named, "page {page}: {report:?}");
            }
        }
        assert!(fs::read(&path).expect("bytes") == bytes, "page {page}: nothing is written");
    }
    assert!(refused_at_start > 5, "{refused_at_start} of {pages}");
    fs::write(&path, &whole).expect("put back");
    office.open().expect("opens again");
    office.assert_clean();
}

#[test]
fn damage_met_in_the_middle_of_the_day_says_so() {
    let mut office = Office::new();
    let case = story::until_started(office.session()).expect("story");
    office.close();
    let path = office.path().join(DATABASE);
    let whole = fs::read(&path).expect("bytes");
    let mut codes = Vec::new();
    for page in 1..whole.len() / PAGE {
        let mut bytes = whole.clone();
        bytes[page * PAGE + 100] ^= 0x40;
        fs::write(&path, &bytes).expect("flipped");
        for leftover in ["loket.db-wal", "loket.db-shm"] {
            let _ = fs::remove_file(office.path().join(leftover));
        }
        let Ok(session) = office.open() else { continue };
        codes.extend(session.search("wulan", 5).err().map(|error| error.code));
        codes.extend(session.read_case(&case).err().map(|error| error.code));
        codes.extend(session.case_log(&case).err().map(|error| error.code));
        let typed = session.set_document_field(&case, DocumentKind::Ktp, DocumentField::Nama, "WULAN");
        codes.extend(typed.err().map(|error| error.code));
        office.close();
    }
    assert!(!codes.is_empty(), "some page is met only later");
    assert!(codes.iter().all(|code| *code == Code::DatabaseDamaged), "{codes:?}");
}

fn pictures(office: &mut Office, case: &str) -> Vec<PictureRecord> {
    office.session().store().reader().case(case).expect("case").pictures
}

fn sealed_path(office: &Office, picture: &PictureRecord) -> PathBuf {
    SealedName::parse(&picture.file.sealed_name).expect("name").path(&office.path())
}

#[test]
fn a_missing_or_altered_picture_is_refused_and_named_by_the_check() {
    let mut office = Office::new();
    let case = story::until_started(office.session()).expect("story");
    let found = pictures(&mut office, &case);
    let (path, other) = (sealed_path(&office, &found[0]), sealed_path(&office, &found[1]));
    let whole = fs::read(&path).expect("bytes");
    let flipped: Vec<u8> = whole
        .iter()
        .enumerate()
        .map(|(at, byte)| if at == whole.len() / 2 { byte ^ 1 } else { *byte })
        .collect();
    let crimes = [
        (None, Code::PictureMissing),
        (Some(Vec::new()), Code::PictureAltered),
        (Some(whole[..whole.len() - 1].to_vec()), Code::PictureAltered),
        (Some([whole.as_slice(), b"x"].concat()), Code::PictureAltered),
        (Some(flipped), Code::PictureAltered),
        (Some(fs::read(other).expect("bytes")), Code::PictureAltered),
    ];
    for (bytes, code) in crimes {
        match bytes {
            Some(bytes) => fs::write(&path, bytes).expect("altered"),
            None => fs::remove_file(&path).expect("removed"),
        }
        let session = office.session();
        let shown = session.see_picture(&case, &found[0].id, PictureVariant::Thumb, None);
        assert_eq!(shown.expect_err("refused").code, code);
        session
            .see_picture(&case, &found[1].id, PictureVariant::Thumb, None)
            .expect("the other one is shown");
        let report = session.store().check_archive().expect("report");
        let named = ArchiveFault::File { sealed_name: found[0].file.sealed_name.clone(), code };
        assert_eq!(report.faults, [named]);
    }
    fs::write(&path, &whole).expect("put back");
    office.assert_clean();
}

#[test]
fn a_file_nobody_cites_is_counted_and_harms_nothing() {
    let mut office = Office::new();
    let case = story::open(office.session()).expect("opened");
    let path = office.path();
    office
        .session()
        .store
        .act(&crate::store::act::Actor::system(), |plan| {
            plan.file_picture(&case, b"sealed just before the power went")?;
            Err(crate::error::Error::new(Code::Internal, "power"))
        })
        .expect_err("cut");
    let report = office.session().store().check_archive().expect("report");
    assert_eq!((report.orphans, report.is_clean()), (1, true));
    fs::write(path.join("berkas/ab.sementara"), b"").expect("stray");
    fs::create_dir_all(path.join("berkas/00")).expect("folder");
    fs::write(path.join("berkas/00/half.age.sementara"), b"half").expect("half");
    office.open().expect("opens");
    assert!(!path.join("berkas/00/half.age.sementara").exists(), "half a file is swept at the start");
    office.assert_clean();
}

#[test]
fn a_second_loket_on_the_same_folder_is_told_so() {
    let mut office = Office::new();
    let second =
        Session::unlock(&office.path(), super::office::FIRST, super::office::PASSWORD, office.world.clone());
    assert_eq!(second.err().expect("refused").error.code, Code::FileLocked);
    story::open(office.session()).expect("the first one goes on");
    office.open().expect("opens once the first is closed");
}

#[test]
fn a_program_that_holds_the_database_makes_an_act_wait_and_then_say_so() {
    let mut office = Office::new();
    let case = story::open(office.session()).expect("opened");
    let keys = office.keys();
    let other = connection::open(&office.path(), &keys.office).expect("another program");
    other.execute_batch("BEGIN IMMEDIATE").expect("held");
    let before = office.dump();
    let refused = office.session().set_form_field(&case, FormField::Hp, story::PHONE);
    assert_eq!(refused.expect_err("refused").code, Code::FileLocked);
    let refused = office.session().save_draft(&case, "form:hp", "08");
    assert_eq!(refused.expect_err("refused").code, Code::FileLocked);
    assert_eq!(office.dump(), before);
    other.execute_batch("ROLLBACK").expect("released");
    office.session().set_form_field(&case, FormField::Hp, story::PHONE).expect("typed");
    office.assert_clean();
}
