//! A wrong Bukti is replaced: the new paper names the old one, the record of the old one the new, both stay.

use loket_core::error::Code;
use loket_core::numbering::PaperKind;
use loket_core::place::Place;
use loket_tests::{BAGUS, Desk, Guest, Office, RATNA, finish, places, refused};

fn approved(office: &Office, desk: &mut Desk) -> Guest {
    let guest = desk.take_in("S-01");
    office.pass(5);
    desk.verify(&guest);
    office.pass(19);
    desk.declare(&guest);
    desk.approve(&guest);
    guest
}

#[test]
fn the_replacement_names_the_old_bukti_and_corrects_the_name() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = approved(&office, &mut ratna);
    ratna.session.record_activation(&guest.case, "alasroban").unwrap();
    office.pass(90);
    let reason = "Nama yang hadir kurang satu kata";
    ratna.session.replace_bukti(&guest.case, RATNA.password, reason, Some("Wulan Ayu Pertiwi")).unwrap();

    let record = ratna.record(&guest);
    let bukti: Vec<_> =
        record.papers.iter().filter(|paper| paper.kind == PaperKind::BuktiVerifikasi).collect();
    let [old, new] = bukti[..] else { panic!("both stay: {bukti:?}") };
    assert_eq!(old.replaced_by.as_deref(), Some(new.id.as_str()));
    assert_eq!(new.replaced_by, None);
    assert_eq!(new.number.as_deref(), Some("BV-2026-1-000002"));
    let words = ratna.words_on(&guest, PaperKind::BuktiVerifikasi);
    for expected in [
        "BV-2026-1-000002",
        "Menggantikan Bukti nomor BV-2026-1-000001 yang tetap tersimpan",
        "Wulan Ayu Pertiwi, direktur",
        "08.05–08.24 WIB (19 menit dari mutu baku 30)",
        "alasroban",
        "26 November 2026",
    ] {
        assert!(words.contains(expected), "{expected:?} is not in {words:?}");
    }
    let old_id = old.id.clone();
    assert!(ratna.session.open_paper(&guest.case, &old_id).is_ok(), "the old one opens as it was");
    let timeline = ratna.session.timeline(&guest.case).unwrap();
    let line = timeline.iter().find(|line| line.verb == "bukti_replaced").unwrap();
    assert!(line.text.contains("BV-2026-1-000002") && line.text.contains(reason), "{}", line.text);
    ratna.leave();
    finish(office);
}

#[test]
fn a_second_replacement_replaces_the_first_replacement() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = approved(&office, &mut ratna);
    for _ in 0..2 {
        ratna.session.replace_bukti(&guest.case, RATNA.password, "Kop surat lama", None).unwrap();
    }
    let words = ratna.words_on(&guest, PaperKind::BuktiVerifikasi);
    assert!(words.contains("Menggantikan Bukti nomor BV-2026-1-000002"), "{words}");
    let standing = ratna
        .record(&guest)
        .papers
        .into_iter()
        .filter(|paper| paper.kind == PaperKind::BuktiVerifikasi && paper.replaced_by.is_none());
    assert_eq!(standing.count(), 1, "one Bukti counts");
    ratna.leave();
    finish(office);
}

#[test]
fn no_bukti_is_replaced_without_password_reason_right_or_a_bukti() {
    let office = Office::staffed();
    let mut ratna = office.sit_down(RATNA);
    let early = ratna.take_in("S-01");
    let none = refused(ratna.session.replace_bukti(&early.case, RATNA.password, "Keliru", None));
    assert_eq!(none.code, Code::TransitionRefused);
    ratna.verify(&early);
    ratna.declare(&early);
    ratna.approve(&early);
    let wrong = refused(ratna.session.replace_bukti(&early.case, "bukan kata sandi saya", "Keliru", None));
    assert_eq!(wrong.code, Code::WrongPassword);
    let unsaid = refused(ratna.session.replace_bukti(&early.case, RATNA.password, "  ", None));
    assert_eq!(places(&unsaid), [Place::Reason]);
    assert_eq!(ratna.paper_numbers(&early), ["TT-2026-1-000001", "BV-2026-1-000001"], "no number was used");
    ratna.leave();
    let mut bagus = office.sit_down(BAGUS);
    let error = refused(bagus.session.replace_bukti(&early.case, BAGUS.password, "Keliru", None));
    assert_eq!(error.code, Code::RoleForbidden);
    bagus.leave();
    finish(office);
}
