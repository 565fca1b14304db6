//! A disk that refuses: at every write point of every kind of act, the right words and no harm.

use std::io::ErrorKind;

use super::office::{Office, PASSWORD, files, officer};
use super::story::{self, PHONE};
use crate::actions::Session;
use crate::document::{DocumentKind, PictureSource, Sighting};
use crate::error::{Code, Error};
use crate::form::FormField;
use crate::role::Role;
use crate::store::act::ErasureScope;
use crate::store::kunci::Credentials;

const KINDS: [(ErrorKind, Code); 4] = [
    (ErrorKind::StorageFull, Code::DiskFull),
    (ErrorKind::ReadOnlyFilesystem, Code::ReadOnly),
    (ErrorKind::PermissionDenied, Code::ReadOnly),
    (ErrorKind::Other, Code::Io),
];

const NEW_PASSWORD: &str = "hujan deras di atap";

type Step = fn(&mut Session, &mut String) -> Result<(), Error>;

/// A case from walk-in to PEMANTAUAN_SIKAP and the work around it, one act per step.
#[rustfmt::skip]
const STEPS: &[(&str, Step)] = &[
    ("open", |s, case| { *case = story::open(s)?; Ok(()) }),
    ("attendee", |s, case| story::attend(s, case)),
    ("draft", |s, case| s.save_draft(case, "form:hp", "0812")),
    ("field", |s, case| s.set_form_field(case, FormField::Hp, "081200009003").map(drop)),
    ("picture", |s, case| s.add_picture(case, PictureSource::Berkas, story::taken(DocumentKind::Ktp, 7)).map(drop)),
    ("sighting", |s, case| s.set_sighting(case, DocumentKind::Ktp, Sighting::Asli)),
    ("rest of the form", |s, case| { story::fill(s, case)?; story::photograph(s, case) }),
    ("submit", |s, case| s.submit(case, Some("Kantor cabang"))),
    ("complete", |s, case| s.complete(case)),
    ("start", |s, case| s.start(case)),
    ("rows", |s, case| story::judge(s, case)),
    ("declare", |s, case| s.declare(case)),
    ("approve", |s, case| s.approve(case, PASSWORD, "").map_err(|refusal| refusal.error)),
    ("fotokopi", |s, case| s.make_fotokopi(case).map(drop)),
    ("berita acara", |s, case| s.make_berita_acara(case).map(drop)),
    ("activation", |s, case| s.record_activation(case, "alasroban2026")),
    ("officer", |s, case| s.add_officer(officer(&case[..8], &[Role::Petugas])).map(drop)),
    ("sheet", |s, _| s.new_recovery_sheet().map(drop)),
    ("password", |s, _| s.change_password(PASSWORD, NEW_PASSWORD).map_err(|refusal| refusal.error)),
    ("password back", |s, _| s.change_password(NEW_PASSWORD, PASSWORD).map_err(|refusal| refusal.error)),
];

/// Steps of many acts: what was done before the trouble stays, so only the end is compared.
const MANY_ACTS: [&str; 3] = ["rest of the form", "rows", "activation"];

#[test]
fn a_refusal_at_any_write_point_says_why_changes_nothing_and_the_step_then_succeeds() {
    let mut office = Office::new();
    let mut refusals = 0;
    // Twice through the whole story, so that neighbouring points meet every kind of refusal.
    for round in [0, 2] {
        let mut case = String::new();
        for (name, step) in STEPS {
            if MANY_ACTS.contains(name) {
                step(office.session(), &mut case).expect(name);
                continue;
            }
            for point in 0.. {
                let (kind, code) = KINDS[(point + round) % KINDS.len()];
                let before = office.dump();
                office.trouble.arm(point, kind);
                let done = step(office.session(), &mut case);
                let passed = office.trouble.disarm();
                if passed.len() <= point || passed.last() == Some(&"act:done") {
                    done.unwrap_or_else(|error| panic!("{name} at {:?}: {error}", passed.last()));
                    break;
                }
                let error = done.expect_err(name);
                assert_eq!(error.code, code, "{name} at {:?}", passed[point]);
                assert!(office.dump() == before, "{name} at {} changed something", passed[point]);
                refusals += 1;
            }
        }
        let half = |path: &std::path::Path| path.to_string_lossy().ends_with(".sementara");
        assert!(!files(&office.path()).iter().any(|(path, _)| half(path)), "no half file is left");
        office.open().expect("opens with the password that was set last");
        office.assert_clean();
    }
    assert!(refusals > 130, "{refusals} refusals were tried");
}

#[test]
fn a_disk_that_refuses_at_the_door_leaves_the_office_as_it_was() {
    let mut office = Office::new();
    story::until_started(office.session()).expect("story");
    for (kind, code) in KINDS {
        for point in 0.. {
            office.close();
            office.trouble.arm(point, kind);
            let opened = office.open().map(drop);
            let passed = office.trouble.disarm();
            match opened {
                Ok(()) => {
                    assert!(passed.len() <= point || passed[point] == "act:done");
                    if passed.len() <= point {
                        break;
                    }
                }
                Err(error) => assert_eq!(error.code, code, "at {}", passed[point]),
            }
            office.open().expect("opens once the trouble is over");
        }
        office.assert_clean();
    }
}

#[test]
fn an_erasure_that_the_disk_refuses_can_be_asked_again() {
    let mut office = Office::new();
    office.session().add_officer(officer("budi", &[Role::Admin])).expect("added");
    for point in 0.. {
        let case = story::closed(office.session()).expect("closed");
        office.trouble.arm(point, ErrorKind::StorageFull);
        let approver = Credentials { user_name: "budi", password: PASSWORD };
        let erased = office.session().erase_case(&case, ErasureScope::Everything, "Retensi habis", approver);
        let passed = office.trouble.disarm();
        if let Err(refusal) = erased {
            assert_eq!(refusal.error.code, Code::DiskFull, "at {}", passed[point]);
            let record = office.session().store().reader().case(&case).expect("case");
            assert_eq!((record.erased_at, record.attendee_phone.as_str()), (None, PHONE));
            office
                .session()
                .erase_case(&case, ErasureScope::Everything, "Retensi habis", approver)
                .expect("erased when asked again");
        } else if passed.len() <= point {
            break;
        }
        office.assert_clean();
    }
}
